# Completion of secureesp for fish: secureesp completion fish > ~/.config/fish/completions/secureesp.fish
function __secureesp_suggest
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l line (commandline --cut-at-cursor --current-process)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    $program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end

# Files are offered beside what the program says.
complete -c secureesp -a '(__secureesp_suggest)'

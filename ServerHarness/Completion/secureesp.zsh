#compdef secureesp
# Completion of secureesp for zsh. In ~/.zshrc: source <(secureesp completion zsh)
_secureesp() {
    local program=${words[1]/#\~\//$HOME/} line="${(j: :)words[1,CURRENT-1]} $PREFIX"
    local -a answers
    answers=("${(@f)$("$program" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    answers=(${answers:#})
    # Where the program has nothing to say, a file's name is wanted.
    if (( ${#answers} )); then compadd -Q -- "${answers[@]}"; else _files; fi
}

if (( ! $+functions[compdef] )); then
    autoload -Uz compinit
    compinit -u
fi
compdef _secureesp secureesp

# Completion of secureesp for bash. In ~/.bashrc: source <(secureesp completion bash)
_secureesp() {
    local program=${1/#\~\//$HOME/} line=${COMP_LINE:0:COMP_POINT} word answer
    word=${line##*[[:space:]]}
    COMPREPLY=()
    while IFS= read -r answer; do
        # bash takes --key=p256 for three words, and replaces the last one only.
        [[ $word == -*=* ]] && answer=${answer#*=}
        COMPREPLY+=("$answer")
    done < <("$program" "[suggest:${#line}]" "$line" 2>/dev/null)
}

# Where the program has nothing to say, a file's name is wanted.
complete -o default -F _secureesp secureesp

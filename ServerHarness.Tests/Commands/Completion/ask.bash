# Presses Tab as bash does: registers the script given as $1, then asks for each line's completions.
source "$1"
complete -p secureesp | grep -q -- '-F _secureesp' || exit 1

ask() {
    COMP_LINE="secureesp $1" COMP_POINT=$((10 + ${#1})) COMPREPLY=()
    # bash splits at = as well as at blanks.
    read -ra COMP_WORDS <<< "${COMP_LINE//=/ = }"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _secureesp secureesp "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    # As -o default does where the function has nothing.
    ((${#COMPREPLY[@]})) || mapfile -t COMPREPLY < <(compgen -f -S / -- "${COMP_WORDS[COMP_CWORD]}")
    echo "$1: ${COMPREPLY[*]}"
}

ask 'pki iss'
ask 'pki init --key=p'
ask 'pki revoke device esp32-'
ask 'serve --https'
ask 'pki inspect Cert'

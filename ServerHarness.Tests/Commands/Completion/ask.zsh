# Asks the script given as $1 as zsh's completion system does: with words, CURRENT and PREFIX set, hearing compadd and _files.
compdef() { [[ "$*" == "_secureesp secureesp" ]] || exit 1 }
source "$1"
compadd() { local -a found=("${@:3}"); found=(${found#--key=}); print -r -- "$asked: $found" }
_files() { local -a found=("$PREFIX"*(/)); print -r -- "$asked: ${found/%//}" }

for asked in 'pki iss' 'pki init --key=p' 'pki revoke device esp32-' 'serve --https' 'pki inspect Cert'; do
    words=(secureesp ${=asked}) CURRENT=${#words} PREFIX=${words[-1]}
    _secureesp
done

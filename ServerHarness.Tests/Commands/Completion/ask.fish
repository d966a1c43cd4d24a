# Asks fish for each line's completions, with the script given as the last argument.
source $argv[-1]
for line in 'pki iss' 'pki init --key=p' 'pki revoke device esp32-' 'serve --https' 'pki inspect Cert'
    set -l found (complete -C "secureesp $line" | string replace -r '\t.*' '' | string replace -r '^--key=' '')
    echo "$line: $found"
end

#!/usr/bin/env bash
# Builds everything and runs every test: firmware, VirtualDevice, ServerHarness. Installs what it needs, where it can.
# usage: ./test.sh [Debug|Release]      exit: 0 all passed, 1 a test or the build failed, 3 something needed is missing
set -u
test_projects=7 # of the solution
cd "$(dirname "$0")" || exit 1
. ./scripts/prerequisites.sh
configuration=${1:-Release}
case $configuration in Debug|Release) ;; *) echo "error: no configuration '$configuration'" >&2; echo "hint: ./test.sh Debug, or ./test.sh Release" >&2; exit 2 ;; esac

need_dotnet
need_program mosquitto mosquitto /usr/sbin
need_program mosquitto_pub mosquitto-clients
need_program openssl openssl
need_program nginx nginx-light /usr/sbin
need_program certtool gnutls-bin
need_program gnutls-cli gnutls-bin
need_program curl curl
need_program python3 python3
need_program qrencode qrencode
# Hundreds of megabytes: a machine without them skips the tests that drive a browser, and says how many.
want_program "the tests with a browser are skipped" chromium chromium
want_program "the tests with a browser are skipped" certutil libnss3-tools

dotnet build SecureEsp.sln -c "$configuration" --nologo -v quiet || exit 1

results=$(mktemp -d) || exit 1
trap 'rm -rf "$results"' EXIT
# One project after the other (-m:1): they share sockets, processes and two cores.
dotnet test SecureEsp.sln -m:1 -c "$configuration" --no-build --nologo --logger "trx" --results-directory "$results"
status=$?

# Counted from the result files: a project that ran no test must not pass by its silence.
passed=0 failed=0 skipped=0 projects=0
for file in "$results"/*.trx; do
  [ -e "$file" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$file")
  count() { printf '%s' "$counters" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"; }
  [ "$(count executed)" -gt 0 ] && projects=$((projects + 1))
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count total) - $(count executed)))
done
if [ "$projects" -ne "$test_projects" ]; then
  echo "error: $projects of $test_projects test projects ran a test" >&2
  status=1
fi
# What the power-cut tests counted: the runner shows it of failed tests only.
sed -n 's/<[^>]*>//g; s/^ *\(.*cut points.*surviv.*\)$/\1/p' "$results"/*.trx
[ "$skipped" -gt 0 ] && echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

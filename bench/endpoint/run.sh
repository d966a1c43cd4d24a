#!/usr/bin/env bash
# The guide's stack (nginx + uWSGI + Flask, from Debian's packages) against `secureesp serve`, on this machine, in one run.
# usage: bench/endpoint/run.sh [--rounds N] [--seconds N] [--curves secp384r1] [--keep]
#   --rounds   paired rounds, at least 5 (default 5); the order within a pair alternates; the median counts
#   --seconds  length of each measurement (default 3)
#   --curves   the groups of both servers (default: each server's own default, X25519 first); the guide's is secp384r1
#   --keep     leaves the folder with configurations and logs
# exit: 0 both targets reached, 1 not, 3 something needed is missing
set -u -o pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export LC_ALL=C
. "$root/scripts/prerequisites.sh"
. "$here/stack.sh"
. "$here/measure.sh"

rounds=5 seconds=3 curves= keep=
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --curves) curves=$2; shift 2 ;;
    --keep) keep=1; shift ;;
    *) sed -n '2,8p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
  esac
done
[ "$rounds" -ge 5 ] 2>/dev/null || { echo "error: --rounds must be 5 or more" >&2; exit 2; }

need_dotnet
need_program nginx nginx-light /usr/sbin
need_program uwsgi uwsgi
[ -e /usr/lib/uwsgi/plugins/python3_plugin.so ] || need_program uwsgi-python3 uwsgi-plugin-python3
/usr/bin/python3 -c 'import flask' 2>/dev/null || need_program flask-3 python3-flask
need_program ab apache2-utils
need_program openssl openssl

work=$(mktemp -d) || exit 3
chmod 711 "$work"
trap 'stop_all; [ -n "$keep" ] && echo "kept: $work" || rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

echo "building secureesp"
dotnet build "$root/ServerHarness" -c Release -v quiet --nologo -nodeReuse:false >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; exit 1; }
program=$root/ServerHarness/bin/Release/net10.0/secureesp.dll
make_certificates
start_guide
start_secureesp
check_answers

echo "machine      $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), load $(cut -d' ' -f1 /proc/loadavg)"
echo "the guide's  $(nginx -v 2>&1 | cut -d/ -f2-) + uWSGI $(uwsgi --version) (5 processes) + Flask $(/usr/bin/python3 -c 'import importlib.metadata as m; print(m.version("flask"))'), $(openssl version | cut -d' ' -f1,2)"
guide_curves=${curves:-auto, the default} our_curves=${curves:-X25519, P-256, secp384r1, the default}
echo "             as in the guide, but for: ssl_session_tickets at nginx's default (on), ssl_ecdh_curve $guide_curves, no OCSP stapling"
echo "secureesp    serve, .NET $(dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \(10[^ ]*\).*/\1/p' | tail -n 1), curves $our_curves"
echo "both         TLS 1.3, client certificate verified, P-256 certificates, requests logged to a file"
echo
warm_up
run_rounds
report

# Sourced by demo.sh and test.sh: finds what they need, installs Debian packages where apt-get is there and allowed.

fail() { # message, hint
  echo "error: $1" >&2
  echo "hint: $2" >&2
  exit 3
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is not installed" "https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version >/dev/null 2>&1 || fail "no installed .NET SDK fits global.json (10.0.100 or a later 10.0)" "dotnet --list-sdks shows what there is; https://dotnet.microsoft.com/download/dotnet/10.0"
}

need_program() { # program, Debian package, further folder to look in
  PATH="$PATH:${3:-/usr/sbin}" command -v "$1" >/dev/null && return
  command -v apt-get >/dev/null || fail "$1 is not installed" "install the package $2 of your system"
  local as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "$1 is not installed, and only root may install it" "apt-get install $2"
    as_root=sudo
  fi
  echo "installing $2"
  local log
  log=$(mktemp)
  # The service that a package would start is not wanted: this project starts its own, with its own configuration.
  if ! { $as_root apt-get -q update && $as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qy install --no-install-recommends "$2"; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install $2" "apt-get install $2"
  fi
  rm -f "$log"
}

want_program() { # what is left out without it, then as need_program
  local part=$1
  shift
  ( need_program "$@" ) || echo "note: without $1, $part" >&2
}

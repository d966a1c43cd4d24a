# Sourced by run.sh: one measurement, the rounds, and the report.

# CPU seconds that a server's processes have used so far, children included.
cpu_of() {
  local process all=0 ticks
  for process in "$@"; do
    for process in "$process" $(cat "/proc/$process/task/$process/children" 2>/dev/null); do
      ticks=$(sed 's/.*) //' "/proc/$process/stat" 2>/dev/null | awk '{ print $12 + $13 }')
      all=$((all + ${ticks:-0}))
    done
  done
  awk -v ticks="$all" -v hertz="$(getconf CLK_TCK)" 'BEGIN { printf "%.2f", ticks / hertz }'
}

processes_of() { [ "$1" = guide ] && echo "$nginx_pid $uwsgi_pid" || echo "$secureesp_pid"; }
port_of() { [ "$1" = guide ] && echo "$guide_port" || echo "$secureesp_port"; }

# Requests on kept connections: prints how many, in how many seconds.
kept() { # port
  ab -q -k -c 4 -t "$seconds" -n 10000000 -f TLS1.3 -E "$work/client.pem" "https://127.0.0.1:$1/" >"$work/ab.log" 2>&1 || true
  awk '/^Complete requests:/ { done = $3 } /^Non-2xx/ { bad = $3 } /^Failed requests:/ { bad += $3 } /^Keep-Alive requests:/ { kept = $3 }
    /^Time taken/ { time = $5 } END { if (bad > 0 || kept < done * 0.9) exit 1; print done, time }' "$work/ab.log"
}

# New connections, each with its client certificate and no session: prints how many, in how many seconds.
new() { # port, clients
  local i process started clients=()
  started=$(date +%s.%N)
  for i in $(seq "$2"); do
    openssl s_time -new -time "$seconds" -connect "127.0.0.1:$1" -cert "$client_cert" -key "$client_key" >"$work/s_time.$i" 2>&1 &
    clients+=($!)
  done
  for process in "${clients[@]}"; do wait "$process"; done
  for i in $(seq "$2"); do sed -n 's/^\([0-9]*\) connections in .*real seconds.*/\1/p' "$work/s_time.$i"; done |
    awk -v started="$started" -v ended="$(date +%s.%N)" '{ all += $1 } END { if (all == 0) exit 1; print all, ended - started }'
}

# Prints rate per second and server CPU in milliseconds for each.
measure() { # server, kept | new1 | new4
  local before after result
  before=$(cpu_of $(processes_of "$1"))
  case $2 in
    kept) result=$(kept "$(port_of "$1")") ;;
    new1) result=$(new "$(port_of "$1")" 1) ;;
    new4) result=$(new "$(port_of "$1")" 4) ;;
  esac || { echo "error: the measurement $2 of $1 failed" >&2; tail -n 5 "$work/ab.log" >&2; exit 1; }
  after=$(cpu_of $(processes_of "$1"))
  awk -v before="$before" -v after="$after" '{ printf "%.1f %.3f\n", $1 / $2, (after - before) * 1000 / $1 }' <<<"$result"
}

warm_up() {
  local full=$seconds server what
  seconds=2
  for what in new4 kept; do for server in guide secureesp; do measure "$server" "$what" >/dev/null || exit 1; done; done
  seconds=$full
}

run_rounds() {
  local round what server order
  : >"$work/results"
  for round in $(seq "$rounds"); do
    for what in kept new1 new4; do
      [ $((round % 2)) -eq 1 ] && order="guide secureesp" || order="secureesp guide"
      for server in $order; do
        echo "$round $what $server $(measure "$server" "$what")" >>"$work/results" || exit 1
      done
      grep "^$round $what " "$work/results" | sort -k3 | awk -v round="$round" -v what="$what" '
        { rate[$3] = $4; cpu[$3] = $5 }
        END { printf "round %d  %-5s  guide %8.1f/s %7.3f ms   secureesp %8.1f/s %7.3f ms   ratio %.2f\n", round, what,
          rate["guide"], cpu["guide"], rate["secureesp"], cpu["secureesp"], rate["secureesp"] / rate["guide"] }'
    done
  done
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
values() { awk -v what="$1" -v server="$2" -v field="$3" '$2 == what && $3 == server { print $field }' "$work/results"; }
ratios() { # measurement, field
  awk -v what="$1" -v field="$2" '$2 == what { v[$1, $3] = $field; rounds[$1] } END { for (r in rounds) print v[r, "secureesp"] / v[r, "guide"] }' "$work/results"
}

report() {
  local what name ratio result=0
  echo
  printf '%-32s %14s %14s %8s %22s\n' "median of $rounds rounds" "guide's" "secureesp" "ratio" "server CPU (ms) each"
  for what in kept new1 new4; do
    case $what in
      kept) name="requests/s, kept alive (ab -k)" ;;
      new1) name="new connections/s, 1 client" ;;
      new4) name="new connections/s, 4 clients" ;;
    esac
    printf '%-32s %14.0f %14.0f %8.2f %10.3f / %.3f\n' "$name" "$(values "$what" guide 4 | median)" "$(values "$what" secureesp 4 | median)" \
      "$(ratios "$what" 4 | median)" "$(values "$what" guide 5 | median)" "$(values "$what" secureesp 5 | median)"
  done
  echo
  for what in kept:3.0 new1:1.1 new4:1.1; do
    ratio=$(ratios "${what%%:*}" 4 | median)
    if awk -v ratio="$ratio" -v target="${what##*:}" 'BEGIN { exit !(ratio >= target) }'; then
      echo "reached      ${what%%:*} $(printf %.2f "$ratio") >= ${what##*:}"
    else
      echo "NOT reached  ${what%%:*} $(printf %.2f "$ratio") < ${what##*:}"
      result=1
    fi
  done
  return $result
}

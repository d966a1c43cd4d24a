# Sourced by run.sh: both servers, on loopback, in folders of their own, ended by their own process ids.

secureesp() { dotnet "$program" "$@"; }

make_certificates() {
  {
    secureesp pki init --folder "$work/pki" &&
    secureesp pki issue server localhost 127.0.0.1 --folder "$work/pki" &&
    secureesp pki issue device bench-1 --folder "$work/pki"
  } >"$work/pki.log" 2>&1 || { cat "$work/pki.log" >&2; exit 1; }
  client_cert=$work/pki/devices/bench-1/client.cert.pem
  client_key=$work/pki/devices/bench-1/client.key.pem
  cat "$client_cert" "$client_key" >"$work/client.pem"
  chmod 600 "$work/client.pem"
}

# A port that is free now. Nothing but this run asks for one in the meantime.
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

start_guide() {
  guide_port=$(free_port)
  mkdir "$work/guide"
  chmod 755 "$work/guide"
  cat >"$work/guide/myproject.py" <<'PYTHON'
from flask import Flask
app = Flask(__name__)

@app.route("/")
def hello():
    return "<h1 style='color:blue'>Hello There!</h1>"
PYTHON
  echo 'from myproject import app' >"$work/guide/wsgi.py"
  local as_user=
  [ "$(id -u)" -eq 0 ] && as_user=$'uid = www-data\ngid = www-data'
  cat >"$work/guide/myproject.ini" <<INI
[uwsgi]
plugins = python3
chdir = $work/guide
module = wsgi:app
master = true
processes = 5
socket = /$work/guide/myproject.sock
chmod-socket = 666
vacuum = true
die-on-term = true
$as_user
INI
  [ -n "$as_user" ] && chown www-data "$work/guide"
  cat >"$work/guide/nginx.conf" <<NGINX
daemon off;
worker_processes auto;
pid $work/guide/nginx.pid;
error_log $work/guide/error.log;
events { worker_connections 768; }
http {
  access_log $work/guide/access.log;
  client_body_temp_path $work/guide/body;
  uwsgi_temp_path $work/guide/uwsgi;
  proxy_temp_path $work/guide/proxy;
  fastcgi_temp_path $work/guide/fastcgi;
  scgi_temp_path $work/guide/scgi;
  server {
    listen 127.0.0.1:$guide_port ssl;
    ssl_certificate $work/pki/servers/localhost/server.cert.pem;
    ssl_certificate_key $work/pki/servers/localhost/server.key.pem;
    ssl_client_certificate $work/pki/ca-chain.cert.pem;
    ssl_protocols TLSv1.3;
    ssl_prefer_server_ciphers on;
    ssl_ciphers EECDH+AESGCM:EDH+AESGCM;
    ${curves:+ssl_ecdh_curve $curves;}
    ssl_session_timeout 10m;
    ssl_session_cache shared:SSL:10m;
    ssl_verify_client optional;
    ssl_verify_depth 2;
    add_header X-Frame-Options DENY;
    add_header X-Content-Type-Options nosniff;
    add_header X-XSS-Protection "1; mode=block";
    location / {
      if (\$ssl_client_verify != SUCCESS) {
        return 401 'blocked access to mTLS-protected resource';
      }
      include /etc/nginx/uwsgi_params;
      uwsgi_pass unix:$work/guide/myproject.sock;
    }
  }
}
NGINX
  uwsgi --ini "$work/guide/myproject.ini" >"$work/guide/uwsgi.log" 2>&1 &
  uwsgi_pid=$!
  wait_for "uWSGI" "$uwsgi_pid" "$work/guide/uwsgi.log" test -S "$work/guide/myproject.sock"
  nginx -p "$work/guide" -c "$work/guide/nginx.conf" >"$work/guide/nginx.log" 2>&1 &
  nginx_pid=$!
  wait_for "nginx" "$nginx_pid" "$work/guide/nginx.log" answers "$guide_port"
}

start_secureesp() {
  secureesp_port=$(free_port)
  dotnet "$program" serve --folder "$work/pki" --https-port "$secureesp_port" --http-port 0 ${curves:+--curves "$curves"} \
    >"$work/secureesp.log" 2>&1 &
  secureesp_pid=$!
  wait_for "secureesp" "$secureesp_pid" "$work/secureesp.log" answers "$secureesp_port"
}

answers() { request "$1" | grep -q '^HTTP/1.1 200'; }

request() {
  printf 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' |
    timeout 5 openssl s_client -quiet -ign_eof -connect "127.0.0.1:$1" -cert "$client_cert" -key "$client_key" 2>/dev/null | tr -d '\r'
}

wait_for() { # name, process id, log, condition
  local name=$1 process=$2 log=$3
  shift 3
  for _ in $(seq 150); do
    "$@" && return
    kill -0 "$process" 2>/dev/null || break
    sleep 0.2
  done
  echo "error: $name did not get ready" >&2
  tail -n 5 "$log" >&2
  exit 1
}

# Both must say the same to the same client, with a Content-Length: ab keeps no connection without one.
check_answers() {
  local port answer
  for port in "$guide_port" "$secureesp_port"; do
    answer=$(request "$port")
    grep -q '^Content-Length: 40$' <<<"$answer" && grep -q "^<h1 style='color:blue'>Hello There!</h1>" <<<"$answer" ||
      { echo "error: port $port does not give the guide's answer with its Content-Length" >&2; exit 1; }
  done
}

stop_all() {
  local process
  for process in ${secureesp_pid:-} ${nginx_pid:-} ${uwsgi_pid:-}; do
    kill -TERM "$process" 2>/dev/null
    wait "$process" 2>/dev/null
  done
}

# shellcheck shell=bash
# A server of a benchmark's own: sourced by those that need one, with $work (its folder) and $url set.

server_log=$work/server.log
java=0
TOKEN=

# build_server GOAL...  unless BUILT=1 takes the server as it was built
build_server() {
  [ -n "${BUILT:-}" ] || mvn -q -B "$@" war:exploded liberty:create liberty:deploy
}

# Starts the server and waits until it is ready; $java is its process from then on.
start_server() {
  mkdir -p "$work"
  target/liberty/wlp/bin/server run leak-detection >"$server_log" 2>&1 &
  java=$! # the launcher becomes the virtual machine
  trap stop_server EXIT
  until curl -sf -o /dev/null "$url/health/ready"; do
    kill -0 "$java" 2>/dev/null || { tail -20 "$server_log"; exit 1; }
    sleep 0.2
  done
}

stop_server() {
  [ "$java" = 0 ] || { kill "$java" 2>/dev/null || true; wait "$java" 2>/dev/null || true; }
  java=0
}

# Prints the seconds of processor time that the server has used.
processor_seconds() {
  awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15) / hz}' "/proc/$java/stat"
}

json() { curl -sf -H 'Content-Type: application/json' "$@"; }

# Makes an administrator from the set-up link, and a token of hers for the load: $TOKEN.
sign_in() {
  local password='correct horse battery' key
  key=$(grep -aoh 'set-up.xhtml?key=[A-Za-z0-9_-]*' "$server_log" | tail -1 | cut -d= -f2)
  json -o /dev/null -d "{\"key\": \"$key\", \"name\": \"bench\", \"password\": \"$password\"}" "$url/api/set-up"
  TOKEN=$(json -u "bench:$password" -d '{"name": "load", "scopes": ["push", "read", "write"]}' "$url/api/tokens" | grep -o '"token":"[^"]*"' | cut -d'"' -f4)
  export TOKEN
}

# make PATH JSON  makes something with the token and prints its id
make() {
  json ${TOKEN:+-H "Authorization: Bearer $TOKEN"} -d "$2" "$url/api/$1" | grep -o '"id":[0-9]*' | head -1 | cut -d: -f2
}

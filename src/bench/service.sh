# Sourced by the scripts beside it: a service of the packaged jar on a folder of its own, and what it takes.

[ -f target/mingjian.jar ] || { echo "target/mingjian.jar is missing: mvn -q -DskipTests package" >&2; exit 1; }
command -v wrk > /dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }

BENCH=$(dirname "${BASH_SOURCE[0]}")
WORK=$(mktemp -d)
PORT=${PORT:-18080}
URL=http://127.0.0.1:$PORT
JAVA=${JAVA:-java}
"$JAVA" -version 2>&1 | grep -q '"2[5-9]' || { echo "JAVA must name a java of 25 or newer" >&2; exit 1; }

# $1: folder with reports, $2: how many, further: options of generate
reports() {
  "$JAVA" -jar target/mingjian.jar generate --out="$1" --count="$2" --years=6 --seed=42 "${@:3}" > /dev/null
}

# Starts the service; further settings come from the environment, those of the JVM from OPTIONS.
start() {
  # shellcheck disable=SC2086 # several words
  "$JAVA" ${OPTIONS:-} -Xmx1g -jar target/mingjian.jar serve --port="$PORT" --data="$WORK/data" > "$WORK/log" 2>&1 &
  SERVICE=$!
  trap 'kill $SERVICE 2> /dev/null; wait $SERVICE 2> /dev/null; rm -rf "$WORK"' EXIT
  for _ in $(seq 600); do
    curl -sf "$URL/health/readiness" > /dev/null && return
    sleep 0.2
  done
  cat "$WORK/log" >&2
  exit 1
}

family() { echo "$SERVICE" $(pgrep -P "$SERVICE"); }

# MiB that the service and its parsers hold in memory
resident() {
  local sum=0
  for process in $(family); do
    sum=$((sum + $(awk '/^VmRSS/ {print $2}' "/proc/$process/status" 2> /dev/null || echo 0)))
  done
  echo $((sum / 1024))
}

# milliseconds that the service, without its parsers, has worked
worked() { awk '{print ($14 + $15) * 10}' "/proc/$SERVICE/stat"; }

# one kind of request from $2 clients for $3 seconds, further: files; prints the line of figures
load() {
  wrk -t1 -c"$2" -d"$3s" --timeout 120s -s "$BENCH/requests.lua" "$URL" -- "$1" "${@:4}" | grep FIGURES
}

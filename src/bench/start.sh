#!/usr/bin/env bash
# Starts the packaged jar RUNS times on an empty folder, as it is, from its AOT cache and as the README's service, and as
# that once more on the folder of a start before. Prints the milliseconds until it is ready, those of processor till then,
# and what it holds in memory ten seconds later.
# Further options of the JVM come from the environment, OPTIONS.
#   src/bench/start.sh [RUNS]
set -euo pipefail
. "$(dirname "$0")/service.sh"
RUNS=${1:-5}

trap 'rm -rf "$WORK"' EXIT
"$JAVA" -jar target/mingjian.jar prepare > /dev/null 2>&1
now() { date +%s%N; }
mkfifo "$WORK/never"
exec 8<> "$WORK/never"
ready() { # asked without a process of its own, which would take the processor from what starts
  local status
  { exec 7<> "/dev/tcp/127.0.0.1/$PORT"; } 2> /dev/null || return 1
  printf 'GET /health/readiness HTTP/1.0\r\n\r\n' >&7
  read -r -t 5 status <&7 2> /dev/null || true
  exec 7>&-
  [[ $status == *\ 200\ * ]]
}
once() { # further: options of the JVM
  local began ready
  began=$(now)
  # shellcheck disable=SC2086 # several words
  "$JAVA" "${@}" ${OPTIONS:-} -Xmx1g -jar target/mingjian.jar serve --port="$PORT" --data="$WORK/data" > "$WORK/log" 2>&1 &
  SERVICE=$!
  until ready; do read -r -t 0.03 <&8 || true; done
  ready=$(now)
  local cpu
  cpu=$(worked)
  sleep 10
  echo "$(((ready - began) / 1000000)) $cpu $(resident)"
  kill "$SERVICE"
  wait "$SERVICE" 2> /dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$WORK/data"
}
nth() { cut -d' ' -f"$1" <<< "$3" | sort -n | sed -n "$2p"; } # column, which from below, figures
row() { # name, figures
  echo "| $1 | $(nth 1 $(((RUNS + 1) / 2)) "$2") | $(nth 1 "$RUNS" "$2") | $(nth 2 $(((RUNS + 1) / 2)) "$2") | $(nth 3 $(((RUNS + 1) / 2)) "$2") |"
}
echo "| started | ready ms, median | slowest | ms of processor | MiB resident |"
echo "| --- | ---: | ---: | ---: | ---: |"
for _ in $(seq "$RUNS"); do once; done > "$WORK/plain"
row "as it is" "$(cat "$WORK/plain")"
for _ in $(seq "$RUNS"); do once -XX:AOTCache=target/mingjian.aot; done > "$WORK/cached"
row "from its AOT cache" "$(cat "$WORK/cached")"
for _ in $(seq "$RUNS"); do once -XX:AOTCache=target/mingjian.aot -XX:+UseSerialGC -Xms96m; done > "$WORK/small"
row "as the service of systemd" "$(cat "$WORK/small")"
KEEP=yes
once -XX:AOTCache=target/mingjian.aot -XX:+UseSerialGC -Xms96m > /dev/null
for _ in $(seq "$RUNS"); do once -XX:AOTCache=target/mingjian.aot -XX:+UseSerialGC -Xms96m; done > "$WORK/again"
row "that again, on its folder" "$(cat "$WORK/again")"

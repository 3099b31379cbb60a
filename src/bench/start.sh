#!/usr/bin/env bash
# Starts the packaged jar RUNS times on an empty folder, as it is and from its AOT cache, and prints the milliseconds until
# it is ready, those of processor till then, and what it holds in memory ten seconds later.
#   src/bench/start.sh [RUNS]
set -euo pipefail
. "$(dirname "$0")/service.sh"
RUNS=${1:-5}

trap 'rm -rf "$WORK"' EXIT
"$JAVA" -jar target/mingjian.jar prepare > /dev/null 2>&1
now() { date +%s%N; }
once() { # further: options of the JVM
  local began ready
  began=$(now)
  "$JAVA" "${@}" -Xmx1g -jar target/mingjian.jar serve --port="$PORT" --data="$WORK/data" > "$WORK/log" 2>&1 &
  SERVICE=$!
  until curl -sf "$URL/health/readiness" > /dev/null; do sleep 0.02; done
  ready=$(now)
  local cpu
  cpu=$(worked)
  sleep 10
  echo "$(((ready - began) / 1000000)) $cpu $(resident)"
  kill "$SERVICE"
  wait "$SERVICE" 2> /dev/null || true
  rm -rf "$WORK/data"
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

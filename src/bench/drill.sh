#!/usr/bin/env bash
# Kills the packaged service with SIGKILL amid uploads from four clients, starts it again, and counts: ROUNDS times. Fails
# where a report that was acknowledged is not kept, or one that is kept is not found, or a byte of the store is not as it was.
#   src/bench/drill.sh [ROUNDS]
set -euo pipefail
. "$(dirname "$0")/service.sh"
ROUNDS=${1:-8}
EACH=1000

reports "$WORK/papers" $((ROUNDS * EACH))
start
acknowledged=0
lost=0
echo "| round | killed after s | acknowledged in all | kept | found | ready again after s |"
echo "| ---: | ---: | ---: | ---: | ---: | ---: |"
for round in $(seq "$ROUNDS"); do
  wrk -t1 -c4 -d3600s --timeout 120s -s "$BENCH/requests.lua" "$URL" -- \
    upload "$WORK/papers" $(((round - 1) * EACH + 1)) $((round * EACH)) > "$WORK/figures" 2> /dev/null &
  sender=$!
  seconds=$((4 + RANDOM % 8))
  sleep "$seconds"
  kill -KILL "$SERVICE"
  wait "$SERVICE" 2> /dev/null || true
  kill -INT "$sender"
  wait "$sender" || true
  acknowledged=$((acknowledged + $(awk '/FIGURES/ {print $6}' "$WORK/figures")))
  began=$(date +%s.%N)
  start
  ready=$(awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN {printf "%.1f", b - a}')
  kept=$(curl -s "$URL/prometheus" | awk '/^mingjian_reports / {printf "%d", $2}')
  found=$(curl -s "$URL/api/v1/search?limit=1&q=%E5%B9%B4%E4%BB%BD%3E%3D1900" | grep -o '"total":[0-9]*' | head -1 | cut -d: -f2)
  echo "| $round | $seconds | $acknowledged | $kept | $found | $ready |"
  [ "$kept" -ge "$acknowledged" ] && [ "$found" -eq "$kept" ] || lost=1
done
kill "$SERVICE"
wait "$SERVICE" 2> /dev/null || true
"$JAVA" -jar target/mingjian.jar verify --data="$WORK/data"
exit $lost

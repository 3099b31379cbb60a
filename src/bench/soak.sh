#!/usr/bin/env bash
# Sends REPORTS different reports of every form one after the other from four clients, and prints every half minute what
# the service holds in memory. Fails where the mean of the last third is more than a tenth above that of the third before.
#   src/bench/soak.sh [REPORTS]
set -euo pipefail
. "$(dirname "$0")/service.sh"
COUNT=${1:-10000}

reports "$WORK/papers" "$COUNT"
start
wrk -t1 -c4 -d36000s --timeout 120s -s "$BENCH/requests.lua" "$URL" -- upload "$WORK/papers" 1 "$COUNT" > "$WORK/figures" &
SENDER=$!
echo "| seconds | reports | MiB resident |"
echo "| ---: | ---: | ---: |"
began=$(date +%s)
kept=0
while [ "$kept" -lt "$COUNT" ]; do
  sleep "${EVERY:-30}"
  kept=$(curl -s "$URL/prometheus" | awk '/^mingjian_reports / {printf "%d", $2}')
  now=$(resident)
  echo "$now" >> "$WORK/resident"
  echo "| $(($(date +%s) - began)) | $kept | $now |"
done
kill -INT $SENDER
wait $SENDER || true
grep FIGURES "$WORK/figures"
awk '{v[NR] = $1} END {
  third = int(NR / 3)
  for (i = NR - third + 1; i <= NR; i++) last += v[i] / third
  for (i = NR - 2 * third + 1; i <= NR - third; i++) before += v[i] / third
  printf "last third %.0f MiB, the third before %.0f MiB\n", last, before
  exit last > 1.1 * before
}' "$WORK/resident"

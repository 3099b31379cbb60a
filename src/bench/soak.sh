#!/usr/bin/env bash
# Sends REPORTS different reports of every form one after the other from four clients, and prints every half minute what
# the service holds in memory. Fails where the mean of the last third is more than a tenth above that of the third before.
#   src/bench/soak.sh [REPORTS]
set -euo pipefail
. "$(dirname "$0")/service.sh"
COUNT=${1:-10000}

reports "$WORK/papers" "$COUNT"
start
load upload 4 36000 "$WORK/papers" 1 "$COUNT" once > "$WORK/figures" &
SENDER=$!
echo "| seconds | reports | MiB resident |"
echo "| ---: | ---: | ---: |"
began=$(date +%s)
while kill -0 $SENDER 2> /dev/null; do
  sleep "${EVERY:-30}"
  kept=$(curl -s "$URL/prometheus" | awk '/^mingjian_reports / {printf "%d", $2}')
  now=$(resident)
  echo "$now" >> "$WORK/resident"
  echo "| $(($(date +%s) - began)) | $kept | $now |"
done
cat "$WORK/figures"
awk '{v[NR] = $1} END {
  third = int(NR / 3)
  for (i = NR - third + 1; i <= NR; i++) last += v[i] / third
  for (i = NR - 2 * third + 1; i <= NR - third; i++) before += v[i] / third
  printf "last third %.0f MiB, the third before %.0f MiB\n", last, before
  exit last > 1.1 * before
}' "$WORK/resident"

#!/usr/bin/env bash
# Puts uploads, extractions, searches and feeds on the packaged jar at the same time, from 4, 16 and 64 clients (a
# quarter of them each), before that from one client one kind after the other, and prints a table.
#   src/bench/load.sh [SECONDS [REPORTS]]
set -euo pipefail
. "$(dirname "$0")/service.sh"
SECONDS_EACH=${1:-20}
COUNT=${2:-3000}

reports "$WORK/papers" "$COUNT"
start
load upload 2 "$SECONDS_EACH" "$WORK/papers" 1 200 > /dev/null
load extract 2 "$SECONDS_EACH" "$WORK/papers" 1 200 > /dev/null
echo "| clients | request | a second | p50 ms | p99 ms | answered | busy | failed | cores | MiB resident |"
echo "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
FROM=201
row() { # clients, cores, figures
  read -r _ kind rate p50 p99 ok busy failed <<< "$3"
  echo "| $1 | $kind | $rate | $p50 | $p99 | $ok | $busy | $failed | $2 | $(resident) |"
}
cores() { awk -v a="$1" -v b="$(worked)" -v s="$SECONDS_EACH" 'BEGIN {printf "%.1f", (b - a) / 1000 / s}'; }
STEP=$(((COUNT - 200) / 4))
for kind in upload extract search feed; do
  before=$(worked)
  figures=$(load "$kind" 1 "$SECONDS_EACH" "$WORK/papers" $FROM $((FROM + STEP - 1)))
  row 1 "$(cores "$before")" "$figures"
done
for clients in 4 16 64; do
  FROM=$((FROM + STEP))
  before=$(worked)
  pids=()
  for kind in upload extract search feed; do
    load "$kind" $((clients / 4)) "$SECONDS_EACH" "$WORK/papers" $FROM $((FROM + STEP - 1)) > "$WORK/$kind" &
    pids+=($!)
  done
  wait "${pids[@]}"
  used=$(cores "$before")
  for kind in upload extract search feed; do
    row "$clients" "$used" "$(cat "$WORK/$kind")"
  done
done

#!/usr/bin/env bash
# Times the command on Graph/ beside a bare `dot -Tsvg` of the same DOT, in one run, and prints
# medians and ratios. Wall times move from hour to hour on a shared machine: quote the ratio.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$binary" export --format dot -o "$work/graph.dot"
hyperfine --shell=none --warmup 10 --runs 50 --export-json "$work/times.json" --style none \
  --command-name "dot -Tsvg" "dot -Tsvg -o $work/dot.svg $work/graph.dot" \
  --command-name "etiograph --version" "$binary --version" \
  --command-name "etiograph paths" "$binary paths Stress IBD" \
  --command-name "etiograph export svg" "$binary export --format svg -o $work/graph.svg" \
  --command-name "etiograph build" "$binary build --output $work/exports" > /dev/null

python3 - "$work/times.json" <<'PYTHON'
import json, sys

results = json.load(open(sys.argv[1]))["results"]
rival = results[0]["median"]
print(f"{'command':24}{'median ms':>12}{'of dot -Tsvg':>14}")
for result in results:
    median = result["median"]
    print(f"{result['command']:24}{median * 1000:12.1f}{median / rival:14.2f}")
PYTHON

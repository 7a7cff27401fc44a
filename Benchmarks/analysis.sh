#!/usr/bin/env bash
# Times the analyses beside igraph and scipy, which it installs into .build/bench, on two random
# graphs: 10,000 nodes with 50,000 edges, and 200,000 with 2,000,000.
set -euo pipefail
cd "$(dirname "$0")/.."
place=.build/bench
mkdir -p "$place"
"${SWIFT:-swift}" build -c release --static-swift-stdlib --product analysis-timings > /dev/null
[ -x "$place/venv/bin/python" ] || python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet numpy scipy igraph
python="$place/venv/bin/python"
[ -f "$place/small.bin" ] || "$python" Benchmarks/make_graph.py 10000 50000 "$place/small.bin"
[ -f "$place/large.bin" ] || "$python" Benchmarks/make_graph.py 200000 2000000 "$place/large.bin"
"$python" Benchmarks/analysis.py .build/release/analysis-timings "$place/small.bin" "$place/large.bin"

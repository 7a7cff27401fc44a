#!/usr/bin/env bash
# Times reading and the analyses beside other libraries, which it installs into .build/bench, on two
# random graphs: 10,000 concepts with 50,000 statements, and 200,000 with 2,000,000. Names of tasks
# choose some of them. graph-tool is beside them where Debian's python3-graph-tool is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:-.build/release/etiograph}
shift || true
place=.build/bench
mkdir -p "$place"
"${SWIFT:-swift}" build -c release --static-swift-stdlib --product analysis-timings > /dev/null
[ -x "$place/venv/bin/python" ] || python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet numpy scipy igraph networkit networkx rustworkx \
  scikit-network polars pyarrow
python="$place/venv/bin/python"
make_graph() {
  [ -f "$place/$1/edges.tsv" ] \
    || "$python" Benchmarks/make_graph.py "$2" "$3" "$place/$1.bin" "$place/$1"
}
make_graph small 10000 50000
make_graph large 200000 2000000
"$python" Benchmarks/analysis.py "$binary" .build/release/analysis-timings "$place" "$@"

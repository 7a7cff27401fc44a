#!/usr/bin/env bash
# Times how long a vocabulary as large as Mondo takes to load: the same made-up ontology of 30,000
# terms and 100,000 synonyms as OBO, as OBO Graphs JSON, beside Python's pronto and obonet where
# pip can install them, and beside Python reading the lines of the file and nothing more.
# Wall times move from hour to hour on a shared machine: quote the ratio.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:-.build/release/etiograph}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 Benchmarks/make_ontology.py "$work"
cat > "$work/article.md" <<'ARTICLE'
---
condition: migraine
---
# Migraine

## Causes of migraine

- **Stress:** Stress may contribute to migraine.
ARTICLE

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pronto obonet 2> /dev/null || true
python="$work/venv/bin/python"

commands=(
  --command-name "Python: lines of the OBO"
  "$python -c \"for line in open('$work/ontology.obo', encoding='utf-8'): line.partition(': ')\""
  --command-name "Python: json.load"
  "$python -c \"import json; json.load(open('$work/ontology.json', encoding='utf-8'))\""
)
if "$python" -c 'import pronto' 2> /dev/null; then
  commands+=(--command-name "pronto (OBO)"
    "$python -W ignore -c \"import pronto; pronto.Ontology('$work/ontology.obo')\"")
fi
if "$python" -c 'import obonet' 2> /dev/null; then
  commands+=(--command-name "obonet (OBO)"
    "$python -c \"import obonet; obonet.read_obo('$work/ontology.obo')\"")
fi
hyperfine --shell=none --warmup 1 --runs 7 --export-json "$work/times.json" --style none \
  --command-name "etiograph, no vocabulary" "$binary stats -q -g $work/article.md" \
  --command-name "etiograph, OBO" \
  "$binary stats -q -g $work/article.md --vocabulary $work/ontology.obo" \
  --command-name "etiograph, OBO Graphs" \
  "$binary stats -q -g $work/article.md --vocabulary $work/ontology.json" \
  "${commands[@]}" > /dev/null

ls -l "$work/ontology.obo" "$work/ontology.json" | awk '{ print $NF, int($5 / 1e6) " MB" }' \
  | sed 's|.*/||'
python3 - "$work/times.json" <<'PYTHON'
import json, sys

results = json.load(open(sys.argv[1]))["results"]
own = results[1]["median"]
print(f"{'command':28}{'median ms':>12}{'of etiograph, OBO':>20}")
for result in results:
    median = result["median"]
    print(f"{result['command']:28}{median * 1000:12.1f}{median / own:20.2f}")
PYTHON

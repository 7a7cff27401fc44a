#!/usr/bin/env bash
# Measures how much article text per second becomes a graph on one core: made-up articles in
# Markdown, HTML and plain text, whose every other sentence is a claim, and the articles of the
# repository and of its tests many times over, which are written as pages are; beside Python's
# spaCy where pip can install it, which finds tokens, sentences and words of cause there and makes
# no graph. Wall times move from hour to hour on a shared machine: quote the ratio.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:-.build/release/etiograph}
megabytes=${READING_MEGABYTES:-4}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 Benchmarks/make_articles.py "$work" "$megabytes"
mkdir "$work/real"
cp Graph/references.json "$work/real/"
article=$(find Graph -maxdepth 1 -name '*.md' ! -name 'README.md' | sort | head -n 1)
for number in $(seq 1 400); do cp "$article" "$work/real/$number.md"; done
for number in $(seq 1 20); do
  mkdir -p "$work/pages/$number"
  find Tests/GraphBuildingTests/Corpus/Articles -maxdepth 1 -type f ! -name '*.json' \
    -exec cp {} "$work/pages/$number/" \;
done

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet spacy 2> /dev/null || true
python="$work/venv/bin/python"

one_core="taskset -c 0"
command -v taskset > /dev/null || one_core=""
commands=()
for folder in markdown html text real pages; do
  commands+=(--command-name "$folder" "$one_core $binary stats -q -g $work/$folder")
done
commands+=(--command-name "text in one file, read"
  "$one_core $binary read -q $work/text.txt")
if "$python" -c 'import spacy' 2> /dev/null; then
  commands+=(--command-name "spaCy, text"
    "$one_core $python -W ignore Benchmarks/read_with_spacy.py $work/text")
fi
ETIOGRAPH_THREADS=1 hyperfine --shell=none --warmup 1 --runs 5 --export-json "$work/times.json" \
  --style none "${commands[@]}" > /dev/null

python3 - "$work" <<'PYTHON'
import json, pathlib, sys

work = pathlib.Path(sys.argv[1])
results = json.load(open(work / "times.json"))["results"]
print(f"{'articles':28}{'MB':>8}{'median ms':>12}{'MB per second':>16}")
for result in results:
    name = result["command"]
    folder = {"spaCy, text": "text", "text in one file, read": "text.txt"}.get(name, name)
    path = work / folder
    files = path.rglob("*") if path.is_dir() else [path]
    size = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
    median = result["median"]
    print(f"{name:28}{size:8.2f}{median * 1000:12.1f}{size / median:16.2f}")
PYTHON

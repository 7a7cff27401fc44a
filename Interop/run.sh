#!/usr/bin/env bash
# Load every export with other people's programs, and compare the analyses with networkx.
#
#     Interop/run.sh ETIOGRAPH [EXPORTS]
#
# ETIOGRAPH is the command; EXPORTS is the folder to check, Exports/ here if not given. The programs
# of requirements.txt are installed into .interop/ once; set PYTHON to use another Python that
# has them. Ends with 0 where every check passed.
set -u
cd "$(dirname "$0")/.." || exit 2
binary=${1:?usage: Interop/run.sh ETIOGRAPH [EXPORTS]}
exports=${2:-Exports}
here=Interop
golden=Tests/Golden

if [ -z "${PYTHON:-}" ]; then
  environment=.interop
  PYTHON=$environment/bin/python
  if ! cmp -s $here/requirements.txt $environment/requirements.txt; then
    echo "installing the programs of $here/requirements.txt into $environment" >&2
    rm -rf $environment
    python3 -m venv $environment || { echo "python3 cannot make a virtual environment" >&2; exit 2; }
    $environment/bin/pip install --quiet --disable-pip-version-check -r $here/requirements.txt \
      || { echo "the programs could not be installed" >&2; exit 2; }
    cp $here/requirements.txt $environment/requirements.txt
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
runs=0
check() {
  local name=$1
  shift
  runs=$((runs + 1))
  PYTHONDONTWRITEBYTECODE=1 "$PYTHON" "$here/$name.py" "$@" | tee -a "$log"
  [ "${PIPESTATUS[0]}" -eq 0 ] || failed=$((failed + 1))
}

missing() { echo "FAILED: there is no $1 to check" >&2; failed=$((failed + 1)); }

found=0
for data in "$exports"/*.kgx.json; do
  [ -e "$data" ] || continue
  found=1
  stem=${data%.kgx.json}
  if [ -e "$stem.jsonld" ]; then check check_jsonld "$stem.jsonld" "$data"; else missing "$stem.jsonld"; fi
  if [ -e "$stem.dot" ]; then check check_dot "$stem.dot" "$data"; else missing "$stem.dot"; fi
  if [ -e "$stem.svg" ]; then check check_svg "$stem.svg" "$stem.jsonld"; else missing "$stem.svg"; fi
  check check_analysis "$binary" "$data"
  check check_kgx "$binary" "$data"
done
[ $found = 1 ] || missing "$exports/*.kgx.json"
for linked in "$golden"/*.jsonld; do
  [ -e "$linked" ] && check check_jsonld "$linked" "${linked%.jsonld}.kgx.json"
done

passed=$(grep -oE '[0-9]+ checks passed' "$log" | awk '{ sum += $1 } END { print sum + 0 }')
echo "interop: $passed checks passed in $runs runs$([ $failed = 0 ] || echo ", $failed runs failed")"
[ $failed = 0 ]

#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer, each target in turn, and ends with 1 where one of them broke a
# promise. Inputs that do are kept in .build/finds and read again first next time.
#
#   FUZZ_SECONDS=600 FUZZ_TARGETS="html obo" bash Fuzzing/run.sh
set -euo pipefail
cd "$(dirname "$0")"
seconds=${FUZZ_SECONDS:-60}
runtime=$(find "$(dirname "$(readlink -f "$(command -v swiftc)")")/../lib/clang" \
  -name 'libclang_rt.fuzzer_no_main*' -path "*$(uname -m)*" -o \
  -name "libclang_rt.fuzzer_no_main-$(uname -m).a" | head -n 1)
[ -n "$runtime" ] || { echo "this Swift brings no libFuzzer" >&2; exit 2; }

# The frontend instruments; the driver would link libFuzzer's own main as well.
swift build -c release -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing \
  -Xcc -fsanitize=fuzzer-no-link -Xlinker "$runtime" -Xlinker -lstdc++
# libFuzzer's own handler of crashes keeps the input.
export SWIFT_BACKTRACE=enable=no
fuzz=$PWD/.build/release/Fuzz
finds=$PWD/.build/finds
python3 seeds.py .build/seeds
targets=${FUZZ_TARGETS:-$("$fuzz" || true)}
count=$(wc -w <<< "$targets")
failed=0
for target in $targets; do
  mkdir -p "$finds/$target" ".build/corpus/$target"
  # Slower than a quarter of a second for sixteen thousand bytes is no linear time.
  arguments=(-max_len=16384 -timeout=10 -rss_limit_mb=1500 -report_slow_units=1 -verbosity=0
    "-artifact_prefix=$finds/$target/")
  case $target in
    markdown|html|text|encodings) arguments+=(-dict=.build/seeds/articles.dict) ;;
  esac
  find "$finds/$target" -type f -print0 | while IFS= read -r -d '' find; do
    FUZZ_TARGET=$target "$fuzz" "${arguments[@]}" "$find" > "$find.log" 2>&1 || echo "$target: $find breaks still"
    rm -f "$find.log"
  done
  echo "$target: $((seconds / count)) s"
  FUZZ_TARGET=$target "$fuzz" "${arguments[@]}" -print_final_stats=1 "-max_total_time=$((seconds / count))" \
    ".build/corpus/$target" ".build/seeds/$target" > ".build/$target.log" 2>&1 \
    || { failed=1; grep -aE 'broken promise|Fatal error|ERROR|SUMMARY|Test unit written' \
      ".build/$target.log" || true; }
  grep -aE 'number_of_executed_units|slowest_unit|peak_rss' ".build/$target.log" || true
done
exit $failed

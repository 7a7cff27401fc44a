#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer, each target in turn, and ends with 1 where one of them broke a
# promise: a crash, a quote that stands elsewhere, more memory than FUZZ_MEGABYTES, or an input of
# sixteen thousand bytes that takes longer than FUZZ_SLOW seconds by itself. Inputs that do are kept
# in .build/finds and read again first next time. A target goes on after a find for as long as it
# has time, and gives up after five.
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
share=$((seconds / count))
slow=${FUZZ_SLOW:-2}
failed=0

# Reads one input alone, with the limits that count: says what it breaks, if anything. What counts
# is the time of the processor: a machine that does other work makes everything slow.
breaks() {
  local target=$1 input=$2 log=.build/$1.again.log took
  took=$(TIMEFORMAT=%U; { time FUZZ_TARGET=$target "$fuzz" -timeout=600 -report_slow_units=600 \
    -rss_limit_mb="${FUZZ_MEGABYTES:-1500}" "-artifact_prefix=.build/again-" "$input" \
    > "$log" 2>&1; } 2>&1 | tail -n 1)
  if grep -aqE 'broken promise|Fatal error|ERROR' "$log"; then
    grep -aE 'broken promise|Fatal error|ERROR' "$log" | head -n 3
    return 0
  fi
  [ "${took%.*}" -ge "$slow" ] && echo "takes $took s" && return 0
  return 1
}

for target in $targets; do
  mkdir -p "$finds/$target" ".build/corpus/$target"
  for find in "$finds/$target"/*; do
    [ -f "$find" ] || continue
    if why=$(breaks "$target" "$find"); then
      failed=1
      echo "$target: $find breaks still: $why"
    fi
  done
  arguments=(-max_len=16384 -timeout=20 "-rss_limit_mb=${FUZZ_MEGABYTES:-1500}"
    "-report_slow_units=$slow" -verbosity=0 "-artifact_prefix=$finds/$target/")
  case $target in
    markdown|html|text|encodings) arguments+=(-dict=.build/seeds/articles.dict) ;;
  esac
  echo "$target: $share s"
  until_second=$((SECONDS + share))
  log=.build/$target.log
  : > "$log"
  for _ in 1 2 3 4 5; do
    left=$((until_second - SECONDS))
    [ "$left" -gt 0 ] || break
    FUZZ_TARGET=$target "$fuzz" "${arguments[@]}" -print_final_stats=1 "-max_total_time=$left" \
      ".build/corpus/$target" ".build/seeds/$target" >> "$log" 2>&1 && break
  done
  grep -aE 'broken promise|Fatal error|Test unit written' "$log" | sort | uniq -c || true
  grep -aE 'number_of_executed_units|slowest_unit|peak_rss' "$log" | tail -n 3 || true
  # What was found is read once more, alone.
  for find in "$finds/$target"/*; do
    [ -f "$find" ] || continue
    if why=$(breaks "$target" "$find"); then
      failed=1
      echo "$target: $find: $why"
    else
      case $find in *slow-unit-*|*timeout-*) rm -f "$find" ;; esac
    fi
  done
done
exit $failed

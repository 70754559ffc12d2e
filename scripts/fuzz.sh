#!/usr/bin/env bash
# Feeds the readers of foreign bytes with garbled ones: `make fuzz TIME=600`, `make fuzz TARGET=png`, `make fuzz RUNS=10000000`.
#
# TIME is in seconds for all targets together, as many at a time as there are cores; with RUNS each target gets so many inputs
# instead, however long they take. The targets are the cases of Tests/FuzzTargets/FuzzTarget.swift. An input is a finding if
# reading it crashes, takes longer than a second or more than a gigabyte; the target then ends, and so does this, with 1.
#
# Findings are in .build-fuzz/findings, what reached new code is in .build-fuzz/corpus, where the next call goes on. To make a
# finding small: FUZZ_TARGET=png .build-fuzz/release/fuzz -minimize_crash=1 -runs=100000 FILE
set -euo pipefail
cd "$(dirname "$0")/.."
build=.build-fuzz

# One target, to its end; prints its line of the table.
if [ "${1:-}" = --one ]; then
  target=$2 corpus=$build/corpus/$2 log=$build/logs/$2
  mkdir -p "$corpus" "$build/findings" "$build/logs"
  # Swift's own report of a crash comes in the way of the sanitizer's.
  if FUZZ_TARGET=$target FUZZ_SEEDS=$corpus SWIFT_BACKTRACE=enable=no \
    ASAN_OPTIONS=quarantine_size_mb=16 LSAN_OPTIONS=suppressions=scripts/leak-sanitizer.txt "$build/release/fuzz" "$3" \
    -timeout=1 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$build/findings/$target-" \
    "$corpus" "Tests/FuzzTests/Seeds/$target" >"$log" 2>&1 </dev/null; then
    outcome=clean
  else
    outcome=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
    outcome=${outcome:-"see $log"}
  fi
  statistic() { sed -n "s/^stat::$1: *//p" "$log"; }
  printf '%-14s %12s %9s %9s %7s  %s\n' "$target" "$(statistic number_of_executed_units)" \
    "$(statistic average_exec_per_sec)" "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)" \
    "$(statistic peak_rss_mb)" "$outcome"
  [ "$outcome" = clean ]
  exit
fi

if [ "$(uname)" != Linux ]; then
  echo "fuzz: Xcode's toolchain has no libFuzzer; fuzz on Linux" >&2
  exit 69
fi
# The last option says for Swift what the first two say: of two, its compiler takes the last.
REPRISE_FUZZ=1 swift build -c release --scratch-path "$build" --product fuzz \
  --sanitize address --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer >&2

mapfile -t targets < <(sed -n 's/^  case \([a-z]*\)$/\1/p' Tests/FuzzTargets/FuzzTarget.swift)
[ -z "${TARGET:-}" ] || targets=("$TARGET")
cores=$(getconf _NPROCESSORS_ONLN)
limit=-max_total_time=$((${TIME:-600} * cores / ${#targets[@]} + 1))
[ -z "${RUNS:-}" ] || limit=-runs=$RUNS
printf '%-14s %12s %9s %9s %7s  %s\n' target inputs per-second edges MB finding
printf '%s\n' "${targets[@]}" | xargs -P "$cores" -I{} "$0" --one {} "$limit"

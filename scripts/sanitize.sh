#!/usr/bin/env bash
# The tests under AddressSanitizer and under ThreadSanitizer: sanitize.sh [address|thread]…, optimized as they are shipped.
#
# What does not run here:
# * FaultsTests: they load a library before the tool, and a sanitizer's own must be the first;
# * the count of allocations in a training step: a sanitizer has allocation functions of its own. The test says so itself.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -gt 0 ] || set -- address thread
for sanitizer; do
  options=(-c release --sanitize "$sanitizer" --scratch-path ".build-$sanitizer")
  swift build "${options[@]}" --build-tests
  TSAN_OPTIONS=suppressions=$PWD/scripts/thread-sanitizer.txt \
    swift test "${options[@]}" --skip-build --disable-xctest --skip FaultsTests
done

#!/usr/bin/env bash
# The tests under AddressSanitizer and under ThreadSanitizer: sanitize.sh [address|thread]…, optimized as they are shipped.
#
# What does not run here:
# * FaultsTests: they load a library before the tool, and a sanitizer's own must be the first;
# * the count of allocations in a training step: a sanitizer has allocation functions of its own. The test says so itself;
# * the search for leaks: where the tool meets an error it ends with all that it has then. `make fuzz` searches for leaks in
#   what reads.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -gt 0 ] || set -- address thread
for sanitizer; do
  options=(-c release --sanitize "$sanitizer" --scratch-path ".build-$sanitizer")
  swift build "${options[@]}" --build-tests
  ASAN_OPTIONS=detect_leaks=0 swift test "${options[@]}" --skip-build --disable-xctest --skip FaultsTests
done

#!/usr/bin/env bash
# A short run from the configuration to the digest, end to end, compared with the digest that is committed:
# on the widest instruction set with two threads, on plain x86-64 vectors, and in a debug build if asked.
# Usage: short-run.sh [--debug]
set -euo pipefail
cd "$(dirname "$0")/.."

expected=$(cat Tests/short-run.sha256)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

compare() {
  local name=$1 tool=$2
  shift 2
  local actual
  actual=$("$tool" run configs/001/batch-32.yaml --set epochs=1 --set dataset.limit=2000 --quiet \
    --output "$folder/$name" "$@" | tail -n 1)
  if [ "$actual" != "model sha256 $expected" ]; then
    echo "short run ($name): $actual, but Tests/short-run.sha256 says $expected" >&2
    exit 104
  fi
  echo "short run ($name): model sha256 $expected"
}

compare release .build/release/reprise --threads 2
REPRISE_ISA=scalar compare scalar .build/release/reprise --threads 2
if [ "${1:-}" = --debug ]; then
  swift build --product reprise
  compare debug .build/debug/reprise --threads 2
fi

#!/usr/bin/env bash
# Short runs from the configuration to the digest, end to end, compared with the digests that are committed:
# a classifier, and a network with every operator; on the widest and the plainest instruction set, and in a
# debug build if asked.
# Usage: short-run.sh [--debug]
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# compare NAME EXPECTED TOOL ARGUMENT...
compare() {
  local name=$1 expected=$2 tool=$3 actual
  shift 3
  actual=$("$tool" run "$@" --quiet --output "$folder/$name" | tail -n 1)
  if [ "$actual" != "model sha256 $expected" ]; then
    echo "short run ($name): $actual, but $expected is committed" >&2
    exit 104
  fi
  echo "short run ($name): $actual"
}

classifier=(configs/001/batch-32.yaml --set epochs=1 --set dataset.fashion-mnist.limit=2000)
classifier_digest=$(cat Tests/short-run.sha256)
operators=(Sources/Experiments/Diagnosis/every-operator.yaml)
operators_digest=$(sed -n 's/^cross-entropy //p' Sources/Experiments/Diagnosis/every-operator.sha256)

# both NAME TOOL
both() {
  compare "$1-classifier" "$classifier_digest" "$2" "${classifier[@]}" --threads 2
  compare "$1-operators" "$operators_digest" "$2" "${operators[@]}" --threads 3
}

both release .build/release/reprise
REPRISE_ISA=scalar both scalar .build/release/reprise
if [ "${1:-}" = --debug ]; then
  swift build --product reprise
  both debug .build/debug/reprise
fi

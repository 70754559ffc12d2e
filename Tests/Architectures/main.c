// Prints the digests of an instruction set: architectures scalar|sse2|avx2|avx512|neon

#include <stdio.h>
#include <string.h>

#include "architectures.h"

int main(int argc, char **argv) {
  static const char *const names[] = {
      [REPRISE_ISA_SCALAR] = "scalar", [REPRISE_ISA_SSE2] = "sse2", [REPRISE_ISA_AVX2] = "avx2",
      [REPRISE_ISA_AVX512] = "avx512", [REPRISE_ISA_NEON] = "neon",
  };
  for (unsigned isa = 0; argc == 2 && isa < sizeof names / sizeof *names; isa++) {
    if (strcmp(argv[1], names[isa]) != 0) continue;
    const char *const table = architectures_table((reprise_isa)isa);
    if (table) return fputs(table, stdout) < 0;
    fprintf(stderr, "architectures: this machine does not run %s\n", argv[1]);
    return 69;
  }
  fputs("usage: architectures scalar|sse2|avx2|avx512|neon\n", stderr);
  return 64;
}

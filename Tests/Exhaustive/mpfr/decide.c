// Decides hard cases with MPFR: reads lines `function,input` (as `exhaustive --list` prints them), writes
// lines `function,input,output`. Not part of the build:
//
//   clang -O2 Tests/Exhaustive/mpfr/decide.c -lmpfr -o decide
//   exhaustive --list 8 | sort | ./decide
//
// 400 bits are rounded to 24. The values are transcendental (x is not 0, nor 1 for log), so none lies on a
// boundary; the nearest found is the sigmoid's at 2^-23, about 2^-75 away.

#include <mpfr.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static int evaluate(const char *name, mpfr_t y, mpfr_t x) {
  if (strcmp(name, "exp") == 0) mpfr_exp(y, x, MPFR_RNDN);
  else if (strcmp(name, "expm1") == 0) mpfr_expm1(y, x, MPFR_RNDN);
  else if (strcmp(name, "tanh") == 0) mpfr_tanh(y, x, MPFR_RNDN);
  else if (strcmp(name, "log") == 0) mpfr_log(y, x, MPFR_RNDN);
  else if (strcmp(name, "log1p") == 0) mpfr_log1p(y, x, MPFR_RNDN);
  else if (strcmp(name, "sin") == 0) mpfr_sin(y, x, MPFR_RNDN);
  else if (strcmp(name, "cos") == 0) mpfr_cos(y, x, MPFR_RNDN);
  else if (strcmp(name, "sigmoid") == 0) {
    mpfr_neg(y, x, MPFR_RNDN);
    mpfr_exp(y, y, MPFR_RNDN);
    mpfr_add_ui(y, y, 1, MPFR_RNDN);
    mpfr_ui_div(y, 1, y, MPFR_RNDN);
  } else return 0;
  return 1;
}

int main(void) {
  mpfr_t x, y;
  mpfr_init2(x, 24);
  mpfr_init2(y, 400);
  char name[16];
  uint32_t bits;
  while (scanf("%15[a-z0-9],%x ", name, &bits) == 2) {
    float value;
    memcpy(&value, &bits, sizeof value);
    mpfr_set_flt(x, value, MPFR_RNDN);
    if (!evaluate(name, y, x)) {
      fprintf(stderr, "no function %s\n", name);
      return 1;
    }
    value = mpfr_get_flt(y, MPFR_RNDN);
    uint32_t output;
    memcpy(&output, &value, sizeof output);
    printf("%s,%08x,%08x\n", name, bits, output);
  }
  return 0;
}

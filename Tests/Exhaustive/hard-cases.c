#include "hard-cases.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CAPACITY = 8192 };

typedef struct {
  char function[12];
  uint32_t input;
  uint32_t output;
} hard_case;

static hard_case cases[CAPACITY];
static int case_count;

bool hard_cases_load(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) {
    fprintf(stderr, "%s: cannot be read; name the table with --hard-cases FILE\n", path);
    return false;
  }
  char line[256];
  for (int number = 1; fgets(line, sizeof line, file); number++) {
    if (line[0] == '#' || strncmp(line, "function,", 9) == 0) continue;
    hard_case c;
    if (case_count == CAPACITY
        || sscanf(line, "%11[a-z0-9],%" SCNx32 ",%" SCNx32, c.function, &c.input, &c.output) != 3) {
      fprintf(stderr, "%s:%d: expected function,input,output in hexadecimal, and at most %d lines\n", path,
              number, CAPACITY);
      fclose(file);
      return false;
    }
    cases[case_count++] = c;
  }
  fclose(file);
  return true;
}

bool hard_case_find(const char *function, uint32_t input, uint32_t *output) {
  for (int i = 0; i < case_count; i++) {
    if (cases[i].input == input && strcmp(cases[i].function, function) == 0) {
      *output = cases[i].output;
      return true;
    }
  }
  return false;
}

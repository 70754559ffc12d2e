#pragma once

#include <stdbool.h>
#include <stdint.h>

// Reads the table of hard cases; false, with a message on stderr, if it cannot be used.
bool hard_cases_load(const char *path);

// The frozen output for an input that the error bound leaves open; false if the table has none.
bool hard_case_find(const char *function, uint32_t input, uint32_t *output);

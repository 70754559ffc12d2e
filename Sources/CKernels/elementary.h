// Elementary functions from + - * / and integers alone, so that every machine gives the same bits.
//
// The Float functions are correctly rounded: proved for each of the 2^32 inputs by Tests/Exhaustive, with
// the bounds derived in Documentation/numerics.md. The Double functions have errors below one ulp. Their
// sequences of operations are part of the contract: reordering an expression changes bits.
//
// All but sin and cos are free of branches and tables, so that a loop over them vectorizes. Fusing a
// multiplication into an addition would change bits, hence the pragma; fma itself is never used here.
//
// Coefficients: Sollya's fpminimax(f, degree, [|D...|], interval, absolute).
#pragma once

#include "exponential.h"
#include "logarithm.h"
#include "trigonometry.h"

#pragma once

#include <stdint.h>

// Elementary functions of one number a call. The kernels include `elementary.h` instead, whose loops vectorize; both
// give the same bits on every machine. Swift calls the logarithm, sine and cosine of Doubles and the power; by the
// others the tests see each function of the contract alone, without the kernels around it.
//
// The usual edges hold: NaN gives NaN, log(0) = -infinity, log of a negative number is NaN, f(-0) = -0 for
// the odd functions, expm1 and log1p; sin and cos of an infinity are NaN.

// Correctly rounded for every input.
float reprise_float_exp(float x);
float reprise_float_expm1(float x);
float reprise_float_log(float x);
float reprise_float_log1p(float x);
float reprise_float_tanh(float x);
// 1 / (1 + exp(-x)).
float reprise_float_sigmoid(float x);
float reprise_float_sin(float x);
float reprise_float_cos(float x);

// Within one unit of the last place.
double reprise_double_exp(double x);
double reprise_double_expm1(double x);
double reprise_double_log(double x);
double reprise_double_log1p(double x);
double reprise_double_tanh(double x);
double reprise_double_sigmoid(double x);
double reprise_double_sin(double x);
double reprise_double_cos(double x);

// base^n within one unit of the last place, for n < 2^44 (Adam's beta^t). base^0 is 1 for every base.
double reprise_pow_int(double base, uint64_t n);

// a * b + c rounded once, from + - * and integers alone.
float reprise_fmaf_soft_exported(float a, float b, float c);
double reprise_fma_soft_exported(double a, double b, double c);

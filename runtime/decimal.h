// decimal.h -- decimal digits of binary floating-point numbers, exact.
#ifndef CJAX_RUNTIME_DECIMAL_H
#define CJAX_RUNTIME_DECIMAL_H

#include "runtime/dtype.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum FloatKind { FLOAT_FINITE, FLOAT_INF, FLOAT_NAN } FloatKind;

// A number taken apart: (-1)^negative * mantissa * 2^exponent.
typedef struct Float {
  FloatKind kind;
  bool negative;
  bool lower_closer; // the neighbour below is half as far as the one above
  int exponent;
  uint64_t mantissa;
} Float;

// bits: the number's encoding in a type of real floats.
Float float_decode(Dtype d, uint64_t bits);
// The nearest double of a finite or infinite number is exact for every type here.
uint64_t float_double_bits(const Float *x);

// The digits d1 d2 ... dn of 0.d1d2...dn * 10^point, without trailing zeros; zero is n = 0,
// point 1.
typedef struct Decimal {
  int count, point;
  char digits[772]; // a double has at most 767
} Decimal;

typedef enum CutoffKind { CUTOFF_NONE, CUTOFF_FRACTION, CUTOFF_SIGNIFICANT } CutoffKind;
typedef struct Cutoff {
  CutoffKind kind;
  int digits;
} Cutoff;

// The shortest digits that no other number of x's type is nearer to, cut (correctly rounded) where
// `cutoff` says.
void decimal_shortest(const Float *x, Cutoff cutoff, Decimal *out);
// The exact value, cut where `cutoff` says, ties to even.
void decimal_exact(const Float *x, Cutoff cutoff, Decimal *out);
// The digit of weight 10^power, '0' outside.
char decimal_digit(const Decimal *d, int power);

#endif

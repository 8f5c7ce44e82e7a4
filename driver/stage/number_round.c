// number_round.c -- round(): ties to even, and floats correctly in decimal.
#include "driver/stage/vm_internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// Floats have no digit beyond 10^-323, none above 10^308.
enum { MOST_DIGITS = 323, LEAST_DIGITS = -308 };

// n to a multiple of 10^digits.
static bool round_int(VM *vm, Value n, int64_t digits, Value *out) {
  Value unit, r, twice, half, q;
  bool up;
  if (!number_binary(vm, BINARY_POW, v_int(10), v_int(digits), &unit)) return false;
  if (!number_binary(vm, BINARY_FLOORDIV, n, unit, &q)) return false;
  if (!number_binary(vm, BINARY_MOD, n, unit, &r)) return false;
  if (!number_binary(vm, BINARY_MUL, r, v_int(2), &twice)) return false;
  number_compare(COMPARE_GT, twice, unit, &up);
  if (!up && bigint_compare(twice, unit) == 0) {
    if (!number_binary(vm, BINARY_AND, q, v_int(1), &half)) return false;
    up = half.i == 1;
  }
  if (!number_binary(vm, BINARY_SUB, n, r, out)) return false;
  return !up || number_binary(vm, BINARY_ADD, *out, unit, out);
}

static bool round_float(VM *vm, double x, int64_t digits, Value *out) {
  char text[800];
  double y;
  if (!isfinite(x) || digits > MOST_DIGITS) return *out = v_float(x), true;
  if (digits < LEAST_DIGITS) return *out = v_float(0.0 * x), true;
  if (digits >= 0) {
    snprintf(text, sizeof text, "%.*f", (int)digits, x);
    y = strtod(text, NULL);
  } else {
    double unit = pow(10, (double)-digits), z = x / unit;
    y = round(z);
    if (fabs(z - y) == 0.5) y = 2 * round(z / 2);
    y *= unit;
  }
  if (isinf(y)) return vm_raise(vm, E_OverflowError, "rounded value too large to represent");
  *out = v_float(y);
  return true;
}

static bool float_to_nearest_int(VM *vm, double x, Value *out) {
  if (isnan(x)) return vm_raise(vm, E_ValueError, "cannot convert float NaN to integer");
  if (isinf(x)) return vm_raise(vm, E_OverflowError, "cannot convert float infinity to integer");
  *out = bigint_from_double(vm, rint(x));
  return true;
}

bool number_round(VM *vm, Value v, Value ndigits, Value *out) {
  int64_t digits = 0;
  Value i;
  if (v_is(v, O_COMPLEX))
    return vm_raise(vm, E_TypeError, "type complex doesn't define __round__ method");
  if (!v_is_none(ndigits) && !value_index(vm, ndigits, &digits)) return false;
  if (int_value(v, &i)) {
    if (digits >= 0) return *out = i, true;
    return round_int(vm, i, -digits, out);
  }
  if (v_is_none(ndigits)) return float_to_nearest_int(vm, v.f, out);
  return round_float(vm, v.f, digits, out);
}

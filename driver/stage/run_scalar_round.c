// run_scalar_round.c -- round(x, n) of a float that only the executable knows, correct in decimal.
//
// With p = |x| * 10^n rounded and e its exact error (Dekker's product), the multiple of 10^-n
// nearest to |x| is floor(p) or the next, as p's fraction says; where that is one half, e decides,
// and ties go to even.  Dividing by 10^n, which is exact up to n = 22, rounds once, to the double
// nearest to that decimal number: what CPython gives.
#include "driver/stage/staging.h"

#include <math.h>

// A computation in steps: once one has failed, the rest is skipped.
typedef struct Steps {
  VM *vm;
  bool ok;
} Steps;

static Value arithmetic(Steps *s, BinaryOp op, Value x, Value y) {
  Value out = V_NONE;
  s->ok = s->ok && value_binary(s->vm, op, x, y, &out);
  return out;
}
#define ADD(x, y) arithmetic(s, BINARY_ADD, x, y)
#define SUB(x, y) arithmetic(s, BINARY_SUB, x, y)
#define MUL(x, y) arithmetic(s, BINARY_MUL, x, y)
#define DIV(x, y) arithmetic(s, BINARY_DIV, x, y)

static Value compare(Steps *s, CompareOp op, Value x, Value y) {
  Value out = V_NONE;
  s->ok = s->ok && value_compare(s->vm, op, x, y, &out);
  return out;
}

static Value where(Steps *s, Value pred, Value yes, Value no) {
  Value out = V_NONE;
  s->ok = s->ok && run_scalar_where(s->vm, pred, yes, no, &out);
  return out;
}

static Value apply(Steps *s, OpKind k, Value x) {
  Value out = V_NONE;
  s->ok = s->ok && run_scalar_apply(s->vm, k, 1, &x, RUN_FLOAT, &out);
  return out;
}

// The upper half of x's digits.
static Value upper_half(Steps *s, Value x) {
  Value t = MUL(x, v_float(134217729.0));
  return SUB(t, SUB(t, x));
}

// x * y - p, exactly, where p is the rounded product.
static Value product_error(Steps *s, Value x, double y, Value p) {
  double t = y * 134217729.0, y_high = t - (t - y), y_low = y - y_high;
  Value high = upper_half(s, x), low = SUB(x, high);
  Value e = SUB(MUL(high, v_float(y_high)), p);
  e = ADD(e, MUL(high, v_float(y_low)));
  e = ADD(e, MUL(low, v_float(y_high)));
  return ADD(e, MUL(low, v_float(y_low)));
}

// floor(p), or one more: p + e is nearer to it, or as near and it is even.
static Value nearest(Steps *s, Value p, Value e) {
  Value zero = v_float(0), one = v_float(1), half = v_float(0.5);
  Value down = apply(s, OP_FLOOR, p), fraction = SUB(p, down);
  Value halved = MUL(down, half);
  Value odd = compare(s, COMPARE_NE, halved, apply(s, OP_FLOOR, halved));
  Value even_up = where(s, odd, one, zero);
  Value below = where(s, compare(s, COMPARE_LT, e, zero), zero, even_up);
  Value tie = where(s, compare(s, COMPARE_GT, e, zero), one, below);
  Value plain = where(s, compare(s, COMPARE_GT, fraction, half), one, zero);
  return ADD(down, where(s, compare(s, COMPARE_EQ, fraction, half), tie, plain));
}

bool run_scalar_round(VM *vm, Value x, int64_t n, Value *out) {
  Steps steps = {vm, true}, *s = &steps;
  double unit = pow(10, (double)(n < 0 ? -n : n));
  Value size = apply(s, OP_ABS, x), r;
  if (n >= 0) {
    Value p = MUL(size, v_float(unit));
    r = DIV(nearest(s, p, product_error(s, size, unit, p)), v_float(unit));
    // So large that no digit is behind place n; or no number.
    Value fits = compare(s, COMPARE_LT, p, v_float(4503599627370496.0));
    r = where(s, fits, r, size);
  } else {
    Value p = DIV(size, v_float(unit));
    r = MUL(nearest(s, p, v_float(0)), v_float(unit));
  }
  Value negative = compare(s, COMPARE_LT, x, v_float(0));
  r = where(s, negative, SUB(v_float(0), r), r);
  if (s->ok) *out = where(s, compare(s, COMPARE_EQ, r, v_float(0)), MUL(x, v_float(0)), r);
  return s->ok;
}

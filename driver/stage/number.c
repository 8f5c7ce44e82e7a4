// number.c -- arithmetic and comparison of bool, int, float and complex.
#include "driver/stage/vm_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool value_is_int(Value v) { return v.tag == TAG_INT || v.tag == TAG_BOOL || v_is(v, O_BIGINT); }

Value value_unwrap(Value v) {
  if (v_is(v, O_INSTANCE) && !v_is_empty(((Instance *)v.o)->payload))
    return ((Instance *)v.o)->payload;
  return v;
}

bool value_is_number(Value v) {
  v = value_unwrap(v);
  return value_is_int(v) || v.tag == TAG_FLOAT || v_is(v, O_COMPLEX);
}

bool int_value(Value v, Value *out) {
  v = value_unwrap(v);
  if (!value_is_int(v)) return false;
  *out = v.tag == TAG_BOOL ? v_int(v.b) : v;
  return true;
}

bool complex_parts(Value v, double *re, double *im) {
  *im = 0;
  if (v_is(v, O_COMPLEX)) {
    *re = ((Complex *)v.o)->re;
    *im = ((Complex *)v.o)->im;
  } else if (v.tag == TAG_FLOAT) {
    *re = v.f;
  } else if (v.tag == TAG_INT) {
    *re = (double)v.i;
  } else {
    return false;
  }
  return true;
}

// ---- ints

static bool zero_division(VM *vm, BinaryOp op) {
  return vm_raise(
      vm, E_ZeroDivisionError, "%s",
      op == BINARY_MOD ? "integer modulo by zero" : "integer division or modulo by zero");
}

static bool int_true_divide(VM *vm, Value a, Value b, Value *out) {
  double x, y;
  if (b.tag == TAG_INT && b.i == 0) return vm_raise(vm, E_ZeroDivisionError, "division by zero");
  bool exact = a.tag == TAG_INT && b.tag == TAG_INT && llabs(a.i) <= (int64_t)1 << 53 &&
               llabs(b.i) <= (int64_t)1 << 53;
  if (exact) return *out = v_float((double)a.i / (double)b.i), true;
  // Scaled so that the quotient has 64 to 66 bits, the last one sticky.
  int64_t shift = 65 - (bigint_bit_length(a) - bigint_bit_length(b));
  Value q, r, up = v_int(llabs(shift)), n = a, d = b;
  if (!bigint_binary(vm, BINARY_LSHIFT, shift > 0 ? a : b, up, shift > 0 ? &n : &d)) return false;
  bool negative = bigint_is_negative(n) != bigint_is_negative(d);
  if (bigint_is_negative(n)) n = bigint_unary(vm, UNARY_NEG, n);
  if (bigint_is_negative(d)) d = bigint_unary(vm, UNARY_NEG, d);
  if (!bigint_binary(vm, BINARY_FLOORDIV, n, d, &q) || !bigint_binary(vm, BINARY_MOD, n, d, &r))
    return false;
  if (!(r.tag == TAG_INT && r.i == 0) && !bigint_binary(vm, BINARY_OR, q, v_int(1), &q))
    return false;
  if (!bigint_to_double(vm, q, &x)) return false;
  y = ldexp(x, (int)-shift);
  if (isinf(y))
    return vm_raise(vm, E_OverflowError, "integer division result too large for a float");
  *out = v_float(negative ? -y : y);
  return true;
}

static bool float_pow(VM *vm, double x, double y, Value *out);

static bool small_pow(int64_t a, int64_t e, int64_t *out) {
  int64_t r = 1;
  while (e) {
    if (e & 1 && __builtin_mul_overflow(r, a, &r)) return false;
    e >>= 1;
    if (e && __builtin_mul_overflow(a, a, &a)) return false;
  }
  *out = r;
  return true;
}

static bool int_pow(VM *vm, Value a, Value b, Value *out) {
  double x, y;
  int64_t r;
  if (bigint_is_negative(b)) {
    if (a.tag == TAG_INT && a.i == 0)
      return vm_raise(vm, E_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (!bigint_to_double(vm, a, &x) || !bigint_to_double(vm, b, &y)) return false;
    return float_pow(vm, x, y, out);
  }
  if (a.tag == TAG_INT && b.tag == TAG_INT && small_pow(a.i, b.i, &r)) {
    *out = v_int(r);
    return true;
  }
  return bigint_binary(vm, BINARY_POW, a, b, out);
}

static bool int_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  bool small = a.tag == TAG_INT && b.tag == TAG_INT;
  int64_t r;
  if ((op == BINARY_FLOORDIV || op == BINARY_MOD) && b.tag == TAG_INT && b.i == 0)
    return zero_division(vm, op);
  switch (op) {
  case BINARY_ADD:
    if (small && !__builtin_add_overflow(a.i, b.i, &r)) return *out = v_int(r), true;
    break;
  case BINARY_SUB:
    if (small && !__builtin_sub_overflow(a.i, b.i, &r)) return *out = v_int(r), true;
    break;
  case BINARY_MUL:
    if (small && !__builtin_mul_overflow(a.i, b.i, &r)) return *out = v_int(r), true;
    break;
  case BINARY_DIV: return int_true_divide(vm, a, b, out);
  case BINARY_FLOORDIV:
    if (!small || (a.i == INT64_MIN && b.i == -1)) break;
    r = a.i / b.i;
    *out = v_int(r - (a.i % b.i != 0 && (a.i < 0) != (b.i < 0)));
    return true;
  case BINARY_MOD:
    if (!small || b.i == -1) break;
    r = a.i % b.i;
    *out = v_int(r && (r < 0) != (b.i < 0) ? r + b.i : r);
    return true;
  case BINARY_POW: return int_pow(vm, a, b, out);
  case BINARY_AND:
    if (small) return *out = v_int(a.i & b.i), true;
    break;
  case BINARY_OR:
    if (small) return *out = v_int(a.i | b.i), true;
    break;
  case BINARY_XOR:
    if (small) return *out = v_int(a.i ^ b.i), true;
    break;
  case BINARY_LSHIFT:
    if (small && b.i >= 0 && b.i < 62 && llabs(a.i) < (int64_t)1 << (62 - b.i))
      return *out = v_int(a.i * ((int64_t)1 << b.i)), true;
    break;
  case BINARY_RSHIFT:
    if (small && b.i >= 0) return *out = v_int(a.i >> (b.i < 63 ? b.i : 63)), true;
    break;
  default: return *out = vm->not_implemented, true;
  }
  return bigint_binary(vm, op, a, b, out);
}

// ---- floats

static double float_mod(double x, double y) {
  double r = fmod(x, y);
  if (r != 0) return (r < 0) != (y < 0) ? r + y : r;
  return copysign(0.0, y);
}

static double float_floordiv(double x, double y) {
  double r = fmod(x, y), q = (x - r) / y;
  if (r != 0 && (r < 0) != (y < 0)) q -= 1;
  if (q == 0) return copysign(0.0, x / y);
  double f = floor(q);
  return q - f > 0.5 ? f + 1 : f;
}

static bool complex_pow(VM *vm, double a, double b, double c, double d, Value *out);

static bool float_pow(VM *vm, double x, double y, Value *out) {
  if (x == 0 && y < 0)
    return vm_raise(vm, E_ZeroDivisionError, "0.0 cannot be raised to a negative power");
  if (x < 0 && isfinite(x) && isfinite(y) && y != floor(y)) return complex_pow(vm, x, 0, y, 0, out);
  double r = pow(x, y);
  if (isinf(r) && isfinite(x) && isfinite(y))
    return vm_raise(vm, E_OverflowError, "(34, 'Numerical result out of range')");
  *out = v_float(r);
  return true;
}

static bool float_binary(VM *vm, BinaryOp op, double x, double y, Value *out) {
  switch (op) {
  case BINARY_ADD: *out = v_float(x + y); return true;
  case BINARY_SUB: *out = v_float(x - y); return true;
  case BINARY_MUL: *out = v_float(x * y); return true;
  case BINARY_DIV:
    if (y == 0) return vm_raise(vm, E_ZeroDivisionError, "float division by zero");
    *out = v_float(x / y);
    return true;
  case BINARY_FLOORDIV:
    if (y == 0) return vm_raise(vm, E_ZeroDivisionError, "float floor division by zero");
    *out = v_float(float_floordiv(x, y));
    return true;
  case BINARY_MOD:
    if (y == 0) return vm_raise(vm, E_ZeroDivisionError, "float modulo");
    *out = v_float(float_mod(x, y));
    return true;
  case BINARY_POW: return float_pow(vm, x, y, out);
  default: *out = vm->not_implemented; return true;
  }
}

// ---- complex

static bool complex_divide(VM *vm, double a, double b, double c, double d, Value *out) {
  // Smith's method, as CPython.
  if (c == 0 && d == 0) return vm_raise(vm, E_ZeroDivisionError, "complex division by zero");
  if (fabs(c) >= fabs(d)) {
    double ratio = d / c, denominator = c + d * ratio;
    *out = complex_new(vm, (a + b * ratio) / denominator, (b - a * ratio) / denominator);
  } else {
    double ratio = c / d, denominator = c * ratio + d;
    *out = complex_new(vm, (a * ratio + b) / denominator, (b * ratio - a) / denominator);
  }
  return true;
}

static Value complex_powi(VM *vm, double a, double b, int n) {
  double re = 1, im = 0, t;
  for (unsigned k = (unsigned)(n < 0 ? -n : n); k; k >>= 1) {
    if (k & 1) t = re * a - im * b, im = re * b + im * a, re = t;
    t = a * a - b * b, b = 2 * a * b, a = t;
  }
  return complex_new(vm, re, im);
}

static bool complex_pow(VM *vm, double a, double b, double c, double d, Value *out) {
  if (c == 0 && d == 0) return *out = complex_new(vm, 1, 0), true;
  if (a == 0 && b == 0) {
    if (d != 0 || c < 0)
      return vm_raise(vm, E_ZeroDivisionError, "0.0 to a negative or complex power");
    return *out = complex_new(vm, 0, 0), true;
  }
  if (d == 0 && c == floor(c) && fabs(c) <= 100) {
    Value p = complex_powi(vm, a, b, (int)c);
    if (c > 0) return *out = p, true;
    return complex_divide(vm, 1, 0, ((Complex *)p.o)->re, ((Complex *)p.o)->im, out);
  }
  double size = hypot(a, b), length = pow(size, c), at = atan2(b, a), phase = at * c;
  if (d != 0) {
    length *= exp(-at * d);
    phase += d * log(size);
  }
  *out = complex_new(vm, length * cos(phase), length * sin(phase));
  return true;
}

static bool complex_binary(VM *vm, BinaryOp op, Value x, Value y, Value *out) {
  double a = 0, b = 0, c = 0, d = 0;
  complex_parts(x, &a, &b);
  complex_parts(y, &c, &d);
  switch (op) {
  case BINARY_ADD: *out = complex_new(vm, a + c, b + d); return true;
  case BINARY_SUB: *out = complex_new(vm, a - c, b - d); return true;
  case BINARY_MUL: *out = complex_new(vm, a * c - b * d, a * d + b * c); return true;
  case BINARY_DIV: return complex_divide(vm, a, b, c, d, out);
  case BINARY_POW: return complex_pow(vm, a, b, c, d, out);
  default: *out = vm->not_implemented; return true;
  }
}

bool number_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  a = value_unwrap(a);
  b = value_unwrap(b);
  if (a.tag == TAG_BOOL && b.tag == TAG_BOOL && op >= BINARY_AND && op <= BINARY_XOR) {
    bool r = op == BINARY_AND ? a.b & b.b : op == BINARY_OR ? a.b | b.b : a.b ^ b.b;
    return *out = v_bool(r), true;
  }
  if (a.tag == TAG_BOOL) a = v_int(a.b);
  if (b.tag == TAG_BOOL) b = v_int(b.b);
  if (value_is_int(a) && value_is_int(b)) return int_binary(vm, op, a, b, out);
  if (!value_is_number(a) || !value_is_number(b)) return *out = vm->not_implemented, true;
  double x, y;
  if (v_is(a, O_COMPLEX) || v_is(b, O_COMPLEX)) {
    if (v_is(a, O_BIGINT)) {
      if (!bigint_to_double(vm, a, &x)) return false;
      a = v_float(x);
    }
    if (v_is(b, O_BIGINT)) {
      if (!bigint_to_double(vm, b, &y)) return false;
      b = v_float(y);
    }
    return complex_binary(vm, op, a, b, out);
  }
  if (a.tag == TAG_FLOAT)
    x = a.f;
  else if (!bigint_to_double(vm, a, &x))
    return false;
  if (b.tag == TAG_FLOAT)
    y = b.f;
  else if (!bigint_to_double(vm, b, &y))
    return false;
  return float_binary(vm, op, x, y, out);
}

static bool order_holds(CompareOp op, int order) {
  switch (op) {
  case COMPARE_LT: return order < 0;
  case COMPARE_LE: return order <= 0;
  case COMPARE_EQ: return order == 0;
  case COMPARE_NE: return order != 0;
  case COMPARE_GT: return order > 0;
  default: return order >= 0;
  }
}

static int compare_mixed(Value i, double f) {
  if (i.tag == TAG_INT && llabs(i.i) <= (int64_t)1 << 53)
    return ((double)i.i > f) - ((double)i.i < f);
  return bigint_compare_double(i, f);
}

bool number_compare(CompareOp op, Value a, Value b, bool *out) {
  a = value_unwrap(a);
  b = value_unwrap(b);
  if (!value_is_number(a) || !value_is_number(b)) return false;
  if (a.tag == TAG_BOOL) a = v_int(a.b);
  if (b.tag == TAG_BOOL) b = v_int(b.b);
  if (v_is(a, O_COMPLEX) || v_is(b, O_COMPLEX)) {
    double re, im, re2, im2;
    if (op != COMPARE_EQ && op != COMPARE_NE) return false;
    bool known = complex_parts(a, &re, &im) && complex_parts(b, &re2, &im2);
    *out = (known && re == re2 && im == im2) == (op == COMPARE_EQ);
    return true;
  }
  bool nan = (a.tag == TAG_FLOAT && isnan(a.f)) || (b.tag == TAG_FLOAT && isnan(b.f));
  if (nan) return *out = op == COMPARE_NE, true;
  int order;
  if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT)
    order = (a.f > b.f) - (a.f < b.f);
  else if (a.tag == TAG_FLOAT)
    order = -compare_mixed(b, a.f);
  else if (b.tag == TAG_FLOAT)
    order = compare_mixed(a, b.f);
  else if (a.tag == TAG_INT && b.tag == TAG_INT)
    order = (a.i > b.i) - (a.i < b.i);
  else
    order = bigint_compare(a, b);
  *out = order_holds(op, order);
  return true;
}

// ---- Hashes, as CPython's.

uint64_t hash_int(int64_t i) {
  const uint64_t p = ((uint64_t)1 << 61) - 1;
  uint64_t u = (i < 0 ? -(uint64_t)i : (uint64_t)i) % p;
  int64_t h = i < 0 ? -(int64_t)u : (int64_t)u;
  return (uint64_t)(h == -1 ? -2 : h);
}

uint64_t hash_float(double f) {
  const uint64_t p = ((uint64_t)1 << 61) - 1;
  if (isinf(f)) return f > 0 ? 314159 : (uint64_t)-314159;
  if (isnan(f)) return 0;
  int e;
  double m = frexp(fabs(f), &e);
  uint64_t x = 0;
  while (m != 0) {
    x = ((x << 28) & p) | x >> (61 - 28);
    m *= 268435456.0;
    e -= 28;
    uint64_t y = (uint64_t)m;
    m -= (double)y;
    x += y;
    if (x >= p) x -= p;
  }
  e = e >= 0 ? e % 61 : 61 - 1 - ((-1 - e) % 61);
  x = ((x << e) & p) | x >> (61 - e);
  int64_t h = f < 0 ? -(int64_t)x : (int64_t)x;
  return (uint64_t)(h == -1 ? -2 : h);
}

// unary.c -- elementwise ops of one operand.
//
// Floats are computed in double and rounded to the element type.  Where arithmetic happens,
// denormal operands and results are flushed, as JAX's arithmetic does.
#include "dialect/interpret/array.h"

#include <math.h>
#include <string.h>

typedef double FloatFn(double x);

static bool map_float(const OpCall *c, const Array *x, const Array *y, FloatFn *f) {
  if (dtype_is_complex(x->dtype)) return complex_unary(c, x, y);
  for (int64_t i = 0; i < x->n; i++) {
    double in = scalar_flush(x->dtype, array_get(x, i)).f;
    Scalar out = scalar_round(y->dtype, (Scalar){.f = f(in)});
    array_put(y, i, scalar_flush(y->dtype, out));
  }
  return true;
}

static double logistic(double x) { return 1 / (1 + exp(-x)); }
static double rsqrt(double x) { return 1 / sqrt(x); }

static double sign_of(double x) { return isnan(x) || x == 0 ? x : x > 0 ? 1 : -1; }

// Giles, "Approximating the erfinv function" (2010), single precision: two polynomials in
// w = -log(1 - x^2), highest power first.
static double erf_inv_guess(double x) {
  static const double near[] = {2.81022636e-08,  3.43273939e-07, -3.5233877e-06,
                                -4.39150654e-06, 0.00021858087,  -0.00125372503,
                                -0.00417768164,  0.246640727,    1.50140941};
  static const double far[] = {-0.000200214257, 0.000100950558, 0.00134934322,
                               -0.00367342844,  0.00573950773,  -0.0076224613,
                               0.00943887047,   1.00167406,     2.83297682};
  if (fabs(x) == 1) return x * INFINITY;
  double w = -log1p(-x * x);
  const double *k = w < 5 ? near : far;
  w = w < 5 ? w - 2.5 : sqrt(w) - 3;
  double p = k[0];
  for (int i = 1; i < 9; i++) p = k[i] + p * w;
  return p * x;
}

// Newton's method on erfc, which keeps its digits in the tail: |x| -> z with erfc(z) = 1 - |x|.
static double erf_inv(double x) {
  double z = fabs(erf_inv_guess(x));
  if (isinf(z) || isnan(z)) return copysign(z, x);
  for (int i = 0; i < 3; i++) {
    double error = fabs(x) < 0.5 ? erf(z) - fabs(x) : (1 - fabs(x)) - erfc(z);
    z -= error / (M_2_SQRTPI * exp(-z * z));
  }
  return copysign(z, x);
}

#define FLOAT(name, f)                                                                             \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return map_float(c, x[0], y[0], f);                                                            \
  }
FLOAT(floor, floor)
FLOAT(ceil, ceil)
FLOAT(exp, exp)
FLOAT(exp2, exp2)
FLOAT(log, log)
FLOAT(expm1, expm1)
FLOAT(log1p, log1p)
FLOAT(tanh, tanh)
FLOAT(sin, sin)
FLOAT(cos, cos)
FLOAT(tan, tan)
FLOAT(asin, asin)
FLOAT(acos, acos)
FLOAT(atan, atan)
FLOAT(sinh, sinh)
FLOAT(cosh, cosh)
FLOAT(asinh, asinh)
FLOAT(acosh, acosh)
FLOAT(atanh, atanh)
FLOAT(sqrt, sqrt)
FLOAT(rsqrt, rsqrt)
FLOAT(cbrt, cbrt)
FLOAT(erf, erf)
FLOAT(erfc, erfc)

// Of 16 bits in steps that are rounded, as JAX.
static double logistic_rounded(Dtype d, double x) {
  double e = scalar_round(d, (Scalar){.f = exp(-x)}).f;
  return 1 / scalar_round(d, (Scalar){.f = 1 + e}).f;
}

bool interp_logistic(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dtype d = x[0]->dtype;
  if (d != DTYPE_F16 && d != DTYPE_BF16) return map_float(c, x[0], y[0], logistic);
  for (int64_t i = 0; i < x[0]->n; i++)
    array_put(y[0], i, (Scalar){.f = logistic_rounded(d, array_get(x[0], i).f)});
  return true;
}

bool interp_erf_inv(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return map_float(c, x[0], y[0], erf_inv);
}

bool interp_round(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return map_float(c, x[0], y[0], attr_flag(c->attrs, "to_nearest_even") ? rint : round);
}

//===-- numbers of any type --------------------------------------------------------------===//

typedef Scalar ScalarFn(const OpCall *c, Dtype d, Scalar x);

static bool map(const OpCall *c, const Array *x, const Array *y, ScalarFn *f) {
  if (dtype_is_complex(x->dtype)) return complex_unary(c, x, y);
  for (int64_t i = 0; i < x->n; i++) array_put(y, i, f(c, x->dtype, array_get(x, i)));
  return true;
}

#define MAP(name)                                                                                  \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return map(c, x[0], y[0], map_##name);                                                         \
  }

static int64_t wrap_mul(int64_t x, int64_t y) { return (int64_t)((uint64_t)x * (uint64_t)y); }
static int64_t wrap_neg(int64_t x) { return (int64_t)(0 - (uint64_t)x); }

static Scalar map_neg(const OpCall *c, Dtype d, Scalar x) {
  return (Scalar){.i = wrap_neg(x.i), .f = -x.f};
}
MAP(neg)

static Scalar map_abs(const OpCall *c, Dtype d, Scalar x) {
  return (Scalar){.i = x.i < 0 ? wrap_neg(x.i) : x.i, .f = fabs(x.f)};
}
MAP(abs)

static Scalar map_sign(const OpCall *c, Dtype d, Scalar x) {
  int64_t i = dtype_is_unsigned(d) ? x.i != 0 : (x.i > 0) - (x.i < 0);
  return (Scalar){.i = i, .f = sign_of(scalar_flush(d, x).f)};
}
MAP(sign)

static Scalar map_square(const OpCall *c, Dtype d, Scalar x) {
  x = scalar_flush(d, x);
  return scalar_flush(d, scalar_round(d, (Scalar){.i = wrap_mul(x.i, x.i), .f = x.f * x.f}));
}
MAP(square)

// Powers of x by squaring, the lowest bit of the exponent first.
static Scalar map_integer_pow(const OpCall *c, Dtype d, Scalar x) {
  int64_t n = attr_int(c->attrs, "y");
  uint64_t bits = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
  Scalar y = {.i = 1, .f = 1}, power = scalar_flush(d, x);
  for (; bits; bits >>= 1) {
    if (bits & 1) y = scalar_round(d, (Scalar){.i = wrap_mul(y.i, power.i), .f = y.f * power.f});
    power = scalar_round(d, (Scalar){.i = wrap_mul(power.i, power.i), .f = power.f * power.f});
  }
  if (n < 0) y = scalar_round(d, (Scalar){.f = 1 / y.f});
  return scalar_flush(d, y);
}
MAP(integer_pow)

static Scalar map_is_finite(const OpCall *c, Dtype d, Scalar x) {
  return (Scalar){.i = isfinite(x.f) != 0};
}
MAP(is_finite)

static Scalar map_not(const OpCall *c, Dtype d, Scalar x) {
  return (Scalar){.i = d == DTYPE_BOOL ? !x.i : ~x.i};
}
MAP(not)

// The bits of an integer, zero-extended from its width.
static uint64_t bits_of(Dtype d, Scalar x) {
  int n = dtype_bits(d);
  return n == 64 ? (uint64_t)x.i : (uint64_t)x.i & ((UINT64_C(1) << n) - 1);
}

static Scalar map_population_count(const OpCall *c, Dtype d, Scalar x) {
  return (Scalar){.i = __builtin_popcountll(bits_of(d, x))};
}
MAP(population_count)

static Scalar map_clz(const OpCall *c, Dtype d, Scalar x) {
  uint64_t bits = bits_of(d, x);
  int n = dtype_bits(d);
  return (Scalar){.i = bits ? __builtin_clzll(bits) - (64 - n) : n};
}
MAP(clz)

// To `m` mantissa bits; what then lies outside of the normal numbers of `e` exponent bits becomes
// infinite or zero.
static double reduce_precision(double x, int e, int m) {
  if (x == 0 || !isfinite(x)) return x;
  int power, bias = (1 << (e - 1)) - 1;
  double part = frexp(x, &power); // in [1/2, 1)
  x = ldexp(rint(ldexp(part, m + 1)), power - m - 1);
  frexp(x, &power);
  if (power - 1 > bias) return copysign(INFINITY, x);
  return power - 1 < 1 - bias ? copysign(0, x) : x;
}

static Scalar map_reduce_precision(const OpCall *c, Dtype d, Scalar x) {
  int e = (int)attr_int(c->attrs, "exponent_bits"), m = (int)attr_int(c->attrs, "mantissa_bits");
  return (Scalar){.f = reduce_precision(x.f, e, m)};
}
MAP(reduce_precision)

//===-- the same elements ----------------------------------------------------------------===//

static bool same_bytes(const Array *x, const Array *y) {
  memcpy(y->data, x->data, (size_t)x->n * (size_t)dtype_size(x->dtype));
  return true;
}

bool interp_stop_gradient(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_copy(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_optimization_barrier(Interp *in, const OpCall *c, const Array *const *x,
                                 Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_reshape(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_squeeze(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_bitcast_convert_type(Interp *in, const OpCall *c, const Array *const *x,
                                 Array *const *y) {
  return same_bytes(x[0], y[0]);
}

bool interp_convert_element_type(Interp *in, const OpCall *c, const Array *const *x,
                                 Array *const *y) {
  Dtype from = x[0]->dtype, to = y[0]->dtype;
  for (int64_t i = 0; i < x[0]->n; i++) {
    Scalar s = scalar_convert(from, to, scalar_flush(from, array_get(x[0], i)));
    array_put(y[0], i, scalar_flush(to, s));
  }
  return true;
}

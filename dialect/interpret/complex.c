// complex.c -- elementwise ops on complex numbers, computed in double.
#include "dialect/interpret/array.h"

#include <complex.h>
#include <math.h>

typedef double complex Cplx;

static Cplx cplx_of(double re, double im) {
  Cplx z;
  ((double *)&z)[0] = re;
  ((double *)&z)[1] = im;
  return z;
}
static Cplx cplx_of_scalar(Scalar x) { return cplx_of(x.f, x.im); }
static Scalar scalar_of(Cplx z) { return (Scalar){.f = creal(z), .im = cimag(z)}; }

// Without C's recovery of infinities, which XLA does not do.
static Cplx mul(Cplx x, Cplx y) {
  return cplx_of(creal(x) * creal(y) - cimag(x) * cimag(y),
                 creal(x) * cimag(y) + cimag(x) * creal(y));
}

// By zero: infinity of the sign of the divisor's real part, times x.
static Cplx divide(Cplx x, Cplx y) {
  if (creal(y) != 0 || cimag(y) != 0) return x / y;
  double inf = copysign(INFINITY, creal(y));
  return cplx_of(creal(x) * inf, cimag(x) * inf);
}

//===-- one operand -------------------------------------------------------------------===//

static Cplx c_exp2(Cplx z) { return cexp(z * M_LN2); }

static Cplx c_expm1(Cplx z) {
  double u = creal(z), v = cimag(z), half = sin(v / 2);
  return cplx_of(expm1(u) * cos(v) - 2 * half * half, exp(u) * sin(v));
}

static Cplx c_log1p(Cplx z) {
  double u = creal(z), v = cimag(z);
  if (fabs(u) > 0.5 || fabs(v) > 0.5) return clog(cplx_of(1 + u, v));
  return cplx_of(log1p(u * (2 + u) + v * v) / 2, atan2(v, 1 + u));
}

static Cplx c_logistic(Cplx z) { return divide(1, 1 + cexp(-z)); }
static Cplx c_rsqrt(Cplx z) { return divide(1, csqrt(z)); }
static Cplx c_square(Cplx z) { return mul(z, z); }
static Cplx c_neg(Cplx z) { return cplx_of(-creal(z), -cimag(z)); }

static Cplx c_sign(Cplx z) {
  double size = cabs(z);
  return size == 0 ? 0 : cplx_of(creal(z) / size, cimag(z) / size);
}

static Cplx c_abs(Cplx z) { return cabs(z); }

static Cplx integer_power(Cplx z, int64_t n) {
  uint64_t bits = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
  Cplx y = 1;
  for (bool any = false; bits; bits >>= 1) {
    if (bits & 1) y = any ? mul(y, z) : z, any = true;
    if (bits > 1) z = mul(z, z);
  }
  return n < 0 ? divide(1, y) : y;
}

typedef Cplx CplxFn(Cplx);

static CplxFn *const functions[OP_COUNT] = {
    [OP_EXP] = cexp,     [OP_EXP2] = c_exp2,   [OP_LOG] = clog,           [OP_EXPM1] = c_expm1,
    [OP_SIN] = csin,     [OP_COS] = ccos,      [OP_TAN] = ctan,           [OP_LOG1P] = c_log1p,
    [OP_ASIN] = casin,   [OP_ACOS] = cacos,    [OP_ATAN] = catan,         [OP_SINH] = csinh,
    [OP_COSH] = ccosh,   [OP_TANH] = ctanh,    [OP_LOGISTIC] = c_logistic, [OP_ASINH] = casinh,
    [OP_ACOSH] = cacosh, [OP_ATANH] = catanh,  [OP_SQRT] = csqrt,         [OP_RSQRT] = c_rsqrt,
    [OP_NEG] = c_neg,    [OP_SQUARE] = c_square, [OP_SIGN] = c_sign,      [OP_ABS] = c_abs,
};

bool complex_unary(const OpCall *c, const Array *x, const Array *y) {
  CplxFn *f = functions[c->kind];
  bool power = c->kind == OP_INTEGER_POW;
  if (!f && !power) return interp_error(c, "not for complex numbers");
  int64_t n = power ? attr_int(c->attrs, "y") : 0;
  for (int64_t i = 0; i < x->n; i++) {
    Cplx z = cplx_of_scalar(scalar_flush(x->dtype, array_get(x, i)));
    Scalar s = scalar_of(power ? integer_power(z, n) : f(z));
    array_put(y, i, scalar_flush(y->dtype, scalar_round(y->dtype, s)));
  }
  return true;
}

//===-- two operands ------------------------------------------------------------------===//

// 0 to a real power that is not negative is 0, or 1 for the power 0.
static Cplx power(Cplx x, Cplx y) {
  double c = creal(y), d = cimag(y), size = cabs(x), arg = carg(x);
  if (c == 0 && d == 0) return 1;
  if (size == 0 && d == 0 && c > 0) return 0;
  bool infinite = !isfinite(size) || !isfinite(c);
  if (infinite && d == 0 && cimag(x) == 0 && creal(x) > 0) return pow(size, c);
  double scale = pow(size, c) * exp(-d * arg), q = c * arg + d * log(size);
  return cplx_of(scale * cos(q), scale * sin(q));
}

// By the real parts, by the imaginary ones where these are equal; y unless x is better.
static Scalar extremum(Scalar x, Scalar y, int sign) {
  bool better = x.f == y.f ? sign * x.im > sign * y.im : sign * x.f > sign * y.f;
  return better ? x : y;
}

Scalar complex_apply(OpKind k, Scalar x, Scalar y) {
  Cplx u = cplx_of_scalar(x), v = cplx_of_scalar(y);
  switch (k) {
  case OP_ADD: return scalar_of(u + v);
  case OP_SUB: return scalar_of(u - v);
  case OP_MUL: return scalar_of(mul(u, v));
  case OP_DIV: return scalar_of(divide(u, v));
  case OP_POW: return scalar_of(power(u, v));
  case OP_MAX: return extremum(x, y, 1);
  case OP_MIN: return extremum(x, y, -1);
  case OP_EQ: return (Scalar){.i = x.f == y.f && x.im == y.im};
  case OP_NE: return (Scalar){.i = x.f != y.f || x.im != y.im};
  default: return (Scalar){.f = NAN, .im = NAN}; // no op that takes complex numbers
  }
}

//===-- made and taken apart ----------------------------------------------------------===//

static bool map_parts(const Array *x, const Array *y, bool imaginary) {
  for (int64_t i = 0; i < x->n; i++) {
    Scalar s = array_get(x, i);
    array_put(y, i, (Scalar){.f = imaginary ? s.im : s.f});
  }
  return true;
}

bool interp_real(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return map_parts(x[0], y[0], false);
}

bool interp_imag(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return map_parts(x[0], y[0], true);
}

bool interp_conj(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  for (int64_t i = 0; i < x[0]->n; i++) {
    Scalar s = array_get(x[0], i);
    s.im = -s.im;
    array_put(y[0], i, s);
  }
  return true;
}

bool interp_complex(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  for (int64_t i = 0; i < y[0]->n; i++) {
    Scalar s = {.f = array_get(x[0], i).f, .im = array_get(x[1], i).f};
    array_put(y[0], i, s);
  }
  return true;
}

// cmath_native.c -- _cjax.cmath: functions of complex numbers, by CPython's formulas where those
// differ from the C library's.
#include "driver/stage/native.h"
#include "driver/stage/vm_internal.h"

#include <complex.h>
#undef I
#include <math.h>

static bool domain(VM *vm) { return vm_raise(vm, E_ValueError, "math domain error"); }
static bool range(VM *vm) { return vm_raise(vm, E_OverflowError, "math range error"); }

static double complex complex_of(double re, double im) {
  double complex z;
  double *parts = (double *)&z;
  parts[0] = re, parts[1] = im;
  return z;
}

static bool argument(VM *vm, Value v, double complex *z) {
  double re, im = 0;
  bool found = false;
  if (v_is_staged(v))
    return vm_unsupported(vm, "CJ0140", "cmath.%s() of a number that only the executable knows",
                          vm->in->native->name->text);
  if (v.tag == TAG_OBJ && !call_special_str(vm, v, N(vm, complex), NULL, 0, &v, &found))
    return false;
  v = value_unwrap(v);
  if (!complex_parts(v, &re, &im) && !value_float(vm, v, &re)) return false;
  *z = complex_of(re, im);
  return true;
}

static bool is_nan(double complex z) { return isnan(creal(z)) || isnan(cimag(z)); }
static bool is_inf(double complex z) { return isinf(creal(z)) || isinf(cimag(z)); }

static bool give(VM *vm, double complex z, double complex r, Value *out) {
  bool finite = !is_nan(z) && !is_inf(z);
  if (finite && is_inf(r)) return range(vm);
  if (finite && is_nan(r)) return domain(vm);
  *out = complex_new(vm, creal(r), cimag(r));
  return true;
}

static double complex c_exp(double complex z) {
  if (!isfinite(creal(z)) || !isfinite(cimag(z))) return cexp(z);
  if (creal(z) > 708) {
    double l = exp(creal(z) - 1);
    return complex_of(l * cos(cimag(z)) * M_E, l * sin(cimag(z)) * M_E);
  }
  double l = exp(creal(z));
  return complex_of(l * cos(cimag(z)), l * sin(cimag(z)));
}

static double complex c_log(double complex z) {
  double x = fabs(creal(z)), y = fabs(cimag(z)), h = hypot(x, y), re;
  if (!isfinite(x) || !isfinite(y)) return clog(z);
  if (x > 4e307 || y > 4e307) {
    re = log(hypot(x / 2, y / 2)) + M_LN2;
  } else if (h < 2.3e-308) {
    re = log(hypot(ldexp(x, 53), ldexp(y, 53))) - 53 * M_LN2;
  } else if (h >= 0.71 && h <= 1.73) {
    double most = x > y ? x : y, least = x > y ? y : x;
    re = log1p((most - 1) * (most + 1) + least * least) / 2;
  } else {
    re = log(h);
  }
  return complex_of(re, atan2(cimag(z), creal(z)));
}

static double complex c_sqrt(double complex z) {
  double x = fabs(creal(z)), y = fabs(cimag(z)), s;
  if (!isfinite(x) || !isfinite(y)) return csqrt(z);
  if (x == 0 && y == 0) return complex_of(0, cimag(z));
  if (x < 2.3e-308 && y < 2.3e-308 && (x > 0 || y > 0)) {
    x = ldexp(x, 54);
    s = ldexp(sqrt(x + hypot(x, ldexp(y, 54))), -27);
    s *= M_SQRT1_2 * 2 / 2;
  } else {
    x /= 8;
    s = 2 * sqrt(x + hypot(x, y / 8));
  }
  double d = y / (2 * s);
  if (creal(z) >= 0) return complex_of(s, copysign(d, cimag(z)));
  return complex_of(d, copysign(s, cimag(z)));
}

static double complex c_sinh(double complex z) {
  double x = creal(z), y = cimag(z);
  if (!isfinite(x) || !isfinite(y)) return csinh(z);
  return complex_of(cos(y) * sinh(x), sin(y) * cosh(x));
}

static double complex c_cosh(double complex z) {
  double x = creal(z), y = cimag(z);
  if (!isfinite(x) || !isfinite(y)) return ccosh(z);
  return complex_of(cos(y) * cosh(x), sin(y) * sinh(x));
}

static double complex c_tanh(double complex z) {
  double x = creal(z), y = cimag(z);
  if (!isfinite(x) || !isfinite(y) || fabs(x) > 354) return ctanh(z);
  double tx = tanh(x), ty = tan(y), cx = 1 / cosh(x), txty = tx * ty, d = 1 + txty * txty;
  return complex_of(tx * (1 + ty * ty) / d, ((ty / d) * cx) * cx);
}

// f(iz) rotated back: sin z = -i sinh(iz).
static double complex turn(double complex z) { return complex_of(-cimag(z), creal(z)); }
static double complex turn_back(double complex z) { return complex_of(cimag(z), -creal(z)); }
static double complex c_sin(double complex z) { return turn_back(c_sinh(turn(z))); }
static double complex c_cos(double complex z) { return c_cosh(turn(z)); }
static double complex c_tan(double complex z) { return turn_back(c_tanh(turn(z))); }

#define FUNCTION(name, f) \
  static bool z_##name(VM *vm, Value *a, Value *out) { \
    double complex z; \
    return argument(vm, a[0], &z) && give(vm, z, f(z), out); \
  }
FUNCTION(exp, c_exp)
FUNCTION(sqrt, c_sqrt)
FUNCTION(sin, c_sin)
FUNCTION(cos, c_cos)
FUNCTION(tan, c_tan)
FUNCTION(sinh, c_sinh)
FUNCTION(cosh, c_cosh)
FUNCTION(tanh, c_tanh)
FUNCTION(asin, casin)
FUNCTION(acos, cacos)
FUNCTION(atan, catan)
FUNCTION(asinh, casinh)
FUNCTION(acosh, cacosh)
FUNCTION(atanh, catanh)

static bool z_log(VM *vm, Value *a, Value *out) {
  double complex z, base;
  Value below;
  if (!argument(vm, a[0], &z)) return false;
  if (creal(z) == 0 && cimag(z) == 0) return domain(vm);
  double complex r = c_log(z);
  *out = complex_new(vm, creal(r), cimag(r));
  if (v_is_empty(a[1])) return true;
  if (!argument(vm, a[1], &base)) return false;
  r = c_log(base);
  below = complex_new(vm, creal(r), cimag(r));
  return value_binary(vm, BINARY_DIV, *out, below, out);
}

static bool z_log10(VM *vm, Value *a, Value *out) {
  double complex z;
  if (!argument(vm, a[0], &z)) return false;
  if (creal(z) == 0 && cimag(z) == 0) return domain(vm);
  double complex r = c_log(z);
  *out = complex_new(vm, creal(r) / M_LN10, cimag(r) / M_LN10);
  return true;
}

static bool z_phase(VM *vm, Value *a, Value *out) {
  double complex z;
  if (!argument(vm, a[0], &z)) return false;
  *out = v_float(atan2(cimag(z), creal(z)));
  return true;
}

static bool z_polar(VM *vm, Value *a, Value *out) {
  double complex z;
  if (!argument(vm, a[0], &z)) return false;
  double r = hypot(creal(z), cimag(z));
  if (isinf(r) && !is_inf(z)) return range(vm);
  Value two[2] = {v_float(r), v_float(atan2(cimag(z), creal(z)))};
  *out = v_obj(tuple_from(vm, two, 2));
  return true;
}

static bool z_rect(VM *vm, Value *a, Value *out) {
  double r, phi;
  if (!value_float(vm, a[0], &r) || !value_float(vm, a[1], &phi)) return false;
  if (isinf(phi) && r != 0) return domain(vm);
  if (phi == 0) *out = complex_new(vm, r, r * phi);
  else *out = complex_new(vm, r * cos(phi), r * sin(phi));
  return true;
}

#define TEST(name, condition) \
  static bool z_##name(VM *vm, Value *a, Value *out) { \
    double complex z; \
    if (!argument(vm, a[0], &z)) return false; \
    return *out = v_bool(condition), true; \
  }
TEST(isnan, is_nan(z))
TEST(isinf, is_inf(z))
TEST(isfinite, !is_nan(z) && !is_inf(z))

static bool z_isclose(VM *vm, Value *a, Value *out) {
  double complex x, y;
  double rel, abs;
  if (!argument(vm, a[0], &x) || !argument(vm, a[1], &y)) return false;
  if (!value_float(vm, a[2], &rel) || !value_float(vm, a[3], &abs)) return false;
  if (rel < 0 || abs < 0) return vm_raise(vm, E_ValueError, "tolerances must be non-negative");
  double d = cabs(x - y);
  bool close = d <= rel * cabs(y) || d <= rel * cabs(x) || d <= abs;
  *out = v_bool(x == y || (!is_inf(x) && !is_inf(y) && close));
  return true;
}

#define ONE(name) {#name, "z, /", z_##name}
static const NativeDef functions[] = {
    ONE(exp),   ONE(sqrt),  ONE(sin),   ONE(cos),   ONE(tan),    ONE(sinh),  ONE(cosh),
    ONE(tanh),  ONE(asin),  ONE(acos),  ONE(atan),  ONE(asinh),  ONE(acosh), ONE(atanh),
    ONE(log10), ONE(phase), ONE(polar), ONE(isnan), ONE(isinf),  ONE(isfinite),
    {"log", "z, base=?, /", z_log}, {"rect", "r, phi, /", z_rect},
    {"isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", z_isclose}, {0}};

static bool cmath_init(VM *vm, Module *m) {
  module_set(vm, m, "pi", v_float(M_PI));
  module_set(vm, m, "e", v_float(M_E));
  module_set(vm, m, "tau", v_float(2 * M_PI));
  module_set(vm, m, "inf", v_float(INFINITY));
  module_set(vm, m, "nan", v_float(NAN));
  module_set(vm, m, "infj", complex_new(vm, 0, INFINITY));
  module_set(vm, m, "nanj", complex_new(vm, 0, NAN));
  return true;
}

const NativeModule native_module_cmath = {"_cjax.cmath", functions, cmath_init};

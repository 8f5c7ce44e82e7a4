// math_float.c -- _cjax.math: functions of floats, with CPython's errors; of values that only the
// executable knows they emit ops.
#include "driver/stage/math_native.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <math.h>
#include <stdlib.h>

enum { NO_OP = -1 };

static bool domain(VM *vm) { return vm_raise(vm, E_ValueError, "math domain error"); }
static bool range(VM *vm) { return vm_raise(vm, E_OverflowError, "math range error"); }

bool math_rolled(VM *vm, uint32_t n, const Value *args, Value *out) {
  Value f;
  return import_attr(vm, "_rolled_math", vm->in->native->name->text, &f) &&
         vm_call(vm, f, args, n, NULL, out);
}

static bool staged(VM *vm, int op, uint32_t n, const Value *xs, Value *out) {
  if (op != NO_OP) return run_scalar_apply(vm, (OpKind)op, n, xs, RUN_FLOAT, out);
  return vm_unsupported(vm, "CJ0140", "math.%s() of a number that only the executable knows",
                        vm->in->native->name->text);
}

// An invalid operation gives nan from no nan, a pole or overflow inf from finite numbers.
static bool unary(VM *vm, Value v, double (*f)(double), int op, bool overflows, Value *out) {
  double x;
  if (v_is_staged(v)) return staged(vm, op, 1, &v, out);
  if (!value_float(vm, v, &x)) return false;
  double r = f(x);
  if (isnan(r) && !isnan(x)) return domain(vm);
  if (isinf(r) && isfinite(x)) return overflows ? range(vm) : domain(vm);
  *out = v_float(r);
  return true;
}

#define UNARY(name, f, op, overflows) \
  static bool m_##name(VM *vm, Value *a, Value *out) { \
    return unary(vm, a[0], f, op, overflows, out); \
  }
UNARY(acos, acos, OP_ACOS, false)
UNARY(acosh, acosh, OP_ACOSH, false)
UNARY(asin, asin, OP_ASIN, false)
UNARY(asinh, asinh, OP_ASINH, false)
UNARY(atan, atan, OP_ATAN, false)
UNARY(atanh, atanh, OP_ATANH, false)
UNARY(cbrt, cbrt, OP_CBRT, false)
UNARY(cos, cos, OP_COS, false)
UNARY(cosh, cosh, OP_COSH, true)
UNARY(erf, erf, OP_ERF, false)
UNARY(erfc, erfc, OP_ERFC, false)
UNARY(exp, exp, OP_EXP, true)
UNARY(exp2, exp2, OP_EXP2, true)
UNARY(expm1, expm1, OP_EXPM1, true)
UNARY(fabs, fabs, OP_ABS, false)
UNARY(gamma, math_gamma, NO_OP, true)
UNARY(lgamma, math_lgamma, OP_LGAMMA, true)
UNARY(log1p, log1p, OP_LOG1P, false)
UNARY(sin, sin, OP_SIN, false)
UNARY(sinh, sinh, OP_SINH, true)
UNARY(sqrt, sqrt, OP_SQRT, false)
UNARY(tan, tan, OP_TAN, false)
UNARY(tanh, tanh, OP_TANH, false)

// gamma and lgamma have poles, which are no overflow.
static bool m_gamma_checked(VM *vm, Value *a, Value *out) {
  double x;
  if (v_is_staged(a[0])) return math_rolled(vm, 1, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  if (x == floor(x) && x <= 0) return domain(vm);
  return m_gamma(vm, a, out);
}

static bool m_lgamma_checked(VM *vm, Value *a, Value *out) {
  double x;
  if (v_is_staged(a[0])) return m_lgamma(vm, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  if (x == floor(x) && x <= 0 && isfinite(x)) return domain(vm);
  return m_lgamma(vm, a, out);
}

// ---- Logarithms: of ints of any size too.

static bool log_of(VM *vm, Value v, double (*f)(double), Value *out) {
  Value i;
  double x;
  int exponent = 0;
  if (int_value(v, &i)) {
    if (bigint_is_negative(i) || (i.tag == TAG_INT && !i.i)) return domain(vm);
    int64_t bits = bigint_bit_length(i);
    if (bits > 1023) { // as 0.5 <= x < 1 times a power of two
      if (!number_binary(vm, BINARY_RSHIFT, i, v_int(bits - 64), &i)) return false;
      if (!value_float(vm, i, &x)) return false;
      x = frexp(x, &exponent);
      exponent += (int)(bits - 64);
      return *out = v_float(f(x) + f(2.0) * exponent), true;
    }
    v = i;
  }
  if (!value_float(vm, v, &x)) return false;
  if (x <= 0) return domain(vm);
  *out = v_float(f(x));
  return true;
}

// log(x) / log(base), with a constant for the common bases.
static bool staged_log(VM *vm, Value x, double base, Value *out) {
  if (!run_scalar_apply(vm, OP_LOG, 1, &x, RUN_FLOAT, out)) return false;
  return base == M_E || value_binary(vm, BINARY_DIV, *out, v_float(log(base)), out);
}

static bool m_log(VM *vm, Value *a, Value *out) {
  Value base;
  if (v_is_staged(a[0]) && v_is_empty(a[1])) return staged_log(vm, a[0], M_E, out);
  if (v_is_staged(a[0]) || v_is_staged(a[1])) {
    if (!run_scalar_apply(vm, OP_LOG, 1, &a[0], RUN_FLOAT, out) ||
        !run_scalar_apply(vm, OP_LOG, 1, &a[1], RUN_FLOAT, &base))
      return false;
    return value_binary(vm, BINARY_DIV, *out, base, out);
  }
  if (!log_of(vm, a[0], log, out)) return false;
  if (v_is_empty(a[1])) return true;
  return log_of(vm, a[1], log, &base) && value_binary(vm, BINARY_DIV, *out, base, out);
}

static bool m_log2(VM *vm, Value *a, Value *out) {
  return v_is_staged(a[0]) ? staged_log(vm, a[0], 2, out) : log_of(vm, a[0], log2, out);
}

static bool m_log10(VM *vm, Value *a, Value *out) {
  return v_is_staged(a[0]) ? staged_log(vm, a[0], 10, out) : log_of(vm, a[0], log10, out);
}

// ---- Two arguments.

static bool pair(VM *vm, Value *a, double *x, double *y) {
  return value_float(vm, a[0], x) && value_float(vm, a[1], y);
}

#define IS_STAGED2(a) (v_is_staged((a)[0]) || v_is_staged((a)[1]))

static bool m_atan2(VM *vm, Value *a, Value *out) {
  double x, y;
  if (IS_STAGED2(a)) return staged(vm, OP_ATAN2, 2, a, out);
  if (!pair(vm, a, &x, &y)) return false;
  *out = v_float(atan2(x, y));
  return true;
}

static bool m_copysign(VM *vm, Value *a, Value *out) {
  double x, y;
  if (IS_STAGED2(a)) return math_rolled(vm, 2, a, out);
  if (!pair(vm, a, &x, &y)) return false;
  *out = v_float(copysign(x, y));
  return true;
}

static bool m_fmod(VM *vm, Value *a, Value *out) {
  double x, y;
  if (IS_STAGED2(a)) return staged(vm, OP_REM, 2, a, out);
  if (!pair(vm, a, &x, &y)) return false;
  if (isinf(y) && isfinite(x)) return *out = v_float(x), true;
  double r = fmod(x, y);
  if (isnan(r) && !isnan(x) && !isnan(y)) return domain(vm);
  *out = v_float(r);
  return true;
}

static bool m_remainder(VM *vm, Value *a, Value *out) {
  double x, y;
  if (IS_STAGED2(a)) return math_rolled(vm, 2, a, out);
  if (!pair(vm, a, &x, &y)) return false;
  double r = remainder(x, y);
  if (isnan(r) && !isnan(x) && !isnan(y)) return domain(vm);
  *out = v_float(r);
  return true;
}

static bool m_pow(VM *vm, Value *a, Value *out) {
  double x, y;
  if (IS_STAGED2(a)) return staged(vm, OP_POW, 2, a, out);
  if (!pair(vm, a, &x, &y)) return false;
  double r = pow(x, y);
  bool finite = isfinite(x) && isfinite(y);
  if (finite && isnan(r)) return domain(vm);
  if (finite && isinf(r)) return x == 0 ? domain(vm) : range(vm);
  *out = v_float(r);
  return true;
}

static bool m_nextafter(VM *vm, Value *a, Value *out) {
  double x, y;
  if (IS_STAGED2(a)) return staged(vm, OP_NEXTAFTER, 2, a, out);
  if (!pair(vm, a, &x, &y)) return false;
  *out = v_float(nextafter(x, y));
  return true;
}

static bool m_ldexp(VM *vm, Value *a, Value *out) {
  double x;
  Value e;
  if (IS_STAGED2(a)) return math_rolled(vm, 2, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  if (!int_value(a[1], &e))
    return vm_raise(vm, E_TypeError, "Expected an int as second argument to ldexp.");
  bool negative = bigint_is_negative(e);
  int64_t n = e.tag == TAG_INT && llabs(e.i) < 100000 ? e.i : negative ? -100000 : 100000;
  double r = ldexp(x, (int)n);
  if (isinf(r) && isfinite(x)) return range(vm);
  *out = v_float(r);
  return true;
}

// ---- Parts and angles.

static bool m_frexp(VM *vm, Value *a, Value *out) {
  double x;
  int e = 0;
  if (v_is_staged(a[0])) return staged(vm, NO_OP, 1, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  double m = isfinite(x) ? frexp(x, &e) : x;
  Value two[2] = {v_float(m), v_int(e)};
  *out = v_obj(tuple_from(vm, two, 2));
  return true;
}

static bool m_modf(VM *vm, Value *a, Value *out) {
  double x, whole;
  if (v_is_staged(a[0])) return math_rolled(vm, 1, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  double fraction = modf(x, &whole);
  Value two[2] = {v_float(fraction), v_float(whole)};
  *out = v_obj(tuple_from(vm, two, 2));
  return true;
}

static bool scaled(VM *vm, Value v, double by, Value *out) {
  double x;
  if (v_is_staged(v)) {
    Value pair_of[2] = {v, v_float(by)};
    return run_scalar_apply(vm, OP_MUL, 2, pair_of, RUN_FLOAT, out);
  }
  if (!value_float(vm, v, &x)) return false;
  *out = v_float(x * by);
  return true;
}

static bool m_degrees(VM *vm, Value *a, Value *out) { return scaled(vm, a[0], 180.0 / M_PI, out); }
static bool m_radians(VM *vm, Value *a, Value *out) { return scaled(vm, a[0], M_PI / 180.0, out); }

static bool m_ulp(VM *vm, Value *a, Value *out) {
  double x;
  if (v_is_staged(a[0])) return staged(vm, NO_OP, 1, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  x = fabs(x);
  if (isfinite(x)) {
    double next = nextafter(x, INFINITY);
    x = isinf(next) ? x - nextafter(x, -INFINITY) : next - x;
  }
  *out = v_float(x);
  return true;
}

// ---- Tests.

static bool m_isfinite(VM *vm, Value *a, Value *out) {
  double x;
  if (v_is_staged(a[0])) return staged(vm, OP_IS_FINITE, 1, a, out);
  if (!value_float(vm, a[0], &x)) return false;
  *out = v_bool(isfinite(x));
  return true;
}

// Of run-time numbers: isnan is x != x, isinf is |x| == inf.
static bool m_isnan(VM *vm, Value *a, Value *out) {
  double x;
  Value f;
  if (v_is_staged(a[0])) {
    Value pair_of[2] = {a[0], v_float(1)};
    return run_scalar_apply(vm, OP_MUL, 2, pair_of, RUN_FLOAT, &f) &&
           run_scalar_compare(vm, COMPARE_NE, f, f, out);
  }
  if (!value_float(vm, a[0], &x)) return false;
  *out = v_bool(isnan(x));
  return true;
}

static bool m_isinf(VM *vm, Value *a, Value *out) {
  double x;
  Value f;
  if (v_is_staged(a[0]))
    return run_scalar_apply(vm, OP_ABS, 1, a, RUN_FLOAT, &f) &&
           run_scalar_compare(vm, COMPARE_EQ, f, v_float(INFINITY), out);
  if (!value_float(vm, a[0], &x)) return false;
  *out = v_bool(isinf(x));
  return true;
}

// |x - y| <= max(rel_tol * max(|x|, |y|), abs_tol)
static bool m_isclose(VM *vm, Value *a, Value *out) {
  double x, y, rel, abs;
  if (IS_STAGED2(a)) return math_rolled(vm, 4, a, out);
  if (!pair(vm, a, &x, &y) || !pair(vm, a + 2, &rel, &abs)) return false;
  if (rel < 0 || abs < 0) return vm_raise(vm, E_ValueError, "tolerances must be non-negative");
  double d = fabs(x - y);
  bool close = d <= fabs(rel * y) || d <= fabs(rel * x) || d <= abs;
  *out = v_bool(x == y || (!isinf(x) && !isinf(y) && close));
  return true;
}

// ---- To ints: __floor__, __ceil__, __trunc__ of other objects.

static bool whole(VM *vm, Value v, double (*f)(double), int op, Str *name, Value *out) {
  bool found;
  if (v_is_staged(v)) {
    if (op != NO_OP) return run_scalar_apply(vm, (OpKind)op, 1, &v, RUN_INT, out);
    return vm_call_1(vm, v_obj(vm->type[T_int]), v, out);
  }
  Value x = value_unwrap(v);
  if (x.tag == TAG_FLOAT) {
    if (isnan(x.f)) return vm_raise(vm, E_ValueError, "cannot convert float NaN to integer");
    if (isinf(x.f))
      return vm_raise(vm, E_OverflowError, "cannot convert float infinity to integer");
    *out = bigint_from_double(vm, f(x.f));
    return true;
  }
  if (!call_special_str(vm, v, name, NULL, 0, out, &found)) return false;
  if (found) return true;
  if (name == N(vm, trunc))
    return vm_raise(vm, E_TypeError, "type %s doesn't define __trunc__ method", type_name(vm, v));
  double d;
  if (!value_float(vm, v, &d)) return false;
  *out = bigint_from_double(vm, f(d));
  return true;
}

static bool m_floor(VM *vm, Value *a, Value *out) {
  return whole(vm, a[0], floor, OP_FLOOR, N(vm, floor), out);
}
static bool m_ceil(VM *vm, Value *a, Value *out) {
  return whole(vm, a[0], ceil, OP_CEIL, N(vm, ceil), out);
}
static bool m_trunc(VM *vm, Value *a, Value *out) {
  return whole(vm, a[0], trunc, NO_OP, N(vm, trunc), out);
}

#define ONE(name) {#name, "x, /", m_##name}
#define TWO(name) {#name, "x, y, /", m_##name}
static const NativeDef functions[] = {
    ONE(acos), ONE(acosh), ONE(asin), ONE(asinh), ONE(atan), ONE(atanh), ONE(cbrt), ONE(ceil),
    ONE(cos), ONE(cosh), ONE(degrees), ONE(erf), ONE(erfc), ONE(exp), ONE(exp2), ONE(expm1),
    ONE(fabs), ONE(floor), ONE(frexp), {"gamma", "x, /", m_gamma_checked}, ONE(isfinite),
    ONE(isinf), ONE(isnan), {"lgamma", "x, /", m_lgamma_checked}, ONE(log10), ONE(log1p),
    ONE(log2), ONE(modf), ONE(radians), ONE(sin), ONE(sinh), ONE(sqrt), ONE(tan), ONE(tanh),
    ONE(trunc), ONE(ulp), TWO(atan2), TWO(copysign), TWO(fmod), TWO(nextafter), TWO(pow),
    TWO(remainder), {"ldexp", "x, i, /", m_ldexp}, {"log", "x, base=?, /", m_log},
    {"isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", m_isclose}, {0}};

static bool math_init(VM *vm, Module *m) {
  native_add_functions(vm, m->dict, math_int_functions, NULL);
  native_add_functions(vm, m->dict, math_vector_functions, NULL);
  module_set(vm, m, "pi", v_float(M_PI));
  module_set(vm, m, "e", v_float(M_E));
  module_set(vm, m, "tau", v_float(2 * M_PI));
  module_set(vm, m, "inf", v_float(INFINITY));
  module_set(vm, m, "nan", v_float(NAN));
  return true;
}

const NativeModule native_module_math = {"_cjax.math", functions, math_init};

// unary.c -- functions of one number.  16-bit floats are computed in f32.
#include <math.h>

#include "lower/math/math.h"
#include "lower/ops/lane.h"

// y = fn(x) for floats.
static bool apply(Build *b, const OpCall *c, const Val *x, Val *y, MathFn *fn) {
  if (!lane_supported(c)) return false;
  MlirType e = lane_type(c);
  MlirType wide = element_bits(e) == 16 ? type_f32(b) : e;
  Val v = fn(b, lane_convert(b, x[0], e, wide));
  y[0] = lane_convert(b, v, wide, e);
  return true;
}

#define FLOAT(name, fn) FLOAT_WITH(name, fn, 0)
#define FLOAT_WITH(name, fn, bits)                                                                 \
  static bool scalar_##name(Build *b, const OpCall *c, const Val *x, Val *y) {                     \
    return apply(b, c, x, y, fn);                                                                  \
  }                                                                                                \
  const OpLower lower_##name = {.scalar = scalar_##name, .flags = bits};

FLOAT(exp2, math_exp2)
FLOAT(expm1, math_expm1)
FLOAT(log1p, math_log1p)
FLOAT(tanh, math_tanh)
FLOAT_WITH(sin, math_sin, LOWER_WIDE)
FLOAT_WITH(cos, math_cos, LOWER_WIDE)
FLOAT_WITH(tan, math_tan, LOWER_WIDE)
FLOAT(asin, math_asin)
FLOAT(acos, math_acos)
FLOAT(atan, math_atan)
FLOAT(sinh, math_sinh)
FLOAT(cosh, math_cosh)
FLOAT(asinh, math_asinh)
FLOAT(acosh, math_acosh)
FLOAT(atanh, math_atanh)
FLOAT(sqrt, m_sqrt)
FLOAT(rsqrt, math_rsqrt)
FLOAT_WITH(cbrt, math_cbrt, LOWER_WIDE)
FLOAT(erf, math_erf)
FLOAT(erf_inv, math_erf_inv)

static bool scalar_exp(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply(b, c, x, y, math_single_suffices(c) ? math_exp_single : math_exp);
}
const OpLower lower_exp = {.scalar = scalar_exp};

static bool scalar_log(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply(b, c, x, y, math_single_suffices(c) ? math_log_single : math_log);
}
const OpLower lower_log = {.scalar = scalar_log};

static bool scalar_erfc(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply(b, c, x, y, math_single_suffices(c) ? math_erfc_single : math_erfc);
}
const OpLower lower_erfc = {.scalar = scalar_erfc};

// Of 16 bits in three steps that are rounded: 1 / (1 + e^-x).
static bool scalar_logistic(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c), wide = type_f32(b);
  if (element_bits(e) != 16) return apply(b, c, x, y, math_logistic);
  Val v = math_exp(b, m_neg(b, lane_convert(b, x[0], e, wide)));
  v = lane_convert(b, lane_convert(b, v, wide, e), e, wide);
  v = m_addc(b, v, 1);
  v = lane_convert(b, lane_convert(b, v, wide, e), e, wide);
  y[0] = lane_convert(b, m_div(b, m_f(b, v, 1), v), wide, e);
  return true;
}
const OpLower lower_logistic = {.scalar = scalar_logistic};

//===-- floats and integers ------------------------------------------------------------===//

// y = x for integers, fn(x) for floats.
static bool apply_rounding(Build *b, const OpCall *c, const Val *x, Val *y, MathFn *fn) {
  if (element_is_float(lane_type(c))) return apply(b, c, x, y, fn);
  y[0] = x[0];
  return true;
}

// Not math.roundeven: without SSE4.1 that is a function which musl does not have.
static Val round_even(Build *b, Val x) { return emit_un(b, "llvm.intr.rint", x); }
static Val round_away(Build *b, Val x) { return emit_un(b, "math.round", x); }
static Val round_up(Build *b, Val x) { return emit_un(b, "math.ceil", x); }

static bool scalar_floor(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply_rounding(b, c, x, y, m_floor);
}
static bool scalar_ceil(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply_rounding(b, c, x, y, round_up);
}
static bool scalar_round(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply_rounding(b, c, x, y,
                        attr_flag(c->attrs, "to_nearest_even") ? round_even : round_away);
}
const OpLower lower_floor = {.scalar = scalar_floor};
const OpLower lower_ceil = {.scalar = scalar_ceil};
const OpLower lower_round = {.scalar = scalar_round};

static Val zero_like(Build *b, Val x) { return emit_int(b, mlirValueGetType(x), 0); }

static bool scalar_neg(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (mlirTypeIsABF16(lane_type(c))) {
    Val sign = emit_int(b, mlirValueGetType(x[0]), -0x8000);
    y[0] = emit_bin(b, "arith.xori", x[0], sign);
    return true;
  }
  if (element_is_float(lane_type(c))) {
    y[0] = m_neg(b, x[0]);
    return true;
  }
  if (!lane_supported(c)) return false;
  y[0] = emit_sub(b, zero_like(b, x[0]), x[0]);
  return true;
}
const OpLower lower_neg = {.scalar = scalar_neg};

static bool scalar_abs(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c);
  if (!lane_supported(c)) return false;
  if (mlirTypeIsABF16(e)) {
    Val size = emit_int(b, mlirValueGetType(x[0]), 0x7fff);
    y[0] = m_and(b, x[0], size);
  } else if (element_is_float(e))
    y[0] = m_abs(b, x[0]);
  else
    y[0] = element_is_unsigned(e) ? x[0] : emit_un(b, "math.absi", x[0]);
  return true;
}
const OpLower lower_abs = {.scalar = scalar_abs};

// 0 keeps its sign, nan stays; a denormal is zero.
static Val sign_float(Build *b, Val x) {
  Val one = m_f(b, x, 1);
  Val unit = m_copysign(b, one, x), zero = m_mulc(b, x, 0);
  return emit_select(b, m_cmpc(b, "ueq", x, 0), zero, unit);
}

static bool scalar_sign(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c);
  if (element_is_float(e) || element_is_complex(e)) return apply(b, c, x, y, sign_float);
  Val zero = zero_like(b, x[0]), one = emit_int(b, mlirValueGetType(zero), 1);
  Val some = emit_cmp(b, "ne", x[0], zero);
  Val positive = emit_select(b, some, one, zero);
  if (element_is_unsigned(e)) return y[0] = positive, true;
  Val minus = emit_int(b, mlirValueGetType(zero), -1);
  y[0] = emit_select(b, emit_cmp(b, "slt", x[0], zero), minus, positive);
  return true;
}
const OpLower lower_sign = {.scalar = scalar_sign};

static bool scalar_is_finite(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (!lane_supported(c)) return false;
  MlirType e = lane_type(c);
  Val v = element_bits(e) == 16 ? lane_convert(b, x[0], e, type_f32(b)) : x[0];
  y[0] = m_cmpc(b, "olt", m_abs(b, v), INFINITY);
  return true;
}
const OpLower lower_is_finite = {.scalar = scalar_is_finite};

static Val square(Build *b, Val x) { return emit_mul(b, x, x); }

static bool scalar_square(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (element_is_inexact(lane_type(c))) return apply(b, c, x, y, square);
  y[0] = square(b, x[0]);
  return true;
}
const OpLower lower_square = {.scalar = scalar_square};

// x y, rounded to element type e.
static Val product(Build *b, Val x, Val y, MlirType e) {
  MlirType wide = element_is_float(e) && element_bits(e) == 16 ? type_f32(b) : e;
  Val u = lane_convert(b, x, e, wide), v = lane_convert(b, y, e, wide);
  return lane_convert(b, emit_mul(b, u, v), wide, e);
}

// x^n for n >= 1, multiplied least significant bit first.
static Val power(Build *b, Val x, uint64_t n, MlirType e) {
  Val y = VAL_NONE;
  for (; n; n >>= 1) {
    if (n & 1) y = val_is_none(y) ? x : product(b, y, x, e);
    if (n > 1) x = product(b, x, x, e);
  }
  return y;
}

static bool scalar_integer_pow(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (!lane_supported(c)) return false;
  int64_t n = attr_int(c->attrs, "y");
  MlirType e = lane_type(c), wide = element_bits(e) == 16 && element_is_float(e) ? type_f32(b) : e;
  if (!element_is_float(e) && n < 0) return lower_error(c, "integers have no negative powers");
  Val one = element_is_float(e) ? VAL_NONE : emit_int(b, mlirValueGetType(x[0]), 1);
  if (val_is_none(one)) one = lane_convert(b, m_f(b, lane_convert(b, x[0], e, wide), 1), wide, e);
  Val p = n ? power(b, x[0], n < 0 ? -(uint64_t)n : (uint64_t)n, e) : one;
  if (n < 0)
    p = lane_convert(b, p, e, wide), p = m_div(b, m_f(b, p, 1), p), p = lane_convert(b, p, wide, e);
  y[0] = p;
  return true;
}
const OpLower lower_integer_pow = {.scalar = scalar_integer_pow};

//===-- bits -------------------------------------------------------------------------------===//

static bool scalar_not(Build *b, const OpCall *c, const Val *x, Val *y) {
  Val ones = emit_int(b, mlirValueGetType(x[0]), -1);
  y[0] = emit_bin(b, "arith.xori", x[0], ones);
  return true;
}
const OpLower lower_not = {.scalar = scalar_not};

static bool scalar_population_count(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit_un(b, "math.ctpop", x[0]);
  return true;
}
const OpLower lower_population_count = {.scalar = scalar_population_count};

static bool scalar_clz(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit_un(b, "math.ctlz", x[0]);
  return true;
}
const OpLower lower_clz = {.scalar = scalar_clz};

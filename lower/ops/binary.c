// binary.c -- arithmetic, comparison and bits of two numbers.  16-bit floats are computed in f32.
#include <math.h>

#include "lower/math/math.h"
#include "lower/ops/lane.h"

typedef Val BinaryFn(Build *b, Val x, Val y);

// z = fn(x, y) for floats.
static bool apply(Build *b, const OpCall *c, const Val *x, Val *y, BinaryFn *fn) {
  if (!lane_supported(c)) return false;
  MlirType e = lane_type(c);
  MlirType wide = element_bits(e) == 16 ? type_f32(b) : e;
  Val u = lane_convert(b, x[0], e, wide), v = lane_convert(b, x[1], e, wide);
  y[0] = lane_convert(b, fn(b, u, v), wide, e);
  return true;
}

// fn for floats, the named ops for integers and bools.
static bool arithmetic(Build *b, const OpCall *c, const Val *x, Val *y, BinaryFn *fn,
                       const char *ints, const char *bools) {
  MlirType e = lane_type(c);
  if (element_is_inexact(e)) return apply(b, c, x, y, fn);
  y[0] = emit_bin(b, element_is_bool(e) ? bools : ints, x[0], x[1]);
  return true;
}

static bool scalar_add(Build *b, const OpCall *c, const Val *x, Val *y) {
  return arithmetic(b, c, x, y, emit_add, "arith.addi", "arith.ori");
}
static bool scalar_sub(Build *b, const OpCall *c, const Val *x, Val *y) {
  return arithmetic(b, c, x, y, emit_sub, "arith.subi", "arith.xori");
}
static bool scalar_mul(Build *b, const OpCall *c, const Val *x, Val *y) {
  return arithmetic(b, c, x, y, emit_mul, "arith.muli", "arith.andi");
}
const OpLower lower_add = {.scalar = scalar_add};
const OpLower lower_sub = {.scalar = scalar_sub};
const OpLower lower_mul = {.scalar = scalar_mul};

//===-- division --------------------------------------------------------------------===//

Val lane_int_div(Build *b, Val x, Val y, bool is_unsigned, bool rem) {
  MlirType t = mlirValueGetType(x);
  Val zero = emit_int(b, t, 0), one = emit_int(b, t, 1), ones = emit_int(b, t, -1);
  Val by_zero = emit_cmp(b, "eq", y, zero), bad = by_zero;
  if (!is_unsigned) { // the smallest integer / -1
    Val least = emit_int(b, t, (int64_t)((uint64_t)-1 << (element_bits(type_lane(t)) - 1)));
    Val minus = emit_cmp(b, "eq", y, ones);
    bad = m_or(b, bad, m_and(b, minus, emit_cmp(b, "eq", x, least)));
  }
  Val safe = emit_select(b, bad, one, y);
  const char *name = rem ? (is_unsigned ? "arith.remui" : "arith.remsi")
                         : (is_unsigned ? "arith.divui" : "arith.divsi");
  Val q = emit_bin(b, name, x, safe);
  return emit_select(b, by_zero, rem ? x : ones, q);
}

static Val reciprocal_product(Build *b, Val x, Val y) {
  Val one = m_f(b, y, 1);
  return emit_mul(b, x, m_div(b, one, y));
}

// The same with a reciprocal of 16 bits.
static Val half_reciprocal_product(Build *b, Val x, Val y) {
  MlirType half = mlirF16TypeGet(b->ctx), wide = type_f32(b);
  Val one = m_f(b, y, 1);
  Val r = lane_convert(b, lane_convert(b, m_div(b, one, y), wide, half), half, wide);
  return emit_mul(b, x, r);
}

static bool scalar_div(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c);
  if (element_is_inexact(e)) {
    BinaryFn *product = mlirTypeIsAF16(e) ? half_reciprocal_product : reciprocal_product;
    return apply(b, c, x, y, op_div_multiplies(c) ? product : m_div);
  }
  y[0] = lane_int_div(b, x[0], x[1], element_is_unsigned(e) || element_is_bool(e), false);
  return true;
}
static bool scalar_rem(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c);
  if (element_is_inexact(e)) return apply(b, c, x, y, math_rem);
  y[0] = lane_int_div(b, x[0], x[1], element_is_unsigned(e) || element_is_bool(e), true);
  return true;
}
const OpLower lower_div = {.scalar = scalar_div};
const OpLower lower_rem = {.scalar = scalar_rem};

//===-- functions -----------------------------------------------------------------------===//

static bool scalar_pow(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (!element_is_inexact(lane_type(c)))
    return lower_error(c, "integer powers cannot be compiled yet");
  return apply(b, c, x, y, math_pow);
}
static bool scalar_atan2(Build *b, const OpCall *c, const Val *x, Val *y) {
  return apply(b, c, x, y, math_atan2);
}
const OpLower lower_pow = {.scalar = scalar_pow, .flags = LOWER_WIDE};
const OpLower lower_atan2 = {.scalar = scalar_atan2};

Val lane_max(Build *b, Val x, Val y, MlirType e, bool min) {
  if (element_is_float(e) && element_bits(e) == 16) {
    MlirType wide = type_f32(b);
    Val u = lane_convert(b, x, e, wide), v = lane_convert(b, y, e, wide);
    return lane_convert(b, lane_max(b, u, v, wide, min), wide, e);
  }
  if (element_is_float(e)) return emit_bin(b, min ? "arith.minimumf" : "arith.maximumf", x, y);
  if (element_is_bool(e)) return emit_bin(b, min ? "arith.andi" : "arith.ori", x, y);
  if (element_is_unsigned(e)) return emit_bin(b, min ? "arith.minui" : "arith.maxui", x, y);
  return emit_bin(b, min ? "arith.minsi" : "arith.maxsi", x, y);
}

static bool max_or_min(Build *b, const OpCall *c, const Val *x, Val *y, bool min) {
  if (!lane_supported(c)) return false;
  y[0] = lane_max(b, x[0], x[1], lane_type(c), min);
  return true;
}
static bool scalar_maximum(Build *b, const OpCall *c, const Val *x, Val *y) {
  return max_or_min(b, c, x, y, false);
}
static bool scalar_minimum(Build *b, const OpCall *c, const Val *x, Val *y) {
  return max_or_min(b, c, x, y, true);
}
const OpLower lower_max = {.scalar = scalar_maximum};
const OpLower lower_min = {.scalar = scalar_minimum};

// Bits order floats of one sign; from zero the step is to the smallest of y's sign.  u and v are x
// and y in a type that compares.
static Val next_float(Build *b, Val x, Val y, Val u, Val v) {
  int bits = element_bits(type_lane(mlirValueGetType(x)));
  MlirType t = type_like(x, type_int(b, bits));
  Val i = emit1(b, "arith.bitcast", x, t), j = emit1(b, "arith.bitcast", y, t);
  Val one = emit_int(b, t, 1), sign = emit_int(b, t, (int64_t)((uint64_t)-1 << (bits - 1)));
  Val plus = emit_add(b, i, one), minus = emit_sub(b, i, one);
  Val up = emit_cmp(b, "olt", u, v), positive = m_cmpc(b, "ogt", u, 0);
  Val away = emit_cmp(b, "eq", up, positive);
  Val step = emit_select(b, away, plus, minus);
  Val least = m_or(b, m_and(b, j, sign), one);
  Val none = emit_int(b, t, 0);
  Val zero = emit_cmp(b, "eq", m_shl(b, i, 1), none);
  step = emit_select(b, zero, least, step);
  step = emit_select(b, emit_cmp(b, "oeq", u, v), j, step);
  Val nan = emit_select(b, emit_cmp(b, "uno", u, u), i, j);
  step = emit_select(b, emit_cmp(b, "uno", u, v), nan, step);
  return emit1(b, "arith.bitcast", step, mlirValueGetType(x));
}

static bool scalar_nextafter(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c), wide = element_bits(e) == 16 ? type_f32(b) : e;
  Val u = lane_convert(b, x[0], e, wide), v = lane_convert(b, x[1], e, wide);
  y[0] = next_float(b, x[0], x[1], u, v);
  return true;
}
const OpLower lower_nextafter = {.scalar = scalar_nextafter};

//===-- bits ----------------------------------------------------------------------------===//

#define BITS(name, op)                                                                             \
  static bool scalar_##name(Build *b, const OpCall *c, const Val *x, Val *y) {                     \
    y[0] = emit_bin(b, op, x[0], x[1]);                                                            \
    return true;                                                                                   \
  }                                                                                                \
  const OpLower lower_##name = {.scalar = scalar_##name};
BITS(and, "arith.andi")
BITS(or, "arith.ori")
BITS(xor, "arith.xori")

// A count outside [0, width) gives 0, or for the arithmetic shift that of width - 1.
static bool shift(Build *b, const OpCall *c, const Val *x, Val *y, const char *op,
                  bool arithmetic) {
  MlirType t = mlirValueGetType(x[0]);
  int bits = element_bits(type_lane(t));
  if (arithmetic) {
    Val last = emit_int(b, t, bits - 1);
    y[0] = emit_bin(b, op, x[0], emit_bin(b, "arith.minui", x[1], last));
    return true;
  }
  Val width = emit_int(b, t, bits), zero = emit_int(b, t, 0);
  Val shifted = emit_bin(b, op, x[0], x[1]);
  y[0] = emit_select(b, emit_cmp(b, "ult", x[1], width), shifted, zero);
  return true;
}
static bool scalar_shift_left(Build *b, const OpCall *c, const Val *x, Val *y) {
  return shift(b, c, x, y, "arith.shli", false);
}
// The highest bit fills, of unsigned integers too.
static bool scalar_shift_right_arithmetic(Build *b, const OpCall *c, const Val *x, Val *y) {
  return shift(b, c, x, y, "arith.shrsi", true);
}
static bool scalar_shift_right_logical(Build *b, const OpCall *c, const Val *x, Val *y) {
  return shift(b, c, x, y, "arith.shrui", false);
}
const OpLower lower_shift_left = {.scalar = scalar_shift_left};
const OpLower lower_shift_right_arithmetic = {.scalar = scalar_shift_right_arithmetic};
const OpLower lower_shift_right_logical = {.scalar = scalar_shift_right_logical};

//===-- comparison ------------------------------------------------------------------------===//

static bool compare(Build *b, const OpCall *c, const Val *x, Val *y, const char *floats,
                    const char *ints, const char *uints) {
  MlirType e = lane_type(c);
  if (element_is_complex(e)) return lane_supported(c);
  bool half = element_is_float(e) && element_bits(e) == 16;
  Val u = half ? lane_convert(b, x[0], e, type_f32(b)) : x[0];
  Val v = half ? lane_convert(b, x[1], e, type_f32(b)) : x[1];
  bool is_unsigned = element_is_unsigned(e) || element_is_bool(e);
  y[0] = emit_cmp(b, element_is_float(e) ? floats : is_unsigned ? uints : ints, u, v);
  return true;
}

#define COMPARE(name, floats, ints, uints)                                                         \
  static bool scalar_##name(Build *b, const OpCall *c, const Val *x, Val *y) {                     \
    return compare(b, c, x, y, floats, ints, uints);                                               \
  }                                                                                                \
  const OpLower lower_##name = {.scalar = scalar_##name};
COMPARE(eq, "oeq", "eq", "eq")
COMPARE(ne, "une", "ne", "ne")
COMPARE(lt, "olt", "slt", "ult")
COMPARE(le, "ole", "sle", "ule")
COMPARE(gt, "ogt", "sgt", "ugt")
COMPARE(ge, "oge", "sge", "uge")

Val lane_less(Build *b, Val x, Val y, MlirType e) {
  bool is_unsigned = element_is_unsigned(e) || element_is_bool(e);
  return emit_cmp(b, element_is_float(e) ? "olt" : is_unsigned ? "ult" : "slt", x, y);
}

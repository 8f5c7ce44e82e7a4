// convert.c -- conversions between element types.
#include <math.h>

#include "lower/math/math.h"
#include "lower/ops/lane.h"

static Val as_type(Build *b, const char *name, Val x, MlirType element) {
  return emit1(b, name, x, type_like(x, element));
}

//===-- floats ----------------------------------------------------------------------===//

// bf16 -> f32 by bits: its conversions are calls on most targets, as is f64 -> f16, which goes
// through f32.
static Val widen_bf16(Build *b, Val x) {
  return m_float(b, m_shl(b, as_type(b, "arith.extui", x, type_int(b, 32)), 16));
}

// f32 -> bf16, to nearest even; nan stays nan.
static Val narrow_bf16(Build *b, Val x) {
  Val i = m_bits(b, x), one = m_i(b, x, 1), half = m_i(b, x, 0x7fff);
  Val odd = m_and(b, m_shr(b, i, 16), one);
  Val rounded = emit_add(b, emit_add(b, i, half), odd);
  Val quiet = m_or(b, i, m_i(b, x, 0x400000));
  Val r = m_shr(b, emit_select(b, emit_cmp(b, "uno", x, x), quiet, rounded), 16);
  return as_type(b, "arith.trunci", r, type_int(b, 16));
}

static Val convert_float(Build *b, Val x, MlirType from, MlirType to) {
  if (mlirTypeEqual(from, to)) return x;
  if (mlirTypeIsABF16(from)) return convert_float(b, widen_bf16(b, x), type_f32(b), to);
  if (element_is_small(from)) return convert_float(b, small_widen(b, x, from), type_f32(b), to);
  if (element_is_small(to))
    return small_narrow(b, element_bits(from) == 16 ? convert_float(b, x, from, type_f32(b)) : x,
                        to);
  if (mlirTypeIsABF16(to)) return narrow_bf16(b, convert_float(b, x, from, type_f32(b)));
  if (element_bits(from) == 64 && element_bits(to) == 16)
    return convert_float(b, as_type(b, "arith.truncf", x, type_f32(b)), type_f32(b), to);
  bool wider = element_bits(to) > element_bits(from);
  return as_type(b, wider ? "arith.extf" : "arith.truncf", x, to);
}

//===-- float to int --------------------------------------------------------------------===//

// Bounds: the smallest float that is too large, and the largest that is too small, are exact powers
// of two (or 0, -1).
static Val float_to_int(Build *b, Val x, MlirType from, MlirType to) {
  if (element_bits(from) <= 16) x = convert_float(b, x, from, type_f32(b));
  int bits = element_bits(to), wide = bits < 32 ? 32 : bits;
  bool u = element_is_unsigned(to);
  double top = ldexp(1, u ? bits : bits - 1), bottom = u ? 0 : -top;
  MlirType out = type_like(x, type_int(b, bits));
  int64_t most = u ? -1 : (int64_t)(((uint64_t)1 << (bits - 1)) - 1);
  int64_t least = u ? 0 : -((int64_t)(((uint64_t)1 << (bits - 1)) - 1)) - 1;
  Val high = m_cmpc(b, "oge", x, top), low = m_cmpc(b, "olt", x, bottom);
  Val out_of_range = m_or(b, m_or(b, high, low), emit_cmp(b, "uno", x, x));
  Val safe = emit_select(b, out_of_range, m_f(b, x, 0), x);
  Val y = as_type(b, u ? "arith.fptoui" : "arith.fptosi", safe, type_int(b, wide));
  if (wide != bits) y = as_type(b, "arith.trunci", y, type_int(b, bits));
  y = emit_select(b, high, emit_int(b, out, most), y);
  return emit_select(b, low, emit_int(b, out, least), y);
}

static Val int_to_float(Build *b, Val x, MlirType from, MlirType to) {
  bool u = element_is_unsigned(from) || element_is_bool(from);
  MlirType mid = element_bits(to) <= 16 ? type_f32(b) : to;
  return convert_float(b, as_type(b, u ? "arith.uitofp" : "arith.sitofp", x, mid), mid, to);
}

static Val int_to_int(Build *b, Val x, MlirType from, MlirType to) {
  int n = element_bits(from), m = element_bits(to);
  if (n == m) return x;
  bool u = element_is_unsigned(from) || element_is_bool(from);
  const char *name = n > m ? "arith.trunci" : u ? "arith.extui" : "arith.extsi";
  return as_type(b, name, x, type_int(b, m));
}

static Val to_bool(Build *b, Val x, MlirType from) {
  if (element_is_bool(from)) return x;
  if (!element_is_float(from)) {
    Val zero = emit_int(b, mlirValueGetType(x), 0);
    return emit_cmp(b, "ne", x, zero);
  }
  if (element_bits(from) <= 16) x = convert_float(b, x, from, type_f32(b));
  return m_cmpc(b, "une", x, 0);
}

Val lane_convert(Build *b, Val x, MlirType from, MlirType to) {
  if (mlirTypeEqual(from, to)) return x;
  if (element_is_bool(to)) return to_bool(b, x, from);
  if (element_is_float(from))
    return element_is_float(to) ? convert_float(b, x, from, to) : float_to_int(b, x, from, to);
  return element_is_float(to) ? int_to_float(b, x, from, to) : int_to_int(b, x, from, to);
}

// 32 bits are enough for positions in all but huge arrays, and convert to floats in vectors.
Val index_as(Build *b, Val i, MlirType to) {
  int bits = element_bits(to) > 32 && !element_is_float(to) ? 64 : 32;
  MlirType t = type_int(b, bits);
  return lane_convert(b, as_type(b, "arith.index_cast", i, t), t, to);
}

Val index_from(Build *b, Val x, MlirType from) {
  bool u = element_is_unsigned(from) || element_is_bool(from);
  return emit1(b, u ? "arith.index_castui" : "arith.index_cast", x, type_index(b));
}

//===-- ops -------------------------------------------------------------------------------===//

bool lane_supported(const OpCall *c) {
  bool complex = element_is_complex(type_element(c->out[0]));
  for (int i = 0; i < c->nin; i++)
    complex |= element_is_complex(val_element(c->in[i]));
  if (complex) return lower_error(c, "complex numbers cannot be compiled yet");
  bool converts = c->kind == OP_CONVERT_ELEMENT_TYPE || c->kind == OP_BITCAST_CONVERT_TYPE;
  if (!converts && element_is_small(lane_type(c)))
    return lower_error(c, "floats of at most 8 bits cannot be computed with before small-floats");
  return true;
}

static bool scalar_convert_element_type(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (!lane_supported(c)) return false;
  y[0] = lane_convert(b, x[0], lane_type(c), type_element(c->out[0]));
  return true;
}

const OpLower lower_convert_element_type = {.scalar = scalar_convert_element_type};

//===-- reduce_precision ----------------------------------------------------------------===//

typedef struct Precision {
  int bits, mantissa; // of the float's type
  int to_exponent, to_mantissa;
} Precision;

// Its bits i with the mantissa rounded: half of the last kept bit is added, less one in front of an
// even one.
static Val round_mantissa(Build *b, Val i, const Precision *p) {
  int lost = p->mantissa - p->to_mantissa;
  if (lost <= 0) return i;
  int64_t last = (int64_t)1 << lost;
  Val one = m_i(b, i, 1), half = m_i(b, i, last / 2 - 1);
  Val odd = m_and(b, m_shr(b, i, lost), one);
  Val sum = emit_add(b, i, emit_add(b, odd, half));
  return m_and(b, sum, m_i(b, i, -last));
}

// Infinity or zero of the same sign where the exponent does not fit.
static Val clip_exponent(Build *b, Val i, const Precision *p) {
  int own = p->bits - p->mantissa - 1;
  if (p->to_exponent >= own) return i;
  int64_t bias = ((int64_t)1 << (own - 1)) - 1, reduced = ((int64_t)1 << (p->to_exponent - 1)) - 1;
  int64_t all = (((int64_t)1 << own) - 1) << p->mantissa;
  Val field = m_i(b, i, all);
  Val exponent = m_and(b, i, field);
  Val most = m_i(b, i, (bias + reduced) << p->mantissa);
  Val least = m_i(b, i, (bias - reduced) << p->mantissa);
  Val sign = m_and(b, i, m_i(b, i, (int64_t)((uint64_t)-1 << (p->bits - 1))));
  Val infinite = m_or(b, sign, field);
  Val large = emit_cmp(b, "ugt", exponent, most), small = emit_cmp(b, "ule", exponent, least);
  return emit_select(b, large, infinite, emit_select(b, small, sign, i));
}

static bool scalar_reduce_precision(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType e = lane_type(c), wide = element_bits(e) == 16 ? type_f32(b) : e;
  Val v = lane_convert(b, x[0], e, wide);
  Precision p = {.bits = element_bits(wide),
                 .mantissa = element_bits(wide) == 64 ? 52 : 23,
                 .to_exponent = (int)attr_int(c->attrs, "exponent_bits"),
                 .to_mantissa = (int)attr_int(c->attrs, "mantissa_bits")};
  Val i = round_mantissa(b, m_bits(b, v), &p);
  Val r = m_float(b, clip_exponent(b, i, &p));
  y[0] = lane_convert(b, emit_select(b, emit_cmp(b, "uno", v, v), v, r), wide, e);
  return true;
}

const OpLower lower_reduce_precision = {.scalar = scalar_reduce_precision};

//===-- bits ------------------------------------------------------------------------------===//

static bool scalar_bitcast(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (!lane_supported(c)) return false;
  MlirType to = type_like(x[0], type_scalar(type_element(c->out[0])));
  y[0] = mlirTypeEqual(mlirValueGetType(x[0]), to) ? x[0] : emit1(b, "arith.bitcast", x[0], to);
  return true;
}

const OpLower lower_bitcast_convert_type = {.scalar = scalar_bitcast, .flags = LOWER_ALIAS};

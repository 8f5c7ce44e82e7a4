// small_float.c -- conversions of floats of at most 8 bits, by their bits: no processor level has
// all of them, and none of LLVM's are calls.
//
// A normal number's exponent and fraction are moved to where the wider type has them, and the
// difference of the biases is added.  A denormal one is an integer times a power of two: widened by
// a multiplication, narrowed by the addition of a number whose last place is that power.
#include <math.h>

#include "dialect/scalar.h"
#include "lower/math/math.h"
#include "lower/ops/lane.h"

enum { QUIET_NAN = 0x7fc00000 };

static Val emit_is(Build *b, const char *pred, Val i, int64_t c) {
  return emit_cmp(b, pred, i, m_i(b, i, c));
}

static Val choose(Build *b, Val when, int64_t c, Val otherwise) {
  return emit_select(b, when, m_i(b, otherwise, c), otherwise);
}

static int sign_place(const FloatLayout *l) { return l->exponent + l->fraction; }
static int64_t all_bits(const FloatLayout *l) { return ((int64_t)1 << sign_place(l)) - 1; }
static int64_t top_bits(const FloatLayout *l) {
  return (((int64_t)1 << l->exponent) - 1) << l->fraction;
}

//===-- to f32 ----------------------------------------------------------------------------===//

// 2^(i - 127); i = 0 is a denormal number of f32.
static Val widen_scale(Build *b, Val i) {
  Val moved = m_shl(b, i, 23);
  Val bits = choose(b, emit_is(b, "eq", i, 0), 0x400000, moved);
  return m_float(b, choose(b, emit_is(b, "eq", i, 255), QUIET_NAN, bits));
}

// The bits of |x|, infinities and NaNs included.
static Val widen_size(Build *b, Val size, const FloatLayout *l) {
  int up = 23 - l->fraction;
  Val moved = m_shl(b, size, up), offset = m_i(b, size, (int64_t)(127 - l->bias) << 23);
  Val normal = emit_add(b, moved, offset);
  Val whole = emit1(b, "arith.sitofp", size, type_like(size, type_f32(b)));
  Val denormal = m_bits(b, m_mulc(b, whole, ldexp(1, 1 - l->bias - l->fraction)));
  Val r = emit_select(b, emit_is(b, "slt", size, (int64_t)1 << l->fraction), denormal, normal);
  if (l->specials == FLOAT_FN)
    return choose(b, emit_is(b, "eq", size, all_bits(l)), QUIET_NAN, r);
  if (l->specials != FLOAT_IEEE) return r;
  r = choose(b, emit_is(b, "eq", size, top_bits(l)), 0x7f800000, r);
  return choose(b, emit_is(b, "sgt", size, top_bits(l)), QUIET_NAN, r);
}

Val small_widen(Build *b, Val x, MlirType from) {
  Dtype d = element_dtype(from);
  FloatLayout l = dtype_layout(d);
  Val i = emit1(b, "arith.extui", x, type_like(x, type_int(b, 32)));
  if (d == DTYPE_F8E8M0FNU) return widen_scale(b, i);
  int place = sign_place(&l);
  Val minus = m_and(b, i, m_i(b, i, (int64_t)1 << place));
  Val size = m_and(b, i, m_i(b, i, all_bits(&l)));
  Val sign = m_shl(b, minus, 31 - place);
  Val r = m_or(b, widen_size(b, size, &l), sign);
  if (l.specials == FLOAT_FNUZ) r = choose(b, emit_is(b, "eq", i, 1 << place), QUIET_NAN, r);
  return m_float(b, r);
}

//===-- from f32 and f64 ------------------------------------------------------------------===//

// The nearest power of two, the larger of two; 255 for what is not positive and what is too large.
static Val narrow_scale(Build *b, Val x) {
  Val i = m_bits(b, x), half = m_i(b, i, 0x400000);
  Val code = m_shr(b, emit_add(b, i, half), 23);
  code = choose(b, emit_is(b, "ule", i, 0x400000), 0, code);
  code = choose(b, emit_is(b, "sle", i, 0), 255, code);
  return choose(b, emit_is(b, "ugt", i, 0x7f3fffff), 255, code);
}

// The wider type: bits of its fraction, and its bias.
typedef struct Wide {
  int fraction, bias;
} Wide;

// Exponent and fraction of |x|, rounded to nearest even; more than all bits when too large.
static Val narrow_size(Build *b, Val x, Val size, const FloatLayout *l, Wide w) {
  int down = w.fraction - l->fraction;
  Val offset = m_i(b, size, (int64_t)(w.bias - l->bias) << w.fraction);
  Val moved = emit_sub(b, size, offset), one = m_i(b, size, 1);
  Val odd = m_and(b, m_shr(b, moved, down), one);
  Val half = emit_add(b, m_i(b, size, ((int64_t)1 << (down - 1)) - 1), odd);
  Val normal = m_shr(b, emit_add(b, moved, half), down);
  Val magic = m_f(b, x, ldexp(1, w.fraction + 1 - l->bias - l->fraction));
  Val sum = m_bits(b, emit_add(b, m_abs(b, x), magic));
  Val denormal = emit_sub(b, sum, m_bits(b, magic));
  int64_t least = (int64_t)(w.bias - l->bias + 1) << w.fraction;
  return emit_select(b, emit_is(b, "slt", size, least), denormal, normal);
}

static Val with_sign(Build *b, Val code, Val minus, const FloatLayout *l) {
  if (l->specials != FLOAT_FNUZ) return m_or(b, code, minus);
  Val zero = emit_is(b, "eq", code, 0);
  return emit_select(b, zero, code, m_or(b, code, minus));
}

// `code` with what is too large, NaN and the sign.
static Val with_specials(Build *b, Val x, Val code, Val minus, const FloatLayout *l) {
  int64_t all = all_bits(l), top = top_bits(l);
  int64_t last = l->specials == FLOAT_IEEE ? top - 1 : l->specials == FLOAT_FN ? all - 1 : all;
  Val large = emit_is(b, "sgt", code, last), is_nan = emit_cmp(b, "uno", x, x);
  code = choose(b, large, l->specials == FLOAT_IEEE ? top : all, code);
  if (l->specials == FLOAT_IEEE)
    code = choose(b, is_nan, top | (int64_t)1 << (l->fraction - 1), code);
  code = with_sign(b, code, minus, l);
  if (l->specials == FLOAT_FNUZ) return choose(b, large, all + 1, code);
  return l->specials == FLOAT_NUMBERS ? choose(b, is_nan, all + 1, code) : code;
}

Val small_narrow(Build *b, Val x, MlirType to) {
  Dtype d = element_dtype(to);
  FloatLayout l = dtype_layout(d);
  MlirType byte = type_like(x, type_int(b, 8));
  bool scale = d == DTYPE_F8E8M0FNU;
  if (scale && m_is64(x)) x = emit1(b, "arith.truncf", x, type_like(x, type_f32(b)));
  if (scale) return emit1(b, "arith.trunci", narrow_scale(b, x), byte);
  Wide w = m_is64(x) ? (Wide){52, 1023} : (Wide){23, 127};
  int place = sign_place(&l), bits = m_is64(x) ? 64 : 32;
  Val i = m_bits(b, x), size = m_and(b, i, m_i(b, i, (int64_t)(((uint64_t)1 << (bits - 1)) - 1)));
  Val moved = m_shr(b, i, bits - 1 - place);
  Val minus = m_and(b, moved, m_i(b, i, (int64_t)1 << place));
  Val code = narrow_size(b, x, size, &l, w);
  return emit1(b, "arith.trunci", with_specials(b, x, code, minus, &l), byte);
}

// large.c -- the angle of a large argument of sine, cosine and tangent.
//
// Payne and Hanek 1983: of x = m 2^e (m an integer of 53 bits) times 2/pi only the bits of 2/pi
// from weight 2^(1 - e) on matter, what is above gives multiples of 4.  192 bits from there, times
// m, leave 126 bits of the fraction behind the quadrant's two; the closest that a number of 53 bits
// comes to a multiple of pi/2 takes 62 of these.
#include <math.h>

#include "lower/math/math.h"

// 64 zeros, and 2/pi behind the point.
static const int64_t two_over_pi[] = {
    0,
    (int64_t)0xa2f9836e4e441529,
    (int64_t)0xfc2757d1f534ddc0,
    (int64_t)0xdb6295993c439041,
    (int64_t)0xfe5163abdebbc561,
    (int64_t)0xb7246e3a424dd2e0,
    (int64_t)0x06492eea09d1921c,
    (int64_t)0xfe1deb1cb129a73e,
    (int64_t)0xe88235f52ebb4484,
    (int64_t)0xe99c7026b45f7e41,
    (int64_t)0x3991d639835339f4,
    (int64_t)0x9c845f8bbdf9283b,
    (int64_t)0x1ff897ffde05980f,
    (int64_t)0xef2f118b5a0a6d1f,
    (int64_t)0x6d367ecf27cb09b7,
    (int64_t)0x4f463f669e5fea2d,
    (int64_t)0x7527bac7ebe5f17b,
    (int64_t)0x3d0739f78a5292ea,
    (int64_t)0x6bfb5fb11f8d5d08,
    (int64_t)0x56033046fc7b6bab,
};

static Val shift(Build *b, const char *op, Val x, int n) {
  return emit_bin(b, op, x, m_i(b, x, n));
}

// Words j, j + 1, ... of the table, moved s bits to the left.
static void window(Build *b, Val j, Val s, Val *w, int n) {
  int64_t size = sizeof two_over_pi / sizeof *two_over_pi;
  MlirType type = mlirVectorTypeGet(1, &size, type_int(b, 64));
  Val table = emit_const(b, mlirDenseElementsAttrInt64Get(type, size, two_over_pi), type);
  int64_t dynamic = INT64_MIN;
  MlirAttribute at = attrs_make(b->ctx, 1, "static_position", attr_i64s(b, 1, &dynamic));
  Val rest = emit_sub(b, m_i(b, s, 63), s), word = VAL_NONE;
  for (int i = 0; i <= n; i++) {
    Val index = emit_index_cast(b, emit_add(b, j, m_i(b, j, i)), type_index(b));
    Val next = emit(b, "vector.extract", 2, (Val[]){table, index}, type_int(b, 64), at);
    Val low = emit_bin(b, "arith.shrui", shift(b, "arith.shrui", next, 1), rest);
    if (i) w[i - 1] = m_or(b, emit_bin(b, "arith.shli", word, s), low);
    word = next;
  }
}

// x y in 128 bits
static Val wide_product(Build *b, Val x, Val y, Val *high) {
  MlirType t = mlirValueGetType(x), types[] = {t, t};
  MlirOperation op = emit_op(b, "arith.mului_extended", 2, (Val[]){x, y}, 2, types,
                             mlirAttributeGetNull(), 0, NULL);
  *high = op_result(op, 1);
  return op_result(op, 0);
}

// i 2^e for i of at most 53 bits
static Val scaled(Build *b, Val i, Val like, int e) {
  return m_mulc(b, m_from_int(b, i, like), ldexp(1, e));
}

// The signed fraction (high 2^64 + low) 2^-126, all of whose bits may be in `low`.
static Double fraction(Build *b, Val high, Val low, Val like) {
  Val mask31 = m_i(b, high, 0x7fffffff), mask32 = m_i(b, high, 0xffffffff);
  Val h1 = scaled(b, m_shr(b, high, 31), like, -31);
  Val h2 = scaled(b, m_and(b, high, mask31), like, -62);
  Val l1 = scaled(b, shift(b, "arith.shrui", low, 32), like, -94);
  Val l2 = scaled(b, m_and(b, low, mask32), like, -126);
  Double h = m_fast_sum(b, h1, h2), l = m_fast_sum(b, l1, l2), sum = m_fast_sum(b, h.hi, l.hi);
  sum.lo = emit_add(b, sum.lo, emit_add(b, h.lo, l.lo));
  return m_fast_sum(b, sum.hi, sum.lo);
}

// m times the window at bit `start`, modulo 4: *low has 64 bits, the result the 64 above.
static Val quadrants(Build *b, Val m, Val start, Val *low) {
  Val w[3], h1, h2;
  window(b, shift(b, "arith.shrui", start, 6), m_and(b, start, m_i(b, start, 63)), w, 3);
  Val l1 = wide_product(b, m, w[1], &h1);
  wide_product(b, m, w[2], &h2);
  *low = emit_add(b, l1, h2);
  Val carry = emit1(b, "arith.extui", emit_cmp(b, "ult", *low, l1), mlirValueGetType(m));
  return emit_add(b, emit_add(b, emit_mul(b, m, w[0]), h1), carry);
}

Double math_large_angle(Build *b, Val x, Val *q) {
  Val bits = m_bits(b, m_abs(b, x)), one = m_i(b, x, (int64_t)1 << 52);
  Val m = m_or(b, m_and(b, bits, m_i(b, x, ((int64_t)1 << 52) - 1)), one);
  Val start = emit_sub(b, shift(b, "arith.shrui", bits, 52), m_i(b, x, 1013)), low;
  start = emit_bin(b, "arith.minsi", start, m_i(b, x, 1033)); // inf and nan
  Val high = quadrants(b, m, start, &low);
  Val k = shift(b, "arith.shrui", emit_add(b, high, m_i(b, x, (int64_t)1 << 61)), 62);
  Double f = fraction(b, emit_sub(b, high, m_shl(b, k, 62)), low, x);
  Val pi = m_f(b, x, 1.5707963267948966), nan = emit_sub(b, x, x);
  Double r = m_product(b, f.hi, pi);
  r.lo = m_fmac(b, f.hi, 6.123233995736766e-17, m_fma(b, f.lo, pi, r.lo));
  r = m_fast_sum(b, emit_add(b, r.hi, nan), r.lo);
  Val left = m_cmpc(b, "olt", x, 0), zero = m_i(b, x, 0);
  *q = emit_select(b, left, emit_sub(b, zero, k), k);
  r.hi = emit_select(b, left, m_neg(b, r.hi), r.hi);
  r.lo = emit_select(b, left, m_neg(b, r.lo), r.lo);
  return r;
}

// core.c -- the arithmetic that the functions of math.h are written with.
#include "lower/math/math.h"

static MlirType lane_of(Val x) { return type_lane(mlirValueGetType(x)); }

bool m_is64(Val x) { return element_bits(lane_of(x)) == 64; }

MlirType m_int_type(Build *b, Val x) { return type_like(x, type_int(b, element_bits(lane_of(x)))); }

Val m_f(Build *b, Val like, double c) { return emit_float(b, mlirValueGetType(like), c); }
Val m_i(Build *b, Val like, int64_t c) { return emit_int(b, m_int_type(b, like), c); }

Val m_div(Build *b, Val x, Val y) { return emit_bin(b, "arith.divf", x, y); }

Val m_fma(Build *b, Val x, Val y, Val z) {
  return emit(b, "math.fma", 3, (Val[]){x, y, z}, mlirValueGetType(x), mlirAttributeGetNull());
}

Val m_fmac(Build *b, Val x, double y, Val z) {
  Val c = m_f(b, x, y);
  return m_fma(b, x, c, z);
}

Val m_mulc(Build *b, Val x, double c) {
  Val y = m_f(b, x, c);
  return emit_mul(b, x, y);
}

Val m_addc(Build *b, Val x, double c) {
  Val y = m_f(b, x, c);
  return emit_add(b, x, y);
}

Val m_neg(Build *b, Val x) { return emit_un(b, "arith.negf", x); }
Val m_abs(Build *b, Val x) { return emit_un(b, "math.absf", x); }
Val m_sqrt(Build *b, Val x) { return emit_un(b, "math.sqrt", x); }
Val m_floor(Build *b, Val x) { return emit_un(b, "math.floor", x); }
Val m_copysign(Build *b, Val x, Val s) { return emit_bin(b, "math.copysign", x, s); }

Val m_bits(Build *b, Val x) { return emit1(b, "arith.bitcast", x, m_int_type(b, x)); }

Val m_float(Build *b, Val i) {
  MlirType e = m_is64(i) ? type_f64(b) : type_f32(b);
  return emit1(b, "arith.bitcast", i, type_like(i, e));
}

Val m_cmpc(Build *b, const char *pred, Val x, double c) {
  Val y = m_f(b, x, c);
  return emit_cmp(b, pred, x, y);
}

Val m_and(Build *b, Val x, Val y) { return emit_bin(b, "arith.andi", x, y); }
Val m_or(Build *b, Val x, Val y) { return emit_bin(b, "arith.ori", x, y); }

Val m_shl(Build *b, Val x, int n) {
  Val c = emit_int(b, mlirValueGetType(x), n);
  return emit_bin(b, "arith.shli", x, c);
}

Val m_shr(Build *b, Val x, int n) {
  Val c = emit_int(b, mlirValueGetType(x), n);
  return emit_bin(b, "arith.shrsi", x, c);
}

Val m_extend(Build *b, Val x) { return emit1(b, "arith.extf", x, type_like(x, type_f64(b))); }
Val m_truncate(Build *b, Val x) { return emit1(b, "arith.truncf", x, type_like(x, type_f32(b))); }

Val m_from_int(Build *b, Val i, Val like) {
  return emit1(b, "arith.sitofp", i, mlirValueGetType(like));
}

Val m_pow2(Build *b, Val n) {
  bool d = m_is64(n);
  Val bias = m_i(b, n, d ? 1023 : 127);
  Val e = emit_add(b, n, bias);
  return m_float(b, m_shl(b, e, d ? 52 : 23));
}

Val m_clamp(Build *b, Val x, double lo, double hi) {
  Val l = m_f(b, x, lo), h = m_f(b, x, hi);
  Val below = emit_cmp(b, "olt", x, l);
  x = emit_select(b, below, l, x);
  Val above = emit_cmp(b, "ogt", x, h);
  return emit_select(b, above, h, x);
}

// Adding 1.5 * 2^(precision - 1) leaves the integer in the low bits.
Val m_rint(Build *b, Val x, double scale, Val *n) {
  double magic = m_is64(x) ? 6755399441055744.0 : 12582912.0;
  Val shift = m_f(b, x, magic);
  Val t = m_fmac(b, x, scale, shift);
  Val i = m_bits(b, t), base = m_bits(b, shift);
  *n = emit_sub(b, i, base);
  return emit_sub(b, t, shift);
}

Val m_poly(Build *b, Val u, Poly p) {
  Val y = m_f(b, u, p.c[p.n - 1]);
  for (int i = p.n - 2; i >= 0; i--) {
    Val c = m_f(b, u, p.c[i]);
    y = m_fma(b, y, u, c);
  }
  return y;
}

Val m_poly2(Build *b, Val u, const Poly *p) { return m_poly(b, u, p[m_is64(u)]); }

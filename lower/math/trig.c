// trig.c -- sine, cosine, tangent.
//
// f64: x = q pi/2 + r with |r| <= pi/4.  q pi/2 is subtracted in parts of full precision by fused
// multiply-adds, which is enough for |x| < 2^40; beyond: large.c.  The way the low part of r enters
// is FreeBSD's k_sin.c and k_cos.c.  f32 is computed in f64 throughout, sine and cosine from one
// polynomial on |r| <= pi/2.  Polynomials: fit.py.
#include <math.h>

#include "lower/math/math.h"

static const double sin_f64[] = {-1.66666666666666324348e-01, 8.33333333332248946124e-03,
                                 -1.98412698298579493134e-04, 2.75573137070700676789e-06,
                                 -2.50507602534068634195e-08, 1.58969099521155010221e-10};
static const double cos_f64[] = {4.16666666666666019037e-02, -1.38888888888741095749e-03,
                                 2.48015872894767294178e-05, -2.75573143513906633035e-07,
                                 2.08757232129817482790e-09, -1.13596475577881948265e-11};
static const double INV_PI = 0.3183098861837907;

// pi/2 to 159 bits
static const double PIO2_1 = 1.5707963267948966, PIO2_2 = 6.123233995736766e-17,
                    PIO2_3 = -1.4973849048591698e-33;

// y, its sign changed where bit `bit` of q is set.
static Val signed_by(Build *b, Val y, Val q, int bit) {
  Val sign = m_and(b, m_shl(b, q, 63 - bit), m_i(b, q, INT64_MIN));
  return m_float(b, m_xor(b, m_bits(b, y), sign));
}

static Val is_odd(Build *b, Val q) {
  Val bit = m_and(b, q, m_i(b, q, 1)), zero = m_i(b, q, 0);
  return emit_cmp(b, "ne", bit, zero);
}

//===-- f64 -----------------------------------------------------------------------------===//

typedef struct Angle {
  Double r;
  Val q; // i64; only the low two bits count
} Angle;

// x - k PIO2_1 is exact; the product with PIO2_2 is kept in two parts, as most of it may cancel.
static Angle angle_of(Build *b, Val x) {
  Angle a;
  Val k = m_rint(b, x, 2 * INV_PI, &a.q);
  Val r = m_fmac(b, k, -PIO2_1, x);
  Double p = m_product(b, k, m_f(b, x, -PIO2_2));
  Double s = m_two_sum(b, r, p.hi);
  s.lo = emit_add(b, s.lo, m_fmac(b, k, -PIO2_3, p.lo));
  a.r = m_fast_sum(b, s.hi, s.lo);
  return a;
}

// sin(r + lo) = r + r^3 P(r^2) + lo (1 - r^2 / 2)
static Double sin_near(Build *b, Double r, Val z) {
  Val p = m_poly(b, z, (Poly)POLY(sin_f64));
  Val zr = emit_mul(b, z, r.hi);
  Val t = m_fmac(b, z, -0.5, m_f(b, z, 1));
  Val y = emit_mul(b, t, r.lo);
  return m_fast_sum(b, r.hi, m_fma(b, zr, p, y));
}

// cos(r + lo) = 1 - r^2 / 2 + r^4 P(r^2) - r lo
static Double cos_near(Build *b, Double r, Val z) {
  Val p = m_poly(b, z, (Poly)POLY(cos_f64)), one = m_f(b, z, 1);
  Val zz = emit_mul(b, z, z);
  Val w = m_fmac(b, z, -0.5, one);
  Val lost = m_fmac(b, z, -0.5, emit_sub(b, one, w));
  Val y = m_fma(b, m_neg(b, r.hi), r.lo, lost);
  return m_fast_sum(b, w, m_fma(b, zz, p, y));
}

static Val sin_of(Build *b, const Angle *a) {
  Val z = emit_mul(b, a->r.hi, a->r.hi);
  Double s = sin_near(b, a->r, z), c = cos_near(b, a->r, z);
  return signed_by(b, emit_select(b, is_odd(b, a->q), c.hi, s.hi), a->q, 1);
}

// cos x = sin(x + pi/2)
static Val cos_of(Build *b, const Angle *a) {
  Angle turned = {a->r, emit_add(b, a->q, m_i(b, a->q, 1))};
  return sin_of(b, &turned);
}

// The quotient with what its division lost.
static Val tan_of(Build *b, const Angle *a) {
  Val z = emit_mul(b, a->r.hi, a->r.hi);
  Double s = sin_near(b, a->r, z), c = cos_near(b, a->r, z);
  Val odd = is_odd(b, a->q), one = m_f(b, z, 1);
  Double num = {emit_select(b, odd, c.hi, s.hi), emit_select(b, odd, c.lo, s.lo)};
  Double den = {emit_select(b, odd, s.hi, c.hi), emit_select(b, odd, s.lo, c.lo)};
  Val inverse = m_div(b, one, den.hi);
  Val y = emit_mul(b, num.hi, inverse), minus = m_neg(b, y);
  Val rest = emit_add(b, m_fma(b, minus, den.hi, num.hi), m_fma(b, minus, den.lo, num.lo));
  return signed_by(b, m_fma(b, rest, inverse, y), a->q, 0);
}

//===-- f32 -----------------------------------------------------------------------------===//

// x - k pi/2
static Val reduced(Build *b, Val x, Val k) {
  return m_fmac(b, k, -PIO2_2, m_fmac(b, k, -PIO2_1, x));
}

// sin r = r (1 + r^2 P(r^2)) for |r| <= pi/2, to 2^-35
static Val sin_short(Build *b, Val r) {
  static const double p[] = {-0.16666666626149698, 0.0083333311086046715, -0.0001984086821008144,
                             2.7525384433594928e-06, -2.3888909423513566e-08};
  Val z = emit_mul(b, r, r), one = m_f(b, r, 1);
  return emit_mul(b, r, m_fma(b, z, m_poly(b, z, (Poly)POLY(p)), one));
}

// x = k pi + r
static Val sin_f32(Build *b, Val x) {
  Val d = m_extend(b, x), n;
  Val k = m_rint(b, d, INV_PI, &n);
  Val r = m_fmac(b, k, -2 * PIO2_2, m_fmac(b, k, -2 * PIO2_1, d));
  return m_truncate(b, signed_by(b, sin_short(b, r), n, 0));
}

// x = (2 k + 1) pi/2 + r, cos x = -(-1)^k sin r
static Val cos_f32(Build *b, Val x) {
  Val d = m_extend(b, x), n;
  Val k = m_rint(b, m_fmac(b, d, INV_PI, m_f(b, d, -0.5)), 1, &n);
  Val r = reduced(b, d, m_fmac(b, k, 2, m_f(b, d, 1)));
  Val y = sin_short(b, r);
  return m_truncate(b, signed_by(b, m_neg(b, y), n, 0));
}

// tan r = r (1 + a z + b z^2) / (1 + c z + d z^2) for |r| <= pi/4, z = r^2, to 2^-33
static Val tan_f32(Build *b, Val x) {
  static const double above[] = {1, -0.11130839205191823, 0.0010714991369831037};
  static const double below[] = {1, -0.44464172526764517, 0.015952068179480999};
  Val d = m_extend(b, x), n;
  Val r = reduced(b, d, m_rint(b, d, 2 * INV_PI, &n));
  Val z = emit_mul(b, r, r);
  Val s = emit_mul(b, r, m_poly(b, z, (Poly)POLY(above))), c = m_poly(b, z, (Poly)POLY(below));
  Val odd = is_odd(b, n);
  Val num = emit_select(b, odd, c, s), den = emit_select(b, odd, s, c);
  return m_truncate(b, signed_by(b, m_div(b, num, den), n, 0));
}

//===-- both ----------------------------------------------------------------------------===//

typedef Val AngleFn(Build *b, const Angle *a);

static Val large(Build *b, Val x, AngleFn *fn) {
  Angle a;
  a.r = math_large_angle(b, m_is64(x) ? x : m_extend(b, x), &a.q);
  Val y = fn(b, &a);
  return m_is64(x) ? y : m_truncate(b, y);
}

static Val sin_large(Build *b, Val x) { return large(b, x, sin_of); }
static Val cos_large(Build *b, Val x) { return large(b, x, cos_of); }
static Val tan_large(Build *b, Val x) { return large(b, x, tan_of); }

static Val f64_of(Build *b, Val x, AngleFn *fn) {
  Angle a = angle_of(b, x);
  Val y = fn(b, &a);
  return fn == cos_of ? y : emit_select(b, m_cmpc(b, "oeq", x, 0), x, y); // -0.0
}

static Val is_large(Build *b, Val x) { return m_cmpc(b, "uge", m_abs(b, x), 0x1p40); }

Val math_sin(Build *b, Val x) {
  Val y = m_is64(x) ? f64_of(b, x, sin_of) : sin_f32(b, x);
  return m_rare(b, &(Rare){"sin_large", is_large, sin_large}, x, y);
}

Val math_cos(Build *b, Val x) {
  Val y = m_is64(x) ? f64_of(b, x, cos_of) : cos_f32(b, x);
  return m_rare(b, &(Rare){"cos_large", is_large, cos_large}, x, y);
}

Val math_tan(Build *b, Val x) {
  Val y = m_is64(x) ? f64_of(b, x, tan_of) : tan_f32(b, x);
  return m_rare(b, &(Rare){"tan_large", is_large, tan_large}, x, y);
}

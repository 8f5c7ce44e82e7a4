// trig.c -- sine, cosine, tangent.
//
// f64: sine and cosine are one polynomial on |r| <= pi/2, x = k pi + r or (k + 1/2) pi + r, whose
// first two coefficients are summed in double length; the tangent x = q pi/2 + r with |r| <= pi/4.
// Multiples of pi/2 are subtracted in parts of full precision by fused multiply-adds, which is
// enough for |x| < 2^40; beyond: large.c.  f32 is computed in f64 throughout.  Polynomials: fit.py.
#include <math.h>

#include "lower/math/math.h"

static const double sin_wide[] = {-0.16666666666666666,    0.0083333333333332066,
                                  -0.00019841269841212479, 2.755731921156891e-06,
                                  -2.5052106904326083e-08, 1.6058940994664777e-10,
                                  -7.643019087777886e-13,  2.7214155467765266e-15};
static const double sin_near[] = {-0.1666666666666663,     0.0083333333333218407,
                                  -0.00019841269829359189, 2.7557313538801429e-06,
                                  -2.505073444091387e-08,  1.5895436589456149e-10};
static const double cos_near[] = {-0.5,
                                  0.041666666666666595,
                                  -0.0013888888888873342,
                                  2.4801587289002293e-05,
                                  -2.7557314217119456e-07,
                                  2.0875705408993025e-09,
                                  -1.1358749996795878e-11};
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

// x - k pi/2 from r = x - k PIO2_1; the product with PIO2_2 is kept in two parts, as most of it may
// cancel, and the sum may overlap by what then is left.  lost: what r lacks, or none.
static Double rest_of(Build *b, Val r, Val k, Val lost) {
  Double p = m_product(b, k, m_f(b, r, -PIO2_2));
  Double s = m_two_sum(b, r, p.hi);
  s.lo = emit_add(b, s.lo, m_fmac(b, k, -PIO2_3, p.lo));
  if (!val_is_none(lost)) s.lo = emit_add(b, s.lo, lost);
  return s;
}

// sin r for |r| <= pi/2, its sign changed where k is odd.
static Val sin_signed(Build *b, Double r, Val k) {
  Double z = m_double_product(b, r, r), c = m_double_product(b, r, z);
  Double y = m_series(b, r, c, z, (Poly)POLY(sin_wide), 2);
  return signed_by(b, emit_add(b, y.hi, y.lo), k, 0);
}

// x = k pi + r
static Val sin_f64(Build *b, Val x) {
  Val n, k = m_mulc(b, m_rint(b, x, INV_PI, &n), 2);
  return sin_signed(b, rest_of(b, m_fmac(b, k, -PIO2_1, x), k, VAL_NONE), n);
}

// x = (2 n + 1) pi/2 + r.  The difference is not exact for |x| < pi/2.
static Val cos_f64(Build *b, Val x) {
  Val n, half = m_rint(b, m_fmac(b, x, INV_PI, m_f(b, x, -0.5)), 1, &n);
  Val k = m_fmac(b, half, 2, m_f(b, x, 1)), r = m_fmac(b, k, -PIO2_1, x);
  Val lost = emit_sub(b, x, m_fmac(b, k, PIO2_1, r));
  return sin_signed(b, rest_of(b, r, k, lost), emit_add(b, n, m_i(b, n, 1)));
}

// sin(q pi/2 + r), |r| <= pi/4: an odd q becomes the even one beside it.
static Val sin_turned(Build *b, const Angle *a) {
  Val odd = is_odd(b, a->q), right = m_cmpc(b, "ogt", a->r.hi, 0);
  Val minus = m_f(b, a->r.hi, -PIO2_1), plus = m_f(b, a->r.hi, PIO2_1);
  Double turned = m_fast_sum(b, emit_select(b, right, minus, plus), a->r.hi);
  Val lo = emit_select(b, right, m_f(b, minus, -PIO2_2), m_f(b, minus, PIO2_2));
  turned.lo = emit_add(b, turned.lo, emit_add(b, lo, a->r.lo));
  Double r = {emit_select(b, odd, turned.hi, a->r.hi), emit_select(b, odd, turned.lo, a->r.lo)};
  Val up = emit_select(b, m_and(b, odd, right), m_i(b, a->q, 1), m_i(b, a->q, 0));
  return sin_signed(b, r, m_shr(b, emit_add(b, a->q, up), 1));
}

// cos x = sin(x + pi/2)
static Val cos_turned(Build *b, const Angle *a) {
  Angle turned = {a->r, emit_add(b, a->q, m_i(b, a->q, 1))};
  return sin_turned(b, &turned);
}

// sin / cos, the quotient with what its division lost.
static Val tan_of(Build *b, const Angle *a) {
  Double z = m_double_product(b, a->r, a->r), r3 = m_double_product(b, a->r, z);
  Val odd = is_odd(b, a->q), one = m_f(b, z.hi, 1);
  Double s = m_series(b, a->r, r3, z, (Poly)POLY(sin_near), 1);
  Double c = m_series(b, (Double){one, VAL_NONE}, z, z, (Poly)POLY(cos_near), 1);
  Double num = {emit_select(b, odd, c.hi, s.hi), emit_select(b, odd, c.lo, s.lo)};
  Double den = {emit_select(b, odd, s.hi, c.hi), emit_select(b, odd, s.lo, c.lo)};
  Val inverse = m_div(b, one, den.hi);
  Val y = emit_mul(b, num.hi, inverse), minus = m_neg(b, y);
  Val rest = m_fma(b, minus, den.lo, m_fma(b, minus, den.hi, num.hi));
  rest = emit_add(b, rest, num.lo);
  return signed_by(b, m_fma(b, rest, inverse, y), a->q, 0);
}

static Val tan_f64(Build *b, Val x) {
  Angle a;
  Val k = m_rint(b, x, 2 * INV_PI, &a.q);
  Double r = rest_of(b, m_fmac(b, k, -PIO2_1, x), k, VAL_NONE);
  a.r = m_fast_sum(b, r.hi, r.lo);
  return tan_of(b, &a);
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

static Val sin_large(Build *b, Val x) { return large(b, x, sin_turned); }
static Val cos_large(Build *b, Val x) { return large(b, x, cos_turned); }
static Val tan_large(Build *b, Val x) { return large(b, x, tan_of); }

// y, but -0.0 of -0.0
static Val odd_at_zero(Build *b, Val x, Val y) {
  return emit_select(b, m_cmpc(b, "oeq", x, 0), x, y);
}

static Val is_large(Build *b, Val x) { return m_cmpc(b, "uge", m_abs(b, x), 0x1p40); }

Val math_sin(Build *b, Val x) {
  Val y = m_is64(x) ? odd_at_zero(b, x, sin_f64(b, x)) : sin_f32(b, x);
  return m_rare(b, &(Rare){"sin_large", is_large, sin_large}, x, y);
}

Val math_cos(Build *b, Val x) {
  Val y = m_is64(x) ? cos_f64(b, x) : cos_f32(b, x);
  return m_rare(b, &(Rare){"cos_large", is_large, cos_large}, x, y);
}

Val math_tan(Build *b, Val x) {
  Val y = m_is64(x) ? odd_at_zero(b, x, tan_f64(b, x)) : tan_f32(b, x);
  return m_rare(b, &(Rare){"tan_large", is_large, tan_large}, x, y);
}

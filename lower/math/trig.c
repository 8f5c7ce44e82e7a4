// trig.c -- sine, cosine, tangent.
//
// x = q pi/2 + r with |r| <= pi/4.  q pi/2 is subtracted in parts of full precision by fused
// multiply-adds, in f64 also for f32: exact for |x| < 2^50.  Beyond, and there alone, the result is
// nan.  Polynomials: fit.py; the way the low part of r enters is FreeBSD's k_sin.c and k_cos.c.
#include <math.h>

#include "lower/math/math.h"

static const double sin_f32[] = {-0.166666552, 0.0083321603, -0.000195152839};
static const double cos_f32[] = {0.0416666456, -0.00138873165, 2.44331568e-05};
static const double sin_f64[] = {-1.66666666666666324348e-01, 8.33333333332248946124e-03,
                                 -1.98412698298579493134e-04, 2.75573137070700676789e-06,
                                 -2.50507602534068634195e-08, 1.58969099521155010221e-10};
static const double cos_f64[] = {4.16666666666666019037e-02, -1.38888888888741095749e-03,
                                 2.48015872894767294178e-05, -2.75573143513906633035e-07,
                                 2.08757232129817482790e-09, -1.13596475577881948265e-11};
static const Poly sin_poly[] = {POLY(sin_f32), POLY(sin_f64)};
static const Poly cos_poly[] = {POLY(cos_f32), POLY(cos_f64)};

// pi/2 to 159 bits
static const double PIO2_1 = 1.5707963267948966, PIO2_2 = 6.123233995736766e-17,
                    PIO2_3 = -1.4973849048591833e-33;

typedef struct Angle {
  Val r, lo; // lo: none in f32
  Val q;     // integer of the width of x; only the low two bits count
  Val good;  // |x| < 2^50
} Angle;

static Angle angle_f32(Build *b, Val x) {
  Val n;
  Val d = m_extend(b, x);
  Val k = m_rint(b, d, 0.63661977236758134, &n);
  Val r = m_fmac(b, k, -PIO2_1, d);
  r = m_fmac(b, k, -PIO2_2, r);
  Angle a = {.r = m_truncate(b, r), .lo = VAL_NONE};
  a.q = emit1(b, "arith.trunci", n, m_int_type(b, x));
  a.good = m_cmpc(b, "olt", m_abs(b, x), 0x1p50);
  return a;
}

static Angle angle_f64(Build *b, Val x) {
  Angle a;
  Val k = m_rint(b, x, 0.63661977236758134, &a.q);
  Val r1 = m_fmac(b, k, -PIO2_1, x);
  Val r2 = m_fmac(b, k, -PIO2_2, r1);
  Val lo = m_fmac(b, k, -PIO2_2, emit_sub(b, r1, r2)); // what rounding r2 lost
  lo = m_fmac(b, k, -PIO2_3, lo);
  a.r = emit_add(b, r2, lo);
  a.lo = emit_add(b, emit_sub(b, r2, a.r), lo);
  a.good = m_cmpc(b, "olt", m_abs(b, x), 0x1p50);
  return a;
}

static Angle angle_reduce(Build *b, Val x) { return m_is64(x) ? angle_f64(b, x) : angle_f32(b, x); }

// sin(r + lo) = r + r^3 P(r^2) + lo (1 - r^2 / 2)
static Val sin_near(Build *b, const Angle *a, Val z) {
  Val p = m_poly2(b, z, sin_poly);
  Val zr = emit_mul(b, z, a->r);
  if (val_is_none(a->lo)) return m_fma(b, zr, p, a->r);
  Val t = m_fmac(b, z, -0.5, m_f(b, z, 1));
  Val y = emit_mul(b, t, a->lo);
  return emit_add(b, a->r, m_fma(b, zr, p, y));
}

// cos(r + lo) = 1 - r^2 / 2 + r^4 P(r^2) - r lo
static Val cos_near(Build *b, const Angle *a, Val z) {
  Val p = m_poly2(b, z, cos_poly);
  Val zz = emit_mul(b, z, z), one = m_f(b, z, 1);
  Val w = m_fmac(b, z, -0.5, one);
  if (val_is_none(a->lo)) return m_fma(b, zz, p, w);
  Val lost = m_fmac(b, z, -0.5, emit_sub(b, one, w));
  Val y = m_fma(b, m_neg(b, a->r), a->lo, lost);
  return emit_add(b, w, m_fma(b, zz, p, y));
}

// Bit `bit` of q as a truth value.
static Val quadrant_bit(Build *b, Val q, int bit) {
  Val mask = emit_int(b, mlirValueGetType(q), (int64_t)1 << bit);
  Val zero = emit_int(b, mlirValueGetType(q), 0);
  return emit_cmp(b, "ne", m_and(b, q, mask), zero);
}

// sin(x + turn pi/2)
static Val sin_turned(Build *b, Val x, int turn) {
  Angle a = angle_reduce(b, x);
  Val z = emit_mul(b, a.r, a.r);
  Val s = sin_near(b, &a, z), c = cos_near(b, &a, z);
  Val t = emit_int(b, mlirValueGetType(a.q), turn);
  Val q = emit_add(b, a.q, t);
  Val y = emit_select(b, quadrant_bit(b, q, 0), c, s);
  Val minus = m_neg(b, y);
  y = emit_select(b, quadrant_bit(b, q, 1), minus, y);
  return emit_select(b, a.good, y, m_f(b, x, NAN));
}

Val math_sin(Build *b, Val x) {
  Val y = sin_turned(b, x, 0);
  return emit_select(b, m_cmpc(b, "oeq", x, 0), x, y); // -0.0
}

Val math_cos(Build *b, Val x) { return sin_turned(b, x, 1); }

Val math_tan(Build *b, Val x) {
  Angle a = angle_reduce(b, x);
  Val z = emit_mul(b, a.r, a.r);
  Val s = sin_near(b, &a, z), c = cos_near(b, &a, z);
  Val odd = quadrant_bit(b, a.q, 0);
  Val num = emit_select(b, odd, c, s), den = emit_select(b, odd, s, c);
  Val y = m_div(b, num, den);
  y = emit_select(b, odd, m_neg(b, y), y);
  y = emit_select(b, a.good, y, m_f(b, x, NAN));
  return emit_select(b, m_cmpc(b, "oeq", x, 0), x, y);
}

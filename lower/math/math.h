// math.h -- functions of real numbers as straight-line arithmetic, without branches, tables or
// calls, so that loops over them vectorise.  Values are f32 or f64 scalars, or vectors of them.
//
// docs/accuracy.md has their largest errors, and says how they are measured.
// Arguments and results that are denormal count as zero.  fma is fused: a target without the
// instruction calls it.
#ifndef CJAX_LOWER_MATH_MATH_H
#define CJAX_LOWER_MATH_MATH_H

#include "lower/emit.h"

typedef Val MathFn(Build *b, Val x);
MathFn math_exp, math_exp2, math_expm1, math_log, math_log1p, math_tanh, math_logistic;
MathFn math_sin, math_cos, math_tan, math_asin, math_acos, math_atan;
MathFn math_sinh, math_cosh, math_asinh, math_acosh, math_atanh;
MathFn math_cbrt, math_erf, math_erfc, math_erf_inv, math_rsqrt;
Val math_pow(Build *b, Val x, Val y);
Val math_atan2(Build *b, Val y, Val x);
Val math_rem(Build *b, Val x, Val y); // x - trunc(x / y) y, exactly; f64: scalars only

//===-- what they are written with -----------------------------------------------===//

bool m_is64(Val x);
MlirType m_int_type(Build *b, Val x); // the integer type of x's width
Val m_f(Build *b, Val like, double c);
Val m_i(Build *b, Val like, int64_t c); // of integer `like`, or of like's width when it is a float
Val m_div(Build *b, Val x, Val y);
Val m_fma(Build *b, Val x, Val y, Val z); // x y + z
Val m_mad(Build *b, Val x, Val y, Val z); // the same, rounded twice where there is no instruction
Val m_fmac(Build *b, Val x, double y, Val z);
Val m_mulc(Build *b, Val x, double c);
Val m_addc(Build *b, Val x, double c);
Val m_neg(Build *b, Val x);
Val m_abs(Build *b, Val x);
Val m_sqrt(Build *b, Val x);
Val m_floor(Build *b, Val x);
Val m_copysign(Build *b, Val magnitude, Val sign);
Val m_bits(Build *b, Val x);  // float -> integer of the same width
Val m_float(Build *b, Val i); // integer -> float of the same width
Val m_cmpc(Build *b, const char *pred, Val x, double c);
Val m_and(Build *b, Val x, Val y);
Val m_or(Build *b, Val x, Val y);
Val m_shl(Build *b, Val x, int n);
Val m_shr(Build *b, Val x, int n);         // arithmetic
Val m_extend(Build *b, Val x);             // f32 -> f64
Val m_truncate(Build *b, Val x);           // f64 -> f32
Val m_from_int(Build *b, Val i, Val like); // signed integer -> like's float type
Val m_pow2(Build *b, Val n); // 2^n, n integer of the float's width and in its exponent range
// x where it is not outside [lo, hi], else the bound; nan stays.
Val m_clamp(Build *b, Val x, double lo, double hi);
// x rounded to an integer of at most 2^22 (f32), 2^51 (f64) in size, as a float; *n the same as
// integer.
Val m_rint(Build *b, Val x, double scale, Val *n); // of x * scale

Val m_xor(Build *b, Val x, Val y);
// Arguments of a function that few programs have, and what computes it there, for scalars.
typedef struct Rare {
  const char *name;
  MathFn *is, *fn;
} Rare;
// y where no lane of x is rare, else fn(x) in these lanes: a call of a function of the module,
// which is not in the way of the others.  x, y: scalars or vectors of one type.
Val m_rare(Build *b, const Rare *r, Val x, Val y);

typedef struct Double { // hi + lo, |lo| at most half a unit of hi
  Val hi, lo;
} Double;
Double m_fast_sum(Build *b, Val x, Val y);                // x + y exactly, |x| >= |y| or x = 0
Double m_two_sum(Build *b, Val x, Val y);                 // x + y exactly
Double m_fast_product_sum(Build *b, Val x, Val y, Val z); // x + y z, |x| >= |y z| or x = 0
Double m_product(Build *b, Val x, Val y);                 // x y exactly
Double m_double_product(Build *b, Double x, Double y);    // to some 2^-104; lo may be a unit of hi

// Whether nothing but f32, by products and quotients, is made of the f64 that c computes: then the
// functions below suffice, whose relative error is 2^-33, of the logarithm 2^-43.
bool math_single_suffices(const OpCall *c);
Val math_exp_single(Build *b, Val x);
Val math_log_single(Build *b, Val x);
Val math_erfc_single(Build *b, Val x);

// Coefficients, lowest degree first, by precision.
typedef struct Poly {
  int n;
  const double *c;
} Poly;
#define POLY(table)                                                                                \
  { sizeof(table) / sizeof *(table), table }
Val m_poly(Build *b, Val u, Poly p);
// f + c P(z), |c P(z)| < |f|, with the first `exact` coefficients of P summed in double length.
// f.lo may be none.
Double m_series(Build *b, Double f, Double c, Double z, Poly p, int exact);
// p[0] for f32, p[1] for f64.
Val m_poly2(Build *b, Val u, const Poly *p);

// Shared pieces.
Val math_exp_sum(Build *b, Double x);                   // e^x, f64; x.lo may be none
Double math_exp_parts(Build *b, Val x, Val *s, Val *t); // e^x = s t (hi + lo)
// x = q pi/2 + hi + lo for a scalar f64 of at least 2^-9 in size; q is i64, nan for inf and nan.
Double math_large_angle(Build *b, Val x, Val *q);
// k = rint(x scale), and 2^k = s t, which may be out of range as one number.
Val math_split_power(Build *b, Val x, double scale, Val *s, Val *t);
Val math_quarter_expm1(Build *b, Val x); // (e^x - 1) / 4: no overflow where sinh has none
Val math_log_split(Build *b, Val x,
                   Val *k); // m in [sqrt 1/2, sqrt 2) of x = 2^k m; k an integer of x's width

#endif

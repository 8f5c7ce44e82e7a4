// erf.c -- the error function, its complement and its inverse.
//
// erf x = x + x P(x^2) for |x| < 1.  Beyond: in f32 1 - e^(-P(x)); in f64, as erfc, through
// (1 + 2x) e^(x^2) erfc x = P((x - k) / (x + k)) for x >= 0 (Shepherd and Laframboise 1981).  P:
// fit.py. erf_inv: polynomials in log(1 - x^2) as in M. Giles, Approximating the erfinv function,
// 2010.
#include <math.h>

#include "lower/math/math.h"

static const double erf_f32[] = {0.128379166,   -0.37612626,     0.112835854,   -0.0268538129,
                                 0.00518832775, -0.000801019371, 7.85386146e-05};
static const double erf_f64[] = {
    0.12837916709551259,     -0.37612638903183754,    0.11283791670955119,
    -0.026866170645129733,   0.005223977625422086,    -0.00085483270218532251,
    0.00012055332899358927,  -1.4925647465144675e-05, 1.6462043408294524e-06,
    -1.6364614427927873e-07, 1.4792145809329255e-08,  -1.2163042241593799e-09,
    8.7037909352451157e-11,  -4.2228978286472341e-12};
static const Poly erf_poly[] = {POLY(erf_f32), POLY(erf_f64)};

static const double erfcx_f32[] = {1.27697837,     -0.09276402,    -0.166031763,  0.164056003,
                                   -0.0542004742,  -0.00806193892, 0.00861753523, 0.00131103653,
                                   -0.00121330144, -0.000390679546};
static const double erfcx_f64[] = {
    1.2329951186255526,      -0.13962111684056289,    0.0153796521026198,
    0.068097054254736597,    -0.10103906603630296,    0.093732834996821626,
    -0.066330365812530559,   0.037167515561903265,    -0.016197734048728755,
    0.0050319697630637431,   -0.00075777340331588969, -0.00019925555846851553,
    0.00015062246701885192,  -2.4402950804513133e-05, -1.1225275528465237e-05,
    5.7173142074402342e-06,  3.0195085669242731e-07,  -8.3426347619198528e-07,
    6.2387953698607567e-08,  1.1457656146674922e-07,  -7.7745531855469296e-09,
    -1.3390424040756801e-08, -1.7194837440766656e-09};
static const Poly erfcx_poly[] = {POLY(erfcx_f32), POLY(erfcx_f64)};

// erf a for |a| < 1
static Val erf_near(Build *b, Val a) {
  return m_fma(b, a, m_poly2(b, emit_mul(b, a, a), erf_poly), a);
}

// erfc a for a >= 0; e^(-a^2) with what rounding a^2 lost.
static Val erfc_positive(Build *b, Val a) {
  bool d = m_is64(a);
  a = m_clamp(b, a, 0, d ? 28 : 11);
  Val k = m_f(b, a, d ? 4 : 2);
  Val num = emit_sub(b, a, k), den = emit_add(b, a, k);
  Val p = m_poly2(b, m_div(b, num, den), erfcx_poly);
  Val one = m_f(b, a, 1);
  Val q = m_div(b, p, m_fmac(b, a, 2, one));
  Val z = emit_mul(b, a, a);
  Val lost = m_fma(b, a, a, m_neg(b, z));
  Val s, t;
  Double e = math_exp_parts(b, m_neg(b, z), &s, &t);
  Val rest = m_fma(b, m_neg(b, e.hi), lost, e.lo);
  Val y = m_fma(b, q, e.hi, emit_mul(b, q, rest));
  return emit_mul(b, emit_mul(b, y, s), t);
}

// erf a = -expm1(-P(a)) for a >= 1 in f32
static const double logerfc_f32[] = {-2.26149641e-05, 1.12884164,    0.634592354,
                                     0.107034706,     -0.0243938062, 0.00392520148,
                                     -0.000389688445, 1.77192142e-05};

static Val erf_far(Build *b, Val a) {
  if (m_is64(a)) {
    Val one = m_f(b, a, 1);
    return emit_sub(b, one, erfc_positive(b, a));
  }
  Val p = m_poly(b, m_clamp(b, a, 0, 4), (Poly)POLY(logerfc_f32));
  return m_mulc(b, math_quarter_expm1(b, m_neg(b, p)), -4);
}

Val math_erf(Build *b, Val x) {
  Val a = m_abs(b, x);
  Val near = erf_near(b, a), far = erf_far(b, a);
  Val small = m_cmpc(b, "olt", a, 1);
  return m_copysign(b, emit_select(b, small, near, far), x);
}

Val math_erfc(Build *b, Val x) {
  Val a = m_abs(b, x), one = m_f(b, x, 1);
  Val near = emit_sub(b, one, erf_near(b, x));
  Val right = erfc_positive(b, a), two = m_f(b, x, 2);
  Val left = emit_sub(b, two, right);
  Val far = emit_select(b, m_cmpc(b, "olt", x, 0), left, right);
  return emit_select(b, m_cmpc(b, "olt", a, 0.5), near, far);
}

// f32: fit.py
static const double erf_inv_short_low[] = {
    1.50140941,      0.246640295,    -0.00417733938, -0.0012527447, 0.000218282643, -4.96191387e-06,
    -3.43461465e-06, 4.65892526e-07, 1.80376087e-08, -8.77285e-09,  3.35520639e-10};
static const double erf_inv_short_high[] = {
    2.83297682,     1.00167489,   0.00944519229,   -0.00763695454,  0.00568780908,
    -0.00359898969, 0.0014828539, -5.37613487e-05, -0.000307747483, 0.000113639318};
static const double giles_f64_low[] = {
    1.6536545626831027356,      0.24015818242558961693,    -0.0060336708714301490533,
    -0.00074070253416626697512, 0.0001867342080340571352,  -1.3882523362786468719e-05,
    -1.3654692000834678645e-06, 4.2347877827932403518e-07, -2.9070369957882005086e-08,
    -4.1126339803469836976e-09, 1.051212273321532285e-09,  -5.4154120542946279317e-11,
    -1.2975133253453532498e-11, 2.6335093153082322977e-12, -8.1519341976054721522e-14,
    -4.0545662729752068639e-14, 6.6376381343583238325e-15, 2.0972767875968561637e-17,
    -1.333171662854620906e-16,  1.115787767802518096e-17,  1.2858480715256400167e-18,
    -1.685059138182016589e-19,  -3.6444120640178196996e-21};
static const double giles_f64_mid[] = {
    3.0838856104922207635,     1.0052589676941592334,      0.005370914553590063617,
    -0.0037512085075692412107, 0.0024914420961078508066,   -0.0016882755560235047313,
    0.00095328937973738049703, -0.0003550375203628474796,  2.4031110387097893999e-05,
    6.8284851459573175448e-05, -4.7318229009055733981e-05, 1.2475304481671778723e-05,
    2.9234449089955446044e-06, -4.013867526981545969e-06,  1.5027403968909827627e-06,
    1.8239629214389227755e-08, -2.7517406297064545428e-07, 9.0756561938885390979e-08,
    2.2137376921775787049e-09};
static const double giles_f64_high[] = {
    4.8499064014085844221,      1.0103004648645343977,      -0.00013871931833623122026,
    -0.00021503011930044477347, 7.5995277030017761139e-05,  -1.9681778105531670567e-05,
    4.5260625972231537039e-06,  -9.9298272942317002539e-07, 2.2900482228026654717e-07,
    -6.7711997758452339498e-08, 2.9147953450901080826e-08,  -1.4960026627149240478e-08,
    7.6157012080783393804e-09,  -3.7894654401267369937e-09, 1.5076572693500548083e-09,
    -2.5556418169965252055e-10, -2.7109920616438573243e-11};

static Val erf_inv_f32(Build *b, Val w) {
  Val low = m_poly(b, m_addc(b, w, -2.5), (Poly)POLY(erf_inv_short_low));
  Val high = m_poly(b, m_addc(b, m_sqrt(b, w), -3), (Poly)POLY(erf_inv_short_high));
  return emit_select(b, m_cmpc(b, "olt", w, 5), low, high);
}

static Val erf_inv_f64(Build *b, Val w) {
  Val root = m_sqrt(b, w);
  Val low = m_poly(b, m_addc(b, w, -3.125), (Poly)POLY(giles_f64_low));
  Val mid = m_poly(b, m_addc(b, root, -3.25), (Poly)POLY(giles_f64_mid));
  Val high = m_poly(b, m_addc(b, root, -5), (Poly)POLY(giles_f64_high));
  Val y = emit_select(b, m_cmpc(b, "olt", w, 16), mid, high);
  return emit_select(b, m_cmpc(b, "olt", w, 6.25), low, y);
}

Val math_erf_inv(Build *b, Val x) {
  // 1 - x^2 without cancellation
  Val a = m_abs(b, x), one = m_f(b, x, 1);
  Val w = m_neg(b, math_log(b, emit_mul(b, emit_sub(b, one, a), emit_add(b, one, a))));
  Val p = m_is64(x) ? erf_inv_f64(b, w) : erf_inv_f32(b, w);
  Val y = emit_mul(b, p, x);
  Val edge = m_cmpc(b, "oeq", a, 1);
  return emit_select(b, edge, m_mulc(b, x, INFINITY), y);
}

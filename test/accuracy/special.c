// special.c -- functions of several arguments by series in MPFR, and the table of all.
//
// Numbers of the DLMF: incomplete gamma 8.7.1, incomplete beta 8.17.8, Hurwitz zeta 25.11.5 (Euler
// and Maclaurin).
#include <math.h>

#include "exact.h"

// The Hurwitz zeta function of s > 1, q > 0.
static void set_zeta(mpfr_t y, double s, double q) {
  enum { FIRST = 60, LAST = 40 };
  mpfr_t t, u, power, pi2;
  mpfr_inits2(BITS, t, u, power, pi2, (mpfr_ptr)0);
  mpfr_set_zero(y, 1);
  for (int k = 0; k < FIRST; k++) {
    mpfr_set_d(t, q, MPFR_RNDN), mpfr_add_ui(t, t, (unsigned long)k, MPFR_RNDN);
    mpfr_set_d(u, -s, MPFR_RNDN);
    mpfr_pow(t, t, u, MPFR_RNDN), mpfr_add(y, y, t, MPFR_RNDN);
  }
  mpfr_set_d(t, q, MPFR_RNDN), mpfr_add_ui(t, t, FIRST, MPFR_RNDN); // t = q + FIRST
  mpfr_set_d(u, -s, MPFR_RNDN), mpfr_pow(power, t, u, MPFR_RNDN);
  mpfr_set_d(u, s, MPFR_RNDN), mpfr_sub_ui(u, u, 1, MPFR_RNDN);
  mpfr_div(u, t, u, MPFR_RNDN), mpfr_mul(u, u, power, MPFR_RNDN), mpfr_add(y, y, u, MPFR_RNDN);
  mpfr_div_2ui(u, power, 1, MPFR_RNDN), mpfr_add(y, y, u, MPFR_RNDN);
  mpfr_const_pi(pi2, MPFR_RNDN), mpfr_mul_2ui(pi2, pi2, 1, MPFR_RNDN);
  mpfr_mul_d(power, power, s, MPFR_RNDN), mpfr_div(power, power, t, MPFR_RNDN);
  mpfr_sqr(pi2, pi2, MPFR_RNDN);
  mpfr_div(power, power, pi2, MPFR_RNDN);
  for (unsigned k = 1; k <= LAST; k++) { // B(2k) / (2k)! = -(-1)^k 2 zeta(2k) / (2 pi)^(2k)
    mpfr_zeta_ui(u, 2 * k, MPFR_RNDN), mpfr_mul_2ui(u, u, 1, MPFR_RNDN);
    mpfr_mul(u, u, power, MPFR_RNDN);
    if (k % 2)
      mpfr_add(y, y, u, MPFR_RNDN);
    else
      mpfr_sub(y, y, u, MPFR_RNDN);
    for (unsigned i = 2 * k - 1; i <= 2 * k; i++) {
      mpfr_set_d(u, s, MPFR_RNDN), mpfr_add_ui(u, u, i, MPFR_RNDN);
      mpfr_mul(power, power, u, MPFR_RNDN), mpfr_div(power, power, t, MPFR_RNDN);
    }
    mpfr_div(power, power, pi2, MPFR_RNDN);
  }
  mpfr_clears(t, u, power, pi2, (mpfr_ptr)0);
}

long double exact_zeta(const double *x) {
  if (!(x[0] > 1 && x[1] > 0 && isfinite(x[0]) && isfinite(x[1]))) return NAN;
  mpfr_t y;
  mpfr_init2(y, BITS);
  set_zeta(y, x[0], x[1]);
  long double r = mpfr_get_ld(y, MPFR_RNDN);
  mpfr_clear(y);
  return r;
}

// (-1)^(n+1) n! zeta(n + 1, x)
long double exact_polygamma(const double *x) {
  if (x[0] == 0) return exact_digamma(x + 1);
  mpfr_t y, f;
  mpfr_inits2(BITS, y, f, (mpfr_ptr)0);
  set_zeta(y, x[0] + 1, x[1]);
  mpfr_fac_ui(f, (unsigned long)x[0], MPFR_RNDN);
  mpfr_mul(y, y, f, MPFR_RNDN);
  long double r = mpfr_get_ld(y, MPFR_RNDN);
  mpfr_clears(y, f, (mpfr_ptr)0);
  return fmod(x[0], 2) ? r : -r;
}

// P(a, x) = x^a e^-x / gamma(a + 1) sum x^k / ((a + 1) ... (a + k)), with what 1 - P loses added to
// the precision.
static long double gamma_part(const double *xs, bool upper) {
  double a = xs[0], x = xs[1];
  mpfr_prec_t bits = BITS + (mpfr_prec_t)(2 * fmax(0, x - a));
  mpfr_t sum, term, u, v;
  mpfr_inits2(bits, sum, term, u, v, (mpfr_ptr)0);
  mpfr_set_ui(term, 1, MPFR_RNDN), mpfr_set_ui(sum, 1, MPFR_RNDN);
  mpfr_set_d(u, a, MPFR_RNDN);
  while (mpfr_get_exp(term) > mpfr_get_exp(sum) - bits) {
    mpfr_add_ui(u, u, 1, MPFR_RNDN);
    mpfr_mul_d(term, term, x, MPFR_RNDN), mpfr_div(term, term, u, MPFR_RNDN);
    mpfr_add(sum, sum, term, MPFR_RNDN);
  }
  mpfr_set_d(u, a, MPFR_RNDN), mpfr_set_d(v, x, MPFR_RNDN);
  mpfr_pow(v, v, u, MPFR_RNDN), mpfr_mul(sum, sum, v, MPFR_RNDN);
  mpfr_add_ui(u, u, 1, MPFR_RNDN), mpfr_gamma(u, u, MPFR_RNDN), mpfr_div(sum, sum, u, MPFR_RNDN);
  mpfr_set_d(v, -x, MPFR_RNDN), mpfr_exp(v, v, MPFR_RNDN), mpfr_mul(sum, sum, v, MPFR_RNDN);
  if (upper) mpfr_ui_sub(sum, 1, sum, MPFR_RNDN);
  long double r = mpfr_get_ld(sum, MPFR_RNDN);
  mpfr_clears(sum, term, u, v, (mpfr_ptr)0);
  return r;
}

long double exact_igamma(const double *x) { return gamma_part(x, false); }
long double exact_igammac(const double *x) { return gamma_part(x, true); }

// x^a y^b / (a B(a, b)) sum (a + b)_n / (a + 1)_n x^n, x + y = 1
static void set_betainc(mpfr_t sum, double a, double b, const mpfr_t x, const mpfr_t y) {
  mpfr_t term, u, v;
  mpfr_inits2(mpfr_get_prec(sum), term, u, v, (mpfr_ptr)0);
  mpfr_set_ui(term, 1, MPFR_RNDN), mpfr_set_ui(sum, 1, MPFR_RNDN);
  mpfr_set_d(u, a, MPFR_RNDN), mpfr_add_d(u, u, b, MPFR_RNDN);
  mpfr_set_d(v, a, MPFR_RNDN), mpfr_add_ui(v, v, 1, MPFR_RNDN);
  while (mpfr_get_exp(term) > mpfr_get_exp(sum) - mpfr_get_prec(sum)) {
    mpfr_mul(term, term, x, MPFR_RNDN), mpfr_mul(term, term, u, MPFR_RNDN);
    mpfr_div(term, term, v, MPFR_RNDN), mpfr_add(sum, sum, term, MPFR_RNDN);
    mpfr_add_ui(u, u, 1, MPFR_RNDN), mpfr_add_ui(v, v, 1, MPFR_RNDN);
  }
  mpfr_set_d(u, a, MPFR_RNDN), mpfr_set_d(v, b, MPFR_RNDN);
  mpfr_beta(term, u, v, MPFR_RNDN), mpfr_mul(term, term, u, MPFR_RNDN);
  mpfr_div(sum, sum, term, MPFR_RNDN);
  mpfr_pow(u, x, u, MPFR_RNDN), mpfr_mul(sum, sum, u, MPFR_RNDN);
  mpfr_pow(v, y, v, MPFR_RNDN), mpfr_mul(sum, sum, v, MPFR_RNDN);
  mpfr_clears(term, u, v, (mpfr_ptr)0);
}

long double exact_betainc(const double *xs) {
  double a = xs[0], b = xs[1];
  if (!(xs[2] > 0 && xs[2] < 1)) return xs[2] == 0 ? 0 : xs[2] == 1 ? 1 : NAN;
  mpfr_t sum, x, y;
  mpfr_inits2(BITS, sum, x, y, (mpfr_ptr)0);
  mpfr_set_d(x, xs[2], MPFR_RNDN);
  mpfr_ui_sub(y, 1, x, MPFR_RNDN);
  bool swap = xs[2] * (a + b) > a;
  if (swap)
    set_betainc(sum, b, a, y, x), mpfr_ui_sub(sum, 1, sum, MPFR_RNDN);
  else
    set_betainc(sum, a, b, x, y);
  long double r = mpfr_get_ld(sum, MPFR_RNDN);
  mpfr_clears(sum, x, y, (mpfr_ptr)0);
  return r;
}

//===-- the table ---------------------------------------------------------------------------===//

#define ROW(name, arity, span) {#name, arity, NULL, exact_##name, span},
static Function functions[] = {FUNCTIONS(ROW)};

const Function *function_find(const char *name) {
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    if (__builtin_strcmp(functions[i].name, name)) continue;
    functions[i].fast = fast_find(name);
    return &functions[i];
  }
  return NULL;
}

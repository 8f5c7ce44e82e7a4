// counts.c -- Poisson and binomial counts.
//
// Sources: Hormann, "The transformed rejection method for generating Poisson random variables"
// (1993); Kachitvichyanukul and Schmeiser, "Binomial random variate generation" (1988), BTPE.
#include "runtime/random/distributions.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

//===-- Poisson -------------------------------------------------------------------------------===//

// log(gamma(x)), x > 0: Stirling's series above 7, where the recurrence brings x.
static double log_gamma(double x) {
  static const double a[10] = {
      8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
      8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
      1.796443723688307e-01, -1.39243221690590e+00};
  if (x == 1.0 || x == 2.0) return 0.0;
  int64_t n = x < 7.0 ? (int64_t)(7 - x) : 0;
  double y = x + (double)n, inverse = (1.0 / y) * (1.0 / y), sum = a[9];
  for (int k = 8; k >= 0; k--) {
    sum *= inverse;
    sum += a[k];
  }
  double result = sum / y + 0.5 * 1.8378770664093453e+00 + (y - 0.5) * log(y) - y;
  for (int64_t k = 1; x < 7.0 && k <= n; k++, y -= 1.0)
    result -= log(y - 1.0);
  return result;
}

static double poisson_product(BitGen *g, double mean) {
  double limit = exp(-mean), product = bitgen_double(g), n = 0;
  for (; product > limit; n++)
    product *= bitgen_double(g);
  return n;
}

static double poisson_rejection(BitGen *g, double mean) {
  double root = sqrt(mean), log_mean = log(mean), b = 0.931 + 2.53 * root;
  double a = -0.059 + 0.02483 * b, inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  double vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    double u = bitgen_double(g) - 0.5, v = bitgen_double(g), us = 0.5 - fabs(u);
    double k = floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    double bound = -mean + k * log_mean - log_gamma(k + 1);
    if (log(v) + log(inverse_alpha) - log(a / (us * us) + b) <= bound) return k;
  }
}

double draw_poisson(BitGen *g, double mean) {
  if (mean >= 10) return poisson_rejection(g, mean);
  return mean == 0 ? 0 : poisson_product(g, mean);
}

//===-- binomial ------------------------------------------------------------------------------===//

static double binomial_inversion(BitGen *g, double n, double p) {
  double q = 1.0 - p, first = exp(n * (g->legacy ? log(q) : log1p(-p))), mean = n * p;
  double bound = fmin(n, mean + 10.0 * sqrt(mean * q + 1)), x = 0, px = first;
  bound = trunc(bound);
  for (double u = bitgen_double(g); u > px;) {
    x++;
    if (x > bound) {
      x = 0;
      px = first;
      u = bitgen_double(g);
    } else {
      u -= px;
      px = ((n - x + 1) * p * px) / (x * q);
    }
  }
  return x;
}

// The hat of BTPE: a triangle, two parallelograms, two exponential tails.
typedef struct Hat {
  double n, r, q, m, p1, p2, p3, p4, xm, xl, xr, c, left, right;
} Hat;

static Hat hat_of(double n, double p) {
  Hat h = {.n = n, .r = p, .q = 1.0 - p};
  double fm = n * h.r + h.r, a;
  h.m = floor(fm);
  h.p1 = floor(2.195 * sqrt(n * h.r * h.q) - 4.6 * h.q) + 0.5;
  h.xm = h.m + 0.5;
  h.xl = h.xm - h.p1;
  h.xr = h.xm + h.p1;
  h.c = 0.134 + 20.5 / (15.3 + h.m);
  a = (fm - h.xl) / (fm - h.xl * h.r);
  h.left = a * (1.0 + a / 2.0);
  a = (h.xr - fm) / (h.xr * h.q);
  h.right = a * (1.0 + a / 2.0);
  h.p2 = h.p1 * (1.0 + 2.0 * h.c);
  h.p3 = h.p2 + h.c / h.left;
  h.p4 = h.p3 + h.c / h.right;
  return h;
}

// A point (y, v) under the hat; false: draw again.  *accepted: it is in the triangle.
static bool hat_point(BitGen *g, const Hat *h, double *y, double *v, bool *accepted) {
  double u = bitgen_double(g) * h->p4;
  *v = bitgen_double(g);
  *accepted = u <= h->p1;
  if (*accepted) {
    *y = floor(h->xm - h->p1 * *v + u);
    return true;
  }
  if (u <= h->p2) {
    double x = h->xl + (u - h->p1) / h->c;
    *v = *v * h->c + 1.0 - fabs(h->m - x + 0.5) / h->p1;
    *y = floor(x);
    return *v <= 1.0;
  }
  bool tail_left = u <= h->p3;
  *y = tail_left ? floor(h->xl + log(*v) / h->left) : floor(h->xr - log(*v) / h->right);
  if ((tail_left ? *y < 0 : *y > h->n) || *v == 0.0) return false;
  *v = tail_left ? *v * (u - h->p2) * h->left : *v * (u - h->p3) * h->right;
  return true;
}

// f(y) / f(m), by the recurrence of the probabilities.
static double ratio_by_steps(const Hat *h, double y) {
  double s = h->r / h->q, a = s * (h->n + 1), f = 1.0;
  for (double i = h->m + 1; i <= y; i++)
    f *= a / i - s;
  for (double i = y + 1; i <= h->m; i++)
    f /= a / i - s;
  return f;
}

static double stirling(double x) {
  double s = x * x;
  return (13680. - (462. - (132. - (99. - 140. / s) / s) / s) / s) / x / 166320.;
}

static bool below_density(const Hat *h, double y, double v) {
  double k = fabs(y - h->m), nrq = h->n * h->r * h->q;
  if (k <= 20 || k >= nrq / 2.0 - 1) return !(v > ratio_by_steps(h, y));
  double rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
  double t = -k * k / (2 * nrq), a = log(v);
  if (a < t - rho) return true;
  if (a > t + rho) return false;
  double x1 = y + 1, f1 = h->m + 1, z = h->n + 1 - h->m, w = h->n - y + 1;
  double bound = h->xm * log(f1 / x1) + (h->n - h->m + 0.5) * log(z / w) +
                 (y - h->m) * log(w * h->r / (x1 * h->q)) + stirling(f1) + stirling(z) +
                 stirling(x1) + stirling(w);
  return !(a > bound);
}

static double binomial_btpe(BitGen *g, double n, double p) {
  Hat h = hat_of(n, p);
  double y, v;
  bool accepted;
  for (;;)
    if (hat_point(g, &h, &y, &v, &accepted) && (accepted || below_density(&h, y, v))) return y;
}

double draw_binomial(BitGen *g, double n, double p) {
  if (!g->legacy && (n == 0 || p == 0)) return 0;
  double small = p <= 0.5 ? p : 1.0 - p;
  double x = small * n <= 30.0 ? binomial_inversion(g, n, small) : binomial_btpe(g, n, small);
  return p <= 0.5 ? x : n - x;
}

// distributions.c -- continuous distributions: transforms of uniforms, ziggurats, rejection.
//
// Sources: Marsaglia and Tsang, "The ziggurat method" (2000) and "A simple method for generating
// gamma variables" (2000); Johnk (1964) for beta; Best and Fisher (1979) for von Mises.
#include "runtime/random/distributions.h"

#include <math.h>
#include <string.h>

#include "runtime/random/ziggurat.inc"

#pragma STDC FP_CONTRACT OFF

static const double pi = 3.14159265358979323846;

//===-- normal and exponential --------------------------------------------------------------===//

static const double normal_r = 3.6541528853610087963519472518;
static const double normal_inverse_r = 0.27366123732975827203338247596;
static const double exponential_r = 7.6971174701310497140446280481;

static double normal_tail(BitGen *g, bool negative) {
  for (;;) {
    double x = -normal_inverse_r * log1p(-bitgen_double(g)), y = -log1p(-bitgen_double(g));
    if (y + y > x * x) return negative ? -(normal_r + x) : normal_r + x;
  }
}

static double normal_ziggurat(BitGen *g) {
  for (;;) {
    uint64_t r = bitgen_next64(g), bits = r >> 9 & 0xfffffffffffff;
    int i = r & 0xff;
    double x = (double)bits * normal_w_f64[i];
    if (r >> 8 & 1) x = -x;
    if (bits < normal_k_f64[i]) return x;
    if (!i) return normal_tail(g, bits >> 8 & 1);
    double step = normal_f_f64[i - 1] - normal_f_f64[i];
    if (step * bitgen_double(g) + normal_f_f64[i] < exp(-0.5 * x * x)) return x;
  }
}

// Marsaglia's polar method; the second number waits for the next call.
static double normal_polar(BitGen *g) {
  if (g->has_gauss) {
    double spare = g->gauss;
    g->has_gauss = false;
    g->gauss = 0;
    return spare;
  }
  double x, y, r;
  do {
    x = 2.0 * bitgen_double(g) - 1.0;
    y = 2.0 * bitgen_double(g) - 1.0;
    r = x * x + y * y;
  } while (r >= 1.0 || r == 0.0);
  double f = sqrt(-2.0 * log(r) / r);
  g->gauss = f * x;
  g->has_gauss = true;
  return f * y;
}

double draw_normal(BitGen *g) { return g->legacy ? normal_polar(g) : normal_ziggurat(g); }

static double exponential_ziggurat(BitGen *g) {
  for (;;) {
    uint64_t bits = bitgen_next64(g) >> 3;
    int i = bits & 0xff;
    bits >>= 8;
    double x = (double)bits * exponential_w_f64[i];
    if (bits < exponential_k_f64[i]) return x;
    if (!i) return exponential_r - log1p(-bitgen_double(g));
    double step = exponential_f_f64[i - 1] - exponential_f_f64[i];
    if (step * bitgen_double(g) + exponential_f_f64[i] < exp(-x)) return x;
  }
}

double draw_exponential(BitGen *g) {
  return g->legacy ? -log(1.0 - bitgen_double(g)) : exponential_ziggurat(g);
}

//===-- in float32 --------------------------------------------------------------------------===//

float draw_uniform_f32(BitGen *g) { return (float)(bitgen_next32(g) >> 8) * 0x1p-24f; }

static float normal_tail_f32(BitGen *g, bool negative) {
  float r = (float)normal_r, inverse = (float)normal_inverse_r;
  for (;;) {
    float x = -inverse * log1pf(-draw_uniform_f32(g)), y = -log1pf(-draw_uniform_f32(g));
    if (y + y > x * x) return negative ? -(r + x) : r + x;
  }
}

float draw_normal_f32(BitGen *g) {
  for (;;) {
    uint32_t r = bitgen_next32(g), bits = r >> 9;
    int i = r & 0xff;
    float x = (float)bits * normal_w_f32[i];
    if (r >> 8 & 1) x = -x;
    if (bits < normal_k_f32[i]) return x;
    if (!i) return normal_tail_f32(g, bits >> 8 & 1);
    float step = normal_f_f32[i - 1] - normal_f_f32[i];
    if (step * draw_uniform_f32(g) + normal_f_f32[i] < exp(-0.5 * x * x)) return x;
  }
}

float draw_exponential_f32(BitGen *g) {
  for (;;) {
    uint32_t bits = bitgen_next32(g) >> 1;
    int i = bits & 0xff;
    bits >>= 8;
    float x = (float)bits * exponential_w_f32[i];
    if (bits < exponential_k_f32[i]) return x;
    if (!i) return (float)exponential_r - log1pf(-draw_uniform_f32(g));
    float step = exponential_f_f32[i - 1] - exponential_f_f32[i];
    if (step * draw_uniform_f32(g) + exponential_f_f32[i] < expf(-x)) return x;
  }
}

//===-- gamma and what stands on it -----------------------------------------------------------===//

static double gamma_small(BitGen *g, double shape) {
  for (;;) {
    double u = bitgen_double(g), v = draw_exponential(g);
    if (u <= 1.0 - shape) {
      double x = pow(u, 1. / shape);
      if (x <= v) return x;
    } else {
      double y = -log((1 - u) / shape), x = pow(1.0 - shape + shape * y, 1. / shape);
      if (x <= v + y) return x;
    }
  }
}

double draw_gamma(BitGen *g, double shape) {
  if (shape == 1.0) return draw_exponential(g);
  if (shape == 0.0) return 0.0;
  if (shape < 1.0) return gamma_small(g, shape);
  double b = shape - 1. / 3., c = 1. / sqrt(9 * b), x, v;
  for (;;) {
    do {
      x = draw_normal(g);
      v = 1.0 + c * x;
    } while (v <= 0.0);
    v = v * v * v;
    double u = bitgen_double(g);
    if (u < 1.0 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (log(u) < 0.5 * x * x + b * (1. - v + log(v))) return b * v;
  }
}

// x / (x + y) where both underflowed.
static double beta_of_logs(const BitGen *g, double x, double y) {
  if (g->legacy) {
    double m = x > y ? x : y;
    x -= m;
    y -= m;
    return exp(x - log(exp(x) + exp(y)));
  }
  double d = x - y;
  return d > 0 ? exp(-log1p(exp(-d))) : exp(d - log1p(exp(d)));
}

static double beta_johnk(BitGen *g, double a, double b) {
  for (;;) {
    double u = bitgen_double(g), v = bitgen_double(g);
    double x = pow(u, 1.0 / a), y = pow(v, 1.0 / b), sum = x + y;
    if (!(sum <= 1.0) || (!g->legacy && !(u + v > 0.0))) continue;
    if (g->legacy ? sum > 0 : x > 0 && y > 0) return x / sum;
    return beta_of_logs(g, log(u) / a, log(v) / b);
  }
}

static double draw_beta(BitGen *g, const double *p) {
  double a = p[0], b = p[1];
  if (!g->legacy && a < 3e-103 && b < 3e-103) return (a + b) * bitgen_double(g) < a;
  if (a <= 1.0 && b <= 1.0) return beta_johnk(g, a, b);
  double x = draw_gamma(g, a), y = draw_gamma(g, b);
  return x / (x + y);
}

static double chisquare(BitGen *g, double df) { return 2.0 * draw_gamma(g, df / 2.0); }

static double draw_standard_gamma(BitGen *g, const double *p) { return draw_gamma(g, p[0]); }
static double draw_gamma_scaled(BitGen *g, const double *p) { return p[1] * draw_gamma(g, p[0]); }
static double draw_chisquare(BitGen *g, const double *p) { return chisquare(g, p[0]); }

static double draw_f(BitGen *g, const double *p) {
  double x = chisquare(g, p[0]) * p[1], y = chisquare(g, p[1]) * p[0];
  return x / y;
}

static double draw_noncentral_chisquare(BitGen *g, const double *p) {
  double df = p[0], shift = p[1];
  if (isnan(shift)) return shift;
  if (shift == 0) return chisquare(g, df);
  if (df <= 1) return chisquare(g, df + 2 * draw_poisson(g, shift / 2.0));
  double x = chisquare(g, df - 1), n = draw_normal(g) + sqrt(shift);
  return x + n * n;
}

static double draw_standard_t(BitGen *g, const double *p) {
  double x = draw_normal(g), y = draw_gamma(g, p[0] / 2);
  return sqrt(p[0] / 2) * x / sqrt(y);
}

//===-- the others ----------------------------------------------------------------------------===//

static double draw_random(BitGen *g, const double *p) { return bitgen_double(g); }
static double draw_uniform(BitGen *g, const double *p) {
  return p[0] + (p[1] - p[0]) * bitgen_double(g);
}
static double draw_standard_normal(BitGen *g, const double *p) { return draw_normal(g); }
static double draw_scaled_normal(BitGen *g, const double *p) {
  return p[0] + p[1] * draw_normal(g);
}
static double draw_lognormal(BitGen *g, const double *p) { return exp(draw_scaled_normal(g, p)); }
static double draw_standard_exponential(BitGen *g, const double *p) { return draw_exponential(g); }
static double draw_scaled_exponential(BitGen *g, const double *p) {
  return p[0] * draw_exponential(g);
}

static double draw_standard_cauchy(BitGen *g, const double *p) {
  double x = draw_normal(g), y = draw_normal(g);
  return x / y;
}

static double draw_pareto(BitGen *g, const double *p) {
  double x = draw_exponential(g) / p[0];
  return g->legacy ? exp(x) - 1 : expm1(x);
}

static double draw_weibull(BitGen *g, const double *p) {
  return p[0] == 0.0 ? 0.0 : pow(draw_exponential(g), 1. / p[0]);
}

static double draw_power(BitGen *g, const double *p) {
  double x = -draw_exponential(g);
  return pow(g->legacy ? 1 - exp(x) : -expm1(x), 1. / p[0]);
}

static double draw_laplace(BitGen *g, const double *p) {
  double u;
  do u = bitgen_double(g);
  while (!(u > 0.0));
  return u >= 0.5 ? p[0] - p[1] * log(2.0 - u - u) : p[0] + p[1] * log(u + u);
}

static double draw_gumbel(BitGen *g, const double *p) {
  double u;
  do u = 1.0 - bitgen_double(g);
  while (!(u < 1.0));
  return p[0] - p[1] * log(-log(u));
}

static double draw_logistic(BitGen *g, const double *p) {
  double u;
  do u = bitgen_double(g);
  while (!(u > 0.0));
  return p[0] + p[1] * log(u / (1.0 - u));
}

static double draw_rayleigh(BitGen *g, const double *p) {
  if (g->legacy) return p[0] * sqrt(-2.0 * log1p(-bitgen_double(g)));
  return p[0] * sqrt(2.0 * draw_exponential(g));
}

static double draw_wald(BitGen *g, const double *p) {
  double mean = p[0], scale = p[1], y = draw_normal(g), x;
  y = mean * y * y;
  if (g->legacy)
    x = mean + mean / (2 * scale) * (y - sqrt(4 * scale * y + y * y));
  else
    x = mean * (1 - 2 / (1 + sqrt(1 + 4 * scale / y)));
  return bitgen_double(g) <= mean / (mean + x) ? x : mean * mean / x;
}

static double draw_triangular(BitGen *g, const double *p) {
  double base = p[2] - p[0], left = p[1] - p[0], u = bitgen_double(g);
  if (u <= left / base) return p[0] + sqrt(u * (left * base));
  return p[2] - sqrt((1.0 - u) * ((p[2] - p[1]) * base));
}

// The angle's cosine, by rejection from a wrapped Cauchy distribution.
static double vonmises_cosine(BitGen *g, double kappa, double s) {
  for (;;) {
    double z = cos(pi * bitgen_double(g)), w = (1 + s * z) / (s + z), y = kappa * (s - w);
    double v = bitgen_double(g);
    if (y * (2 - y) - v >= 0 || log(y / v) + 1 - y >= 0) return w;
  }
}

static double draw_vonmises(BitGen *g, const double *p) {
  double mu = p[0], kappa = p[1], s = 1. / kappa + kappa;
  if (isnan(kappa)) return kappa;
  if (kappa < 1e-8) return pi * (2 * bitgen_double(g) - 1);
  if (kappa > 1e6 && !g->legacy) {
    double x = mu + sqrt(1. / kappa) * draw_normal(g);
    return x < -pi ? x + 2 * pi : x > pi ? x - 2 * pi : x;
  }
  if (kappa >= 1e-5) {
    double r = 1 + sqrt(1 + 4 * kappa * kappa), rho = (r - sqrt(2 * r)) / (2 * kappa);
    s = (1 + rho * rho) / (2 * rho);
  }
  double w = vonmises_cosine(g, kappa, s), u = bitgen_double(g), x = acos(w);
  x = (u < 0.5 ? -x : x) + mu;
  double size = fmod(fabs(x) + pi, 2 * pi) - pi;
  return x < 0 ? -size : size;
}

static double draw_poisson_of(BitGen *g, const double *p) { return draw_poisson(g, p[0]); }
static double draw_binomial_of(BitGen *g, const double *p) { return draw_binomial(g, p[0], p[1]); }

static double draw_negative_binomial(BitGen *g, const double *p) {
  return draw_poisson(g, (1 - p[1]) / p[1] * draw_gamma(g, p[0]));
}

static double draw_geometric(BitGen *g, const double *p) {
  if (p[0] < 0.333333333333333333333333) {
    double z = g->legacy ? log1p(-bitgen_double(g)) / log(1 - p[0])
                         : -draw_exponential(g) / log1p(-p[0]);
    return ceil(z);
  }
  double sum = p[0], part = p[0], n = 1, u = bitgen_double(g);
  for (; u > sum; n++) {
    part *= 1.0 - p[0];
    sum += part;
  }
  return n;
}

static double draw_logseries(BitGen *g, const double *p) {
  double r = g->legacy ? log(1.0 - p[0]) : log1p(-p[0]);
  for (;;) {
    double v = bitgen_double(g);
    if (v >= p[0]) return 1;
    double u = bitgen_double(g), q = g->legacy ? 1.0 - exp(r * u) : -expm1(r * u);
    if (v > q * q) return v >= q ? 1 : 2;
    double n = floor(1 + log(v) / log(q));
    if (n >= 1 && v != 0.0) return n;
  }
}

DrawFn *draw_named(const char *name) {
  static const struct {
    const char *name;
    DrawFn *draw;
  } table[] = {{"random", draw_random},
               {"uniform", draw_uniform},
               {"standard_normal", draw_standard_normal},
               {"normal", draw_scaled_normal},
               {"lognormal", draw_lognormal},
               {"standard_exponential", draw_standard_exponential},
               {"exponential", draw_scaled_exponential},
               {"standard_gamma", draw_standard_gamma},
               {"gamma", draw_gamma_scaled},
               {"beta", draw_beta},
               {"chisquare", draw_chisquare},
               {"f", draw_f},
               {"noncentral_chisquare", draw_noncentral_chisquare},
               {"standard_t", draw_standard_t},
               {"standard_cauchy", draw_standard_cauchy},
               {"pareto", draw_pareto},
               {"weibull", draw_weibull},
               {"power", draw_power},
               {"laplace", draw_laplace},
               {"gumbel", draw_gumbel},
               {"logistic", draw_logistic},
               {"rayleigh", draw_rayleigh},
               {"wald", draw_wald},
               {"triangular", draw_triangular},
               {"vonmises", draw_vonmises},
               {"poisson", draw_poisson_of},
               {"binomial", draw_binomial_of},
               {"negative_binomial", draw_negative_binomial},
               {"geometric", draw_geometric},
               {"logseries", draw_logseries}};
  for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
    if (!strcmp(table[i].name, name)) return table[i].draw;
  return 0;
}

// arguments.c -- which arguments are measured.
//
// Unary functions of up to 32 bits: every argument, or each stride-th.  Else samples: number i
// gives the i-th ones, so that any range of them can be measured on its own.
#include <math.h>
#include <string.h>

#include "accuracy.h"

const Format formats[TYPE_COUNT] = {
    [F16] = {"f16", 2, 11, -14, 16, false},
    [BF16] = {"bf16", 2, 8, -126, 128, true},
    [F32] = {"f32", 4, 24, -126, 128, true},
    [F64] = {"f64", 8, 53, -1022, 1024, true},
};

static float float_of_bits(uint32_t bits) {
  float f;
  memcpy(&f, &bits, sizeof f);
  return f;
}

double type_decode(Type t, const void *p, int i) {
  switch (t) {
  case F16:
    return (double)((const _Float16 *)p)[i];
  case BF16:
    return float_of_bits((uint32_t)((const uint16_t *)p)[i] << 16);
  case F32:
    return ((const float *)p)[i];
  default:
    return ((const double *)p)[i];
  }
}

void type_encode(Type t, void *p, int i, double x) {
  if (t == F16) ((_Float16 *)p)[i] = (_Float16)x;
  if (t == F32) ((float *)p)[i] = (float)x;
  if (t == F64) ((double *)p)[i] = x;
  if (t != BF16) return;
  uint32_t bits; // cut: any bf16 will do
  float f = (float)x;
  memcpy(&bits, &f, sizeof f);
  ((uint16_t *)p)[i] = (uint16_t)(bits >> 16 | (isnan(x) ? 0x40 : 0));
}

//===-- samples -----------------------------------------------------------------------------===//

// Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
static uint64_t mix(uint64_t i) {
  uint64_t z = i * 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static double unit(uint64_t bits) { return (double)(bits >> 11) * 0x1p-53; } // [0, 1)
static double sign(uint64_t bits) { return bits & 1 ? -1 : 1; }

// 2^e, lo <= e < hi
static double spread(uint64_t bits, double lo, double hi) {
  return exp2(lo + (hi - lo) * unit(bits));
}

static double any_bits(Type t, uint64_t bits) { return type_decode(t, &bits, 0); }

static double ordinary(const Function *f, Type t, uint64_t i) {
  uint64_t u = mix(2 * i), v = mix(2 * i + 1);
  double wide = formats[t].huge / 16;
  switch (i % 8) {
  case 0:
    return any_bits(t, u);
  case 1:
    return sign(u) * spread(v, -wide, wide);
  case 2:
    return sign(u) * spread(v, -10, 4);
  case 3:
    return 1 + sign(u) * spread(v, -formats[t].digits, 0);
  case 4: // near multiples of pi/2
    return floor(spread(v, 0, u % 2 ? 8 : formats[t].digits)) * M_PI_2 * sign(u >> 1);
  default:
    return f->span * (2 * unit(v) - 1);
  }
}

static double small_integer(uint64_t bits, int n) { return (double)(bits % (uint64_t)n); }

static void sample_pow(Type t, uint64_t i, double *x) {
  uint64_t u = mix(2 * i), v = mix(2 * i + 1);
  double top = formats[t].huge * 1.05;
  x[0] = i % 4 == 0 ? 1 + sign(u) * spread(u, -formats[t].digits, -1)
                    : spread(u, i % 4 == 1 ? -top / 1.1 : -6, i % 4 == 1 ? top / 1.1 : 6);
  x[1] = i % 4 == 2 ? small_integer(v, 40) - 20 : top * (2 * unit(v) - 1) / log2(x[0]);
  if (i % 16 == 2) x[0] = -x[0];
}

// Both of one size or far apart, any sign.
static void sample_plane(Type t, uint64_t i, double *x) {
  uint64_t u = mix(2 * i), v = mix(2 * i + 1);
  double wide = i % 8 == 0 ? formats[t].huge * 0.98 : 8;
  x[0] = sign(u) * spread(u, -wide, wide);
  x[1] = sign(v) * (i % 3 ? spread(v, -wide, wide) : fabs(x[0]) * (0.5 + unit(v)));
}

static void sample_gamma(uint64_t i, double *x) {
  uint64_t u = mix(2 * i), v = mix(2 * i + 1);
  x[0] = spread(u, -8, 10);
  x[1] = i % 2 ? spread(v, -10, 10) : x[0] * exp2((2 * unit(v) - 1) * (i % 4 ? 0.3 : 2));
}

// Pairs of numbers with rules of their own; few of them, but all of their combinations.
static void sample_edges(uint64_t i, double *x) {
  static const double edges[] = {0,  -0.0,   1,  -1, INFINITY, -INFINITY, NAN,   0.5, -0.5, 2,
                                 -3, 1e-310, -2, 3,  4,        -1e-310,   1e-40, 7,   0.1};
  enum { N = sizeof edges / sizeof *edges };
  x[0] = edges[i % N], x[1] = edges[i / N % N];
}

static void sample(const Plan *p, uint64_t i, double *x) {
  const char *name = p->f->name;
  uint64_t u = mix(2 * i), v = mix(2 * i + 1);
  if (!strcmp(name, "bessel_jn")) { // its recurrence is for small arguments
    x[0] = small_integer(u, 5), x[1] = 20 * (2 * unit(v) - 1);
  } else if (!strcmp(name, "expn")) {
    x[0] = small_integer(u, 12), x[1] = spread(v, -10, 6);
  } else if (p->f->arity == 1) {
    x[0] = ordinary(p->f, p->type, i);
  } else if (i % 32 == 5 && p->f->span == 1) {
    sample_edges(i / 32, x);
  } else if (!strcmp(name, "pow")) {
    sample_pow(p->type, i, x);
  } else if (!strcmp(name, "igamma") || !strcmp(name, "igammac")) {
    sample_gamma(i, x);
  } else if (!strcmp(name, "polygamma")) {
    x[0] = small_integer(u, 8), x[1] = spread(v, -6, 8);
  } else if (!strcmp(name, "zeta")) {
    x[0] = 1 + spread(u, -6, 5), x[1] = spread(v, -4, 8);
  } else if (!strncmp(name, "beta", 4) && p->f->arity == 2) {
    x[0] = spread(u, -8, 8), x[1] = spread(v, -8, 8);
  } else if (!strcmp(name, "betainc")) {
    x[0] = spread(u, -6, 9), x[1] = spread(v, -6, 9);
    x[2] = i % 2 ? unit(mix(3 * i)) : fmin(0.9999, x[0] / (x[0] + x[1]) * (0.5 + unit(mix(3 * i))));
  } else {
    sample_plane(p->type, i, x);
  }
}

void plan_fill(const Plan *p, uint64_t start, int n, void *const *x) {
  if (p->stride && p->type == F32) {
    for (int i = 0; i < n; i++)
      ((float *)x[0])[i] = float_of_bits((uint32_t)((start + (uint64_t)i) * p->stride));
    return;
  }
  double s[MAX_ARITY];
  for (int i = 0; i < n; i++) {
    if (p->stride) ((uint16_t *)x[0])[i] = (uint16_t)((start + (uint64_t)i) * p->stride);
    if (p->stride) continue;
    sample(p, start + (uint64_t)i, s);
    for (int k = 0; k < p->f->arity; k++)
      type_encode(p->type, x[k], i, s[k]);
  }
}

// fft.c -- discrete Fourier transforms of any length over the last dimensions.
//
// Lengths whose prime factors are small: by those factors, many lines at once, or a long one as a
// matrix (fft_lanes.h); a short one by decimation in time, with a table of all roots of unity.
// Other lengths: Bluestein's convolution by a power of two.  Sources: Cooley and Tukey
// (1965); Bluestein, "A linear filtering approach to the computation of the discrete Fourier
// transform" (1970).
#ifndef T
#include "runtime/linalg/fft.h"

#include <math.h>

// cos and sin of 2 pi k / n, 0 <= k < n, from an angle in the first octant.
static void unit_root(int64_t k, int64_t n, double *z) {
  static const struct {
    signed char swap, re, im;
  } octants[8] = {{0, 1, 1},   {1, 1, 1},   {1, -1, 1}, {0, -1, 1},
                  {0, -1, -1}, {1, -1, -1}, {1, 1, -1}, {0, 1, -1}};
  int64_t o = 8 * k / n, rest = 8 * k - o * n;
  double angle = 0.78539816339744830962 * (double)(o & 1 ? n - rest : rest) / (double)n;
  double c = cos(angle), s = sin(angle);
  z[0] = (octants[o].swap ? s : c) * octants[o].re;
  z[1] = (octants[o].swap ? c : s) * octants[o].im;
}

#define LINALG_FILE "runtime/linalg/fft.c"
#include "runtime/linalg/each.h"
#elif !defined(COMPLEX)
#include "runtime/linalg/lanes.h"
#else

typedef struct FN(Fft) {
  int64_t n, size; // of a line; of the table
  bool inverse;
  T *roots; // exp(-2 pi i k / size), conjugated when inverse
  T *in, *out, *chirp, *filter;
} FN(Fft);

static T FN(root)(int64_t k, int64_t n, bool inverse) {
  double z[2];
  unit_root(k, n, z);
  T y;
  ((R *)&y)[0] = (R)z[0];
  ((R *)&y)[1] = (R)(inverse ? z[1] : -z[1]);
  return y;
}

// t := the p sums of t[r] w^(r k), roots of order p being `step` apart in the table.
static void FN(small_dft)(const FN(Fft) * f, int64_t p, int64_t step, T *t) {
  if (p == 2) {
    T x = t[0];
    t[0] = x + t[1];
    t[1] = x - t[1];
  } else if (p == 4) {
    T s = t[0] + t[2], d = t[0] - t[2], u = t[1] + t[3], v = (t[1] - t[3]) * f->roots[step];
    t[0] = s + u;
    t[1] = d + v;
    t[2] = s - u;
    t[3] = d - v;
  } else {
    T y[LARGEST_FACTOR];
    for (int64_t k = 0; k < p; k++) {
      y[k] = t[0];
      for (int64_t r = 1; r < p; r++)
        y[k] += t[r] * f->roots[r * k % p * step];
    }
    memcpy(t, y, (size_t)p * sizeof(T));
  }
}

// y[0..n) := the transform of x[0], x[stride], ...; n * stride is the table's size.
static void FN(transform)(const FN(Fft) * f, int64_t n, int64_t stride, const T *x, T *y) {
  if (n == 1) {
    *y = *x;
    return;
  }
  int64_t p = next_factor(n), m = n / p;
  for (int64_t r = 0; r < p; r++)
    FN(transform)(f, m, stride * p, x + r * stride, y + r * m);
  for (int64_t k = 0; k < m; k++) {
    T t[LARGEST_FACTOR];
    for (int64_t r = 0; r < p; r++)
      t[r] = y[r * m + k] * f->roots[r * k * stride];
    FN(small_dft)(f, p, f->size / p, t);
    for (int64_t r = 0; r < p; r++)
      y[r * m + k] = t[r];
  }
}

// exp(-+ pi i k^2 / n)
static T FN(chirp)(const FN(Fft) * f, int64_t k) {
  uint64_t turn = (uint64_t)k * (uint64_t)k % (uint64_t)(2 * f->n); // k < 2^32
  return FN(root)((int64_t)turn, 2 * f->n, f->inverse);
}

#include "runtime/linalg/fft_lanes.h"

static void FN(fft_init)(FN(Fft) * f, int64_t n, bool inverse, T *work) {
  *f = (FN(Fft)){n, table_length(n), inverse, work, NULL, NULL, NULL, NULL};
  f->in = f->roots + f->size;
  f->out = f->in + f->size;
  f->filter = f->out + f->size;
  f->chirp = f->filter + f->size;
  for (int64_t k = 0; k < f->size; k++)
    f->roots[k] = FN(root)(k, f->size, f->size == n && inverse);
  if (f->size == n) return;
  for (int64_t k = 0; k < f->size; k++)
    f->in[k] = 0;
  for (int64_t k = 0; k < n; k++) {
    f->chirp[k] = FN(chirp)(f, k);
    f->in[k] = CONJ(f->chirp[k]);
    if (k) f->in[f->size - k] = f->in[k];
  }
  FN(transform)(f, f->size, 1, f->in, f->filter);
}

// f->out[0..n) := the transform of f->in[0..n).
static void FN(fft_line)(FN(Fft) * f) {
  int64_t n = f->n, size = f->size;
  if (size == n) {
    FN(transform)(f, n, 1, f->in, f->out);
    return;
  }
  for (int64_t k = 0; k < size; k++)
    f->in[k] = k < n ? f->in[k] * f->chirp[k] : 0;
  FN(transform)(f, size, 1, f->in, f->out);
  // The inverse transform is the conjugate of the transform of the conjugate.
  for (int64_t k = 0; k < size; k++)
    f->in[k] = CONJ(f->out[k] * f->filter[k]);
  FN(transform)(f, size, 1, f->in, f->out);
  for (int64_t k = 0; k < n; k++)
    f->out[k] = CONJ(f->out[k]) * f->chirp[k] / (R)size;
}

// y := x[..., n, inner] transformed over n, line by line; x may be y.
static void FN(fft_lines)(const T *x, T *y, int64_t n, int64_t outer, int64_t inner, bool inverse,
                          T *work) {
  FN(Fft) f;
  FN(fft_init)(&f, n, inverse, work);
  R scale = inverse ? 1 / (R)n : 1;
  for (int64_t line = 0; line < outer * inner; line++) {
    int64_t first = line / inner * inner * n + line % inner;
    for (int64_t k = 0; k < n; k++)
      f.in[k] = x[first + k * inner];
    FN(fft_line)(&f);
    for (int64_t k = 0; k < n; k++)
      y[first + k * inner] = f.out[k] * scale;
  }
}

static void FN(fft_axis)(const T *x, T *y, int64_t n, int64_t outer, int64_t inner, bool inverse,
                         T *work) {
  bool smooth = table_length(n) == n, many = outer * inner >= FN(LANES) / 4;
  if (smooth && many && (inner == 1 || inner >= FN(LANES) / 4) && n < LONG_LINE)
    FN(fft_many)(x, y, n, outer, inner, inverse, work);
  else if (smooth && inner == 1 && n >= SHORT_LINE && near_root(n) >= FN(LANES) / 2)
    FN(fft_long)(x, y, outer, near_root(n), n / near_root(n), inverse, work);
  else
    FN(fft_lines)(x, y, n, outer, inner, inverse, work);
}

void FN(fft)(const FftCall *c, const T *x, T *y, T *work);
void FN(fft)(const FftCall *c, const T *x, T *y, T *work) {
  int64_t total = c->batch, inner = 1;
  for (int i = 0; i < c->rank; i++)
    total *= c->length[i];
  if (y != x && !c->rank) memcpy(y, x, (size_t)total * sizeof(T));
  for (int axis = c->rank - 1; axis >= 0 && total; axis--) {
    int64_t n = c->length[axis];
    FN(fft_axis)(x, y, n, total / n / inner, inner, c->inverse, work);
    inner *= n, x = y;
  }
}
#endif

// eig_lanes.c -- eigenvalues and right eigenvectors of many small real matrices at once, one in
// each lane: the steps of eig_real.h, a lane's own rows being a mask.
//
// Rows and counts of lanes are numbers of type R.
#ifndef T
#define LINALG_FILE "runtime/linalg/eig_lanes.c"
#include "runtime/linalg/each.h"
#elif !defined(COMPLEX)
#pragma STDC FP_CONTRACT ON
#include "runtime/linalg/lanes.h"
// After it:
#include "runtime/linalg/eig.h"

typedef struct FN(Values) {
  int64_t n;
  FN(Lane) * h, *z;          // as of FN(Real); z may be null
  FN(Lane) * im;             // imaginary parts; real ones are on h's diagonal
  FN(Lane) hi, lo, m, steps; // the rows lo .. hi, of which a step begins at m
  FN(Lane) start[3];         // the first column of the step
  FN(Mask) failed;
} FN(Values);

static void FN(values_hessenberg)(FN(Values) * f) {
  int64_t n = f->n;
  FN(Lane) v[LANES_MOST], beta, zero = FN(lane_with)(0);
  for (int64_t j = 0; j + 2 < n; j++) {
    int64_t m = n - 1 - j;
    FN(Lane) *top = f->h + (j + 1) * n + j;
    for (int64_t i = 0; i < m; i++)
      v[i] = top[i * n];
    FN(Lane) tau = FN(lanes_reflect)(m, v, 1, &beta);
    for (int64_t i = 0; i < m; i++)
      top[i * n] = i ? zero : beta;
    FN(lanes_apply_left)((FN(LaneWindow)){top + 1, m, n - 1 - j, n}, v, 1, tau);
    FN(lanes_apply_right)((FN(LaneWindow)){f->h + j + 1, n, m, n}, v, tau);
    if (f->z) FN(lanes_apply_left)((FN(LaneWindow)){f->z + (j + 1) * n, m, n, n}, v, 1, tau);
  }
}

// As negligible.
static FN(Mask) FN(values_negligible)(int64_t n, const FN(Lane) * d) {
  FN(Lane) x = FN(lane_abs)(d[-1]), y = FN(lane_abs)(d[-n]), a = FN(lane_abs)(d[0]);
  FN(Lane) gap = FN(lane_abs)(d[-n - 1] - d[0]), near = a + FN(lane_abs)(d[-n - 1]);
  FN(Mask) order = x > y, large = a > gap;
  FN(Lane) more = FN(pick)(order, x, y), less = FN(pick)(order, y, x);
  FN(Lane) most = FN(pick)(large, a, gap), least = FN(pick)(large, gap, a), sum = most + more;
  const R tiny = TINIEST / (EPSILON * EPSILON);
  FN(Mask) both = less * more <= 2 * EPSILON * (least * most);
  return (x <= tiny) | ((x <= 2 * EPSILON * near) & (both | (less * more <= tiny * sum)));
}

// Lanes' lo, and hi above what has converged; elements that count as 0 become it.
static void FN(values_split)(FN(Values) * f) {
  int64_t n = f->n;
  FN(Lane) lo = FN(lane_with)(0), zero = lo, one = FN(lane_with)(1);
  for (int64_t l = 1; l < n; l++) {
    FN(Lane) *d = f->h + l * (n + 1);
    FN(Mask) small = FN(values_negligible)(n, d);
    d[-1] = FN(pick)(small, zero, d[-1]);
    lo = FN(pick)(small & (f->hi >= (R)l), FN(lane_with)((R)l), lo);
  }
  FN(Mask) single = lo == f->hi, pair = lo == f->hi - one;
  f->hi = FN(pick)(single, f->hi - one, FN(pick)(pair, f->hi - one - one, f->hi));
  f->steps = FN(pick)(single | pair, zero, f->steps);
  f->lo = FN(pick)(single | pair, FN(lane_with)(LANES_MOST), lo); // nothing in this step
}

// The shifts as take_shift has them.
static void FN(values_shift)(FN(Values) * f, FN(Lane) * xyw) {
  int64_t n = f->n;
  FN(Lane) zero = FN(lane_with)(0), x = zero, y = zero, w = zero, far = zero;
  for (int64_t p = 2; p < n; p++) {
    const FN(Lane) *d = f->h + p * (n + 1);
    FN(Mask) here = f->hi == (R)p;
    x = FN(pick)(here, d[0], x);
    y = FN(pick)(here, d[-n - 1], y);
    w = FN(pick)(here, d[-1] * d[-n], w);
    far = FN(pick)(here, FN(lane_abs)(d[-1]) + FN(lane_abs)(d[-n - 2]), far);
  }
  FN(Lane) half = (y - x) * (R)0.5, q = half * half + w;
  FN(Mask) real = q >= 0, other = (f->steps == 10) | (f->steps == 20);
  q = FN(lane_sqrt)(FN(pick)(real, q, zero));
  FN(Lane) near = x + half + FN(pick)(half > 0, -q, q), middle = x + far * (R)0.75;
  xyw[0] = FN(pick)(other, middle, FN(pick)(real, near, x));
  xyw[1] = FN(pick)(other, middle, FN(pick)(real, near, y));
  xyw[2] = FN(pick)(other, far * far * (R)-0.4375, FN(pick)(real, zero, w));
}

// As find_start, its column times the element below the diagonal one: another where that vanishes.
static void FN(values_start)(FN(Values) * f, const FN(Lane) * xyw) {
  int64_t n = f->n;
  FN(Lane) one = FN(lane_with)(1);
  FN(Mask) open = f->lo < LANES_MOST;
  f->m = FN(lane_with)(LANES_MOST);
  for (int64_t k = n - 3; k >= 0 && FN(any)(open); k--) {
    const FN(Lane) *d = f->h + k * (n + 1);
    FN(Mask) here = open & (f->hi >= (R)(k + 2));
    FN(Lane) z = d[0], r = xyw[0] - z, s = xyw[1] - z;
    FN(Lane) p = r * s - xyw[2] + d[1] * d[n], q = (d[n + 1] - z - r - s) * d[n];
    FN(Lane) t = d[2 * n + 1] * d[n];
    FN(Mask) take = f->lo == (R)k;
    if (k > 0) {
      FN(Lane) left = FN(lane_abs)(d[-1]) * (FN(lane_abs)(q) + FN(lane_abs)(t));
      FN(Lane) near = FN(lane_abs)(d[-n - 1]) + FN(lane_abs)(z) + FN(lane_abs)(d[n + 1]);
      take |= left < 2 * EPSILON * FN(lane_abs)(p) * near;
    }
    take &= here;
    f->m = FN(pick)(take, FN(lane_with)((R)k), f->m);
    f->start[0] = FN(pick)(take, p, f->start[0]);
    f->start[1] = FN(pick)(take, q, f->start[1]);
    f->start[2] = FN(pick)(take, t, f->start[2]);
    open &= ~take;
  }
  f->m = FN(pick)(open, FN(lane_with)(LANES_MOST), f->m);
  FN(Lane) *p = f->start, size = FN(lane_abs)(p[0]) + FN(lane_abs)(p[1]) + FN(lane_abs)(p[2]);
  FN(Mask) some = size > 0;
  FN(Lane) by = one / FN(pick)(some, size, one);
  for (int i = 0; i < 3; i++)
    p[i] = FN(pick)(some, p[i] * by, one);
}

// Row k's reflection I - u[0..2] (1, u[3], u[4]), all 0 in lanes without one.
static void FN(values_reflection)(FN(Values) * f, int64_t k, FN(Lane) * u) {
  const R least = BYTES == 4 ? (R)0x1p-100 : (R)0x1p-900;
  int64_t n = f->n;
  FN(Lane) *d = f->h + k * (n + 1), zero = FN(lane_with)(0), one = FN(lane_with)(1);
  FN(Mask) on = (f->m <= (R)k) & (f->hi > (R)k), first = on & (f->m == (R)k);
  FN(Lane) p = f->start[0], q = f->start[1], r = f->start[2], size = one;
  if (k > 0) {
    FN(Mask) later = on & ~first, three = later & (f->hi > (R)(k + 1));
    p = FN(pick)(later, d[-1], p);
    q = FN(pick)(later, d[n - 1], q);
    d[n - 1] = FN(pick)(later, zero, d[n - 1]);
    r = FN(pick)(later, zero, r);
    if (k + 2 < n) {
      r = FN(pick)(three, d[2 * n - 1], r);
      d[2 * n - 1] = FN(pick)(three, zero, d[2 * n - 1]);
    }
    FN(Mask) far = later & (p * p + q * q + r * r < least);
    if (__builtin_expect(FN(any)(far), 0)) {
      size = FN(lane_abs)(p) + FN(lane_abs)(q) + FN(lane_abs)(r);
      size = FN(pick)(far & (size > 0), size, one);
      p /= size, q /= size, r /= size;
    }
  }
  FN(Lane) s = FN(lane_sqrt)(p * p + q * q + r * r);
  s = FN(pick)(p < 0, -s, s);
  on &= s != 0;
  if (k > 0) {
    FN(Lane) turned = FN(pick)(f->lo != f->m, -d[-1], d[-1]);
    d[-1] = FN(pick)(on, FN(pick)(first, turned, -s * size), d[-1]);
  }
  p += s;
  FN(Lane) by = one / FN(pick)(on, s, one), over = one / FN(pick)(on, p, one);
  u[0] = FN(pick)(on, p * by, zero);
  u[1] = FN(pick)(on, q * by, zero);
  u[2] = FN(pick)(on, r * by, zero);
  u[3] = FN(pick)(on, q * over, zero);
  u[4] = FN(pick)(on, r * over, zero);
}

// Lines x, x + next, x + 2 next of n elements `step` apart, by the reflection u.
ALWAYS_INLINE void FN(values_turn)(bool two, int64_t n, FN(Lane) * x, int64_t next, int64_t step,
                                   const FN(Lane) * u) {
  for (int64_t j = 0; j < n; j++, x += step) {
    FN(Lane) s = x[0] + x[next] * u[3];
    if (!two) s += x[2 * next] * u[4];
    x[0] -= s * u[0];
    x[next] -= s * u[1];
    if (!two) x[2 * next] -= s * u[2];
  }
}

// Row k's reflection of the columns from .. to and of the rows above .. below.
ALWAYS_INLINE void FN(values_part)(FN(Values) * f, int64_t k, const FN(Lane) * u,
                                   const int64_t columns[2], const int64_t rows[2]) {
  int64_t n = f->n;
  bool two = k + 2 == n;
  FN(Lane) *right = f->h + k * n + columns[0], *down = f->h + rows[0] * n + k;
  if (two) {
    FN(values_turn)(true, columns[1] - columns[0], right, n, 1, u);
    FN(values_turn)(true, rows[1] - rows[0], down, 1, n, u);
  } else {
    FN(values_turn)(false, columns[1] - columns[0], right, n, 1, u);
    FN(values_turn)(false, rows[1] - rows[0], down, 1, n, u);
  }
}

// What row k + 1's reflection follows from.
static void FN(values_begin)(FN(Values) * f, int64_t k, const FN(Lane) * u) {
  int64_t n = f->n, wide = k + 3 < n ? k + 3 : n, end = k + 4 < n ? k + 4 : n;
  FN(values_part)(f, k, u, (int64_t[]){k, wide}, (int64_t[]){k + 1, end});
}

// All other elements.
static void FN(values_finish)(FN(Values) * f, int64_t k, const FN(Lane) * u) {
  int64_t n = f->n, wide = k + 3 < n ? k + 3 : n;
  FN(values_part)(f, k, u, (int64_t[]){wide, n}, (int64_t[]){0, k + 1});
  if (f->z && k + 2 < n)
    FN(values_turn)(false, n, f->z + k * n, n, 1, u);
  else if (f->z)
    FN(values_turn)(true, n, f->z + k * n, n, 1, u);
}

// A reflection is found while the one before still acts on what it does not depend on: roots and
// quotients leave room.
static void FN(values_step)(FN(Values) * f) {
  FN(Lane) u[2][5];
  bool before = false;
  for (int64_t k = 0; k < f->n; k++) {
    bool here = k + 1 < f->n && FN(any)((f->m <= (R)k) & (f->hi > (R)k));
    if (here) FN(values_reflection)(f, k, u[k & 1]);
    if (before) FN(values_finish)(f, k - 1, u[~k & 1]);
    if (here) FN(values_begin)(f, k, u[k & 1]);
    before = here;
  }
}

// Lines x and x + next: turned by (p, q), as turn_rows does.
static void FN(values_rotate)(int64_t n, FN(Lane) * x, int64_t next, int64_t step, FN(Lane) p,
                              FN(Lane) q) {
  for (int64_t j = 0; j < n; j++, x += step) {
    FN(Lane) a = x[0], b = x[next];
    x[0] = q * a + p * b;
    x[next] = q * b - p * a;
  }
}

// Blocks of two: real eigenvalues become diagonal, those of pairs get equal diagonal elements.
static void FN(values_blocks)(FN(Values) * f) {
  int64_t n = f->n;
  FN(Lane) zero = FN(lane_with)(0), one = FN(lane_with)(1);
  for (int64_t k = 0; k < n; k++)
    f->im[k] = zero;
  for (int64_t k = 0; k + 1 < n; k++) {
    FN(Lane) *d = f->h + k * (n + 1), w = d[n] * d[1], half = (d[0] - d[n + 1]) * (R)0.5;
    FN(Mask) block = d[n] != 0;
    if (!FN(any)(block)) continue;
    FN(Lane) q = half * half + w, root = FN(lane_sqrt)(FN(lane_abs)(q));
    FN(Mask) pair = block & (q < 0), real = block & ~(q < 0);
    FN(Lane) edge = FN(pick)(half >= 0, half + root, half - root);
    FN(Lane)
    size = FN(lane_sqrt)(d[n] * d[n] + edge * edge),
    over = one / FN(pick)(real, size, one);
    FN(Lane) sum = d[1] + d[n], gap = half + half, wide = FN(lane_sqrt)(sum * sum + gap * gap);
    FN(Mask) flat = wide == 0;
    wide = FN(pick)(flat, one, wide);
    FN(Lane) c = FN(lane_sqrt)((one + FN(lane_abs)(sum) / wide) * (R)0.5);
    c = FN(pick)(flat, one, c);
    FN(Lane) s = -half / (wide * c);
    s = FN(pick)(sum < 0, -s, s);
    FN(Lane) p = FN(pick)(real, d[n] * over, FN(pick)(pair, s, zero));
    q = FN(pick)(real, edge * over, FN(pick)(pair, c, one));
    FN(values_rotate)(n - k, d, n, 1, p, q);
    FN(values_rotate)(k + 2, f->h + k, 1, n, p, q);
    if (f->z) FN(values_rotate)(n, f->z + k * n, n, 1, p, q);
    d[n] = FN(pick)(real, zero, d[n]);
    FN(Lane) middle = (d[0] + d[n + 1]) * (R)0.5;
    d[0] = FN(pick)(pair, middle, d[0]);
    d[n + 1] = FN(pick)(pair, middle, d[n + 1]);
    f->im[k] = FN(pick)(pair, root, f->im[k]);
    f->im[k + 1] = FN(pick)(pair, -root, f->im[k + 1]);
  }
}

static void FN(values_schur)(FN(Values) * f) {
  FN(Lane) zero = FN(lane_with)(0), xyw[3];
  f->hi = FN(lane_with)((R)(f->n - 1));
  f->steps = f->start[0] = f->start[1] = f->start[2] = zero;
  f->failed = zero != zero;
  FN(values_hessenberg)(f);
  while (FN(any)(f->hi > 0)) {
    FN(values_split)(f);
    FN(values_shift)(f, xyw);
    FN(values_start)(f, xyw);
    FN(values_step)(f);
    f->steps = FN(pick)(f->m < LANES_MOST, f->steps + 1, f->steps);
    FN(Mask) late = f->steps > 60;
    f->failed |= late;
    f->hi = FN(pick)(late, zero, f->hi);
  }
  FN(values_blocks)(f);
}

// Of elements of equal size the same one must count as the largest as of one matrix by itself.
#pragma STDC FP_CONTRACT OFF

typedef struct FN(Pair) {
  FN(Lane) re, im;
} FN(Pair);

// a / b; b is not 0.
static FN(Pair) FN(pair_divide)(FN(Pair) a, FN(Pair) b) {
  FN(Lane) x = FN(lane_abs)(b.re), y = FN(lane_abs)(b.im), most = FN(pick)(x > y, x, y);
  FN(Lane) by = FN(lane_with)(1) / most, c = b.re * by, d = b.im * by;
  by /= c * c + d * d;
  return (FN(Pair)){(a.re * c + a.im * d) * by, (a.im * c - a.re * d) * by};
}

// The sum of h's elements of row i, columns from .. to, times y.
static FN(Pair)
    FN(values_sum)(const FN(Values) * f, int64_t i, int64_t from, int64_t to, const FN(Pair) * y) {
  FN(Pair) s = {FN(lane_with)(0), FN(lane_with)(0)};
  for (int64_t j = from; j < to; j++) {
    s.re += f->h[i * f->n + j] * y[j].re;
    s.im += f->h[i * f->n + j] * y[j].im;
  }
  return s;
}

// y's element i (with i - 1, where those two are a block) for the eigenvalue w, given those below.
static void FN(values_solve)(const FN(Values) * f, int64_t i, int64_t end, FN(Pair) w,
                             FN(Lane) least, FN(Pair) * y) {
  int64_t n = f->n;
  const FN(Lane) *d = f->h + i * (n + 1);
  FN(Lane) zero = FN(lane_with)(0);
  FN(Mask) first = f->im[i] > 0, second = f->im[i] < 0;
  FN(Pair) s = FN(values_sum)(f, i, i + 1, end, y), gap = {d[0] - w.re, -w.im};
  FN(Mask) none = FN(lane_abs)(gap.re) + FN(lane_abs)(gap.im) < least;
  FN(Pair) by = {FN(pick)(none, least, gap.re), FN(pick)(none, zero, gap.im)};
  FN(Pair) one = FN(pair_divide)((FN(Pair)){-s.re, -s.im}, by);
  one.re = FN(pick)(first, y[i].re, one.re);
  one.im = FN(pick)(first, y[i].im, one.im);
  y[i] = one;
  if (!FN(any)(second)) return;
  // (a - w) u + b v = -t, e u + (a - w) v = -s
  FN(Pair) t = FN(values_sum)(f, i - 1, i + 1, end, y);
  FN(Lane) b = d[-n], e = d[-1], c = gap.re, g = gap.im;
  FN(Lane) det = FN(lane_abs)(c * c - g * g - b * e) + FN(lane_abs)(2 * c * g);
  none = det <= least * (FN(lane_abs)(c) + FN(lane_abs)(g) + least); // singular but for rounding
  c = FN(pick)(none, c + FN(pick)(c < 0, -least, least), c);
  FN(Pair) over = {FN(pick)(second, c * c - g * g - b * e, least + 1), 2 * c * g};
  FN(Pair) u = {-(c * t.re - g * t.im - b * s.re), -(c * t.im + g * t.re - b * s.im)};
  FN(Pair) v = {-(c * s.re - g * s.im - e * t.re), -(c * s.im + g * s.re - e * t.im)};
  u = FN(pair_divide)(u, over);
  v = FN(pair_divide)(v, over);
  y[i].re = FN(pick)(second, v.re, y[i].re);
  y[i].im = FN(pick)(second, v.im, y[i].im);
  y[i - 1].re = FN(pick)(second, u.re, y[i - 1].re);
  y[i - 1].im = FN(pick)(second, u.im, y[i - 1].im);
}

// As keep_finite.
static void FN(values_keep)(int64_t i, int64_t end, FN(Pair) * y) {
  const R far = BYTES == 4 ? (R)1e10 : (R)1e100;
  FN(Lane) size = FN(lane_abs)(y[i].re) + FN(lane_abs)(y[i].im), one = FN(lane_with)(1);
  FN(Mask) large = size > far;
  if (__builtin_expect(!FN(any)(large), 1)) return;
  FN(Lane) by = one / FN(pick)(large, size, one);
  for (int64_t j = i > 0 ? i - 1 : 0; j < end; j++)
    y[j].re *= by, y[j].im *= by;
}

// Column k of v (pairs of n x n) := z^T y, of length 1; of a pair, its largest element real.
static void FN(values_write)(const FN(Values) * f, int64_t k, int64_t end, const FN(Pair) * y,
                             FN(Pair) * v) {
  int64_t n = f->n;
  FN(Lane) zero = FN(lane_with)(0), one = FN(lane_with)(1), sum = zero, top = -one;
  FN(Pair) x[LANES_MOST], turn = {one, zero};
  FN(Mask) pair = f->im[k] > 0, second = f->im[k] < 0;
  for (int64_t i = 0; i < n; i++) {
    x[i] = (FN(Pair)){zero, zero};
    for (int64_t j = 0; j < end; j++) {
      x[i].re += f->z[j * n + i] * y[j].re;
      x[i].im += f->z[j * n + i] * y[j].im;
    }
    FN(Lane) square = x[i].re * x[i].re + x[i].im * x[i].im;
    sum += square;
    FN(Mask) more = square > top;
    top = FN(pick)(more, square, top);
    turn.re = FN(pick)(more, x[i].re, turn.re);
    turn.im = FN(pick)(more, x[i].im, turn.im);
  }
  FN(Lane) by = one / FN(lane_sqrt)(sum), m = one / FN(lane_sqrt)(top);
  FN(Lane) side = FN(pick)(turn.re < 0, -m, m), largest = top;
  turn.re = FN(pick)(pair, turn.re * side, one) * by;
  turn.im = FN(pick)(pair, turn.im * side, zero) * by;
  FN(Mask) open = pair;
  for (int64_t i = 0; i < n; i++) {
    FN(Pair) *to = v + i * n + k;
    FN(Lane) re = x[i].re * turn.re + x[i].im * turn.im;
    FN(Lane) im = x[i].im * turn.re - x[i].re * turn.im;
    FN(Mask) here = open & (x[i].re * x[i].re + x[i].im * x[i].im == largest);
    im = FN(pick)(here, zero, im);
    open &= ~here;
    to->re = k > 0 ? FN(pick)(second, to[-1].re, re) : re;
    to->im = k > 0 ? FN(pick)(second, -to[-1].im, im) : im;
  }
}

static void FN(values_vectors)(const FN(Values) * f, FN(Pair) * v) {
  int64_t n = f->n;
  FN(Lane) zero = FN(lane_with)(0), one = FN(lane_with)(1), least = zero;
  FN(Pair) y[LANES_MOST + 1];
  for (int64_t i = 0; i < n * n; i++) {
    FN(Lane) size = FN(lane_abs)(f->h[i]);
    least = FN(pick)(size > least, size, least);
  }
  FN(Lane) tiny = FN(lane_with)(2 * SQRT(TINIEST)); // determinants do not vanish
  least = FN(pick)(least * EPSILON > tiny, least * EPSILON, tiny);
  for (int64_t k = 0; k < n; k++) {
    FN(Mask) pair = f->im[k] > 0;
    int64_t end = k + 1 + FN(any)(pair);
    FN(Pair) w = {f->h[k * (n + 1)], f->im[k]};
    for (int64_t i = 0; i <= n; i++)
      y[i] = (FN(Pair)){zero, zero};
    y[k].re = one;
    if (end > k + 1) { // (a b; c a): (1, i w / b) or (-w / c, i)
      FN(Lane) up = f->h[k * (n + 1) + 1], down = f->h[(k + 1) * n + k];
      FN(Mask) first = FN(lane_abs)(up) >= FN(lane_abs)(down);
      FN(Lane) ratio = w.im / FN(pick)(pair, FN(pick)(first, up, -down), one);
      y[k].re = FN(pick)(pair & ~first, ratio, one);
      y[k + 1] = (FN(Pair)){zero, FN(pick)(pair, FN(pick)(first, ratio, one), zero)};
    }
    for (int64_t i = k - 1; i >= 0; i--) {
      FN(values_solve)(f, i, end, w, least, y);
      FN(values_keep)(i, end, y);
    }
    FN(values_write)(f, k, end, y, v);
  }
}

void FN(eig_batch)(const LinalgCall *c, const R *x, R *w, R *v, void *work) {
  int64_t n = c->n, l = FN(LANES);
  FN(Lane) im[LANES_MOST], top;
  FN(Values) f = {.n = n, .h = FN(lanes_room)(work), .im = im};
  FN(Lane) *z = f.h + n * n, *values = z + n * n;
  FN(Pair) *vectors = (FN(Pair) *)(values + 2 * n);
  f.z = v ? z : NULL;
  for (int64_t b = c->batch; b > 0; b -= l, x += l * n * n, w += 2 * l * n) {
    FN(lanes_load)(b, n * n, x, f.h);
    FN(Mask) ok = FN(lanes_clean)(n * n, f.h, &top);
    FN(Lane) scale = FN(lane_scale)(FN(pick)(top > 0, top, FN(lane_with)(1)));
    for (int64_t i = 0; i < n * n; i++)
      f.h[i] *= scale;
    if (f.z) FN(lanes_identity)(n, f.z);
    FN(values_schur)(&f);
    ok &= ~f.failed;
    FN(Lane) none = FN(lane_with)(NAN), by = FN(lane_with)(1) / scale;
    for (int64_t i = 0; i < n; i++) {
      values[2 * i] = FN(pick)(ok, f.h[i * (n + 1)] * by, none);
      values[2 * i + 1] = FN(pick)(ok, im[i] * by, none);
    }
    FN(lanes_store)(b, 2 * n, values, w);
    if (!v) continue;
    FN(values_vectors)(&f, vectors);
    for (int64_t i = 0; i < 2 * n * n; i++)
      ((FN(Lane) *)vectors)[i] = FN(pick)(ok, ((FN(Lane) *)vectors)[i], none);
    FN(lanes_store)(b, 2 * n * n, (FN(Lane) *)vectors, v);
    v += 2 * l * n * n;
  }
}
#endif

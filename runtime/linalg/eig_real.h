// eig_real.h -- double QR steps on a real Hessenberg matrix; included after each.h's definitions.
//
// Sources: EISPACK's hqr2; the shifts are those of LAPACK's lahqr.

typedef struct FN(Real) {
  int64_t n, stride; // between rows of h and z
  R *h, *z;          // h becomes triangular up to 2 x 2 blocks; z's rows are the Schur vectors
  R *re, *im;        // the eigenvalues
  R norm;
} FN(Real);

static R FN(magnitude)(R x) { return x < 0 ? -x : x; }

// Whether the element left of the diagonal one d counts as 0: beside both diagonal elements, of
// which `norm` stands for zeros, and for the eigenvalues of the block of two (Ahues and Tisseur).
static bool FN(negligible)(const R *d, int64_t stride, R norm) {
  R x = FN(magnitude)(d[-1]), y = FN(magnitude)(d[-stride]), a = FN(magnitude)(d[0]);
  R gap = FN(magnitude)(d[-stride - 1] - d[0]), near = a + FN(magnitude)(d[-stride - 1]);
  if (x <= TINIEST / (EPSILON * EPSILON)) return true;
  if (x > 2 * EPSILON * (near == 0 ? norm : near)) return false;
  if (near == 0) return true;
  R more = x > y ? x : y, less = x > y ? y : x, most = a > gap ? a : gap, least = a > gap ? gap : a;
  R sum = most + more;
  return less * (more / sum) <= 2 * EPSILON * (least * (most / sum)) ||
         less * (more / sum) <= TINIEST / (EPSILON * EPSILON);
}

// Rows x and y of n elements, turned by (p, q).
static void FN(turn_rows)(int64_t n, R *restrict x, R *restrict y, const R *pq) {
  R p = pq[0], q = pq[1];
  for (int64_t j = 0; j < n; j++) {
    R old = x[j];
    x[j] = q * old + p * y[j];
    y[j] = q * y[j] - p * old;
  }
}

// Rows and columns lo, lo + 1 turned by (p, q), and the Schur vectors with them.
static void FN(turn_block)(FN(Real) * f, int64_t lo, const R *pq) {
  int64_t n = f->n, stride = f->stride;
  R *top = f->h + lo * stride;
  FN(turn_rows)(n - lo, top + lo, top + stride + lo, pq);
  for (int64_t k = 0; k < lo + 2; k++) {
    R *row = f->h + k * stride + lo, x = row[0];
    row[0] = pq[1] * x + pq[0] * row[1];
    row[1] = pq[1] * row[1] - pq[0] * x;
  }
  if (f->z) FN(turn_rows)(n, f->z + lo * stride, f->z + (lo + 1) * stride, pq);
}

// A block with a pair of eigenvalues gets equal diagonal elements, as by LAPACK's lanv2.
static void FN(finish_pair)(FN(Real) * f, int64_t lo, R root) {
  int64_t n = f->stride;
  R *d = f->h + lo * n + lo, gap = d[0] - d[n + 1], sum = d[1] + d[n];
  R size = HYPOT(sum, gap), c = SQRT((1 + FN(magnitude)(sum) / size) / 2);
  R pq[2] = {-(gap / 2 / (size * c)) * (sum < 0 ? -1 : 1), c};
  if (size > 0) FN(turn_block)(f, lo, pq);
  d[0] = d[n + 1] = (d[0] + d[n + 1]) / 2;
  f->re[lo] = f->re[lo + 1] = d[0];
  f->im[lo] = root;
  f->im[lo + 1] = -root;
}

// The 2 x 2 block that ends at hi: two real eigenvalues, which become diagonal, or a pair.
static void FN(finish_block)(FN(Real) * f, int64_t hi, R shift) {
  int64_t n = f->stride, lo = hi - 1;
  R *h = f->h, w = h[hi * n + lo] * h[lo * n + hi];
  R p = (h[lo * n + lo] - h[hi * n + hi]) / 2, q = p * p + w;
  R z = SQRT(FN(magnitude)(q)), x = h[hi * n + hi] + shift;
  h[hi * n + hi] = x;
  h[lo * n + lo] += shift;
  if (q < 0) {
    FN(finish_pair)(f, lo, z);
    return;
  }
  z = p >= 0 ? p + z : p - z;
  f->re[lo] = x + z;
  f->re[hi] = z != 0 ? x - w / z : x + z;
  f->im[lo] = f->im[hi] = 0;
  R size = HYPOT(h[hi * n + lo], z), pq[2] = {h[hi * n + lo] / size, z / size};
  FN(turn_block)(f, lo, pq);
}

typedef struct FN(Bulge) {
  int64_t lo, hi, m; // the step runs over rows m .. hi of the block lo .. hi
  R p, q, r;         // the first column of the double step
} FN(Bulge);

// Where the step can begin: two small subdiagonal elements in a row.
static void FN(find_start)(const FN(Real) * f, FN(Bulge) * b, R x, R y, R w) {
  int64_t n = f->stride;
  for (b->m = b->hi - 2;; b->m--) {
    const R *d = f->h + b->m * n + b->m;
    R z = d[0], r = x - z, s = y - z;
    b->p = (r * s - w) / d[n] + d[1];
    b->q = d[n + 1] - z - r - s;
    b->r = d[2 * n + 1];
    s = FN(magnitude)(b->p) + FN(magnitude)(b->q) + FN(magnitude)(b->r);
    if (s == 0) s = 1;
    b->p /= s;
    b->q /= s;
    b->r /= s;
    if (b->m == b->lo) break;
    R left = FN(magnitude)(d[-1]) * (FN(magnitude)(b->q) + FN(magnitude)(b->r));
    R near = FN(magnitude)(d[-n - 1]) + FN(magnitude)(z) + FN(magnitude)(d[n + 1]);
    if (left <= 2 * EPSILON * FN(magnitude)(b->p) * near) break;
  }
  for (int64_t i = b->m + 2; i <= b->hi; i++) {
    f->h[i * n + i - 2] = 0;
    if (i > b->m + 2) f->h[i * n + i - 3] = 0;
  }
}

// Rows x, y, z of n elements: one reflection, z null in the last of a step.
static void FN(reflect_rows)(int64_t n, R *restrict x, int64_t stride, bool two, const R *u) {
  R *restrict y = x + stride, *restrict z = y + stride;
  R a = u[0], b = u[1], c = u[2], q = u[3], r = u[4];
  for (int64_t j = 0; two && j < n; j++) {
    R p = x[j] + q * y[j];
    x[j] -= p * a;
    y[j] -= p * b;
  }
  for (int64_t j = 0; !two && j < n; j++) {
    R p = x[j] + q * y[j];
    p += r * z[j];
    x[j] -= p * a;
    y[j] -= p * b;
    z[j] -= p * c;
  }
}

// The columns d, d + 1, d + 2 of `rows` rows.
static void FN(reflect_columns)(int64_t rows, R *d, int64_t stride, bool two, const R *u) {
  R x = u[0], y = u[1], z = u[2], q = u[3], r = u[4];
  for (; two && rows > 0; rows--, d += stride) {
    R p = x * d[0] + y * d[1];
    d[0] -= p;
    d[1] -= p * q;
  }
  for (; rows > 0; rows--, d += stride) {
    R p = x * d[0] + y * d[1];
    p += z * d[2];
    d[0] -= p;
    d[1] -= p * q;
    d[2] -= p * r;
  }
}

// One reflection of rows and columns k .. k + 2 (two when `last`).
static void FN(reflect_at)(FN(Real) * f, const FN(Bulge) * b, int64_t k, const R *u) {
  int64_t stride = f->stride, end = b->hi < k + 3 ? b->hi : k + 3;
  bool last = k == b->hi - 1;
  FN(reflect_rows)(f->n - k, f->h + k * stride + k, stride, last, u);
  FN(reflect_columns)(end + 1, f->h + k, stride, last, u);
  if (f->z) FN(reflect_rows)(f->n, f->z + k * stride, stride, last, u);
}

static void FN(double_step)(FN(Real) * f, FN(Bulge) * b) {
  int64_t n = f->stride;
  R p = b->p, q = b->q, r = b->r;
  for (int64_t k = b->m; k <= b->hi - 1; k++) {
    bool last = k == b->hi - 1;
    R x = 0, *d = f->h + k * n + k;
    if (k != b->m) {
      p = d[-1];
      q = d[n - 1];
      r = last ? 0 : d[2 * n - 1];
      x = FN(magnitude)(p) + FN(magnitude)(q) + FN(magnitude)(r);
      if (x == 0) continue;
      p /= x;
      q /= x;
      r /= x;
    }
    R s = SQRT(p * p + q * q + r * r);
    if (p < 0) s = -s;
    if (s == 0) continue;
    if (k != b->m)
      d[-1] = -s * x;
    else if (b->lo != b->m)
      d[-1] = -d[-1];
    p += s;
    R u[5] = {p / s, q / s, r / s, q / p, r / p};
    FN(reflect_at)(f, b, k, u);
  }
}

// The shifts of a double step: x + y is their sum, x y - w their product.  For a block that does
// not converge, as hqr has them.
static void FN(take_shift)(FN(Real) * f, int64_t hi, int64_t steps, R *shift, R *xyw) {
  int64_t n = f->stride;
  R *h = f->h;
  xyw[0] = h[hi * n + hi];
  xyw[1] = h[(hi - 1) * n + hi - 1];
  xyw[2] = h[hi * n + hi - 1] * h[(hi - 1) * n + hi];
  if (steps != 10 && steps != 20) {
    R half = (xyw[1] - xyw[0]) / 2, q = half * half + xyw[2];
    if (q < 0) return;
    q = SQRT(q); // two real shifts: the nearer to the corner twice
    xyw[0] += half + (half > 0 ? -q : q);
    xyw[1] = xyw[0];
    xyw[2] = 0;
    return;
  }
  *shift += xyw[0];
  for (int64_t i = 0; i <= hi; i++)
    h[i * n + i] -= xyw[0];
  R s = FN(magnitude)(h[hi * n + hi - 1]) + (hi > 1 ? FN(magnitude)(h[(hi - 1) * n + hi - 2]) : 0);
  xyw[0] = xyw[1] = (R)0.75 * s;
  xyw[2] = (R)-0.4375 * s * s;
}

static bool FN(real_schur)(FN(Real) * f) {
  int64_t n = f->stride, hi = f->n - 1, steps = 0;
  R shift = 0, *h = f->h;
  f->norm = 0;
  for (int64_t i = 0; i < f->n; i++)
    for (int64_t j = i > 0 ? i - 1 : 0; j < f->n; j++)
      f->norm += FN(magnitude)(h[i * n + j]);
  while (hi >= 0) {
    int64_t lo = hi;
    for (; lo > 0; lo--) {
      if (FN(negligible)(h + lo * n + lo, n, f->norm)) break;
    }
    if (lo == hi) {
      h[hi * n + hi] += shift;
      f->re[hi] = h[hi * n + hi];
      f->im[hi--] = 0;
      steps = 0;
    } else if (lo == hi - 1) {
      FN(finish_block)(f, hi, shift);
      hi -= 2;
      steps = 0;
    } else {
      R xyw[3];
      FN(take_shift)(f, hi, steps, &shift, xyw);
      if (steps++ == 60) return false;
      FN(Bulge) b = {lo, hi, 0, 0, 0, 0};
      FN(find_start)(f, &b, xyw[0], xyw[1], xyw[2]);
      FN(double_step)(f, &b);
    }
  }
  return true;
}

// What the steps left below the blocks.
static void FN(clear_below)(const FN(Real) * f) {
  for (int64_t i = 0; i < f->n; i++)
    for (int64_t j = 0; j < i; j++)
      if (j + 1 < i || !(f->im[j] > 0)) f->h[i * f->stride + j] = 0;
}

// h := q^T h q of Hessenberg form, its first `m` rows and columns; q^T is applied to z's rows too.
static void FN(small_hessenberg)(FN(Real) * f, int64_t m, R *v, R *w) {
  int64_t n = f->n, stride = f->stride;
  for (int64_t j = 0; j + 2 < m; j++) {
    R *top = f->h + (j + 1) * stride + j, beta;
    int64_t k = m - 1 - j;
    for (int64_t i = 0; i < k; i++)
      v[i] = top[i * stride];
    R tau = FN(reflect)(k, v, 1, &beta);
    for (int64_t i = 0; i < k; i++)
      top[i * stride] = i ? 0 : beta;
    FN(Reflection) by = {v, 1, tau};
    FN(apply_left)((FN(Window)){top + 1, k, n - 1 - j, stride}, by, w);
    if (f->z) FN(apply_left)((FN(Window)){f->z + (j + 1) * stride, k, n, stride}, by, w);
    for (int64_t i = 0; tau != 0 && i < m; i++) {
      R *row = f->h + i * stride + j + 1, s = 0;
      for (int64_t p = 0; p < k; p++)
        s += row[p] * v[p];
      s *= tau;
      for (int64_t p = 0; p < k; p++)
        row[p] -= s * v[p];
    }
  }
}

// eig_real.h -- double QR steps on a real Hessenberg matrix; included after each.h's definitions.
//
// Sources: EISPACK's hqr2; the shifts are those of LAPACK's lahqr.

typedef struct FN(Real) {
  int64_t n;
  R *h, *z;   // h becomes triangular up to 2 x 2 blocks; z's columns are the Schur vectors
  R *re, *im; // the eigenvalues
  R norm;
} FN(Real);

static R FN(magnitude)(R x) { return x < 0 ? -x : x; }

// Columns i and i + 1 of every row of m up to `rows`: turned by (p, q).
static void FN(turn_columns)(R *m, int64_t n, int64_t rows, int64_t i, const R *pq) {
  for (int64_t k = 0; k < rows; k++) {
    R *row = m + k * n + i, x = row[0];
    row[0] = pq[1] * x + pq[0] * row[1];
    row[1] = pq[1] * row[1] - pq[0] * x;
  }
}

// Rows and columns lo, lo + 1 turned by (p, q), and the Schur vectors with them.
static void FN(turn_block)(FN(Real) * f, int64_t lo, const R *pq) {
  int64_t n = f->n;
  R *top = f->h + lo * n, *under = top + n;
  for (int64_t j = lo; j < n; j++) {
    R y = top[j];
    top[j] = pq[1] * y + pq[0] * under[j];
    under[j] = pq[1] * under[j] - pq[0] * y;
  }
  FN(turn_columns)(f->h, n, lo + 2, lo, pq);
  FN(turn_columns)(f->z, n, n, lo, pq);
}

// A block with a pair of eigenvalues gets equal diagonal elements, as by LAPACK's lanv2.
static void FN(finish_pair)(FN(Real) * f, int64_t lo, R root) {
  int64_t n = f->n;
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
  int64_t n = f->n, lo = hi - 1;
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
  int64_t n = f->n;
  for (b->m = b->hi - 2;; b->m--) {
    const R *d = f->h + b->m * n + b->m;
    R z = d[0], r = x - z, s = y - z;
    b->p = (r * s - w) / d[n] + d[1];
    b->q = d[n + 1] - z - r - s;
    b->r = d[2 * n + 1];
    s = FN(magnitude)(b->p) + FN(magnitude)(b->q) + FN(magnitude)(b->r);
    b->p /= s;
    b->q /= s;
    b->r /= s;
    if (b->m == b->lo) break;
    R left = FN(magnitude)(d[-1]) * (FN(magnitude)(b->q) + FN(magnitude)(b->r));
    R near = FN(magnitude)(d[-n - 1]) + FN(magnitude)(z) + FN(magnitude)(d[n + 1]);
    if (left < EPSILON * FN(magnitude)(b->p) * near) break;
  }
  for (int64_t i = b->m + 2; i <= b->hi; i++) {
    f->h[i * n + i - 2] = 0;
    if (i > b->m + 2) f->h[i * n + i - 3] = 0;
  }
}

// One reflection of rows and columns k .. k + 2 (two when `last`).
static void FN(reflect_at)(FN(Real) * f, const FN(Bulge) * b, int64_t k, const R *u) {
  int64_t n = f->n, end = b->hi < k + 3 ? b->hi : k + 3;
  bool last = k == b->hi - 1;
  R x = u[0], y = u[1], z = u[2], q = u[3], r = u[4], *h = f->h;
  for (int64_t j = k; j < n; j++) {
    R *d = h + k * n + j, p = d[0] + q * d[n];
    if (!last) {
      p += r * d[2 * n];
      d[2 * n] -= p * z;
    }
    d[0] -= p * x;
    d[n] -= p * y;
  }
  R *const both[2] = {h, f->z};
  for (int t = 0; t < 2; t++)
    for (int64_t i = 0; i <= (t ? n - 1 : end); i++) {
      R *d = both[t] + i * n + k, p = x * d[0] + y * d[1];
      if (!last) {
        p += z * d[2];
        d[2] -= p * r;
      }
      d[0] -= p;
      d[1] -= p * q;
    }
}

static void FN(double_step)(FN(Real) * f, FN(Bulge) * b) {
  int64_t n = f->n;
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
  int64_t n = f->n;
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
  int64_t n = f->n, hi = n - 1, steps = 0;
  R shift = 0, *h = f->h;
  f->norm = 0;
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = i > 0 ? i - 1 : 0; j < n; j++)
      f->norm += FN(magnitude)(h[i * n + j]);
  while (hi >= 0) {
    int64_t lo = hi;
    for (; lo > 0; lo--) {
      R near = FN(magnitude)(h[(lo - 1) * n + lo - 1]) + FN(magnitude)(h[lo * n + lo]);
      if (FN(magnitude)(h[lo * n + lo - 1]) <= EPSILON * (near == 0 ? f->norm : near)) break;
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

// (a + b i) / (c + d i)
static void FN(divide)(const R *ab, R c, R d, R *out) {
  R a = ab[0], b = ab[1], s = c * c + d * d;
  out[0] = (a * c + b * d) / s;
  out[1] = (b * c - a * d) / s;
}

// y (pairs of R) := the eigenvector of the quasi triangular h for eigenvalue k.
static void FN(back_substitute)(const FN(Real) * f, int64_t k, R *y) {
  int64_t n = f->n, top = f->im[k] != 0 ? k + 1 : k; // k: the first of a pair
  const R *h = f->h, wr = f->re[k], wi = f->im[k];
  for (int64_t i = 0; i < 2 * n; i++)
    y[i] = 0;
  if (top == k) {
    y[2 * k] = 1;
  } else { // (a b; c a): (1, i w / b) or (-w / c, i)
    R up = h[k * n + top], down = h[top * n + k];
    bool first = FN(magnitude)(up) >= FN(magnitude)(down);
    y[2 * k] = first ? 1 : -wi / down;
    y[2 * top + 1] = first ? wi / up : 1;
  }
  for (int64_t i = k - 1; i >= 0; i--) {
    bool pair = i > 0 && f->im[i] < 0;
    R s[4] = {0};
    for (int64_t r = 0; r <= pair; r++)
      for (int64_t j = i + 1; j <= top; j++) {
        s[2 * r] -= h[(i - r) * n + j] * y[2 * j];
        s[2 * r + 1] -= h[(i - r) * n + j] * y[2 * j + 1];
      }
    R c = h[i * n + i] - wr, d = -wi;
    if (!pair) {
      if (c == 0 && d == 0) c = EPSILON * f->norm;
      FN(divide)(s, c, d, y + 2 * i);
      continue;
    }
    // (a - w) u + b v = s1, e u + (c - w) v = s0 for u = y[i - 1], v = y[i]
    R a = h[(i - 1) * n + i - 1] - wr, b = h[(i - 1) * n + i], e = h[i * n + i - 1];
    R det[2] = {a * c - d * d - b * e, d * (a + c)};
    if (det[0] == 0 && det[1] == 0) det[0] = EPSILON * f->norm * f->norm;
    R u[2] = {c * s[2] - d * s[3] - b * s[0], c * s[3] + d * s[2] - b * s[1]};
    R v[2] = {a * s[0] - d * s[1] - e * s[2], a * s[1] + d * s[0] - e * s[3]};
    FN(divide)(u, det[0], det[1], y + 2 * (i - 1));
    FN(divide)(v, det[0], det[1], y + 2 * i);
    i--;
  }
}

// Column k of v (complex) := z y, of length 1; of a pair, its largest element real.
static void FN(write_vector)(const FN(Real) * f, int64_t k, const R *y, R *v) {
  int64_t n = f->n, largest = -1;
  R size = 0, top = -1, turn[2] = {1, 0};
  for (int64_t i = 0; i < n; i++) {
    R *to = v + 2 * (i * n + k);
    to[0] = to[1] = 0;
    for (int64_t j = 0; j < n; j++) {
      to[0] += f->z[i * n + j] * y[2 * j];
      to[1] += f->z[i * n + j] * y[2 * j + 1];
    }
    R m = HYPOT(to[0], to[1]);
    size = HYPOT(size, m);
    if (m <= top || f->im[k] == 0) continue;
    top = m;
    largest = i;
    turn[0] = to[0] < 0 ? -to[0] / m : to[0] / m;
    turn[1] = to[0] < 0 ? to[1] / m : -to[1] / m;
  }
  for (int64_t i = 0; i < n; i++) {
    R *to = v + 2 * (i * n + k), re = to[0], im = to[1];
    to[0] = (re * turn[0] - im * turn[1]) / size;
    to[1] = (re * turn[1] + im * turn[0]) / size;
    if (i == largest) to[1] = 0;
    if (f->im[k] == 0) continue;
    to[2] = to[0];
    to[3] = -to[1];
  }
}

static void FN(real_vectors)(FN(Real) * f, R *v) {
  R *y = f->im + f->n;
  for (int64_t k = 0; k < f->n; k++) {
    FN(back_substitute)(f, k, y);
    FN(write_vector)(f, k, y, v);
    if (f->im[k] != 0) k++;
  }
}

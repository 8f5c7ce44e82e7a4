// eig_vectors.h -- eigenvectors of a small real matrix from its Schur form, one after the other;
// included after eig_real.h.
//
// Sources: EISPACK's hqr2; vectors normalised as LAPACK's geev does.

// (a + b i) / (c + d i)
static void FN(divide)(const R *ab, R c, R d, R *out) {
  R a = ab[0], b = ab[1], most = FN(magnitude)(c), other = FN(magnitude)(d);
  if (most < other) most = other;
  c /= most;
  d /= most;
  R s = (c * c + d * d) * most;
  out[0] = (a * c + b * d) / s;
  out[1] = (b * c - a * d) / s;
}

// Before y overflows, as it may for matrices without a full set of vectors, all of it is made
// smaller; it is i .. top that is not 0.
static void FN(keep_finite)(R *y, int64_t i, int64_t top) {
  const R far = BYTES == 4 ? (R)1e10 : (R)1e100;
  R size = FN(magnitude)(y[2 * i]) + FN(magnitude)(y[2 * i + 1]);
  for (int64_t j = 2 * i; size > far && j < 2 * top + 2; j++)
    y[j] /= size;
}

// y (pairs of R) := the eigenvector of the quasi triangular h for eigenvalue k.
static void FN(back_substitute)(const FN(Real) * f, int64_t k, R *y) {
  int64_t n = f->stride, top = f->im[k] != 0 ? k + 1 : k; // k: the first of a pair
  const R *h = f->h, wr = f->re[k], wi = f->im[k];
  for (int64_t i = 0; i < 2 * f->n; i++)
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
      FN(keep_finite)(y, i, top);
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
    FN(keep_finite)(y, i, top);
    i--;
    FN(keep_finite)(y, i, top);
  }
}

// Column k of v (complex) := z^T y, of length 1; of a pair, its largest element real.
static void FN(write_vector)(const FN(Real) * f, int64_t k, const R *y, R *v) {
  int64_t n = f->n, largest = -1, pair = f->im[k] != 0;
  R size = 0, top = -1, turn[2] = {1, 0}, *re = f->im + 3 * n, *im = re + n;
  for (int64_t i = 0; i < 2 * n; i++)
    re[i] = 0;
  for (int64_t j = 0; j <= k + pair; j++) {
    const R *z = f->z + j * f->stride;
    for (int64_t i = 0; i < n; i++)
      re[i] += z[i] * y[2 * j];
    for (int64_t i = 0; pair && i < n; i++)
      im[i] += z[i] * y[2 * j + 1];
  }
  for (int64_t i = 0; i < n; i++) {
    R m = pair ? HYPOT(re[i], im[i]) : FN(magnitude)(re[i]);
    size = HYPOT(size, m);
    if (m <= top || !pair) continue;
    top = m;
    largest = i;
    turn[0] = re[i] < 0 ? -re[i] / m : re[i] / m;
    turn[1] = re[i] < 0 ? im[i] / m : -im[i] / m;
  }
  for (int64_t i = 0; i < n; i++) {
    R *to = v + 2 * (i * n + k);
    to[0] = (re[i] * turn[0] - im[i] * turn[1]) / size;
    to[1] = i == largest ? 0 : (re[i] * turn[1] + im[i] * turn[0]) / size;
    if (!pair) continue;
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

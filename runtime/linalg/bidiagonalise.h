// bidiagonalise.h -- upper bidiagonal form by reflections, in blocks; included after householder.h,
// lines.h and product.h.
//
// Source: LAPACK's gebrd, labrd.

enum { FN(PAIRS) = 32 }; // columns of a block

// A block: a is a - v y^H - x u^H for `count` rows v, x (of m) and y, u (of n).
typedef struct FN(Sides) {
  FN(Window) a;
  int64_t count;
  T *v, *x, *y, *u, *p;
  void *room;
} FN(Sides);

// y of the reflection v of column i: tau (a - ...)^H v, for the columns after i.
static void FN(left_side)(const FN(Sides) * b, int64_t i, T tau) {
  int64_t m = b->a.m, n = b->a.n, s = b->a.stride, rest = n - i - 1, from = i + 1;
  const T *v = b->v + b->count * m;
  T *y = b->y + b->count * n;
  for (int64_t r = i; r < m; r++)
    FN(add_line)(rest, CONJ(v[r]), b->a.a + r * s + from, y + from);
  for (int64_t j = from; j < n; j++)
    y[j] = CONJ(y[j]);
  for (int64_t k = 0; k < b->count; k++) {
    T p = FN(dot)(m - i, v + i, b->v + k * m + i), q = FN(dot)(m - i, v + i, b->x + k * m + i);
    FN(add_line)(rest, -p, b->y + k * n + from, y + from);
    FN(add_line)(rest, -q, b->u + k * n + from, y + from);
  }
  for (int64_t j = from; j < n; j++)
    y[j] *= tau;
}

// x of the reflection u of row i: tau (a - ...) u, for the rows after i.
static void FN(right_side)(const FN(Sides) * b, int64_t i, T tau) {
  int64_t m = b->a.m, n = b->a.n, s = b->a.stride, rest = n - i - 1, below = m - i - 1;
  int64_t from = i + 1;
  const T *u = b->u + b->count * n + from;
  T *x = b->x + b->count * m + from;
  for (int64_t j = 0; j < rest; j++)
    b->p[j] = CONJ(u[j]);
  for (int64_t r = 0; r < below; r++)
    x[r] = FN(dot)(rest, b->a.a + (from + r) * s + from, b->p);
  for (int64_t k = 0; k <= b->count; k++) {
    T p = FN(dot)(rest, u, b->y + k * n + from);
    FN(add_line)(below, -p, b->v + k * m + from, x);
    if (k == b->count) break;
    p = FN(dot)(rest, u, b->u + k * n + from);
    FN(add_line)(below, -p, b->x + k * m + from, x);
  }
  for (int64_t r = 0; r < below; r++)
    x[r] *= tau;
}

// Column i's reflection into the matrix; its v and y are the block's next.
static void FN(take_column)(FN(Sides) * b, int64_t i, T *tau, R *d) {
  int64_t m = b->a.m, n = b->a.n, s = b->a.stride;
  T *v = b->v + b->count * m;
  memset(v, 0, (size_t)m * sizeof(T));
  memset(b->y + b->count * n, 0, (size_t)n * sizeof(T));
  for (int64_t r = i; r < m; r++)
    v[r] = b->a.a[r * s + i];
  for (int64_t k = 0; k < b->count; k++) {
    FN(add_line)(m - i, -CONJ(b->y[k * n + i]), b->v + k * m + i, v + i);
    FN(add_line)(m - i, -CONJ(b->u[k * n + i]), b->x + k * m + i, v + i);
  }
  *tau = FN(reflect)(m - i, v + i, 1, d);
  for (int64_t r = i; r < m; r++)
    b->a.a[r * s + i] = v[r];
  FN(left_side)(b, i, *tau);
}

// Row i's reflection, of the elements after the diagonal.
static void FN(take_row)(FN(Sides) * b, int64_t i, T *tau, R *e) {
  int64_t m = b->a.m, n = b->a.n, rest = n - i - 1, from = i + 1;
  T *u = b->u + b->count * n, *row = b->a.a + i * b->a.stride + from;
  memset(u, 0, (size_t)n * sizeof(T));
  memset(b->x + b->count * m, 0, (size_t)m * sizeof(T));
  for (int64_t j = from; j < n; j++)
    u[j] = CONJ(row[j - from]);
  for (int64_t k = 0; k <= b->count; k++) {
    FN(add_line)(rest, -CONJ(b->v[k * m + i]), b->y + k * n + from, u + from);
    if (k < b->count)
      FN(add_line)(rest, -CONJ(b->x[k * m + i]), b->u + k * n + from, u + from);
  }
  *tau = FN(reflect)(rest, u + from, 1, e);
  memcpy(row, u + from, (size_t)rest * sizeof(T));
  FN(right_side)(b, i, *tau);
}

// a = q b p^H, b's diagonals in d and e; tau: n for q, then n for p.
static void FN(bidiagonalise_blocks)(FN(Window) a, R *d, R *e, T *tau, T *work) {
  int64_t m = a.m, n = a.n, size = FN(PAIRS) * m;
  FN(Sides) b = {a, 0, work, work + size, work + 2 * size, NULL, NULL, NULL};
  b.u = b.y + FN(PAIRS) * n;
  b.p = b.u + FN(PAIRS) * n;
  b.room = b.p + n;
  for (int64_t i = 0; i < n;) {
    for (b.count = 0; b.count < FN(PAIRS) && i < n; i++, b.count++) {
      FN(take_column)(&b, i, &tau[i], &d[i]);
      tau[n + i] = 0;
      if (i + 1 < n) FN(take_row)(&b, i, &tau[n + i], &e[i]);
    }
    FN(Matrix) c = {a.a + i * (a.stride + 1), a.stride, 1, false};
    for (int k = 0; i < n && k < 2; k++) {
      FN(Matrix) x = {(k ? b.x : b.v) + i, 1, m, false}, y = {(k ? b.u : b.y) + i, n, 1, true};
      FN(multiply)(&(FN(Product)){x, y, c, m - i, n - i, b.count, PRODUCT_SUBTRACT}, b.room);
    }
  }
}

// eig_columns.h -- eigenvectors of a large real matrix from its Schur form, some columns at a time,
// by products of matrices; included after eig_sweep.h.
//
// Source: LAPACK's trevc3 (Gates, Haidar and Dongarra, "Accelerating computation of eigenvectors in
// the dense nonsymmetric eigenvalue problem", 2014).

enum { FN(COLUMNS) = 64, FN(ROWS) = 32 };

// Vectors from .. to, in y's columns: of a pair the real and the imaginary part.
typedef struct FN(Columns) {
  const FN(Large) * f;
  int64_t from, to; // y: rows up to `to`, COLUMNS apart
  R *y, least;      // least: instead of a difference of eigenvalues that is 0
} FN(Columns);

// Row i of y -= the h's elements of columns i + 1 .. end times y's rows, columns from `first` on.
static void FN(subtract_rows)(const FN(Columns) * c, int64_t i, int64_t below, int64_t end,
                              int64_t first) {
  const R *h = c->f->h + i * c->f->stride;
  R *restrict y = c->y + i * FN(COLUMNS);
  for (int64_t j = below; j < end; j++) {
    const R *restrict x = c->y + j * FN(COLUMNS), s = h[j];
    for (int64_t k = first; k < FN(COLUMNS); k++)
      y[k] -= s * x[k];
  }
}

// a / b for complex ones.
static void FN(quotient)(const R *a, const R *b, R *out) {
  R most = FN(magnitude)(b[0]), other = FN(magnitude)(b[1]), x = a[0], y = a[1];
  if (most < other) most = other;
  R c = b[0] / most, d = b[1] / most, s = (c * c + d * d) * most;
  out[0] = (x * c + y * d) / s;
  out[1] = (y * c - x * d) / s;
}

// Column k's elements i (two of a pair): y := (h - w)^-1 y in that block.
static void FN(solve_block)(const FN(Columns) * c, int64_t i, bool pair, int64_t k) {
  int64_t n = c->f->stride, j = k - c->from;
  bool two = c->f->im[k] != 0;
  const R *d = c->f->h + i * (n + 1);
  R *y = c->y + i * FN(COLUMNS) + j, *z = y + FN(COLUMNS);
  R w[2] = {d[0] - c->f->re[k], two ? -c->f->im[k] : 0};
  if (!pair && !two) {
    y[0] /= FN(magnitude)(w[0]) < c->least ? c->least : w[0];
    return;
  }
  R s[2] = {y[0], two ? y[1] : 0}, t[2] = {0};
  if (!pair) {
    if (FN(magnitude)(w[0]) + FN(magnitude)(w[1]) < c->least) w[0] = c->least, w[1] = 0;
    FN(quotient)(s, w, y);
    return;
  }
  t[0] = z[0];
  t[1] = two ? z[1] : 0;
  // (a - w) u + b v = s, e u + (a - w) v = t
  R b = d[1], e = d[n], det[2] = {w[0] * w[0] - w[1] * w[1] - b * e, 2 * w[0] * w[1]}, u[2], v[2];
  R least = c->least * (SQRT(FN(magnitude)(b)) * SQRT(FN(magnitude)(e)));
  if (FN(magnitude)(det[0]) + FN(magnitude)(det[1]) < least) det[0] = least, det[1] = 0;
  R p[2] = {w[0] * s[0] - w[1] * s[1] - b * t[0], w[0] * s[1] + w[1] * s[0] - b * t[1]};
  R q[2] = {w[0] * t[0] - w[1] * t[1] - e * s[0], w[0] * t[1] + w[1] * t[0] - e * s[1]};
  FN(quotient)(p, det, u);
  FN(quotient)(q, det, v);
  y[0] = u[0];
  z[0] = v[0];
  if (two) y[1] = u[1], z[1] = v[1];
}

// Before column k overflows, as it may for matrices without a full set of vectors, all of it from
// row `top` on is made smaller.
static void FN(keep_small)(const FN(Columns) * c, int64_t i, int64_t k, int64_t top) {
  const R far = BYTES == 4 ? (R)1e10 : (R)1e100;
  int64_t j = k - c->from;
  bool two = c->f->im[k] != 0;
  R *y = c->y + i * FN(COLUMNS) + j, size = FN(magnitude)(y[0]);
  if (two) size += FN(magnitude)(y[1]);
  for (int64_t l = top; size > far && l < c->to; l++)
    for (int64_t p = 0; p <= two; p++)
      c->y[l * FN(COLUMNS) + j + p] /= size;
}

// Rows top .. end of y, given those below.
static void FN(solve_rows)(const FN(Columns) * c, int64_t top, int64_t end) {
  const FN(Large) *f = c->f;
  for (int64_t i = end - 1; i >= top; i--) {
    bool pair = f->im[i] != 0;
    i -= pair;
    int64_t k =
        c->from > i + pair ? c->from : i + pair + 1; // the first vector that goes on upwards
    if (k >= c->to) continue;
    for (int64_t r = 0; r <= pair; r++)
      FN(subtract_rows)(c, i + r, i + pair + 1, end, k - c->from);
    for (; k < c->to; k += f->im[k] != 0 ? 2 : 1) {
      FN(solve_block)(c, i, pair, k);
      FN(keep_small)(c, i, k, top);
      if (pair) FN(keep_small)(c, i + 1, k, top);
    }
  }
}

// What vectors begin with, at their own rows.
static void FN(start_columns)(const FN(Columns) * c) {
  const FN(Large) *f = c->f;
  memset(c->y, 0, (size_t)(c->to * FN(COLUMNS)) * sizeof(R));
  for (int64_t k = c->from; k < c->to; k++) {
    R *y = c->y + k * FN(COLUMNS) + k - c->from;
    if (f->im[k] == 0) {
      *y = 1;
      continue;
    }
    // (a b; c a): (1, i w / b) or (-w / c, i)
    const R *d = f->h + k * (f->stride + 1);
    R up = d[1], down = d[f->stride];
    bool first = FN(magnitude)(up) >= FN(magnitude)(down);
    y[0] = first ? 1 : -f->im[k] / down;
    y[FN(COLUMNS) + 1] = first ? f->im[k] / up : 1;
    k++;
  }
}

static void FN(solve_columns)(const FN(Columns) * c, void *room) {
  const FN(Large) *f = c->f;
  FN(start_columns)(c);
  for (int64_t end = c->to, top; end > 0; end = top) {
    top = end > FN(ROWS) ? end - FN(ROWS) : 0;
    top -= top > 0 && f->im[top] < 0;
    FN(Matrix) h = FN(matrix)(f->h + top * f->stride + end, f->stride, 1);
    FN(Matrix) below = FN(matrix)(c->y + end * FN(COLUMNS), FN(COLUMNS), 1);
    FN(Matrix) y = FN(matrix)(c->y + top * FN(COLUMNS), FN(COLUMNS), 1);
    FN(Product) p = {h, below, y, end - top, FN(COLUMNS), c->to - end, PRODUCT_SUBTRACT};
    if (end < c->to) FN(multiply)(&p, room);
    FN(solve_rows)(c, top, end);
  }
}

// Column k of v (complex) := column j of x, of length 1; of a pair, its largest element real.
static void FN(normalise)(const FN(Large) * f, const R *x, int64_t k, R *v) {
  int64_t n = f->n, largest = -1;
  bool pair = f->im[k] != 0;
  R sum = 0, top = -1, turn[2] = {1, 0};
  for (int64_t i = 0; i < n; i++) {
    const R *a = x + i * FN(COLUMNS);
    R square = a[0] * a[0] + (pair ? a[1] * a[1] : 0);
    sum += square;
    if (square > top) top = square, largest = i;
  }
  R size = SQRT(sum);
  if (pair) {
    const R *a = x + largest * FN(COLUMNS);
    R m = SQRT(top);
    turn[0] = a[0] < 0 ? -a[0] / m : a[0] / m;
    turn[1] = a[0] < 0 ? a[1] / m : -a[1] / m;
  }
  for (int64_t i = 0; i < n; i++) {
    R *to = v + 2 * (i * n + k), re = x[i * FN(COLUMNS)], im = pair ? x[i * FN(COLUMNS) + 1] : 0;
    to[0] = (re * turn[0] - im * turn[1]) / size;
    to[1] = i == largest ? 0 : (re * turn[1] + im * turn[0]) / size;
    if (!pair) continue;
    to[2] = to[0];
    to[3] = -to[1];
  }
}

// v (complex) := all vectors.
static void FN(write_columns)(const FN(Large) * f, R norm, R *v) {
  FN(Columns) c = {.f = f, .y = f->window, .least = EPSILON * norm};
  R *x = c.y + f->n * FN(COLUMNS);
  if (c.least < TINIEST) c.least = TINIEST;
  for (c.from = 0; c.from < f->n; c.from = c.to) {
    c.to = c.from + FN(COLUMNS) < f->n ? c.from + FN(COLUMNS) : f->n;
    c.to -= c.to < f->n && f->im[c.to] < 0;
    FN(solve_columns)(&c, f->room);
    FN(Matrix) z = FN(matrix)(f->z, f->stride, 1), y = FN(matrix)(c.y, FN(COLUMNS), 1);
    FN(Product)
    p = {z, y, FN(matrix)(x, FN(COLUMNS), 1), f->n, FN(COLUMNS), c.to, PRODUCT_SET};
    FN(multiply)(&p, f->room);
    for (int64_t k = c.from; k < c.to; k += f->im[k] != 0 ? 2 : 1)
      FN(normalise)(f, x + k - c.from, k, v);
  }
}

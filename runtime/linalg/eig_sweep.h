// eig_sweep.h -- QR steps with many shifts at once on a large real Hessenberg matrix; included
// after eig_real.h and product.h.
//
// Each two shifts make a bulge of 3 x 3.  A chain of bulges three rows apart moves down inside of a
// window; what the window's reflections do to the rest of the matrix are products with their
// product.  Source: Braman, Byers and Mathias, "The multishift QR algorithm, part I" (2002);
// LAPACK's laqr0, laqr1, laqr5.

typedef struct FN(Large) {
  int64_t n, stride; // between rows of h and z
  R *h, *z;          // z's columns are the Schur vectors; null: h matters from lo to hi alone
  R *re, *im;
  int64_t lo, hi;   // the block that is worked on
  R *window, *turn; // up to MOST_WIDE rows, WIDE apart
  R *aside;         // n x MOST_WIDE
  R *scratch;       // 4 MOST_WIDE
  void *room;
} FN(Large);

// At most: rows of a window, of which a sweep has six for each pair of shifts.
enum { FN(MOST_WIDE) = 192, FN(WIDE) = FN(MOST_WIDE) + 64 / BYTES };

static FN(Matrix) FN(matrix)(const R *x, int64_t down, int64_t right) {
  return (FN(Matrix)){(R *)x, down, right, false};
}

static void FN(copy_back)(const R *from, R *to, int64_t m, int64_t n, int64_t stride) {
  for (int64_t i = 0; i < m; i++)
    memcpy(to + i * stride, from + i * n, (size_t)n * sizeof(R));
}

// m rows of x, w columns from `at` on: times the transposed turn.
static void FN(turn_right)(FN(Large) * f, R *x, int64_t m, int64_t w) {
  FN(Matrix) rows = FN(matrix)(x, f->stride, 1), by = FN(matrix)(f->turn, 1, FN(WIDE));
  FN(Matrix) to = FN(matrix)(f->aside, w, 1);
  if (m <= 0) return;
  FN(multiply)(&(FN(Product)){rows, by, to, m, w, w, PRODUCT_SET}, f->room);
  FN(copy_back)(f->aside, x, m, w, f->stride);
}

// The window of w rows from `at` on goes back to h; the turn, whose rows are the transforming
// columns, acts on what is beside and above it and on the Schur vectors.
static void FN(apply_window)(FN(Large) * f, int64_t at, int64_t w) {
  int64_t stride = f->stride, end = f->z ? f->n : f->hi + 1, top = f->z ? 0 : f->lo;
  for (int64_t i = 0; i < w; i++)
    memcpy(f->h + (at + i) * stride + at, f->window + i * FN(WIDE), (size_t)w * sizeof(R));
  int64_t rest = end - at - w;
  R *beside = f->h + at * stride + at + w;
  FN(Matrix) turn = FN(matrix)(f->turn, FN(WIDE), 1), x = FN(matrix)(beside, stride, 1);
  if (rest > 0) {
    FN(Matrix) to = FN(matrix)(f->aside, rest, 1);
    FN(multiply)(&(FN(Product)){turn, x, to, w, rest, w, PRODUCT_SET}, f->room);
    FN(copy_back)(f->aside, beside, w, rest, stride);
  }
  FN(turn_right)(f, f->h + top * stride + at, at - top, w);
  if (f->z) FN(turn_right)(f, f->z + at, f->n, w);
}

// The window of w rows from `at` on; the turn is the identity.
static void FN(take_window)(FN(Large) * f, int64_t at, int64_t w) {
  for (int64_t i = 0; i < w; i++) {
    memcpy(f->window + i * FN(WIDE), f->h + (at + i) * f->stride + at, (size_t)w * sizeof(R));
    for (int64_t j = 0; j < w; j++)
      f->turn[i * FN(WIDE) + j] = i == j;
  }
}

// Two shifts: re + i im and re[1] + i im[1], both real or a pair; next: the row at which their
// bulge's next reflection begins.
typedef struct FN(Shifts) {
  R re[2], im[2];
  int64_t next;
} FN(Shifts);

// x := a multiple of the first column of (h - s0)(h - s1), h a Hessenberg matrix.
static void FN(first_column)(const R *h, int64_t stride, const FN(Shifts) * s, R *x) {
  R a = h[0] - s->re[1], down = h[stride], sum = h[0] + h[stride + 1] - s->re[0] - s->re[1];
  R size = FN(magnitude)(a) + FN(magnitude)(s->im[1]) + FN(magnitude)(down);
  x[0] = x[1] = x[2] = 0;
  if (size == 0) return;
  R by = down / size;
  x[0] = (h[0] - s->re[0]) * (a / size) - s->im[0] * (s->im[1] / size) + h[1] * by;
  x[1] = by * sum;
  x[2] = by * h[2 * stride + 1];
}

// u as reflect_rows wants it for the reflection that leaves (beta, 0, 0) of x; false: there is
// nothing to do.
static bool FN(find_reflection)(const R *x, R *u, R *beta) {
  R size = FN(magnitude)(x[0]) + FN(magnitude)(x[1]) + FN(magnitude)(x[2]);
  if (x[1] == 0 && x[2] == 0) return false;
  R p = x[0] / size, q = x[1] / size, r = x[2] / size, s = SQRT(p * p + q * q + r * r);
  if (p < 0) s = -s;
  *beta = -s * size;
  p += s;
  u[0] = p / s;
  u[1] = q / s;
  u[2] = r / s;
  u[3] = q / p;
  u[4] = r / p;
  return true;
}

// The reflection that begins at row `row` of h, row q of the window of w rows.
static void FN(move_bulge)(FN(Large) * f, const FN(Shifts) * s, int64_t row, int64_t q, int64_t w) {
  R *d = f->window + q * FN(WIDE) + q, u[5], x[3], beta;
  bool two = row + 1 == f->hi, first = row == f->lo;
  if (first) {
    FN(first_column)(d, FN(WIDE), s, x);
  } else {
    x[0] = d[-1];
    x[1] = d[FN(WIDE) - 1];
    x[2] = two ? 0 : d[2 * FN(WIDE) - 1];
  }
  if (!FN(find_reflection)(x, u, &beta)) return;
  if (!first) {
    d[-1] = beta;
    d[FN(WIDE) - 1] = 0;
    if (!two) d[2 * FN(WIDE) - 1] = 0;
  }
  FN(reflect_rows)(w - q, d, FN(WIDE), two, u);
  FN(reflect_columns)(q + 4 < w ? q + 4 : w, f->window + q, FN(WIDE), two, u);
  FN(reflect_rows)(w, f->turn + q * FN(WIDE), FN(WIDE), two, u);
}

// A chain of bulges from lo to hi and out.
static void FN(sweep)(FN(Large) * f, FN(Shifts) * s, int64_t count) {
  int64_t at = f->lo, width = 6 * count, end;
  for (int64_t b = 0; b < count; b++)
    s[b].next = f->lo;
  do {
    end = at + width < f->hi + 1 ? at + width : f->hi + 1;
    FN(take_window)(f, at, end - at);
    for (int64_t b = 0; b < count; b++) {
      int64_t stop = end > f->hi ? f->hi : end - 3 - 3 * b;
      for (; s[b].next < stop; s[b].next++)
        FN(move_bulge)(f, s + b, s[b].next, s[b].next - at, end - at);
    }
    FN(apply_window)(f, at, end - at);
    at = s[count - 1].next - 1;
  } while (end <= f->hi);
}

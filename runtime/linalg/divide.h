// divide.h -- eigenvalues and vectors of a large real symmetric tridiagonal matrix: halves, then
// D + rho z z^T for diagonal D; included after eigh.c's QL.
//
// What z or a difference in D makes negligible is deflated.  The other values are zeros of the
// secular function, each kept as its differences from D, from which a z is found for which they are
// exact, so that vectors are orthogonal.  Sources: Cuppen (1981); Gu and Eisenstat, "A stable and
// efficient algorithm for the rank-one modification of the symmetric eigenproblem" (1994); Li,
// "Solving secular equations stably and efficiently" (1993); LAPACK's stedc.
#ifndef COMPLEX
enum { FN(LEAF) = 32, FN(BISECTIONS) = 200 };

typedef struct FN(Divide) {
  int64_t n;       // rows are n apart
  R *d, *e;        // diagonal (then values, in no order) and subdiagonal
  R *w, *p, *s;    // rows of w: vectors; the others are scratch of the same size
  R *z, *dk, *zk, *hat, *row; // of a merge: z in the order of rows, kept D and z, ...
  int64_t *order;  // of each solved block: its rows, ascending
  int64_t *sorted, *kept, *gone, *column; // of a merge: rows
  void *room;
} FN(Divide);

// The sums of z^2 / (d - x) and z^2 / (d - x)^2 over n elements.
static void FN(secular_sums)(int64_t n, const R *d, const R *z, R x, R *sum, R *slope) {
  FN(Line) a = {0}, b = {0};
  int64_t i = 0;
  for (; i + FN(LINE) <= n; i += FN(LINE)) {
    FN(Line) y = *(const FN(LineAt) *)(z + i), t = y / (*(const FN(LineAt) *)(d + i) - x);
    a += y * t;
    b += t * t;
  }
  *sum = FN(line_sum)(a);
  *slope = FN(line_sum)(b);
  for (; i < n; i++) {
    R t = z[i] / (d[i] - x);
    *sum += z[i] * t;
    *slope += t * t;
  }
}

// The step from x to the zero of c + s / (d[0] - x) + S / (d[1] - x), which has the function's
// value and slopes: of the part before (psi) and after (phi) the zero.  The last zero has no d[1].
static R FN(secular_step)(const R *gap, R f, R psi, R phi, bool last) {
  if (last) {
    R c = f - gap[0] * psi;
    return c > 0 ? gap[0] + gap[0] * gap[0] * psi / c : NAN;
  }
  R c = f - gap[0] * psi - gap[1] * phi, b = gap[0] * gap[1] * f;
  R a = (gap[0] + gap[1]) * f - gap[0] * gap[1] * (psi + phi), square = a * a - 4 * b * c;
  R root = square > 0 ? SQRT(square) : 0;
  return a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root);
}

// Zero j of 1 / rho + sum of z^2 / (d - x); gaps := d - zero.  Returns the zero.
static R FN(secular_zero)(const FN(Divide) * t, int64_t k, int64_t j, R rho, R *gaps) {
  const R *d = t->dk, *z = t->zk;
  R *near = t->row, sums[2], slopes[2], norm = 0;
  bool last = j + 1 == k;
  for (int64_t i = 0; last && i < k; i++)
    norm += z[i] * z[i];
  R width = last ? rho * norm : d[j + 1] - d[j], half = width / 2, f = 0;
  if (!last) {
    FN(secular_sums)(j + 1, d, z, d[j] + half, &sums[0], &slopes[0]);
    FN(secular_sums)(k - j - 1, d + j + 1, z + j + 1, d[j] + half, &sums[1], &slopes[1]);
    f = 1 / rho + sums[0] + sums[1];
  }
  int64_t from = f < 0 ? j + 1 : j; // the nearer of D's elements
  R lo = f < 0 ? -half : 0, hi = f < 0 ? 0 : last ? width * (1 + 4 * EPSILON) : half;
  for (int64_t i = 0; i < k; i++)
    near[i] = d[i] - d[from];
  R x = (lo + hi) / 2;
  for (int step = 0; step < FN(BISECTIONS); step++) {
    FN(secular_sums)(j + 1, near, z, x, &sums[0], &slopes[0]);
    FN(secular_sums)(k - j - 1, near + j + 1, z + j + 1, x, &sums[1], &slopes[1]);
    f = 1 / rho + sums[0] + sums[1];
    if (FN(size)(f) <= 8 * EPSILON * (1 / rho - sums[0] + sums[1])) break;
    if (f < 0)
      lo = x;
    else
      hi = x;
    R gap[2] = {near[j] - x, last ? 0 : near[j + 1] - x};
    R next = x + FN(secular_step)(gap, f, slopes[0], slopes[1], last);
    if (!(next > lo && next < hi)) next = (lo + hi) / 2;
    if (next == lo || next == hi || FN(size)(next - x) <= EPSILON * FN(size)(next) / 2) break;
    x = next;
  }
  for (int64_t i = 0; i < k; i++)
    gaps[i] = near[i] - x;
  return d[from] + x;
}

// A block of two solved ones.
typedef struct FN(Merge) {
  int64_t lo, mid, n, kept, gone;
  R rho;
} FN(Merge);

// Rows in ascending order, and z, normalised.
static void FN(merge_load)(FN(Divide) * t, FN(Merge) * m, R e) {
  int64_t mid = m->lo + m->mid, end = m->lo + m->n, a = m->lo, b = mid;
  R half = SQRT((R)0.5);
  for (int64_t i = 0; i < m->n; i++) {
    bool left = b == end || (a < mid && t->d[t->order[a]] <= t->d[t->order[b]]);
    t->sorted[i] = t->order[left ? a++ : b++];
  }
  for (int64_t i = m->lo; i < mid; i++)
    t->z[i] = t->w[i * t->n + mid - 1] * half;
  for (int64_t i = mid; i < end; i++)
    t->z[i] = t->w[i * t->n + mid] * (e < 0 ? -half : half);
  m->rho = 2 * FN(size)(e);
}

// Which rows stay: z is not negligible, and no neighbour has the same value.
static void FN(merge_deflate)(FN(Divide) * t, FN(Merge) * m) {
  R *d = t->d, *z = t->z, most = 0;
  for (int64_t i = m->lo; i < m->lo + m->n; i++) {
    if (FN(size)(d[i]) > most) most = FN(size)(d[i]);
    if (FN(size)(z[i]) > most) most = FN(size)(z[i]);
  }
  R tolerance = 8 * EPSILON * most;
  int64_t before = -1;
  m->kept = m->gone = 0;
  for (int64_t i = 0; i < m->n; i++) {
    int64_t r = t->sorted[i];
    if (m->rho * FN(size)(z[r]) <= tolerance) {
      t->gone[m->gone++] = r;
      continue;
    }
    R both = before < 0 ? 1 : SQRT(z[r] * z[r] + z[before] * z[before]);
    R c = z[r] / both, s = before < 0 ? 0 : -z[before] / both;
    if (before >= 0 && FN(size)((d[r] - d[before]) * c * s) <= tolerance) {
      R x = d[before], y = d[r];
      z[r] = both;
      z[before] = 0;
      FN(rotate)(m->n, t->w + before * t->n + m->lo, t->w + r * t->n + m->lo, c, s);
      d[before] = x * c * c + y * s * s;
      d[r] = x * s * s + y * c * c;
      t->gone[m->gone++] = before;
    } else if (before >= 0)
      t->kept[m->kept++] = before;
    before = r;
  }
  if (before >= 0) t->kept[m->kept++] = before;
}

// s's rows := the vectors of D + rho z z^T, their elements in the order of the columns `column`;
// the values are in dk.
static void FN(merge_vectors)(FN(Divide) * t, const FN(Merge) * m) {
  int64_t k = m->kept;
  for (int64_t i = 0; i < k; i++) {
    t->dk[i] = t->d[t->kept[i]];
    t->zk[i] = t->z[t->kept[i]];
    t->hat[i] = 1;
  }
  for (int64_t j = 0; j < k; j++)
    t->d[t->kept[j]] = FN(secular_zero)(t, k, j, m->rho, t->s + j * k);
  for (int64_t j = 0; j < k; j++) {
    const R *gap = t->s + j * k;
    for (int64_t i = 0; i < j; i++)
      t->hat[i] *= gap[i] / (t->dk[i] - t->dk[j]);
    t->hat[j] *= -gap[j];
    for (int64_t i = j + 1; i < k; i++)
      t->hat[i] *= gap[i] / (t->dk[i] - t->dk[j]);
  }
  for (int64_t i = 0; i < k; i++) {
    R size = SQRT(FN(size)(t->hat[i]));
    t->hat[i] = t->zk[i] < 0 ? -size : size;
  }
  for (int64_t j = 0; j < k; j++) {
    R *v = t->s + j * k;
    for (int64_t i = 0; i < k; i++)
      t->row[i] = t->hat[i] / v[i];
    R norm = 1 / SQRT(FN(dot)(k, t->row, t->row));
    for (int64_t i = 0; i < k; i++)
      v[t->column[i]] = t->row[i] * norm;
  }
}

// Kept rows become p's, first those that are 0 after mid, last those that are 0 before it: from
// *both on they are not 0 after mid, up to *end not before it.
static void FN(merge_columns)(FN(Divide) * t, const FN(Merge) * m, int64_t *both, int64_t *end) {
  int64_t mid = m->lo + m->mid, count = 0;
  for (int kind = 0; kind < 3; kind++) {
    for (int64_t i = 0; i < m->kept; i++) {
      int64_t r = t->kept[i];
      const R *x = t->w + r * t->n + m->lo;
      // A row that was turned with one of the other half is neither.
      bool low = false, high = false;
      for (int64_t c = 0; c < m->mid && !low; c++)
        low = x[c] != 0;
      for (int64_t c = m->mid; c < m->n && !high; c++)
        high = x[c] != 0;
      int is = r < mid && !high ? 0 : r >= mid && !low ? 2 : 1;
      if (is != kind) continue;
      memcpy(t->p + count * m->n, x, (size_t)m->n * sizeof(R));
      t->column[i] = count++;
    }
    if (kind == 0) *both = count;
    if (kind == 1) *end = count;
  }
}

// Rows of the block's values in ascending order.
static void FN(merge_order)(FN(Divide) * t, const FN(Merge) * m) {
  int64_t *to = t->order + m->lo, a = 0, b = 0;
  for (int64_t i = 1; i < m->gone; i++) { // turned ones may have changed places
    int64_t r = t->gone[i], j = i;
    for (; j > 0 && t->d[t->gone[j - 1]] > t->d[r]; j--)
      t->gone[j] = t->gone[j - 1];
    t->gone[j] = r;
  }
  for (int64_t i = 0; i < m->n; i++) {
    bool kept = b == m->gone || (a < m->kept && t->d[t->kept[a]] <= t->d[t->gone[b]]);
    to[i] = kept ? t->kept[a++] : t->gone[b++];
  }
}

static void FN(merge)(FN(Divide) * t, int64_t lo, int64_t mid, int64_t n, R e) {
  FN(Merge) m = {.lo = lo, .mid = mid, .n = n};
  int64_t both, end;
  FN(merge_load)(t, &m, e);
  FN(merge_deflate)(t, &m);
  int64_t k = m.kept;
  if (k) {
    FN(merge_columns)(t, &m, &both, &end);
    FN(merge_vectors)(t, &m);
    FN(Matrix) s = {t->s, k, 1, false}, p = {t->p, n, 1, false}, q = {t->p + n * n, n, 1, false};
    FN(multiply)(&(FN(Product)){s, p, q, k, mid, end, PRODUCT_SET}, t->room);
    s.a += both;
    p.a += both * n + mid;
    q.a += mid;
    FN(multiply)(&(FN(Product)){s, p, q, k, n - mid, k - both, PRODUCT_SET}, t->room);
    for (int64_t j = 0; j < k; j++)
      memcpy(t->w + t->kept[j] * t->n + lo, t->p + n * n + j * n, (size_t)n * sizeof(R));
  }
  FN(merge_order)(t, &m);
}

// A block by QL.
static bool FN(divide_leaf)(FN(Divide) * t, int64_t lo, int64_t n) {
  R z[FN(LEAF) * FN(LEAF)] = {0};
  FN(Tridiagonal) q = {.n = n, .d = t->d + lo, .e = t->e + lo, .z = z, .steps = 30 * n + 1};
  for (int64_t i = 0; i < n; i++)
    z[i * n + i] = 1;
  q.turns = (FN(Rotations)){.rows = z, .m = n, .n = n};
  FN(solve_tridiagonal)(&q);
  for (int64_t i = 0; i < n; i++) {
    memcpy(t->w + (lo + i) * t->n + lo, z + i * n, (size_t)n * sizeof(R));
    int64_t j = i;
    for (; j > 0 && t->d[t->order[lo + j - 1]] > t->d[lo + i]; j--)
      t->order[lo + j] = t->order[lo + j - 1];
    t->order[lo + j] = lo + i;
  }
  return q.steps > 0;
}

static bool FN(divide_block)(FN(Divide) * t, int64_t lo, int64_t n) {
  if (n <= FN(LEAF)) return FN(divide_leaf)(t, lo, n);
  int64_t mid = n / 2, cut = lo + mid;
  R e = t->e[cut - 1];
  t->d[cut - 1] -= FN(size)(e);
  t->d[cut] -= FN(size)(e);
  if (!FN(divide_block)(t, lo, mid) || !FN(divide_block)(t, cut, n - mid)) return false;
  FN(merge)(t, lo, mid, n, e);
  return true;
}

// w's rows := the vectors of d and e, d := their values, in no order.  work: cjax_la_divide_room(n)
// bytes.  False: no convergence.
static bool FN(divide)(int64_t n, R *d, R *e, R *w, void *work) {
  FN(Divide) t = {.n = n, .d = d, .e = e, .w = w, .s = work};
  t.p = t.s + n * n;
  t.z = t.p + 2 * n * n;
  t.dk = t.z + n;
  t.zk = t.dk + n;
  t.hat = t.zk + n;
  t.row = t.hat + n;
  t.order = (int64_t *)(void *)(((uintptr_t)(t.row + n) + 7) / 8 * 8);
  t.sorted = t.order + n;
  t.kept = t.sorted + n;
  t.gone = t.kept + n;
  t.column = t.gone + n;
  t.room = t.column + n;
  R scale = TINIEST;
  for (int64_t i = 0; i < n; i++) {
    R off = i + 1 < n ? FN(size)(e[i]) : 0;
    scale = off > scale ? off : scale;
    scale = FN(size)(d[i]) > scale ? FN(size)(d[i]) : scale;
  }
  for (int64_t i = 0; i < n; i++) {
    d[i] /= scale;
    if (i + 1 < n) e[i] /= scale;
  }
  memset(w, 0, (size_t)(n * n) * sizeof(R));
  bool ok = FN(divide_block)(&t, 0, n);
  for (int64_t i = 0; i < n; i++)
    d[i] *= scale;
  return ok;
}
#endif

// fft_lanes.h -- transforms of many lines at once, one in each lane of vectors of 64 bytes, and of
// one long line as the columns, then the rows of a matrix; included by fft.c for complex types.
//
// Stages that sort themselves, by the factors of the length.  Sources: Stockham, "High-speed
// convolution and correlation" (1966); Bailey, "FFTs in external or hierarchical memory" (1990).
typedef R FN(Lane) __attribute__((vector_size(64)));
typedef R FN(LaneAt) __attribute__((vector_size(64), aligned(sizeof(R))));
enum { FN(LANES) = 64 / (int)sizeof(R) };

typedef struct FN(Pair) {
  FN(Lane) re, im;
} FN(Pair);

typedef struct FN(Lanes) {
  int64_t n;
  bool inverse;
  T *roots;         // exp(-2 pi i k / n), conjugated when inverse
  FN(Pair) *x, *y;  // n each; a transform goes from x to x
} FN(Lanes);

// Lines in memory: element e of line l is at[l * line + e * step].
typedef struct FN(Lines) {
  T *at;
  int64_t line, step, count;
} FN(Lines);

ALWAYS_INLINE FN(Pair) FN(pair_times)(FN(Pair) x, T w) {
  R re = ((R *)&w)[0], im = ((R *)&w)[1];
  return (FN(Pair)){x.re * re - x.im * im, x.re * im + x.im * re};
}
ALWAYS_INLINE FN(Pair) FN(pair_add)(FN(Pair) x, FN(Pair) y) {
  return (FN(Pair)){x.re + y.re, x.im + y.im};
}
ALWAYS_INLINE FN(Pair) FN(pair_less)(FN(Pair) x, FN(Pair) y) {
  return (FN(Pair)){x.re - y.re, x.im - y.im};
}
// x - i y or, with sign 1, x + i y.
ALWAYS_INLINE FN(Pair) FN(pair_turn)(FN(Pair) x, FN(Pair) y, R sign) {
  return (FN(Pair)){x.re - y.im * sign, x.im + y.re * sign};
}

// t := its transform of odd length p: element r and p - r share their sums.
ALWAYS_INLINE void FN(odd_lanes)(const FN(Lanes) * f, int64_t p, FN(Pair) * t) {
  FN(Pair) a[LARGEST_FACTOR / 2 + 1], b[LARGEST_FACTOR / 2 + 1], first = t[0];
  int64_t half = p / 2, step = f->n / p;
  for (int64_t j = 1; j <= half; j++) {
    a[j] = FN(pair_add)(t[j], t[p - j]);
    b[j] = FN(pair_less)(t[j], t[p - j]);
    t[0] = FN(pair_add)(t[0], a[j]);
  }
  for (int64_t r = 1; r <= half; r++) {
    FN(Pair) even = first, odd = {{0}, {0}};
    for (int64_t j = 1; j <= half; j++) {
      const R *w = (const R *)&f->roots[r * j % p * step];
      even.re += a[j].re * w[0];
      even.im += a[j].im * w[0];
      odd.re += b[j].re * w[1];
      odd.im += b[j].im * w[1];
    }
    t[r] = FN(pair_turn)(even, odd, 1);
    t[p - r] = FN(pair_turn)(even, odd, -1);
  }
}

ALWAYS_INLINE void FN(small_lanes)(const FN(Lanes) * f, int64_t p, FN(Pair) * t) {
  if (p == 2) {
    FN(Pair) x = t[0];
    t[0] = FN(pair_add)(x, t[1]);
    t[1] = FN(pair_less)(x, t[1]);
  } else if (p == 4) {
    FN(Pair) s = FN(pair_add)(t[0], t[2]), d = FN(pair_less)(t[0], t[2]);
    FN(Pair) u = FN(pair_add)(t[1], t[3]), v = FN(pair_less)(t[1], t[3]);
    R sign = f->inverse ? 1 : -1;
    t[0] = FN(pair_add)(s, u);
    t[1] = FN(pair_turn)(d, v, sign);
    t[2] = FN(pair_less)(s, u);
    t[3] = FN(pair_turn)(d, v, -sign);
  } else
    FN(odd_lanes)(f, p, t);
}

// One stage: groups of s elements, m of them for each of the p parts.
ALWAYS_INLINE void FN(stage_lanes)(FN(Lanes) * f, int64_t p, int64_t m, int64_t s) {
  const FN(Pair) *x = f->x;
  FN(Pair) *y = f->y;
  for (int64_t k = 0; k < m; k++)
    for (int64_t q = 0; q < s; q++) {
      FN(Pair) t[LARGEST_FACTOR];
      for (int64_t r = 0; r < p; r++)
        t[r] = x[q + s * (k + m * r)];
      FN(small_lanes)(f, p, t);
      y[q + s * p * k] = t[0];
      for (int64_t r = 1; r < p; r++)
        y[q + s * (p * k + r)] = k ? FN(pair_times)(t[r], f->roots[k * r * s]) : t[r];
    }
  f->x = y;
  f->y = (FN(Pair) *)x;
}

static void FN(transform_lanes)(FN(Lanes) * f) {
  int64_t rest = f->n, s = 1;
  while (rest > 1) {
    int64_t p = next_factor(rest), m = rest / p;
    if (p == 4)
      FN(stage_lanes)(f, 4, m, s);
    else if (p == 2)
      FN(stage_lanes)(f, 2, m, s);
    else if (p == 3)
      FN(stage_lanes)(f, 3, m, s);
    else if (p == 5)
      FN(stage_lanes)(f, 5, m, s);
    else
      FN(stage_lanes)(f, p, m, s);
    s *= p;
    rest = m;
  }
}

// Room for lines of length n: roots and two buffers.
static T *FN(lanes_init)(FN(Lanes) * f, int64_t n, bool inverse, void *work) {
  f->n = n;
  f->inverse = inverse;
  f->x = (void *)(((uintptr_t)work + 63) / 64 * 64);
  f->y = f->x + n;
  f->roots = (T *)(f->y + n);
  for (int64_t k = 0; k < n; k++)
    f->roots[k] = FN(root)(k, n, inverse);
  return f->roots + n;
}

// Lines along memory are transposed in registers, so many elements of each at once.
static void FN(load_lines)(FN(Lanes) * f, const FN(Lines) * l) {
  for (int64_t e = 0; e < f->n; e += FN(LANES) / 2)
    FR(lanes_load_tile)(2 * (f->n - e), l->count, 2 * l->line, (const R *)(l->at + e),
                        &f->x[e].re);
}

static void FN(store_lines)(const FN(Lanes) * f, const FN(Lines) * l, R scale) {
  for (int64_t e = 0; e < f->n; e++) {
    f->x[e].re *= scale;
    f->x[e].im *= scale;
  }
  for (int64_t e = 0; e < f->n; e += FN(LANES) / 2)
    FR(lanes_store_tile)(2 * (f->n - e), l->count, 2 * l->line, &f->x[e].re, (R *)(l->at + e));
}

static void FN(load_lanes)(FN(Lanes) * f, const FN(Lines) * l) {
  int64_t count = l->count;
  if (count < FN(LANES)) memset(f->x, 0, (size_t)f->n * sizeof *f->x);
  for (int64_t i = 0; i < f->n; i++)
    for (int64_t k = 0; k < count; k++) {
      const R *z = (const R *)&l->at[k * l->line + i * l->step];
      ((R *)&f->x[i].re)[k] = z[0];
      ((R *)&f->x[i].im)[k] = z[1];
    }
}

static void FN(store_lanes)(const FN(Lanes) * f, const FN(Lines) * l, R scale) {
  int64_t count = l->count;
  for (int64_t i = 0; i < f->n; i++)
    for (int64_t k = 0; k < count; k++) {
      R *z = (R *)&l->at[k * l->line + i * l->step];
      z[0] = ((const R *)&f->x[i].re)[k] * scale;
      z[1] = ((const R *)&f->x[i].im)[k] * scale;
    }
}

// The same for whole vectors of neighbours (line 1).
static void FN(load_neighbours)(FN(Lanes) * f, const FN(Lines) * l) {
  for (int64_t e = 0; e < f->n; e++) {
    const R *z = (const R *)(l->at + e * l->step);
    UNROLL for (int k = 0; k < FN(LANES); k++) {
      f->x[e].re[k] = z[2 * k];
      f->x[e].im[k] = z[2 * k + 1];
    }
  }
}

static void FN(store_neighbours)(const FN(Lanes) * f, const FN(Lines) * l, R scale) {
  for (int64_t e = 0; e < f->n; e++) {
    R *z = (R *)(l->at + e * l->step);
    FN(Lane) re = f->x[e].re * scale, im = f->x[e].im * scale;
    UNROLL for (int k = 0; k < FN(LANES); k++) {
      z[2 * k] = re[k];
      z[2 * k + 1] = im[k];
    }
  }
}

static void FN(load_any)(FN(Lanes) * f, const FN(Lines) * l) {
  if (l->line == 1 && l->count == FN(LANES))
    FN(load_neighbours)(f, l);
  else if (l->step == 1)
    FN(load_lines)(f, l);
  else
    FN(load_lanes)(f, l);
}

static void FN(store_any)(const FN(Lanes) * f, const FN(Lines) * l, R scale) {
  if (l->line == 1 && l->count == FN(LANES))
    FN(store_neighbours)(f, l, scale);
  else if (l->step == 1)
    FN(store_lines)(f, l, scale);
  else
    FN(store_lanes)(f, l, scale);
}

// y := x[..., n, inner] transformed over n: `outer` times n x inner; x may be y.
static void FN(fft_many)(const T *x, T *y, int64_t n, int64_t outer, int64_t inner, bool inverse,
                         void *work) {
  FN(Lanes) f;
  FN(lanes_init)(&f, n, inverse, work);
  R scale = inverse ? 1 / (R)n : 1;
  int64_t lines = inner > 1 ? inner : outer, groups = inner > 1 ? outer : 1;
  for (int64_t o = 0; o < groups; o++)
    for (int64_t l = 0; l < lines; l += FN(LANES)) {
      int64_t first = o * n * inner + (inner > 1 ? l : l * n);
      FN(Lines) at = {(T *)x + first, inner > 1 ? 1 : n, inner,
                      lines - l < FN(LANES) ? lines - l : FN(LANES)};
      FN(load_any)(&f, &at);
      at.at = y + first;
      FN(transform_lanes)(&f);
      FN(store_any)(&f, &at, scale);
    }
}

// The turns of one long line between its columns and its rows: w^(k (from + lane)), w of order N =
// f->n rows.
typedef struct FN(Turns) {
  double *coarse, *fine; // w^(columns j), w^j
  FN(Pair) *lanes;       // of row k: w^(k lane)
  int64_t rows, columns;
} FN(Turns);

static void FN(turns_init)(FN(Turns) * t, int64_t rows, int64_t columns, bool inverse, void *work) {
  *t = (FN(Turns)){NULL, NULL, (void *)(((uintptr_t)work + 63) / 64 * 64), rows, columns};
  t->coarse = (double *)(t->lanes + rows);
  t->fine = t->coarse + 2 * rows;
  for (int64_t j = 0; j < rows; j++)
    unit_root(j, rows, t->coarse + 2 * j);
  for (int64_t j = 0; j < columns; j++)
    unit_root(j, rows * columns, t->fine + 2 * j);
  for (int64_t j = 0; j < rows + columns; j++)
    t->coarse[2 * j + 1] *= inverse ? 1 : -1;
  for (int64_t k = 0; k < rows; k++)
    for (int64_t l = 0; l < FN(LANES); l++) {
      T w = FN(root)(k * l % (rows * columns), rows * columns, inverse);
      t->lanes[k].re[l] = ((R *)&w)[0];
      t->lanes[k].im[l] = ((R *)&w)[1];
    }
}

static void FN(turn_lanes)(const FN(Turns) * t, FN(Pair) * x, int64_t from) {
  for (int64_t k = 1; k < t->rows; k++) {
    int64_t e = k * from % (t->rows * t->columns);
    const double *a = t->coarse + 2 * (e / t->columns), *b = t->fine + 2 * (e % t->columns);
    T w;
    ((R *)&w)[0] = (R)(a[0] * b[0] - a[1] * b[1]);
    ((R *)&w)[1] = (R)(a[0] * b[1] + a[1] * b[0]);
    FN(Pair) z = FN(pair_times)(x[k], w), v = t->lanes[k];
    x[k] = (FN(Pair)){z.re * v.re - z.im * v.im, z.re * v.im + z.im * v.re};
  }
}

// One line of rows x columns elements: f transforms the columns, g the rows; x may be y.
static void FN(long_line)(const FN(Turns) * t, FN(Lanes) * f, FN(Lanes) * g, const T *x, T *y,
                          T *middle) {
  int64_t rows = t->rows, columns = t->columns;
  for (int64_t j = 0; j < columns; j += FN(LANES)) {
    int64_t count = columns - j < FN(LANES) ? columns - j : FN(LANES);
    FN(load_any)(f, &(FN(Lines)){(T *)x + j, 1, columns, count});
    FN(transform_lanes)(f);
    FN(turn_lanes)(t, f->x, j);
    FN(store_any)(f, &(FN(Lines)){middle + j, 1, columns, count}, 1);
  }
  R scale = f->inverse ? 1 / (R)(rows * columns) : 1;
  for (int64_t i = 0; i < rows; i += FN(LANES)) {
    int64_t count = rows - i < FN(LANES) ? rows - i : FN(LANES);
    FN(load_any)(g, &(FN(Lines)){middle + i * columns, columns, 1, count});
    FN(transform_lanes)(g);
    FN(store_any)(g, &(FN(Lines)){y + i, 1, rows, count}, scale);
  }
}

// `count` lines of rows x columns elements each.
static void FN(fft_long)(const T *x, T *y, int64_t count, int64_t rows, int64_t columns,
                         bool inverse, void *work) {
  FN(Lanes) f, g;
  FN(Turns) t;
  T *middle = work;
  FN(turns_init)(&t, rows, columns, inverse, middle + rows * columns);
  T *rest = FN(lanes_init)(&f, rows, inverse, t.fine + 2 * columns);
  FN(lanes_init)(&g, columns, inverse, rest);
  for (int64_t l = 0; l < count; l++)
    FN(long_line)(&t, &f, &g, x + l * rows * columns, y + l * rows * columns, middle);
}

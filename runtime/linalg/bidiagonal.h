// bidiagonal.h -- singular values and vectors of a real upper bidiagonal matrix; included after
// rotations.h.
//
// Implicit QR with shifts, without where small values would suffer, chasing from the larger end to
// the smaller one.  Source: LAPACK's bdsqr; Demmel and Kahan, "Accurate singular values of
// bidiagonal matrices" (1990).

typedef struct FN(Bidiagonal) {
  int64_t n;
  R *d, *e;       // diagonal and superdiagonal
  T *u, *vt;      // rows: left and right vectors; null: not wanted
  int64_t nu, nv; // their lengths
  FN(Rotations) turns_u, turns_v;
  R tolerance, threshold;
} FN(Bidiagonal);

static void FN(turn_u)(FN(Bidiagonal) * b, int64_t i, R c, R s) {
  FN(rotations_add)(&b->turns_u, i, c, s);
}
static void FN(turn_v)(FN(Bidiagonal) * b, int64_t i, R c, R s) {
  FN(rotations_add)(&b->turns_v, i, c, s);
}

// The smaller singular value of (f g; 0 h).
static R FN(smaller_value)(R f, R g, R h) {
  R fa = FN(size)(f), ga = FN(size)(g), ha = FN(size)(h);
  R lo = fa < ha ? fa : ha, hi = fa < ha ? ha : fa;
  if (lo == 0) return 0;
  if (ga < hi) {
    R as = 1 + lo / hi, at = (hi - lo) / hi, au = (ga / hi) * (ga / hi);
    return lo * (2 / (SQRT(as * as + au) + SQRT(at * at + au)));
  }
  R au = hi / ga;
  if (au == 0) return (lo * hi) / ga;
  R as = (1 + lo / hi) * au, at = (hi - lo) / hi * au;
  return 2 * (lo * (1 / (SQRT(1 + as * as) + SQRT(1 + at * at)))) * au;
}

typedef struct FN(Svd2) {
  R smin, smax, snr, csr, snl, csl;
} FN(Svd2);

// (csl snl; -snl csl) (f g; 0 h) (csr -snr; snr csr) = diag(smax, smin)
static FN(Svd2) FN(svd_2x2)(R f, R g, R h) {
  R ft = f, ht = h, fa = FN(size)(f), ha = FN(size)(h), ga = FN(size)(g);
  R clt = 1, crt = 1, slt = 0, srt = 0;
  bool swap = ha > fa;
  int largest = swap ? 3 : 1;
  if (swap) {
    ft = h;
    ht = f;
    R t = fa;
    fa = ha;
    ha = t;
  }
  FN(Svd2) s = {.smin = ha, .smax = fa};
  if (ga != 0) {
    if (ga > fa) largest = 2;
    if (ga > fa && fa / ga < EPSILON) {
      s.smax = ga;
      s.smin = ha > 1 ? fa / (ga / ha) : fa / ga * ha;
      slt = ht / g;
      srt = 1;
      crt = ft / g;
    } else {
      R d = fa - ha, l = d == fa ? 1 : d / fa, m = g / ft, t = 2 - l;
      R ss = SQRT(t * t + m * m), rr = l == 0 ? FN(size)(m) : SQRT(l * l + m * m);
      R a = (ss + rr) / 2;
      s.smin = ha / a;
      s.smax = fa * a;
      if (m * m == 0) {
        if (l == 0)
          t = FN(copysign)(2, ft) * FN(copysign)(1, g);
        else
          t = g / FN(copysign)(d, ft) + m / t;
      } else
        t = (m / (ss + t) + m / (rr + l)) * (1 + a);
      R root = SQRT(t * t + 4);
      crt = 2 / root;
      srt = t / root;
      clt = (crt + srt * m) / a;
      slt = ht / ft * srt / a;
    }
  }
  s.csl = swap ? srt : clt;
  s.snl = swap ? crt : slt;
  s.csr = swap ? slt : crt;
  s.snr = swap ? clt : srt;
  R sign = largest == 1   ? FN(copysign)(1, s.csr) * FN(copysign)(1, s.csl) * FN(copysign)(1, f)
           : largest == 2 ? FN(copysign)(1, s.snr) * FN(copysign)(1, s.csl) * FN(copysign)(1, g)
                          : FN(copysign)(1, s.snr) * FN(copysign)(1, s.snl) * FN(copysign)(1, h);
  s.smax = FN(copysign)(s.smax, sign);
  s.smin = FN(copysign)(s.smin, sign * FN(copysign)(1, f) * FN(copysign)(1, h));
  return s;
}

static void FN(finish_2x2)(FN(Bidiagonal) * b, int64_t i) {
  FN(Svd2) s = FN(svd_2x2)(b->d[i], b->e[i], b->d[i + 1]);
  b->d[i] = s.smax;
  b->e[i] = 0;
  b->d[i + 1] = s.smin;
  FN(turn_v)(b, i, s.csr, s.snr);
  FN(turn_u)(b, i, s.csl, s.snl);
}

// A step without shift on lo .. hi, downwards or upwards.
static void FN(step_plain)(FN(Bidiagonal) * b, int64_t lo, int64_t hi, bool down) {
  R *d = b->d, *e = b->e, h;
  FN(Rotation) p = {1, 0, 0}, q = {1, 0, 0};
  for (int64_t k = 0; k < hi - lo; k++) {
    int64_t i = down ? lo + k : hi - k, next = down ? i + 1 : i - 1, j = down ? i : i - 1;
    p = FN(rotation)(d[i] * p.c, e[j]);
    if (k) e[down ? i - 1 : i] = q.s * p.r;
    q = FN(rotation)(q.c * p.r, d[next] * p.s);
    d[i] = q.r;
    if (down) {
      FN(turn_v)(b, i, p.c, p.s);
      FN(turn_u)(b, i, q.c, q.s);
    } else {
      FN(turn_v)(b, next, q.c, -q.s);
      FN(turn_u)(b, next, p.c, -p.s);
    }
  }
  int64_t last = down ? hi : lo, j = down ? hi - 1 : lo;
  h = d[last] * p.c;
  d[last] = h * q.c;
  e[j] = h * q.s;
  if (FN(size)(e[j]) <= b->threshold) e[j] = 0;
}

static void FN(step_shifted)(FN(Bidiagonal) * b, int64_t lo, int64_t hi, bool down, R shift) {
  R *d = b->d, *e = b->e;
  int64_t by = down ? 1 : -1, off = down ? 0 : -1, i = down ? lo : hi; // e[i + off]: i and i + by
  R f = (FN(size)(d[i]) - shift) * (FN(copysign)(1, d[i]) + shift / d[i]), g = e[i + off];
  for (int64_t k = 0; k < hi - lo; k++, i += by) {
    FN(Rotation) r = FN(rotation)(f, g);
    if (k) e[i - by + off] = r.r;
    f = r.c * d[i] + r.s * e[i + off];
    e[i + off] = r.c * e[i + off] - r.s * d[i];
    g = r.s * d[i + by];
    d[i + by] = r.c * d[i + by];
    FN(Rotation) l = FN(rotation)(f, g);
    d[i] = l.r;
    f = l.c * e[i + off] + l.s * d[i + by];
    d[i + by] = l.c * d[i + by] - l.s * e[i + off];
    if (k + 1 < hi - lo) {
      g = l.s * e[i + by + off];
      e[i + by + off] = l.c * e[i + by + off];
    }
    FN(turn_v)(b, i + off, down ? r.c : l.c, down ? r.s : -l.s);
    FN(turn_u)(b, i + off, down ? l.c : r.c, down ? l.s : -r.s);
  }
  int64_t j = down ? hi - 1 : lo;
  e[j] = f;
  if (FN(size)(f) <= b->threshold) e[j] = 0;
}

// Whether an element of e between lo and hi could be dropped; else smin bounds the smallest
// singular value from below.
static bool FN(drops)(FN(Bidiagonal) * b, int64_t lo, int64_t hi, bool down, R *smin) {
  int64_t first = down ? lo : hi, by = down ? 1 : -1, off = down ? 0 : -1;
  R *end = &b->e[down ? hi - 1 : lo], mu = FN(size)(b->d[first]);
  *smin = mu;
  if (FN(size)(*end) <= b->tolerance * FN(size)(b->d[down ? hi : lo])) {
    *end = 0;
    return true;
  }
  for (int64_t i = first, k = lo; k < hi; k++, i += by) {
    R *e = &b->e[i + off], size = FN(size)(*e);
    if (size <= b->tolerance * mu) {
      *e = 0;
      return true;
    }
    mu = FN(size)(b->d[i + by]) * (mu / (mu + size));
    if (mu < *smin) *smin = mu;
  }
  return false;
}

static R FN(shift_of)(const FN(Bidiagonal) * b, int64_t lo, int64_t hi, bool down, R ratio) {
  R limit = b->tolerance / 100 > EPSILON ? b->tolerance / 100 : EPSILON;
  if ((R)b->n * b->tolerance * ratio <= limit) return 0;
  int64_t i = down ? hi - 1 : lo;
  R start = FN(size)(b->d[down ? lo : hi]);
  R shift = FN(smaller_value)(b->d[i], b->e[i], b->d[i + 1]);
  return start > 0 && (shift / start) * (shift / start) < EPSILON ? 0 : shift;
}

static void FN(set_limits)(FN(Bidiagonal) * b) {
  R factor = sizeof(R) == 4 ? 10 : 98.7f, mu = b->n ? FN(size)(b->d[0]) : 0, least = mu;
  b->tolerance = (factor > 10 ? factor : 10) * EPSILON;
  for (int64_t i = 1; i < b->n && least != 0; i++) {
    mu = FN(size)(b->d[i]) * (mu / (mu + FN(size)(b->e[i - 1])));
    if (mu < least) least = mu;
  }
  R n = (R)b->n, floor = 6 * n * n * TINIEST, t = b->tolerance * (least / SQRT(n));
  b->threshold = t > floor ? t : floor;
}

// Diagonalises; d may end with any sign and in any order.  False: no convergence.
static bool FN(diagonalise)(FN(Bidiagonal) * b) {
  int64_t hi = b->n - 1, old_lo = -1, old_hi = -1, steps = 6 * b->n * b->n + 6;
  bool down = true;
  FN(set_limits)(b);
  while (hi > 0) {
    R smax = FN(size)(b->d[hi]), smin;
    int64_t lo = hi;
    for (; lo > 0 && FN(size)(b->e[lo - 1]) > b->threshold; lo--) {
      if (FN(size)(b->d[lo - 1]) > smax) smax = FN(size)(b->d[lo - 1]);
      if (FN(size)(b->e[lo - 1]) > smax) smax = FN(size)(b->e[lo - 1]);
    }
    if (lo > 0) b->e[lo - 1] = 0;
    if (lo == hi) {
      hi--;
      continue;
    }
    if (lo == hi - 1) {
      FN(finish_2x2)(b, lo);
      hi -= 2;
      continue;
    }
    if (lo > old_hi || hi < old_lo) down = FN(size)(b->d[lo]) >= FN(size)(b->d[hi]);
    if (FN(drops)(b, lo, hi, down, &smin)) continue;
    old_lo = lo;
    old_hi = hi;
    steps -= hi - lo;
    if (steps < 0) return false;
    R shift = FN(shift_of)(b, lo, hi, down, smin / smax);
    if (shift == 0)
      FN(step_plain)(b, lo, hi, down);
    else
      FN(step_shifted)(b, lo, hi, down, shift);
  }
  return true;
}

static void FN(swap_vectors)(int64_t n, T *x, T *y) {
  for (int64_t i = 0; i < n; i++) {
    T t = x[i];
    x[i] = y[i];
    y[i] = t;
  }
}

// d positive and descending, vectors with it.
static void FN(sort_values)(FN(Bidiagonal) * b) {
  for (int64_t i = 0; i < b->n; i++) {
    if (!(b->d[i] < 0)) continue;
    T *row = b->n == 1 ? b->u : b->vt + i * b->nv; // as LAPACK's bdsdc does it
    b->d[i] = -b->d[i];
    for (int64_t j = 0; b->vt && j < (b->n == 1 ? b->nu : b->nv); j++)
      row[j] = -row[j];
  }
  for (int64_t i = 0; i < b->n; i++) {
    int64_t k = i;
    for (int64_t j = i + 1; j < b->n; j++)
      if (b->d[j] > b->d[k]) k = j;
    if (k == i) continue;
    R d = b->d[k];
    b->d[k] = b->d[i];
    b->d[i] = d;
    if (b->u) FN(swap_vectors)(b->nu, b->u + i * b->nu, b->u + k * b->nu);
    if (b->vt) FN(swap_vectors)(b->nv, b->vt + i * b->nv, b->vt + k * b->nv);
  }
}

// svd_lanes.h -- singular values and vectors of many small square matrices, one in each lane;
// included after lanes.h and bidiagonal.h.
//
// The same steps as for one matrix.  Lanes that chase upwards work on the transpose turned round:
// element i is n - 1 - i, the left vectors are the right ones.  So all chase downwards, each over
// its own rows, with or without a shift.
#ifndef COMPLEX
typedef struct FN(SvdLanes) {
  int64_t n;
  bool vectors;
  FN(Lane) * a, *q, *p, *d, *e; // a = q b p^T, d and e b's diagonals
  FN(Lane) last;                // elements after it are done, as the matrix stands
  FN(Lane) lo, hi;              // the block, as the lane has it
  FN(Lane) old_lo, old_hi;      // the one before, as the matrix stands
  FN(Lane) threshold, ratio;    // ratio: a bound of the smallest to the largest value
  FN(Mask) turned, pair, sweeps;
  FN(Lane) cl, sl, cr, sr; // rotations of the pairs
} FN(SvdLanes);

static inline R FN(svd_tolerance)(void) { return (sizeof(R) == 4 ? 10 : (R)98.7f) * EPSILON; }

static void FN(svd_turn)(FN(SvdLanes) * t, FN(Mask) m) {
  int64_t n = t->n;
  if (!FN(any)(m)) return;
  for (int64_t i = 0; i < n / 2; i++)
    FN(lane_swap)(m, t->d + i, t->d + n - 1 - i);
  for (int64_t i = 0; i < (n - 1) / 2; i++)
    FN(lane_swap)(m, t->e + i, t->e + n - 2 - i);
  for (int64_t i = 0; t->vectors && i < n; i++)
    FN(lanes_swap_columns)(m, n, t->q, i, t->p, n - 1 - i);
  t->turned ^= m;
}

static void FN(svd_bidiagonal)(FN(SvdLanes) * t) {
  int64_t n = t->n;
  FN(Lane) left[LANES_MOST], right[LANES_MOST];
  for (int64_t i = 0; i < n; i++) {
    FN(Lane) *top = t->a + i * (n + 1);
    left[i] = FN(lanes_reflect)(n - i, top, n, &t->d[i]);
    FN(lanes_apply_left)((FN(LaneWindow)){top + 1, n - i, n - i - 1, n}, top, n, left[i]);
    if (i + 1 == n) break;
    right[i] = FN(lanes_reflect)(n - i - 1, top + 1, 1, &t->e[i]);
    FN(LaneWindow) below = {top + 1 + n, n - i - 1, n - i - 1, n};
    FN(lanes_apply_right)(below, top + 1, right[i]);
  }
  if (!t->vectors) return;
  FN(lanes_identity)(n, t->q);
  FN(lanes_identity)(n, t->p);
  for (int64_t i = n - 1; i >= 0; i--) {
    FN(LaneWindow) part = {t->q + i * (n + 1), n - i, n - i, n};
    FN(lanes_apply_left)(part, t->a + i * (n + 1), n, left[i]);
  }
  for (int64_t i = n - 2; i >= 0; i--) {
    FN(LaneWindow) part = {t->p + (i + 1) * (n + 1), n - 1 - i, n - 1 - i, n};
    FN(lanes_apply_left)(part, t->a + i * (n + 1) + 1, 1, right[i]);
  }
}

static void FN(svd_limits)(FN(SvdLanes) * t) {
  FN(Lane) mu = FN(lane_abs)(t->d[0]), least = mu;
  for (int64_t i = 1; i < t->n; i++) {
    mu = FN(lane_abs)(t->d[i]) * (mu / (mu + FN(lane_abs)(t->e[i - 1])));
    least = FN(pick)(least == 0, least, FN(pick)(mu < least, mu, least));
  }
  R n = (R)t->n;
  FN(Lane) floor = FN(lane_with)(6 * n * n * TINIEST);
  FN(Lane) x = FN(svd_tolerance)() * (least / SQRT(n));
  t->threshold = FN(pick)(x > floor, x, floor);
}

// lo .. hi of every lane: up to `last`, down to the next negligible element, which becomes 0.
static void FN(svd_find)(FN(SvdLanes) * t) {
  R n = (R)t->n;
  FN(Lane) start = n - 1 - t->last, zero = (FN(Lane))0;
  t->lo = FN(pick)(t->turned, start, zero);
  t->hi = FN(pick)(t->turned, FN(lane_with)(n - 1), t->last);
  for (int64_t i = 0; i + 1 < t->n; i++) {
    FN(Mask) small = FN(lane_abs)(t->e[i]) <= t->threshold;
    FN(Mask) under = small & ~t->turned & (t->last > (R)i);
    FN(Mask) over = small & t->turned & (start <= (R)i) & (t->hi == n - 1);
    t->lo = FN(pick)(under, FN(lane_with)((R)(i + 1)), t->lo);
    t->hi = FN(pick)(over, FN(lane_with)((R)i), t->hi);
  }
  for (int64_t i = 0; i + 1 < t->n; i++) {
    FN(Mask) edge = (t->turned & (t->hi == (R)i)) | (~t->turned & (t->lo == (R)(i + 1)));
    t->e[i] = FN(pick)(edge, zero, t->e[i]);
  }
}

// A new block is chased from its larger end.
static void FN(svd_direct)(FN(SvdLanes) * t, FN(Mask) large) {
  R n = (R)t->n;
  FN(Lane) lo = FN(pick)(t->turned, n - 1 - t->hi, t->lo);
  FN(Lane) hi = FN(pick)(t->turned, n - 1 - t->lo, t->hi);
  FN(Lane) x = FN(lane_abs)(FN(lane_at)(t->n, t->d, t->lo));
  FN(Lane) y = FN(lane_abs)(FN(lane_at)(t->n, t->d, t->hi));
  FN(Mask) fresh = large & ((lo > t->old_hi) | (hi < t->old_lo));
  FN(Mask) turn = fresh & ((x < y) | (t->turned & (x == y)));
  lo = FN(pick)(turn, n - 1 - t->hi, t->lo);
  t->hi = FN(pick)(turn, n - 1 - t->lo, t->hi);
  t->lo = lo;
  FN(svd_turn)(t, turn);
}

// Where an element of e between lo and hi could be dropped; else the ratio of values is known.
static FN(Mask) FN(svd_drops)(FN(SvdLanes) * t, FN(Mask) large) {
  R tolerance = FN(svd_tolerance)();
  FN(Lane) mu = FN(lane_abs)(FN(lane_at)(t->n, t->d, t->lo)), least = mu, most = mu;
  FN(Mask) dropped = mu != mu;
  for (int64_t i = 0; i + 1 < t->n; i++) {
    FN(Mask) in = large & (t->lo <= (R)i) & (t->hi > (R)i);
    FN(Lane) e = FN(lane_abs)(t->e[i]), d = FN(lane_abs)(t->d[i + 1]);
    FN(Mask) last = (t->hi == (R)(i + 1)) & (e <= tolerance * d);
    FN(Mask) drop = in & ((~dropped & (e <= tolerance * mu)) | last);
    t->e[i] = FN(pick)(drop, (FN(Lane))0, t->e[i]);
    dropped |= drop;
    mu = FN(pick)(in, d * (mu / (mu + e)), mu);
    least = FN(pick)(in & (mu < least), mu, least);
    most = FN(pick)(in & (e > most), e, most);
    most = FN(pick)(in & (d > most), d, most);
  }
  t->ratio = least / most;
  return dropped;
}

// The next step of every lane: a pair or a sweep.  False: all are diagonal.
static bool FN(svd_blocks)(FN(SvdLanes) * t) {
  for (;;) {
    FN(Mask) open = t->last > 0;
    if (!FN(any)(open)) return false;
    FN(svd_find)(t);
    FN(Mask) single = open & (t->lo == t->hi), large = open & (t->hi > t->lo + 1);
    t->last = FN(pick)(single, t->last - 1, t->last);
    FN(svd_direct)(t, large);
    FN(Mask) dropped = FN(svd_drops)(t, large);
    if (FN(any)(single | dropped)) continue;
    R n = (R)t->n;
    t->pair = open & ~large;
    t->sweeps = large;
    FN(Lane) lo = FN(pick)(t->turned, n - 1 - t->hi, t->lo);
    FN(Lane) hi = FN(pick)(t->turned, n - 1 - t->lo, t->hi);
    t->old_lo = FN(pick)(large, lo, t->old_lo);
    t->old_hi = FN(pick)(large, hi, t->old_hi);
    return true;
  }
}

// As FN(shift_of).
static FN(Lane) FN(svd_shift)(const FN(SvdLanes) * t) {
  R tolerance = FN(svd_tolerance)(), limit = tolerance / 100 > EPSILON ? tolerance / 100 : EPSILON;
  FN(Lane) f = FN(lane_abs)(FN(lane_at)(t->n, t->d, t->hi - 1));
  FN(Lane) g = FN(lane_abs)(FN(lane_at)(t->n - 1, t->e, t->hi - 1));
  FN(Lane) h = FN(lane_abs)(FN(lane_at)(t->n, t->d, t->hi)), one = FN(lane_with)(1);
  FN(Lane) lo = FN(pick)(f < h, f, h), hi = FN(pick)(f < h, h, f), start, x, y, z, s;
  FN(Mask) near = g < hi;
  FN(Lane) r = FN(pick)(near, g, hi) / FN(pick)(near, hi, g), scale = FN(pick)(near, one, r);
  x = (1 + lo / hi) * scale;
  y = (hi - lo) / hi * scale;
  z = FN(pick)(near, r * r, one);
  s = 2 * (lo / (FN(lane_sqrt)(x * x + z) + FN(lane_sqrt)(y * y + z))) * scale;
  start = FN(lane_abs)(FN(lane_at)(t->n, t->d, t->lo));
  FN(Mask) none = (lo == 0) | ((R)t->n * tolerance * t->ratio <= limit);
  none |= (start > 0) & ((s / start) * (s / start) < EPSILON);
  return FN(pick)(none, (FN(Lane))0, s);
}

// The pairs' values and the rotations that the sweep is to do for them.
static void FN(svd_pairs)(FN(SvdLanes) * t) {
  t->cl = t->cr = FN(lane_with)(1);
  t->sl = t->sr = (FN(Lane))0;
  for (int64_t l = 0; l < FN(LANES) && FN(any)(t->pair); l++) {
    if (!t->pair[l]) continue;
    bool turned = t->turned[l] != 0;
    int64_t lo = (int64_t)t->lo[l], from = lo + turned, to = lo + !turned;
    R *d = (R *)t->d + l, *e = (R *)(t->e + lo) + l;
    FN(Svd2) s = FN(svd_2x2)(d[from * FN(LANES)], *e, d[to * FN(LANES)]);
    d[from * FN(LANES)] = s.smax;
    d[to * FN(LANES)] = s.smin;
    *e = 0;
    t->cl[l] = turned ? s.csr : s.csl;
    t->sl[l] = turned ? -s.snr : s.snl;
    t->cr[l] = turned ? s.csl : s.csr;
    t->sr[l] = turned ? -s.snl : s.snr;
  }
  t->last = FN(pick)(t->pair, t->last - 2, t->last);
}

// What one element of a sweep hands to the next.
typedef struct FN(Chase) {
  FN(Mask) plain; // no shift
  FN(Lane) shift;
  FN(Lane) f, g;       // with a shift
  FN(Lane) rc, lc, ls; // the last rotations, from the right and from the left
} FN(Chase);

static void FN(svd_element)(FN(SvdLanes) * t, FN(Chase) * k, int64_t i) {
  FN(Lane) *d = t->d + i, *e = t->e + i, one = FN(lane_with)(1), zero = (FN(Lane))0;
  FN(Mask) at = t->lo == (R)i, in = t->sweeps & (t->lo <= (R)i) & (t->hi > (R)i);
  FN(Mask) pair = t->pair & at, shifted = in & ~k->plain, last = in & (t->hi == (R)(i + 1));
  if (!FN(any)(in | pair)) return;
  FN(Lane) sign = FN(pick)(d[0] < 0, -one, one);
  FN(Lane) f = (FN(lane_abs)(d[0]) - k->shift) * (sign + k->shift / d[0]);
  f = FN(pick)(k->plain, d[0] * FN(pick)(at, one, k->rc), FN(pick)(at, f, k->f));
  FN(LaneRotation) r = FN(lanes_rotation)(f, FN(pick)(k->plain | at, e[0], k->g));
  FN(Mask) inner = in & ~at;
  if (i) e[-1] = FN(pick)(inner, FN(pick)(k->plain, k->ls * r.r, r.r), e[-1]);
  f = FN(pick)(k->plain, FN(pick)(at, one, k->lc) * r.r, r.c * d[0] + r.s * e[0]);
  FN(LaneRotation) l = FN(lanes_rotation)(f, r.s * d[1]);
  FN(Lane) under = r.c * d[1], side = r.c * e[0] - r.s * d[0];
  k->f = l.c * side + l.s * under;
  k->g = l.s * e[1];
  d[0] = FN(pick)(in, l.r, d[0]);
  FN(Lane) down = FN(pick)(last, l.c * under, d[1]), end = FN(pick)(k->plain, l.s * under, k->f);
  d[1] = FN(pick)(shifted, l.c * under - l.s * side, down);
  e[0] = FN(pick)(last, FN(pick)(FN(lane_abs)(end) <= t->threshold, zero, end), e[0]);
  e[1] = FN(pick)(shifted & ~last, l.c * e[1], e[1]);
  k->rc = r.c;
  k->lc = l.c;
  k->ls = l.s;
  if (!t->vectors) return;
  FN(Lane) cl = FN(pick)(pair, t->cl, one), sl = FN(pick)(pair, t->sl, zero);
  FN(Lane) cr = FN(pick)(pair, t->cr, one), sr = FN(pick)(pair, t->sr, zero);
  FN(lanes_rotate)(t->n, t->q, i, FN(pick)(in, l.c, cl), FN(pick)(in, l.s, sl));
  FN(lanes_rotate)(t->n, t->p, i, FN(pick)(in, r.c, cr), FN(pick)(in, r.s, sr));
}

// d, q and p from a.  False where there is no convergence.
static FN(Mask) FN(svd_lanes)(FN(SvdLanes) * t) {
  int64_t n = t->n;
  FN(svd_bidiagonal)(t);
  FN(svd_limits)(t);
  t->last = FN(lane_with)((R)(n - 1));
  t->old_lo = t->old_hi = FN(lane_with)(-1);
  t->turned = t->last != t->last;
  for (int64_t steps = 3 * n * n + 6; steps > 0 && FN(svd_blocks)(t); steps--) {
    FN(Chase) k = {.shift = FN(svd_shift)(t)};
    k.plain = k.shift == 0;
    FN(svd_pairs)(t);
    for (int64_t i = 0; i + 1 < n; i++)
      FN(svd_element)(t, &k, i);
  }
  FN(svd_turn)(t, t->turned);
  for (int64_t i = 0; i < n; i++) {
    FN(Mask) negative = t->d[i] < 0;
    FN(Lane) *x = n == 1 ? t->q : t->p + i; // as LAPACK's bdsdc does it
    t->d[i] = FN(lane_abs)(t->d[i]);
    for (int64_t r = 0; t->vectors && r < n; r++)
      x[r * n] = FN(pick)(negative, -x[r * n], x[r * n]);
  }
  FN(lanes_sort)(n, false, t->d, t->vectors ? t->q : NULL, t->vectors ? t->p : NULL);
  return t->last <= 0;
}

// The power by which elements are divided, as FN(scale_of) says.
static FN(Lane) FN(lanes_scale_down)(int64_t n, FN(Lane) * x, FN(Lane) top) {
  R smallest = SQRT(TINIEST) / EPSILON;
  FN(Mask) far = (top > 0) & ((top < smallest) | (top > 1 / smallest));
  FN(Lane) scale = FN(pick)(far, top, FN(lane_with)(1));
  for (int64_t i = 0; FN(any)(far) && i < n; i++)
    x[i] = x[i] / scale;
  return scale;
}

static void FN(svd_batch)(const LinalgCall *c, const R *x, R *values, R *u, R *vt, void *work) {
  int64_t n = c->n, size = n * n, l = FN(LANES);
  FN(SvdLanes) t = {.n = n, .vectors = u != NULL, .a = FN(lanes_room)(work)};
  FN(Lane) top, nan = FN(lane_with)(NAN);
  t.q = t.a + size;
  t.p = t.q + size;
  t.d = t.p + size;
  t.e = t.d + n;
  for (int64_t b = c->batch; b > 0; b -= l, x += l * size, values += l * n) {
    FN(lanes_load)(b, size, x, t.a);
    FN(Mask) ok = FN(lanes_clean)(size, t.a, &top);
    FN(Lane) scale = FN(lanes_scale_down)(size, t.a, top);
    ok &= FN(svd_lanes)(&t);
    for (int64_t i = 0; i < n; i++)
      t.d[i] = FN(pick)(ok, t.d[i] * scale, nan);
    FN(lanes_store)(b, n, t.d, values);
    if (!u) continue;
    for (int64_t i = 0; i < n; i++)
      for (int64_t j = 0; j < i; j++) {
        FN(Lane) y = t.p[i * n + j];
        t.p[i * n + j] = t.p[j * n + i];
        t.p[j * n + i] = y;
      }
    for (int64_t i = 0; i < size; i++) {
      t.q[i] = FN(pick)(ok, t.q[i], nan);
      t.p[i] = FN(pick)(ok, t.p[i], nan);
    }
    FN(lanes_store)(b, size, t.q, u);
    FN(lanes_store)(b, size, t.p, vt);
    u += l * size;
    vt += l * size;
  }
}
#endif

// eigh_lanes.h -- eigenvalues and vectors of many small symmetric matrices, one in each lane;
// included after lanes.h and eigh.c's own functions.
//
// The same steps as for one matrix.  Lanes whose block has its smaller end last are turned round
// (row i is n - 1 - i), so that all sweep in one direction, each over its own rows.
#ifndef COMPLEX
typedef struct FN(EighLanes) {
  int64_t n;
  FN(Lane) * a, *z, *d, *e; // z's columns become the vectors
  FN(Lane) lo, end;         // the block being solved; done where lo > end
  FN(Lane) stop;            // where the first part of it ends
  FN(Lane) next;            // the block after it, as the matrix stands
  FN(Mask) turned, pair, sweeps;
  FN(Lane) c, s; // of the pairs
} FN(EighLanes);

static void FN(eigh_turn)(FN(EighLanes) * t, FN(Mask) m) {
  int64_t n = t->n;
  if (!FN(any)(m)) return;
  for (int64_t i = 0; i < n / 2; i++) {
    FN(lane_swap)(m, t->d + i, t->d + n - 1 - i);
    FN(lanes_swap_columns)(m, n, t->z, i, t->z, n - 1 - i);
  }
  for (int64_t i = 0; i < (n - 1) / 2; i++)
    FN(lane_swap)(m, t->e + i, t->e + n - 2 - i);
  t->turned ^= m;
}

static void FN(eigh_tridiagonal)(FN(EighLanes) * t) {
  int64_t n = t->n;
  FN(Lane) tau[LANES_MOST], p[LANES_MOST];
  for (int64_t i = 0; i + 1 < n; i++) {
    int64_t rest = n - 1 - i;
    FN(Lane) *v = t->a + (i + 1) * n + i, *part = v + 1, dot = (FN(Lane))0;
    tau[i] = FN(lanes_reflect)(rest, v, n, &t->e[i]);
    t->d[i] = t->a[i * n + i];
    for (int64_t r = 0; r < rest; r++) {
      FN(Lane) s = (FN(Lane))0;
      for (int64_t k = 0; k < rest; k++)
        s += part[r * n + k] * v[k * n];
      p[r] = tau[i] * s;
      dot += p[r] * v[r * n];
    }
    dot *= tau[i] / 2;
    for (int64_t r = 0; r < rest; r++)
      p[r] -= dot * v[r * n];
    for (int64_t r = 0; r < rest; r++)
      for (int64_t k = 0; k < rest; k++) {
        FN(Lane) x = part[r * n + k] - v[r * n] * p[k];
        part[r * n + k] = x - p[r] * v[k * n];
      }
  }
  t->d[n - 1] = t->a[n * n - 1];
  FN(lanes_identity)(n, t->z);
  for (int64_t i = n - 2; i >= 0; i--) {
    FN(LaneWindow) q = {t->z + (i + 1) * (n + 1), n - 1 - i, n - 1 - i, n};
    FN(lanes_apply_left)(q, t->a + (i + 1) * n + i, n, tau[i]);
  }
}

// The next block where one is done.  False: there is none.
static bool FN(eigh_blocks)(FN(EighLanes) * t) {
  R n = (R)t->n;
  for (;;) {
    FN(Mask) need = (t->lo > t->end) & (t->next < n), found = ~need;
    if (!FN(any)(need)) return FN(any)(t->lo <= t->end);
    FN(eigh_turn)(t, need & t->turned);
    FN(Lane) start = t->next, end = FN(lane_with)(n - 1);
    for (int64_t i = 0; i + 1 < t->n; i++) {
      FN(Lane) x = FN(lane_sqrt)(FN(lane_abs)(t->d[i]));
      FN(Lane) y = FN(lane_sqrt)(FN(lane_abs)(t->d[i + 1]));
      FN(Mask) m = ~found & (start <= (R)i) & (FN(lane_abs)(t->e[i]) <= x * y * EPSILON);
      t->e[i] = FN(pick)(m, (FN(Lane))0, t->e[i]);
      end = FN(pick)(m, FN(lane_with)((R)i), end);
      found |= m;
    }
    FN(Lane) first = FN(lane_abs)(FN(lane_at)(t->n, t->d, start));
    FN(Mask) turn = need & (FN(lane_abs)(FN(lane_at)(t->n, t->d, end)) < first);
    FN(eigh_turn)(t, turn);
    t->next = FN(pick)(need, end + 1, t->next);
    t->lo = FN(pick)(need, FN(pick)(turn, n - 1 - end, start), t->lo);
    t->end = FN(pick)(need, FN(pick)(turn, n - 1 - start, end), t->end);
    t->lo = FN(pick)(need & (t->lo == t->end), t->end + 1, t->lo);
  }
}

// Negligible elements become 0: what is single at the front is done, the first part after it waits.
static void FN(eigh_split)(FN(EighLanes) * t) {
  FN(Mask) open = t->lo <= t->end;
  t->stop = t->end;
  for (int64_t i = 0; i + 1 < t->n; i++) {
    FN(Lane) e = t->e[i], d = FN(lane_abs)(t->d[i]) * EPSILON * EPSILON;
    FN(Mask) m = open & (t->lo <= (R)i) & (t->end > (R)i);
    m &= e * e <= d * FN(lane_abs)(t->d[i + 1]) + TINIEST;
    FN(Mask) single = m & (t->lo == (R)i);
    t->e[i] = FN(pick)(m, (FN(Lane))0, e);
    t->lo = FN(pick)(single, t->lo + 1, t->lo);
    t->stop = FN(pick)(m & ~single, FN(lane_with)((R)i), t->stop);
    open &= single | ~m;
  }
  t->lo = FN(pick)(t->lo == t->end, t->end + 1, t->lo);
  t->pair = (t->lo <= t->end) & (t->stop == t->lo + 1);
  t->sweeps = t->stop > t->lo + 1;
}

// The pairs' eigenvalues and the rotations that the sweep is to do for them.
static void FN(eigh_pairs)(FN(EighLanes) * t) {
  t->c = FN(lane_with)(1);
  t->s = (FN(Lane))0;
  for (int64_t l = 0; l < FN(LANES) && FN(any)(t->pair); l++) {
    if (!t->pair[l]) continue;
    int64_t lo = (int64_t)t->lo[l], from = lo + (t->turned[l] != 0), to = 2 * lo + 1 - from;
    R *d = (R *)t->d + l, *e = (R *)(t->e + lo) + l, rt[2], c, s;
    R m[3] = {d[from * FN(LANES)], *e, d[to * FN(LANES)]};
    FN(solve_2x2)(m, rt, &c, &s);
    d[from * FN(LANES)] = rt[0];
    d[to * FN(LANES)] = rt[1];
    *e = 0;
    t->c[l] = c;
    t->s[l] = from > lo ? -s : s;
  }
}

// One implicit step of QL on lo .. stop.
static void FN(eigh_sweep)(FN(EighLanes) * t) {
  FN(Lane) *d = t->d, *e = t->e, one = FN(lane_with)(1), p = (FN(Lane))0, s = one, c = one;
  FN(Lane) dl = FN(lane_at)(t->n, d, t->lo), el = FN(lane_at)(t->n - 1, e, t->lo);
  FN(Lane) g = (FN(lane_at)(t->n, d, t->lo + 1) - dl) / (2 * el), r = FN(lane_sqrt)(g * g + 1);
  g = FN(lane_at)(t->n, d, t->stop) - dl + el / (g + FN(pick)(g < 0, -r, r));
  for (int64_t i = t->n - 2; i >= 0; i--) {
    FN(Mask) in = t->sweeps & (t->lo <= (R)i) & (t->stop > (R)i), at = t->lo == (R)i;
    FN(Mask) pair = t->pair & at;
    if (!FN(any)(in | pair)) continue;
    FN(Lane) f = s * e[i], b = c * e[i];
    FN(LaneRotation) q = FN(lanes_rotation)(g, f);
    FN(Lane) x = d[i + 1] - p, y = (d[i] - x) * q.s + 2 * q.c * b, np = q.s * y, ng = q.c * y - b;
    c = FN(pick)(in, q.c, c);
    s = FN(pick)(in, q.s, s);
    p = FN(pick)(in, np, p);
    g = FN(pick)(in, ng, g);
    d[i + 1] = FN(pick)(in, x + np, d[i + 1]);
    e[i + 1] = FN(pick)(in & (t->stop > (R)(i + 1)), q.r, e[i + 1]);
    d[i] = FN(pick)(in & at, d[i] - p, d[i]);
    e[i] = FN(pick)(in & at, g, e[i]);
    FN(Lane) none = FN(pick)(pair, t->s, (FN(Lane))0);
    FN(lanes_rotate)
    (t->n, t->z, i, FN(pick)(in, c, FN(pick)(pair, t->c, one)), FN(pick)(in, -s, none));
  }
  t->lo = FN(pick)(t->pair, t->lo + 2, t->lo);
}

// d and z from a, whose lower triangle counts.  False where there is no convergence.
static FN(Mask) FN(eigh_lanes)(FN(EighLanes) * t) {
  FN(eigh_tridiagonal)(t);
  t->lo = FN(lane_with)(0);
  t->end = FN(lane_with)(-1);
  t->next = FN(lane_with)(0);
  t->turned = t->lo != t->lo;
  for (int64_t steps = 32 * t->n; steps > 0 && FN(eigh_blocks)(t); steps--) {
    FN(eigh_split)(t);
    FN(eigh_pairs)(t);
    FN(eigh_sweep)(t);
  }
  FN(eigh_turn)(t, t->turned);
  FN(lanes_sort)(t->n, true, t->d, t->z, NULL);
  return t->lo > t->end;
}

static void FN(eigh_batch)(const LinalgCall *c, const R *x, R *v, R *w, void *work) {
  int64_t n = c->n, size = n * n;
  R smallest = SQRT(TINIEST / EPSILON);
  FN(EighLanes) t = {.n = n, .a = FN(lanes_room)(work)};
  t.z = t.a + size;
  t.d = t.z + size;
  t.e = t.d + n;
  for (int64_t b = c->batch; b > 0; b -= FN(LANES)) {
    FN(Lane) top, one = FN(lane_with)(1);
    FN(lanes_load)(b, size, x, t.a);
    for (int64_t i = 0; i < n; i++)
      for (int64_t j = 0; j < i; j++)
        if (c->flags & LINALG_LOWER)
          t.a[j * n + i] = t.a[i * n + j];
        else
          t.a[i * n + j] = t.a[j * n + i];
    FN(Mask) ok = FN(lanes_clean)(size, t.a, &top), far = (top < smallest) | (top > 1 / smallest);
    FN(Lane) scale = FN(pick)(far & (top > 0), top, one);
    for (int64_t i = 0; FN(any)(far) && i < size; i++)
      t.a[i] = t.a[i] / scale;
    ok &= FN(eigh_lanes)(&t);
    for (int64_t i = 0; i < n; i++)
      t.d[i] = FN(pick)(ok, t.d[i] * scale, FN(lane_with)(NAN));
    for (int64_t i = 0; i < size; i++)
      t.z[i] = FN(pick)(ok, t.z[i], FN(lane_with)(NAN));
    FN(lanes_store)(b, size, t.z, v);
    FN(lanes_store)(b, n, t.d, w);
    x += FN(LANES) * size;
    v += FN(LANES) * size;
    w += FN(LANES) * n;
  }
}
#endif

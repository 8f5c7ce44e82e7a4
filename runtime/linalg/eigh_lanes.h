// eigh_lanes.h -- eigenvalues and vectors of many small symmetric matrices, one in each lane;
// included after lanes.h and eigh.c's own functions.
//
// The same steps as for one matrix, so that vectors have the same signs.  Rows go from the last to
// the first; lanes of which a row is not in the block that they solve have the identity there.
// Lanes whose smaller end is last are turned round first (row i is n - 1 - i).  Matrices that fall
// into blocks from the start, each of which may go either way, are solved one by one.
#include "runtime/linalg/lanes_turns.h"
#ifndef COMPLEX
typedef struct FN(EighLanes) {
  int64_t n;
  FN(Lane) * a, *z, *d, *e; // z's columns become the vectors
  FN(Lane) lo, stop;        // the first block that is not solved
  FN(Lane) dl, dn, el;      // d[lo], d[lo + 1] and e[lo]
  FN(Mask) turned, pair;    // pair: a block of two
  FN(Lane) c, s;            // of the pairs
  int now;                  // which turns of z are being found, while it is turned by the others
  FN(LaneTurns) turns[2];
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
  t->turned = m;
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

// Where e is negligible somewhere from the start.
static FN(Mask) FN(eigh_falls)(const FN(EighLanes) * t) {
  FN(Mask) falls = t->d[0] != t->d[0];
  for (int64_t i = 0; i + 1 < t->n; i++) {
    FN(Lane) x = FN(lane_sqrt)(FN(lane_abs)(t->d[i]));
    FN(Lane) y = FN(lane_sqrt)(FN(lane_abs)(t->d[i + 1]));
    falls |= FN(lane_abs)(t->e[i]) <= x * y * EPSILON;
  }
  return falls;
}

// Negligible elements of e become 0, and the blocks are found.  The first row of one, n where there
// is none.
static int64_t FN(eigh_open)(FN(EighLanes) * t) {
  int64_t first = t->n;
  FN(Lane) zero = (FN(Lane))0;
  FN(Mask) before = t->d[0] != t->d[0];
  t->lo = t->stop = t->dl = t->dn = zero;
  t->el = FN(lane_with)(1);
  for (int64_t i = t->n - 2; i >= 0; i--) {
    FN(Lane) e = t->e[i], d = FN(lane_abs)(t->d[i]) * EPSILON * EPSILON;
    FN(Mask) m = e * e > d * FN(lane_abs)(t->d[i + 1]) + TINIEST;
    t->e[i] = FN(pick)(m, e, zero);
    t->lo = FN(pick)(m, FN(lane_with)((R)i), t->lo);
    t->stop = FN(pick)(m & ~before, FN(lane_with)((R)(i + 1)), t->stop);
    t->dl = FN(pick)(m, t->d[i], t->dl);
    t->dn = FN(pick)(m, t->d[i + 1], t->dn);
    t->el = FN(pick)(m, e, t->el);
    before = m;
    if (FN(any)(m)) first = i;
  }
  t->pair = t->stop == t->lo + 1;
  return first;
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

// One implicit step of QL on the rows from l on.
static void FN(eigh_sweep)(FN(EighLanes) * t, int64_t l) {
  FN(LaneTurns) *turns = &t->turns[t->now], *waiting = &t->turns[!t->now];
  FN(Lane) *d = t->d, *e = t->e, one = FN(lane_with)(1), zero = (FN(Lane))0, s = one, c = one;
  FN(Lane) g = (t->dn - t->dl) / (2 * t->el), r = FN(lane_sqrt)(g * g + 1), p = zero;
  FN(Lane) shift = t->dl - t->el / (g + FN(pick)(g < 0, -r, r));
  FN(Mask) begins = one == one; // in row i + 1
  g = d[t->n - 1] - shift;
  for (int64_t i = t->n - 2; i >= l; i--) {
    FN(Lane) step = FN(pick)(t->stop > (R)i, e[i], zero), b = c * step, twice = b + b;
    FN(LaneRotation) q = FN(lanes_rotation)(g, s * step);
    FN(Lane) x = d[i + 1] - p, y = (d[i] - x) * q.s + q.c * twice;
    FN(Mask) pair = t->pair & (t->lo == (R)i);
    p = q.s * y;
    d[i + 1] = x + p;
    e[i + 1] = FN(pick)(begins, e[i + 1], q.r);
    turns->c[i] = FN(pick)(pair, t->c, c = q.c);
    turns->s[i] = FN(pick)(pair, t->s, -q.s);
    begins = step == 0;
    g = FN(pick)(begins, d[i] - shift, c * y - b);
    s = FN(pick)(begins, one, q.s);
    FN(lanes_turn_next)(waiting, true);
  }
  d[l] -= p;
  e[l] = FN(pick)(begins, e[l], g);
  while (waiting->row < t->n)
    FN(lanes_turn_next)(waiting, true);
  FN(lanes_turns)(turns, l, t->n - 1);
  t->now = !t->now;
}

// d and z from a, whose lower triangle counts.  False where one by one is better, or there is no
// convergence.
static FN(Mask) FN(eigh_lanes)(FN(EighLanes) * t) {
  int64_t n = t->n, l;
  FN(eigh_tridiagonal)(t);
  FN(Mask) falls = FN(eigh_falls)(t);
  t->turned = falls & ~falls;
  FN(eigh_turn)(t, FN(lane_abs)(t->d[n - 1]) < FN(lane_abs)(t->d[0]));
  for (int k = 0; k < 2; k++)
    t->turns[k].n = t->turns[k].row = n, t->turns[k].x = t->z;
  for (int64_t steps = 30 * n; (l = FN(eigh_open)(t)) < n && steps > 0; steps--) {
    FN(eigh_pairs)(t);
    FN(eigh_sweep)(t, l);
  }
  for (FN(LaneTurns) *last = &t->turns[!t->now]; last->row < n;)
    FN(lanes_turn_next)(last, true);
  FN(lanes_sort)(n, true, t->d, t->z, NULL);
  return ~falls & (t->stop == 0);
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
      t.d[i] *= scale;
    FN(lanes_store)(b, size, t.z, v);
    FN(lanes_store)(b, n, t.d, w);
    for (int64_t k = 0; FN(any)(~ok) && k < FN(LANES) && k < b; k++)
      if (!ok[k]) FN(eigh_one)(c, x + k * size, v + k * size, w + k * n, work);
    x += FN(LANES) * size;
    v += FN(LANES) * size;
    w += FN(LANES) * n;
  }
}
#endif

// eigh_lanes.h -- eigenvalues and vectors of many small symmetric matrices, one in each lane;
// included after lanes.h and eigh.c's own functions.
//
// The same steps as for one matrix, so that vectors have the same signs.  Rows go from the last to
// the first; lanes of which a row is not in the block that they solve have the identity there.
// Lanes whose smaller end is last are turned round first (row i is n - 1 - i).  Matrices that fall
// into blocks from the start, each of which may go either way, are solved one by one.
#include "runtime/linalg/lanes_turns.h"
#ifndef COMPLEX
// The first block that is not solved, as far as rows are known: from the last on.
typedef struct FN(EighBlock) {
  int64_t first;       // row of any lane's block, n: there is none
  FN(Lane) lo, stop;   // stop: its last row, 0: there is none
  FN(Lane) dl, dn, el; // d[lo], d[lo + 1] and e[lo]
  FN(Mask) open;       // the row known last is of a block
} FN(EighBlock);

typedef struct FN(EighLanes) {
  int64_t n;
  FN(Lane) * a, *z, *d, *e; // z's columns become the vectors
  FN(EighBlock) block;
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
  FN(Lane) x = FN(lane_sqrt)(FN(lane_abs)(t->d[0]));
  for (int64_t i = 0; i + 1 < t->n; i++) {
    FN(Lane) y = FN(lane_sqrt)(FN(lane_abs)(t->d[i + 1]));
    falls |= FN(lane_abs)(t->e[i]) <= x * y * EPSILON;
    x = y;
  }
  return falls;
}

// No row is known.
static inline FN(EighBlock) FN(eigh_none)(int64_t n) {
  FN(Lane) zero = (FN(Lane))0, one = FN(lane_with)(1);
  return (FN(EighBlock)){n, zero, zero, zero, zero, one, one != one};
}

// Row i, i + 1 being known: e[i], 0 where it is negligible between d[i] and d[i + 1].
static inline FN(Lane)
    FN(eigh_row)(FN(EighBlock) * b, int64_t i, FN(Lane) e, FN(Lane) d, FN(Lane) next) {
  FN(Lane) least = FN(lane_abs)(d) * EPSILON * EPSILON * FN(lane_abs)(next) + TINIEST;
  FN(Mask) m = e * e > least;
  b->lo = FN(pick)(m, FN(lane_with)((R)i), b->lo);
  b->stop = FN(pick)(m & ~b->open, FN(lane_with)((R)(i + 1)), b->stop);
  b->dl = FN(pick)(m, d, b->dl);
  b->dn = FN(pick)(m, next, b->dn);
  b->el = FN(pick)(m, e, b->el);
  b->open = m;
  if (FN(any)(m)) b->first = i;
  return FN(pick)(m, e, (FN(Lane))0);
}

// Eigenvalues rt[0] (larger in magnitude), rt[1] of (a b; b c), and the unit vector (cs, sn) of
// rt[0], as solve_2x2 has them, where m.
static void FN(eigh_2x2)(FN(Mask) m, const FN(Lane) abc[3], FN(Lane) rt[2], FN(Lane) * cs,
                         FN(Lane) * sn) {
  FN(Lane) one = FN(lane_with)(1), a = abc[0], b = abc[1], c = abc[2];
  FN(Lane) sm = a + c, df = a - c, ab = b + b, x = FN(lane_abs)(df), y = FN(lane_abs)(ab);
  FN(Mask) wide = x > y, swap = FN(lane_abs)(a) <= FN(lane_abs)(c), none = sm == 0;
  FN(Lane) top = FN(pick)(wide, x, y), ratio = FN(pick)(wide, y, x) / FN(pick)(m, top, one);
  FN(Lane) root = top * FN(lane_sqrt)(1 + ratio * ratio);
  FN(Lane) first = (sm + FN(pick)(sm < 0, -root, root)) / 2;
  FN(Lane) by = one / FN(pick)(none | ~m, one, first);
  FN(Lane) second = FN(pick)(swap, c, a) * by * FN(pick)(swap, a, c) - b * by * b;
  rt[0] = FN(pick)(none, root / 2, first);
  rt[1] = FN(pick)(none, -root / 2, second);
  FN(Lane) s = df + FN(pick)(df < 0, -root, root);
  FN(Mask) steep = FN(lane_abs)(s) > y;
  FN(Lane) t = -FN(pick)(steep, ab, s) / FN(pick)(m, FN(pick)(steep, s, ab), one);
  FN(Lane) u = one / FN(lane_sqrt)(1 + t * t), v = t * u;
  FN(Mask) turn = (sm < 0) == (df < 0);
  *cs = FN(pick)(turn, -FN(pick)(steep, u, v), FN(pick)(steep, v, u));
  *sn = FN(pick)(turn, FN(pick)(steep, v, u), FN(pick)(steep, u, v));
}

// The pairs' eigenvalues and the rotations that the sweep is to do for them.
static void FN(eigh_pairs)(FN(EighLanes) * t) {
  const FN(EighBlock) *b = &t->block;
  t->c = FN(lane_with)(1);
  t->s = (FN(Lane))0;
  t->pair = b->stop == b->lo + 1;
  if (!FN(any)(t->pair)) return;
  FN(Lane) m[3] = {FN(pick)(t->turned, b->dn, b->dl), b->el, FN(pick)(t->turned, b->dl, b->dn)};
  FN(Lane) rt[2], c, s;
  FN(eigh_2x2)(t->pair, m, rt, &c, &s);
  FN(lane_swap)(t->turned, &rt[0], &rt[1]);
  t->c = FN(pick)(t->pair, c, t->c);
  t->s = FN(pick)(t->pair, FN(pick)(t->turned, -s, s), t->s);
  for (int64_t i = b->first; i + 1 < t->n; i++) {
    FN(Mask) here = t->pair & (b->lo == (R)i);
    t->d[i] = FN(pick)(here, rt[0], t->d[i]);
    t->d[i + 1] = FN(pick)(here, rt[1], t->d[i + 1]);
    t->e[i] = FN(pick)(here, (FN(Lane))0, t->e[i]);
  }
}

// One implicit step of QL on the rows from the block's first on, which finds the next block.
static void FN(eigh_sweep)(FN(EighLanes) * t) {
  FN(LaneTurns) *turns = &t->turns[t->now], *waiting = &t->turns[!t->now];
  FN(EighBlock) b = t->block, next = FN(eigh_none)(t->n);
  FN(Lane) *d = t->d, *e = t->e, one = FN(lane_with)(1), zero = (FN(Lane))0, s = one, c = one;
  FN(Lane) g = (b.dn - b.dl) / (2 * b.el), r = FN(lane_sqrt)(g * g + 1), p = zero, last = zero;
  FN(Lane) shift = b.dl - b.el / (g + FN(pick)(g < 0, -r, r));
  FN(Mask) begins = one == one; // in row i + 1
  g = d[t->n - 1] - shift;
  for (int64_t i = t->n - 2; i >= b.first; i--) {
    FN(Lane) step = FN(pick)(b.stop > (R)i, e[i], zero), side = c * step, twice = side + side;
    FN(LaneRotation) q = FN(lanes_rotation)(g, s * step);
    FN(Lane) x = d[i + 1] - p, y = (d[i] - x) * q.s + q.c * twice;
    FN(Mask) pair = t->pair & (b.lo == (R)i);
    p = q.s * y;
    d[i + 1] = x += p;
    if (i + 2 < t->n)
      e[i + 1] = FN(eigh_row)(&next, i + 1, FN(pick)(begins, e[i + 1], q.r), x, last);
    last = x;
    turns->c[i] = FN(pick)(pair, t->c, c = q.c);
    turns->s[i] = FN(pick)(pair, t->s, -q.s);
    begins = step == 0;
    g = FN(pick)(begins, d[i] - shift, c * y - side);
    s = FN(pick)(begins, one, q.s);
    FN(lanes_turn_next)(waiting, true);
  }
  d[b.first] -= p;
  g = FN(pick)(begins, e[b.first], g);
  e[b.first] = FN(eigh_row)(&next, b.first, g, d[b.first], last);
  t->block = next;
  while (waiting->row < t->n)
    FN(lanes_turn_next)(waiting, true);
  FN(lanes_turns)(turns, b.first, t->n - 1);
  t->now = !t->now;
}

// d and z from a, whose lower triangle counts.  False where one by one is better, or there is no
// convergence.
static FN(Mask) FN(eigh_lanes)(FN(EighLanes) * t) {
  int64_t n = t->n;
  FN(eigh_tridiagonal)(t);
  FN(Mask) falls = FN(eigh_falls)(t);
  t->turned = falls & ~falls;
  FN(eigh_turn)(t, FN(lane_abs)(t->d[n - 1]) < FN(lane_abs)(t->d[0]));
  for (int k = 0; k < 2; k++)
    t->turns[k].n = t->turns[k].row = n, t->turns[k].x = t->z;
  t->block = FN(eigh_none)(n);
  for (int64_t i = n - 2; i >= 0; i--)
    t->e[i] = FN(eigh_row)(&t->block, i, t->e[i], t->d[i], t->d[i + 1]);
  for (int64_t steps = 30 * n; t->block.first < n && steps > 0; steps--) {
    FN(eigh_pairs)(t);
    FN(eigh_sweep)(t);
  }
  for (FN(LaneTurns) *last = &t->turns[!t->now]; last->row < n;)
    FN(lanes_turn_next)(last, true);
  FN(lanes_sort)(n, true, t->d, t->z, NULL);
  return ~falls & (t->block.stop == 0);
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

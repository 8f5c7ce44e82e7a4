// svd_lanes.h -- singular values and vectors of many small square matrices, one in each lane;
// included after lanes.h and bidiagonal.h.
//
// The same steps as for one matrix, so that vectors have the same signs; matrices whose blocks are
// to be chased in different directions are solved one by one.  Rows go from the first to the last;
// lanes of which a row is not in the block that they solve have the identity there.  Lanes whose
// larger end is last are turned round first: the transpose, whose element i is n - 1 - i, and whose
// left vectors are the right ones.
//
// Source: Demmel and Kahan, "Accurate singular values of bidiagonal matrices" (1990).
#include "runtime/linalg/lanes_turns.h"
#ifndef COMPLEX
typedef struct FN(SvdLanes) {
  int64_t n;
  bool vectors;
  FN(Lane) * a, *q, *p, *d, *e; // a = q b p^T, d and e b's diagonals
  FN(Lane) threshold;
  FN(Lane) lo, hi;        // the rows of the last block that is not solved
  FN(Lane) df, dh, eh;    // d[hi - 1], d[hi] and e[hi - 1]
  FN(Lane) ratio;         // a bound of the block's smallest to its largest value
  FN(Mask) turned, plain; // plain: without a shift
  FN(Mask) pair, apart;   // a block of two; one by one is better
  FN(Mask) drops;         // an element of e may be negligible beside what is above it
  FN(Lane) cl, sl, cr, sr; // rotations of the pairs
  int now; // which turns of q and p are being found, while they are turned by the others
  FN(LaneTurns) left[2], right[2];
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

// Negligible elements of e become 0.  The row after the last that is not, 0 where all are.
static int64_t FN(svd_open)(FN(SvdLanes) * t) {
  FN(Lane) zero = (FN(Lane))0, old = t->hi, above = t->lo, dl = zero;
  FN(Lane) tolerance = FN(lane_with)(FN(svd_tolerance)());
  FN(Mask) run = old == old; // this row is of the block
  int64_t end = 0;
  t->lo = t->hi = t->eh = t->df = t->dh = zero;
  t->drops = t->lo != t->lo;
  for (int64_t i = t->n - 2; i >= 0; i--) {
    FN(Lane) e = t->e[i], d = t->d[i + 1], size = FN(lane_abs)(e);
    FN(Mask) none = t->hi == 0, last = none & (size > tolerance * FN(lane_abs)(d));
    FN(Mask) m = (size > t->threshold) & (last | ~none);
    t->e[i] = FN(pick)(m, e, zero);
    t->drops |= m & (size <= tolerance * FN(lane_abs)(t->d[i]));
    run &= m | none;
    t->lo = FN(pick)(m & run, FN(lane_with)((R)i), t->lo);
    dl = FN(pick)(m & run, t->d[i], dl);
    m &= none;
    t->hi = FN(pick)(m, FN(lane_with)((R)(i + 1)), t->hi);
    t->eh = FN(pick)(m, e, t->eh);
    t->df = FN(pick)(m, t->d[i], t->df);
    t->dh = FN(pick)(m, d, t->dh);
    if (!end && FN(any)(m)) end = i + 1;
  }
  t->plain |= t->hi != old; // the ratio is another
  t->pair = t->hi == t->lo + 1;
  FN(Mask)
  large = t->hi > t->lo + 1,
  fresh = (t->turned & (t->lo > 0)) | (~t->turned & (t->hi < above));
  t->apart |= large & fresh & (t->turned | (FN(lane_abs)(dl) < FN(lane_abs)(t->dh)));
  return end;
}

// The ratio of values of the last blocks, where m.  True: an element became 0.
static bool FN(svd_ratio)(FN(SvdLanes) * t, int64_t end, FN(Mask) m) {
  FN(Lane) mu = FN(lane_abs)(t->d[0]), least = mu, most = mu, one = FN(lane_with)(1);
  FN(Mask) dropped = mu != mu;
  for (int64_t i = 0; i < end; i++) {
    FN(Lane) e = FN(lane_abs)(t->e[i]), d = FN(lane_abs)(t->d[i + 1]);
    FN(Mask) in = m & (t->hi > (R)i), first = e == 0, drop = e <= FN(svd_tolerance)() * mu;
    mu = FN(pick)(first, d, d * (mu / (mu + FN(pick)(first, one, e))));
    least = FN(pick)(in & (first | (mu < least)), mu, least);
    most = FN(pick)(in & (first | (e > most)), e, most);
    most = FN(pick)(in & (d > most), d, most);
    t->e[i] = FN(pick)(drop & in, (FN(Lane))0, t->e[i]);
    dropped |= drop & in & ~first;
  }
  t->ratio = FN(pick)(m, least / most, t->ratio);
  return FN(any)(dropped);
}

// As FN(shift_of).
static FN(Lane) FN(svd_shift)(const FN(SvdLanes) * t) {
  R tolerance = FN(svd_tolerance)(), limit = tolerance / 100 > EPSILON ? tolerance / 100 : EPSILON;
  FN(Lane) f = FN(lane_abs)(t->df), g = FN(lane_abs)(t->eh), h = FN(lane_abs)(t->dh);
  FN(Lane) one = FN(lane_with)(1);
  FN(Lane) lo = FN(pick)(f < h, f, h), large = FN(pick)(f < h, h, f), x, y, z, s;
  FN(Mask) near = g < large;
  FN(Lane) r = FN(pick)(near, g, large) / FN(pick)(near, large, g), scale = FN(pick)(near, one, r);
  x = (1 + lo / large) * scale;
  y = (large - lo) / large * scale;
  z = FN(pick)(near, r * r, one);
  s = 2 * (lo / (FN(lane_sqrt)(x * x + z) + FN(lane_sqrt)(y * y + z))) * scale;
  FN(Mask) none = (lo == 0) | ((R)t->n * tolerance * t->ratio <= limit);
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
}

// What one element of a sweep hands to the next.
typedef struct FN(Chase) {
  FN(Lane) shift;
  FN(Mask) first;      // a step begins here
  FN(Lane) f, g;       // with a shift
  FN(Lane) rc, lc, ls; // the last rotations, from the right and from the left
} FN(Chase);

// The first rotation's direction.
static FN(Lane) FN(svd_begin)(FN(Lane) d, FN(Lane) shift) {
  FN(Lane) one = FN(lane_with)(1), sign = FN(pick)(d < 0, -one, one);
  return (FN(lane_abs)(d) - shift) * (sign + shift / FN(pick)(d == 0, one, d));
}

// Rows i and i + 1, of which e[i + 1] is `after`.  The rotation from the left follows from the one
// from the right without its length, so that their roots are found at once.
static void FN(svd_element)(FN(SvdLanes) * t, FN(Chase) * k, int64_t i, FN(Lane) after) {
  FN(Lane) *d = t->d + i, *e = t->e + i, one = FN(lane_with)(1), zero = (FN(Lane))0;
  FN(Lane) d0 = d[0], d1 = d[1], e0 = FN(pick)(t->lo <= (R)i, e[0], zero);
  FN(Mask) at = k->first;
  FN(Lane) f = FN(pick)(at, FN(svd_begin)(d0, k->shift), k->f);
  f = FN(pick)(t->plain, d0 * FN(pick)(at, one, k->rc), f);
  FN(Lane) g = FN(pick)(t->plain | at, e0, k->g);
  FN(LaneRotation) r = FN(lanes_rotation)(f, g);
  FN(Lane) square = FN(pick)(g == 0, f, f * f + g * g), c = FN(pick)(g == 0, one, f);
  FN(LaneRotation) l = FN(lanes_rotation)(
      FN(pick)(t->plain, FN(pick)(at, one, k->lc) * square, c * d0 + g * e0), g * d1);
  if (i) e[-1] = FN(pick)(at, e[-1], FN(pick)(t->plain, k->ls * r.r, r.r));
  FN(Lane) under = r.c * d1, side = r.c * e0 - r.s * d0;
  k->f = FN(pick)(t->plain, l.s * under, l.c * side + l.s * under);
  k->g = l.s * after;
  d[0] = l.r * r.over;
  d[1] = FN(pick)(t->plain, d1, l.c * under - l.s * side);
  e[1] = FN(pick)(t->plain, after, l.c * after);
  k->rc = r.c;
  k->lc = l.c;
  k->ls = l.s;
  FN(LaneTurns) *left = &t->left[t->now], *right = &t->right[t->now];
  FN(Mask) pair = t->pair & (t->lo == (R)i);
  left->c[i] = FN(pick)(pair, t->cl, l.c);
  left->s[i] = FN(pick)(pair, t->sl, l.s);
  right->c[i] = FN(pick)(pair, t->cr, r.c);
  right->s[i] = FN(pick)(pair, t->sr, r.s);
  k->first = e0 == 0;
}

// The next rows of q and p are turned.
static inline void FN(svd_turn_next)(FN(SvdLanes) * t) {
  FN(lanes_turn_next)(&t->left[!t->now], false);
  FN(lanes_turn_next)(&t->right[!t->now], false);
}

// All rows of q and p are turned; the turns that were found wait.
static void FN(svd_turn_rest)(FN(SvdLanes) * t, int64_t hi) {
  while (t->left[!t->now].row < t->n)
    FN(svd_turn_next)(t);
  if (t->vectors) {
    FN(lanes_turns)(&t->left[t->now], 0, hi);
    FN(lanes_turns)(&t->right[t->now], 0, hi);
  }
  t->now = !t->now;
}

// One implicit step on the rows up to `end`.
static void FN(svd_sweep)(FN(SvdLanes) * t, int64_t end) {
  FN(Chase) k = {.shift = FN(svd_shift)(t)};
  FN(svd_pairs)(t);
  FN(Lane) after = t->e[end], x;
  k.first = t->hi == t->hi;
  t->plain = k.shift == 0;
  for (int64_t i = 0; i < end; i++) {
    x = t->d[i + 1];
    FN(svd_element)(t, &k, i, i + 1 < end ? t->e[i + 1] : (FN(Lane))0);
    FN(svd_turn_next)(t);
  }
  t->e[end] = after;
  t->e[end - 1] = FN(pick)(k.first, t->e[end - 1], k.f);
  t->d[end] = FN(pick)(t->plain & ~k.first, k.lc * (k.rc * x), t->d[end]);
  FN(svd_turn_rest)(t, end);
}
#endif

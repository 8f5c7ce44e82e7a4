// lanes_turns.h -- rotations of many small matrices in lanes, and values in order with their
// vectors; included after lanes.h.
#ifndef COMPLEX
typedef struct FN(LaneRotation) {
  FN(Lane) c, s, r, over; // over: 1 / r
} FN(LaneRotation);

// As FN(rotation): (c s; -s c) (f; g) = (r; 0), c not negative; over = 1 where g = 0.  f and g are
// below 1 / far.  In 64 bits root and quotient are found at once.
static inline FN(LaneRotation) FN(lanes_rotation)(FN(Lane) f, FN(Lane) g) {
  const R far = BYTES == 4 ? (R)0x1p40 : (R)0x1p400, least = 1 / (far * far);
  FN(Lane) one = FN(lane_with)(1), zero = (FN(Lane))0, back = one, up = one;
  FN(Lane) square = f * f + g * g;
  FN(Mask) none = g == 0, rare = (square < least) & ~none;
  if (__builtin_expect(FN(any)(rare), 0)) {
    up = FN(pick)(rare, FN(lane_with)(far * far), one);
    back = FN(pick)(rare, FN(lane_with)(least), one);
    f *= up;
    g *= up;
    square = f * f + g * g;
  }
  FN(Lane) size = FN(lane_sqrt)(square), over = BYTES == 4 ? 1 / size : size * (1 / square);
  FN(Mask) negative = f < 0;
  size = FN(pick)(negative, -size, size);
  over = FN(pick)(negative, -over, over);
  return (FN(LaneRotation)){FN(pick)(none, one, f * over), FN(pick)(none, zero, g * over),
                            FN(pick)(none, f, size) * back, FN(pick)(none, one, over * up)};
}

// Rotations of neighbouring columns of x (n x n), `turn` i of i and i + 1, which rows from `row` on
// still wait for.
typedef struct FN(LaneTurns) {
  int64_t n, row, first, end;
  FN(Lane) * x, c[LANES_MOST], s[LANES_MOST];
} FN(LaneTurns);

// Those of turns first .. end - 1 follow.
static inline void FN(lanes_turns)(FN(LaneTurns) * t, int64_t first, int64_t end) {
  t->first = first;
  t->end = end;
  t->row = 0;
}

// Two rows x and x + by, from the last columns: y, z := c y + s z, c z - s y.
ALWAYS_INLINE void FN(lanes_turn_up)(const FN(LaneTurns) * t, FN(Lane) * x, int64_t by) {
  FN(Lane) z[2] = {x[t->end], x[t->end + by]};
  for (int64_t i = t->end - 1; i >= t->first; i--)
    UNROLL for (int r = 0; r < 2; r++) {
      FN(Lane) y = x[r * by + i];
      x[r * by + i + 1] = t->c[i] * z[r] - t->s[i] * y;
      z[r] = t->s[i] * z[r] + t->c[i] * y;
    }
  x[t->first] = z[0];
  x[t->first + by] = z[1];
}

// The same from the first columns.
ALWAYS_INLINE void FN(lanes_turn_down)(const FN(LaneTurns) * t, FN(Lane) * x, int64_t by) {
  FN(Lane) y[2] = {x[t->first], x[t->first + by]};
  for (int64_t i = t->first; i < t->end; i++)
    UNROLL for (int r = 0; r < 2; r++) {
      FN(Lane) z = x[r * by + i + 1];
      x[r * by + i] = t->s[i] * z + t->c[i] * y[r];
      y[r] = t->c[i] * z - t->s[i] * y[r];
    }
  x[t->end] = y[0];
  x[t->end + by] = y[1];
}

// The next two rows: between the steps of a chain of square roots and divisions, which leave room.
static inline void FN(lanes_turn_next)(FN(LaneTurns) * t, bool up) {
  if (t->row >= t->n) return;
  FN(Lane) *x = t->x + t->row * t->n, spare[LANES_MOST];
  int64_t by = t->row + 1 < t->n ? t->n : spare - x;
  if (up)
    FN(lanes_turn_up)(t, x, by);
  else
    FN(lanes_turn_down)(t, x, by);
  t->row += 2;
}

// Columns i and j of x and y (n x n) are exchanged where m.
static inline void FN(lanes_swap_columns)(FN(Mask) m, int64_t n, FN(Lane) * x, int64_t i,
                                          FN(Lane) * y, int64_t j) {
  for (int64_t r = 0; r < n; r++)
    FN(lane_swap)(m, x + r * n + i, y + r * n + j);
}

// d[i] <= d[j] (descending: >=), the columns i and j of x and y (or null) with them.
static inline void FN(lanes_order)(int64_t n, bool less, FN(Lane) * d, const int64_t at[2],
                                   FN(Lane) * const x[2]) {
  int64_t i = at[0], j = at[1];
  FN(Mask) m = less ? d[j] < d[i] : d[j] > d[i];
  if (!FN(any)(m)) return;
  FN(lane_swap)(m, d + i, d + j);
  for (int k = 0; k < 2; k++)
    if (x[k]) FN(lanes_swap_columns)(m, n, x[k], i, x[k], j);
}

// d ascending (descending: less is false), the columns of x and y (or null) with it.
// Source: Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M (Batcher's merge exchange).
static inline void FN(lanes_sort)(int64_t n, bool less, FN(Lane) * d, FN(Lane) * x,
                                  FN(Lane) * y) {
  FN(Lane) *const with[2] = {x, y};
  int64_t top = 1;
  while (2 * top < n)
    top *= 2;
  for (int64_t p = top; p > 0; p /= 2)
    for (int64_t q = top, r = 0, by = p;; by = q - p, q /= 2, r = p) {
      for (int64_t i = 0; i + by < n; i++)
        if ((i & p) == r) FN(lanes_order)(n, less, d, (int64_t[2]){i, i + by}, with);
      if (q == p) break;
    }
}
#endif

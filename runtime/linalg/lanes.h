// lanes.h -- many small real matrices at once, one in each lane of vectors, for each element type;
// included after each.h's definitions.
//
// Element i, j of the matrices is the vector a[i * n + j].  What depends on an element's value is a
// mask, and every lane has the same operations whatever the others hold, so that a result does not
// depend on its neighbours.  Lanes without a matrix repeat the last one.
#ifndef COMPLEX
enum { FN(LANES) = 64 / BYTES };
typedef R FN(Lane) __attribute__((ext_vector_type(64 / BYTES)));
typedef R FN(LaneAt) __attribute__((ext_vector_type(64 / BYTES), aligned(BYTES))); // in memory
typedef __typeof__((FN(Lane)){0} < (FN(Lane)){0}) FN(Mask);

// Of `batch` matrices up to m x n: small enough, and enough of them.
static inline bool FN(lanes_pay)(int64_t batch, int64_t m, int64_t n) {
  return batch >= LANES_FEW && m > 0 && n > 0 && m <= LANES_MOST && n <= LANES_MOST;
}

static inline FN(Lane) * FN(lanes_room)(void *work) {
  return (FN(Lane) *)(((uintptr_t)work + 63) / 64 * 64);
}

static inline bool FN(any)(FN(Mask) m) { return __builtin_reduce_or(m) != 0; }
static inline FN(Lane) FN(lane_abs)(FN(Lane) x) { return __builtin_elementwise_abs(x); }
static inline FN(Lane) FN(lane_sqrt)(FN(Lane) x) { return __builtin_elementwise_sqrt(x); }
static inline FN(Lane) FN(lane_with)(R x) { return (FN(Lane))x; }

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wconversion"
// x where m, else y.
static inline FN(Lane) FN(pick)(FN(Mask) m, FN(Lane) x, FN(Lane) y) { return m ? x : y; }
#pragma clang diagnostic pop

// x[index], of n.
static inline FN(Lane) FN(lane_at)(int64_t n, const FN(Lane) * x, FN(Lane) index) {
  FN(Lane) y = x[0];
  for (int64_t i = 1; i < n; i++)
    y = FN(pick)(index == (R)i, x[i], y);
  return y;
}

// Exchanges x and y where m.
static inline void FN(lane_swap)(FN(Mask) m, FN(Lane) * x, FN(Lane) * y) {
  FN(Lane) a = *x, b = *y;
  *x = FN(pick)(m, b, a);
  *y = FN(pick)(m, a, b);
}

// Powers of two by which squares neither vanish nor overflow, for the largest magnitude.
static inline FN(Lane) FN(lane_scale)(FN(Lane) top) {
  const R far = BYTES == 4 ? (R)0x1p40 : (R)0x1p400;
  FN(Lane) up = FN(lane_with)(far * far), down = 1 / up, one = FN(lane_with)(1);
  return FN(pick)(top < 1 / far, up, FN(pick)(top > far, down, one));
}

#if BYTES == 4
#define LANE_INDICES(f, s)                                                                         \
  f(0, s), f(1, s), f(2, s), f(3, s), f(4, s), f(5, s), f(6, s), f(7, s), f(8, s), f(9, s),        \
      f(10, s), f(11, s), f(12, s), f(13, s), f(14, s), f(15, s)
#else
#define LANE_INDICES(f, s)                                                                         \
  f(0, s), f(1, s), f(2, s), f(3, s), f(4, s), f(5, s), f(6, s), f(7, s)
#endif
#define LANE_LOW(k, s) ((k) & (s) ? FN(LANES) + (k) - (s) : (k))
#define LANE_HIGH(k, s) ((k) & (s) ? FN(LANES) + (k) : (k) + (s))
// Transposes the 2 x 2 blocks of s x s.
#define LANE_STAGE(x, s)                                                                           \
  UNROLL for (int i = 0; i < FN(LANES); i++) if (!(i & (s))) {                                     \
    FN(Lane) a = x[i], b = x[i + (s)];                                                             \
    x[i] = __builtin_shufflevector(a, b, LANE_INDICES(LANE_LOW, s));                               \
    x[i + (s)] = __builtin_shufflevector(a, b, LANE_INDICES(LANE_HIGH, s));                        \
  }

ALWAYS_INLINE void FN(lanes_turn)(FN(Lane) * x) {
  LANE_STAGE(x, 1)
  LANE_STAGE(x, 2)
  LANE_STAGE(x, 4)
#if BYTES == 4
  LANE_STAGE(x, 8)
#endif
}

// to[e] := element e of `count` arrays of n elements, one after the other.
static inline void FN(lanes_load)(int64_t count, int64_t n, const R *x, FN(Lane) * to) {
  for (int64_t e = 0; e < n; e += FN(LANES)) {
    FN(Lane) t[FN(LANES)];
    int64_t width = n - e < FN(LANES) ? n - e : FN(LANES);
    UNROLL for (int l = 0; l < FN(LANES); l++) {
      const R *from = x + (l < count ? l : count - 1) * n + e;
      t[l] = (FN(Lane))0;
      if (width == FN(LANES))
        t[l] = *(const FN(LaneAt) *)from;
      else
        memcpy(&t[l], from, (size_t)width * sizeof(R));
    }
    FN(lanes_turn)(t);
    for (int64_t k = 0; k < width; k++)
      to[e + k] = t[k];
  }
}

static inline void FN(lanes_store)(int64_t count, int64_t n, const FN(Lane) * from, R *y) {
  for (int64_t e = 0; e < n; e += FN(LANES)) {
    FN(Lane) t[FN(LANES)];
    int64_t width = n - e < FN(LANES) ? n - e : FN(LANES);
    UNROLL for (int k = 0; k < FN(LANES); k++) t[k] = k < width ? from[e + k] : (FN(Lane))0;
    FN(lanes_turn)(t);
    for (int64_t l = 0; l < FN(LANES) && l < count; l++)
      if (width == FN(LANES))
        *(FN(LaneAt) *)(y + l * n + e) = t[l];
      else
        memcpy(y + l * n + e, &t[l], (size_t)width * sizeof(R));
  }
}

// Where all n elements are finite.
static inline FN(Mask) FN(lanes_finite)(int64_t n, const FN(Lane) * x) {
  FN(Lane) sum = (FN(Lane))0;
  for (int64_t i = 0; i < n; i++)
    sum += x[i] - x[i]; // nan for inf and nan
  return sum == 0;
}

// Elements x[0], x[step], ... become v, v[0] = 1, such that H x = (beta, 0, ...): tau.
static inline FN(Lane)
    FN(lanes_reflect)(int64_t n, FN(Lane) * x, int64_t step, FN(Lane) * beta) {
  FN(Lane) alpha = x[0], most = (FN(Lane))0, norm = (FN(Lane))0, one = FN(lane_with)(1);
  for (int64_t i = 1; i < n; i++) {
    FN(Lane) s = FN(lane_abs)(x[i * step]);
    most = FN(pick)(s <= most, most, s);
  }
  FN(Lane) size = FN(lane_abs)(alpha), k = FN(lane_scale)(FN(pick)(size > most, size, most));
  for (int64_t i = 1; i < n; i++) {
    FN(Lane) s = x[i * step] = x[i * step] * k;
    norm += s * s;
  }
  FN(Mask) turn = (most != 0) | (norm != 0);
  FN(Lane) a = alpha * k, length = FN(lane_sqrt)(a * a + norm);
  length = FN(pick)(a >= 0, -length, length);
  FN(Lane) over = one / FN(pick)(turn, a - length, one);
  for (int64_t i = 1; i < n; i++)
    x[i * step] *= over;
  x[0] = one;
  *beta = FN(pick)(turn, length / k, alpha);
  return FN(pick)(turn, (length - a) / length, (FN(Lane))0);
}

typedef struct FN(LaneWindow) {
  FN(Lane) * a;
  int64_t m, n, stride;
} FN(LaneWindow);

// a := a - tau v (v^T a); v's elements are `step` apart.
static inline void FN(lanes_apply_left)(FN(LaneWindow) a, const FN(Lane) * v, int64_t step,
                                        FN(Lane) tau) {
  for (int64_t j = 0; j < a.n; j++) {
    FN(Lane) s = (FN(Lane))0, *x = a.a + j;
    for (int64_t i = 0; i < a.m; i++)
      s += v[i * step] * x[i * a.stride];
    s *= tau;
    for (int64_t i = 0; i < a.m; i++)
      x[i * a.stride] -= v[i * step] * s;
  }
}

// a := a - tau (a v) v^T
static inline void FN(lanes_apply_right)(FN(LaneWindow) a, const FN(Lane) * v, FN(Lane) tau) {
  for (int64_t i = 0; i < a.m; i++) {
    FN(Lane) s = (FN(Lane))0, *x = a.a + i * a.stride;
    for (int64_t j = 0; j < a.n; j++)
      s += x[j] * v[j];
    s *= tau;
    for (int64_t j = 0; j < a.n; j++)
      x[j] -= s * v[j];
  }
}

typedef struct FN(LaneRotation) {
  FN(Lane) c, s, r;
} FN(LaneRotation);

// As FN(rotation): (c s; -s c) (f; g) = (r; 0), c not negative.  f and g are below 1 / far.
static inline FN(LaneRotation) FN(lanes_rotation)(FN(Lane) f, FN(Lane) g) {
  const R far = BYTES == 4 ? (R)0x1p40 : (R)0x1p400, least = 1 / (far * far);
  FN(Lane) one = FN(lane_with)(1), zero = (FN(Lane))0, back = one, square = f * f + g * g;
  FN(Mask) none = g == 0, rare = (square < least) & ~none;
  if (__builtin_expect(FN(any)(rare), 0)) {
    FN(Lane) up = FN(pick)(rare, FN(lane_with)(far * far), one);
    back = FN(pick)(rare, FN(lane_with)(least), one);
    f *= up;
    g *= up;
    square = f * f + g * g;
  }
  FN(Lane) size = FN(lane_sqrt)(square), over = 1 / size;
  FN(Mask) negative = f < 0;
  size = FN(pick)(negative, -size, size);
  over = FN(pick)(negative, -over, over);
  return (FN(LaneRotation)){FN(pick)(none, one, f * over), FN(pick)(none, zero, g * over),
                            FN(pick)(none, f, size) * back};
}

// Columns i and i + 1 of x (n x n), y and z: z, y := c z - s y, s z + c y.
static inline void FN(lanes_rotate)(int64_t n, FN(Lane) * x, int64_t i, FN(Lane) c, FN(Lane) s) {
  for (FN(Lane) *at = x + i, *end = at + n * n; at < end; at += n) {
    FN(Lane) y = at[0], z = at[1];
    at[1] = c * z - s * y;
    at[0] = s * z + c * y;
  }
}

// Columns i and j of x and y (n x n) are exchanged where m.
static inline void FN(lanes_swap_columns)(FN(Mask) m, int64_t n, FN(Lane) * x, int64_t i,
                                          FN(Lane) * y, int64_t j) {
  for (int64_t r = 0; r < n; r++)
    FN(lane_swap)(m, x + r * n + i, y + r * n + j);
}

// Selection: d ascending (descending: less is false), the columns of x and y (or null) with it.
static inline void FN(lanes_sort)(int64_t n, bool less, FN(Lane) * d, FN(Lane) * x,
                                  FN(Lane) * y) {
  for (int64_t i = 0; i + 1 < n; i++) {
    FN(Lane) best = d[i], at = FN(lane_with)((R)i);
    for (int64_t j = i + 1; j < n; j++) {
      FN(Mask) m = less ? d[j] < best : d[j] > best;
      best = FN(pick)(m, d[j], best);
      at = FN(pick)(m, FN(lane_with)((R)j), at);
    }
    for (int64_t j = i + 1; j < n; j++) {
      FN(Mask) m = at == (R)j;
      if (!FN(any)(m)) continue;
      FN(lane_swap)(m, d + i, d + j);
      if (x) FN(lanes_swap_columns)(m, n, x, i, x, j);
      if (y) FN(lanes_swap_columns)(m, n, y, i, y, j);
    }
  }
}

// The identity, n x n.
static inline void FN(lanes_identity)(int64_t n, FN(Lane) * x) {
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < n; j++)
      x[i * n + j] = FN(lane_with)(i == j);
}

// The largest magnitude of n elements, 0 where one is not finite, in which case all become 0.
static inline FN(Mask) FN(lanes_clean)(int64_t n, FN(Lane) * x, FN(Lane) * top) {
  FN(Mask) ok = FN(lanes_finite)(n, x);
  *top = (FN(Lane))0;
  for (int64_t i = 0; i < n; i++) {
    x[i] = FN(pick)(ok, x[i], (FN(Lane))0);
    FN(Lane) size = FN(lane_abs)(x[i]);
    *top = FN(pick)(size > *top, size, *top);
  }
  return ok;
}
#undef LANE_STAGE
#undef LANE_LOW
#undef LANE_HIGH
#undef LANE_INDICES
#endif

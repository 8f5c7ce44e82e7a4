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

// x, which the empty instruction keeps level 4 from storing under a mask where it was picked from
// what is there: loads wait until such a store has left the processor's queue.
static inline FN(Lane) FN(lane_whole)(FN(Lane) x) {
#if defined(__AVX512F__)
  __asm__("" : "+v"(x));
#endif
  return x;
}

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
  *x = FN(lane_whole)(FN(pick)(m, b, a));
  *y = FN(lane_whole)(FN(pick)(m, a, b));
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

// to[k] := element k < width of `count` arrays, x + 0, x + n, ...  Once in the code: it is long.
static __attribute__((noinline)) void FN(lanes_load_tile)(int64_t width, int64_t count, int64_t n,
                                                          const R *x, FN(Lane) * to) {
  if (width < FN(LANES) || VECTOR_BYTES < 32) {
    R *at = (R *)to;
    for (int64_t l = 0; l < FN(LANES); l++)
      for (int64_t k = 0; k < width && k < FN(LANES); k++)
        at[k * FN(LANES) + l] = x[(l < count ? l : count - 1) * n + k];
    return;
  }
  FN(Lane) t[FN(LANES)];
  UNROLL for (int l = 0; l < FN(LANES); l++) {
    t[l] = *(const FN(LaneAt) *)(x + (l < count ? l : count - 1) * n);
    __builtin_prefetch(x + (l + FN(LANES)) * n);
  }
  FN(lanes_turn)(t);
  UNROLL for (int k = 0; k < FN(LANES); k++) to[k] = t[k];
}

// to[e] := element e of `count` arrays of n elements, one after the other.
static inline void FN(lanes_load)(int64_t count, int64_t n, const R *x, FN(Lane) * to) {
  for (int64_t e = 0; e < n; e += FN(LANES))
    FN(lanes_load_tile)(n - e, count, n, x + e, to + e);
}

// Element k < width of `count` arrays, y + 0, y + n, ..., := from[k]
static __attribute__((noinline)) void FN(lanes_store_tile)(int64_t width, int64_t count, int64_t n,
                                                           const FN(Lane) * from, R *y) {
  if (width < FN(LANES) || count < FN(LANES) || VECTOR_BYTES < 32) {
    const R *at = (const R *)from;
    for (int64_t l = 0; l < FN(LANES) && l < count; l++)
      for (int64_t k = 0; k < width && k < FN(LANES); k++)
        y[l * n + k] = at[k * FN(LANES) + l];
    return;
  }
  FN(Lane) t[FN(LANES)];
  UNROLL for (int k = 0; k < FN(LANES); k++) t[k] = from[k];
  FN(lanes_turn)(t);
  UNROLL for (int l = 0; l < FN(LANES); l++) {
    *(FN(LaneAt) *)(y + l * n) = t[l];
    __builtin_prefetch(y + (l + FN(LANES)) * n, 1);
  }
}

static inline void FN(lanes_store)(int64_t count, int64_t n, const FN(Lane) * from, R *y) {
  for (int64_t e = 0; e < n; e += FN(LANES))
    FN(lanes_store_tile)(n - e, count, n, from + e, y + e);
}

// Elements x[0], x[step], ... become v, v[0] = 1, such that H x = (beta, 0, ...): tau.  All but
// x[0] are k times what they were, `norm` the sum of their squares.
static inline FN(Lane) FN(lanes_reflect_by)(int64_t n, FN(Lane) * x, int64_t step, FN(Lane) * beta,
                                            FN(Lane) norm, FN(Lane) k, FN(Mask) turn) {
  FN(Lane) alpha = x[0], one = FN(lane_with)(1);
  FN(Lane) a = alpha * k, length = FN(lane_sqrt)(a * a + norm);
  length = FN(pick)(a >= 0, -length, length);
  FN(Lane) over = one / FN(pick)(turn, a - length, one);
  for (int64_t i = 1; i < n; i++)
    x[i * step] *= over;
  x[0] = one;
  *beta = FN(pick)(turn, length / k, alpha);
  return FN(pick)(turn, (length - a) / length, (FN(Lane))0);
}

// The same where squares vanish or overflow in a lane, or there are none.
static __attribute__((noinline)) FN(Lane)
    FN(lanes_reflect_far)(int64_t n, FN(Lane) * x, int64_t step, FN(Lane) * beta) {
  FN(Lane) most = (FN(Lane))0, norm = (FN(Lane))0, size = FN(lane_abs)(x[0]);
  for (int64_t i = 1; i < n; i++) {
    FN(Lane) s = FN(lane_abs)(x[i * step]);
    most = FN(pick)(s <= most, most, s);
  }
  FN(Lane) k = FN(lane_scale)(FN(pick)(size > most, size, most));
  for (int64_t i = 1; i < n; i++) {
    FN(Lane) s = x[i * step] = x[i * step] * k;
    norm += s * s;
  }
  return FN(lanes_reflect_by)(n, x, step, beta, norm, k, (most != 0) | (norm != 0));
}

// As lanes_reflect_by.
static inline FN(Lane)
    FN(lanes_reflect)(int64_t n, FN(Lane) * x, int64_t step, FN(Lane) * beta) {
  const R far = BYTES == 4 ? (R)0x1p80 : (R)0x1p790; // their roots: well inside lane_scale's
  FN(Lane) norm = (FN(Lane))0, one = FN(lane_with)(1), alpha = x[0];
  if (n == 1) {
    *beta = alpha;
    x[0] = one;
    return (FN(Lane))0;
  }
  for (int64_t i = 1; i < n; i++)
    norm += x[i * step] * x[i * step];
  FN(Mask) near = (norm > 1 / far) & (alpha * alpha + norm < far);
  if (__builtin_expect(FN(any)(~near), 0)) return FN(lanes_reflect_far)(n, x, step, beta);
  return FN(lanes_reflect_by)(n, x, step, beta, norm, one, near);
}

typedef struct FN(LaneWindow) {
  FN(Lane) * a;
  int64_t m, n, stride;
} FN(LaneWindow);

// Lines whose sums are made side by side.
enum { FN(BESIDE) = VECTOR_BYTES < 32 ? 2 : 4 };

// `count` lines x, x + next, ... of n elements `step` apart: x := x - v tau (v . x), v's elements
// being `by` apart.
ALWAYS_INLINE void FN(lanes_lines)(int count, int64_t n, FN(Lane) * x, const int64_t next[2],
                                   const FN(Lane) * v, const int64_t by, FN(Lane) tau) {
  FN(Lane) s[FN(BESIDE)];
  const int64_t step = next[1];
  UNROLL for (int l = 0; l < count; l++) s[l] = (FN(Lane))0;
  for (int64_t i = 0; i < n; i++)
    UNROLL for (int l = 0; l < count; l++) s[l] += v[i * by] * x[l * next[0] + i * step];
  UNROLL for (int l = 0; l < count; l++) s[l] *= tau;
  for (int64_t i = 0; i < n; i++)
    UNROLL for (int l = 0; l < count; l++) x[l * next[0] + i * step] -= v[i * by] * s[l];
}

// a := a - tau v (v^T a); v's elements are `step` apart.
static inline void FN(lanes_apply_left)(FN(LaneWindow) a, const FN(Lane) * v, int64_t step,
                                        FN(Lane) tau) {
  int64_t j = 0, next[2] = {1, a.stride};
  for (; j + FN(BESIDE) <= a.n; j += FN(BESIDE))
    FN(lanes_lines)(FN(BESIDE), a.m, a.a + j, next, v, step, tau);
  for (; j < a.n; j++)
    FN(lanes_lines)(1, a.m, a.a + j, next, v, step, tau);
}

// a := a - tau (a v) v^T
static inline void FN(lanes_apply_right)(FN(LaneWindow) a, const FN(Lane) * v, FN(Lane) tau) {
  int64_t i = 0, next[2] = {a.stride, 1};
  for (; i + FN(BESIDE) <= a.m; i += FN(BESIDE))
    FN(lanes_lines)(FN(BESIDE), a.n, a.a + i * a.stride, next, v, 1, tau);
  for (; i < a.m; i++)
    FN(lanes_lines)(1, a.n, a.a + i * a.stride, next, v, 1, tau);
}

// The identity, n x n.
static inline void FN(lanes_identity)(int64_t n, FN(Lane) * x) {
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < n; j++)
      x[i * n + j] = FN(lane_with)(i == j);
}

// The largest magnitude of n elements, 0 where one is not finite, in which case all become 0.
static inline FN(Mask) FN(lanes_clean)(int64_t n, FN(Lane) * x, FN(Lane) * top) {
  FN(Lane) most[4] = {0}, sum[4] = {0};
  for (int64_t i = 0; i < n; i += 4)
    UNROLL for (int k = 0; k < 4; k++) {
      FN(Lane) y = x[i + k < n ? i + k : i], size = FN(lane_abs)(y);
      most[k] = FN(pick)(size > most[k], size, most[k]);
      sum[k] += y - y; // nan for inf and nan
    }
  UNROLL for (int k = 1; k < 4; k++) most[0] = FN(pick)(most[k] > most[0], most[k], most[0]);
  FN(Mask) ok = sum[0] + sum[1] + (sum[2] + sum[3]) == 0;
  *top = FN(pick)(ok, most[0], (FN(Lane))0);
  for (int64_t i = 0; FN(any)(~ok) && i < n; i++)
    x[i] = FN(pick)(ok, x[i], (FN(Lane))0);
  return ok;
}
#undef LANE_STAGE
#undef LANE_LOW
#undef LANE_HIGH
#undef LANE_INDICES
#endif

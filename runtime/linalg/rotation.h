// rotation.h -- plane rotations and the 2 x 2 problems that need them; included after each.h's
// definitions.
//
// Source: LAPACK's lartg, lasr, laev2, las2, lasv2.

typedef struct FN(Rotation) {
  R c, s, r;
} FN(Rotation);

// (c s; -s c) (f; g) = (r; 0), c not negative.
static inline FN(Rotation) FN(rotation)(R f, R g) {
  const R least = TINIEST / EPSILON;
  R square = f * f + g * g, sign = f < 0 ? -1 : 1;
  R size = square > least && square < 1 / least ? SQRT(square) : HYPOT(f, g);
  if (g == 0) return (FN(Rotation)){1, 0, f};
  if (f == 0) return (FN(Rotation)){0, g < 0 ? -1 : 1, g < 0 ? -g : g};
  return (FN(Rotation)){f * sign / size, g * sign / size, size * sign};
}

// Rows x and y: y, x := c y - s x, s y + c x.
static inline void FN(rotate)(int64_t n, T *x, T *y, R c, R s) {
  if (c == 1 && s == 0) return;
  for (int64_t i = 0; i < n; i++) {
    T t = y[i];
    y[i] = c * t - s * x[i];
    x[i] = s * t + c * x[i];
  }
}

static inline R FN(copysign)(R x, R y) { return (x < 0) != (y < 0) ? -x : x; }
static inline R FN(size)(R x) { return x < 0 ? -x : x; }

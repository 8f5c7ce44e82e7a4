// householder.h -- reflections H = I - tau v v^H, for each element type; included after each.h's
// definitions.
//
// Source: LAPACK's larfg and larf.

typedef struct FN(Reflection) {
  const T *v;
  int64_t step; // between v's elements
  T tau;
} FN(Reflection);

// m x n, rows `stride` apart.
typedef struct FN(Window) {
  T *a;
  int64_t m, n, stride;
} FN(Window);

// Turns x[0..n) (distance `step`) into v, v[0] = 1, such that H^H x = (beta, 0, ...).
static T FN(reflect)(int64_t n, T *x, int64_t step, R *beta) {
  R norm = 0, scale = 0, up = 1, least = TINIEST / EPSILON;
  for (int64_t i = 1; i < n; i++) {
    R s = SIZE(x[i * step]);
    if (!(s <= scale)) scale = s;
  }
  if (scale > 0 && scale < least && SIZE(x[0]) < least) { // beta would have few digits
    up = 1 / least;
    scale *= up;
    for (int64_t i = 0; i < n; i++)
      x[i * step] *= up;
  }
  for (int64_t i = 1; scale > 0 && i < n; i++) {
    R s = ABS(x[i * step]) / scale;
    norm += s * s;
  }
  norm = SQRT(norm) * scale;
  T alpha = x[0];
  R real = REAL(alpha);
  *beta = real;
  x[0] = 1;
  if (norm == 0 && alpha == (T)real) return 0;
  *beta = HYPOT(ABS(alpha), norm);
  if (real >= 0) *beta = -*beta;
  T under = alpha - *beta;
  for (int64_t i = 1; i < n; i++)
    x[i * step] = x[i * step] / under;
  T tau = (*beta - alpha) / *beta;
  *beta /= up;
  return tau;
}

// a := H a; w: n elements of scratch.
static void FN(apply_left)(FN(Window) a, FN(Reflection) h, T *w) {
  if (h.tau == 0) return;
  for (int64_t j = 0; j < a.n; j++)
    w[j] = 0;
  for (int64_t i = 0; i < a.m; i++) {
    T f = CONJ(h.v[i * h.step]);
    const T *row = a.a + i * a.stride;
    for (int64_t j = 0; j < a.n; j++)
      w[j] += f * row[j];
  }
  for (int64_t i = 0; i < a.m; i++) {
    T f = h.tau * h.v[i * h.step];
    T *row = a.a + i * a.stride;
    for (int64_t j = 0; j < a.n; j++)
      row[j] -= f * w[j];
  }
}

// Factors a in place: r above, the vectors v (v[0] = 1 left out) below; tau: min(m, n) of them.
static inline void FN(factor_qr)(FN(Window) a, T *tau, T *w) {
  int64_t k = a.m < a.n ? a.m : a.n;
  for (int64_t j = 0; j < k; j++) {
    T *top = a.a + j * a.stride + j;
    R beta;
    tau[j] = FN(reflect)(a.m - j, top, a.stride, &beta);
    FN(Window) rest = {top + 1, a.m - j, a.n - j - 1, a.stride};
    FN(apply_left)(rest, (FN(Reflection)){top, a.stride, CONJ(tau[j])}, w);
    *top = beta;
  }
}

// q (a.m x cols) := the product of the first k reflections that factor_qr left in a.
static inline void FN(form_q)(FN(Window) a, int64_t k, const T *tau, FN(Window) q, T *w) {
  for (int64_t i = 0; i < q.m; i++)
    for (int64_t j = 0; j < q.n; j++)
      q.a[i * q.stride + j] = i == j;
  for (int64_t j = k - 1; j >= 0; j--) {
    T *top = a.a + j * a.stride + j, keep = *top;
    *top = 1;
    FN(Window) part = {q.a + j * q.stride + j, q.m - j, q.n - j, q.stride};
    FN(apply_left)(part, (FN(Reflection)){top, a.stride, tau[j]}, w);
    *top = keep;
  }
}

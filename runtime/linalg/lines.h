// lines.h -- sums of products over contiguous elements and their like, for each element type;
// included after each.h's definitions.
//
// Vectors of 64 bytes whatever the machine, so that sums have one order.
typedef R FN(Line) __attribute__((vector_size(64)));
typedef R FN(LineAt) __attribute__((vector_size(64), aligned(sizeof(R))));
enum { FN(LINE) = 64 / (int)sizeof(R) };

static inline R FN(line_sum)(FN(Line) x) {
  R s = 0;
  for (int k = 0; k < FN(LINE); k++)
    s += x[k];
  return s;
}

#ifdef COMPLEX
#define LINE_PAIR(x) ((const FN(LineAt) *)(x))

// (re, im) to (im, re)
static inline FN(Line) FN(line_swap)(FN(Line) x) {
  FN(Line) y;
  for (int k = 0; k < FN(LINE); k++)
    y[k] = x[k ^ 1];
  return y;
}

// The sum of x[i] conj(y[i]).
static inline T FN(dot)(int64_t n, const T *x, const T *y) {
  FN(Line) same = {0}, cross = {0};
  int64_t i = 0;
  for (; i + FN(LINE) / 2 <= n; i += FN(LINE) / 2) {
    FN(Line) u = *LINE_PAIR(x + i), v = *LINE_PAIR(y + i);
    same += u * v;
    cross += FN(line_swap)(u) * v;
  }
  R re = FN(line_sum)(same), im = 0;
  for (int k = 0; k < FN(LINE); k += 2)
    im += cross[k] - cross[k + 1];
  T s;
  ((R *)&s)[0] = re;
  ((R *)&s)[1] = im;
  for (; i < n; i++)
    s += x[i] * CONJ(y[i]);
  return s;
}

// y += f x
static inline void FN(add_line)(int64_t n, T f, const T *x, T *y) {
  R re = ((R *)&f)[0], im = ((R *)&f)[1];
  FN(Line) turn;
  for (int k = 0; k < FN(LINE); k++)
    turn[k] = k & 1 ? im : -im;
  int64_t i = 0;
  for (; i + FN(LINE) / 2 <= n; i += FN(LINE) / 2) {
    FN(Line) u = *LINE_PAIR(x + i), v = *LINE_PAIR(y + i);
    v += u * re;
    v += FN(line_swap)(u) * turn;
    *(FN(LineAt) *)(y + i) = v;
  }
  for (; i < n; i++)
    y[i] += f * x[i];
}
#undef LINE_PAIR
#else
static inline T FN(dot)(int64_t n, const T *x, const T *y) {
  FN(Line) s[4] = {{0}};
  int64_t i = 0;
  for (; i + 4 * FN(LINE) <= n; i += 4 * FN(LINE))
    UNROLL for (int k = 0; k < 4; k++) {
      s[k] += *(const FN(LineAt) *)(x + i + k * FN(LINE)) *
              *(const FN(LineAt) *)(y + i + k * FN(LINE));
    }
  for (; i + FN(LINE) <= n; i += FN(LINE))
    s[0] += *(const FN(LineAt) *)(x + i) * *(const FN(LineAt) *)(y + i);
  T sum = FN(line_sum)((s[0] + s[1]) + (s[2] + s[3]));
  for (; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

static inline void FN(add_line)(int64_t n, T f, const T *x, T *y) {
  for (int64_t i = 0; i < n; i++)
    y[i] += f * x[i];
}
#endif

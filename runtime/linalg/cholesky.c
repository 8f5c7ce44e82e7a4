// cholesky.c -- the Cholesky factor: halves by triangular systems and products of matrices, small
// matrices row by row, many of them in lanes.
//
// Source: LAPACK's potrf2.
#ifndef T
#define LINALG_FILE "runtime/linalg/cholesky.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/lanes.h"
#include "runtime/linalg/product.h"
// After product.h:
#include "runtime/linalg/solve.h"

enum { FN(CHOLESKY_SMALL) = 24 };

// x . conj(y) in four sums, so that the loop is one of vectors.
static T FN(dot)(int64_t n, const T *x, const T *y) {
  T s[4] = {0};
  int64_t i = 0;
  for (; i + 4 <= n; i += 4)
    for (int k = 0; k < 4; k++)
      s[k] += x[i + k] * CONJ(y[i + k]);
  for (; i < n; i++)
    s[0] += x[i] * CONJ(y[i]);
  return (s[0] + s[1]) + (s[2] + s[3]);
}

// a (rows `stride` apart): its lower triangle becomes the factor.
static bool FN(cholesky_small)(int64_t n, T *a, int64_t stride) {
  for (int64_t i = 0; i < n; i++) {
    T *row = a + i * stride;
    for (int64_t j = 0; j < i; j++)
      row[j] = (row[j] - FN(dot)(j, row, a + j * stride)) / a[j * stride + j];
    R d = REAL(row[i]) - REAL(FN(dot)(i, row, row));
    if (!(d > 0)) return false;
    row[i] = SQRT(d);
  }
  return true;
}

// The lower triangle of c less that of a a^H, a n x k.
static void FN(subtract_square)(int64_t n, int64_t k, FN(Matrix) a, FN(Matrix) c, void *room) {
  int64_t half = n <= 128 ? 0 : (n / 2 + 15) / 16 * 16, rest = n - half;
  FN(Matrix) low = a, down = c, corner = c;
  low.a += half * a.down;
  down.a += half * c.down;
  corner.a = down.a + half;
  FN(Matrix) right = {half ? a.a : low.a, a.right, a.down, true};
  if (half) {
    FN(subtract_square)(half, k, a, c, room);
    FN(subtract_square)(rest, k, low, corner, room);
  }
  FN(Product) p = {low, right, down, rest, half ? half : n, k, PRODUCT_SUBTRACT};
  FN(multiply)(&p, room);
}

static bool FN(cholesky_part)(int64_t n, T *a, int64_t stride, void *room) {
  if (n <= FN(CHOLESKY_SMALL)) return FN(cholesky_small)(n, a, stride);
  int64_t half = (n / 2 + 7) / 8 * 8, rest = n - half;
  if (!FN(cholesky_part)(half, a, stride, room)) return false;
  T *below = a + half * stride;
  FN(System) s = {{a, stride, 1, true}, {below, 1, stride, false}, half, rest, true, false};
  FN(solve)(&s, room); // conj(l11) l21^T = a21^T
  FN(Matrix) left = {below, stride, 1, false}, corner = {below + half, stride, 1, false};
  FN(subtract_square)(rest, half, left, corner, room);
  return FN(cholesky_part)(rest, below + half, stride, room);
}

#ifndef COMPLEX
static void FN(cholesky_lanes)(int64_t n, FN(Lane) * a) {
  FN(Mask) ok = a[0] == a[0];
  FN(Lane) over = (FN(Lane))0;
  for (int64_t j = 0; j < n; j++) {
    FN(Lane) *top = a + j * n;
    for (int64_t i = j; i < n; i++) {
      FN(Lane) *row = a + i * n, s = row[j];
      for (int64_t k = 0; k < j; k++)
        s -= row[k] * top[k];
      if (i == j) {
        ok &= s > 0;
        row[j] = FN(lane_sqrt)(s);
        over = 1 / row[j];
      } else
        row[j] = s * over;
    }
  }
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < n; j++)
      a[i * n + j] = j > i ? (FN(Lane))0 : FN(pick)(ok, a[i * n + j], FN(lane_with)(NAN));
}

static void FN(cholesky_batch)(const LinalgCall *c, const T *x, T *y, void *work) {
  int64_t n = c->n, size = n * n;
  FN(Lane) *a = FN(lanes_room)(work);
  for (int64_t b = c->batch; b > 0; b -= FN(LANES), x += FN(LANES) * size, y += FN(LANES) * size) {
    FN(lanes_load)(b, size, x, a);
    FN(cholesky_lanes)(n, a);
    FN(lanes_store)(b, size, a, y);
  }
}
#endif

void FN(cholesky)(const LinalgCall *c, const T *x, T *y, void *work);
void FN(cholesky)(const LinalgCall *c, const T *x, T *y, void *work) {
  int64_t n = c->n;
#ifndef COMPLEX
  if (FN(lanes_pay)(c->batch, n, n)) {
    FN(cholesky_batch)(c, x, y, work);
    return;
  }
#endif
  for (int64_t b = 0; b < c->batch; b++, x += n * n, y += n * n) {
    for (int64_t i = 0; i < n; i++)
      memcpy(y + i * n, x + i * n, (size_t)(i + 1) * sizeof(T));
    bool ok = FN(cholesky_part)(n, y, n, work);
    for (int64_t i = 0; i < n; i++) {
      memset(y + i * n + i + 1, 0, (size_t)(n - i - 1) * sizeof(T));
      for (int64_t j = 0; !ok && j <= i; j++)
        y[i * n + j] = NO_NUMBER;
    }
  }
}
#endif

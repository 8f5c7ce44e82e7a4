// linalg.h -- matrix factorisations: what compiled programs call, and what the algorithms share.
//
// Matrices are row-major, `batch` of them one after the other.  Vectors and signs are chosen as
// LAPACK's unblocked algorithms choose them, which are the sources named in each file.
// `work` is scratch of cjax_rt_<name>_work bytes, whose contents do not matter.
//
// Each function exists as cjax_rt_<name>, for any element type, and as cjax_rt_<name>_<type>
// (LINALG_TYPES), so that a program links the types that it uses.
#ifndef CJAX_RUNTIME_LINALG_H
#define CJAX_RUNTIME_LINALG_H

#include <stdint.h>

typedef struct LinalgCall {
  int64_t batch, m, n, k; // m x n matrices; k: right-hand sides
  int32_t dtype;          // enum Dtype: f32, f64, c64, c128
  int32_t flags;          // LINALG_*, as the function says
} LinalgCall;

enum {
  LINALG_LOWER = 1,
  LINALG_LEFT = 2,
  LINALG_TRANSPOSE = 4,
  LINALG_CONJUGATE = 8,
  LINALG_UNIT = 16,
  LINALG_FULL = 32,
  LINALG_VECTORS = 64,
  LINALG_THREADS = 128, // svd: vectors of large matrices may be turned in several
};

typedef struct FftCall {
  int64_t batch;
  int64_t length[3]; // of the last `rank` dimensions
  int32_t rank, inverse, dtype, unused;
} FftCall;

// X(name, call's type, parameters after the call, arguments).
//
// cholesky: y y^H = x, y lower triangular; reads x's lower triangle.  Not positive definite: nan.
// triangular_solve: op(a) y = b (LEFT: b is n x k) or y op(a) = b (b is k x n), a n x n and
//   triangular, op by TRANSPOSE and CONJUGATE; UNIT: its diagonal counts as 1.
// lu: x[perm] = l u with partial pivoting; lu holds both, pivots[i] is the row swapped with row i.
// qr: x = q r; FULL: q is m x m, else m x min(m, n).
// eigh: x v = v diag(w), w ascending and real, of a Hermitian x (n x n) whose LOWER (else upper)
//   triangle is read.
// svd: x = u diag(s) vt, s descending; FULL: u is m x m and vt n x n.  u and vt only with VECTORS.
// eig: x v = v diag(w), w and v complex; v only with VECTORS.
// schur: x = z t z^H, z unitary; t upper triangular, of a real x with 2 x 2 blocks for pairs.
#define LINALG_FUNCTIONS(X)                                                                        \
  X(cholesky, LinalgCall, (const LinalgCall *c, const void *x, void *y, void *work),               \
    (c, x, y, work))                                                                               \
  X(triangular_solve, LinalgCall,                                                                  \
    (const LinalgCall *c, const void *a, const void *b, void *y, void *work), (c, a, b, y, work))  \
  X(lu, LinalgCall,                                                                                \
    (const LinalgCall *c, const void *x, void *lu, int32_t *pivots, int32_t *perm, void *work),    \
    (c, x, lu, pivots, perm, work))                                                                \
  X(qr, LinalgCall, (const LinalgCall *c, const void *x, void *q, void *r, void *work),            \
    (c, x, q, r, work))                                                                            \
  X(eigh, LinalgCall, (const LinalgCall *c, const void *x, void *v, void *w, void *work),          \
    (c, x, v, w, work))                                                                            \
  X(svd, LinalgCall,                                                                               \
    (const LinalgCall *c, const void *x, void *s, void *u, void *vt, void *work),                  \
    (c, x, s, u, vt, work))                                                                        \
  X(eig, LinalgCall, (const LinalgCall *c, const void *x, void *w, void *v, void *work),           \
    (c, x, w, v, work))                                                                            \
  X(schur, LinalgCall, (const LinalgCall *c, const void *x, void *t, void *z, void *work),         \
    (c, x, t, z, work))

// fft: y := the transform of x over its last dimensions; the inverse divides by the lengths.
#define LINALG_TRANSFORMS(X)                                                                       \
  X(fft, FftCall, (const FftCall *c, const void *x, void *y, void *work), (c, x, y, work))

#define LINALG_TYPES(X, ...) X(f32, __VA_ARGS__) X(f64, __VA_ARGS__) LINALG_COMPLEX(X, __VA_ARGS__)
#define LINALG_COMPLEX(X, ...) X(c64, __VA_ARGS__) X(c128, __VA_ARGS__)

#define LINALG_DECLARE(name, call, params, args)                                                   \
  void cjax_rt_##name params;                                                                      \
  int64_t cjax_rt_##name##_work(const call *c); // bytes of scratch
LINALG_FUNCTIONS(LINALG_DECLARE)
LINALG_TRANSFORMS(LINALG_DECLARE)

// Batches of LANES_FEW and more real matrices of up to LANES_MOST rows and columns: lanes.h.
enum { LANES_FEW = 4, LANES_MOST = 16 };

// Runs body on ranges that cover 0 .. n - 1, in threads where there are any.
void cjax_la_parallel_for(void (*body)(void *ctx, int64_t begin, int64_t end), void *ctx,
                          int64_t n);
// Which of the levels 2, 3, 4 (x86-64-v2 and so on) this machine has.
int cjax_la_level(void);
// Bytes of scratch for products of matrices with dimensions up to `most`.
int64_t cjax_la_product_room(int64_t most);
int64_t cjax_la_reflections_room(int64_t m, int64_t n);
int64_t cjax_la_rotations_room(int64_t n);
// For `vectors` vectors of lanes, where matrices of the call are computed in lanes.
int64_t cjax_la_lanes_room(const LinalgCall *c, int64_t vectors);

#endif

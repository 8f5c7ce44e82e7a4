// linalg.h -- matrix factorisations: what compiled programs call, and what the algorithms share.
//
// Matrices are row-major, `batch` of them one after the other.  Vectors and signs are chosen as
// LAPACK's unblocked algorithms choose them, which are the sources named in each file.
// `work` is scratch of cjax_rt_<name>_work bytes, whose contents do not matter.
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
};

// y y^H = x, y lower triangular; reads x's lower triangle.  Not positive definite: nan.
void cjax_rt_cholesky(const LinalgCall *c, const void *x, void *y);
// op(a) y = b (LEFT: b is n x k) or y op(a) = b (b is k x n), a n x n and triangular, op by
// TRANSPOSE and CONJUGATE; UNIT: its diagonal counts as 1.
void cjax_rt_triangular_solve(const LinalgCall *c, const void *a, const void *b, void *y);
// x[perm] = l u with partial pivoting; lu holds both, pivots[i] is the row swapped with row i.
void cjax_rt_lu(const LinalgCall *c, const void *x, void *lu, int32_t *pivots, int32_t *perm);
// x = q r; FULL: q is m x m, else m x min(m, n).
void cjax_rt_qr(const LinalgCall *c, const void *x, void *q, void *r, void *work);
// x v = v diag(w), w ascending and real, of a Hermitian x (n x n) whose LOWER (else upper) triangle
// is read.
void cjax_rt_eigh(const LinalgCall *c, const void *x, void *v, void *w, void *work);
// x = u diag(s) vt, s descending; FULL: u is m x m and vt n x n.  u and vt only with VECTORS.
void cjax_rt_svd(const LinalgCall *c, const void *x, void *s, void *u, void *vt, void *work);

// x v = v diag(w), w and v complex; v only with VECTORS.
void cjax_rt_eig(const LinalgCall *c, const void *x, void *w, void *v, void *work);

typedef struct FftCall {
  int64_t batch;
  int64_t length[3]; // of the last `rank` dimensions
  int32_t rank, inverse, dtype, unused;
} FftCall;

// y := the transform of x (c64 or c128) over its last dimensions; the inverse divides by the
// lengths.
void cjax_rt_fft(const FftCall *c, const void *x, void *y, void *work);

// Bytes of scratch.
int64_t cjax_rt_eig_work(const LinalgCall *c);
int64_t cjax_rt_fft_work(const FftCall *c);
int64_t cjax_rt_qr_work(const LinalgCall *c);
int64_t cjax_rt_eigh_work(const LinalgCall *c);
int64_t cjax_rt_svd_work(const LinalgCall *c);

#endif

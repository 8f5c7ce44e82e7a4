// work.c -- bytes of scratch that the functions want, for the widest element type.
#include "runtime/linalg/fft.h"
#include "runtime/linalg/linalg.h"

static int64_t least(int64_t x, int64_t y) { return x < y ? x : y; }
static int64_t most(int64_t x, int64_t y) { return x > y ? x : y; }

// The blocks of product.c; matrices of up to 16 rows need none.
int64_t cjax_la_product_room(int64_t n) {
  if (n <= 16) return 0;
  return 8 * (96 * 256 + least(256, 2 * n) * least(512, (2 * n + 31) / 32 * 32));
}

int64_t cjax_rt_cholesky_work(const LinalgCall *c) { return cjax_la_product_room(c->n); }
int64_t cjax_rt_triangular_solve_work(const LinalgCall *c) {
  return least(c->n, c->k) <= 8 ? 0 : cjax_la_product_room(most(c->n, c->k));
}
int64_t cjax_rt_lu_work(const LinalgCall *c) {
  return c->m * 16 * 16 + cjax_la_product_room(most(c->m, c->n));
}
int64_t cjax_rt_qr_work(const LinalgCall *c) { return 16 * (c->m * c->n + c->m + 2 * c->n); }
int64_t cjax_rt_eigh_work(const LinalgCall *c) { return 16 * (2 * c->n * c->n + 4 * c->n); }
int64_t cjax_rt_svd_work(const LinalgCall *c) {
  int64_t m = c->m > c->n ? c->m : c->n, n = c->m > c->n ? c->n : c->m;
  int64_t cols = c->flags & LINALG_FULL ? m : n;
  return 16 * (m * n + 3 * m * cols + 4 * n * n + 8 * m + 8);
}
int64_t cjax_rt_eig_work(const LinalgCall *c) { return 16 * (4 * c->n * c->n + 8 * c->n + 8); }
int64_t cjax_rt_fft_work(const FftCall *c) {
  int64_t room = 0;
  for (int i = 0; i < c->rank; i++)
    room = most(room, line_room(c->length[i]));
  return 16 * room;
}

// work.c -- bytes of scratch that the functions want, for the widest element type.
#include <stdbool.h>

#include "runtime/linalg/fft.h"
#include "runtime/linalg/linalg.h"

static int64_t least(int64_t x, int64_t y) { return x < y ? x : y; }
static int64_t most(int64_t x, int64_t y) { return x > y ? x : y; }

// The blocks of product.c.
int64_t cjax_la_product_room(int64_t n) {
  int64_t rows = least(96, (n + 11) / 12 * 12), columns = least(512, (2 * n + 31) / 32 * 32);
  return 8 * least(256, 2 * n) * (rows + columns);
}

int64_t cjax_la_lanes_room(const LinalgCall *c, int64_t vectors) {
  bool few = c->batch < LANES_FEW || c->m > LANES_MOST || c->n > LANES_MOST;
  return few ? 0 : 64 * (vectors + 1);
}

int64_t cjax_rt_cholesky_work(const LinalgCall *c) {
  return most(cjax_la_product_room(c->n), cjax_la_lanes_room(c, c->n * c->n));
}
int64_t cjax_rt_triangular_solve_work(const LinalgCall *c) {
  return least(c->n, c->k) <= 8 ? 0 : cjax_la_product_room(most(c->n, c->k));
}
int64_t cjax_rt_lu_work(const LinalgCall *c) {
  int64_t room = c->m * 16 * 16 + cjax_la_product_room(most(c->m, c->n));
  return most(room, cjax_la_lanes_room(c, c->m * c->n + 2 * most(c->m, c->n)));
}
// The blocks of reflections.c, of windows with up to m rows and n columns.
int64_t cjax_la_reflections_room(int64_t m, int64_t n) {
  return 16 * 32 * (m + 2 * most(n, 32) + 32) + cjax_la_product_room(most(m, n));
}

int64_t cjax_rt_qr_work(const LinalgCall *c) {
  int64_t columns = most(c->n, c->flags & LINALG_FULL ? c->m : 0);
  int64_t room = 16 * (c->m * c->n + c->m + 2 * columns) + cjax_la_reflections_room(c->m, columns);
  int64_t cols = c->flags & LINALG_FULL ? c->m : least(c->m, c->n);
  return most(room, cjax_la_lanes_room(c, c->m * c->n + cols * (c->m + c->n)));
}
// Of m rows; see rotations.c.
int64_t cjax_la_rotations_room(int64_t m) { return 64 + 32 * 24 * m + 8 * 256 * m; }

// See divide.h; the products are of real matrices with up to 2 n columns.
static int64_t divide_room(int64_t n) {
  return 8 * (4 * n * n + 11 * n) + cjax_la_product_room(2 * n);
}

int64_t cjax_rt_eigh_work(const LinalgCall *c) {
  int64_t n = c->n, blocks = most(cjax_la_reflections_room(n, n), cjax_la_product_room(n));
  int64_t pairs = 16 * (2 * 32 + 1) * n + blocks;
  int64_t room =
      16 * (2 * n * n + 2 * n) + most(most(pairs, divide_room(n)), cjax_la_rotations_room(n));
  return most(room, cjax_la_lanes_room(c, 2 * n * n + 2 * n));
}
int64_t cjax_rt_svd_work(const LinalgCall *c) {
  int64_t m = c->m > c->n ? c->m : c->n, n = c->m > c->n ? c->n : c->m;
  int64_t cols = c->flags & LINALG_FULL ? m : n;
  int64_t turns = 2 * cjax_la_rotations_room(n);
  int64_t pairs = 16 * (2 * 32 + 1) * (m + n) + cjax_la_product_room(m);
  int64_t blocks = most(cjax_la_reflections_room(m, cols), pairs);
  int64_t room = 16 * (m * n + 3 * m * cols + 4 * n * n + 8 * m + 8) + most(turns, blocks);
  return most(room, cjax_la_lanes_room(c, 3 * n * n + 2 * n));
}
// See hessenberg.c (PANEL), eig_sweep.h (MOST_WIDE, WIDE) and eig_columns.h (COLUMNS).
static int64_t eig_room(int64_t n) {
  int64_t wide = 192, sweeps = 2 * wide * (wide + 16) + wide * (n + 4);
  int64_t columns = 16 * most(2 * 64 * n, sweeps);
  int64_t reduce = 16 * (4 * 32 * n + 2 * n + 32 * 32) + cjax_la_reflections_room(n, n);
  return 16 * 2 * n * (n + 33) + most(columns, reduce) + cjax_la_product_room(most(n, wide));
}

int64_t cjax_rt_eig_work(const LinalgCall *c) {
  int64_t n = c->n;
  int64_t room = n > 75 ? eig_room(n) : 16 * (4 * n * n + 8 * n + 8);
  return most(room, cjax_la_lanes_room(c, 4 * n * n + 2 * n));
}
int64_t cjax_rt_schur_work(const LinalgCall *c) {
  LinalgCall one = *c;
  one.batch = 1;
  return cjax_rt_eig_work(&one);
}

static int64_t axis_room(int64_t n) {
  int64_t lines = most(line_room(n, 16), n < LONG_LINE ? lanes_room(n, 16) : 0);
  return n >= SHORT_LINE && table_length(n) == n ? most(lines, long_room(n, 16)) : lines;
}

int64_t cjax_rt_fft_work(const FftCall *c) {
  int64_t room = 0;
  for (int i = 0; i < c->rank; i++)
    room = most(room, axis_room(c->length[i]));
  return room;
}

// dot_row.c -- rows by one vector: lanes along the contracted dimension are summed.
//
// One row at a time: what is waited for is the matrix, and one stream of it is prefetched best.
#include "lower/ops/dot.h"

#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/ops/blocks.h"
#include "lower/ops/nest.h"

enum { FEW_LANES = 4 }; // fewer elements are added one by one

int64_t side_count(const Side *s) {
  int64_t n = 1;
  for (int i = 0; i < s->free.n; i++)
    n *= side_extent(s, i);
  return n;
}

// Whether elements along the last of `dims` lie one after the other: all extents after it are 1.
static bool side_is_dense(const Side *s, Dims dims) {
  int i = s->d.n - 1;
  while (dims.n && i > dims.d[dims.n - 1] && s->d.d[i] == 1)
    i--;
  return dims.n && i == dims.d[dims.n - 1];
}

static bool row_step(Build *b, Dot *t, const Val *acc, Val *y) {
  Val v = dot_vector(b, dot_load(b, t, &t->y, t->n, t->width), t->width);
  Val u = dot_vector(b, dot_load(b, t, &t->x, t->m, t->width), t->width);
  y[0] = dot_multiply_add(b, t, u, v, acc[0]);
  return true;
}

static bool row_lanes(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Dot *t = ctx;
  t->kk[t->x.contract.n - 1] = i;
  return row_step(b, t, acc, y);
}

static Val add_lanes(Build *b, void *ctx, Val x, Val y) {
  (void)ctx;
  return emit_add(b, x, y);
}

// Whether the last elements of a row are a vector too, of which the first lanes are loaded.
static bool rest_is_vector(const Dot *t, int64_t rest) {
  MlirType x = type_element(t->k->in[0].type), y = type_element(t->k->in[1].type);
  return rest >= FEW_LANES && mlirTypeEqual(x, t->sum) && mlirTypeEqual(y, t->sum);
}

static Val row_rest(Build *b, Dot *t, Val i, int lanes, Val acc) {
  t->kk[t->x.contract.n - 1] = i;
  Val v = dot_load_first(b, t, &t->y, t->n, ROW_LANES, lanes);
  Val u = dot_load_first(b, t, &t->x, t->m, ROW_LANES, lanes);
  return dot_multiply_add(b, t, u, v, acc);
}

// One row times the vector; the contracted dimension is one and contiguous in both.
static bool row_sum(Build *b, Dot *t, const Val *i) {
  memcpy(t->m, i, sizeof *i * (size_t)t->x.free.n);
  memcpy(t->n, i + t->x.free.n, sizeof *i * (size_t)t->y.free.n);
  int64_t k = t->x.d.d[t->x.contract.d[t->x.contract.n - 1]];
  int64_t whole = k > SHORT ? k / ROW_LANES * ROW_LANES : 0;
  Val mid = emit_index(b, whole), hi = emit_index(b, k);
  Val sum = dot_zero(b, t);
  if (whole) {
    t->width = ROW_LANES;
    Val acc = dot_vector(b, sum, ROW_LANES), y;
    Val lo = emit_index(b, 0);
    BlockLoop l = {lo, mid, whole / ROW_LANES, ROW_LANES, SHORT, 1, &(const bool){true}, false};
    if (!emit_for_blocks(b, &l, &acc, row_lanes, t, &y)) return false;
    if (rest_is_vector(t, k - whole)) {
      y = row_rest(b, t, mid, (int)(k - whole), y);
      whole = k;
    }
    sum = emit_fold_lanes(b, y, add_lanes, NULL);
  }
  t->width = 1;
  Val one = emit_index(b, 1), y = sum;
  if (whole < k && !emit_for(b, mid, hi, one, 1, &sum, row_lanes, t, &y)) return false;
  dot_store(b, t, t->m, t->n, y, 1);
  return true;
}

bool dot_rows_suit(const Dot *t) {
  if (t->x.contract.n != 1 || !element_is_float(t->sum) || !optimise_by(OPTIMISE_DOTS))
    return false;
  if (t->k->in[0].uniform || t->k->in[1].uniform) return false;
  bool dense = side_is_dense(&t->x, t->x.contract) && side_is_dense(&t->y, t->y.contract);
  return dense && (side_count(&t->y) == 1 || side_count(&t->x) < 4);
}

static bool row_outer(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  memcpy(t->batch, i, sizeof *i * (size_t)t->x.batch.n);
  return row_sum(b, t, i + t->x.batch.n);
}

bool dot_rows(Build *b, Dot *t) {
  Dims l = {0};
  dot_add_batch(&l, t), dot_add_free(&l, &t->x, 0), dot_add_free(&l, &t->y, 0);
  int64_t work = t->x.d.d[t->x.contract.d[0]] / ROW_LANES * PER_VECTOR + 1;
  return emit_nest_parallel(b, l, work, row_outer, t);
}

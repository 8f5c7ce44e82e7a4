// dot_tile.c -- tiles of a contraction: ROWS rows times a vector, whose sums stay in registers.
#include "lower/ops/dot.h"

#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/ops/blocks.h"
#include "lower/ops/nest.h"

//===-- the contracted dimensions ----------------------------------------===//

typedef bool StepFn(Build *b, Dot *t, const Val *acc, Val *y);
typedef struct Contract {
  Dot *t;
  StepFn *step;
  int n; // accumulators
} Contract;

static bool contract_level(Build *b, void *ctx, Val i, const Val *acc, Val *y);

static bool contract_open(Build *b, Contract *c, const Val *acc, Val *y) {
  Dot *t = c->t;
  if (t->level == t->steps.n) return c->step(b, t, acc, y);
  int64_t inner = 1;
  for (int i = t->level + 1; i < t->steps.n; i++)
    inner *= t->steps.d[i];
  static const bool sums[ROWS] = {true, true, true, true, true, true};
  int64_t n = t->steps.d[t->level];
  bool row = side_last(&t->x) == 1, one = row && side_last(&t->y) == 1;
  int chain = one ? CHAIN_OF_ONE : row && n * inner <= CHAIN_OF_ROW ? CHAIN_OF_ROW : CHAIN;
  bool all = t->level || val_is_none(t->from);
  Val lo = all ? emit_index(b, 0) : t->from, hi = all ? emit_index(b, n) : t->to;
  BlockLoop l = {lo, hi, n, 1, block_steps(chain, inner), c->n, sums, c->n > 1};
  return emit_for_blocks(b, &l, acc, contract_level, c, y);
}

static bool contract_level(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Contract *c = ctx;
  c->t->kk[c->t->level++] = i;
  bool ok = contract_open(b, c, acc, y);
  c->t->level--;
  return ok;
}

//===-- tiles ------------------------------------------------------------===//

// The contracted dimensions as one index.
Val dot_contract_index(Build *b, const Dot *t) {
  Val i = VAL_NONE;
  for (int n = 0; n < t->steps.n; n++)
    i = n ? emit_add(b, index_mul(b, i, t->steps.d[n]), t->kk[n]) : t->kk[n];
  return val_is_none(i) ? emit_index(b, 0) : i;
}

// One contracted element for all rows of the tile.
static bool tile_step(Build *b, Dot *t, const Val *acc, Val *y) {
  Val v;
  if (val_is_none(t->packed)) {
    v = dot_load(b, t, &t->y, t->n, t->width);
  } else {
    Val n = t->n[t->y.free.n - 1], w = emit_index(b, dot_lanes(t));
    Val panel = emit_bin(b, "arith.divui", n, w), lane = emit_bin(b, "arith.remui", n, w);
    Val idx[] = {panel, dot_contract_index(b, t), lane};
    v = dot_load_vector(b, t->packed, 3, idx, t->width);
  }
  v = dot_vector(b, v, t->width);
  for (int r = 0; r < t->rows; r++) {
    Val m[MAX_RANK];
    dot_row(b, t, r, m);
    Val x = dot_vector(b, dot_load(b, t, &t->x, m, 1), t->width);
    y[r] = dot_multiply_add(b, t, x, v, acc[r]);
  }
  return true;
}

// What the tile's sums are before the part: zero, or what the parts before came to.
static bool tile_begin(Build *b, void *ctx, bool first, Val *acc) {
  const Dot *t = ctx;
  for (int r = 0; r < t->rows; r++) {
    Val m[MAX_RANK];
    if (!first) dot_row(b, t, r, m);
    acc[r] = first ? dot_vector(b, dot_zero(b, t), t->width) : dot_load_result(b, t, m, t->n);
  }
  return true;
}

static bool tile_open(Build *b, Dot *t, Val *acc) {
  if (val_is_none(t->from)) return tile_begin(b, t, true, acc);
  MlirType types[ROWS], type = mlirValueGetType(dot_vector(b, dot_zero(b, t), t->width));
  for (int r = 0; r < t->rows; r++)
    types[r] = type;
  Val first = emit_cmp(b, "eq", t->from, emit_index(b, 0));
  return emit_if(b, first, t->rows, types, tile_begin, t, acc);
}

//===-- few sums of many terms -----------------------------------------------------------===//

// A tile of one or two vectors waits for each multiply-add before the next: every fourth step is
// added to sums of its own.
enum { CHAINS = 4, CHAINED_ROWS = 2, MANY_STEPS = 64 };

static bool is_chained(const Dot *t) {
  int lanes = element_bits(t->sum) == 64 ? 8 : 16;
  return t->rows <= CHAINED_ROWS && t->width <= lanes && t->width > 1 && t->steps.n == 1 &&
         !t->x.window && val_is_none(t->from) && element_is_float(t->sum) &&
         t->steps.d[0] >= MANY_STEPS && optimise_by(OPTIMISE_CHAINS);
}

static bool chained_step(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Dot *t = ctx;
  for (int c = 0; c < CHAINS; c++) {
    t->kk[0] = index_add(b, i, c);
    if (!tile_step(b, t, acc + c * t->rows, y + c * t->rows)) return false;
  }
  return true;
}

static bool chained_sums(Build *b, Dot *t, const Val *first, Val *y) {
  static const bool sums[] = {true, true, true, true, true, true, true, true};
  Val acc[CHAINS * CHAINED_ROWS], z[CHAINS * CHAINED_ROWS];
  int64_t n = t->steps.d[0], whole = n / CHAINS * CHAINS;
  int rows = t->rows;
  for (int i = 0; i < CHAINS * rows; i++)
    acc[i] = first[i % rows]; // zero
  BlockLoop l = {emit_index(b, 0),
                 emit_index(b, whole),
                 whole / CHAINS,
                 CHAINS,
                 CHAIN,
                 CHAINS * rows,
                 sums,
                 true};
  if (!emit_for_blocks(b, &l, acc, chained_step, t, z)) return false;
  for (int r = 0; r < rows; r++)
    y[r] =
        emit_add(b, emit_add(b, z[r], z[rows + r]), emit_add(b, z[2 * rows + r], z[3 * rows + r]));
  for (int64_t k = whole; k < n; k++) {
    t->kk[0] = emit_index(b, k);
    memcpy(acc, y, sizeof *y * (size_t)rows);
    if (!tile_step(b, t, acc, y)) return false;
  }
  return true;
}

static bool tile(Build *b, Dot *t) {
  Val acc[ROWS], y[ROWS];
  if (!tile_open(b, t, acc)) return false;
  Contract c = {t, tile_step, t->rows};
  bool ok = is_chained(t) ? chained_sums(b, t, acc, y) : contract_open(b, &c, acc, y);
  if (!ok) return false;
  for (int r = 0; r < t->rows; r++) {
    Val m[MAX_RANK];
    dot_row(b, t, r, m);
    dot_store(b, t, m, t->n, y[r], t->width);
  }
  return true;
}

static bool tile_rows_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  if (t->x.free.n) t->m[t->x.free.n - 1] = i;
  return tile(b, t);
}

static bool last_rows(Build *b, void *ctx, bool last, Val *y) {
  Dot *t = ctx;
  int64_t m = side_last(&t->x);
  t->rows = (int)(m % ROWS);
  return !last || tile_rows_body(b, t, emit_index(b, m - t->rows), NULL, NULL);
}

// The block's rows for one position of n: tiles of ROWS rows, and in the last block the rest.
static bool tiles_down(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  int64_t m = side_last(&t->x), whole = m / ROWS * ROWS;
  bool one = t->block >= m;
  if (t->y.free.n) t->n[t->y.free.n - 1] = i;
  Val end = one ? VAL_NONE : index_add(b, t->first_row, t->block);
  Val hi = emit_index(b, whole), step = emit_index(b, ROWS);
  if (!one) hi = emit_bin(b, "arith.minsi", end, hi);
  t->rows = ROWS;
  if (whole && !emit_for(b, t->first_row, hi, step, 0, NULL, tile_rows_body, t, NULL)) return false;
  if (m == whole || one) return m == whole || last_rows(b, t, true, NULL);
  return emit_if(b, emit_cmp(b, "sge", end, emit_index(b, m)), 0, NULL, last_rows, t, NULL);
}

static bool rest_across(Build *b, Dot *t) {
  int64_t rest = side_last(&t->y) % dot_lanes(t);
  while (t->width / 2 >= rest)
    t->width /= 2;
  t->lanes = t->width == rest ? 0 : rest;
  bool ok = tiles_down(b, t, emit_index(b, side_last(&t->y) - rest), NULL, NULL);
  t->lanes = 0;
  return ok;
}

// All of n from panels: whole vectors, then one of which only the first lanes are stored.
static bool tiles_across_panels(Build *b, Dot *t) {
  int w = t->width = dot_lanes(t);
  int64_t n = side_last(&t->y), whole = n / w * w;
  if (t->rest) return rest_across(b, t);
  if (!val_is_none(t->panel)) return tiles_down(b, t, index_mul(b, t->panel, w), NULL, NULL);
  Val lo = emit_index(b, 0), hi = emit_index(b, whole), step = emit_index(b, w);
  if (whole && !emit_for(b, lo, hi, step, 0, NULL, tiles_down, t, NULL)) return false;
  return n == whole || rest_across(b, t);
}

// All of n: whole vectors, then vectors of half the width, and so on.
bool dot_tiles(Build *b, Dot *t) {
  if (!val_is_none(t->packed)) return tiles_across_panels(b, t);
  int64_t n = side_last(&t->y), at = 0;
  bool vectors = side_is_last(&t->y, t->y.free) || t->k->in[t->y.operand].uniform;
  for (t->width = vectors ? dot_lanes(t) : 1; t->width >= 1; t->width /= 2) {
    int64_t end = at + (n - at) / t->width * t->width;
    if (end > at) {
      Val lo = emit_index(b, at), hi = emit_index(b, end), step = emit_index(b, t->width);
      if (!emit_for(b, lo, hi, step, 0, NULL, tiles_down, t, NULL)) return false;
    }
    at = end;
  }
  return true;
}

// dot.c -- contractions: sums of products over dimensions, result [batch, x's free, y's free].
//
// The last free dimension of each operand (m and n) is cut in tiles of ROWS times a vector; a
// tile's sums stay in registers while the contracted dimensions run in order, each step one fused
// multiply-add: left to right, whatever the tiling; many steps in parts, between which the sums are
// in the result.  y is first copied to [contracted, n] when n is not its last dimension, and in
// panels of a vector's width when it is large. One vector (no n): x and y change places, or, when
// x's rows are contiguous, lanes along the contracted dimension are summed.
#include "lower/ops/dot.h"

#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

static Dims side_free(Dims d, Dims batch, Dims contract) {
  Dims f = {0};
  for (int i = 0; i < d.n; i++)
    if (!dims_has(batch, i) && !dims_has(contract, i)) f.d[f.n++] = i;
  return f;
}

void dot_add_batch(Dims *l, const Dot *t) {
  for (int i = 0; i < t->x.batch.n; i++)
    l->d[l->n++] = t->x.d.d[t->x.batch.d[i]];
}

void dot_add_free(Dims *l, const Side *s, int rest) {
  for (int i = 0; i < s->free.n - rest; i++)
    l->d[l->n++] = side_extent(s, i);
}

// How many steps of the contracted dimension are added at once, so that a part of y's panel stays
// in the second-level cache beside a tile's rows; 0: all.  Parts of f32 sums are whole blocks of
// CHAIN.  In steps of the outermost loop.
static int64_t part_steps(const Dot *t) {
  bool same = mlirTypeEqual(type_element(t->k->dst[0].type), t->sum);
  if (!optimise_by(OPTIMISE_PARTS)) return 0;
  if (!element_is_float(t->sum) || !same || val_is_none(t->packed) || t->x.contract.n != 1)
    return 0;
  int64_t n = dims_product(t->steps), inner = n / t->steps.d[0];
  if (n < 2 * DEPTH) return 0;
  return inner < DEPTH ? DEPTH / inner : 1;
}

static bool tiles_part(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  t->from = i;
  t->to = emit_bin(b, "arith.minsi", index_add(b, i, part_steps(t)), emit_index(b, t->steps.d[0]));
  bool ok = dot_tiles(b, t);
  t->from = VAL_NONE;
  return ok;
}

// The block of rows.
static bool tiles(Build *b, Dot *t) {
  if (!part_steps(t)) return dot_tiles(b, t);
  Val lo = emit_index(b, 0), hi = emit_index(b, t->steps.d[0]);
  Val step = emit_index(b, part_steps(t));
  return emit_for(b, lo, hi, step, 0, NULL, tiles_part, t, NULL);
}

// As many rows of x as all of y passes at once: the more, the less often it is read.
static int64_t block_rows(const Dot *t) {
  int64_t bytes = element_bits(t->sum) / 8 * dims_product(t->steps);
  if (part_steps(t)) bytes = bytes / t->steps.d[0] * part_steps(t);
  int64_t rows = BLOCK_BYTES / (bytes ? bytes : 1) / ROWS * ROWS;
  return rows < 2 * ROWS ? 2 * ROWS : rows;
}

static bool dot_block(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  t->first_row = i;
  return tiles(b, t);
}

// A share of the rows, for one thread.
static bool row_share(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  return dot_block(b, t, index_mul(b, i, t->block), NULL, NULL);
}

static int64_t round_up(int64_t n, int64_t to) { return (n + to - 1) / to * to; }

// How many rows each share has: of many rows a multiple of SHARES shares, or of SHARES_OF_LARGE
// where y is large; 0: one thread does it all.
static int64_t share_rows(const Dot *t) {
  int64_t m = side_last(&t->x), block = block_rows(t);
  int64_t y_bytes = element_bits(t->sum) / 8 * dims_product(t->steps) * side_last(&t->y);
  int64_t each = y_bytes > LARGE_BYTES ? SHARES_OF_LARGE : SHARES, unit = each;
  if (m < 4 * ROWS) return 0;
  while (round_up((m + each - 1) / each, ROWS) > block)
    each += unit;
  int64_t rows = round_up((m + each - 1) / each, ROWS);
  return rows < 2 * ROWS ? 2 * ROWS : rows;
}

// Vector operations for a row.
static int64_t row_work(const Dot *t) {
  int64_t n = side_last(&t->y);
  for (int i = 0; i < t->x.contract.n; i++)
    n *= t->x.d.d[t->x.contract.d[i]];
  return n / dot_lanes(t);
}

static bool pays_threads(Build *b, const Dot *t) {
  return emit_pays_threads(b, side_last(&t->x) * row_work(t) * PER_VECTOR);
}

static bool rows_blocks(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  if (t->x.free.n) memcpy(t->m, i, sizeof *i * (size_t)(t->x.free.n - 1));
  int64_t m = side_last(&t->x), share = share_rows(t);
  if (share && pays_threads(b, t)) {
    t->block = share;
    return emit_parallel(b, (m + share - 1) / share, share * row_work(t) * 16, row_share, t);
  }
  t->block = block_rows(t);
  Val lo = emit_index(b, 0), hi = emit_index(b, m), step = emit_index(b, t->block);
  if (m <= t->block) return dot_block(b, t, lo, NULL, NULL);
  return emit_for(b, lo, hi, step, 0, NULL, dot_block, t, NULL);
}

//===-- shares of columns ------------------------------------------------===//

// Whether threads share y's panels: each copies those that it takes itself, and they stay in its
// caches; all of x does so too.
static bool columns_shared(Build *b, const Dot *t) {
  int64_t bytes = element_bits(t->sum) / 8 * side_last(&t->x), n = side_last(&t->y);
  for (int i = 0; i < t->x.contract.n; i++)
    bytes *= t->x.d.d[t->x.contract.d[i]];
  if (val_is_none(t->packed) || t->x.free.n != 1 || part_steps(t)) return false;
  return bytes <= SHARED_BYTES && n >= MIN_PANELS * dot_lanes(t) && pays_threads(b, t);
}

static bool column_share_part(Build *b, void *ctx, bool whole, Val *y) {
  Dot *t = ctx;
  t->rest = !whole;
  bool ok = whole ? dot_pack_panel(b, t, t->panel) : dot_pack_rest(b, t);
  ok = ok && dot_block(b, t, emit_index(b, 0), NULL, NULL);
  return t->rest = false, ok;
}

static bool column_share(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  int64_t n = side_last(&t->y), w = dot_lanes(t);
  t->panel = i;
  if (n % w == 0) return column_share_part(b, t, true, NULL);
  Val whole = emit_cmp(b, "slt", i, emit_index(b, n / w));
  return emit_if(b, whole, 0, NULL, column_share_part, t, NULL);
}

static bool column_shares(Build *b, Dot *t) {
  int64_t m = side_last(&t->x), w = dot_lanes(t), panels = (side_last(&t->y) + w - 1) / w;
  t->block = m;
  bool ok = emit_parallel(b, panels, m * row_work(t) / panels * 16, column_share, t);
  return t->panel = VAL_NONE, ok;
}

static bool dot_outer(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  int nb = t->x.batch.n;
  memcpy(t->batch, i, sizeof *i * (size_t)nb);
  if (t->y.free.n) memcpy(t->n, i + nb, sizeof *i * (size_t)(t->y.free.n - 1));
  if (columns_shared(b, t)) return column_shares(b, t);
  if (!val_is_none(t->packed) && !dot_pack(b, t)) return false;
  Dims l = {0};
  dot_add_free(&l, &t->x, 1);
  return emit_nest(b, l, rows_blocks, t);
}

static Side side_of(const OpCall *c, int operand, const char *batch, const char *contract) {
  Side s = {.operand = operand, .d = val_dims(c->in[operand])};
  s.batch = attr_dims(c->attrs, batch), s.contract = attr_dims(c->attrs, contract);
  s.free = side_free(s.d, s.batch, s.contract);
  return s;
}

static Dims steps_of(const Dot *t) {
  const Window *w = t->x.window;
  Dims d = w ? w->d : t->x.d, over = w ? w->contract : t->x.contract, steps = over;
  for (int i = 0; i < over.n; i++)
    steps.d[i] = d.d[over.d[i]];
  return steps;
}

bool dot_kernel(Kernel *k, const OpCall *c, const Window *window, Val *out) {
  if (!lane_supported(c)) return false;
  Dot t = {.k = k, .c = c, .from = VAL_NONE, .panel = VAL_NONE};
  t.x = side_of(c, 0, "lhs_batch", "lhs_contracting");
  t.y = side_of(c, 1, "rhs_batch", "rhs_contracting");
  MlirType e = type_element(c->out[0]);
  t.sum = element_is_float(e) && element_bits(e) == 16 ? type_f32(&k->b) : e;
  out[0] = VAL_NONE;
  t.x.window = window, t.steps = steps_of(&t);
  if (!window && dot_rows_suit(&t)) return dot_rows(&k->b, &t);
  if (!window && side_count(&t.y) == 1 && side_is_last(&t.x, t.x.free)) { // a vector from the left
    Side x = t.x;
    t.x = t.y, t.y = x, t.swapped = true;
  }
  if (dot_pack_suits(&t)) t.packed = dot_pack_scratch(&k->b, &t);
  Dims l = {0};
  dot_add_batch(&l, &t), dot_add_free(&l, &t.y, 1);
  return emit_nest(&k->b, l, dot_outer, &t);
}

static bool kernel_dot(Kernel *k, const OpCall *c, Val *out) {
  return dot_kernel(k, c, NULL, out);
}
const OpLower lower_dot_general = {.kernel = kernel_dot};

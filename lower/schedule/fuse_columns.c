// fuse_columns.c -- the loops of reductions over other than the last dimensions.
//
// y[kept] is combined in memory while all dimensions run in order.  Of f32 sums, blocks of terms:
// each is added to the totals, in f64, and begins at zero.  Where the last dimension is kept,
// several steps of the one before it are added at once, in order:
//
//   for i by 8 { for j { y[j] = (y[j] + x[i, j]) + x[i + 1, j] + ... } }
//
// and the next steps' elements at j are asked for.
//
// Of much, each of SHARES ranges of dimension 0 has its own y, and these are combined at the end.
#include "dialect/support/optimise.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"
#include "lower/schedule/run.h"

// MOST_SHARED: elements of y that have shares.  GROUP_OPS: of steps that are taken at once.
// FEW_BYTES: of y, beside which a row fits in the first-level cache.  AHEAD_BYTES: of rows that
// stay in the second-level cache until they are used.  LINE: bytes of a cache line.
enum {
  MOST_SHARED = 1 << 13,
  MOST_STEPS = 8,
  GROUP_OPS = 64,
  FEW_BYTES = 1 << 13,
  AHEAD_BYTES = 1 << 19,
  LINE = 64
};

//===-- memory ---------------------------------------------------------------------------===//

static Node *reduced(const Run *r, uint32_t n) { return r->s->reduces.data[n]; }


// The index of a result: dimensions before r->depth as the loops have them, the others from i.
static void column_index(const Run *r, const Val *i, Val *idx) {
  for (int n = 0; n < r->s->shape.n; n++)
    if (!dims_has(r->s->axes, n)) *idx++ = n < r->depth ? r->idx[n] : *i++;
}

static bool column_nest(Run *r, Build *b, NestFn *body) {
  Dims kept = {0};
  for (int i = r->depth; i < r->s->shape.n; i++)
    if (!dims_has(r->s->axes, i)) kept.d[kept.n++] = r->s->shape.d[i];
  return emit_nest(b, kept, body, r);
}

static MlirType total_type(Build *b, const Node *n) {
  return type_with_element(n->mem_type, type_f64(b));
}

// Of what reduction n comes to before the result is made of it.
static MlirType sum_type(Build *b, const Run *r, uint32_t n) {
  return r->wide[n] ? total_type(b, reduced(r, n)) : reduced(r, n)->mem_type;
}

static Val sum_memory(const Run *r, uint32_t n) { return r->wide[n] ? r->totals[n] : r->mem[n]; }

// The sums of all shares: [SHARES, kept..].
static MlirType shared_type(Build *b, const Run *r, uint32_t n) {
  MlirType t = sum_type(b, r, n);
  Dims kept = type_dims(t), d = {kept.n + 1, {SHARES}};
  for (int i = 0; i < kept.n; i++)
    d.d[i + 1] = kept.d[i];
  return type_with_dims(t, d);
}

//===-- steps ------------------------------------------------------------------------------===//

static bool column_init(Build *b, void *ctx, const Val *i) {
  Run *r = ctx;
  Val idx[MAX_RANK];
  column_index(r, i, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Node *at = reduced(r, n);
    Val zero = r->wide[n] ? emit_float(b, type_f64(b), 0) : run_identity(b, r, (int)n);
    mem_write(b, sum_memory(r, n), sum_type(b, r, n), fuse_local(r->f, at, idx), zero);
  }
  return true;
}

// One element of the innermost loop, for `steps` indices of the dimension before it.
static bool column_elements(Run *r, Build *b, Val i, const Val *step, int steps) {
  uint32_t mark = r->f->cache.n;
  r->f->iv = i;
  Val idx[MAX_RANK];
  run_result_index(r, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Node *at = reduced(r, n);
    const Val *where = fuse_local(r->f, at, idx);
    Val sum = fuse_load(r->f, b, r->mem[n], at->mem_type, where);
    for (int k = 0; k < steps; k++) {
      Val x;
      if (step) r->idx[r->s->shape.n - 2] = step[k];
      if (!run_term(r, b, (int)n, &x)) return false;
      sum = run_combine(b, r, (int)n, sum, x);
    }
    fuse_store(r->f, b, r->mem[n], at->mem_type, where, sum);
  }
  for (int k = 0; k < steps; k++) {
    if (step) r->idx[r->s->shape.n - 2] = step[k];
    if (!run_stores(r, b)) return false;
  }
  r->f->cache.n = mark;
  return true;
}

static bool column_step(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  return column_elements(ctx, b, i, NULL, 1);
}

// Steps lo to hi of the innermost dimension, in vectors where it is kept and an op is expensive.
static bool column_innermost(Run *r, Build *b, Val lo, Val hi) {
  int last = r->s->shape.n - 1;
  int64_t n = r->s->shape.d[last], w = dims_has(r->s->axes, last) ? 1 : run_store_lanes(r);
  r->idx[last] = fuse_inner(0);
  if (!run_hoist(r, b)) return false;
  if (run_parallel(r)) return run_first(r, b, column_step);
  if (w == 1) return emit_for(b, lo, hi, emit_index(b, 1), 0, NULL, column_step, r, NULL);
  Val mid = emit_index(b, n / w * w);
  r->f->width = (int)w;
  bool ok = emit_for(b, lo, mid, emit_index(b, w), 0, NULL, column_step, r, NULL);
  r->f->width = 1;
  if (n % w == 0 || !ok) return ok;
  return emit_for(b, mid, hi, emit_index(b, 1), 0, NULL, column_step, r, NULL);
}

//===-- several steps at once ------------------------------------------------------------===//

typedef struct Group {
  Run *r;
  int steps;
  Val step[MOST_STEPS], next[MOST_STEPS]; // indices; none: no elements are asked for
} Group;

// An operand of which each step reads a row.
static bool is_read_by_rows(const Run *r, const Node *n) {
  return !n->c && n->arg >= 0 && !r->f->k->in[n->arg].uniform &&
         dims_equal(type_dims(n->type), r->s->shape);
}

static bool group_element(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Group *g = ctx;
  Run *r = g->r;
  r->f->iv = i;
  for (uint32_t n = 0; n < r->f->order.n && !val_is_none(g->next[0]); n++) {
    const Node *x = r->f->order.data[n];
    for (int k = 0; k < g->steps && is_read_by_rows(r, x); k++) {
      r->idx[r->s->shape.n - 2] = g->next[k];
      fuse_prefetch(r->f, b, r->f->k->in_mem[x->arg], r->idx);
    }
  }
  return column_elements(r, b, i, g->step, g->steps);
}

// Elements of a cache line, when the next group's are asked for; else 1.
static int group_lanes(const Group *g) {
  const Run *r = g->r;
  int64_t n = r->s->shape.d[r->s->shape.n - 1], bytes = 0, most = 0;
  for (uint32_t i = 0; i < r->f->order.n; i++) {
    const Node *x = r->f->order.data[i];
    if (!is_read_by_rows(r, x)) continue;
    int64_t size = element_bits(type_element(x->type)) / 8;
    most = size > most ? size : most, bytes += size * n * g->steps;
  }
  if (!r->f->vectors || most < 4 || bytes > AHEAD_BYTES) return 1;
  return LINE / (int)most;
}

// Elements lo to n of the last dimension, w at once.
static bool group_elements(Group *g, Build *b, int64_t lo, int64_t hi, int w) {
  g->r->f->width = w;
  Val from = emit_index(b, lo), to = emit_index(b, hi), step = emit_index(b, w);
  bool ok = lo == hi || emit_for(b, from, to, step, 0, NULL, group_element, g, NULL);
  g->r->f->width = 1;
  return ok;
}

static bool group_body(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Group *g = ctx;
  Run *r = g->r;
  int last = r->s->shape.n - 1;
  uint32_t mark = r->f->cache.n;
  r->idx[last] = fuse_inner(0);
  bool ok = true;
  for (int k = 0; ok && k < g->steps; k++) {
    r->idx[last - 1] = g->step[k] = index_add(b, i, k);
    ok = run_hoist(r, b);
  }
  int64_t n = r->s->shape.d[last];
  int w = group_lanes(g);
  Val most = emit_index(b, r->s->shape.d[last - 1] - 1);
  for (int k = 0; k < g->steps; k++) {
    g->next[k] = VAL_NONE;
    if (w > 1) g->next[k] = emit_bin(b, "arith.minsi", index_add(b, i, g->steps + k), most);
  }
  r->depth++;
  ok = ok && group_elements(g, b, 0, n / w * w, w);
  g->next[0] = VAL_NONE;
  ok = ok && group_elements(g, b, n / w * w, n, 1);
  r->depth--;
  r->f->cache.n = mark;
  return ok;
}

// Bytes of y for one index of the dimensions before the last.
static int64_t row_bytes(const Run *r) {
  int64_t bits = 0;
  for (uint32_t n = 0; n < r->s->reduces.n; n++)
    bits += element_bits(type_element(reduced(r, n)->mem_type));
  return r->s->shape.d[r->s->shape.n - 1] * bits / 8;
}

// How many steps of the dimension being opened are taken at once: as many as registers suffice for,
// where y and a row leave the first-level cache; below, one step after the other reads memory in
// its order.
static int group_steps(const Run *r) {
  int last = r->s->shape.n - 1, steps = optimise_by(OPTIMISE_COLUMNS) ? MOST_STEPS : 1;
  if (r->depth != last - 1 || dims_has(r->s->axes, last) || !dims_has(r->s->axes, last - 1))
    return 1;
  if (run_store_lanes(r) > 1 || row_bytes(r) <= FEW_BYTES) return 1;
  while (steps > 1 && (steps * (int)r->f->order.n > GROUP_OPS || steps > r->s->shape.d[last - 1]))
    steps /= 2;
  return steps;
}

static bool column_level(Build *b, void *ctx, Val i, const Val *acc, Val *y);

static bool column_range(Run *r, Build *b, Val lo, Val hi) {
  if (r->depth == r->s->shape.n - 1) return column_innermost(r, b, lo, hi);
  if (run_parallel(r)) return run_first(r, b, column_level);
  Val one = emit_index(b, 1);
  Group g = {.r = r, .steps = group_steps(r)};
  if (g.steps > 1) {
    Val by = emit_index(b, g.steps), n = emit_bin(b, "arith.subi", hi, lo);
    Val whole = emit_mul(b, emit_bin(b, "arith.divui", n, by), by), mid = emit_add(b, lo, whole);
    if (!emit_for(b, lo, mid, by, 0, NULL, group_body, &g, NULL)) return false;
    lo = mid;
  }
  return emit_for(b, lo, hi, one, 0, NULL, column_level, r, NULL);
}

//===-- blocks of terms ------------------------------------------------------------------===//

static bool block_begin(Build *b, void *ctx, const Val *i) {
  Run *r = ctx;
  Val idx[MAX_RANK];
  column_index(r, i, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Node *at = reduced(r, n);
    if (!r->wide[n]) continue;
    fuse_store(r->f, b, r->mem[n], at->mem_type, fuse_local(r->f, at, idx),
               emit_float(b, type_f32(b), 0));
  }
  return true;
}

static bool block_end(Build *b, void *ctx, const Val *i) {
  Run *r = ctx;
  Val idx[MAX_RANK];
  column_index(r, i, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Node *at = reduced(r, n);
    if (!r->wide[n]) continue;
    const Val *where = fuse_local(r->f, at, idx);
    Val x = emit1(b, "arith.extf", mem_read(b, r->mem[n], at->mem_type, where), type_f64(b));
    Val total = mem_read(b, r->totals[n], total_type(b, at), where);
    mem_write(b, r->totals[n], total_type(b, at), where, emit_add(b, total, x));
  }
  return true;
}

typedef struct Blocks {
  Run *r;
  Val hi; // of the dimension that is in blocks
} Blocks;

static bool column_block(Build *b, void *ctx, Val lo, const Val *acc, Val *y) {
  const Blocks *s = ctx;
  Run *r = s->r;
  Val end = emit_bin(b, "arith.minsi", index_add(b, lo, r->block), s->hi);
  return column_nest(r, b, block_begin) && column_range(r, b, lo, end) &&
         column_nest(r, b, block_end);
}

static bool column_open(Run *r, Build *b) {
  int64_t n = r->s->shape.d[r->depth];
  Val lo = emit_index(b, 0), hi = emit_index(b, n);
  if (r->depth == 0 && !val_is_none(r->share))
    lo = run_border(b, r->share, n), hi = run_border(b, index_add(b, r->share, 1), n);
  if (r->depth != r->blocks) return column_range(r, b, lo, hi);
  Blocks s = {r, hi};
  return emit_for(b, lo, hi, emit_index(b, r->block), 0, NULL, column_block, &s, NULL);
}

static bool column_level(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  r->idx[r->depth++] = i;
  bool ok = column_open(r, b);
  r->depth--;
  r->f->cache.n = mark;
  return ok;
}

//===-- what is needed -------------------------------------------------------------------===//

// The dimension whose steps blocks are made of: the terms of as many steps as are added one after
// the other are no more than SEQUENTIAL_TERMS, if those of one step are not.
static void column_plan(Run *r, Build *b) {
  Dims d = r->s->shape, axes = r->s->axes;
  int64_t terms = 1, inner = 1;
  for (int i = 0; i < axes.n; i++)
    terms *= d.d[axes.d[i]];
  for (int i = d.n - 1; i >= 0 && inner <= SEQUENTIAL_TERMS; i--) {
    if (!dims_has(axes, i)) continue;
    r->blocks = i, r->block = block_steps(SEQUENTIAL_TERMS, inner);
    inner *= d.d[i];
  }
  bool long_sums = terms > SEQUENTIAL_TERMS, any = false;
  uint32_t n = r->s->reduces.n;
  r->wide = ARENA_ARRAY(b->arena, bool, n);
  r->mem = ARENA_ARRAY(b->arena, Val, n), r->totals = ARENA_ARRAY(b->arena, Val, n);
  for (uint32_t i = 0; i < n; i++) {
    bool sum = run_kind(r, (int)i) == OP_REDUCE_SUM && mlirTypeIsAF32(run_type(b, r, (int)i));
    any = any || (long_sums && sum);
    r->wide[i] = long_sums && sum;
  }
  if (!any) r->blocks = -1;
}

// Memory of all sums; a share has its own.
static void column_memory(Run *r, Build *b) {
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Node *at = reduced(r, n);
    r->mem[n] = val_is_none(r->share) ? at->mem : kernel_scratch(b, at->mem_type);
    if (r->wide[n]) r->totals[n] = kernel_scratch(b, total_type(b, at));
  }
}

//===-- results ----------------------------------------------------------------------------===//

// The result n, from the accumulators' type.
static void column_result(Run *r, Build *b, uint32_t n, const Val *idx, Val x) {
  Node *at = reduced(r, n);
  MlirType e = type_element(at->type);
  bool elsewhere = at->out >= 0 && !mlirValueEqual(at->mem, r->f->k->dst_mem[at->out]);
  mem_write(b, at->mem, at->mem_type, fuse_local(r->f, at, idx), x);
  if (elsewhere)
    fuse_store(r->f, b, r->f->k->dst_mem[at->out], at->type, idx,
               lane_convert(b, x, fuse_accumulator(b, e), e));
}

static bool column_results(Build *b, void *ctx, const Val *i) {
  Run *r = ctx;
  Val idx[MAX_RANK];
  column_index(r, i, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    const Val *where = fuse_local(r->f, reduced(r, n), idx);
    Val x = mem_read(b, sum_memory(r, n), sum_type(b, r, n), where);
    if (r->wide[n]) x = emit1(b, "arith.truncf", x, type_f32(b));
    column_result(r, b, n, idx, x);
  }
  return true;
}

//===-- shares -----------------------------------------------------------------------------===//

// What the share comes to, from its own memory.
static bool share_keep(Build *b, void *ctx, const Val *i) {
  Run *r = ctx;
  Val at[MAX_RANK + 1] = {r->share};
  column_index(r, i, at + 1);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Val x = mem_read(b, sum_memory(r, n), sum_type(b, r, n), at + 1);
    mem_write(b, r->shared[n], shared_type(b, r, n), at, x);
  }
  return true;
}

static bool share_columns(Build *b, void *ctx, Val part, const Val *acc, Val *y) {
  Run *r = ctx;
  column_memory(r, b);
  return column_nest(r, b, column_init) && column_open(r, b) && column_nest(r, b, share_keep);
}

typedef struct Total {
  Run *r;
  const Val *i; // kept
} Total;

static bool share_add(Build *b, void *ctx, Val part, const Val *acc, Val *y) {
  const Total *t = ctx;
  const Run *r = t->r;
  Val at[MAX_RANK + 1] = {part};
  column_index(r, t->i, at + 1);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Val x = mem_read(b, r->shared[n], shared_type(b, r, n), at);
    y[n] = r->wide[n] ? emit_add(b, acc[n], x) : run_combine(b, r, (int)n, acc[n], x);
  }
  return true;
}

static bool share_results(Build *b, void *ctx, const Val *i) {
  Run *r = ctx;
  Val idx[MAX_RANK], *x = ARENA_ARRAY(b->arena, Val, r->s->reduces.n);
  column_index(r, i, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++)
    x[n] = r->wide[n] ? emit_float(b, type_f64(b), 0) : run_identity(b, r, (int)n);
  Total t = {r, i};
  Val lo = emit_index(b, 0), hi = emit_index(b, SHARES), one = emit_index(b, 1);
  if (!emit_for(b, lo, hi, one, (int)r->s->reduces.n, x, share_add, &t, x)) return false;
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    if (r->wide[n]) x[n] = emit1(b, "arith.truncf", x[n], type_f32(b));
    column_result(r, b, n, idx, x[n]);
  }
  return true;
}

static int64_t kept_elements(const Run *r) {
  int64_t n = 1;
  for (int i = 0; i < r->s->shape.n; i++)
    if (!dims_has(r->s->axes, i)) n *= r->s->shape.d[i];
  return n;
}

bool run_columns(Run *r, Build *b) {
  column_plan(r, b);
  int64_t shares = r->s->shape.d[0] / SEQUENTIAL_TERMS; // a share has more than it needs to begin
  if (kept_elements(r) <= MOST_SHARED && run_is_shared(r, shares)) {
    r->shared = ARENA_ARRAY(b->arena, Val, r->s->reduces.n);
    for (uint32_t n = 0; n < r->s->reduces.n; n++)
      r->shared[n] = kernel_scratch(b, shared_type(b, r, n));
    return run_shares(r, b, share_columns) && column_nest(r, b, share_results);
  }
  column_memory(r, b);
  return column_nest(r, b, column_init) && column_open(r, b) && column_nest(r, b, column_results);
}

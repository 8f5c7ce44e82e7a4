// fuse_stage.c -- the loop nest of one stage.
#include <math.h>
#include <string.h>

#include "lower/ops/blocks.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"
#include "lower/schedule/fuse.h"

//===-- reductions --------------------------------------------------------------------------===//

MlirType fuse_accumulator(Build *b, MlirType e) {
  return element_is_float(e) && element_bits(e) == 16 ? type_f32(b) : e;
}

static Val identity(Build *b, OpKind k, MlirType e) {
  MlirType t = type_scalar(e);
  if (element_is_float(e)) {
    double x = k == OP_REDUCE_PROD  ? 1
               : k == OP_REDUCE_MAX ? -INFINITY
               : k == OP_REDUCE_MIN ? INFINITY
                                    : 0;
    return emit_float(b, t, x);
  }
  int bits = element_bits(e);
  bool narrow = element_is_bool(e) || element_is_unsigned(e);
  int64_t least = narrow ? 0 : (int64_t)((uint64_t)-1 << (bits - 1));
  switch (k) {
  case OP_REDUCE_PROD:
    return emit_int(b, t, 1);
  case OP_REDUCE_MAX:
    return emit_int(b, t, least);
  case OP_REDUCE_MIN:
    return emit_int(b, t, ~least);
  case OP_REDUCE_AND:
    return emit_int(b, t, -1);
  default:
    return emit_int(b, t, 0);
  }
}

static Val combine(Build *b, OpKind k, MlirType e, Val x, Val y) {
  bool boolean = element_is_bool(e);
  switch (k) {
  case OP_REDUCE_SUM:
    return boolean ? emit_bin(b, "arith.ori", x, y) : emit_add(b, x, y);
  case OP_REDUCE_PROD:
    return boolean ? emit_bin(b, "arith.andi", x, y) : emit_mul(b, x, y);
  case OP_REDUCE_MAX:
    return lane_max(b, x, y, e, false);
  case OP_REDUCE_MIN:
    return lane_max(b, x, y, e, true);
  case OP_REDUCE_AND:
    return emit_bin(b, "arith.andi", x, y);
  case OP_REDUCE_OR:
    return emit_bin(b, "arith.ori", x, y);
  default:
    return emit_bin(b, "arith.xori", x, y);
  }
}

// The combination of a vector's lanes, in pairs of halves.
static Val combine_lanes(Build *b, OpKind k, MlirType e, Val v) {
  int64_t n = mlirShapedTypeGetDimSize(mlirValueGetType(v), 0);
  MlirType lane = type_lane(mlirValueGetType(v));
  while (n > 1) {
    n /= 2;
    MlirType half = mlirVectorTypeGet(1, &n, lane);
    MlirAttribute size = attr_of_int(b->ctx, n), one = attr_of_int(b->ctx, 1);
    Val part[2];
    for (int i = 0; i < 2; i++) {
      MlirAttribute offset = attr_of_int(b->ctx, i * n);
      MlirAttribute attrs = attrs_make(b->ctx, 3, "offsets", mlirArrayAttrGet(b->ctx, 1, &offset),
                                       "sizes", mlirArrayAttrGet(b->ctx, 1, &size), "strides",
                                       mlirArrayAttrGet(b->ctx, 1, &one));
      part[i] = emit(b, "vector.extract_strided_slice", 1, &v, half, attrs);
    }
    v = combine(b, k, e, part[0], part[1]);
  }
  int64_t zero = 0;
  return emit(b, "vector.extract", 1, &v, lane,
              attrs_make(b->ctx, 1, "static_position", attr_i64s(b, 1, &zero)));
}

//===-- one stage's loops
//----------------------------------------------------------------------===//

typedef struct Run {
  Fuse *f;
  Stage *s;
  Val idx[MAX_RANK]; // of the stage's shape
  int depth;         // of the loop being opened
  int nacc;          // accumulators: one per reduction, vectors and then scalars
  bool vector;       // the innermost loop computes vectors
  // Sums over other than the last dimensions: steps of dimension `blocks` (-1: none), so many at
  // once, and the memory that their sums are added to (none: not a sum of f32).
  int blocks;
  int64_t block;
  Val *totals;
} Run;

static OpKind kind_of(const Run *r, int i) { return r->s->reduces.data[i]->c->kind; }
static MlirType acc_type(Build *b, const Run *r, int i) {
  return fuse_accumulator(b, type_element(r->s->reduces.data[i]->type));
}

// idx of a reduction's result: without the axes.
static int result_index(const Run *r, Val *idx) {
  int n = 0;
  for (int i = 0; i < r->s->shape.n; i++)
    if (!dims_has(r->s->axes, i)) idx[n++] = r->idx[i];
  return n;
}

static bool run_stores(Run *r, Build *b) {
  Fuse *f = r->f;
  for (uint32_t i = 0; i < r->s->stores.n; i++) {
    Store *s = &r->s->stores.data[i];
    Val x;
    if (!fuse_eval(f, b, s->n->v, r->idx, &x)) return false;
    x = fuse_widen(f, b, x);
    if (s->out >= 0)
      fuse_store(f, b, f->k->dst_mem[s->out], s->n->type, r->idx, x);
    else
      fuse_store(f, b, s->n->mem, s->n->mem_type, fuse_local(f, s->n, r->idx), x);
  }
  return true;
}

// The element that reduction i combines next, in the accumulator's type.
static bool run_term(Run *r, Build *b, int i, Val *x) {
  Val v = r->s->reduces.data[i]->c->in[0];
  if (!fuse_eval(r->f, b, v, r->idx, x)) return false;
  *x = fuse_widen(r->f, b, *x);
  *x = lane_convert(b, *x, val_element(v), acc_type(b, r, i));
  return true;
}

static bool run_hoist(Run *r, Build *b) {
  for (uint32_t i = 0; i < r->s->stores.n; i++)
    if (!fuse_hoist(r->f, b, r->s->stores.data[i].n->v, r->idx)) return false;
  for (uint32_t i = 0; i < r->s->reduces.n; i++)
    if (!fuse_hoist(r->f, b, r->s->reduces.data[i]->c->in[0], r->idx)) return false;
  return true;
}

// One step of the innermost loop.
static bool run_step(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  r->f->iv = i;
  for (int n = 0; n < r->nacc; n++) {
    Val x;
    if (!run_term(r, b, n, &x)) return false;
    y[n] = combine(b, kind_of(r, n), acc_type(b, r, n), acc[n], x);
  }
  if (!run_stores(r, b)) return false;
  r->f->cache.n = mark;
  return true;
}

// Iterations of the loop over dimension 0 are independent, and nothing outside runs at once.
static bool run_parallel(const Run *r) {
  return r->f->rows == 0 && r->depth == 0 && !r->nacc && !dims_has(r->s->axes, 0);
}

// The loop over dimension 0.
static bool run_first(Run *r, Build *b, LoopFn *body) {
  int64_t n = r->s->shape.d[0], work = dims_product(r->s->shape) / (n ? n : 1);
  return emit_parallel(b, n, work * (int64_t)r->f->order.n, body, r);
}

// Vector i of those that dimension 0 is cut into.
static bool run_group(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  const Run *r = ctx;
  Val width = emit_index(b, r->f->width);
  return run_step(b, ctx, emit_mul(b, i, width), acc, y);
}

// Which of the accumulators are sums.
static const bool *run_sums(const Run *r, Build *b) {
  bool *sums = ARENA_ARRAY(b->arena, bool, 2 * r->nacc);
  for (int i = 0; i < r->nacc; i++)
    sums[i] = sums[i + r->nacc] = kind_of(r, i) == OP_REDUCE_SUM;
  return sums;
}

static bool run_range(Run *r, Build *b, int64_t lo, int64_t hi, int step, const Val *acc, Val *y) {
  if (lo == hi) {
    if (r->nacc) memcpy(y, acc, sizeof *acc * (size_t)r->nacc);
    return true;
  }
  bool whole = !lo && hi == r->s->shape.d[r->s->shape.n - 1];
  if (whole && step == 1 && r->s->shape.n == 1 && run_parallel(r)) return run_first(r, b, run_step);
  r->f->width = step;
  bool ok;
  if (!lo && r->s->shape.n == 1 && run_parallel(r)) {
    ok = emit_parallel(b, hi / step, step * (int64_t)r->f->order.n, run_group, r);
  } else {
    BlockLoop l = {lo, hi, step, SEQUENTIAL_TERMS, r->nacc, run_sums(r, b)};
    ok = emit_for_blocks(b, &l, acc, run_step, r, y);
  }
  r->f->width = 1;
  return ok;
}

enum { MAX_ACC = 64 };

static int lanes(const Run *r) {
  int bits = 32;
  for (int i = 0; i < r->nacc; i++) {
    int n = element_bits(type_element(r->s->reduces.data[i]->type));
    if (n == 64) bits = 64;
  }
  return (bits == 64 ? 16 : 32) >> r->f->heavy;
}

// Expensive functions are long chains: several vectors at once keep the processor busy.  LLVM's
// vectoriser would take them one by one, and none of those that branch for rare arguments; for
// cheap ops it does as well or better, unless they read neighbours: those it takes from the vector
// before, by shuffles.  Half as many where they are twice as wide inside.
static int store_lanes(const Run *r) {
  const Fuse *f = r->f;
  if (!(f->heavy || f->slices) || !f->vectors) return 1;
  int bits = 32;
  for (uint32_t i = 0; i < f->order.n; i++) {
    const Node *n = f->order.data[i];
    bool wide = n->c && (op_lower[n->c->kind]->flags & LOWER_WIDE);
    if (f->loops && !type_rank(n->type)) continue; // what a loop counts is one for all lanes
    if (wide || element_bits(type_element(n->type)) == 64) bits = 64;
  }
  return (bits == 64 ? 16 : 32) >> !f->heavy;
}

// The loop in pieces in which every concatenation is one of its operands.
static bool run_pieces(Run *r, Build *b, int64_t n, int w) {
  Fuse *f = r->f;
  Cuts cuts = {0};
  for (uint32_t i = 0; i < r->s->stores.n; i++) fuse_cuts(f, r->s->stores.data[i].n->v, n, &cuts);
  bool ok = true;
  f->from = 0;
  for (uint32_t i = 0; ok && i <= cuts.n; i++) {
    int64_t to = i < cuts.n ? cuts.data[i] : n, mid = f->from + (to - f->from) / w * w;
    ok = run_range(r, b, f->from, mid, w, NULL, NULL) && run_range(r, b, mid, to, 1, NULL, NULL);
    f->from = to;
  }
  f->from = 0;
  return ok;
}

// Blocks of w lanes, of eight, and of one: a loop's lanes are slow one by one.
static bool run_lanes(Run *r, Build *b, int64_t n, int w) {
  int64_t few = w < 8 ? w : 8;
  return run_range(r, b, 0, n / w * w, w, NULL, NULL) &&
         run_range(r, b, n / w * w, n / few * few, (int)few, NULL, NULL) &&
         run_range(r, b, n / few * few, n, 1, NULL, NULL);
}

// The innermost dimension: whole vectors first, then the rest one by one.
static bool run_innermost(Run *r, Build *b, const Val *acc, Val *y) {
  int64_t n = r->s->shape.d[r->s->shape.n - 1];
  uint32_t mark = r->f->cache.n;
  r->idx[r->s->shape.n - 1] = fuse_inner(0);
  if (!run_hoist(r, b)) return false;
  int several = r->s->axes.n ? 1 : store_lanes(r), w = r->vector ? lanes(r) : several;
  bool vector = r->vector || (several > 1 && n >= several);
  const Val *rest = r->nacc ? acc + r->nacc : acc;
  if (r->f->loops && n >= w) return run_lanes(r, b, n, w);
  if (r->f->pieces) return run_pieces(r, b, n, vector ? w : 1);
  bool ok = vector ? run_range(r, b, 0, n / w * w, w, acc, y) &&
                         run_range(r, b, n / w * w, n, 1, rest, r->nacc ? y + r->nacc : y)
                   : run_range(r, b, 0, n, 1, acc, y);
  r->f->cache.n = mark;
  return ok;
}

static bool run_level(Build *b, void *ctx, Val i, const Val *acc, Val *y);

// Opens the loop over dimension r->depth and all inside it, carrying the accumulators.
static bool run_open(Run *r, Build *b, const Val *acc, Val *y) {
  if (r->depth == r->s->shape.n - 1) return run_innermost(r, b, acc, y);
  if (run_parallel(r)) return run_first(r, b, run_level);
  int64_t inner = 1, last = r->s->shape.n - 1;
  for (int i = r->depth + 1; i <= last; i++)
    inner *= i == last && r->vector ? r->s->shape.d[i] / lanes(r) : r->s->shape.d[i];
  int64_t n = r->s->shape.d[r->depth], block = block_steps(SEQUENTIAL_TERMS, inner);
  BlockLoop l = {0, n, 1, block, r->vector ? 2 * r->nacc : r->nacc, run_sums(r, b)};
  return emit_for_blocks(b, &l, acc, run_level, r, y);
}

static bool run_level(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  r->idx[r->depth++] = i;
  bool ok = run_open(r, b, acc, y);
  r->depth--;
  r->f->cache.n = mark;
  return ok;
}

//===-- reductions over the innermost dimension
//-----------------------------------------------------===//

static void run_finish(Run *r, Build *b, int i, Val x) {
  Node *n = r->s->reduces.data[i];
  Fuse *f = r->f;
  Val idx[MAX_RANK];
  int rank = result_index(r, idx);
  MlirType e = type_element(n->type);
  if (!val_is_none(n->mem) && (n->out < 0 || !mlirTypeEqual(n->mem_type, n->type)))
    fuse_store(f, b, n->mem, n->mem_type, fuse_local(f, n, idx), x);
  Val y = lane_convert(b, x, fuse_accumulator(b, e), e);
  if (n->out >= 0) fuse_store(f, b, f->k->dst_mem[n->out], n->type, idx, y);
  if (rank == f->rows) n->scalar = y;
}

// All reduced dimensions are innermost, after `depth` others.
static bool run_rows(Run *r, Build *b) {
  Fuse *f = r->f;
  Dims d = r->s->shape;
  int64_t terms = 1;
  for (int i = r->depth; i < d.n; i++)
    terms *= d.d[i];
  r->nacc = (int)r->s->reduces.n;
  if (2 * r->nacc > MAX_ACC)
    return lower_error(r->s->reduces.data[0]->c, "is one of too many in a fusion");
  int w = lanes(r);
  r->vector = f->vectors && terms > SEQUENTIAL_TERMS && d.d[d.n - 1] >= w;
  Val acc[MAX_ACC], y[MAX_ACC];
  for (int i = 0; i < r->nacc; i++) {
    Val x = identity(b, kind_of(r, i), acc_type(b, r, i));
    f->width = w;
    if (r->vector) acc[i + r->nacc] = x, x = fuse_widen(f, b, x);
    f->width = 1;
    acc[i] = x;
  }
  if (!run_open(r, b, acc, y)) return false;
  for (int i = 0; i < r->nacc; i++) {
    MlirType e = acc_type(b, r, i);
    Val x = y[i];
    if (r->vector) x = combine_lanes(b, kind_of(r, i), e, x);
    if (r->vector && d.d[d.n - 1] % w) x = combine(b, kind_of(r, i), e, x, y[i + r->nacc]);
    run_finish(r, b, i, x);
  }
  return true;
}

// Dimensions before the first reduced one are plain loops.
static bool run_kept(Build *b, void *ctx, Val i, const Val *acc, Val *y);
static bool run_outer(Run *r, Build *b) {
  bool reduced = dims_has(r->s->axes, r->depth);
  if (reduced) return run_rows(r, b);
  if (run_parallel(r)) return run_first(r, b, run_kept);
  Val lo = emit_index(b, 0), hi = emit_index(b, r->s->shape.d[r->depth]), one = emit_index(b, 1);
  return emit_for(b, lo, hi, one, 0, NULL, run_kept, r, NULL);
}
static bool run_kept(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  r->idx[r->depth++] = i;
  bool ok = run_outer(r, b);
  r->depth--;
  r->f->cache.n = mark;
  return ok;
}

//===-- reductions over other dimensions
//---------------------------------------------------------------===//

// y[kept] is combined in memory while all dimensions run in order.  Of f32 sums, blocks of terms:
// each is added to the totals, in f64, and begins at zero.

// What is done to reduction n at idx.
typedef void ColumnFn(Run *r, Build *b, int n, const Val *idx);
typedef struct Columns {
  Run *r;
  ColumnFn *each;
} Columns;

static bool columns_body(Build *b, void *ctx, const Val *i) {
  const Columns *c = ctx;
  Run *r = c->r;
  Val idx[MAX_RANK], *next = idx;
  for (int n = 0; n < r->s->shape.n; n++)
    if (!dims_has(r->s->axes, n)) *next++ = n < r->depth ? r->idx[n] : *i++;
  for (uint32_t n = 0; n < r->s->reduces.n; n++)
    c->each(r, b, (int)n, idx);
  return true;
}

// All reductions, over the kept dimensions that no loop is open for.
static bool column_nest(Run *r, Build *b, ColumnFn *each) {
  Dims kept = {0};
  for (int i = r->depth; i < r->s->shape.n; i++)
    if (!dims_has(r->s->axes, i)) kept.d[kept.n++] = r->s->shape.d[i];
  return emit_nest(b, kept, columns_body, &(Columns){r, each});
}

static MlirType total_type(Build *b, const Node *n) {
  return type_with_element(n->mem_type, type_f64(b));
}

static void column_init(Run *r, Build *b, int n, const Val *idx) {
  const Node *at = r->s->reduces.data[n];
  const Val *where = fuse_local(r->f, at, idx);
  if (val_is_none(r->totals[n]))
    fuse_store(r->f, b, at->mem, at->mem_type, where,
               identity(b, kind_of(r, n), acc_type(b, r, n)));
  else
    mem_write(b, r->totals[n], total_type(b, at), where, emit_float(b, type_f64(b), 0));
}

static bool column_step(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  r->f->iv = i;
  Val idx[MAX_RANK];
  result_index(r, idx);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    Node *at = r->s->reduces.data[n];
    Val x;
    if (!run_term(r, b, (int)n, &x)) return false;
    const Val *where = fuse_local(r->f, at, idx);
    Val old = fuse_load(r->f, b, at->mem, at->mem_type, where);
    fuse_store(r->f, b, at->mem, at->mem_type, where,
               combine(b, kind_of(r, (int)n), acc_type(b, r, (int)n), old, x));
  }
  if (!run_stores(r, b)) return false;
  r->f->cache.n = mark;
  return true;
}

// Steps lo to hi of the innermost dimension, in vectors where it is kept and an op is expensive.
static bool column_innermost(Run *r, Build *b, Val lo, Val hi) {
  int last = r->s->shape.n - 1;
  int64_t n = r->s->shape.d[last], w = dims_has(r->s->axes, last) ? 1 : store_lanes(r);
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

static bool column_level(Build *b, void *ctx, Val i, const Val *acc, Val *y);

static bool column_range(Run *r, Build *b, Val lo, Val hi) {
  if (r->depth == r->s->shape.n - 1) return column_innermost(r, b, lo, hi);
  if (run_parallel(r)) return run_first(r, b, column_level);
  return emit_for(b, lo, hi, emit_index(b, 1), 0, NULL, column_level, r, NULL);
}

static void block_begin(Run *r, Build *b, int n, const Val *idx) {
  const Node *at = r->s->reduces.data[n];
  if (val_is_none(r->totals[n])) return;
  fuse_store(r->f, b, at->mem, at->mem_type, fuse_local(r->f, at, idx),
             emit_float(b, type_f32(b), 0));
}

static void block_end(Run *r, Build *b, int n, const Val *idx) {
  const Node *at = r->s->reduces.data[n];
  if (val_is_none(r->totals[n])) return;
  const Val *where = fuse_local(r->f, at, idx);
  Val x = emit1(b, "arith.extf", mem_read(b, at->mem, at->mem_type, where), type_f64(b));
  Val total = mem_read(b, r->totals[n], total_type(b, at), where);
  mem_write(b, r->totals[n], total_type(b, at), where, emit_add(b, total, x));
}

static bool column_block(Build *b, void *ctx, Val lo, const Val *acc, Val *y) {
  Run *r = ctx;
  Val end = index_add(b, lo, r->block), n = emit_index(b, r->s->shape.d[r->depth]);
  end = emit_bin(b, "arith.minsi", end, n);
  return column_nest(r, b, block_begin) && column_range(r, b, lo, end) &&
         column_nest(r, b, block_end);
}

static bool column_open(Run *r, Build *b) {
  Val lo = emit_index(b, 0), hi = emit_index(b, r->s->shape.d[r->depth]);
  if (r->depth != r->blocks) return column_range(r, b, lo, hi);
  return emit_for(b, lo, hi, emit_index(b, r->block), 0, NULL, column_block, r, NULL);
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

// The results, from the accumulators' type.
static void column_result(Run *r, Build *b, int n, const Val *idx) {
  const Node *at = r->s->reduces.data[n];
  const Val *where = fuse_local(r->f, at, idx);
  if (!val_is_none(r->totals[n])) {
    Val x = mem_read(b, r->totals[n], total_type(b, at), where);
    mem_write(b, at->mem, at->mem_type, where, emit1(b, "arith.truncf", x, type_f32(b)));
  }
  if (at->out < 0 || mlirValueEqual(at->mem, r->f->k->dst_mem[at->out])) return;
  MlirType e = type_element(at->type);
  Val x = mem_read(b, at->mem, at->mem_type, where);
  fuse_store(r->f, b, r->f->k->dst_mem[at->out], at->type, idx,
             lane_convert(b, x, fuse_accumulator(b, e), e));
}

// The dimension whose steps blocks are made of: the terms of as many steps as are added one after
// the other are no more than SEQUENTIAL_TERMS, if those of one step are not.
static void column_blocks(Run *r, Build *b) {
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
  r->totals = ARENA_ARRAY(b->arena, Val, r->s->reduces.n);
  for (uint32_t n = 0; n < r->s->reduces.n; n++) {
    bool sum = kind_of(r, (int)n) == OP_REDUCE_SUM && mlirTypeIsAF32(acc_type(b, r, (int)n));
    any = any || (long_sums && sum);
    r->totals[n] = long_sums && sum ? kernel_scratch(b, total_type(b, r->s->reduces.data[n]))
                                    : VAL_NONE;
  }
  if (!any) r->blocks = -1;
}

static bool run_columns(Run *r, Build *b) {
  column_blocks(r, b);
  return column_nest(r, b, column_init) && column_open(r, b) && column_nest(r, b, column_result);
}

//===-- stages
//--------------------------------------------------------------------------------------------===//

bool fuse_trailing(const Stage *s) {
  for (int i = 0; i < s->axes.n; i++)
    if (s->axes.d[i] != s->shape.n - s->axes.n + i) return false;
  return true;
}

bool fuse_stage(Fuse *f, Build *b, Stage *s) {
  Run r = {.f = f, .s = s, .depth = f->rows, .blocks = -1};
  memcpy(r.idx, f->row, sizeof r.idx);
  bool ok;
  if (!s->axes.n)
    ok = r.depth == s->shape.n ? run_stores(&r, b) : run_open(&r, b, NULL, NULL);
  else
    ok = fuse_trailing(s) ? run_outer(&r, b) : run_columns(&r, b);
  f->done[s - f->stages.data] = true;
  return ok;
}

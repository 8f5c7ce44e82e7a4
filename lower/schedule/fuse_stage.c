// fuse_stage.c -- the loop nest of one stage; of columns in fuse_columns.c.
#include <math.h>
#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"
#include "lower/parallel.h"
#include "lower/schedule/run.h"

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

typedef struct Lanes {
  OpKind kind;
  MlirType type;
} Lanes;

static Val lanes_combine(Build *b, void *ctx, Val x, Val y) {
  Lanes *l = ctx;
  return combine(b, l->kind, l->type, x, y);
}

enum { MAX_ACC = 64 };

//===-- one stage's loops -------------------------------------------------===//

OpKind run_kind(const Run *r, int i) { return r->s->reduces.data[i]->c->kind; }
MlirType run_type(Build *b, const Run *r, int i) {
  return fuse_accumulator(b, type_element(r->s->reduces.data[i]->type));
}
Val run_identity(Build *b, const Run *r, int i) {
  return identity(b, run_kind(r, i), run_type(b, r, i));
}
Val run_combine(Build *b, const Run *r, int i, Val x, Val y) {
  return combine(b, run_kind(r, i), run_type(b, r, i), x, y);
}

int run_result_index(const Run *r, Val *idx) {
  int n = 0;
  for (int i = 0; i < r->s->shape.n; i++)
    if (!dims_has(r->s->axes, i)) idx[n++] = r->idx[i];
  return n;
}

bool run_value(Run *r, Build *b, uint32_t i, Val *x) {
  if (!fuse_eval(r->f, b, r->s->stores.data[i].n->v, r->idx, x)) return false;
  *x = fuse_widen(r->f, b, *x);
  return true;
}

void run_store(Run *r, Build *b, uint32_t i, Val x) {
  Fuse *f = r->f;
  const Store *s = &r->s->stores.data[i];
  if (s->out >= 0)
    fuse_store(f, b, f->k->dst_mem[s->out], s->n->type, r->idx, x);
  else
    fuse_store(f, b, s->n->mem, s->n->mem_type, fuse_local(f, s->n, r->idx), x);
}

bool run_stores(Run *r, Build *b) {
  if (r->rows > 1) return run_row_stores(r, b);
  for (uint32_t i = 0; i < r->s->stores.n; i++) {
    Val x;
    if (!run_value(r, b, i, &x)) return false;
    run_store(r, b, i, x);
  }
  return true;
}

bool run_term(Run *r, Build *b, int i, Val *x) {
  Val v = r->s->reduces.data[i]->c->in[0];
  if (!fuse_eval(r->f, b, v, r->idx, x)) return false;
  *x = fuse_widen(r->f, b, *x);
  *x = lane_convert(b, *x, val_element(v), run_type(b, r, i));
  return true;
}

bool run_hoist(Run *r, Build *b) {
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
    y[n] = run_combine(b, r, n, acc[n], x);
  }
  if (!run_stores(r, b)) return false;
  r->f->cache.n = mark;
  return true;
}

bool run_parallel(const Run *r) {
  return r->f->rows == 0 && r->depth == 0 && !r->nacc && !dims_has(r->s->axes, 0);
}

int64_t run_first_work(const Run *r) {
  int64_t n = r->s->shape.d[0];
  return dims_product(r->s->shape) / (n ? n : 1) * (int64_t)r->f->order.n;
}

bool run_first(Run *r, Build *b, LoopFn *body) {
  return emit_parallel(b, r->s->shape.d[0], run_first_work(r), body, r);
}

//===-- shares of a reduction -------------------------------------------------------------===//

// WORTH: scalar operations that are worth threads where each is part of a sum.
enum { WORTH = 1 << 20, HEAVY = 8 };

static int64_t run_work(const Run *r) {
  return dims_product(r->s->shape) * (int64_t)r->f->order.n * (r->f->heavy ? HEAVY : 1);
}

bool run_is_shared(const Run *r, int64_t units) {
  const Fuse *f = r->f;
  if (f->rows || r->depth || f->loops || f->pieces || !dims_has(r->s->axes, 0)) return false;
  if (!optimise_by(OPTIMISE_SHARES)) return false;
  return units >= SHARES && (run_work(r) >= WORTH || parallel_is_forced(f->k->b.module));
}

Val run_border(Build *b, Val part, int64_t n) {
  return emit_bin(b, "arith.divui", index_mul(b, part, n), emit_index(b, SHARES));
}

typedef struct Share {
  Run *r;
  LoopFn *body;
} Share;

static bool share_open(Build *b, void *ctx, Val part, const Val *x, Val *y) {
  const Share *s = ctx;
  uint32_t mark = s->r->f->cache.n;
  s->r->share = part;
  bool ok = s->body(b, s->r, part, x, y);
  s->r->share = VAL_NONE;
  s->r->f->cache.n = mark;
  return ok;
}

bool run_shares(Run *r, Build *b, LoopFn *body) {
  Share s = {r, body};
  return emit_parallel(b, SHARES, run_work(r) / SHARES, share_open, &s);
}

//===-- the innermost loop ----------------------------------------------------------------===//

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
    sums[i] = sums[i + r->nacc] = run_kind(r, i) == OP_REDUCE_SUM;
  return sums;
}

// The loop over dimension 0, which runs to n, or the share of it.
static BlockLoop run_loop(const Run *r, Build *b, int64_t n, int64_t block) {
  bool all = r->depth || val_is_none(r->share);
  BlockLoop l = {.trips = all ? n : n / SHARES + 1, .step = 1, .block = block};
  l.lo = all ? emit_index(b, 0) : run_border(b, r->share, n);
  l.hi = all ? emit_index(b, n) : run_border(b, index_add(b, r->share, 1), n);
  l.n = r->vector ? 2 * r->nacc : r->nacc, l.sums = run_sums(r, b);
  return l;
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
    BlockLoop l = {.trips = (hi - lo) / step, .step = step, .block = SEQUENTIAL_TERMS};
    l.lo = emit_index(b, lo), l.hi = emit_index(b, hi), l.n = r->nacc, l.sums = run_sums(r, b);
    ok = emit_for_blocks(b, &l, acc, run_step, r, y);
  }
  r->f->width = 1;
  return ok;
}

// The share of a loop over n vectors of `step` elements.
static bool run_share(Run *r, Build *b, int64_t n, int step, const Val *acc, Val *y) {
  BlockLoop l = run_loop(r, b, n, SEQUENTIAL_TERMS);
  l.lo = index_mul(b, l.lo, step), l.hi = index_mul(b, l.hi, step), l.step = step, l.n = r->nacc;
  r->f->width = step;
  bool ok = emit_for_blocks(b, &l, acc, run_step, r, y);
  r->f->width = 1;
  return ok;
}

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
int run_store_lanes(const Run *r) {
  const Fuse *f = r->f;
  if (!(f->heavy || f->slices) || !f->vectors || !optimise_by(OPTIMISE_VECTORS)) return 1;
  int bits = 32;
  for (uint32_t i = 0; i < f->order.n; i++) {
    const Node *n = f->order.data[i];
    bool wide = n->c && (op_lower[n->c->kind]->flags & LOWER_WIDE);
    if (f->loops && !type_rank(n->type)) continue; // what a loop counts is one for all lanes
    if (wide || element_bits(type_element(n->type)) == 64) bits = 64;
  }
  return (bits == 64 ? 16 : 32) >> !f->heavy;
}

// Some result takes the place of an operand.
static bool overwrites(const Kernel *k) {
  for (int i = 0; i < k->nout; i++)
    for (int j = 0; j < k->nin; j++)
      if (!val_is_none(k->in_mem[j]) && mlirValueEqual(k->dst_mem[i], k->in_mem[j])) return true;
  return false;
}

// Elements lo to hi in vectors of w, aligned where rows are.  What fills no vector is the end of
// one more, which begins earlier, unless that would read what is overwritten or ops are expensive.
static bool run_vectors(Run *r, Build *b, int64_t lo, int64_t hi, int w) {
  bool again = hi - lo >= w && !r->f->heavy && !overwrites(r->f->k);
  int64_t n = r->s->shape.d[r->s->shape.n - 1], first = lo;
  if (again && n % w == 0 && lo % w && hi - lo >= 2 * w) {
    if (!run_range(r, b, lo, lo + w, w, NULL, NULL)) return false;
    first = lo - lo % w + w;
  }
  int64_t mid = first + (hi - first) / w * w;
  if (!run_range(r, b, first, mid, w, NULL, NULL)) return false;
  if (again && mid < hi) return run_range(r, b, hi - w, hi, w, NULL, NULL);
  return run_range(r, b, mid, hi, 1, NULL, NULL);
}

// The loop in pieces in which every concatenation is one of its operands.
bool run_cut(Run *r, Build *b, int64_t n, int w) {
  Fuse *f = r->f;
  Cuts cuts = {0};
  for (uint32_t i = 0; i < r->s->stores.n; i++) fuse_cuts(f, r->s->stores.data[i].n->v, n, &cuts);
  bool ok = true;
  f->from = 0;
  for (uint32_t i = 0; ok && i <= cuts.n; i++) {
    int64_t to = i < cuts.n ? cuts.data[i] : n;
    ok = run_vectors(r, b, f->from, to, w);
    f->from = to;
  }
  f->from = 0;
  return ok;
}

typedef struct Pieces {
  Run *r;
  int64_t n;
  int w;
} Pieces;

static bool pieces_branch(Build *b, void *ctx, bool inside, Val *y) {
  const Pieces *p = ctx;
  Fuse *f = p->r->f;
  uint32_t mark = f->cache.n;
  f->inside = inside;
  bool ok = run_cut(p->r, b, p->n, p->w);
  f->inside = false, f->cache.n = mark;
  return ok;
}

// Rows inside of all paddings and updates have a loop of their own.
static bool run_pieces(Run *r, Build *b, int64_t n, int w) {
  Val inside = VAL_NONE;
  bool known = optimise_by(OPTIMISE_ROWS) && !r->masked;
  r->f->search++;
  for (uint32_t i = 0; known && i < r->s->stores.n; i++)
    known = fuse_rows_inside(r->f, b, r->s->stores.data[i].n->v, r->idx, false, &inside);
  if (!known || val_is_none(inside)) return run_cut(r, b, n, w);
  return emit_if(b, inside, 0, NULL, pieces_branch, &(Pieces){r, n, w}, NULL);
}

// Blocks of w lanes, of eight, and of one: a loop's lanes are slow one by one.
static bool run_lanes(Run *r, Build *b, int64_t n, int w) {
  int64_t few = w < 8 ? w : 8;
  return run_range(r, b, 0, n / w * w, w, NULL, NULL) &&
         run_range(r, b, n / w * w, n / few * few, (int)few, NULL, NULL) &&
         run_range(r, b, n / few * few, n, 1, NULL, NULL);
}

// The innermost dimension: whole vectors first, then the rest one by one.
bool run_innermost(Run *r, Build *b, const Val *acc, Val *y) {
  int64_t n = r->s->shape.d[r->s->shape.n - 1];
  uint32_t mark = r->f->cache.n;
  r->idx[r->s->shape.n - 1] = fuse_inner(0);
  if (!run_hoist(r, b)) return false;
  int several = r->s->axes.n ? 1 : run_store_lanes(r), w = r->vector ? lanes(r) : several;
  bool vector = r->vector || (several > 1 && n >= several);
  const Val *rest = r->nacc ? acc + r->nacc : acc;
  if (r->f->loops && n >= w) return run_lanes(r, b, n, w);
  if (r->f->pieces && !r->nacc) return run_pieces(r, b, n, vector ? w : 1);
  if (r->s->shape.n == 1 && !val_is_none(r->share)) return run_share(r, b, n / w, w, acc, y);
  bool ok;
  if (!r->nacc)
    ok = run_vectors(r, b, 0, n, vector ? w : 1);
  else if (vector)
    ok = run_range(r, b, 0, n / w * w, w, acc, y) &&
         run_range(r, b, n / w * w, n, 1, rest, y + r->nacc);
  else
    ok = run_range(r, b, 0, n, 1, acc, y);
  r->f->cache.n = mark;
  return ok;
}

static bool run_level(Build *b, void *ctx, Val i, const Val *acc, Val *y);

// Opens the loop over dimension r->depth and all inside it, carrying the accumulators.
static bool run_open(Run *r, Build *b, const Val *acc, Val *y) {
  if (r->depth == r->s->shape.n - 1) return run_innermost(r, b, acc, y);
  int rows = r->depth == r->s->shape.n - 2 ? run_rows_at_once(r) : 1;
  if (rows > 1) return run_blocks(r, b, rows);
  if (run_parallel(r)) return run_first(r, b, run_level);
  int64_t inner = 1, last = r->s->shape.n - 1;
  for (int i = r->depth + 1; i <= last; i++)
    inner *= i == last && r->vector ? r->s->shape.d[i] / lanes(r) : r->s->shape.d[i];
  BlockLoop l = run_loop(r, b, r->s->shape.d[r->depth], block_steps(SEQUENTIAL_TERMS, inner));
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

//===-- reductions over the innermost dimension ---------------------------===//

static void run_finish(Run *r, Build *b, int i, Val x) {
  Node *n = r->s->reduces.data[i];
  Fuse *f = r->f;
  Val idx[MAX_RANK];
  int rank = run_result_index(r, idx);
  MlirType e = type_element(n->type);
  if (!val_is_none(n->mem) && (n->out < 0 || !mlirTypeEqual(n->mem_type, n->type)))
    fuse_store(f, b, n->mem, n->mem_type, fuse_local(f, n, idx), x);
  Val y = lane_convert(b, x, fuse_accumulator(b, e), e);
  if (n->out >= 0) fuse_store(f, b, f->k->dst_mem[n->out], n->type, idx, y);
  if (rank == f->rows) n->scalar = y;
}

// The accumulators before the first term.
static void run_begin(Run *r, Build *b, Val *acc) {
  for (int i = 0; i < r->nacc; i++) {
    Val x = run_identity(b, r, i);
    r->f->width = lanes(r);
    if (r->vector) acc[i + r->nacc] = x, x = fuse_widen(r->f, b, x);
    r->f->width = 1;
    acc[i] = x;
  }
}

// What reduction i comes to: of vectors, and of the terms after them if there are any.
static Val run_total(Run *r, Build *b, int i, const Val *acc, bool more) {
  Val x = acc[i];
  Lanes lanes = {run_kind(r, i), run_type(b, r, i)};
  if (r->vector) x = emit_fold_lanes(b, x, lanes_combine, &lanes);
  return r->vector && more ? run_combine(b, r, i, x, acc[i + r->nacc]) : x;
}

static bool run_is_uneven(const Run *r) {
  return r->vector && r->s->shape.d[r->s->shape.n - 1] % lanes(r) != 0;
}

static bool share_rows(Build *b, void *ctx, Val part, const Val *none, Val *nothing) {
  Run *r = ctx;
  Val acc[MAX_ACC], y[MAX_ACC];
  run_begin(r, b, acc);
  if (!run_open(r, b, acc, y)) return false;
  for (int i = 0; i < r->nacc; i++) {
    Val x = run_total(r, b, i, y, r->s->shape.n > 1 && run_is_uneven(r));
    mem_write(b, r->shared[i], type_tensor(run_type(b, r, i), (Dims){1, {SHARES}}), &part, x);
  }
  return true;
}

static bool share_total(Build *b, void *ctx, Val part, const Val *acc, Val *y) {
  const Run *r = ctx;
  for (int i = 0; i < r->nacc; i++) {
    MlirType t = type_tensor(run_type(b, r, i), (Dims){1, {SHARES}});
    y[i] = run_combine(b, r, i, acc[i], mem_read(b, r->shared[i], t, &part));
  }
  return true;
}

// Everything in shares; of one dimension the last elements, which fill no vector, by themselves.
static bool run_shared(Run *r, Build *b, Val *y) {
  Val acc[MAX_ACC], rest[MAX_ACC];
  r->shared = ARENA_ARRAY(b->arena, Val, r->nacc);
  for (int i = 0; i < r->nacc; i++) {
    acc[i] = run_identity(b, r, i);
    r->shared[i] = kernel_scratch(b, type_tensor(run_type(b, r, i), (Dims){1, {SHARES}}));
  }
  BlockLoop l = {emit_index(b, 0), emit_index(b, SHARES), SHARES, 1, 1, r->nacc, run_sums(r, b)};
  if (!run_shares(r, b, share_rows) || !emit_for_blocks(b, &l, acc, share_total, r, y))
    return false;
  if (r->s->shape.n > 1 || !run_is_uneven(r)) return true;
  int64_t n = r->s->shape.d[0];
  r->idx[0] = fuse_inner(0);
  if (!run_hoist(r, b) || !run_range(r, b, n / lanes(r) * lanes(r), n, 1, acc, rest)) return false;
  for (int i = 0; i < r->nacc; i++)
    y[i] = run_combine(b, r, i, y[i], rest[i]);
  return true;
}

// All reduced dimensions are innermost, after `depth` others.
static bool run_rows(Run *r, Build *b) {
  Dims d = r->s->shape;
  int64_t terms = 1;
  for (int i = r->depth; i < d.n; i++)
    terms *= d.d[i];
  r->nacc = (int)r->s->reduces.n;
  if (2 * r->nacc > MAX_ACC)
    return lower_error(r->s->reduces.data[0]->c, "is one of too many in a fusion");
  r->vector = r->f->vectors && terms > SEQUENTIAL_TERMS && d.d[d.n - 1] >= lanes(r);
  Val acc[MAX_ACC], y[MAX_ACC];
  bool shared = run_is_shared(r, d.n == 1 && r->vector ? d.d[0] / lanes(r) : d.d[0]);
  if (shared) {
    if (!run_shared(r, b, y)) return false;
  } else {
    run_begin(r, b, acc);
    if (!run_open(r, b, acc, y)) return false;
  }
  for (int i = 0; i < r->nacc; i++)
    run_finish(r, b, i, shared ? y[i] : run_total(r, b, i, y, run_is_uneven(r)));
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

//===-- stages ------------------------------------------------------------===//

bool fuse_trailing(const Stage *s) {
  for (int i = 0; i < s->axes.n; i++)
    if (s->axes.d[i] != s->shape.n - s->axes.n + i) return false;
  return true;
}

bool fuse_stage(Fuse *f, Build *b, Stage *s) {
  Run r = {.f = f, .s = s, .depth = f->rows, .share = VAL_NONE, .rows = 1, .blocks = -1};
  memcpy(r.idx, f->row, sizeof r.idx);
  bool ok;
  if (!s->axes.n)
    ok = r.depth == s->shape.n ? run_stores(&r, b) : run_open(&r, b, NULL, NULL);
  else
    ok = fuse_trailing(s) ? run_outer(&r, b) : run_columns(&r, b);
  f->done[s - f->stages.data] = true;
  return ok;
}

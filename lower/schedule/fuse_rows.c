// fuse_rows.c -- several rows of a stencil at once: what they read in common is loaded once.
//
//   for i by 4 { if rows i .. i + 3 are inside of all borders
//                  for j { y[i, j] = ..;  y[i + 1, j] = ..;  y[i + 2, j] = ..;  y[i + 3, j] = .. }
//                else
//                  for k in i .. i + 3 { row k by itself, under masks } }
//
// All elements of a step are computed before the first is stored: rows that lie below are read
// before memory that may be theirs is written, and loads need not be repeated behind stores.
#include "dialect/support/optimise.h"
#include "lower/ops/nest.h"
#include "lower/schedule/run.h"

//===-- how many -------------------------------------------------------------------------===//

// ROW_OPS: of the rows that are taken at once, of whose loads SHARED of OF may be left.  WAY: bytes
// after which addresses share a set of the first-level cache, which has eight of each.
enum { ROW_OPS = 256, SHARED = 4, OF = 5, WAY = 4096 };

// Whether y reads, in another row than x does, what x reads `rows` rows further down.
static bool same_below(const Read *x, const Read *y, int row, int rows) {
  if (x->n != y->n) return false;
  for (int d = 0; d < x->at.n; d++)
    if (d != row && x->at.d[d] != y->at.d[d]) return false;
  int64_t by = y->at.d[row] - x->at.d[row];
  return by > 0 && by <= rows;
}

// Loads of one step that takes so many rows; of them, `*all` if none were shared.
static int64_t loads_of(const Reads *reads, int row, int rows, int64_t *all) {
  int64_t n = 0;
  *all = 0;
  for (uint32_t i = 0; i < reads->n; i++) {
    if (reads->data[i].n->c) continue;
    for (int k = 0; k < rows; k++) {
      bool again = false;
      for (uint32_t j = 0; j < reads->n && !again; j++)
        again = same_below(&reads->data[i], &reads->data[j], row, k);
      n += !again, ++*all;
    }
  }
  return n;
}

// Values of the result's shape at the rows' own indices, in program order.
static void find_turns(Run *r, const Reads *reads) {
  Dims here = dims_fill(r->s->shape.n, 0);
  r->turns.n = 0;
  for (uint32_t i = 0; i < r->f->order.n; i++) {
    const Node *n = r->f->order.data[i];
    for (uint32_t j = 0; j < reads->n && dims_equal(type_dims(n->type), r->s->shape); j++)
      if (reads->data[j].n == n && dims_equal(reads->data[j].at, here))
        VEC_PUSH(r->f->arena, r->turns, n->v);
  }
}

// Rows of what is stored fall on the same sets.
static bool rows_conflict(const Run *r) {
  MlirType t = r->s->stores.data[0].n->type;
  Dims d = type_dims(t);
  return d.d[d.n - 1] * element_bits(type_element(t)) / 8 % WAY == 0;
}

int run_rows_at_once(Run *r) {
  Fuse *f = r->f;
  Dims d = r->s->shape;
  int rows = MOST_ROWS, row = d.n - 2;
  if (!optimise_by(OPTIMISE_STRIPS) || !optimise_by(OPTIMISE_ROWS)) return 1;
  if (f->heavy || f->loops || f->rows > row || r->s->axes.n) return 1;
  if (row < 0 || f->stages.n > 1 || d.d[row + 1] < 2 * run_store_lanes(r)) return 1;
  Reads reads = {0};
  for (uint32_t i = 0; i < r->s->stores.n; i++)
    fuse_reads(f, r->s->stores.data[i].n->v, dims_fill(d.n, 0), &reads);
  if (rows_conflict(r)) rows = 2;
  while (rows > 1 && (rows * (int64_t)reads.n > ROW_OPS || 4 * rows > d.d[row]))
    rows /= 2;
  int64_t all, n = loads_of(&reads, row, rows, &all);
  if (n * OF > all * SHARED) return 1;
  find_turns(r, &reads);
  return rows;
}

//===-- one step -------------------------------------------------------------------------===//

bool run_row_stores(Run *r, Build *b) {
  uint32_t n = r->s->stores.n;
  int row = r->s->shape.n - 2;
  Val *x = ARENA_ARRAY(b->arena, Val, n * (uint32_t)r->rows);
  for (uint32_t i = 0; i < r->turns.n * (uint32_t)r->rows; i++) {
    Val y;
    r->idx[row] = r->row[i % (uint32_t)r->rows];
    if (!fuse_eval(r->f, b, r->turns.data[i / (uint32_t)r->rows], r->idx, &y)) return false;
  }
  for (int k = 0; k < r->rows; k++) {
    r->idx[row] = r->row[k];
    for (uint32_t i = 0; i < n; i++)
      if (!run_value(r, b, i, &x[(uint32_t)k * n + i])) return false;
  }
  for (int k = 0; k < r->rows; k++) {
    r->idx[row] = r->row[k];
    for (uint32_t i = 0; i < n; i++)
      run_store(r, b, i, x[(uint32_t)k * n + i]);
  }
  return true;
}

//===-- blocks of rows -------------------------------------------------------------------===//

static bool block_row(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  r->idx[r->s->shape.n - 2] = i;
  r->masked = true;
  bool ok = run_innermost(r, b, acc, y);
  r->masked = false, r->f->cache.n = mark;
  return ok;
}

// The rows of the block one by one; the last block may have fewer.
static bool block_apart(Run *r, Build *b) {
  Val hi = index_add(b, r->row[0], r->rows), n = emit_index(b, r->s->shape.d[r->s->shape.n - 2]);
  int rows = r->rows;
  r->rows = 1;
  hi = emit_bin(b, "arith.minsi", hi, n);
  bool ok = emit_for(b, r->row[0], hi, emit_index(b, 1), 0, NULL, block_row, r, NULL);
  r->rows = rows;
  return ok;
}

static bool block_whole(Run *r, Build *b) {
  int last = r->s->shape.n - 1;
  bool ok = true;
  r->f->inside = true;
  r->idx[last] = fuse_inner(0);
  for (int k = 0; ok && k < r->rows; k++) {
    r->idx[last - 1] = r->row[k];
    ok = run_hoist(r, b);
  }
  ok = ok && run_cut(r, b, r->s->shape.d[last], run_store_lanes(r));
  r->f->inside = false;
  return ok;
}

static bool block_branch(Build *b, void *ctx, bool whole, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  bool ok = whole ? block_whole(r, b) : block_apart(r, b);
  r->f->cache.n = mark;
  return ok;
}

// Whether all rows of the block are inside of all borders: the first and the last are.
static bool block_inside(Run *r, Build *b, Val *inside) {
  int row = r->s->shape.n - 2;
  int64_t n = r->s->shape.d[row];
  Val last = r->row[r->rows - 1];
  *inside = n % r->rows ? emit_cmp(b, "ult", last, emit_index(b, n)) : VAL_NONE;
  r->idx[row + 1] = fuse_inner(0);
  for (int k = 0; k < r->rows; k += r->rows - 1) {
    r->idx[row] = r->row[k];
    r->f->search++;
    for (uint32_t i = 0; i < r->s->stores.n; i++)
      if (!fuse_rows_inside(r->f, b, r->s->stores.data[i].n->v, r->idx, true, inside)) return false;
  }
  return true;
}

static bool block_body(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Run *r = ctx;
  uint32_t mark = r->f->cache.n;
  Val first = index_mul(b, i, r->rows), inside;
  for (int k = 0; k < r->rows; k++)
    r->row[k] = index_add(b, first, k);
  if (!block_inside(r, b, &inside)) return false;
  bool ok =
      val_is_none(inside) ? block_whole(r, b) : emit_if(b, inside, 0, NULL, block_branch, r, NULL);
  r->f->cache.n = mark;
  return ok;
}

bool run_blocks(Run *r, Build *b, int rows) {
  int64_t n = r->s->shape.d[r->s->shape.n - 2], blocks = (n + rows - 1) / rows;
  bool parallel = run_parallel(r);
  r->rows = rows, r->depth++;
  bool ok;
  if (parallel) {
    ok = emit_parallel(b, blocks, run_first_work(r) * rows, block_body, r);
  } else {
    Val lo = emit_index(b, 0), hi = emit_index(b, blocks), one = emit_index(b, 1);
    ok = emit_for(b, lo, hi, one, 0, NULL, block_body, r, NULL);
  }
  r->rows = 1, r->depth--;
  return ok;
}

// run.h -- the loops of one stage while they are emitted: fuse_stage.c has those of elementwise
// values and of reductions over the last dimensions, fuse_columns.c those over others.
//
// A reduction of much, over dimension 0 with all others or with those before the kept ones, is cut
// in SHARES ranges of dimension 0, whatever the number of threads; what they come to is combined in
// their order, f32 sums in f64.
#ifndef CJAX_LOWER_SCHEDULE_RUN_H
#define CJAX_LOWER_SCHEDULE_RUN_H

#include "lower/ops/blocks.h"
#include "lower/schedule/fuse.h"

enum { SHARES = 16, MOST_ROWS = 4 };

typedef struct Run {
  Fuse *f;
  Stage *s;
  Val idx[MAX_RANK]; // of the stage's shape
  int depth;         // of the loop being opened
  int nacc;          // accumulators: one per reduction, vectors and then scalars
  bool vector;       // the innermost loop computes vectors
  Val share;         // the range of dimension 0 being emitted; none: all of it
  Val *shared;       // what the shares come to, per reduction: an array of SHARES, or
                     // [SHARES, kept..]
  int rows;          // of the dimension before the last that are computed at once: row[0..rows)
  Val row[MOST_ROWS];
  VEC(Val) turns; // what is computed for each of these rows before the next such value is
  bool masked;    // a row is not looked at for being inside of all borders
  // Reductions over other than the last dimensions: steps of dimension `blocks` (-1: none), so many
  // at once; the memory of the accumulators, and of those that are `wide` (sums of f32) the memory
  // which the sums of blocks are added to.
  int blocks;
  int64_t block;
  Val *mem, *totals;
  bool *wide;
} Run;

OpKind run_kind(const Run *r, int i);
// Of the accumulators of reduction i.
MlirType run_type(Build *b, const Run *r, int i);
Val run_identity(Build *b, const Run *r, int i);
Val run_combine(Build *b, const Run *r, int i, Val x, Val y);
// idx of a reduction's result: without the axes.
int run_result_index(const Run *r, Val *idx);
// The element that reduction i combines next, in the accumulator's type.
bool run_term(Run *r, Build *b, int i, Val *x);
bool run_stores(Run *r, Build *b);
// Store i of the element at r->idx: what is stored, and the storing.
bool run_value(Run *r, Build *b, uint32_t i, Val *x);
void run_store(Run *r, Build *b, uint32_t i, Val x);
// Computes, before the innermost loop, what does not depend on its index.
bool run_hoist(Run *r, Build *b);
// Iterations of the loop over dimension 0 are independent, and nothing outside runs at once.
bool run_parallel(const Run *r);
// The loop over dimension 0, of which run_parallel says so.
bool run_first(Run *r, Build *b, LoopFn *body);
// Of one step of it, in scalar operations.
int64_t run_first_work(const Run *r);
// How many lanes a loop over kept elements computes at once.
int run_store_lanes(const Run *r);
// The loop over the last dimension, of the row of r->idx.
bool run_innermost(Run *r, Build *b, const Val *acc, Val *y);
// The loop over the last dimension, of n elements, in vectors of w, cut where borders begin.
bool run_cut(Run *r, Build *b, int64_t n, int w);
// Whether dimension 0, in units of `unit`, is reduced in shares.
bool run_is_shared(const Run *r, int64_t units);
// Where share `part` of n units begins.
Val run_border(Build *b, Val part, int64_t n);
// Makes the shares at once.
bool run_shares(Run *r, Build *b, LoopFn *body);

// Several rows at once (fuse_rows.c), of a stage without reductions: how many, by what they read in
// common; the loop over blocks of so many, where r->depth is the dimension before the last; the
// stores of one step of it.
int run_rows_at_once(Run *r);
bool run_blocks(Run *r, Build *b, int rows);
bool run_row_stores(Run *r, Build *b);

// A stage of reductions over other than the last dimensions.
bool run_columns(Run *r, Build *b);

#endif

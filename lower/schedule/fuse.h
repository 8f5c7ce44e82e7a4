// fuse.h -- kernels of elementwise ops, reductions and ops that only move elements, computed
// without intermediate arrays.
//
// A kernel's values are computed in stages, each one loop nest: the reductions over the same axes
// of the same shape, and the elementwise values stored while their loop runs (results of the
// kernel, and what is too expensive to be computed again in a later stage).  Everything else is
// computed where it is used.  Stages that all run over the same leading dimensions share the loops
// over these (the rows), so that what one stage leaves for the next is a row, or a scalar in a
// register:
//
//   softmax over the last axis:   for i {  m = max_j x[i, j]
//                                          s = sum_j (e[j] = exp(x[i, j] - m))
//                                          for j { y[i, j] = e[j] * (1 / s) } }
//
// Sums of more than 32 terms along the last axis are formed in 32 partial sums (f64: 16; among
// expensive ops half as many) that are then added in pairs; others from left to right.  Of f32, no
// more than 32 in one chain (lower/ops/blocks.h).
#ifndef CJAX_LOWER_SCHEDULE_FUSE_H
#define CJAX_LOWER_SCHEDULE_FUSE_H

#include "dialect/scalar.h"
#include "dialect/support/vec.h"
#include "lower/host/ptrmap.h"
#include "lower/lower_op.h"

// A value.
typedef struct Node {
  Val v;
  MlirType type;
  const OpCall *c; // null: operand `arg` of the kernel
  int arg;
  int stage; // that reduces or stores it; -1: computed where used
  int out;   // the result of the kernel that it is, or -1
  Val mem;   // its memory once it is computed: of type mem_type, without the rows' dimensions when
             // `local`
  MlirType mem_type;
  bool local;
  Val scalar; // its value when it has one element per row
  // The planner's: the walk that met it last, and the first stage that can compute it as found
  // then.
  int first;
  uint32_t search;
  const struct Node *terms; // the reduction among whose terms it was met last
  uint64_t hoisted; // the search for what leaves a loop, and the indices, that met it last
  uint32_t cut_search; // the search for cuts that met it last, and at which offset
  int64_t cut_offset;
} Node;

typedef struct Store {
  Node *n;
  int out; // result of the kernel; -1: scratch
} Store;

typedef struct Stage {
  Dims shape, axes;
  VEC(Node *) reduces;
  VEC(Store) stores;
} Stage;

typedef struct Cached {
  const Node *n;
  const Val *idx;
  Val v;
} Cached;

typedef struct Fuse {
  Kernel *k;
  Arena *arena;
  PtrMap nodes;
  VEC(Node *) order; // operands, then results of ops in program order
  VEC(Stage) stages;
  VEC(Val) outputs;
  uint32_t search; // number of walks over the nodes so far
  bool flat;     // every array is seen as one dimension
  int64_t chunk; // then, when not 0: as rows of that many elements, which threads share
  bool phases;   // its stages leave chunks for the next
  bool vectors;  // all ops work on vectors
  bool heavy;    // some op is expensive: half as many lanes, for registers
  bool loops;    // some op is a loop over lanes
  bool slices;   // some op is a slice
  bool pieces;   // some op is a concatenation, a padding or an update of a window
  bool inside;   // in the row being emitted none of these is anywhere outside
  int rows;      // leading dimensions shared by all stages
  Val row[MAX_RANK];
  // Evaluation: the innermost loop's index and how many elements are computed at once.
  Val iv;
  int width;
  int64_t from; // no index is less; the loop ends where a concatenation or a padding goes on
  VEC(Cached) cache;
  bool *done; // per stage: it has been emitted
} Fuse;

// The kernel of c: an op with a region (a fusion), or a single op.
bool fuse_kernel(Kernel *k, const OpCall *c, Val *out);

//===-- planning (fuse_plan.c) ---------------------------------------------------------===//

Node *fuse_node(const Fuse *f, Val v);
bool fuse_is_reduction(const Node *n);
// Shape as the loops see it.
Dims fuse_dims(const Fuse *f, MlirType t);
bool fuse_plan(Fuse *f);

//===-- indices (fuse_index.c) -------------------------------------------------------------===//

// Stands for the innermost loop's index plus `offset` in index lists; VAL_NONE stands for 0.
Val fuse_inner(int64_t offset);
bool fuse_is_inner(Val i);
// The index that it stands for.
Val fuse_index(const Fuse *f, Build *b, Val i);
// A broadcast or a slice: element idx is element `inner` of the operand.
bool fuse_is_moved(const OpCall *c);
void fuse_moved(const Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *inner);
// Ops for which the innermost loop is cut.
bool fuse_in_pieces(OpKind k);
// Of two slices of one array.
bool fuse_concatenate(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y);
bool fuse_pad(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y);
bool fuse_update(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y);
// Whether, in the row of idx, all paddings and updates on the way to v are inside what they pad and
// write; none: all rows are.  False: it depends on more than the row.
// Concatenations of rows count with `rolls`: inside is then what comes of the larger operand.
bool fuse_rows_inside(Fuse *f, Build *b, Val v, const Val *idx, bool rolls, Val *inside);
// Values, operands of the kernel among them (without an op), with what is added to the indices.
typedef struct Read {
  const Node *n;
  Dims at;
} Read;
typedef VEC(Read) Reads;
// Adds what v needs of arrays of its rank at `at`, inside of all borders.
void fuse_reads(Fuse *f, Val v, Dims at, Reads *reads);
typedef VEC(int64_t) Cuts;
// Adds where the innermost loop over v, which runs to n, is cut for concatenations and paddings.
void fuse_cuts(Fuse *f, Val v, int64_t n, Cuts *cuts);

//===-- evaluation (fuse_eval.c) -----------------------------------------------------------===//


// The element of v at idx (one entry per dimension); a vector when width > 1 and idx has
// fuse_inner.
bool fuse_eval(Fuse *f, Build *b, Val v, const Val *idx, Val *y);
// v was looked at with these indices before, in this search.
bool fuse_seen(const Fuse *f, Node *n, const Val *idx);
// Computes, before the innermost loop, what does not depend on its index.
bool fuse_hoist(Fuse *f, Build *b, Val v, const Val *idx);
// x as a vector when width > 1.
Val fuse_widen(Fuse *f, Build *b, Val x);
// Notes that v is n's value at idx.
void fuse_remember(Fuse *f, const Node *n, const Val *idx, Val v);
// A loop over lanes (fuse_loop.c): its results at idx are remembered.
bool fuse_loop(Fuse *f, Build *b, const OpCall *c, const Val *idx);
Val fuse_load(Fuse *f, Build *b, Val mem, MlirType type, const Val *idx);
void fuse_store(Fuse *f, Build *b, Val mem, MlirType type, const Val *idx, Val x);
// Asks for the cache line of an element that will be loaded.
void fuse_prefetch(Fuse *f, Build *b, Val mem, const Val *idx);
// Scratch for n, or the memory of kernel result n->out.
void fuse_place(Fuse *f, Build *b, Node *n, int out);
// idx without the rows when n's memory is local.
const Val *fuse_local(const Fuse *f, const Node *n, const Val *idx);

//===-- stages (fuse_stage.c) ----------------------------------------------------------------===//

bool fuse_stage(Fuse *f, Build *b, Stage *s);
// The reduced dimensions are the last ones.
bool fuse_trailing(const Stage *s);
MlirType fuse_accumulator(Build *b, MlirType element);

#endif

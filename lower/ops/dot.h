// dot.h -- what the parts of contractions share (dot.c).
#ifndef CJAX_LOWER_OPS_DOT_H
#define CJAX_LOWER_OPS_DOT_H

#include "lower/lower_op.h"

enum {
  ROWS = 6,
  ROW_LANES = 32,
  SHORT = 32,
  PACK_BYTES = 1 << 15,
  BLOCK_BYTES = 1 << 21, // of the rows of x that pass all of y
  SHARED_BYTES = 1 << 19, // of x, which each thread's second-level cache holds
  MIN_PANELS = 8, // for threads to share them
  SHARES = 16, // of rows
  SHARES_OF_LARGE = 8, // where y is more than LARGE_BYTES: large blocks of rows read it less often
  LARGE_BYTES = 1 << 20,
  DEPTH = 1024, // of the contracted dimension, added at once where it is twice as long or more
  PER_VECTOR = 4, // what a vector operation counts of the work that is worth threads
  CHAIN = 256, // products of f32 that are added one after the other
  CHAIN_OF_ROW = 1024,
  CHAIN_OF_ONE = 64
};

// An operand that is windows of an array: its one free dimension and its contracted one are several
// of `mem` (dot_window.c).
typedef struct Window {
  Val mem;
  Dims d, free, contract; // of mem: its shape; dimensions
} Window;

typedef struct Side {
  int operand;
  const Window *window; // null: none
  Dims d;                     // shape
  Dims batch, contract, free; // dimensions
} Side;

typedef struct Dot {
  const Kernel *k;
  const OpCall *c;
  Side x, y;
  bool swapped; // x is operand 1: its free dimensions come last in the result
  MlirType sum; // cjax element type of the sums
  Val packed;   // y as [panels, contracted, width]; none: y itself
  Dims steps;   // extents of the loops over the contracted dimensions
  Val batch[MAX_RANK], m[MAX_RANK], n[MAX_RANK], kk[MAX_RANK];
  int rows, width; // of the tile being emitted
  int64_t lanes;   // of its vectors that are stored; 0: all
  Val from, to;    // the part of the contracted dimension being added; none: all of it
  Val first_row;   // of the block of rows being emitted, which has at most `block` of them
  int64_t block;
  Val panel;       // of y, to which one thread keeps; none: all
  bool rest;       // a thread that keeps to the last columns, which are no whole panel
  int level;
} Dot;

static inline int64_t side_extent(const Side *s, int i) { return s->d.d[s->free.d[i]]; }
static inline int64_t side_last(const Side *s) {
  return s->free.n ? side_extent(s, s->free.n - 1) : 1;
}
static inline bool side_is_last(const Side *s, Dims dims) {
  return dims.n && dims.d[dims.n - 1] == s->d.n - 1;
}

//===-- elements (dot_element.c) -----------------------------------------===//

// Elements of a vector of the sums when none of them is left over.
int dot_lanes(const Dot *t);
// width elements of a side at its free indices, in the sums' type; of memory.
Val dot_load(Build *b, const Dot *t, const Side *s, const Val *free, int width);
// The first `lanes` of width elements, zeros after them; of a side in memory of the sums' type.
Val dot_load_first(Build *b, const Dot *t, const Side *s, const Val *free, int width, int lanes);
Val dot_load_vector(Build *b, Val mem, int rank, const Val *idx, int width);
Val dot_vector(Build *b, Val x, int width);
Val dot_zero(Build *b, const Dot *t);
Val dot_multiply_add(Build *b, const Dot *t, Val x, Val y, Val acc);
// The free indices of the tile's row r.
void dot_row(Build *b, const Dot *t, int r, Val *m);
void dot_store(Build *b, const Dot *t, const Val *m, const Val *n, Val v, int width);
Val dot_load_result(Build *b, const Dot *t, const Val *m, const Val *n);

//===-- tiles (dot_tile.c) -----------------------------------------------===//

// The contracted dimensions as one index.
Val dot_contract_index(Build *b, const Dot *t);
// All of n, or what the thread keeps to, for the block's rows.
bool dot_tiles(Build *b, Dot *t);

//===-- copies of y (dot_pack.c) -----------------------------------------===//

// Worth it when rows are many, or n does not lie contiguous.
bool dot_pack_suits(const Dot *t);
Val dot_pack_scratch(Build *b, const Dot *t);
bool dot_pack(Build *b, Dot *t);
// One whole panel; the last columns, with zeros after them.
bool dot_pack_panel(Build *b, Dot *t, Val panel);
bool dot_pack_rest(Build *b, Dot *t);

//===-- rows by one vector (dot_row.c) -----------------------------------===//

bool dot_rows_suit(const Dot *t);
bool dot_rows(Build *b, Dot *t);
int64_t side_count(const Side *s); // of its free elements

//===-- the op (dot.c) ---------------------------------------------------===//

// Loops over the batch; over a side's free dimensions but for the last `rest`.
void dot_add_batch(Dims *l, const Dot *t);
void dot_add_free(Dims *l, const Side *s, int rest);
// The kernel of a dot_general; window: of operand 0, or null.
bool dot_kernel(Kernel *k, const OpCall *c, const Window *window, Val *out);

#endif

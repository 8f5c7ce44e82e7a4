// index.h -- the dimension numbers that gather and the scatters share.
//
// A gather of windows of x and a scatter of updates into x are described by the same five lists;
// only their names differ.
#ifndef CJAX_DIALECT_OPS_INDEX_H
#define CJAX_DIALECT_OPS_INDEX_H

#include "dialect/op.h"

typedef struct Windows {
  Dims window;     // dimensions of the result (updates) that run through a window: offset_dims,
                   // update_window_dims
  Dims collapsed;  // dimensions of x of window size 1 that the window lacks: collapsed_slice_dims,
                   // inserted_window_dims
  Dims to_operand; // dimension of x that entry k of an index vector counts along
  Dims operand_batch; // dimensions of x that go along with ...
  Dims indices_batch; // ... these of the indices
} Windows;

Windows windows_of(const OpCall *c);
// The attributes of `attrs` with the dimension numbers under the names of a gather or a scatter.
MlirAttribute windows_attrs(MlirContext ctx, MlirAttribute attrs, bool gather, const Windows *w);
// Sizes of the windows of x that updates of a scatter cover: 1 where x's dimension is collapsed or
// batched.
Dims windows_sizes(const Windows *w, Dims x, Dims updates);
// The lists against the shapes of x and the indices; reports and returns false.
bool windows_check(const OpCall *c, const Windows *w, Dims x, Dims indices);
// Dimension numbers with a new leading axis on x and/or the indices.  The new axis of the result is
// number 0, part of the window when only x has it.
Windows windows_batched(const Windows *w, bool x, bool indices);

// gather with the inverse dimension numbers of the scatter c: what c's windows hold in x.
Val gather_of_scatter(Build *b, const OpCall *c, Val x, MlirAttribute fill);
// 0 of the element type of x, as a fill_value.
MlirAttribute fill_zero(Val x);

#endif

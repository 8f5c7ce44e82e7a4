// index.h -- what gather, scatter and the dynamic slices share.
#ifndef CJAX_LOWER_OPS_INDEX_H
#define CJAX_LOWER_OPS_INDEX_H

#include "lower/lower_op.h"

// A start index of cjax element type `type` as index, clamped to [0, room].
Val index_clamp(Build *b, Val x, MlirType type, int64_t room);

// Result i's memory holds operand j from now on (0 and 0).
bool kernel_start_from(Kernel *k, int i, int j);

// How index vectors (operand 1, along its last axis) address windows of operand 0.
typedef struct IndexSpec {
  Dims map;              // entry n of an index vector is for dimension map[n]
  Dims x_batch, i_batch; // dimension x_batch[n] is addressed by the position along i_batch[n]
  Dims size;             // of the window, per dimension of operand 0
  bool drop;             // windows that are not inside are to be recognised
} IndexSpec;

// The window's first element j for the index vector at `batch`, clamped into operand 0; *inside:
// whether nothing was clamped (none unless drop).
void index_vector(Build *b, const Kernel *k, const IndexSpec *s, const Val *batch, Val *j,
                  Val *inside);

#endif

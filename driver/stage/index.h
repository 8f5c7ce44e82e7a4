// index.h -- x[key]: the key taken apart, and what gathers and scatters need of it.
#ifndef CJAX_STAGE_INDEX_H
#define CJAX_STAGE_INDEX_H

#include "driver/stage/staging.h"

typedef enum IndexKind {
  INDEX_INT,    // static, normalised into the dimension (clamped)
  INDEX_SLICE,  // start, step, count: all static
  INDEX_WINDOW, // count elements from a run-time start (an array of rank 0)
  INDEX_NEW,    // None
  INDEX_ARRAY   // integers, of any rank
} IndexKind;

typedef struct IndexItem {
  IndexKind kind;
  int dim; // of x; INDEX_NEW: none
  int64_t start, step, count;
  bool outside; // INDEX_INT: out of bounds,
  int64_t raw;  // before it was clamped
  Array *array;
} IndexItem;

typedef struct Index {
  int n, narray; // items; those that are arrays
  IndexItem item[3 * MAX_RANK];
} Index;

// The key against x: Ellipsis filled in, masks as index arrays.
bool index_parse(VM *vm, const Array *x, Value key, Index *out);

// A gather or scatter in XLA's terms.  `shape` is that of the result or updates without new axes,
// `full` with them.
typedef struct IndexPlan {
  Dims window, collapsed, to_operand, sizes; // of x's rank; keys have one more
  Dims x_batch, indices_batch; // axes of x that go with axes of the indices
  Array *indices;
  Dims shape, full;
} IndexPlan;
bool index_plan(VM *vm, const Array *x, const Index *ix, IndexPlan *out);

typedef struct IndexOptions {
  const char *mode; // "clip", "fill", "promise_in_bounds"
  MlirAttribute fill_value;
  bool sorted, unique;
} IndexOptions;
bool emit_gather(VM *vm, Array *x, const IndexPlan *p, const IndexOptions *o, Value *out);
bool emit_scatter(VM *vm, OpKind k, Array *x, const IndexPlan *p, Array *updates,
                  const IndexOptions *o, Value *out);

bool emit_slice(VM *vm, Array *x, Dims from, Dims to, Dims by, Value *out);
bool emit_squeeze(VM *vm, Array *x, Dims axes, Value *out);
bool emit_dynamic_slice(VM *vm, Array *x, Array *const *starts, Dims sizes, Value *out);
bool emit_dynamic_update_slice(VM *vm, Array *x, Array *update, Array *const *starts, Value *out);
// i + n where i is negative; integers become i32, or stay i64 in 64-bit mode.
bool index_normalise(VM *vm, Array *i, int64_t n, Array **out);
bool index_start(VM *vm, Value v, Array **out); // a start index: an integer of rank 0
bool index_constant(VM *vm, int64_t i, Array **out);
// Applies key to x, gathering by `o` where arrays are involved; null: x[key] itself.
// IndexError for a single position of an axis without elements.
bool index_check_axes(VM *vm, const Array *x, const Index *ix);
bool index_get(VM *vm, Array *x, const Index *ix, const IndexOptions *o, Value *out);

// "clip", "fill" or "promise_in_bounds" from None, a string or a GatherScatterMode.
bool index_mode(VM *vm, Value v, const char *preset, const char **out);
// None: a null attribute.
bool index_fill_value(VM *vm, Value v, Dtype d, MlirAttribute *out);

#endif

// index_emit.c -- slices, gathers and scatters as ops; from a parsed key to XLA's dimension
// numbers.
//
// Every dimension of x is one of: a window (a slice with step 1), which the result runs through; a
// point (an int, an index array), collapsed; or strided (any other slice), collapsed with an iota
// of its own.  Index arrays broadcast together; their dimensions stand where the first of them
// stood, or in front when a slice separates them.
#include "driver/stage/index.h"

#include "dialect/scalar.h"

#include <string.h>

static Dims with_key(const Array *x, Dims d, int64_t entry) {
  return x->dtype == DTYPE_KEY ? dims_append(d, entry) : d;
}

//===-- ops ---------------------------------------------------------------===//

bool emit_slice(VM *vm, Array *x, Dims from, Dims to, Dims by, Value *out) {
  Dims shape = from;
  bool whole = true;
  for (int i = 0; i < from.n; i++) {
    shape.d[i] = (to.d[i] - from.d[i] + by.d[i] - 1) / by.d[i];
    if (shape.d[i] < 0) shape.d[i] = 0;
    whole = whole && !from.d[i] && to.d[i] == x->shape[i] && by.d[i] == 1;
  }
  if (whole) return *out = v_obj(x), true;
  MlirContext ctx = vm->context;
  MlirAttribute attrs = attrs_make(ctx, 3, "start_indices", attr_of_dims(ctx, with_key(x, from, 0)),
                                   "limit_indices", attr_of_dims(ctx, with_key(x, to, 2)),
                                   "strides", attr_of_dims(ctx, with_key(x, by, 1)));
  return array_emit1(vm, &(ArrayOp){OP_SLICE, attrs, x->dtype, shape}, x, out);
}

bool emit_squeeze(VM *vm, Array *x, Dims axes, Value *out) {
  if (!axes.n) return *out = v_obj(x), true;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimensions", attr_of_dims(vm->context, axes));
  return array_emit1(vm, &(ArrayOp){OP_SQUEEZE, attrs, x->dtype, dims_without(array_dims(x), axes)},
                     x, out);
}

static bool with_starts(VM *vm, Array *x, Array *update, Array *const *starts, Array ***out,
                        uint32_t *n) {
  uint32_t first = update ? 2 : 1;
  Array **all = ARENA_ARRAY(vm->arena, Array *, x->rank + 3);
  all[0] = x;
  if (update) all[1] = update;
  for (uint32_t i = 0; i < x->rank; i++)
    all[first + i] = starts[i];
  *n = first + x->rank;
  if (x->dtype == DTYPE_KEY && !index_constant(vm, 0, &all[(*n)++])) return false;
  *out = all;
  return true;
}

bool emit_dynamic_slice(VM *vm, Array *x, Array *const *starts, Dims sizes, Value *out) {
  Array **all;
  uint32_t n;
  if (!with_starts(vm, x, NULL, starts, &all, &n)) return false;
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "slice_sizes", attr_of_dims(vm->context, with_key(x, sizes, 2)));
  if (!array_emit(vm, &(ArrayOp){OP_DYNAMIC_SLICE, attrs, x->dtype, sizes}, n, all, out))
    return false;
  AS_ARRAY(*out)->weak = x->weak;
  return true;
}

bool emit_dynamic_update_slice(VM *vm, Array *x, Array *update, Array *const *starts, Value *out) {
  Array **all;
  uint32_t n;
  if (!with_starts(vm, x, update, starts, &all, &n)) return false;
  if (!array_emit(
          vm,
          &(ArrayOp){.kind = OP_DYNAMIC_UPDATE_SLICE, .dtype = x->dtype, .shape = array_dims(x)}, n,
          all, out))
    return false;
  AS_ARRAY(*out)->weak = x->weak;
  return true;
}

static MlirAttribute flag(VM *vm, bool set) {
  return set ? attr_unit(vm->context) : (MlirAttribute){0};
}

bool emit_gather(VM *vm, Array *x, const IndexPlan *p, const IndexOptions *o, Value *out) {
  Array *in[2] = {x, p->indices};
  MlirContext ctx = vm->context;
  MlirAttribute attrs = attrs_make(
      ctx, 10, "offset_dims", attr_of_dims(ctx, p->window), "collapsed_slice_dims",
      attr_of_dims(ctx, p->collapsed), "start_index_map", attr_of_dims(ctx, p->to_operand),
      "operand_batching_dims", attr_of_dims(ctx, p->x_batch), "start_indices_batching_dims",
      attr_of_dims(ctx, p->indices_batch), "slice_sizes", attr_of_dims(ctx, p->sizes), "mode",
      attr_str(vm, o->mode), "fill_value", o->fill_value, "unique_indices", flag(vm, o->unique),
      "indices_are_sorted", flag(vm, o->sorted));
  if (dims_product(p->shape) == 0) { // even of no elements
    const char none[16] = {0};
    *out = array_constant(vm, x->dtype, x->weak, p->shape, none, (size_t)dtype_size(x->dtype));
    return true;
  }
  if (!array_emit(vm, &(ArrayOp){OP_GATHER, attrs, x->dtype, p->shape}, 2, in, out)) return false;
  AS_ARRAY(*out)->weak = x->weak;
  return true;
}

bool emit_scatter(VM *vm, OpKind k, Array *x, const IndexPlan *p, Array *updates,
                  const IndexOptions *o, Value *out) {
  if (dims_product(array_dims(updates)) == 0) return *out = v_obj(x), true;
  Array *in[3] = {x, p->indices, updates};
  MlirContext ctx = vm->context;
  MlirAttribute attrs = attrs_make(
      ctx, 8, "update_window_dims", attr_of_dims(ctx, p->window), "inserted_window_dims",
      attr_of_dims(ctx, p->collapsed), "scatter_dims_to_operand_dims",
      attr_of_dims(ctx, p->to_operand), "operand_batching_dims", attr_of_dims(ctx, p->x_batch),
      "scatter_indices_batching_dims", attr_of_dims(ctx, p->indices_batch), "mode",
      attr_str(vm, o->mode),
      "unique_indices", flag(vm, o->unique), "indices_are_sorted", flag(vm, o->sorted));
  if (!array_emit(vm, &(ArrayOp){k, attrs, x->dtype, array_dims(x)}, 3, in, out)) return false;
  AS_ARRAY(*out)->weak = x->weak;
  return true;
}

//===-- index arrays ------------------------------------------------------===//

bool index_constant(VM *vm, int64_t i, Array **out) {
  *out = AS_ARRAY(array_scalar_int(vm, DTYPE_I32, false, i));
  return true;
}

bool index_start(VM *vm, Value v, Array **out) {
  if (!is_arraylike(vm, v))
    return vm_raise(vm, E_TypeError,
                    "Indexer must have integer or boolean type, got indexer with type %s",
                    type_name(vm, v));
  if (is_run_scalar(v)) {
    Dtype d = staging(vm)->x64 ? DTYPE_I64 : DTYPE_I32;
    return array_of_dtype(vm, v, d, false, out);
  }
  if (!array_of(vm, v, out)) return false;
  if ((*out)->rank || !dtype_is_int((*out)->dtype))
    return vm_raise(vm, E_TypeError, "start_indices must have integer dtype and rank 0, got %s",
                    array_text(vm, *out));
  return array_convert(vm, *out, (*out)->dtype, false, out);
}

static bool normalise_constant(VM *vm, Array *i, int64_t n, Array **out) {
  const char *data = constant_data(vm->arena, staged_value(v_obj(i)));
  if (!data) return false;
  Dims shape = array_dims(i);
  int64_t count = dims_product(shape);
  size_t size = (size_t)dtype_size(i->dtype);
  char *copy = arena_alloc(vm->arena, (size_t)count * size + 1);
  bool changed = false;
  for (int64_t k = 0; k < count; k++) {
    Scalar x = scalar_load(i->dtype, data + (size_t)k * size);
    changed = changed || x.i < 0;
    if (x.i < 0) x.i += n;
    scalar_store(i->dtype, copy + (size_t)k * size, x);
  }
  *out = i;
  if (changed)
    *out = AS_ARRAY(array_constant(vm, i->dtype, false, shape, copy, (size_t)count * size));
  return true;
}

bool index_normalise(VM *vm, Array *i, int64_t n, Array **out) {
  Dtype d = i->dtype;
  if (d != DTYPE_I32 && d != DTYPE_U32 && d != DTYPE_I64 && d != DTYPE_U64) d = DTYPE_I32;
  if (!array_convert(vm, i, d, false, &i)) return false;
  if (dtype_is_unsigned(d)) return *out = i, true;
  if (normalise_constant(vm, i, n, out)) return true;
  Value zero = array_scalar_int(vm, d, false, 0), size = array_scalar_int(vm, d, false, n);
  Value negative, moved, chosen;
  if (!emit_compare(vm, OP_LT, "lt", i, AS_ARRAY(zero), &negative)) return false;
  if (!emit_binary(vm, OP_ADD, "add", i, AS_ARRAY(size), &moved)) return false;
  if (!array_emit_select(vm, AS_ARRAY(negative), AS_ARRAY(moved), i, &chosen)) return false;
  *out = AS_ARRAY(chosen);
  return true;
}

//===-- planning ----------------------------------------------------------===//

static bool is_window(const IndexItem *it) {
  return it->kind == INDEX_WINDOW || (it->kind == INDEX_SLICE && it->step == 1);
}

// A dimension of the result: which item it comes from; -1: of the broadcast index arrays.
typedef struct ResultDim {
  int item;
  int64_t size;
  int column; // of the broadcast shape, or -1
} ResultDim;

typedef struct Planner {
  const Index *ix;
  Dims arrays; // broadcast shape of the index arrays
  ResultDim dim[3 * MAX_RANK];
  int n;
  Dims batch;                  // sizes of the result's batch dimensions
  int array_at;                // where the index arrays' dimensions begin among the batch ones
  int stride_at[3 * MAX_RANK]; // by item
} Planner;

static bool broadcast_arrays_shape(VM *vm, Planner *p) {
  Array *xs[MAX_RANK];
  uint32_t n = 0;
  for (int i = 0; i < p->ix->n; i++)
    if (p->ix->item[i].kind == INDEX_ARRAY) xs[n++] = p->ix->item[i].array;
  return broadcast_shapes(vm, "index", n, xs, &p->arrays);
}

// Whether a slice or None stands between index arrays (ints count as arrays beside arrays).
static bool arrays_apart(const Index *ix) {
  int state = 0;
  for (int i = 0; i < ix->n; i++) {
    IndexKind k = ix->item[i].kind;
    bool advanced = k == INDEX_ARRAY || (k == INDEX_INT && ix->narray);
    if (advanced && state == 2) return true;
    if (advanced)
      state = 1;
    else if (state == 1)
      state = 2;
  }
  return false;
}

static void add_arrays(Planner *p) {
  for (int k = 0; k < p->arrays.n; k++)
    p->dim[p->n++] = (ResultDim){.item = -1, .size = p->arrays.d[k], .column = k};
}

static void lay_out(Planner *p) {
  const Index *ix = p->ix;
  bool placed = !ix->narray;
  if (!placed && arrays_apart(ix)) {
    add_arrays(p);
    placed = true;
  }
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    bool advanced = it->kind == INDEX_ARRAY || (it->kind == INDEX_INT && ix->narray);
    if (advanced && !placed) {
      add_arrays(p);
      placed = true;
    }
    if (it->kind == INDEX_ARRAY || it->kind == INDEX_INT) continue;
    p->dim[p->n++] = (ResultDim){.item = i, .size = it->count, .column = -1};
  }
}

// Splits the result's dimensions into windows and batch ones; fills shape, full and window.
static void classify(Planner *p, IndexPlan *out) {
  int at = 0;
  p->array_at = -1;
  for (int k = 0; k < p->n; k++) {
    const ResultDim *d = &p->dim[k];
    out->full = dims_append(out->full, d->size);
    if (d->item >= 0 && p->ix->item[d->item].kind == INDEX_NEW) continue;
    out->shape = dims_append(out->shape, d->size);
    if (d->item >= 0 && is_window(&p->ix->item[d->item]))
      out->window = dims_append(out->window, at);
    else {
      if (d->item < 0 && p->array_at < 0) p->array_at = p->batch.n;
      if (d->item >= 0) p->stride_at[d->item] = p->batch.n;
      p->batch = dims_append(p->batch, d->size);
    }
    at++;
  }
}

// x as one column of index vectors: broadcast into the batch shape at dimensions from `at`, then
// [..., 1].
static bool column(VM *vm, const Planner *p, Array *x, int at, Array **out) {
  Dims shape = p->batch, dims = {0};
  for (int k = 0; k < (int)x->rank; k++)
    dims = dims_append(dims, at + k);
  shape = dims_append(shape, 1);
  if (!p->batch.n && !x->rank) {
    Value v;
    if (!emit_reshape(vm, x, shape, &v)) return false;
    return *out = AS_ARRAY(v), true;
  }
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "broadcast_dimensions", attr_of_dims(vm->context, dims));
  Value v;
  if (!array_emit1(vm, &(ArrayOp){OP_BROADCAST_IN_DIM, attrs, x->dtype, shape}, x, &v))
    return false;
  *out = AS_ARRAY(v);
  return true;
}

static bool strided_column(VM *vm, const Planner *p, const IndexItem *it, int at, Array **out) {
  int32_t *data = ARENA_ARRAY(vm->arena, int32_t, it->count + 1);
  for (int64_t k = 0; k < it->count; k++)
    data[k] = (int32_t)(it->start + k * it->step);
  Value v = array_constant(vm, DTYPE_I32, false, dims_of(1, &it->count), data,
                           (size_t)it->count * sizeof *data);
  return column(vm, p, AS_ARRAY(v), at, out);
}

// The column that item i contributes, or *out null.
static bool item_column(VM *vm, const Planner *p, const Array *x, int i, Array **out) {
  const IndexItem *it = &p->ix->item[i];
  Array *a;
  *out = NULL;
  switch (it->kind) {
  case INDEX_NEW:
    return true;
  case INDEX_SLICE:
    if (it->step != 1) return strided_column(vm, p, it, p->stride_at[i], out);
    if (it->count == x->shape[it->dim]) return true;
    return index_constant(vm, it->start, &a) && column(vm, p, a, 0, out);
  case INDEX_INT:
    return index_constant(vm, it->raw, &a) && column(vm, p, a, 0, out);
  case INDEX_WINDOW:
    return index_normalise(vm, it->array, x->shape[it->dim], &a) && column(vm, p, a, 0, out);
  case INDEX_ARRAY:
    break;
  }
  if (!index_normalise(vm, it->array, x->shape[it->dim], &a)) return false;
  int at = (p->array_at < 0 ? 0 : p->array_at) + p->arrays.n - (int)a->rank;
  // Size-1 dimensions broadcast within the index arrays' shape first.
  Dims shape = p->arrays;
  if (a->rank && a->rank == (uint32_t)shape.n && !array_broadcast(vm, a, shape, false, &a))
    return false;
  if (a->rank && a->rank < (uint32_t)shape.n) {
    if (!array_broadcast(vm, a, shape, false, &a)) return false;
    at = p->array_at;
  }
  return column(vm, p, a, at, out);
}

static bool join_columns(VM *vm, const Planner *p, uint32_t n, Array **columns, Array **out) {
  Dims shape = dims_append(p->batch, n);
  Value v;
  if (n == 1) return *out = columns[0], true;
  if (!n) {
    *out = AS_ARRAY(array_constant(vm, DTYPE_I32, false, shape, "", 0));
    return true;
  }
  bool wide = false;
  for (uint32_t i = 0; i < n; i++)
    wide = wide || dtype_size(columns[i]->dtype) == 8;
  for (uint32_t i = 0; i < n; i++)
    if (!array_convert(vm, columns[i], wide ? DTYPE_I64 : DTYPE_I32, false, &columns[i]))
      return false;
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "dimension", attr_of_int(vm->context, p->batch.n));
  if (!array_emit(vm, &(ArrayOp){OP_CONCATENATE, attrs, columns[0]->dtype, shape}, n, columns, &v))
    return false;
  *out = AS_ARRAY(v);
  return true;
}

bool index_plan(VM *vm, const Array *x, const Index *ix, IndexPlan *out) {
  Planner p = {.ix = ix};
  Array *columns[MAX_RANK];
  uint32_t n = 0;
  *out = (IndexPlan){0};
  if (!broadcast_arrays_shape(vm, &p)) return false;
  lay_out(&p);
  classify(&p, out);
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_NEW) continue;
    Array *c;
    if (!item_column(vm, &p, x, i, &c)) return false;
    if (c) {
      columns[n++] = c;
      out->to_operand = dims_append(out->to_operand, it->dim);
    }
    bool window = is_window(it);
    if (!window) out->collapsed = dims_append(out->collapsed, it->dim);
    out->sizes = dims_append(out->sizes, window ? it->count : 1);
  }
  if (x->dtype == DTYPE_KEY) {
    out->window = dims_append(out->window, out->shape.n);
    out->sizes = dims_append(out->sizes, 2);
  }
  return join_columns(vm, &p, n, columns, &out->indices);
}

// index_get.c -- x[key]: slices where everything is static, dynamic_slice for run-time scalars,
// else a gather.
#include "driver/stage/index.h"

#include <string.h>

// New axes and removed ones, after x was cut along all its dimensions.
static bool finish(VM *vm, const Index *ix, Array *x, Value *out) {
  Dims gone = {0}, full = {0};
  bool new_axes = false;
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_INT || it->kind == INDEX_ARRAY)
      gone = dims_append(gone, it->dim);
    else
      full = dims_append(full, it->count);
    new_axes = new_axes || it->kind == INDEX_NEW;
  }
  Value v;
  if (!emit_squeeze(vm, x, gone, &v)) return false;
  if (!new_axes) return *out = v, true;
  Dims dims = {0};
  int at = 0;
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_INT || it->kind == INDEX_ARRAY) continue;
    if (it->kind != INDEX_NEW) dims = dims_append(dims, at);
    at++;
  }
  x = AS_ARRAY(v);
  if (x->dtype == DTYPE_KEY) dims = dims_append(dims, full.n);
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "broadcast_dimensions", attr_of_dims(vm->context, dims));
  return array_emit1(vm, &(ArrayOp){OP_BROADCAST_IN_DIM, attrs, x->dtype, full}, x, out);
}

// All ints and slices: slice, then rev where the step is negative.
static bool get_static(VM *vm, Array *x, const Index *ix, Value *out) {
  Dims from = dims_fill((int)x->rank, 0), to = array_dims(x), by = dims_fill((int)x->rank, 1);
  Dims back = {0};
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_NEW) continue;
    bool reverse = it->kind == INDEX_SLICE && it->step < 0;
    int64_t last = it->start + (it->count - 1) * it->step;
    from.d[it->dim] = it->count ? (reverse ? last : it->start) : 0;
    to.d[it->dim] = it->count ? (reverse ? it->start : last) + 1 : 0;
    if (it->kind == INDEX_INT) to.d[it->dim] = it->start + 1;
    if (it->kind == INDEX_SLICE) by.d[it->dim] = reverse ? -it->step : it->step;
    if (it->kind == INDEX_SLICE && by.d[it->dim] == 1) to.d[it->dim] = from.d[it->dim] + it->count;
    if (reverse && it->count > 1) back = dims_append(back, it->dim);
  }
  Value v;
  if (!emit_slice(vm, x, from, to, by, &v)) return false;
  if (back.n) {
    Array *s = AS_ARRAY(v);
    MlirAttribute attrs = attrs_make(vm->context, 1, "dimensions", attr_of_dims(vm->context, back));
    if (!array_emit1(vm, &(ArrayOp){OP_REV, attrs, s->dtype, array_dims(s)}, s, &v)) return false;
  }
  return finish(vm, ix, AS_ARRAY(v), out);
}

// Scalars and windows at run time; every slice has step 1.
static bool is_dynamic_slice(const Index *ix) {
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_ARRAY && it->array->rank) return false;
    if (it->kind == INDEX_SLICE && it->step != 1) return false;
  }
  return true;
}

static bool get_dynamic(VM *vm, Array *x, const Index *ix, Value *out) {
  Array *starts[MAX_RANK] = {0};
  Dims sizes = dims_fill((int)x->rank, 1);
  bool wide = false;
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_NEW) continue;
    sizes.d[it->dim] = it->count;
    bool run = it->kind == INDEX_ARRAY || it->kind == INDEX_WINDOW;
    if (run ? !index_normalise(vm, it->array, x->shape[it->dim], &starts[it->dim])
            : !index_constant(vm, it->start, &starts[it->dim]))
      return false;
    wide = wide || dtype_size(starts[it->dim]->dtype) == 8;
  }
  for (uint32_t i = 0; i < x->rank; i++)
    if (!array_convert(vm, starts[i], wide ? DTYPE_I64 : DTYPE_I32, false, &starts[i]))
      return false;
  Value v;
  return emit_dynamic_slice(vm, x, starts, sizes, &v) && finish(vm, ix, AS_ARRAY(v), out);
}

bool index_check_axes(VM *vm, const Array *x, const Index *ix) {
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_ARRAY && !it->array->rank && !x->shape[it->dim] && !staging(vm)->host)
      return vm_raise(vm, E_IndexError, "index is out of bounds for axis %d with size 0", it->dim);
  }
  return true;
}

bool index_get(VM *vm, Array *x, const Index *ix, const IndexOptions *o, Value *out) {
  bool run_time = ix->narray > 0, outside = false;
  for (int i = 0; i < ix->n; i++) {
    run_time = run_time || ix->item[i].kind == INDEX_WINDOW;
    outside = outside || ix->item[i].outside;
  }
  if (!run_time && !(o && outside)) return get_static(vm, x, ix, out);
  if (!o && is_dynamic_slice(ix)) return index_check_axes(vm, x, ix) && get_dynamic(vm, x, ix, out);
  static const IndexOptions promise = {.mode = "promise_in_bounds"};
  IndexPlan plan;
  Value v;
  if (!index_plan(vm, x, ix, &plan)) return false;
  if (!emit_gather(vm, x, &plan, o ? o : &promise, &v)) return false;
  return emit_reshape(vm, AS_ARRAY(v), plan.full, out);
}

bool array_row(VM *vm, Array *x, Value i, Value *out) {
  Index ix;
  return index_parse(vm, x, i, &ix) && index_get(vm, x, &ix, NULL, out);
}

bool array_getitem(VM *vm, Array *x, Value key, Value *out) {
  Index ix;
  Array *a;
  return index_parse(vm, x, key, &ix) && array_adapt(vm, x, &a) && index_get(vm, a, &ix, NULL, out);
}

// listed.c -- lists of arrays or numbers of one type whose index only the executable knows.
//
//     xs[i]        row i of the stacked items
//     xs[i] = v    the items become the rows of the stack with row i replaced
#include "driver/stage/index.h"
#include "driver/stage/staging.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

// The type that all items have, as Python's numbers or as arrays.
static bool common_type(VM *vm, uint32_t n, const Value *items, Aval *out) {
  Aval a;
  for (uint32_t i = 0; i < n; i++) {
    if (!item_aval(vm, items[i], i ? &a : out)) return false;
    if (i && (!aval_equal(out, &a, false) || out->run != a.run)) return false;
  }
  return n > 0;
}

bool item_aval(VM *vm, Value v, Aval *out) {
  static const int64_t none[1];
  v = value_unwrap(v);
  Dtype d = v.tag == TAG_BOOL ? DTYPE_BOOL : v.tag == TAG_INT ? DTYPE_I64 : DTYPE_F64;
  if (v.tag == TAG_BOOL || v.tag == TAG_INT || v.tag == TAG_FLOAT) {
    *out = (Aval){.dtype = d, .run = true, .weak = d != DTYPE_BOOL, .shape = none};
    return true;
  }
  return (is_array(v) || is_run_scalar(v)) && value_aval(vm, v, out) && out->dtype != DTYPE_KEY;
}

// v as an array of the type, with a leading dimension of 1.
static bool one_row(VM *vm, Value v, const Aval *item, Value *out) {
  Array *x;
  MlirValue s;
  if (!item->run) {
    if (!array_of(vm, v, &x) || !array_convert(vm, x, item->dtype, item->weak, &x)) return false;
  } else if (is_run_scalar(v)) {
    if (!trace_use(vm, v, &s)) return false;
    x = AS_ARRAY(array_new_like(vm, s, &(Array){.dtype = item->dtype, .numpy = true}));
  } else {
    v = value_unwrap(v);
    double f = v.tag == TAG_FLOAT ? v.f : (double)v.i;
    x = AS_ARRAY(v.tag == TAG_FLOAT ? array_scalar(vm, DTYPE_F64, false, f)
                                    : array_scalar_int(vm, item->dtype, false, v.i));
  }
  return emit_reshape(vm, x, dims_prepend(1, dims_of((int)item->rank, item->shape)), out);
}

// Numbers known while compiling, as one constant; false: they are not.
static bool constant_stack(VM *vm, uint32_t n, const Value *items, const Aval *item, Value *out) {
  size_t size = (size_t)dtype_size(item->dtype);
  char *data = arena_alloc(vm->arena, n * size);
  for (uint32_t i = 0; i < n; i++) {
    Value v = value_unwrap(items[i]);
    if (v.tag != TAG_INT && v.tag != TAG_BOOL && v.tag != TAG_FLOAT) return false;
    if (v.tag == TAG_BOOL)
      data[i] = v.b;
    else
      memcpy(data + i * size, v.tag == TAG_INT ? (void *)&v.i : (void *)&v.f, size);
  }
  int64_t shape[1] = {n};
  *out = array_constant(vm, item->dtype, false, dims_of(1, shape), data, n * size);
  return true;
}

bool items_stack(VM *vm, uint32_t n, const Value *items, Aval *item, Value *out) {
  *out = V_EMPTY;
  if (!common_type(vm, n, items, item)) return v_is_empty(vm->exc);
  uint32_t count;
  int64_t k;
  Staging *s = staging(vm);
  if ((is_array(items[0]) || is_run_scalar(items[0])) && rows_of(items[0], &k)) {
    if (!array_rows_at(vm, n, items, &count, out)) return false;
    if (count == n) return true;
  }
  bool host = s->host, ok = true;
  s->host = item->run || item->numpy;
  if (item->run && constant_stack(vm, n, items, item, out)) return s->host = host, true;
  Array **rows = ARENA_ARRAY(vm->arena, Array *, n);
  for (uint32_t i = 0; i < n && ok; i++) {
    Value row;
    ok = one_row(vm, items[i], item, &row);
    if (ok) rows[i] = AS_ARRAY(row);
  }
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimension", attr_of_int(vm->context, 0));
  Dims shape = dims_prepend(n, dims_of((int)item->rank, item->shape));
  ok = ok && array_emit(vm, &(ArrayOp){OP_CONCATENATE, attrs, item->dtype, shape}, n, rows, out);
  s->host = host;
  return ok;
}

static bool take(VM *vm, Value whole, const Aval *item, Value i, Value *out) {
  HostMode mode;
  numpy_mode_enter(vm, item->numpy, &mode);
  bool ok = array_row(vm, AS_ARRAY(whole), i, out);
  numpy_mode_leave(vm, &mode);
  if (!ok) return false;
  if (!item->run) return true;
  RunKind kind = item->dtype == DTYPE_BOOL  ? RUN_BOOL
                 : item->dtype == DTYPE_I64 ? RUN_INT
                                            : RUN_FLOAT;
  return array_to_scalar(vm, AS_ARRAY(*out), kind, out);
}

bool items_at(VM *vm, uint32_t n, const Value *items, Value i, const char *what, Value *out) {
  Aval item;
  Value whole;
  if (!items_stack(vm, n, items, &item, &whole)) return false;
  if (v_is_empty(whole)) return *out = V_EMPTY, true;
  return run_index_check(vm, i, n, what, &i) && take(vm, whole, &item, i, out);
}

bool items_put(VM *vm, List *l, Value i, Value v, bool *done) {
  Aval item, type;
  Value whole, row;
  *done = false;
  if (!items_stack(vm, l->n, l->v, &item, &whole)) return false;
  if (v_is_empty(whole) || !item_aval(vm, v, &type)) return v_is_empty(vm->exc);
  if (type.run != item.run || !aval_equal(&type, &item, false)) return true;
  *done = true;
  bool host = staging(vm)->host;
  staging(vm)->host = item.run || item.numpy;
  bool ok = run_index_check(vm, i, l->n, "list assignment", &i) && one_row(vm, v, &item, &row);
  MlirValue in[2 + MAX_RANK], zero;
  ok = ok && trace_use(vm, whole, &in[0]) && trace_use(vm, row, &in[1]) && trace_use(vm, i, &in[2]);
  staging(vm)->host = host;
  if (!ok) return false;
  stage_locate(vm);
  zero = op_splat_int(vm->build, mlirValueGetType(in[2]), 0);
  for (uint32_t d = 0; d < item.rank; d++)
    in[3 + d] = zero;
  MlirOperation op = stage_op(vm, OP_DYNAMIC_UPDATE_SLICE, 3 + (int)item.rank, in,
                              (MlirAttribute){0}, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  const Rows *rows = rows_open(vm, op_result(op, 0), &item);
  for (uint32_t k = 0; k < l->n; k++)
    l->v[k] = rows_at(vm, rows, k);
  return true;
}

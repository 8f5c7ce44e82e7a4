// restack.c -- a list of the rows of one array, in order, is that array again.
//
// A list that a rolled loop appends to is made of rows of its stacked output:
//
//     %row = cjax.slice %all from [k, 0] to [k + 1, n] ...    %item = cjax.reshape %row
#include "driver/stage/staging.h"

// x is row *k of *all.
static bool row_of(MlirValue x, MlirValue *all, int64_t *k) {
  if (!mlirValueIsAOpResult(x)) return false;
  MlirOperation op = mlirOpResultGetOwner(x);
  if (op_kind(op) == OP_RESHAPE) {
    x = mlirOperationGetOperand(op, 0);
    if (!mlirValueIsAOpResult(x)) return false;
    op = mlirOpResultGetOwner(x);
  }
  if (op_kind(op) != OP_SLICE) return false;
  *all = mlirOperationGetOperand(op, 0);
  MlirAttribute attrs = op_attrs(op);
  Dims from = attr_dims(attrs, "start_indices"), to = attr_dims(attrs, "limit_indices");
  Dims strides = attr_dims(attrs, "strides"), shape = type_dims(mlirValueGetType(*all));
  if (!from.n || to.d[0] != from.d[0] + 1) return false;
  *k = from.d[0];
  for (int i = 1; i < from.n; i++)
    if (from.d[i] || to.d[i] != shape.d[i] || strides.d[i] != 1) return false;
  return true;
}

static bool item_row(VM *vm, Value v, MlirValue *all, int64_t *k) {
  MlirValue x;
  if (!is_array(v) && !is_run_scalar(v)) return false;
  const Rows *r = rows_of(v, k);
  bool ok = r ? trace_use(vm, r->whole, all) : trace_use(vm, v, &x) && row_of(x, all, k);
  vm->exc = ok ? vm->exc : V_EMPTY;
  return ok;
}

// How many of the items from the first on are neighbouring rows of one array; 1: a single item.
static uint32_t run_length(VM *vm, uint32_t n, const Value *items, MlirValue *all, int64_t *from) {
  if (!item_row(vm, items[0], all, from)) return 1;
  uint32_t i = 1;
  for (; i < n; i++) {
    MlirValue other;
    int64_t k;
    if (!item_row(vm, items[i], &other, &k) || other.ptr != all->ptr || k != *from + i) break;
  }
  return i;
}

static bool alike(VM *vm, uint32_t n, const Value *items, Aval *first) {
  Aval a;
  if (!value_aval(vm, items[0], first)) return false;
  for (uint32_t i = 1; i < n; i++)
    if (!value_aval(vm, items[i], &a) || !aval_equal(first, &a, false)) return false;
  return true;
}

// Rows from..from + n of `all`.
static bool take_rows(VM *vm, MlirValue all, int64_t from, uint32_t n, const Aval *item,
                      Value *out) {
  Dims shape = type_dims(mlirValueGetType(all)), start = dims_fill(shape.n, 0), limit = shape;
  if (shape.d[0] != n) {
    start.d[0] = from;
    limit.d[0] = from + n;
    MlirContext ctx = vm->context;
    MlirAttribute attrs =
        attrs_make(ctx, 3, "start_indices", attr_of_dims(ctx, start), "limit_indices",
                   attr_of_dims(ctx, limit), "strides", attr_of_dims(ctx, dims_fill(shape.n, 1)));
    MlirOperation op = stage_op(vm, OP_SLICE, 1, &all, attrs, 1, NULL);
    if (mlirOperationIsNull(op)) return false;
    all = op_result(op, 0);
  }
  Array like = {.dtype = item->dtype, .numpy = item->numpy};
  return *out = array_new_like(vm, all, &like), true;
}

static bool take_one(VM *vm, Value v, const Aval *item, Value *out) {
  Array *x;
  Dims shape = dims_prepend(1, dims_of((int)item->rank, item->shape));
  return array_of_dtype(vm, v, item->dtype, false, &x) && emit_reshape(vm, x, shape, out);
}

// The pieces that the items are made of: rows of arrays, and single items.
static bool find_pieces(VM *vm, uint32_t n, const Value *items, const Aval *item, Array **pieces,
                        uint32_t *npieces) {
  *npieces = 0;
  for (uint32_t i = 0, length; i < n; i += length) {
    MlirValue all;
    int64_t from;
    Value piece;
    length = run_length(vm, n - i, items + i, &all, &from);
    bool ok = length > 1 ? take_rows(vm, all, from, length, item, &piece)
                         : take_one(vm, items[i], item, &piece);
    if (!ok) return false;
    pieces[(*npieces)++] = AS_ARRAY(piece);
  }
  return true;
}

static uint32_t count_pieces(VM *vm, uint32_t n, const Value *items) {
  uint32_t count = 0;
  MlirValue all;
  int64_t from;
  for (uint32_t i = 0; i < n; count++)
    i += run_length(vm, n - i, items + i, &all, &from);
  return count;
}

bool array_rows_at(VM *vm, uint32_t n, const Value *items, uint32_t *count, Value *out) {
  MlirValue all;
  int64_t from;
  Aval item;
  *count = 1;
  if (!value_aval(vm, items[0], &item)) return v_is_empty(vm->exc);
  *count = run_length(vm, n, items, &all, &from);
  return *count == 1 || take_rows(vm, all, from, *count, &item, out);
}

bool array_restack(VM *vm, uint32_t n, const Value *items, Value *out) {
  Aval item;
  *out = V_EMPTY;
  if (n < 4 || !alike(vm, n, items, &item)) return true;
  uint32_t count = count_pieces(vm, n, items);
  if (count > n / 4) return true; // not worth it
  Array **pieces = ARENA_ARRAY(vm->arena, Array *, count);
  if (!find_pieces(vm, n, items, &item, pieces, &count)) return false;
  if (count == 1) return *out = v_obj(pieces[0]), true;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimension", attr_of_int(vm->context, 0));
  Dims shape = dims_prepend(n, dims_of((int)item.rank, item.shape));
  return array_emit(vm, &(ArrayOp){OP_CONCATENATE, attrs, item.dtype, shape}, count, pieces, out);
}

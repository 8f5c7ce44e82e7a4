// rows.c -- rows of a stacked array as arrays and numbers of their own, without an op before their
// first use:
//
//     %row = cjax.slice %all from [k, 0] to [k + 1, n] ...    %item = cjax.reshape %row
//
// The ops go behind the one that made %all, so that it does not matter where the first use is.
#include "driver/stage/staging.h"

const Rows *rows_open(VM *vm, MlirValue all, const Aval *item) {
  Rows *r = ARENA_ARRAY(vm->arena, Rows, 1);
  stage_locate(vm);
  *r = (Rows){.all = all, .type = aval_type(vm, item), .build = *vm->build};
  r->n = type_dims(mlirValueGetType(all)).d[0];
  r->first = aval_value(vm, item, all);
  r->whole = array_new_like(vm, all, &(Array){.dtype = item->dtype, .numpy = item->numpy});
  list_append(vm, staging(vm)->keep, r->first);
  list_append(vm, staging(vm)->keep, r->whole);
  if (is_run_scalar(r->first)) {
    AS_RUN_SCALAR(r->first)->rows = r;
    AS_RUN_SCALAR(r->first)->value = (MlirValue){0};
    return r;
  }
  Array *x = AS_ARRAY(r->first);
  x->rank = item->rank;
  x->shape = item->shape;
  x->rows = r;
  x->value = (MlirValue){0};
  return r;
}

Value rows_at(VM *vm, const Rows *r, int64_t k) {
  if (is_array(r->first)) {
    Array *x = HEAP_NEW(vm, r->first.o->cls, O_ARRAY, Array);
    Obj head = x->head;
    *x = *AS_ARRAY(r->first);
    x->head = head;
    x->row = k;
    return v_obj(x);
  }
  RunScalar *x = HEAP_NEW(vm, r->first.o->cls, O_RUN_SCALAR, RunScalar);
  Obj head = x->head;
  *x = *AS_RUN_SCALAR(r->first);
  x->head = head;
  x->row = k;
  return v_obj(x);
}

static MlirValue take_row(const Rows *r, int64_t k) {
  Build b = r->build;
  if (mlirValueIsAOpResult(r->all)) {
    MlirOperation op = mlirOpResultGetOwner(r->all);
    b.before = mlirOperationGetNextInBlock(op);
    b.block = mlirOperationGetBlock(op);
  } else {
    b.block = mlirBlockArgumentGetOwner(r->all);
    b.before = mlirBlockGetFirstOperation(b.block);
  }
  Dims all = type_dims(mlirValueGetType(r->all)), from = dims_fill(all.n, 0), to = all;
  from.d[0] = k;
  to.d[0] = k + 1;
  MlirAttribute attrs =
      attrs_make(b.ctx, 3, "start_indices", attr_of_dims(b.ctx, from), "limit_indices",
                 attr_of_dims(b.ctx, to), "strides", attr_of_dims(b.ctx, dims_fill(all.n, 1)));
  MlirOperation slice = build_op(&b, OP_SLICE, 1, &r->all, attrs, 1, NULL);
  if (mlirOperationIsNull(slice)) BUG("row %lld of an array", (long long)k);
  return op_reshape(&b, op_result(slice, 0), type_dims(r->type));
}

MlirValue staged_value(Value v) {
  bool array = is_array(v);
  MlirValue *x = array ? &AS_ARRAY(v)->value : &AS_RUN_SCALAR(v)->value;
  if (x->ptr) return *x;
  return *x = array ? take_row(AS_ARRAY(v)->rows, AS_ARRAY(v)->row)
                    : take_row(AS_RUN_SCALAR(v)->rows, AS_RUN_SCALAR(v)->row);
}

const Rows *rows_of(Value v, int64_t *k) {
  *k = is_array(v) ? AS_ARRAY(v)->row : AS_RUN_SCALAR(v)->row;
  return is_array(v) ? AS_ARRAY(v)->rows : AS_RUN_SCALAR(v)->rows;
}

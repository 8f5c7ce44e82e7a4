// array_emit.c -- ops on arrays: promotion of operands, broadcasting, building.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

MlirAttribute attr_str(VM *vm, const char *s) { return attr_of_text(vm->context, s); }

//===-- shapes ------------------------------------------------------------===//

// As NumPy writes them: (2,3) (4,)
static bool raise_host_broadcast(VM *vm, uint32_t n, Array *const *xs) {
  StrBuf shapes;
  strbuf_init(&shapes, vm->arena);
  for (uint32_t i = 0; i < n; i++) {
    Dims d = array_dims(xs[i]);
    strbuf_puts(&shapes, "(");
    for (int k = 0; k < d.n; k++)
      strbuf_printf(&shapes, k || d.n == 1 ? (d.n == 1 ? "%lld," : ",%lld") : "%lld",
                    (long long)d.d[k]);
    strbuf_puts(&shapes, ") ");
  }
  return vm_raise(vm, E_ValueError, "operands could not be broadcast together with shapes %s",
                  shapes.data);
}

static bool raise_broadcast(VM *vm, const char *name, uint32_t n, Array *const *xs) {
  if (staging(vm)->host) return raise_host_broadcast(vm, n, xs);
  StrBuf shapes;
  strbuf_init(&shapes, vm->arena);
  bool same_rank = true;
  for (uint32_t i = 0; i < n; i++) {
    same_rank = same_rank && xs[i]->rank == xs[0]->rank;
    strbuf_printf(&shapes, i ? ", %s" : "%s", dims_text(array_dims(xs[i])));
  }
  if (same_rank)
    return vm_raise(vm, E_TypeError, "%s got incompatible shapes for broadcasting: %s.", name,
                    shapes.data);
  return vm_raise(vm, E_ValueError, "Incompatible shapes for broadcasting: shapes=[%s]",
                  shapes.data);
}

bool broadcast_shapes(VM *vm, const char *name, uint32_t n, Array *const *xs, Dims *out) {
  Dims d = {0};
  for (uint32_t i = 0; i < n; i++)
    if ((int)xs[i]->rank > d.n) d.n = (int)xs[i]->rank;
  for (int k = 0; k < d.n; k++)
    d.d[k] = 1;
  for (uint32_t i = 0; i < n; i++) {
    int shift = d.n - (int)xs[i]->rank;
    for (uint32_t k = 0; k < xs[i]->rank; k++) {
      int64_t *to = &d.d[k + (uint32_t)shift], size = xs[i]->shape[k];
      if (*to != size && *to != 1 && size != 1) return raise_broadcast(vm, name, n, xs);
      if (size != 1) *to = size;
    }
  }
  *out = d;
  return true;
}

//===-- building ----------------------------------------------------------===//

static bool all_weak(uint32_t n, Array *const *xs) {
  for (uint32_t i = 0; i < n; i++)
    if (!xs[i]->weak) return false;
  return n > 0;
}

bool array_emit(VM *vm, const ArrayOp *o, uint32_t n, Array *const *xs, Value *out) {
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, n + 1);
  for (uint32_t i = 0; i < n; i++)
    if (!trace_use(vm, v_obj(xs[i]), &in[i])) return false;
  MlirType type = array_type(vm, o->dtype, o->shape);
  MlirOperation op = stage_op(vm, o->kind, (int)n, in, o->attrs, 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new(vm, op_result(op, 0), o->dtype, all_weak(n, xs));
  return true;
}

bool array_emit1(VM *vm, const ArrayOp *o, Array *x, Value *out) {
  return array_emit(vm, o, 1, &x, out);
}

bool emit_unary(VM *vm, OpKind k, Array *x, Value *out) {
  return array_emit1(vm, &(ArrayOp){.kind = k, .dtype = x->dtype, .shape = array_dims(x)}, x, out);
}

static bool broadcast_pair(VM *vm, const char *name, Array **xs) {
  Dims shape = {0};
  return broadcast_shapes(vm, name, 2, xs, &shape) &&
         array_broadcast(vm, xs[0], shape, true, &xs[0]) &&
         array_broadcast(vm, xs[1], shape, true, &xs[1]);
}

// A converted mask of the product's shape: XLA selects x or 0, so that a product with False is 0
// for nan and -2 too, where one jit compiles the conversion and the product.
static bool is_mask(const Array *x, Dims shape) {
  if (!dtype_is_inexact(x->dtype) || !dims_equal(array_dims(x), shape)) return false;
  if (x->mask || !trace_find(x->owner, TRACE_JIT) || x->rows) return x->mask;
  if (!mlirValueIsAOpResult(x->value)) return false;
  MlirOperation op = mlirOpResultGetOwner(x->value);
  return op_kind(op) == OP_CONVERT_ELEMENT_TYPE &&
         element_is_bool(val_element(mlirOperationGetOperand(op, 0)));
}

static MlirAttribute product_attrs(VM *vm, Array *x, Array *y, Dims shape) {
  MlirAttribute none = {0};
  if (staging(vm)->host || (!is_mask(x, shape) && !is_mask(y, shape))) return none;
  return attrs_make(vm->context, 1, "mask", attr_unit(vm->context));
}

bool emit_binary(VM *vm, OpKind k, const char *name, Array *x, Array *y, Value *out) {
  Array *xs[2] = {x, y};
  if (!broadcast_pair(vm, name, xs)) return false;
  ArrayOp o = {.kind = k, .dtype = x->dtype, .shape = array_dims(xs[0])};
  if (k == OP_MUL) o.attrs = product_attrs(vm, x, y, o.shape);
  return array_emit(vm, &o, 2, xs, out);
}

static bool part_of(VM *vm, OpKind k, Array *x, Value *out) {
  return array_emit1(
      vm, &(ArrayOp){.kind = k, .dtype = dtype_real_of(x->dtype), .shape = array_dims(x)}, x, out);
}

// Complex numbers are in the order of their real parts, then of the imaginary ones.
static bool emit_order(VM *vm, OpKind k, const char *name, Array *const *xs, Value *out) {
  OpKind strict = k == OP_LE ? OP_LT : k == OP_GE ? OP_GT : k;
  Value re[2], im[2], tie, by_re, by_im;
  for (int i = 0; i < 2; i++)
    if (!part_of(vm, OP_REAL, xs[i], &re[i])) return false;
  if (!emit_compare(vm, OP_EQ, name, AS_ARRAY(re[0]), AS_ARRAY(re[1]), &tie)) return false;
  for (int i = 0; i < 2; i++)
    if (!part_of(vm, OP_IMAG, xs[i], &im[i])) return false;
  return emit_compare(vm, k, name, AS_ARRAY(im[0]), AS_ARRAY(im[1]), &by_im) &&
         emit_compare(vm, strict, name, AS_ARRAY(re[0]), AS_ARRAY(re[1]), &by_re) &&
         array_emit_select(vm, AS_ARRAY(tie), AS_ARRAY(by_im), AS_ARRAY(by_re), out);
}

bool emit_compare(VM *vm, OpKind k, const char *name, Array *x, Array *y, Value *out) {
  Array *xs[2] = {x, y};
  if (dtype_is_complex(x->dtype) && k != OP_EQ && k != OP_NE)
    return broadcast_pair(vm, name, xs) && emit_order(vm, k, name, xs, out);
  return broadcast_pair(vm, name, xs) &&
         array_emit(vm, &(ArrayOp){.kind = k, .dtype = DTYPE_BOOL, .shape = array_dims(xs[0])}, 2,
                    xs, out);
}

bool array_emit_select(VM *vm, Array *pred, Array *if_true, Array *if_false, Value *out) {
  Array *xs[3] = {pred, if_false, if_true};
  if (!array_emit(
          vm,
          &(ArrayOp){.kind = OP_SELECT_N, .dtype = if_true->dtype, .shape = array_dims(if_true)}, 3,
          xs, out))
    return false;
  AS_ARRAY(*out)->weak = if_true->weak && if_false->weak;
  return true;
}

bool emit_reshape(VM *vm, Array *x, Dims shape, Value *out) {
  if (dims_equal(array_dims(x), shape)) {
    *out = v_obj(x);
    return true;
  }
  return array_emit1(vm, &(ArrayOp){.kind = OP_RESHAPE, .dtype = x->dtype, .shape = shape}, x, out);
}

//===-- promotion ---------------------------------------------------------===//

// NumPy's functions take sequences for arrays.
static bool host_values(VM *vm, uint32_t n, const Value *xs, const Value **out) {
  Value *all = ARENA_ARRAY(vm->arena, Value, n + 1);
  *out = all;
  for (uint32_t i = 0; i < n; i++) {
    Array *x;
    all[i] = xs[i];
    if (!v_is(xs[i], O_LIST) && !v_is(xs[i], O_TUPLE) && !v_is(xs[i], O_RANGE)) continue;
    if (!array_from_nested(vm, xs[i], DTYPE_COUNT, &x)) return false;
    all[i] = v_obj(x);
  }
  return true;
}

bool promote(VM *vm, const char *name, uint32_t n, const Value *xs, bool inexact, Array **out) {
  DtypeWeak *ds = ARENA_ARRAY(vm->arena, DtypeWeak, n + 1), to;
  if (staging(vm)->host && !host_values(vm, n, xs, &xs)) return false;
  for (uint32_t i = 0; i < n; i++)
    if (!value_dtype(vm, xs[i], &ds[i])) return raise_not_array(vm, name, xs[i], i);
  if (staging(vm)->host)
    to = (DtypeWeak){dtype_promote_numpy(n, ds), false};
  else if (!dtype_promote(vm, n, ds, &to))
    return false;
  if (inexact && !dtype_is_inexact(to.dtype)) to.dtype = dtype_default_float(vm);
  for (uint32_t i = 0; i < n; i++)
    if (!array_of_dtype(vm, xs[i], to.dtype, to.weak, &out[i])) return false;
  for (uint32_t i = 0; i < n; i++)
    if (is_array(xs[i]) && ds[i].dtype == DTYPE_BOOL && to.dtype != DTYPE_BOOL) out[i]->mask = true;
  return true;
}

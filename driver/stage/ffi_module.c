// ffi_module.c -- the native module _cjax.ffi: calls of C functions.
#include "driver/program.h"
#include "driver/stage/flow.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static bool result_types(VM *vm, Value v, MlirType **types, Dtype **d, uint32_t *n) {
  Tuple *t, *pair;
  if (!value_tuple(vm, v, &t)) return false;
  *types = ARENA_ARRAY(vm->arena, MlirType, t->n + 1), *d = ARENA_ARRAY(vm->arena, Dtype, t->n + 1);
  *n = t->n;
  for (uint32_t i = 0; i < t->n; i++) {
    Dims shape;
    if (!value_tuple(vm, t->v[i], &pair) || pair->n != 2 || !parse_shape(vm, pair->v[0], &shape) ||
        !dtype_argument(vm, pair->v[1], NULL, *d + i))
      return false;
    (*types)[i] = array_type(vm, (*d)[i], shape);
  }
  return true;
}

// call(name, ((shape, dtype), ...), arrays) -> arrays
static bool ffi_call(VM *vm, Value *bound, Value *out) {
  Tuple *xs;
  MlirType *types;
  Dtype *d;
  uint32_t n;
  if (!value_tuple(vm, bound[2], &xs) || !result_types(vm, bound[1], &types, &d, &n)) return false;
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, xs->n + 1);
  for (uint32_t i = 0; i < xs->n; i++) {
    Array *x;
    if (!array_of(vm, xs->v[i], &x) || !trace_use(vm, v_obj(x), &in[i])) return false;
  }
  MlirAttribute attrs = attrs_make(vm->context, 2, "target", attr_str(vm, AS_STR(bound[0])->text),
                                   "message", failure_where(vm));
  MlirOperation op = stage_op(vm, OP_FFI_CALL, (int)xs->n, in, attrs, (int)n, types);
  if (mlirOperationIsNull(op)) return false;
  Tuple *results = tuple_new(vm, n);
  for (uint32_t i = 0; i < n; i++)
    results->v[i] = array_new(vm, op_result(op, (int)i), d[i], false);
  *out = v_obj(results);
  return true;
}

// linked(name) -> bool: a file of --link defines it
static bool ffi_linked(VM *vm, Value *bound, Value *out) {
  const struct Program *p = vm->in->program;
  *out = v_bool(false);
  for (int i = 0; p && i < p->nsymbols; i++)
    if (!strcmp(p->symbols[i], AS_STR(bound[0])->text)) *out = v_bool(true);
  return true;
}

static const NativeDef functions[] = {
    {"call", "name, types, args", ffi_call}, {"linked", "name", ffi_linked}, {0}};

static bool ffi_init(VM *vm, Module *m) { return true; }
const NativeModule native_module_ffi = {"_cjax.ffi", functions, ffi_init};

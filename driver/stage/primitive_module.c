// primitive_module.c -- _cjax.primitive: any op by name, for the library's functions.
//
// bind("qr", (x,), full_matrices=True) gives the tuple of the op's results, whose types its shape
// rule finds.  Attributes by their Python types: True is a flag that is set (False: left out), an
// int, a float, a tuple of ints, a string.
#include "driver/stage/lax.h"

#include <string.h>

static bool attr_of_value(VM *vm, const char *name, Value v, MlirAttribute *out) {
  MlirContext ctx = vm->context;
  Dims d;
  *out = (MlirAttribute){0};
  if (v.tag == TAG_BOOL) {
    if (v.i) *out = attr_unit(ctx);
  } else if (v.tag == TAG_INT)
    *out = attr_of_int(ctx, v.i);
  else if (v.tag == TAG_FLOAT)
    *out = mlirFloatAttrDoubleGet(ctx, mlirF64TypeGet(ctx), v.f);
  else if (v_is(v, O_STR))
    *out = attr_of_text(ctx, AS_STR(v)->text);
  else if (parse_dims(vm, v, name, &d))
    *out = attr_of_dims(ctx, d);
  else
    return false;
  return true;
}

static bool attrs_of_dict(VM *vm, const Dict *d, MlirAttribute *out) {
  *out = mlirDictionaryAttrGet(vm->context, 0, NULL);
  for (uint32_t i = 0; i < d->n; i++) {
    MlirAttribute value;
    if (d->entries[i].key.tag == TAG_EMPTY) continue;
    const char *name = AS_STR(d->entries[i].key)->text;
    if (!attr_of_value(vm, name, d->entries[i].value, &value)) return false;
    if (!mlirAttributeIsNull(value)) *out = attrs_with(vm->context, *out, name, value);
  }
  return true;
}

static bool primitive_bind(VM *vm, Value *bound, Value *out) {
  const char *name = AS_STR(bound[0])->text;
  OpKind k = op_kind_named(arena_printf(vm->arena, "cjax.%s", name));
  if (k == OP_COUNT) BUG("no op cjax.%s", name);
  const Tuple *xs = AS_TUPLE(bound[1]);
  int64_t nout = bound[2].i;
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, xs->n + 1);
  MlirAttribute attrs;
  Array *x;
  bool weak = true;
  for (uint32_t i = 0; i < xs->n; i++) {
    if (!lax_operand(vm, name, xs->v[i], (int)i, &x) || !trace_use(vm, v_obj(x), &in[i]))
      return false;
    weak &= x->weak;
  }
  if (!attrs_of_dict(vm, AS_DICT(bound[3]), &attrs)) return false;
  MlirOperation op = stage_op(vm, k, (int)xs->n, in, attrs, (int)nout, NULL);
  if (mlirOperationIsNull(op)) return false;
  Value *ys = ARENA_ARRAY(vm->arena, Value, nout + 1);
  for (int i = 0; i < nout; i++) {
    MlirValue y = op_result(op, i);
    bool same = xs->n && mlirTypeEqual(val_element(y), val_element(in[0]));
    ys[i] = array_new(vm, y, element_dtype(val_element(y)), weak && same);
  }
  *out = v_obj(tuple_from(vm, ys, (uint32_t)nout));
  return true;
}

static const NativeDef functions[] = {{"bind", "name, operands, nout, /, **attrs", primitive_bind},
                                      {0}};
const NativeModule native_module_primitive = {"_cjax.primitive", functions, NULL};

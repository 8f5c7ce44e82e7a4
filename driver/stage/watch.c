// watch.c -- ops shown to a function of the library as they are staged: checkify adds its checks
// there.  What that function stages itself is not shown.
#include "driver/stage/staging.h"

static Value arrays_of(VM *vm, int n, const MlirValue *xs) {
  Value *ys = ARENA_ARRAY(vm->arena, Value, n + 1);
  for (int i = 0; i < n; i++)
    ys[i] = array_new(vm, xs[i], element_dtype(val_element(xs[i])), false);
  return v_obj(tuple_from(vm, ys, (uint32_t)n));
}

// The attributes that are lists of axes or sizes.
static Value lists_of(VM *vm, MlirAttribute attrs) {
  Dict *d = dict_new(vm);
  for (intptr_t i = 0; i < mlirDictionaryAttrGetNumElements(attrs); i++) {
    MlirNamedAttribute a = mlirDictionaryAttrGetElement(attrs, i);
    if (!mlirAttributeIsADenseI64Array(a.attribute)) continue;
    MlirStringRef name = mlirIdentifierStr(a.name);
    const char *text = arena_strndup(vm->arena, name.data, name.length);
    dict_set_str(vm, d, str_name(vm, text), dims_value(vm, attr_dims(attrs, text)));
  }
  return v_obj(d);
}

static bool show(VM *vm, Value *args) {
  Staging *s = staging(vm);
  Value ignored;
  s->in_watch = true;
  bool ok = vm_call(vm, s->watch, args, 4, NULL, &ignored);
  s->in_watch = false;
  return ok;
}

bool watch_index(VM *vm, Dims shape, int64_t i, int axis) {
  Staging *s = staging(vm);
  if (v_is_none(s->watch) || s->in_watch) return true;
  Dict *d = dict_new(vm);
  dict_set_str(vm, d, str_name(vm, "shape"), dims_value(vm, shape));
  dict_set_str(vm, d, str_name(vm, "index"), v_int(i));
  dict_set_str(vm, d, str_name(vm, "axis"), v_int(axis));
  Value none = v_obj(tuple_new(vm, 0));
  return show(vm, (Value[]){v_str(vm, "index"), none, none, v_obj(d)});
}

bool watch_op(VM *vm, const OpCall *c, MlirOperation op) {
  Staging *s = staging(vm);
  MlirValue results[8];
  int nout = (int)mlirOperationGetNumResults(op);
  if (v_is_none(s->watch) || s->in_watch || !nout || nout > 8 ||
      op_rules(c->kind)->flags & (OP_EFFECT | OP_REGION))
    return true;
  for (int i = 0; i < nout; i++)
    results[i] = op_result(op, i);
  Value args[4] = {v_str(vm, op_name(c->kind)), arrays_of(vm, c->nin, c->in),
                   arrays_of(vm, nout, results), lists_of(vm, c->attrs)};
  return show(vm, args);
}

// watch(function or None): shown (name, operands, results, {attribute: (1, 2)}), and ("index", (),
// (), {...}) of a known index that is out of bounds; the one before.
static bool fn_watch(VM *vm, Value *bound, Value *out) {
  Staging *s = staging(vm);
  *out = s->watch;
  s->watch = bound[0];
  return true;
}

static const NativeDef functions[] = {{"watch", "function, /", fn_watch}, {0}};
const NativeModule native_module_watch = {"_cjax.watch", functions, NULL};

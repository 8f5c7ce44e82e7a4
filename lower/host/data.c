// data.c -- constants in the executable's read-only data, and calls of the runtime.
#include <string.h>

#include "lower/host/host.h"

enum { ALIGN = 64 };

void host_global(Host *h, const char *name, const char *visibility, const void *data, int64_t n) {
  Build top = h->b;
  top.block = mlirModuleGetBody(h->hm->m), top.before = (MlirOperation){0};
  MlirType i8 = type_int(&top, 8);
  MlirType tensor = mlirRankedTensorTypeGet(1, &n, i8, mlirAttributeGetNull());
  MlirAttribute value = mlirDenseElementsAttrRawBufferGet(tensor, (size_t)n, data);
  MlirAttribute seen = visibility ? attr_of_text(top.ctx, visibility) : mlirAttributeGetNull();
  MlirAttribute attrs = attrs_make(
      top.ctx, 6, "sym_name", attr_of_text(top.ctx, name), "sym_visibility", seen, "type",
      mlirTypeAttrGet(type_memref_bytes(h, n)), "initial_value", value, "constant",
      attr_unit(top.ctx), "alignment", mlirIntegerAttrGet(type_int(&top, 64), ALIGN));
  emit_op(&top, "memref.global", 0, NULL, 0, NULL, attrs, 0, NULL);
}

static MlirAttribute data_symbol(Host *h, const void *data, int64_t n) {
  char *name = arena_printf(h->hm->arena, "data%d", h->hm->nglobals++);
  host_global(h, name, "private", data, n);
  return attr_of_text(h->b.ctx, name);
}

Val host_data(Host *h, const void *key, const void *data, int64_t n) {
  HostModule *hm = h->hm;
  MlirAttribute name = {key ? ptrmap_get(&hm->globals, key) : NULL};
  if (mlirAttributeIsNull(name)) {
    name = data_symbol(h, data, n);
    if (key) ptrmap_put(&hm->globals, key, (void *)name.ptr);
  }
  MlirAttribute symbol = mlirFlatSymbolRefAttrGet(h->b.ctx, mlirStringAttrGetValue(name));
  MlirAttribute attrs = attrs_make(h->b.ctx, 1, "name", symbol);
  return emit(&h->b, "memref.get_global", 0, NULL, type_memref_bytes(h, n), attrs);
}

Val host_text(Host *h, const char *s, int64_t n) {
  char *copy = arena_strndup(h->b.arena, s, (size_t)n);
  MlirAttribute key = mlirStringAttrGet(h->b.ctx, mlirStringRefCreate(s, (size_t)n));
  return host_data(h, key.ptr, copy, n + 1);
}

bool host_constant(Host *h, const OpCall *c) {
  Val y = op_result(c->op, 0);
  MlirType t = c->out[0];
  Val s = emit_splat_of(&h->b, y);
  if (!val_is_none(s)) return host_bind(h, y, place_uniform(h, t, s)), true;
  MlirAttribute value =
      mlirOperationGetAttributeByName(c->op, mlirStringRefCreateFromCString("value"));
  const void *data = constant_data(h->b.arena, y);
  int64_t n = type_bytes(t);
  if (n == 0) return host_bind(h, y, place_scalars(h, t, NULL)), true;
  Buffer *buf = ARENA_NEW(h->b.arena, Buffer);
  *buf = (Buffer){host_data(h, value.ptr, data, n), NULL, 0};
  host_bind(h, y, place_buffer(h, t, buf, VAL_NONE));
  return true;
}

//===-- the runtime ---------------------------------------------------------------------===//

MlirType host_pointer_type(Host *h) { return type_memref_bytes(h, 1); }

Val host_pointer(Host *h, Val bytes) {
  MlirType t = host_pointer_type(h);
  if (mlirTypeEqual(mlirValueGetType(bytes), t)) return bytes;
  Val zero = emit_index(&h->b, 0);
  return emit(&h->b, "memref.view", 2, (Val[]){bytes, zero}, t, mlirAttributeGetNull());
}

static void runtime_declare(Host *h, const char *name, int n, const Val *args, MlirType result) {
  MlirContext ctx = h->b.ctx;
  MlirType *types = ARENA_ARRAY(h->b.arena, MlirType, n);
  for (int i = 0; i < n; i++)
    types[i] = mlirValueGetType(args[i]);
  MlirType type = mlirFunctionTypeGet(ctx, n, types, !mlirTypeIsNull(result), &result);
  Build top = h->b;
  top.block = mlirModuleGetBody(h->hm->m), top.before = (MlirOperation){0};
  MlirRegion r = mlirRegionCreate();
  emit_op(&top, "func.func", 0, NULL, 0, NULL,
          attrs_make(ctx, 3, "sym_name", attr_of_text(ctx, name), "function_type",
                     mlirTypeAttrGet(type), "sym_visibility", attr_of_text(ctx, "private")),
          1, &r);
}

Val host_runtime(Host *h, const char *name, int n, const Val *args, MlirType result) {
  MlirAttribute symbol = mlirFlatSymbolRefAttrGet(h->b.ctx, mlirStringRefCreateFromCString(name));
  if (!ptrmap_get(&h->hm->runtime, symbol.ptr)) {
    ptrmap_put(&h->hm->runtime, symbol.ptr, (void *)symbol.ptr);
    runtime_declare(h, name, n, args, result);
  }
  bool has = !mlirTypeIsNull(result);
  MlirOperation op = emit_op(&h->b, "func.call", n, args, has, &result,
                             attrs_make(h->b.ctx, 1, "callee", symbol), 0, NULL);
  return has ? op_result(op, 0) : VAL_NONE;
}

Val host_address(Host *h, const Place *p) { return place_bytes(h, place_in_memory(h, p), 1); }

// attrs.c -- attributes of ops.
#include "dialect/op.h"
#include "dialect/support/diag.h"

#include <stdarg.h>
#include <string.h>

static MlirStringRef text_ref(const char *s) { return mlirStringRefCreateFromCString(s); }

MlirAttribute attr_get(MlirAttribute dict, const char *name) {
  if (mlirAttributeIsNull(dict)) return dict;
  return mlirDictionaryAttrGetElementByName(dict, text_ref(name));
}

Dims attr_dims(MlirAttribute dict, const char *name) {
  MlirAttribute x = attr_get(dict, name);
  Dims d = {0};
  if (mlirAttributeIsNull(x)) return d;
  intptr_t n = mlirDenseArrayGetNumElements(x);
  if (n > MAX_RANK) op_too_many_dims();
  d.n = (int)n;
  for (int i = 0; i < d.n; i++) d.d[i] = mlirDenseI64ArrayGetElement(x, i);
  return d;
}

int64_t attr_int(MlirAttribute dict, const char *name) {
  MlirAttribute x = attr_get(dict, name);
  return mlirAttributeIsNull(x) ? 0 : mlirIntegerAttrGetValueInt(x);
}

bool attr_flag(MlirAttribute dict, const char *name) {
  return !mlirAttributeIsNull(attr_get(dict, name));
}

const char *attr_text(Arena *a, MlirAttribute dict, const char *name) {
  MlirAttribute x = attr_get(dict, name);
  if (mlirAttributeIsNull(x)) return NULL;
  MlirStringRef s = mlirAttributeIsAFlatSymbolRef(x) ? mlirFlatSymbolRefAttrGetValue(x)
                                                     : mlirStringAttrGetValue(x);
  return arena_strndup(a, s.data, s.length);
}

MlirAttribute attr_of_dims(MlirContext ctx, Dims d) { return mlirDenseI64ArrayGet(ctx, d.n, d.d); }

MlirAttribute attr_of_int(MlirContext ctx, int64_t i) {
  return mlirIntegerAttrGet(mlirIntegerTypeGet(ctx, 64), i);
}

MlirAttribute attr_of_text(MlirContext ctx, const char *s) {
  return mlirStringAttrGet(ctx, text_ref(s));
}

MlirAttribute attr_unit(MlirContext ctx) { return mlirUnitAttrGet(ctx); }

MlirAttribute attr_symbol(MlirContext ctx, const char *name) {
  return mlirFlatSymbolRefAttrGet(ctx, text_ref(name));
}

static MlirNamedAttribute named(MlirContext ctx, const char *name, MlirAttribute x) {
  return mlirNamedAttributeGet(mlirIdentifierGet(ctx, text_ref(name)), x);
}

MlirAttribute attrs_make(MlirContext ctx, int n, ...) {
  MlirNamedAttribute list[32];
  int count = 0;
  va_list ap;
  va_start(ap, n);
  for (int i = 0; i < n; i++) {
    const char *name = va_arg(ap, const char *);
    MlirAttribute x = va_arg(ap, MlirAttribute);
    if (!mlirAttributeIsNull(x)) list[count++] = named(ctx, name, x);
  }
  va_end(ap);
  return mlirDictionaryAttrGet(ctx, count, list);
}

MlirAttribute attrs_with(MlirContext ctx, MlirAttribute dict, const char *name, MlirAttribute x) {
  MlirNamedAttribute list[33];
  int count = 0;
  intptr_t n = mlirAttributeIsNull(dict) ? 0 : mlirDictionaryAttrGetNumElements(dict);
  if (n > 32) BUG("%d attributes", (int)n);
  for (intptr_t i = 0; i < n; i++) {
    MlirNamedAttribute old = mlirDictionaryAttrGetElement(dict, i);
    MlirStringRef s = mlirIdentifierStr(old.name);
    if (!mlirStringRefEqual(s, text_ref(name))) list[count++] = old;
  }
  if (!mlirAttributeIsNull(x)) list[count++] = named(ctx, name, x);
  return mlirDictionaryAttrGet(ctx, count, list);
}

// constant.c -- arrays known while compiling: making them and reading them back.
//
// MLIR packs dense i1 data into bits; everywhere else in cjax a bool is one byte.
#include "dialect/op.h"
#include "dialect/scalar.h"
#include "dialect/support/diag.h"

#include <string.h>

static size_t element_bytes(MlirType e) { return ((size_t)element_bits(e) + 7) / 8; }

static Val build_constant(Build *b, MlirType tensor, MlirAttribute value) {
  if (mlirAttributeIsNull(value)) BUG("no dense attribute for %s", type_text(tensor));
  MlirAttribute attrs = attrs_make(b->ctx, 1, "value", value);
  MlirOperation op = build_op(b, OP_CONSTANT, 0, NULL, attrs, 1, &tensor);
  return mlirOperationIsNull(op) ? VAL_NONE : op_result(op, 0);
}

Val op_splat(Build *b, MlirType tensor, double value) {
  Dtype d = element_dtype(type_element(tensor));
  unsigned char data[16] = {0};
  scalar_store(d, data, scalar_of_float(d, value));
  return op_constant(b, tensor, data, (size_t)dtype_size(d));
}

Val op_splat_int(Build *b, MlirType tensor, int64_t value) {
  Dtype d = element_dtype(type_element(tensor));
  unsigned char data[16] = {0};
  scalar_store(d, data, scalar_of_int(d, value));
  return op_constant(b, tensor, data, (size_t)dtype_size(d));
}

Val op_zeros(Build *b, MlirType tensor) { return op_splat_int(b, tensor, 0); }
Val op_ones(Build *b, MlirType tensor) { return op_splat_int(b, tensor, 1); }
Val op_splat_like(Build *b, Val x, double value) { return op_splat(b, mlirValueGetType(x), value); }

static MlirAttribute dense_bools(MlirType tensor, const unsigned char *data, size_t n) {
  Arena a;
  arena_init(&a);
  int *wide = ARENA_ARRAY(&a, int, n);
  for (size_t i = 0; i < n; i++) wide[i] = data[i] != 0;
  MlirAttribute x = mlirDenseElementsAttrBoolGet(tensor, (intptr_t)n, wide);
  arena_release(&a);
  return x;
}

MlirAttribute attr_of_data(MlirType tensor, const void *data, size_t bytes) {
  MlirType e = type_element(tensor);
  size_t n = (size_t)type_count(tensor), size = element_bytes(e);
  bool splat = bytes == size;
  if (!splat && bytes != n * size) BUG("%zu bytes for %s", bytes, type_text(tensor));
  if (!element_is_bool(e)) return mlirDenseElementsAttrRawBufferGet(tensor, bytes, data);
  if (splat) return mlirDenseElementsAttrBoolSplatGet(tensor, *(const unsigned char *)data != 0);
  return dense_bools(tensor, data, n);
}

Val op_constant(Build *b, MlirType tensor, const void *data, size_t bytes) {
  return build_constant(b, tensor, attr_of_data(tensor, data, bytes));
}

const void *attr_data(Arena *a, MlirAttribute value) {
  MlirType t = mlirAttributeGetType(value);
  MlirType e = type_element(t);
  size_t n = (size_t)type_count(t), size = element_bytes(e);
  bool splat = mlirDenseElementsAttrIsSplat(value);
  if (!splat && !element_is_bool(e)) return mlirDenseElementsAttrGetRawData(value);
  unsigned char *data = arena_alloc(a, n * size);
  if (element_is_bool(e)) {
    for (size_t i = 0; i < n; i++)
      data[i] = (splat ? mlirDenseElementsAttrGetBoolSplatValue(value)
                       : mlirDenseElementsAttrGetBoolValue(value, (intptr_t)i)) != 0;
    return data;
  }
  for (size_t i = 0; i < n; i++)
    memcpy(data + i * size, mlirDenseElementsAttrGetRawData(value), size);
  return data;
}

// The `value` of the constant that defines v; null when none does.
MlirAttribute constant_value(Val v) {
  if (!mlirValueIsAOpResult(v)) return (MlirAttribute){0};
  MlirOperation op = mlirOpResultGetOwner(v);
  if (op_kind(op) != OP_CONSTANT) return (MlirAttribute){0};
  return mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("value"));
}

const void *constant_data(Arena *a, Val v) {
  MlirAttribute value = constant_value(v);
  if (mlirAttributeIsNull(value)) return NULL;
  return attr_data(a, value);
}

const void *constant_first(Arena *a, Val v) {
  MlirAttribute value = constant_value(v);
  if (!element_is_bool(val_element(v))) return mlirDenseElementsAttrGetRawData(value);
  unsigned char *data = arena_alloc(a, 1);
  *data = (mlirDenseElementsAttrIsSplat(value) ? mlirDenseElementsAttrGetBoolSplatValue(value)
                                               : mlirDenseElementsAttrGetBoolValue(value, 0)) != 0;
  return data;
}

bool constant_splat(Val v, double *x) {
  MlirAttribute value = constant_value(v);
  if (mlirAttributeIsNull(value) || !mlirDenseElementsAttrIsSplat(value)) return false;
  MlirType e = val_element(v);
  if (element_is_bool(e)) *x = mlirDenseElementsAttrGetBoolSplatValue(value);
  else {
    Dtype d = element_dtype(e);
    *x = scalar_to_float(d, scalar_load(d, mlirDenseElementsAttrGetRawData(value)));
  }
  return true;
}

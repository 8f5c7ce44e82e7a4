// array.c -- arrays of the interpreter: making, copying, walking them.
#include "dialect/interpret/array.h"

#include <string.h>

Array *array_create(Arena *a, Dtype d, Dims dims) {
  Array *x = ARENA_NEW(a, Array);
  *x = (Array){.dtype = d, .dims = dims, .n = dims_product(dims)};
  x->data = arena_alloc(a, (size_t)x->n * (size_t)dtype_size(d) + 1);
  return x;
}

Array *array_of_type(Arena *a, MlirType t) {
  return array_create(a, element_dtype(type_element(t)), type_dims(t));
}

Array *array_copy(Arena *a, const Array *x) {
  Array *y = array_create(a, x->dtype, x->dims);
  memcpy(y->data, x->data, (size_t)x->n * (size_t)dtype_size(x->dtype));
  y->unknown = x->unknown;
  return y;
}

Dims array_strides(Dims dims) {
  Dims s = {.n = dims.n};
  int64_t stride = 1;
  for (int i = dims.n - 1; i >= 0; i--) {
    s.d[i] = stride;
    stride *= dims.d[i];
  }
  return s;
}

bool index_next(Dims dims, Dims *index) {
  for (int i = dims.n - 1; i >= 0; i--) {
    if (++index->d[i] < dims.d[i]) return true;
    index->d[i] = 0;
  }
  return false;
}

int64_t index_offset(Dims index, Dims strides) {
  int64_t at = 0;
  for (int i = 0; i < strides.n; i++) at += index.d[i] * strides.d[i];
  return at;
}

void array_read(const Array *y, const Array *x, int64_t offset, Dims strides) {
  size_t size = (size_t)dtype_size(x->dtype);
  Dims index = dims_fill(y->dims.n, 0);
  for (int64_t i = 0; i < y->n; i++, index_next(y->dims, &index)) {
    int64_t from = offset + index_offset(index, strides);
    memcpy(y->data + (size_t)i * size, x->data + (size_t)from * size, size);
  }
}

void array_write(const Array *y, const Array *x, int64_t offset, Dims strides) {
  size_t size = (size_t)dtype_size(x->dtype);
  Dims index = dims_fill(x->dims.n, 0);
  for (int64_t i = 0; i < x->n; i++, index_next(x->dims, &index)) {
    int64_t to = offset + index_offset(index, strides);
    memcpy(y->data + (size_t)to * size, x->data + (size_t)i * size, size);
  }
}

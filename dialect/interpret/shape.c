// shape.c -- arrays from nothing, and the same elements in another arrangement.
#include "dialect/interpret/array.h"

#include <string.h>

bool interp_constant(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  const void *data = attr_data(&in->frame->arena, attr_get(c->attrs, "value"));
  if (y[0]->n) memcpy(y[0]->data, data, (size_t)y[0]->n * (size_t)dtype_size(y[0]->dtype));
  return true;
}

bool interp_iota(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t dim = attr_int(c->attrs, "dimension");
  Dims index = dims_fill(y[0]->dims.n, 0);
  for (int64_t i = 0; i < y[0]->n; i++, index_next(y[0]->dims, &index))
    array_put(y[0], i, scalar_of_int(y[0]->dtype, index.d[dim]));
  return true;
}

bool interp_broadcast_in_dim(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dims own = array_strides(x[0]->dims), strides = dims_fill(y[0]->dims.n, 0);
  Dims d = attr_dims(c->attrs, "broadcast_dimensions");
  for (int i = 0; i < d.n; i++)
    if (x[0]->dims.d[i] != 1) strides.d[d.d[i]] = own.d[i];
  array_read(y[0], x[0], 0, strides);
  return true;
}

bool interp_transpose(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dims own = array_strides(x[0]->dims), strides = own, p = attr_dims(c->attrs, "permutation");
  for (int i = 0; i < p.n; i++) strides.d[i] = own.d[p.d[i]];
  array_read(y[0], x[0], 0, strides);
  return true;
}

bool interp_rev(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dims strides = array_strides(x[0]->dims), d = attr_dims(c->attrs, "dimensions");
  int64_t offset = 0;
  for (int i = 0; i < d.n; i++) {
    offset += (x[0]->dims.d[d.d[i]] - 1) * strides.d[d.d[i]];
    strides.d[d.d[i]] *= -1;
  }
  if (x[0]->n) array_read(y[0], x[0], offset, strides);
  return true;
}

bool interp_concatenate(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t axis = attr_int(c->attrs, "dimension"), offset = 0;
  Dims strides = array_strides(y[0]->dims);
  for (int i = 0; i < c->nin; i++) {
    array_write(y[0], x[i], offset, strides);
    offset += x[i]->dims.d[axis] * strides.d[axis];
  }
  return true;
}

bool interp_split(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t axis = attr_int(c->attrs, "axis"), offset = 0;
  Dims strides = array_strides(x[0]->dims);
  for (int i = 0; i < c->nout; i++) {
    array_read(y[i], x[0], offset, strides);
    offset += y[i]->dims.d[axis] * strides.d[axis];
  }
  return true;
}

bool interp_pad(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dims low = attr_dims(c->attrs, "low"), interior = attr_dims(c->attrs, "interior");
  Dims strides = array_strides(y[0]->dims), index = dims_fill(low.n, 0);
  for (int64_t i = 0; i < y[0]->n; i++) array_put(y[0], i, array_get(x[1], 0));
  for (int64_t i = 0; i < x[0]->n; i++, index_next(x[0]->dims, &index)) {
    bool inside = true;
    int64_t at = 0;
    for (int k = 0; k < low.n; k++) {
      int64_t p = low.d[k] + index.d[k] * (interior.d[k] + 1);
      inside &= p >= 0 && p < y[0]->dims.d[k];
      at += p * strides.d[k];
    }
    if (inside) array_put(y[0], at, array_get(x[0], i));
  }
  return true;
}

bool interp_slice(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dims strides = array_strides(x[0]->dims), start = attr_dims(c->attrs, "start_indices");
  Dims by = attr_dims(c->attrs, "strides");
  int64_t offset = index_offset(start, strides);
  for (int i = 0; i < by.n; i++) strides.d[i] *= by.d[i];
  array_read(y[0], x[0], offset, strides);
  return true;
}

// Where a window of `sizes` begins in x, pushed back inside.
static int64_t window_offset(const Array *x, const Array *const *starts, Dims sizes) {
  Dims strides = array_strides(x->dims);
  int64_t offset = 0;
  for (int i = 0; i < x->dims.n; i++) {
    int64_t top = x->dims.d[i] - sizes.d[i];
    Scalar s = array_get(starts[i], 0);
    bool huge = starts[i]->dtype == DTYPE_U64 && s.i < 0;
    int64_t at = huge || s.i > top ? top : s.i < 0 ? 0 : s.i;
    offset += at * strides.d[i];
  }
  return offset;
}

bool interp_dynamic_slice(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t offset = window_offset(x[0], x + 1, y[0]->dims);
  array_read(y[0], x[0], offset, array_strides(x[0]->dims));
  return true;
}

bool interp_dynamic_update_slice(Interp *in, const OpCall *c, const Array *const *x,
                                 Array *const *y) {
  memcpy(y[0]->data, x[0]->data, (size_t)x[0]->n * (size_t)dtype_size(x[0]->dtype));
  int64_t offset = window_offset(x[0], x + 2, x[1]->dims);
  array_write(y[0], x[1], offset, array_strides(y[0]->dims));
  return true;
}

// gather.c -- gather and scatter with XLA's dimension numbers.
//
// Both walk windows of the operand x: the index array gives each window's start, through
// `start_index_map`; operand_batching_dims take theirs from the position in the index array.
// Source: XLA's operation semantics, Gather and Scatter.
#include "dialect/interpret/array.h"

#include <math.h>
#include <string.h>

typedef struct Windows {
  Dims map, batching, indices_batching; // as in the attributes
  Dims sizes;                           // of a window, in x's dimensions
  Dims window_dims;                     // x's dimensions that the window keeps
  Dims offset_dims;                     // where those are in the windows' array (y, or updates)
  Dims batch_dims;                      // the other dimensions of that array
  bool clip;
} Windows;

static Windows windows_of(const OpCall *c, const Array *x, const Array *w, bool is_gather) {
  MlirAttribute a = c->attrs;
  Windows s = {.batching = attr_dims(a, "operand_batching_dims")};
  Arena arena;
  arena_init(&arena);
  const char *mode = attr_text(&arena, a, "mode");
  s.clip = !strcmp(mode, "clip") || (is_gather && !strcmp(mode, "promise_in_bounds"));
  arena_release(&arena);
  Dims dropped = attr_dims(a, is_gather ? "collapsed_slice_dims" : "inserted_window_dims");
  s.map = attr_dims(a, is_gather ? "start_index_map" : "scatter_dims_to_operand_dims");
  s.indices_batching =
      attr_dims(a, is_gather ? "start_indices_batching_dims" : "scatter_indices_batching_dims");
  s.offset_dims = attr_dims(a, is_gather ? "offset_dims" : "update_window_dims");
  s.batch_dims = dims_without(dims_iota(w->dims.n), s.offset_dims);
  s.sizes = dims_fill(x->dims.n, 1);
  for (int i = 0; i < x->dims.n; i++) {
    if (dims_has(dropped, i) || dims_has(s.batching, i)) continue;
    s.sizes.d[i] = w->dims.d[s.offset_dims.d[s.window_dims.n]];
    s.window_dims = dims_append(s.window_dims, i);
  }
  if (is_gather) s.sizes = attr_dims(a, "slice_sizes");
  return s;
}

// The element of x that belongs to position `at` of the windows' array; false when its window is
// not inside x.
static bool window_element(const Windows *s, const Array *x, const Array *indices, Dims at,
                           int64_t *element) {
  Dims start = dims_fill(x->dims.n, 0), batch = {0}, strides = array_strides(indices->dims);
  for (int i = 0; i < s->batch_dims.n; i++) batch = dims_append(batch, at.d[s->batch_dims.d[i]]);
  int64_t row = 0;
  for (int i = 0; i < batch.n; i++) row += batch.d[i] * strides.d[i];
  for (int i = 0; i < s->map.n; i++) start.d[s->map.d[i]] = array_get(indices, row + i).i;
  for (int i = 0; i < s->batching.n; i++)
    start.d[s->batching.d[i]] = batch.d[s->indices_batching.d[i]];
  for (int i = 0; i < x->dims.n; i++) {
    int64_t top = x->dims.d[i] - s->sizes.d[i];
    if (s->clip) start.d[i] = start.d[i] > top ? top : start.d[i] < 0 ? 0 : start.d[i];
    if (start.d[i] < 0 || start.d[i] > top) return false;
  }
  for (int i = 0; i < s->window_dims.n; i++)
    start.d[s->window_dims.d[i]] += at.d[s->offset_dims.d[i]];
  *element = index_offset(start, array_strides(x->dims));
  return true;
}

static Scalar fill_value(const OpCall *c, Dtype d) {
  MlirAttribute given = attr_get(c->attrs, "fill_value");
  if (mlirAttributeIsNull(given)) {
    if (!dtype_is_integral(d)) return (Scalar){.f = NAN};
    if (d == DTYPE_BOOL || dtype_is_unsigned(d)) return scalar_round(d, (Scalar){.i = -1});
    return scalar_of_float(d, -INFINITY);
  }
  if (mlirAttributeIsAFloat(given)) return scalar_of_float(d, mlirFloatAttrGetValueDouble(given));
  if (mlirAttributeIsABool(given)) return (Scalar){.i = mlirBoolAttrGetValue(given)};
  if (mlirAttributeIsAInteger(given)) {
    MlirType t = mlirAttributeGetType(given);
    bool is_unsigned = mlirTypeIsAInteger(t) && mlirIntegerTypeIsUnsigned(t);
    int64_t i = is_unsigned ? (int64_t)mlirIntegerAttrGetValueUInt(given)
                            : mlirIntegerAttrGetValueInt(given);
    return scalar_of_int(d, i);
  }
  Arena arena;
  arena_init(&arena);
  Scalar x = scalar_load(d, attr_data(&arena, given));
  arena_release(&arena);
  return x;
}

bool interp_gather(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Windows s = windows_of(c, x[0], y[0], true);
  Scalar fill = fill_value(c, x[0]->dtype);
  Dims at = dims_fill(y[0]->dims.n, 0);
  int64_t from;
  for (int64_t i = 0; i < y[0]->n; i++, index_next(y[0]->dims, &at)) {
    bool inside = window_element(&s, x[0], x[1], at, &from);
    array_put(y[0], i, inside ? array_get(x[0], from) : fill);
  }
  return true;
}

// kind: how an update and what is there combine; OP_COUNT: the update replaces it.
static bool scatter(const OpCall *c, const Array *const *x, const Array *y, OpKind kind) {
  memcpy(y->data, x[0]->data, (size_t)y->n * (size_t)dtype_size(y->dtype));
  Windows s = windows_of(c, x[0], x[2], false);
  Dims at = dims_fill(x[2]->dims.n, 0);
  int64_t to;
  for (int64_t i = 0; i < x[2]->n; i++, index_next(x[2]->dims, &at)) {
    if (!window_element(&s, x[0], x[1], at, &to)) continue;
    Scalar u = array_get(x[2], i);
    array_put(y, to, kind == OP_COUNT ? u : scalar_apply(kind, y->dtype, array_get(y, to), u));
  }
  return true;
}

#define SCATTER(name, kind)                                                                        \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return scatter(c, x, y[0], kind);                                                              \
  }
SCATTER(scatter, OP_COUNT)
SCATTER(scatter_add, OP_ADD)
SCATTER(scatter_sub, OP_SUB)
SCATTER(scatter_mul, OP_MUL)
SCATTER(scatter_min, OP_MIN)
SCATTER(scatter_max, OP_MAX)

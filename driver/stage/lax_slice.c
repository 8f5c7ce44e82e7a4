// lax_slice.c -- jax.lax functions that take windows of arrays, or write them.
#include "driver/stage/index.h"
#include "driver/stage/lax.h"

#include <string.h>

//===-- static ------------------------------------------------------------===//

static bool check_slice(VM *vm, const Array *x, Dims from, Dims to, Dims by) {
  int n = (int)x->rank;
  if (from.n != n || to.n != n || by.n != n)
    return vm_raise(vm, E_TypeError,
                    "slice start_indices must have length equal to the number of dimensions of the "
                    "operand, got indices %s for operand shape %s.",
                    dims_text(from), dims_text(array_dims(x)));
  for (int i = 0; i < n; i++) {
    if (from.d[i] < 0)
      return vm_raise(
          vm, E_TypeError,
          "slice start_indices must be greater than or equal to zero, got start_indices of %s.",
          dims_text(from));
    if (to.d[i] < from.d[i])
      return vm_raise(vm, E_TypeError,
                      "slice limit_indices must be greater than or equal to start_indices, got "
                      "start_indices %s and limit_indices %s.",
                      dims_text(from), dims_text(to));
    if (to.d[i] > x->shape[i])
      return vm_raise(vm, E_TypeError,
                      "slice limit_indices must be less than or equal to operand shape, got "
                      "limit_indices %s for operand shape %s.",
                      dims_text(to), dims_text(array_dims(x)));
    if (by.d[i] <= 0)
      return vm_raise(vm, E_TypeError, "slice strides must be positive, got %s", dims_text(by));
  }
  return true;
}

static bool check_window(VM *vm, const char *name, const Array *x, Dims sizes) {
  for (int i = 0; i < sizes.n; i++)
    if (sizes.d[i] < 0)
      return vm_raise(vm, E_TypeError,
                      "%s must be greater than or equal to zero, got %s of %s.", name,
                      strchr(name, ' ') + 1, dims_text(sizes));
  for (int i = 0; sizes.n == (int)x->rank && i < sizes.n; i++)
    if (sizes.d[i] > x->shape[i]) sizes.n = 100;
  if (sizes.n == (int)x->rank) return true;
  if (sizes.n == 100) sizes.n = (int)x->rank;
  return vm_raise(vm, E_TypeError,
                  "%s must be less than or equal to operand shape, got %s %s for operand shape %s.",
                  name, strchr(name, ' ') + 1, dims_text(sizes), dims_text(array_dims(x)));
}

// Of a slice outside of jit without strides: JAX takes it for a dynamic one, with sizes that NumPy
// computes.
static bool check_sizes(VM *vm, const Array *x, Dims from, Dims to) {
  StrBuf b;
  bool small = false, large = false;
  strbuf_init(&b, vm->arena);
  for (int i = 0; i < to.n; i++) {
    int64_t n = to.d[i] - from.d[i];
    strbuf_printf(&b, i ? ", np.int64(%lld)" : "(np.int64(%lld)", (long long)n);
    small = small || n < 0;
    large = large || n > x->shape[i];
  }
  strbuf_printf(&b, to.n == 1 ? ",)" : ")");
  if (small)
    return vm_raise(vm, E_TypeError,
                    "slice slice_sizes must be greater than or equal to zero, got slice_sizes of "
                    "%s.",
                    b.data);
  return !large || vm_raise(vm, E_TypeError,
                            "slice slice_sizes must be less than or equal to operand shape, got "
                            "slice_sizes %s for operand shape %s.",
                            b.data, dims_text(array_dims(x)));
}

static bool lax_slice(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims from, to, by;
  if (!lax_operand(vm, "slice", bound[0], 0, &x) ||
      !parse_dims(vm, bound[1], "start_indices", &from) ||
      !parse_dims(vm, bound[2], "limit_indices", &to))
    return false;
  by = dims_fill((int)x->rank, 1);
  if (!v_is_none(bound[3]) && !parse_dims(vm, bound[3], "strides", &by)) return false;
  // Outside of jit JAX takes such a slice for a dynamic one.
  if (v_is_none(bound[3]) && trace_is_concrete(vm->trace) && from.n == to.n &&
      to.n == (int)x->rank && !check_sizes(vm, x, from, to))
    return false;
  return check_slice(vm, x, from, to, by) && emit_slice(vm, x, from, to, by, out);
}

static bool bound_or(VM *vm, Value v, int64_t preset, int64_t size, int64_t *out) {
  *out = preset;
  if (v_is_none(v)) return true;
  if (!static_int(vm, v, NULL, out)) return false;
  if (*out < 0) *out += size;
  return true;
}

static bool lax_slice_in_dim(VM *vm, Value *bound, Value *out) {
  Array *x;
  int64_t axis, start, limit, stride;
  if (!lax_operand(vm, "slice", bound[0], 0, &x) || !parse_axis(vm, bound[4], x->rank, &axis))
    return false;
  int64_t n = x->shape[axis];
  if (!bound_or(vm, bound[1], 0, n, &start) || !bound_or(vm, bound[2], n, n, &limit) ||
      !static_int(vm, bound[3], NULL, &stride))
    return false;
  Dims from = dims_fill((int)x->rank, 0), to = array_dims(x), by = dims_fill((int)x->rank, 1);
  from.d[axis] = start;
  to.d[axis] = limit;
  by.d[axis] = stride;
  return check_slice(vm, x, from, to, by) && emit_slice(vm, x, from, to, by, out);
}

static bool drop_axis(VM *vm, Value v, int64_t axis, Value keep, Value *out) {
  bool keepdims;
  if (!truth(vm, keep, &keepdims)) return false;
  if (keepdims) return *out = v, true;
  return emit_squeeze(vm, AS_ARRAY(v), dims_of(1, &axis), out);
}

static bool lax_index_in_dim(VM *vm, Value *bound, Value *out) {
  Array *x;
  int64_t axis, i;
  if (!lax_operand(vm, "index_in_dim", bound[0], 0, &x) ||
      !parse_axis(vm, bound[2], x->rank, &axis) || !static_int(vm, bound[1], NULL, &i))
    return false;
  int64_t n = x->shape[axis];
  if (i < -n || i >= n)
    return vm_raise(vm, E_IndexError, "index %lld is out of bounds for axis %lld with size %lld",
                    (long long)i, (long long)axis, (long long)n);
  Dims from = dims_fill((int)x->rank, 0), to = array_dims(x), by = dims_fill((int)x->rank, 1);
  from.d[axis] = i < 0 ? i + n : i;
  to.d[axis] = from.d[axis] + 1;
  Value v;
  return emit_slice(vm, x, from, to, by, &v) && drop_axis(vm, v, axis, bound[3], out);
}

//===-- dynamic -----------------------------------------------------------===//

static bool start_at(VM *vm, Value v, int64_t size, Array **out) {
  Value plain = value_unwrap(v);
  if (plain.tag == TAG_INT) return index_constant(vm, plain.i < 0 ? plain.i + size : plain.i, out);
  return index_start(vm, v, out) && index_normalise(vm, *out, size, out);
}

// Start indices, all of one integer type, negative ones counted from the end.
static bool start_indices(VM *vm, const Array *x, Value v, Array **out) {
  List *list;
  if (!value_list(vm, v, &list)) return false;
  if (list->n != x->rank)
    return vm_raise(vm, E_ValueError,
                    "Length of slice indices must match number of operand dimensions (%u vs %s)",
                    list->n, dims_text(array_dims(x)));
  bool wide = false;
  for (uint32_t i = 0; i < x->rank; i++) {
    if (!start_at(vm, list->v[i], x->shape[i], &out[i])) return false;
    wide = wide || dtype_size(out[i]->dtype) == 8;
  }
  for (uint32_t i = 0; i < x->rank; i++)
    if (!array_convert(vm, out[i], wide ? DTYPE_I64 : DTYPE_I32, false, &out[i])) return false;
  return true;
}

static bool lax_dynamic_slice(VM *vm, Value *bound, Value *out) {
  Array *x, *starts[MAX_RANK];
  Dims sizes;
  return lax_operand(vm, "dynamic_slice", bound[0], 0, &x) &&
         parse_dims(vm, bound[2], "slice_sizes", &sizes) &&
         check_window(vm, "slice slice_sizes", x, sizes) &&
         start_indices(vm, x, bound[1], starts) &&
         emit_dynamic_slice(vm, x, starts, sizes, out);
}

static bool one_start(VM *vm, const Array *x, Value v, int64_t axis, Array **starts) {
  for (uint32_t i = 0; i < x->rank; i++) {
    if (i == axis) {
      if (!start_at(vm, v, x->shape[i], &starts[i])) return false;
    } else if (!index_constant(vm, 0, &starts[i]))
      return false;
  }
  for (uint32_t i = 0; i < x->rank; i++)
    if (!array_convert(vm, starts[i], starts[axis]->dtype, false, &starts[i])) return false;
  return true;
}

static bool lax_dynamic_slice_in_dim(VM *vm, Value *bound, Value *out) {
  Array *x, *starts[MAX_RANK];
  int64_t axis, size;
  if (!lax_operand(vm, "dynamic_slice", bound[0], 0, &x) ||
      !parse_axis(vm, bound[3], x->rank, &axis) || !static_int(vm, bound[2], NULL, &size))
    return false;
  Dims sizes = array_dims(x);
  sizes.d[axis] = size;
  return check_window(vm, "slice slice_sizes", x, sizes) &&
         one_start(vm, x, bound[1], axis, starts) && emit_dynamic_slice(vm, x, starts, sizes, out);
}

static bool lax_dynamic_index_in_dim(VM *vm, Value *bound, Value *out) {
  Array *x;
  int64_t axis;
  Value v, args[] = {bound[0], bound[1], v_int(1), bound[2]};
  if (!lax_dynamic_slice_in_dim(vm, args, &v)) return false;
  if (!lax_operand(vm, "dynamic_slice", bound[0], 0, &x) ||
      !parse_axis(vm, bound[2], x->rank, &axis))
    return false;
  return drop_axis(vm, v, axis, bound[3], out);
}

static bool check_update(VM *vm, const Array *x, const Array *u) {
  if (u->rank != x->rank)
    return vm_raise(vm, E_TypeError,
                    "dynamic_update_slice update must have the same rank as operand, got update "
                    "shape %s for operand shape %s.",
                    dims_text(array_dims(u)), dims_text(array_dims(x)));
  for (uint32_t i = 0; i < x->rank; i++)
    if (u->shape[i] > x->shape[i])
      return vm_raise(vm, E_TypeError,
                      "dynamic_update_slice update shape must be smaller than operand shape, got "
                      "update shape %s for operand shape %s.",
                      dims_text(array_dims(u)), dims_text(array_dims(x)));
  return true;
}

static bool update_operands(VM *vm, Value x, Value u, Array **xs) {
  return lax_operand(vm, "dynamic_update_slice", x, 0, &xs[0]) &&
         lax_operand(vm, "dynamic_update_slice", u, 1, &xs[1]) &&
         check_update(vm, xs[0], xs[1]) &&
         lax_same_dtypes(vm, "dynamic_update_slice", NULL, 2, xs);
}

static bool lax_dynamic_update_slice(VM *vm, Value *bound, Value *out) {
  Array *xs[2], *starts[MAX_RANK];
  return update_operands(vm, bound[0], bound[1], xs) &&
         start_indices(vm, xs[0], bound[2], starts) &&
         emit_dynamic_update_slice(vm, xs[0], xs[1], starts, out);
}

static bool lax_dynamic_update_slice_in_dim(VM *vm, Value *bound, Value *out) {
  Array *xs[2], *starts[MAX_RANK];
  int64_t axis;
  return update_operands(vm, bound[0], bound[1], xs) &&
         parse_axis(vm, bound[3], xs[0]->rank, &axis) &&
         one_start(vm, xs[0], bound[2], axis, starts) &&
         emit_dynamic_update_slice(vm, xs[0], xs[1], starts, out);
}

static bool lax_dynamic_update_index_in_dim(VM *vm, Value *bound, Value *out) {
  Array *xs[2];
  int64_t axis;
  Value update;
  if (!lax_operand(vm, "dynamic_update_slice", bound[0], 0, &xs[0]) ||
      !lax_operand(vm, "dynamic_update_slice", bound[1], 1, &xs[1]) ||
      !parse_axis(vm, bound[3], xs[0]->rank, &axis))
    return false;
  update = v_obj(xs[1]);
  if (xs[1]->rank != xs[0]->rank &&
      !emit_reshape(vm, xs[1], dims_insert(array_dims(xs[1]), (int)axis, 1), &update))
    return false;
  Value args[] = {bound[0], update, bound[2], bound[3]};
  return lax_dynamic_update_slice_in_dim(vm, args, out);
}

//===-- gather and scatter ------------------------------------------------===//

static bool numbers(VM *vm, Value v, const char *name, Dims *out) {
  Value list;
  return get_attr_c(vm, v, name, &list) && parse_dims(vm, list, name, out);
}

static bool gather_shape(const Array *x, const Array *indices, IndexPlan *p) {
  Dims y = {.n = (int)indices->rank - 1 + p->window.n};
  int window = 0, batch = 0;
  if (y.n < 0 || y.n > MAX_RANK || p->sizes.n != (int)x->rank) return false;
  for (int i = 0; i < p->sizes.n; i++) {
    if (dims_has(p->collapsed, i) || dims_has(p->x_batch, i)) continue;
    if (window >= p->window.n || p->window.d[window] >= y.n) return false;
    y.d[p->window.d[window++]] = p->sizes.d[i];
  }
  for (int i = 0; i < y.n; i++)
    if (!dims_has(p->window, i)) y.d[i] = indices->shape[batch++];
  p->shape = y;
  return true;
}

static bool lax_gather(VM *vm, Value *bound, Value *out) {
  Array *x;
  IndexPlan p = {0};
  IndexOptions o = {.mode = "fill"};
  if (!lax_operand(vm, "gather", bound[0], 0, &x) ||
      !lax_operand(vm, "gather", bound[1], 1, &p.indices) ||
      !numbers(vm, bound[2], "offset_dims", &p.window) ||
      !numbers(vm, bound[2], "collapsed_slice_dims", &p.collapsed) ||
      !numbers(vm, bound[2], "start_index_map", &p.to_operand) ||
      !numbers(vm, bound[2], "operand_batching_dims", &p.x_batch) ||
      !numbers(vm, bound[2], "start_indices_batching_dims", &p.indices_batch) ||
      !parse_dims(vm, bound[3], "slice_sizes", &p.sizes) || !truth(vm, bound[4], &o.unique) ||
      !truth(vm, bound[5], &o.sorted) || !index_mode(vm, bound[6], "fill", &o.mode) ||
      !index_fill_value(vm, bound[7], x->dtype, &o.fill_value))
    return false;
  if (!gather_shape(x, p.indices, &p))
    return vm_raise(vm, E_TypeError,
                    "gather: dimension numbers do not fit operand %s and indices %s",
                    array_text(vm, x), array_text(vm, p.indices));
  return emit_gather(vm, x, &p, &o, out);
}

static const struct {
  const char *name;
  OpKind kind;
} scatter_table[] = {{"scatter", OP_SCATTER},         {"scatter_add", OP_SCATTER_ADD},
                     {"scatter_sub", OP_SCATTER_SUB}, {"scatter_mul", OP_SCATTER_MUL},
                     {"scatter_min", OP_SCATTER_MIN}, {"scatter_max", OP_SCATTER_MAX}};

static bool scatter_function(VM *vm, Value *bound, Value *out) {
  int64_t row = native_closure(vm).i;
  const char *name = scatter_table[row].name;
  Array *xs[2];
  IndexPlan p = {0};
  IndexOptions o = {0};
  if (!lax_operand(vm, name, bound[0], 0, &xs[0]) ||
      !lax_operand(vm, name, bound[1], 1, &p.indices) ||
      !lax_operand(vm, name, bound[2], 2, &xs[1]) || !lax_same_dtypes(vm, name, NULL, 2, xs) ||
      !numbers(vm, bound[3], "update_window_dims", &p.window) ||
      !numbers(vm, bound[3], "inserted_window_dims", &p.collapsed) ||
      !numbers(vm, bound[3], "scatter_dims_to_operand_dims", &p.to_operand) ||
      !numbers(vm, bound[3], "operand_batching_dims", &p.x_batch) ||
      !numbers(vm, bound[3], "scatter_indices_batching_dims", &p.indices_batch) ||
      !truth(vm, bound[4], &o.sorted) || !truth(vm, bound[5], &o.unique) ||
      !index_mode(vm, bound[6], "fill", &o.mode))
    return false;
  return emit_scatter(vm, scatter_table[row].kind, xs[0], &p, xs[1], &o, out);
}

static const NativeDef functions[] = {
    {"slice", "operand, start_indices, limit_indices, strides=None", lax_slice},
    {"slice_in_dim", "operand, start_index, limit_index, stride=1, axis=0", lax_slice_in_dim},
    {"index_in_dim", "operand, index, axis=0, keepdims=True", lax_index_in_dim},
    {"dynamic_slice", "operand, start_indices, slice_sizes", lax_dynamic_slice},
    {"dynamic_slice_in_dim", "operand, start_index, slice_size, axis=0", lax_dynamic_slice_in_dim},
    {"dynamic_index_in_dim", "operand, index, axis=0, keepdims=True", lax_dynamic_index_in_dim},
    {"dynamic_update_slice", "operand, update, start_indices", lax_dynamic_update_slice},
    {"dynamic_update_slice_in_dim", "operand, update, start_index, axis",
     lax_dynamic_update_slice_in_dim},
    {"dynamic_update_index_in_dim", "operand, update, index, axis",
     lax_dynamic_update_index_in_dim},
    {"gather",
     "operand, start_indices, dimension_numbers, slice_sizes, *, unique_indices=False, "
     "indices_are_sorted=False, mode=None, fill_value=None",
     lax_gather},
    {0}};
static const NativeDef scatter_def = {
    "scatter",
    "operand, scatter_indices, updates, dimension_numbers, *, indices_are_sorted=False, "
    "unique_indices=False, mode=None",
    scatter_function};

void lax_init_slice(VM *vm, Module *m) {
  native_add_functions(vm, m->dict, functions, NULL);
  for (int i = 0; i < 6; i++)
    lax_add_table(vm, m, &scatter_def, scatter_table[i].name, i);
}

// lax_shape.c -- jax.lax functions that make arrays or change their shape.
//
// A key array's value has a trailing dimension of 2 that its shape leaves out: attributes that list
// every dimension get one more entry.
#include "driver/stage/lax.h"

#include "dialect/scalar.h"

#include <string.h>

static MlirAttribute dims_attr(VM *vm, Dims d) { return attr_of_dims(vm->context, d); }

// With an entry for the trailing dimension of keys.
static Dims with_key(const Array *x, Dims d, int64_t entry) {
  return x->dtype == DTYPE_KEY ? dims_append(d, entry) : d;
}

//===-- making ------------------------------------------------------------===//

// JAX asks NumPy for the dtype of what is no array; to it a text is the name of one.
static bool raise_fill(VM *vm, Value v) {
  if (v_is_none(v)) return vm_raise(vm, E_ValueError, "Invalid argument to dtype: None.");
  if (v_is(v, O_STR)) {
    const char *s = AS_STR(v)->text;
    const char *coded = !strcmp(s, "a") || !strcmp(s, "S") ? "|S0" : !strcmp(s, "U") ? "<U0" : NULL;
    if (!coded) return vm_raise(vm, E_TypeError, "data type '%s' not understood", s);
    return vm_raise(vm, E_TypeError,
                    "Value '%s' with dtype %s is not a valid JAX array type. Only arrays of "
                    "numeric types are supported by JAX.",
                    s, coded);
  }
  Array *x;
  if (!v_is(v, O_LIST) && !v_is(v, O_TUPLE))
    return vm_raise(vm, E_TypeError, "fill_value must be a scalar, got %s", text_of(vm, v));
  return array_from_nested(vm, v, DTYPE_COUNT, &x) &&
         vm_raise(vm, E_TypeError,
                  "full must be called with scalar fill_value, got fill_value.shape %s.",
                  dims_text(array_dims(x)));
}

static bool fill(VM *vm, Dims shape, Value v, Dtype d, bool weak, Value *out) {
  Array *x;
  if (is_array(v) && AS_ARRAY(v)->rank)
    return vm_raise(vm, E_TypeError,
                    "full must be called with scalar fill_value, got fill_value.shape %s.",
                    dims_text(array_dims(AS_ARRAY(v))));
  if (!is_arraylike(vm, v)) return raise_fill(vm, v);
  if (!array_of_dtype(vm, v, d, weak, &x)) return false;
  if (!array_broadcast(vm, x, shape, false, &x)) return false;
  *out = v_obj(x);
  return true;
}

static bool lax_full(VM *vm, Value *bound, Value *out) {
  Dims shape;
  DtypeWeak d;
  if (!parse_shape(vm, bound[0], &shape)) return false;
  if (!value_dtype(vm, bound[1], &d)) d = (DtypeWeak){DTYPE_BOOL, false};
  if (!v_is_none(bound[2])) {
    d.weak = false;
    if (!dtype_argument(vm, bound[2], "full", &d.dtype)) return false;
  }
  return fill(vm, shape, bound[1], d.dtype, d.weak, out);
}

static bool lax_full_like(VM *vm, Value *bound, Value *out) {
  Dims shape = {0};
  DtypeWeak d = {0};
  Value sizes;
  if (is_array(bound[0]))
    shape = array_dims(AS_ARRAY(bound[0]));
  else if (!is_arraylike(vm, bound[0])) {
    Value dtype;
    if (!get_attr_c(vm, bound[0], "shape", &sizes) || !parse_shape(vm, sizes, &shape)) return false;
    if (!get_attr_c(vm, bound[0], "dtype", &dtype)) return false;
    bool python;
    d.weak = false;
    if (!dtype_parse(vm, dtype, &d.dtype, &python)) return false;
  }
  if (is_arraylike(vm, bound[0])) value_dtype(vm, bound[0], &d);
  if (!v_is_none(bound[2])) {
    d.weak = false;
    if (!dtype_argument(vm, bound[2], "full_like", &d.dtype)) return false;
  }
  if (!v_is_none(bound[3]) && !parse_shape(vm, bound[3], &shape)) return false;
  return fill(vm, shape, bound[1], d.dtype, d.weak, out);
}

static bool iota(VM *vm, Value dtype, Dims shape, int64_t dim, Value *out) {
  Dtype d;
  if (!dtype_argument(vm, dtype, "iota", &d)) return false;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimension", attr_of_int(vm->context, dim));
  return array_emit(vm, &(ArrayOp){OP_IOTA, attrs, d, shape}, 0, NULL, out);
}

static bool lax_iota(VM *vm, Value *bound, Value *out) {
  Dims shape;
  return parse_shape(vm, bound[1], &shape) && iota(vm, bound[0], shape, 0, out);
}

static bool lax_broadcasted_iota(VM *vm, Value *bound, Value *out) {
  Dims shape;
  int64_t dim;
  if (!parse_shape(vm, bound[1], &shape) || !static_int(vm, bound[2], NULL, &dim)) return false;
  if (dim < 0 || dim >= shape.n)
    return vm_raise(
        vm, E_ValueError,
        "iota dimension must be between 0 and len(shape), got dimension=%lld for shape=%s",
        (long long)dim, dims_text(shape));
  return iota(vm, bound[0], shape, dim, out);
}

//===-- broadcasting ------------------------------------------------------===//

static bool check_broadcast(VM *vm, const Array *x, Dims shape, Dims dims) {
  for (int i = 0; i < dims.n; i++)
    if (x->shape[i] != 1 && x->shape[i] != shape.d[dims.d[i]])
      return vm_raise(
          vm, E_TypeError,
          "broadcast_in_dim operand dimension sizes must either be 1, or be equal to "
          "their corresponding dimensions in the target broadcast shape; got operand of "
          "shape %s, target broadcast shape %s, broadcast_dimensions %s ",
          dims_text(array_dims(x)), dims_text(shape), dims_text(dims));
  return true;
}

static bool broadcast_in_dim(VM *vm, Array *x, Dims shape, Dims dims, Value *out) {
  if (!check_broadcast(vm, x, shape, dims)) return false;
  if (dims_equal(array_dims(x), shape) && dims_equal(dims, dims_iota(shape.n)))
    return *out = v_obj(x), true;
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "broadcast_dimensions", dims_attr(vm, with_key(x, dims, shape.n)));
  return array_emit1(vm, &(ArrayOp){OP_BROADCAST_IN_DIM, attrs, x->dtype, shape}, x, out);
}

static bool emit_transpose(VM *vm, Array *x, Dims perm, Value *out) {
  Dims shape = {0};
  for (int i = 0; i < perm.n; i++) shape = dims_append(shape, x->shape[perm.d[i]]);
  if (dims_equal(perm, dims_iota(perm.n))) return *out = v_obj(x), true;
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "permutation", dims_attr(vm, with_key(x, perm, perm.n)));
  return array_emit1(vm, &(ArrayOp){OP_TRANSPOSE, attrs, x->dtype, shape}, x, out);
}

// Which of x's dimensions goes to the first of the target's, and so on.
static Dims order_of(Dims dims) {
  Dims order = {0};
  for (int64_t to = 0; order.n < dims.n; to++)
    for (int i = 0; i < dims.n; i++)
      if (dims.d[i] == to) order = dims_append(order, i);
  return order;
}

static bool lax_broadcast_in_dim(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims shape, dims;
  if (!lax_operand(vm, "broadcast_in_dim", bound[0], 0, &x) || !parse_shape(vm, bound[1], &shape) ||
      !parse_dims(vm, bound[2], "broadcast_dimensions", &dims))
    return false;
  if (dims.n != (int)x->rank)
    return vm_raise(vm, E_TypeError,
                    "broadcast_in_dim broadcast_dimensions must have length equal to operand ndim; "
                    "got broadcast_dimensions %s for operand ndim %u.",
                    dims_text(dims), x->rank);
  Dims seen = {0}, sorted = {0};
  for (int i = 0; i < dims.n; i++) {
    if (dims.d[i] < 0 || dims.d[i] >= shape.n)
      return vm_raise(vm, E_TypeError,
                      "broadcast_in_dim broadcast_dimensions must be a subset of output "
                      "dimensions, got %s for operand ndim %u and shape %s.",
                      dims_text(dims), x->rank, dims_text(shape));
    if (dims_has(seen, dims.d[i]))
      return vm_raise(vm, E_TypeError,
                      "broadcast_in_dim broadcast_dimensions must be strictly increasing; got "
                      "broadcast_dimensions %s",
                      dims_text(dims));
    seen = dims_append(seen, dims.d[i]);
  }
  if (!check_broadcast(vm, x, shape, dims)) return false;
  Dims order = order_of(dims);
  for (int i = 0; i < dims.n; i++) sorted = dims_append(sorted, dims.d[order.d[i]]);
  Value turned;
  return emit_transpose(vm, x, order, &turned) &&
         broadcast_in_dim(vm, AS_ARRAY(turned), shape, sorted, out);
}

static bool lax_broadcast(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims sizes;
  if (!lax_operand(vm, "broadcast", bound[0], 0, &x) || !parse_shape(vm, bound[1], &sizes))
    return false;
  Dims shape = sizes;
  for (uint32_t i = 0; i < x->rank; i++)
    shape = dims_append(shape, x->shape[i]);
  return broadcast_in_dim(vm, x, shape, dims_shift(dims_iota((int)x->rank), sizes.n), out);
}

//===-- shape -------------------------------------------------------------===//

static bool is_permutation(Dims d, uint32_t rank) {
  Dims seen = {0};
  for (int i = 0; i < d.n; i++) {
    if (d.d[i] < 0 || d.d[i] >= d.n || dims_has(seen, d.d[i])) return false;
    seen = dims_append(seen, d.d[i]);
  }
  return d.n == (int)rank;
}

static bool lax_transpose(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims perm;
  if (!lax_operand(vm, "transpose", bound[0], 0, &x) ||
      !parse_dims(vm, bound[1], "permutation", &perm))
    return false;
  if (!is_permutation(perm, x->rank))
    return vm_raise(vm, E_TypeError,
                    "transpose permutation isn't a permutation of operand dimensions, got "
                    "permutation %s for operand shape %s.",
                    dims_text(perm), dims_text(array_dims(x)));
  return emit_transpose(vm, x, perm, out);
}

static bool lax_reshape(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims shape, order;
  if (!lax_operand(vm, "reshape", bound[0], 0, &x) || !parse_shape(vm, bound[1], &shape))
    return false;
  Value turned = v_obj(x);
  if (!v_is_none(bound[2])) {
    if (!parse_dims(vm, bound[2], "dimensions", &order)) return false;
    if (!is_permutation(order, x->rank))
      return vm_raise(vm, E_TypeError,
                      "reshape dimensions must be a permutation of operand dimensions, got "
                      "dimensions %s for shape %s.",
                      dims_text(order), dims_text(array_dims(x)));
    if (!emit_transpose(vm, x, order, &turned)) return false;
  }
  if (dims_product(shape) != array_size(x))
    return vm_raise(vm, E_TypeError,
                    "cannot reshape array of shape %s (size %lld) into shape %s (size %lld)",
                    dims_text(array_dims(x)), (long long)array_size(x), dims_text(shape),
                    (long long)dims_product(shape));
  return emit_reshape(vm, AS_ARRAY(turned), shape, out);
}

static bool lax_squeeze(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims axes, ordered = {0};
  if (!lax_operand(vm, "squeeze", bound[0], 0, &x) || !parse_axes(vm, bound[1], x->rank, &axes))
    return false;
  for (uint32_t i = 0; i < x->rank; i++)
    if (dims_has(axes, i)) ordered = dims_append(ordered, i);
  for (int i = 0; i < ordered.n; i++)
    if (x->shape[ordered.d[i]] != 1)
      return vm_raise(vm, E_ValueError,
                      "cannot select an axis to squeeze out which has size not equal to one, got "
                      "shape=%s and dimensions=%s",
                      dims_text(array_dims(x)), dims_text(ordered));
  if (!ordered.n) return *out = v_obj(x), true;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimensions", dims_attr(vm, ordered));
  return array_emit1(
      vm, &(ArrayOp){OP_SQUEEZE, attrs, x->dtype, dims_without(array_dims(x), ordered)}, x, out);
}

static bool lax_expand_dims(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims given, axes;
  if (!lax_operand(vm, "expand_dims", bound[0], 0, &x)) return false;
  Value list = bound[1];
  if (!v_is(list, O_TUPLE) && !v_is(list, O_LIST))
    return vm_raise(vm, E_TypeError, "'%s' object is not iterable", type_name(vm, list));
  if (!parse_dims(vm, list, "dimensions", &given)) return false;
  if (!parse_axes(vm, list, x->rank + (uint32_t)given.n, &axes)) return false;
  Dims shape = array_dims(x), dims = {0};
  for (int i = 0; i < (int)x->rank + axes.n; i++) {
    if (dims_has(axes, i))
      shape = dims_insert(shape, i, 1);
    else
      dims = dims_append(dims, i);
  }
  return broadcast_in_dim(vm, x, shape, dims, out);
}

static bool check_rev(VM *vm, const Array *x, Dims axes) {
  Dims seen = {0};
  for (int i = 0; i < axes.n; i++) {
    if (axes.d[i] < 0)
      return vm_raise(vm, E_TypeError,
                      "rev dimensions must have every element be nonnegative, got %s.",
                      dims_text(axes));
    if (dims_has(seen, axes.d[i]))
      return vm_raise(vm, E_TypeError, "rev dimensions must be unique, got %s.", dims_text(axes));
    seen = dims_append(seen, axes.d[i]);
  }
  for (int i = 0; i < axes.n; i++)
    if (axes.d[i] >= (int64_t)x->rank)
      return vm_raise(vm, E_TypeError,
                      "rev dimensions must all be less than operand ndim, got dimensions %s for "
                      "operand ndim %u.",
                      dims_text(axes), x->rank);
  return true;
}

static bool lax_rev(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims axes;
  if (!lax_operand(vm, "rev", bound[0], 0, &x) ||
      !parse_dims(vm, bound[1], "dimensions", &axes) || !check_rev(vm, x, axes))
    return false;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimensions", dims_attr(vm, axes));
  return array_emit1(vm, &(ArrayOp){OP_REV, attrs, x->dtype, array_dims(x)}, x, out);
}

//===-- joining and cutting -----------------------------------------------===//

static const char *shapes_text(VM *vm, uint32_t n, Array *const *xs) {
  StrBuf text;
  strbuf_init(&text, vm->arena);
  for (uint32_t i = 0; i < n; i++)
    strbuf_printf(&text, i ? ", %s" : "%s", dims_text(array_dims(xs[i])));
  return text.data;
}

static bool check_concatenate(VM *vm, uint32_t n, Array *const *xs, int64_t dim) {
  for (uint32_t i = 1; i < n; i++)
    if (xs[i]->rank != xs[0]->rank)
      return vm_raise(vm, E_TypeError,
                      "Cannot concatenate arrays with different numbers of dimensions: got %s.",
                      shapes_text(vm, n, xs));
  if (dim < 0 || dim >= (int64_t)xs[0]->rank)
    return vm_raise(vm, E_TypeError,
                    "concatenate dimension out of bounds: dimension %lld for shapes %s.",
                    (long long)dim, shapes_text(vm, n, xs));
  for (uint32_t i = 1; i < n; i++) {
    Dims a = array_dims(xs[0]), b = array_dims(xs[i]);
    a.d[dim] = b.d[dim];
    if (!dims_equal(a, b))
      return vm_raise(
          vm, E_TypeError,
          "Cannot concatenate arrays with shapes that differ in dimensions other than the "
          "one being concatenated: concatenating along dimension %lld for shapes %s.",
          (long long)dim, shapes_text(vm, n, xs));
  }
  return true;
}

static bool lax_concatenate(VM *vm, Value *bound, Value *out) {
  Tuple *t;
  int64_t dim, size = 0;
  if (!value_tuple(vm, bound[0], &t)) return false;
  if (!t->n)
    return vm_raise(vm, E_ValueError, "concatenate requires a non-empty sequences of arrays");
  Array **xs = ARENA_ARRAY(vm->arena, Array *, t->n);
  for (uint32_t i = 0; i < t->n; i++)
    if (!lax_operand(vm, "concatenate", t->v[i], (int)i, &xs[i])) return false;
  if (!static_int(vm, bound[1], NULL, &dim)) return false;
  if (!check_concatenate(vm, t->n, xs, dim)) return false;
  if (!lax_same_dtypes(vm, "concatenate", "concatenate", t->n, xs)) return false;
  if (t->n == 1) return *out = v_obj(xs[0]), true;
  for (uint32_t i = 0; i < t->n; i++)
    size += xs[i]->shape[dim];
  Dims shape = array_dims(xs[0]);
  shape.d[dim] = size;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimension", attr_of_int(vm->context, dim));
  return array_emit(vm, &(ArrayOp){OP_CONCATENATE, attrs, xs[0]->dtype, shape}, t->n, xs, out);
}

static bool lax_split(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dims shape;
  Tuple *sizes;
  int64_t axis, total = 0;
  if (!lax_operand(vm, "split", bound[0], 0, &x) || !value_tuple(vm, bound[1], &sizes) ||
      !parse_axis(vm, bound[2], x->rank, &axis))
    return false;
  int64_t *d = ARENA_ARRAY(vm->arena, int64_t, sizes->n + 1);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, sizes->n + 1);
  for (uint32_t i = 0; i < sizes->n; i++) {
    if (!static_int(vm, sizes->v[i], NULL, &d[i])) return false;
    shape = array_dims(x);
    shape.d[axis] = d[i];
    total += d[i];
    types[i] = array_type(vm, x->dtype, shape);
  }
  if (total != x->shape[axis])
    return vm_raise(vm, E_ValueError,
                    "Sum of sizes %lld must be equal to dimension %lld of the operand shape %s",
                    (long long)total, (long long)axis, list_text(vm, array_dims(x)));
  MlirValue v;
  if (!trace_use(vm, v_obj(x), &v)) return false;
  MlirAttribute attrs =
      attrs_make(vm->context, 2, "sizes", mlirDenseI64ArrayGet(vm->context, sizes->n, d), "axis",
                 attr_of_int(vm->context, axis));
  MlirOperation op = stage_op(vm, OP_SPLIT, 1, &v, attrs, (int)sizes->n, types);
  if (mlirOperationIsNull(op)) return false;
  List *pieces = list_new(vm, sizes->n);
  for (uint32_t i = 0; i < sizes->n; i++)
    list_append(vm, pieces, array_new(vm, op_result(op, (int)i), x->dtype, x->weak));
  *out = v_obj(pieces);
  return true;
}

// The padding of each dimension, and its text as a tuple of tuples.
typedef struct Padding {
  Dims low, high, interior;
  const char *text;
} Padding;

static bool parse_padding(VM *vm, Value v, Padding *p) {
  Tuple *config;
  if (!value_tuple(vm, v, &config)) return false;
  Tuple *plain = tuple_new(vm, config->n);
  if (config->n > MAX_RANK)
    return vm_unsupported(vm, "CJ0440", "arrays of more than %d dimensions", MAX_RANK);
  *p = (Padding){0};
  for (uint32_t i = 0; i < config->n; i++) {
    Dims c;
    if (!parse_dims(vm, config->v[i], "padding_config", &c)) return false;
    if (c.n != 3)
      return vm_raise(vm, E_ValueError, "padding_config entries must be (low, high, interior)");
    p->low = dims_append(p->low, c.d[0]);
    p->high = dims_append(p->high, c.d[1]);
    p->interior = dims_append(p->interior, c.d[2]);
    plain->v[i] = dims_value(vm, c);
  }
  p->text = text_of(vm, v_obj(plain));
  return true;
}

static bool padded_shape(VM *vm, Dims d, const Padding *p, Dims *out) {
  if (p->low.n != d.n)
    return vm_raise(vm, E_ValueError,
                    "length of padding_config must equal the number of axes of operand, got "
                    "padding_config %s for operand shape %s",
                    p->text, dims_text(d));
  bool negative = false;
  *out = d;
  for (int i = 0; i < d.n; i++) {
    if (p->interior.d[i] < 0)
      return vm_raise(vm, E_ValueError,
                      "interior padding in padding_config must be nonnegative, got "
                      "padding_config %s",
                      p->text);
    int64_t n = d.d[i], between = n > 0 ? (n - 1) * p->interior.d[i] : 0;
    out->d[i] = p->low.d[i] + p->high.d[i] + n + between;
    negative = negative || out->d[i] < 0;
  }
  return !negative || vm_raise(vm, E_ValueError,
                               "Dimension size after padding is not at least 0, got result shape "
                               "%s, for padding_config %s and operand shape %s",
                               dims_text(*out), p->text, dims_text(d));
}

static bool lax_pad(VM *vm, Value *bound, Value *out) {
  Array *xs[2];
  Padding p;
  Dims shape;
  if (!lax_operand(vm, "pad", bound[0], 0, &xs[0]) ||
      !lax_operand(vm, "pad", bound[1], 1, &xs[1]) || !parse_padding(vm, bound[2], &p))
    return false;
  if (xs[1]->rank)
    return vm_raise(vm, E_ValueError,
                    "padding_value must be a scalar; got np.shape(padding_value)=%s",
                    dims_text(array_dims(xs[1])));
  if (!padded_shape(vm, array_dims(xs[0]), &p, &shape)) return false;
  if (xs[0]->dtype != xs[1]->dtype)
    return vm_raise(vm, E_TypeError,
                    "pad operand and padding_value must be same dtype: got %s and %s.",
                    dtype_name(xs[0]->dtype), dtype_name(xs[1]->dtype));
  bool weak = xs[0]->weak;
  MlirAttribute attrs = attrs_make(vm->context, 3, "low", dims_attr(vm, p.low), "high",
                                   dims_attr(vm, p.high), "interior", dims_attr(vm, p.interior));
  if (!array_emit(vm, &(ArrayOp){OP_PAD, attrs, xs[0]->dtype, shape}, 2, xs, out)) return false;
  AS_ARRAY(*out)->weak = weak && xs[1]->weak;
  return true;
}

static const NativeDef functions[] = {
    {"full", "shape, fill_value, dtype=None", lax_full},
    {"full_like", "x, fill_value, dtype=None, shape=None", lax_full_like},
    {"iota", "dtype, size", lax_iota},
    {"broadcasted_iota", "dtype, shape, dimension", lax_broadcasted_iota},
    {"broadcast_in_dim", "operand, shape, broadcast_dimensions", lax_broadcast_in_dim},
    {"broadcast", "operand, sizes", lax_broadcast},
    {"reshape", "operand, new_sizes, dimensions=None", lax_reshape},
    {"transpose", "operand, permutation", lax_transpose},
    {"squeeze", "array, dimensions", lax_squeeze},
    {"expand_dims", "array, dimensions", lax_expand_dims},
    {"rev", "operand, dimensions", lax_rev},
    {"concatenate", "operands, dimension", lax_concatenate},
    {"split", "operand, sizes, axis=0", lax_split},
    {"pad", "operand, padding_value, padding_config", lax_pad},
    {0}};

void lax_init_shape(VM *vm, Module *m) { native_add_functions(vm, m->dict, functions, NULL); }

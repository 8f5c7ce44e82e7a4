// array_args.c -- arguments of array functions: axes, shapes, static numbers; nested lists.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

//===-- ints, axes, shapes ------------------------------------------------===//

bool static_int(VM *vm, Value v, const char *what, int64_t *out) {
  v = value_unwrap(v);
  if (v.tag == TAG_INT || v.tag == TAG_BOOL) return *out = v.tag == TAG_INT ? v.i : v.b, true;
  if (!v_is_staged(v)) return value_index(vm, v, out);
  Value known;
  return static_value(vm, v, what, &known) && value_index(vm, known, out);
}

bool parse_axis(VM *vm, Value v, uint32_t rank, int64_t *out) {
  if (!static_int(vm, v, "The axis argument must be known statically.", out)) return false;
  if (*out < -(int64_t)rank || *out >= (int64_t)rank)
    return vm_raise(vm, E_ValueError, "axis %lld is out of bounds for array of dimension %u",
                    (long long)*out, rank);
  if (*out < 0) *out += rank;
  return true;
}

bool parse_axes(VM *vm, Value v, uint32_t rank, Dims *out) {
  if (v_is_none(v)) return *out = dims_iota((int)rank), true;
  *out = (Dims){0};
  if (!v_is(v, O_TUPLE) && !v_is(v, O_LIST)) return out->n = 1, parse_axis(vm, v, rank, &out->d[0]);
  Tuple *t;
  if (!value_tuple(vm, v, &t)) return false;
  if (t->n > MAX_RANK) return vm_raise(vm, E_ValueError, "too many axes");
  for (uint32_t i = 0; i < t->n; i++) {
    int64_t axis;
    if (!parse_axis(vm, t->v[i], rank, &axis)) return false;
    if (dims_has(*out, axis))
      return vm_raise(vm, E_ValueError, "duplicate value in 'axis': %s", text_of(vm, v_obj(t)));
    out->d[out->n++] = axis;
  }
  return true;
}

static bool raise_shape(VM *vm, Value v, Value bad) {
  if (staging(vm)->host && !is_array(bad))
    return vm_raise(vm, E_TypeError, "'%s' object cannot be interpreted as an integer",
                    type_name(vm, bad));
  const char *where = is_array(bad) ? tracer_where(vm, AS_ARRAY(bad)) : "";
  const char *hint = is_array(bad) ? "\nIf using `jit`, try using `static_argnums` or applying "
                                     "`jit` to smaller subfunctions.\n"
                                   : "";
  return vm_raise(vm, E_TypeError,
                  "Shapes must be 1D sequences of concrete values of integer type, got %s.%s%s",
                  text_of(vm, v), hint, where);
}

static bool shape_entry(VM *vm, Value whole, Value v, int64_t *out) {
  if (is_array(v)) {
    const void *data;
    bool found;
    if (!static_data(vm, v, &data, &found)) return false;
    if (!found || !dtype_is_int(AS_ARRAY(v)->dtype) || AS_ARRAY(v)->rank)
      return raise_shape(vm, whole, v);
    *out = scalar_load(AS_ARRAY(v)->dtype, data).i;
    return true;
  }
  Value n = value_unwrap(v);
  if (n.tag == TAG_FLOAT || (n.tag == TAG_OBJ && !is_run_scalar(n) && v_is(n, O_STR)))
    return raise_shape(vm, whole, v);
  return static_int(vm, v, NULL, out);
}

bool parse_dims(VM *vm, Value v, const char *what, Dims *out) {
  Tuple *t;
  if (!value_tuple(vm, v, &t)) return false;
  if (t->n > MAX_RANK)
    return vm_unsupported(vm, "CJ0440", "arrays of more than %d dimensions", MAX_RANK);
  *out = (Dims){.n = (int)t->n};
  for (uint32_t i = 0; i < t->n; i++)
    if (!shape_entry(vm, v_obj(t), t->v[i], &out->d[i])) return false;
  return true;
}

bool parse_shape(VM *vm, Value v, Dims *out) {
  bool sequence = v_is(v, O_TUPLE) || v_is(v, O_LIST) || (is_array(v) && AS_ARRAY(v)->rank);
  if (!sequence && !v_is_staged(v) && value_unwrap(v).tag != TAG_INT) {
    Value it;
    if (get_iter(vm, v, &it))
      sequence = true;
    else if (vm_exc_is(vm, E_TypeError)) {
      vm_clear_exc(vm);
      return raise_shape(vm, v_obj(tuple_from(vm, &v, 1)), v);
    } else
      return false;
  }
  if (!sequence) v = v_obj(tuple_from(vm, &v, 1));
  if (!parse_dims(vm, v, "shape", out)) return false;
  for (int i = 0; i < out->n; i++)
    if (out->d[i] < 0 && staging(vm)->host)
      return vm_raise(vm, E_ValueError, "negative dimensions are not allowed");
    else if (out->d[i] < 0)
      return vm_raise(vm, E_TypeError,
                      "broadcast_in_dim shape must have every element be nonnegative, got %s.",
                      dims_text(*out));
  return true;
}

Value dims_value(VM *vm, Dims d) {
  Tuple *t = tuple_new(vm, (uint32_t)d.n);
  for (int i = 0; i < d.n; i++)
    t->v[i] = v_int(d.d[i]);
  return v_obj(t);
}

const char *list_text(VM *vm, Dims d) {
  StrBuf b;
  strbuf_init(&b, vm->arena);
  for (int i = 0; i < d.n; i++)
    strbuf_printf(&b, i ? ", %lld" : "[%lld", (long long)d.d[i]);
  strbuf_puts(&b, d.n ? "]" : "[]");
  return b.data;
}

//===-- nested lists ------------------------------------------------------===//

typedef struct Nest {
  Dims shape;
  bool any, floats, complexes, ints, bools;
  Dtype dtype; // what the leaves become
  char *data;  // where the next leaf goes
} Nest;

static bool is_sequence(Value v) { return v_is(v, O_LIST) || v_is(v, O_TUPLE); }

static void items_of(Value v, const Value **items, uint32_t *n) {
  bool list = v_is(v, O_LIST);
  *items = list ? AS_LIST(v)->v : AS_TUPLE(v)->v;
  *n = list ? AS_LIST(v)->n : AS_TUPLE(v)->n;
}

static bool raise_leaf(VM *vm, Value v) {
  if (v_is_none(v)) return vm_raise(vm, E_ValueError, "None is not a valid value for jnp.array");
  if (v_is(v, O_STR))
    return vm_raise(
        vm, E_TypeError,
        "Value '%s' with dtype <U%u is not a valid JAX array type. Only arrays of numeric "
        "types are supported by JAX.",
        text_of(vm, v), AS_STR(v)->length);
  return vm_raise(
      vm, E_TypeError,
      "Value '%s' with dtype object is not a valid JAX array type. Only arrays of numeric "
      "types are supported by JAX.",
      text_of(vm, v));
}

static bool raise_ragged(VM *vm, Dims found, int depth) {
  found.n = depth;
  return vm_raise(vm, E_ValueError,
                  "setting an array element with a sequence. The requested array has an "
                  "inhomogeneous shape after %d dimensions. The detected shape was %s + "
                  "inhomogeneous part.",
                  depth, dims_text(found));
}

static bool scan_leaf(VM *vm, Nest *n, Value v) {
  n->any = true;
  v = value_unwrap(v);
  if (v.tag == TAG_BOOL)
    n->bools = true;
  else if (v.tag == TAG_FLOAT)
    n->floats = true;
  else if (v.tag == TAG_INT || v_is(v, O_BIGINT))
    n->ints = true;
  else if (v_is(v, O_COMPLEX))
    n->complexes = true;
  else
    return raise_leaf(vm, v);
  return true;
}

// Checks that v's nesting below `depth` is the shape, and looks at its leaves.
static bool scan_nest(VM *vm, Nest *n, Value v, int depth) {
  if (!is_sequence(v)) {
    if (depth != n->shape.n) return raise_ragged(vm, n->shape, depth);
    return scan_leaf(vm, n, v);
  }
  const Value *items;
  uint32_t count;
  items_of(v, &items, &count);
  if (depth == n->shape.n || (int64_t)count != n->shape.d[depth])
    return raise_ragged(vm, n->shape, depth);
  for (uint32_t i = 0; i < count; i++)
    if (!scan_nest(vm, n, items[i], depth + 1)) return false;
  return true;
}

static void first_shape(Nest *n, Value v) {
  while (is_sequence(v) && n->shape.n < MAX_RANK) {
    const Value *items;
    uint32_t count;
    items_of(v, &items, &count);
    n->shape.d[n->shape.n++] = count;
    if (!count) return;
    v = items[0];
  }
}

static bool store_int(VM *vm, Nest *n, Value v) {
  bool fits = v.tag == TAG_INT;
  int64_t i = v.tag == TAG_INT ? v.i : 0;
  Dtype d = n->dtype;
  int bits = dtype_bits(d);
  if (fits && dtype_is_unsigned(d))
    fits = i >= 0 && (bits == 64 || i >> bits == 0);
  else if (fits && bits < 64)
    fits = i >= -(INT64_C(1) << (bits - 1)) && i < INT64_C(1) << (bits - 1);
  if (!fits)
    return vm_raise(vm, E_OverflowError, "Python integer %s out of bounds for %s", text_of(vm, v),
                    dtype_name(d));
  scalar_store(d, n->data, scalar_of_int(d, i));
  return true;
}

static bool store_leaf(VM *vm, Nest *n, Value v) {
  v = value_unwrap(v);
  Dtype d = n->dtype;
  double f = 0;
  if (d == DTYPE_BOOL) {
    bool b;
    if (!truth(vm, v, &b)) return false;
    *n->data = b;
  } else if (v_is(v, O_COMPLEX)) {
    const Complex *c = (const Complex *)v.o;
    if (!dtype_is_complex(d))
      return vm_raise(vm, E_TypeError,
                      "float() argument must be a string or a real number, not 'complex'");
    scalar_store(d, n->data, (Scalar){.f = c->re, .im = c->im});
  } else if ((v.tag == TAG_INT || v_is(v, O_BIGINT)) && dtype_is_integral(d)) {
    if (!store_int(vm, n, v)) return false;
  } else if (v.tag == TAG_BOOL)
    scalar_store(d, n->data, scalar_of_int(d, v.b));
  else {
    if (!value_float(vm, v, &f)) return false;
    scalar_store(d, n->data, scalar_convert(DTYPE_F64, d, (Scalar){.f = f}));
  }
  n->data += dtype_size(d);
  return true;
}

static bool store_nest(VM *vm, Nest *n, Value v) {
  if (!is_sequence(v)) return store_leaf(vm, n, v);
  const Value *items;
  uint32_t count;
  items_of(v, &items, &count);
  for (uint32_t i = 0; i < count; i++)
    if (!store_nest(vm, n, items[i])) return false;
  return true;
}

static Dtype leaf_dtype(VM *vm, const Nest *n) {
  if (n->complexes) return dtype_default_complex(vm);
  if (n->floats || !n->any) return dtype_default_float(vm);
  return n->ints ? dtype_default_int(vm) : DTYPE_BOOL;
}

//===-- lists with arrays in them -----------------------------------------===//

static bool join_leaves(VM *vm, Value v, DtypeWeak *all, bool *first) {
  if (is_sequence(v)) {
    const Value *items;
    uint32_t count;
    items_of(v, &items, &count);
    for (uint32_t i = 0; i < count; i++)
      if (!join_leaves(vm, items[i], all, first)) return false;
    return true;
  }
  DtypeWeak pair[2] = {*all};
  if (!value_dtype(vm, v, &pair[1])) return raise_leaf(vm, v);
  if (*first)
    *all = pair[1];
  else if (staging(vm)->host)
    *all = (DtypeWeak){dtype_promote_numpy(2, pair), false};
  else if (!dtype_promote(vm, 2, pair, all))
    return false;
  *first = false;
  return true;
}

static bool stack_nest(VM *vm, Value v, Dtype d, Array **out) {
  if (!is_sequence(v)) return array_of_dtype(vm, v, d, false, out);
  const Value *items;
  uint32_t count;
  items_of(v, &items, &count);
  if (!count) return array_from_nested(vm, v, d, out);
  Value whole;
  if (!array_restack(vm, count, items, &whole)) return false;
  if (!v_is_empty(whole)) return array_convert(vm, AS_ARRAY(whole), d, false, out);
  Array **rows = ARENA_ARRAY(vm->arena, Array *, count);
  for (uint32_t i = 0; i < count; i++) {
    Value row;
    if (!stack_nest(vm, items[i], d, &rows[i])) return false;
    Dims shape = array_dims(rows[i]);
    if (i && !dims_equal(dims_without(array_dims(rows[0]), dims_of(1, (int64_t[]){0})), shape)) {
      Dims first = array_dims(rows[0]), mine = dims_prepend(1, shape);
      return vm_raise(
          vm, E_TypeError,
          "Cannot concatenate arrays with shapes that differ in dimensions other than "
          "the one being concatenated: concatenating along dimension 0 for shapes %s, %s.",
          dims_text(first), dims_text(mine));
    }
    if (!emit_reshape(vm, rows[i], dims_prepend(1, shape), &row)) return false;
    rows[i] = AS_ARRAY(row);
  }
  Dims shape = array_dims(rows[0]);
  shape.d[0] = count;
  MlirAttribute attrs = attrs_make(vm->context, 1, "dimension", attr_of_int(vm->context, 0));
  Value joined;
  if (!array_emit(vm, &(ArrayOp){OP_CONCATENATE, attrs, d, shape}, count, rows, &joined))
    return false;
  *out = AS_ARRAY(joined);
  return true;
}

static bool array_with_staged(VM *vm, Value v, Dtype d, Array **out) {
  DtypeWeak all = {DTYPE_BOOL, false};
  bool first = true;
  if (d == DTYPE_COUNT) {
    if (!join_leaves(vm, v, &all, &first)) return false;
    d = all.dtype;
  }
  return stack_nest(vm, v, d, out);
}

static bool has_staged(Value v) {
  if (!is_sequence(v)) return v_is_staged(v);
  const Value *items;
  uint32_t count;
  items_of(v, &items, &count);
  for (uint32_t i = 0; i < count; i++)
    if (has_staged(items[i])) return true;
  return false;
}

bool array_from_nested(VM *vm, Value v, Dtype d, Array **out) {
  if (is_array(v)) {
    Array *x;
    if (!array_adapt(vm, AS_ARRAY(v), &x)) return false;
    return d == DTYPE_COUNT ? (*out = x, true) : array_convert(vm, x, d, false, out);
  }
  if (is_run_scalar(v))
    return d == DTYPE_COUNT ? array_of(vm, v, out) : array_of_dtype(vm, v, d, false, out);
  if (v_is(v, O_RANGE)) {
    List *l;
    if (!value_list(vm, v, &l)) return false;
    v = v_obj(l);
  }
  if (has_staged(v)) return array_with_staged(vm, v, d, out);
  Nest n = {.dtype = d};
  first_shape(&n, v);
  if (!scan_nest(vm, &n, v, 0)) return false;
  if (d == DTYPE_COUNT && !n.shape.n) return array_of(vm, v, out);
  if (d == DTYPE_COUNT) n.dtype = leaf_dtype(vm, &n);
  size_t bytes = (size_t)dims_product(n.shape) * (size_t)dtype_size(n.dtype);
  char *data = n.data = arena_alloc(vm->arena, bytes + 16);
  if (!store_nest(vm, &n, v)) return false;
  *out = AS_ARRAY(array_constant(vm, n.dtype, false, n.shape, data, bytes));
  return true;
}

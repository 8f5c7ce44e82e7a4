// array_view.c -- NumPy's arrays that can be written to, and share their contents with their views.
//
// A view keeps its base and how it follows from it.  Writing to a base changes the base alone: a
// view notices when it is used, because the base's value is no longer the one it was made from.
// Writing to a view writes to its base.
#include "driver/stage/index.h"
#include "driver/stage/lax.h"

#include "dialect/scalar.h"

#include <string.h>

void array_view_of(Value base, Value v, ViewKind how, Value key) {
  if (!is_array(base) || !is_array(v) || !AS_ARRAY(base)->numpy || !AS_ARRAY(v)->numpy) return;
  Array *x = AS_ARRAY(v);
  if (x == AS_ARRAY(base) || (!x->rank && !x->cell)) return;
  x->view = base;
  x->how = (uint8_t)how;
  x->key = key;
  x->seen = staged_value(base);
  x->readonly = AS_ARRAY(base)->readonly;
}

//===-- reading -----------------------------------------------------------===//

static bool transpose(VM *vm, Array *x, Dims axes, Value *out) {
  MlirAttribute attrs = attrs_make(vm->context, 1, "permutation", attr_of_dims(vm->context, axes));
  Dims shape = axes;
  for (int i = 0; i < axes.n; i++)
    shape.d[i] = x->shape[axes.d[i]];
  return array_emit1(vm, &(ArrayOp){OP_TRANSPOSE, attrs, x->dtype, shape}, x, out);
}

static Dims inverse(Dims axes) {
  Dims back = axes;
  for (int i = 0; i < axes.n; i++)
    back.d[axes.d[i]] = i;
  return back;
}

static bool view_axes(VM *vm, const Array *x, Dims *out) {
  return parse_dims(vm, x->key, "axes", out);
}

// What view x is of its base b.
static bool derive(VM *vm, const Array *x, Array *b, Value *out) {
  Dims axes;
  switch ((ViewKind)x->how) {
  case VIEW_INDEX:
    return array_getitem(vm, b, x->key, out);
  case VIEW_RESHAPE:
    return emit_reshape(vm, b, array_dims(x), out);
  case VIEW_TRANSPOSE:
    return view_axes(vm, x, &axes) && transpose(vm, b, axes, out);
  }
  BUG("derive: view kind %d", x->how);
}

static bool is_current(const Array *x, Array *base) {
  return x->seen.ptr == staged_value(v_obj(base)).ptr;
}

bool array_current(VM *vm, Array *x, Array **out) {
  Array *base;
  *out = x;
  if (v_is_empty(x->view)) return true;
  if (!array_current(vm, AS_ARRAY(x->view), &base)) return false;
  if (is_current(x, base)) return true;
  HostMode mode;
  Value v;
  numpy_mode_enter(vm, true, &mode);
  bool ok = derive(vm, x, base, &v);
  numpy_mode_leave(vm, &mode);
  if (!ok) return false;
  *out = AS_ARRAY(v);
  if (*out == base || x->owner != vm->trace || LOG_OLD(vm, x)) return true;
  x->value = staged_value(v_obj(*out));
  x->rows = NULL;
  x->seen = staged_value(v_obj(base));
  x->known = V_EMPTY;
  *out = x;
  return true;
}

bool array_snapshot(VM *vm, Value v, Value *out) {
  Array *x;
  MlirValue value;
  if (!array_current(vm, AS_ARRAY(v), &x) || !trace_use(vm, v_obj(x), &value)) return false;
  *out = array_new_like(vm, value, x);
  AS_ARRAY(*out)->known = x->known;
  return true;
}

// a[i, ...] is an array where a[i] is a scalar.
static bool has_ellipsis(VM *vm, Value key) {
  if (v_same(key, vm->ellipsis)) return true;
  for (uint32_t i = 0; v_is(key, O_TUPLE) && i < AS_TUPLE(key)->n; i++)
    if (v_same(AS_TUPLE(key)->v[i], vm->ellipsis)) return true;
  return false;
}

bool array_part(VM *vm, Array *x, Value key, Value *out) {
  HostMode mode;
  numpy_mode_enter(vm, x->numpy, &mode);
  bool ok = array_getitem(vm, x, key, out);
  numpy_mode_leave(vm, &mode);
  if (ok && x->numpy && is_array(*out) && !AS_ARRAY(*out)->rank) {
    bool cell = has_ellipsis(vm, key);
    if (v_same(*out, v_obj(x)) && !cell) ok = array_snapshot(vm, *out, out);
    AS_ARRAY(*out)->cell = cell;
  }
  if (ok && x->numpy && index_is_basic(vm, key)) array_view_of(v_obj(x), *out, VIEW_INDEX, key);
  return ok;
}

//===-- order in memory ---------------------------------------------------===//

static Dims without_ones(Dims d) {
  Dims out = {0};
  for (int i = 0; i < d.n; i++)
    if (d.d[i] != 1) out = dims_append(out, d.d[i]);
  return out;
}

// Ints, then at most one part of an axis, then whole axes.
static bool is_leading(VM *vm, const Array *base, Value key) {
  Index ix;
  bool inside = true;
  if (!index_parse(vm, base, key, &ix)) return vm_clear_exc(vm), false;
  for (int i = 0; i < ix.n; i++) {
    const IndexItem *it = &ix.item[i];
    if (it->kind == INDEX_NEW || (it->kind != INDEX_SLICE && inside)) continue;
    bool whole = it->kind == INDEX_SLICE && it->step == 1 && it->count == base->shape[it->dim];
    if (!inside && !whole) return false;
    if (it->kind == INDEX_SLICE && it->step != 1 && it->count > 1) return false;
    if (it->kind != INDEX_SLICE || it->count != 1) inside = false;
  }
  return true;
}

// Its elements stand one after the other in row-major order, as NumPy keeps them.
bool array_is_contiguous(VM *vm, const Array *x) {
  if (v_is_empty(x->view)) return true;
  const Array *base = AS_ARRAY(x->view);
  if (x->how == VIEW_TRANSPOSE && without_ones(array_dims(x)).n > 1) return false;
  return array_is_contiguous(vm, base) && (x->how != VIEW_INDEX || is_leading(vm, base, x->key));
}

void array_reshaped(VM *vm, Value base, Value v) {
  if (!is_array(base) || !is_array(v)) return;
  const Array *x = AS_ARRAY(base);
  if (array_is_contiguous(vm, x) ||
      dims_equal(without_ones(array_dims(x)), without_ones(array_dims(AS_ARRAY(v)))))
    array_view_of(base, v, VIEW_RESHAPE, V_NONE);
}

//===-- writing -----------------------------------------------------------===//

static bool update_at(VM *vm, Array *x, Value key, Value v, Value *out) {
  Value at, item;
  return at_new(vm, x, &at) && get_item(vm, at, key, &item) &&
         call_method(vm, item, "set", &v, 1, out);
}

// The base of view x when x's contents are v.
static bool restore(VM *vm, const Array *x, Array *base, Array *v, Value *out) {
  Dims axes;
  switch ((ViewKind)x->how) {
  case VIEW_INDEX:
    return update_at(vm, base, x->key, v_obj(v), out);
  case VIEW_RESHAPE:
    return emit_reshape(vm, v, array_dims(base), out);
  case VIEW_TRANSPOSE:
    return view_axes(vm, x, &axes) && transpose(vm, v, inverse(axes), out);
  }
  BUG("restore: view kind %d", x->how);
}

bool ndarray_write(VM *vm, Array *x, Array *v) {
  Value whole;
  MlirValue value;
  if (!v_is_empty(x->view)) {
    Array *base;
    return array_current(vm, AS_ARRAY(x->view), &base) && restore(vm, x, base, v, &whole) &&
           ndarray_write(vm, AS_ARRAY(x->view), AS_ARRAY(whole));
  }
  if (!trace_use(vm, v_obj(v), &value)) return false;
  if (LOG_OLD(vm, x)) log_state(vm, &x->head, sizeof(Array));
  x->value = value;
  x->rows = NULL;
  x->owner = vm->trace;
  x->known = V_EMPTY;
  return true;
}

//===-- writing while a function is traced --------------------------------===//

static bool in_chain(const Trace *t, const Trace *owner) {
  while (t && t != owner)
    t = t->outer;
  return t == owner;
}

typedef struct TracePlace {
  Trace *trace;
  Build *build;
} TracePlace;

// An array from outside of the functions being traced is written to there, once.
static void go_to(VM *vm, const Array *x, TracePlace *back) {
  Build *build;
  Trace *outside = trace_outside(vm, &build);
  *back = (TracePlace){vm->trace, vm->build};
  if (outside == vm->trace || !in_chain(outside, x->owner)) return;
  vm->trace = outside;
  vm->build = build;
}

static void come_back(VM *vm, const TracePlace *back) {
  vm->trace = back->trace;
  vm->build = back->build;
}

static bool check_traced(VM *vm, Value v) {
  if (!is_array(v) || AS_ARRAY(v)->numpy || trace_is_concrete(AS_ARRAY(v)->owner)) return true;
  return vm_raise(vm, E_ValueError, "setting an array element with a sequence.");
}

//===-- x[key] = v --------------------------------------------------------===//

static bool is_basic_item(VM *vm, Value v) {
  if (v_is_none(v) || v_same(v, vm->ellipsis) || v_is(v, O_SLICE) || is_run_scalar(v)) return true;
  if (is_array(v)) return !AS_ARRAY(v)->rank && AS_ARRAY(v)->dtype != DTYPE_BOOL;
  return v.tag == TAG_INT || (v.tag == TAG_OBJ && !v_is(v, O_LIST) && !v_is(v, O_TUPLE));
}

bool index_is_basic(VM *vm, Value key) {
  if (!v_is(key, O_TUPLE)) return is_basic_item(vm, key);
  const Tuple *t = AS_TUPLE(key);
  for (uint32_t i = 0; i < t->n; i++)
    if (!is_basic_item(vm, t->v[i])) return false;
  return true;
}

static bool is_mask(const Array *x, Value key) {
  if (!is_array(key) || AS_ARRAY(key)->dtype != DTYPE_BOOL) return false;
  const Array *mask = AS_ARRAY(key);
  if (!mask->rank || mask->rank > x->rank) return false;
  return !memcmp(mask->shape, x->shape, mask->rank * sizeof *mask->shape);
}

// x[mask] = v, without looking for where the mask is true.
static bool set_mask(VM *vm, Array *x, Value mask, Value v, Value *out) {
  Value f, args[] = {v_obj(x), mask, v};
  return import_attr(vm, "numpy.indexing", "put_where", &f) && vm_call(vm, f, args, 3, NULL, out);
}

// x[key] for the shape: NumPy's v may have axes of 1 in front that x[key] lacks.
static bool drop_front(VM *vm, Array *x, Value key, Value *v) {
  Value part;
  if (!is_array(*v) || !AS_ARRAY(*v)->rank || AS_ARRAY(*v)->shape[0] != 1) return true;
  Array *a = AS_ARRAY(*v);
  if (!array_getitem(vm, x, key, &part)) return false;
  Dims shape = array_dims(a), want = array_dims(AS_ARRAY(part));
  while (shape.n > want.n && shape.d[0] == 1)
    shape = dims_without(shape, dims_of(1, (int64_t[]){0}));
  return emit_reshape(vm, a, shape, v);
}

static bool sequence_to_array(VM *vm, Value *v) {
  Array *a;
  if (is_array(*v)) {
    if (!array_adapt(vm, AS_ARRAY(*v), &a)) return false;
  } else if (!is_arraylike(vm, *v)) {
    if (!array_from_nested(vm, *v, DTYPE_COUNT, &a)) return false;
  } else
    return true;
  *v = v_obj(a);
  return true;
}

static bool raise_fit(VM *vm, Array *x, Value key, Value v) {
  Value part;
  vm_clear_exc(vm);
  if (!array_getitem(vm, x, key, &part)) return false;
  return vm_raise(vm, E_ValueError, "could not broadcast input array from shape %s into shape %s",
                  dims_text(array_dims(AS_ARRAY(v))), dims_text(array_dims(AS_ARRAY(part))));
}

static bool set_part(VM *vm, Array *x, Value key, Value v) {
  Array *now;
  Value result;
  if (x->readonly) return vm_raise(vm, E_ValueError, "assignment destination is read-only");
  if (!x->rank && !x->cell)
    return vm_raise(vm, E_TypeError, "'numpy.%s' object does not support item assignment",
                    dtype_name(x->dtype));
  if (!array_current(vm, x, &now) || !sequence_to_array(vm, &v)) return false;
  if (is_mask(now, key)) {
    if (!set_mask(vm, now, key, v, &result)) return false;
  } else if (!drop_front(vm, now, key, &v))
    return false;
  else if (!update_at(vm, now, key, v, &result)) {
    bool fit = vm_exc_is(vm, E_ValueError) || vm_exc_is(vm, E_TypeError);
    return fit && is_array(v) && AS_ARRAY(v)->rank ? raise_fit(vm, now, key, v) : false;
  }
  return ndarray_write(vm, x, AS_ARRAY(result));
}

bool array_setitem(VM *vm, Array *x, Value key, Value v) {
  HostMode mode;
  TracePlace back;
  go_to(vm, x, &back);
  numpy_mode_enter(vm, true, &mode);
  bool ok = check_traced(vm, v) && set_part(vm, x, key, v);
  numpy_mode_leave(vm, &mode);
  come_back(vm, &back);
  return ok;
}

//===-- x += y ------------------------------------------------------------===//

static int kind_rank(Dtype d) {
  return dtype_is_complex(d)    ? 4
         : dtype_is_float(d)    ? 3
         : d == DTYPE_BOOL      ? 0
         : dtype_is_unsigned(d) ? 1
                                : 2;
}

static bool check_cast(VM *vm, BinaryOp op, const Array *from, const Array *to) {
  static const char *const name[BINARY_COUNT] = {
      "add",    "subtract",    "multiply",   "divide",      "floor_divide", "remainder",  "power",
      "matmul", "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift",   "right_shift"};
  if (kind_rank(from->dtype) <= kind_rank(to->dtype)) return true;
  return vm_raise(vm, E_TypeError,
                  "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting "
                  "rule 'same_kind'",
                  name[op], dtype_name(from->dtype), dtype_name(to->dtype));
}

static bool inplace(VM *vm, Array *x, BinaryOp op, Value y, Value *out) {
  Value result;
  Array *z;
  if (x->readonly) return vm_raise(vm, E_ValueError, "output array is read-only");
  if (!array_binary(vm, op, v_obj(x), y, &result)) return false;
  if (!is_array(result)) return *out = result, true;
  if (!check_cast(vm, op, AS_ARRAY(result), x)) return false;
  if (!array_convert(vm, AS_ARRAY(result), x->dtype, false, &z)) return false;
  if (!dims_equal(array_dims(z), array_dims(x)))
    return vm_raise(vm, E_ValueError,
                    "non-broadcastable output operand with shape %s doesn't match the broadcast "
                    "shape %s",
                    dims_text(array_dims(x)), dims_text(array_dims(z)));
  *out = v_obj(x);
  return ndarray_write(vm, x, z);
}

bool array_inplace(VM *vm, Array *x, BinaryOp op, Value y, Value *out) {
  bool jax = is_array(y) && !AS_ARRAY(y)->numpy;
  if (jax || (!x->rank && !x->cell)) return array_binary(vm, op, v_obj(x), y, out);
  HostMode mode;
  TracePlace back;
  go_to(vm, x, &back);
  numpy_mode_enter(vm, true, &mode);
  bool ok = inplace(vm, x, op, y, out);
  numpy_mode_leave(vm, &mode);
  come_back(vm, &back);
  return ok;
}

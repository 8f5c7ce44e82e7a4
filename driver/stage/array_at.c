// array_at.c -- x.at[key].set(v) and its relatives.
//
// What is updated is a copy.  Windows that are out of bounds are dropped, unless mode is "clip".
#include "driver/stage/index.h"

#include "dialect/scalar.h"

#include <string.h>
#include <strings.h>

// x.at is a Host with slot 0 = x; x.at[key] has slot 1 = key.
static Array *array_of_item(Value self) { return AS_ARRAY(((Host *)self.o)->slot[0]); }
static Value key_of_item(Value self) { return ((Host *)self.o)->slot[1]; }

static Value host_new(VM *vm, Class *cls, Value x, Value key) {
  Host *h = HEAP_NEW(vm, cls, O_HOST, Host);
  h->slot[0] = x;
  h->slot[1] = key;
  h->slot[2] = h->slot[3] = V_EMPTY;
  return v_obj(h);
}

bool at_new(VM *vm, Array *x, Value *out) {
  *out = host_new(vm, staging(vm)->at_class, v_obj(x), V_EMPTY);
  return true;
}

static bool at_getitem(VM *vm, Value *bound, Value *out) {
  *out = host_new(vm, staging(vm)->at_item_class, v_obj(array_of_item(bound[0])), bound[1]);
  return true;
}

//===-- options -----------------------------------------------------------===//

bool index_mode(VM *vm, Value v, const char *preset, const char **out) {
  *out = preset;
  if (v_is_none(v)) return true;
  if (v.tag == TAG_OBJ && !v_is(v, O_STR)) {
    Value name;
    if (!get_attr_c(vm, v, "name", &name)) return false;
    v = name;
  }
  const char *s = v_is(v, O_STR) ? AS_STR(v)->text : "";
  if (!strcasecmp(s, "clip"))
    *out = "clip";
  else if (!strcasecmp(s, "fill") || !strcasecmp(s, "drop") || !strcasecmp(s, "fill_or_drop"))
    *out = "fill";
  else if (!strcasecmp(s, "promise_in_bounds"))
    *out = "promise_in_bounds";
  else
    return vm_raise(vm, E_ValueError, "Unknown gather mode \"%s\"", s);
  return true;
}

static bool parse_flags(VM *vm, Value sorted, Value unique, IndexOptions *o) {
  return truth(vm, sorted, &o->sorted) && truth(vm, unique, &o->unique);
}

bool index_fill_value(VM *vm, Value v, Dtype d, MlirAttribute *out) {
  *out = (MlirAttribute){0};
  if (v_is_none(v)) return true;
  unsigned char data[16] = {0};
  Value known;
  if (!static_value(vm, v, "fill_value", &known)) return false;
  double re = 0, im = 0;
  known = value_unwrap(known);
  if (known.tag == TAG_INT || known.tag == TAG_BOOL) {
    int64_t i = known.tag == TAG_INT ? known.i : known.b;
    scalar_store(d, data,
                 dtype_is_integral(d) ? scalar_of_int(d, i) : scalar_of_float(d, (double)i));
  } else {
    if (v_is(known, O_COMPLEX)) {
      re = ((Complex *)known.o)->re;
      im = ((Complex *)known.o)->im;
    } else if (!value_float(vm, known, &re))
      return false;
    scalar_store(d, data, scalar_convert(DTYPE_C128, d, (Scalar){.f = re, .im = im}));
  }
  *out = attr_of_data(array_type(vm, d, dims_of(0, NULL)), data, (size_t)dtype_size(d));
  return true;
}

// Negative indices that do not count from the end, as indices that the mode treats alike: beyond
// the end or, clipped, at the start.
static bool replace_negative(VM *vm, Value v, bool clip, Value *out) {
  const int64_t to = clip ? 0 : INT32_MAX;
  *out = v;
  Value plain = value_unwrap(v), negative, other;
  if (plain.tag == TAG_INT && plain.i < 0) *out = v_int(to);
  if (!is_array(v) || !dtype_is_int(AS_ARRAY(v)->dtype)) return true;
  if (!array_compare(vm, COMPARE_LT, v, v_int(0), &negative)) return false;
  Array *x;
  other = array_scalar_int(vm, AS_ARRAY(v)->dtype, false, to);
  return array_broadcast(vm, AS_ARRAY(other), array_dims(AS_ARRAY(v)), false, &x) &&
         array_emit_select(vm, AS_ARRAY(negative), x, AS_ARRAY(v), out);
}

static bool key_for_mode(VM *vm, Value key, Value wrap, const char *mode, Value *out) {
  bool wraps;
  if (!truth(vm, wrap, &wraps)) return false;
  if (*out = key, wraps) return true;
  bool clip = strcmp(mode, "fill") != 0;
  if (!v_is(key, O_TUPLE)) return replace_negative(vm, key, clip, out);
  Tuple *t = tuple_from(vm, AS_TUPLE(key)->v, AS_TUPLE(key)->n);
  for (uint32_t i = 0; i < t->n; i++)
    if (!replace_negative(vm, t->v[i], clip, &t->v[i])) return false;
  return *out = v_obj(t), true;
}

//===-- updates -----------------------------------------------------------===//

// Values that lose something when cast to x's dtype, as JAX warns.
static bool warn_cast(VM *vm, const Array *x, Value v) {
  DtypeWeak pair[2] = {{x->dtype, x->weak}}, to;
  if (!value_dtype(vm, v, &pair[1])) return true;
  if (!dtype_promote(vm, 2, pair, &to)) return false;
  if (to.dtype == x->dtype) return true;
  return vm_warn(
      vm, "FutureWarning",
      "scatter inputs have incompatible types: cannot safely cast value from "
      "dtype=%s to dtype=%s with jax_numpy_dtype_promotion=standard. In future JAX releases "
      "this will result in an error.",
      dtype_name(pair[1].dtype), dtype_name(x->dtype));
}

static bool update_value(VM *vm, const Array *x, Value v, Array **out) {
  if (x->dtype == DTYPE_KEY) return array_of(vm, v, out);
  if (!is_arraylike(vm, v)) {
    Array *a;
    if (!array_from_nested(vm, v, DTYPE_COUNT, &a)) return false;
    v = v_obj(a);
  }
  if (!staging(vm)->host && !warn_cast(vm, x, v)) return false;
  Value plain = value_unwrap(v);
  if (plain.tag == TAG_INT && dtype_is_integral(x->dtype) && x->dtype != DTYPE_BOOL) {
    *out = AS_ARRAY(array_scalar_int(vm, x->dtype, false, plain.i));
    return true;
  }
  return array_of_dtype(vm, v, x->dtype, false, out);
}

// The updates broadcast to the shape of x[key], and without its new axes.
static bool fit_updates(VM *vm, Array *v, const IndexPlan *p, Array **out) {
  Dims have = array_dims(v), full = p->full;
  bool fits = have.n <= full.n;
  for (int i = 0; fits && i < have.n; i++) {
    int64_t to = full.d[full.n - have.n + i];
    fits = have.d[i] == to || have.d[i] == 1;
  }
  if (have.n > full.n)
    return vm_raise(vm, E_ValueError,
                    "Cannot broadcast to shape with fewer dimensions: arr_shape=%s shape=%s",
                    dims_text(have), dims_text(full));
  if (!fits) {
    Aval wanted = {.dtype = v->dtype, .rank = (uint32_t)full.n, .shape = full.d};
    return vm_raise(vm, E_ValueError,
                    "Incompatible types for broadcasting: input type=%s and requested type=%s",
                    array_text(vm, v), aval_text(vm, &wanted, false));
  }
  Value shaped;
  if (!array_broadcast(vm, v, full, false, &v)) return false;
  if (!emit_reshape(vm, v, p->shape, &shaped)) return false;
  *out = AS_ARRAY(shaped);
  return true;
}

// x.at[mask].op(scalar) as a select, where JAX would look for the indices.
static bool mask_update(VM *vm, OpKind k, Array *x, Array *mask, Array *v, Value *out) {
  static const struct {
    OpKind scatter, plain;
  } plain[] = {{OP_SCATTER_ADD, OP_ADD},
               {OP_SCATTER_SUB, OP_SUB},
               {OP_SCATTER_MUL, OP_MUL},
               {OP_SCATTER_MIN, OP_MIN},
               {OP_SCATTER_MAX, OP_MAX}};
  Dims shape = array_dims(x), dims = dims_iota((int)mask->rank);
  MlirAttribute attrs =
      attrs_make(vm->context, 1, "broadcast_dimensions", attr_of_dims(vm->context, dims));
  Value m, updated;
  if (!array_emit1(vm, &(ArrayOp){OP_BROADCAST_IN_DIM, attrs, DTYPE_BOOL, shape}, mask, &m))
    return false;
  if (!array_broadcast(vm, v, shape, false, &v)) return false;
  updated = v_obj(v);
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (plain[i].scatter == k && !emit_binary(vm, plain[i].plain, "at", x, v, &updated))
      return false;
  if (!array_emit_select(vm, AS_ARRAY(m), AS_ARRAY(updated), x, out)) return false;
  AS_ARRAY(*out)->weak = x->weak;
  return true;
}

static bool is_mask_update(const Array *x, Value key, const Array *v) {
  if (!is_array(key) || AS_ARRAY(key)->dtype != DTYPE_BOOL || v->rank || x->dtype == DTYPE_BOOL)
    return false;
  const Array *mask = AS_ARRAY(key);
  if (!trace_is_concrete(mask->owner)) return false; // JAX's error, unless its contents are known
  if (!mask->rank || mask->rank > x->rank) return false;
  for (uint32_t i = 0; i < mask->rank; i++)
    if (mask->shape[i] != x->shape[i]) return false;
  return true;
}

// A static window inside x that is set: dynamic_update_slice.
static bool is_static_set(OpKind k, const Index *ix) {
  if (k != OP_SCATTER || ix->narray) return false;
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind == INDEX_WINDOW || it->outside) return false;
    if (it->kind == INDEX_SLICE && it->step != 1) return false;
  }
  return true;
}

static bool set_static(VM *vm, Array *x, const Index *ix, const IndexPlan *p, Array *updates,
                       Value *out) {
  Array *starts[MAX_RANK];
  Value window;
  Dims sizes = p->sizes;
  sizes.n = (int)x->rank;
  if (!emit_reshape(vm, updates, sizes, &window)) return false;
  if (dims_equal(sizes, array_dims(x))) {
    *out = window;
    return true;
  }
  for (int i = 0; i < ix->n; i++) {
    const IndexItem *it = &ix->item[i];
    if (it->kind != INDEX_NEW && !index_constant(vm, it->start, &starts[it->dim])) return false;
  }
  return emit_dynamic_update_slice(vm, x, AS_ARRAY(window), starts, out);
}

static bool scatter(VM *vm, OpKind k, Array *x, Value key, Value v, IndexOptions *o, Value *out) {
  Array *updates, *a;
  Index ix;
  IndexPlan plan;
  if (!array_adapt(vm, x, &a) || !update_value(vm, a, v, &updates)) return false;
  if (is_mask_update(a, key, updates)) return mask_update(vm, k, a, AS_ARRAY(key), updates, out);
  if (!index_parse(vm, a, key, &ix)) return false;
  for (int i = 0; i < ix.n; i++)
    if (ix.item[i].count == 0 && ix.item[i].kind == INDEX_SLICE) return *out = v_obj(a), true;
  if (is_static_set(k, &ix)) {
    plan = (IndexPlan){0};
    for (int i = 0; i < ix.n; i++) {
      const IndexItem *it = &ix.item[i];
      if (it->kind != INDEX_NEW) plan.sizes = dims_append(plan.sizes, it->count);
      if (it->kind == INDEX_INT) continue;
      plan.full = dims_append(plan.full, it->count);
      if (it->kind != INDEX_NEW) plan.shape = dims_append(plan.shape, it->count);
    }
    return fit_updates(vm, updates, &plan, &updates) && set_static(vm, a, &ix, &plan, updates, out);
  }
  if (!ix.narray) o->unique = o->sorted = true;
  if (!index_plan(vm, a, &ix, &plan) || !fit_updates(vm, updates, &plan, &updates)) return false;
  if (!index_check_axes(vm, a, &ix)) return false;
  for (int i = 0; i < ix.n; i++) // no position of an axis without elements is inside
    if (ix.item[i].kind == INDEX_ARRAY && !a->shape[ix.item[i].dim]) return *out = v_obj(a), true;
  return emit_scatter(vm, k, a, &plan, updates, o, out);
}

static bool update(VM *vm, Value *bound, OpKind k, Value *out) {
  IndexOptions o = {.mode = "fill"};
  Array *x = array_of_item(bound[0]);
  if (!parse_flags(vm, bound[2], bound[3], &o)) return false;
  if (!index_mode(vm, bound[4], "fill", &o.mode)) return false;
  if (!strcmp(o.mode, "promise_in_bounds")) o.mode = "fill";
  Value key;
  return key_for_mode(vm, key_of_item(bound[0]), bound[6], o.mode, &key) &&
         scatter(vm, k, x, key, bound[1], &o, out);
}

static bool at_set(VM *vm, Value *b, Value *out) { return update(vm, b, OP_SCATTER, out); }
static bool at_add(VM *vm, Value *b, Value *out) { return update(vm, b, OP_SCATTER_ADD, out); }
static bool at_subtract(VM *vm, Value *b, Value *out) { return update(vm, b, OP_SCATTER_SUB, out); }
static bool at_multiply(VM *vm, Value *b, Value *out) { return update(vm, b, OP_SCATTER_MUL, out); }
static bool at_min(VM *vm, Value *b, Value *out) { return update(vm, b, OP_SCATTER_MIN, out); }
static bool at_max(VM *vm, Value *b, Value *out) { return update(vm, b, OP_SCATTER_MAX, out); }

// x / (ones with y multiplied in at key), and the same with **.
static bool by_factors(VM *vm, Value *bound, BinaryOp op, Value *out) {
  Array *x = array_of_item(bound[0]), *ones;
  Value one = array_scalar_int(vm, x->dtype, false, 1), factors;
  if (!array_broadcast(vm, AS_ARRAY(one), array_dims(x), false, &ones)) return false;
  Value item = host_new(vm, staging(vm)->at_item_class, v_obj(ones), key_of_item(bound[0]));
  Value args[] = {item, bound[1], bound[2], bound[3], bound[4], V_NONE, bound[6]};
  return update(vm, args, OP_SCATTER_MUL, &factors) && array_binary(vm, op, v_obj(x), factors, out);
}
static bool at_divide(VM *vm, Value *b, Value *out) { return by_factors(vm, b, BINARY_DIV, out); }
static bool at_power(VM *vm, Value *b, Value *out) { return by_factors(vm, b, BINARY_POW, out); }

static bool at_get(VM *vm, Value *bound, Value *out) {
  IndexOptions o = {.mode = "promise_in_bounds"};
  Array *x;
  Index ix;
  if (!array_adapt(vm, array_of_item(bound[0]), &x) || !parse_flags(vm, bound[1], bound[2], &o) ||
      !index_mode(vm, bound[3], o.mode, &o.mode) ||
      !index_fill_value(vm, bound[4], x->dtype, &o.fill_value))
    return false;
  if (!v_is_none(bound[4]) && v_is_none(bound[3])) o.mode = "fill";
  Value key;
  return key_for_mode(vm, key_of_item(bound[0]), bound[6], o.mode, &key) &&
         index_parse(vm, x, key, &ix) && index_get(vm, x, &ix, &o, out);
}

static bool at_apply(VM *vm, Value *bound, Value *out) {
  Value get_args[] = {bound[0], bound[2], bound[3], bound[4], V_NONE, V_NONE, bound[6]};
  Value part, applied;
  if (!at_get(vm, get_args, &part) || !vm_call_1(vm, bound[1], part, &applied)) return false;
  Value set_args[] = {bound[0], applied, bound[2], bound[3], bound[4], V_NONE, bound[6]};
  return at_set(vm, set_args, out);
}

static bool at_repr(VM *vm, Value *bound, Value *out) {
  StrBuilder b;
  strb_init(&b, vm);
  strb_puts(&b, "_IndexUpdateHelper(");
  if (!strb_add_repr(&b, v_obj(array_of_item(bound[0])))) return false;
  strb_puts(&b, ")");
  *out = strb_finish(&b);
  return true;
}

#define UPDATE_ARGS                                                                                \
  "self, values, /, *, indices_are_sorted=False, unique_indices=False, mode=None, "                \
  "out_sharding=None, wrap_negative_indices=True"
static const NativeDef item_methods[] = {
    {"set", UPDATE_ARGS, at_set},
    {"add", UPDATE_ARGS, at_add},
    {"subtract", UPDATE_ARGS, at_subtract},
    {"multiply", UPDATE_ARGS, at_multiply},
    {"mul", UPDATE_ARGS, at_multiply},
    {"divide", UPDATE_ARGS, at_divide},
    {"power", UPDATE_ARGS, at_power},
    {"min", UPDATE_ARGS, at_min},
    {"max", UPDATE_ARGS, at_max},
    {"apply", UPDATE_ARGS, at_apply},
    {"get",
     "self, /, *, indices_are_sorted=False, unique_indices=False, mode=None, fill_value=None, "
     "out_sharding=None, wrap_negative_indices=True",
     at_get},
    {0}};
static const NativeDef at_methods[] = {
    {"__getitem__", "self, key, /", at_getitem}, {"__repr__", "self, /", at_repr}, {0}};
static const NativeClass at_class = {"_IndexUpdateHelper", "jax._src.numpy.array_methods", O_HOST,
                                     NULL, at_methods};
static const NativeClass item_class = {"_IndexUpdateRef", "jax._src.numpy.array_methods", O_HOST,
                                       NULL, item_methods};

//===-- jax.ds ------------------------------------------------------------===//

static bool ds_make(VM *vm, Value *bound, Value *out) {
  *out = host_new(vm, staging(vm)->ds_class, bound[1], bound[2]);
  return true;
}

static const NativeDef ds_methods[] = {
    {"__new__", "cls, start, size, stride=1", ds_make, NATIVE_STATIC}, {0}};
static const NativeClass ds_class = {"Slice", "jax", O_HOST, NULL, ds_methods};

bool at_init(VM *vm) {
  Staging *s = staging(vm);
  s->at_class = native_class_create(vm, &at_class, NULL);
  s->at_item_class = native_class_create(vm, &item_class, NULL);
  s->ds_class = native_class_create(vm, &ds_class, NULL);
  return true;
}

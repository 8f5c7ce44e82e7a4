// flow_merge.c -- the value that stands for one of two, chosen at run time.
//
//   the same static value               itself
//   arrays and numbers                  one array: same shape, dtype by promotion of weak values
//   only numbers of one kind                 a run-time number texts a run-time text, one of a
//   table containers and objects of a class   item by item
#include "driver/stage/flow_merge.h"
#include "driver/stage/run_text.h"

#include "dialect/support/vec.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static Value present_of(Value v);
static Value value_of(Value v);

static const char *from_line(VM *vm, const char *text, SrcRange at) {
  return at.line ? arena_printf(vm->arena, "%s (line %u)", text, at.line) : text;
}

// "float32[3] (line 12)", "a float", "'text'".
static const char *kind_text(VM *vm, Value v) {
  static const char *const kinds[] = {"a bool", "an int", "a float"};
  Aval a;
  if (v_is_empty(v)) return "nothing";
  if (is_run_scalar(v)) return from_line(vm, kinds[AS_RUN_SCALAR(v)->run], AS_RUN_SCALAR(v)->at);
  if (is_array(v) && value_aval(vm, v, &a))
    return from_line(vm, aval_text(vm, &a, false), AS_ARRAY(v)->at);
  if (v_is(v, O_LIST)) return arena_printf(vm->arena, "a list of %u items", AS_LIST(v)->n);
  if (v_is(v, O_TUPLE)) return arena_printf(vm->arena, "a tuple of %u items", AS_TUPLE(v)->n);
  if (v_is(v, O_DICT)) return arena_printf(vm->arena, "a dict of %u items", AS_DICT(v)->used);
  return text_of(vm, v);
}

static bool differ(VM *vm, Merge *m, Value a, Value b) {
  const char *fmt =
      m->loop ? "%s before an iteration and %s after it" : "%s on one way and %s on the other";
  m->why = arena_printf(vm->arena, fmt, kind_text(vm, a), kind_text(vm, b));
  return false;
}

bool merge_leaf(VM *vm, Merge *m, Value a, Value b, const Aval *target, Value *out) {
  if (m->results) {
    *out = m->results[m->next++];
    return true;
  }
  if (m->n == m->room) m->leaf = vec_grow(vm->arena, m->leaf, &m->room, sizeof(Leaf));
  m->leaf[m->n++] = (Leaf){{a, b}, *target};
  *out = V_NONE;
  return true;
}

static bool number_kind(Value v, RunKind *k) {
  if (is_run_scalar(v)) return *k = AS_RUN_SCALAR(v)->run, true;
  v = value_unwrap(v);
  if (v.tag == TAG_BOOL) return *k = RUN_BOOL, true;
  if (v.tag == TAG_INT) return *k = RUN_INT, true;
  return v.tag == TAG_FLOAT ? (*k = RUN_FLOAT, true) : false;
}

Aval run_aval(RunKind k) {
  static const Dtype dtypes[] = {DTYPE_BOOL, DTYPE_I64, DTYPE_F64};
  static const int64_t none[1];
  return (Aval){.dtype = dtypes[k], .run = true, .weak = k != RUN_BOOL, .shape = none};
}

static bool merge_arrays(VM *vm, Merge *m, Value a, Value b, Value *out) {
  Aval x, y;
  if (!value_aval(vm, a, &x) || !value_aval(vm, b, &y)) return differ(vm, m, a, b);
  if (x.rank != y.rank || memcmp(x.shape, y.shape, x.rank * sizeof(int64_t)))
    return differ(vm, m, a, b);
  DtypeWeak d[2] = {{x.dtype, x.weak}, {y.dtype, y.weak}}, join;
  if (is_array(a) != is_array(b))
    d[is_array(a) ? 1 : 0].weak = true; // a Python number beside an array
  join = (DtypeWeak){x.dtype, x.weak && y.weak};
  if (x.dtype != y.dtype && !dtype_promote(vm, 2, d, &join)) return false;
  for (int i = 0; i < 2; i++)
    if (!d[i].weak && d[i].dtype != join.dtype) return differ(vm, m, a, b);
  Aval target = is_array(a) ? x : y;
  target.dtype = join.dtype;
  target.weak = join.weak;
  target.numpy = (is_array(a) ? x.numpy : y.numpy) && (is_array(b) ? y.numpy : x.numpy);
  return merge_leaf(vm, m, a, b, &target, out);
}

// The items are the rows of one array, all of them in order.
static const Rows *whole_rows(const Value *items, uint32_t n) {
  int64_t k;
  const Rows *r = NULL;
  for (uint32_t i = 0; i < n; i++) {
    if (!is_array(items[i]) && !is_run_scalar(items[i])) return NULL;
    const Rows *own = rows_of(items[i], &k);
    if (!own || (i && own != r) || k != i) return NULL;
    r = own;
  }
  return n && r->n == n ? r : NULL;
}

static bool all_of_type(VM *vm, const Value *v, uint32_t n, const Aval *type) {
  Aval a;
  for (uint32_t i = 0; i < n; i++)
    if (!item_aval(vm, v[i], &a) || a.run != type->run || !aval_equal(&a, type, false))
      return false;
  return true;
}

static Aval stack_aval(VM *vm, uint32_t n, const Aval *item) {
  Dims shape = dims_prepend(n, dims_of((int)item->rank, item->shape));
  return (Aval){.dtype = item->dtype,
                .weak = item->weak && !item->run,
                .numpy = item->numpy || item->run,
                .rank = (uint32_t)shape.n,
                .shape = shape_keep(vm, (uint32_t)shape.n, shape.d)};
}

// Long lists of which one is the rows of an array: one leaf, that array.
static bool merge_rows(VM *vm, Merge *m, const Value *a, const Value *b, uint32_t n, Tuple *into,
                       bool *done) {
  enum { LONG = 8 };
  Aval item, target;
  Value stack;
  *done = false;
  if (n < LONG || v_same(a[0], b[0])) return true;
  const Rows *ra = whole_rows(a, n), *rb = whole_rows(b, n);
  if ((!ra && !rb) || !item_aval(vm, ra ? a[0] : b[0], &item)) return true;
  if (!all_of_type(vm, a, n, &item) || !all_of_type(vm, b, n, &item)) return true;
  *done = true;
  target = stack_aval(vm, n, &item);
  if (!merge_leaf(vm, m, ra ? ra->whole : v_obj(tuple_from(vm, a, n)),
                rb ? rb->whole : v_obj(tuple_from(vm, b, n)), &target, &stack))
    return false;
  if (!m->results) return true;
  const Rows *r = rows_open(vm, staged_value(stack), &item);
  for (uint32_t i = 0; i < n; i++)
    into->v[i] = rows_at(vm, r, i);
  return true;
}

static bool merge_sequence(VM *vm, Merge *m, const Value *a, const Value *b, uint32_t n,
                           Tuple *into) {
  bool done;
  if (!merge_rows(vm, m, a, b, n, into, &done)) return false;
  for (uint32_t i = 0; !done && i < n; i++)
    if (!merge_values(vm, m, a[i], b[i], &into->v[i])) return false;
  return true;
}

static bool merge_tuples(VM *vm, Merge *m, Value a, Value b, Value *out) {
  const Tuple *x = AS_TUPLE(a), *y = AS_TUPLE(b);
  if (x->n != y->n) return differ(vm, m, a, b);
  Tuple *t = tuple_new(vm, x->n);
  t->head.cls = x->head.cls;
  *out = v_obj(t);
  return merge_sequence(vm, m, x->v, y->v, x->n, t);
}

static bool merge_lists(VM *vm, Merge *m, Value a, Value b, Value *out) {
  const List *x = AS_LIST(a), *y = AS_LIST(b);
  if (x->n != y->n) return differ(vm, m, a, b);
  Tuple *t = tuple_new(vm, x->n);
  if (!merge_sequence(vm, m, x->v, y->v, x->n, t)) return false;
  List *l = list_new(vm, t->n);
  for (uint32_t i = 0; i < t->n; i++)
    list_append(vm, l, t->v[i]);
  *out = v_obj(l);
  return true;
}

// In the order of y, which is what the last iteration of a loop leaves.
static bool merge_dicts(VM *vm, Merge *m, const Dict *x, const Dict *y, Dict *into) {
  if (x->used != y->used) return differ(vm, m, v_obj((void *)x), v_obj((void *)y));
  for (uint32_t i = 0; i < y->n; i++) {
    Value other, v;
    if (v_is_empty(y->entries[i].key)) continue;
    if (!dict_get(vm, (Dict *)x, y->entries[i].key, &other)) return false;
    if (v_is_empty(other)) return differ(vm, m, v_obj((void *)x), v_obj((void *)y));
    if (!merge_values(vm, m, other, y->entries[i].value, &v)) return false;
    if (!dict_set(vm, into, y->entries[i].key, v)) return false;
  }
  return true;
}

static bool merge_instances(VM *vm, Merge *m, Value a, Value b, Value *out) {
  Value made;
  const Dict *x = a.o->attrs, *y = b.o->attrs;
  if (!object_create(vm, a.o->cls, &made)) return false;
  *out = made;
  if (!x && !y) return true;
  if (!x || !y) return differ(vm, m, a, b);
  return merge_dicts(vm, m, x, y, instance_dict(vm, made.o));
}

//===-- the two ways -----------------------------------------------------------------------===//

// One `def` that both ways have run: nothing tells the two functions apart.
static bool same_function(const Function *a, const Function *b) {
  bool same = a->code == b->code && !a->ncells && !a->head.attrs && !b->head.attrs;
  if (!same || a->kwdefaults || b->kwdefaults || !a->defaults != !b->defaults) return false;
  for (uint32_t i = 0; a->defaults && i < a->defaults->n; i++)
    if (!v_same(a->defaults->v[i], b->defaults->v[i])) return false;
  return true;
}

static bool merge_objects(VM *vm, Merge *m, Value a, Value b, Value *out) {
  switch (a.o->kind) {
  case O_TUPLE:
    return merge_tuples(vm, m, a, b, out);
  case O_LIST:
    return merge_lists(vm, m, a, b, out);
  case O_DICT: {
    Dict *d = dict_new(vm);
    d->head.cls = a.o->cls;
    *out = v_obj(d);
    return merge_dicts(vm, m, AS_DICT(a), AS_DICT(b), d);
  }
  case O_INSTANCE:
    return merge_instances(vm, m, a, b, out);
  case O_FUNCTION:
    return same_function((Function *)a.o, (Function *)b.o) || differ(vm, m, a, b);
  default:
    return differ(vm, m, a, b);
  }
}

//===-- a value or None --------------------------------------------------------------------===//

static bool is_mergeable(Value v) {
  switch (v.o->kind) {
  case O_ARRAY:
  case O_RUN_SCALAR:
  case O_RUN_STR:
  case O_STR:
  case O_TUPLE:
  case O_LIST:
  case O_DICT:
  case O_INSTANCE:
    return true;
  default:
    return false;
  }
}

static bool is_optional(Value a, Value b) {
  if (v_is(a, O_RUN_OPTIONAL)) return true;
  return v_is_none(a) && b.tag == TAG_OBJ ? is_mergeable(b) : v_is_none(a) && !v_is_none(b);
}

static Value present_of(Value v) {
  return v_is(v, O_RUN_OPTIONAL) ? ((RunOptional *)v.o)->present : v_bool(!v_is_none(v));
}

static Value value_of(Value v) {
  if (v_is_none(v)) return V_EMPTY;
  return v_is(v, O_RUN_OPTIONAL) ? ((RunOptional *)v.o)->value : v;
}

static bool merge_optional(VM *vm, Merge *m, Value a, Value b, Value *out) {
  Value present, value, x = value_of(a), y = value_of(b);
  if (!merge_values(vm, m, present_of(a), present_of(b), &present)) return false;
  bool ok = v_is_empty(x)   ? merge_single(vm, m, 1, y, &value)
            : v_is_empty(y) ? merge_single(vm, m, 0, x, &value)
                            : merge_values(vm, m, x, y, &value);
  if (ok && m->results) *out = optional_new(vm, present, value);
  return ok;
}

static bool is_text(Value v) { return v_is(v, O_STR) || v_is(v, O_RUN_STR); }

bool merge_values(VM *vm, Merge *m, Value a, Value b, Value *out) {
  RunKind ka, kb;
  *out = a;
  if (v_same(a, b)) return true;
  if (v_is_empty(a) || v_is_empty(b))
    return *out = V_EMPTY, true; // bound on one way only: unbound after
  if (is_optional(a, b) || is_optional(b, a)) return merge_optional(vm, m, a, b, out);
  if (is_text(a) && is_text(b)) return merge_texts(vm, m, a, b, out);
  if (is_array(a) || is_array(b)) return merge_arrays(vm, m, a, b, out);
  if (number_kind(a, &ka) && number_kind(b, &kb)) {
    Aval target = run_aval(ka);
    return ka == kb ? merge_leaf(vm, m, a, b, &target, out) : differ(vm, m, a, b);
  }
  if (a.tag != TAG_OBJ || b.tag != TAG_OBJ || a.o->kind != b.o->kind || a.o->cls != b.o->cls)
    return differ(vm, m, a, b);
  return merge_objects(vm, m, places_container(vm, m->left[0], a),
                       places_container(vm, m->left[1], b), out);
}

//===-- one way ----------------------------------------------------------------------------===//

static bool single_leaf(VM *vm, Merge *m, int side, Value v, Value *out) {
  Aval a;
  Value from[2] = {V_EMPTY, V_EMPTY};
  from[side] = v;
  value_aval(vm, v, &a);
  return merge_leaf(vm, m, from[0], from[1], &a, out);
}

static bool single_sequence(VM *vm, Merge *m, int side, Value v, Value *out) {
  bool is_list = v_is(v, O_LIST);
  uint32_t n = is_list ? AS_LIST(v)->n : AS_TUPLE(v)->n;
  Tuple *t = tuple_new(vm, n);
  for (uint32_t i = 0; i < n; i++) {
    Value item = is_list ? AS_LIST(v)->v[i] : AS_TUPLE(v)->v[i];
    if (!merge_single(vm, m, side, item, &t->v[i])) return false;
  }
  t->head.cls = is_list ? t->head.cls : v.o->cls;
  *out = v_obj(t);
  if (!is_list) return true;
  List *l = list_new(vm, n);
  for (uint32_t i = 0; i < n; i++)
    list_append(vm, l, t->v[i]);
  l->head.cls = v.o->cls;
  *out = v_obj(l);
  return true;
}

static bool single_items(VM *vm, Merge *m, int side, const Dict *from, Dict *into) {
  for (uint32_t i = 0; i < from->n; i++) {
    Value item;
    if (v_is_empty(from->entries[i].key)) continue;
    if (!merge_single(vm, m, side, from->entries[i].value, &item)) return false;
    if (!dict_set(vm, into, from->entries[i].key, item)) return false;
  }
  return true;
}

bool merge_single(VM *vm, Merge *m, int side, Value v, Value *out) {
  *out = v;
  if (v.tag != TAG_OBJ) return true;
  bool old = v.o->born < m->since;
  switch (v.o->kind) {
  case O_ARRAY:
    return (old && AS_ARRAY(v)->numpy) || single_leaf(vm, m, side, v, out);
  case O_RUN_SCALAR:
    return single_leaf(vm, m, side, v, out);
  case O_RUN_STR:
    return merge_text(vm, m, side, v, out);
  case O_RUN_OPTIONAL: {
    Value present, value;
    if (!merge_single(vm, m, side, present_of(v), &present)) return false;
    if (!merge_single(vm, m, side, value_of(v), &value)) return false;
    return *out = optional_new(vm, present, value), true;
  }
  case O_LIST:
    return old || single_sequence(vm, m, side, v, out);
  case O_TUPLE:
    return single_sequence(vm, m, side, v, out);
  case O_DICT: {
    if (old) return true;
    Dict *d = dict_new(vm);
    d->head.cls = v.o->cls;
    *out = v_obj(d);
    return single_items(vm, m, side, AS_DICT(v), d);
  }
  case O_INSTANCE:
    if (old || !v.o->attrs) return true;
    return object_create(vm, v.o->cls, out) &&
           single_items(vm, m, side, v.o->attrs, instance_dict(vm, out->o));
  default:
    return true;
  }
}

static bool scalar_convert(VM *vm, Value v, const Aval *target, Value *out) {
  if (is_text(v)) return run_text_handle(vm, v, out);
  if (is_run_scalar(v)) return *out = v, true;
  v = value_unwrap(v);
  MlirType t = aval_type(vm, target);
  stage_locate(vm);
  MlirValue c = target->dtype == DTYPE_F64
                    ? op_splat(vm->build, t, v.f)
                    : op_splat_int(vm->build, t, v.tag == TAG_BOOL ? v.b : v.i);
  *out = aval_value(vm, target, c);
  return true;
}

bool leaf_convert(VM *vm, Value v, const Aval *target, Value *out) {
  if (v_is_empty(v)) {
    stage_locate(vm);
    MlirValue zeros = op_zeros(vm->build, aval_type(vm, target));
    return *out = aval_value(vm, target, zeros), true;
  }
  if (target->run) return scalar_convert(vm, v, target, out);
  Array *x;
  Aval item;
  if (v_is(v, O_TUPLE) && !items_stack(vm, AS_TUPLE(v)->n, AS_TUPLE(v)->v, &item, &v)) return false;
  // An array of NumPy, or of Python's numbers, keeps its 64 bits.
  if (is_array(v) ? !array_current(vm, AS_ARRAY(v), &x) : !array_of(vm, v, &x)) return false;
  if (!array_convert(vm, x, target->dtype, target->weak, &x)) return false;
  *out = v_obj(x);
  return true;
}

// flow_source.c -- iterators whose items are functions of a counter: ranges, rows of arrays, and
// zip and enumerate of them; range() of numbers that only the executable knows.
#include "driver/stage/flow_loop.h"
#include "driver/stage/run_text.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static bool is_native(const Iterator *it, const char *name) {
  return it->kind == ITER_NATIVE && !strcmp(it->name, name);
}

//===-- ranges with run-time bounds --------------------------------------------------------===//

bool run_range_static(VM *vm, Value v, Value *out) {
  const Tuple *bounds;
  *out = v;
  if (!v_is(v, O_ITERATOR) || !is_native((Iterator *)v.o, "run_range")) return true;
  bounds = AS_TUPLE(((Iterator *)v.o)->a);
  Value b[3];
  for (int i = 0; i < 3; i++)
    if (!static_value(vm, bounds->v[i], NULL, &b[i])) {
      vm->exc = V_EMPTY;
      return vm_unsupported(vm, "CJ0432",
                            "a range whose length only the executable knows can be iterated by a "
                            "for statement only");
    }
  if (b[0].tag != TAG_INT || b[1].tag != TAG_INT || b[2].tag != TAG_INT || !b[2].i)
    return vm_raise(vm, E_ValueError, "range() arg 3 must not be zero");
  return *out = v_obj(range_new(vm, b[0].i, b[1].i, b[2].i)), true;
}

// What needs the items one by one needs the bounds while compiling.
static bool run_range_settle(VM *vm, Iterator *it) {
  Value v;
  if (!run_range_static(vm, v_obj(it), &v)) return false;
  const Range *r = (const Range *)v.o;
  if (LOG_OLD(vm, it)) log_state(vm, &it->head, sizeof *it);
  it->kind = ITER_RANGE;
  it->i = r->start;
  it->step = r->step;
  it->n = r->n;
  return true;
}

static bool settle_step(VM *vm, Iterator *it, Value *out, bool *done) {
  return run_range_settle(vm, it) && iterator_next(vm, it, out, done);
}

Value run_range_new(VM *vm, Value start, Value stop, Value step) {
  Value bounds[3] = {start, stop, step};
  Iterator *it = iterator_native(vm, settle_step, "run_range");
  it->a = v_obj(tuple_from(vm, bounds, 3));
  return v_obj(it);
}

// (stop - start + step - 1) // step for a positive step; negative if there are none.
static bool run_count(VM *vm, const Tuple *t, Value *out) {
  if (t->v[2].tag != TAG_INT) return false;
  int64_t step = t->v[2].i;
  Value from = t->v[step > 0 ? 0 : 1], to = t->v[step > 0 ? 1 : 0], length;
  if (step < 0) step = -step;
  if (!value_binary(vm, BINARY_SUB, to, from, &length)) return false;
  if (step == 1) return *out = length, true;
  return value_binary(vm, BINARY_ADD, length, v_int(step - 1), &length) &&
         value_binary(vm, BINARY_FLOORDIV, length, v_int(step), out);
}

//===-- rows of arrays ---------------------------------------------------------------------===//

static bool next_row(VM *vm, Iterator *it, Value *out, bool *done) {
  if (it->i >= it->n) return *done = true;
  if (LOG_OLD(vm, it)) log_state(vm, &it->head, sizeof *it);
  return array_part(vm, AS_ARRAY(it->a), v_int(it->i++), out);
}

Value rows_iterator(VM *vm, Array *x) {
  Iterator *it = iterator_native(vm, next_row, "array_rows");
  it->a = v_obj(x);
  it->n = x->shape[0];
  return v_obj(it);
}

//===-- counting and indexing --------------------------------------------------------------===//

// The items left of an iterator over a list or tuple.
static const Value *items_left(const Iterator *it, int64_t *n) {
  if (it->kind != ITER_LIST && it->kind != ITER_TUPLE) return NULL;
  bool list = it->kind == ITER_LIST;
  *n = (list ? AS_LIST(it->a)->n : AS_TUPLE(it->a)->n) - it->i;
  return (list ? AS_LIST(it->a)->v : AS_TUPLE(it->a)->v) + it->i;
}

// The array whose rows the items left are; empty when they are anything else.
static bool listed_rows(VM *vm, const Iterator *it, Value *whole) {
  int64_t n, k;
  const Value *items = items_left(it, &n);
  *whole = V_EMPTY;
  if (!items || n < LOOP_LEAST || !(is_array(items[0]) || is_run_scalar(items[0]))) return true;
  if (!rows_of(items[0], &k)) return true;
  uint32_t count;
  if (!array_rows_at(vm, (uint32_t)n, items, &count, whole)) return false;
  if (count != n) *whole = V_EMPTY;
  return true;
}

static int64_t known_length(VM *vm, Value v) {
  if (!v_is(v, O_ITERATOR)) return -1;
  const Iterator *it = (const Iterator *)v.o;
  int64_t left;
  Value whole;
  if (items_left(it, &left)) return listed_rows(vm, it, &whole) && !v_is_empty(whole) ? left : -1;
  if (it->kind == ITER_RANGE) return it->n;
  if (is_native(it, "array_rows")) return it->n - it->i;
  if (it->kind == ITER_ENUMERATE) return known_length(vm, it->a);
  if (it->kind != ITER_ZIP || it->n) return -1;
  const Tuple *from = AS_TUPLE(it->a);
  int64_t n = -1;
  for (uint32_t i = 0; i < from->n; i++) {
    int64_t m = known_length(vm, from->v[i]);
    if (m < 0) return -1;
    if (n < 0 || m < n) n = m;
  }
  return n;
}

const char *source_name(Value v) {
  static const char *const names[] = {[ITER_LIST] = "a list",  [ITER_TUPLE] = "a tuple",
                                      [ITER_STR] = "a string", [ITER_DICT] = "a dict",
                                      [ITER_SET] = "a set",    [ITER_REVERSED] = "reversed()",
                                      [ITER_MAP] = "map()",    [ITER_FILTER] = "filter()",
                                      [ITER_ZIP] = "zip()",    [ITER_ENUMERATE] = "enumerate()"};
  if (v_is(v, O_GENERATOR)) return "a generator";
  if (!v_is(v, O_ITERATOR)) return "an iterator";
  IterKind k = ((const Iterator *)v.o)->kind;
  return k < sizeof names / sizeof *names && names[k] ? names[k] : "an iterator";
}

bool source_open(VM *vm, Value it, Source *out) {
  *out = (Source){.it = it, .n = known_length(vm, it), .count = V_EMPTY};
  if (out->n >= 0) return true;
  Value counted = it;
  while (v_is(counted, O_ITERATOR) && ((Iterator *)counted.o)->kind == ITER_ENUMERATE)
    counted = ((Iterator *)counted.o)->a;
  if (is_run_fields(counted)) return run_fields_count(vm, counted, &out->count);
  if (!v_is(it, O_ITERATOR) || !is_native((Iterator *)it.o, "run_range")) return false;
  return run_count(vm, AS_TUPLE(((Iterator *)it.o)->a), &out->count);
}

bool source_settle(VM *vm, const Source *s) {
  Iterator *it = (Iterator *)s->it.o;
  return is_native(it, "run_range") && run_range_settle(vm, it);
}

// start + k * step
static bool range_item(VM *vm, Value start, Value step, Value k, Value *out) {
  if (step.tag == TAG_INT && step.i == 1)
    *out = k;
  else if (!value_binary(vm, BINARY_MUL, k, step, out))
    return false;
  if (start.tag == TAG_INT && !start.i) return true;
  return value_binary(vm, BINARY_ADD, start, *out, out);
}

static bool zip_item(VM *vm, const Tuple *from, Value k, Value *out) {
  Tuple *t = tuple_new(vm, from->n);
  *out = v_obj(t);
  for (uint32_t i = 0; i < from->n; i++)
    if (!source_item(vm, from->v[i], k, &t->v[i])) return false;
  return true;
}

static bool listed_item(VM *vm, const Iterator *it, Value k, Value *out) {
  int64_t n;
  Value whole, first = *items_left(it, &n);
  HostMode mode;
  if (!listed_rows(vm, it, &whole)) return false;
  numpy_mode_enter(vm, is_array(first) && AS_ARRAY(first)->numpy, &mode);
  bool ok = array_row(vm, AS_ARRAY(whole), k, out);
  numpy_mode_leave(vm, &mode);
  if (!ok) return false;
  return !is_run_scalar(first) ||
         array_to_scalar(vm, AS_ARRAY(*out), AS_RUN_SCALAR(first)->run, out);
}

bool source_item(VM *vm, Value v, Value k, Value *out) {
  const Iterator *it = (const Iterator *)v.o;
  if (it->kind == ITER_RANGE) return range_item(vm, v_int(it->i), v_int(it->step), k, out);
  if (it->kind == ITER_ZIP) return zip_item(vm, AS_TUPLE(it->a), k, out);
  if (it->kind == ITER_ENUMERATE) {
    Value pair[2];
    if (!range_item(vm, v_int(it->i), v_int(1), k, &pair[0])) return false;
    if (!source_item(vm, it->a, k, &pair[1])) return false;
    return *out = v_obj(tuple_from(vm, pair, 2)), true;
  }
  if (is_native(it, "array_rows")) {
    if (it->i && !value_binary(vm, BINARY_ADD, k, v_int(it->i), &k)) return false;
    return array_part(vm, AS_ARRAY(it->a), k, out);
  }
  if (it->kind == ITER_LIST || it->kind == ITER_TUPLE) return listed_item(vm, it, k, out);
  if (is_run_fields(v)) return run_fields_item(vm, v, k, out);
  const Tuple *bounds = AS_TUPLE(it->a);
  return range_item(vm, bounds->v[0], bounds->v[2], k, out);
}

Value source_rest(VM *vm, Value v, int64_t n) {
  const Iterator *from = (const Iterator *)v.o;
  Iterator *it = iterator_new(vm, from->kind, from->a);
  Obj head = it->head;
  *it = *from;
  it->head = head;
  it->head.flags = ITER_PRIVATE;
  if (it->kind == ITER_ZIP) {
    Tuple *t = tuple_new(vm, AS_TUPLE(from->a)->n);
    for (uint32_t i = 0; i < t->n; i++)
      t->v[i] = source_rest(vm, AS_TUPLE(from->a)->v[i], n);
    it->a = v_obj(t);
    return v_obj(it);
  }
  if (it->kind == ITER_ENUMERATE) it->a = source_rest(vm, from->a, n);
  it->i += it->kind == ITER_RANGE ? n * it->step : n;
  if (it->kind == ITER_RANGE) it->n -= n;
  return v_obj(it);
}

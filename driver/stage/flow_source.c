// flow_source.c -- iterators whose items are functions of a counter: ranges, rows of arrays, and
// zip and enumerate of them; range() of numbers that only the executable knows.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static bool is_native(const Iterator *it, const char *name) {
  return it->kind == ITER_NATIVE && !strcmp(it->name, name);
}

//===-- ranges with run-time bounds --------------------------------------------------------===//

static bool cannot_step(VM *vm, Iterator *it, Value *out, bool *done) {
  return vm_unsupported(vm, "CJ0432",
                        "a range whose length only the executable knows can be iterated by a for "
                        "statement only");
}

Value run_range_new(VM *vm, Value start, Value stop, Value step) {
  Value bounds[3] = {start, stop, step};
  Iterator *it = iterator_native(vm, cannot_step, "run_range");
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

static int64_t known_length(Value v) {
  if (!v_is(v, O_ITERATOR)) return -1;
  const Iterator *it = (const Iterator *)v.o;
  if (it->kind == ITER_RANGE) return it->n;
  if (is_native(it, "array_rows")) return it->n - it->i;
  if (it->kind == ITER_ENUMERATE) return known_length(it->a);
  if (it->kind != ITER_ZIP || it->n) return -1;
  const Tuple *from = AS_TUPLE(it->a);
  int64_t n = -1;
  for (uint32_t i = 0; i < from->n; i++) {
    int64_t m = known_length(from->v[i]);
    if (m < 0) return -1;
    if (n < 0 || m < n) n = m;
  }
  return n;
}

bool source_open(VM *vm, Value it, Source *out) {
  *out = (Source){.it = it, .n = known_length(it), .count = V_EMPTY};
  if (out->n >= 0) return true;
  if (!v_is(it, O_ITERATOR) || !is_native((Iterator *)it.o, "run_range")) return false;
  return run_count(vm, AS_TUPLE(((Iterator *)it.o)->a), &out->count);
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

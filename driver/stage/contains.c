// contains.c -- `v in container` where only the executable knows v, or the container, and equality
// of sequences with such items: run-time bools.
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

// Numbers that only the executable knows, also inside of tuples.
static bool has_run_number(Value v) {
  if (is_run_scalar(v)) return true;
  if (is_array(v)) return AS_ARRAY(v)->numpy && !AS_ARRAY(v)->rank;
  if (!v_is(v, O_TUPLE)) return false;
  for (uint32_t i = 0; i < AS_TUPLE(v)->n; i++)
    if (has_run_number(AS_TUPLE(v)->v[i])) return true;
  return false;
}

bool numbers_settled(VM *vm, Value v, bool *known) {
  const void *data;
  *known = !vm->log_since;
  if (!*known || !has_run_number(v)) return true;
  if (!v_is(v, O_TUPLE)) return static_data(vm, v, &data, known);
  for (uint32_t i = 0; *known && i < AS_TUPLE(v)->n; i++)
    if (!numbers_settled(vm, AS_TUPLE(v)->v[i], known)) return false;
  return true;
}

static bool all_settled(VM *vm, uint32_t n, const Value *x, bool *known) {
  *known = true;
  for (uint32_t i = 0; *known && i < n; i++)
    if (!numbers_settled(vm, x[i], known)) return false;
  return true;
}

// a == b as a bool, of Python's or of the executable.
static bool equal_items(VM *vm, Value a, Value b, Value *out) {
  bool known;
  if (!value_compare(vm, COMPARE_EQ, a, b, out)) return false;
  if (out->tag == TAG_BOOL || is_run_scalar(*out)) return true;
  if (is_array(*out) && AS_ARRAY(*out)->numpy && !AS_ARRAY(*out)->rank)
    return array_to_scalar(vm, AS_ARRAY(*out), RUN_BOOL, out);
  if (!truth(vm, *out, &known)) return false;
  return *out = v_bool(known), true;
}

// Whether all of n pairs are equal; not done: none of them is a number of the executable.
bool equal_staged(VM *vm, uint32_t n, const Value *x, const Value *y, Value *out, bool *done) {
  *done = false;
  for (uint32_t i = 0; i < n && !*done; i++)
    *done = has_run_number(x[i]) || has_run_number(y[i]);
  if (*done) {
    bool known;
    if (!all_settled(vm, n, x, &known) || (known && !all_settled(vm, n, y, &known))) return false;
    *done = !known;
  }
  *out = v_bool(true);
  for (uint32_t i = 0; *done && i < n; i++) {
    Value same;
    if (v_same(x[i], y[i])) continue;
    if (!equal_items(vm, x[i], y[i], &same)) return false;
    if (same.tag == TAG_BOOL && same.b) continue;
    if (same.tag == TAG_BOOL) return *out = same, true;
    if (out->tag == TAG_BOOL)
      *out = same;
    else if (!value_binary(vm, BINARY_AND, *out, same, out))
      return false;
  }
  return true;
}

// Some items are equal to v: their comparisons joined by `or`.
static bool any_equal(VM *vm, Value container, Value v, Value *out) {
  List *items;
  if (!value_list(vm, container, &items)) return false;
  *out = v_bool(false);
  for (uint32_t i = 0; i < items->n; i++) {
    Value same;
    if (!value_compare(vm, COMPARE_EQ, v, items->v[i], &same)) return false;
    if (same.tag == TAG_BOOL && !same.b) continue;
    if (!value_binary(vm, BINARY_OR, *out, same, out)) return false;
  }
  return true;
}

static bool in_range(VM *vm, const Range *g, Value v, Value *out) {
  Value low, high, step, first = v_int(g->start), last = v_int(g->start + (g->n - 1) * g->step);
  if (!g->n) return *out = v_bool(false), true;
  if (g->step < 0) low = first, first = last, last = low;
  if (!value_compare(vm, COMPARE_GE, v, first, &low) ||
      !value_compare(vm, COMPARE_LE, v, last, &high) ||
      !value_binary(vm, BINARY_AND, low, high, out))
    return false;
  if (g->step == 1 || g->step == -1) return true;
  return value_binary(vm, BINARY_SUB, v, first, &step) &&
         value_binary(vm, BINARY_MOD, step, v_int(g->step < 0 ? -g->step : g->step), &step) &&
         value_compare(vm, COMPARE_EQ, step, v_int(0), &step) &&
         value_binary(vm, BINARY_AND, *out, step, out);
}

static bool has_part(VM *vm, Value text, Value part, Value *out) {
  Value args[2] = {text, part};
  return run_text_call(vm, "find", 2, args, RUN_INT, out) &&
         run_scalar_compare(vm, COMPARE_GE, *out, v_int(0), out);
}

bool contains_staged(VM *vm, Value container, Value v, Value *out, bool *done) {
  bool number = is_run_scalar(v), text = v_is(v, O_RUN_STR);
  bool tuple = v_is(v, O_TUPLE) && has_run_number(v), known = false;
  if (tuple && !numbers_settled(vm, v, &known)) return false;
  tuple = tuple && !known;
  *done = true;
  if (container.tag != TAG_OBJ) return *done = false, true;
  switch (container.o->kind) {
  case O_STR:
  case O_RUN_STR:
    if (text || (v_is(container, O_RUN_STR) && v_is(v, O_STR)))
      return has_part(vm, container, v, out);
    break;
  case O_TUPLE:
  case O_LIST:
  case O_DICT:
  case O_SET:
    if (number || text || tuple) return any_equal(vm, container, v, out);
    break;
  case O_RANGE:
    if (number && AS_RUN_SCALAR(v)->run == RUN_INT)
      return in_range(vm, (Range *)container.o, v, out);
    break;
  default: break;
  }
  return *done = false, true;
}

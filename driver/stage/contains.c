// contains.c -- `v in container` where only the executable knows v, or the container: a run-time
// bool.
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

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
    if (number || text) return any_equal(vm, container, v, out);
    break;
  case O_RANGE:
    if (number && AS_RUN_SCALAR(v)->run == RUN_INT)
      return in_range(vm, (Range *)container.o, v, out);
    break;
  default: break;
  }
  return *done = false, true;
}

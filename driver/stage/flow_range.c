// flow_range.c -- range() of numbers that only the executable knows: something for a `for` statement to roll.
#include "driver/stage/flow.h"

#include "driver/stage/vm_internal.h"

static bool cannot_step(VM *vm, Iterator *it, Value *out, bool *done) {
  (void)it;
  (void)out;
  (void)done;
  return vm_unsupported(vm, "CJ0432",
                        "a range whose length only the executable knows can be iterated by a for statement only");
}

Value run_range_new(VM *vm, Value start, Value stop, Value step) {
  Value bounds[3] = {start, stop, step};
  Iterator *it = iterator_native(vm, cannot_step, "run_range");
  it->a = v_obj(tuple_from(vm, bounds, 3));
  return v_obj(it);
}

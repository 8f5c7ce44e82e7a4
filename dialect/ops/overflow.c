// overflow.c -- Python's int arithmetic at run time: the wrapped value, and whether it overflowed.
#include "dialect/rules.h"

static bool shape_overflow(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 2) || !shape_same(c, out)) return false;
  MlirContext ctx = mlirTypeGetContext(out[0]);
  if (element_dtype(type_element(out[0])) != DTYPE_I64)
    return shape_error(c, "takes int64, got %s", type_text(out[0]));
  out[1] = type_with_element(out[0], mlirIntegerTypeGet(ctx, 1));
  return true;
}

#define OVERFLOW(name)                                                                             \
  const OpRules rules_##name = {.shape = shape_overflow,                                           \
                                .batch = batch_elementwise,                                        \
                                .flags = OP_ELEMENTWISE | OP_ZERO_TANGENT};
OVERFLOW(add_with_overflow)
OVERFLOW(sub_with_overflow)
OVERFLOW(mul_with_overflow)

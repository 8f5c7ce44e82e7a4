// marker.c -- ops that hand on their operand and mean something to a transformation.
#include "dialect/rules.h"

static bool shape_marker(const OpCall *c, MlirType *out) {
  return shape_arity(c, 1, 1) && shape_same(c, out);
}

static bool transpose_copy(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = ct[0];
  return true;
}

// The tangent has no name: policies speak of values.
static bool jvp_name(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  dy[0] = dx[0];
  return true;
}

const OpRules rules_stop_gradient = {.shape = shape_marker,
                                     .batch = batch_elementwise,
                                     .flags = OP_ELEMENTWISE | OP_ZERO_TANGENT};
const OpRules rules_copy = {.shape = shape_marker,
                            .batch = batch_elementwise,
                            .jvp = jvp_linear,
                            .transpose = transpose_copy,
                            .flags = OP_ELEMENTWISE};
const OpRules rules_optimization_barrier = {.shape = shape_marker,
                                            .batch = batch_elementwise,
                                            .jvp = jvp_linear,
                                            .transpose = transpose_copy,
                                            .flags = OP_ELEMENTWISE};
const OpRules rules_name = {.shape = shape_marker,
                            .batch = batch_elementwise,
                            .jvp = jvp_name,
                            .transpose = transpose_copy};

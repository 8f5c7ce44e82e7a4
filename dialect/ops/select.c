// select.c -- choosing among values, element by element: clamp, select_n.
#include "dialect/rules.h"

//===-- clamp ----------------------------------------------------------------------------===//
// Operands lo, x, hi.

static bool shape_clamp(const OpCall *c, MlirType *out) {
  return shape_arity(c, 3, 1) && shape_same(c, out);
}

// The tangent of whichever operand the result came from; none at a bound.
static bool jvp_clamp(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val lo = c->in[0], x = c->in[1], hi = c->in[2], zero = op_splat_like(b, x, 0);
  Val above = op_compare(b, OP_GT, x, lo), below = op_compare(b, OP_LT, x, hi);
  Val inside = op_binary(b, OP_AND, above, below);
  Val from_lo = VAL_NONE, from_x = VAL_NONE, from_hi = VAL_NONE;
  if (!val_is_none(dx[0]))
    from_lo = op_select(b, op_compare(b, OP_GT, lo, x), dx[0], zero);
  if (!val_is_none(dx[1])) from_x = op_select(b, inside, dx[1], zero);
  if (!val_is_none(dx[2]))
    from_hi = op_select(b, op_compare(b, OP_LT, hi, x), dx[2], zero);
  dy[0] = val_sum(b, val_sum(b, from_lo, from_x), from_hi);
  return true;
}

const OpRules rules_clamp = {.shape = shape_clamp,
                             .batch = batch_elementwise,
                             .jvp = jvp_clamp,
                             .flags = OP_ELEMENTWISE};

//===-- select_n -------------------------------------------------------------------------===//
// Operands which, case 0, case 1, ...

static bool shape_select_n(const OpCall *c, MlirType *out) {
  if (c->nin < 2) return shape_error(c, "needs a case to choose");
  MlirType which = mlirValueGetType(c->in[0]);
  MlirType e = type_element(which);
  if (!mlirTypeIsAInteger(e))
    return shape_raise(c, "TypeError", "select `which` must be boolean or integer type, got %s.",
                       dtype_name(element_dtype(e)));
  if (element_is_bool(e) && c->nin > 3)
    return shape_raise(c, "TypeError",
                       "select with boolean `which` cannot have > 2 cases.");
  OpCall cases = *c;
  cases.in++;
  cases.nin--;
  if (!shape_same(&cases, out)) return false;
  if (dims_equal(type_dims(which), type_dims(out[0]))) return true;
  return shape_raise(c, "TypeError",
                     "select `which` must be scalar or have the same shape as cases, got `which` "
                     "shape %s but case shape %s.",
                     dims_text(type_dims(which)), dims_text(type_dims(out[0])));
}

static bool jvp_select_n(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  in[0] = c->in[0];
  for (int i = 1; i < c->nin; i++) in[i] = tangent_or_zeros(b, dx[i], c->in[i]);
  dy[0] = op_result(build_like(b, c, in), 0);
  return true;
}

static bool transpose_select_n(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                               Val *ct_in) {
  for (int i = 0; i < c->nin; i++) ct_in[i] = VAL_NONE;
  if (val_is_none(ct[0])) return true;
  Val zero = op_zeros(b, mlirValueGetType(ct[0]));
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  for (int i = 1; i < c->nin; i++) {
    if (!linear[i]) continue;
    in[0] = c->in[0];
    for (int j = 1; j < c->nin; j++) in[j] = j == i ? ct[0] : zero;
    ct_in[i] = op_result(build_like(b, c, in), 0);
  }
  return true;
}

const OpRules rules_select_n = {.shape = shape_select_n,
                                .batch = batch_elementwise,
                                .jvp = jvp_select_n,
                                .transpose = transpose_select_n,
                                .flags = OP_ELEMENTWISE};

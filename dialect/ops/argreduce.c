// argreduce.c -- where the extremum along one axis is.
#include "dialect/rules.h"

static bool shape_argreduce(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  if (!c->out) return shape_error(c, "needs its result type");
  if (element_is_complex(val_element(c->in[0])))
    return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of integer, "
                       "floating, bool.",
                       dtype_name(element_dtype(val_element(c->in[0]))));
  Dims d = val_dims(c->in[0]);
  int64_t axis = attr_int(c->attrs, "axis");
  if (axis < 0 || axis >= d.n)
    return shape_raise(c, "ValueError", "Invalid axis %lld for operand shape %s", (long long)axis,
                       dims_text(d));
  if (!d.d[axis])
    return shape_raise(c, "ValueError",
                       "argmin and argmax require non-empty reduced dimension. operand.shape=%s "
                       "axis=%lld",
                       dims_text(d), (long long)axis);
  MlirType index = type_element(c->out[0]);
  if (!element_is_integer(index))
    return shape_error(c, "gives an integer, not %s", type_text(c->out[0]));
  out[0] = type_tensor(index, dims_without(d, dims_of(1, &axis)));
  return true;
}

static bool batch_argreduce(Build *b, const OpCall *c, const bool *batched, Val *out,
                            bool *out_batched) {
  MlirType t = type_batched(b, c->out[0]);
  MlirAttribute attrs = attrs_shift_int(b, c->attrs, "axis");
  return batch_done(build_changed(b, c, c->in, attrs, &t), out, out_batched);
}

const OpRules rules_argmax = {
    .shape = shape_argreduce, .batch = batch_argreduce, .flags = OP_ZERO_TANGENT};
const OpRules rules_argmin = {
    .shape = shape_argreduce, .batch = batch_argreduce, .flags = OP_ZERO_TANGENT};

// create.c -- arrays from nothing: constant, iota.
//
// Without operands they are never batched and have no tangent.
#include "dialect/rules.h"

static bool shape_constant(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 0, 1)) return false;
  MlirAttribute value = attr_get(c->attrs, "value");
  if (mlirAttributeIsNull(value)) return shape_error(c, "needs its value");
  out[0] = mlirAttributeGetType(value);
  if (mlirTypeIsARankedTensor(out[0])) return true;
  return shape_error(c, "needs a dense value of an array type");
}

static bool shape_iota(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 0, 1) || !shape_declared(c, out)) return false;
  int64_t dim = attr_int(c->attrs, "dimension");
  if (element_is_bool(type_element(out[0])))
    return shape_error(c, "does not accept dtype bool.");
  if (dim >= 0 && dim < type_rank(out[0])) return true;
  return shape_error(c,
                     "dimension must be between 0 and len(shape), got dimension=%lld for shape %s",
                     (long long)dim, dims_text(type_dims(out[0])));
}

const OpRules rules_constant = {
    .shape = shape_constant, .batch = batch_elementwise, .flags = OP_ZERO_TANGENT};
const OpRules rules_iota = {
    .shape = shape_iota, .batch = batch_elementwise, .flags = OP_ZERO_TANGENT};

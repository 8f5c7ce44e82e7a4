// convert.c -- elements as another type: by value, or by bits.
#include "dialect/rules.h"

static bool shape_convert(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  if (!c->out) return shape_error(c, "needs its result type");
  Dims from = val_dims(c->in[0]), to = type_dims(c->out[0]);
  if (!dims_equal(from, to))
    return shape_error(c, "cannot change the shape from %s to %s", dims_text(from), dims_text(to));
  out[0] = c->out[0];
  return true;
}

static bool shape_bitcast_convert_type(const OpCall *c, MlirType *out) {
  if (!shape_convert(c, out)) return false;
  MlirType from = val_element(c->in[0]), to = type_element(out[0]);
  bool special = element_is_complex(from) || element_is_complex(to) || element_is_bool(from) ||
                 element_is_bool(to);
  if (special && !mlirTypeEqual(from, to))
    return shape_error(c, "does not support bool or complex values, got %s and %s",
                       type_text(mlirValueGetType(c->in[0])), type_text(out[0]));
  if (element_bits(from) == element_bits(to)) return true;
  return shape_error(c, "needs types of equal width, got %s and %s",
                     type_text(mlirValueGetType(c->in[0])), type_text(out[0]));
}

static bool batch_convert(Build *b, const OpCall *c, const bool *batched, Val *out,
                          bool *out_batched) {
  MlirType t = type_batched(b, c->out[0]);
  return batch_done(build_changed(b, c, c->in, c->attrs, &t), out, out_batched);
}

static bool jvp_convert_element_type(Build *b, const OpCall *c, const Val *y, const Val *dx,
                                     Val *dy) {
  MlirType to = val_element(y[0]);
  dy[0] = element_is_inexact(to) ? op_convert(b, dx[0], to) : VAL_NONE;
  return true;
}

static bool transpose_convert_element_type(Build *b, const OpCall *c, const bool *linear,
                                           const Val *ct, Val *in) {
  in[0] = val_is_none(ct[0]) ? VAL_NONE : op_convert(b, ct[0], val_element(c->in[0]));
  return true;
}

//===-- reduce_precision ----------------------------------------------------------------===//

static bool shape_reduce_precision(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  int64_t e = attr_int(c->attrs, "exponent_bits"), m = attr_int(c->attrs, "mantissa_bits");
  MlirType t = val_element(c->in[0]);
  if (!element_is_float(t))
    return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of floating.",
                       dtype_name(element_dtype(t)));
  if (e < 1 || m < 0 || e > 11 || m > 52)
    return shape_error(c, "cannot round to %lld exponent and %lld mantissa bits", (long long)e,
                       (long long)m);
  return shape_same(c, out);
}

static bool transpose_reduce_precision(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                       Val *in) {
  in[0] = val_is_none(ct[0]) ? VAL_NONE : op_result(build_like(b, c, ct), 0);
  return true;
}

const OpRules rules_reduce_precision = {.shape = shape_reduce_precision,
                                        .batch = batch_elementwise,
                                        .jvp = jvp_linear,
                                        .transpose = transpose_reduce_precision,
                                        .flags = OP_ELEMENTWISE};

//===-- the others ----------------------------------------------------------------------===//

const OpRules rules_convert_element_type = {.shape = shape_convert,
                                            .batch = batch_convert,
                                            .jvp = jvp_convert_element_type,
                                            .transpose = transpose_convert_element_type,
                                            .flags = OP_ELEMENTWISE};
const OpRules rules_bitcast_convert_type = {.shape = shape_bitcast_convert_type,
                                            .batch = batch_convert,
                                            .flags = OP_ELEMENTWISE | OP_ZERO_TANGENT};

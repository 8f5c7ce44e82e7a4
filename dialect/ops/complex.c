// complex.c -- complex numbers made of two real ones, and taken apart.
//
// Derivatives follow JAX: transposes are those of the linear map over the complex numbers, without
// a conjugate, so that the gradient of a real function f of x + iy is df/dx - i df/dy.
#include "dialect/rules.h"

MlirType element_part(MlirType e) {
  return element_is_complex(e) ? mlirComplexTypeGetElementType(e) : e;
}

static MlirType part_type(MlirType t) {
  return type_with_element(t, element_part(type_element(t)));
}

static bool accept(const OpCall *c, bool ok, const char *where, const char *accepted) {
  if (ok) return true;
  return shape_error(c, "does not accept dtype %s%s. Accepted dtypes%s are subtypes of %s.",
                     dtype_name(element_dtype(val_element(c->in[0]))), where, where, accepted);
}

static bool shape_conj(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  bool ok = element_is_complex(val_element(c->in[0]));
  return accept(c, ok, "", "complexfloating") && shape_same(c, out);
}

static bool shape_part(const OpCall *c, MlirType *out) {
  if (!shape_conj(c, out)) return false;
  out[0] = part_type(out[0]);
  return true;
}

static bool shape_complex(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  MlirType e = val_element(c->in[0]);
  bool ok = element_is_float(e) && element_bits(e) >= 32;
  if (!accept(c, ok, " at position 0", "float32, float64") || !shape_same(c, out)) return false;
  out[0] = type_with_element(out[0], mlirComplexTypeGet(e));
  return true;
}

//===-- building -------------------------------------------------------------------------===//

Val op_complex(Build *b, Val re, Val im) { return op_binary(b, OP_COMPLEX, re, im); }

static Val zeros_of_part(Build *b, Val x) { return op_zeros(b, part_type(mlirValueGetType(x))); }

//===-- derivatives ----------------------------------------------------------------------===//

static bool transpose_real(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = val_is_none(ct[0]) ? VAL_NONE : op_complex(b, ct[0], zeros_of_part(b, c->in[0]));
  return true;
}

// Im z = Re(-i z)
static bool transpose_imag(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = VAL_NONE;
  if (val_is_none(ct[0])) return true;
  Val zero = zeros_of_part(b, c->in[0]);
  in[0] = op_complex(b, zero, op_neg(b, ct[0]));
  return true;
}

static bool transpose_conj(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = val_is_none(ct[0]) ? VAL_NONE : op_unary(b, OP_CONJ, ct[0]);
  return true;
}

static bool transpose_complex(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                              Val *in) {
  bool none = val_is_none(ct[0]);
  in[0] = linear[0] && !none ? op_unary(b, OP_REAL, ct[0]) : VAL_NONE;
  in[1] = linear[1] && !none ? op_unary(b, OP_IMAG, op_neg(b, ct[0])) : VAL_NONE;
  return true;
}

#define LINEAR(name, shape_rule)                                                                   \
  const OpRules rules_##name = {.shape = shape_rule,                                               \
                                .batch = batch_elementwise,                                        \
                                .jvp = jvp_linear,                                                 \
                                .transpose = transpose_##name,                                     \
                                .flags = OP_ELEMENTWISE};
LINEAR(real, shape_part)
LINEAR(imag, shape_part)
LINEAR(conj, shape_conj)
LINEAR(complex, shape_complex)

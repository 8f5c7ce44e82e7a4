// control.c -- while, case, scan and the yield of their regions: types, and the table.
//
// Regions capture values of the enclosing function; their rules are in control_while.c,
// control_case.c, control_scan.c.
#include "dialect/ops/control.h"

static bool check_args(const OpCall *c, const char *what, MlirBlock block, int n,
                       const MlirType *types) {
  if (mlirBlockIsNull(block)) return shape_error(c, "%s is empty", what);
  int have = (int)mlirBlockGetNumArguments(block);
  if (have != n) return shape_error(c, "%s takes %d arguments, not %d", what, have, n);
  for (int i = 0; i < n; i++)
    if (!mlirTypeEqual(arg_type(block, i), types[i]))
      return shape_error(c, "argument %d of %s is %s, but %s is given", i, what,
                         type_text(arg_type(block, i)), type_text(types[i]));
  return true;
}

// The yield of the block; null after an error unless it has n operands.
static MlirOperation yield_of(const OpCall *c, const char *what, MlirBlock block, int n) {
  MlirOperation y = mlirBlockGetTerminator(block);
  if (!mlirOperationIsNull(y) && op_kind(y) == OP_YIELD && mlirOperationGetNumOperands(y) == n)
    return y;
  shape_error(c, "%s must yield %d values", what, n);
  return (MlirOperation){0};
}

static MlirType yielded(MlirOperation y, int i) {
  return mlirValueGetType(mlirOperationGetOperand(y, i));
}

static bool check_yields(const OpCall *c, const char *what, MlirBlock block, int n,
                         const MlirType *types) {
  MlirOperation y = yield_of(c, what, block, n);
  if (mlirOperationIsNull(y)) return false;
  for (int i = 0; i < n; i++)
    if (!mlirTypeEqual(yielded(y, i), types[i]))
      return shape_error(c, "%s yields %s as value %d, not %s", what, type_text(yielded(y, i)), i,
                         type_text(types[i]));
  return true;
}

static bool is_bool_scalar(MlirType t) { return !type_rank(t) && element_is_bool(type_element(t)); }

//===-- yield -----------------------------------------------------------------------===//

static bool shape_yield(const OpCall *c, MlirType *out) { return true; }

const OpRules rules_yield = {.shape = shape_yield, .flags = OP_ZERO_TANGENT};

//===-- while -----------------------------------------------------------------------===//

static bool shape_while(const OpCall *c, MlirType *out) {
  MlirBlock cond = region_block(c->regions[0]), body = region_block(c->regions[1]);
  if (c->nout != c->nin) return shape_error(c, "%d results for a carry of %d", c->nout, c->nin);
  for (int i = 0; i < c->nin; i++)
    out[i] = mlirValueGetType(c->in[i]);
  if (!check_args(c, "the condition", cond, c->nin, out) ||
      !check_args(c, "the body", body, c->nin, out) ||
      !check_yields(c, "the body", body, c->nin, out))
    return false;
  MlirOperation y = yield_of(c, "the condition", cond, 1);
  if (mlirOperationIsNull(y)) return false;
  return is_bool_scalar(yielded(y, 0)) ||
         shape_error(c, "the condition must be bool[], got %s", type_text(yielded(y, 0)));
}

const OpRules rules_while = {
    .shape = shape_while,
    .batch = batch_while,
    .jvp = jvp_while,
    .transpose = transpose_while,
    .flags = OP_REGION,
};

//===-- case ------------------------------------------------------------------------===//

static bool shape_case(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  bool index =
      !type_rank(t) && mlirTypeIsAInteger(type_element(t)) && element_bits(type_element(t)) == 32;
  if (!is_bool_scalar(t) && !index)
    return shape_error(c, "the index must be int32[] or bool[], got %s", type_text(t));
  if (!c->nregions || (is_bool_scalar(t) && c->nregions > 2))
    return shape_error(c, "%d branches", c->nregions);
  for (int r = 0; r < c->nregions; r++) {
    MlirBlock block = region_block(c->regions[r]);
    if (!check_args(c, "a branch", block, 0, NULL)) return false;
    if (r && !check_yields(c, "a branch", block, c->nout, out)) return false;
    if (r) continue;
    MlirOperation y = yield_of(c, "a branch", block, c->nout);
    if (mlirOperationIsNull(y)) return false;
    for (int i = 0; i < c->nout; i++)
      out[i] = yielded(y, i);
  }
  return true;
}

const OpRules rules_case = {
    .shape = shape_case,
    .batch = batch_case,
    .jvp = jvp_case,
    .transpose = transpose_case,
    .flags = OP_REGION,
};

//===-- scan ------------------------------------------------------------------------===//

static bool shape_scan(const OpCall *c, MlirType *out) {
  int carry = (int)attr_int(c->attrs, "num_carry"), ny = c->nout - carry;
  int64_t length = attr_int(c->attrs, "length");
  MlirBlock body = region_block(c->regions[0]);
  if (carry < 0 || carry > c->nin || ny < 0) return shape_error(c, "a carry of %d values", carry);
  if (mlirBlockIsNull(body) || mlirBlockGetNumArguments(body) != c->nin)
    return shape_error(c, "the body must take %d arguments", c->nin);
  for (int i = 0; i < c->nin; i++) {
    MlirType t = mlirValueGetType(c->in[i]), a = arg_type(body, i);
    if (i >= carry) {
      Dims d = type_dims(t);
      if (!d.n || d.d[0] != length)
        return shape_error(c, "scanned operand %s must have a leading axis of %lld", type_text(t),
                           (long long)length);
      t = type_with_dims(t, dims_without(d, dims_iota(1)));
    }
    if (!mlirTypeEqual(t, a))
      return shape_error(c, "argument %d of the body is %s, but %s is given", i, type_text(a),
                         type_text(t));
  }
  MlirOperation y = yield_of(c, "the body", body, c->nout);
  if (mlirOperationIsNull(y)) return false;
  for (int i = 0; i < c->nout; i++) {
    out[i] = yielded(y, i);
    if (i >= carry)
      out[i] = type_with_dims(out[i], dims_prepend(length, type_dims(out[i])));
    else if (!mlirTypeEqual(out[i], mlirValueGetType(c->in[i])))
      return shape_error(c, "carry %d is %s, but the body gives %s", i,
                         type_text(mlirValueGetType(c->in[i])), type_text(out[i]));
  }
  return true;
}

const OpRules rules_scan = {
    .shape = shape_scan,
    .batch = batch_scan,
    .jvp = jvp_scan,
    .transpose = transpose_scan,
    .flags = OP_REGION,
};

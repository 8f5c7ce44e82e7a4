// simplify_elementwise.c -- identities of elementwise ops, constants, broadcasts moved behind
// computation.
//
// No bit changes, powers and logarithms excepted: -0.0 + 0.0 is 0.0, so that only x + -0.0 and
// x - 0.0 are x among floats.
#include "dialect/interpret/interpret.h"
#include "dialect/support/optimise.h"
#include "dialect/transforms/patterns.h"

#include <math.h>
#include <string.h>

enum { FOLD_LIMIT = 16 }; // elements

static bool is_splat(Val v, double x) {
  double y;
  return constant_splat(v, &y) && y == x;
}

// A zero that may be added to anything, or taken from anything (`sub`).
static bool is_no_term(Val v, bool sub) {
  double y;
  bool zero = constant_splat(v, &y) && y == 0, exact = !element_is_inexact(val_element(v));
  return zero && (exact || (!element_is_complex(val_element(v)) && !signbit(y) == sub));
}

static bool give(Val x, Val *out) {
  out[0] = x;
  return !val_is_none(x);
}

static Val negated(Val v) {
  MlirOperation op = defined_by(v, OP_NEG);
  return mlirOperationIsNull(op) ? VAL_NONE : op_operand(op, 0);
}

// x + -0 => x;  x + -y => x - y
bool simplify_add(Build *b, const OpCall *c, Val *out) {
  for (int i = 0; i < 2; i++) {
    if (is_no_term(c->in[i], false)) return give(c->in[1 - i], out);
    Val y = negated(c->in[i]);
    if (!val_is_none(y)) return give(op_sub(b, c->in[1 - i], y), out);
  }
  return false;
}

// x - 0 => x;  x - -y => x + y
bool simplify_sub(Build *b, const OpCall *c, Val *out) {
  if (is_no_term(c->in[1], true)) return give(c->in[0], out);
  Val y = negated(c->in[1]);
  return !val_is_none(y) && give(op_add(b, c->in[0], y), out);
}

// x * convert(mask) => select(mask, x, 0) where the product is marked {mask}
bool simplify_masked_mul(Build *b, const OpCall *c, Val *out) {
  if (mlirAttributeIsNull(attr_get(c->attrs, "mask"))) return false;
  for (int i = 0; i < 2; i++) {
    MlirOperation convert = defined_by(c->in[i], OP_CONVERT_ELEMENT_TYPE);
    if (mlirOperationIsNull(convert)) continue;
    Val mask = op_operand(convert, 0), x = c->in[1 - i];
    if (!element_is_bool(val_element(mask)) || element_is_complex(val_element(x))) continue;
    return give(op_select(b, mask, x, op_zeros(b, mlirValueGetType(x))), out);
  }
  return false;
}

// x * 1 => x;  x * -1 => -x;  x * 0 => 0 for integers
bool simplify_mul(Build *b, const OpCall *c, Val *out) {
  for (int i = 0; i < 2; i++) {
    Val x = c->in[1 - i];
    if (is_splat(c->in[i], 1)) return give(x, out);
    if (is_splat(c->in[i], -1)) return give(op_neg(b, x), out);
    if (is_splat(c->in[i], 0) && !element_is_inexact(val_element(x))) return give(c->in[i], out);
  }
  return false;
}

// log x / log 2 and log x / log 10 of narrow floats, which would be rounded twice, and by a rounded
// constant: => log x * (1 / log 2) in 64 bits.  1 / log 2 is nearer to its number than log 2 is,
// hence that product for f64 too.
static Val other_logarithm(Build *b, const OpCall *c) {
  MlirOperation log = defined_by(c->in[0], OP_LOG);
  MlirType e = val_element(c->in[0]), wide = mlirF64TypeGet(b->ctx);
  double k;
  if (mlirOperationIsNull(log) || !element_is_float(e) || !constant_splat(c->in[1], &k))
    return VAL_NONE;
  int bits = element_bits(e);
  int digits = bits == 64 ? 53 : bits == 32 ? 24 : mlirTypeIsAF16(e) ? 11 : 8;
  double base = k < 1 ? M_LN2 : M_LN10;
  if (fabs(k - base) > ldexp(1, -digits) * (k < 1 ? 0.5 : 2)) return VAL_NONE;
  double inverse = k < 1 ? M_LOG2E : M_LOG10E;
  if (bits == 64) return op_mul(b, c->in[0], op_splat_like(b, c->in[0], inverse));
  Val y = op_unary(b, OP_LOG, op_convert(b, op_operand(log, 0), wide));
  return op_convert(b, op_mul(b, y, op_splat_like(b, y, inverse)), e);
}

// x / 1 => x
bool simplify_div(Build *b, const OpCall *c, Val *out) {
  if (is_splat(c->in[1], 1)) return give(c->in[0], out);
  return give(other_logarithm(b, c), out);
}

// - -x => x;  -(x * k) => x * -k for a constant k
bool simplify_neg(Build *b, const OpCall *c, Val *out) {
  if (give(negated(c->in[0]), out)) return true;
  MlirOperation mul = defined_by(c->in[0], OP_MUL);
  for (int i = 0; i < 2 && !mlirOperationIsNull(mul); i++) {
    double ignored;
    Val k = op_operand(mul, i);
    if (!constant_splat(k, &ignored)) continue;
    k = op_neg(b, k);
    return give(op_mul(b, op_operand(mul, 1 - i), k), out);
  }
  return false;
}

// x^1 => x
bool simplify_integer_pow(Build *b, const OpCall *c, Val *out) {
  return attr_int(c->attrs, "y") == 1 && give(c->in[0], out);
}

// x^(h/2) for h = 1, 3: by sqrt x, but for the signs of -0.0 and -inf.
static Val half_power(Build *b, Val x, bool three) {
  Val root = op_unary(b, OP_SQRT, x), inf = op_splat_like(b, x, INFINITY);
  Val y = three ? op_mul(b, x, root) : op_unary(b, OP_ABS, root);
  Val least = op_binary(b, OP_EQ, x, op_neg(b, inf));
  return op_select(b, least, inf, y);
}

// x^0.5 => sqrt x, x^-0.5 => 1 / sqrt x, x^1.5 => x sqrt x, x^2 => x x, x^-1 => 1 / x, x^1 => x
bool simplify_pow(Build *b, const OpCall *c, Val *out) {
  Val x = c->in[0];
  double y;
  bool exact = element_is_float(val_element(x)) && element_bits(val_element(x)) >= 32;
  if (!exact || !optimise_by(OPTIMISE_ROOTS) || !constant_splat(c->in[1], &y)) return false;
  if (y == 1) return give(x, out);
  if (y == 2) return give(op_mul(b, x, x), out);
  if (y == 0.5 || y == 1.5) return give(half_power(b, x, y == 1.5), out);
  if (y != -1 && y != -0.5) return false;
  Val one = op_splat_like(b, x, 1);
  return give(op_div(b, one, y == -1 ? x : half_power(b, x, false)), out);
}

// One case whatever the index; a known index.
bool simplify_select(Build *b, const OpCall *c, Val *out) {
  bool same = true;
  for (int i = 2; i < c->nin; i++)
    same = same && mlirValueEqual(c->in[i], c->in[1]);
  if (same) return give(c->in[1], out);
  double which;
  if (!constant_splat(c->in[0], &which) || which < 0 || which >= c->nin - 1) return false;
  return give(c->in[1 + (int)which], out);
}

// The same type; bool through an integer to a number.
bool simplify_convert(Build *b, const OpCall *c, Val *out) {
  Val x = c->in[0];
  if (mlirTypeEqual(mlirValueGetType(x), c->out[0])) return give(x, out);
  MlirOperation inner = defined_by(x, OP_CONVERT_ELEMENT_TYPE);
  if (mlirOperationIsNull(inner) || !element_is_bool(val_element(op_operand(inner, 0))))
    return false;
  if (element_is_bool(type_element(c->out[0]))) return false;
  return give(op_convert(b, op_operand(inner, 0), type_element(c->out[0])), out);
}

// Derivatives have been taken.
bool simplify_marker(Build *b, const OpCall *c, Val *out) {
  return !op_is_variable(c->op) && give(c->in[0], out);
}

//===-- constants -------------------------------------------------------------------===//

// The operands as constants of one element each, when all are splats.
static bool splat_operands(Build *b, const OpCall *c, Val *in) {
  for (int i = 0; i < c->nin; i++) {
    double ignored;
    if (!constant_splat(c->in[i], &ignored)) return false;
    MlirType t = type_tensor(val_element(c->in[i]), (Dims){0});
    size_t bytes = (size_t)(element_bits(type_element(t)) + 7) / 8;
    in[i] = op_constant(b, t, constant_first(b->arena, c->in[i]), bytes);
  }
  return true;
}

static bool constant_operands(const OpCall *c) {
  for (int i = 0; i < c->nin; i++)
    if (mlirOperationIsNull(defined_by(c->in[i], OP_CONSTANT))) return false;
  return true;
}

// Ops that name functions or axes have no value by themselves.
static bool is_foldable(const OpCall *c) {
  const char *family = op_info[c->kind].family;
  if (!strcmp(family, "transform") || !strcmp(family, "collective")) return false;
  return c->nin && c->nout == 1 && !(op_rules(c->kind)->flags & (OP_EFFECT | OP_REGION));
}

// An op on splats gives a splat; a small op on constants a constant.
bool fold_constants(Build *b, const OpCall *c, Val *out) {
  const OpRules *r = op_rules(c->kind);
  if (!is_foldable(c) || !constant_operands(c)) return false;
  bool small = type_count(c->out[0]) <= FOLD_LIMIT, elementwise = r->flags & OP_ELEMENTWISE;
  for (int i = 0; i < c->nin; i++)
    small = small && type_count(mlirValueGetType(c->in[i])) <= FOLD_LIMIT;
  Build scratch = *b;
  scratch.block = mlirBlockCreate(0, NULL, NULL);
  scratch.before = (MlirOperation){0};
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1), y = op_result(c->op, 0);
  bool splat = elementwise && splat_operands(&scratch, c, in), ok = false;
  if (splat) {
    OpCall one = *c;
    MlirType t = type_tensor(type_element(c->out[0]), (Dims){0});
    one.in = in;
    one.out = &t;
    y = op_result(build_op_regions(&scratch, &one), 0);
  }
  const void *data;
  if (splat || small) ok = interp_values(b->arena, b->module, 1, &y, &data, NULL);
  if (ok) {
    int64_t n = splat ? 1 : type_count(c->out[0]);
    size_t bytes = (size_t)(element_bits(type_element(c->out[0])) + 7) / 8 * (size_t)n;
    out[0] = op_constant(b, c->out[0], data, bytes);
  }
  mlirBlockDestroy(scratch.block);
  return ok;
}

//===-- broadcasts ------------------------------------------------------------------===//

// f(broadcast x, broadcast y, splat) => broadcast f(x, y, splat), for broadcasts alike.
bool pull_broadcast(Build *b, const OpCall *c, Val *out) {
  if (!(op_rules(c->kind)->flags & OP_ELEMENTWISE) || c->nout != 1 || !c->nin) return false;
  if (!optimise_by(OPTIMISE_BROADCASTS)) return false;
  MlirOperation first = {0};
  for (int i = 0; i < c->nin; i++) {
    double ignored;
    if (constant_splat(c->in[i], &ignored)) continue;
    MlirOperation op = defined_by(c->in[i], OP_BROADCAST_IN_DIM);
    if (mlirOperationIsNull(op)) return false;
    if (mlirOperationIsNull(first)) first = op;
    Dims d = attr_dims(op_attrs(op), "broadcast_dimensions");
    if (!dims_equal(d, attr_dims(op_attrs(first), "broadcast_dimensions")) ||
        !dims_equal(val_dims(op_operand(op, 0)), val_dims(op_operand(first, 0))))
      return false;
  }
  if (mlirOperationIsNull(first)) return false;
  Dims small = val_dims(op_operand(first, 0)),
       dims = attr_dims(op_attrs(first), "broadcast_dimensions");
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  for (int i = 0; i < c->nin; i++) {
    MlirOperation op = defined_by(c->in[i], OP_BROADCAST_IN_DIM);
    MlirType e = val_element(c->in[i]);
    if (!mlirOperationIsNull(op))
      in[i] = op_operand(op, 0);
    else
      in[i] = op_constant(b, type_tensor(e, small), constant_first(b->arena, c->in[i]),
                          (size_t)(element_bits(e) + 7) / 8);
  }
  OpCall f = *c;
  MlirType t = type_with_dims(c->out[0], small);
  f.in = in;
  f.out = &t;
  f.op = (MlirOperation){0};
  Val y = op_result(build_op_regions(b, &f), 0);
  return give(op_broadcast(b, y, type_dims(c->out[0]), dims), out);
}

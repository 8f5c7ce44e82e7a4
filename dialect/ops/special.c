// special.c -- special functions: the library computes them, their derivatives are here.
#include "dialect/define.h"
#include "dialect/rules.h"

static bool shape_special(const OpCall *c, MlirType *out) {
  if (!shape_same(c, out)) return false;
  MlirType e = type_element(out[0]);
  if (element_is_float(e)) return true;
  return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of floating.",
                     dtype_name(element_dtype(e)));
}

static bool jvp_lgamma(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  dy[0] = op_mul(b, dx[0], op_unary(b, OP_DIGAMMA, c->in[0]));
  return true;
}

static bool jvp_digamma(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val one = op_splat_like(b, c->in[0], 1);
  dy[0] = op_mul(b, dx[0], op_binary(b, OP_POLYGAMMA, one, c->in[0]));
  return true;
}

// d i0e(x) = dx (i1e(x) - sign(x) i0e(x))
static bool jvp_bessel_i0e(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val other = op_unary(b, OP_BESSEL_I1E, c->in[0]);
  Val own = op_mul(b, op_unary(b, OP_SIGN, c->in[0]), y[0]);
  dy[0] = op_mul(b, dx[0], op_sub(b, other, own));
  return true;
}

// d i1e(x) = dx (i0e(x) - i1e(x) (sign(x) + 1 / x)), 1/2 dx at 0
static bool jvp_bessel_i1e(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val x = c->in[0], one = op_splat_like(b, x, 1);
  Val zero = op_compare(b, OP_EQ, x, op_splat_like(b, x, 0));
  Val safe = op_select(b, zero, one, x);
  Val factor = op_add(b, op_unary(b, OP_SIGN, safe), op_div(b, one, safe));
  Val other = op_unary(b, OP_BESSEL_I0E, x);
  Val slope = op_sub(b, other, op_mul(b, y[0], factor));
  dy[0] = op_mul(b, dx[0], op_select(b, zero, op_splat_like(b, x, 0.5), slope));
  return true;
}

// The derivative by x of igamma(a, x): exp(-x + (a - 1) log(x) - lgamma(a))
static Val gamma_density(Build *b, Val a, Val x) {
  Val power = op_mul(b, op_add_scalar(b, a, -1), op_unary(b, OP_LOG, x));
  Val scale = op_unary(b, OP_LGAMMA, a);
  return op_unary(b, OP_EXP, op_sub(b, op_sub(b, power, x), scale));
}

static bool jvp_igamma(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val a = c->in[0], x = c->in[1], l = VAL_NONE, r = VAL_NONE;
  if (!val_is_none(dx[0])) l = op_mul(b, dx[0], op_binary(b, OP_IGAMMA_GRAD_A, a, x));
  if (!val_is_none(dx[1])) r = op_mul(b, dx[1], gamma_density(b, a, x));
  dy[0] = val_sum(b, l, r);
  if (c->kind == OP_IGAMMAC) dy[0] = op_neg(b, dy[0]);
  return true;
}

// The order is not differentiated by: as in JAX.
static bool jvp_polygamma(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  if (!val_is_none(dx[0]))
    return shape_raise(c, "ValueError", "polygamma gradient with respect to m is not supported");
  Val next = op_add_scalar(b, c->in[0], 1);
  dy[0] = op_mul(b, dx[1], op_binary(b, OP_POLYGAMMA, next, c->in[1]));
  return true;
}

// By x: exp((b - 1) log1p(-x) + (a - 1) log(x) - log B(a, b))
static bool jvp_regularized_incomplete_beta(Build *b, const OpCall *c, const Val *y, const Val *dx,
                                            Val *dy) {
  if (!val_is_none(dx[0]) || !val_is_none(dx[1]))
    return shape_raise(c, "ValueError",
                       "The gradient of betainc with respect to a and b is not supported.");
  Val p = c->in[0], q = c->in[1], x = c->in[2];
  Val la = op_unary(b, OP_LGAMMA, p), lb = op_unary(b, OP_LGAMMA, q);
  Val both = op_unary(b, OP_LGAMMA, op_add(b, p, q));
  Val beta = op_sub(b, op_add(b, la, lb), both);
  Val low = op_mul(b, op_add_scalar(b, p, -1), op_unary(b, OP_LOG, x));
  Val high = op_mul(b, op_add_scalar(b, q, -1), op_unary(b, OP_LOG1P, op_neg(b, x)));
  Val slope = op_unary(b, OP_EXP, op_sub(b, op_add(b, high, low), beta));
  dy[0] = op_mul(b, dx[2], slope);
  return true;
}

#define SPECIAL(name, jvp_rule, more)                                                              \
  const OpRules rules_##name = {.shape = shape_special,                                            \
                                .batch = batch_elementwise,                                        \
                                .jvp = jvp_rule,                                                   \
                                .expand = expand_definition,                                       \
                                .flags = OP_DEFINED | OP_EXPENSIVE | (more)};
SPECIAL(lgamma, jvp_lgamma, 0)
SPECIAL(digamma, jvp_digamma, 0)
SPECIAL(bessel_i0e, jvp_bessel_i0e, 0)
SPECIAL(bessel_i1e, jvp_bessel_i1e, 0)
SPECIAL(igamma, jvp_igamma, 0)
SPECIAL(igammac, jvp_igamma, 0)
SPECIAL(igamma_grad_a, NULL, OP_NONDIFF)
SPECIAL(polygamma, jvp_polygamma, 0)
SPECIAL(zeta, NULL, OP_NONDIFF)
SPECIAL(regularized_incomplete_beta, jvp_regularized_incomplete_beta, 0)

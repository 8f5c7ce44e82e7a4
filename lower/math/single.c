// single.c -- functions of f64 whose results are only needed to the digits of f32.
//
// Functions of f32 whose formula cancels are computed in f64 and rounded once (library/jax/_src/
// wide.py).  Where between the op and that rounding there are only products and quotients, which
// keep relative errors, polynomials for 2^-33 give the same f32, but for one result in a thousand
// that lies that close to the middle of two.  Coefficients: fit.py.
#include "lower/math/math.h"

// DEPTH: ops between the function and the rounding.
enum { DEPTH = 8 };

static bool value_narrows(Val v, int depth);

static bool use_narrows(MlirOperation op, Val v, int depth) {
  OpKind k = op_kind(op);
  if (k == OP_CONVERT_ELEMENT_TYPE) {
    MlirType e = val_element(op_result(op, 0));
    return element_is_float(e) && element_bits(e) <= 32;
  }
  bool keeps = k == OP_MUL || k == OP_DIV || k == OP_NEG || k == OP_BROADCAST_IN_DIM;
  return keeps && depth && value_narrows(op_result(op, 0), depth - 1);
}

static bool value_narrows(Val v, int depth) {
  MlirOpOperand use = mlirValueGetFirstUse(v);
  if (mlirOpOperandIsNull(use)) return false;
  for (; !mlirOpOperandIsNull(use); use = mlirOpOperandGetNextUse(use))
    if (!use_narrows(mlirOpOperandGetOwner(use), v, depth)) return false;
  return true;
}

bool math_single_suffices(const OpCall *c) {
  MlirOperation in = mlirOperationGetParentOperation(c->op);
  if (mlirOperationIsNull(in) || op_kind(in) != OP_FUSION) return false; // its key has no uses
  MlirType e = type_element(c->out[0]);
  return element_is_float(e) && element_bits(e) == 64 && value_narrows(op_result(c->op, 0), DEPTH);
}

// e^x = 2^k P(x - k ln 2)
Val math_exp_single(Build *b, Val x) {
  static const double exp_single[] = {0.99999999996168154,  1.0000000002430967,
                                      0.50000001045365072,  0.16666665126142619,
                                      0.041666225424795644, 0.0083335610887754451,
                                      0.00139481833706167,  0.00019775172458761826};
  Val s, t;
  x = m_clamp(b, x, -746, 710);
  Val k = math_split_power(b, x, 1.4426950408889634, &s, &t);
  Val r = m_fmac(b, k, -0.69314718055994531, x);
  return emit_mul(b, emit_mul(b, m_poly(b, r, (Poly)POLY(exp_single)), s), t);
}

// (1 + 2a) e^(a^2) erfc a = P((a - k) / (a + k)) for a >= 0, k = 2.5, with one division.
Val math_erfc_single(Build *b, Val x) {
  static const double erfcx_single[] = {
      1.2648381843444547,     -0.12235676460166491,   -0.099024536768072421,
      0.15762998055043942,    -0.10296710828116024,   0.0327601670012189,
      0.00093221911772412697, -0.0043782732083196274, 0.00049108520530977498,
      0.00062182278733315468, -8.8173881302181024e-05, -9.8421528666803895e-05,
      7.8778867536781372e-06, 1.1036702483592818e-05};
  Val a = m_clamp(b, m_abs(b, x), 0, 28), one = m_f(b, a, 1);
  Val up = m_addc(b, a, 2.5), scale = m_fmac(b, a, 2, one);
  Val r = m_div(b, one, emit_mul(b, up, scale));
  Val u = emit_mul(b, emit_mul(b, m_addc(b, a, -2.5), scale), r);
  Val q = emit_mul(b, m_poly(b, u, (Poly)POLY(erfcx_single)), emit_mul(b, up, r));
  Val e = math_exp_single(b, m_neg(b, emit_mul(b, x, x)));
  Val right = emit_mul(b, q, e), two = m_f(b, x, 2);
  return emit_select(b, m_cmpc(b, "olt", x, 0), emit_sub(b, two, right), right);
}

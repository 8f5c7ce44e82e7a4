// overflow.c -- 64-bit arithmetic that says whether it overflowed.
#include "lower/lower_op.h"

static Val negative(Build *b, Val x) {
  Val zero = emit_int(b, mlirValueGetType(x), 0);
  return emit_cmp(b, "slt", x, zero);
}

static Val differ(Build *b, Val x, Val y) { return emit_bin(b, "arith.xori", x, y); }

// The sum has another sign than both.
static bool scalar_add_with_overflow(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit_add(b, x[0], x[1]);
  Val d0 = differ(b, x[0], y[0]), d1 = differ(b, x[1], y[0]);
  y[1] = negative(b, emit_bin(b, "arith.andi", d0, d1));
  return true;
}
const OpLower lower_add_with_overflow = {.scalar = scalar_add_with_overflow};

// Operands of different signs, and the difference has not x's.
static bool scalar_sub_with_overflow(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit_sub(b, x[0], x[1]);
  Val d0 = differ(b, x[0], x[1]), d1 = differ(b, x[0], y[0]);
  y[1] = negative(b, emit_bin(b, "arith.andi", d0, d1));
  return true;
}
const OpLower lower_sub_with_overflow = {.scalar = scalar_sub_with_overflow};

// The high half is not the sign of the low one.
static bool scalar_mul_with_overflow(Build *b, const OpCall *c, const Val *x, Val *y) {
  MlirType t = mlirValueGetType(x[0]), types[] = {t, t};
  MlirOperation op =
      emit_op(b, "arith.mulsi_extended", 2, x, 2, types, mlirAttributeGetNull(), 0, NULL);
  y[0] = op_result(op, 0);
  Val last = emit_int(b, t, 63);
  Val sign = emit_bin(b, "arith.shrsi", y[0], last);
  y[1] = emit_cmp(b, "ne", op_result(op, 1), sign);
  return true;
}
const OpLower lower_mul_with_overflow = {.scalar = scalar_mul_with_overflow};

// parts.h -- ops on complex numbers as ops on their real and imaginary parts (the pass
// split-complex).
#ifndef CJAX_DIALECT_OPS_PARTS_H
#define CJAX_DIALECT_OPS_PARTS_H

#include "dialect/op.h"

// A complex array; im none: a real one, re.
typedef struct Cx {
  Val re, im;
} Cx;

// The parts y of the results of c, whose operands have the parts x.
typedef bool PartsFn(Build *b, const OpCall *c, const Cx *x, Cx *y);
// Null: the op has no meaning for complex numbers, or is an effect, has regions or an expansion.
extern PartsFn *const op_parts[OP_COUNT];

static inline bool is_cx(Cx x) { return !val_is_none(x.im); }

//===-- parts_math.c: arithmetic ----------------------------------------------------===//

Cx cx_mul(Build *b, Cx x, Cx y);
Cx cx_select(Build *b, Val pred, Cx if_true, Cx if_false);
// By the real parts, by the imaginary ones where these are equal.
Cx cx_extremum(Build *b, bool max, Cx x, Cx y);
PartsFn parts_mul, parts_div, parts_square, parts_integer_pow, parts_pow, parts_abs, parts_sign;
PartsFn parts_max, parts_min, parts_clamp, parts_eq, parts_ne;

//===-- parts_function.c: functions ---------------------------------------------------===//

Val cx_abs(Build *b, Cx x);
Cx cx_in_double(Build *b, Cx x, Cx (*fn)(Build *, Cx)); // fn x, of complex64 in double
Cx cx_div(Build *b, Cx x, Cx y);
PartsFn parts_exp, parts_exp2, parts_log, parts_expm1, parts_log1p, parts_logistic;
PartsFn parts_sin, parts_cos, parts_tan, parts_sinh, parts_cosh, parts_tanh;
PartsFn parts_asin, parts_acos, parts_atan, parts_asinh, parts_acosh, parts_atanh;
PartsFn parts_sqrt, parts_rsqrt;

//===-- parts_array.c: whole arrays ---------------------------------------------------===//

PartsFn parts_reduce_prod, parts_reduce_max, parts_reduce_min;
PartsFn parts_cumprod, parts_cummax, parts_cummin, parts_sort, parts_dot_general;

#endif

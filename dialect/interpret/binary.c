// binary.c -- elementwise ops of two or more operands.
//
// Integers are computed in 64 bits and wrap when stored; floats in double, rounded once (for + - *
// and / that is the correctly rounded result of f32 and f16 too).
#include "dialect/interpret/array.h"

#include <math.h>
#include <string.h>

typedef Scalar BinaryFn(Dtype d, Scalar x, Scalar y);

static bool map2(const OpCall *c, const Array *const *x, const Array *y, BinaryFn *f) {
  Dtype d = x[0]->dtype;
  for (int64_t i = 0; i < y->n; i++) {
    Scalar l = scalar_flush(d, array_get(x[0], i)), r = scalar_flush(d, array_get(x[1], i));
    Scalar z = dtype_is_complex(d) ? complex_apply(c->kind, l, r) : f(d, l, r);
    array_put(y, i, scalar_flush(y->dtype, scalar_round(y->dtype, z)));
  }
  return true;
}

#define MAP2(name)                                                                                 \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return map2(c, x, y[0], map_##name);                                                           \
  }

//===-- arithmetic -----------------------------------------------------------------------===//

#define WRAP(operator) (int64_t)((uint64_t)x.i operator(uint64_t) y.i)

static Scalar map_add(Dtype d, Scalar x, Scalar y) {
  return (Scalar){.i = WRAP(+), .f = x.f + y.f};
}
MAP2(add)

static Scalar map_sub(Dtype d, Scalar x, Scalar y) {
  return (Scalar){.i = WRAP(-), .f = x.f - y.f};
}
MAP2(sub)

static Scalar map_mul(Dtype d, Scalar x, Scalar y) {
  return (Scalar){.i = WRAP(*), .f = x.f * y.f};
}
MAP2(mul)

static Scalar map_div(Dtype d, Scalar x, Scalar y) {
  Scalar z = {.f = x.f / y.f};
  if (!dtype_is_integral(d)) return z;
  if (y.i == 0) z.i = -1;
  else if (dtype_is_unsigned(d)) z.i = WRAP(/);
  else z.i = y.i == -1 ? (int64_t)(0 - (uint64_t)x.i) : x.i / y.i;
  return z;
}

static Scalar map_multiply_inverse(Dtype d, Scalar x, Scalar y) {
  if (d == DTYPE_BF16) d = DTYPE_F32; // as it is compiled
  return (Scalar){.f = x.f * scalar_round(d, (Scalar){.f = 1 / y.f}).f};
}

bool interp_div(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  bool inverse = op_div_multiplies(c) && !dtype_is_complex(x[0]->dtype);
  return map2(c, x, y[0], inverse ? map_multiply_inverse : map_div);
}

static Scalar map_rem(Dtype d, Scalar x, Scalar y) {
  if (!dtype_is_integral(d)) return (Scalar){.f = fmod(x.f, y.f)};
  if (y.i == 0) return x;
  if (dtype_is_unsigned(d)) return (Scalar){.i = WRAP(%)};
  return (Scalar){.i = y.i == -1 ? 0 : x.i % y.i};
}
MAP2(rem)

static Scalar map_pow(Dtype d, Scalar x, Scalar y) { return (Scalar){.f = pow(x.f, y.f)}; }
MAP2(pow)

static Scalar map_atan2(Dtype d, Scalar x, Scalar y) { return (Scalar){.f = atan2(x.f, y.f)}; }
MAP2(atan2)

static int order_int(Dtype d, Scalar x, Scalar y) {
  if (d == DTYPE_U64) return ((uint64_t)x.i > (uint64_t)y.i) - ((uint64_t)x.i < (uint64_t)y.i);
  return (x.i > y.i) - (x.i < y.i);
}

// The larger if sign is 1, the smaller if -1; nan if either is; +0 above -0.
static Scalar extremum(Dtype d, Scalar x, Scalar y, int sign) {
  if (dtype_is_integral(d)) return order_int(d, x, y) * sign >= 0 ? x : y;
  if (isnan(x.f) || isnan(y.f)) return (Scalar){.f = NAN};
  if (x.f == y.f) return (signbit(x.f) != 0) == (sign < 0) ? x : y;
  return (x.f > y.f) == (sign > 0) ? x : y;
}

static Scalar map_max(Dtype d, Scalar x, Scalar y) { return extremum(d, x, y, 1); }
MAP2(max)
static Scalar map_min(Dtype d, Scalar x, Scalar y) { return extremum(d, x, y, -1); }
MAP2(min)

//===-- bits -----------------------------------------------------------------------------===//

static Scalar map_and(Dtype d, Scalar x, Scalar y) { return (Scalar){.i = x.i & y.i}; }
MAP2(and)
static Scalar map_or(Dtype d, Scalar x, Scalar y) { return (Scalar){.i = x.i | y.i}; }
MAP2(or)
static Scalar map_xor(Dtype d, Scalar x, Scalar y) { return (Scalar){.i = x.i ^ y.i}; }
MAP2(xor)

static bool in_width(Dtype d, Scalar y) { return (uint64_t)y.i < (uint64_t)dtype_bits(d); }

static uint64_t mask_of(Dtype d) {
  int n = dtype_bits(d);
  return n == 64 ? UINT64_MAX : (UINT64_C(1) << n) - 1;
}

static Scalar map_shift_left(Dtype d, Scalar x, Scalar y) {
  return (Scalar){.i = in_width(d, y) ? WRAP(<<) : 0};
}
MAP2(shift_left)

static Scalar map_shift_right_logical(Dtype d, Scalar x, Scalar y) {
  uint64_t bits = (uint64_t)x.i & mask_of(d);
  return (Scalar){.i = in_width(d, y) ? (int64_t)(bits >> y.i) : 0};
}
MAP2(shift_right_logical)

static Scalar map_shift_right_arithmetic(Dtype d, Scalar x, Scalar y) {
  int unused = 64 - dtype_bits(d);
  int64_t wide = (int64_t)((uint64_t)x.i << unused) >> unused; // the sign bit of x's own width
  return (Scalar){.i = wide >> (in_width(d, y) ? y.i : 63)};
}
MAP2(shift_right_arithmetic)

//===-- comparisons ----------------------------------------------------------------------===//

#define COMPARE(name, operator)                                                                    \
  static Scalar map_##name(Dtype d, Scalar x, Scalar y) {                                          \
    bool yes = dtype_is_integral(d) ? order_int(d, x, y) operator 0 : x.f operator y.f;            \
    return (Scalar){.i = yes};                                                                     \
  }                                                                                                \
  MAP2(name)
COMPARE(eq, ==)
COMPARE(ne, !=)
COMPARE(lt, <)
COMPARE(le, <=)
COMPARE(gt, >)
COMPARE(ge, >=)

Scalar scalar_apply(OpKind k, Dtype d, Scalar x, Scalar y) {
  if (dtype_is_complex(d)) return scalar_round(d, complex_apply(k, x, y));
  BinaryFn *f = k == OP_ADD   ? map_add
                : k == OP_SUB ? map_sub
                : k == OP_MUL ? map_mul
                : k == OP_MAX ? map_max
                : k == OP_MIN ? map_min
                : k == OP_AND ? map_and
                : k == OP_OR  ? map_or
                              : map_xor;
  return scalar_flush(d, scalar_round(d, f(d, scalar_flush(d, x), scalar_flush(d, y))));
}

//===-- neighbours -----------------------------------------------------------------------===//

// The next float towards y, by counting bit patterns.
bool interp_nextafter(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dtype d = x[0]->dtype;
  size_t size = (size_t)dtype_size(d);
  for (int64_t i = 0; i < y[0]->n; i++) {
    double from = array_get(x[0], i).f, to = array_get(x[1], i).f;
    uint64_t bits = 0, sign = UINT64_C(1) << (8 * size - 1);
    memcpy(&bits, x[0]->data + (size_t)i * size, size);
    if (isnan(from) || isnan(to)) {
      array_put(y[0], i, (Scalar){.f = NAN});
      continue;
    }
    if (from == to) memcpy(&bits, x[1]->data + (size_t)i * size, size);
    else if (from == 0) bits = (to < 0 ? sign : 0) | 1;
    else bits += (from < to) == (from > 0) ? 1 : UINT64_MAX;
    memcpy(y[0]->data + (size_t)i * size, &bits, size);
  }
  return true;
}

//===-- choice ---------------------------------------------------------------------------===//

bool interp_clamp(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dtype d = x[1]->dtype;
  for (int64_t i = 0; i < y[0]->n; i++) {
    Scalar s = scalar_apply(OP_MAX, d, array_get(x[1], i), array_get(x[0], i));
    array_put(y[0], i, scalar_apply(OP_MIN, d, s, array_get(x[2], i)));
  }
  return true;
}

bool interp_select_n(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  size_t size = (size_t)dtype_size(y[0]->dtype);
  for (int64_t i = 0; i < y[0]->n; i++) {
    int64_t which = array_get(x[0], i).i;
    which = which < 0 ? 0 : which > c->nin - 2 ? c->nin - 2 : which;
    memcpy(y[0]->data + (size_t)i * size, x[1 + which]->data + (size_t)i * size, size);
  }
  return true;
}

//===-- Python's ints --------------------------------------------------------------------===//

#define OVERFLOW(name, builtin)                                                                    \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    for (int64_t i = 0; i < y[0]->n; i++) {                                                        \
      int64_t z;                                                                                   \
      bool lost = builtin(array_get(x[0], i).i, array_get(x[1], i).i, &z);                         \
      array_put(y[0], i, (Scalar){.i = z});                                                        \
      array_put(y[1], i, (Scalar){.i = lost});                                                     \
    }                                                                                              \
    return true;                                                                                   \
  }
OVERFLOW(add_with_overflow, __builtin_add_overflow)
OVERFLOW(sub_with_overflow, __builtin_sub_overflow)
OVERFLOW(mul_with_overflow, __builtin_mul_overflow)

// lax_elementwise.c -- jax.lax functions that work element by element.
//
// lax does not promote: dtypes must be equal, shapes equal up to broadcasting of scalars and size-1
// dimensions.  A Python number enters with the default dtype.
#include "driver/stage/lax.h"

#include "dialect/scalar.h"

#include <string.h>

enum {
  BOOL = 1,
  INT = 2,
  FLOAT = 4,
  COMPLEX = 8,
  SIGNED = 16, // signed integers alone
  NUM = INT | FLOAT | COMPLEX,
  ANY = NUM | BOOL
};

typedef struct Elementwise {
  const char *name; // jax.lax's
  OpKind kind;
  unsigned accepts;
  const char *prim; // the primitive's name in messages when it differs
  const char *tip;  // the jax.numpy function that promotes
} Elementwise;

static const Elementwise unary_table[] = {
    {"neg", OP_NEG, NUM},
    {"sign", OP_SIGN, NUM},
    {"floor", OP_FLOOR, FLOAT},
    {"ceil", OP_CEIL, FLOAT},
    {"exp", OP_EXP, FLOAT | COMPLEX},
    {"exp2", OP_EXP2, FLOAT | COMPLEX},
    {"log", OP_LOG, FLOAT | COMPLEX},
    {"expm1", OP_EXPM1, FLOAT | COMPLEX},
    {"log1p", OP_LOG1P, FLOAT | COMPLEX},
    {"tanh", OP_TANH, FLOAT | COMPLEX},
    {"logistic", OP_LOGISTIC, FLOAT | COMPLEX},
    {"sin", OP_SIN, FLOAT | COMPLEX},
    {"cos", OP_COS, FLOAT | COMPLEX},
    {"tan", OP_TAN, FLOAT | COMPLEX},
    {"asin", OP_ASIN, FLOAT | COMPLEX},
    {"acos", OP_ACOS, FLOAT | COMPLEX},
    {"atan", OP_ATAN, FLOAT | COMPLEX},
    {"sinh", OP_SINH, FLOAT | COMPLEX},
    {"cosh", OP_COSH, FLOAT | COMPLEX},
    {"asinh", OP_ASINH, FLOAT | COMPLEX},
    {"acosh", OP_ACOSH, FLOAT | COMPLEX},
    {"atanh", OP_ATANH, FLOAT | COMPLEX},
    {"sqrt", OP_SQRT, FLOAT | COMPLEX},
    {"rsqrt", OP_RSQRT, FLOAT | COMPLEX},
    {"cbrt", OP_CBRT, FLOAT},
    {"square", OP_SQUARE, NUM},
    {"abs", OP_ABS, SIGNED | FLOAT | COMPLEX},
    {"erf", OP_ERF, FLOAT},
    {"erfc", OP_ERFC, FLOAT},
    {"erf_inv", OP_ERF_INV, FLOAT},
    {"bitwise_not", OP_NOT, INT | BOOL, "not"},
    {"population_count", OP_POPULATION_COUNT, INT},
    {"clz", OP_CLZ, INT},
    {"copy", OP_COPY, ANY},
    {"_barrier", OP_OPTIMIZATION_BARRIER, ANY, "optimization_barrier"},
    {"is_finite", OP_IS_FINITE, FLOAT},
    {"lgamma", OP_LGAMMA, FLOAT},
    {"digamma", OP_DIGAMMA, FLOAT},
    {"bessel_i0e", OP_BESSEL_I0E, FLOAT},
    {"bessel_i1e", OP_BESSEL_I1E, FLOAT},
    {"real", OP_REAL, COMPLEX},
    {"imag", OP_IMAG, COMPLEX},
};

static const Elementwise binary_table[] = {
    {"add", OP_ADD, NUM, NULL, "add"},
    {"sub", OP_SUB, NUM, NULL, "subtract"},
    {"mul", OP_MUL, NUM, NULL, "multiply"},
    {"div", OP_DIV, NUM, NULL, "divide"},
    {"rem", OP_REM, INT | FLOAT, NULL, "remainder"},
    {"max", OP_MAX, ANY, NULL, "maximum"},
    {"min", OP_MIN, ANY, NULL, "minimum"},
    {"pow", OP_POW, FLOAT | COMPLEX, NULL, "power"},
    {"atan2", OP_ATAN2, FLOAT, NULL, "arctan2"},
    {"nextafter", OP_NEXTAFTER, FLOAT, NULL, "nextafter"},
    {"bitwise_and", OP_AND, INT | BOOL, "and", "bitwise_and"},
    {"bitwise_or", OP_OR, INT | BOOL, "or", "bitwise_or"},
    {"bitwise_xor", OP_XOR, INT | BOOL, "xor", "bitwise_xor"},
    {"shift_left", OP_SHIFT_LEFT, INT, NULL, "left_shift"},
    {"shift_right_arithmetic", OP_SHIFT_RIGHT_ARITHMETIC, INT, NULL, "right_shift"},
    {"shift_right_logical", OP_SHIFT_RIGHT_LOGICAL, INT, NULL, "right_shift"},
    {"igamma", OP_IGAMMA, FLOAT},
    {"igammac", OP_IGAMMAC, FLOAT},
    {"igamma_grad_a", OP_IGAMMA_GRAD_A, FLOAT},
    {"polygamma", OP_POLYGAMMA, FLOAT},
    {"zeta", OP_ZETA, FLOAT},
    {"eq", OP_EQ, ANY, NULL, "equal"},
    {"ne", OP_NE, ANY, NULL, "not_equal"},
    {"lt", OP_LT, INT | FLOAT | BOOL, NULL, "less"},
    {"le", OP_LE, INT | FLOAT | BOOL, NULL, "less_equal"},
    {"gt", OP_GT, INT | FLOAT | BOOL, NULL, "greater"},
    {"ge", OP_GE, INT | FLOAT | BOOL, NULL, "greater_equal"},
};
enum { FIRST_COMPARE = 21 };

//===-- checks ------------------------------------------------------------===//

static unsigned class_bit(Dtype d) {
  if (d == DTYPE_BOOL) return BOOL;
  if (d == DTYPE_KEY) return 0;
  if (dtype_is_signed(d)) return INT | SIGNED;
  return dtype_is_complex(d) ? COMPLEX : dtype_is_float(d) ? FLOAT : INT;
}

static const char *accepted_text(unsigned accepts) {
  switch (accepts) {
  case NUM:
    return "integer, floating, complexfloating";
  case SIGNED | FLOAT | COMPLEX:
    return "floating, complexfloating, signedinteger";
  case FLOAT | COMPLEX:
    return "floating, complexfloating";
  case INT | FLOAT:
    return "integer, floating";
  case INT | FLOAT | BOOL:
    return "integer, floating, bool";
  case COMPLEX:
    return "complexfloating";
  case INT | BOOL:
    return "integer, bool";
  case INT:
    return "integer";
  case FLOAT:
    return "floating";
  default:
    return "number, bool";
  }
}

static const char *prim_name(const Elementwise *e) { return e->prim ? e->prim : e->name; }

static bool check_class(VM *vm, const Elementwise *e, const Array *x, int position) {
  if (class_bit(x->dtype) & e->accepts) return true;
  const char *name = prim_name(e), *accepts = accepted_text(e->accepts);
  if (position < 0)
    return vm_raise(vm, E_TypeError,
                    "%s does not accept dtype %s. Accepted dtypes are subtypes of %s.", name,
                    dtype_name(x->dtype), accepts);
  return vm_raise(vm, E_TypeError,
                  "%s does not accept dtype %s at position %d. Accepted dtypes at position %d are "
                  "subtypes of %s.",
                  name, dtype_name(x->dtype), position, position, accepts);
}

bool lax_operand(VM *vm, const char *name, Value v, int position, Array **out) {
  if (!is_arraylike(vm, v)) {
    Value converted;
    bool found = false;
    if (v.tag == TAG_OBJ && !call_special(vm, v, "__jax_array__", NULL, 0, &converted, &found))
      return false;
    if (!found || !is_arraylike(vm, converted))
      return vm_raise(
          vm, E_TypeError,
          "Error interpreting argument to %s as a JAX value. The problematic value is of "
          "type %s and was passed to %s at position %d.",
          name, text_of(vm, v_obj(class_of(vm, v))), name, position);
    v = converted;
  }
  return array_of(vm, v, out);
}

bool lax_same_dtypes(VM *vm, const char *name, const char *tip, uint32_t n, Array *const *xs) {
  bool same = true;
  StrBuf b;
  strbuf_init(&b, vm->arena);
  for (uint32_t i = 0; i < n; i++) {
    same = same && xs[i]->dtype == xs[0]->dtype;
    strbuf_printf(&b, i ? ", %s" : "%s", dtype_name(xs[i]->dtype));
  }
  if (same) return true;
  if (!tip)
    return vm_raise(vm, E_TypeError, "lax.%s requires arguments to have the same dtypes, got %s.",
                    name, b.data);
  return vm_raise(vm, E_TypeError,
                  "lax.%s requires arguments to have the same dtypes, got %s. (Tip: jnp.%s is a "
                  "similar function that does automatic type promotion on inputs).",
                  name, b.data, tip);
}

static bool check_ranks(VM *vm, const char *name, const Array *x, const Array *y) {
  if (x->rank == y->rank || !x->rank || !y->rank) return true;
  uint32_t lo = x->rank < y->rank ? x->rank : y->rank, hi = x->rank + y->rank - lo;
  return vm_raise(vm, E_TypeError,
                  "%s: arrays must have the same number of dimensions, got {%u, %u}", name, lo, hi);
}

//===-- functions ---------------------------------------------------------===//

static bool unary_function(VM *vm, Value *bound, Value *out) {
  const Elementwise *e = &unary_table[native_closure(vm).i];
  Array *x;
  if (!lax_operand(vm, prim_name(e), bound[0], 0, &x) || !check_class(vm, e, x, -1)) return false;
  Dtype d = e->kind == OP_IS_FINITE ? DTYPE_BOOL : x->dtype;
  if (e->kind == OP_ABS || e->kind == OP_REAL || e->kind == OP_IMAG) d = dtype_real_of(d);
  return array_emit1(vm, &(ArrayOp){.kind = e->kind, .dtype = d, .shape = array_dims(x)}, x, out);
}

static bool binary_operands(VM *vm, const Elementwise *e, Value *bound, Array **xs) {
  const char *name = prim_name(e);
  if (!lax_operand(vm, name, bound[0], 0, &xs[0]) || !lax_operand(vm, name, bound[1], 1, &xs[1]))
    return false;
  if (e->kind == OP_POW && class_bit(xs[0]->dtype) & e->accepts && dtype_is_int(xs[1]->dtype) &&
      !array_convert(vm, xs[1], xs[0]->dtype, xs[1]->weak, &xs[1]))
    return false;
  return check_ranks(vm, name, xs[0], xs[1]) && check_class(vm, e, xs[0], 0) &&
         check_class(vm, e, xs[1], 1) && lax_same_dtypes(vm, e->name, e->tip, 2, xs);
}

static bool binary_function(VM *vm, Value *bound, Value *out) {
  int64_t i = native_closure(vm).i;
  const Elementwise *e = &binary_table[i];
  Array *xs[2];
  if (!binary_operands(vm, e, bound, xs)) return false;
  if (i >= FIRST_COMPARE) return emit_compare(vm, e->kind, prim_name(e), xs[0], xs[1], out);
  return emit_binary(vm, e->kind, prim_name(e), xs[0], xs[1], out);
}

// x / y within a function of JAX's library that is jitted: y, when constant, is known to XLA, or
// `exact`: is computed there.
static bool lax_jitted_div(VM *vm, Value *bound, Value *out) {
  static const Elementwise e = {"div", OP_DIV, NUM, NULL, "divide"};
  Array *xs[2];
  bool exact;
  if (!binary_operands(vm, &e, bound, xs) || !truth(vm, bound[2], &exact)) return false;
  staging(vm)->division = exact ? DIVISION_EXACT : DIVISION_JITTED;
  bool ok = emit_binary(vm, e.kind, prim_name(&e), xs[0], xs[1], out);
  staging(vm)->division = DIVISION_PLAIN;
  return ok;
}

static bool lax_round(VM *vm, Value *bound, Value *out) {
  static const Elementwise e = {"round", OP_ROUND, FLOAT};
  Array *x;
  int64_t method = 0;
  if (!lax_operand(vm, "round", bound[0], 0, &x) || !check_class(vm, &e, x, -1)) return false;
  if (bound[1].tag == TAG_OBJ) {
    Value v;
    if (!get_attr_c(vm, bound[1], "value", &v) || !value_index(vm, v, &method)) return false;
  } else if (bound[1].tag == TAG_INT)
    method = bound[1].i;
  MlirAttribute even = method == 1 ? attr_unit(vm->context) : (MlirAttribute){0};
  MlirAttribute attrs = attrs_make(vm->context, 1, "to_nearest_even", even);
  return array_emit1(vm, &(ArrayOp){OP_ROUND, attrs, x->dtype, array_dims(x)}, x, out);
}

static bool lax_integer_pow(VM *vm, Value *bound, Value *out) {
  static const Elementwise e = {"integer_pow", OP_INTEGER_POW, NUM};
  Array *x;
  int64_t y;
  if (!lax_operand(vm, e.name, bound[0], 0, &x) || !check_class(vm, &e, x, -1)) return false;
  if (!value_index(vm, bound[1], &y)) return false;
  if (y < 0 && dtype_is_int(x->dtype))
    return vm_raise(vm, E_TypeError,
                    "Integers cannot be raised to negative powers, got integer_pow(%s, %lld)",
                    array_text(vm, x), (long long)y);
  MlirAttribute attrs = attrs_make(vm->context, 1, "y", attr_of_int(vm->context, y));
  return array_emit1(vm, &(ArrayOp){OP_INTEGER_POW, attrs, x->dtype, array_dims(x)}, x, out);
}

static bool lax_reduce_precision(VM *vm, Value *bound, Value *out) {
  static const Elementwise e = {"reduce_precision", OP_REDUCE_PRECISION, FLOAT};
  Array *x;
  int64_t exponent, mantissa;
  if (!lax_operand(vm, e.name, bound[0], 0, &x) || !check_class(vm, &e, x, -1) ||
      !value_index(vm, bound[1], &exponent) || !value_index(vm, bound[2], &mantissa))
    return false;
  if (exponent < 1)
    return vm_raise(vm, E_ValueError, "reduce_precision: exponent_bits must be positive; got %lld",
                    (long long)exponent);
  if (mantissa < 0)
    return vm_raise(vm, E_ValueError,
                    "reduce_precision: mantissa_bits must be non-negative; got %lld",
                    (long long)mantissa);
  if (exponent > 11) exponent = 11;
  if (mantissa > 52) mantissa = 52;
  MlirAttribute attrs =
      attrs_make(vm->context, 2, "exponent_bits", attr_of_int(vm->context, exponent),
                 "mantissa_bits", attr_of_int(vm->context, mantissa));
  return array_emit1(vm, &(ArrayOp){e.kind, attrs, x->dtype, array_dims(x)}, x, out);
}

static bool lax_stop_gradient(VM *vm, Value *bound, Value *out) {
  if (!is_array(bound[0])) return *out = bound[0], true;
  Array *x = AS_ARRAY(bound[0]);
  if (!dtype_is_inexact(x->dtype)) return *out = bound[0], true;
  return emit_unary(vm, OP_STOP_GRADIENT, x, out);
}

//===-- complex numbers ---------------------------------------------------===//

static Dtype complex_of(Dtype part) { return part == DTYPE_F64 ? DTYPE_C128 : DTYPE_C64; }

static bool check_part(VM *vm, const Array *x, int position) {
  if (x->dtype == DTYPE_F32 || x->dtype == DTYPE_F64) return true;
  return vm_raise(vm, E_TypeError,
                  "complex does not accept dtype %s at position %d. Accepted dtypes at position %d "
                  "are subtypes of float32, float64.",
                  dtype_name(x->dtype), position, position);
}

static bool emit_complex(VM *vm, Array *re, Array *im, Value *out) {
  Array *xs[2] = {re, im};
  Dims shape;
  for (int i = 0; i < 2; i++)
    if (!check_part(vm, xs[i], i)) return false;
  if (!lax_same_dtypes(vm, "complex", NULL, 2, xs) || !check_ranks(vm, "complex", re, im) ||
      !broadcast_shapes(vm, "complex", 2, xs, &shape))
    return false;
  for (int i = 0; i < 2; i++)
    if (!array_broadcast(vm, xs[i], shape, true, &xs[i])) return false;
  return array_emit(vm,
                    &(ArrayOp){.kind = OP_COMPLEX, .dtype = complex_of(re->dtype), .shape = shape},
                    2, xs, out);
}

static bool lax_complex(VM *vm, Value *bound, Value *out) {
  Array *xs[2];
  return lax_operand(vm, "complex", bound[0], 0, &xs[0]) &&
         lax_operand(vm, "complex", bound[1], 1, &xs[1]) && emit_complex(vm, xs[0], xs[1], out);
}

// Of a real x: x as a complex number.
static bool lax_conj(VM *vm, Value *bound, Value *out) {
  static const Elementwise e = {"conj", OP_CONJ, COMPLEX | FLOAT};
  Array *x;
  if (!lax_operand(vm, "conj", bound[0], 0, &x) || !check_class(vm, &e, x, -1)) return false;
  if (dtype_is_complex(x->dtype)) return emit_unary(vm, OP_CONJ, x, out);
  if (!array_convert(vm, x, complex_of(x->dtype), x->weak, &x)) return false;
  *out = v_obj(x);
  return true;
}

//===-- select and clamp --------------------------------------------------===//

static bool raise_cases(VM *vm, uint32_t n, Array *const *xs) {
  StrBuf text;
  strbuf_init(&text, vm->arena);
  for (uint32_t i = 0; i < n; i++)
    strbuf_printf(&text, i ? ", %s" : "%s", dims_text(array_dims(xs[i])));
  return vm_raise(vm, E_TypeError, "select cases must have the same shapes, got [%s].", text.data);
}

static bool check_cases(VM *vm, const Array *which, uint32_t n, Array *const *xs) {
  for (uint32_t i = 1; i < n; i++)
    if (!dims_equal(array_dims(xs[i]), array_dims(xs[0]))) return raise_cases(vm, n, xs);
  if (which->rank && !dims_equal(array_dims(which), array_dims(xs[0])))
    return vm_raise(vm, E_TypeError,
                    "select `which` must be scalar or have the same shape as cases, got `which` "
                    "shape %s but case shape %s.",
                    dims_text(array_dims(which)), dims_text(array_dims(xs[0])));
  return true;
}

static bool select_keys(VM *vm, Array *which, uint32_t n, Array *const *keys, Value *out);

static bool select_n(VM *vm, Array *which, uint32_t n, Array *const *cases, Value *out) {
  Array **xs = ARENA_ARRAY(vm->arena, Array *, n + 1);
  bool weak = true;
  if (!check_cases(vm, which, n, cases) || !lax_same_dtypes(vm, "select", "where", n, cases))
    return false;
  if (dtype_is_inexact(which->dtype) || which->dtype == DTYPE_KEY)
    return vm_raise(vm, E_TypeError, "select `which` must be boolean or integer type, got %s.",
                    dtype_name(which->dtype));
  if (which->dtype != DTYPE_BOOL && !array_convert(vm, which, DTYPE_I32, false, &which))
    return false;
  if (cases[0]->dtype == DTYPE_KEY) return select_keys(vm, which, n, cases, out);
  if (!array_broadcast(vm, which, array_dims(cases[0]), true, &xs[0])) return false;
  for (uint32_t i = 0; i < n; i++) {
    xs[i + 1] = cases[i];
    weak = weak && cases[i]->weak;
  }
  if (!array_emit(
          vm,
          &(ArrayOp){.kind = OP_SELECT_N, .dtype = cases[0]->dtype, .shape = array_dims(cases[0])},
          n + 1, xs, out))
    return false;
  AS_ARRAY(*out)->weak = weak;
  return true;
}

// Keys are selected as their two words.
static bool select_keys(VM *vm, Array *which, uint32_t n, Array *const *keys, Value *out) {
  Array **xs = ARENA_ARRAY(vm->arena, Array *, n);
  for (uint32_t i = 0; i < n; i++) {
    MlirValue v;
    if (!trace_use(vm, v_obj(keys[i]), &v)) return false;
    xs[i] = AS_ARRAY(array_new(vm, v, DTYPE_U32, false));
  }
  if (which->rank) {
    Value v;
    Dims shape = array_dims(xs[0]), dims = dims_iota((int)which->rank);
    MlirAttribute to = attr_of_dims(vm->context, dims);
    MlirAttribute attrs = attrs_make(vm->context, 1, "broadcast_dimensions", to);
    if (!array_emit1(vm, &(ArrayOp){OP_BROADCAST_IN_DIM, attrs, which->dtype, shape}, which, &v))
      return false;
    which = AS_ARRAY(v);
  }
  MlirValue v;
  if (!select_n(vm, which, n, xs, out) || !trace_use(vm, *out, &v)) return false;
  *out = array_new(vm, v, DTYPE_KEY, false);
  return true;
}

static bool lax_select(VM *vm, Value *bound, Value *out) {
  Array *which, *xs[2];
  if (!lax_operand(vm, "select", bound[0], 0, &which) ||
      !lax_operand(vm, "select", bound[2], 2, &xs[0]) ||
      !lax_operand(vm, "select", bound[1], 1, &xs[1]))
    return false;
  return select_n(vm, which, 2, xs, out);
}

static bool lax_select_n(VM *vm, Value *bound, Value *out) {
  const Tuple *cases = AS_TUPLE(bound[1]);
  Array *which, **xs = ARENA_ARRAY(vm->arena, Array *, cases->n + 1);
  if (!cases->n) return vm_raise(vm, E_ValueError, "select_n() must have at least one case");
  if (!lax_operand(vm, "select_n", bound[0], 0, &which)) return false;
  for (uint32_t i = 0; i < cases->n; i++)
    if (!lax_operand(vm, "select_n", cases->v[i], (int)i + 1, &xs[i])) return false;
  return select_n(vm, which, cases->n, xs, out);
}

static bool lax_clamp(VM *vm, Value *bound, Value *out) {
  Array *xs[3];
  for (int i = 0; i < 3; i++)
    if (!lax_operand(vm, "clamp", bound[i], i, &xs[i])) return false;
  Dims shape = array_dims(xs[1]);
  for (int i = 0; i < 3; i += 2)
    if (xs[i]->rank && !dims_equal(array_dims(xs[i]), shape))
      return vm_raise(vm, E_TypeError,
                      "clamp requires %s.shape == operand.shape or %s.shape == (), got "
                      "%s.shape=%s, operand.shape=%s.",
                      i ? "max" : "min", i ? "max" : "min", i ? "max" : "min",
                      dims_text(array_dims(xs[i])), dims_text(shape));
  if (!lax_same_dtypes(vm, "clamp", "clip", 3, xs)) return false;
  for (int i = 0; i < 3; i += 2)
    if (!array_broadcast(vm, xs[i], shape, true, &xs[i])) return false;
  bool weak = xs[1]->weak;
  if (!array_emit(vm, &(ArrayOp){.kind = OP_CLAMP, .dtype = xs[1]->dtype, .shape = shape}, 3, xs,
                  out))
    return false;
  AS_ARRAY(*out)->weak = weak && !AS_ARRAY(*out)->numpy;
  return true;
}

//===-- conversion --------------------------------------------------------===//

static bool lax_convert(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dtype d;
  if (!lax_operand(vm, "convert_element_type", bound[0], 0, &x)) return false;
  if (v_is_none(bound[1]))
    d = x->dtype;
  else if (!dtype_argument(vm, bound[1], "astype", &d))
    return false;
  if (!array_convert(vm, x, d, false, &x)) return false;
  *out = v_obj(x);
  return true;
}

static bool lax_bitcast(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dtype d;
  if (!lax_operand(vm, "bitcast_convert_type", bound[0], 0, &x) ||
      !dtype_argument(vm, bound[1], "bitcast_convert_type", &d))
    return false;
  bool same = d == x->dtype;
  if (!same && (dtype_is_complex(d) || dtype_is_complex(x->dtype) || d == DTYPE_BOOL ||
                x->dtype == DTYPE_BOOL))
    return vm_raise(vm, E_TypeError,
                    "lax.bitcast_convert_type does not support bool or complex values unless the "
                    "operand and destination types match. Got operand dtype=%s, "
                    "new_dtype=dtype('%s'). Consider using the arr.view() method instead.",
                    dtype_name(x->dtype), dtype_name(d));
  if (dtype_size(d) != dtype_size(x->dtype)) // lax/bitcast.py makes one of equal widths of it
    BUG("bitcast from %s to %s", dtype_name(x->dtype), dtype_name(d));
  if (!array_emit1(vm,
                   &(ArrayOp){.kind = OP_BITCAST_CONVERT_TYPE, .dtype = d, .shape = array_dims(x)},
                   x, out))
    return false;
  AS_ARRAY(*out)->weak = false;
  return true;
}

static const NativeDef functions[] = {
    {"round", "x, rounding_method=0", lax_round},
    {"integer_pow", "x, y", lax_integer_pow},
    {"reduce_precision", "operand, exponent_bits, mantissa_bits", lax_reduce_precision},
    {"stop_gradient", "x, /", lax_stop_gradient},
    {"_jitted_div", "x, y, exact=False, /", lax_jitted_div},
    {"complex", "x, y, /", lax_complex},
    {"conj", "x, /", lax_conj},
    {"select", "pred, on_true, on_false", lax_select},
    {"select_n", "which, *cases", lax_select_n},
    {"clamp", "min, x, max", lax_clamp},
    {"convert_element_type", "operand, new_dtype=None", lax_convert},
    {"bitcast_convert_type", "operand, new_dtype", lax_bitcast},
    {0}};
static const NativeDef unary_def = {"unary", "x, /, accuracy=None", unary_function};
static const NativeDef binary_def = {"binary", "x, y, /", binary_function};

void lax_add_table(VM *vm, Module *m, const NativeDef *def, const char *name, int64_t row) {
  Value f = native_function_with(vm, def, v_int(row));
  ((Native *)f.o)->name = ((Native *)f.o)->qualname = str_name(vm, name);
  module_set(vm, m, name, f);
}

void lax_init_elementwise(VM *vm, Module *m) {
  native_add_functions(vm, m->dict, functions, NULL);
  for (size_t i = 0; i < sizeof unary_table / sizeof *unary_table; i++)
    lax_add_table(vm, m, &unary_def, unary_table[i].name, (int64_t)i);
  for (size_t i = 0; i < sizeof binary_table / sizeof *binary_table; i++)
    lax_add_table(vm, m, &binary_def, binary_table[i].name, (int64_t)i);
}

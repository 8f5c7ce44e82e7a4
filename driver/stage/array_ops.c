// array_ops.c -- Python's operators on arrays and run-time numbers (vm->hooks).
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

typedef struct OpName {
  const char *name;     // of the jax.numpy function
  const char *lax;      // of the primitive, for messages
  OpKind kind, on_bool; // OP_COUNT: the library's function does it
  const char *accepts;  // what the primitive takes besides, null: everything
} OpName;

static const OpName binary_ops[BINARY_COUNT] = {
    [BINARY_ADD] = {"add", "add", OP_ADD, OP_OR},
    [BINARY_SUB] = {"subtract", "sub", OP_SUB, OP_COUNT},
    [BINARY_MUL] = {"multiply", "mul", OP_MUL, OP_AND},
    [BINARY_DIV] = {"true_divide", "div", OP_DIV, OP_DIV},
    [BINARY_FLOORDIV] = {"floor_divide", NULL, OP_COUNT, OP_COUNT},
    [BINARY_MOD] = {"remainder", NULL, OP_COUNT, OP_COUNT},
    [BINARY_POW] = {"power", NULL, OP_COUNT, OP_COUNT},
    [BINARY_MATMUL] = {"matmul", NULL, OP_COUNT, OP_COUNT},
    [BINARY_AND] = {"bitwise_and", "and", OP_AND, OP_AND},
    [BINARY_OR] = {"bitwise_or", "or", OP_OR, OP_OR},
    [BINARY_XOR] = {"bitwise_xor", "xor", OP_XOR, OP_XOR},
    [BINARY_LSHIFT] = {"left_shift", "shift_left", OP_SHIFT_LEFT, OP_COUNT},
    [BINARY_RSHIFT] = {"right_shift", "shift_right_arithmetic", OP_SHIFT_RIGHT_ARITHMETIC,
                       OP_COUNT},
};

static const struct {
  const char *name, *lax;
  OpKind kind;
} compare_ops[COMPARE_COUNT] = {
    [COMPARE_LT] = {"less", "lt", OP_LT},    [COMPARE_LE] = {"less_equal", "le", OP_LE},
    [COMPARE_EQ] = {"equal", "eq", OP_EQ},   [COMPARE_NE] = {"not_equal", "ne", OP_NE},
    [COMPARE_GT] = {"greater", "gt", OP_GT}, [COMPARE_GE] = {"greater_equal", "ge", OP_GE},
};

//===-- operands ----------------------------------------------------------===//

static bool raise_operands(VM *vm, const char *symbol, Value l, Value r, bool plain) {
  const char *a = plain ? class_of(vm, l)->name->text : type_name(vm, l);
  const char *b = plain ? class_of(vm, r)->name->text : type_name(vm, r);
  return vm_raise(vm, E_TypeError, "unsupported operand type(s) for %s%s: '%s' and '%s'",
                  symbol, strcmp(symbol, "**") ? "" : " or pow()", a, b);
}

static bool is_sequence(Value v) { return v_is(v, O_LIST) || v_is(v, O_TUPLE); }

// A Python int that the default int cannot hold.
static bool check_int(VM *vm, Value v, const char *path) {
  bool big = v_is(v, O_BIGINT);
  if (!big && (v.tag != TAG_INT || staging(vm)->x64)) return true;
  if (!big && v.i >= INT32_MIN && v.i <= INT32_MAX) return true;
  return vm_raise(vm, E_OverflowError,
                  "An overflow was encountered while parsing an argument to a jitted computation, "
                  "whose argument path is %s. Got <class 'int'> with value %s",
                  path, text_of(vm, v));
}

// Enters host mode when no operand is a jax array and one is NumPy's.
static bool wants_host(Value l, Value r) {
  bool any = (is_array(l) && AS_ARRAY(l)->numpy) || (is_array(r) && AS_ARRAY(r)->numpy);
  return any && !(is_array(l) && !AS_ARRAY(l)->numpy) && !(is_array(r) && !AS_ARRAY(r)->numpy);
}

// Sequences become arrays beside NumPy ones.
static bool host_operand(VM *vm, Value *v) {
  if (!is_sequence(*v)) return true;
  Array *x;
  if (!array_from_nested(vm, *v, DTYPE_COUNT, &x)) return false;
  *v = v_obj(x);
  return true;
}

bool call_library(VM *vm, const Array *x, const char *name, const Value *args, uint32_t n,
                  Value *out) {
  const char *module = staging(vm)->host || (x && x->numpy) ? "numpy" : "jax.numpy";
  Value f;
  return import_attr(vm, module, name, &f) && vm_call(vm, f, args, n, NULL, out);
}

//===-- binary ------------------------------------------------------------===//

static bool check_accepts(VM *vm, const OpName *o, BinaryOp op, const Array *x) {
  const char *bad = NULL;
  bool bits = op >= BINARY_AND;
  if (x->dtype == DTYPE_KEY)
    return vm_raise(vm, E_TypeError, "%s does not accept dtypes key<fry>, key<fry>.", o->lax);
  if (bits && dtype_is_inexact(x->dtype)) bad = op >= BINARY_LSHIFT ? "integer" : "integer, bool";
  if (x->dtype == DTYPE_BOOL && o->on_bool == OP_COUNT)
    bad = op == BINARY_SUB ? "integer, floating, complexfloating" : "integer";
  if (!bad) return true;
  return vm_raise(vm, E_TypeError,
                  "%s does not accept dtype %s at position 0. Accepted dtypes at position 0 are "
                  "subtypes of %s.",
                  o->lax, dtype_name(x->dtype), bad);
}

// Keys promote with nothing.
static bool check_keys(VM *vm, const char *name, Value l, Value r) {
  DtypeWeak a, b;
  value_dtype(vm, l, &a);
  value_dtype(vm, r, &b);
  if (a.dtype != DTYPE_KEY && b.dtype != DTYPE_KEY) return true;
  return vm_raise(vm, E_TypeError, "%s does not accept dtypes %s, %s.", name, dtype_name(a.dtype),
                  dtype_name(b.dtype));
}

static bool integer_power(VM *vm, Value x, int64_t n, Value *out) {
  Array *a;
  if (!promote(vm, "power", 1, &x, false, &a)) return false;
  if (a->dtype == DTYPE_BOOL && !array_convert(vm, a, dtype_default_int(vm), false, &a))
    return false;
  if (n < 0 && dtype_is_int(a->dtype))
    return vm_raise(vm, E_TypeError,
                    "Integers cannot be raised to negative powers, got integer_pow(%s, %lld)",
                    array_text(vm, a), (long long)n);
  MlirAttribute attrs = attrs_make(vm->context, 1, "y", attr_of_int(vm->context, n));
  return array_emit1(vm, &(ArrayOp){OP_INTEGER_POW, attrs, a->dtype, array_dims(a)}, a, out);
}

static bool binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  const OpName *o = &binary_ops[op];
  if (op == BINARY_POW && is_array(l) && value_unwrap(r).tag == TAG_INT)
    return integer_power(vm, l, value_unwrap(r).i, out);
  if (o->kind == OP_COUNT) return call_library(vm, NULL, o->name, (Value[]){l, r}, 2, out);
  Array *xs[2];
  if (!check_keys(vm, o->lax, l, r)) return false;
  if (!promote(vm, o->name, 2, (Value[]){l, r}, op == BINARY_DIV, xs)) return false;
  bool shift = op == BINARY_LSHIFT || op == BINARY_RSHIFT;
  for (int i = 0; shift && i < 2 && xs[i]->dtype == DTYPE_BOOL; i++)
    if (!array_convert(vm, xs[i], dtype_default_int(vm), false, &xs[i])) return false;
  if (!check_accepts(vm, o, op, xs[0])) return false;
  OpKind kind = xs[0]->dtype == DTYPE_BOOL ? o->on_bool : o->kind;
  if (op == BINARY_RSHIFT && dtype_is_unsigned(xs[0]->dtype)) kind = OP_SHIFT_RIGHT_LOGICAL;
  return emit_binary(vm, kind, o->lax, xs[0], xs[1], out);
}

// "-" * n with a run-time n: its length is needed now.
static bool repeat(VM *vm, Value sequence, Value n, Value *out) {
  Value known;
  return static_value(vm, n, NULL, &known) && value_binary(vm, BINARY_MUL, sequence, known, out);
}

static bool is_text_or_sequence(Value v) {
  return is_sequence(v) || v_is(v, O_STR) || v_is(v, O_BYTES);
}

static bool scalar_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  if (op == BINARY_MUL && is_text_or_sequence(l)) return repeat(vm, l, r, out);
  if (op == BINARY_MUL && is_text_or_sequence(r)) return repeat(vm, r, l, out);
  return run_scalar_binary(vm, op, l, r, out);
}

bool array_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  if (!optional_take(vm, l, &l) || !optional_take(vm, r, &r)) return false;
  if (!v_is_staged(l) && !v_is_staged(r)) return value_binary(vm, op, l, r, out);
  *out = vm->not_implemented;
  if (v_is(l, O_RUN_STR) || v_is(r, O_RUN_STR)) return true;
  if (!is_array(l) && !is_array(r)) return scalar_binary(vm, op, l, r, out);
  bool host = wants_host(l, r), outer = staging(vm)->host;
  if (host && (!host_operand(vm, &l) || !host_operand(vm, &r))) return false;
  if (is_sequence(l) || is_sequence(r)) return raise_operands(vm, binary_symbol[op], l, r, true);
  if (!is_arraylike(vm, l) || !is_arraylike(vm, r)) return true;
  if (!host && !outer && (!check_int(vm, l, "x") || !check_int(vm, r, "y"))) return false;
  staging(vm)->host = host || outer;
  bool ok = binary(vm, op, l, r, out);
  staging(vm)->host = outer;
  return ok;
}

//===-- comparisons -------------------------------------------------------===//

static bool compare_others(VM *vm, CompareOp op, Value l, Value r, Value *out) {
  Value other = is_array(l) ? r : l;
  *out = vm->not_implemented;
  if (op != COMPARE_EQ && op != COMPARE_NE) {
    if (!is_sequence(other) && !v_is_none(other) && !v_is(other, O_STR)) return true;
    return vm_raise(vm, E_TypeError, "'%s' not supported between instances of '%s' and '%s'",
                    compare_symbol[op], type_name(vm, l), type_name(vm, r));
  }
  if (is_sequence(other)) return raise_operands(vm, compare_symbol[op], l, r, true);
  return true;
}

static bool is_key(Value v) { return is_array(v) && AS_ARRAY(v)->dtype == DTYPE_KEY; }

static bool compare_keys(VM *vm, CompareOp op, Value l, Value r, Value *out) {
  Value f;
  if (!import_attr(vm, "jax.random", "_same_keys", &f)) return false;
  if (!vm_call(vm, f, (Value[]){l, r}, 2, NULL, out)) return false;
  return op == COMPARE_EQ || array_unary(vm, UNARY_INVERT, *out, out);
}

static bool compare(VM *vm, CompareOp op, Value l, Value r, Value *out) {
  Array *xs[2];
  if ((op == COMPARE_EQ || op == COMPARE_NE) && is_key(l) && is_key(r))
    return compare_keys(vm, op, l, r, out);
  if (!check_keys(vm, compare_ops[op].lax, l, r)) return false;
  if (!promote(vm, compare_ops[op].name, 2, (Value[]){l, r}, false, xs)) return false;
  return emit_compare(vm, compare_ops[op].kind, compare_ops[op].lax, xs[0], xs[1], out);
}

bool array_compare(VM *vm, CompareOp op, Value l, Value r, Value *out) {
  if (!optional_take(vm, l, &l) || !optional_take(vm, r, &r)) return false;
  if (!v_is_staged(l) && !v_is_staged(r)) return value_compare(vm, op, l, r, out);
  *out = vm->not_implemented;
  if (v_is(l, O_RUN_STR) || v_is(r, O_RUN_STR)) return true;
  if (!is_array(l) && !is_array(r)) return run_scalar_compare(vm, op, l, r, out);
  bool host = wants_host(l, r), outer = staging(vm)->host;
  if (host && (!host_operand(vm, &l) || !host_operand(vm, &r))) return false;
  if (!is_arraylike(vm, l) || !is_arraylike(vm, r)) return compare_others(vm, op, l, r, out);
  if (!host && !outer && (!check_int(vm, l, "x") || !check_int(vm, r, "y"))) return false;
  staging(vm)->host = host || outer;
  bool ok = compare(vm, op, l, r, out);
  staging(vm)->host = outer;
  return ok;
}

//===-- unary -------------------------------------------------------------===//

static bool unary(VM *vm, UnaryOp op, Array *x, Value *out) {
  if (op == UNARY_POS) return *out = v_obj(x), true;
  bool neg = op == UNARY_NEG;
  if (neg ? x->dtype == DTYPE_BOOL : dtype_is_inexact(x->dtype))
    return vm_raise(vm, E_TypeError,
                    "%s does not accept dtype %s. Accepted dtypes are subtypes of %s.",
                    neg ? "neg" : "not", dtype_name(x->dtype),
                    neg ? "integer, floating, complexfloating" : "integer, bool");
  return emit_unary(vm, neg ? OP_NEG : OP_NOT, x, out);
}

bool array_unary(VM *vm, UnaryOp op, Value v, Value *out) {
  if (!optional_take(vm, v, &v)) return false;
  if (!v_is_staged(v)) return value_unary(vm, op, v, out);
  if (!is_array(v)) return run_scalar_unary(vm, op, v, out);
  bool outer = staging(vm)->host;
  staging(vm)->host = outer || AS_ARRAY(v)->numpy;
  bool ok = unary(vm, op, AS_ARRAY(v), out);
  staging(vm)->host = outer;
  return ok;
}

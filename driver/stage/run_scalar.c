// run_scalar.c -- Python's bool, int and float when only the executable knows them.
//
// Ints are 64 bits: an operation that overflows ends the program with an error instead of wrapping.
// An int may carry an affine form scale * base + offset, and a range.
#include "driver/stage/flow.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include "dialect/scalar.h"

#include <math.h>
#include <string.h>

static const Dtype run_dtype[] = {DTYPE_BOOL, DTYPE_I64, DTYPE_F64};

Value run_scalar_new(VM *vm, RunKind kind, MlirValue v) {
  RunScalar *x = HEAP_NEW(vm, vm->type[T_run_scalar], O_RUN_SCALAR, RunScalar);
  x->value = v;
  x->run = kind;
  x->at = staging(vm)->at;
  x->owner = vm->trace;
  x->known = V_EMPTY;
  return v_obj(x);
}

//===-- small builders ----------------------------------------------------===//

static MlirType scalar_type(VM *vm, RunKind k) {
  return type_tensor(dtype_type(vm, run_dtype[k]), dims_of(0, NULL));
}

static MlirValue constant(VM *vm, RunKind k, double f, int64_t i) {
  stage_locate(vm);
  MlirType t = scalar_type(vm, k);
  return k == RUN_FLOAT ? op_splat(vm->build, t, f) : op_splat_int(vm->build, t, i);
}

static MlirValue emit(VM *vm, OpKind k, RunKind result, int n, const MlirValue *in) {
  MlirType t = scalar_type(vm, result);
  MlirOperation op = stage_op(vm, k, n, in, (MlirAttribute){0}, 1, &t);
  return mlirOperationIsNull(op) ? (MlirValue){0} : op_result(op, 0);
}

static MlirValue emit2(VM *vm, OpKind k, RunKind result, MlirValue x, MlirValue y) {
  return emit(vm, k, result, 2, (MlirValue[]){x, y});
}

static MlirValue convert(VM *vm, MlirValue v, RunKind from, RunKind to) {
  return from == to ? v : emit(vm, OP_CONVERT_ELEMENT_TYPE, to, 1, &v);
}

static MlirValue choose(VM *vm, RunKind k, MlirValue pred, MlirValue yes, MlirValue no) {
  return emit(vm, OP_SELECT_N, k, 3, (MlirValue[]){pred, no, yes});
}

// A static or run-time number as kind k.
static bool operand(VM *vm, Value v, RunKind k, MlirValue *out) {
  if (is_run_scalar(v)) {
    if (!trace_use(vm, v, out)) return false;
    *out = convert(vm, *out, AS_RUN_SCALAR(v)->run, k);
    return true;
  }
  v = value_unwrap(v);
  if (k == RUN_FLOAT) {
    double f;
    if (!value_float(vm, v, &f)) return false;
    *out = constant(vm, k, f, 0);
    return true;
  }
  int64_t i;
  if (!value_index(vm, v, &i)) return false;
  *out = constant(vm, k, 0, i);
  return true;
}

static bool kind_of(Value v, RunKind *k) {
  if (is_run_scalar(v)) return *k = AS_RUN_SCALAR(v)->run, true;
  v = value_unwrap(v);
  if (v.tag == TAG_BOOL) return *k = RUN_BOOL, true;
  if (v.tag == TAG_INT || v_is(v, O_BIGINT)) return *k = RUN_INT, true;
  return v.tag == TAG_FLOAT ? (*k = RUN_FLOAT, true) : false;
}

//===-- checks ------------------------------------------------------------===//

static MlirAttribute text_attr(VM *vm, const char *text) {
  MlirAttribute piece = attr_str(vm, text);
  return mlirArrayAttrGet(vm->context, 1, &piece);
}

// The program ends with `Type: message` and the place unless ok.
static bool check(VM *vm, MlirValue ok, const char *message) {
  SrcRange at = vm_user_here(vm);
  size_t n = 0;
  const char *line = at.line ? diag_source_line(at.file, at.line, &n) : NULL;
  const char *text = message;
  if (line)
    text = arena_printf(vm->arena, "%s:%u:%u: error: %s\n    %.*s\n    %*s^\n",
                        diag_file_name(at.file), at.line, at.col, message, (int)n, line,
                        (int)at.col - 1, "");
  MlirAttribute attrs = attrs_make(vm->context, 2, "text", text_attr(vm, text), "fields",
                                   mlirArrayAttrGet(vm->context, 0, NULL));
  return !mlirOperationIsNull(stage_op(vm, OP_CHECK, 1, &ok, attrs, 0, NULL));
}

bool run_scalar_check(VM *vm, Value ok, const char *message) {
  MlirValue v;
  if (ok.tag == TAG_BOOL && ok.b) return true;
  return trace_use(vm, ok, &v) && check(vm, v, message);
}

static bool check_overflow(VM *vm, OpKind k, MlirValue x, MlirValue y, MlirValue *out) {
  MlirType types[] = {scalar_type(vm, RUN_INT), scalar_type(vm, RUN_BOOL)};
  MlirOperation op = stage_op(vm, k, 2, (MlirValue[]){x, y}, (MlirAttribute){0}, 2, types);
  if (mlirOperationIsNull(op)) return false;
  MlirValue over = op_result(op, 1);
  *out = op_result(op, 0);
  return check(vm, emit(vm, OP_NOT, RUN_BOOL, 1, &over),
               "OverflowError: integer result does not fit in 64 bits");
}

static bool check_divisor(VM *vm, RunKind k, MlirValue y, const char *message) {
  double known;
  if (constant_splat(y, &known) && known != 0) return true;
  MlirValue zero = constant(vm, k, 0, 0);
  return check(vm, emit2(vm, OP_NE, RUN_BOOL, y, zero), message);
}

//===-- arithmetic --------------------------------------------------------===//

// Quotient or remainder with Python's signs: the floor, and the divisor's sign.
static MlirValue floor_int(VM *vm, MlirValue x, MlirValue y, bool quotient) {
  MlirValue zero = constant(vm, RUN_INT, 0, 0), one = constant(vm, RUN_INT, 0, 1);
  MlirValue rem = emit2(vm, OP_REM, RUN_INT, x, y);
  MlirValue inexact = emit2(vm, OP_NE, RUN_BOOL, rem, zero);
  MlirValue rem_negative = emit2(vm, OP_LT, RUN_BOOL, rem, zero);
  MlirValue divisor_negative = emit2(vm, OP_LT, RUN_BOOL, y, zero);
  MlirValue signs = emit2(vm, OP_NE, RUN_BOOL, rem_negative, divisor_negative);
  MlirValue fix = emit2(vm, OP_AND, RUN_BOOL, inexact, signs);
  if (!quotient) {
    MlirValue moved = emit2(vm, OP_ADD, RUN_INT, rem, y);
    return choose(vm, RUN_INT, fix, moved, rem);
  }
  MlirValue q = emit2(vm, OP_DIV, RUN_INT, x, y);
  MlirValue less = emit2(vm, OP_SUB, RUN_INT, q, one);
  return choose(vm, RUN_INT, fix, less, q);
}

static MlirValue floor_float(VM *vm, MlirValue x, MlirValue y, bool quotient) {
  MlirValue zero = constant(vm, RUN_FLOAT, 0, 0);
  MlirValue rem = emit2(vm, OP_REM, RUN_FLOAT, x, y);
  MlirValue inexact = emit2(vm, OP_NE, RUN_BOOL, rem, zero);
  MlirValue rem_negative = emit2(vm, OP_LT, RUN_BOOL, rem, zero);
  MlirValue divisor_negative = emit2(vm, OP_LT, RUN_BOOL, y, zero);
  MlirValue signs = emit2(vm, OP_NE, RUN_BOOL, rem_negative, divisor_negative);
  MlirValue fix = emit2(vm, OP_AND, RUN_BOOL, inexact, signs);
  MlirValue moved = emit2(vm, OP_ADD, RUN_FLOAT, rem, y);
  MlirValue minus_zero = constant(vm, RUN_FLOAT, -0.0, 0);
  MlirValue mod = choose(vm, RUN_FLOAT, fix, moved, rem);
  MlirValue nothing = choose(vm, RUN_FLOAT, divisor_negative, minus_zero, zero);
  mod = choose(vm, RUN_FLOAT, inexact, mod, nothing);
  if (!quotient) return mod;
  MlirValue whole = emit2(vm, OP_SUB, RUN_FLOAT, x, mod);
  MlirValue q = emit2(vm, OP_DIV, RUN_FLOAT, whole, y);
  MlirAttribute even = attrs_make(vm->context, 1, "to_nearest_even", attr_unit(vm->context));
  MlirType t = scalar_type(vm, RUN_FLOAT);
  MlirOperation op = stage_op(vm, OP_ROUND, 1, &q, even, 1, &t);
  if (mlirOperationIsNull(op)) return (MlirValue){0};
  // A zero has the sign of x / y.
  MlirValue is_zero = emit2(vm, OP_EQ, RUN_BOOL, op_result(op, 0), zero);
  MlirValue exact = emit2(vm, OP_DIV, RUN_FLOAT, x, y);
  MlirValue signed_zero = emit2(vm, OP_MUL, RUN_FLOAT, exact, zero);
  return choose(vm, RUN_FLOAT, is_zero, signed_zero, op_result(op, 0));
}

// The number that v is, where that can be found out while compiling.
static bool known_number(VM *vm, Value v, Value *out, bool *found) {
  static const Dtype dtypes[] = {
      [RUN_BOOL] = DTYPE_BOOL, [RUN_INT] = DTYPE_I64, [RUN_FLOAT] = DTYPE_F64};
  const void *data;
  *found = true;
  if (!v_is(v, O_RUN_SCALAR)) return *out = v, true;
  if (!static_data(vm, v, &data, found)) return false;
  if (*found) *out = data_value(vm, dtypes[AS_RUN_SCALAR(v)->run], (Dims){0}, data);
  return true;
}

// What the executable cannot do is done while compiling, where both numbers are known then.
static bool known_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out, bool *done) {
  Value a, b;
  if (!known_number(vm, l, &a, done) || !*done) return v_is_empty(vm->exc);
  if (!known_number(vm, r, &b, done) || !*done) return v_is_empty(vm->exc);
  return value_binary(vm, op, a, b, out);
}

static bool int_power(VM *vm, Value l, Value r, MlirValue x, Value *out) {
  bool known, small = value_unwrap(r).tag == TAG_INT && value_unwrap(r).i >= 0;
  if (!small || value_unwrap(r).i > 64) {
    if (!known_binary(vm, BINARY_POW, l, r, out, &known)) return false;
    return known || vm_unsupported(vm, "CJ0410",
                                   "%s ** %s: a run-time int needs a static exponent of 0 to 64",
                                   text_of(vm, l), text_of(vm, r));
  }
  MlirValue result = constant(vm, RUN_INT, 0, 1);
  for (int64_t n = value_unwrap(r).i; n > 0; n--)
    if (!check_overflow(vm, OP_MUL_WITH_OVERFLOW, result, x, &result)) return false;
  *out = run_scalar_new(vm, RUN_INT, result);
  return true;
}

static void set_affine(Value v, const RunScalar *x, int64_t scale, int64_t offset) {
  RunScalar *r = AS_RUN_SCALAR(v);
  r->affine = true;
  r->base = x->affine ? x->base : staged_value(v_obj((void *)x));
  r->scale = (x->affine ? x->scale : 1) * scale;
  r->offset = (x->affine ? x->offset : 0) * scale + offset;
}

// Keeps the affine form through + - * with a static int.
static void follow_affine(BinaryOp op, Value l, Value r, Value out) {
  bool left = is_run_scalar(l) && r.tag == TAG_INT, right = is_run_scalar(r) && l.tag == TAG_INT;
  if (!left && !right) return;
  const RunScalar *x = AS_RUN_SCALAR(left ? l : r);
  int64_t c = left ? r.i : l.i;
  if (x->run != RUN_INT || c > INT32_MAX || c < INT32_MIN) return;
  if (op == BINARY_ADD)
    set_affine(out, x, 1, c);
  else if (op == BINARY_MUL)
    set_affine(out, x, c, 0);
  else if (op == BINARY_SUB)
    set_affine(out, x, left ? 1 : -1, left ? -c : c);
}

// The least and greatest value of an int, if they are known and small enough to compute with.
typedef struct Bounds {
  int64_t lo, hi;
} Bounds;

static bool bounds_of(Value v, Bounds *b) {
  if (is_run_scalar(v)) {
    const RunScalar *x = AS_RUN_SCALAR(v);
    *b = (Bounds){x->lo, x->hi};
    if (!x->ranged) return false;
  } else {
    v = value_unwrap(v);
    if (v.tag != TAG_INT && v.tag != TAG_BOOL) return false;
    b->lo = b->hi = v.tag == TAG_INT ? v.i : v.b;
  }
  return b->lo >= INT32_MIN && b->hi <= INT32_MAX;
}

bool run_int_least(VM *vm, Value a, Value b, Value *out) {
  Bounds x, y;
  if (!bounds_of(a, &x) || !bounds_of(b, &y)) return false;
  if (x.hi <= y.lo) return *out = a, true;
  if (y.hi <= x.lo) return *out = b, true;
  Value v = is_run_scalar(a) ? a : b;
  int64_t most = is_run_scalar(a) ? y.lo : x.lo;
  if (is_run_scalar(a) && is_run_scalar(b)) return false;
  if (!rolling_limit(vm, v, most)) return false;
  vm_unsupported(vm, "CJ0420", "a bound that is smaller in the last iteration of a loop");
  return true;
}

// Of l op r; false: not known.
static bool bounds_binary(BinaryOp op, Value l, Value r, Bounds *out) {
  Bounds x, y;
  if (!bounds_of(l, &x) || !bounds_of(r, &y)) return false;
  if (op == BINARY_ADD) return *out = (Bounds){x.lo + y.lo, x.hi + y.hi}, true;
  if (op == BINARY_SUB) return *out = (Bounds){x.lo - y.hi, x.hi - y.lo}, true;
  if (op == BINARY_FLOORDIV && x.lo >= 0 && y.lo > 0)
    return *out = (Bounds){x.lo / y.hi, x.hi / y.lo}, true;
  if (op == BINARY_MOD && y.lo > 0) return *out = (Bounds){0, y.hi - 1}, true;
  if (op != BINARY_MUL) return false;
  int64_t p[4] = {x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi};
  *out = (Bounds){p[0], p[0]};
  for (int i = 1; i < 4; i++) {
    if (p[i] < out->lo) out->lo = p[i];
    if (p[i] > out->hi) out->hi = p[i];
  }
  return true;
}

static bool int_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  static const OpKind checked[] = {OP_ADD_WITH_OVERFLOW, OP_SUB_WITH_OVERFLOW,
                                   OP_MUL_WITH_OVERFLOW};
  static const OpKind unchecked[] = {OP_ADD, OP_SUB, OP_MUL};
  MlirValue x, y, z;
  Bounds bounds;
  bool bounded = bounds_binary(op, l, r, &bounds);
  if (!operand(vm, l, RUN_INT, &x) || !operand(vm, r, RUN_INT, &y)) return false;
  switch (op) {
  case BINARY_ADD:
  case BINARY_SUB:
  case BINARY_MUL:
    if (bounded)
      z = emit2(vm, unchecked[op - BINARY_ADD], RUN_INT, x, y);
    else if (!check_overflow(vm, checked[op - BINARY_ADD], x, y, &z))
      return false;
    break;
  case BINARY_FLOORDIV:
  case BINARY_MOD:
    if (!check_divisor(vm, RUN_INT, y, "ZeroDivisionError: integer division or modulo by zero"))
      return false;
    z = floor_int(vm, x, y, op == BINARY_FLOORDIV);
    break;
  case BINARY_POW:
    return int_power(vm, l, r, x, out);
  case BINARY_AND:
    z = emit2(vm, OP_AND, RUN_INT, x, y);
    break;
  case BINARY_OR:
    z = emit2(vm, OP_OR, RUN_INT, x, y);
    break;
  case BINARY_XOR:
    z = emit2(vm, OP_XOR, RUN_INT, x, y);
    break;
  case BINARY_RSHIFT:
    z = emit2(vm, OP_SHIFT_RIGHT_ARITHMETIC, RUN_INT, x, y);
    break;
  default: {
    bool known;
    if (!known_binary(vm, op, l, r, out, &known)) return false;
    return known ||
           vm_unsupported(vm, "CJ0411", "run-time int %s: not supported", binary_symbol[op]);
  }
  }
  *out = run_scalar_new(vm, RUN_INT, z);
  follow_affine(op, l, r, *out);
  if (bounded) {
    RunScalar *made = AS_RUN_SCALAR(*out);
    made->ranged = true;
    made->lo = bounds.lo;
    made->hi = bounds.hi;
  }
  return !mlirValueIsNull(z);
}

static bool float_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  static const char *const zero[] = {"ZeroDivisionError: float division by zero",
                                     "ZeroDivisionError: float floor division by zero",
                                     "ZeroDivisionError: float modulo"};
  MlirValue x, y, z;
  if (!operand(vm, l, RUN_FLOAT, &x) || !operand(vm, r, RUN_FLOAT, &y)) return false;
  if (op >= BINARY_DIV && op <= BINARY_MOD &&
      !check_divisor(vm, RUN_FLOAT, y, zero[op - BINARY_DIV]))
    return false;
  switch (op) {
  case BINARY_ADD:
    z = emit2(vm, OP_ADD, RUN_FLOAT, x, y);
    break;
  case BINARY_SUB:
    z = emit2(vm, OP_SUB, RUN_FLOAT, x, y);
    break;
  case BINARY_MUL:
    z = emit2(vm, OP_MUL, RUN_FLOAT, x, y);
    break;
  case BINARY_DIV:
    z = emit2(vm, OP_DIV, RUN_FLOAT, x, y);
    break;
  case BINARY_FLOORDIV:
    z = floor_float(vm, x, y, true);
    break;
  case BINARY_MOD:
    z = floor_float(vm, x, y, false);
    break;
  case BINARY_POW:
    z = emit2(vm, OP_POW, RUN_FLOAT, x, y);
    break;
  default:
    return *out = vm->not_implemented, true;
  }
  *out = run_scalar_new(vm, RUN_FLOAT, z);
  return !mlirValueIsNull(z);
}

bool run_scalar_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  RunKind a, b;
  *out = vm->not_implemented;
  if (v_is(l, O_COMPLEX) || v_is(r, O_COMPLEX)) return run_complex_binary(vm, op, l, r, out);
  if (!kind_of(l, &a) || !kind_of(r, &b)) return true;
  if (a == RUN_BOOL && b == RUN_BOOL && op >= BINARY_AND && op <= BINARY_XOR) {
    static const OpKind kinds[] = {OP_AND, OP_OR, OP_XOR};
    MlirValue x, y;
    if (!operand(vm, l, RUN_BOOL, &x) || !operand(vm, r, RUN_BOOL, &y)) return false;
    *out = run_scalar_new(vm, RUN_BOOL, emit2(vm, kinds[op - BINARY_AND], RUN_BOOL, x, y));
    return true;
  }
  if (a == RUN_FLOAT || b == RUN_FLOAT) return float_binary(vm, op, l, r, out);
  return op == BINARY_DIV ? float_binary(vm, op, l, r, out) : int_binary(vm, op, l, r, out);
}

bool run_scalar_compare(VM *vm, CompareOp op, Value l, Value r, Value *out) {
  static const OpKind kinds[] = {OP_LT, OP_LE, OP_EQ, OP_NE, OP_GT, OP_GE};
  RunKind a, b;
  MlirValue x, y;
  *out = vm->not_implemented;
  if (!kind_of(l, &a) || !kind_of(r, &b)) return true;
  RunKind k = a > b ? a : b;
  if (!operand(vm, l, k, &x) || !operand(vm, r, k, &y)) return false;
  MlirValue z = emit2(vm, kinds[op], RUN_BOOL, x, y);
  *out = run_scalar_new(vm, RUN_BOOL, z);
  return !mlirValueIsNull(z);
}

bool run_scalar_unary(VM *vm, UnaryOp op, Value v, Value *out) {
  RunScalar *s = AS_RUN_SCALAR(v);
  RunKind k = s->run == RUN_BOOL ? RUN_INT : s->run;
  MlirValue x;
  if (op == UNARY_NEG && k == RUN_INT) return int_binary(vm, BINARY_SUB, v_int(0), v, out);
  if (!operand(vm, v, k, &x)) return false;
  if (op == UNARY_INVERT && k == RUN_FLOAT)
    return vm_raise(vm, E_TypeError, "bad operand type for unary ~: 'float'");
  if (op != UNARY_POS) x = emit(vm, op == UNARY_NEG ? OP_NEG : OP_NOT, k, 1, &x);
  *out = run_scalar_new(vm, k, x);
  return true;
}

//===-- conversions and methods -------------------------------------------===//

// An array written as a literal: its one element as Python's int, float or bool.
static bool literal_to_scalar(VM *vm, Array *x, RunKind kind, Value *out, bool *found) {
  MlirValue v;
  Value known;
  *found = false;
  if (x->rank || x->numpy || dtype_is_complex(x->dtype)) return true;
  if (!trace_use(vm, v_obj(x), &v)) return false;
  if (mlirAttributeIsNull(constant_value(v))) return true;
  if (!static_value(vm, v_obj(x), "", &known)) return false;
  *found = true;
  double f = known.tag == TAG_FLOAT ? known.f : (double)known.i;
  if (known.tag != TAG_FLOAT && known.tag != TAG_INT && known.tag != TAG_BOOL)
    *found = false;
  else if (kind == RUN_BOOL)
    *out = v_bool(f != 0);
  else if (kind == RUN_FLOAT)
    *out = v_float(f);
  else if (known.tag != TAG_FLOAT)
    *out = v_int(known.i);
  else if (fabs(f) < 0x1p53)
    *out = v_int((int64_t)f);
  else
    *found = false; // the check of the executable's conversion tells what is wrong
  return true;
}

// A float of the executable must have a value among the 64-bit integers.
static bool check_fits_int(VM *vm, MlirValue v) {
  MlirValue wide = emit(vm, OP_CONVERT_ELEMENT_TYPE, RUN_FLOAT, 1, &v);
  MlirValue size = emit(vm, OP_ABS, RUN_FLOAT, 1, &wide);
  if (mlirValueIsNull(size)) return false;
  MlirValue limit = constant(vm, RUN_FLOAT, 0x1p63, 0);
  return check(vm, emit2(vm, OP_EQ, RUN_BOOL, wide, wide),
               "ValueError: cannot convert float NaN to integer") &&
         check(vm, emit(vm, OP_IS_FINITE, RUN_BOOL, 1, &wide),
               "OverflowError: cannot convert float infinity to integer") &&
         check(vm, emit2(vm, OP_LT, RUN_BOOL, size, limit),
               "OverflowError: integer result does not fit in 64 bits");
}

bool array_to_scalar(VM *vm, Array *x, RunKind kind, Value *out) {
  MlirValue v;
  bool found;
  if (!literal_to_scalar(vm, x, kind, out, &found)) return false;
  if (found) return true;
  if (!trace_use(vm, v_obj(x), &v)) return false;
  if (x->rank) {
    MlirType t = type_tensor(dtype_type(vm, x->dtype), dims_of(0, NULL));
    MlirOperation op = stage_op(vm, OP_RESHAPE, 1, &v, (MlirAttribute){0}, 1, &t);
    if (mlirOperationIsNull(op)) return false;
    v = op_result(op, 0);
  }
  if (dtype_is_float(x->dtype) && kind == RUN_INT && !check_fits_int(vm, v)) return false;
  if (x->dtype != run_dtype[kind]) v = emit(vm, OP_CONVERT_ELEMENT_TYPE, kind, 1, &v);
  *out = run_scalar_new(vm, kind, v);
  return !mlirValueIsNull(v);
}

static bool number_float(VM *vm, Value *bound, Value *out) {
  MlirValue x;
  if (!operand(vm, bound[0], RUN_FLOAT, &x)) return false;
  *out = run_scalar_new(vm, RUN_FLOAT, x);
  return true;
}

static bool number_int(VM *vm, Value *bound, Value *out) {
  const RunScalar *s = AS_RUN_SCALAR(bound[0]);
  if (s->run == RUN_INT) return *out = bound[0], true;
  Value a = V_EMPTY;
  MlirValue x;
  if (!operand(vm, bound[0], s->run, &x)) return false;
  a = array_new(vm, x, run_dtype[s->run], false);
  return array_to_scalar(vm, AS_ARRAY(a), RUN_INT, out);
}

static bool number_abs(VM *vm, Value *bound, Value *out) {
  const RunScalar *s = AS_RUN_SCALAR(bound[0]);
  RunKind k = s->run == RUN_BOOL ? RUN_INT : s->run;
  MlirValue x;
  if (!operand(vm, bound[0], k, &x)) return false;
  *out = run_scalar_new(vm, k, emit(vm, OP_ABS, k, 1, &x));
  return true;
}

static bool round_number(VM *vm, Value *bound, Value *out) {
  const RunScalar *s = AS_RUN_SCALAR(bound[0]);
  if (s->run != RUN_FLOAT) return number_int(vm, bound, out);
  if (!v_is_none(bound[1])) {
    int64_t n;
    if (!value_index(vm, bound[1], &n)) return false;
    if (n > 22 || n < -22)
      return vm_unsupported(vm, "CJ0412", "round() of a run-time float to %lld digits",
                            (long long)n);
    return run_scalar_round(vm, bound[0], n, out);
  }
  MlirValue x;
  if (!operand(vm, bound[0], RUN_FLOAT, &x)) return false;
  MlirAttribute even = attrs_make(vm->context, 1, "to_nearest_even", attr_unit(vm->context));
  MlirType t = scalar_type(vm, RUN_FLOAT);
  MlirOperation op = stage_op(vm, OP_ROUND, 1, &x, even, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  Value a = array_new(vm, op_result(op, 0), DTYPE_F64, false);
  return array_to_scalar(vm, AS_ARRAY(a), RUN_INT, out);
}

static bool number_text(VM *vm, Value *bound, Value *out) {
  *out = run_str_field(vm, bound[0], "py");
  return true;
}

static bool number_format(VM *vm, Value *bound, Value *out) {
  const char *spec = AS_STR(bound[1])->text;
  const char *style = *spec ? arena_printf(vm->arena, "fmt:%s", spec) : "py";
  const char *error = format_check(run_dtype[AS_RUN_SCALAR(bound[0])->run], 0, style);
  if (error) {
    const char *colon = strstr(error, ": ");
    return vm_raise(vm, E_ValueError, "%s", colon ? colon + 2 : error);
  }
  *out = run_str_field(vm, bound[0], style);
  return true;
}

static bool number_index(VM *vm, Value *bound, Value *out) {
  const RunScalar *s = AS_RUN_SCALAR(bound[0]);
  if (s->run == RUN_FLOAT)
    return vm_raise(vm, E_TypeError, "'float' object cannot be interpreted as an integer");
  return static_value(vm, bound[0], NULL, out);
}

static bool number_is_integer(VM *vm, Value *bound, Value *out) {
  MlirValue x;
  if (!operand(vm, bound[0], RUN_FLOAT, &x)) return false;
  MlirValue floor = emit(vm, OP_FLOOR, RUN_FLOAT, 1, &x);
  *out = run_scalar_new(vm, RUN_BOOL, emit2(vm, OP_EQ, RUN_BOOL, x, floor));
  return true;
}

// A method that the number itself has, once it is known.
static bool number_known(VM *vm, Value *bound, Value *out) {
  Value known, method;
  return static_value(vm, bound[0], NULL, &known) &&
         get_attr(vm, known, vm->in->native->name, &method) &&
         vm_call(vm, method, NULL, 0, NULL, out);
}

static bool number_rolled(VM *vm, Value *bound, Value *out) {
  Value f;
  if (AS_RUN_SCALAR(bound[0])->run == RUN_FLOAT)
    return vm_raise(vm, E_AttributeError, "'float' object has no attribute '%s'",
                    vm->in->native->name->text);
  return import_attr(vm, "_rolled", vm->in->native->name->text, &f) &&
         vm_call(vm, f, bound, 1, NULL, out);
}

static bool number_self(VM *vm, Value *bound, Value *out) {
  (void)vm;
  return *out = bound[0], true;
}

static bool number_class(VM *vm, Value self, Value *out) {
  static const TypeIndex types[] = {T_bool, T_int, T_float};
  *out = v_obj(vm->type[types[AS_RUN_SCALAR(self)->run]]);
  return true;
}
static bool number_imag(VM *vm, Value self, Value *out) {
  (void)vm;
  *out = AS_RUN_SCALAR(self)->run == RUN_FLOAT ? v_float(0) : v_int(0);
  return true;
}
static bool number_real(VM *vm, Value self, Value *out) { return *out = self, true; }
static bool number_hash(VM *vm, Value *bound, Value *out) {
  Value known;
  uint64_t h;
  if (!static_value(vm, bound[0], NULL, &known) || !value_hash(vm, known, &h)) return false;
  *out = v_int((int64_t)h);
  return true;
}

static const NativeDef number_methods[] = {{"__float__", "self, /", number_float},
                                           {"__complex__", "self, /", run_complex_of_scalar},
                                           {"__int__", "self, /", number_int},
                                           {"__trunc__", "self, /", number_int},
                                           {"__index__", "self, /", number_index},
                                           {"__abs__", "self, /", number_abs},
                                           {"__round__", "self, ndigits=None, /", round_number},
                                           {"__str__", "self, /", number_text},
                                           {"__repr__", "self, /", number_text},
                                           {"__format__", "self, spec, /", number_format},
                                           {"__hash__", "self, /", number_hash},
                                           {"is_integer", "self, /", number_is_integer},
                                           {"bit_length", "self, /", number_rolled},
                                           {"bit_count", "self, /", number_rolled},
                                           {"conjugate", "self, /", number_self},
                                           {"as_integer_ratio", "self, /", number_known},
                                           {"hex", "self, /", number_known},
                                           {0}};
static const NativeProp number_props[] = {{"__class__", number_class}, {"real", number_real},
                                          {"imag", number_imag}, {0}};
static const NativeClass run_scalar_class = {"run_scalar", "builtins",     O_RUN_SCALAR,
                                             NULL,         number_methods, number_props};

bool run_scalar_init(VM *vm) {
  vm->type[T_run_scalar] = native_class_create(vm, &run_scalar_class, NULL);
  return vm->type[T_run_scalar] != NULL;
}

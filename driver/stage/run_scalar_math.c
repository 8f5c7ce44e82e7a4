// run_scalar_math.c -- math functions and clocks on run-time Python numbers.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

static MlirType scalar_type(VM *vm, Dtype d) {
  return type_tensor(dtype_type(vm, d), dims_of(0, NULL));
}

static bool as_float(VM *vm, Value v, MlirValue *out) {
  if (is_array(v)) {
    Value f;
    if (!call_special(vm, v, "__float__", NULL, 0, &f, &(bool){false})) return false;
    v = f;
  }
  if (is_run_scalar(v)) {
    if (!trace_use(vm, v, out)) return false;
    if (AS_RUN_SCALAR(v)->run == RUN_FLOAT) return true;
    MlirType t = scalar_type(vm, DTYPE_F64);
    MlirOperation op = stage_op(vm, OP_CONVERT_ELEMENT_TYPE, 1, out, (MlirAttribute){0}, 1, &t);
    if (mlirOperationIsNull(op)) return false;
    *out = op_result(op, 0);
    return true;
  }
  double f;
  if (!value_float(vm, v, &f)) return false;
  stage_locate(vm);
  *out = op_splat(vm->build, scalar_type(vm, DTYPE_F64), f);
  return true;
}

bool run_scalar_apply(VM *vm, OpKind k, uint32_t n, const Value *xs, RunKind result, Value *out) {
  MlirValue in[3];
  for (uint32_t i = 0; i < n; i++)
    if (!as_float(vm, xs[i], &in[i])) return false;
  bool compares = k == OP_IS_FINITE;
  MlirType t = scalar_type(vm, compares ? DTYPE_BOOL : DTYPE_F64);
  MlirOperation op = stage_op(vm, k, (int)n, in, (MlirAttribute){0}, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  if (compares || result == RUN_FLOAT) {
    *out = run_scalar_new(vm, compares ? RUN_BOOL : RUN_FLOAT, op_result(op, 0));
    return true;
  }
  Value a = array_new(vm, op_result(op, 0), DTYPE_F64, false);
  return array_to_scalar(vm, AS_ARRAY(a), result, out);
}

bool run_scalar_where(VM *vm, Value pred, Value yes, Value no, Value *out) {
  MlirValue in[3];
  bool floats = false;
  Value pair[2] = {no, yes};
  for (int i = 0; i < 2; i++) {
    Value v = value_unwrap(pair[i]);
    floats =
        floats || v.tag == TAG_FLOAT || (is_run_scalar(v) && AS_RUN_SCALAR(v)->run == RUN_FLOAT);
  }
  if (!trace_use(vm, pred, &in[0])) return false;
  for (int i = 0; i < 2; i++) {
    Value v = value_unwrap(pair[i]);
    if (floats ? !as_float(vm, v, &in[i + 1]) : is_run_scalar(v) && !trace_use(vm, v, &in[i + 1]))
      return false;
    if (!floats && !is_run_scalar(v)) {
      int64_t n;
      if (!value_index(vm, v, &n)) return false;
      in[i + 1] = op_splat_int(vm->build, scalar_type(vm, DTYPE_I64), n);
    }
  }
  MlirType t = scalar_type(vm, floats ? DTYPE_F64 : DTYPE_I64);
  MlirOperation op = stage_op(vm, OP_SELECT_N, 3, in, (MlirAttribute){0}, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  *out = run_scalar_new(vm, floats ? RUN_FLOAT : RUN_INT, op_result(op, 0));
  return true;
}

bool run_clock(VM *vm, int kind, bool nanoseconds, Value *out) {
  Build *build = vm->build;
  vm->build = trace_python_build(vm);
  MlirType t = scalar_type(vm, nanoseconds ? DTYPE_I64 : DTYPE_F64);
  MlirAttribute attrs = attrs_make(vm->context, 1, "kind", attr_of_int(vm->context, kind));
  MlirOperation op = stage_op(vm, OP_CLOCK, 0, NULL, attrs, 1, &t);
  bool ok = !mlirOperationIsNull(op);
  if (ok) *out = run_scalar_new(vm, nanoseconds ? RUN_INT : RUN_FLOAT, op_result(op, 0));
  if (ok) AS_RUN_SCALAR(*out)->owner = trace_python(vm);
  vm->build = build;
  return ok;
}

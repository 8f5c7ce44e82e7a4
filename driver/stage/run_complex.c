// run_complex.c -- Python's complex numbers when only the executable knows them: NumPy's
// complex128.
#include "driver/stage/staging.h"

static bool to_complex128(VM *vm, Value v, Value *out) {
  Array *x;
  bool outer = staging(vm)->host;
  staging(vm)->host = true;
  bool ok = array_of_dtype(vm, v, DTYPE_C128, false, &x);
  staging(vm)->host = outer;
  if (ok) *out = v_obj(x);
  return ok;
}

bool run_complex_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out) {
  return to_complex128(vm, l, &l) && to_complex128(vm, r, &r) && array_binary(vm, op, l, r, out);
}

bool run_complex_of_scalar(VM *vm, Value *bound, Value *out) {
  return to_complex128(vm, bound[0], out);
}

bool run_complex_of_array(VM *vm, Value v, Value *out) {
  const void *data;
  bool found;
  const Array *x = AS_ARRAY(v);
  if (!static_data(vm, v, &data, &found)) return false;
  if (!found) return to_complex128(vm, v, out);
  Value known = data_value(vm, x->dtype, dims_of(0, NULL), data);
  double re;
  if (!v_is(known, O_COMPLEX)) {
    if (!value_float(vm, known, &re)) return false;
    known = complex_new(vm, re, 0);
  }
  return *out = known, true;
}

// module_argv.c -- _cjax.argv: the executable's command line, behind sys.argv.
#include "driver/stage/flow.h"
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"

#include "driver/stage/vm_internal.h"

// count(): len(sys.argv), a run-time int
static bool argv_count(VM *vm, Value *a, Value *out) {
  MlirType t = type_tensor(dtype_type(vm, DTYPE_I64), dims_of(0, NULL));
  MlirOperation op = stage_op(vm, OP_ARGC, 0, NULL, attrs_make(vm->context, 0), 1, &t);
  if (mlirOperationIsNull(op)) return false;
  *out = run_scalar_new(vm, RUN_INT, op_result(op, 0));
  RunScalar *n = AS_RUN_SCALAR(*out);
  n->ranged = true;
  n->hi = INT32_MAX;
  return true;
}

// item(k): sys.argv[k], a text of the executable
static bool argv_item(VM *vm, Value *a, Value *out) {
  MlirType t = type_tensor(dtype_type(vm, DTYPE_I64), dims_of(0, NULL));
  MlirValue k;
  if (a[0].tag == TAG_INT) {
    stage_locate(vm);
    k = op_splat_int(vm->build, t, a[0].i);
  } else if (!trace_use(vm, a[0], &k)) {
    return false;
  }
  MlirAttribute attrs = attrs_make(vm->context, 1, "message", failure_where(vm));
  MlirOperation op = stage_op(vm, OP_ARGV, 1, &k, attrs, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  return *out = run_text_new(vm, run_scalar_new(vm, RUN_INT, op_result(op, 0))), true;
}

// known(): how many there are while compiling
static bool argv_known(VM *vm, Value *a, Value *out) {
  return *out = v_int(vm->in->argc > 0 ? vm->in->argc : 1), true;
}

static bool argv_program(VM *vm, Value *a, Value *out) {
  return *out = v_obj(vm->in->main->path), true;
}

static const NativeDef argv_functions[] = {
    {"count", "", argv_count},
    {"item", "k, /", argv_item},
    {"known", "", argv_known},
    {"program", "", argv_program},
    {0}};

const NativeModule native_module_argv = {"_cjax.argv", argv_functions, NULL};

// module_argv.c -- _cjax.argv: the executable's command line, behind sys.argv.
#include "driver/stage/flow.h"
#include "driver/stage/staging.h"

#include "driver/stage/vm_internal.h"

static bool emit(VM *vm, OpKind kind, RunKind result, MlirAttribute attrs, Value *out) {
  MlirType element = dtype_type(vm, result == RUN_INT ? DTYPE_I64 : DTYPE_F64);
  MlirType t = type_tensor(element, dims_of(0, NULL));
  MlirOperation op = stage_op(vm, kind, 0, NULL, attrs, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  return *out = run_scalar_new(vm, result, op_result(op, 0)), true;
}

static bool argument(VM *vm, Value index, RunKind result, Value *out) {
  MlirAttribute attrs = attrs_make(vm->context, 2, "index", attr_of_int(vm->context, index.i),
                                   "message", failure_where(vm));
  return emit(vm, OP_ARGV, result, attrs, out);
}

// count(): len(sys.argv), a run-time int
static bool argv_count(VM *vm, Value *a, Value *out) {
  if (!emit(vm, OP_ARGC, RUN_INT, attrs_make(vm->context, 0), out)) return false;
  RunScalar *n = AS_RUN_SCALAR(*out);
  n->ranged = true;
  n->hi = INT32_MAX;
  return true;
}

// integer(k), number(k): int and float of sys.argv[k]
static bool argv_integer(VM *vm, Value *a, Value *out) { return argument(vm, a[0], RUN_INT, out); }
static bool argv_number(VM *vm, Value *a, Value *out) { return argument(vm, a[0], RUN_FLOAT, out); }

// known(): how many there are while compiling
static bool argv_known(VM *vm, Value *a, Value *out) {
  return *out = v_int(vm->in->argc > 0 ? vm->in->argc : 1), true;
}

static bool argv_program(VM *vm, Value *a, Value *out) {
  return *out = v_obj(vm->in->main->path), true;
}

static const NativeDef argv_functions[] = {
    {"count", "", argv_count}, {"integer", "k, /", argv_integer}, {"number", "k, /", argv_number},
    {"known", "", argv_known}, {"program", "", argv_program},     {0}};

const NativeModule native_module_argv = {"_cjax.argv", argv_functions, NULL};

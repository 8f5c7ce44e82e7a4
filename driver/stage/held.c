// held.c -- arguments of the command line whose default decides something while compiling.
//
// The value is taken to be the default, which is what the op that counts how often the argument was
// given says with 0 (len(sys.argv): with 1), and the executable refuses others:
//
//     %given = cjax.parsed_arg ...     %ok = cjax.eq %given, 0     cjax.check %ok
#include "driver/program.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

static bool is_count(MlirOperation op) {
  if (mlirOperationIsNull(op)) return false;
  if (op_kind(op) == OP_ARGC) return true;
  return op_kind(op) == OP_PARSED_ARG && !mlirAttributeIsNull(attr_get(op_attrs(op), "given"));
}

static const char *held_text(VM *vm, MlirOperation op, const char **option) {
  if (op_kind(op) == OP_ARGC) {
    *option = "--argc=N";
    return "the number of arguments";
  }
  const char *name = attr_text(vm->arena, op_attrs(op), "name");
  *option = arena_printf(vm->arena, "--define %s=VALUE", name);
  return arena_printf(vm->arena, "the default of the argument %s", name);
}

// Behind op, the program ends unless the count is the one held.
static void emit_check(VM *vm, MlirOperation op, int64_t held, const char *text) {
  Build b = *vm->build;
  b.block = mlirOperationGetBlock(op);
  b.before = mlirOperationGetNextInBlock(op);
  MlirValue in[2] = {op_result(op, 0)};
  in[1] = op_splat_int(&b, mlirValueGetType(in[0]), held);
  MlirOperation same = build_op(&b, OP_EQ, 2, in, (MlirAttribute){0}, 1, NULL);
  if (mlirOperationIsNull(same)) BUG("the check of an argument that is held");
  MlirValue ok = op_result(same, 0);
  MlirAttribute piece = attr_str(vm, text);
  MlirAttribute attrs = attrs_make(b.ctx, 2, "text", mlirArrayAttrGet(b.ctx, 1, &piece), "fields",
                                   mlirArrayAttrGet(b.ctx, 0, NULL));
  build_op(&b, OP_CHECK, 1, &ok, attrs, 0, NULL);
}

bool hold_default(VM *vm) {
  MlirOperation op = staging(vm)->culprit;
  const char *option;
  if (vm->log_since || !is_count(op)) return false;
  InterpCache *found = &staging(vm)->found;
  if (!mlirBlockEqual(mlirOperationGetBlock(op), found->block)) return false;
  int64_t held = op_kind(op) == OP_ARGC;
  interp_cache_put(found, op_result(op, 0), &held);
  const char *what = held_text(vm, op, &option);
  const char *file = vm->in->program ? diag_file_name(vm_user_here(vm).file) : "";
  emit_check(
      vm, op, held,
      arena_printf(vm->arena,
                   "%s: error: %s decided what was compiled; cjaxc %s compiles for another\n", file,
                   what, option));
  diag_note(vm_user_here(vm),
            "%s decides this: the program takes no other; %s compiles for another", what, option);
  return true;
}

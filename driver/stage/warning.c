// warning.c -- warnings of C functions: through the module warnings, so that a program can catch
// them.
#include "driver/stage/vm_internal.h"

bool vm_warn(VM *vm, const char *category, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  Value args[2] = {v_str(vm, arena_vprintf(vm->arena, fmt, ap)), V_EMPTY}, warn, ignored;
  va_end(ap);
  args[1] = dict_get_c(vm, vm->builtins->dict, category);
  return import_attr(vm, "warnings", "warn", &warn) &&
         vm_call_2(vm, warn, args[0], args[1], &ignored);
}

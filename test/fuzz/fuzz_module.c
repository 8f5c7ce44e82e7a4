// fuzz_module.c -- libFuzzer target: any bytes as a module, text or bytecode, checked and taken
// through the passes on cjax IR.
#include "dialect/op.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/passes.h"
#include "driver/stage/define.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena a;
  DiagCapture c;
  static MlirContext ctx;
  if (mlirContextIsNull(ctx)) {
    define_alone();
    ctx = cjax_context_create();
  }
  arena_init(&a);
  char *text = arena_strndup(&a, (const char *)data, size);
  diag_capture(&c, &a);
  MlirModule m = mlirModuleCreateParse(ctx, mlirStringRefCreate(text, size));
  bool ok = !mlirModuleIsNull(m) && module_check_input(m) && passes_run(m, 0);
  if (ok == (c.error_count > 0)) abort();
  if (!mlirModuleIsNull(m)) mlirModuleDestroy(m);
  diag_release_capture(&c);
  arena_release(&a);
  return 0;
}

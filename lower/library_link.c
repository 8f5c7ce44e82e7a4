// library_link.c -- what libraries have of the runtime: bitcode, of which the optimiser keeps what
// the library uses, under no name that another library or program could see.
#include <llvm-c/BitReader.h>
#include <llvm-c/Linker.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "lower/machine.h"
#include "lower/platform.h"

static bool wants_runtime(LLVMModuleRef m) {
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f))
    if (LLVMIsDeclaration(f) && !strncmp(LLVMGetValueName(f), "cjax_lib_", 9)) return true;
  return false;
}

bool library_link(LLVMModuleRef m, const LowerOptions *o) {
  if (!wants_runtime(m)) return true;
  Arena a;
  arena_init(&a);
  if (!platform_check(&a, o)) return arena_release(&a), false;
  const char *path = arena_printf(&a, "%s/library.bc", machine_runtime_folder(&a, o));
  LLVMMemoryBufferRef file;
  LLVMModuleRef runtime;
  char *error = NULL;
  bool ok = !LLVMCreateMemoryBufferWithContentsOfFile(path, &file, &error);
  if (ok) ok = !LLVMParseBitcodeInContext2(LLVMGetModuleContext(m), file, &runtime);
  if (ok) {
    LLVMSetTarget(runtime, LLVMGetTarget(m));
    LLVMSetDataLayout(runtime, LLVMGetDataLayoutStr(m));
    ok = !LLVMLinkModules2(m, runtime);
  }
  if (!ok)
    diag_io("CJ0703", "linking failed: cannot read %s%s%s", path, error ? ": " : "",
            error ? error : "");
  if (error) LLVMDisposeMessage(error);
  arena_release(&a);
  return ok;
}

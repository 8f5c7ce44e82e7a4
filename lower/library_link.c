// library_link.c -- what libraries have of the runtime: bitcode, of which the optimiser keeps what
// the library uses, under no name that another library or program could see.
#include <llvm-c/BitReader.h>
#include <llvm-c/Linker.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "lower/cxx/needed.h"
#include "lower/machine.h"
#include "lower/platform.h"

// Whether a function that begins so is called.
static bool wants(LLVMModuleRef m, const char *prefix) {
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f))
    if (LLVMIsDeclaration(f) && !strncmp(LLVMGetValueName(f), prefix, strlen(prefix))) return true;
  return false;
}

static bool link_all(LLVMModuleRef m, const char *path) {
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
  if (error) LLVMDisposeMessage(error);
  return ok;
}

bool library_link(LLVMModuleRef m, const LowerOptions *o, int level) {
  bool calls = wants(m, "cjax_lib_"), factors = wants(m, "cjax_rt_");
  if (!calls && !factors) return true;
  Arena a;
  arena_init(&a);
  if (!platform_check(&a, o)) return arena_release(&a), false;
  const char *folder = machine_runtime_folder(&a, o);
  const char *path = arena_printf(&a, "%s/library.bc", folder);
  bool ok = !calls || link_all(m, path);
  if (ok && factors) {
    path = arena_printf(&a, "%s/linalg_v%d.bc", folder, level);
    ok = link_needed(m, path);
  }
  if (!ok) diag_io("CJ0703", "linking failed: cannot read %s", path);
  arena_release(&a);
  return ok;
}

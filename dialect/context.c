// context.c -- the MLIR context that everything lives in.
#include "dialect/location.h"
#include "dialect/op.h"

void cjax_memory_init(void); // of cxx/memory.cpp
void cjax_upstream_dialects(MlirDialectRegistry registry); // of cxx/upstream.cpp
MLIR_CAPI_EXPORTED MlirDialectHandle mlirGetDialectHandle__cjax__(void);

MlirContext cjax_context_create(void) {
  static const char *const used[] = {"func",   "arith",  "math", "tensor", "memref",
                                     "linalg", "scf",    "cf",   "affine", "bufferization",
                                     "vector", "llvm",   "ub",   "complex", "cjax"};
  cjax_memory_init();
  MlirContext ctx = mlirContextCreateWithThreading(false);
  MlirDialectRegistry registry = mlirDialectRegistryCreate();
  cjax_upstream_dialects(registry);
  mlirDialectHandleInsertDialect(mlirGetDialectHandle__cjax__(), registry);
  mlirContextAppendDialectRegistry(ctx, registry);
  mlirDialectRegistryDestroy(registry);
  for (size_t i = 0; i < sizeof used / sizeof *used; i++)
    mlirContextGetOrLoadDialect(ctx, mlirStringRefCreateFromCString(used[i]));
  loc_attach_diagnostics(ctx);
  return ctx;
}

// register.h -- what lowering uses of MLIR's passes and translations.
#ifndef CJAX_LOWER_CXX_REGISTER_H
#define CJAX_LOWER_CXX_REGISTER_H

#include <mlir-c/IR.h>

#ifdef __cplusplus
extern "C" {
#endif

// The passes that lower_pipeline names, once in a process.
void register_passes(void);
// LLVM IR from the LLVM dialect.
void register_translations(MlirContext ctx);

#ifdef __cplusplus
}
#endif

#endif

// wasm.h -- what LLVM leaves to be done for WebAssembly.
#ifndef CJAX_LOWER_WASM_H
#define CJAX_LOWER_WASM_H

#include <llvm-c/Types.h>

// Replaces m's calls of llvm.fma by arithmetic. Those that may be contracted, which sums of
// products and polynomials are, become a product and a sum.
void wasm_expand_fma(LLVMModuleRef m);
// Conversions of vectors between f32 and f64 by pairs, of which there are instructions. After
// LLVM's passes, which would join them.
void wasm_split_conversions(LLVMModuleRef m);

#endif

// levels.h -- copies of the kernels that matter, for newer processors.
#ifndef CJAX_LOWER_CXX_LEVELS_H
#define CJAX_LOWER_CXX_LEVELS_H

#include <llvm-c/Types.h>

#ifdef __cplusplus
extern "C" {
#endif

// Gives each kernel of m (a function with the attribute "cjax-kernel") whose work is more than one
// part in a hundred of the program's, and worth it, a copy for x86-64-v4 with all that it calls.
// The kernel's name becomes a function that asks `cjax_rt_cpu_level` which one to call.  To be
// called before optimisation: trip counts are read off the loops.
void levels_copy(LLVMModuleRef m);

#ifdef __cplusplus
}
#endif

#endif

// needed.h -- linking a file of bitcode for the sake of what a module calls.
#ifndef CJAX_LOWER_CXX_NEEDED_H
#define CJAX_LOWER_CXX_NEEDED_H

#include <llvm-c/Types.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

// Adds to m what it declares and the bitcode at `path` defines, with all that this calls; nothing
// else of the file is read.  false: it cannot be read.
bool link_needed(LLVMModuleRef m, const char *path);

#ifdef __cplusplus
}
#endif

#endif

// machine.h -- from the LLVM dialect to machine code, and linking.
#ifndef CJAX_LOWER_MACHINE_H
#define CJAX_LOWER_MACHINE_H

#include "lower/library.h"
#include "lower/lower.h"

// Translates m to LLVM IR, optimises it and writes it to `path` as o->emit says: text for
// EMIT_LLVM and EMIT_ASM, an object otherwise.  `lib` (or null): whose exported function is
// added.
bool machine_emit(MlirModule m, const LowerOptions *o, const Library *lib, const char *path);
// A static executable of the object, the runtime and the bundled libc.
bool machine_link(const LowerOptions *o, const char *object, const char *path);

#endif

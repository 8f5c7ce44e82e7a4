// machine.h -- from the LLVM dialect to machine code, and linking.
#ifndef CJAX_LOWER_MACHINE_H
#define CJAX_LOWER_MACHINE_H

#include "lower/library.h"
#include "lower/lower.h"

// Translates m to LLVM IR, optimises it and writes it to `path` as o->emit says: text for
// EMIT_LLVM and EMIT_ASM, an object otherwise.
bool machine_emit(MlirModule m, const LowerOptions *o, const char *path);
// Of -g -O0: what lower/host/variable.c calls for the program's variables becomes what debuggers
// read.
void debug_variables(LLVMModuleRef m);
// The object as a file without a name, or -1.  `lib` (or null): whose exported function is added.
int machine_object(MlirModule m, const LowerOptions *o, const Library *lib);
// Where the runtime's files are: ../lib/cjax beside the running program's folder.
char *machine_runtime_folder(Arena *a, const LowerOptions *o);
// Adds to a library's module what it calls of the runtime (library.bc, linalg_v<level>.bc).
bool library_link(LLVMModuleRef m, const LowerOptions *o, int level);
// The same in parts, as an archive without an index.
int machine_objects(MlirModule m, const LowerOptions *o, const Library *lib);
// A static executable of the archive `objects`, the runtime and the bundled libc, as a file without
// a name, or -1.
int machine_link(const LowerOptions *o, int objects);

#endif

// library.h -- a library: an exported function over structs, its C header, the archive.
#ifndef CJAX_LOWER_LIBRARY_H
#define CJAX_LOWER_LIBRARY_H

#include <llvm-c/Core.h>

#include "dialect/op.h"
#include "lower/lower.h"

typedef struct Library {
  const char *entry, *prefix; // "predict", "model_"
  int nin, nout;
  MlirType *in, *out; // cjax types
  const char **in_names, **out_names;
  int64_t workspace; // bytes
} Library;

// Finds the entry, makes everything that it does not call go away, and notes its types.
bool library_open(Library *l, Arena *a, MlirModule m, const LowerOptions *o, const char *path);
// After lower-to-linalg: reports what a library cannot do (printing, files, the clock).
bool library_check(const Library *l, MlirModule m);
// After lower-plan-memory: how much memory the entry needs.
void library_workspace(Library *l, Arena *a, MlirModule m);
bool library_exports(const Library *l, const char *symbol);
// Adds the exported function to the LLVM module.
void library_define(const Library *l, LLVMModuleRef m);
bool library_write_header(const Library *l, const char *archive_path);
// The object as the only member of an archive, with an index of `symbol`.
bool archive_write(const char *path, int object, const char *symbol);

#endif

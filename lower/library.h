// library.h -- a library: an exported function over structs, its C header, the archive.
#ifndef CJAX_LOWER_LIBRARY_H
#define CJAX_LOWER_LIBRARY_H

#include <llvm-c/Core.h>

#include "dialect/op.h"
#include "lower/lower.h"

typedef struct Entry Entry;
struct Entry {
  const char *symbol, *name; // in the module, "predict"
  const char *trees;         // JSON of how arguments and results are nested, or null
  int nin, nout;
  MlirType *in, *out; // cjax types
  const char **in_names, **out_names;
  int *places;        // of each result: the argument whose memory it may take, or -1
  int64_t plan;       // bytes that the host code wants
  int64_t workspace;  // and with those for results that take the memory of arguments
  const char *bucket; // the function that chooses among entries for several sizes, or null
  int64_t rows;       // of its arrays, where it is one of those
  const Entry *const *choices; // of the function that chooses: by rows
  int nchoices;
};

// A C function that the program calls.
typedef struct Foreign {
  const char *name, *prototype, *note; // "f", "int f(const float *x0, float *y0);", the shapes
  bool declared;                       // false: there is one of that name already
} Foreign;

typedef struct Library {
  const char *prefix, *stem, *cpu; // "model_", "dir/model", "x86-64-v3"
  const struct Platform *platform;
  uint64_t abi; // a hash of what callers rely on, once the workspace is known
  int n;
  Entry *entries;
  int ncalls;
  const Foreign *calls;
} Library;

// Finds the entries (functions with the attribute cjax.entry, or o->entry), makes everything that
// they do not call go away, and notes their types.
bool library_open(Library *l, Arena *a, MlirModule m, const LowerOptions *o, const char *path);
// Fills l->calls, while the module holds ops of cjax.
void library_find_calls(Library *l, Arena *a, MlirModule m);
// After lower-to-linalg: reports what a library cannot do (files, the clock, texts).
bool library_check(const Library *l, MlirModule m);
// Whether libraries have this function of the runtime (runtime/library), and its name there.
bool library_provides(MlirStringRef name);
const char *library_function(Arena *a, MlirStringRef name);
// After lower-plan-memory: how much memory the entries need.
void library_workspace(Library *l, Arena *a, MlirModule m);
bool library_exports(const Library *l, const char *symbol);
// Adds the exported functions to the LLVM module.
void library_define(const Library *l, LLVMModuleRef m);
// Whether value i of a function that chooses has `rows` rows: its type is that of the most.
bool entry_batched(const Entry *e, bool result, int i);
// Finds the functions that choose, once the workspace of all entries is known.
void buckets_add(Library *l, Arena *a);
// That entries for several sizes differ in their first sizes only.
bool buckets_check(const Library *l);
// Bytes of workspace up to where arrays with rows that pad are.
int64_t buckets_inner(const Entry *e);
void buckets_define(const Library *l, const Entry *e, LLVMModuleRef m);
// STEM.h and STEM.json.
bool library_write_header(const Library *l);
bool library_write_manifest(const Library *l);
// STEM.pc and STEMConfig.cmake.
bool library_write_package(const Library *l);
// An archive, member by member; a linker needs an index, or to be told to take the whole of it.
void archive_open(StrBuf *s);
void archive_add(StrBuf *s, const char *name, const void *data, size_t n);
// The object as the only member of an archive, with an index of the n symbols.
bool archive_write(const char *path, int object, int n, const char *const *symbols);

#endif

// model.h -- a module of dialect text as input: what an exporter wrote, or --emit=cjax.
#ifndef CJAX_DRIVER_MODEL_H
#define CJAX_DRIVER_MODEL_H

#include "dialect/support/arena.h"

#include <mlir-c/IR.h>
#include <stdbool.h>

typedef struct Model {
  const char *file;  // FILE.mlir
  const char *entry; // the function wanted, or null for the only public one; then its name
  const char *params; // the file of its parameters, or null
  MlirModule module;
} Model;

// Whether `file` is dialect text by its name.
bool model_is(const char *file);
// Reads the module, finds the entry, and checks the file of parameters. False after an error was
// reported.
bool model_load(Arena *a, Model *m);
// The same for a library of the n functions, or of all that are marked by cjax.entry when n is 0;
// where there is but one, m->entry is its name, else they are marked.
bool model_load_library(Arena *a, Model *m, int n, const char *const *entries);
// The same of a program's module, whose function with the attribute cjax.entry takes the place of
// @main.
bool model_of_entry(Arena *a, Model *m);
// Adds @main, which does for the entry what a command line says, unless the entry is a program.
// `params` says where the executable finds its parameters: a file, or "" for its own end.
bool model_make_program(Arena *a, Model *m, const char *params);
// Puts the parameters at the end of an executable.
bool model_append(const Model *m, int executable);

#endif

// passes.h -- the passes on cjax IR, and the order in which a program goes through them.
#ifndef CJAX_DIALECT_TRANSFORMS_PASSES_H
#define CJAX_DIALECT_TRANSFORMS_PASSES_H

#include <mlir-c/IR.h>
#include <stdbool.h>

typedef struct Pass {
  const char *name, *summary;
  bool (*run)(MlirModule m); // false after an error was reported
  bool part; // a step of the pass before it: runs by name, not in the pipeline
} Pass;

// What the pipeline does otherwise.
enum { PASSES_NO_FUSION = 1, PASSES_TRACE_NAN = 2 };

// Every pass, in the order of the pipeline; cjax-opt runs them by name.
extern const Pass passes[];
extern const int pass_count;

// Whether the pipeline with these switches has the pass.
bool pass_is_wanted(const Pass *p, unsigned switches);
// Null when there is none.
const Pass *pass_named(const char *name);
// Runs the pass and verifies the module.  False after an error was reported; a module that a pass
// broke is a BUG that names the pass.
bool pass_run(const Pass *p, MlirModule m);
// The whole pipeline: what lower/ takes from a staged program.  Without fusion each op is a kernel.
bool passes_run(MlirModule m, unsigned switches);

#endif

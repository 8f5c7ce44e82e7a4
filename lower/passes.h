// passes.h -- the steps of lowering as passes of cjax-opt, in the order in which they run.
//
//   lower-outline       long functions -> calls of parts
//   lower-to-linalg     cjax -> host code on memrefs, kernels on tensors
//   lower-bufferize     kernels on tensors -> kernels on memrefs
//   lower-check-bounds  (--checked) a check of every index of a load, store or view that an
//   analysis of ranges does not prove
//   lower-parallel      scf.forall -> calls of the runtime's parallel_for
//   lower-plan-memory   every memref.alloc -> a place in one arena per function
//   lower-call-context  in libraries, what the caller gave -> a parameter of what needs it
//   lower-to-llvm       linalg, scf, memref, arith -> the LLVM dialect
#ifndef CJAX_LOWER_PASSES_H
#define CJAX_LOWER_PASSES_H

#include <mlir-c/IR.h>
#include <stdbool.h>

typedef struct LowerPass {
  const char *name, *summary;
  bool (*run)(MlirModule m); // false after an error was reported
  bool checked;              // with --checked only
} LowerPass;

extern const LowerPass lower_passes[];
extern const int lower_pass_count;

// Runs upstream's passes, in their textual form.
bool lower_pipeline(MlirModule m, const char *text);
bool lower_outline(MlirModule m);
bool lower_to_linalg(MlirModule m);
bool lower_bufferize(MlirModule m);
bool lower_check_bounds(MlirModule m);
bool lower_parallel(MlirModule m);
bool lower_plan_memory(MlirModule m);
bool lower_call_context(MlirModule m);
bool lower_to_llvm(MlirModule m);
// After the last: lines for debuggers.
bool lower_debug(MlirModule m);

// The module's attribute of what lower-check-bounds found: array<i64: indices, those proved>.
extern const char bounds_attr[];

#endif

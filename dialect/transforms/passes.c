// passes.c -- the list of passes on cjax IR.
//
// Adding a pass: one file with its function, its prototype in the list below, one row.
#include "dialect/transforms/passes.h"

#include "dialect/support/diag.h"
#include "dialect/support/optimise.h"
#include "dialect/support/phase.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

#include <mlir-c/Pass.h>
#include <mlir-c/Transforms.h>
#include <string.h>

enum { PART = true };

static bool run_upstream(MlirModule m, MlirPass p) {
  MlirPassManager pm = mlirPassManagerCreate(mlirModuleGetContext(m));
  mlirPassManagerEnableVerifier(pm, false); // pass_run does
  mlirPassManagerAddOwnedPass(pm, p);
  MlirLogicalResult r = mlirPassManagerRunOnOp(pm, mlirModuleGetOperation(m));
  mlirPassManagerDestroy(pm);
  return mlirLogicalResultIsSuccess(r);
}

static bool run_cse(MlirModule m) {
  return !optimise_by(OPTIMISE_CSE) || run_upstream(m, mlirCreateTransformsCSE());
}
static bool run_symbol_dce(MlirModule m) {
  return run_upstream(m, mlirCreateTransformsSymbolDCE());
}

// Functions that nothing names go first: linear parts of custom_vjp functions cannot be split.
static bool run_split_complex(MlirModule m) { return run_symbol_dce(m) && split_complex(m); }

// clang-format off
const Pass passes[] = {
    {"expand-transforms", "transformations become calls of derived functions", expand_transforms},
    {"expand-vmap", "cjax.vmap only, where its function holds no transformation",
     expand_only_vmap, PART},
    {"expand-jvp", "cjax.jvp only, likewise", expand_only_jvp, PART},
    {"linearize", "cjax.vjp only: a call, and the transpose of a linear function",
     expand_only_vjp, PART},
    {"transpose", "cjax.linear_transpose only", expand_only_linear_transpose, PART},
    {"expand-custom", "derivative rules that no transformation reaches", expand_custom_rules, PART},
    {"expand-definitions", "ops that the library defines become its functions", expand_definitions},
    {"inline", "calls of functions that are small or called once become their bodies",
     inline_functions},
    {"split-complex", "complex arrays become their real and imaginary parts", run_split_complex},
    {"trace-nan", "--trace-nan: ops that make a NaN end the program", trace_nan, PART},
    {"expand-ops", "ops with an expansion become others", expand_ops},
    {"small-floats", "floats of at most 8 bits are computed with in wider types", small_floats},
    {"simplify", "patterns, constant folding, removal of what is not used", simplify},
    {"cse",        "equal pure ops become one; unused ones go", run_cse},
    {"symbol-dce", "private functions that nothing names go",   run_symbol_dce},
    {"simplify-lanes", "lanes of nested batches that are done are kept by one select",
     simplify_lanes},
    {"shape-products", "large contractions in shapes and types that kernels are fast for",
     shape_products},
    {"fuse", "elementwise ops and reductions grouped into kernels", fuse},
    {"join-windows", "contractions of windows become kernels that read them where they are",
     join_windows},
};
// clang-format on
const int pass_count = sizeof passes / sizeof *passes;

const Pass *pass_named(const char *name) {
  for (int i = 0; i < pass_count; i++)
    if (!strcmp(passes[i].name, name)) return &passes[i];
  return NULL;
}

bool pass_run(const Pass *p, MlirModule m) {
  symbols_drop();
  phase_begin("passes", p->name);
  bool ok = p->run(m);
  phase_end();
  symbols_drop();
  if (!ok) return false;
  if (!mlirOperationVerify(mlirModuleGetOperation(m)))
    BUG("the pass %s left a module that does not verify", p->name);
  return true;
}

bool pass_is_wanted(const Pass *p, unsigned switches) {
  if (p->run == fuse || p->run == join_windows) return !(switches & PASSES_NO_FUSION);
  return p->run == trace_nan ? switches & PASSES_TRACE_NAN : !p->part;
}

bool passes_run(MlirModule m, unsigned switches) {
  for (int i = 0; i < pass_count; i++) {
    if (!pass_is_wanted(&passes[i], switches)) continue;
    if (!pass_run(&passes[i], m)) return false;
  }
  return true;
}

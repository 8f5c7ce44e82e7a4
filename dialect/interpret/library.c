// library.c -- ops that functions of the library define: these functions are run.
#include "dialect/define.h"
#include "dialect/interpret/array.h"

static bool run_definition(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Build b = {.ctx = mlirModuleGetContext(in->module), .module = in->module, .loc = c->loc};
  b.arena = &in->arena;
  MlirOperation f = definition_of(&b, c);
  return !mlirOperationIsNull(f) && interp_function(in, f, c->nin, x, c->nout, y);
}

#define DEFINED(name)                                                                              \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return run_definition(in, c, x, y);                                                            \
  }
#include "dialect/defined.def"

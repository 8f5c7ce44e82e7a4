// location.h -- places in the source: MLIR's locations, and the ranges that messages show.
#ifndef CJAX_DIALECT_LOCATION_H
#define CJAX_DIALECT_LOCATION_H

#include "dialect/support/diag.h"

#include <mlir-c/IR.h>

// The place a location shows: of a call site the callee's, of a fused one the first that is known.
SrcRange loc_range(MlirLocation loc);
MlirLocation loc_of_range(MlirContext ctx, SrcRange at);
// MLIR's own messages go to diag.h.
void loc_attach_diagnostics(MlirContext ctx);

#endif

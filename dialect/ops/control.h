// control.h -- rules of the control-flow ops: one file per op.
#ifndef CJAX_DIALECT_OPS_CONTROL_H
#define CJAX_DIALECT_OPS_CONTROL_H

#include "dialect/op.h"

static inline MlirBlock region_block(MlirRegion r) { return mlirRegionGetFirstBlock(r); }
static inline MlirType arg_type(MlirBlock block, int i) {
  return mlirValueGetType(mlirBlockGetArgument(block, i));
}

BatchFn batch_while, batch_case, batch_scan;
JvpFn jvp_while, jvp_case, jvp_scan;
TransposeFn transpose_while, transpose_case, transpose_scan;

#endif

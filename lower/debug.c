// debug.c -- -g: the program's lines, for debuggers.
//
// LLVM's translation takes a line from plain file:line:col locations only, and from each call that
// may be inlined: what has no place gets that of the op before it.  Functions are named after the
// entry or the kernel.  With -O0 variables are told of as well (lower/debug_variable.c).
#include "dialect/location.h"
#include "lower/passes.h"

typedef struct Places {
  MlirContext ctx;
  MlirLocation last, none;
} Places;

// The place as one point of the text; null when it is not known.
static MlirLocation point_of(const Places *p, MlirLocation loc) {
  SrcRange at = loc_range(loc);
  if (!at.line) return (MlirLocation){0};
  MlirStringRef name = mlirStringRefCreateFromCString(diag_file_name(at.file));
  return mlirLocationFileLineColGet(p->ctx, name, at.line, at.col);
}

static MlirWalkResult find_place(MlirOperation op, void *places) {
  Places *p = places;
  MlirLocation here = point_of(p, mlirOperationGetLocation(op));
  if (here.ptr) p->last = here;
  return here.ptr ? MlirWalkResultInterrupt : MlirWalkResultAdvance;
}

static MlirWalkResult set_place(MlirOperation op, void *places) {
  Places *p = places;
  MlirLocation here = point_of(p, mlirOperationGetLocation(op));
  if (here.ptr) p->last = here;
  mlirOperationSetLocation(op, p->last);
  return MlirWalkResultAdvance;
}

bool lower_debug(MlirModule m) {
  MlirOperation all = mlirModuleGetOperation(m),
                f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  Places p = {.ctx = mlirModuleGetContext(m)};
  p.none = mlirLocationFileLineColGet(p.ctx, mlirStringRefCreateFromCString("-"), 0, 0);
  p.last = p.none;
  mlirOperationWalk(all, find_place, &p, MlirWalkPreOrder);
  mlirOperationSetLocation(all, p.last);
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    mlirOperationWalk(f, find_place, &p,
                      MlirWalkPreOrder); // a function begins where its first op is
    mlirOperationWalk(f, set_place, &p, MlirWalkPreOrder);
  }
  return lower_pipeline(m,
                        "builtin.module(ensure-debug-info-scope-on-llvm-func{emission-kind=Full})");
}

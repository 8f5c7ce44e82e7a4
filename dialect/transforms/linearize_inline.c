// linearize_inline.c -- derivative rules of the program, in linearize mode.
//
// A rule takes values and tangents and is linear in the tangents.  Its body goes where the op
// stood; its ops are linear or not by dependence, as those that jvp makes.
#include "dialect/clone.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static bool takes_linear(Build *b, MlirOperation op, const ValMap *m) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    if (linearize_is_linear(b, val_map_get(m, mlirOperationGetOperand(op, i)))) return true;
  if (!mlirOperationGetNumRegions(op)) return false;
  int n;
  Val *captures = region_captures(b->arena, op, &n);
  for (int i = 0; i < n; i++)
    if (linearize_is_linear(b, val_map_get(m, captures[i]))) return true;
  return false;
}

static MlirOperation callee_of(Build *b, MlirOperation op) {
  MlirAttribute callee = attr_get(op_attrs(op), "callee");
  if (mlirAttributeIsNull(callee)) return (MlirOperation){0};
  return func_lookup(b->module, callee);
}

// v0, a value of the rule that is linear, as zeros whose tangent is what it stands for.
static void put_zeros(Build *b, ValMap *m, Val v0) {
  Val v = val_map_get(m, v0);
  if (!linearize_is_linear(b, v)) return;
  Val z = zeros_like(b, v);
  jvp_set_tangent(b, z, v);
  val_map_put(m, v0, z);
}

// An op with regions that mix values and tangents.  What is linear in dx is its own derivative in
// any direction dx, at zero:  f(x, dx) = d/dt f(x, t dx).  Tangents that values have outside are
// not those of this derivative.
static bool copy_regions(Build *b, MlirOperation op, ValMap *m) {
  int n, nin = (int)mlirOperationGetNumOperands(op);
  Val *captures = region_captures(b->arena, op, &n);
  Val *used = ARENA_ARRAY(b->arena, Val, n + nin + 1);
  Val *old = ARENA_ARRAY(b->arena, Val, n + nin + 1);
  for (int i = 0; i < nin + n; i++) {
    used[i] = i < nin ? mlirOperationGetOperand(op, i) : captures[i - nin];
    old[i] = val_map_get(m, used[i]);
  }
  ValMap *tangents = engine_of(b)->map;
  engine_of(b)->map = val_map_create(b->arena);
  for (int i = 0; i < nin + n; i++)
    put_zeros(b, m, used[i]);
  int nout = (int)mlirOperationGetNumResults(op);
  Val *y = ARENA_ARRAY(b->arena, Val, nout + 1);
  MlirOperation copy = clone_op(b, op, m);
  for (int i = 0; i < nin + n; i++)
    val_map_put(m, used[i], old[i]);
  bool ok = jvp_in_place(b, copy, y);
  for (int i = 0; ok && i < nout; i++) {
    Val dy = jvp_tangent(b, y[i]);
    val_map_put(m, op_result(op, i), val_is_none(dy) ? y[i] : dy);
  }
  engine_of(b)->map = tangents;
  return ok;
}

static bool copy_mixed(Build *b, MlirOperation op, ValMap *m) {
  if (mlirOperationGetNumRegions(op) && takes_linear(b, op, m)) return copy_regions(b, op, m);
  MlirOperation callee = callee_of(b, op);
  bool stays = op_kind(op) == OP_LINEAR_CALL; // linear as a whole
  if (stays || mlirOperationIsNull(callee) || !takes_linear(b, op, m)) {
    linearize_mark(b, clone_op(b, op, m));
    return true;
  }
  intptr_t nin = func_nin(callee), nout = mlirOperationGetNumResults(op);
  Val *in = ARENA_ARRAY(b->arena, Val, nin + 1);
  Val *out = ARENA_ARRAY(b->arena, Val, func_nout(callee) + 1);
  for (intptr_t i = 0; i < nin; i++)
    in[i] = val_map_get(m, mlirOperationGetOperand(op, i));
  if (!linearize_inline(b, callee, in, out)) return false;
  for (intptr_t i = 0; i < nout; i++)
    val_map_put(m, mlirOperationGetResult(op, i), out[i]);
  return true;
}

bool linearize_inline(Build *b, MlirOperation func, const Val *in, Val *out) {
  ValMap *m = val_map_create(b->arena);
  MlirBlock body = func_body(func);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(body); i++)
    val_map_put(m, mlirBlockGetArgument(body, i), in[i]);
  MlirOperation end = mlirBlockGetTerminator(body), op = mlirBlockGetFirstOperation(body);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    if (!copy_mixed(b, op, m)) return false;
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(end); i++)
    out[i] = val_map_get(m, mlirOperationGetOperand(end, i));
  return true;
}

// jvp.c -- forward-mode differentiation, in place.
//
//   %1 = cjax.sin %0         =>   %1 = cjax.sin %0
//                                 %2 = cjax.cos %0
//                                 %3 = cjax.mul %d0, %2        the tangent of %1
//
// A zero tangent is no value at all.  In linearize mode the ops that depend on tangents are noted
// as linear.
//
//   require:  no transformation ops in the function
//   ensure:   the derived function gives its results, then the tangents of those in its mask
#include "dialect/clone.h"
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

Val jvp_tangent(const Build *b, Val x) {
  return val_map_has(engine_of(b)->map, x) ? val_map_get(engine_of(b)->map, x) : VAL_NONE;
}

void jvp_set_tangent(Build *b, Val x, Val dx) {
  if (val_is_none(dx) || !type_is_inexact(mlirValueGetType(x))) return;
  val_map_put(engine_of(b)->map, x, dx);
}

static MlirOperation jvp_function(Build *b, MlirOperation func, const bool *mask);

// call @g  =>  call @g.jvp, which gives the results and their tangents.
bool jvp_of_call(Build *b, const OpCall *c, MlirOperation callee, const Val *dx, Val *dy) {
  if (engine_of(b)->linearize) return linearize_call(b, c, callee, dx, dy);
  bool *mask = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  Val *in = vals_join(b, c->nin, c->in, c->nin, dx);
  int n = c->nin;
  for (int i = 0; i < c->nin; i++)
    if ((mask[i] = !val_is_none(dx[i]))) in[n++] = dx[i];
  MlirOperation f = jvp_function(b, callee, mask);
  if (mlirOperationIsNull(f)) return false;
  MlirOperation call = call_create(b, f, n, in);
  int nout, k = c->nout;
  bool *has = derived_mask(b->arena, f, &nout);
  Val *y = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  for (int i = 0; i < c->nout; i++) {
    y[i] = op_result(call, i);
    if (has[i]) dy[i] = op_result(call, k++);
  }
  engine_of(b)->replaced = y;
  return true;
}

static bool jvp_rule(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  if (c->kind == OP_COUNT)
    return jvp_of_call(b, c, func_lookup(b->module, attr_get(c->attrs, "callee")), dx, dy);
  const OpRules *r = op_rules(c->kind);
  if (r->jvp) return r->jvp(b, c, y, dx, dy);
  diag_error(loc_range(c->loc), NULL, "NotImplementedError",
             "Differentiation rule for '%s' not implemented", op_name(c->kind));
  return false;
}

static void replace_results(MlirOperation op, const Val *y) {
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    mlirValueReplaceAllUsesOfWith(mlirOperationGetResult(op, i), y[i]);
}

// Puts the op's expansion in its place; gives its first op.
static bool expand_in_place(Build *b, const OpCall *c, MlirOperation *next) {
  Build e = *b;
  // A mark before which the expansion goes is the op itself; the op before it is found by building
  // into a block first.
  e.block = mlirBlockCreate(0, NULL, NULL);
  e.before = (MlirOperation){0};
  Val *y = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  engine_bury_block(engine_of(b), e.block);
  if (!op_rules(c->kind)->expand(&e, c, y)) return false;
  MlirOperation first = mlirBlockGetFirstOperation(e.block), x = first;
  while (!mlirOperationIsNull(x)) {
    MlirOperation following = mlirOperationGetNextInBlock(x);
    mlirOperationMoveBefore(x, c->op);
    x = following;
  }
  replace_results(c->op, y);
  *next = mlirOperationIsNull(first) ? mlirOperationGetNextInBlock(c->op) : first;
  engine_bury(engine_of(b), c->op);
  return true;
}

static bool any_tangent(Build *b, MlirOperation op) {
  return op_uses(b->arena, op, engine_of(b)->map);
}

// In linearize mode: notes the ops from `op` up to `end` that are linear.
static void mark_range(Build *b, MlirOperation op, MlirOperation end) {
  if (!engine_of(b)->linearize) return;
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    linearize_mark(b, op);
}

// Differentiates the op before `next`; made, if given: its results or what replaced them.
static bool jvp_op(Build *b, OpCall *c, MlirOperation next, Val *made) {
  Val *dx = ARENA_ARRAY(b->arena, Val, c->nin + 1), *dy = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  Val *y = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  for (int i = 0; i < c->nin; i++)
    dx[i] = jvp_tangent(b, c->in[i]);
  for (int i = 0; i < c->nout; i++)
    y[i] = op_result(c->op, i);
  Engine *e = engine_of(b);
  e->replaced = NULL;
  b->before = next;
  b->loc = c->loc;
  if (!jvp_rule(b, c, y, dx, dy)) return false;
  const Val *now = e->replaced ? e->replaced : y;
  mark_range(b, mlirOperationGetNextInBlock(c->op), next);
  for (int i = 0; i < c->nout; i++) {
    jvp_set_tangent(b, now[i], dy[i]);
    if (made) made[i] = now[i];
  }
  if (!e->replaced) return true;
  replace_results(c->op, now);
  engine_bury(e, c->op);
  e->replaced = NULL;
  return true;
}

bool jvp_in_place(Build *b, MlirOperation op, Val *y) {
  OpCall c = op_call(b->arena, op);
  Build at = *b;
  at.block = mlirOperationGetBlock(op);
  return jvp_op(&at, &c, mlirOperationGetNextInBlock(op), y);
}

bool jvp_block(Build *b, MlirBlock block) {
  MlirOperation end = mlirBlockGetTerminator(block), op = mlirBlockGetFirstOperation(block);
  Build at = *b;
  at.block = block;
  while (op.ptr != end.ptr) {
    MlirOperation next = mlirOperationGetNextInBlock(op);
    OpCall c = op_call(b->arena, op);
    const OpRules *r = c.kind == OP_COUNT ? NULL : op_rules(c.kind);
    bool skip = (r && (r->flags & OP_ZERO_TANGENT)) || !any_tangent(b, op);
    if (!skip && r && !r->jvp && r->expand && !(r->flags & OP_NONDIFF)) {
      at.loc = c.loc;
      if (!expand_in_place(&at, &c, &next)) return false;
    } else if (!skip && !jvp_op(&at, &c, next, NULL)) {
      return false;
    }
    op = next;
  }
  return true;
}

bool jvp_copy(Build *b, MlirBlock src, const bool *mask, JvpBlock *r) {
  ValMap *m = val_map_create(b->arena);
  *r = (JvpBlock){.nin = (int)mlirBlockGetNumArguments(src),
                  .block = mlirBlockCreate(0, NULL, NULL)};
  for (int i = 0; i < r->nin; i++) {
    Val x = mlirBlockGetArgument(src, i);
    val_map_put(m, x, mlirBlockAddArgument(r->block, mlirValueGetType(x), b->loc));
  }
  for (int i = 0; i < r->nin; i++) {
    Val x = val_map_get(m, mlirBlockGetArgument(src, i));
    if (!mask[i]) continue;
    Val dx = mlirBlockAddArgument(r->block, mlirValueGetType(x), b->loc);
    val_map_put(engine_of(b)->map, x, dx);
    val_map_put(engine_of(b)->linear, dx, dx);
    r->ntangents++;
  }
  Build at = build_in(b, r->block);
  r->y = clone_block(&at, src, m, &r->nout);
  // A terminator keeps what is yielded up to date while ops are replaced.
  build_yield(&at, r->nout, r->y);
  MlirOperation end = mlirBlockGetTerminator(r->block);
  if (!jvp_block(&at, r->block)) {
    engine_bury_block(engine_of(b), r->block);
    return false;
  }
  r->dy = ARENA_ARRAY(b->arena, Val, r->nout + 1);
  for (int i = 0; i < r->nout; i++) {
    r->y[i] = mlirOperationGetOperand(end, i);
    r->dy[i] = jvp_tangent(b, r->y[i]);
  }
  engine_bury(engine_of(b), end);
  return true;
}

//===-- functions -------------------------------------------------------------------===//

// Moves the ops of `from` to the end of `to`, whose arguments take the place of from's.
static void move_ops(MlirBlock from, MlirBlock to) {
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(from); i++)
    mlirValueReplaceAllUsesOfWith(mlirBlockGetArgument(from, i), mlirBlockGetArgument(to, i));
  MlirOperation op = mlirBlockGetFirstOperation(from);
  while (!mlirOperationIsNull(op)) {
    MlirOperation next = mlirOperationGetNextInBlock(op);
    mlirOperationRemoveFromParent(op);
    mlirBlockAppendOwnedOperation(to, op);
    op = next;
  }
}

static bool jvp_body(Build *b, MlirOperation func, const bool *mask, MlirOperation copy) {
  Engine e = engine_begin(b->arena);
  MlirBlock to = func_body(copy);
  Build inner = build_in(b, to);
  inner.engine = &e;
  inner.loc = mlirOperationGetLocation(func);
  JvpBlock r;
  bool ok = jvp_copy(&inner, func_body(func), mask, &r);
  if (ok) {
    Val *out = vals_join(b, r.nout, r.y, r.nout, r.dy);
    bool *has = ARENA_ARRAY(b->arena, bool, r.nout + 1);
    int n = r.nout;
    for (int i = 0; i < r.nout; i++)
      if ((has[i] = !val_is_none(r.dy[i]))) out[n++] = r.dy[i];
    Build end = build_in(b, r.block);
    build_return(&end, n, out);
    move_ops(r.block, to);
    func_update_type(copy);
    derived_set_mask(copy, r.nout, has);
    engine_bury_block(&e, r.block);
  }
  engine_end(&e);
  return ok;
}

static MlirOperation jvp_function(Build *b, MlirOperation func, const bool *mask) {
  int n = func_nin(func), m = n;
  Signature s = signature_make(b, func, "jvp", n, mask, 0);
  MlirOperation found = derived_find(b, &s);
  if (!mlirOperationIsNull(found)) return found;
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, 2 * n + 1);
  for (int i = 0; i < n; i++) {
    in[i] = func_in(func, i);
    if (mask[i]) in[m++] = in[i];
  }
  MlirOperation copy = derived_create(b, func, &s, m, in);
  return derived_done(copy, jvp_body(b, func, mask, copy));
}

bool jvp_check(Build *b, MlirOperation func, int nwrt, const int64_t *wrt) {
  bool *mask = ARENA_ARRAY(b->arena, bool, func_nin(func) + 1);
  for (int i = 0; i < nwrt; i++)
    mask[wrt[i]] = type_is_inexact(func_in(func, (int)wrt[i]));
  return expand_in_function(b, func) && !mlirOperationIsNull(jvp_function(b, func, mask));
}

bool jvp_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out) {
  int nwrt;
  int64_t *wrt = attr_list(b->arena, c->attrs, "wrt", &nwrt);
  int nargs = func_nin(callee), nres = func_nout(callee), n = nargs, k = nres;
  bool *mask = ARENA_ARRAY(b->arena, bool, nargs + 1);
  Val *in = vals_join(b, nargs, c->in, nwrt, c->in + nargs);
  for (int i = 0; i < nwrt; i++) {
    if (!type_is_inexact(func_in(callee, (int)wrt[i]))) continue;
    mask[wrt[i]] = true;
    in[n++] = c->in[nargs + i];
  }
  MlirOperation f = jvp_function(b, callee, mask);
  if (mlirOperationIsNull(f)) return false;
  MlirOperation call = call_create(b, f, n, in);
  bool *has = derived_mask(b->arena, f, &nres);
  int t = nres;
  for (int i = 0; i < nres; i++) {
    out[i] = op_result(call, i);
    if (!type_is_inexact(func_out(callee, i))) continue;
    out[k++] = has[i] ? op_result(call, t++) : zeros_like(b, out[i]);
  }
  return true;
}

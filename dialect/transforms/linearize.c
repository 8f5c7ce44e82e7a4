// linearize.c -- a function as a part that computes values and a part that is linear in the
// tangents.
//
//   @f(x) = sin(x) * w   =>   @f.fwd(x, w) -> (y, r0 = cos x, r1 = w)      @f.lin(r0, r1, dx) -> dx
//   * r0 * r1
//
// JVP in linearize mode leaves no op that mixes both, so that the split is by dependence: an op
// that uses a tangent is linear. What linear ops need of the others are the residuals.  Ops without
// operands, and changes of shape that only enlarge, are repeated on the linear side rather than
// saved.  Source: Radul, Paszke, Frostig, Johnson, Maclaurin, "You Only Linearize Once" (2023).
#include "dialect/clone.h"
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/optimise.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

bool linearize_is_linear(const Build *b, Val x) { return val_map_has(engine_of(b)->linear, x); }

void linearize_mark(Build *b, MlirOperation op) {
  Engine *e = engine_of(b);
  if (!op_uses(b->arena, op, e->linear)) return;
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    val_map_put(e->linear, op_result(op, (int)i), op_result(op, (int)i));
}

static bool is_linear_op(Build *b, MlirOperation op) {
  return op_uses(b->arena, op, engine_of(b)->linear);
}

//===-- cheap ops and residuals -----------------------------------------------------===//

static int64_t type_bits(MlirType t) { return type_count(t) * element_bits(type_element(t)); }

// Repeated on the linear side rather than saved: always, as it costs nothing.
static bool is_cheap(MlirOperation op) {
  OpKind k = op_kind(op);
  if (k == OP_COUNT || mlirOperationGetNumResults(op) != 1) return false;
  const char *family = op_info[k].family;
  if (!strcmp(family, "create")) return true;
  if (mlirOperationGetNumOperands(op) != 1) return false;
  if (strcmp(family, "shape") && strcmp(family, "convert")) return false;
  MlirType in = mlirValueGetType(mlirOperationGetOperand(op, 0));
  return type_bits(in) <= type_bits(mlirValueGetType(op_result(op, 0)));
}

// Repeated on the linear side: also what a checkpointed function does not save.
static bool is_repeated(const Build *b, MlirOperation op) {
  const char *policy = engine_of(b)->policy;
  if (is_cheap(op)) return true;
  if (!policy || mlirOperationGetNumResults(op) == 0) return false;
  return !checkpoint_saves(policy, op) && op_is_pure(b->arena, b->module, op);
}

// The op of the block that defines v; null when v is an argument or comes from elsewhere.
static MlirOperation definer(MlirBlock block, Val v) {
  if (!mlirValueIsAOpResult(v)) return (MlirOperation){0};
  MlirOperation op = mlirOpResultGetOwner(v);
  return mlirBlockEqual(mlirOperationGetBlock(op), block) ? op : (MlirOperation){0};
}

static bool is_argument(MlirBlock block, Val v) {
  return mlirValueIsABlockArgument(v) && mlirBlockEqual(mlirBlockArgumentGetOwner(v), block);
}

typedef struct Needs {
  Build *b;
  MlirBlock block;
  ValMap *seen;
  VEC(Val) list;
} Needs;

// Operands of op, then what its regions capture.
static Val *used_values(Build *b, MlirOperation op, int *n) {
  int nin = (int)mlirOperationGetNumOperands(op), ncaptures = 0;
  Val *captures = mlirOperationGetNumRegions(op) ? region_captures(b->arena, op, &ncaptures) : NULL;
  Val *r = ARENA_ARRAY(b->arena, Val, nin + ncaptures + 1);
  for (int i = 0; i < nin; i++)
    r[i] = mlirOperationGetOperand(op, i);
  for (int i = 0; i < ncaptures; i++)
    r[nin + i] = captures[i];
  *n = nin + ncaptures;
  return r;
}

static void need(Needs *r, Val v) {
  if (linearize_is_linear(r->b, v) || val_map_has(r->seen, v)) return;
  val_map_put(r->seen, v, v);
  MlirOperation op = definer(r->block, v);
  if (mlirOperationIsNull(op) && !is_argument(r->block, v)) return;
  if (mlirOperationIsNull(op) || !is_repeated(r->b, op)) {
    VEC_PUSH(r->b->arena, r->list, v);
    return;
  }
  int n;
  Val *used = used_values(r->b, op, &n);
  for (int i = 0; i < n; i++)
    need(r, used[i]);
}

Val *linearize_residuals(Build *b, MlirBlock block, int ndy, const Val *dy, int *n) {
  Needs r = {.b = b, .block = block, .seen = val_map_create(b->arena)};
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (!is_linear_op(b, op)) continue;
    int nused;
    Val *used = used_values(b, op, &nused);
    for (int i = 0; i < nused; i++)
      need(&r, used[i]);
  }
  for (int i = 0; i < ndy; i++)
    if (!val_is_none(dy[i])) need(&r, dy[i]);
  *n = (int)r.list.n;
  return r.list.data;
}

// Copies what v comes from, as far as it is repeated and not in the map.
static void copy_cheap(Build *b, MlirBlock block, Val v, ValMap *m) {
  if (val_map_has(m, v)) return;
  MlirOperation op = definer(block, v);
  if (mlirOperationIsNull(op) || !is_repeated(b, op)) return;
  int n;
  Val *used = used_values(b, op, &n);
  for (int i = 0; i < n; i++)
    copy_cheap(b, block, used[i], m);
  clone_op(b, op, m);
}

void linearize_copy(Build *b, MlirBlock block, bool linear, int ndy, const Val *dy, ValMap *m) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (is_linear_op(b, op) != linear) continue;
    int nused = 0;
    Val *used = linear ? used_values(b, op, &nused) : NULL;
    for (int i = 0; i < nused; i++)
      copy_cheap(b, block, used[i], m);
    clone_op(b, op, m);
  }
  for (int i = 0; linear && i < ndy; i++)
    if (!val_is_none(dy[i])) copy_cheap(b, block, dy[i], m);
}

void linearize_hoist(Build *b, MlirBlock block, MlirOperation before) {
  if (!optimise_by(OPTIMISE_HOIST)) return;
  ValMap *inside = val_map_create(b->arena);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++)
    val_map_put(inside, mlirBlockGetArgument(block, i), mlirBlockGetArgument(block, i));
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    bool stays = is_cheap(op) || is_linear_op(b, op) || !op_is_pure(b->arena, b->module, op) ||
                 op_uses(b->arena, op, inside);
    // What is cheap stays, yet does not keep its users inside.
    if (stays && is_cheap(op) && !op_uses(b->arena, op, inside)) continue;
    if (stays) {
      for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
        val_map_put(inside, op_result(op, (int)i), op_result(op, (int)i));
      continue;
    }
    // Cheap operands from the block go along as copies.
    Build out = *b;
    out.block = mlirOperationGetBlock(before);
    out.before = before;
    int n;
    Val *used = used_values(b, op, &n);
    ValMap *m = val_map_create(b->arena);
    for (int i = 0; i < n; i++)
      copy_cheap(&out, block, used[i], m);
    mlirOperationMoveBefore(op, before);
    op_remap(op, m);
  }
}

//===-- functions -------------------------------------------------------------------===//

static void build_fwd(Build *b, MlirOperation fwd, const JvpBlock *r, int nres, const Val *res) {
  Build at = build_in(b, func_body(fwd));
  ValMap *m = val_map_create(b->arena);
  for (int i = 0; i < r->nin; i++)
    val_map_put(m, mlirBlockGetArgument(r->block, i), mlirBlockGetArgument(at.block, i));
  linearize_copy(&at, r->block, false, 0, NULL, m);
  Val *out = vals_join(b, r->nout, r->y, nres, res);
  for (int i = 0; i < r->nout + nres; i++)
    out[i] = val_map_get(m, out[i]);
  build_return(&at, r->nout + nres, out);
  func_update_type(fwd);
  dce_block(b->arena, b->module, at.block);
}

// Residual i as the linear side sees it.  What a checkpointed function computes again there must
// not be found to be what it computed before.
static Val residual_argument(Build *b, int i) {
  Val x = mlirBlockGetArgument(b->block, i);
  return engine_of(b)->policy ? op_unary(b, OP_OPTIMIZATION_BARRIER, x) : x;
}

static void build_lin(Build *b, MlirOperation lin, const JvpBlock *r, int nres, const Val *res) {
  Build at = build_in(b, func_body(lin));
  ValMap *m = val_map_create(b->arena);
  for (int i = 0; i < nres; i++)
    val_map_put(m, res[i], residual_argument(&at, i));
  for (int i = 0; i < r->ntangents; i++)
    val_map_put(m, mlirBlockGetArgument(r->block, r->nin + i),
                mlirBlockGetArgument(at.block, nres + i));
  linearize_copy(&at, r->block, true, r->nout, r->dy, m);
  Val *out = ARENA_ARRAY(b->arena, Val, r->nout + 1);
  bool *has = ARENA_ARRAY(b->arena, bool, r->nout + 1);
  int n = 0;
  for (int i = 0; i < r->nout; i++)
    if ((has[i] = !val_is_none(r->dy[i]))) out[n++] = val_map_get(m, r->dy[i]);
  build_return(&at, n, out);
  func_update_type(lin);
  derived_set_mask(lin, r->nout, has);
}

static bool split_body(Build *b, MlirOperation func, const bool *mask, const Signature s[2],
                       Linearized *l) {
  JvpBlock r;
  if (!jvp_copy(b, func_body(func), mask, &r)) return false;
  Val *res = linearize_residuals(b, r.block, r.nout, r.dy, &l->nres);
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, r.nin + l->nres + r.ntangents + 1);
  for (int i = 0; i < r.nin; i++)
    in[i] = func_in(func, i);
  l->fwd = derived_create(b, func, &s[0], r.nin, in);
  for (int i = 0; i < l->nres; i++)
    in[i] = mlirValueGetType(res[i]);
  for (int i = 0; i < r.ntangents; i++)
    in[l->nres + i] = mlirValueGetType(mlirBlockGetArgument(r.block, r.nin + i));
  l->lin = derived_create(b, func, &s[1], l->nres + r.ntangents, in);
  build_fwd(b, l->fwd, &r, l->nres, res);
  build_lin(b, l->lin, &r, l->nres, res);
  engine_bury_block(engine_of(b), r.block);
  return true;
}

bool linearize_split(Build *b, MlirOperation func, const bool *mask, bool forward,
                     Linearized *l) {
  int n = func_nin(func);
  const char *policy = checkpoint_policy(b->arena, func);
  if (policy) func = checkpoint_flat(b, func);
  Signature s[2];
  s[0] = signature_make(b, func, "fwd", n, mask, forward);
  s[1] = signature_make(b, func, "lin", n, mask, forward);
  l->fwd = derived_find(b, &s[0]);
  l->lin = derived_find(b, &s[1]);
  if (!mlirOperationIsNull(l->fwd) && !mlirOperationIsNull(l->lin)) {
    l->nres = func_nout(l->fwd) - func_nout(func);
    return true;
  }
  Engine e = engine_begin(b->arena);
  e.linearize = true;
  e.forward = forward;
  e.policy = policy;
  Build inner = *b;
  inner.engine = &e;
  inner.loc = mlirOperationGetLocation(func);
  bool ok = split_body(&inner, func, mask, s, l);
  engine_end(&e);
  return ok;
}

// Residual i of a call of fwd.  One that is an argument or a result besides is taken from there, so
// that the copy dies.
static Val call_residual(const Linearized *l, MlirOperation call, int nout, const Val *in, int i) {
  MlirBlock body = func_body(l->fwd);
  MlirOperation ret = mlirBlockGetTerminator(body);
  Val r = mlirOperationGetOperand(ret, nout + i);
  if (mlirValueIsABlockArgument(r)) return in[mlirBlockArgumentGetArgNumber(r)];
  for (int k = 0; k < nout; k++)
    if (mlirValueEqual(mlirOperationGetOperand(ret, k), r)) return op_result(call, k);
  return op_result(call, nout + i);
}

// Calls fwd; y gets nout results and res the residuals.
static void call_fwd(Build *b, const Linearized *l, const Val *in, int nout, Val *y, Val *res) {
  MlirOperation call = call_create(b, l->fwd, func_nin(l->fwd), in);
  for (int i = 0; i < nout; i++)
    y[i] = op_result(call, i);
  for (int i = 0; i < l->nres; i++)
    res[i] = call_residual(l, call, nout, in, i);
}

bool linearize_call(Build *b, const OpCall *c, MlirOperation callee, const Val *dx, Val *dy) {
  bool *mask = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  for (int i = 0; i < c->nin; i++)
    mask[i] = !val_is_none(dx[i]);
  Linearized l;
  if (!linearize_split(b, callee, mask, engine_of(b)->forward, &l)) return false;
  Val *y = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  Val *in = ARENA_ARRAY(b->arena, Val, l.nres + c->nin + 1);
  call_fwd(b, &l, c->in, c->nout, y, in);
  int n = l.nres, nout, k = 0;
  for (int i = 0; i < c->nin; i++)
    if (mask[i]) in[n++] = dx[i];
  bool *has = derived_mask(b->arena, l.lin, &nout), any = false;
  for (int i = 0; i < nout; i++)
    any |= has[i];
  engine_of(b)->replaced = y;
  if (!any) return true;
  MlirOperation call = call_create(b, l.lin, n, in);
  for (int i = 0; i < nout; i++)
    if (has[i]) dy[i] = op_result(call, k++);
  return true;
}

//===-- vjp -------------------------------------------------------------------------===//

static bool *wrt_mask(Build *b, MlirOperation func, int nwrt, const int64_t *wrt) {
  bool *mask = ARENA_ARRAY(b->arena, bool, func_nin(func) + 1);
  for (int i = 0; i < nwrt; i++)
    mask[wrt[i]] = type_is_inexact(func_in(func, (int)wrt[i]));
  return mask;
}

// The operands of lin's transpose: residuals, and of the cotangents (one for each result of
// floating type) those of results that have a tangent.
static Val *transpose_operands(Build *b, MlirOperation func, const Linearized *l, const Val *res,
                               const Val *ct, int *n) {
  int nout, k = 0;
  bool *has = derived_mask(b->arena, l->lin, &nout);
  Val *in = ARENA_ARRAY(b->arena, Val, l->nres + nout + 1);
  for (*n = 0; *n < l->nres; ++*n)
    in[*n] = res[*n];
  for (int i = 0; i < nout; i++) {
    if (has[i]) in[(*n)++] = ct[k];
    k += type_is_inexact(func_out(func, i));
  }
  return in;
}

// Cotangents of the arguments in wrt, from those of lin's tangents.
static void place_cotangents(Build *b, MlirOperation func, int nwrt, const int64_t *wrt,
                             const Val *ct, Val *out) {
  for (int i = 0; i < nwrt; i++) {
    MlirType type = func_in(func, (int)wrt[i]);
    Val x = type_is_inexact(type) ? *ct++ : VAL_NONE;
    out[i] = val_is_none(x) ? op_zeros(b, type) : x;
  }
}

// cjax.vjp @f(x, ct)  =>  y, r = call @f.fwd(x);  cjax.linear_transpose @f.lin(r, ct)
bool vjp_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out) {
  int nwrt, nargs = func_nin(callee), nout = func_nout(callee), n;
  int64_t *wrt = attr_list(b->arena, c->attrs, "wrt", &nwrt);
  Linearized l;
  if (!linearize_split(b, callee, wrt_mask(b, callee, nwrt, wrt), false, &l)) return false;
  Val *res = ARENA_ARRAY(b->arena, Val, l.nres + 1);
  call_fwd(b, &l, c->in, nout, out, res);
  Val *in = transpose_operands(b, callee, &l, res, c->in + nargs, &n);
  MlirAttribute attrs =
      attrs_make(b->ctx, 2, "callee", attr_symbol(b->ctx, func_name(b->arena, l.lin)), "residuals",
                 attr_of_int(b->ctx, l.nres));
  int nct = func_nin(l.lin) - l.nres;
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, nct + 1);
  Val *ct = ARENA_ARRAY(b->arena, Val, nct + 1);
  for (int i = 0; i < nct; i++)
    types[i] = func_in(l.lin, l.nres + i);
  MlirOperation op = build_op(b, OP_LINEAR_TRANSPOSE, n, in, attrs, nct, types);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < nct; i++)
    ct[i] = op_result(op, i);
  place_cotangents(b, callee, nwrt, wrt, ct, out + nout);
  return true;
}

bool vjp_check(Build *b, MlirOperation func, int nwrt, const int64_t *wrt) {
  MlirOperation fwd, pull;
  int nres;
  if (!linearize_function(b, func, nwrt, wrt, &fwd, &pull, &nres)) return false;
  func_destroy(pull);
  return true;
}

// A function of the residuals and n values like the results (arguments) of floating type.
static MlirOperation linear_function(Build *b, MlirOperation func, const char *kind,
                                     const Linearized *l, int n, const MlirType *types) {
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, l->nres + n + 1);
  for (int i = 0; i < l->nres; i++)
    in[i] = func_in(l->lin, i);
  for (int i = 0; i < n; i++)
    in[l->nres + i] = types[i];
  Signature s = {kind, arena_printf(b->arena, "staged %s of %s", kind, func_name(b->arena, func))};
  return derived_create(b, func, &s, l->nres + n, in);
}

static Val *block_args(Build *b, MlirBlock block) {
  intptr_t n = mlirBlockGetNumArguments(block);
  Val *r = ARENA_ARRAY(b->arena, Val, n + 1);
  for (intptr_t i = 0; i < n; i++)
    r[i] = mlirBlockGetArgument(block, i);
  return r;
}

bool linearize_function(Build *b, MlirOperation func, int nwrt, const int64_t *wrt,
                        MlirOperation *fwd, MlirOperation *pull, int *nres) {
  Linearized l;
  if (!expand_in_function(b, func)) return false;
  if (!linearize_split(b, func, wrt_mask(b, func, nwrt, wrt), false, &l)) return false;
  int nout = func_nout(func), n = 0;
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, nout + 1);
  for (int i = 0; i < nout; i++)
    if (type_is_inexact(func_out(func, i))) types[n++] = func_out(func, i);
  *pull = linear_function(b, func, "pull", &l, n, types);
  Build at = build_in(b, func_body(*pull));
  Val *args = block_args(b, at.block), *out = ARENA_ARRAY(b->arena, Val, nwrt + 1);
  Val *ct = ARENA_ARRAY(b->arena, Val, nwrt + 1);
  Val *in = transpose_operands(&at, func, &l, args, args + l.nres, &n);
  if (!transpose_apply(&at, l.lin, l.nres, in, ct)) {
    func_destroy(*pull);
    return false;
  }
  place_cotangents(&at, func, nwrt, wrt, ct, out);
  build_return(&at, nwrt, out);
  func_update_type(*pull);
  *fwd = l.fwd;
  *nres = l.nres;
  return true;
}

bool linearize_forward(Build *b, MlirOperation func, int nwrt, const int64_t *wrt,
                       MlirOperation *fwd, MlirOperation *lin, int *nres) {
  Linearized l;
  if (!expand_in_function(b, func)) return false;
  if (!linearize_split(b, func, wrt_mask(b, func, nwrt, wrt), true, &l)) return false;
  int nout = func_nout(func), n = 0, k = 0, m = 0;
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, nwrt + 1);
  for (int i = 0; i < nwrt; i++)
    types[i] = func_in(func, (int)wrt[i]);
  *lin = linear_function(b, func, "lin", &l, nwrt, types);
  Build at = build_in(b, func_body(*lin));
  Val *args = block_args(b, at.block), *out = ARENA_ARRAY(b->arena, Val, nout + 1);
  for (int i = 0; i < nwrt; i++)
    if (type_is_inexact(types[i])) args[l.nres + n++] = args[l.nres + i];
  MlirOperation call = call_create(&at, l.lin, l.nres + n, args);
  bool *has = derived_mask(b->arena, l.lin, &nout);
  for (int i = 0; i < nout; i++) {
    MlirType t = func_out(func, i);
    if (type_is_inexact(t)) out[m++] = has[i] ? op_result(call, k++) : op_zeros(&at, t);
  }
  build_return(&at, m, out);
  func_update_type(*lin);
  *fwd = l.fwd;
  *nres = l.nres;
  return true;
}

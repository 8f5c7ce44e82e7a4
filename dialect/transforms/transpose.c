// transpose.c -- the transpose of a linear function, in place on a copy.
//
//   @g.lin(r, dx) = dx * r       =>       @g.pull(r, ct) = ct * r
//
// Cotangents are collected from the last linear op to the first; ops of residuals only stay where
// they are.  A zero cotangent is no value at all.
//
//   require:  every op that uses a linear value is linear in all the linear values it uses together
#include "dialect/clone.h"
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

bool transpose_is_linear(const Build *b, Val x) { return val_map_has(engine_of(b)->linear, x); }

Val transpose_ct(const Build *b, Val x) {
  return val_map_has(engine_of(b)->map, x) ? val_map_get(engine_of(b)->map, x) : VAL_NONE;
}

void transpose_add(Build *b, Val x, Val ct) {
  if (val_is_none(ct)) return;
  Val sum = val_sum(b, transpose_ct(b, x), ct);
  val_map_put(engine_of(b)->map, x, sum);
}

static bool transpose_call(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                           Val *ct_in) {
  MlirOperation callee = func_lookup(b->module, attr_get(c->attrs, "callee"));
  bool *nonzero = ARENA_ARRAY(b->arena, bool, c->nout + 1);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + c->nout + 1);
  int n = 0, nct, k = 0, t = 0;
  for (int i = 0; i < c->nin; i++)
    if (!linear[i]) in[n++] = c->in[i];
  for (int i = 0; i < c->nout; i++)
    if ((nonzero[i] = !val_is_none(ct[i]))) in[n++] = ct[i];
  MlirOperation f = transpose_function(b, callee, linear, nonzero);
  if (mlirOperationIsNull(f)) return false;
  MlirOperation call = call_create(b, f, n, in);
  bool *has = derived_mask(b->arena, f, &nct);
  for (int i = 0; i < c->nin; i++)
    if (linear[i] && has[t++]) ct_in[i] = op_result(call, k++);
  return true;
}

static bool transpose_op(Build *b, MlirOperation op) {
  OpCall c = op_call(b->arena, op);
  Val *ct = ARENA_ARRAY(b->arena, Val, c.nout + 1), *ct_in = ARENA_ARRAY(b->arena, Val, c.nin + 1);
  bool *linear = ARENA_ARRAY(b->arena, bool, c.nin + 1), any = false;
  for (int i = 0; i < c.nout; i++)
    any |= !val_is_none(ct[i] = transpose_ct(b, op_result(op, i)));
  if (!any) return true;
  for (int i = 0; i < c.nin; i++)
    linear[i] = transpose_is_linear(b, c.in[i]);
  b->loc = c.loc;
  if (c.kind == OP_COUNT) {
    if (!transpose_call(b, &c, linear, ct, ct_in)) return false;
  } else if (op_rules(c.kind)->transpose) {
    if (!op_rules(c.kind)->transpose(b, &c, linear, ct, ct_in)) return false;
  } else {
    diag_error(loc_range(c.loc), NULL, "NotImplementedError",
               "Transpose rule (for reverse-mode differentiation) for '%s' not implemented",
               op_name(c.kind));
    return false;
  }
  for (int i = 0; i < c.nin; i++)
    if (linear[i]) transpose_add(b, c.in[i], ct_in[i]);
  return true;
}

bool transpose_block(Build *b, MlirBlock block) {
  Engine *e = engine_of(b);
  VEC(MlirOperation) ops = {0};
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (!op_uses(b->arena, op, e->linear)) continue;
    VEC_PUSH(b->arena, ops, op);
    for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
      val_map_put(e->linear, op_result(op, (int)i), op_result(op, (int)i));
  }
  bool ok = true;
  for (uint32_t i = ops.n; ok && i-- > 0;)
    ok = transpose_op(b, ops.data[i]);
  for (uint32_t i = 0; i < ops.n; i++)
    engine_bury(e, ops.data[i]);
  return ok;
}

Val *transpose_captures(Build *b, MlirOperation op, int *n) {
  int all, k = 0;
  Val *captures = region_captures(b->arena, op, &all);
  for (int i = 0; i < all; i++)
    if (transpose_is_linear(b, captures[i])) captures[k++] = captures[i];
  *n = k;
  return captures;
}

// Nothing that was built uses a linear value: else the function was not linear.
static bool check_linear(const Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (!op_uses(b->arena, op, engine_of(b)->linear)) continue;
    OpKind k = op_kind(op);
    diag_error(loc_range(mlirOperationGetLocation(op)), NULL, "NotImplementedError",
               "linear_transpose: a product of linear values, or another op that is not linear "
               "in them (%s)", k == OP_COUNT ? "call" : op_name(k));
    return false;
  }
  return true;
}

bool transpose_copy(Build *b, MlirBlock src, const TransposeBlock *t) {
  Engine inner = engine_begin(b->arena);
  Build at = *b;
  at.engine = &inner;
  int nargs = (int)mlirBlockGetNumArguments(src), nout;
  MlirBlock placeholders = mlirBlockCreate(0, NULL, NULL);
  engine_bury_block(&inner, placeholders);
  ValMap *m = val_map_create(b->arena);
  Val *args = ARENA_ARRAY(b->arena, Val, nargs + 1);
  for (int i = 0; i < nargs; i++) {
    Val x = mlirBlockGetArgument(src, i);
    args[i] =
        t->linear[i] ? mlirBlockAddArgument(placeholders, mlirValueGetType(x), b->loc) : t->args[i];
    if (t->linear[i]) val_map_put(inner.linear, args[i], args[i]);
    val_map_put(m, x, args[i]);
  }
  for (int i = 0; i < t->ncaptures; i++)
    val_map_put(inner.linear, t->captures[i], t->captures[i]);
  Val *ys = clone_block(&at, src, m, &nout);
  for (int i = 0; i < nout; i++)
    transpose_add(&at, ys[i], t->ct[i]);
  bool ok = transpose_block(&at, b->block) && check_linear(&at, b->block);
  for (int i = 0; i < nargs; i++)
    t->ct_args[i] = t->linear[i] ? transpose_ct(&at, args[i]) : VAL_NONE;
  for (int i = 0; i < t->ncaptures; i++)
    t->ct_captures[i] = transpose_ct(&at, t->captures[i]);
  if (!ok) engine_drop_uses_in(b->block); // placeholders go first, the block with its function
  engine_end(&inner);
  return ok;
}

//===-- functions -------------------------------------------------------------------===//

static bool transpose_body(Build *b, MlirOperation func, TransposeBlock *t, const bool *nonzero,
                           MlirOperation copy) {
  MlirBlock to = func_body(copy);
  Build at = build_in(b, to);
  at.loc = mlirOperationGetLocation(func);
  int nin = func_nin(func), nout = func_nout(func), k = 0, n = 0, nlinear = 0;
  Val *args = ARENA_ARRAY(b->arena, Val, nin + 1), *ct = ARENA_ARRAY(b->arena, Val, nout + 1);
  for (int i = 0; i < nin; i++)
    if (!t->linear[i]) args[i] = mlirBlockGetArgument(to, k++);
  for (int i = 0; i < nout; i++)
    if (nonzero[i]) ct[i] = mlirBlockGetArgument(to, k++);
  t->args = args;
  t->ct = ct;
  t->ct_args = ARENA_ARRAY(b->arena, Val, nin + 1);
  if (!transpose_copy(&at, func_body(func), t)) return false;
  Val *out = ARENA_ARRAY(b->arena, Val, nin + 1);
  bool *has = ARENA_ARRAY(b->arena, bool, nin + 1);
  for (int i = 0; i < nin; i++) {
    if (!t->linear[i]) continue;
    has[nlinear] = !val_is_none(t->ct_args[i]);
    if (has[nlinear++]) out[n++] = t->ct_args[i];
  }
  build_return(&at, n, out);
  func_update_type(copy);
  derived_set_mask(copy, nlinear, has);
  dce_block(b->arena, b->module, to);
  return true;
}

MlirOperation transpose_function(Build *b, MlirOperation func, const bool *linear,
                                 const bool *nonzero) {
  int nin = func_nin(func), nout = func_nout(func), n = 0;
  bool *bits = ARENA_ARRAY(b->arena, bool, nin + nout + 1);
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, nin + nout + 1);
  for (int i = 0; i < nin; i++)
    if (!(bits[i] = linear[i])) in[n++] = func_in(func, i);
  for (int i = 0; i < nout; i++)
    if ((bits[nin + i] = nonzero[i])) in[n++] = func_out(func, i);
  Signature s = signature_make(b, func, "pull", nin + nout, bits, 0);
  MlirOperation found = derived_find(b, &s);
  if (!mlirOperationIsNull(found)) return found;
  MlirOperation copy = derived_create(b, func, &s, n, in);
  TransposeBlock t = {.linear = linear};
  return derived_done(copy, transpose_body(b, func, &t, nonzero, copy));
}

static bool is_zero(Val ct) {
  double x;
  return element_is_float(val_element(ct)) && constant_splat(ct, &x) && x == 0;
}

bool transpose_apply(Build *b, MlirOperation lin, int nres, const Val *in, Val *out) {
  int nin = func_nin(lin), nout = func_nout(lin), n = nres, nct, k = 0;
  bool *linear = ARENA_ARRAY(b->arena, bool, nin + 1);
  bool *nonzero = ARENA_ARRAY(b->arena, bool, nout + 1);
  Val *args = ARENA_ARRAY(b->arena, Val, nres + nout + 1);
  for (int i = nres; i < nin; i++)
    linear[i] = true;
  for (int i = 0; i < nres; i++)
    args[i] = in[i];
  for (int i = 0; i < nout; i++)
    if ((nonzero[i] = !is_zero(in[nres + i]))) args[n++] = in[nres + i];
  MlirOperation pull = transpose_function(b, lin, linear, nonzero);
  if (mlirOperationIsNull(pull)) return false;
  bool *got = derived_mask(b->arena, pull, &nct);
  MlirOperation call = call_create(b, pull, n, args);
  for (int i = 0; i < nin - nres; i++)
    out[i] = got[i] ? op_result(call, k++) : VAL_NONE;
  return true;
}

bool transpose_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out) {
  int nres = (int)attr_int(c->attrs, "residuals");
  if (!transpose_apply(b, callee, nres, c->in, out)) return false;
  for (int i = 0; i < c->nout; i++)
    if (val_is_none(out[i])) out[i] = op_zeros(b, c->out[i]);
  return true;
}

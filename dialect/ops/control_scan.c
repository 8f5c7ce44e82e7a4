// control_scan.c -- batching, forward and reverse mode of scan.
//
// Reverse mode is a scan the other way: its carry holds the cotangents of the carry and of what the
// body captures, its xs are the residuals that the forward scan stacked and the cotangents of the
// ys.  Residuals that do not change from one iteration to the next are computed before the loop and
// captured; those that are an x of the forward scan are scanned again.
#include "dialect/clone.h"
#include "dialect/ops/control.h"
#include "dialect/transforms/transforms.h"

typedef struct Scan {
  int nin, ncarry, nout, nx, ny;
  int64_t length;
  MlirAttribute attrs;
  MlirBlock body;
} Scan;

static Scan scan_of(const OpCall *c) {
  int carry = (int)attr_int(c->attrs, "num_carry");
  return (Scan){.nin = c->nin,
                .ncarry = carry,
                .nout = c->nout,
                .nx = c->nin - carry,
                .ny = c->nout - carry,
                .length = attr_int(c->attrs, "length"),
                .attrs = c->attrs,
                .body = region_block(c->regions[0])};
}

// A scan like s with other operands and body, which yields its results.
static MlirOperation build_scan(Build *b, const Scan *s, int ncarry, int nin, const Val *in,
                                MlirBlock body) {
  int nout = (int)mlirOperationGetNumOperands(mlirBlockGetTerminator(body));
  MlirRegion region = region_of(body);
  MlirAttribute attrs = attrs_with(b->ctx, s->attrs, "num_carry", attr_of_int(b->ctx, ncarry));
  OpCall c = {.kind = OP_SCAN,
              .loc = b->loc,
              .nin = nin,
              .nout = nout,
              .in = in,
              .nregions = 1,
              .regions = &region,
              .attrs = attrs};
  return build_op_regions(b, &c);
}

// The type of one element of a scanned array.
static MlirType element_type(Val x) {
  MlirType t = mlirValueGetType(x);
  return type_with_dims(t, dims_without(type_dims(t), dims_iota(1)));
}

//===-- vmap ------------------------------------------------------------------------===//

static Build batched_body(Build *b, const Scan *s, const bool *batched, Val *args) {
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  for (int i = 0; i < s->nin; i++)
    args[i] =
        mlirBlockAddArgument(at.block, vmap_type(b, arg_type(s->body, i), batched[i]), b->loc);
  return at;
}

// The batched body; flags of the carry in `in` grow until the body agrees.
static bool settle_batched(Build *b, const Scan *s, bool *in, Val *ys, bool *out, MlirBlock *body) {
  Val *args = ARENA_ARRAY(b->arena, Val, s->nin + 1);
  for (bool changed = true; changed;) {
    changed = false;
    Build at = batched_body(b, s, in, args);
    if (!vmap_block(&at, s->body, args, ys, out)) return false;
    for (int i = 0; i < s->ncarry; i++) {
      if (!out[i] || in[i]) continue;
      changed = in[i] = true;
    }
    if (changed) engine_bury_block(engine_of(b), at.block);
    *body = at.block;
  }
  return true;
}

bool batch_scan(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched) {
  Scan s = scan_of(c);
  bool *in = ARENA_ARRAY(b->arena, bool, s.nin + 1);
  Val *ys = ARENA_ARRAY(b->arena, Val, s.nout + 1), *ops = ARENA_ARRAY(b->arena, Val, s.nin + 1);
  MlirBlock body;
  for (int i = 0; i < s.nin; i++)
    in[i] = batched[i];
  if (!settle_batched(b, &s, in, ys, out_batched, &body)) return false;
  Build at = build_in(b, body);
  for (int i = 0; i < s.ncarry; i++) {
    if (in[i]) ys[i] = vmap_force(&at, ys[i], out_batched[i]);
    out_batched[i] = in[i];
  }
  build_yield(&at, s.nout, ys);
  for (int i = 0; i < s.nin; i++) {
    ops[i] = c->in[i];
    if (i < s.ncarry && in[i]) ops[i] = vmap_force(b, ops[i], batched[i]);
    if (i >= s.ncarry && in[i]) ops[i] = op_move_axis(b, ops[i], 0, 1);
  }
  MlirOperation op = build_scan(b, &s, s.ncarry, s.nin, ops, body);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < s.nout; i++) {
    out[i] = op_result(op, i);
    if (i >= s.ncarry && out_batched[i]) out[i] = op_move_axis(b, out[i], 1, 0);
  }
  return true;
}

//===-- jvp -------------------------------------------------------------------------===//

// The body with tangents; mask (of operands) grows until the body agrees.  dcarry: a tangent for
// each carry in mask.
static bool settle_tangents(Build *b, const Scan *s, bool *mask, JvpBlock *r) {
  for (bool changed = true; changed;) {
    changed = false;
    if (!jvp_copy(b, s->body, mask, r)) return false;
    for (int i = 0; i < s->ncarry; i++) {
      if (mask[i] || val_is_none(r->dy[i])) continue;
      changed = mask[i] = true;
    }
    if (changed) engine_bury_block(engine_of(b), r->block);
  }
  return true;
}

typedef struct ScanSplit {
  Scan s;
  const bool *mask;
  JvpBlock r;
  int nres;
  Val *res;     // in the body
  Val *stacked; // over all iterations
} ScanSplit;

// carry, their tangents, xs, their tangents: the order of one scan of both.
static int join_tangents(Build *b, const Scan *s, const bool *mask, const Val *x, const Val *dx,
                         Val *out) {
  int n = 0;
  for (int part = 0; part < 2; part++) {
    int from = part ? s->ncarry : 0, to = part ? s->nin : s->ncarry;
    for (int i = from; i < to; i++)
      out[n++] = x[i];
    for (int i = from; i < to; i++)
      if (mask[i]) out[n++] = zeros_if_none(b, dx[i], x[i]);
  }
  return n;
}

// The body of one scan of both: the arguments of r in the order of join_tangents.
static MlirBlock reorder_body(Build *b, const Scan *s, const bool *mask, const JvpBlock *r,
                              int nout, const Val *out) {
  Val *args = ARENA_ARRAY(b->arena, Val, s->nin + 1),
      *dargs = ARENA_ARRAY(b->arena, Val, s->nin + 1);
  Val *order = ARENA_ARRAY(b->arena, Val, 2 * s->nin + 1);
  for (int i = 0, k = s->nin; i < s->nin; i++) {
    args[i] = mlirBlockGetArgument(r->block, i);
    if (mask[i]) dargs[i] = mlirBlockGetArgument(r->block, k++);
  }
  int n = join_tangents(b, s, mask, args, dargs, order);
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  ValMap *m = val_map_create(b->arena);
  for (int i = 0; i < n; i++)
    val_map_put(m, order[i], mlirBlockAddArgument(at.block, mlirValueGetType(order[i]), b->loc));
  MlirOperation op = mlirBlockGetFirstOperation(r->block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    clone_op(&at, op, m);
  Val *ys = ARENA_ARRAY(b->arena, Val, nout + 1);
  for (int i = 0; i < nout; i++)
    ys[i] = val_map_get(m, out[i]);
  build_yield(&at, nout, ys);
  engine_bury_block(engine_of(b), r->block);
  return at.block;
}

static bool jvp_together(Build *b, const OpCall *c, const ScanSplit *p, const Val *dx, Val *dy) {
  const Scan *s = &p->s;
  const JvpBlock *r = &p->r;
  const bool *mask = p->mask;
  Val *in = ARENA_ARRAY(b->arena, Val, 2 * s->nin + 1),
      *out = ARENA_ARRAY(b->arena, Val, 2 * s->nout + 1);
  int nin = join_tangents(b, s, mask, c->in, dx, in), nout = 0, ncarry = s->ncarry;
  Build end = build_in(b, r->block);
  for (int i = 0; i < s->ncarry; i++)
    out[nout++] = r->y[i];
  for (int i = 0; i < s->ncarry; i++)
    if (mask[i]) out[nout++] = zeros_if_none(&end, r->dy[i], r->y[i]), ncarry++;
  for (int i = s->ncarry; i < s->nout; i++)
    out[nout++] = r->y[i];
  for (int i = s->ncarry; i < s->nout; i++)
    if (!val_is_none(r->dy[i])) out[nout++] = r->dy[i];
  MlirBlock body = reorder_body(b, s, mask, r, nout, out);
  MlirOperation op = build_scan(b, s, ncarry, nin, in, body);
  if (mlirOperationIsNull(op)) return false;
  Val *made = ARENA_ARRAY(b->arena, Val, s->nout + 1);
  int k = 0;
  for (int i = 0; i < s->ncarry; i++)
    made[i] = op_result(op, k++);
  for (int i = 0; i < s->ncarry; i++)
    if (mask[i]) dy[i] = op_result(op, k++);
  for (int i = s->ncarry; i < s->nout; i++)
    made[i] = op_result(op, k++);
  for (int i = s->ncarry; i < s->nout; i++)
    if (!val_is_none(r->dy[i])) dy[i] = op_result(op, k++);
  engine_of(b)->replaced = made;
  return true;
}

//===-- linearize -------------------------------------------------------------------===//

// The residual is x number i of the forward scan; -1: it is not.
static int residual_x(const ScanSplit *p, Val v) {
  if (!mlirValueIsABlockArgument(v) || !mlirBlockEqual(mlirBlockArgumentGetOwner(v), p->r.block))
    return -1;
  int i = (int)mlirBlockArgumentGetArgNumber(v);
  return i >= p->s.ncarry && i < p->s.nin ? i : -1;
}

// carry, xs -> carry, ys, residuals that are no xs.
static MlirOperation values_scan(Build *b, const OpCall *c, ScanSplit *p) {
  const Scan *s = &p->s;
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  ValMap *m = val_map_create(b->arena);
  for (int i = 0; i < s->nin; i++)
    val_map_put(m, mlirBlockGetArgument(p->r.block, i),
                mlirBlockAddArgument(at.block, arg_type(s->body, i), b->loc));
  linearize_copy(&at, p->r.block, false, 0, NULL, m);
  Val *out = vals_join(b, s->nout, p->r.y, p->nres, p->res);
  int n = s->nout;
  for (int i = 0; i < s->nout; i++)
    out[i] = val_map_get(m, out[i]);
  for (int i = 0; i < p->nres; i++)
    if (residual_x(p, p->res[i]) < 0) out[n++] = val_map_get(m, p->res[i]);
  build_yield(&at, n, out);
  MlirOperation op = build_scan(b, s, s->ncarry, s->nin, c->in, at.block);
  p->stacked = ARENA_ARRAY(b->arena, Val, p->nres + 1);
  for (int i = 0, k = s->nout; !mlirOperationIsNull(op) && i < p->nres; i++) {
    int x = residual_x(p, p->res[i]);
    p->stacked[i] = x < 0 ? op_result(op, k++) : c->in[x];
  }
  return op;
}

// dcarry, dxs, residuals -> dcarry, dys.
static MlirOperation linear_scan(Build *b, const OpCall *c, const ScanSplit *p, const Val *dx,
                                 Val *dy) {
  const Scan *s = &p->s;
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  ValMap *m = val_map_create(b->arena);
  Val *in = ARENA_ARRAY(b->arena, Val, s->nin + p->nres + 1);
  int n = 0, ncarry = 0, nout = 0;
  for (int i = 0; i < s->nin; i++) {
    if (!p->mask[i]) continue;
    Val arg = mlirBlockGetArgument(p->r.block, s->nin + n);
    val_map_put(m, arg, mlirBlockAddArgument(at.block, mlirValueGetType(arg), b->loc));
    ncarry += i < s->ncarry;
    in[n++] = zeros_if_none(b, dx[i], c->in[i]);
  }
  for (int i = 0; i < p->nres; i++) {
    val_map_put(m, p->res[i], mlirBlockAddArgument(at.block, mlirValueGetType(p->res[i]), b->loc));
    in[n++] = p->stacked[i];
  }
  linearize_copy(&at, p->r.block, true, s->nout, p->r.dy, m);
  Val *out = ARENA_ARRAY(b->arena, Val, s->nout + 1);
  for (int i = 0; i < s->nout; i++) {
    Val d = p->r.dy[i];
    if (i < s->ncarry && p->mask[i])
      d = val_is_none(d) ? zeros_like(&at, p->r.y[i]) : val_map_get(m, d);
    else if (!val_is_none(d))
      d = val_map_get(m, d);
    if (!val_is_none(d)) out[nout++] = d;
  }
  build_yield(&at, nout, out);
  MlirOperation op = build_scan(b, s, ncarry, n, in, at.block);
  for (int i = 0, k = 0; !mlirOperationIsNull(op) && i < s->nout; i++)
    if (i < s->ncarry ? p->mask[i] : !val_is_none(p->r.dy[i])) dy[i] = op_result(op, k++);
  return op;
}

static bool linearize_scan(Build *b, const OpCall *c, ScanSplit *p, const Val *dx, Val *dy) {
  linearize_hoist(b, p->r.block, c->op);
  p->res = linearize_residuals(b, p->r.block, p->s.nout, p->r.dy, &p->nres);
  engine_bury_block(engine_of(b), p->r.block);
  MlirOperation values = values_scan(b, c, p);
  if (mlirOperationIsNull(values) || mlirOperationIsNull(linear_scan(b, c, p, dx, dy)))
    return false;
  Val *made = ARENA_ARRAY(b->arena, Val, p->s.nout + 1);
  for (int i = 0; i < p->s.nout; i++)
    made[i] = op_result(values, i);
  engine_of(b)->replaced = made;
  return true;
}

bool jvp_scan(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  ScanSplit p = {.s = scan_of(c)};
  bool *mask = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  for (int i = 0; i < c->nin; i++)
    mask[i] = !val_is_none(dx[i]);
  if (!settle_tangents(b, &p.s, mask, &p.r)) return false;
  p.mask = mask;
  if (engine_of(b)->linearize) return linearize_scan(b, c, &p, dx, dy);
  return jvp_together(b, c, &p, dx, dy);
}

//===-- transpose -------------------------------------------------------------------===//

typedef struct Backward {
  Scan s;
  const bool *linear;
  const Val *ct; // of the results
  int ncaptures;
  Val *captures;
  bool *carried;  // carries whose cotangent may be nonzero
  bool *captured; // captures with a cotangent
  // Of one build of the body:
  Build at;
  Val *ct_args, *ct_captures, *sums;
} Backward;

// The body with arguments: cotangents of carries, sums of captures' cotangents, other xs,
// cotangents of ys.
static bool backward_body(Build *b, Backward *w) {
  const Scan *s = &w->s;
  w->at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  Val *args = ARENA_ARRAY(b->arena, Val, s->nin + 1), *ct = ARENA_ARRAY(b->arena, Val, s->nout + 1);
  w->ct_args = ARENA_ARRAY(b->arena, Val, s->nin + 1);
  w->ct_captures = ARENA_ARRAY(b->arena, Val, w->ncaptures + 1);
  w->sums = ARENA_ARRAY(b->arena, Val, w->ncaptures + 1);
  for (int i = 0; i < s->ncarry; i++)
    if (w->carried[i]) ct[i] = mlirBlockAddArgument(w->at.block, arg_type(s->body, i), b->loc);
  for (int i = 0; i < w->ncaptures; i++)
    if (w->captured[i])
      w->sums[i] = mlirBlockAddArgument(w->at.block, mlirValueGetType(w->captures[i]), b->loc);
  for (int i = s->ncarry; i < s->nin; i++)
    if (!w->linear[i]) args[i] = mlirBlockAddArgument(w->at.block, arg_type(s->body, i), b->loc);
  for (int i = s->ncarry; i < s->nout; i++)
    if (!val_is_none(w->ct[i]))
      ct[i] = mlirBlockAddArgument(w->at.block, element_type(w->ct[i]), b->loc);
  TransposeBlock t = {.linear = w->linear,
                      .args = args,
                      .ct = ct,
                      .ncaptures = w->ncaptures,
                      .captures = w->captures,
                      .ct_args = w->ct_args,
                      .ct_captures = w->ct_captures};
  return transpose_copy(&w->at, s->body, &t);
}

static bool settle_backward(Build *b, Backward *w) {
  for (bool changed = true; changed;) {
    changed = false;
    if (!backward_body(b, w)) return false;
    for (int i = 0; i < w->s.ncarry; i++)
      if (!w->carried[i] && !val_is_none(w->ct_args[i])) changed = w->carried[i] = true;
    for (int i = 0; i < w->ncaptures; i++)
      if (!w->captured[i] && !val_is_none(w->ct_captures[i])) changed = w->captured[i] = true;
    if (changed) engine_bury_block(engine_of(b), w->at.block);
  }
  return true;
}

// What the body yields: cotangents of carries, sums, cotangents of linear xs.  Returns the number
// of carries.
static int yield_backward(Build *b, Backward *w) {
  const Scan *s = &w->s;
  Val *out = ARENA_ARRAY(b->arena, Val, s->nin + w->ncaptures + 1);
  int n = 0;
  for (int i = 0; i < s->ncarry; i++)
    if (w->carried[i])
      out[n++] =
          val_is_none(w->ct_args[i]) ? op_zeros(&w->at, arg_type(s->body, i)) : w->ct_args[i];
  for (int i = 0; i < w->ncaptures; i++)
    if (w->captured[i]) out[n++] = val_sum(&w->at, w->sums[i], w->ct_captures[i]);
  int ncarry = n;
  for (int i = s->ncarry; i < s->nin; i++)
    if (!val_is_none(w->ct_args[i])) out[n++] = w->ct_args[i];
  build_yield(&w->at, n, out);
  return ncarry;
}

static int backward_operands(Build *b, const OpCall *c, const Backward *w, Val *in) {
  const Scan *s = &w->s;
  int n = 0;
  for (int i = 0; i < s->ncarry; i++)
    if (w->carried[i]) in[n++] = zeros_if_none(b, w->ct[i], c->in[i]);
  for (int i = 0; i < w->ncaptures; i++)
    if (w->captured[i]) in[n++] = zeros_like(b, w->captures[i]);
  for (int i = s->ncarry; i < s->nin; i++)
    if (!w->linear[i]) in[n++] = c->in[i];
  for (int i = s->ncarry; i < s->nout; i++)
    if (!val_is_none(w->ct[i])) in[n++] = w->ct[i];
  return n;
}

bool transpose_scan(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *ct_in) {
  // A carry that starts from zeros is a tangent all the same.
  bool *in_linear = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  Backward w = {.s = scan_of(c), .linear = in_linear, .ct = ct};
  const Scan *s = &w.s;
  for (int i = 0; i < c->nin; i++)
    in_linear[i] = linear[i] || i < s->ncarry;
  w.captures = transpose_captures(b, c->op, &w.ncaptures);
  w.carried = ARENA_ARRAY(b->arena, bool, s->ncarry + 1);
  w.captured = ARENA_ARRAY(b->arena, bool, w.ncaptures + 1);
  for (int i = 0; i < s->ncarry; i++)
    w.carried[i] = !val_is_none(ct[i]);
  if (!settle_backward(b, &w)) return false;
  int ncarry = yield_backward(b, &w), k = 0;
  Val *in = ARENA_ARRAY(b->arena, Val, s->nin + s->nout + w.ncaptures + 1);
  int nin = backward_operands(b, c, &w, in);
  Scan back = *s;
  MlirAttribute reverse = attr_flag(s->attrs, "reverse") ? (MlirAttribute){0} : attr_unit(b->ctx);
  back.attrs = attrs_with(b->ctx, s->attrs, "reverse", reverse);
  MlirOperation op = build_scan(b, &back, ncarry, nin, in, w.at.block);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < s->ncarry; i++)
    if (w.carried[i]) ct_in[i] = op_result(op, k++);
  for (int i = 0; i < w.ncaptures; i++)
    if (w.captured[i]) transpose_add(b, w.captures[i], op_result(op, k++));
  for (int i = s->ncarry; i < s->nin; i++)
    if (!val_is_none(w.ct_args[i])) ct_in[i] = op_result(op, k++);
  return true;
}

// fuse_loop.c -- loops over lanes (dialect/transforms/lanes.h) inside kernels.
//
// As many lanes as the kernel computes at once go through the loop together, what they carry in
// registers; the loop of a block of lanes ends when all of these are done.
#include "dialect/clone.h"
#include "dialect/transforms/lanes.h"
#include "dialect/transforms/patterns.h"
#include "lower/schedule/fuse.h"

typedef struct LoopRun {
  Fuse *f;
  const OpCall *c;
  const Val *idx;
  Lanes lanes;
} LoopRun;

static void bind_carries(const LoopRun *r, int region, const Val *x) {
  MlirBlock block = mlirRegionGetFirstBlock(r->c->regions[region]);
  for (int i = 0; i < r->c->nout; i++)
    fuse_remember(r->f, fuse_node(r->f, mlirBlockGetArgument(block, i)), r->idx, x[i]);
}

// Whether some lane of the block goes on.
static Val any_lane(Build *b, Val x) {
  if (!mlirTypeIsAVector(mlirValueGetType(x))) return x;
  MlirAttribute kind = attrs_make(b->ctx, 1, "kind", attr_parse(b, "#vector.kind<or>"));
  return emit(b, "vector.reduction", 1, &x, type_int(b, 1), kind);
}

static Val loop_cond(Build *b, void *ctx, const Val *x) {
  LoopRun *r = ctx;
  uint32_t mark = r->f->cache.n;
  bind_carries(r, 0, x);
  Val p;
  if (!fuse_eval(r->f, b, r->lanes.goes_on, r->idx, &p)) return VAL_NONE;
  r->f->cache.n = mark;
  return r->lanes.masked ? any_lane(b, p) : p;
}

static bool loop_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  LoopRun *r = ctx;
  int region = r->c->nregions - 1;
  uint32_t mark = r->f->cache.n;
  bind_carries(r, region, x);
  MlirOperation end = mlirBlockGetTerminator(mlirRegionGetFirstBlock(r->c->regions[region]));
  for (int k = 0; k < r->c->nout; k++) {
    Val v = op_operand(end, k);
    if (!fuse_eval(r->f, b, v, r->idx, &y[k])) return false;
    if (val_dims(v).n) y[k] = fuse_widen(r->f, b, y[k]);
  }
  r->f->cache.n = mark;
  return true;
}

// What the body computes of values from outside alone is computed before the loop.
static bool hoist_captures(LoopRun *r, Build *b) {
  int n;
  Val *captures = region_captures(r->f->arena, r->c->op, &n), ignored;
  for (int i = 0; i < n; i++)
    if (dims_equal(val_dims(captures[i]), r->lanes.shape) || !val_dims(captures[i]).n)
      if (!fuse_eval(r->f, b, captures[i], r->idx, &ignored)) return false;
  return true;
}

bool fuse_loop(Fuse *f, Build *b, const OpCall *c, const Val *idx) {
  LoopRun r = {f, c, idx};
  OpCall loop = op_call(f->arena, c->op); // without the captures
  if (!lanes_find(f->arena, &loop, &r.lanes)) return lower_error(c, "is not a loop over lanes");
  Val *init = ARENA_ARRAY(f->arena, Val, c->nout), *out = ARENA_ARRAY(f->arena, Val, c->nout);
  for (int i = 0; i < c->nout; i++) {
    if (!fuse_eval(f, b, c->in[i], idx, &init[i])) return false;
    if (type_rank(c->out[i])) init[i] = fuse_widen(f, b, init[i]);
  }
  if (!hoist_captures(&r, b)) return false;
  bool ok;
  if (c->kind == OP_WHILE) {
    ok = emit_while(b, c->nout, init, loop_cond, loop_body, &r, out);
  } else {
    Val lo = emit_index(b, 0), hi = emit_index(b, attr_int(c->attrs, "length"));
    ok = emit_for(b, lo, hi, emit_index(b, 1), c->nout, init, loop_body, &r, out);
  }
  for (int i = 0; ok && i < c->nout; i++)
    fuse_remember(f, fuse_node(f, op_result(c->op, i)), idx, out[i]);
  return ok;
}

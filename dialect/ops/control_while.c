// control_while.c -- batching and forward mode of while.  Reverse mode has none.
#include "dialect/clone.h"
#include "dialect/location.h"
#include "dialect/ops/control.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

static MlirOperation build_while(Build *b, int n, const Val *init, MlirBlock cond, MlirBlock body) {
  MlirRegion regions[] = {region_of(cond), region_of(body)};
  OpCall c = {.kind = OP_WHILE,
              .loc = b->loc,
              .nin = n,
              .nout = n,
              .in = init,
              .nregions = 2,
              .regions = regions,
              .attrs = mlirDictionaryAttrGet(b->ctx, 0, NULL)};
  return build_op_regions(b, &c);
}

//===-- vmap ------------------------------------------------------------------------===//

// A block whose arguments are those of src, with the batch axis where batched.
static Build batched_block(Build *b, MlirBlock src, const bool *batched, Val *args) {
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(src); i++)
    args[i] =
        mlirBlockAddArgument(at.block, vmap_type(b, arg_type(src, (int)i), batched[i]), b->loc);
  return at;
}

// What the loop does to the batched flags of its carry, and whether the condition is batched: tried
// until nothing changes.
static bool settle_batched(Build *b, const OpCall *c, bool *carry, bool *pred) {
  MlirBlock cond = region_block(c->regions[0]), body = region_block(c->regions[1]);
  Val *args = ARENA_ARRAY(b->arena, Val, c->nin + 1), *out = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  bool *next = ARENA_ARRAY(b->arena, bool, c->nin + 1), changed = true;
  while (changed) {
    changed = false;
    Build at = batched_block(b, cond, carry, args);
    engine_bury_block(engine_of(b), at.block);
    if (!vmap_block(&at, cond, args, out, pred)) return false;
    at = batched_block(b, body, carry, args);
    engine_bury_block(engine_of(b), at.block);
    if (!vmap_block(&at, body, args, out, next)) return false;
    for (int i = 0; i < c->nin; i++) {
      bool now = carry[i] || next[i] || *pred;
      changed |= now != carry[i];
      carry[i] = now;
    }
  }
  return true;
}

// x where the lane goes on, else what it was.
static Val select_lanes(Build *b, Val pred, Val x, Val old) {
  Dims d = val_dims(x);
  return op_select(b, op_broadcast(b, pred, d, dims_iota(1)), x, old);
}

bool batch_while(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched) {
  MlirBlock cond = region_block(c->regions[0]), body = region_block(c->regions[1]);
  bool *carry = out_batched, pred_batched = false, ignored;
  for (int i = 0; i < c->nin; i++)
    carry[i] = batched[i];
  if (!settle_batched(b, c, carry, &pred_batched)) return false;
  Val *init = ARENA_ARRAY(b->arena, Val, c->nin + 1),
      *args = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  Val *next = ARENA_ARRAY(b->arena, Val, c->nin + 1), pred;
  bool *flags = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  for (int i = 0; i < c->nin; i++)
    init[i] = carry[i] ? vmap_force(b, c->in[i], batched[i]) : c->in[i];
  Build at = batched_block(b, cond, carry, args);
  if (!vmap_block(&at, cond, args, &pred, &ignored)) return false;
  pred = pred_batched ? op_reduce(&at, OP_REDUCE_OR, pred, dims_iota(1)) : pred;
  build_yield(&at, 1, &pred);
  Build in = batched_block(b, body, carry, args);
  if (pred_batched && !vmap_block(&in, cond, args, &pred, &ignored)) return false;
  if (!vmap_block(&in, body, args, next, flags)) return false;
  for (int i = 0; i < c->nin; i++) {
    if (carry[i]) next[i] = vmap_force(&in, next[i], flags[i]);
    if (pred_batched) next[i] = select_lanes(&in, pred, next[i], args[i]);
  }
  build_yield(&in, c->nin, next);
  MlirOperation op = build_while(b, c->nin, init, at.block, in.block);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < c->nin; i++)
    out[i] = op_result(op, i);
  return true;
}

//===-- jvp -------------------------------------------------------------------------===//

// The body with tangents, for a carry whose tangents in mask are not zero; mask grows until the
// body agrees.
static bool settle_tangents(Build *b, const OpCall *c, bool *mask, JvpBlock *r) {
  for (bool changed = true; changed;) {
    changed = false;
    if (!jvp_copy(b, region_block(c->regions[1]), mask, r)) return false;
    for (int i = 0; i < c->nin; i++) {
      if (mask[i] || val_is_none(r->dy[i])) continue;
      changed = mask[i] = true;
    }
    if (changed) engine_bury_block(engine_of(b), r->block);
  }
  return true;
}

// The condition for a carry with n more values, which it ignores.
static MlirBlock widen_condition(Build *b, MlirBlock cond, int n, const MlirType *more) {
  ValMap *m = val_map_create(b->arena);
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(cond); i++)
    val_map_put(m, mlirBlockGetArgument(cond, i),
                mlirBlockAddArgument(at.block, arg_type(cond, (int)i), b->loc));
  for (int i = 0; i < n; i++)
    mlirBlockAddArgument(at.block, more[i], b->loc);
  int one;
  Val *pred = clone_block(&at, cond, m, &one);
  build_yield(&at, 1, pred);
  return at.block;
}

// The carry becomes (x, dx).  In linearize mode the loop of values stays beside it.
bool jvp_while(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  bool *mask = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  for (int i = 0; i < c->nin; i++)
    mask[i] = !val_is_none(dx[i]);
  JvpBlock r;
  if (!settle_tangents(b, c, mask, &r)) return false;
  Val *init = vals_join(b, c->nin, c->in, c->nin, dx);
  MlirType *more = ARENA_ARRAY(b->arena, MlirType, c->nin + 1);
  Build in = build_in(b, r.block);
  Val *next = vals_join(b, c->nin, r.y, c->nin, r.dy);
  int n = c->nin;
  for (int i = 0; i < c->nin; i++) {
    if (!mask[i]) continue;
    more[n - c->nin] = mlirValueGetType(c->in[i]);
    init[n] = zeros_if_none(b, dx[i], c->in[i]);
    next[n++] = zeros_if_none(&in, r.dy[i], r.y[i]);
  }
  build_yield(&in, n, next);
  MlirBlock cond = widen_condition(b, region_block(c->regions[0]), n - c->nin, more);
  MlirOperation op = build_while(b, n, init, cond, r.block);
  if (mlirOperationIsNull(op)) return false;
  Val *made = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  for (int i = 0, k = c->nin; i < c->nin; i++) {
    made[i] = op_result(op, i);
    if (mask[i]) dy[i] = op_result(op, k++);
  }
  if (!engine_of(b)->linearize) engine_of(b)->replaced = made;
  return true;
}

bool transpose_while(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *ct_in) {
  diag_error(loc_range(c->loc), NULL, "ValueError",
             "Reverse-mode differentiation does not work for lax.while_loop or lax.fori_loop with "
             "dynamic start/stop values. Try using lax.scan, or using fori_loop with static "
             "start/stop.");
  return false;
}

// vmap.c -- batching: a copy of a function with a leading axis on some of its values.
//
//   func @f(%x: tensor<f32>, %w: tensor<f32>)        func @f.vmap(%x: tensor<5xf32>, %w:
//   tensor<f32>)
//     %0 = cjax.sin %x : tensor<f32>           =>      %0 = cjax.sin %x : tensor<5xf32>
//     %1 = cjax.mul %0, %w : tensor<f32>               %1 = cjax.broadcast_in_dim %w ... ->
//     tensor<5xf32>
//                                                      %2 = cjax.mul %0, %1 : tensor<5xf32>
//
// A value is batched when its copy has one more axis, always the first.  Ops on values that are not
// batched are copied.
//
//   require:  no transformation ops in the function
//   ensure:   the derived function's mask tells which results are batched
#include "dialect/clone.h"
#include "dialect/location.h"
#include "dialect/rules.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

Val vmap_value(const Build *b, Val old) { return val_map_get(engine_of(b)->map, old); }

bool vmap_batched(const Build *b, Val old) {
  Val x = vmap_value(b, old);
  return type_rank(mlirValueGetType(x)) != type_rank(mlirValueGetType(old));
}

Val vmap_force(Build *b, Val x, bool batched) { return batched ? x : batch_broadcast(b, x); }

MlirType vmap_type(const Build *b, MlirType t, bool batched) {
  return batched ? type_with_dims(t, dims_prepend(b->batch_size, type_dims(t))) : t;
}

static bool vmap_call(Build *b, const OpCall *c, const bool *batched, Val *out) {
  MlirOperation callee = func_lookup(b->module, attr_get(c->attrs, "callee"));
  MlirOperation f = vmap_function(b, callee, batched, NULL);
  if (mlirOperationIsNull(f)) return false;
  MlirOperation call = call_create(b, f, c->nin, c->in);
  for (int i = 0; i < c->nout; i++)
    out[i] = op_result(call, i);
  return true;
}

static bool vmap_op(Build *b, MlirOperation op);

// The op's expansion in a block of its own, which is then batched.
static bool vmap_expansion(Build *b, MlirOperation op, Val *out) {
  OpCall c = op_call(b->arena, op);
  Build e = build_in(b, mlirBlockCreate(0, NULL, NULL));
  Val *ys = ARENA_ARRAY(b->arena, Val, c.nout + 1);
  engine_bury_block(engine_of(b), e.block);
  if (!op_rules(c.kind)->expand(&e, &c, ys)) return false;
  MlirOperation x = mlirBlockGetFirstOperation(e.block);
  for (; !mlirOperationIsNull(x); x = mlirOperationGetNextInBlock(x))
    if (!vmap_op(b, x)) return false;
  for (int i = 0; i < c.nout; i++)
    out[i] = vmap_value(b, ys[i]);
  return true;
}

static bool any_batched_capture(Build *b, MlirOperation op) {
  if (!mlirOperationGetNumRegions(op)) return false;
  int n;
  Val *captures = region_captures(b->arena, op, &n);
  for (int i = 0; i < n; i++)
    if (vmap_batched(b, captures[i])) return true;
  return false;
}

static bool vmap_op(Build *b, MlirOperation op) {
  OpCall c = op_call(b->arena, op);
  Val *in = ARENA_ARRAY(b->arena, Val, c.nin + 1), *out = ARENA_ARRAY(b->arena, Val, c.nout + 1);
  bool *batched = ARENA_ARRAY(b->arena, bool, c.nin + 1);
  bool *out_batched = ARENA_ARRAY(b->arena, bool, c.nout + 1), any = false;
  for (int i = 0; i < c.nin; i++) {
    in[i] = vmap_value(b, c.in[i]);
    any |= batched[i] = vmap_batched(b, c.in[i]);
  }
  if (!any && !any_batched_capture(b, op) && !axis_named_in(b, op)) {
    clone_op(b, op, engine_of(b)->map);
    return true;
  }
  b->loc = c.loc;
  c.in = in;
  if (c.kind == OP_COUNT) {
    if (!vmap_call(b, &c, batched, out)) return false;
  } else if (op_rules(c.kind)->batch) {
    if (!op_rules(c.kind)->batch(b, &c, batched, out, out_batched)) return false;
  } else if (op_rules(c.kind)->expand) {
    if (!vmap_expansion(b, op, out)) return false;
  } else {
    diag_error(loc_range(c.loc), NULL, "NotImplementedError",
               "Batching rule for '%s' not implemented", op_name(c.kind));
    return false;
  }
  for (int i = 0; i < c.nout; i++)
    val_map_put(engine_of(b)->map, mlirOperationGetResult(op, i), out[i]);
  return true;
}

bool vmap_block(Build *b, MlirBlock src, const Val *args, Val *out, bool *batched) {
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(src); i++)
    val_map_put(engine_of(b)->map, mlirBlockGetArgument(src, i), args[i]);
  MlirOperation end = mlirBlockGetTerminator(src), op = mlirBlockGetFirstOperation(src);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    if (!vmap_op(b, op)) return false;
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(end); i++) {
    out[i] = vmap_value(b, mlirOperationGetOperand(end, i));
    batched[i] = vmap_batched(b, mlirOperationGetOperand(end, i));
  }
  return true;
}

// Makes result i what results[i] asks for: batched ('b'), or summed over the axis if it is ('s').
static void place_results(Build *b, int n, const char *results, Val *out, bool *batched) {
  for (int i = 0; results && i < n; i++) {
    if (results[i] == 'b') out[i] = vmap_force(b, out[i], batched[i]);
    if (results[i] == 's' && batched[i]) out[i] = op_reduce(b, OP_REDUCE_SUM, out[i], dims_iota(1));
    if (results[i] != '.') batched[i] = results[i] == 'b';
  }
}

static bool vmap_body(Build *b, MlirOperation func, const char *results, MlirOperation copy) {
  MlirBlock body = func_body(func), to = func_body(copy);
  int nin = func_nin(func), nout = func_nout(func);
  Val *args = ARENA_ARRAY(b->arena, Val, nin + 1), *out = ARENA_ARRAY(b->arena, Val, nout + 1);
  bool *batched = ARENA_ARRAY(b->arena, bool, nout + 1);
  for (int i = 0; i < nin; i++)
    args[i] = mlirBlockGetArgument(to, i);
  Engine e = engine_begin(b->arena);
  Build inner = build_in(b, to);
  inner.engine = &e;
  bool ok = vmap_block(&inner, body, args, out, batched);
  if (ok) {
    place_results(&inner, nout, results, out, batched);
    build_return(&inner, nout, out);
    func_update_type(copy);
    derived_set_mask(copy, nout, batched);
  }
  engine_end(&e);
  return ok;
}

// All that the derived function depends on: an axis that the function does not name is none.
static Signature vmap_signature(Build *b, MlirOperation func, const bool *batched,
                                const char *results) {
  Signature s = signature_make(b, func, "vmap", func_nin(func), batched, b->batch_size);
  if (results) s.text = arena_printf(b->arena, "%s %s", s.text, results);
  if (mlirAttributeIsNull(b->axis_name) || !axis_named_in(b, func)) return s;
  MlirStringRef name = mlirStringAttrGetValue(b->axis_name);
  s.text = arena_printf(b->arena, "%s axis %.*s", s.text, (int)name.length, name.data);
  return s;
}

MlirOperation vmap_function(Build *b, MlirOperation func, const bool *batched,
                            const char *results) {
  int n = func_nin(func);
  Signature s = vmap_signature(b, func, batched, results);
  MlirOperation found = derived_find(b, &s);
  if (!mlirOperationIsNull(found)) return found;
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, n + 1);
  for (int i = 0; i < n; i++)
    in[i] = vmap_type(b, func_in(func, i), batched[i]);
  MlirOperation copy = derived_create(b, func, &s, n, in);
  return derived_done(copy, vmap_body(b, func, results, copy));
}

//===-- cjax.vmap -------------------------------------------------------------------===//

// Result i of the batched function on the axis that was asked for.
static bool place_axis(Build *b, const OpCall *c, Val y, bool batched, int64_t axis, Val *out) {
  if (axis < 0 && batched) {
    diag_error(loc_range(c->loc), NULL, "ValueError",
               "vmap has mapped output but out_axes is None");
    return false;
  }
  *out = axis < 0 ? y : op_move_axis(b, vmap_force(b, y, batched), 0, (int)axis);
  return true;
}

bool vmap_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out) {
  int n;
  int64_t *in_axes = attr_list(b->arena, c->attrs, "in_axes", &n);
  int64_t *out_axes = attr_list(b->arena, c->attrs, "out_axes", &n);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  bool *batched = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  for (int i = 0; i < c->nin; i++) {
    batched[i] = in_axes[i] >= 0;
    in[i] = batched[i] ? op_move_axis(b, c->in[i], (int)in_axes[i], 0) : c->in[i];
  }
  Build sized = *b;
  sized.batch_size = attr_int(c->attrs, "axis_size");
  sized.axis_name = attr_get(c->attrs, "axis_name");
  MlirOperation f = vmap_function(&sized, callee, batched, NULL);
  if (mlirOperationIsNull(f)) return false;
  bool *mask = derived_mask(b->arena, f, &n);
  MlirOperation call = call_create(b, f, c->nin, in);
  for (int i = 0; i < c->nout; i++)
    if (!place_axis(&sized, c, op_result(call, i), mask[i], out_axes[i], &out[i])) return false;
  return true;
}

//===-- effects ---------------------------------------------------------------------===//

// print(x, y) with x batched  =>  scan over the rows of x of print(row, y), whose results are rows
bool batch_one_by_one(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched) {
  int nx = 0;
  Val *xs = ARENA_ARRAY(b->arena, Val, c->nin + 1), *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  Build body = build_in(b, mlirBlockCreate(0, NULL, NULL));
  for (int i = 0; i < c->nin; i++) {
    in[i] = c->in[i];
    if (!batched[i]) continue;
    MlirType t = mlirValueGetType(c->in[i]);
    t = type_with_dims(t, dims_without(type_dims(t), dims_iota(1)));
    xs[nx++] = c->in[i];
    in[i] = mlirBlockAddArgument(body.block, t, c->loc);
  }
  MlirOperation row = c->nout ? build_op(&body, c->kind, c->nin, in, c->attrs, c->nout, c->out)
                              : build_like(&body, c, in);
  if (mlirOperationIsNull(row)) {
    mlirBlockDestroy(body.block);
    return false;
  }
  Val *ys = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  for (int i = 0; i < c->nout; i++) ys[i] = op_result(row, i);
  build_yield(&body, c->nout, ys);
  MlirRegion region = region_of(body.block);
  MlirAttribute attrs = attrs_make(b->ctx, 2, "num_carry", attr_of_int(b->ctx, 0), "length",
                                   attr_of_int(b->ctx, b->batch_size));
  OpCall scan = {.kind = OP_SCAN,
                 .loc = c->loc,
                 .nin = nx,
                 .in = xs,
                 .nregions = 1,
                 .regions = &region,
                 .nout = c->nout,
                 .attrs = attrs};
  MlirOperation all = build_op_regions(b, &scan);
  for (int i = 0; i < c->nout && !mlirOperationIsNull(all); i++)
    out[i] = op_result(all, i), out_batched[i] = true;
  return !mlirOperationIsNull(all);
}

// simplify_control.c -- known branches, carries that never change or that nobody needs, results
// that nobody uses.
//
// A value of a loop's body is needed when it decides the loop, has an effect, or reaches a result
// that is used.
#include "dialect/clone.h"
#include "dialect/ops/control.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

static bool is_used(Val v) { return !mlirOpOperandIsNull(mlirValueGetFirstUse(v)); }

static Val yielded(MlirBlock block, int i) { return op_operand(mlirBlockGetTerminator(block), i); }

static bool is_arg(MlirBlock block, Val v, int i) {
  return mlirValueEqual(v, mlirBlockGetArgument(block, i));
}

//===-- what is needed --------------------------------------------------------------===//

// Marks v and all that it comes from in the block.
static void need(Build *b, MlirBlock block, ValMap *needed, Val v);

static void need_op(Build *b, MlirBlock block, ValMap *needed, MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    need(b, block, needed, op_operand(op, (int)i));
  int n = 0;
  Val *captures = mlirOperationGetNumRegions(op) ? region_captures(b->arena, op, &n) : NULL;
  for (int i = 0; i < n; i++)
    need(b, block, needed, captures[i]);
}

static void need(Build *b, MlirBlock block, ValMap *needed, Val v) {
  if (val_map_has(needed, v)) return;
  val_map_put(needed, v, v);
  if (!mlirValueIsAOpResult(v)) return;
  MlirOperation op = mlirOpResultGetOwner(v);
  if (mlirBlockEqual(mlirOperationGetBlock(op), block)) need_op(b, block, needed, op);
}

static void need_effects(Build *b, MlirBlock block, ValMap *needed) {
  MlirOperation op = mlirBlockGetFirstOperation(block), end = mlirBlockGetTerminator(block);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    if (!op_is_pure(b->arena, b->module, op)) need_op(b, block, needed, op);
}

// Which of the first n values that the body yields are needed; `needed` holds what is so far.
static void settle_needed(Build *b, MlirBlock body, int ncarry, bool *keep, ValMap *needed) {
  for (bool changed = true; changed;) {
    changed = false;
    for (int i = 0; i < ncarry; i++)
      if (keep[i]) need(b, body, needed, yielded(body, i));
    for (int i = 0; i < ncarry; i++)
      if (!keep[i] && val_map_has(needed, mlirBlockGetArgument(body, i))) changed = keep[i] = true;
  }
}

static bool all(const bool *x, int n) {
  for (int i = 0; i < n; i++)
    if (!x[i]) return false;
  return true;
}

static int pick(int n, const bool *keep, const Val *xs, Val *out) {
  int k = 0;
  for (int i = 0; i < n; i++)
    if (keep[i]) out[k++] = xs[i];
  return k;
}

// A copy of block that takes the arguments with keep_in[i]; the others are init[i] where they are
// used at all.
static Build copy_block(Build *b, MlirBlock block, const bool *keep_in, const Val *init,
                        ValMap *needed, const bool *keep_out) {
  Build at = build_in(b, mlirBlockCreate(0, NULL, NULL));
  ValMap *m = val_map_create(b->arena);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++) {
    Val x = mlirBlockGetArgument(block, i);
    val_map_put(m, x,
                keep_in[i] ? mlirBlockAddArgument(at.block, mlirValueGetType(x), at.loc) : init[i]);
  }
  MlirOperation op = mlirBlockGetFirstOperation(block), end = mlirBlockGetTerminator(block);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op)) {
    bool wanted =
        !needed || !mlirOperationGetNumResults(op) || !op_is_pure(b->arena, b->module, op);
    for (intptr_t i = 0; !wanted && i < mlirOperationGetNumResults(op); i++)
      wanted = val_map_has(needed, op_result(op, (int)i));
    if (wanted) clone_op(&at, op, m);
  }
  int nout = (int)mlirOperationGetNumOperands(end), n = 0;
  Val *ys = ARENA_ARRAY(b->arena, Val, nout + 1);
  for (int i = 0; i < nout; i++)
    if (keep_out[i]) ys[n++] = val_map_get(m, yielded(block, i));
  build_yield(&at, n, ys);
  return at;
}

static bool give_results(MlirOperation op, int n, const bool *keep, const Val *other, Val *out) {
  for (int i = 0, k = 0; i < n; i++)
    out[i] = keep[i] ? op_result(op, k++) : other[i];
  return true;
}

//===-- case ------------------------------------------------------------------------===//

// A known index => the branch;  results that nobody uses go.
bool simplify_case(Build *b, const OpCall *c, Val *out) {
  double index;
  if (constant_splat(c->in[0], &index) || c->nregions == 1) {
    int k = c->nregions == 1 || index < 0 ? 0
            : index >= c->nregions        ? c->nregions - 1
                                          : (int)index,
        n;
    Val *ys = clone_block(b, region_block(c->regions[k]), val_map_create(b->arena), &n);
    for (int i = 0; i < n; i++)
      out[i] = ys[i];
    return true;
  }
  bool *keep = ARENA_ARRAY(b->arena, bool, c->nout + 1);
  int n = 0;
  for (int i = 0; i < c->nout; i++)
    n += keep[i] = is_used(op_result(c->op, i));
  if (n == c->nout) return false;
  MlirRegion *regions = ARENA_ARRAY(b->arena, MlirRegion, c->nregions + 1);
  for (int r = 0; r < c->nregions; r++) {
    Build at = copy_block(b, region_block(c->regions[r]), NULL, NULL, NULL, keep);
    regions[r] = region_of(at.block);
  }
  OpCall less = *c;
  less.nout = n;
  less.out = NULL;
  less.regions = regions;
  less.op = (MlirOperation){0};
  Val *none = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  return give_results(build_op_regions(b, &less), c->nout, keep, none, out);
}

//===-- while -----------------------------------------------------------------------===//

bool simplify_while(Build *b, const OpCall *c, Val *out) {
  MlirBlock cond = region_block(c->regions[0]), body = region_block(c->regions[1]);
  bool *keep = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  ValMap *needed = val_map_create(b->arena), *decides = val_map_create(b->arena);
  need(b, cond, decides, yielded(cond, 0));
  need_effects(b, cond, decides);
  need_effects(b, body, needed);
  for (int i = 0; i < c->nin; i++)
    keep[i] = is_used(op_result(c->op, i)) || val_map_has(decides, mlirBlockGetArgument(cond, i));
  settle_needed(b, body, c->nin, keep, needed);
  Val *other = ARENA_ARRAY(b->arena, Val, c->nin + 1),
      *init = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  for (int i = 0; i < c->nin; i++)
    if (keep[i] && is_arg(body, yielded(body, i), i)) keep[i] = false, other[i] = c->in[i];
  if (all(keep, c->nin)) return false;
  bool one = true;
  int n = pick(c->nin, keep, c->in, init);
  Build k = copy_block(b, cond, keep, c->in, NULL, &one);
  Build d = copy_block(b, body, keep, c->in, needed, keep);
  MlirRegion regions[] = {region_of(k.block), region_of(d.block)};
  OpCall less = *c;
  less.nin = less.nout = n;
  less.in = init;
  less.out = NULL;
  less.regions = regions;
  less.op = (MlirOperation){0};
  return give_results(build_op_regions(b, &less), c->nin, keep, other, out);
}

//===-- scan ------------------------------------------------------------------------===//

bool simplify_scan(Build *b, const OpCall *c, Val *out) {
  MlirBlock body = region_block(c->regions[0]);
  int carry = (int)attr_int(c->attrs, "num_carry");
  bool *keep_out = ARENA_ARRAY(b->arena, bool, c->nout + 1),
       *keep_in = ARENA_ARRAY(b->arena, bool, c->nin + 1);
  ValMap *needed = val_map_create(b->arena);
  need_effects(b, body, needed);
  for (int i = 0; i < c->nout; i++) {
    keep_out[i] = is_used(op_result(c->op, i));
    if (keep_out[i] && i >= carry) need(b, body, needed, yielded(body, i));
  }
  settle_needed(b, body, carry, keep_out, needed);
  Val *other = ARENA_ARRAY(b->arena, Val, c->nout + 1),
      *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  for (int i = 0; i < carry; i++)
    if (keep_out[i] && is_arg(body, yielded(body, i), i)) keep_out[i] = false, other[i] = c->in[i];
  for (int i = 0; i < c->nin; i++)
    keep_in[i] = i < carry ? keep_out[i] : val_map_has(needed, mlirBlockGetArgument(body, i));
  if (all(keep_in, c->nin) && all(keep_out, c->nout)) return false;
  int n = pick(c->nin, keep_in, c->in, in), ncarry = 0, nout = 0;
  for (int i = 0; i < c->nout; i++)
    ncarry += i < carry && keep_out[i], nout += keep_out[i];
  Build d = copy_block(b, body, keep_in, c->in, needed, keep_out);
  MlirRegion region = region_of(d.block);
  OpCall less = *c;
  less.nin = n;
  less.nout = nout;
  less.in = in;
  less.out = NULL;
  less.regions = &region;
  less.attrs = attrs_with(b->ctx, c->attrs, "num_carry", attr_of_int(b->ctx, ncarry));
  less.op = (MlirOperation){0};
  return give_results(build_op_regions(b, &less), c->nout, keep_out, other, out);
}

// lanes.c -- loops that every element of an array goes through by itself.
//
//   %r:2 = cjax.while %x, %n cond {             each lane:   while (x < 9 && n < 50) {
//     p = x < 9 & n < 50                                       x = x * x; n = n + 1
//     yield reduce_or p over [0, 1]                          }
//   } do {
//     yield select(p, x * x, x), select(p, n + 1, n)
//   }
//
// vmap makes such loops of while, fori_loop and scan.  A loop on a condition per lane goes on while
// any lane does, and a lane that is done keeps its values; so lanes may end one by one, and a few
// of them may run to their end in registers before the next are begun (lower/schedule/fuse_loop.c).
// Nothing in the body may look at other lanes: elementwise ops, broadcasts, iotas, splats, and
// loops of this kind.  Scalars that are carried are the same for all lanes.
#include "dialect/transforms/lanes.h"

#include "dialect/ops/control.h"
#include "dialect/support/optimise.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/transforms.h"

enum { MAX_OPS = 512, FEW = 32, MAX_COMPARED = 2048 };

bool lanes_is_loop(OpKind k) { return k == OP_WHILE || k == OP_SCAN; }

//===-- bodies ------------------------------------------------------------------------------===//

static bool is_used(Val v) { return !mlirOpOperandIsNull(mlirValueGetFirstUse(v)); }

static bool lane_op(Arena *a, MlirOperation op, Dims shape) {
  OpCall c = op_call(a, op);
  double ignored;
  if (c.kind == OP_COUNT) return false;
  for (int i = 0; i < c.nout; i++)
    if (element_is_complex(type_element(c.out[i])) || !type_count(c.out[i])) return false;
  if (c.kind == OP_CONSTANT) return constant_splat(op_result(op, 0), &ignored);
  if (c.kind == OP_IOTA || c.kind == OP_BROADCAST_IN_DIM) return true;
  if (lanes_is_loop(c.kind)) {
    Lanes inner;
    return lanes_find(a, &c, &inner) && dims_equal(inner.shape, shape);
  }
  return op_rules(c.kind)->flags & OP_ELEMENTWISE;
}

// Whether all ops of the block but its terminator are the lanes' own; reductions count with `any`.
static bool lane_block(Arena *a, MlirBlock block, Dims shape, bool any) {
  MlirOperation op = mlirBlockGetFirstOperation(block), end = mlirBlockGetTerminator(block);
  int n = 0;
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    if (++n > MAX_OPS || (!(any && op_kind(op) == OP_REDUCE_OR) && !lane_op(a, op, shape)))
      return false;
  return true;
}

//===-- lanes that end one by one -------------------------------------------------------------===//

static bool same_op(Val x, Val y, int *left);

// Whether x, in one region of a loop, is what y is in the other: the same ops on the same
// arguments.  Gives up when *left values have been compared.
static bool same_tree(Val x, Val y, int *left) {
  if (mlirValueEqual(x, y)) return true;
  if (--*left < 0 || mlirValueIsAOpResult(x) != mlirValueIsAOpResult(y)) return false;
  if (!mlirValueIsAOpResult(x)) {
    MlirOperation loop = mlirBlockGetParentOperation(mlirBlockArgumentGetOwner(x));
    return mlirOperationEqual(loop, mlirBlockGetParentOperation(mlirBlockArgumentGetOwner(y))) &&
           mlirBlockArgumentGetArgNumber(x) == mlirBlockArgumentGetArgNumber(y);
  }
  return same_op(x, y, left);
}

static bool same_op(Val x, Val y, int *left) {
  MlirOperation p = mlirOpResultGetOwner(x), q = mlirOpResultGetOwner(y);
  bool like = op_kind(p) == op_kind(q) && op_kind(p) != OP_COUNT &&
              mlirAttributeEqual(op_attrs(p), op_attrs(q)) &&
              mlirTypeEqual(mlirValueGetType(x), mlirValueGetType(y)) &&
              mlirOpResultGetResultNumber(x) == mlirOpResultGetResultNumber(y) &&
              mlirOperationGetNumOperands(p) == mlirOperationGetNumOperands(q) &&
              !mlirOperationGetNumRegions(p);
  for (int i = 0; like && i < mlirOperationGetNumOperands(p); i++)
    like = same_tree(op_operand(p, i), op_operand(q, i), left);
  return like;
}

static bool same_value(Val x, Val y) {
  int left = MAX_COMPARED;
  return same_tree(x, y, &left);
}

// Whether y is `old` where the lane does not go on.
static bool keeps(Val y, Val old, Val goes_on) {
  if (mlirValueEqual(y, old)) return true;
  MlirOperation select = defined_by(y, OP_SELECT_N);
  if (mlirOperationIsNull(select) || mlirOperationGetNumOperands(select) != 3) return false;
  if (!keeps(op_operand(select, 1), old, goes_on)) return false;
  return same_value(op_operand(select, 0), goes_on) ||
         keeps(op_operand(select, 2), old, goes_on);
}

static bool while_lanes(Arena *a, const OpCall *c, Lanes *l) {
  MlirBlock cond = region_block(c->regions[0]), body = region_block(c->regions[1]);
  Val p = op_operand(mlirBlockGetTerminator(cond), 0);
  if (!lane_block(a, cond, l->shape, true) || !lane_block(a, body, l->shape, false)) return false;
  for (MlirOperation any; any = defined_by(p, OP_REDUCE_OR), !mlirOperationIsNull(any);)
    p = op_operand(any, 0), l->masked = true;
  l->goes_on = p;
  if (!l->masked) return lane_block(a, cond, l->shape, false);
  if (!dims_equal(val_dims(p), l->shape)) return false;
  for (int i = 0; i < c->nin; i++)
    if (!keeps(op_operand(mlirBlockGetTerminator(body), i), mlirBlockGetArgument(body, i), p))
      return false;
  return true;
}

//===-- loops ---------------------------------------------------------------------------------===//

// Carries are arrays of one shape, and scalars that nobody needs after the loop.
static bool carries_lanes(const OpCall *c, int ncarry, Dims *shape) {
  for (int i = 0; i < ncarry; i++) {
    MlirType t = mlirValueGetType(c->in[i]);
    Dims d = type_dims(t);
    if (element_is_complex(type_element(t))) return false;
    if (!d.n && is_used(op_result(c->op, i))) return false;
    if (!d.n) continue;
    if (shape->n && !dims_equal(*shape, d)) return false;
    *shape = d;
  }
  return shape->n && shape->d[shape->n - 1] >= FEW && dims_product(*shape) > 0;
}

bool lanes_find(Arena *a, const OpCall *c, Lanes *l) {
  if (!lanes_is_loop(c->kind) || !optimise_by(OPTIMISE_LANES)) return false;
  bool scan = c->kind == OP_SCAN;
  int ncarry = scan ? (int)attr_int(c->attrs, "num_carry") : c->nin;
  *l = (Lanes){0};
  if (c->nout != ncarry || c->nin != ncarry || !carries_lanes(c, ncarry, &l->shape)) return false;
  if (!scan) return while_lanes(a, c, l);
  return lane_block(a, region_block(c->regions[0]), l->shape, false);
}

//===-- selects that are one -----------------------------------------------------------------===//

// Whether q says of each lane whether p holds of it or of some others: p ors along some axes, and
// broadcast again.
static bool holds_of_some(Val q, Val p) {
  MlirOperation spread = defined_by(q, OP_BROADCAST_IN_DIM);
  if (mlirOperationIsNull(spread)) return false;
  Dims map = attr_dims(op_attrs(spread), "broadcast_dimensions");
  Val x = op_operand(spread, 0);
  for (MlirOperation any; any = defined_by(x, OP_REDUCE_OR), !mlirOperationIsNull(any);) {
    Dims axes = attr_dims(op_attrs(any), "axes"), from = val_dims(op_operand(any, 0)), more = from;
    for (int i = 0, k = 0; i < from.n; i++)
      more.d[i] = dims_has(axes, i) ? -1 : map.d[k++];
    x = op_operand(any, 0), map = more;
  }
  for (int i = 0; i < map.n; i++)
    if (map.d[i] >= 0 && map.d[i] != i) return false;
  return same_value(x, p);
}

// select(p in some lane, x, select(p, x, y)) => select(p, x, y)
static Val one_select(MlirOperation op) {
  MlirOperation inner = op;
  while (mlirOperationGetNumOperands(inner) == 3) {
    inner = defined_by(op_operand(inner, 2), OP_SELECT_N);
    if (mlirOperationIsNull(inner)) break;
    if (mlirValueEqual(op_operand(op, 1), op_operand(inner, 1)) &&
        holds_of_some(op_operand(op, 0), op_operand(inner, 0)))
      return op_operand(op, 2);
  }
  return VAL_NONE;
}

static void simplify_selects(MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      simplify_selects(mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)));
    Val y = op_kind(op) == OP_SELECT_N ? one_select(op) : VAL_NONE;
    if (!val_is_none(y)) mlirValueReplaceAllUsesOfWith(op_result(op, 0), y);
  }
}

bool simplify_lanes(MlirModule m) {
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f))
    if (!mlirBlockIsNull(func_body(f))) simplify_selects(func_body(f));
  return true;
}

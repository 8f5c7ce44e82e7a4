// join_windows.c -- contractions of an array's windows read them where they are.
//
//   %1 = cjax.patches %x             =>    %3 = cjax.fusion %x, %w { patches; reshape;
//   %2 = cjax.reshape %1                                             dot_general; yield }
//   %3 = cjax.dot_general %2, %w
//
// The windows of a 3x3 convolution are nine times the array: the kernel (lower/ops/dot_window.c)
// copies none of them.
//
//   require:  ops are expanded
//   ensure:   kernels capture nothing
#include "dialect/clone.h"
#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

enum {
  LEAST_RUN = 8 // elements of a window that lie one after the other
};

typedef struct Joiner {
  Build b;
  VEC(MlirOperation) found;
} Joiner;

static MlirOperation maker(Val v) {
  return mlirValueIsAOpResult(v) ? mlirOpResultGetOwner(v) : (MlirOperation){0};
}

static OpKind kind_of(MlirOperation op) {
  return mlirOperationIsNull(op) ? OP_COUNT : op_kind(op);
}

// The patches that are x, maybe in another shape; null: none.
static MlirOperation patches_under(Val x) {
  MlirOperation op = maker(x);
  if (kind_of(op) == OP_RESHAPE) op = maker(op_operand(op, 0));
  return kind_of(op) == OP_PATCHES ? op : (MlirOperation){0};
}

// One dimension of places and one of windows, of which the second ends with enough elements that
// lie one after the other: the last dimension of the window and those behind it.
static bool suits(Arena *a, MlirOperation dot) {
  OpCall c = op_call(a, dot);
  MlirOperation op = patches_under(c.in[0]);
  if (mlirOperationIsNull(op) || val_dims(c.in[0]).n != 2 || val_dims(c.in[1]).n != 2) return false;
  OpCall p = op_call(a, op);
  Dims d = type_dims(p.out[0]), x = val_dims(c.in[0]), sizes = attr_dims(p.attrs, "sizes");
  int at = (int)attr_int(p.attrs, "position") + sizes.n - 1;
  int64_t places = 1, run = d.d[d.n - 1];
  for (int i = 0; i < at + 1 - sizes.n; i++)
    places *= d.d[i];
  if (at == d.n - 2 && attr_dims(p.attrs, "dilations").d[sizes.n - 1] == 1) run *= d.d[at];
  return at >= sizes.n && places == x.d[0] && run >= LEAST_RUN && dims_product(sizes) > 1 &&
         val_dims(c.in[1]).d[1] > 1 && attr_dims(c.attrs, "rhs_contracting").d[0] == 0;
}

static MlirWalkResult visit(MlirOperation op, void *data) {
  Joiner *j = data;
  if (op_kind(op) == OP_FUSION) return MlirWalkResultSkip;
  if (op_kind(op) == OP_DOT_GENERAL && suits(j->b.arena, op))
    VEC_PUSH(j->b.arena, j->found, op);
  return MlirWalkResultAdvance;
}

static Val argument(Build *body, Val v, ValMap *map) {
  if (!val_map_has(map, v))
    val_map_put(map, v, mlirBlockAddArgument(body->block, mlirValueGetType(v), body->loc));
  return v;
}

static void join(Joiner *j, MlirOperation dot) {
  Build body = build_in(&j->b, mlirBlockCreate(0, NULL, NULL)), at = j->b;
  ValMap *map = val_map_create(j->b.arena);
  MlirOperation patches = patches_under(op_operand(dot, 0)), reshape = maker(op_operand(dot, 0));
  body.loc = at.loc = mlirOperationGetLocation(dot);
  Val in[] = {op_operand(patches, 0), op_operand(dot, 1)};
  int n = mlirValueEqual(in[0], in[1]) ? 1 : 2;
  for (int i = 0; i < n; i++)
    argument(&body, in[i], map);
  clone_op(&body, patches, map);
  if (!mlirOperationEqual(patches, reshape)) clone_op(&body, reshape, map);
  clone_op(&body, dot, map);
  Val y = val_map_get(map, op_result(dot, 0));
  build_yield(&body, 1, &y);
  MlirRegion region = region_of(body.block);
  OpCall c = {.kind = OP_FUSION,
              .loc = at.loc,
              .nin = n,
              .nout = 1,
              .in = in,
              .nregions = 1,
              .regions = &region,
              .attrs = mlirDictionaryAttrGet(at.ctx, 0, NULL)};
  at.block = mlirOperationGetBlock(dot), at.before = dot;
  MlirOperation op = build_op_regions(&at, &c);
  mlirValueReplaceAllUsesOfWith(op_result(dot, 0), op_result(op, 0));
}

bool join_windows(MlirModule m) {
  if (!optimise_by(OPTIMISE_WINDOWS)) return true;
  Arena a;
  arena_init(&a);
  Engine e = engine_begin(&a);
  Joiner j = {.b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a, .engine = &e}};
  mlirOperationWalk(mlirModuleGetOperation(m), visit, &j, MlirWalkPreOrder);
  for (uint32_t i = 0; i < j.found.n; i++)
    join(&j, j.found.data[i]);
  MlirOperation func = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; j.found.n && !mlirOperationIsNull(func); func = mlirOperationGetNextInBlock(func))
    dce_block(&a, m, func_body(func));
  engine_end(&e);
  arena_release(&a);
  return true;
}

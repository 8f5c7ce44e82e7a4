// split_complex.c -- complex arrays become two real ones, their real and imaginary parts.
//
//   %1 = cjax.mul %z, %w        =>    %0 = cjax.mul %z.re, %w.re    %1 = cjax.mul %z.im, %w.im
//                                     %2 = cjax.sub %0, %1  ...
//
// Ops become others by the table op_parts; regions, calls and private functions have two values for
// each complex one.  Effects, ops with OP_WHOLE and public functions keep complex arrays:
// cjax.complex, cjax.real and cjax.imag stand in between.
//
//   require:  transformations are expanded
//   ensure:   complex arrays are operands or results of those three ops, effects, ops with OP_WHOLE
//             and public functions only
#include "dialect/clone.h"
#include "dialect/location.h"
#include "dialect/ops/parts.h"
#include "dialect/support/diag.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

typedef struct Splitter {
  Build b;
  ValMap *re, *im; // complex value -> its parts
} Splitter;

typedef struct DeadOps {
  VEC(MlirOperation) ops;
} DeadOps;

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool type_is_complex(MlirType t) {
  return mlirTypeIsARankedTensor(t) && element_is_complex(type_element(t));
}

static MlirType part_type(MlirType t) {
  return type_with_element(t, element_part(type_element(t)));
}

// The maps may hold the address of a value that is gone and was real or complex.
static Cx parts_of(const Splitter *s, Val x) {
  if (!type_is_complex(mlirValueGetType(x))) return (Cx){x, VAL_NONE};
  if (!val_map_has(s->re, x)) BUG("a complex value before its parts");
  return (Cx){val_map_get(s->re, x), val_map_get(s->im, x)};
}

static void set_parts(Splitter *s, Val x, Cx parts) {
  val_map_put(s->re, x, parts.re);
  val_map_put(s->im, x, parts.im);
}

static Build build_before(const Splitter *s, MlirOperation op) {
  Build b = s->b;
  b.block = mlirOperationGetBlock(op);
  b.before = op;
  b.loc = mlirOperationGetLocation(op);
  return b;
}

static bool touches_complex(MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    if (type_is_complex(mlirValueGetType(mlirOperationGetOperand(op, i)))) return true;
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    if (type_is_complex(mlirValueGetType(mlirOperationGetResult(op, i)))) return true;
  return false;
}

// Operands with both parts of each complex one; *n of them.
static Val *both_parts(const Splitter *s, MlirOperation op, int *n) {
  intptr_t count = mlirOperationGetNumOperands(op);
  Val *xs = ARENA_ARRAY(s->b.arena, Val, 2 * count + 1);
  *n = 0;
  for (intptr_t i = 0; i < count; i++) {
    Cx x = parts_of(s, mlirOperationGetOperand(op, i));
    xs[(*n)++] = x.re;
    if (is_cx(x)) xs[(*n)++] = x.im;
  }
  return xs;
}

static MlirType *both_types(const Splitter *s, MlirOperation op, int *n) {
  intptr_t count = mlirOperationGetNumResults(op);
  MlirType *types = ARENA_ARRAY(s->b.arena, MlirType, 2 * count + 1);
  *n = 0;
  for (intptr_t i = 0; i < count; i++) {
    MlirType t = mlirValueGetType(mlirOperationGetResult(op, i));
    types[(*n)++] = part_type(t);
    if (type_is_complex(t)) types[(*n)++] = part_type(t);
  }
  return types;
}

// The results of `op` are those of `by`, two for each complex one.
static void replace_results(Splitter *s, MlirOperation op, MlirOperation by) {
  intptr_t n = mlirOperationGetNumResults(op);
  for (intptr_t i = 0, k = 0; i < n; i++) {
    Val y = mlirOperationGetResult(op, i), re = mlirOperationGetResult(by, k++);
    if (type_is_complex(mlirValueGetType(y)))
      set_parts(s, y, (Cx){re, mlirOperationGetResult(by, k++)});
    else
      mlirValueReplaceAllUsesOfWith(y, re);
  }
}

//===-- ops ---------------------------------------------------------------------------===//

static bool refuse(const OpCall *c) {
  diag_error(loc_range(c->loc), "CJ0700", NULL, "%s: not for complex numbers", op_name(c->kind));
  return false;
}

static bool split_op(Splitter *s, MlirOperation op) {
  Build b = build_before(s, op);
  OpCall c = op_call(b.arena, op);
  if (!op_parts[c.kind]) return refuse(&c);
  Cx *x = ARENA_ARRAY(b.arena, Cx, c.nin + 1), *y = ARENA_ARRAY(b.arena, Cx, c.nout + 1);
  for (int i = 0; i < c.nin; i++)
    x[i] = parts_of(s, c.in[i]);
  if (!op_parts[c.kind](&b, &c, x, y)) return false;
  for (int i = 0; i < c.nout; i++) {
    if (type_is_complex(c.out[i]))
      set_parts(s, op_result(op, i), y[i]);
    else
      mlirValueReplaceAllUsesOfWith(op_result(op, i), y[i].re);
  }
  return true;
}

// The op keeps its complex operands and results: made before it, taken apart after it.
static void split_around(Splitter *s, MlirOperation op) {
  Build b = build_before(s, op);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++) {
    Cx x = parts_of(s, mlirOperationGetOperand(op, i));
    if (is_cx(x)) mlirOperationSetOperand(op, i, op_complex(&b, x.re, x.im));
  }
  b.before = mlirOperationGetNextInBlock(op);
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    Val y = mlirOperationGetResult(op, i);
    if (!type_is_complex(mlirValueGetType(y))) continue;
    Val re = op_unary(&b, OP_REAL, y);
    set_parts(s, y, (Cx){re, op_unary(&b, OP_IMAG, y)});
  }
}

// The function to export is private until lowering, but the names of its arguments are known.
static bool is_private(MlirOperation func) {
  static const char *const named[] = {"arg_attrs", "res_attrs"};
  for (int i = 0; i < 2; i++)
    if (!mlirAttributeIsNull(mlirOperationGetAttributeByName(func, ref(named[i])))) return false;
  return !mlirAttributeIsNull(mlirOperationGetAttributeByName(func, ref("sym_visibility")));
}

// The same op of another dialect (a call, a return) with both parts.
static void split_plain(Splitter *s, MlirOperation op) {
  Build b = build_before(s, op);
  int n, m;
  Val *xs = both_parts(s, op, &n);
  MlirType *types = both_types(s, op, &m);
  MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
  replace_results(s, op, build_any(&b, name.data, n, xs, m, types, op_attrs(op)));
}

//===-- regions -------------------------------------------------------------------------===//

static bool split_block(Splitter *s, MlirBlock block, bool is_public);

// How many values stand for the first `carry` operands.
static int64_t count_carry(const Splitter *s, MlirOperation op, int64_t carry) {
  int64_t n = carry;
  for (int64_t i = 0; i < carry; i++)
    n += is_cx(parts_of(s, mlirOperationGetOperand(op, i)));
  return n;
}

static bool split_regions(Splitter *s, MlirOperation op, bool *dead) {
  intptr_t nregions = mlirOperationGetNumRegions(op);
  for (intptr_t r = 0; r < nregions; r++)
    if (!split_block(s, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)), false))
      return false;
  *dead = touches_complex(op);
  if (!*dead) return true;
  Build b = build_before(s, op);
  OpCall c = op_call(b.arena, op), d = c;
  MlirRegion *regions = ARENA_ARRAY(b.arena, MlirRegion, nregions);
  for (intptr_t r = 0; r < nregions; r++) {
    regions[r] = mlirRegionCreate();
    mlirRegionTakeBody(regions[r], c.regions[r]);
  }
  if (c.kind == OP_SCAN) {
    int64_t carry = count_carry(s, op, attr_int(c.attrs, "num_carry"));
    d.attrs = attrs_with(b.ctx, c.attrs, "num_carry", attr_of_int(b.ctx, carry));
  }
  d.in = both_parts(s, op, &d.nin);
  d.out = both_types(s, op, &d.nout);
  d.regions = regions;
  d.op = (MlirOperation){0};
  MlirOperation made = build_op_regions(&b, &d);
  if (mlirOperationIsNull(made)) return false;
  replace_results(s, op, made);
  return true;
}

// New arguments for the parts of complex ones, which are left without uses in the end.
static void split_arguments(Splitter *s, MlirBlock block) {
  for (intptr_t i = mlirBlockGetNumArguments(block) - 1; i >= 0; i--) {
    Val x = mlirBlockGetArgument(block, i);
    MlirType t = mlirValueGetType(x);
    if (!type_is_complex(t)) continue;
    Val im = mlirBlockInsertArgument(block, i + 1, part_type(t), s->b.loc);
    Val re = mlirBlockInsertArgument(block, i + 1, part_type(t), s->b.loc);
    set_parts(s, x, (Cx){re, im});
  }
}

static void erase_arguments(MlirBlock block) {
  for (intptr_t i = mlirBlockGetNumArguments(block) - 1; i >= 0; i--)
    if (type_is_complex(mlirValueGetType(mlirBlockGetArgument(block, i))))
      mlirBlockEraseArgument(block, (unsigned)i);
}

// The arguments of a public function stay.
static void split_entry(Splitter *s, MlirBlock block) {
  Build b = s->b;
  b.block = block;
  b.before = mlirBlockGetFirstOperation(block);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++) {
    Val x = mlirBlockGetArgument(block, i);
    if (!type_is_complex(mlirValueGetType(x))) continue;
    Val re = op_unary(&b, OP_REAL, x);
    set_parts(s, x, (Cx){re, op_unary(&b, OP_IMAG, x)});
  }
}

// One op; *dead: it is replaced.
static bool split_any(Splitter *s, MlirOperation op, bool is_public, bool *dead,
                      MlirOperation *next) {
  OpKind k = op_kind(op);
  *dead = false;
  if (mlirOperationGetNumRegions(op)) return split_regions(s, op, dead);
  if (!touches_complex(op)) return true;
  if (k == OP_COUNT) {
    MlirAttribute callee = mlirOperationGetAttributeByName(op, ref("callee"));
    bool keep = mlirAttributeIsNull(callee) ? is_public
                                            : !is_private(func_lookup(s->b.module, callee));
    if (keep) return split_around(s, op), true;
  } else {
    if (op_rules(k)->flags & (OP_EFFECT | OP_WHOLE)) return split_around(s, op), true;
    if (!op_parts[k] && op_rules(k)->expand) return expand_one(&s->b, op, next);
  }
  *dead = true;
  if (k != OP_COUNT && k != OP_YIELD) return split_op(s, op);
  split_plain(s, op);
  return true;
}

static bool split_block(Splitter *s, MlirBlock block, bool is_public) {
  DeadOps d = {0};
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  if (is_public)
    split_entry(s, block);
  else
    split_arguments(s, block);
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    bool dead;
    if (!split_any(s, op, is_public, &dead, &next)) return false;
    if (dead) VEC_PUSH(s->b.arena, d.ops, op);
  }
  while (d.ops.n)
    mlirOperationDestroy(d.ops.data[--d.ops.n]);
  if (!is_public) erase_arguments(block);
  return true;
}

//===-- the pass --------------------------------------------------------------------------===//

static MlirWalkResult find_complex(MlirOperation op, void *found) {
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    if (type_is_complex(mlirValueGetType(mlirOperationGetResult(op, i))))
      return *(bool *)found = true, MlirWalkResultInterrupt;
  }
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    for (intptr_t i = 0; !mlirBlockIsNull(block) && i < mlirBlockGetNumArguments(block); i++)
      if (type_is_complex(mlirValueGetType(mlirBlockGetArgument(block, i))))
        return *(bool *)found = true, MlirWalkResultInterrupt;
  }
  return MlirWalkResultAdvance;
}

bool split_complex(MlirModule m) {
  bool found = false, ok = true;
  mlirOperationWalk(mlirModuleGetOperation(m), find_complex, &found, MlirWalkPreOrder);
  if (!found) return true;
  Arena a;
  arena_init(&a);
  Splitter s = {.b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a}};
  s.b.loc = mlirLocationUnknownGet(s.b.ctx);
  s.re = val_map_create(&a);
  s.im = val_map_create(&a);
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; ok && !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    bool is_public = !is_private(f);
    if (mlirBlockIsNull(func_body(f))) continue;
    ok = split_block(&s, func_body(f), is_public);
    if (ok && !is_public) func_update_type(f);
  }
  arena_release(&a);
  return ok;
}

// bounds.c -- a check before every load and store of generated code (--checked).
//
// Each index is compared with the size of its dimension.  MLIR's analysis of integer ranges folds
// the comparisons of those that cannot fail (loops of known bounds, clamped indices); their checks
// go again: these accesses are proved.  What is left ends the program.
//
//   %v = memref.load %m[%i]   ->   %bad = arith.cmpi uge, %i, %c10
//     : memref<10xf32>             scf.if %bad { call @cjax_rt_out_of_range(%line, %i, %c10) }
//                                  %v = memref.load %m[%i]
//
// Views are checked where they are made, with the offsets that are not constants: what they show
// must be in the memory that they are of.  Between bufferisation and lower-parallel, where loops
// still have their bounds and nothing is an address yet.
#include "lower/passes.h"

#include <string.h>

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/vec.h"
#include "lower/emit.h"

typedef struct Bounds {
  Arena *a;
  MlirModule m;
  VEC(MlirOperation) ops; // accesses and views, then the checks that can fail
} Bounds;

typedef struct Check {
  Val index;
  int64_t size; // 0 <= index < size
} Check;

static bool op_is(MlirOperation op, const char *name) {
  MlirStringRef s = mlirIdentifierStr(mlirOperationGetName(op));
  return s.length == strlen(name) && !memcmp(s.data, name, s.length);
}

const char bounds_attr[] = "cjax.bounds";
static const char runtime_name[] = "cjax_rt_out_of_range";

//===-- one check --------------------------------------------------------------------===//

static bool branch_out_of_range(Build *b, void *ctx, bool then, Val *y) {
  const Check *c = ctx;
  if (!then) return true;
  SrcRange at = loc_range(b->loc);
  MlirType t = type_int(b, 64);
  Val args[] = {emit_int(b, t, at.line), emit_index_cast(b, c->index, t), emit_int(b, t, c->size)};
  MlirAttribute callee =
      mlirFlatSymbolRefAttrGet(b->ctx, mlirStringRefCreateFromCString(runtime_name));
  emit_op(b, "func.call", 3, args, 0, NULL, attrs_make(b->ctx, 1, "callee", callee), 0, NULL);
  return true;
}

static void check_index(Build *b, Val index, int64_t size) {
  Check c = {index, size < 0 ? 0 : size};
  Val bad = emit_cmp(b, "uge", index, emit_index(b, c.size));
  emit_if(b, bad, 0, NULL, branch_out_of_range, &c, NULL);
}

// Those lanes whose mask is set are in the dimension.
static void check_lanes(Build *b, Val index, Val mask, int64_t size) {
  int64_t n = mlirShapedTypeGetDimSize(mlirValueGetType(mask), 0);
  MlirType lanes = mlirVectorTypeGet(1, &n, type_index(b));
  Val step = emit(b, "vector.step", 0, NULL, lanes, mlirAttributeGetNull());
  Val at = emit_add(b, step, emit1(b, "vector.broadcast", index, lanes));
  Val all = emit1(b, "vector.broadcast", emit_index(b, size < 0 ? 0 : size), lanes);
  Val bad = emit_bin(b, "arith.andi", mask, emit_cmp(b, "uge", at, all));
  MlirAttribute kind = attrs_make(b->ctx, 1, "kind", attr_parse(b, "#vector.kind<or>"));
  Check c = {index, size};
  emit_if(b, emit(b, "vector.reduction", 1, &bad, type_int(b, 1), kind), 0, NULL,
          branch_out_of_range, &c, NULL);
}

//===-- accesses ---------------------------------------------------------------------===//

// The dimension along which lanes lie: the last, but for those of one element after it.
static intptr_t lane_dim(MlirType memory) {
  intptr_t n = mlirShapedTypeGetRank(memory), i = n - 1;
  if (n < 2) return 0;
  while (i > 0 && mlirShapedTypeGetDimSize(memory, i) == 1)
    i--;
  return mlirShapedTypeGetDimSize(memory, i) == 1 ? n - 1 : i;
}

// The indices from operand `first` on, of the memory before it, which is read or written in `lanes`
// at once.
static void check_access(Build *b, MlirOperation op, int first, int64_t lanes) {
  MlirType t = mlirValueGetType(mlirOperationGetOperand(op, first - 1));
  intptr_t n = mlirShapedTypeGetRank(t), along = lanes > 1 ? lane_dim(t) : n;
  for (intptr_t i = 0; i < n; i++) {
    int64_t size = mlirShapedTypeGetDimSize(t, i);
    check_index(b, mlirOperationGetOperand(op, first + i), i == along ? size - lanes + 1 : size);
  }
}

// One more than the last lane that a constant mask has, or -1.
static int64_t mask_extent(Val mask) {
  if (!mlirValueIsAOpResult(mask) || !op_is(mlirOpResultGetOwner(mask), "arith.constant"))
    return -1;
  MlirAttribute bits = mlirOperationGetAttributeByName(mlirOpResultGetOwner(mask),
                                                       mlirStringRefCreateFromCString("value"));
  int64_t n = mlirElementsAttrGetNumElements(bits);
  while (n > 0 && !mlirDenseElementsAttrGetBoolValue(bits, n - 1))
    n--;
  return n;
}

static int64_t lanes_of(Val v) { return mlirShapedTypeGetDimSize(mlirValueGetType(v), 0); }

// A load or a store of the lanes that its mask sets.
static void check_masked(Build *b, MlirOperation op) {
  MlirType t = mlirValueGetType(mlirOperationGetOperand(op, 0));
  intptr_t n = mlirShapedTypeGetRank(t), along = lane_dim(t);
  for (intptr_t i = 0; i < n; i++)
    if (i != along)
      check_index(b, mlirOperationGetOperand(op, 1 + i), mlirShapedTypeGetDimSize(t, i));
  Val index = mlirOperationGetOperand(op, 1 + along), mask = mlirOperationGetOperand(op, n + 1);
  int64_t size = mlirShapedTypeGetDimSize(t, along), lanes = mask_extent(mask);
  if (lanes < 0)
    check_lanes(b, index, mask, size);
  else if (lanes)
    check_index(b, index, size - lanes + 1);
}

//===-- views ------------------------------------------------------------------------===//

static int64_t static_at(MlirOperation op, const char *name, intptr_t i) {
  return mlirDenseI64ArrayGetElement(
      mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString(name)), i);
}

static int64_t memory_elements(MlirType t) {
  int64_t n = 1;
  for (intptr_t i = 0; i < mlirShapedTypeGetRank(t); i++)
    n *= mlirShapedTypeGetDimSize(t, i);
  return n;
}

static int64_t memory_bytes(MlirType t) {
  MlirType e = mlirShapedTypeGetElementType(t);
  return memory_elements(t) * (mlirTypeIsAIndex(e) ? 8 : (element_bits(e) + 7) / 8);
}

// From the first element that a view shows to behind its last one, in its source's elements.
static int64_t view_extent(MlirOperation op) {
  int64_t n = 1;
  MlirType t = mlirValueGetType(op_result(op, 0));
  for (intptr_t i = 0; i < mlirShapedTypeGetRank(t); i++)
    n += (mlirShapedTypeGetDimSize(t, i) - 1) * static_at(op, "static_strides", i);
  return n;
}

// Offsets that are operands follow the source.
static void check_subview(Build *b, MlirOperation op) {
  MlirType from = mlirValueGetType(mlirOperationGetOperand(op, 0));
  int next = 1;
  for (intptr_t i = 0; i < mlirShapedTypeGetRank(from); i++) {
    if (!mlirShapedTypeIsDynamicStrideOrOffset(static_at(op, "static_offsets", i))) continue;
    int64_t last = (static_at(op, "static_sizes", i) - 1) * static_at(op, "static_strides", i);
    check_index(b, mlirOperationGetOperand(op, next++), mlirShapedTypeGetDimSize(from, i) - last);
  }
}

static void check_reinterpreted(Build *b, MlirOperation op) {
  MlirType from = mlirValueGetType(mlirOperationGetOperand(op, 0));
  int64_t room = memory_elements(from) - view_extent(op) + 1,
          offset = static_at(op, "static_offsets", 0);
  if (mlirShapedTypeIsDynamicStrideOrOffset(offset))
    check_index(b, mlirOperationGetOperand(op, 1), room);
  else if (offset < 0 || offset >= room)
    BUG("a view of %ld elements from %ld on, of %ld", (long)view_extent(op), (long)offset,
        (long)memory_elements(from));
}

static void check_view(Build *b, MlirOperation op) {
  MlirType from = mlirValueGetType(mlirOperationGetOperand(op, 0));
  int64_t bytes = memory_bytes(mlirValueGetType(op_result(op, 0)));
  check_index(b, mlirOperationGetOperand(op, 1), memory_bytes(from) - bytes + 1);
}

//===-- each op's rule ---------------------------------------------------------------===//

typedef struct Rule {
  const char *name;
  void (*check)(Build *b, MlirOperation op);
} Rule;

static void check_load(Build *b, MlirOperation op) { check_access(b, op, 1, 1); }
static void check_store(Build *b, MlirOperation op) { check_access(b, op, 2, 1); }
static void check_vector_load(Build *b, MlirOperation op) {
  check_access(b, op, 1, lanes_of(op_result(op, 0)));
}
static void check_vector_store(Build *b, MlirOperation op) {
  check_access(b, op, 2, lanes_of(mlirOperationGetOperand(op, 0)));
}

static const Rule rules[] = {
    {"memref.load", check_load},
    {"memref.store", check_store},
    {"vector.load", check_vector_load},
    {"vector.store", check_vector_store},
    {"vector.maskedload", check_masked},
    {"vector.maskedstore", check_masked},
    {"memref.subview", check_subview},
    {"memref.reinterpret_cast", check_reinterpreted},
    {"memref.view", check_view},
};

static const Rule *rule_of(MlirOperation op) {
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (op_is(op, rules[i].name)) return &rules[i];
  return NULL;
}

static MlirWalkResult find_access(MlirOperation op, void *data) {
  Bounds *s = data;
  if (rule_of(op)) VEC_PUSH(s->a, s->ops, op);
  return MlirWalkResultAdvance;
}

//===-- loops whose step is not 1 ------------------------------------------------------===//

static bool constant_of(Val v, int64_t *x) {
  if (!mlirValueIsAOpResult(v) || !op_is(mlirOpResultGetOwner(v), "arith.constant")) return false;
  MlirAttribute a = mlirOperationGetAttributeByName(mlirOpResultGetOwner(v),
                                                    mlirStringRefCreateFromCString("value"));
  if (!mlirAttributeIsAInteger(a)) return false;
  *x = mlirIntegerAttrGetValueInt(a);
  return true;
}

// The analysis takes hi - 1 for the last value of any loop; said with a minimum, it knows better:
//   scf.for %i = 0 to 30 step 8 { f(%i) }   ->   scf.for ... { %j = arith.minui %i, %c24; f(%j) }
static MlirWalkResult tighten_loop(MlirOperation op, void *data) {
  Bounds *s = data;
  int64_t lo, hi, step;
  if (!op_is(op, "scf.for") || !constant_of(mlirOperationGetOperand(op, 0), &lo) ||
      !constant_of(mlirOperationGetOperand(op, 1), &hi) ||
      !constant_of(mlirOperationGetOperand(op, 2), &step) || lo < 0 || hi <= lo || step < 2)
    return MlirWalkResultAdvance;
  MlirBlock body = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, 0));
  Val i = mlirBlockGetArgument(body, 0);
  Build b = {mlirOperationGetContext(op),  s->m, body, mlirBlockGetFirstOperation(body),
             mlirOperationGetLocation(op), s->a, 0};
  Val last = emit_index(&b, lo + (hi - 1 - lo) / step * step);
  Val j = emit_bin(&b, "arith.minui", i, last);
  mlirValueReplaceAllUsesOfWith(i, j);
  mlirOperationSetOperand(mlirOpResultGetOwner(j), 0, i);
  return MlirWalkResultAdvance;
}

//===-- the pass ---------------------------------------------------------------------===//

static void declare_runtime(Bounds *s) {
  Build b = {mlirModuleGetContext(s->m),
             s->m,
             mlirModuleGetBody(s->m),
             {0},
             mlirLocationUnknownGet(mlirModuleGetContext(s->m)),
             s->a,
             0};
  MlirType i = type_int(&b, 64);
  MlirType type = mlirFunctionTypeGet(b.ctx, 3, (MlirType[]){i, i, i}, 0, NULL);
  MlirRegion none = mlirRegionCreate();
  emit_op(&b, "func.func", 0, NULL, 0, NULL,
          attrs_make(b.ctx, 3, "sym_name", attr_of_text(b.ctx, runtime_name), "function_type",
                     mlirTypeAttrGet(type), "sym_visibility", attr_of_text(b.ctx, "private")),
          1, &none);
}

static void add_checks(Bounds *s) {
  mlirOperationWalk(mlirModuleGetOperation(s->m), find_access, s, MlirWalkPreOrder);
  for (uint32_t i = 0; i < s->ops.n; i++) {
    MlirOperation op = s->ops.data[i];
    Build b = {mlirOperationGetContext(op),
               s->m,
               mlirOperationGetBlock(op),
               op,
               mlirOperationGetLocation(op),
               s->a,
               0};
    rule_of(op)->check(&b, op);
  }
}

static bool is_trap(MlirOperation op) {
  MlirAttribute callee =
      mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("callee"));
  return !mlirAttributeIsNull(callee) && mlirAttributeIsAFlatSymbolRef(callee) &&
         mlirStringRefEqual(mlirFlatSymbolRefAttrGetValue(callee),
                            mlirStringRefCreateFromCString(runtime_name));
}

static MlirWalkResult find_check(MlirOperation op, void *data) {
  Bounds *s = data;
  if (is_trap(op)) VEC_PUSH(s->a, s->ops, mlirOperationGetParentOperation(op));
  return MlirWalkResultAdvance;
}

// Takes away the checks that cannot fail, and notes how many of all that were.
static void remove_proved(Bounds *s) {
  s->ops.n = 0;
  mlirOperationWalk(mlirModuleGetOperation(s->m), find_check, s, MlirWalkPreOrder);
  int64_t count[] = {s->ops.n, 0};
  for (uint32_t i = 0; i < s->ops.n; i++) {
    int64_t bad;
    if (!constant_of(mlirOperationGetOperand(s->ops.data[i], 0), &bad) || bad) continue;
    mlirOperationDestroy(s->ops.data[i]);
    count[1]++;
  }
  mlirOperationSetAttributeByName(mlirModuleGetOperation(s->m),
                                  mlirStringRefCreateFromCString(bounds_attr),
                                  mlirDenseI64ArrayGet(mlirModuleGetContext(s->m), 2, count));
}

bool lower_check_bounds(MlirModule m) {
  if (!lower_pipeline(m, "builtin.module(func.func(convert-linalg-to-loops))")) return false;
  Arena a;
  arena_init(&a);
  Bounds s = {.a = &a, .m = m};
  mlirOperationWalk(mlirModuleGetOperation(m), tighten_loop, &s, MlirWalkPreOrder);
  add_checks(&s);
  declare_runtime(&s);
  bool ok = lower_pipeline(m, "builtin.module(int-range-optimizations)");
  if (ok) remove_proved(&s);
  arena_release(&a);
  return ok;
}

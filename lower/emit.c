// emit.c -- building arith, scf, tensor, linalg and memref ops.
#include "lower/emit.h"

#include <mlir-c/AffineExpr.h>
#include <string.h>

#include "dialect/scalar.h"
#include "dialect/support/diag.h"
#include "lower/parallel.h"

//===-- types -------------------------------------------------------------------===//

MlirType type_f32(Build *b) { return mlirF32TypeGet(b->ctx); }
MlirType type_f64(Build *b) { return mlirF64TypeGet(b->ctx); }
MlirType type_int(Build *b, int bits) { return mlirIntegerTypeGet(b->ctx, (unsigned)bits); }
MlirType type_index(Build *b) { return mlirIndexTypeGet(b->ctx); }

MlirType type_scalar(MlirType e) {
  if (mlirTypeIsABF16(e)) return mlirIntegerTypeGet(mlirTypeGetContext(e), 16);
  if (mlirTypeIsAFloat(e) && element_is_small(e))
    return mlirIntegerTypeGet(mlirTypeGetContext(e), 8);
  if (!mlirTypeIsAInteger(e) || mlirIntegerTypeIsSignless(e)) return e;
  return mlirIntegerTypeGet(mlirTypeGetContext(e), mlirIntegerTypeGetWidth(e));
}

MlirType type_storage(MlirType e) {
  if (element_is_bool(e)) return mlirIntegerTypeGet(mlirTypeGetContext(e), 8);
  return type_scalar(e);
}

MlirType type_kernel_tensor(MlirType t) {
  return type_with_element(t, type_storage(type_element(t)));
}

MlirType type_memref(MlirType t) {
  Dims d = type_dims(t);
  return mlirMemRefTypeContiguousGet(type_storage(type_element(t)), d.n, d.d,
                                     mlirAttributeGetNull());
}

int64_t type_bytes(MlirType t) {
  int bits = element_bits(type_storage(type_element(t)));
  return type_count(t) * (bits / 8);
}

//===-- ops -----------------------------------------------------------------------===//

MlirOperation emit_op(Build *b, const char *name, int n, const Val *in, int nout,
                      const MlirType *out, MlirAttribute attrs, int nregions, MlirRegion *regions) {
  MlirOperationState s = mlirOperationStateGet(mlirStringRefCreateFromCString(name), b->loc);
  mlirOperationStateAddOperands(&s, n, in);
  mlirOperationStateAddResults(&s, nout, out);
  if (!mlirAttributeIsNull(attrs)) {
    for (intptr_t i = 0; i < mlirDictionaryAttrGetNumElements(attrs); i++) {
      MlirNamedAttribute a = mlirDictionaryAttrGetElement(attrs, i);
      mlirOperationStateAddAttributes(&s, 1, &a);
    }
  }
  mlirOperationStateAddOwnedRegions(&s, nregions, regions);
  MlirOperation op = mlirOperationCreate(&s);
  if (mlirOperationIsNull(op)) BUG("cannot create %s", name);
  if (mlirOperationIsNull(b->before))
    mlirBlockAppendOwnedOperation(b->block, op);
  else
    mlirBlockInsertOwnedOperationBefore(b->block, b->before, op);
  return op;
}

Val emit(Build *b, const char *name, int n, const Val *in, MlirType out, MlirAttribute attrs) {
  return op_result(emit_op(b, name, n, in, 1, &out, attrs, 0, NULL), 0);
}

Val emit1(Build *b, const char *name, Val x, MlirType out) {
  return emit(b, name, 1, &x, out, mlirAttributeGetNull());
}

Val emit_un(Build *b, const char *name, Val x) { return emit1(b, name, x, mlirValueGetType(x)); }

Val emit_bin(Build *b, const char *name, Val x, Val y) {
  return emit(b, name, 2, (Val[]){x, y}, mlirValueGetType(x), mlirAttributeGetNull());
}

MlirAttribute attr_parse(Build *b, const char *text) {
  MlirAttribute a = mlirAttributeParseGet(b->ctx, mlirStringRefCreateFromCString(text));
  if (mlirAttributeIsNull(a)) BUG("bad attribute %s", text);
  return a;
}

MlirAttribute attr_segments(Build *b, int n, const int32_t *sizes) {
  return mlirDenseI32ArrayGet(b->ctx, n, sizes);
}

MlirAttribute attr_i64s(Build *b, int n, const int64_t *d) {
  return mlirDenseI64ArrayGet(b->ctx, n, d);
}

Val emit_const(Build *b, MlirAttribute value, MlirType t) {
  return emit(b, "arith.constant", 0, NULL, t, attrs_make(b->ctx, 1, "value", value));
}

// An attribute of type t: x itself, or a vector full of it.
static MlirAttribute splat_attr(MlirType t, MlirAttribute x) {
  return mlirTypeIsAVector(t) ? mlirDenseElementsAttrSplatGet(t, x) : x;
}

MlirType type_lane(MlirType t) {
  return mlirTypeIsAVector(t) ? mlirShapedTypeGetElementType(t) : t;
}

MlirType type_like(Val x, MlirType element) {
  MlirType t = mlirValueGetType(x);
  if (!mlirTypeIsAVector(t)) return element;
  int64_t n = mlirShapedTypeGetDimSize(t, 0);
  return mlirVectorTypeGet(1, &n, element);
}

Val emit_float(Build *b, MlirType t, double x) {
  return emit_const(b, splat_attr(t, mlirFloatAttrDoubleGet(b->ctx, type_lane(t), x)), t);
}

Val emit_number(Build *b, MlirType e, double x) {
  if (!mlirTypeIsABF16(e) && !element_is_small(e)) return emit_float(b, type_scalar(e), x);
  Dtype d = element_dtype(e);
  uint16_t bits = 0;
  scalar_store(d, &bits, scalar_of_float(d, x));
  return emit_int(b, type_scalar(e), bits);
}

Val emit_int(Build *b, MlirType t, int64_t x) {
  return emit_const(b, splat_attr(t, mlirIntegerAttrGet(type_lane(t), x)), t);
}

Val emit_index(Build *b, int64_t x) { return emit_int(b, type_index(b), x); }

// `base` with the suffix of x's type: "arith.add" -> "arith.addf".
static Val emit_typed(Build *b, const char *f, const char *i, Val x, Val y) {
  return emit_bin(b, mlirTypeIsAFloat(type_lane(mlirValueGetType(x))) ? f : i, x, y);
}

Val emit_add(Build *b, Val x, Val y) { return emit_typed(b, "arith.addf", "arith.addi", x, y); }
Val emit_sub(Build *b, Val x, Val y) { return emit_typed(b, "arith.subf", "arith.subi", x, y); }
Val emit_mul(Build *b, Val x, Val y) { return emit_typed(b, "arith.mulf", "arith.muli", x, y); }

static int predicate(const char *const *names, int n, const char *pred) {
  for (int i = 0; i < n; i++)
    if (!strcmp(names[i], pred)) return i;
  BUG("no predicate %s", pred);
}

static Val half_of(Build *b, Val v, MlirType half, int64_t n, int64_t from) {
  MlirAttribute offset = attr_of_int(b->ctx, from), size = attr_of_int(b->ctx, n);
  MlirAttribute one = attr_of_int(b->ctx, 1);
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "offsets", mlirArrayAttrGet(b->ctx, 1, &offset), "sizes",
                 mlirArrayAttrGet(b->ctx, 1, &size), "strides", mlirArrayAttrGet(b->ctx, 1, &one));
  return emit(b, "vector.extract_strided_slice", 1, &v, half, attrs);
}

Val emit_fold_lanes(Build *b, Val v, FoldFn *combine, void *ctx) {
  int64_t n = mlirShapedTypeGetDimSize(mlirValueGetType(v), 0);
  MlirType lane = type_lane(mlirValueGetType(v));
  while (n > 1) {
    n /= 2;
    MlirType half = mlirVectorTypeGet(1, &n, lane);
    v = combine(b, ctx, half_of(b, v, half, n, 0), half_of(b, v, half, n, n));
  }
  int64_t zero = 0;
  return emit(b, "vector.extract", 1, &v, lane,
              attrs_make(b->ctx, 1, "static_position", attr_i64s(b, 1, &zero)));
}

Val emit_cmp(Build *b, const char *pred, Val x, Val y) {
  static const char *const ints[] = {"eq",  "ne",  "slt", "sle", "sgt",
                                     "sge", "ult", "ule", "ugt", "uge"};
  static const char *const floats[] = {"false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord",
                                       "ueq",   "ugt", "uge", "ult", "ule", "une", "uno", "true"};
  bool f = mlirTypeIsAFloat(type_lane(mlirValueGetType(x)));
  int k = f ? predicate(floats, 16, pred) : predicate(ints, 10, pred);
  MlirAttribute attrs = attrs_make(b->ctx, 1, "predicate", attr_of_int(b->ctx, k));
  MlirType t = type_like(x, type_int(b, 1));
  return emit(b, f ? "arith.cmpf" : "arith.cmpi", 2, (Val[]){x, y}, t, attrs);
}

Val emit_select(Build *b, Val pred, Val if_true, Val if_false) {
  return emit(b, "arith.select", 3, (Val[]){pred, if_true, if_false}, mlirValueGetType(if_true),
              mlirAttributeGetNull());
}

Val emit_index_cast(Build *b, Val x, MlirType to) {
  return mlirTypeEqual(mlirValueGetType(x), to) ? x : emit1(b, "arith.index_cast", x, to);
}

//===-- structure -------------------------------------------------------------------===//

// A region of one block with n arguments, and a Build at the block's end.
static MlirRegion region_open(Build *b, int n, const MlirType *types, Build *in) {
  MlirLocation *locs = ARENA_ARRAY(b->arena, MlirLocation, n);
  for (int i = 0; i < n; i++)
    locs[i] = b->loc;
  MlirRegion r = mlirRegionCreate();
  *in = *b;
  in->block = mlirBlockCreate(n, types, locs);
  in->before = (MlirOperation){0};
  mlirRegionAppendOwnedBlock(r, in->block);
  return r;
}

static MlirType *types_of(Build *b, int extra, int n, const Val *x) {
  MlirType *t = ARENA_ARRAY(b->arena, MlirType, n + extra);
  for (int i = 0; i < n; i++)
    t[extra + i] = mlirValueGetType(x[i]);
  return t;
}

static void results_of(MlirOperation op, int n, Val *out) {
  for (int i = 0; i < n; i++)
    out[i] = op_result(op, i);
}

static void emit_end(Build *b, const char *name, int n, const Val *y) {
  emit_op(b, name, n, y, 0, NULL, mlirAttributeGetNull(), 0, NULL);
}

bool emit_for(Build *b, Val lo, Val hi, Val step, int n, const Val *init, LoopFn *body, void *ctx,
              Val *out) {
  MlirType *types = types_of(b, 1, n, init);
  types[0] = mlirValueGetType(lo);
  Build in;
  MlirRegion r = region_open(b, n + 1, types, &in);
  Val *x = ARENA_ARRAY(b->arena, Val, n), *y = ARENA_ARRAY(b->arena, Val, n);
  for (int i = 0; i < n; i++)
    x[i] = mlirBlockGetArgument(in.block, i + 1);
  bool ok = body(&in, ctx, mlirBlockGetArgument(in.block, 0), x, y);
  if (ok) emit_end(&in, "scf.yield", n, y);
  if (!ok) return mlirRegionDestroy(r), false;
  Val *ops = ARENA_ARRAY(b->arena, Val, n + 3);
  ops[0] = lo, ops[1] = hi, ops[2] = step;
  for (int i = 0; i < n; i++)
    ops[i + 3] = init[i];
  results_of(emit_op(b, "scf.for", n + 3, ops, n, types + 1, mlirAttributeGetNull(), 1, &r), n,
             out);
  return true;
}

enum { PARALLEL_WORK = 1 << 18 }; // below this, starting threads costs more than it saves

bool emit_pays_threads(const Build *b, int64_t work) {
  return work >= PARALLEL_WORK || parallel_is_forced(b->module);
}

bool emit_parallel(Build *b, int64_t n, int64_t work, LoopFn *body, void *ctx) {
  if (n < 2 || !emit_pays_threads(b, n * work)) {
    Val lo = emit_index(b, 0), hi = emit_index(b, n), step = emit_index(b, 1);
    return emit_for(b, lo, hi, step, 0, NULL, body, ctx, NULL);
  }
  Build in, end;
  MlirType index = type_index(b);
  MlirRegion r = region_open(b, 1, &index, &in);
  if (!body(&in, ctx, mlirBlockGetArgument(in.block, 0), NULL, NULL))
    return mlirRegionDestroy(r), false;
  MlirRegion none = region_open(b, 0, NULL, &end);
  emit_op(&in, "scf.forall.in_parallel", 0, NULL, 0, NULL, mlirAttributeGetNull(), 1, &none);
  MlirAttribute attrs =
      attrs_make(b->ctx, 4, "staticLowerBound", attr_i64s(b, 1, (int64_t[]){0}), "staticUpperBound",
                 attr_i64s(b, 1, &n), "staticStep", attr_i64s(b, 1, (int64_t[]){1}),
                 "operandSegmentSizes", attr_segments(b, 4, (int32_t[]){0, 0, 0, 0}));
  emit_op(b, "scf.forall", 0, NULL, 0, NULL, attrs, 1, &r);
  return true;
}

bool emit_if(Build *b, Val cond, int n, const MlirType *types, BranchFn *branch, void *ctx,
             Val *out) {
  MlirRegion r[2];
  Val *y = ARENA_ARRAY(b->arena, Val, n);
  for (int i = 0; i < 2; i++) {
    Build in;
    r[i] = region_open(b, 0, NULL, &in);
    if (!branch(&in, ctx, i == 0, y)) {
      for (int j = 0; j <= i; j++)
        mlirRegionDestroy(r[j]);
      return false;
    }
    emit_end(&in, "scf.yield", n, y);
  }
  results_of(emit_op(b, "scf.if", 1, &cond, n, types, mlirAttributeGetNull(), 2, r), n, out);
  return true;
}

bool emit_while(Build *b, int n, const Val *init, CondFn *cond, LoopFn *body, void *ctx, Val *out) {
  MlirType *types = types_of(b, 0, n, init);
  Build in;
  MlirRegion r[2];
  Val *x = ARENA_ARRAY(b->arena, Val, n + 1), *y = ARENA_ARRAY(b->arena, Val, n);
  r[0] = region_open(b, n, types, &in);
  for (int i = 0; i < n; i++)
    x[i + 1] = mlirBlockGetArgument(in.block, i);
  x[0] = cond(&in, ctx, x + 1);
  if (val_is_none(x[0])) return mlirRegionDestroy(r[0]), false;
  emit_end(&in, "scf.condition", n + 1, x);
  r[1] = region_open(b, n, types, &in);
  for (int i = 0; i < n; i++)
    x[i] = mlirBlockGetArgument(in.block, i);
  if (!body(&in, ctx, VAL_NONE, x, y))
    return mlirRegionDestroy(r[0]), mlirRegionDestroy(r[1]), false;
  emit_end(&in, "scf.yield", n, y);
  results_of(emit_op(b, "scf.while", n, init, n, types, mlirAttributeGetNull(), 2, r), n, out);
  return true;
}

static MlirType element_of(Val shaped) {
  return mlirShapedTypeGetElementType(mlirValueGetType(shaped));
}

static Val *operands(Build *b, int nhead, const Val *head, int n, const Val *idx) {
  Val *x = ARENA_ARRAY(b->arena, Val, nhead + n);
  memcpy(x, head, sizeof *head * (size_t)nhead);
  if (n) memcpy(x + nhead, idx, sizeof *idx * (size_t)n);
  return x;
}

Val emit_memload(Build *b, Val memref, int n, const Val *idx) {
  Val *x = operands(b, 1, &memref, n, idx);
  return emit(b, "memref.load", n + 1, x, element_of(memref), mlirAttributeGetNull());
}

void emit_memstore(Build *b, Val scalar, Val memref, int n, const Val *idx) {
  emit_end(b, "memref.store", n + 2, operands(b, 2, (Val[]){scalar, memref}, n, idx));
}

//===-- affine maps -------------------------------------------------------------------===//

MlirAffineMap map_identity(Build *b, int rank) {
  return mlirAffineMapMultiDimIdentityGet(b->ctx, rank);
}

// generic.c -- linalg ops inside kernels: arrays as tensors or as one scalar that stands for all
// elements.
#include <mlir-c/AffineMap.h>
#include <string.h>

#include "lower/lower_op.h"

static MlirAttribute no_attrs(void) { return mlirAttributeGetNull(); }

//===-- arrays --------------------------------------------------------------------===//

Val emit_load(Build *b, Val v, MlirType type) {
  return element_is_bool(type_element(type)) ? emit1(b, "arith.trunci", v, type_int(b, 1)) : v;
}

Val emit_store(Build *b, Val v, MlirType type) {
  return element_is_bool(type_element(type)) ? emit1(b, "arith.extui", v, type_int(b, 8)) : v;
}

Arg arg_of(Val tensor, MlirType type) { return (Arg){tensor, type, false}; }

Arg arg_empty(Build *b, MlirType type) {
  return arg_of(emit(b, "tensor.empty", 0, NULL, type_kernel_tensor(type), no_attrs()), type);
}

// linalg.fill, linalg.copy: one input, one destination, and a body that yields the input.
static Val emit_named(Build *b, const char *name, Val in, MlirType element, Val dst) {
  MlirType types[] = {element, mlirShapedTypeGetElementType(mlirValueGetType(dst))};
  MlirLocation locs[] = {b->loc, b->loc};
  MlirBlock block = mlirBlockCreate(2, types, locs);
  MlirRegion r = mlirRegionCreate();
  mlirRegionAppendOwnedBlock(r, block);
  Build body = *b;
  body.block = block, body.before = (MlirOperation){0};
  Val x = mlirBlockGetArgument(block, 0);
  emit_op(&body, "linalg.yield", 1, &x, 0, NULL, no_attrs(), 0, NULL);
  MlirAttribute attrs =
      attrs_make(b->ctx, 1, "operandSegmentSizes", attr_segments(b, 2, (int32_t[]){1, 1}));
  MlirType t = mlirValueGetType(dst);
  bool tensor = mlirTypeIsATensor(t);
  MlirOperation op = emit_op(b, name, 2, (Val[]){in, dst}, tensor, &t, attrs, 1, &r);
  return tensor ? op_result(op, 0) : dst;
}

Val emit_fill(Build *b, Val scalar, Arg dst) {
  Val x = emit_store(b, scalar, dst.type);
  return emit_named(b, "linalg.fill", x, mlirValueGetType(x), dst.v);
}

Val emit_copy(Build *b, Val from, Val to) {
  MlirType e = mlirShapedTypeGetElementType(mlirValueGetType(from));
  return emit_named(b, "linalg.copy", from, e, to);
}

Val emit_splat_of(Build *b, Val v) {
  if (!mlirValueIsAOpResult(v)) return VAL_NONE;
  MlirOperation op = mlirOpResultGetOwner(v);
  if (op_kind(op) != OP_CONSTANT) return VAL_NONE;
  MlirAttribute value =
      mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("value"));
  if (!mlirDenseElementsAttrIsSplat(value)) return VAL_NONE;
  MlirType e = val_element(v), t = type_scalar(e);
  if (mlirTypeIsAFloat(t)) return emit_const(b, mlirDenseElementsAttrGetSplatValue(value), t);
  if (element_is_bool(e)) return emit_int(b, t, mlirDenseElementsAttrGetBoolSplatValue(value));
  if (element_is_complex(e))
    return emit(b, "complex.constant", 0, NULL, t,
                attrs_make(b->ctx, 1, "value", mlirDenseElementsAttrGetSplatValue(value)));
  int64_t x = 0; // the storage order of every target here is little endian
  memcpy(&x, mlirDenseElementsAttrGetRawData(value), (size_t)((element_bits(e) + 7) / 8));
  int unused = 64 - element_bits(t);
  return emit_int(b, t, (int64_t)((uint64_t)x << unused) >> unused);
}

//===-- linalg.generic ----------------------------------------------------------------===//

// The body's block: one argument for each operand in memory.
static MlirRegion generic_region(Build *b, const Generic *g, int n, const Arg *operands,
                                 Build *in) {
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, n);
  MlirLocation *locs = ARENA_ARRAY(b->arena, MlirLocation, n);
  for (int i = 0; i < n; i++) {
    types[i] = mlirShapedTypeGetElementType(mlirValueGetType(operands[i].v));
    locs[i] = b->loc;
  }
  MlirRegion r = mlirRegionCreate();
  *in = *b;
  in->block = mlirBlockCreate(n, types, locs);
  in->before = (MlirOperation){0};
  mlirRegionAppendOwnedBlock(r, in->block);
  return r;
}

static bool generic_body(Build *in, const Generic *g) {
  int n = g->nin + g->nout, k = 0;
  Val *x = ARENA_ARRAY(in->arena, Val, n), *y = ARENA_ARRAY(in->arena, Val, g->nout);
  for (int i = 0; i < n; i++) {
    Arg a = i < g->nin ? g->in[i] : g->dst[i - g->nin];
    if (a.uniform)
      x[i] = a.v;
    else
      x[i] = emit_load(in, mlirBlockGetArgument(in->block, k++), a.type);
  }
  if (!g->body(in, g->ctx, x, y)) return false;
  for (int i = 0; i < g->nout; i++)
    y[i] = emit_store(in, y[i], g->dst[i].type);
  emit_op(in, "linalg.yield", g->nout, y, 0, NULL, no_attrs(), 0, NULL);
  return true;
}

static MlirAttribute generic_attrs(Build *b, const Generic *g, int nin, int n,
                                   const MlirAttribute *maps) {
  int loops = (int)strlen(g->iterators);
  MlirAttribute iters[2 * MAX_RANK];
  for (int i = 0; i < loops; i++)
    iters[i] = attr_parse(b, g->iterators[i] == 'p' ? "#linalg.iterator_type<parallel>"
                                                    : "#linalg.iterator_type<reduction>");
  return attrs_make(b->ctx, 3, "indexing_maps", mlirArrayAttrGet(b->ctx, n, maps), "iterator_types",
                    mlirArrayAttrGet(b->ctx, loops, iters), "operandSegmentSizes",
                    attr_segments(b, 2, (int32_t[]){nin, g->nout}));
}

bool emit_generic(Build *b, const Generic *g, Val *out) {
  int total = g->nin + g->nout, n = 0, nin = 0;
  Arg *args = ARENA_ARRAY(b->arena, Arg, total);
  Val *operands = ARENA_ARRAY(b->arena, Val, total);
  MlirAttribute *maps = ARENA_ARRAY(b->arena, MlirAttribute, total);
  for (int i = 0; i < total; i++) {
    Arg a = i < g->nin ? g->in[i] : g->dst[i - g->nin];
    if (a.uniform) continue;
    args[n] = a, operands[n] = a.v, maps[n] = mlirAffineMapAttrGet(g->maps[i]), n++;
    nin += i < g->nin;
  }
  Build in;
  MlirRegion r = generic_region(b, g, n, args, &in);
  if (!generic_body(&in, g)) return mlirRegionDestroy(r), false;
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, g->nout);
  bool tensor = true;
  for (int i = 0; i < g->nout; i++) {
    types[i] = mlirValueGetType(g->dst[i].v);
    tensor = mlirTypeIsATensor(types[i]);
  }
  MlirAttribute attrs = generic_attrs(b, g, nin, n, maps);
  MlirOperation op =
      emit_op(b, "linalg.generic", n, operands, tensor ? g->nout : 0, types, attrs, 1, &r);
  for (int i = 0; i < g->nout; i++)
    out[i] = tensor ? op_result(op, i) : VAL_NONE;
  return true;
}

//===-- elementwise ops ------------------------------------------------------------------===//

static bool elementwise_body(Build *b, void *ctx, const Val *x, Val *y) {
  const OpCall *c = ctx;
  return op_lower[c->kind]->scalar(b, c, x, y);
}

bool emit_elementwise(Build *b, const OpCall *c, const Arg *in, int nout, const Arg *dst,
                      Val *out) {
  int rank = type_rank(dst[0].type);
  MlirAffineMap *maps = ARENA_ARRAY(b->arena, MlirAffineMap, c->nin + nout);
  for (int i = 0; i < c->nin + nout; i++)
    maps[i] = map_identity(b, rank);
  char iterators[MAX_RANK + 1] = {0};
  memset(iterators, 'p', (size_t)rank);
  Generic g = {c->nin, nout, in, dst, maps, iterators, elementwise_body, (void *)c};
  return emit_generic(b, &g, out);
}

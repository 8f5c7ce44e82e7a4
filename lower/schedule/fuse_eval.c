// fuse_eval.c -- elements of a fused kernel's values, computed where they are needed.
#include <string.h>

#include "dialect/transforms/lanes.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"
#include "lower/schedule/fuse.h"

static int rank_of(const Fuse *f, const Node *n) { return fuse_dims(f, n->type).n; }

static bool depends(const Val *idx, int rank) {
  for (int i = 0; i < rank; i++)
    if (fuse_is_inner(idx[i])) return true;
  return false;
}

//===-- memory --------------------------------------------------------------------------------===//

// A flat kernel's memory: all dimensions as one, or as rows of a chunk.
static Val collapsed(Fuse *f, Build *b, Val mem) {
  MlirType t = mlirValueGetType(mem);
  int64_t rank = mlirShapedTypeGetRank(t), n = 1;
  if (!f->flat || rank == 0 || (rank == 1 && !f->chunk)) return mem;
  for (int i = 0; i < rank; i++)
    n *= mlirShapedTypeGetDimSize(t, i);
  if (f->phases && n == f->chunk) return mem; // scratch
  int64_t d[] = {f->chunk ? n / f->chunk : n, f->chunk}, steps[] = {f->chunk ? f->chunk : 1, 1},
          zero = 0;
  int r = f->chunk ? 2 : 1;
  MlirType flat =
      mlirMemRefTypeContiguousGet(mlirShapedTypeGetElementType(t), r, d, mlirAttributeGetNull());
  MlirAttribute attrs =
      attrs_make(b->ctx, 4, "static_offsets", attr_i64s(b, 1, &zero), "static_sizes",
                 attr_i64s(b, r, d), "static_strides", attr_i64s(b, r, steps),
                 "operandSegmentSizes", attr_segments(b, 4, (int32_t[]){1, 0, 0, 0}));
  return emit(b, "memref.reinterpret_cast", 1, &mem, flat, attrs);
}

// Indices with the loop's index in place of fuse_inner; the memref before them.
static Val *address(Fuse *f, Build *b, Val mem, int rank, const Val *idx) {
  Val *x = ARENA_ARRAY(f->arena, Val, rank + 1);
  x[0] = mem;
  for (int i = 0; i < rank; i++) {
    if (fuse_is_inner(idx[i]))
      x[i + 1] = fuse_index(f, b, idx[i]);
    else
      x[i + 1] = val_is_none(idx[i]) ? emit_index(b, 0) : idx[i];
  }
  return x;
}

static int mem_rank(Val mem) { return (int)mlirShapedTypeGetRank(mlirValueGetType(mem)); }

static MlirType vector_of(int width, MlirType element) {
  int64_t n = width;
  return mlirVectorTypeGet(1, &n, element);
}

Val fuse_load(Fuse *f, Build *b, Val mem, MlirType type, const Val *idx) {
  mem = collapsed(f, b, mem);
  int rank = mem_rank(mem);
  Val *x = address(f, b, mem, rank, idx);
  if (f->width == 1 || !depends(idx, rank))
    return emit_load(b, emit_memload(b, mem, rank, x + 1), type);
  MlirType t = vector_of(f->width, mlirShapedTypeGetElementType(mlirValueGetType(mem)));
  Val v = emit(b, "vector.load", rank + 1, x, t, mlirAttributeGetNull());
  bool boolean = element_is_bool(type_element(type));
  return boolean ? emit1(b, "arith.trunci", v, type_like(v, type_int(b, 1))) : v;
}

void fuse_store(Fuse *f, Build *b, Val mem, MlirType type, const Val *idx, Val v) {
  mem = collapsed(f, b, mem);
  int rank = mem_rank(mem);
  Val *x = address(f, b, mem, rank, idx);
  if (f->width == 1) {
    emit_memstore(b, emit_store(b, v, type), mem, rank, x + 1);
    return;
  }
  if (element_is_bool(type_element(type)))
    v = emit1(b, "arith.extui", v, type_like(v, type_int(b, 8)));
  Val *all = ARENA_ARRAY(f->arena, Val, rank + 2);
  all[0] = v;
  memcpy(all + 1, x, sizeof *x * (size_t)(rank + 1));
  emit_op(b, "vector.store", rank + 2, all, 0, NULL, mlirAttributeGetNull(), 0, NULL);
}

void fuse_prefetch(Fuse *f, Build *b, Val mem, const Val *idx) {
  enum { SECOND_LEVEL = 2 };
  mem = collapsed(f, b, mem);
  int rank = mem_rank(mem);
  MlirAttribute level = mlirIntegerAttrGet(type_int(b, 32), SECOND_LEVEL);
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "isWrite", mlirBoolAttrGet(b->ctx, false), "localityHint", level,
                 "isDataCache", mlirBoolAttrGet(b->ctx, true));
  emit_op(b, "memref.prefetch", rank + 1, address(f, b, mem, rank, idx), 0, NULL, attrs, 0, NULL);
}

// Reductions are kept in the type they are summed in.
void fuse_place(Fuse *f, Build *b, Node *n, int out) {
  MlirType e = type_element(n->type);
  n->mem_type = fuse_is_reduction(n) ? type_with_element(n->type, fuse_accumulator(b, e)) : n->type;
  bool same = mlirTypeEqual(n->mem_type, n->type);
  if (out >= 0 && same) {
    n->mem = f->k->dst_mem[out], n->local = false;
    return;
  }
  Dims d = f->phases ? fuse_dims(f, n->type) : type_dims(n->type), inner = {0};
  for (int i = f->rows; i < d.n; i++)
    inner.d[inner.n++] = d.d[i];
  n->local = f->rows > 0;
  n->mem_type = type_with_dims(n->mem_type, n->local ? inner : d);
  bool reduction = fuse_is_reduction(n);
  if (reduction && inner.n == 0 && fuse_trailing(&f->stages.data[n->stage])) return; // a register
  n->mem = kernel_scratch(b, n->mem_type);
}

const Val *fuse_local(const Fuse *f, const Node *n, const Val *idx) {
  return n->local ? idx + f->rows : idx;
}

//===-- values ------------------------------------------------------------===//

Val fuse_widen(Fuse *f, Build *b, Val x) {
  MlirType t = mlirValueGetType(x);
  if (f->width == 1 || mlirTypeIsAVector(t)) return x;
  return emit1(b, "vector.broadcast", x, vector_of(f->width, t));
}

static Val *cache_find(Fuse *f, const Node *n, const Val *idx, int rank) {
  for (uint32_t i = f->cache.n; i-- > 0;) {
    Cached *c = &f->cache.data[i];
    if (c->n == n && (!rank || !memcmp(c->idx, idx, sizeof *idx * (size_t)rank))) return &c->v;
  }
  return NULL;
}

void fuse_remember(Fuse *f, const Node *n, const Val *idx, Val v) {
  int rank = rank_of(f, n);
  Val *copy = ARENA_ARRAY(f->arena, Val, rank + 1);
  if (rank) memcpy(copy, idx, sizeof *idx * (size_t)rank);
  VEC_PUSH(f->arena, f->cache, ((Cached){n, copy, v}));
}

static Val iota(Fuse *f, Build *b, const OpCall *c, const Val *idx) {
  Val i = idx[f->flat ? 0 : attr_int(c->attrs, "dimension")];
  if (val_is_none(i)) i = emit_index(b, 0);
  if (fuse_is_inner(i)) {
    i = fuse_widen(f, b, fuse_index(f, b, i));
    if (f->width > 1) {
      Val step = emit(b, "vector.step", 0, NULL, mlirValueGetType(i), mlirAttributeGetNull());
      i = emit_add(b, i, step);
    }
  }
  return index_as(b, i, type_element(c->out[0]));
}

// Operands of an elementwise op, all vectors if one is.
static bool operands(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *x) {
  bool vector = false;
  for (int i = 0; i < c->nin; i++) {
    if (!fuse_eval(f, b, c->in[i], idx, &x[i])) return false;
    vector |= mlirTypeIsAVector(mlirValueGetType(x[i]));
  }
  for (int i = 0; vector && i < c->nin; i++)
    x[i] = fuse_widen(f, b, x[i]);
  return true;
}

static bool compute_op(Fuse *f, Build *b, const Node *n, const Val *idx, Val *y) {
  const OpCall *c = n->c;
  if (lanes_is_loop(c->kind)) {
    if (!fuse_loop(f, b, c, idx)) return false;
    return *y = *cache_find(f, n, idx, rank_of(f, n)), true;
  }
  if (c->kind == OP_CONSTANT) {
    *y = kernel_splat(f->k, b, n->v);
    return !val_is_none(*y) || lower_error(c, "is not one value, which a fusion requires");
  }
  if (c->kind == OP_IOTA) return *y = iota(f, b, c, idx), true;
  if (c->kind == OP_CONCATENATE) return fuse_concatenate(f, b, c, idx, y);
  if (c->kind == OP_PAD) return fuse_pad(f, b, c, idx, y);
  if (c->kind == OP_DYNAMIC_UPDATE_SLICE) return fuse_update(f, b, c, idx, y);
  if (fuse_is_moved(c)) {
    Val inner[MAX_RANK];
    fuse_moved(f, b, c, idx, inner);
    return fuse_eval(f, b, c->in[0], inner, y);
  }
  if (!op_lower[c->kind]->scalar)
    return fuse_eval(f, b, c->in[0], idx, y); // a reduction over no axis
  Val *x = ARENA_ARRAY(f->arena, Val, c->nin), *all = ARENA_ARRAY(f->arena, Val, c->nout);
  Build at = *b;
  at.loc = c->loc;
  if (!operands(f, &at, c, idx, x) || !op_lower[c->kind]->scalar(&at, c, x, all)) return false;
  for (int i = 0; i < c->nout; i++) {
    const Node *r = fuse_node(f, op_result(c->op, i));
    if (r == n)
      *y = all[i];
    else
      fuse_remember(f, r, idx, all[i]);
  }
  return true;
}

bool fuse_eval(Fuse *f, Build *b, Val v, const Val *idx, Val *y) {
  const Node *n = fuse_node(f, v);
  int rank = rank_of(f, n);
  if (!val_is_none(n->scalar)) return *y = n->scalar, true;
  Val *known = cache_find(f, n, idx, rank);
  if (known) return *y = *known, true;
  if (!n->c) {
    Arg x = f->k->in[n->arg];
    *y = x.uniform ? x.v : fuse_load(f, b, f->k->in_mem[n->arg], x.type, idx);
  } else if (!val_is_none(n->mem) && n->stage >= 0 && f->done[n->stage]) {
    *y = fuse_load(f, b, n->mem, n->mem_type, fuse_local(f, n, idx));
    *y = lane_convert(b, *y, type_element(n->mem_type), type_element(n->type));
  } else if (!compute_op(f, b, n, idx, y)) {
    return false;
  }
  fuse_remember(f, n, idx, *y);
  return true;
}

// Values that many others use would be met again and again.
bool fuse_seen(const Fuse *f, Node *n, const Val *idx) {
  uint64_t h = (uint64_t)f->search;
  for (int i = 0; i < rank_of(f, n); i++) h = (h ^ (uintptr_t)idx[i].ptr) * 0x9e3779b97f4a7c15u;
  if (n->hoisted == h) return true;
  n->hoisted = h;
  return false;
}

static bool hoist(Fuse *f, Build *b, Val v, const Val *idx) {
  Node *n = fuse_node(f, v);
  if (!depends(idx, rank_of(f, n))) {
    Val y;
    return fuse_eval(f, b, v, idx, &y);
  }
  if (!n->c || n->c->kind == OP_IOTA || n->c->kind == OP_CONSTANT) return true;
  if ((n->stage >= 0 && f->done[n->stage]) || lanes_is_loop(n->c->kind)) return true;
  if (fuse_in_pieces(n->c->kind)) return true;
  if (fuse_is_moved(n->c)) {
    Val inner[MAX_RANK];
    fuse_moved(f, b, n->c, idx, inner);
    return hoist(f, b, n->c->in[0], inner);
  }
  if (fuse_seen(f, n, idx)) return true;
  for (int i = 0; i < n->c->nin; i++)
    if (!hoist(f, b, n->c->in[i], idx)) return false;
  return true;
}

bool fuse_hoist(Fuse *f, Build *b, Val v, const Val *idx) {
  f->search++;
  return hoist(f, b, v, idx);
}

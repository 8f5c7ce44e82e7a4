// clone.c -- copies of ops with other operands, and what a region takes from around it.
#include "dialect/clone.h"
#include "dialect/support/vec.h"

//===-- maps -----------------------------------------------------------------------------===//
// Open addressing, linear probing, at most half full.

typedef struct Entry {
  Val from, to;
} Entry;

struct ValMap {
  Arena *arena;
  Entry *slots;
  size_t n, room; // room: a power of two
};

ValMap *val_map_create(Arena *a) {
  ValMap *m = ARENA_NEW(a, ValMap);
  m->arena = a;
  m->room = 16;
  m->slots = ARENA_ARRAY(a, Entry, m->room);
  return m;
}

// The slot of v, or the empty one where it would go.
static Entry *slot_of(const ValMap *m, Val v) {
  size_t i = ((uintptr_t)v.ptr >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 32;
  for (;; i++) {
    Entry *e = &m->slots[i & (m->room - 1)];
    if (!e->from.ptr || e->from.ptr == v.ptr) return e;
  }
}

static void grow(ValMap *m) {
  ValMap old = *m;
  m->room *= 2;
  m->slots = ARENA_ARRAY(m->arena, Entry, m->room);
  for (size_t i = 0; i < old.room; i++)
    if (old.slots[i].from.ptr) *slot_of(m, old.slots[i].from) = old.slots[i];
}

void val_map_put(ValMap *m, Val from, Val to) {
  Entry *e = slot_of(m, from);
  if (!e->from.ptr && 2 * ++m->n > m->room) {
    grow(m);
    e = slot_of(m, from);
  }
  *e = (Entry){from, to};
}

Val val_map_get(const ValMap *m, Val from) {
  const Entry *e = slot_of(m, from);
  return e->from.ptr ? e->to : from;
}

bool val_map_has(const ValMap *m, Val from) { return slot_of(m, from)->from.ptr; }

//===-- copies ---------------------------------------------------------------------------===//

static void remap_regions(MlirOperation op, const ValMap *m);

void op_remap(MlirOperation op, const ValMap *m) {
  intptr_t n = mlirOperationGetNumOperands(op);
  for (intptr_t i = 0; i < n; i++) {
    Val x = mlirOperationGetOperand(op, i);
    Val y = val_map_get(m, x);
    if (x.ptr != y.ptr) mlirOperationSetOperand(op, i, y);
  }
  remap_regions(op, m);
}

static void remap_regions(MlirOperation op, const ValMap *m) {
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    for (; !mlirBlockIsNull(block); block = mlirBlockGetNextInRegion(block)) {
      MlirOperation inner = mlirBlockGetFirstOperation(block);
      for (; !mlirOperationIsNull(inner); inner = mlirOperationGetNextInBlock(inner))
        op_remap(inner, m);
    }
  }
}

MlirOperation clone_op(Build *b, MlirOperation op, ValMap *m) {
  MlirOperation copy = mlirOperationClone(op);
  op_remap(copy, m);
  if (mlirOperationIsNull(b->before)) mlirBlockAppendOwnedOperation(b->block, copy);
  else mlirBlockInsertOwnedOperationBefore(b->block, b->before, copy);
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    val_map_put(m, mlirOperationGetResult(op, i), mlirOperationGetResult(copy, i));
  return copy;
}

Val *clone_block(Build *b, MlirBlock block, ValMap *m, int *n) {
  MlirOperation end = mlirBlockGetTerminator(block);
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op)) clone_op(b, op, m);
  *n = (int)mlirOperationGetNumOperands(end);
  Val *out = ARENA_ARRAY(b->arena, Val, *n);
  for (int i = 0; i < *n; i++) out[i] = val_map_get(m, mlirOperationGetOperand(end, i));
  return out;
}

//===-- captures -------------------------------------------------------------------------===//

typedef struct Captures {
  ValMap *known; // defined inside, or captured already
  Arena *arena;
  VEC(Val) list;
} Captures;

static void captures_of_regions(Captures *c, MlirOperation op);

static void captures_of_op(Captures *c, MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++) {
    Val x = mlirOperationGetOperand(op, i);
    if (val_map_has(c->known, x)) continue;
    val_map_put(c->known, x, x);
    VEC_PUSH(c->arena, c->list, x);
  }
  captures_of_regions(c, op);
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    val_map_put(c->known, mlirOperationGetResult(op, i), mlirOperationGetResult(op, i));
}

static void captures_of_regions(Captures *c, MlirOperation op) {
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    if (mlirBlockIsNull(block)) continue;
    for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++)
      val_map_put(c->known, mlirBlockGetArgument(block, i), mlirBlockGetArgument(block, i));
    MlirOperation inner = mlirBlockGetFirstOperation(block);
    for (; !mlirOperationIsNull(inner); inner = mlirOperationGetNextInBlock(inner))
      captures_of_op(c, inner);
  }
}

Val *region_captures(Arena *a, MlirOperation op, int *n) {
  Captures c = {.known = val_map_create(a), .arena = a};
  captures_of_regions(&c, op);
  *n = (int)c.list.n;
  return c.list.data;
}

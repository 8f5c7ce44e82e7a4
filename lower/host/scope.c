// scope.c -- lowering a block: which value is where, what is read last by whom.
//
// The op at position p of a block reads its operands at time 2p; what its regions capture is read
// until 2p + 1.
#include <string.h>

#include "dialect/support/diag.h"
#include "lower/host/host.h"

//===-- liveness --------------------------------------------------------------------===//

typedef struct Level { // the blocks around an op, innermost first
  const struct Level *outer;
  MlirBlock block;
  int pos;
} Level;

static MlirBlock value_block(Val v) {
  if (mlirValueIsABlockArgument(v)) return mlirBlockArgumentGetOwner(v);
  return mlirOperationGetBlock(mlirOpResultGetOwner(v));
}

static void live_region(Host *h, MlirRegion r, const Level *outer);

static void live_op(Host *h, MlirOperation op, const Level *at) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++) {
    Val v = mlirOperationGetOperand(op, i);
    MlirBlock home = value_block(v);
    const Level *l = at;
    while (l && !mlirBlockEqual(l->block, home))
      l = l->outer;
    if (l) ptrmap_put(&h->last, v.ptr, (void *)(intptr_t)(2 * l->pos + (l != at) + 2));
  }
  for (intptr_t i = 0; i < mlirOperationGetNumRegions(op); i++)
    live_region(h, mlirOperationGetRegion(op, i), at);
}

static void live_region(Host *h, MlirRegion r, const Level *outer) {
  MlirBlock block = mlirRegionGetFirstBlock(r);
  if (mlirBlockIsNull(block)) return;
  Level at = {outer, block, 0};
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op), at.pos++)
    live_op(h, op, &at);
}

void host_liveness(Host *h, MlirOperation func) {
  live_region(h, mlirOperationGetRegion(func, 0), NULL);
}

static int value_last(const Host *h, Val v) {
  intptr_t i = (intptr_t)ptrmap_get(&h->last, v.ptr);
  return (int)i - 2; // -2: nobody
}

bool buffer_is_dead(const Host *h, const Buffer *buf, bool now) {
  if (!buf->scope || buf->scope != h->scope) return false;
  return buf->last < 2 * h->scope->pos + !now;
}

//===-- values ------------------------------------------------------------------------===//

const Place *host_place(Host *h, Val v) {
  const Place *p = ptrmap_get(&h->places, v.ptr);
  if (!p) BUG("a value without a place");
  return p;
}

void host_bind(Host *h, Val v, const Place *p) {
  p = place_at_rest(h, p);
  ptrmap_put(&h->places, v.ptr, (void *)p);
  if (p->kind != PLACE_BUFFER || p->buf->scope != h->scope) return;
  int last = value_last(h, v);
  if (p->buf->last < last) p->buf->last = last;
}

const Place *host_destination(Host *h, Val v) {
  const Place *want = ptrmap_get(&h->wants, v.ptr);
  if (want && buffer_is_dead(h, want->buf, true)) return place_as(h, want, mlirValueGetType(v));
  return place_alloc(h, mlirValueGetType(v));
}

//===-- blocks ---------------------------------------------------------------------------===//

Scope *host_enter(Host *h) {
  Scope *s = ARENA_NEW(h->b.arena, Scope);
  s->outer = h->scope;
  return h->scope = s;
}

void host_leave(Host *h) { h->scope = h->scope->outer; }

static void block_bind(Host *h, MlirBlock block, const Place *const *args) {
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++)
    host_bind(h, mlirBlockGetArgument(block, i), args[i]);
}

static void block_wants(Host *h, MlirOperation end, const Place *const *wants) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(end); i++) {
    Val v = mlirOperationGetOperand(end, i);
    if (!wants || !wants[i] || wants[i]->kind != PLACE_BUFFER) continue;
    if (!mlirBlockEqual(value_block(v), h->scope->source)) continue;
    ptrmap_put(&h->wants, v.ptr, (void *)wants[i]);
  }
}

bool host_region(Host *h, MlirRegion r, const Place *const *args, const Place *const *wants,
                 const Place **out) {
  MlirBlock block = mlirRegionGetFirstBlock(r);
  MlirOperation end = mlirBlockGetTerminator(block);
  h->scope->source = block;
  block_bind(h, block, args);
  block_wants(h, end, wants);
  MlirLocation loc = h->b.loc;
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationEqual(op, end);
       op = mlirOperationGetNextInBlock(op), h->scope->pos++) {
    h->b.loc = mlirOperationGetLocation(op);
    if (!host_op(h, op)) return false;
  }
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(end); i++)
    out[i] = host_place(h, mlirOperationGetOperand(end, i));
  h->b.loc = loc;
  return true;
}

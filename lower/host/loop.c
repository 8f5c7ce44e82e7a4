// loop.c -- what loops carry from one iteration to the next.
#include "lower/host/loop.h"

// What a scan reads by rows lies in buf.
static bool is_scanned(Host *h, const OpCall *c, int ncarry, const Buffer *buf) {
  for (int i = ncarry; i < c->nin; i++) {
    const Place *x = host_place(h, c->in[i]);
    if (x->kind == PLACE_BUFFER && x->buf == buf) return true;
  }
  return false;
}

static Place *carry_buffer(Host *h, const OpCall *c, int ncarry, int i) {
  const Place *x = host_place(h, c->in[i]);
  if (x->kind == PLACE_BUFFER && val_is_none(x->offset) && buffer_is_dead(h, x->buf, false) &&
      !is_scanned(h, c, ncarry, x->buf))
    return place_as(h, x, x->type);
  const Place *dst = host_destination(h, op_result(c->op, i));
  place_put(h, x, dst);
  return place_as(h, dst, x->type);
}

Loop loop_open(Host *h, const OpCall *c, int n) {
  Arena *a = h->b.arena;
  Loop l = {.c = c,
            .ncarry = n,
            .init = ARENA_ARRAY(a, Val, n * TINY),
            .copied = ARENA_ARRAY(a, bool, n)};
  l.carry = ARENA_ARRAY(a, const Place *, n), l.next = ARENA_ARRAY(a, const Place *, n);
  l.fixed = ARENA_ARRAY(a, Place *, n), l.spare = ARENA_ARRAY(a, Place *, n);
  for (int i = 0; i < n; i++) {
    const Place *x = host_place(h, c->in[i]);
    if (!type_is_tiny(x->type)) {
      l.fixed[i] = carry_buffer(h, c, n, i);
      l.fixed[i]->buf->scope = NULL; // taken
      continue;
    }
    const Val *s = place_load(h, x);
    for (int64_t j = 0; j < type_count(x->type); j++)
      l.init[l.nregs++] = s[j];
  }
  return l;
}

static Place *loop_buffer(Host *h, MlirType t, Val base, Scope *scope) {
  Buffer *buf = ARENA_NEW(h->b.arena, Buffer);
  *buf = (Buffer){base, scope, -1};
  return place_buffer(h, t, buf, VAL_NONE);
}

void loop_carries(Host *h, Loop *l, const Val *regs, Scope *scope) {
  int k = 0;
  for (int i = 0; i < l->ncarry; i++) {
    MlirType t = mlirValueGetType(l->c->in[i]);
    if (l->fixed[i]) {
      l->carry[i] = l->next[i] = l->fixed[i];
      l->fixed[i]->buf->scope = scope, l->fixed[i]->buf->last = -1;
      continue;
    }
    l->carry[i] = place_scalars(h, t, regs + k);
    k += (int)type_count(t);
  }
  for (int i = 0; i < l->ncarry; i++) {
    if (!l->spare[i]) continue;
    MlirType t = mlirValueGetType(l->c->in[i]);
    l->fixed[i]->buf->scope = NULL;
    l->carry[i] = loop_buffer(h, t, regs[k], scope),
    l->next[i] = loop_buffer(h, t, regs[k + 1], scope);
    k += 2;
  }
}

// Does a fixed carry's next value have to be copied to it?
static bool loop_copies(Loop *l, const Place **next) {
  bool any = false;
  for (int i = 0; i < l->ncarry; i++) {
    l->copied[i] =
        l->fixed[i] && next[i]->kind == PLACE_BUFFER && !place_equal(next[i], l->fixed[i]);
    any = any || l->copied[i];
  }
  return any;
}

// Next values that lie in a fixed carry which is about to be written: copied away.
static void loop_rescue(Host *h, Loop *l, const Place **next) {
  for (int i = 0; i < l->ncarry; i++) {
    if (next[i]->kind != PLACE_BUFFER || place_equal(next[i], l->carry[i])) continue;
    for (int j = 0; j < l->ncarry; j++) {
      if (!l->fixed[j] || l->spare[j] || l->fixed[j]->buf != next[i]->buf) continue;
      const Place *copy = place_alloc(h, next[i]->type);
      place_put(h, next[i], copy);
      next[i] = copy;
      break;
    }
  }
}

bool loop_next(Host *h, Loop *l, const Place **next, Val *y) {
  if (!l->settled && loop_copies(l, next)) return false;
  int k = 0;
  for (int i = 0; i < l->ncarry; i++) {
    if (l->fixed[i]) continue;
    const Val *s = place_load(h, next[i]);
    for (int64_t j = 0; j < type_count(next[i]->type); j++)
      y[k++] = s[j];
  }
  for (int i = 0; i < l->ncarry; i++) {
    if (!l->spare[i]) continue;
    place_put(h, next[i], l->next[i]);
    y[k++] = l->next[i]->buf->base, y[k++] = l->carry[i]->buf->base;
  }
  loop_rescue(h, l, next);
  for (int i = 0; i < l->ncarry; i++)
    if (l->fixed[i] && !l->spare[i]) place_put(h, next[i], l->fixed[i]);
  return true;
}

void loop_add_spares(Host *h, Loop *l) {
  Val *init = ARENA_ARRAY(h->b.arena, Val, l->nregs + 2 * l->ncarry);
  for (int i = 0; i < l->nregs; i++)
    init[i] = l->init[i];
  l->init = init, l->settled = true;
  for (int i = 0; i < l->ncarry; i++) {
    if (!l->copied[i]) continue;
    l->spare[i] = place_as(h, host_destination(h, op_result(l->c->op, i)), l->fixed[i]->type);
    if (!val_is_none(l->spare[i]->offset)) l->spare[i] = place_alloc(h, l->fixed[i]->type);
    l->spare[i]->buf->scope = NULL;
    init[l->nregs++] = place_bytes(h, l->fixed[i], type_bytes(l->fixed[i]->type));
    init[l->nregs++] = place_bytes(h, l->spare[i], type_bytes(l->fixed[i]->type));
  }
}

void loop_results(Host *h, Loop *l, const Val *regs, int64_t trips) {
  loop_carries(h, l, regs, h->scope);
  for (int i = 0; i < l->ncarry; i++) {
    const Place *p = l->carry[i];
    if (l->spare[i] && trips >= 0) {
      p = trips % 2 ? l->spare[i] : l->fixed[i];
      p->buf->scope = h->scope, p->buf->last = -1;
    }
    host_bind(h, op_result(l->c->op, i), p);
  }
}

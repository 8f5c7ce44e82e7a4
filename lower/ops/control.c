// control.c -- while, scan and case as scf ops around host code.
#include <string.h>

#include "lower/host/loop.h"

typedef struct HostRegion { // what the callbacks of emit.h need
  Host *h;
  const OpCall *c;
  Loop *loop;
  bool again;             // the body is to be lowered once more
  const Place **xs, **ys; // scan: whole arrays
  const Place **dst;      // case: results
} HostRegion;

//===-- while ---------------------------------------------------------------------------===//

static Val while_cond(Build *b, void *ctx, const Val *x) {
  HostRegion *r = ctx;
  Host *h = r->h;
  Build outer = h->b;
  h->b = *b;
  host_enter(h);
  loop_carries(h, r->loop, x, NULL);
  const Place *out = NULL;
  bool ok = host_region(h, r->c->regions[0], r->loop->carry, NULL, &out);
  if (ok) host_leave(h);
  *b = h->b, h->b = outer;
  return ok ? out->s[0] : VAL_NONE;
}

static bool while_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  HostRegion *r = ctx;
  Host *h = r->h;
  Loop *l = r->loop;
  Build outer = h->b;
  h->b = *b;
  loop_carries(h, l, x, host_enter(h));
  const Place **next = ARENA_ARRAY(b->arena, const Place *, l->ncarry);
  if (!host_region(h, r->c->regions[1], l->carry, l->next, next)) return false;
  r->again = !loop_next(h, l, next, y);
  host_leave(h);
  *b = h->b, h->b = outer;
  return !r->again;
}

static bool host_while(Host *h, const OpCall *c) {
  Loop l = loop_open(h, c, c->nin);
  HostRegion r = {h, c, &l};
  Val *out = ARENA_ARRAY(h->b.arena, Val, l.nregs + 2 * c->nin);
  if (!emit_while(&h->b, l.nregs, l.init, while_cond, while_body, &r, out)) {
    if (!r.again) return false;
    loop_add_spares(h, &l);
    if (!emit_while(&h->b, l.nregs, l.init, while_cond, while_body, &r, out)) return false;
  }
  loop_results(h, &l, out, -1);
  return true;
}

//===-- scan ------------------------------------------------------------------------------===//

static void scan_args(Host *h, HostRegion *r, Val i, const Place **args) {
  const Loop *l = r->loop;
  MlirBlock block = mlirRegionGetFirstBlock(r->c->regions[0]);
  for (int k = 0; k < l->ncarry; k++)
    args[k] = l->carry[k];
  for (int k = l->ncarry; k < r->c->nin; k++)
    args[k] = place_element(h, r->xs[k], i, mlirValueGetType(mlirBlockGetArgument(block, k)));
}

// Where this iteration's y is best made: in its row of the result.
static const Place *scan_row(Host *h, const Place *y, Val i, MlirType t, Scope *scope) {
  Val at = emit_mul(&h->b, i, emit_index(&h->b, type_bytes(t)));
  if (!val_is_none(y->offset)) at = emit_add(&h->b, at, y->offset);
  Buffer *buf = ARENA_NEW(h->b.arena, Buffer);
  *buf = (Buffer){y->buf->base, scope, -1};
  return place_buffer(h, t, buf, at);
}

static bool scan_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  HostRegion *r = ctx;
  Host *h = r->h;
  Loop *l = r->loop;
  const OpCall *c = r->c;
  Build outer = h->b;
  h->b = *b;
  if (attr_flag(c->attrs, "reverse"))
    i = emit_sub(&h->b, emit_index(&h->b, attr_int(c->attrs, "length") - 1), i);
  Scope *scope = host_enter(h);
  loop_carries(h, l, x, scope);
  const Place **args = ARENA_ARRAY(b->arena, const Place *, c->nin);
  const Place **next = ARENA_ARRAY(b->arena, const Place *, c->nout);
  const Place **dst = ARENA_ARRAY(b->arena, const Place *, c->nout);
  scan_args(h, r, i, args);
  MlirOperation end = mlirBlockGetTerminator(mlirRegionGetFirstBlock(c->regions[0]));
  for (int k = 0; k < c->nout; k++) {
    MlirType t = mlirValueGetType(mlirOperationGetOperand(end, k));
    dst[k] = k < l->ncarry ? l->next[k] : scan_row(h, r->ys[k], i, t, scope);
  }
  if (!host_region(h, c->regions[0], args, dst, next)) return false;
  for (int k = l->ncarry; k < c->nout; k++)
    place_put(h, next[k], dst[k]);
  r->again = !loop_next(h, l, next, y);
  host_leave(h);
  *b = h->b, h->b = outer;
  return !r->again;
}

static bool host_scan(Host *h, const OpCall *c) {
  int ncarry = (int)attr_int(c->attrs, "num_carry");
  Loop l = loop_open(h, c, ncarry);
  HostRegion r = {h, c, &l, .xs = ARENA_ARRAY(h->b.arena, const Place *, c->nin),
                  .ys = ARENA_ARRAY(h->b.arena, const Place *, c->nout)};
  for (int i = ncarry; i < c->nin; i++) {
    r.xs[i] = host_place(h, c->in[i]);
    if (r.xs[i]->kind == PLACE_SCALARS) r.xs[i] = place_in_memory(h, r.xs[i]);
  }
  for (int i = ncarry; i < c->nout; i++)
    r.ys[i] = host_destination(h, op_result(c->op, i));
  Val *out = ARENA_ARRAY(h->b.arena, Val, l.nregs + 2 * ncarry);
  Val lo = emit_index(&h->b, 0), hi = emit_index(&h->b, attr_int(c->attrs, "length"));
  Val step = emit_index(&h->b, 1);
  if (!emit_for(&h->b, lo, hi, step, l.nregs, l.init, scan_body, &r, out)) {
    if (!r.again) return false;
    loop_add_spares(h, &l);
    if (!emit_for(&h->b, lo, hi, step, l.nregs, l.init, scan_body, &r, out)) return false;
  }
  loop_results(h, &l, out, attr_int(c->attrs, "length"));
  for (int i = ncarry; i < c->nout; i++)
    host_bind(h, op_result(c->op, i), r.ys[i]);
  return true;
}

//===-- case --------------------------------------------------------------------------------===//

// One branch at h->b; the results' scalars to y.
static bool case_branch(HostRegion *r, int k, Val *y) {
  Host *h = r->h;
  const OpCall *c = r->c;
  const Place **out = ARENA_ARRAY(h->b.arena, const Place *, c->nout);
  Scope *outer = h->scope, *scope = host_enter(h);
  for (int i = 0; i < c->nout; i++)
    if (r->dst[i]) r->dst[i]->buf->scope = scope, r->dst[i]->buf->last = -1;
  if (!host_region(h, c->regions[k], NULL, r->dst, out)) return false;
  for (int i = 0, n = 0; i < c->nout; i++) {
    const Val *s = r->dst[i] ? NULL : place_load(h, out[i]);
    if (r->dst[i]) {
      place_put(h, out[i], r->dst[i]);
      r->dst[i]->buf->scope = outer, r->dst[i]->buf->last = -1;
    } else {

      for (int64_t j = 0; j < type_count(c->out[i]); j++)
        y[n++] = s[j];
    }
  }
  host_leave(h);
  return true;
}

static bool case_if(Build *b, void *ctx, bool then, Val *y) {
  HostRegion *r = ctx;
  Build outer = r->h->b;
  r->h->b = *b;
  if (!case_branch(r, then, y)) return false;
  *b = r->h->b, r->h->b = outer;
  return true;
}

// scf.index_switch; region 0 is the default: the last branch.
static bool case_switch(HostRegion *r, Val index, int n, MlirType *types, Val *out) {
  Host *h = r->h;
  Build outer = h->b;
  int nbranch = r->c->nregions;
  MlirRegion *regions = ARENA_ARRAY(outer.arena, MlirRegion, nbranch);
  int64_t *cases = ARENA_ARRAY(outer.arena, int64_t, nbranch);
  Val *y = ARENA_ARRAY(outer.arena, Val, n);
  for (int i = 0; i < nbranch; i++) {
    cases[i] = i;
    regions[i] = mlirRegionCreate();
    h->b.block = mlirBlockCreate(0, NULL, NULL), h->b.before = (MlirOperation){0};
    mlirRegionAppendOwnedBlock(regions[i], h->b.block);
    if (!case_branch(r, i == 0 ? nbranch - 1 : i - 1, y)) return false;
    emit_op(&h->b, "scf.yield", n, y, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  }
  h->b = outer;
  MlirAttribute attrs = attrs_make(outer.ctx, 1, "cases", attr_i64s(&outer, nbranch - 1, cases));
  MlirOperation op =
      emit_op(&h->b, "scf.index_switch", 1, &index, n, types, attrs, nbranch, regions);
  for (int i = 0; i < n; i++)
    out[i] = op_result(op, i);
  return true;
}

static bool host_case(Host *h, const OpCall *c) {
  Arena *a = h->b.arena;
  HostRegion r = {h, c, .dst = ARENA_ARRAY(a, const Place *, c->nout)};
  for (int i = 0; i < c->nout; i++)
    if (!type_is_tiny(c->out[i])) r.dst[i] = host_destination(h, op_result(c->op, i));
  MlirType *types = ARENA_ARRAY(a, MlirType, c->nout * TINY);
  int n = host_flat_types(h, c->nout, c->out, false, types), k = 0;
  Val *out = ARENA_ARRAY(a, Val, n), index = host_place(h, c->in[0])->s[0];
  bool two = element_is_bool(val_element(c->in[0])) && c->nregions == 2;
  if (two) {
    if (!emit_if(&h->b, index, n, types, case_if, &r, out)) return false;
  } else {
    Val zero = emit_int(&h->b, mlirValueGetType(index), 0);
    Val at = emit_index_cast(&h->b, emit_bin(&h->b, "arith.maxsi", index, zero), type_index(&h->b));
    if (!case_switch(&r, at, n, types, out)) return false;
  }
  for (int i = 0; i < c->nout; i++) {
    if (r.dst[i])
      host_bind(h, op_result(c->op, i), r.dst[i]);
    else
      host_bind(h, op_result(c->op, i), place_scalars(h, c->out[i], out + k)),
          k += (int)type_count(c->out[i]);
  }
  return true;
}

static bool host_yield(Host *h, const OpCall *c) { return true; }

const OpLower lower_while = {.host = host_while};
const OpLower lower_scan = {.host = host_scan};
const OpLower lower_case = {.host = host_case};
const OpLower lower_yield = {.host = host_yield};

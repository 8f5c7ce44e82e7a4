// dot_pack.c -- copies of a contraction's second operand, in panels of a vector's width.
#include "lower/ops/dot.h"

#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/ops/nest.h"

typedef struct Pack {
  Dot *t;
  int width;
  Val panel; // none: the first index
} Pack;

// packed[p, k, w] = y[k, p width + w]
static bool pack_element(Build *b, void *ctx, const Val *i) {
  const Pack *p = ctx;
  Dot *t = p->t;
  int nk = t->steps.n;
  bool vector = side_is_last(&t->y, t->y.free) && p->width == dot_lanes(t);
  Val panel = val_is_none(p->panel) ? *i++ : p->panel;
  memcpy(t->kk, i, sizeof *i * (size_t)nk);
  Val n[MAX_RANK], lane = vector ? emit_index(b, 0) : i[nk];
  memcpy(n, t->n, sizeof n);
  n[t->y.free.n - 1] = emit_add(b, index_mul(b, panel, dot_lanes(t)), lane);
  Val x = dot_load(b, t, &t->y, n, vector ? p->width : 1);
  Val at[] = {x, t->packed, panel, dot_contract_index(b, t), lane};
  if (vector)
    emit_op(b, "vector.store", 5, at, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  else
    emit_memstore(b, x, t->packed, 3, at + 2);
  return true;
}

static bool pack_zero(Build *b, void *ctx, const Val *i) {
  const Pack *p = ctx;
  Val at[] = {p->panel, i[0], index_add(b, i[1], p->width)};
  Val zero = dot_zero(b, p->t);
  emit_memstore(b, zero, p->t->packed, 3, at);
  return true;
}

static void add_steps(Dims *l, const Dot *t) {
  for (int i = 0; i < t->steps.n; i++)
    l->d[l->n++] = t->steps.d[i];
}

bool dot_pack_panel(Build *b, Dot *t, Val panel) {
  Pack p = {t, dot_lanes(t), panel};
  Dims loops = {0};
  add_steps(&loops, t);
  if (!side_is_last(&t->y, t->y.free)) loops.d[loops.n++] = p.width;
  return emit_nest(b, loops, pack_element, &p);
}

// The lanes after the last elements hold zeros.
bool dot_pack_rest(Build *b, Dot *t) {
  int w = dot_lanes(t), rest = (int)(side_last(&t->y) % w);
  Pack p = {t, rest, emit_index(b, side_last(&t->y) / w)};
  Dims loops = {0};
  add_steps(&loops, t);
  loops.d[loops.n++] = rest;
  if (!emit_nest(b, loops, pack_element, &p)) return false;
  int64_t k = mlirShapedTypeGetDimSize(mlirValueGetType(t->packed), 1);
  return emit_nest(b, (Dims){2, {k, w - rest}}, pack_zero, &p);
}

bool dot_pack(Build *b, Dot *t) {
  Pack p = {t, dot_lanes(t), VAL_NONE};
  Dims loops = {1, {side_last(&t->y) / p.width}};
  add_steps(&loops, t);
  bool vector = side_is_last(&t->y, t->y.free);
  if (!vector) loops.d[loops.n++] = p.width;
  int64_t work = vector ? p.width : 1;
  if (loops.d[0] && !emit_nest_parallel(b, loops, work, pack_element, &p)) return false;
  return side_last(&t->y) % p.width == 0 || dot_pack_rest(b, t);
}

// Worth it when rows are many, or n does not lie contiguous.
bool dot_pack_suits(const Dot *t) {
  if (!optimise_by(OPTIMISE_PANELS)) return false;
  if (!t->y.free.n || t->k->in[t->y.operand].uniform || element_is_bool(t->sum)) return false;
  int64_t m = side_last(&t->x), n = side_last(&t->y), bytes = element_bits(t->sum) / 8 * n;
  for (int i = 0; i < t->y.contract.n; i++)
    bytes *= t->y.d.d[t->y.contract.d[i]];
  if (n < 2) return false;
  bool worth = bytes > PACK_BYTES || (n % dot_lanes(t) > 4 && n < 4 * dot_lanes(t));
  return m >= 4 && (!side_is_last(&t->y, t->y.free) || (m >= 4 * ROWS && worth));
}

Val dot_pack_scratch(Build *b, const Dot *t) {
  int w = dot_lanes(t);
  int64_t n = side_last(&t->y), k = 1;
  for (int i = 0; i < t->y.contract.n; i++)
    k *= t->y.d.d[t->y.contract.d[i]];
  return kernel_scratch(b, type_tensor(t->sum, (Dims){3, {(n + w - 1) / w, k, w}}));
}


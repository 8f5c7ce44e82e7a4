// blocks.c -- loops whose sums do not lose digits.
//
//   for i in 0 .. n {          total: f64 = init
//     s = s + x[i]        ->   for k in 0 .. n by 32 {
//   }                            s: f32 = 0
//                                for i in k .. min(k + 32, n) { s = s + x[i] }
//                                total = total + s
//                              }
#include "lower/ops/blocks.h"

#include "lower/ops/lane.h"

typedef struct Blocks {
  const BlockLoop *l;
  const bool *total; // of each value: it is a sum of f32
  LoopFn *body;
  void *ctx;
} Blocks;

int64_t block_steps(int64_t terms, int64_t inner) { return inner < terms ? terms / inner : 1; }

static Val widened(Build *b, const BlockLoop *l, Val x) {
  return l->narrow ? x : emit1(b, "arith.extf", x, type_like(x, mlirF64TypeGet(b->ctx)));
}

static Val zero_like(Build *b, MlirType t) {
  Val zero = emit_float(b, type_lane(t), 0);
  return mlirTypeIsAVector(t) ? emit1(b, "vector.broadcast", zero, t) : zero;
}

static bool block_body(Build *b, void *ctx, Val k, const Val *totals, Val *out) {
  Blocks *s = ctx;
  const BlockLoop *l = s->l;
  Val *x = ARENA_ARRAY(b->arena, Val, l->n), *y = ARENA_ARRAY(b->arena, Val, l->n);
  for (int i = 0; i < l->n; i++) {
    x[i] = s->total[i] ? zero_like(b, type_like(totals[i], mlirF32TypeGet(b->ctx))) : totals[i];
  }
  Val end = emit_add(b, k, emit_index(b, l->block * l->step));
  Val hi = emit_bin(b, "arith.minsi", end, l->hi);
  if (!emit_for(b, k, hi, emit_index(b, l->step), l->n, x, s->body, s->ctx, y)) return false;
  for (int i = 0; i < l->n; i++)
    out[i] = s->total[i] ? emit_add(b, totals[i], widened(b, l, y[i])) : y[i];
  return true;
}

bool emit_for_blocks(Build *b, const BlockLoop *l, const Val *init, LoopFn *body, void *ctx,
                     Val *out) {
  Val *x = ARENA_ARRAY(b->arena, Val, l->n);
  bool *total = ARENA_ARRAY(b->arena, bool, l->n), any = false;
  for (int i = 0; i < l->n; i++) {
    total[i] = l->sums[i] && mlirTypeIsAF32(type_lane(mlirValueGetType(init[i])));
    any = any || total[i];
  }
  if (!any || l->trips <= l->block)
    return emit_for(b, l->lo, l->hi, emit_index(b, l->step), l->n, init, body, ctx, out);
  for (int i = 0; i < l->n; i++)
    x[i] = total[i] ? widened(b, l, init[i]) : init[i];
  Blocks s = {l, total, body, ctx};
  Val by = emit_index(b, l->block * l->step);
  if (!emit_for(b, l->lo, l->hi, by, l->n, x, block_body, &s, x)) return false;
  for (int i = 0; i < l->n; i++)
    out[i] = total[i] && !l->narrow
                 ? emit1(b, "arith.truncf", x[i], mlirValueGetType(init[i]))
                 : x[i];
  return true;
}

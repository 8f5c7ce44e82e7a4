// argreduce.c -- positions of extrema along an axis.
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

typedef struct Search {
  const Kernel *k;
  int axis, rank;
  bool min;
  const Val *at; // the result's indices
} Search;

// x[.., i, ..]
static Val search_read(Build *b, const Search *s, Val i) {
  MlirType e = type_element(s->k->in[0].type);
  Val idx[MAX_RANK];
  for (int n = 0, m = 0; n < s->rank; n++)
    idx[n] = n == s->axis ? i : s->at[m++];
  Val x = kernel_read(b, s->k, 0, idx);
  return element_is_float(e) && element_bits(e) == 16 ? lane_convert(b, x, e, type_f32(b)) : x;
}

// Better: beyond the best so far, or the first nan.
static bool search_step(Build *b, void *ctx, Val i, const Val *best, Val *y) {
  const Search *s = ctx;
  MlirType e = type_element(s->k->in[0].type);
  Val x = search_read(b, s, i);
  Val better = s->min ? lane_less(b, x, best[0], e) : lane_less(b, best[0], x, e);
  if (element_is_float(e)) {
    Val nan = emit_cmp(b, "uno", x, x), known = emit_cmp(b, "ord", best[0], best[0]);
    Val first = emit_bin(b, "arith.andi", nan, known);
    better = emit_bin(b, "arith.ori", better, first);
  }
  y[0] = emit_select(b, better, x, best[0]);
  y[1] = emit_select(b, better, i, best[1]);
  return true;
}

static bool search_line(Build *b, void *ctx, const Val *i) {
  Search *s = ctx;
  s->at = i;
  Val zero = emit_index(b, 0), one = emit_index(b, 1);
  Val n = emit_index(b, type_dims(s->k->in[0].type).d[s->axis]);
  Val best[] = {search_read(b, s, zero), zero}, y[2];
  if (!emit_for(b, one, n, one, 2, best, search_step, s, y)) return false;
  kernel_write(b, s->k, 0, i, index_as(b, y[1], type_element(s->k->dst[0].type)));
  return true;
}

static bool kernel_search(Kernel *k, const OpCall *c, Val *out, bool min) {
  if (!lane_supported(c)) return false;
  Search s = {k, (int)attr_int(c->attrs, "axis"), type_rank(k->in[0].type), min, NULL};
  out[0] = VAL_NONE;
  return emit_nest_parallel(&k->b, type_dims(c->out[0]), 4 * type_dims(k->in[0].type).d[s.axis],
                            search_line, &s);
}
static bool kernel_argmax(Kernel *k, const OpCall *c, Val *out) {
  return kernel_search(k, c, out, false);
}
static bool kernel_argmin(Kernel *k, const OpCall *c, Val *out) {
  return kernel_search(k, c, out, true);
}
const OpLower lower_argmax = {.kernel = kernel_argmax};
const OpLower lower_argmin = {.kernel = kernel_argmin};

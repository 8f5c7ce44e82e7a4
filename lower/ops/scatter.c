// scatter.c -- windows of an array combined with updates, in row-major order of the indices.
#include <string.h>

#include "lower/math/math.h"
#include "lower/ops/index.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

// The new element from the old one and the update.
typedef Val CombineFn(Build *b, Val x, Val u, MlirType e);

typedef struct Scatter {
  const Kernel *k;
  const OpCall *c;
  IndexSpec spec;
  Dims window, kept; // dimensions of updates, of x, that a window runs over
  Dims order;        // loop n runs over dimension order[n] of updates: index dimensions first
  CombineFn *combine;
} Scatter;

typedef struct ScatterOne {
  const Scatter *s;
  const Val *u, *j;
} ScatterOne;

static bool scatter_store(Build *b, void *ctx, bool then, Val *y) {
  const ScatterOne *o = ctx;
  const Kernel *k = o->s->k;
  if (!then) return true;
  MlirType e = type_element(k->in[0].type);
  Val u = kernel_read(b, k, 2, o->u);
  if (o->s->combine) u = o->s->combine(b, kernel_read_result(b, k, 0, o->j), u, e);
  kernel_write(b, k, 0, o->j, u);
  return true;
}

static bool scatter_element(Build *b, void *ctx, const Val *i) {
  const Scatter *s = ctx;
  Val u[MAX_RANK], batch[MAX_RANK], j[MAX_RANK], inside;
  int nbatch = s->order.n - s->window.n;
  for (int n = 0; n < s->order.n; n++)
    u[s->order.d[n]] = i[n];
  for (int n = 0; n < nbatch; n++)
    batch[n] = i[n];
  index_vector(b, s->k, &s->spec, batch, j, &inside);
  for (int n = 0; n < s->kept.n; n++)
    j[s->kept.d[n]] = emit_add(b, j[s->kept.d[n]], u[s->window.d[n]]);
  ScatterOne o = {s, u, j};
  if (val_is_none(inside)) return scatter_store(b, &o, true, NULL);
  return emit_if(b, inside, 0, NULL, scatter_store, &o, NULL);
}

static bool kernel_scatter_with(Kernel *k, const OpCall *c, Val *out, CombineFn *combine) {
  const char *mode = attr_text(k->b.arena, c->attrs, "mode");
  Dims x = val_dims(c->in[0]), u = val_dims(c->in[2]);
  Dims inserted = attr_dims(c->attrs, "inserted_window_dims"), loops = {0};
  Scatter s = {.k = k,
               .c = c,
               .spec = {.map = attr_dims(c->attrs, "scatter_dims_to_operand_dims"),
                        .x_batch = attr_dims(c->attrs, "operand_batching_dims"),
                        .i_batch = attr_dims(c->attrs, "scatter_indices_batching_dims"),
                        .size = x,
                        .drop = strcmp(mode, "clip") != 0},
               .window = attr_dims(c->attrs, "update_window_dims"),
               .combine = combine};
  for (int n = 0; n < x.n; n++) {
    s.spec.size.d[n] = 1;
    if (dims_has(inserted, n) || dims_has(s.spec.x_batch, n)) continue;
    s.spec.size.d[n] = u.d[s.window.d[s.kept.n]];
    s.kept.d[s.kept.n++] = n;
  }
  for (int pass = 0; pass < 2; pass++)
    for (int n = 0; n < u.n; n++)
      if (dims_has(s.window, n) == (pass == 1))
        s.order.d[s.order.n++] = n, loops.d[loops.n++] = u.d[n];
  out[0] = VAL_NONE;
  return kernel_start_from(k, 0, 0) && emit_nest(&k->b, loops, scatter_element, &s);
}

static Val in_float(Build *b, Val x, Val u, MlirType e, Val (*fn)(Build *, Val, Val)) {
  MlirType wide = element_is_float(e) && element_bits(e) == 16 ? type_f32(b) : e;
  x = lane_convert(b, x, e, wide), u = lane_convert(b, u, e, wide);
  return lane_convert(b, fn(b, x, u), wide, e);
}
static Val combine_add(Build *b, Val x, Val u, MlirType e) {
  return element_is_bool(e) ? m_or(b, x, u) : in_float(b, x, u, e, emit_add);
}
static Val combine_sub(Build *b, Val x, Val u, MlirType e) {
  return in_float(b, x, u, e, emit_sub);
}

// By the real parts, by the imaginary ones where these are equal; u unless x is better.
static Val complex_extremum(Build *b, Val x, Val u, MlirType e, const char *better) {
  MlirType part = element_part(e);
  Val xr = emit1(b, "complex.re", x, part), xi = emit1(b, "complex.im", x, part);
  Val ur = emit1(b, "complex.re", u, part), ui = emit1(b, "complex.im", u, part);
  Val tie = emit_cmp(b, "oeq", xr, ur), by_re = emit_cmp(b, better, xr, ur);
  Val by_im = emit_cmp(b, better, xi, ui);
  return emit_select(b, emit_select(b, tie, by_im, by_re), x, u);
}

static Val combine_mul(Build *b, Val x, Val u, MlirType e) {
  if (element_is_complex(e)) return emit_bin(b, "complex.mul", x, u);
  return element_is_bool(e) ? m_and(b, x, u) : in_float(b, x, u, e, emit_mul);
}
static Val combine_max(Build *b, Val x, Val u, MlirType e) {
  return element_is_complex(e) ? complex_extremum(b, x, u, e, "ogt") : lane_max(b, x, u, e, false);
}
static Val combine_min(Build *b, Val x, Val u, MlirType e) {
  return element_is_complex(e) ? complex_extremum(b, x, u, e, "olt") : lane_max(b, x, u, e, true);
}

#define SCATTER(name, combine)                                                                     \
  static bool kernel_##name(Kernel *k, const OpCall *c, Val *out) {                                \
    return kernel_scatter_with(k, c, out, combine);                                                \
  }                                                                                                \
  const OpLower lower_##name = {.kernel = kernel_##name, .flags = LOWER_INPLACE};
SCATTER(scatter, NULL)
SCATTER(scatter_add, combine_add)
SCATTER(scatter_sub, combine_sub)
SCATTER(scatter_mul, combine_mul)
SCATTER(scatter_max, combine_max)
SCATTER(scatter_min, combine_min)

// window.c -- sliding windows: for each element of the result, a loop over its window.
//
// An operand with padding or a base dilation is first copied into scratch memory where both are
// written out, so that the loops over windows have no conditions.
#include "dialect/ops/window.h"

#include <string.h>

#include "lower/host/host.h"
#include "lower/math/math.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

//===-- padding --------------------------------------------------------------------------===//

// An operand as the windows see it.
typedef struct Source {
  const Kernel *k;
  int operand;
  MlirType type; // of the padded array
  Val mem;       // none: the operand itself
  Val fill;
  Dims low, base, first; // element first + i of the operand goes to low + (first + i) base
} Source;

static Val source_read(Build *b, const Source *s, const Val *idx) {
  if (val_is_none(s->mem)) return kernel_read(b, s->k, s->operand, idx);
  return mem_read(b, s->mem, s->type, idx);
}

static bool source_fill(Build *b, void *ctx, const Val *i) {
  const Source *s = ctx;
  mem_write(b, s->mem, s->type, i, s->fill);
  return true;
}

static bool source_copy(Build *b, void *ctx, const Val *i) {
  const Source *s = ctx;
  Val x[MAX_RANK], y[MAX_RANK];
  for (int n = 0; n < s->low.n; n++) {
    x[n] = index_add(b, i[n], s->first.d[n]);
    y[n] = index_add(b, index_mul(b, x[n], s->base.d[n]), s->low.d[n]);
  }
  mem_write(b, s->mem, s->type, y, kernel_read(b, s->k, s->operand, x));
  return true;
}

static int64_t floor_div(int64_t x, int64_t y) { return x >= 0 ? x / y : -((y - 1 - x) / y); }

// The part of d elements, from *first on, that lands in `room` places: how many.
static int64_t inside(int64_t d, int64_t low, int64_t base, int64_t room, int64_t *first) {
  int64_t end = floor_div(room - 1 - low, base) + 1;
  *first = low < 0 ? floor_div(-low + base - 1, base) : 0;
  if (end > d) end = d;
  return end > *first ? end - *first : 0;
}

static bool source_open(Kernel *k, Source *s, int operand, const Window *w, Val fill) {
  Dims d = type_dims(k->in[operand].type), to = d, count = d;
  *s = (Source){k, operand, k->in[operand].type, VAL_NONE, fill, w->low, w->base, d};
  bool same = true;
  for (int n = 0; n < d.n; n++) {
    to.d[n] = window_span(d.d[n], w->base.d[n]) + w->low.d[n] + w->high.d[n];
    if (to.d[n] < 0) to.d[n] = 0;
    count.d[n] = inside(d.d[n], w->low.d[n], w->base.d[n], to.d[n], &s->first.d[n]);
    same &= !w->low.d[n] && !w->high.d[n] && w->base.d[n] == 1;
  }
  if (same || !dims_product(to)) return true;
  s->type = type_with_dims(s->type, to);
  s->mem = kernel_scratch(&k->b, s->type);
  return emit_nest_parallel(&k->b, to, 1, source_fill, s) &&
         (!dims_product(count) || emit_nest_parallel(&k->b, count, 1, source_copy, s));
}

// What padding counts as for a maximum or minimum.
static Val worst(Build *b, MlirType e, bool max) {
  MlirType t = type_scalar(e);
  int bits = element_bits(e);
  if (element_is_float(e)) return emit_number(b, e, max ? -__builtin_inf() : __builtin_inf());
  if (element_is_bool(e)) return emit_int(b, t, !max);
  if (element_is_unsigned(e)) return emit_int(b, t, max ? 0 : -1);
  int64_t least = (int64_t)((uint64_t)-1 << (bits - 1));
  return emit_int(b, t, max ? least : ~least);
}

//===-- the loops over a window ----------------------------------------------------------===//

// One element of a window: its index in the padded operand, its number, what is carried.
typedef bool TapFn(Build *b, void *ctx, const Val *idx, Val number, const Val *x, Val *y);

typedef struct Taps {
  const Window *w;
  const Val *at; // the window's index
  TapFn *fn;
  void *ctx;
  int n, depth;
  Val idx[MAX_RANK], number; // number: so far, of type i32
} Taps;

static bool taps_level(Build *b, void *ctx, Val j, const Val *x, Val *y);

static bool taps_open(Build *b, Taps *t, const Val *x, Val *y) {
  int d = t->depth;
  if (d == t->w->size.n) return t->fn(b, t->ctx, t->idx, t->number, x, y);
  Val zero = emit_index(b, 0);
  if (t->w->size.d[d] == 1) return taps_level(b, t, zero, x, y);
  Val hi = emit_index(b, t->w->size.d[d]), one = emit_index(b, 1);
  return emit_for(b, zero, hi, one, t->n, x, taps_level, t, y);
}

static bool taps_level(Build *b, void *ctx, Val j, const Val *x, Val *y) {
  Taps *t = ctx;
  const Window *w = t->w;
  int d = t->depth++;
  Val number = t->number, base = index_mul(b, t->at[d], w->stride.d[d]);
  if (w->size.d[d] == 1) {
    t->idx[d] = base;
  } else {
    Val off = index_mul(b, j, w->dilation.d[d]);
    t->idx[d] = emit_add(b, base, off);
    MlirType i32 = type_int(b, 32);
    Val size = emit_int(b, i32, w->size.d[d]), own = emit_index_cast(b, j, i32);
    t->number = emit_add(b, emit_mul(b, number, size), own);
  }
  bool ok = taps_open(b, t, x, y);
  t->number = number;
  t->depth--;
  return ok;
}

// fn for each element of the window at `at`, with n carried values.
static bool emit_taps(Build *b, Taps t, const Val *x, Val *y) {
  t.number = emit_int(b, type_int(b, 32), 0);
  return taps_open(b, &t, x, y);
}

//===-- reduce_window --------------------------------------------------------------------===//

typedef struct Reduction {
  Kernel *k;
  Window w;
  Source x;
  OpKind kind;
  MlirType e, wide; // of the elements, of the sums
} Reduction;

static bool reduce_tap(Build *b, void *ctx, const Val *idx, Val number, const Val *x, Val *y) {
  const Reduction *r = ctx;
  Val v = lane_convert(b, source_read(b, &r->x, idx), r->e, r->wide);
  if (r->kind == OP_REDUCE_WINDOW_SUM) y[0] = emit_add(b, x[0], v);
  else y[0] = lane_max(b, x[0], v, r->wide, r->kind == OP_REDUCE_WINDOW_MIN);
  return true;
}

static bool reduce_element(Build *b, void *ctx, const Val *i) {
  Reduction *r = ctx;
  MlirType s = type_scalar(r->wide);
  Val z = worst(b, r->wide, r->kind == OP_REDUCE_WINDOW_MAX);
  if (r->kind == OP_REDUCE_WINDOW_SUM)
    z = element_is_float(r->wide) ? emit_float(b, s, 0) : emit_int(b, s, 0);
  Taps t = {.w = &r->w, .at = i, .fn = reduce_tap, .ctx = r, .n = 1};
  Val y;
  if (!emit_taps(b, t, &z, &y)) return false;
  kernel_write(b, r->k, 0, i, lane_convert(b, y, r->wide, r->e));
  return true;
}

static bool kernel_reduce_window(Kernel *k, const OpCall *c, Val *out) {
  if (!lane_supported(c)) return false;
  Build *b = &k->b;
  MlirType e = val_element(c->in[0]);
  bool half = element_is_float(e) && element_bits(e) == 16;
  Reduction r = {k, window_of(c->attrs), {0}, c->kind, e, half ? type_f32(b) : e};
  Val zero = element_is_float(e) ? emit_number(b, e, 0) : emit_int(b, type_scalar(e), 0);
  Val fill = c->kind == OP_REDUCE_WINDOW_SUM ? zero : worst(b, e, c->kind == OP_REDUCE_WINDOW_MAX);
  out[0] = VAL_NONE;
  return source_open(k, &r.x, 0, &r.w, fill) &&
         emit_nest_parallel(b, type_dims(c->out[0]), dims_product(r.w.size), reduce_element, &r);
}
const OpLower lower_reduce_window_sum = {.kernel = kernel_reduce_window};
const OpLower lower_reduce_window_max = {.kernel = kernel_reduce_window};
const OpLower lower_reduce_window_min = {.kernel = kernel_reduce_window};

//===-- select_and_gather_add, select_and_scatter_add ----------------------------------------===//

typedef struct Selection {
  Kernel *k;
  Window w;
  Source x, t; // the operand; gather: the tangents
  bool max;
  MlirType e;
  Val at[MAX_RANK], u, best; // scatter: the source's element and the number of its place
  MlirType type;             // scatter: of the padded result ...
  Val mem;                   // ... and its memory
} Selection;

// Whether z is replaced by v: unless z >= v (z <= v).
static Val beaten(Build *b, const Selection *s, Val z, Val v) {
  MlirType e = s->e;
  if (element_is_float(e) && element_bits(e) == 16) {
    z = lane_convert(b, z, e, type_f32(b)), v = lane_convert(b, v, e, type_f32(b));
    e = type_f32(b);
  }
  if (element_is_float(e)) return emit_cmp(b, s->max ? "ult" : "ugt", z, v);
  return s->max ? lane_less(b, z, v, e) : lane_less(b, v, z, e);
}

static bool gather_tap(Build *b, void *ctx, const Val *idx, Val number, const Val *x, Val *y) {
  const Selection *s = ctx;
  Val v = source_read(b, &s->x, idx), t = source_read(b, &s->t, idx);
  Val other = beaten(b, s, x[0], v);
  y[0] = emit_select(b, other, v, x[0]);
  y[1] = emit_select(b, other, t, x[1]);
  return true;
}

static Val zero_of(Build *b, MlirType e) {
  return element_is_float(e) ? emit_number(b, e, 0) : emit_int(b, type_scalar(e), 0);
}

static bool gather_element(Build *b, void *ctx, const Val *i) {
  Selection *s = ctx;
  Val z = worst(b, s->e, s->max), y[2];
  Val init[] = {z, zero_of(b, s->e)};
  Taps t = {.w = &s->w, .at = i, .fn = gather_tap, .ctx = s, .n = 2};
  if (!emit_taps(b, t, init, y)) return false;
  kernel_write(b, s->k, 0, i, y[1]);
  return true;
}

static Selection selection_of(Kernel *k, const OpCall *c) {
  return (Selection){.k = k,
                     .w = window_of(c->attrs),
                     .max = !strcmp(attr_text(k->b.arena, c->attrs, "select"), "ge"),
                     .e = val_element(c->in[1])};
}

static bool kernel_select_and_gather_add(Kernel *k, const OpCall *c, Val *out) {
  Selection s = selection_of(k, c);
  Build *b = &k->b;
  Val fill = worst(b, s.e, s.max), zero = zero_of(b, s.e);
  out[0] = VAL_NONE;
  return source_open(k, &s.x, 1, &s.w, fill) && source_open(k, &s.t, 0, &s.w, zero) &&
         emit_nest_parallel(b, type_dims(c->out[0]), 2 * dims_product(s.w.size), gather_element,
                            &s);
}
const OpLower lower_select_and_gather_add = {.kernel = kernel_select_and_gather_add};

static bool find_tap(Build *b, void *ctx, const Val *idx, Val number, const Val *x, Val *y) {
  const Selection *s = ctx;
  Val v = source_read(b, &s->x, idx), other = beaten(b, s, x[0], v);
  y[0] = emit_select(b, other, v, x[0]);
  y[1] = emit_select(b, other, number, x[1]);
  return true;
}

// Adds the element, or 0: without a condition, so that neighbours are done together.
static bool add_tap(Build *b, void *ctx, const Val *idx, Val number, const Val *x, Val *y) {
  const Selection *s = ctx;
  Val zero = zero_of(b, s->e), old = mem_read(b, s->mem, s->type, idx);
  Val u = emit_select(b, emit_cmp(b, "eq", number, s->best), s->u, zero);
  bool half = element_is_float(s->e) && element_bits(s->e) == 16;
  MlirType wide = half ? type_f32(b) : s->e;
  old = lane_convert(b, old, s->e, wide), u = lane_convert(b, u, s->e, wide);
  mem_write(b, s->mem, s->type, idx, lane_convert(b, emit_add(b, old, u), wide, s->e));
  return true;
}

static bool scatter_element(Build *b, void *ctx, const Val *i) {
  Selection *s = ctx;
  Val z = worst(b, s->e, s->max), first = emit_int(b, type_int(b, 32), 0), y[2];
  Val init[] = {z, first};
  Taps t = {.w = &s->w, .at = i, .fn = find_tap, .ctx = s, .n = 2};
  if (!emit_taps(b, t, init, y)) return false;
  s->best = y[1];
  s->u = kernel_read(b, s->k, 0, i);
  t.fn = add_tap, t.n = 0;
  return emit_taps(b, t, NULL, NULL);
}

static bool scatter_clear(Build *b, void *ctx, const Val *i) {
  const Selection *s = ctx;
  mem_write(b, s->mem, s->type, i, zero_of(b, s->e));
  return true;
}

static bool result_clear(Build *b, void *ctx, const Val *i) {
  const Selection *s = ctx;
  kernel_write(b, s->k, 0, i, zero_of(b, s->e));
  return true;
}

// What is not padding, from the padded result.
static bool result_copy(Build *b, void *ctx, const Val *i) {
  const Selection *s = ctx;
  Val x[MAX_RANK], y[MAX_RANK];
  for (int n = 0; n < s->x.low.n; n++) {
    y[n] = index_add(b, i[n], s->x.first.d[n]);
    x[n] = index_add(b, y[n], s->x.low.d[n]);
  }
  kernel_write(b, s->k, 0, y, mem_read(b, s->mem, s->type, x));
  return true;
}

static bool result_from_padded(Kernel *k, Selection *s, Dims to) {
  Dims padded = type_dims(s->type), count = to;
  for (int n = 0; n < to.n; n++)
    count.d[n] = inside(to.d[n], s->w.low.d[n], 1, padded.d[n], &s->x.first.d[n]);
  bool whole = dims_equal(count, to);
  return (whole || emit_nest_parallel(&k->b, to, 1, result_clear, s)) &&
         (!dims_product(count) || emit_nest_parallel(&k->b, count, 1, result_copy, s));
}

static bool kernel_select_and_scatter_add(Kernel *k, const OpCall *c, Val *out) {
  Selection s = selection_of(k, c);
  Build *b = &k->b;
  Val fill = worst(b, s.e, s.max);
  Dims from = val_dims(c->in[0]);
  out[0] = VAL_NONE;
  if (!source_open(k, &s.x, 1, &s.w, fill)) return false;
  bool padded = !val_is_none(s.x.mem);
  s.type = s.x.type;
  s.mem = padded ? kernel_scratch(b, s.type) : k->dst_mem[0];
  if (!emit_nest_parallel(b, type_dims(s.type), 1, scatter_clear, &s)) return false;
  bool apart = from.n && s.w.size.d[0] == 1 && s.w.stride.d[0] == 1;
  int64_t work = apart ? 4 * dims_product(s.w.size) : 0;
  if (!emit_nest_parallel(b, from, work, scatter_element, &s)) return false;
  return !padded || result_from_padded(k, &s, type_dims(c->out[0]));
}
const OpLower lower_select_and_scatter_add = {.kernel = kernel_select_and_scatter_add};

// index.c -- slices and gather.
#include "lower/ops/index.h"

#include <string.h>

#include "dialect/support/diag.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

//===-- slice -------------------------------------------------------------------------===//

typedef struct Slice {
  const Kernel *k;
  Dims start, stride;
} Slice;

static bool slice_element(Build *b, void *ctx, const Val *i) {
  const Slice *s = ctx;
  Val j[MAX_RANK];
  for (int n = 0; n < s->start.n; n++)
    j[n] = index_add(b, index_mul(b, i[n], s->stride.d[n]), s->start.d[n]);
  kernel_write(b, s->k, 0, i, kernel_read(b, s->k, 0, j));
  return true;
}

static bool kernel_slice(Kernel *k, const OpCall *c, Val *out) {
  Slice s = {k, attr_dims(c->attrs, "start_indices"), attr_dims(c->attrs, "strides")};
  out[0] = VAL_NONE;
  return emit_nest_parallel(&k->b, type_dims(c->out[0]), 1, slice_element, &s);
}
const OpLower lower_slice = {.kernel = kernel_slice, .flags = LOWER_UNIFORM};

//===-- dynamic slices --------------------------------------------------------------------===//

Val index_clamp(Build *b, Val x, MlirType type, int64_t room) {
  bool u = element_is_unsigned(type);
  if (room <= 0) return emit_index(b, 0);
  Val i = index_from(b, x, type);
  if (u && element_bits(type) == 64) { // as signed it may be negative: it is large
    Val top = emit_index(b, room);
    return emit_bin(b, "arith.minui", i, top);
  }
  Val zero = emit_index(b, 0);
  i = emit_bin(b, "arith.maxsi", i, zero);
  Val top = emit_index(b, room);
  return emit_bin(b, "arith.minsi", i, top);
}

typedef struct Window {
  const Kernel *k;
  Val start[MAX_RANK];
  int rank, in;
} Window;

// Start index n is operand first + n of rank 0; the window is kept inside x.
static void window_starts(Kernel *k, Window *w, int first, Dims size) {
  Dims d = type_dims(k->in[0].type);
  w->k = k, w->rank = d.n;
  for (int n = 0; n < d.n; n++) {
    Arg s = k->in[first + n];
    Val v = s.uniform ? s.v : mem_read(&k->b, k->in_mem[first + n], s.type, NULL);
    w->start[n] = index_clamp(&k->b, v, type_element(s.type), d.d[n] - size.d[n]);
  }
}

static void window_index(Build *b, const Window *w, const Val *i, Val *j) {
  for (int n = 0; n < w->rank; n++)
    j[n] = emit_add(b, w->start[n], i[n]);
}

static bool dynamic_slice_element(Build *b, void *ctx, const Val *i) {
  const Window *w = ctx;
  Val j[MAX_RANK];
  window_index(b, w, i, j);
  kernel_write(b, w->k, 0, i, kernel_read(b, w->k, 0, j));
  return true;
}

static bool kernel_dynamic_slice(Kernel *k, const OpCall *c, Val *out) {
  Window w;
  Dims size = type_dims(c->out[0]);
  window_starts(k, &w, 1, size);
  out[0] = VAL_NONE;
  return emit_nest(&k->b, size, dynamic_slice_element, &w);
}
const OpLower lower_dynamic_slice = {.kernel = kernel_dynamic_slice, .flags = LOWER_UNIFORM};

bool kernel_start_from(Kernel *k, int i, int j) {
  Slice s = {.k = k};
  if (!k->in[j].uniform && mlirValueEqual(k->dst_mem[i], k->in_mem[j])) return true;
  s.start = s.stride = type_dims(k->dst[i].type);
  for (int n = 0; n < s.start.n; n++)
    s.start.d[n] = 0, s.stride.d[n] = 1;
  if (i || j) BUG("only operand 0 becomes result 0");
  return emit_nest_parallel(&k->b, type_dims(k->dst[i].type), 1, slice_element, &s);
}

static bool update_element(Build *b, void *ctx, const Val *i) {
  const Window *w = ctx;
  Val j[MAX_RANK];
  window_index(b, w, i, j);
  kernel_write(b, w->k, 0, j, kernel_read(b, w->k, 1, i));
  return true;
}

static bool kernel_dynamic_update_slice(Kernel *k, const OpCall *c, Val *out) {
  Window w;
  Dims size = val_dims(c->in[1]);
  out[0] = VAL_NONE;
  if (!kernel_start_from(k, 0, 0)) return false;
  window_starts(k, &w, 2, size);
  return emit_nest(&k->b, size, update_element, &w);
}
const OpLower lower_dynamic_update_slice = {.kernel = kernel_dynamic_update_slice,
                                            .flags = LOWER_INPLACE};

//===-- gather ------------------------------------------------------------===//

typedef struct Gather {
  const Kernel *k;
  IndexSpec spec;
  Dims offset, collapsed;
  Dims x, y; // shapes
  Val fill;  // instead of elements outside
} Gather;

// What XLA's gather takes out of range: nan, the smallest signed, the largest unsigned integer,
// true.
static Val default_fill(Build *b, MlirType e) {
  MlirType t = type_scalar(e);
  if (element_is_float(e)) return emit_number(b, e, __builtin_nan(""));
  if (element_is_bool(e)) return emit_int(b, t, 1);
  if (element_is_unsigned(e)) return emit_int(b, t, -1);
  return emit_int(b, t, (int64_t)((uint64_t)-1 << (element_bits(e) - 1)));
}

static Val gather_fill(Build *b, const OpCall *c) {
  MlirType e = val_element(c->in[0]), t = type_scalar(e);
  MlirAttribute a = attr_get(c->attrs, "fill_value");
  if (mlirAttributeIsNull(a)) return default_fill(b, e);
  if (mlirAttributeIsADenseElements(a)) a = mlirDenseElementsAttrGetSplatValue(a);
  if (mlirAttributeIsABool(a)) return emit_int(b, t, mlirBoolAttrGetValue(a));
  bool is_float = mlirAttributeIsAFloat(a);
  if (!is_float && !mlirAttributeIsAInteger(a)) return default_fill(b, e);
  MlirType at = mlirAttributeGetType(a);
  int64_t n = 0;
  if (!is_float && mlirTypeIsAInteger(at) && mlirIntegerTypeIsUnsigned(at))
    n = (int64_t)mlirIntegerAttrGetValueUInt(a);
  else if (!is_float)
    n = mlirTypeIsAInteger(at) && mlirIntegerTypeIsSigned(at) ? mlirIntegerAttrGetValueSInt(a)
                                                              : mlirIntegerAttrGetValueInt(a);
  double f = is_float ? mlirFloatAttrGetValueDouble(a) : (double)n;
  if (element_is_float(e)) return emit_number(b, e, f);
  return emit_int(b, t, is_float ? (int64_t)f : n);
}

void index_vector(Build *b, const Kernel *k, const IndexSpec *s, const Val *batch, Val *j,
                  Val *inside) {
  Dims idx = type_dims(k->in[1].type), x = type_dims(k->in[0].type);
  MlirType e = type_element(k->in[1].type);
  Val at[MAX_RANK];
  for (int n = 0; n < x.n; n++)
    j[n] = emit_index(b, 0);
  for (int n = 0; n < s->x_batch.n; n++)
    j[s->x_batch.d[n]] = batch[s->i_batch.d[n]];
  for (int n = 0; n < idx.n - 1; n++)
    at[n] = batch[n];
  *inside = VAL_NONE;
  for (int n = 0; n < s->map.n; n++) {
    int d = (int)s->map.d[n];
    int64_t room = x.d[d] - s->size.d[d];
    at[idx.n - 1] = emit_index(b, n);
    Val v = kernel_read(b, k, 1, at);
    j[d] = index_clamp(b, v, e, room);
    if (!s->drop) continue;
    Val raw = index_from(b, v, e), top = emit_index(b, room);
    Val ok = emit_cmp(b, "ule", raw, top);
    *inside = val_is_none(*inside) ? ok : emit_bin(b, "arith.andi", *inside, ok);
  }
}

static bool gather_element(Build *b, void *ctx, const Val *i) {
  const Gather *g = ctx;
  Val batch[MAX_RANK], window[MAX_RANK], j[MAX_RANK], inside;
  int nb = 0, nw = 0;
  for (int n = 0; n < g->y.n; n++) {
    if (dims_has(g->offset, n))
      window[nw++] = i[n];
    else
      batch[nb++] = i[n];
  }
  index_vector(b, g->k, &g->spec, batch, j, &inside);
  for (int n = 0, w = 0; n < g->x.n; n++)
    if (!dims_has(g->collapsed, n) && !dims_has(g->spec.x_batch, n))
      j[n] = emit_add(b, j[n], window[w++]);
  Val v = kernel_read(b, g->k, 0, j);
  if (!val_is_none(inside)) v = emit_select(b, inside, v, g->fill);
  kernel_write(b, g->k, 0, i, v);
  return true;
}

static bool kernel_gather(Kernel *k, const OpCall *c, Val *out) {
  if (element_is_complex(val_element(c->in[0])))
    return lower_error(c, "complex numbers cannot be compiled yet");
  const char *mode = attr_text(k->b.arena, c->attrs, "mode");
  Gather g = {.k = k,
              .spec = {.map = attr_dims(c->attrs, "start_index_map"),
                       .x_batch = attr_dims(c->attrs, "operand_batching_dims"),
                       .i_batch = attr_dims(c->attrs, "start_indices_batching_dims"),
                       .size = attr_dims(c->attrs, "slice_sizes"),
                       .drop = !strcmp(mode, "fill")},
              .offset = attr_dims(c->attrs, "offset_dims"),
              .collapsed = attr_dims(c->attrs, "collapsed_slice_dims"),
              .x = val_dims(c->in[0]),
              .y = type_dims(c->out[0])};
  if (g.spec.drop) g.fill = gather_fill(&k->b, c);
  out[0] = VAL_NONE;
  return emit_nest_parallel(&k->b, g.y, 4, gather_element, &g);
}
const OpLower lower_gather = {.kernel = kernel_gather};

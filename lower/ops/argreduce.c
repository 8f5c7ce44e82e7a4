// argreduce.c -- positions of extrema along an axis.
//
// Lines along memory and lines side by side are searched in vectors: each lane keeps the best of
// the elements that it has seen, and its position.  Of a line along memory the lanes' bests are
// compared at last, of equal ones the first counts, so that the vectors' width changes nothing.
#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/math/math.h"
#include "lower/ops/dot.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

typedef struct Search {
  const Kernel *k;
  Dims d; // of the operand
  int axis;
  bool min;
  int width;     // lanes that are searched at once
  bool along;    // the lanes lie along the axis
  const Val *at; // the result's indices
  int64_t first; // of lines side by side: where the columns of a loop begin
} Search;

static MlirType search_element(const Search *s) { return type_element(s->k->in[0].type); }

// What is compared: vectors of integers below 32 bits are compared as i32.
static MlirType search_type(Build *b, const Search *s) {
  MlirType e = search_element(s);
  if (element_is_float(e)) return element_bits(e) == 16 ? type_f32(b) : e;
  if (s->width == 1 || element_bits(e) >= 32) return e;
  return mlirIntegerTypeGet(b->ctx, 32);
}

// x[.., i, ..]: `width` elements from there on.
static Val search_read(Build *b, const Search *s, Val i) {
  MlirType e = search_element(s);
  Val idx[MAX_RANK];
  for (int n = 0, m = 0; n < s->d.n; n++)
    idx[n] = n == s->axis ? i : s->at[m++];
  if (s->width == 1) return lane_convert(b, kernel_read(b, s->k, 0, idx), e, search_type(b, s));
  Val x = dot_load_vector(b, s->k->in_mem[0], s->d.n, idx, s->width);
  if (element_is_bool(e)) x = emit1(b, "arith.trunci", x, type_like(x, type_int(b, 1)));
  return lane_convert(b, x, e, search_type(b, s));
}

// The positions of the elements at i: i itself, or integers as wide as the elements compared.
static Val search_position(Build *b, const Search *s, Val i) {
  if (s->width == 1) return i;
  int bits = element_bits(search_type(b, s));
  Val all = dot_vector(b, emit_index_cast(b, i, type_int(b, bits)), s->width);
  if (!s->along) return all;
  MlirType t = type_like(all, type_index(b));
  Val lane = emit(b, "vector.step", 0, NULL, t, mlirAttributeGetNull());
  return emit_add(b, all, emit_index_cast(b, lane, mlirValueGetType(all)));
}

// Better: beyond the best so far, or the first nan.
static bool search_step(Build *b, void *ctx, Val i, const Val *best, Val *y) {
  const Search *s = ctx;
  MlirType e = search_type(b, s);
  Val x = search_read(b, s, i), better;
  if (element_is_float(e)) {
    Val beyond = emit_cmp(b, s->min ? "ult" : "ugt", x, best[0]);
    better = m_and(b, beyond, emit_cmp(b, "ord", best[0], best[0]));
  } else {
    better = s->min ? lane_less(b, x, best[0], e) : lane_less(b, best[0], x, e);
  }
  y[0] = emit_select(b, better, x, best[0]);
  y[1] = emit_select(b, better, search_position(b, s, i), best[1]);
  return true;
}

static Val best_of_lanes(Build *b, void *ctx, Val x, Val y) {
  const Search *s = ctx;
  return lane_max(b, x, y, search_type(b, s), s->min);
}

static Val least(Build *b, void *ctx, Val x, Val y) {
  (void)ctx;
  return emit_bin(b, "arith.minsi", x, y);
}

// The first position of the best of all lanes.
static Val search_fold(Build *b, Search *s, Val best, Val position) {
  MlirType t = mlirValueGetType(position);
  int bits = element_bits(type_lane(t));
  Val all = dot_vector(b, emit_fold_lanes(b, best, best_of_lanes, s), s->width), is;
  if (element_is_float(search_type(b, s)))
    is = m_or(b, emit_cmp(b, "oeq", best, all), emit_cmp(b, "uno", best, best));
  else
    is = emit_cmp(b, "eq", best, all);
  Val none = emit_int(b, t, bits == 64 ? INT64_MAX : INT32_MAX);
  return emit_fold_lanes(b, emit_select(b, is, position, none), least, NULL);
}

static void search_write(Build *b, const Search *s, Val position) {
  MlirType e = type_element(s->k->dst[0].type);
  MlirType lane = type_lane(mlirValueGetType(position));
  if (s->width == 1 || s->along) {
    position = emit_index_cast(b, position, type_index(b));
    kernel_write(b, s->k, 0, s->at, index_as(b, position, e));
    return;
  }
  Val x[MAX_RANK + 2] = {lane_convert(b, position, lane, e), s->k->dst_mem[0]};
  memcpy(x + 2, s->at, sizeof *x * (size_t)(s->d.n - 1));
  emit_op(b, "vector.store", s->d.n + 1, x, 0, NULL, mlirAttributeGetNull(), 0, NULL);
}

// One line, or `width` lines side by side.  The last vector along a line begins within the one
// before it.
static bool search_line(Build *b, void *ctx, const Val *i) {
  Search *s = ctx;
  s->at = i;
  int64_t n = s->d.d[s->axis], step = s->along ? s->width : 1, whole = n / step * step;
  Val zero = emit_index(b, 0), y[2];
  Val best[] = {search_read(b, s, zero), search_position(b, s, zero)};
  Val from = emit_index(b, step), to = emit_index(b, whole);
  if (!emit_for(b, from, to, emit_index(b, step), 2, best, search_step, s, y)) return false;
  if (whole < n) {
    memcpy(best, y, sizeof y);
    if (!search_step(b, s, emit_index(b, n - step), best, y)) return false;
  }
  search_write(b, s, s->along ? search_fold(b, s, y[0], y[1]) : y[1]);
  return true;
}

//===-- lines side by side ----------------------------------------------------------------===//

static bool search_columns(Build *b, void *ctx, const Val *i) {
  Search *s = ctx;
  Val at[MAX_RANK];
  memcpy(at, i, sizeof *at * (size_t)(s->d.n - 1));
  Val *last = &at[s->d.n - 2];
  *last = index_add(b, index_mul(b, *last, s->width), s->first);
  return search_line(b, s, at);
}

// All whole vectors of columns, then one that ends with the last column.
static bool search_across(Build *b, Search *s, Dims lines, int64_t work) {
  int64_t columns = lines.d[lines.n - 1], whole = columns / s->width;
  lines.d[lines.n - 1] = whole;
  s->first = 0;
  if (!emit_nest_parallel(b, lines, work * s->width, search_columns, s)) return false;
  if (whole * s->width == columns) return true;
  lines.d[lines.n - 1] = 1;
  s->first = columns - s->width;
  return emit_nest_parallel(b, lines, work * s->width, search_columns, s);
}

//===-- the ops ---------------------------------------------------------------------------===//

// How many lanes: the largest power of two, up to four vectors of columns or two along a line.
static int search_width(const Search *s) {
  MlirType e = search_element(s);
  bool may = optimise_by(OPTIMISE_EXTREMA) && !s->k->in[0].uniform;
  int64_t n = s->d.d[s->along ? s->axis : s->d.n - 1];
  int most = (element_bits(e) == 64 ? 8 : 16) * (s->along ? 2 : 4), w = 1;
  while (may && 2 * w <= n && 2 * w <= most)
    w *= 2;
  return w < 4 ? 1 : w;
}

static bool kernel_search(Kernel *k, const OpCall *c, Val *out, bool min) {
  if (!lane_supported(c)) return false;
  Search s = {.k = k, .d = type_dims(k->in[0].type), .axis = (int)attr_int(c->attrs, "axis")};
  Dims lines = type_dims(c->out[0]);
  int last = s.d.n - 1;
  while (last > s.axis && s.d.d[last] == 1)
    last--;
  s.min = min, s.along = last == s.axis;
  s.width = search_width(&s);
  out[0] = VAL_NONE;
  int64_t work = 4 * s.d.d[s.axis];
  if (s.width > 1 && !s.along) return search_across(&k->b, &s, lines, work);
  s.along = s.along && s.width > 1;
  return emit_nest_parallel(&k->b, lines, work, search_line, &s);
}
static bool kernel_argmax(Kernel *k, const OpCall *c, Val *out) {
  return kernel_search(k, c, out, false);
}
static bool kernel_argmin(Kernel *k, const OpCall *c, Val *out) {
  return kernel_search(k, c, out, true);
}
const OpLower lower_argmax = {.kernel = kernel_argmax};
const OpLower lower_argmin = {.kernel = kernel_argmin};

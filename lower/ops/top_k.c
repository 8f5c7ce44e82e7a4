// top_k.c -- the k largest elements of each line, k small, without sorting it.
//
//   best[0..k) = the first k elements, in order
//   for each vector of the others {
//     if any is above best[k-1] {
//       for each element x of it: if x > best[k-1], x is put in its place and the last one goes
//     }
//   }
//
// Elements are compared as signed integers that order floats totally: -nan < -inf < ... < -0.0 <
// 0.0 < ... < nan.  Of equal ones the first counts, whatever the vectors' width.
#include "lower/math/math.h"
#include "lower/ops/dot.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

typedef struct TopK {
  const Kernel *k;
  Dims d; // of the operand
  int axis, width;
  int64_t count;
  const Val *at;        // the other dimensions' indices
  Val best, where;      // scratch: keys from the largest down, and their positions
  Val key, here, limit; // of the step being emitted: an element's key and place, the list's least
  Val block, before;    // of the vector: its place, the list's least before it
} TopK;

static MlirType key_type(Build *b, const TopK *t) {
  return type_int(b, element_bits(type_element(t->k->in[0].type)) == 64 ? 64 : 32);
}

static void line_at(const TopK *t, Val i, Val *idx) {
  for (int n = 0, m = 0; n < t->d.n; n++)
    idx[n] = n == t->axis ? i : t->at[m++];
}

// The keys of `width` elements from i on.
static Val key_read(Build *b, const TopK *t, Val i, int width) {
  MlirType e = type_element(t->k->in[0].type), to = key_type(b, t);
  int bits = element_bits(e);
  Val idx[MAX_RANK], x;
  line_at(t, i, idx);
  if (width == 1) {
    x = kernel_read(b, t->k, 0, idx);
  } else {
    x = dot_load_vector(b, t->k->in_mem[0], t->d.n, idx, width);
    if (element_is_bool(e)) x = emit1(b, "arith.trunci", x, type_like(x, type_int(b, 1)));
  }
  if (element_is_float(e)) {
    MlirType t_int = type_like(x, type_int(b, bits));
    if (mlirTypeIsAFloat(type_lane(mlirValueGetType(x)))) x = emit1(b, "arith.bitcast", x, t_int);
    Val sign = emit_bin(b, "arith.shrsi", x, emit_int(b, t_int, bits - 1));
    int64_t all_but_sign = (int64_t)(UINT64_MAX >> (65 - bits));
    x = emit_bin(b, "arith.xori", x, m_and(b, sign, emit_int(b, t_int, all_but_sign)));
  }
  if (bits < 32) {
    bool wide = element_is_bool(e) || element_is_unsigned(e);
    return emit1(b, wide ? "arith.extui" : "arith.extsi", x, type_like(x, to));
  }
  if (!element_is_unsigned(e)) return x;
  int64_t lowest = (int64_t)((uint64_t)-1 << (bits - 1));
  return emit_bin(b, "arith.xori", x, emit_int(b, type_like(x, to), lowest));
}

//===-- the list --------------------------------------------------------------------------===//

static Val place_before(Build *b, Val j) { return emit_sub(b, j, emit_index(b, 1)); }

// The one before place j is smaller, so that it makes room.
static Val is_smaller(Build *b, void *ctx, const Val *x) {
  const TopK *t = ctx;
  Val zero = emit_index(b, 0), positive = emit_cmp(b, "sgt", x[0], zero);
  Val before = emit_bin(b, "arith.maxsi", place_before(b, x[0]), zero);
  return m_and(b, positive, emit_cmp(b, "slt", emit_memload(b, t->best, 1, &before), t->key));
}

static bool make_room(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  const TopK *t = ctx;
  (void)i;
  y[0] = place_before(b, x[0]);
  emit_memstore(b, emit_memload(b, t->best, 1, y), t->best, 1, x);
  emit_memstore(b, emit_memload(b, t->where, 1, y), t->where, 1, x);
  return true;
}

// Puts the key of element i in its place; place `last` is free, or its element goes.
static bool list_insert(Build *b, TopK *t, Val key, Val i, Val last) {
  Val place;
  t->key = key;
  if (!emit_while(b, 1, &last, is_smaller, make_room, t, &place)) return false;
  emit_memstore(b, key, t->best, 1, &place);
  emit_memstore(b, emit_index_cast(b, i, type_int(b, 32)), t->where, 1, &place);
  return true;
}

static bool first_step(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  TopK *t = ctx;
  (void)x, (void)y;
  return list_insert(b, t, key_read(b, t, i, 1), i, i);
}

//===-- the line --------------------------------------------------------------------------===//

// The least of the list is carried: where the element is above it, it is another one then.
static bool insert_branch(Build *b, void *ctx, bool then, Val *y) {
  TopK *t = ctx;
  Val last = emit_index(b, t->count - 1);
  if (!then) return y[0] = t->limit, true;
  if (!list_insert(b, t, t->key, t->here, last)) return false;
  y[0] = emit_memload(b, t->best, 1, &last);
  return true;
}

static bool one_step(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  TopK *t = ctx;
  MlirType type = key_type(b, t);
  t->key = key_read(b, t, i, 1), t->limit = x[0], t->here = i;
  Val above = emit_cmp(b, "sgt", t->key, x[0]);
  return emit_if(b, above, 1, &type, insert_branch, t, y);
}

static bool block_branch(Build *b, void *ctx, bool then, Val *y) {
  TopK *t = ctx;
  if (!then) return y[0] = t->before, true;
  Val limit = t->before, end = emit_add(b, t->block, emit_index(b, t->width));
  return emit_for(b, t->block, end, emit_index(b, 1), 1, &limit, one_step, t, y);
}

static Val any_lane(Build *b, void *ctx, Val x, Val y) {
  (void)ctx;
  return m_or(b, x, y);
}

static bool block_step(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  TopK *t = ctx;
  MlirType type = key_type(b, t);
  Val above = emit_cmp(b, "sgt", key_read(b, t, i, t->width), dot_vector(b, x[0], t->width));
  t->before = x[0], t->block = i;
  return emit_if(b, emit_fold_lanes(b, above, any_lane, NULL), 1, &type, block_branch, t, y);
}

static bool write_step(Build *b, void *ctx, Val j, const Val *x, Val *y) {
  const TopK *t = ctx;
  (void)x, (void)y;
  Val from[MAX_RANK], to[MAX_RANK];
  Val i = emit_memload(b, t->where, 1, &j);
  line_at(t, emit_index_cast(b, i, type_index(b)), from);
  line_at(t, j, to);
  kernel_write(b, t->k, 0, to, kernel_read(b, t->k, 0, from));
  kernel_write(b, t->k, 1, to, i);
  return true;
}

static bool top_line(Build *b, void *ctx, const Val *at) {
  TopK *t = ctx;
  Dims list = {1, {t->count}};
  t->at = at;
  t->best = kernel_scratch(b, type_tensor(key_type(b, t), list));
  t->where = kernel_scratch(b, type_tensor(type_int(b, 32), list));
  int64_t n = t->d.d[t->axis], rest = n - t->count, whole = n - rest % t->width;
  Val zero = emit_index(b, 0), one = emit_index(b, 1), k = emit_index(b, t->count);
  if (!emit_for(b, zero, k, one, 0, NULL, first_step, t, NULL)) return false;
  Val last = place_before(b, k), limit = emit_memload(b, t->best, 1, &last);
  Val mid = emit_index(b, whole), end = emit_index(b, n), by = emit_index(b, t->width);
  if (t->width > 1 && !emit_for(b, k, mid, by, 1, &limit, block_step, t, &limit)) return false;
  Val from = t->width > 1 ? mid : k;
  return emit_for(b, from, end, one, 1, &limit, one_step, t, &limit) &&
         emit_for(b, zero, k, one, 0, NULL, write_step, t, NULL);
}

static bool kernel_top_k(Kernel *k, const OpCall *c, Val *out) {
  TopK t = {.k = k, .d = type_dims(k->in[0].type), .axis = (int)attr_int(c->attrs, "axis")};
  t.count = attr_int(c->attrs, "k");
  Dims lines = {0};
  for (int n = 0; n < t.d.n; n++)
    if (n != t.axis) lines.d[lines.n++] = t.d.d[n];
  int most = element_bits(type_element(k->in[0].type)) == 64 ? 16 : 32;
  bool row = t.axis == t.d.n - 1 && !k->in[0].uniform;
  t.width = row && t.d.d[t.axis] - t.count >= most ? most : 1;
  out[0] = out[1] = VAL_NONE;
  int64_t steps = t.d.d[t.axis] / t.width + t.count * t.count;
  return emit_nest_parallel(&k->b, lines, 4 * steps, top_line, &t);
}
const OpLower lower_top_k = {.kernel = kernel_top_k};

// dot.c -- contractions: sums of products over dimensions, result [batch, x's free, y's free].
//
// The last free dimension of each operand (m and n) is cut in tiles of ROWS times a vector; a
// tile's sums stay in registers while the contracted dimensions run in order, each step one fused
// multiply-add: left to right, whatever the tiling; many steps in parts, between which the sums are
// in the result.  y is first copied to [contracted, n] when n is not its last dimension, and in
// panels of a vector's width when it is large. One vector (no n): x and y change places, or, when
// x's rows are contiguous, lanes along the contracted dimension are summed.
#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/math/math.h"
#include "lower/ops/blocks.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

enum {
  ROWS = 6,
  ROW_LANES = 32,
  SHORT = 32,
  PACK_BYTES = 1 << 15,
  BLOCK_BYTES = 1 << 18,
  DEPTH_BYTES = 2048, // of the contracted dimension, added at once where it is much longer
  PER_VECTOR = 4, // what a vector operation counts of the work that is worth threads
  CHAIN = 256, // products of f32 that are added one after the other
  CHAIN_OF_ROW = 1024,
  CHAIN_OF_ONE = 64
};

typedef struct Side {
  int operand;
  Dims d;                     // shape
  Dims batch, contract, free; // dimensions
} Side;

typedef struct Dot {
  const Kernel *k;
  const OpCall *c;
  Side x, y;
  bool swapped; // x is operand 1: its free dimensions come last in the result
  MlirType sum; // cjax element type of the sums
  Val packed;   // y as [panels, contracted, width]; none: y itself
  Val batch[MAX_RANK], m[MAX_RANK], n[MAX_RANK], kk[MAX_RANK];
  int rows, width; // of the tile being emitted
  int64_t lanes;   // of its vectors that are stored; 0: all
  Val from, to;    // the part of the contracted dimension being added; none: all of it
  Val first_row;   // of the block of rows being emitted, which has `block` of them
  int64_t block;
  int level;
} Dot;

static Dims free_dims(Dims d, Dims batch, Dims contract) {
  Dims f = {0};
  for (int i = 0; i < d.n; i++)
    if (!dims_has(batch, i) && !dims_has(contract, i)) f.d[f.n++] = i;
  return f;
}

static int64_t extent(const Side *s, int i) { return s->d.d[s->free.d[i]]; }
static int64_t last_extent(const Side *s) { return s->free.n ? extent(s, s->free.n - 1) : 1; }
static bool is_last(const Side *s, Dims dims) { return dims.n && dims.d[dims.n - 1] == s->d.n - 1; }

//===-- elements --------------------------------------------------------------------------===//

static void side_index(const Dot *t, const Side *s, const Val *free, Val *idx) {
  for (int i = 0; i < s->batch.n; i++)
    idx[s->batch.d[i]] = t->batch[i];
  for (int i = 0; i < s->contract.n; i++)
    idx[s->contract.d[i]] = t->kk[i];
  for (int i = 0; i < s->free.n; i++)
    idx[s->free.d[i]] = free[i];
}

static Val load_vector(Build *b, Val mem, int rank, const Val *idx, int width) {
  Val x[MAX_RANK + 1] = {mem};
  if (width == 1) return emit_memload(b, mem, rank, idx);
  memcpy(x + 1, idx, sizeof *idx * (size_t)rank);
  int64_t w = width;
  MlirType t = mlirVectorTypeGet(1, &w, mlirShapedTypeGetElementType(mlirValueGetType(mem)));
  return emit(b, "vector.load", rank + 1, x, t, mlirAttributeGetNull());
}

// width elements of a side at its free indices, in the sums' type.
static Val side_load(Build *b, const Dot *t, const Side *s, const Val *free, int width) {
  Val idx[MAX_RANK];
  Arg a = t->k->in[s->operand];
  MlirType e = type_element(a.type);
  side_index(t, s, free, idx);
  if (a.uniform || width == 1)
    return lane_convert(b, kernel_read(b, t->k, s->operand, idx), e, t->sum);
  Val v = load_vector(b, t->k->in_mem[s->operand], s->d.n, idx, width);
  if (element_is_bool(e)) v = emit1(b, "arith.trunci", v, type_like(v, type_int(b, 1)));
  return lane_convert(b, v, e, t->sum);
}

static Val to_vector(Build *b, Val x, int width) {
  MlirType t = mlirValueGetType(x);
  int64_t n = width;
  if (width == 1 || mlirTypeIsAVector(t)) return x;
  return emit1(b, "vector.broadcast", x, mlirVectorTypeGet(1, &n, t));
}

static Val multiply_add(Build *b, const Dot *t, Val x, Val y, Val acc) {
  if (element_is_float(t->sum)) return m_mad(b, x, y, acc);
  if (element_is_bool(t->sum)) return m_or(b, acc, m_and(b, x, y));
  return emit_add(b, acc, emit_mul(b, x, y));
}

static Val zero_of(Build *b, const Dot *t) {
  MlirType s = type_scalar(t->sum);
  return element_is_float(t->sum) ? emit_float(b, s, 0) : emit_int(b, s, 0);
}

// One row needs several vectors to be busy.
static int widest(const Dot *t) {
  int w = element_bits(t->sum) == 64 ? 8 : 16;
  return last_extent(&t->x) == 1 ? 4 * w : w;
}

// Result indices for x's and y's free indices.
static int result_index(const Dot *t, const Val *m, const Val *n, Val *idx) {
  int r = 0;
  for (int i = 0; i < t->x.batch.n; i++)
    idx[r++] = t->batch[i];
  const Side *first = t->swapped ? &t->y : &t->x, *second = t->swapped ? &t->x : &t->y;
  for (int i = 0; i < first->free.n; i++)
    idx[r++] = (t->swapped ? n : m)[i];
  for (int i = 0; i < second->free.n; i++)
    idx[r++] = (t->swapped ? m : n)[i];
  return r;
}

// True for the lanes that are stored; none: all are.
static Val lanes_mask(Build *b, const Dot *t) {
  if (!t->lanes) return VAL_NONE;
  int bits[64];
  int64_t n = t->width;
  for (int i = 0; i < n; i++)
    bits[i] = i < t->lanes;
  MlirType type = mlirVectorTypeGet(1, &n, type_int(b, 1));
  return emit_const(b, mlirDenseElementsAttrBoolGet(type, n, bits), type);
}

static void tile_rows(Build *b, const Dot *t, int r, Val *m) {
  int n = t->x.free.n;
  memcpy(m, t->m, sizeof *m * (size_t)n);
  if (n) m[n - 1] = index_add(b, m[n - 1], r);
}

static void result_store(Build *b, const Dot *t, const Val *m, const Val *n, Val v, int width) {
  Val x[MAX_RANK + 2], *idx = x + 2;
  int rank = result_index(t, m, n, idx);
  MlirType e = type_element(t->k->dst[0].type);
  v = lane_convert(b, v, t->sum, e);
  if (width == 1) {
    kernel_write(b, t->k, 0, idx, v);
    return;
  }
  if (element_is_bool(e)) v = emit1(b, "arith.extui", v, type_like(v, type_int(b, 8)));
  x[0] = v, x[1] = t->k->dst_mem[0];
  if (!t->lanes) {
    emit_op(b, "vector.store", rank + 2, x, 0, NULL, mlirAttributeGetNull(), 0, NULL);
    return;
  }
  Val masked[MAX_RANK + 3];
  memcpy(masked, x + 1, sizeof *x * (size_t)(rank + 1));
  masked[rank + 1] = lanes_mask(b, t), masked[rank + 2] = v;
  emit_op(b, "vector.maskedstore", rank + 3, masked, 0, NULL, mlirAttributeGetNull(), 0, NULL);
}

static Val result_load(Build *b, const Dot *t, const Val *m, const Val *n) {
  Val x[MAX_RANK + 3] = {t->k->dst_mem[0]};
  int rank = result_index(t, m, n, x + 1);
  if (!t->lanes) return load_vector(b, x[0], rank, x + 1, t->width);
  MlirType e = mlirShapedTypeGetElementType(mlirValueGetType(x[0]));
  Val zero = to_vector(b, emit_float(b, e, 0), t->width);
  x[rank + 1] = lanes_mask(b, t), x[rank + 2] = zero;
  return emit(b, "vector.maskedload", rank + 3, x, mlirValueGetType(zero), mlirAttributeGetNull());
}

//===-- the contracted dimensions
//--------------------------------------------------------------===//

typedef bool StepFn(Build *b, Dot *t, const Val *acc, Val *y);
typedef struct Contract {
  Dot *t;
  StepFn *step;
  int n; // accumulators
} Contract;

static bool contract_level(Build *b, void *ctx, Val i, const Val *acc, Val *y);

static bool contract_open(Build *b, Contract *c, const Val *acc, Val *y) {
  Dot *t = c->t;
  if (t->level == t->x.contract.n) return c->step(b, t, acc, y);
  int64_t inner = 1;
  for (int i = t->level + 1; i < t->x.contract.n; i++)
    inner *= t->x.d.d[t->x.contract.d[i]];
  static const bool sums[ROWS] = {true, true, true, true, true, true};
  int64_t n = t->x.d.d[t->x.contract.d[t->level]];
  bool row = last_extent(&t->x) == 1, one = row && last_extent(&t->y) == 1;
  int chain = one ? CHAIN_OF_ONE : row && n * inner <= CHAIN_OF_ROW ? CHAIN_OF_ROW : CHAIN;
  bool all = val_is_none(t->from);
  Val lo = all ? emit_index(b, 0) : t->from, hi = all ? emit_index(b, n) : t->to;
  BlockLoop l = {lo, hi, n, 1, block_steps(chain, inner), c->n, sums, c->n > 1};
  return emit_for_blocks(b, &l, acc, contract_level, c, y);
}

static bool contract_level(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Contract *c = ctx;
  c->t->kk[c->t->level++] = i;
  bool ok = contract_open(b, c, acc, y);
  c->t->level--;
  return ok;
}

//===-- tiles
//--------------------------------------------------------------------------------------===//

// The contracted dimensions as one index.
static Val contract_index(Build *b, const Dot *t) {
  Val i = VAL_NONE;
  for (int n = 0; n < t->x.contract.n; n++)
    i = n ? emit_add(b, index_mul(b, i, t->x.d.d[t->x.contract.d[n]]), t->kk[n]) : t->kk[n];
  return val_is_none(i) ? emit_index(b, 0) : i;
}

// One contracted element for all rows of the tile.
static bool tile_step(Build *b, Dot *t, const Val *acc, Val *y) {
  Val v;
  if (val_is_none(t->packed)) {
    v = side_load(b, t, &t->y, t->n, t->width);
  } else {
    Val n = t->n[t->y.free.n - 1], w = emit_index(b, widest(t));
    Val panel = emit_bin(b, "arith.divui", n, w), lane = emit_bin(b, "arith.remui", n, w);
    Val idx[] = {panel, contract_index(b, t), lane};
    v = load_vector(b, t->packed, 3, idx, t->width);
  }
  v = to_vector(b, v, t->width);
  for (int r = 0; r < t->rows; r++) {
    Val m[MAX_RANK];
    tile_rows(b, t, r, m);
    Val x = to_vector(b, side_load(b, t, &t->x, m, 1), t->width);
    y[r] = multiply_add(b, t, x, v, acc[r]);
  }
  return true;
}

// What the tile's sums are before the part: zero, or what the parts before came to.
static bool tile_begin(Build *b, void *ctx, bool first, Val *acc) {
  const Dot *t = ctx;
  for (int r = 0; r < t->rows; r++) {
    Val m[MAX_RANK];
    if (!first) tile_rows(b, t, r, m);
    acc[r] = first ? to_vector(b, zero_of(b, t), t->width) : result_load(b, t, m, t->n);
  }
  return true;
}

static bool tile_open(Build *b, Dot *t, Val *acc) {
  if (val_is_none(t->from)) return tile_begin(b, t, true, acc);
  MlirType types[ROWS], type = mlirValueGetType(to_vector(b, zero_of(b, t), t->width));
  for (int r = 0; r < t->rows; r++)
    types[r] = type;
  Val first = emit_cmp(b, "eq", t->from, emit_index(b, 0));
  return emit_if(b, first, t->rows, types, tile_begin, t, acc);
}

static bool tile(Build *b, Dot *t) {
  Val acc[ROWS], y[ROWS];
  if (!tile_open(b, t, acc)) return false;
  Contract c = {t, tile_step, t->rows};
  if (!contract_open(b, &c, acc, y)) return false;
  for (int r = 0; r < t->rows; r++) {
    Val m[MAX_RANK];
    tile_rows(b, t, r, m);
    result_store(b, t, m, t->n, y[r], t->width);
  }
  return true;
}

static bool tile_rows_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  if (t->x.free.n) t->m[t->x.free.n - 1] = i;
  return tile(b, t);
}

// The block's rows for one position of n: tiles of ROWS rows, then the rest.
static bool tiles_down(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  int64_t whole = t->block / ROWS * ROWS;
  if (t->y.free.n) t->n[t->y.free.n - 1] = i;
  Val hi = index_add(b, t->first_row, whole);
  if (whole) {
    Val step = emit_index(b, ROWS);
    t->rows = ROWS;
    if (!emit_for(b, t->first_row, hi, step, 0, NULL, tile_rows_body, t, NULL)) return false;
  }
  t->rows = (int)(t->block - whole);
  return !t->rows || tile_rows_body(b, t, hi, NULL, NULL);
}

// All of n from panels: whole vectors, then one of which only the first lanes are stored.
static bool tiles_across_panels(Build *b, Dot *t) {
  int w = t->width = widest(t);
  int64_t n = last_extent(&t->y), whole = n / w * w;
  Val lo = emit_index(b, 0), hi = emit_index(b, whole), step = emit_index(b, w);
  if (whole && !emit_for(b, lo, hi, step, 0, NULL, tiles_down, t, NULL)) return false;
  if (n == whole) return true;
  while (t->width / 2 >= n - whole)
    t->width /= 2;
  t->lanes = t->width == n - whole ? 0 : n - whole;
  bool ok = tiles_down(b, t, hi, NULL, NULL);
  t->lanes = 0;
  return ok;
}

// All of n: whole vectors, then vectors of half the width, and so on.
static bool tiles_across(Build *b, Dot *t) {
  if (!val_is_none(t->packed)) return tiles_across_panels(b, t);
  int64_t n = last_extent(&t->y), at = 0;
  bool vectors = is_last(&t->y, t->y.free) || t->k->in[t->y.operand].uniform;
  for (t->width = vectors ? widest(t) : 1; t->width >= 1; t->width /= 2) {
    int64_t end = at + (n - at) / t->width * t->width;
    if (end > at) {
      Val lo = emit_index(b, at), hi = emit_index(b, end), step = emit_index(b, t->width);
      if (!emit_for(b, lo, hi, step, 0, NULL, tiles_down, t, NULL)) return false;
    }
    at = end;
  }
  return true;
}

//===-- rows against one vector
//----------------------------------------------------------------------===//

static bool row_step(Build *b, Dot *t, const Val *acc, Val *y) {
  Val v = to_vector(b, side_load(b, t, &t->y, t->n, t->width), t->width);
  Val u = to_vector(b, side_load(b, t, &t->x, t->m, t->width), t->width);
  y[0] = multiply_add(b, t, u, v, acc[0]);
  return true;
}

static bool row_lanes(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  Dot *t = ctx;
  t->kk[t->x.contract.n - 1] = i;
  return row_step(b, t, acc, y);
}

static Val sum_lanes(Build *b, Val v) {
  int64_t n = mlirShapedTypeGetDimSize(mlirValueGetType(v), 0);
  MlirType lane = type_lane(mlirValueGetType(v));
  MlirAttribute one = attr_of_int(b->ctx, 1);
  while (n > 1) {
    n /= 2;
    MlirAttribute size = attr_of_int(b->ctx, n);
    Val part[2];
    for (int i = 0; i < 2; i++) {
      MlirAttribute offset = attr_of_int(b->ctx, i * n);
      MlirAttribute attrs = attrs_make(b->ctx, 3, "offsets", mlirArrayAttrGet(b->ctx, 1, &offset),
                                       "sizes", mlirArrayAttrGet(b->ctx, 1, &size), "strides",
                                       mlirArrayAttrGet(b->ctx, 1, &one));
      part[i] =
          emit(b, "vector.extract_strided_slice", 1, &v, mlirVectorTypeGet(1, &n, lane), attrs);
    }
    v = emit_add(b, part[0], part[1]);
  }
  int64_t zero = 0;
  return emit(b, "vector.extract", 1, &v, lane,
              attrs_make(b->ctx, 1, "static_position", attr_i64s(b, 1, &zero)));
}

// One row times the vector; the contracted dimension is one and contiguous in both.
static bool row_dot(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  memcpy(t->m, i, sizeof *i * (size_t)t->x.free.n);
  memcpy(t->n, i + t->x.free.n, sizeof *i * (size_t)t->y.free.n);
  int64_t k = t->x.d.d[t->x.contract.d[t->x.contract.n - 1]];
  int64_t whole = k > SHORT ? k / ROW_LANES * ROW_LANES : 0;
  Val mid = emit_index(b, whole), hi = emit_index(b, k);
  Val sum = zero_of(b, t);
  if (whole) {
    t->width = ROW_LANES;
    Val acc = to_vector(b, sum, ROW_LANES), y;
    Val lo = emit_index(b, 0);
    BlockLoop l = {lo, mid, whole / ROW_LANES, ROW_LANES, SHORT, 1, &(const bool){true}, false};
    if (!emit_for_blocks(b, &l, &acc, row_lanes, t, &y)) return false;
    sum = sum_lanes(b, y);
  }
  t->width = 1;
  Val one = emit_index(b, 1), y = sum;
  if (whole < k && !emit_for(b, mid, hi, one, 1, &sum, row_lanes, t, &y)) return false;
  result_store(b, t, t->m, t->n, y, 1);
  return true;
}

static bool rows_suit(const Dot *t) {
  if (t->x.contract.n != 1 || !element_is_float(t->sum)) return false;
  if (t->k->in[0].uniform || t->k->in[1].uniform) return false;
  int64_t m = 1;
  for (int i = 0; i < t->x.free.n; i++)
    m *= extent(&t->x, i);
  return is_last(&t->x, t->x.contract) && is_last(&t->y, t->y.contract) && (!t->y.free.n || m < 4);
}

//===-- copies of y
//---------------------------------------------------------------------------------------===//

typedef struct Pack {
  Dot *t;
  int width;
  int64_t first; // panel
  bool vector;   // whole rows of a panel
} Pack;

// packed[p, k, w] = y[k, p width + w]
static bool pack_element(Build *b, void *ctx, const Val *i) {
  const Pack *p = ctx;
  Dot *t = p->t;
  int nk = t->y.contract.n;
  memcpy(t->kk, i + 1, sizeof *i * (size_t)nk);
  Val n[MAX_RANK], panel = index_add(b, i[0], p->first),
                   lane = p->vector ? emit_index(b, 0) : i[nk + 1];
  memcpy(n, t->n, sizeof n);
  n[t->y.free.n - 1] = emit_add(b, index_mul(b, panel, p->width), lane);
  Val x = side_load(b, t, &t->y, n, p->vector ? p->width : 1);
  Val at[] = {x, t->packed, panel, contract_index(b, t), lane};
  if (p->vector)
    emit_op(b, "vector.store", 5, at, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  else
    emit_memstore(b, x, t->packed, 3, at + 2);
  return true;
}

static bool pack_zero(Build *b, void *ctx, const Val *i) {
  const Pack *p = ctx;
  Val at[] = {emit_index(b, p->first), i[0], index_add(b, i[1], p->width)};
  Val zero = zero_of(b, p->t);
  emit_memstore(b, zero, p->t->packed, 3, at);
  return true;
}

// The lanes after the last elements hold zeros.
static bool pack_padding(Build *b, Dot *t, int64_t panel, int64_t rest) {
  int64_t k = mlirShapedTypeGetDimSize(mlirValueGetType(t->packed), 1);
  Pack p = {t, (int)rest, panel, false};
  return rest == widest(t) || emit_nest(b, (Dims){2, {k, widest(t) - rest}}, pack_zero, &p);
}

static bool pack(Build *b, Dot *t) {
  int w = widest(t);
  int64_t n = last_extent(&t->y), whole = n / w, rest = n % w;
  Dims loops = {1, {whole}};
  for (int i = 0; i < t->y.contract.n; i++)
    loops.d[loops.n++] = t->y.d.d[t->y.contract.d[i]];
  Pack p = {t, w, 0, is_last(&t->y, t->y.free)};
  Dims panels = loops;
  if (!p.vector) panels.d[panels.n++] = w;
  if (whole && !emit_nest_parallel(b, panels, 1, pack_element, &p)) return false;
  if (!rest) return true;
  p.first = whole, p.vector = false, loops.d[0] = 1, loops.d[loops.n++] = rest;
  return emit_nest(b, loops, pack_element, &p) && pack_padding(b, t, whole, rest);
}

// Worth it when rows are many, or n does not lie contiguous.
static bool pack_suits(const Dot *t) {
  if (!optimise_by(OPTIMISE_PANELS)) return false;
  if (!t->y.free.n || t->k->in[t->y.operand].uniform || element_is_bool(t->sum)) return false;
  int64_t m = last_extent(&t->x), n = last_extent(&t->y), bytes = element_bits(t->sum) / 8 * n;
  for (int i = 0; i < t->y.contract.n; i++)
    bytes *= t->y.d.d[t->y.contract.d[i]];
  if (n < 2) return false;
  bool worth = bytes > PACK_BYTES || (n % widest(t) > 4 && n < 4 * widest(t));
  return m >= 4 && (!is_last(&t->y, t->y.free) || (m >= 4 * ROWS && worth));
}

static Val pack_scratch(Build *b, const Dot *t) {
  int w = widest(t);
  int64_t n = last_extent(&t->y), k = 1;
  for (int i = 0; i < t->y.contract.n; i++)
    k *= t->y.d.d[t->y.contract.d[i]];
  return kernel_scratch(b, type_tensor(t->sum, (Dims){3, {(n + w - 1) / w, k, w}}));
}

//===-- the op
//---------------------------------------------------------------------------------------------===//

// The last `rest` free dimensions are left out.
static void add_loops(Dims *l, const Side *s, int rest) {
  for (int i = 0; i < s->free.n - rest; i++)
    l->d[l->n++] = extent(s, i);
}

// How many steps of the contracted dimension are added at once, so that a part of y's panel and of
// a tile's rows stay in the first-level cache; 0: all, from the second level.  Parts of f32 sums
// are whole blocks of CHAIN.
static int64_t part_steps(const Dot *t) {
  bool same = mlirTypeEqual(type_element(t->k->dst[0].type), t->sum);
  if (!optimise_by(OPTIMISE_PARTS)) return 0;
  if (!element_is_float(t->sum) || !same || val_is_none(t->packed) || t->x.contract.n != 1)
    return 0;
  int64_t n = t->x.d.d[t->x.contract.d[0]], bits = element_bits(t->sum);
  int64_t steps = DEPTH_BYTES * 8 / bits;
  return n >= (bits == 64 ? 3 : 4) * steps ? steps : 0;
}

static bool tiles_part(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  t->from = i, t->to = emit_bin(b, "arith.minsi", index_add(b, i, part_steps(t)),
                                emit_index(b, t->x.d.d[t->x.contract.d[0]]));
  bool ok = tiles_across(b, t);
  t->from = VAL_NONE;
  return ok;
}

// The block of rows.
static bool tiles(Build *b, Dot *t) {
  if (!part_steps(t)) return tiles_across(b, t);
  Val lo = emit_index(b, 0), hi = emit_index(b, t->x.d.d[t->x.contract.d[0]]);
  Val step = emit_index(b, part_steps(t));
  return emit_for(b, lo, hi, step, 0, NULL, tiles_part, t, NULL);
}

// As many rows of x as stay in the second-level cache while all of y passes.
static int64_t block_rows(const Dot *t) {
  int64_t bytes = element_bits(t->sum) / 8;
  for (int i = 0; i < t->x.contract.n; i++)
    bytes *= part_steps(t) ? part_steps(t) : t->x.d.d[t->x.contract.d[i]];
  int64_t rows = BLOCK_BYTES / (bytes ? bytes : 1) / ROWS * ROWS;
  return rows < 2 * ROWS ? 2 * ROWS : rows;
}

static bool dot_block(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  t->first_row = i;
  return tiles(b, t);
}

// A share of the rows, for one thread.
static bool dot_share(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Dot *t = ctx;
  t->first_row = index_mul(b, i, t->block);
  return tiles(b, t);
}

// How many rows each share has; 0: one thread does it all.
static int64_t share_rows(const Dot *t) {
  int64_t m = last_extent(&t->x), shares = m / (5 * ROWS);
  if (shares < 2) return 0;
  int64_t rows = m / (shares > 16 ? 16 : shares), block = block_rows(t);
  return rows > block ? block : rows / ROWS * ROWS;
}

// Vector operations for a row.
static int64_t row_work(const Dot *t) {
  int64_t n = last_extent(&t->y);
  for (int i = 0; i < t->x.contract.n; i++)
    n *= t->x.d.d[t->x.contract.d[i]];
  return n / widest(t);
}

static bool dot_rows(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  if (t->x.free.n) memcpy(t->m, i, sizeof *i * (size_t)(t->x.free.n - 1));
  int64_t m = last_extent(&t->x), block = block_rows(t), share = share_rows(t);
  if (share && emit_pays_threads(b, m * row_work(t) * PER_VECTOR)) {
    t->block = share;
    if (!emit_parallel(b, m / share, share * row_work(t) * 16, dot_share, t)) return false;
    t->first_row = emit_index(b, m / share * share), t->block = m % share;
    return !t->block || tiles(b, t);
  }
  t->block = block, t->first_row = emit_index(b, 0);
  if (m <= block) return t->block = m, tiles(b, t);
  Val hi = emit_index(b, m / block * block), step = emit_index(b, block);
  if (!emit_for(b, t->first_row, hi, step, 0, NULL, dot_block, t, NULL)) return false;
  t->block = m % block, t->first_row = hi;
  return !t->block || tiles(b, t);
}

static bool dot_outer(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  int nb = t->x.batch.n;
  memcpy(t->batch, i, sizeof *i * (size_t)nb);
  if (t->y.free.n) memcpy(t->n, i + nb, sizeof *i * (size_t)(t->y.free.n - 1));
  if (!val_is_none(t->packed) && !pack(b, t)) return false;
  Dims l = {0};
  add_loops(&l, &t->x, 1);
  return emit_nest(b, l, dot_rows, t);
}

static bool row_outer(Build *b, void *ctx, const Val *i) {
  Dot *t = ctx;
  memcpy(t->batch, i, sizeof *i * (size_t)t->x.batch.n);
  return row_dot(b, t, i + t->x.batch.n);
}

static Side side_of(const OpCall *c, int operand, const char *batch, const char *contract) {
  Side s = {.operand = operand, .d = val_dims(c->in[operand])};
  s.batch = attr_dims(c->attrs, batch), s.contract = attr_dims(c->attrs, contract);
  s.free = free_dims(s.d, s.batch, s.contract);
  return s;
}

static bool kernel_dot(Kernel *k, const OpCall *c, Val *out) {
  if (!lane_supported(c)) return false;
  Dot t = {.k = k, .c = c, .from = VAL_NONE};
  t.x = side_of(c, 0, "lhs_batch", "lhs_contracting");
  t.y = side_of(c, 1, "rhs_batch", "rhs_contracting");
  MlirType e = type_element(c->out[0]);
  t.sum = element_is_float(e) && element_bits(e) == 16 ? type_f32(&k->b) : e;
  out[0] = VAL_NONE;
  Dims l = {0};
  for (int i = 0; i < t.x.batch.n; i++)
    l.d[l.n++] = t.x.d.d[t.x.batch.d[i]];
  if (rows_suit(&t)) {
    add_loops(&l, &t.x, 0), add_loops(&l, &t.y, 0);
    return emit_nest(&k->b, l, row_outer, &t);
  }
  if (!t.y.free.n && is_last(&t.x, t.x.free)) { // a vector from the left
    Side x = t.x;
    t.x = t.y, t.y = x, t.swapped = true;
  }
  if (pack_suits(&t)) t.packed = pack_scratch(&k->b, &t);
  add_loops(&l, &t.y, 1);
  return emit_nest(&k->b, l, dot_outer, &t);
}
const OpLower lower_dot_general = {.kernel = kernel_dot};

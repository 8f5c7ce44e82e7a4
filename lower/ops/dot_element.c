// dot_element.c -- elements and vectors of a contraction's operands and of its result.
#include "lower/ops/dot.h"

#include <string.h>

#include "lower/math/math.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

static void side_index(Build *b, const Dot *t, const Side *s, const Val *free, Val *idx) {
  bool apart = s->contract.n == t->steps.n;
  for (int i = 0; i < s->batch.n; i++)
    idx[s->batch.d[i]] = t->batch[i];
  for (int i = 0; i < s->contract.n; i++)
    idx[s->contract.d[i]] = apart ? t->kk[i] : dot_contract_index(b, t);
  for (int i = 0; i < s->free.n; i++)
    idx[s->free.d[i]] = free[i];
}

// The element of place `free`, or of element `free` of the windows.
static Val window_load(Build *b, const Dot *t, const Side *s, Val free) {
  const Window *w = s->window;
  Val idx[MAX_RANK];
  for (int i = w->free.n - 1; i >= 0; i--) {
    Val n = emit_index(b, w->d.d[w->free.d[i]]);
    idx[w->free.d[i]] = i ? emit_bin(b, "arith.remui", free, n) : free;
    if (i) free = emit_bin(b, "arith.divui", free, n);
  }
  for (int i = 0; i < w->contract.n; i++)
    idx[w->contract.d[i]] = t->kk[i];
  return emit_load(b, emit_memload(b, w->mem, w->d.n, idx), t->k->in[s->operand].type);
}

Val dot_load_vector(Build *b, Val mem, int rank, const Val *idx, int width) {
  Val x[MAX_RANK + 1] = {mem};
  if (width == 1) return emit_memload(b, mem, rank, idx);
  memcpy(x + 1, idx, sizeof *idx * (size_t)rank);
  int64_t w = width;
  MlirType t = mlirVectorTypeGet(1, &w, mlirShapedTypeGetElementType(mlirValueGetType(mem)));
  return emit(b, "vector.load", rank + 1, x, t, mlirAttributeGetNull());
}

// width elements of a side at its free indices, in the sums' type.
Val dot_load(Build *b, const Dot *t, const Side *s, const Val *free, int width) {
  Val idx[MAX_RANK];
  Arg a = t->k->in[s->operand];
  MlirType e = type_element(a.type);
  if (s->window) return lane_convert(b, window_load(b, t, s, free[0]), e, t->sum);
  side_index(b, t, s, free, idx);
  if (a.uniform || width == 1)
    return lane_convert(b, kernel_read(b, t->k, s->operand, idx), e, t->sum);
  Val v = dot_load_vector(b, t->k->in_mem[s->operand], s->d.n, idx, width);
  if (element_is_bool(e)) v = emit1(b, "arith.trunci", v, type_like(v, type_int(b, 1)));
  return lane_convert(b, v, e, t->sum);
}

Val dot_vector(Build *b, Val x, int width) {
  MlirType t = mlirValueGetType(x);
  int64_t n = width;
  if (width == 1 || mlirTypeIsAVector(t)) return x;
  return emit1(b, "vector.broadcast", x, mlirVectorTypeGet(1, &n, t));
}

Val dot_multiply_add(Build *b, const Dot *t, Val x, Val y, Val acc) {
  if (element_is_float(t->sum)) return m_mad(b, x, y, acc);
  if (element_is_bool(t->sum)) return m_or(b, acc, m_and(b, x, y));
  return emit_add(b, acc, emit_mul(b, x, y));
}

Val dot_zero(Build *b, const Dot *t) {
  MlirType s = type_scalar(t->sum);
  return element_is_float(t->sum) ? emit_float(b, s, 0) : emit_int(b, s, 0);
}

// One row needs several vectors to be busy.
int dot_lanes(const Dot *t) {
  int w = element_bits(t->sum) == 64 ? 8 : 16;
  return side_last(&t->x) == 1 ? 4 * w : w;
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

// True for the first `lanes` of n.
static Val first_lanes(Build *b, int64_t n, int64_t lanes) {
  int bits[64];
  for (int i = 0; i < n; i++)
    bits[i] = i < lanes;
  MlirType type = mlirVectorTypeGet(1, &n, type_int(b, 1));
  return emit_const(b, mlirDenseElementsAttrBoolGet(type, n, bits), type);
}

// True for the lanes that are stored; none: all are.
static Val lanes_mask(Build *b, const Dot *t) {
  return t->lanes ? first_lanes(b, t->width, t->lanes) : VAL_NONE;
}

Val dot_load_first(Build *b, const Dot *t, const Side *s, const Val *free, int width, int lanes) {
  Val x[MAX_RANK + 3] = {t->k->in_mem[s->operand]};
  Val zero = dot_vector(b, dot_zero(b, t), width);
  side_index(b, t, s, free, x + 1);
  x[s->d.n + 1] = first_lanes(b, width, lanes), x[s->d.n + 2] = zero;
  return emit(b, "vector.maskedload", s->d.n + 3, x, mlirValueGetType(zero),
              mlirAttributeGetNull());
}

void dot_row(Build *b, const Dot *t, int r, Val *m) {
  int n = t->x.free.n;
  memcpy(m, t->m, sizeof *m * (size_t)n);
  if (n) m[n - 1] = index_add(b, m[n - 1], r);
}

void dot_store(Build *b, const Dot *t, const Val *m, const Val *n, Val v, int width) {
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

Val dot_load_result(Build *b, const Dot *t, const Val *m, const Val *n) {
  Val x[MAX_RANK + 3] = {t->k->dst_mem[0]};
  int rank = result_index(t, m, n, x + 1);
  if (!t->lanes) return dot_load_vector(b, x[0], rank, x + 1, t->width);
  MlirType e = mlirShapedTypeGetElementType(mlirValueGetType(x[0]));
  Val zero = dot_vector(b, emit_float(b, e, 0), t->width);
  x[rank + 1] = lanes_mask(b, t), x[rank + 2] = zero;
  return emit(b, "vector.maskedload", rank + 3, x, mlirValueGetType(zero), mlirAttributeGetNull());
}


// reduce.c -- reductions, sorting, contraction.
//
// Sums and products of floats are kept in double and rounded at the end, but those of few terms,
// which compiled code, as XLA's, takes one after the other: they are rounded at each step.
#include "dialect/interpret/array.h"

#include <math.h>
#include <string.h>

//===-- reductions -----------------------------------------------------------------------===//

static Scalar identity(OpKind k, Dtype d) {
  switch (k) {
  case OP_ADD:
  case OP_OR:
  case OP_XOR: return (Scalar){0};
  case OP_MUL: return (Scalar){.i = 1, .f = 1};
  case OP_AND: return scalar_round(d, (Scalar){.i = -1});
  default: break;
  }
  double end = k == OP_MAX ? -INFINITY : INFINITY;
  if (d == DTYPE_BOOL) return (Scalar){.i = k == OP_MIN};
  if (dtype_is_complex(d)) return (Scalar){.f = end, .im = end};
  return scalar_of_float(d, end);
}

static bool is_sum(OpKind k, Dtype d) {
  return !dtype_is_integral(d) && (k == OP_ADD || k == OP_MUL);
}

// The accumulator z with x taken in.
Scalar interp_accumulate(OpKind k, Dtype d, Scalar z, Scalar x) {
  if (!is_sum(k, d)) return scalar_apply(k, d, z, x);
  x = scalar_flush(d, x);
  if (k == OP_ADD) return (Scalar){.f = z.f + x.f, .im = z.im + x.im};
  return dtype_is_complex(d) ? complex_apply(k, z, x) : (Scalar){.f = z.f * x.f};
}

// Whether a reduction of `terms` elements to one rounds each step.
static bool rounds_steps(OpKind k, Dtype d, int64_t terms) {
  return is_sum(k, d) && terms <= SEQUENTIAL_TERMS && (dtype_size(d) >= 4);
}

static bool reduce(Interp *in, const OpCall *c, const Array *x, const Array *y, OpKind k) {
  bool steps = rounds_steps(k, x->dtype, y->n ? x->n / y->n : 0);
  Dims axes = attr_dims(c->attrs, "axes"), index = dims_fill(x->dims.n, 0);
  Dims kept = array_strides(y->dims), strides = {.n = x->dims.n};
  for (int i = 0, j = 0; i < x->dims.n; i++) strides.d[i] = dims_has(axes, i) ? 0 : kept.d[j++];
  Scalar *z = ARENA_ARRAY(&in->frame->arena, Scalar, y->n + 1);
  for (int64_t i = 0; i < y->n; i++) z[i] = identity(k, x->dtype);
  for (int64_t i = 0; i < x->n; i++, index_next(x->dims, &index)) {
    int64_t to = index_offset(index, strides);
    z[to] = interp_accumulate(k, x->dtype, z[to], array_get(x, i));
    if (steps) z[to] = scalar_round(x->dtype, z[to]);
  }
  for (int64_t i = 0; i < y->n; i++)
    array_put(y, i, scalar_flush(y->dtype, scalar_round(y->dtype, z[i])));
  return true;
}

#define REDUCE(name, kind)                                                                         \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return reduce(in, c, x[0], y[0], kind);                                                        \
  }
REDUCE(reduce_sum, OP_ADD)
REDUCE(reduce_prod, OP_MUL)
REDUCE(reduce_max, OP_MAX)
REDUCE(reduce_min, OP_MIN)
REDUCE(reduce_and, OP_AND)
REDUCE(reduce_or, OP_OR)
REDUCE(reduce_xor, OP_XOR)

//===-- along one axis -------------------------------------------------------------------===//

// The lines of x along `axis`: line l of `n` elements begins at line_start and goes by `stride`.
typedef struct Lines {
  int64_t count, n, stride;
} Lines;

static Lines lines_of(const Array *x, int64_t axis) {
  Lines l = {.n = x->dims.d[axis], .stride = array_strides(x->dims).d[axis]};
  l.count = l.n ? x->n / l.n : 0;
  return l;
}

static int64_t line_start(Lines l, int64_t k) {
  return k / l.stride * l.stride * l.n + k % l.stride;
}

// Whether x comes before y: the first nan, else the strictly larger (smaller).
static bool beats(Dtype d, Scalar x, Scalar y, OpKind k) {
  if (!dtype_is_integral(d) && (isnan(x.f) || isnan(y.f))) return isnan(x.f) && !isnan(y.f);
  x = scalar_flush(d, x);
  y = scalar_flush(d, y);
  if (!dtype_is_integral(d)) return k == OP_MAX ? x.f > y.f : x.f < y.f;
  return x.i != y.i && scalar_apply(k, d, x, y).i == x.i;
}

static bool arg_reduce(const OpCall *c, const Array *x, const Array *y, OpKind k) {
  Lines l = lines_of(x, attr_int(c->attrs, "axis"));
  for (int64_t i = 0; i < l.count; i++) {
    int64_t start = line_start(l, i), best = 0;
    for (int64_t j = 1; j < l.n; j++)
      if (beats(x->dtype, array_get(x, start + j * l.stride), array_get(x, start + best * l.stride),
                k))
        best = j;
    array_put(y, i, scalar_of_int(y->dtype, best));
  }
  return true;
}

bool interp_argmax(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return arg_reduce(c, x[0], y[0], OP_MAX);
}

bool interp_argmin(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return arg_reduce(c, x[0], y[0], OP_MIN);
}

//===-- sort -----------------------------------------------------------------------------===//

typedef struct Sort {
  const Array *const *keys;
  int nkeys;
  int64_t start, stride; // the line being sorted
} Sort;

static bool key_less(const Array *x, int64_t i, int64_t j) {
  Scalar l = scalar_flush(x->dtype, array_get(x, i)), r = scalar_flush(x->dtype, array_get(x, j));
  if (x->dtype == DTYPE_U64) return (uint64_t)l.i < (uint64_t)r.i;
  if (dtype_is_integral(x->dtype)) return l.i < r.i;
  if (isnan(l.f) || isnan(r.f)) return !isnan(l.f) && isnan(r.f);
  return l.f < r.f || (l.f == r.f && l.im < r.im);
}

static bool sort_less(const Sort *s, int64_t i, int64_t j) {
  i = s->start + i * s->stride;
  j = s->start + j * s->stride;
  for (int k = 0; k < s->nkeys; k++) {
    if (key_less(s->keys[k], i, j)) return true;
    if (key_less(s->keys[k], j, i)) return false;
  }
  return false;
}

// Merge sort of the n positions at p; `room` has space for n more.
static void merge_sort(const Sort *s, int64_t *p, int64_t *room, int64_t n) {
  if (n < 2) return;
  int64_t half = n / 2, i = 0, j = half, k = 0;
  merge_sort(s, p, room, half);
  merge_sort(s, p + half, room, n - half);
  while (i < half && j < n) room[k++] = sort_less(s, p[j], p[i]) ? p[j++] : p[i++];
  while (i < half) room[k++] = p[i++];
  memcpy(p, room, (size_t)k * sizeof *p);
}

bool interp_sort(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Lines l = lines_of(x[0], attr_int(c->attrs, "dimension"));
  Sort s = {x, (int)attr_int(c->attrs, "num_keys"), 0, l.stride};
  int64_t *p = ARENA_ARRAY(&in->frame->arena, int64_t, 2 * l.n + 1);
  for (int64_t i = 0; i < l.count; i++) {
    s.start = line_start(l, i);
    for (int64_t j = 0; j < l.n; j++) p[j] = j;
    merge_sort(&s, p, p + l.n, l.n);
    for (int k = 0; k < c->nin; k++)
      for (int64_t j = 0; j < l.n; j++)
        array_put(y[k], s.start + j * l.stride, array_get(x[k], s.start + p[j] * l.stride));
  }
  return true;
}

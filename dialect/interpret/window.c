// window.c -- what is computed over sliding windows, and convolution, element by element.
#include "dialect/interpret/array.h"
#include "dialect/ops/conv.h"

#include <math.h>
#include <string.h>

// Where element j of window i of an operand is: its offset, or -1 in the padding.
static int64_t window_at(const Window *w, const Array *x, Dims i, Dims j) {
  Dims strides = array_strides(x->dims);
  int64_t at = 0;
  for (int k = 0; k < i.n; k++) {
    int64_t p = i.d[k] * w->stride.d[k] + j.d[k] * w->dilation.d[k] - w->low.d[k];
    if (p < 0 || p % w->base.d[k] || p / w->base.d[k] >= x->dims.d[k]) return -1;
    at += p / w->base.d[k] * strides.d[k];
  }
  return at;
}

static Scalar worst(Dtype d, bool max) {
  if (d == DTYPE_BOOL) return (Scalar){.i = !max};
  return scalar_of_float(d, max ? -INFINITY : INFINITY);
}

static bool reduce_window(const OpCall *c, const Array *x, const Array *y, OpKind k) {
  Window w = window_of(c->attrs);
  Dims i = dims_fill(y->dims.n, 0);
  bool wide = k == OP_ADD && !dtype_is_integral(x->dtype);
  for (int64_t n = 0; n < y->n; n++, index_next(y->dims, &i)) {
    Scalar z = k == OP_ADD ? (Scalar){0} : worst(x->dtype, k == OP_MAX);
    Dims j = dims_fill(i.n, 0);
    do {
      int64_t at = window_at(&w, x, i, j);
      if (at < 0) continue;
      Scalar s = scalar_flush(x->dtype, array_get(x, at));
      z = wide ? (Scalar){.f = z.f + s.f, .im = z.im + s.im} : scalar_apply(k, x->dtype, z, s);
    } while (index_next(w.size, &j));
    array_put(y, n, scalar_flush(y->dtype, scalar_round(y->dtype, z)));
  }
  return true;
}

#define REDUCE_WINDOW(name, kind)                                                                  \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return reduce_window(c, x[0], y[0], kind);                                                     \
  }
REDUCE_WINDOW(reduce_window_sum, OP_ADD)
REDUCE_WINDOW(reduce_window_max, OP_MAX)
REDUCE_WINDOW(reduce_window_min, OP_MIN)

// Whether the best so far, z, stays: z >= s, or z <= s.
static bool stays(Dtype d, Scalar z, Scalar s, bool max) {
  if (!dtype_is_integral(d)) return max ? z.f >= s.f : z.f <= s.f;
  return scalar_apply(max ? OP_MAX : OP_MIN, d, z, s).i == z.i;
}

// The first extremum of window i of x: its offset, or -1 when that is padding.  Where nothing is
// above the lowest value it is the first place, or (`none`) no place.  Whatever follows a nan
// replaces it.
static int64_t select_in(const Window *w, const Array *x, Dims i, bool max, bool none) {
  Scalar z = worst(x->dtype, max);
  Dims j = dims_fill(i.n, 0);
  int64_t best = none ? -1 : window_at(w, x, i, j);
  do {
    int64_t at = window_at(w, x, i, j);
    Scalar s = at < 0 ? worst(x->dtype, max) : array_get(x, at);
    if (stays(x->dtype, z, s, max)) continue;
    z = s;
    best = at;
  } while (index_next(w->size, &j));
  return best;
}

static bool selects_max(Interp *in, const OpCall *c) {
  return !strcmp(attr_text(&in->frame->arena, c->attrs, "select"), "ge");
}

bool interp_select_and_gather_add(Interp *in, const OpCall *c, const Array *const *x,
                                  Array *const *y) {
  Window w = window_of(c->attrs);
  Dims i = dims_fill(y[0]->dims.n, 0);
  bool max = selects_max(in, c);
  for (int64_t n = 0; n < y[0]->n; n++, index_next(y[0]->dims, &i)) {
    int64_t at = select_in(&w, x[1], i, max, true);
    if (at >= 0) array_put(y[0], n, array_get(x[0], at));
  }
  return true;
}

bool interp_select_and_scatter_add(Interp *in, const OpCall *c, const Array *const *x,
                                   Array *const *y) {
  Window w = window_of(c->attrs);
  Dims i = dims_fill(x[0]->dims.n, 0);
  bool max = selects_max(in, c);
  Dtype d = y[0]->dtype;
  for (int64_t n = 0; n < x[0]->n; n++, index_next(x[0]->dims, &i)) {
    int64_t at = select_in(&w, x[1], i, max, false);
    if (at < 0) continue;
    array_put(y[0], at, scalar_apply(OP_ADD, d, array_get(y[0], at), array_get(x[0], n)));
  }
  return true;
}

//===-- convolution ----------------------------------------------------------------------===//

typedef struct Sum {
  Dtype in, out;
  double re, im;
  uint64_t n;
} Sum;

static void sum_add(Sum *s, Scalar x, Scalar y) {
  if (dtype_is_integral(s->in)) {
    s->n += (uint64_t)x.i * (uint64_t)y.i;
    return;
  }
  x = scalar_flush(s->in, x), y = scalar_flush(s->in, y);
  s->re += x.f * y.f - x.im * y.im;
  s->im += x.f * y.im + x.im * y.f;
}

static Scalar sum_value(const Sum *s) {
  Scalar z = {.f = s->re, .im = s->im};
  if (dtype_is_integral(s->in)) z = (Scalar){.i = (int64_t)s->n};
  if (dtype_is_integral(s->in) && !dtype_is_integral(s->out)) z = scalar_convert(s->in, s->out, z);
  return scalar_flush(s->out, scalar_round(s->out, z));
}

// The sum for one element of the result: `at` is its position as batch, feature, space....
static Scalar convolve(const Conv *v, const Array *x, const Array *y, Dims at, Sum sum) {
  Window w = conv_window(v);
  int64_t outs = v->w.d[v->rhs.d[0]], ins = v->w.d[v->rhs.d[1]];
  int64_t batch = v->x.d[v->lhs.d[0]] / v->batches;
  int64_t group = at.d[1] / (outs / v->features), part = at.d[1] / (outs / v->batches);
  Dims xs = array_strides(x->dims), ys = array_strides(y->dims), j = dims_fill(v->n, 0);
  do {
    int64_t from = (part * batch + at.d[0]) * xs.d[v->lhs.d[0]];
    int64_t with = at.d[1] * ys.d[v->rhs.d[0]];
    bool inside = true;
    for (int k = 0; k < v->n; k++) {
      int64_t p = at.d[2 + k] * w.stride.d[k] + j.d[k] * w.dilation.d[k] - w.low.d[k];
      inside &= p >= 0 && p % w.base.d[k] == 0 && p / w.base.d[k] < v->x.d[v->lhs.d[2 + k]];
      from += p / w.base.d[k] * xs.d[v->lhs.d[2 + k]];
      with += j.d[k] * ys.d[v->rhs.d[2 + k]];
    }
    for (int64_t f = 0; f < ins; f++) {
      int64_t at_x = from + (group * ins + f) * xs.d[v->lhs.d[1]];
      Scalar zero = {0}, s = inside ? array_get(x, at_x) : zero;
      sum_add(&sum, s, array_get(y, with + f * ys.d[v->rhs.d[1]]));
    }
  } while (index_next(w.size, &j));
  return sum_value(&sum);
}

bool interp_conv_general_dilated(Interp *in, const OpCall *c, const Array *const *x,
                                 Array *const *y) {
  Conv v = conv_of(c);
  Dims i = dims_fill(y[0]->dims.n, 0), at = i;
  if (!dims_product(v.w)) return true;
  for (int64_t n = 0; n < y[0]->n; n++, index_next(y[0]->dims, &i)) {
    for (int k = 0; k < i.n; k++)
      at.d[k] = i.d[v.out.d[k]];
    array_put(y[0], n, convolve(&v, x[0], x[1], at, (Sum){x[0]->dtype, y[0]->dtype, 0, 0, 0}));
  }
  return true;
}

bool interp_patches(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Dims own = array_strides(x[0]->dims), strides = own, dims = attr_dims(c->attrs, "dimensions");
  Dims by = attr_dims(c->attrs, "strides"), dilations = attr_dims(c->attrs, "dilations");
  int position = (int)attr_int(c->attrs, "position");
  for (int i = 0; i < dims.n; i++)
    strides.d[dims.d[i]] *= by.d[i];
  for (int i = dims.n; i-- > 0;)
    strides = dims_insert(strides, position, own.d[dims.d[i]] * dilations.d[i]);
  array_read(y[0], x[0], 0, strides);
  return true;
}

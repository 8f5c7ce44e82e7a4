// parts_array.c -- reductions, running reductions, sorting and contraction of complex arrays in
// their parts.
#include "dialect/ops/parts.h"
#include "dialect/rules.h"

#include <math.h>

typedef Cx CombineFn(Build *b, Cx x, Cx y);

static Cx combine_mul(Build *b, Cx x, Cx y) { return cx_mul(b, x, y); }
static Cx combine_max(Build *b, Cx x, Cx y) { return cx_extremum(b, true, x, y); }
static Cx combine_min(Build *b, Cx x, Cx y) { return cx_extremum(b, false, x, y); }

//===-- pieces of an axis -------------------------------------------------------------===//

// x[from:to] along `axis`.
static Val slice_axis(Build *b, Val x, int axis, int64_t from, int64_t to) {
  Dims d = val_dims(x), lo = dims_fill(d.n, 0), hi = d, by = dims_fill(d.n, 1);
  lo.d[axis] = from;
  hi.d[axis] = to;
  MlirAttribute attrs = attrs_make(b->ctx, 3, "start_indices", attr_of_dims(b->ctx, lo),
                                   "limit_indices", attr_of_dims(b->ctx, hi), "strides",
                                   attr_of_dims(b->ctx, by));
  d.d[axis] = to - from;
  MlirType out = type_tensor(val_element(x), d);
  return op_result(build_op(b, OP_SLICE, 1, &x, attrs, 1, &out), 0);
}

static Cx cx_slice(Build *b, Cx x, int axis, int64_t from, int64_t to) {
  Val re = slice_axis(b, x.re, axis, from, to);
  return (Cx){re, slice_axis(b, x.im, axis, from, to)};
}

static Val join_axis(Build *b, Val x, Val y, int axis) {
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, axis));
  return op_result(build_op(b, OP_CONCATENATE, 2, (Val[]){x, y}, attrs, 1, NULL), 0);
}

static Cx cx_join(Build *b, Cx x, Cx y, int axis) {
  Val re = join_axis(b, x.re, y.re, axis);
  return (Cx){re, join_axis(b, x.im, y.im, axis)};
}

//===-- reductions --------------------------------------------------------------------===//

// x with `axes` moved to the end and made one.
static Val flatten_axes(Build *b, Val x, Dims axes) {
  Dims d = val_dims(x), rest = dims_without(dims_iota(d.n), axes), shape = {0};
  Dims order = rest;
  int64_t n = 1;
  for (int i = 0; i < rest.n; i++) shape = dims_append(shape, d.d[rest.d[i]]);
  for (int i = 0; i < axes.n; i++) {
    order = dims_append(order, axes.d[i]);
    n *= d.d[axes.d[i]];
  }
  return op_reshape(b, op_transpose(b, x, order), dims_append(shape, n));
}

// Halves are multiplied until one element is left.
bool parts_reduce_prod(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  Dims axes = attr_dims(c->attrs, "axes");
  Val re = flatten_axes(b, x[0].re, axes);
  Cx z = {re, flatten_axes(b, x[0].im, axes)};
  Dims d = val_dims(z.re);
  int axis = d.n - 1;
  int64_t n = d.d[axis];
  Dims out = type_dims(c->out[0]);
  if (!n) {
    MlirType t = type_tensor(val_element(z.re), out);
    Val one = op_splat(b, t, 1);
    y[0] = (Cx){one, op_zeros(b, t)};
    return true;
  }
  while (n > 1) {
    int64_t half = n / 2;
    Cx low = cx_slice(b, z, axis, 0, half), high = cx_slice(b, z, axis, half, 2 * half);
    Cx rest = n % 2 ? cx_slice(b, z, axis, 2 * half, n) : (Cx){0};
    z = cx_mul(b, low, high);
    if (n % 2) z = cx_join(b, z, rest, axis);
    n = half + n % 2;
  }
  y[0].re = op_reshape(b, z.re, out);
  y[0].im = op_reshape(b, z.im, out);
  return true;
}

// The extremum of the real parts, then that of the imaginary parts where the real part has it.
static bool reduce_extremum(Build *b, const OpCall *c, const Cx *x, Cx *y, OpKind k) {
  Dims axes = attr_dims(c->attrs, "axes"), d = val_dims(x[0].re);
  Dims kept = dims_without(dims_iota(d.n), axes);
  y[0].re = op_reduce(b, k, x[0].re, axes);
  Val all = op_broadcast(b, y[0].re, d, kept);
  Val here = op_binary(b, OP_EQ, x[0].re, all);
  Val other = op_splat_like(b, x[0].im, k == OP_REDUCE_MAX ? -INFINITY : INFINITY);
  y[0].im = op_reduce(b, k, op_select(b, here, x[0].im, other), axes);
  return true;
}

bool parts_reduce_max(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  return reduce_extremum(b, c, x, y, OP_REDUCE_MAX);
}

bool parts_reduce_min(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  return reduce_extremum(b, c, x, y, OP_REDUCE_MIN);
}

//===-- running reductions --------------------------------------------------------------===//

// Hillis and Steele: in step k each element is combined with the one 2^k before it.
static bool cumulate(Build *b, const OpCall *c, Cx x, Cx *y, CombineFn *combine) {
  int axis = (int)attr_int(c->attrs, "axis");
  bool reverse = attr_flag(c->attrs, "reverse");
  int64_t n = val_dims(x.re).d[axis];
  for (int64_t s = 1; s < n; s *= 2) {
    Cx low = cx_slice(b, x, axis, 0, n - s), high = cx_slice(b, x, axis, s, n);
    Cx kept = reverse ? cx_slice(b, x, axis, n - s, n) : cx_slice(b, x, axis, 0, s);
    Cx both = reverse ? combine(b, high, low) : combine(b, low, high);
    x = reverse ? cx_join(b, both, kept, axis) : cx_join(b, kept, both, axis);
  }
  *y = x;
  return true;
}

bool parts_cumprod(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  return cumulate(b, c, x[0], y, combine_mul);
}

bool parts_cummax(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  return cumulate(b, c, x[0], y, combine_max);
}

bool parts_cummin(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  return cumulate(b, c, x[0], y, combine_min);
}

//===-- sort ----------------------------------------------------------------------------===//

// Both parts are operands; those of a key are two keys, the real one first.
bool parts_sort(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  int64_t keys = attr_int(c->attrs, "num_keys"), more = keys;
  Val *in = ARENA_ARRAY(b->arena, Val, 2 * c->nin);
  int n = 0;
  for (int i = 0; i < c->nin; i++) {
    in[n++] = x[i].re;
    if (!is_cx(x[i])) continue;
    in[n++] = x[i].im;
    more += i < keys;
  }
  MlirAttribute attrs = attrs_with(b->ctx, c->attrs, "num_keys", attr_of_int(b->ctx, more));
  MlirOperation op = build_op(b, OP_SORT, n, in, attrs, n, NULL);
  if (mlirOperationIsNull(op)) return false;
  n = 0;
  for (int i = 0; i < c->nout; i++) {
    y[i] = (Cx){op_result(op, n++), VAL_NONE};
    if (is_cx(x[i])) y[i].im = op_result(op, n++);
  }
  return true;
}

//===-- contraction -----------------------------------------------------------------------===//

static bool is_zero(Val x) {
  double k;
  return constant_splat(x, &k) && k == 0;
}

// The contraction of two parts; none when one of them is zero.
static Val dot_parts(Build *b, const OpCall *c, Val x, Val y) {
  if (is_zero(x) || is_zero(y)) return VAL_NONE;
  MlirType out = type_with_element(c->out[0], element_part(type_element(c->out[0])));
  return op_result(build_changed(b, c, (Val[]){x, y}, c->attrs, &out), 0);
}

bool parts_dot_general(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  MlirType out = type_with_element(c->out[0], element_part(type_element(c->out[0])));
  Val rr = dot_parts(b, c, x[0].re, x[1].re), ii = dot_parts(b, c, x[0].im, x[1].im);
  Val ri = dot_parts(b, c, x[0].re, x[1].im), ir = dot_parts(b, c, x[0].im, x[1].re);
  Val re = val_is_none(ii) ? rr : val_is_none(rr) ? op_neg(b, ii) : op_sub(b, rr, ii);
  Val im = val_sum(b, ri, ir);
  y[0].re = val_is_none(re) ? op_zeros(b, out) : re;
  y[0].im = val_is_none(im) ? op_zeros(b, out) : im;
  return true;
}

// dot.c -- contraction: both operands are copied to [batch, free, contracting] and multiplied.
#include "dialect/interpret/array.h"

typedef struct Side {
  int64_t batch, free, contract;
  Scalar *x; // batch x free x contract
} Side;

static Dims concat(Dims x, Dims y) {
  for (int i = 0; i < y.n; i++) x = dims_append(x, y.d[i]);
  return x;
}

static int64_t size_at(Dims sizes, Dims axes) {
  int64_t n = 1;
  for (int i = 0; i < axes.n; i++) n *= sizes.d[axes.d[i]];
  return n;
}

static Side side_of(Interp *in, const Array *x, Dims batch, Dims contract) {
  Dims free = dims_without(dims_iota(x->dims.n), concat(batch, contract));
  Dims order = concat(concat(batch, free), contract), own = array_strides(x->dims);
  Dims dims = order, strides = order, index = dims_fill(order.n, 0);
  for (int i = 0; i < order.n; i++) {
    dims.d[i] = x->dims.d[order.d[i]];
    strides.d[i] = own.d[order.d[i]];
  }
  Side s = {size_at(x->dims, batch), size_at(x->dims, free), size_at(x->dims, contract), NULL};
  s.x = ARENA_ARRAY(&in->frame->arena, Scalar, x->n + 1);
  for (int64_t i = 0; i < x->n; i++, index_next(dims, &index))
    s.x[i] = scalar_flush(x->dtype, array_get(x, index_offset(index, strides)));
  return s;
}

static Scalar dot_line(const Scalar *x, const Scalar *y, int64_t n, Dtype d) {
  Scalar z = {0};
  if (dtype_is_integral(d)) {
    uint64_t sum = 0;
    for (int64_t i = 0; i < n; i++) sum += (uint64_t)x[i].i * (uint64_t)y[i].i;
    z.i = d == DTYPE_BOOL ? sum != 0 : (int64_t)sum;
    return z;
  }
  if (!dtype_is_complex(d)) {
    for (int64_t i = 0; i < n; i++) z.f += x[i].f * y[i].f;
    return z;
  }
  for (int64_t i = 0; i < n; i++) {
    z.f += x[i].f * y[i].f - x[i].im * y[i].im;
    z.im += x[i].f * y[i].im + x[i].im * y[i].f;
  }
  return z;
}

bool interp_dot_general(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Side l = side_of(in, x[0], attr_dims(c->attrs, "lhs_batch"),
                   attr_dims(c->attrs, "lhs_contracting"));
  Side r = side_of(in, x[1], attr_dims(c->attrs, "rhs_batch"),
                   attr_dims(c->attrs, "rhs_contracting"));
  Dtype from = x[0]->dtype, to = y[0]->dtype;
  int64_t n = l.contract, at = 0;
  for (int64_t k = 0; k < l.batch; k++)
    for (int64_t i = 0; i < l.free; i++)
      for (int64_t j = 0; j < r.free; j++) {
        Scalar z = dot_line(l.x + (k * l.free + i) * n, r.x + (k * r.free + j) * n, n, from);
        if (dtype_is_integral(from) && !dtype_is_integral(to)) z = scalar_convert(from, to, z);
        array_put(y[0], at++, scalar_flush(to, scalar_round(to, z)));
      }
  return true;
}

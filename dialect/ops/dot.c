// dot.c -- dot_general: sums of products over contracting dimensions.
//
// The result's dimensions: batch, x's free, y's free ones.
#include "dialect/rules.h"

typedef struct Dot {
  Dims contract[2], batch[2];
} Dot;

static Dot dot_of(MlirAttribute attrs) {
  return (Dot){{attr_dims(attrs, "lhs_contracting"), attr_dims(attrs, "rhs_contracting")},
               {attr_dims(attrs, "lhs_batch"), attr_dims(attrs, "rhs_batch")}};
}

static MlirAttribute dot_attrs(Build *b, const Dot *d) {
  return attrs_make(b->ctx, 4, "lhs_contracting", attr_of_dims(b->ctx, d->contract[0]),
                    "rhs_contracting", attr_of_dims(b->ctx, d->contract[1]), "lhs_batch",
                    attr_of_dims(b->ctx, d->batch[0]), "rhs_batch",
                    attr_of_dims(b->ctx, d->batch[1]));
}

static Dims concat(Dims x, Dims y) {
  for (int i = 0; i < y.n; i++) x = dims_append(x, y.d[i]);
  return x;
}

static Dims free_axes(Dims shape, Dims contract, Dims batch) {
  return dims_without(dims_iota(shape.n), concat(contract, batch));
}

static Dims sizes_at(Dims shape, Dims axes) {
  Dims d = {.n = axes.n};
  for (int i = 0; i < axes.n; i++) d.d[i] = shape.d[axes.d[i]];
  return d;
}

//===-- shape ----------------------------------------------------------------------------===//

static bool check_side(const OpCall *c, const Dot *d, int side) {
  static const char *const name[] = {"lhs", "rhs"};
  Dims shape = val_dims(c->in[side]), all = concat(d->contract[side], d->batch[side]);
  for (int i = 0; i < all.n; i++)
    if (all.d[i] < 0 || all.d[i] >= shape.n)
      return shape_error(c,
                         "requires %s dimension numbers to be nonnegative and less than the number "
                         "of axes of the %s value, got %s_batch of %s and %s_contracting of %s for "
                         "%s of rank %d",
                         name[side], name[side], name[side], dims_text(d->batch[side]), name[side],
                         dims_text(d->contract[side]), name[side], shape.n);
  for (int i = 0; i < all.n; i++)
    for (int j = 0; j < i; j++)
      if (all.d[i] == all.d[j])
        return shape_error(c,
                           "requires %s batch dimensions to be disjoint from contracting "
                           "dimensions, got %s_batch %s and %s_contracting %s.",
                           name[side], name[side], dims_text(d->batch[side]), name[side],
                           dims_text(d->contract[side]));
  return true;
}

static bool shape_dot_general(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  Dot d = dot_of(c->attrs);
  if (!check_side(c, &d, 0) || !check_side(c, &d, 1)) return false;
  Dims x = val_dims(c->in[0]), y = val_dims(c->in[1]);
  Dims xc = sizes_at(x, d.contract[0]), yc = sizes_at(y, d.contract[1]);
  Dims xb = sizes_at(x, d.batch[0]), yb = sizes_at(y, d.batch[1]);
  if (!dims_equal(xb, yb))
    return shape_error(c,
                       "requires lhs batch dimensions and rhs batch dimensions to have the same "
                       "shape, got %s and %s.",
                       dims_text(xb), dims_text(yb));
  if (!dims_equal(xc, yc))
    return shape_error(c,
                       "requires contracting dimensions to have the same shape, got %s and %s.",
                       dims_text(xc), dims_text(yc));
  MlirType e = val_element(c->in[0]), f = val_element(c->in[1]);
  if (!mlirTypeEqual(e, f))
    return shape_raise(c, "TypeError",
                       "lax.dot_general requires arguments to have the same dtypes, got %s, %s.",
                       dtype_name(element_dtype(e)), dtype_name(element_dtype(f)));
  Dims to = concat(xb, sizes_at(x, free_axes(x, d.contract[0], d.batch[0])));
  to = concat(to, sizes_at(y, free_axes(y, d.contract[1], d.batch[1])));
  out[0] = type_tensor(c->out ? type_element(c->out[0]) : e, to);
  return true;
}

//===-- batching -------------------------------------------------------------------------===//

// Both batched: one more batch dimension.  One batched: one more free dimension, which is then
// moved to the front.
static bool batch_dot_general(Build *b, const OpCall *c, const bool *batched, Val *out,
                              bool *out_batched) {
  Dot d = dot_of(c->attrs);
  int at = 0;
  for (int side = 0; side < 2; side++) {
    if (!batched[side]) continue;
    d.contract[side] = dims_shift(d.contract[side], 1);
    d.batch[side] = dims_shift(d.batch[side], 1);
  }
  if (batched[0] && batched[1])
    for (int side = 0; side < 2; side++) d.batch[side] = dims_prepend(0, d.batch[side]);
  else if (batched[0]) at = d.batch[0].n;
  else at = val_dims(c->in[0]).n - d.contract[0].n;
  MlirType declared = type_batched(b, c->out[0]);
  Val z = op_result(build_changed(b, c, c->in, dot_attrs(b, &d), &declared), 0);
  out[0] = op_move_axis(b, z, at, 0);
  out_batched[0] = true;
  return true;
}

//===-- derivatives ----------------------------------------------------------------------===//

static Val dot_like(Build *b, const OpCall *c, Val x, Val y) {
  return op_result(build_changed(b, c, (Val[]){x, y}, c->attrs, c->out), 0);
}

static bool jvp_dot_general(Build *b, const OpCall *c, const Val *z, const Val *dx, Val *dz) {
  Val l = val_is_none(dx[0]) ? VAL_NONE : dot_like(b, c, dx[0], c->in[1]);
  Val r = val_is_none(dx[1]) ? VAL_NONE : dot_like(b, c, c->in[0], dx[1]);
  dz[0] = val_sum(b, l, r);
  return true;
}

// The axes of x in the order of the positions where y's `contract` is sorted.
static Dims sorted_with(Dims x, Dims y) {
  for (int i = 1; i < y.n; i++)
    for (int j = i; j > 0 && y.d[j - 1] > y.d[j]; j--) {
      int64_t t = y.d[j];
      y.d[j] = y.d[j - 1];
      y.d[j - 1] = t;
      t = x.d[j];
      x.d[j] = x.d[j - 1];
      x.d[j - 1] = t;
    }
  return x;
}

// ct contracted with the other operand over that operand's free dimensions gives x's cotangent, its
// dimensions in the order batch, x's free, contracting (as the other operand has them): permute.
static Val dot_cotangent(Build *b, const OpCall *c, int side, Val ct) {
  Dot d = dot_of(c->attrs);
  int other = 1 - side;
  Dims x = val_dims(c->in[side]), y = val_dims(c->in[other]);
  Dims x_free = free_axes(x, d.contract[side], d.batch[side]);
  Dims y_free = free_axes(y, d.contract[other], d.batch[other]);
  int nbatch = d.batch[side].n, skip = side ? 0 : x_free.n;
  Dot back = {{dims_shift(dims_iota(y_free.n), nbatch + skip), y_free},
              {dims_iota(nbatch), d.batch[other]}};
  Dims order = concat(d.batch[side], x_free);
  order = concat(order, sorted_with(d.contract[side], d.contract[other]));
  Dims inverse = {.n = order.n};
  for (int i = 0; i < order.n; i++) inverse.d[order.d[i]] = i;
  Val in[] = {ct, op_convert(b, c->in[other], val_element(ct))};
  Val z = op_result(build_op(b, OP_DOT_GENERAL, 2, in, dot_attrs(b, &back), 1, NULL), 0);
  return op_convert(b, op_transpose(b, z, inverse), val_element(c->in[side]));
}

static bool transpose_dot_general(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                  Val *ct_in) {
  for (int i = 0; i < 2; i++)
    ct_in[i] = linear[i] && !val_is_none(ct[0]) ? dot_cotangent(b, c, i, ct[0]) : VAL_NONE;
  return true;
}

const OpRules rules_dot_general = {.shape = shape_dot_general,
                                   .batch = batch_dot_general,
                                   .jvp = jvp_dot_general,
                                   .transpose = transpose_dot_general,
                                   .flags = OP_EXPENSIVE};

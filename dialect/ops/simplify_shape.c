// simplify_shape.c -- chains of shape ops, of slices and reductions that do nothing, transposes
// into contractions.
//
// Of two ways to say the same, adding axes of size 1 is a broadcast_in_dim (kernels take it in) and
// removing them a reshape.
#include "dialect/transforms/patterns.h"

static bool give(Val x, Val *out) {
  out[0] = x;
  return !val_is_none(x);
}

// A splat under another shape.
static bool splat_as(Build *b, const OpCall *c, Val *out) {
  double ignored;
  if (!constant_splat(c->in[0], &ignored)) return false;
  size_t bytes = (size_t)(element_bits(type_element(c->out[0])) + 7) / 8;
  return give(op_constant(b, c->out[0], constant_first(b->arena, c->in[0]), bytes), out);
}

static bool same_type(const OpCall *c) {
  return mlirTypeEqual(mlirValueGetType(c->in[0]), c->out[0]);
}

static Dims dims_compose(Dims outer, Dims inner) {
  for (int i = 0; i < inner.n; i++)
    inner.d[i] = outer.d[inner.d[i]];
  return inner;
}

static Dims op_dims(MlirOperation op, const char *name) { return attr_dims(op_attrs(op), name); }

// Axes of d of size 1 alone.
static bool only_ones(Dims d, Dims axes) {
  for (int i = 0; i < axes.n; i++)
    if (d.d[axes.d[i]] != 1) return false;
  return true;
}

//===-- broadcast_in_dim, reshape, squeeze, transpose -------------------------------===//

// Identity;  of a splat;  of an iota => iota;  broadcast(broadcast x) => broadcast x
bool simplify_broadcast(Build *b, const OpCall *c, Val *out) {
  Dims dims = attr_dims(c->attrs, "broadcast_dimensions");
  if (same_type(c) && dims_equal(dims, dims_iota(dims.n))) return give(c->in[0], out);
  if (splat_as(b, c, out)) return true;
  MlirOperation inner = defined_by(c->in[0], OP_IOTA);
  if (!mlirOperationIsNull(inner)) {
    int64_t from = attr_int(op_attrs(inner), "dimension"), to = dims.d[from];
    if (val_dims(c->in[0]).d[from] != type_dims(c->out[0]).d[to]) return false;
    return give(op_iota(b, c->out[0], (int)to), out);
  }
  inner = defined_by(c->in[0], OP_BROADCAST_IN_DIM);
  if (mlirOperationIsNull(inner)) return false;
  Dims all = dims_compose(dims, op_dims(inner, "broadcast_dimensions"));
  return give(op_broadcast(b, op_operand(inner, 0), type_dims(c->out[0]), all), out);
}

// The dimensions of `to` that from's become when `to` only has more ones.
static bool inserts_ones(Dims from, Dims to, Dims *dims) {
  *dims = (Dims){0};
  for (int i = 0; i < to.n; i++) {
    if (dims->n < from.n && from.d[dims->n] == to.d[i])
      *dims = dims_append(*dims, i);
    else if (to.d[i] != 1)
      return false;
  }
  return dims->n == from.n;
}

// Identity;  of a splat;  reshape(reshape x), reshape(broadcast that adds ones) => reshape x;
// adding ones => broadcast
bool simplify_reshape(Build *b, const OpCall *c, Val *out) {
  if (same_type(c)) return give(c->in[0], out);
  if (splat_as(b, c, out)) return true;
  Dims to = type_dims(c->out[0]), dims;
  MlirOperation inner = defined_by(c->in[0], OP_RESHAPE);
  if (!mlirOperationIsNull(inner)) return give(op_reshape(b, op_operand(inner, 0), to), out);
  inner = defined_by(c->in[0], OP_BROADCAST_IN_DIM);
  if (!mlirOperationIsNull(inner)) {
    Val x = op_operand(inner, 0);
    if (type_count(mlirValueGetType(x)) == type_count(c->out[0]))
      return give(op_reshape(b, x, to), out);
  }
  if (!inserts_ones(val_dims(c->in[0]), to, &dims)) return false;
  return give(op_broadcast(b, c->in[0], to, dims), out);
}

bool simplify_squeeze(Build *b, const OpCall *c, Val *out) {
  return give(op_reshape(b, c->in[0], type_dims(c->out[0])), out);
}

// Identity;  of a splat;  transpose(transpose x);  transpose(broadcast x) => broadcast x;  only
// ones move => reshape
bool simplify_transpose(Build *b, const OpCall *c, Val *out) {
  Dims perm = attr_dims(c->attrs, "permutation");
  if (dims_equal(perm, dims_iota(perm.n))) return give(c->in[0], out);
  if (splat_as(b, c, out)) return true;
  MlirOperation inner = defined_by(c->in[0], OP_TRANSPOSE);
  if (!mlirOperationIsNull(inner)) {
    Dims p = op_dims(inner, "permutation");
    return give(op_transpose(b, op_operand(inner, 0), dims_compose(p, perm)), out);
  }
  inner = defined_by(c->in[0], OP_BROADCAST_IN_DIM);
  if (!mlirOperationIsNull(inner)) {
    Dims dims = op_dims(inner, "broadcast_dimensions");
    for (int i = 0; i < dims.n; i++)
      dims.d[i] = dims_find(perm, dims.d[i]);
    bool sorted = true;
    for (int i = 1; i < dims.n; i++)
      sorted = sorted && dims.d[i] > dims.d[i - 1];
    if (sorted) return give(op_broadcast(b, op_operand(inner, 0), type_dims(c->out[0]), dims), out);
  }
  Dims x = val_dims(c->in[0]), kept = {0};
  for (int i = 0; i < perm.n; i++)
    if (x.d[perm.d[i]] != 1) kept = dims_append(kept, perm.d[i]);
  for (int i = 1; i < kept.n; i++)
    if (kept.d[i] < kept.d[i - 1]) return false;
  return give(op_reshape(b, c->in[0], type_dims(c->out[0])), out);
}

//===-- pad, concatenate, slices ----------------------------------------------------===//

static bool all_zero(Dims d) {
  for (int i = 0; i < d.n; i++)
    if (d.d[i]) return false;
  return true;
}

bool simplify_pad(Build *b, const OpCall *c, Val *out) {
  bool nothing = all_zero(attr_dims(c->attrs, "low")) && all_zero(attr_dims(c->attrs, "high")) &&
                 all_zero(attr_dims(c->attrs, "interior"));
  return nothing && give(c->in[0], out);
}

// Of one operand; operands without elements.
bool simplify_concatenate(Build *b, const OpCall *c, Val *out) {
  if (c->nin == 1) return give(c->in[0], out);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  int n = 0;
  for (int i = 0; i < c->nin; i++)
    if (type_count(mlirValueGetType(c->in[i]))) in[n++] = c->in[i];
  if (n == c->nin || !n) return false;
  return give(op_result(build_op(b, c->kind, n, in, c->attrs, 1, NULL), 0), out);
}

static Val slice(Build *b, Val x, Dims from, Dims to, Dims by) {
  MlirContext ctx = b->ctx;
  MlirAttribute attrs =
      attrs_make(ctx, 3, "start_indices", attr_of_dims(ctx, from), "limit_indices",
                 attr_of_dims(ctx, to), "strides", attr_of_dims(ctx, by));
  return op_result(build_op(b, OP_SLICE, 1, &x, attrs, 1, NULL), 0);
}

// All of x;  of a splat;  slice(slice x) => slice x
bool simplify_slice(Build *b, const OpCall *c, Val *out) {
  if (same_type(c)) return give(c->in[0], out);
  if (splat_as(b, c, out)) return true;
  MlirOperation inner = defined_by(c->in[0], OP_SLICE);
  if (mlirOperationIsNull(inner)) return false;
  Dims from = attr_dims(c->attrs, "start_indices"), to = attr_dims(c->attrs, "limit_indices");
  Dims by = attr_dims(c->attrs, "strides"), y = type_dims(c->out[0]);
  Dims from1 = op_dims(inner, "start_indices"), by1 = op_dims(inner, "strides");
  for (int i = 0; i < from.n; i++) {
    from.d[i] = from1.d[i] + from.d[i] * by1.d[i];
    by.d[i] *= by1.d[i];
    to.d[i] = y.d[i] ? from.d[i] + (y.d[i] - 1) * by.d[i] + 1 : from.d[i];
  }
  return give(slice(b, op_operand(inner, 0), from, to, by), out);
}

// Known start indices, clamped => slice
bool simplify_dynamic_slice(Build *b, const OpCall *c, Val *out) {
  Dims x = val_dims(c->in[0]), sizes = attr_dims(c->attrs, "slice_sizes"), from = sizes, to = sizes;
  if (same_type(c)) return give(c->in[0], out);
  for (int i = 0; i < x.n; i++) {
    double at = 0;
    if (sizes.d[i] != x.d[i] && !constant_splat(c->in[1 + i], &at)) return false;
    int64_t last = x.d[i] - sizes.d[i];
    from.d[i] = at < 0 ? 0 : at > (double)last ? last : (int64_t)at;
    to.d[i] = from.d[i] + sizes.d[i];
  }
  return give(slice(b, c->in[0], from, to, dims_fill(x.n, 1)), out);
}

//===-- reductions ------------------------------------------------------------------===//

// Over axes of size 1 => reshape
bool simplify_reduce(Build *b, const OpCall *c, Val *out) {
  Dims axes = attr_dims(c->attrs, "axes"), x = val_dims(c->in[0]);
  if (!only_ones(x, axes)) return false;
  return give(op_reshape(b, c->in[0], type_dims(c->out[0])), out);
}

//===-- dot_general -----------------------------------------------------------------===//

typedef struct Dot {
  Dims contract[2], batch[2];
} Dot;

static Dot dot_of(MlirAttribute attrs) {
  return (Dot){{attr_dims(attrs, "lhs_contracting"), attr_dims(attrs, "rhs_contracting")},
               {attr_dims(attrs, "lhs_batch"), attr_dims(attrs, "rhs_batch")}};
}

static Val build_dot(Build *b, Val x, Val y, const Dot *d, MlirType type) {
  MlirContext ctx = b->ctx;
  MlirAttribute attrs =
      attrs_make(ctx, 4, "lhs_contracting", attr_of_dims(ctx, d->contract[0]), "rhs_contracting",
                 attr_of_dims(ctx, d->contract[1]), "lhs_batch", attr_of_dims(ctx, d->batch[0]),
                 "rhs_batch", attr_of_dims(ctx, d->batch[1]));
  MlirOperation op = build_op(b, OP_DOT_GENERAL, 2, (Val[]){x, y}, attrs, 1, &type);
  return op_result(op, 0);
}

// The free dimensions keep their order under the permutation.
static bool free_in_order(Dims perm, const Dot *d, int side) {
  int64_t last = -1;
  for (int i = 0; i < perm.n; i++) {
    if (dims_has(d->contract[side], i) || dims_has(d->batch[side], i)) continue;
    if (perm.d[i] < last) return false;
    last = perm.d[i];
  }
  return true;
}

// dot(transpose x, y) => dot(x, y) with other dimension numbers
bool simplify_dot_operands(Build *b, const OpCall *c, Val *out) {
  Dot d = dot_of(c->attrs);
  Val in[2] = {c->in[0], c->in[1]};
  bool changed = false;
  for (int side = 0; side < 2; side++) {
    MlirOperation t = defined_by(in[side], OP_TRANSPOSE);
    if (mlirOperationIsNull(t)) continue;
    Dims perm = op_dims(t, "permutation");
    if (!free_in_order(perm, &d, side)) continue;
    d.contract[side] = dims_compose(perm, d.contract[side]);
    d.batch[side] = dims_compose(perm, d.batch[side]);
    in[side] = op_operand(t, 0);
    changed = true;
  }
  return changed && give(build_dot(b, in[0], in[1], &d, c->out[0]), out);
}

// Where the dimensions of an operand are in the result: `at`, the first of its free ones.
static Dims places_in_result(Val x, Dims contract, Dims batch, int at) {
  Dims to = {0};
  for (int i = 0; i < val_dims(x).n; i++)
    if (!dims_has(contract, i))
      to = dims_append(to, dims_has(batch, i) ? dims_find(batch, i) : at++);
  return to;
}

static bool ascend(Dims d) {
  for (int i = 1; i < d.n; i++)
    if (d.d[i] < d.d[i - 1]) return false;
  return true;
}

// x without its contracted dimensions, at `to` of the shape: transposed where these do not ascend.
static Val spread(Build *b, Val x, Dims contract, Dims shape, Dims to) {
  Dims d = val_dims(x), kept = {0}, order = {0}, ascending = {0};
  for (int i = 0; i < d.n; i++)
    if (!dims_has(contract, i)) kept = dims_append(kept, d.d[i]);
  if (kept.n != d.n) x = op_reshape(b, x, kept);
  if (ascend(to)) return op_broadcast(b, x, shape, to);
  for (int i = 0; i < shape.n; i++)
    if (dims_has(to, i)) {
      order = dims_append(order, dims_find(to, i));
      ascending = dims_append(ascending, i);
    }
  return op_broadcast(b, op_transpose(b, x, order), shape, ascending);
}

// The product in the order of the operand that has all of the result's dimensions, then transposed.
static bool turned_outer(Build *b, const OpCall *c, const Dot *d, const Dims *to, Val *out) {
  Dims shape = type_dims(c->out[0]), turned = shape, place = shape, at[2];
  int all = to[0].n == shape.n ? 0 : 1;
  if (to[all].n != shape.n) return false;
  for (int i = 0; i < shape.n; i++) {
    turned.d[i] = shape.d[to[all].d[i]];
    place.d[to[all].d[i]] = i;
  }
  Val in[2];
  for (int side = 0; side < 2; side++) {
    at[side] = dims_compose(place, to[side]);
    in[side] = spread(b, c->in[side], d->contract[side], turned, at[side]);
  }
  return give(op_transpose(b, op_mul(b, in[0], in[1]), place), out);
}

// dot(x, y), where a sum has one term => broadcast x * broadcast y, which kernels take in
bool simplify_dot_outer(Build *b, const OpCall *c, Val *out) {
  Dot d = dot_of(c->attrs);
  MlirType e = type_element(c->out[0]);
  for (int i = 0; i < d.contract[0].n; i++)
    if (val_dims(c->in[0]).d[d.contract[0].d[i]] != 1) return false;
  for (int side = 0; side < 2; side++)
    if (!mlirTypeEqual(val_element(c->in[side]), e)) return false;
  if (element_is_bool(e) || element_is_complex(e) || !type_count(c->out[0])) return false;
  Dims shape = type_dims(c->out[0]);
  int nbatch = d.batch[0].n, nx = val_dims(c->in[0]).n - d.contract[0].n;
  Dims to[] = {places_in_result(c->in[0], d.contract[0], d.batch[0], nbatch),
               places_in_result(c->in[1], d.contract[1], d.batch[1], nx)};
  if (!ascend(to[0]) || !ascend(to[1])) return turned_outer(b, c, &d, to, out);
  Val x = spread(b, c->in[0], d.contract[0], shape, to[0]);
  Val y = spread(b, c->in[1], d.contract[1], shape, to[1]);
  return give(op_mul(b, x, y), out);
}

// transpose(broadcast x * broadcast y) => the broadcasts along other dimensions
bool simplify_transposed_outer(Build *b, const OpCall *c, Val *out) {
  MlirOperation mul = defined_by(c->in[0], OP_MUL), from[2];
  Dims perm = attr_dims(c->attrs, "permutation"), to[2];
  if (mlirOperationIsNull(mul)) return false;
  for (int side = 0; side < 2; side++) {
    from[side] = defined_by(op_operand(mul, side), OP_BROADCAST_IN_DIM);
    if (mlirOperationIsNull(from[side])) return false;
    to[side] = op_dims(from[side], "broadcast_dimensions");
    for (int i = 0; i < to[side].n; i++)
      to[side].d[i] = dims_find(perm, to[side].d[i]);
    if (!ascend(to[side])) return false;
  }
  Dims shape = type_dims(c->out[0]);
  Val x = op_broadcast(b, op_operand(from[0], 0), shape, to[0]);
  Val y = op_broadcast(b, op_operand(from[1], 0), shape, to[1]);
  return give(op_mul(b, x, y), out);
}

// transpose(dot(x, y)) => dot(y, x), where the free dimensions change places
bool simplify_dot_result(Build *b, const OpCall *c, Val *out) {
  MlirOperation dot = defined_by(c->in[0], OP_DOT_GENERAL);
  if (mlirOperationIsNull(dot)) return false;
  Dot d = dot_of(op_attrs(dot)),
      swapped = {{d.contract[1], d.contract[0]}, {d.batch[1], d.batch[0]}};
  Val x = op_operand(dot, 0), y = op_operand(dot, 1);
  int nbatch = d.batch[0].n, nx = val_dims(x).n - nbatch - d.contract[0].n;
  int ny = val_dims(y).n - nbatch - d.contract[1].n;
  Dims perm = attr_dims(c->attrs, "permutation"), want = dims_iota(nbatch);
  for (int i = 0; i < ny; i++)
    want = dims_append(want, nbatch + nx + i);
  for (int i = 0; i < nx; i++)
    want = dims_append(want, nbatch + i);
  if (!dims_equal(perm, want)) return false;
  return give(build_dot(b, y, x, &swapped, c->out[0]), out);
}

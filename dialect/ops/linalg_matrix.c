// linalg_matrix.c -- matrices as values of the last two dimensions, for derivative rules.
#include "dialect/ops/linalg.h"

static MlirType index_type(Build *b, Val x) {
  return type_tensor(mlirIntegerTypeGet(b->ctx, 32), val_dims(x));
}

Val mat_mul(Build *b, Val x, Val y) {
  int n = val_dims(x).n;
  Dims batch = dims_iota(n - 2), last = dims_of(1, (int64_t[]){n - 1});
  Dims row = dims_of(1, (int64_t[]){n - 2});
  MlirContext ctx = b->ctx;
  MlirAttribute attrs = attrs_make(ctx, 4, "lhs_contracting", attr_of_dims(ctx, last),
                                   "rhs_contracting", attr_of_dims(ctx, row), "lhs_batch",
                                   attr_of_dims(ctx, batch), "rhs_batch", attr_of_dims(ctx, batch));
  return op_result(build_op(b, OP_DOT_GENERAL, 2, (Val[]){x, y}, attrs, 1, NULL), 0);
}

Val mat_transpose(Build *b, Val x) {
  int n = val_dims(x).n;
  Dims p = dims_iota(n);
  p.d[n - 1] = n - 2;
  p.d[n - 2] = n - 1;
  return op_transpose(b, x, p);
}

Val mat_adjoint(Build *b, Val x) {
  Val y = mat_transpose(b, x);
  return element_is_complex(val_element(x)) ? op_unary(b, OP_CONJ, y) : y;
}

// column - row compared with k.
static Val band(Build *b, Val x, OpKind compare, int64_t k) {
  int n = val_dims(x).n;
  MlirType t = index_type(b, x);
  Val row = op_iota(b, t, n - 2), column = op_iota(b, t, n - 1);
  return op_compare(b, compare, op_sub(b, column, row), op_splat_int(b, t, k));
}

Val mat_tril(Build *b, Val x, int64_t k) {
  Val keep = band(b, x, OP_LE, k);
  return op_select(b, keep, x, op_zeros(b, mlirValueGetType(x)));
}

Val mat_triu(Build *b, Val x, int64_t k) {
  Val keep = band(b, x, OP_GE, k);
  return op_select(b, keep, x, op_zeros(b, mlirValueGetType(x)));
}

Val mat_eye(Build *b, MlirType t) {
  Val zeros = op_zeros(b, t), one = band(b, zeros, OP_EQ, 0);
  return op_convert(b, one, type_element(t));
}

Val mat_rows(Build *b, Val x, int64_t m) {
  Dims d = val_dims(x), dims = dims_iota(d.n);
  dims.d[d.n - 1]++;
  return op_broadcast(b, x, dims_insert(d, d.n - 1, m), dims);
}

Val mat_columns(Build *b, Val x, int64_t m) {
  Dims d = val_dims(x);
  return op_broadcast(b, x, dims_append(d, m), dims_iota(d.n));
}

Val mat_diagonal(Build *b, Val x) {
  Val masked = op_mul(b, x, mat_eye(b, mlirValueGetType(x)));
  return op_reduce(b, OP_REDUCE_SUM, masked, dims_of(1, (int64_t[]){val_dims(x).n - 1}));
}

Val mat_slice(Build *b, Val x, int axis_from_end, int64_t from, int64_t to) {
  Dims end = val_dims(x), start = dims_fill(end.n, 0);
  start.d[end.n - axis_from_end] = from;
  end.d[end.n - axis_from_end] = to;
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "start_indices", attr_of_dims(b->ctx, start), "limit_indices",
                 attr_of_dims(b->ctx, end), "strides", attr_of_dims(b->ctx, dims_fill(end.n, 1)));
  return op_result(build_op(b, OP_SLICE, 1, &x, attrs, 1, NULL), 0);
}

Val mat_extend(Build *b, Val x, int64_t rows, int64_t columns) {
  Dims d = val_dims(x), none = dims_fill(d.n, 0), high = none;
  high.d[d.n - 2] = rows - d.d[d.n - 2];
  high.d[d.n - 1] = columns - d.d[d.n - 1];
  Val zero = op_zeros(b, type_tensor(val_element(x), (Dims){0}));
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "low", attr_of_dims(b->ctx, none), "high", attr_of_dims(b->ctx, high),
                 "interior", attr_of_dims(b->ctx, none));
  return op_result(build_op(b, OP_PAD, 2, (Val[]){x, zero}, attrs, 1, NULL), 0);
}

Val mat_solve(Build *b, Val a, Val y, unsigned flags) {
  MlirAttribute unit = attr_unit(b->ctx), none = {0};
  MlirAttribute attrs = attrs_make(b->ctx, 5, "left_side", flags & SOLVE_LEFT ? unit : none,
                                   "lower", flags & SOLVE_LOWER ? unit : none, "transpose_a",
                                   flags & SOLVE_TRANSPOSE ? unit : none, "conjugate_a",
                                   flags & SOLVE_CONJUGATE ? unit : none, "unit_diagonal",
                                   flags & SOLVE_UNIT ? unit : none);
  return op_result(build_op(b, OP_TRIANGULAR_SOLVE, 2, (Val[]){a, y}, attrs, 1, NULL), 0);
}

// linalg.c -- factorisations of matrices and triangular systems.
//
// Leading dimensions are batches, so that batching is one more of them.  Derivatives: Giles, "An
// extended collection of matrix derivative results" (2008), and the papers named below.
#include "dialect/ops/linalg.h"

LinalgCall linalg_call(const OpCall *c) {
  Dims d = val_dims(c->in[0]);
  static const struct {
    const char *name;
    int flag;
  } flags[] = {{"lower", LINALG_LOWER},           {"left_side", LINALG_LEFT},
               {"transpose_a", LINALG_TRANSPOSE}, {"conjugate_a", LINALG_CONJUGATE},
               {"unit_diagonal", LINALG_UNIT},    {"full_matrices", LINALG_FULL},
               {"compute_uv", LINALG_VECTORS},    {"vectors", LINALG_VECTORS}};
  LinalgCall call = {.batch = 1, .m = d.d[d.n - 2], .n = d.d[d.n - 1]};
  for (int i = 0; i + 2 < d.n; i++)
    call.batch *= d.d[i];
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
    if (attr_flag(c->attrs, flags[i].name)) call.flags |= flags[i].flag;
  call.dtype = (int32_t)element_dtype(val_element(c->in[0]));
  if (c->kind == OP_TRIANGULAR_SOLVE) {
    Dims y = val_dims(c->in[1]);
    call.k = y.d[call.flags & LINALG_LEFT ? y.n - 1 : y.n - 2];
  }
  return call;
}

int64_t linalg_work(OpKind k, const LinalgCall *call) {
  if (k == OP_CHOLESKY) return cjax_rt_cholesky_work(call);
  if (k == OP_TRIANGULAR_SOLVE) return cjax_rt_triangular_solve_work(call);
  if (k == OP_LU) return cjax_rt_lu_work(call);
  if (k == OP_QR) return cjax_rt_qr_work(call);
  if (k == OP_EIGH) return cjax_rt_eigh_work(call);
  if (k == OP_SVD) return cjax_rt_svd_work(call);
  if (k == OP_EIG || k == OP_SCHUR) return cjax_rt_eig_work(call);
  return 0;
}

//===-- shapes ----------------------------------------------------------------------------===//

static bool check_matrix(const OpCall *c, bool square) {
  Dims d = val_dims(c->in[0]);
  Dtype t = element_dtype(val_element(c->in[0]));
  if (t != DTYPE_F32 && t != DTYPE_F64 && t != DTYPE_C64 && t != DTYPE_C128)
    return shape_error(c,
                       "does not accept dtype %s. Accepted dtypes are subtypes of float32, "
                       "float64, complex64, complex128.",
                       dtype_name(t));
  if (d.n < 2)
    return shape_error(c, "requires an argument of at least 2 dimensions, got %s", dims_text(d));
  if (square && d.d[d.n - 2] != d.d[d.n - 1])
    return shape_error(c, "requires square matrices, got %s", dims_text(d));
  return true;
}

static MlirType real_element(MlirType e) {
  return element_is_complex(e) ? mlirComplexTypeGetElementType(e) : e;
}

// [batch..., sizes...] of element type e.
static MlirType matrix_type(const OpCall *c, MlirType e, Dims sizes) {
  Dims d = val_dims(c->in[0]);
  d.n -= 2;
  for (int i = 0; i < sizes.n; i++)
    d = dims_append(d, sizes.d[i]);
  return type_tensor(e, d);
}

static Dims sizes_1(int64_t n) { return dims_of(1, (int64_t[]){n}); }
static Dims sizes_2(int64_t m, int64_t n) { return dims_of(2, (int64_t[]){m, n}); }

static bool shape_cholesky(const OpCall *c, MlirType *out) {
  return shape_arity(c, 1, 1) && check_matrix(c, true) && shape_same(c, out);
}

static bool shape_triangular_solve(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1) || !check_matrix(c, true)) return false;
  Dims a = val_dims(c->in[0]), y = val_dims(c->in[1]);
  bool left = attr_flag(c->attrs, "left_side");
  out[0] = mlirValueGetType(c->in[1]);
  if (!mlirTypeEqual(val_element(c->in[0]), val_element(c->in[1])))
    return shape_error(c, "requires arguments of one dtype, got %s and %s",
                       type_text(mlirValueGetType(c->in[0])), type_text(out[0]));
  bool fits = a.n == y.n;
  for (int i = 0; fits && i + 2 < a.n; i++)
    fits = a.d[i] == y.d[i];
  if (!fits)
    return shape_error(c,
                       "requires both arguments to have the same number of dimensions and equal "
                       "batch dimensions, got %s and %s",
                       dims_text(a), dims_text(y));
  if (a.d[a.n - 1] == y.d[left ? y.n - 2 : y.n - 1]) return true;
  return shape_error(c, "Incompatible shapes for arguments to triangular_solve: %s and %s",
                     dims_text(a), dims_text(y));
}

static bool shape_lu(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 3) || !check_matrix(c, false)) return false;
  LinalgCall l = linalg_call(c);
  MlirType i32 = mlirIntegerTypeGet(mlirTypeGetContext(val_element(c->in[0])), 32);
  out[0] = mlirValueGetType(c->in[0]);
  out[1] = matrix_type(c, i32, sizes_1(l.m < l.n ? l.m : l.n));
  out[2] = matrix_type(c, i32, sizes_1(l.m));
  return true;
}

static bool shape_qr(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 2) || !check_matrix(c, false)) return false;
  LinalgCall l = linalg_call(c);
  MlirType e = val_element(c->in[0]);
  int64_t k = l.flags & LINALG_FULL || l.m < l.n ? l.m : l.n;
  out[0] = matrix_type(c, e, sizes_2(l.m, k));
  out[1] = matrix_type(c, e, sizes_2(k, l.n));
  return true;
}

static bool shape_eigh(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 2) || !check_matrix(c, true)) return false;
  LinalgCall l = linalg_call(c);
  out[0] = mlirValueGetType(c->in[0]);
  out[1] = matrix_type(c, real_element(val_element(c->in[0])), sizes_1(l.n));
  return true;
}

static bool shape_svd(const OpCall *c, MlirType *out) {
  if (!check_matrix(c, false)) return false;
  LinalgCall l = linalg_call(c);
  if (!shape_arity(c, 1, l.flags & LINALG_VECTORS ? 3 : 1)) return false;
  MlirType e = val_element(c->in[0]);
  bool full = l.flags & LINALG_FULL;
  int64_t k = l.m < l.n ? l.m : l.n;
  out[0] = matrix_type(c, real_element(e), sizes_1(k));
  if (!(l.flags & LINALG_VECTORS)) return true;
  out[1] = matrix_type(c, e, sizes_2(l.m, full ? l.m : k));
  out[2] = matrix_type(c, e, sizes_2(full ? l.n : k, l.n));
  return true;
}

static bool shape_eig(const OpCall *c, MlirType *out) {
  bool vectors = attr_flag(c->attrs, "vectors");
  if (!shape_arity(c, 1, vectors ? 2 : 1) || !check_matrix(c, true)) return false;
  LinalgCall l = linalg_call(c);
  MlirType e = mlirComplexTypeGet(element_part(val_element(c->in[0])));
  out[0] = matrix_type(c, e, sizes_1(l.n));
  if (vectors) out[1] = matrix_type(c, e, sizes_2(l.n, l.n));
  return true;
}

static bool shape_schur(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 2) || !check_matrix(c, true)) return false;
  out[0] = out[1] = mlirValueGetType(c->in[0]);
  return true;
}

static bool batch_linalg(Build *b, const OpCall *c, const bool *batched, Val *out,
                         bool *out_batched) {
  MlirOperation op = build_changed(b, c, batch_all(b, c, batched), c->attrs, NULL);
  return batch_done(op, out, out_batched);
}

//===-- triangular systems, Cholesky --------------------------------------------------------===//

static Val solve_like(Build *b, const OpCall *c, Val y) {
  return op_result(build_changed(b, c, (Val[]){c->in[0], y}, c->attrs, NULL), 0);
}

// d(op(a)^-1 b) = op(a)^-1 (db - op(da) y)
static bool jvp_triangular_solve(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  bool left = attr_flag(c->attrs, "left_side"), lower = attr_flag(c->attrs, "lower");
  int64_t skip = attr_flag(c->attrs, "unit_diagonal");
  Val right = dx[1];
  if (!val_is_none(dx[0])) {
    Val da = lower ? mat_tril(b, dx[0], -skip) : mat_triu(b, dx[0], skip);
    bool transpose = attr_flag(c->attrs, "transpose_a");
    if (transpose) da = mat_transpose(b, da);
    if (attr_flag(c->attrs, "conjugate_a") && element_is_complex(val_element(da)))
      da = op_unary(b, OP_CONJ, da);
    Val da_y = left ? mat_mul(b, da, y[0]) : mat_mul(b, y[0], da);
    right = val_sum(b, right, op_neg(b, da_y));
  }
  dy[0] = solve_like(b, c, right);
  return true;
}

static bool transpose_triangular_solve(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                       Val *ct_in) {
  ct_in[0] = ct_in[1] = VAL_NONE;
  if (!linear[1] || val_is_none(ct[0])) return true;
  bool transpose = attr_flag(c->attrs, "transpose_a");
  MlirAttribute flag = transpose ? (MlirAttribute){0} : attr_unit(b->ctx);
  OpCall other = *c;
  other.attrs = attrs_with(b->ctx, c->attrs, "transpose_a", flag);
  ct_in[1] = solve_like(b, &other, ct[0]);
  return true;
}

// dl = l phi(l^-1 dx l^-H), phi: the lower triangle, its diagonal halved.
static bool jvp_cholesky(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val l = y[0];
  unsigned adjoint = SOLVE_LOWER | SOLVE_TRANSPOSE | SOLVE_CONJUGATE;
  Val s = mat_solve(b, l, dx[0], adjoint);
  s = mat_tril(b, mat_solve(b, l, s, SOLVE_LEFT | SOLVE_LOWER), 0);
  Val eye = mat_eye(b, mlirValueGetType(s));
  s = op_div(b, s, op_add_scalar(b, eye, 1));
  dy[0] = mat_mul(b, l, s);
  return true;
}

//===-- LU ----------------------------------------------------------------------------------===//

// x[..., perm[..., i], :]
static Val take_rows(Build *b, Val x, Val perm) {
  Dims d = val_dims(x), p = val_dims(perm), batch = dims_iota(d.n - 2), slice = dims_fill(d.n, 1);
  Dims row = dims_of(1, (int64_t[]){d.n - 2}), last = dims_of(1, (int64_t[]){d.n - 1});
  slice.d[d.n - 1] = d.d[d.n - 1];
  MlirContext ctx = b->ctx;
  Val in[] = {x, op_reshape(b, perm, dims_append(p, 1))};
  MlirAttribute attrs = attrs_make(
      ctx, 7, "offset_dims", attr_of_dims(ctx, last), "collapsed_slice_dims",
      attr_of_dims(ctx, row), "start_index_map", attr_of_dims(ctx, row), "operand_batching_dims",
      attr_of_dims(ctx, batch), "start_indices_batching_dims", attr_of_dims(ctx, batch),
      "slice_sizes", attr_of_dims(ctx, slice), "mode", attr_of_text(ctx, "promise_in_bounds"));
  return op_result(build_op(b, OP_GATHER, 2, in, attrs, 1, NULL), 0);
}

// The identity of size n, but zero in its first k diagonal elements, like x in all else.
static Val eye_after(Build *b, Val x, int64_t n, int64_t k) {
  Dims d = val_dims(x);
  d.d[d.n - 2] = d.d[d.n - 1] = n;
  Val eye = mat_eye(b, type_tensor(val_element(x), d));
  Dims first = d;
  first.d[d.n - 2] = first.d[d.n - 1] = k;
  Val part = mat_eye(b, type_tensor(val_element(x), first));
  return k ? op_sub(b, eye, mat_extend(b, part, n, n)) : eye;
}

// With x' = dx[perm], l square with ones below u, u square with ones after it:
// s = l^-1 x' u^-1, d(lu) = l strictly_lower(s) + upper(s) u.
// Source: de Hoog et al., "Differentiation of matrix functionals using triangular factorization".
static bool jvp_lu(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Dims d = val_dims(y[0]);
  int64_t m = d.d[d.n - 2], n = d.d[d.n - 1], k = m < n ? m : n;
  Val x = take_rows(b, dx[0], y[2]);
  Val l = mat_extend(b, mat_tril(b, mat_slice(b, y[0], 1, 0, k), -1), m, m);
  l = op_add(b, l, eye_after(b, y[0], m, 0));
  Val u = mat_extend(b, mat_triu(b, mat_slice(b, y[0], 2, 0, k), 0), n, n);
  if (n > k) u = op_add(b, u, eye_after(b, y[0], n, k));
  Val s = mat_solve(b, l, x, SOLVE_LEFT | SOLVE_LOWER | SOLVE_UNIT);
  s = mat_solve(b, u, s, 0);
  Val dl = mat_mul(b, l, mat_tril(b, s, -1)), du = mat_mul(b, mat_triu(b, s, 0), u);
  dy[0] = op_add(b, dl, du);
  dy[1] = dy[2] = VAL_NONE;
  return true;
}

//===-- QR ----------------------------------------------------------------------------------===//

// With s = q^H dx r^-1 and o = strictly_lower(s) - its adjoint:
// dq = q (o - s) + dx r^-1, dr = (s - o) r.
static bool jvp_qr(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  LinalgCall l = linalg_call(c);
  if (l.m < l.n || (l.flags & LINALG_FULL && l.m != l.n))
    return shape_raise(c, "NotImplementedError",
                       "Unimplemented case of QR decomposition derivative");
  Val q = y[0], r = y[1], dx_r = mat_solve(b, r, dx[0], 0);
  Val s = mat_mul(b, mat_adjoint(b, q), dx_r), low = mat_tril(b, s, -1);
  Val o = op_sub(b, low, mat_adjoint(b, low));
  if (element_is_complex(val_element(q))) {
    Val eye = mat_eye(b, mlirValueGetType(s)),
        real = op_scale(b, op_add(b, s, mat_adjoint(b, s)), 0.5);
    o = op_add(b, o, op_mul(b, eye, op_sub(b, s, real)));
  }
  Val turn = mat_mul(b, q, op_sub(b, o, s));
  dy[0] = op_add(b, turn, dx_r);
  dy[1] = mat_mul(b, op_sub(b, s, o), r);
  return true;
}

//===-- eigenvalues and singular values -------------------------------------------------------===//

static Val real_part(Build *b, Val x) {
  return element_is_complex(val_element(x)) ? op_unary(b, OP_REAL, x) : x;
}

// s = v^H dx v: dw = diag(s), dv = v (s / (w_j - w_i), zero on the diagonal).
static bool jvp_eigh(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val v = y[0], w = op_convert(b, y[1], val_element(v));
  int64_t n = linalg_call(c).n;
  Val s = mat_mul(b, mat_mul(b, mat_adjoint(b, v), dx[0]), v);
  Val eye = mat_eye(b, mlirValueGetType(v)), rows = mat_rows(b, w, n),
      columns = mat_columns(b, w, n);
  Val gap = op_sub(b, op_add(b, eye, rows), columns);
  Val one = op_splat_like(b, gap, 1), f = op_sub(b, op_div(b, one, gap), eye);
  dy[0] = mat_mul(b, v, op_mul(b, f, s));
  dy[1] = real_part(b, mat_diagonal(b, s));
  return true;
}

// a^-1 y by LU.
static Val general_solve(Build *b, Val a, Val y) {
  MlirOperation op = build_op(b, OP_LU, 1, &a, (MlirAttribute){0}, 3, NULL);
  Val x = take_rows(b, y, op_result(op, 2));
  x = mat_solve(b, op_result(op, 0), x, SOLVE_LEFT | SOLVE_LOWER | SOLVE_UNIT);
  return mat_solve(b, op_result(op, 0), x, SOLVE_LEFT);
}

// dw = diag(v^-1 dx v)
static bool jvp_eig(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  if (c->nout == 2)
    return shape_raise(c, "NotImplementedError",
                       "The derivatives of non-symmetric eigenvectors are not supported. Only "
                       "first-order derivatives of eigenvalues are supported.");
  MlirAttribute attrs = attrs_make(b->ctx, 1, "vectors", attr_unit(b->ctx));
  Val v = op_result(build_op(b, OP_EIG, 1, c->in, attrs, 2, NULL), 1), t = dx[0];
  if (!element_is_complex(val_element(t))) t = op_complex(b, t, op_zeros(b, mlirValueGetType(t)));
  dy[0] = mat_diagonal(b, general_solve(b, v, mat_mul(b, t, v)));
  return true;
}

static bool jvp_schur(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  return shape_raise(c, "NotImplementedError", "Differentiation rule for 'schur' not implemented");
}

typedef struct SvdTangent {
  Val s, u, vt; // s with u's element type
  Val dx, ds;   // ds = u^H dx v
  int64_t m, n, k;
} SvdTangent;

// 1 / x off the zeros that `mask` (0 or 1) marks, where it is 0.
static Val safe_inverse(Build *b, Val x, Val mask) {
  Val one = op_splat_like(b, x, 1), safe = op_add(b, x, mask);
  return op_sub(b, op_div(b, one, safe), mask);
}

static void svd_vectors(Build *b, const SvdTangent *t, Val *dy) {
  Val s = t->s, rows = mat_rows(b, s, t->k), columns = mat_columns(b, s, t->k);
  Val eye = mat_eye(b, mlirValueGetType(t->ds));
  Val sum = op_add(b, rows, columns), gap = op_sub(b, rows, columns);
  Val f = safe_inverse(b, op_mul(b, sum, gap), eye);
  Val zero = op_convert(b, op_compare(b, OP_EQ, s, op_splat_like(b, s, 0)), val_element(s));
  Val inverse = op_mul(b, eye, mat_rows(b, safe_inverse(b, s, zero), t->k));
  Val ds_s = op_mul(b, rows, t->ds), s_ds = op_mul(b, columns, t->ds);
  Val skew = op_scale(b, op_sub(b, t->ds, mat_adjoint(b, t->ds)), 0.5);
  Val du = op_mul(b, f, op_add(b, ds_s, mat_adjoint(b, ds_s)));
  du = mat_mul(b, t->u, op_add(b, du, op_mul(b, skew, inverse)));
  Val v = mat_adjoint(b, t->vt), ut = mat_adjoint(b, t->u);
  Val dv = mat_mul(b, v, op_mul(b, f, op_add(b, s_ds, mat_adjoint(b, s_ds))));
  if (t->m > t->n) {
    Val x = mat_mul(b, t->dx, v), in = mat_mul(b, t->u, mat_mul(b, ut, x));
    du = op_add(b, du, op_div(b, op_sub(b, x, in), mat_rows(b, s, t->m)));
  }
  if (t->n > t->m) {
    Val x = mat_mul(b, mat_adjoint(b, t->dx), t->u), in = mat_mul(b, v, mat_mul(b, t->vt, x));
    dv = op_add(b, dv, op_div(b, op_sub(b, x, in), mat_rows(b, s, t->n)));
  }
  dy[1] = du;
  dy[2] = mat_adjoint(b, dv);
}

// Source: Townsend, "Differentiating the singular value decomposition" (2016).
static bool jvp_svd(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  LinalgCall l = linalg_call(c);
  bool vectors = l.flags & LINALG_VECTORS;
  if (vectors && l.flags & LINALG_FULL && l.m != l.n)
    return shape_raise(c, "NotImplementedError",
                       "Singular value decomposition JVP not implemented for full matrices");
  Val uv[3] = {y[0], vectors ? y[1] : VAL_NONE, vectors ? y[2] : VAL_NONE};
  if (!vectors) {
    MlirAttribute attrs = attrs_make(b->ctx, 1, "compute_uv", attr_unit(b->ctx));
    MlirOperation op = build_op(b, OP_SVD, 1, c->in, attrs, 3, NULL);
    for (int i = 0; i < 3; i++)
      uv[i] = op_result(op, i);
  }
  SvdTangent t = {op_convert(b, uv[0], val_element(uv[1])),
                  uv[1],
                  uv[2],
                  dx[0],
                  VAL_NONE,
                  l.m,
                  l.n,
                  l.m < l.n ? l.m : l.n};
  Val left = mat_mul(b, mat_adjoint(b, t.u), dx[0]);
  t.ds = mat_mul(b, left, mat_adjoint(b, t.vt));
  dy[0] = real_part(b, mat_diagonal(b, t.ds));
  if (vectors) svd_vectors(b, &t, dy);
  return true;
}

#define LINALG(name, ...)                                                                          \
  const OpRules rules_##name = {.shape = shape_##name,                                             \
                                .batch = batch_linalg,                                             \
                                .jvp = jvp_##name,                                                 \
                                .flags = OP_EXPENSIVE | OP_WHOLE __VA_OPT__(, ) __VA_ARGS__}
LINALG(cholesky);
LINALG(triangular_solve, .transpose = transpose_triangular_solve);
LINALG(lu);
LINALG(qr);
LINALG(eigh);
LINALG(svd);
LINALG(eig);
LINALG(schur);

// factor.c -- what factorisations of matrices are made of: reflections, permutations, tridiagonal
// systems.
//
// Leading dimensions are batches.  The library computes them; as in JAX, only tridiagonal_solve has
// a derivative, which follows from its definition.
#include "dialect/define.h"
#include "dialect/rules.h"

static bool check_float(const OpCall *c, int rank) {
  MlirType e = val_element(c->in[0]);
  if (!element_is_inexact(e) || element_bits(element_part(e)) < 32)
    return shape_error(c,
                       "does not accept dtype %s. Accepted dtypes are subtypes of float32, "
                       "float64, complex64, complex128.",
                       dtype_name(element_dtype(e)));
  for (int i = 0; i < c->nin; i++)
    if (!mlirTypeEqual(e, val_element(c->in[i])) || val_dims(c->in[i]).n < rank)
      return shape_error(c, "requires operands of one dtype with at least %d dimensions, got %s",
                         rank, type_text(mlirValueGetType(c->in[i])));
  return true;
}

static bool bad_shapes(const OpCall *c) {
  const char *other = c->nin > 1 ? type_text(mlirValueGetType(c->in[c->nin - 1])) : "";
  return shape_error(c, "got operands that do not fit: %s %s",
                     type_text(mlirValueGetType(c->in[0])), other);
}

// The first n entries of d.
static Dims dims_head(Dims d, int n) {
  d.n = n;
  return d;
}

// One more batch dimension of every operand and result.
static bool batch_leading(Build *b, const OpCall *c, const bool *batched, Val *out,
                          bool *out_batched) {
  MlirOperation op = build_changed(b, c, batch_all(b, c, batched), c->attrs, NULL);
  return batch_done(op, out, out_batched);
}

static bool shape_lu_pivots_to_permutation(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  Dims d = type_dims(t);
  int64_t n = attr_int(c->attrs, "permutation_size");
  if (!element_is_integer(type_element(t)) || element_bits(type_element(t)) != 32)
    return shape_error(c, "requires pivots of type int32 or uint32, got %s", type_text(t));
  if (!d.n || d.d[d.n - 1] > n)
    return shape_raise(c, "ValueError", "Output permutation size %lld has to exceed the trailing "
                       "dimension of the pivots. Got pivots size %s",
                       (long long)n, dims_text(d));
  d.d[d.n - 1] = n;
  out[0] = type_with_dims(t, d);
  return true;
}

static bool shape_tridiagonal_solve(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 4, 1) || !check_float(c, 1)) return false;
  Dims d = val_dims(c->in[1]), b = val_dims(c->in[3]);
  bool ok = b.n == d.n + 1 && dims_equal(dims_head(b, d.n), d) &&
            dims_equal(val_dims(c->in[0]), d) && dims_equal(val_dims(c->in[2]), d);
  out[0] = mlirValueGetType(c->in[3]);
  return ok || bad_shapes(c);
}

static int64_t smaller(int64_t x, int64_t y) { return x < y ? x : y; }

static bool shape_geqrf(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 2) || !check_float(c, 2)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  Dims d = type_dims(t), taus = dims_head(d, d.n - 1);
  taus.d[d.n - 2] = smaller(d.d[d.n - 2], d.d[d.n - 1]);
  out[0] = t;
  out[1] = type_with_dims(t, taus);
  return true;
}

static bool shape_hessenberg(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 2) || !check_float(c, 2)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  Dims d = type_dims(t), taus = dims_head(d, d.n - 1);
  int64_t n = d.d[d.n - 1];
  if (d.d[d.n - 2] != n || !n) return bad_shapes(c);
  taus.d[d.n - 2] = n - 1;
  out[0] = t;
  out[1] = type_with_dims(t, taus);
  return true;
}

static bool shape_householder_product(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1) || !check_float(c, 1)) return false;
  Dims d = val_dims(c->in[0]), taus = val_dims(c->in[1]);
  bool ok = d.n >= 2 && taus.n == d.n - 1 && d.d[d.n - 2] >= d.d[d.n - 1] &&
            taus.d[taus.n - 1] <= d.d[d.n - 1] &&
            dims_equal(dims_head(d, d.n - 2), dims_head(taus, d.n - 2));
  out[0] = mlirValueGetType(c->in[0]);
  return ok || bad_shapes(c);
}

static bool shape_symmetric_product(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1) || !check_float(c, 2)) return false;
  Dims a = val_dims(c->in[0]), s = val_dims(c->in[1]);
  bool ok = a.n == s.n && dims_equal(dims_head(a, a.n - 1), dims_head(s, a.n - 1)) &&
            s.d[s.n - 1] == a.d[a.n - 2];
  out[0] = mlirValueGetType(c->in[1]);
  return ok || bad_shapes(c);
}

static bool shape_ormqr(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 3, 1) || !check_float(c, 1)) return false;
  Dims a = val_dims(c->in[0]), taus = val_dims(c->in[1]), x = val_dims(c->in[2]);
  int n = a.n;
  bool ok = n >= 2 && x.n == n && taus.n == n - 1 &&
            dims_equal(dims_head(a, n - 2), dims_head(x, n - 2)) &&
            dims_equal(dims_head(a, n - 2), dims_head(taus, n - 2)) &&
            taus.d[n - 2] <= smaller(a.d[n - 2], a.d[n - 1]) &&
            x.d[attr_flag(c->attrs, "left") ? n - 2 : n - 1] == a.d[n - 2];
  out[0] = mlirValueGetType(c->in[2]);
  return ok || bad_shapes(c);
}

static bool shape_tridiagonal(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 4) || !check_float(c, 2)) return false;
  MlirType t = mlirValueGetType(c->in[0]), real;
  Dims d = type_dims(t), side = dims_head(d, d.n - 1), below = side;
  if (d.d[d.n - 2] != d.d[d.n - 1] || !d.d[d.n - 1]) return bad_shapes(c);
  below.d[d.n - 2]--;
  real = type_with_element(t, element_part(type_element(t)));
  out[0] = t;
  out[1] = type_with_dims(real, side);
  out[2] = type_with_dims(real, below);
  out[3] = type_with_dims(t, below);
  return true;
}

static bool shape_cholesky_update(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1) || !check_float(c, 1)) return false;
  Dims r = val_dims(c->in[0]), w = val_dims(c->in[1]);
  bool ok = r.n >= 2 && w.n == r.n - 1 && r.d[r.n - 1] == r.d[r.n - 2] &&
            dims_equal(dims_head(r, w.n), w) && !element_is_complex(val_element(c->in[0]));
  out[0] = mlirValueGetType(c->in[0]);
  return ok || bad_shapes(c);
}

#define FACTOR(name, more)                                                                         \
  const OpRules rules_##name = {.shape = shape_##name,                                             \
                                .batch = batch_leading,                                            \
                                .expand = expand_definition,                                       \
                                .flags = OP_DEFINED | (more)};
FACTOR(lu_pivots_to_permutation, OP_ZERO_TANGENT)
FACTOR(tridiagonal_solve, 0)
FACTOR(geqrf, OP_NONDIFF)
FACTOR(hessenberg, OP_NONDIFF)
FACTOR(householder_product, OP_NONDIFF)
FACTOR(symmetric_product, OP_NONDIFF)
FACTOR(ormqr, OP_NONDIFF)
FACTOR(tridiagonal, OP_NONDIFF)
FACTOR(cholesky_update, OP_NONDIFF)

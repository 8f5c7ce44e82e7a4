// transform.c -- vmap, jvp, vjp and the transpose of a function.
//
// Each expands to calls of functions that the engines derive (dialect/transforms/), once per
// signature.
#include "dialect/location.h"
#include "dialect/op.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

#include <mlir-c/BuiltinAttributes.h>
#include <mlir-c/BuiltinTypes.h>

// Types are checked against the callee when the op is expanded: a verifier sees one op at a time.
static bool shape_declared_results(const OpCall *c, MlirType *out) {
  if (c->nout && !c->out) return shape_error(c, "result types missing");
  for (int i = 0; i < c->nout; i++)
    out[i] = c->out[i];
  return true;
}

// Lists of axes and arguments have any length, unlike Dims.
static int list_size(MlirAttribute list) { return (int)mlirDenseArrayGetNumElements(list); }
static int64_t list_at(MlirAttribute list, int i) { return mlirDenseI64ArrayGetElement(list, i); }

static bool shape_vmap(const OpCall *c, MlirType *out) {
  MlirAttribute in_axes = attr_get(c->attrs, "in_axes"), out_axes = attr_get(c->attrs, "out_axes");
  int64_t size = attr_int(c->attrs, "axis_size");
  int nin = list_size(in_axes), nout = list_size(out_axes);
  if (nin != c->nin || nout != c->nout)
    return shape_error(c, "%d in_axes for %d arguments, %d out_axes for %d results", nin, c->nin,
                       nout, c->nout);
  for (int i = 0; i < c->nin; i++) {
    Dims d = val_dims(c->in[i]);
    int64_t axis = list_at(in_axes, i);
    if (axis >= 0 && (axis >= d.n || d.d[axis] != size))
      return shape_error(c, "axis %lld of argument %s has not size %lld", (long long)axis,
                         type_text(mlirValueGetType(c->in[i])), (long long)size);
  }
  return shape_declared_results(c, out);
}

static bool shape_jvp(const OpCall *c, MlirType *out) {
  MlirAttribute wrt = attr_get(c->attrs, "wrt");
  int n = list_size(wrt), nargs = c->nin - n;
  for (int i = 0; i < n; i++) {
    int64_t at = list_at(wrt, i);
    if (at < 0 || at >= nargs || (i && at <= list_at(wrt, i - 1)))
      return shape_error(c, "wrt[%d] = %lld must be sorted and within %d arguments", i,
                         (long long)at, nargs);
    MlirType t = mlirValueGetType(c->in[at]), dt = mlirValueGetType(c->in[nargs + i]);
    if (!mlirTypeEqual(t, dt))
      return shape_error(c, "tangent %s for an argument %s", type_text(dt), type_text(t));
  }
  return shape_declared_results(c, out);
}

//===-- against the function --------------------------------------------------------===//

// The function that an op names, and what the op says of its types so far.
typedef struct Callee {
  const OpCall *c;
  MlirOperation func;
  int nin, nout;
  bool ok;
} Callee;

static Callee callee_of(Build *b, const OpCall *c) {
  MlirAttribute symbol = attr_get(c->attrs, "callee");
  MlirOperation f = func_lookup(b->module, symbol);
  if (mlirOperationIsNull(f) || mlirBlockIsNull(func_body(f))) {
    MlirStringRef s = mlirFlatSymbolRefAttrGetValue(symbol);
    diag_error(loc_range(c->loc), NULL, NULL, "%s: no function @%.*s", op_name(c->kind),
               (int)s.length, s.data);
    return (Callee){.c = c};
  }
  return (Callee){c, f, func_nin(f), func_nout(f), true};
}

static void expect_count(Callee *f, const char *what, int n, int want) {
  if (!f->ok || n == want) return;
  f->ok = shape_error(f->c, "%d %s for a function of %d arguments and %d results, not %d", n, what,
                      f->nin, f->nout, want);
}

static void expect_type(Callee *f, const char *what, Val x, MlirType want) {
  if (!f->ok || mlirTypeEqual(mlirValueGetType(x), want)) return;
  f->ok = shape_error(f->c, "%s %s where the function has %s", what,
                      type_text(mlirValueGetType(x)), type_text(want));
}

static void expect_arguments(Callee *f, int n) {
  for (int i = 0; f->ok && i < n; i++)
    expect_type(f, "argument", f->c->in[i], func_in(f->func, i));
}

static void expect_wrt(Callee *f) {
  MlirAttribute wrt = attr_get(f->c->attrs, "wrt");
  for (int i = 0; f->ok && i < list_size(wrt); i++) {
    int64_t at = list_at(wrt, i);
    if (at >= 0 && at < f->nin && (!i || at > list_at(wrt, i - 1))) continue;
    f->ok = shape_error(f->c, "wrt[%d] = %lld must be sorted and within %d arguments", i,
                        (long long)at, f->nin);
  }
}

static int inexact_results(const Callee *f) {
  int n = 0;
  for (int i = 0; f->ok && i < f->nout; i++)
    n += type_is_inexact(func_out(f->func, i));
  return n;
}

static bool expand_vmap(Build *b, const OpCall *c, Val *out) {
  Callee f = callee_of(b, c);
  expect_count(&f, "arguments", c->nin, f.nin);
  expect_count(&f, "results", c->nout, f.nout);
  for (int i = 0; f.ok && i < f.nin; i++) {
    int64_t axis = list_at(attr_get(c->attrs, "in_axes"), i);
    MlirType t = func_in(f.func, i);
    Dims d = type_dims(t);
    if (axis > d.n) f.ok = shape_error(c, "axis %lld of argument %d", (long long)axis, i);
    if (!f.ok) break;
    if (axis >= 0)
      t = type_with_dims(t, dims_insert(d, (int)axis, attr_int(c->attrs, "axis_size")));
    expect_type(&f, "argument", c->in[i], t);
  }
  MlirAttribute out_axes = attr_get(c->attrs, "out_axes");
  for (int i = 0; f.ok && i < f.nout; i++)
    if (list_at(out_axes, i) > type_dims(func_out(f.func, i)).n)
      f.ok = shape_error(c, "out axis %lld of result %d", (long long)list_at(out_axes, i), i);
  return f.ok && vmap_expand(b, c, f.func, out);
}

static bool expand_jvp(Build *b, const OpCall *c, Val *out) {
  Callee f = callee_of(b, c);
  expect_count(&f, "operands", c->nin, f.nin + list_size(attr_get(c->attrs, "wrt")));
  expect_count(&f, "results", c->nout, f.nout + inexact_results(&f));
  expect_arguments(&f, f.nin);
  return f.ok && jvp_expand(b, c, f.func, out);
}

static bool expand_vjp(Build *b, const OpCall *c, Val *out) {
  Callee f = callee_of(b, c);
  expect_wrt(&f);
  expect_count(&f, "operands", c->nin, f.nin + inexact_results(&f));
  expect_count(&f, "results", c->nout, f.nout + list_size(attr_get(c->attrs, "wrt")));
  expect_arguments(&f, f.nin);
  for (int i = 0, k = f.nin; f.ok && i < f.nout; i++)
    if (type_is_inexact(func_out(f.func, i)))
      expect_type(&f, "cotangent", c->in[k++], func_out(f.func, i));
  return f.ok && vjp_expand(b, c, f.func, out);
}

static bool expand_linear_transpose(Build *b, const OpCall *c, Val *out) {
  Callee f = callee_of(b, c);
  int64_t n = attr_int(c->attrs, "residuals");
  if (f.ok && (n < 0 || n > f.nin))
    f.ok = shape_error(c, "%lld residuals for %d arguments", (long long)n, f.nin);
  expect_count(&f, "operands", c->nin, (int)n + f.nout);
  expect_count(&f, "results", c->nout, f.nin - (int)n);
  expect_arguments(&f, (int)n);
  for (int i = 0; f.ok && i < f.nout; i++)
    expect_type(&f, "cotangent", c->in[n + i], func_out(f.func, i));
  return f.ok && transpose_expand(b, c, f.func, out);
}

const OpRules rules_vmap = {.shape = shape_vmap, .expand = expand_vmap};
const OpRules rules_jvp = {.shape = shape_jvp, .expand = expand_jvp};
const OpRules rules_vjp = {.shape = shape_declared_results, .expand = expand_vjp};
const OpRules rules_linear_transpose = {.shape = shape_declared_results,
                                        .expand = expand_linear_transpose};

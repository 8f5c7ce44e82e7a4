// transform.c -- vmap, jvp and vjp of a function.
//
// Each expands to calls of functions that the engines derive (dialect/transforms/), once per
// signature.
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

static MlirOperation callee_of(Build *b, const OpCall *c) {
  return func_lookup(b->module, attr_get(c->attrs, "callee"));
}

static bool expand_vmap(Build *b, const OpCall *c, Val *out) {
  return vmap_expand(b, c, callee_of(b, c), out);
}
static bool expand_jvp(Build *b, const OpCall *c, Val *out) {
  return jvp_expand(b, c, callee_of(b, c), out);
}
static bool expand_vjp(Build *b, const OpCall *c, Val *out) {
  return vjp_expand(b, c, callee_of(b, c), out);
}

const OpRules rules_vmap = {.shape = shape_vmap, .expand = expand_vmap};
const OpRules rules_jvp = {.shape = shape_jvp, .expand = expand_jvp};
const OpRules rules_vjp = {.shape = shape_declared_results, .expand = expand_vjp};

// custom.c -- functions with derivative rules of their own.
//
//   %y = cjax.custom_jvp_call @f(%x) jvp @f_jvp      jvp:  %y, %dy = call @f_jvp(%x, %dx)
//   %y = cjax.custom_vjp_call @f(%x) fwd @f_fwd bwd @f_bwd
//      linearize:  %y, %r = call @f_fwd(%x) ; %dy = cjax.custom_lin @f_bwd(%r, %dx)
//                  whose transpose is  %ct_x = call @f_bwd(%r, %ct_y)
//
// `segments` counts the operands: arguments, then what each function captures besides.  @f takes
// the arguments and its captures; @f_jvp arguments, tangents of those of floating type, captures;
// @f_fwd as @f, giving results and residuals; @f_bwd residuals, cotangents of the results of
// floating type, captures, giving cotangents of the arguments of floating type.  Where nothing is
// differentiated the op is a call of @f.
#include "dialect/location.h"
#include "dialect/rules.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static bool shape_custom(const OpCall *c, MlirType *out) {
  int n, sum = 0;
  MlirAttribute list = attr_get(c->attrs, "segments");
  n = (int)mlirDenseArrayGetNumElements(list);
  for (int i = 0; i < n; i++) {
    int64_t k = mlirDenseI64ArrayGetElement(list, i);
    if (k < 0) return shape_error(c, "segment %d is negative", i);
    if (k > c->nin) return shape_error(c, "segment %d is %lld", i, (long long)k);
    sum += (int)k;
  }
  bool three = c->kind == OP_CUSTOM_JVP_CALL || c->kind == OP_CUSTOM_VMAP_CALL;
  int want = three ? 3 : c->kind == OP_CUSTOM_LIN ? 2 : 4;
  if (n != want) return shape_error(c, "%d segments, not %d", n, want);
  if (c->kind == OP_CUSTOM_LIN ? sum > c->nin : sum != c->nin)
    return shape_error(c, "segments of %d operands for %d", sum, c->nin);
  if (c->nout && !c->out) return shape_error(c, "result types missing");
  for (int i = 0; i < c->nout; i++)
    out[i] = c->out[i];
  return true;
}

static bool shape_custom_vmap_call(const OpCall *c, MlirType *out) {
  MlirAttribute in = attr_get(c->attrs, "in_batched"), to = attr_get(c->attrs, "out_batched");
  if (!shape_custom(c, out)) return false;
  int64_t nargs = mlirDenseI64ArrayGetElement(attr_get(c->attrs, "segments"), 0);
  if (mlirDenseArrayGetNumElements(in) != nargs)
    return shape_error(c, "in_batched has %d entries for %d arguments",
                       (int)mlirDenseArrayGetNumElements(in), (int)nargs);
  if (mlirDenseArrayGetNumElements(to) != c->nout)
    return shape_error(c, "out_batched has %d entries for %d results",
                       (int)mlirDenseArrayGetNumElements(to), c->nout);
  return true;
}

// Where the parts of the operands start.
typedef struct Parts {
  int n, at[5];
} Parts;

static Parts parts_of(Build *b, const OpCall *c) {
  Parts p = {0};
  int64_t *size = attr_list(b->arena, c->attrs, "segments", &p.n);
  for (int i = 0; i < p.n; i++)
    p.at[i + 1] = p.at[i] + (int)size[i];
  return p;
}

static MlirOperation callee_of(Build *b, const OpCall *c, const char *name) {
  MlirAttribute symbol = attr_get(c->attrs, name);
  MlirOperation f = func_lookup(b->module, symbol);
  if (!mlirOperationIsNull(f)) return f;
  MlirStringRef s = mlirFlatSymbolRefAttrGetValue(symbol);
  diag_error(loc_range(c->loc), NULL, NULL, "%s: no function @%.*s", op_name(c->kind),
             (int)s.length, s.data);
  return f;
}

static bool is_inexact(const OpCall *c, int i) {
  return type_is_inexact(mlirValueGetType(c->in[i]));
}

// Part k of the operands to in, from position n on; returns where they end.
static int take_part(const OpCall *c, const Parts *p, int k, Val *in, int n) {
  for (int i = p->at[k]; i < p->at[k + 1]; i++)
    in[n++] = c->in[i];
  return n;
}

static bool call_into(Build *b, const OpCall *c, MlirOperation f, int n, const Val *in, int nout,
                      Val *out) {
  if (func_nin(f) != n || func_nout(f) < nout) {
    diag_error(loc_range(c->loc), NULL, NULL, "%s: @%s takes %d arguments and gives %d results",
               op_name(c->kind), func_name(b->arena, f), func_nin(f), func_nout(f));
    return false;
  }
  MlirOperation call = call_create(b, f, n, in);
  for (int i = 0; i < func_nout(f); i++)
    out[i] = op_result(call, i);
  return true;
}

static bool expand_custom(Build *b, const OpCall *c, Val *out) {
  MlirOperation f = callee_of(b, c, "callee");
  if (mlirOperationIsNull(f)) return false;
  Parts p = parts_of(b, c);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  int n = take_part(c, &p, 1, in, take_part(c, &p, 0, in, 0));
  return call_into(b, c, f, n, in, c->nout, out);
}

// linear_call: residuals and linear arguments come before what the function captures.
static bool expand_linear_call(Build *b, const OpCall *c, Val *out) {
  MlirOperation f = callee_of(b, c, "callee");
  if (mlirOperationIsNull(f)) return false;
  return call_into(b, c, f, parts_of(b, c).at[3], c->in, c->nout, out);
}

//===-- vmap ------------------------------------------------------------------------===//

typedef struct Flags {
  int n;
  bool *at;
} Flags;

static void add_part(Flags *f, const Parts *p, int k, const bool *batched) {
  for (int i = p->at[k]; i < p->at[k + 1]; i++)
    f->at[f->n++] = batched[i];
}

// Attribute `name`, a function, replaced by its batched form.
static MlirOperation batch_function(Build *b, const OpCall *c, const char *name, const Flags *f,
                                    const char *results, MlirAttribute *attrs) {
  MlirOperation func = callee_of(b, c, name);
  if (mlirOperationIsNull(func)) return func;
  func = vmap_function(b, func, f->at, results);
  if (mlirOperationIsNull(func)) return func;
  *attrs = attrs_with(b->ctx, *attrs, name, attr_symbol(b->ctx, func_name(b->arena, func)));
  return func;
}

static char *repeated(Build *b, char x, int n, int room) {
  char *s = ARENA_ARRAY(b->arena, char, room + 1);
  memset(s, '.', (size_t)room);
  memset(s, x, (size_t)n);
  return s;
}

static Flags flags_of(Build *b, const OpCall *c, int more) {
  return (Flags){.at = ARENA_ARRAY(b->arena, bool, 2 * c->nin + more + 1)};
}

// The op on batched functions, all of whose results are batched.
static bool batch_done_custom(Build *b, const OpCall *c, MlirAttribute attrs, Val *out,
                              bool *out_batched) {
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, c->nout + 1);
  for (int i = 0; i < c->nout; i++)
    types[i] = type_batched(b, c->out[i]);
  MlirOperation op = build_op(b, c->kind, c->nin, c->in, attrs, c->nout, types);
  for (int i = 0; !mlirOperationIsNull(op) && i < c->nout; i++) {
    out[i] = op_result(op, i);
    out_batched[i] = true;
  }
  return !mlirOperationIsNull(op);
}

static bool batch_callee(Build *b, const OpCall *c, const Parts *p, const bool *batched,
                         MlirAttribute *attrs) {
  Flags f = flags_of(b, c, 0);
  add_part(&f, p, 0, batched);
  add_part(&f, p, 1, batched);
  char *all = repeated(b, 'b', c->nout, c->nout);
  return !mlirOperationIsNull(batch_function(b, c, "callee", &f, all, attrs));
}

static bool batch_custom_jvp_call(Build *b, const OpCall *c, const bool *batched, Val *out,
                                  bool *out_batched) {
  Parts p = parts_of(b, c);
  MlirAttribute attrs = c->attrs;
  if (!batch_callee(b, c, &p, batched, &attrs)) return false;
  Flags f = flags_of(b, c, 0);
  add_part(&f, &p, 0, batched);
  for (int i = 0; i < p.at[1]; i++)
    if (is_inexact(c, i)) f.at[f.n++] = batched[i];
  add_part(&f, &p, 2, batched);
  char *all = repeated(b, 'b', 2 * c->nout, 2 * c->nout);
  int n = c->nout;
  for (int i = 0; i < c->nout; i++)
    n += type_is_inexact(c->out[i]);
  all[n] = 0;
  if (mlirOperationIsNull(batch_function(b, c, "jvp", &f, all, &attrs))) return false;
  return batch_done_custom(b, c, attrs, out, out_batched);
}

static bool batch_custom_vjp_call(Build *b, const OpCall *c, const bool *batched, Val *out,
                                  bool *out_batched) {
  Parts p = parts_of(b, c);
  MlirAttribute attrs = c->attrs;
  if (!batch_callee(b, c, &p, batched, &attrs)) return false;
  Flags f = flags_of(b, c, 0);
  add_part(&f, &p, 0, batched);
  add_part(&f, &p, 2, batched);
  MlirOperation fwd = callee_of(b, c, "fwd");
  if (mlirOperationIsNull(fwd)) return false;
  fwd = batch_function(b, c, "fwd", &f, repeated(b, 'b', c->nout, func_nout(fwd)), &attrs);
  if (mlirOperationIsNull(fwd)) return false;
  int nall, nct = 0;
  bool *mask = derived_mask(b->arena, fwd, &nall);
  Flags r = flags_of(b, c, nall + c->nout);
  for (int i = c->nout; i < nall; i++)
    r.at[r.n++] = mask[i];
  for (int i = 0; i < c->nout; i++)
    if (type_is_inexact(c->out[i])) r.at[r.n++] = true;
  add_part(&r, &p, 3, batched);
  // An argument that is not batched receives the sum of its cotangents.
  char *results = ARENA_ARRAY(b->arena, char, c->nin + 1);
  for (int i = 0; i < p.at[1]; i++)
    if (is_inexact(c, i)) results[nct++] = batched[i] ? 'b' : 's';
  if (mlirOperationIsNull(batch_function(b, c, "bwd", &r, results, &attrs))) return false;
  return batch_done_custom(b, c, attrs, out, out_batched);
}

static bool batch_linear_call(Build *b, const OpCall *c, const bool *batched, Val *out,
                              bool *out_batched) {
  Parts p = parts_of(b, c);
  MlirAttribute attrs = c->attrs;
  Flags f = flags_of(b, c, 0), t = flags_of(b, c, c->nout);
  for (int k = 0; k < 3; k++)
    add_part(&f, &p, k, batched);
  char *all = repeated(b, 'b', c->nout, c->nout);
  if (mlirOperationIsNull(batch_function(b, c, "callee", &f, all, &attrs))) return false;
  add_part(&t, &p, 0, batched);
  for (int i = 0; i < c->nout; i++)
    t.at[t.n++] = true;
  add_part(&t, &p, 3, batched);
  char *results = ARENA_ARRAY(b->arena, char, c->nin + 1);
  for (int i = p.at[1]; i < p.at[2]; i++)
    results[i - p.at[1]] = batched[i] ? 'b' : 's';
  if (mlirOperationIsNull(batch_function(b, c, "transpose", &t, results, &attrs))) return false;
  return batch_done_custom(b, c, attrs, out, out_batched);
}

// The rule is for what is mapped and for this many elements.
static bool rule_applies(Build *b, const OpCall *c, const Parts *p, const int64_t *in,
                         const bool *batched) {
  for (int i = 0; i < c->nin; i++)
    if (batched[i] && (i >= p->at[1] || !in[i])) return false;
  return attr_int(c->attrs, "axis_size") == b->batch_size;
}

static bool batch_custom_vmap_call(Build *b, const OpCall *c, const bool *batched, Val *out,
                                   bool *out_batched) {
  Parts p = parts_of(b, c);
  int n;
  int64_t *in = attr_list(b->arena, c->attrs, "in_batched", &n);
  int64_t *results = attr_list(b->arena, c->attrs, "out_batched", &n);
  Val *xs = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  bool rule = rule_applies(b, c, &p, in, batched);
  MlirOperation f = callee_of(b, c, rule ? "rule" : "callee");
  if (mlirOperationIsNull(f)) return false;
  if (!rule) {
    f = vmap_function(b, f, batched, repeated(b, 'b', c->nout, c->nout));
    if (mlirOperationIsNull(f)) return false;
  }
  n = take_part(c, &p, 0, xs, 0);
  for (int i = 0; rule && i < n; i++)
    xs[i] = in[i] ? vmap_force(b, xs[i], batched[i]) : xs[i];
  n = take_part(c, &p, rule ? 2 : 1, xs, n);
  for (int i = 0; i < c->nout; i++)
    out_batched[i] = !rule || results[i];
  return call_into(b, c, f, n, xs, c->nout, out);
}

//===-- jvp -------------------------------------------------------------------------===//

static bool refuse_captured(const OpCall *c, const Parts *p, const Val *dx) {
  if (attr_flag(c->attrs, "constant_captures")) return true;
  for (int i = p->at[1]; i < c->nin; i++) {
    if (val_is_none(dx[i])) continue;
    const char *what = c->kind == OP_CUSTOM_JVP_CALL ? "custom_jvp" : "custom_vjp";
    diag_error(loc_range(c->loc), NULL, "UnexpectedTracerError",
               "Detected differentiation of a %s function with respect to a closed-over value. "
               "That isn't supported because the custom rule only specifies how to differentiate "
               "the %s function with respect to explicit input parameters. Try passing the "
               "closed-over value into the %s function as an argument, and adapting the rules.",
               what, what, what);
    return false;
  }
  return true;
}

// Tangents of the arguments of floating type, zeros for none, to in from position n on.
static int take_tangents(Build *b, const OpCall *c, const Parts *p, const Val *dx, Val *in, int n) {
  for (int i = 0; i < p->at[1]; i++)
    if (is_inexact(c, i)) in[n++] = zeros_if_none(b, dx[i], c->in[i]);
  return n;
}

static bool jvp_custom_jvp_call(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Parts p = parts_of(b, c);
  MlirOperation rule = callee_of(b, c, "jvp");
  if (mlirOperationIsNull(rule) || !refuse_captured(c, &p, dx)) return false;
  Val *in = ARENA_ARRAY(b->arena, Val, 2 * c->nin + 1);
  Val *out = ARENA_ARRAY(b->arena, Val, func_nout(rule) + 1);
  int n = take_tangents(b, c, &p, dx, in, take_part(c, &p, 0, in, 0));
  n = take_part(c, &p, 2, in, n);
  Engine *e = engine_of(b);
  if (e->linearize) {
    if (!linearize_inline(b, rule, in, out)) return false;
  } else if (!call_into(b, c, rule, n, in, c->nout, out)) {
    return false;
  }
  for (int i = 0, k = c->nout; i < c->nout; i++) {
    if (!type_is_inexact(c->out[i])) continue;
    Val t = out[k++];
    dy[i] = e->linearize && !linearize_is_linear(b, t) ? VAL_NONE : t;
  }
  e->replaced = out;
  return true;
}

static bool forward_refused(const OpCall *c) {
  diag_error(loc_range(c->loc), NULL, "TypeError",
             "can't apply forward-mode autodiff (jvp) to a custom_vjp function.");
  return false;
}

// Forward mode, of the function itself where it has one.
static bool jvp_forward(Build *b, const OpCall *c, const Parts *p, const Val *dx, Val *dy) {
  if (!attr_flag(c->attrs, "differentiable")) return forward_refused(c);
  MlirOperation f = callee_of(b, c, "callee");
  if (mlirOperationIsNull(f)) return false;
  OpCall call = *c;
  call.nin = p->at[2];
  return jvp_of_call(b, &call, f, dx, dy);
}

static MlirOperation build_lin(Build *b, const OpCall *c, const Parts *p, int nres, const Val *res,
                               const Val *dx) {
  Val *in = ARENA_ARRAY(b->arena, Val, nres + 2 * c->nin + 1);
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, c->nout + 1);
  int n = 0, nout = 0;
  for (int i = 0; i < nres; i++)
    in[n++] = res[i];
  n = take_part(c, p, 3, in, n);
  int64_t size[2] = {nres, n - nres};
  n = take_tangents(b, c, p, dx, in, n);
  for (int i = 0; i < c->nout; i++)
    if (type_is_inexact(c->out[i])) types[nout++] = c->out[i];
  MlirAttribute attrs = attrs_make(b->ctx, 2, "bwd", attr_get(c->attrs, "bwd"), "segments",
                                   mlirDenseI64ArrayGet(b->ctx, 2, size));
  return build_op(b, OP_CUSTOM_LIN, n, in, attrs, nout, types);
}

static bool jvp_custom_vjp_call(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Parts p = parts_of(b, c);
  if (!refuse_captured(c, &p, dx)) return false;
  Engine *e = engine_of(b);
  if (!e->linearize || e->forward) return jvp_forward(b, c, &p, dx, dy);
  MlirOperation fwd = callee_of(b, c, "fwd");
  if (mlirOperationIsNull(fwd)) return false;
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  Val *out = ARENA_ARRAY(b->arena, Val, func_nout(fwd) + 1);
  int n = take_part(c, &p, 2, in, take_part(c, &p, 0, in, 0));
  if (!call_into(b, c, fwd, n, in, c->nout, out)) return false;
  MlirOperation lin = build_lin(b, c, &p, func_nout(fwd) - c->nout, out + c->nout, dx);
  if (mlirOperationIsNull(lin)) return false;
  for (int i = 0, k = 0; i < c->nout; i++)
    if (type_is_inexact(c->out[i])) dy[i] = op_result(lin, k++);
  e->replaced = out;
  return true;
}

static bool jvp_custom_lin(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  return forward_refused(c);
}

// The same call of the tangents; what it is linear with is constant.
static bool jvp_linear_call(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Parts p = parts_of(b, c);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  for (int i = 0; i < c->nin; i++) {
    bool linear = i >= p.at[1] && i < p.at[2];
    in[i] = linear ? zeros_if_none(b, dx[i], c->in[i]) : c->in[i];
    if (linear || val_is_none(dx[i])) continue;
    MlirOperation f = callee_of(b, c, "callee");
    return !mlirOperationIsNull(f) && jvp_of_call(b, c, f, dx, dy);
  }
  MlirOperation op = build_op(b, c->kind, c->nin, in, c->attrs, c->nout, c->out);
  for (int i = 0; !mlirOperationIsNull(op) && i < c->nout; i++)
    dy[i] = op_result(op, i);
  return !mlirOperationIsNull(op);
}

//===-- transpose -------------------------------------------------------------------===//

// A function that takes part 0, the cotangents and part `rest`, and gives the cotangents of the
// operands from `from` to `to`.
typedef struct Pullback {
  const char *function;
  int rest, from, to;
} Pullback;

static bool pull_back(Build *b, const OpCall *c, const Pullback *p, const bool *linear,
                      const Val *ct, Val *ct_in) {
  Parts parts = parts_of(b, c);
  MlirOperation f = callee_of(b, c, p->function);
  if (mlirOperationIsNull(f)) return false;
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + c->nout + 1);
  Val *out = ARENA_ARRAY(b->arena, Val, func_nout(f) + 1);
  int n = take_part(c, &parts, 0, in, 0);
  for (int i = 0; i < c->nout; i++)
    in[n++] = val_is_none(ct[i]) ? op_zeros(b, c->out[i]) : ct[i];
  n = take_part(c, &parts, p->rest, in, n);
  if (!call_into(b, c, f, n, in, p->to - p->from, out)) return false;
  for (int i = p->from; i < p->to; i++)
    if (linear[i]) ct_in[i] = out[i - p->from];
  return true;
}

static bool transpose_custom_lin(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                 Val *ct_in) {
  Pullback p = {"bwd", 1, parts_of(b, c).at[2], c->nin};
  return pull_back(b, c, &p, linear, ct, ct_in);
}

// The call of the transpose, whose transpose is the function.
static bool transpose_linear_call(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                  Val *ct_in) {
  Parts p = parts_of(b, c);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + c->nout + 1);
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, c->nin + 1);
  int n = take_part(c, &p, 0, in, 0), nout = p.at[2] - p.at[1];
  for (int i = 0; i < c->nout; i++)
    in[n++] = val_is_none(ct[i]) ? op_zeros(b, c->out[i]) : ct[i];
  n = take_part(c, &p, 2, in, take_part(c, &p, 3, in, n));
  for (int i = 0; i < nout; i++)
    types[i] = mlirValueGetType(c->in[p.at[1] + i]);
  int64_t size[4] = {p.at[1], c->nout, p.at[4] - p.at[3], p.at[3] - p.at[2]};
  MlirAttribute attrs = attrs_make(b->ctx, 3, "callee", attr_get(c->attrs, "transpose"),
                                   "transpose", attr_get(c->attrs, "callee"), "segments",
                                   mlirDenseI64ArrayGet(b->ctx, 4, size));
  MlirOperation op = build_op(b, c->kind, n, in, attrs, nout, types);
  for (int i = 0; !mlirOperationIsNull(op) && i < nout; i++)
    if (linear[p.at[1] + i]) ct_in[p.at[1] + i] = op_result(op, i);
  return !mlirOperationIsNull(op);
}

const OpRules rules_linear_call = {.shape = shape_custom,
                                   .batch = batch_linear_call,
                                   .jvp = jvp_linear_call,
                                   .transpose = transpose_linear_call,
                                   .expand = expand_linear_call};
const OpRules rules_custom_jvp_call = {.shape = shape_custom,
                                       .batch = batch_custom_jvp_call,
                                       .jvp = jvp_custom_jvp_call,
                                       .expand = expand_custom};
const OpRules rules_custom_vjp_call = {.shape = shape_custom,
                                       .batch = batch_custom_vjp_call,
                                       .jvp = jvp_custom_vjp_call,
                                       .expand = expand_custom};
const OpRules rules_custom_vmap_call = {
    .shape = shape_custom_vmap_call, .batch = batch_custom_vmap_call, .expand = expand_custom};
const OpRules rules_custom_lin = {
    .shape = shape_custom, .jvp = jvp_custom_lin, .transpose = transpose_custom_lin};

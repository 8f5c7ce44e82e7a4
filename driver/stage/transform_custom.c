// transform_custom.c -- calls with derivative rules of the program, and what is known about
// differentiation while staging: how deep it nests, which values depend on what is differentiated.
#include "dialect/clone.h"
#include "dialect/location.h"
#include "driver/stage/transform.h"

#include <string.h>

//===-- differentiation around -----------------------------------------------------------===//

// grad_depth(): how many derivatives are being taken of what is staged now
static bool fn_grad_depth(VM *vm, Value *bound, Value *out) {
  int n = 0;
  for (const Trace *t = vm->trace; t; t = t->outer) n += t->spec.kind == TRACE_GRAD;
  *out = v_int(n);
  return true;
}

// grad_direct(): nothing but vmap stands between this place and the derivative
static bool fn_grad_direct(VM *vm, Value *bound, Value *out) {
  const Trace *t = vm->trace;
  while (t && (t->spec.kind == TRACE_VMAP || t->spec.kind == TRACE_PIECE)) t = t->outer;
  *out = v_bool(t && t->spec.kind == TRACE_GRAD);
  return true;
}

// A search for what a value depends on, as far as derivatives go.
typedef struct Search {
  VM *vm;
  ValMap *seen;
  uint32_t n, room;
  MlirValue *todo;
} Search;

static void visit(Search *s, MlirValue v) {
  if (!type_is_inexact(mlirValueGetType(v)) || val_map_has(s->seen, v)) return;
  val_map_put(s->seen, v, v);
  if (s->n == s->room) {
    uint32_t room = s->room ? 2 * s->room : 64;
    s->todo = arena_grow(s->vm->arena, s->todo, s->room * sizeof(MlirValue),
                         room * sizeof(MlirValue));
    s->room = room;
  }
  s->todo[s->n++] = v;
}

// A parameter of a trace: of one that is differentiated; a captured value stands for the one
// outside; any other may depend on what is.
static bool visit_argument(Search *s, MlirValue v) {
  MlirBlock block = mlirBlockArgumentGetOwner(v);
  for (const Trace *t = s->vm->trace; t; t = t->outer) {
    if (!mlirBlockEqual(t->block, block)) continue;
    for (uint32_t i = 0; i < t->ncapture; i++)
      if (t->capture[i].inside.ptr == v.ptr) return visit(s, t->capture[i].origin), false;
    return trace_find((Trace *)t, TRACE_GRAD) != NULL;
  }
  return true;
}

static void visit_op(Search *s, MlirOperation op) {
  OpKind k = op_kind(op);
  if (k != OP_COUNT && (op_rules(k)->flags & OP_ZERO_TANGENT)) return;
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    visit(s, mlirOperationGetOperand(op, i));
  if (!mlirOperationGetNumRegions(op)) return;
  int n;
  Val *captures = region_captures(s->vm->arena, op, &n);
  for (int i = 0; i < n; i++) visit(s, captures[i]);
}

static bool depends(VM *vm, MlirValue v) {
  enum { BUDGET = 5000 }; // beyond it the answer is yes
  Search s = {.vm = vm, .seen = val_map_create(vm->arena)};
  visit(&s, v);
  for (int i = 0; s.n; i++) {
    MlirValue x = s.todo[--s.n];
    if (i == BUDGET || (mlirValueIsABlockArgument(x) && visit_argument(&s, x))) return true;
    if (mlirValueIsAOpResult(x)) visit_op(&s, mlirOpResultGetOwner(x));
  }
  return false;
}

// perturbed(arrays) -> for each whether it may depend on what is differentiated
static bool fn_perturbed(VM *vm, Value *bound, Value *out) {
  Values xs;
  if (!values_of(vm, bound[0], &xs)) return false;
  List *l = list_new(vm, xs.n);
  for (uint32_t i = 0; i < xs.n; i++) {
    MlirValue v;
    if (!trace_use(vm, xs.v[i], &v)) return false;
    list_append(vm, l, v_bool(depends(vm, v)));
  }
  *out = v_obj(l);
  return true;
}

// would_catch(class): the program would catch such an exception here
static bool fn_would_catch(VM *vm, Value *bound, Value *out) {
  *out = v_bool(vm_would_catch(vm, AS_CLASS(bound[0])));
  return true;
}

// max_steps(): --max-steps, or 0
static bool fn_max_steps(VM *vm, Value *bound, Value *out) {
  *out = v_int(staging(vm)->max_steps);
  return true;
}

//===-- captured values ------------------------------------------------------------------===//

// captures(staged) -> the values of outer functions that it uses
static bool fn_captures(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  Value *v = ARENA_ARRAY(vm->arena, Value, f->ncapture + 1);
  for (uint32_t i = 0; i < f->ncapture; i++) v[i] = f->capture[i].value;
  *out = list_from(vm, f->ncapture, v);
  return true;
}

// call_with(staged, args, captures): a call where other values stand for the captured ones
static bool fn_call_with(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  Values args, captures;
  if (!f || !values_of(vm, bound[1], &args) || !values_of(vm, bound[2], &captures)) return false;
  if (args.n != f->nin || captures.n != f->ncapture) BUG("transform: call of @%s", f->symbol);
  Capture *list = ARENA_ARRAY(vm->arena, Capture, f->ncapture + 1);
  memcpy(list, f->capture, f->ncapture * sizeof(Capture));
  for (uint32_t i = 0; i < f->ncapture; i++) list[i].value = captures.v[i];
  StagedFunc g = *f;
  g.capture = list;
  Value *results = ARENA_ARRAY(vm->arena, Value, f->nout + 1);
  if (!staged_call(vm, &g, args.v, results)) return false;
  *out = list_from(vm, f->nout, results);
  return true;
}

//===-- the calls ------------------------------------------------------------------------===//

enum { MAX_FUNCTIONS = 3 };

typedef struct CustomCall {
  OpKind kind;
  int n;
  StagedFunc *f[MAX_FUNCTIONS]; // the first is the function itself
  const char *names[MAX_FUNCTIONS];
  uint32_t nout;
  const Aval *out;
  uint32_t nres; // linear_call: how many arguments it is not linear in
  const char *flag; // an attribute without a value, or null
  MlirAttribute more; // further attributes, or null
} CustomCall;

static bool emit(VM *vm, const CustomCall *c, Value args, Value *out) {
  Values xs;
  if (!values_of(vm, args, &xs)) return false;
  uint32_t n = xs.n;
  for (int i = 0; i < c->n; i++) n += c->f[i]->ncapture;
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, n + 1);
  int64_t segments[MAX_FUNCTIONS + 2] = {c->nres, xs.n - c->nres}, *next = segments + 1;
  if (c->kind != OP_LINEAR_CALL) {
    next = segments;
    segments[0] = xs.n;
  }
  for (uint32_t i = 0; i < xs.n; i++)
    if (!trace_use(vm, xs.v[i], &in[i])) return false;
  n = xs.n;
  MlirAttribute attrs = mlirAttributeIsNull(c->more) ? attrs_make(vm->context, 0) : c->more;
  for (int i = 0; i < c->n; i++) {
    if (!staged_captures(vm, c->f[i], in + n)) return false;
    *++next = c->f[i]->ncapture;
    n += c->f[i]->ncapture;
    attrs = attrs_with(vm->context, attrs, c->names[i], attr_symbol(vm->context, c->f[i]->symbol));
  }
  attrs = attrs_with(vm->context, attrs, "segments",
                     mlirDenseI64ArrayGet(vm->context, next + 1 - segments, segments));
  if (c->flag) attrs = attrs_with(vm->context, attrs, c->flag, attr_unit(vm->context));
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, c->nout + 1);
  Value *values = ARENA_ARRAY(vm->arena, Value, c->nout + 1);
  for (uint32_t i = 0; i < c->nout; i++) types[i] = aval_type(vm, &c->out[i]);
  MlirOperation op = stage_op(vm, c->kind, (int)n, in, attrs, (int)c->nout, types);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < c->n; i++)
    if (c->f[i]->op_effect) stage_note_op_effect(vm);
  for (uint32_t i = 0; i < c->nout; i++)
    values[i] = aval_value(vm, &c->out[i], op_result(op, (int)i));
  *out = list_from(vm, c->nout, values);
  return true;
}

// custom_jvp(callee, jvp, args, constant_captures) -> results
static bool fn_custom_jvp(VM *vm, Value *bound, Value *out) {
  CustomCall c = {.kind = OP_CUSTOM_JVP_CALL, .n = 2, .names = {"callee", "jvp"}};
  if (bound[3].i) c.flag = "constant_captures";
  for (int i = 0; i < c.n; i++)
    if (!(c.f[i] = staged_of(vm, bound[i]))) return false;
  c.nout = c.f[0]->nout;
  c.out = c.f[0]->out;
  return emit(vm, &c, bound[2], out);
}

// custom_vjp(callee, fwd, bwd, args, differentiable) -> results
static bool fn_custom_vjp(VM *vm, Value *bound, Value *out) {
  CustomCall c = {.kind = OP_CUSTOM_VJP_CALL, .n = 3, .names = {"callee", "fwd", "bwd"}};
  if (bound[4].i) c.flag = "differentiable";
  for (int i = 0; i < c.n; i++)
    if (!(c.f[i] = staged_of(vm, bound[i]))) return false;
  c.nout = c.f[0]->nout;
  c.out = c.f[0]->out;
  return emit(vm, &c, bound[3], out);
}

// linear_call(callee, transpose, residuals and linear arguments, number of residuals) -> results
static bool fn_linear_call(VM *vm, Value *bound, Value *out) {
  CustomCall c = {.kind = OP_LINEAR_CALL, .n = 2, .names = {"callee", "transpose"}};
  for (int i = 0; i < c.n; i++)
    if (!(c.f[i] = staged_of(vm, bound[i]))) return false;
  c.nout = c.f[0]->nout;
  c.out = c.f[0]->out;
  c.nres = (uint32_t)bound[3].i;
  return emit(vm, &c, bound[2], out);
}

static MlirAttribute flags_attr(VM *vm, Values v) {
  int64_t *list = ARENA_ARRAY(vm->arena, int64_t, v.n + 1);
  for (uint32_t i = 0; i < v.n; i++) list[i] = v.v[i].b;
  return mlirDenseI64ArrayGet(vm->context, v.n, list);
}

// custom_vmap(callee, rule, args, in_batched, out_batched, size) -> results
static bool fn_custom_vmap(VM *vm, Value *bound, Value *out) {
  CustomCall c = {.kind = OP_CUSTOM_VMAP_CALL, .n = 2, .names = {"callee", "rule"}};
  Values in, results;
  for (int i = 0; i < c.n; i++)
    if (!(c.f[i] = staged_of(vm, bound[i]))) return false;
  if (!values_of(vm, bound[3], &in) || !values_of(vm, bound[4], &results)) return false;
  c.more = attrs_make(vm->context, 3, "in_batched", flags_attr(vm, in), "out_batched",
                      flags_attr(vm, results), "axis_size", attr_of_int(vm->context, bound[5].i));
  c.nout = c.f[0]->nout;
  c.out = c.f[0]->out;
  return emit(vm, &c, bound[2], out);
}

//===-- checkpoint ------------------------------------------------------------------------===//

// checkpoint(staged, policy): its pull-back computes again what the policy does not keep
static bool fn_checkpoint(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  mlirOperationSetAttributeByName(f->func, mlirStringRefCreateFromCString("cjax.checkpoint"),
                                  attr_str(vm, AS_STR(bound[1])->text));
  return true;
}

// showing(on): whether make_jaxpr is at work; gives what it was
static bool fn_showing(VM *vm, Value *bound, Value *out) {
  bool was = staging(vm)->shown;
  staging(vm)->shown = bound[0].tag == TAG_BOOL && bound[0].i;
  *out = v_bool(was);
  return true;
}

// shown(staged, text): what make_jaxpr prints a call of it as
static bool fn_shown(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  mlirOperationSetAttributeByName(f->func, mlirStringRefCreateFromCString("cjax.shown"),
                                  attr_str(vm, AS_STR(bound[1])->text));
  return true;
}

// name(x, name)
static bool fn_name(VM *vm, Value *bound, Value *out) {
  Array *x;
  if (!array_of(vm, bound[0], &x)) return false;
  MlirAttribute attrs = attrs_make(vm->context, 1, "name", attr_str(vm, AS_STR(bound[1])->text));
  return array_emit1(vm, &(ArrayOp){OP_NAME, attrs, x->dtype, array_dims(x)}, x, out);
}

// Through calls of checkpointed functions to the op that computes v.
static MlirOperation producer(VM *vm, MlirValue v) {
  MlirOperation op = mlirOpResultGetOwner(v);
  const char *name = op_kind(op) == OP_COUNT ? attr_text(vm->arena, op_attrs(op), "callee") : NULL;
  if (!name || !strstr(name, ".flat.fwd")) return op;
  MlirOperation f = func_named(vm->build->module, name);
  MlirOperation end = mlirBlockGetTerminator(func_body(f));
  MlirValue inner = mlirOperationGetOperand(end, mlirOpResultGetResultNumber(v));
  return mlirValueIsAOpResult(inner) ? producer(vm, inner) : op;
}

// "f" of "f_2.fwd"
static const char *plain_name(VM *vm, const char *name) {
  char *s = arena_strdup(vm->arena, name);
  s[strcspn(s, ".")] = 0;
  size_t n = strlen(s), digits = n;
  while (digits && s[digits - 1] >= '0' && s[digits - 1] <= '9') digits--;
  if (digits < n && digits > 1 && s[digits - 1] == '_') s[digits - 1] = 0;
  return s;
}

// The number of ops before op in its block.
static int64_t op_position(MlirOperation op) {
  MlirOperation x = mlirBlockGetFirstOperation(mlirOperationGetBlock(op));
  int64_t n = 0;
  for (; !mlirOperationEqual(x, op); x = mlirOperationGetNextInBlock(x)) n++;
  return n;
}

static Value residual_row(VM *vm, MlirValue v) {
  Value r[6] = {v_str(vm, type_text(mlirValueGetType(v))), V_NONE, V_NONE, V_NONE, V_NONE, V_NONE};
  if (mlirValueIsABlockArgument(v)) {
    r[1] = r[5] = v_int(mlirBlockArgumentGetArgNumber(v));
    return v_obj(tuple_from(vm, r, 6));
  }
  MlirOperation op = producer(vm, v);
  OpKind k = op_kind(op);
  SrcRange at = loc_range(mlirOperationGetLocation(op));
  r[2] = v_str(vm, k == OP_COUNT ? "jit" : op_name(k));
  const char *attr = attr_text(vm->arena, op_attrs(op), k == OP_COUNT ? "callee" : "name");
  if (attr) r[3] = v_str(vm, k == OP_COUNT ? plain_name(vm, attr) : attr);
  r[4] = v_strf(vm, "%s:%u:%u", diag_file_name(at.file), at.line, at.col ? at.col - 1 : 0);
  r[5] = v_int(op_position(mlirOpResultGetOwner(v)));
  return v_obj(tuple_from(vm, r, 6));
}

// residuals(forward, count): for each residual (type, number of the argument that it is or None,
// op, name, "FILE:LINE:COLUMN", its place among the arguments or the ops)
static bool fn_residuals(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  MlirOperation end = mlirBlockGetTerminator(func_body(f->func));
  intptr_t n = mlirOperationGetNumOperands(end);
  List *l = list_new(vm, (uint32_t)bound[1].i);
  for (intptr_t i = n - bound[1].i; i < n; i++)
    list_append(vm, l, residual_row(vm, mlirOperationGetOperand(end, i)));
  *out = v_obj(l);
  return true;
}

//===-- named axes -----------------------------------------------------------------------===//

static MlirAttribute axis_attr(VM *vm, Value name) { return attr_str(vm, AS_STR(name)->text); }

// psum(x, name), all_gather(x, name, size), axis_index(name)
static bool fn_psum(VM *vm, Value *bound, Value *out) {
  Array *x;
  if (!array_of(vm, bound[0], &x)) return false;
  MlirAttribute attrs = attrs_make(vm->context, 1, "axis_name", axis_attr(vm, bound[1]));
  return array_emit1(vm, &(ArrayOp){OP_PSUM, attrs, x->dtype, array_dims(x)}, x, out);
}

static bool fn_all_gather(VM *vm, Value *bound, Value *out) {
  Array *x;
  if (!array_of(vm, bound[0], &x)) return false;
  MlirAttribute attrs = attrs_make(vm->context, 2, "axis_name", axis_attr(vm, bound[1]),
                                   "axis_size", attr_of_int(vm->context, bound[2].i));
  Dims d = dims_prepend(bound[2].i, array_dims(x));
  return array_emit1(vm, &(ArrayOp){OP_ALL_GATHER, attrs, x->dtype, d}, x, out);
}

static bool fn_axis_index(VM *vm, Value *bound, Value *out) {
  MlirAttribute attrs = attrs_make(vm->context, 1, "axis_name", axis_attr(vm, bound[0]));
  MlirOperation op = stage_op(vm, OP_AXIS_INDEX, 0, NULL, attrs, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new(vm, op_result(op, 0), DTYPE_I32, false);
  return true;
}

const NativeDef transform_custom_functions[] = {
    {"grad_depth", "", fn_grad_depth},
    {"grad_direct", "", fn_grad_direct},
    {"perturbed", "arrays, /", fn_perturbed},
    {"would_catch", "cls, /", fn_would_catch},
    {"max_steps", "", fn_max_steps},
    {"captures", "staged, /", fn_captures},
    {"call_with", "staged, args, captures, /", fn_call_with},
    {"custom_jvp", "callee, jvp, args, constant_captures, /", fn_custom_jvp},
    {"custom_vjp", "callee, fwd, bwd, args, differentiable, /", fn_custom_vjp},
    {"custom_vmap", "callee, rule, args, in_batched, out_batched, size, /", fn_custom_vmap},
    {"linear_call", "callee, transpose, args, nres, /", fn_linear_call},
    {"checkpoint", "staged, policy, /", fn_checkpoint},
    {"shown", "staged, text, /", fn_shown},
    {"showing", "on, /", fn_showing},
    {"name", "x, name, /", fn_name},
    {"residuals", "forward, count, /", fn_residuals},
    {"psum", "x, name, /", fn_psum},
    {"all_gather", "x, name, size, /", fn_all_gather},
    {"axis_index", "name, /", fn_axis_index},
    {0}};

// transform_op.c -- vjp, jvp, vmap and linearisation of staged functions.
#include "dialect/clone.h"
#include "dialect/transforms/transforms.h"
#include "driver/stage/transform.h"

#include <string.h>

static MlirAttribute int_list(VM *vm, uint32_t n, const int64_t *xs) {
  return mlirDenseI64ArrayGet(vm->context, n, xs);
}

//===-- operands ------------------------------------------------------------------------===//

typedef struct Operands {
  uint32_t n;
  MlirValue *v;
} Operands;

// The arguments of f, its captured values, then `more`.
static bool operands_of(VM *vm, const StagedFunc *f, Value args, Value more, Operands *out) {
  Values a, m = {0};
  if (!values_of(vm, args, &a) || (!v_is_none(more) && !values_of(vm, more, &m))) return false;
  if (a.n != f->nin) BUG("transform: @%s given %u arguments", f->symbol, a.n);
  MlirValue *v = ARENA_ARRAY(vm->arena, MlirValue, a.n + f->ncapture + m.n + 1);
  for (uint32_t i = 0; i < a.n; i++)
    if (!trace_use(vm, a.v[i], &v[i])) return false;
  if (!staged_captures(vm, f, v + a.n)) return false;
  uint32_t n = a.n + f->ncapture;
  for (uint32_t i = 0; i < m.n; i++)
    if (!trace_use(vm, m.v[i], &v[n + i])) return false;
  *out = (Operands){n + m.n, v};
  return true;
}

// An op about to be emitted on the function f.
typedef struct Spec {
  OpKind kind;
  const StagedFunc *f;
  Operands in;
  MlirAttribute attrs;
  uint32_t nout;
  Aval *avals; // of the results
} Spec;

static bool emit(VM *vm, const Spec *s, Value *out) {
  uint32_t n = s->nout;
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n + 1);
  Value *values = ARENA_ARRAY(vm->arena, Value, n + 1);
  for (uint32_t i = 0; i < n; i++) types[i] = aval_type(vm, &s->avals[i]);
  MlirOperation op = stage_op(vm, s->kind, (int)s->in.n, s->in.v, s->attrs, (int)n, types);
  if (mlirOperationIsNull(op)) return false;
  if (s->f->op_effect) stage_note_op_effect(vm);
  for (uint32_t i = 0; i < n; i++)
    values[i] = aval_value(vm, &s->avals[i], op_result(op, (int)i));
  *out = list_from(vm, n, values);
  return true;
}

static MlirAttribute wrt_attrs(VM *vm, const StagedFunc *f, uint32_t n, const int64_t *wrt) {
  return attrs_make(vm->context, 2, "callee", attr_symbol(vm->context, f->symbol), "wrt",
                    int_list(vm, n, wrt));
}

// An engine's message, "TypeError text" or "text", as an exception.
static bool raise_captured(VM *vm, const DiagCapture *c) {
  const DiagMessage *m = c->first;
  const char *text = m ? m->text : "differentiation failed";
  const char *type = m && m->type ? m->type : "NotImplementedError";
  if (!strcmp(type, "UnexpectedTracerError")) return tracer_error(vm, type, "%s", text);
  Value cls;
  if (!import_attr(vm, "builtins", type, &cls)) return false;
  return vm_raise_class(vm, AS_CLASS(cls), "%s", text);
}

typedef bool CheckFn(Build *b, MlirOperation func, int nwrt, const int64_t *wrt);

// A derivative that does not exist is found when the op is expanded; where the program would catch
// the error, at once.
static bool check_now(VM *vm, CheckFn *check, const StagedFunc *f, uint32_t n, const int64_t *wrt) {
  bool caught = vm_would_catch(vm, vm->type[E_TypeError]) ||
                vm_would_catch(vm, vm->type[E_ValueError]) ||
                vm_would_catch(vm, vm->type[E_NotImplementedError]);
  if (!caught) return true;
  Build b = *vm->build;
  b.engine = NULL;
  DiagCapture capture;
  diag_capture(&capture, vm->arena);
  bool ok = check(&b, f->func, (int)n, wrt);
  diag_release_capture(&capture);
  return ok || raise_captured(vm, &capture);
}

//===-- vjp and jvp ----------------------------------------------------------------------===//

// vjp(staged, args, wrt, cotangents) -> results, then cotangents of the arguments in wrt
static bool fn_vjp(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  uint32_t n;
  int64_t *wrt;
  Spec s = {.kind = OP_VJP, .f = f};
  if (!f || !ints_of(vm, bound[2], &n, &wrt)) return false;
  if (!check_now(vm, vjp_check, f, n, wrt)) return false;
  if (!operands_of(vm, f, bound[1], bound[3], &s.in)) return false;
  s.nout = f->nout + n;
  s.avals = ARENA_ARRAY(vm->arena, Aval, s.nout + 1);
  memcpy(s.avals, f->out, f->nout * sizeof(Aval));
  for (uint32_t i = 0; i < n; i++) s.avals[f->nout + i] = f->in[wrt[i]];
  s.attrs = wrt_attrs(vm, f, n, wrt);
  return emit(vm, &s, out);
}

// jvp(staged, args, wrt, tangents) -> results, then tangents of those of floating type
static bool fn_jvp(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  uint32_t n;
  int64_t *wrt;
  Spec s = {.kind = OP_JVP, .f = f};
  if (!f || !ints_of(vm, bound[2], &n, &wrt)) return false;
  if (!check_now(vm, jvp_check, f, n, wrt)) return false;
  if (!operands_of(vm, f, bound[1], bound[3], &s.in)) return false;
  s.nout = f->nout;
  s.avals = ARENA_ARRAY(vm->arena, Aval, 2 * f->nout + 1);
  memcpy(s.avals, f->out, f->nout * sizeof(Aval));
  for (uint32_t i = 0; i < f->nout; i++)
    if (dtype_is_inexact(f->out[i].dtype)) s.avals[s.nout++] = f->out[i];
  s.attrs = wrt_attrs(vm, f, n, wrt);
  return emit(vm, &s, out);
}

//===-- linearisation --------------------------------------------------------------------===//

static Aval aval_of_type(VM *vm, MlirType t) {
  Dims d = type_dims(t);
  Aval a = {.dtype = element_dtype(type_element(t)), .rank = (uint32_t)d.n};
  a.shape = shape_keep(vm, a.rank, d.d);
  return a;
}

static void func_avals(VM *vm, StagedFunc *f, uint32_t nin) {
  Aval *in = ARENA_ARRAY(vm->arena, Aval, nin + 1);
  for (uint32_t i = 0; i < nin; i++) in[i] = aval_of_type(vm, func_in(f->func, (int)i));
  f->nin = nin;
  f->in = in;
  f->nout = (uint32_t)func_nout(f->func);
  Aval *out = ARENA_ARRAY(vm->arena, Aval, f->nout + 1);
  for (uint32_t i = 0; i < f->nout; i++) out[i] = aval_of_type(vm, func_out(f->func, (int)i));
  f->out = out;
}

// The derived function as one that can be called: its captures are those of `like`, or none.
static StagedFunc *derived(VM *vm, MlirOperation func, const StagedFunc *like, uint32_t nin) {
  StagedFunc *f = ARENA_NEW(vm->arena, StagedFunc);
  f->func = func;
  f->symbol = func_name(vm->arena, func);
  if (like) {
    f->ncapture = like->ncapture;
    f->capture = like->capture;
    f->op_effect = like->op_effect;
  }
  func_avals(vm, f, nin);
  Aval *out = (Aval *)f->out;
  if (like) memcpy(out, like->out, like->nout * sizeof(Aval));
  return f;
}

// Weak marks of the linear function's results: those of what they are derivatives of.
static void linear_marks(const StagedFunc *f, uint32_t n, const int64_t *wrt, bool forward,
                         Aval *out) {
  uint32_t k = 0;
  for (uint32_t i = 0; !forward && i < n; i++) out[i].weak = f->in[wrt[i]].weak;
  for (uint32_t i = 0; forward && i < f->nout; i++)
    if (dtype_is_inexact(f->out[i].dtype)) out[k++].weak = f->out[i].weak;
}

// linearize(staged, wrt, forward) -> (fwd, linear, number of residuals).  fwd gives the results
// and the residuals; linear takes these and cotangents of the results of floating type (forward:
// tangents of the arguments in wrt).
static bool fn_linearize(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  uint32_t n;
  int64_t *wrt;
  if (!f || !ints_of(vm, bound[1], &n, &wrt)) return false;
  MlirOperation fwd, lin;
  int nres;
  stage_locate(vm);
  Build b = *vm->build;
  b.engine = NULL;
  DiagCapture capture;
  diag_capture(&capture, vm->arena);
  bool ok = (bound[2].b ? linearize_forward : linearize_function)(&b, f->func, (int)n, wrt, &fwd,
                                                                  &lin, &nres);
  diag_release_capture(&capture);
  if (!ok) return raise_captured(vm, &capture);
  StagedFunc *linear = derived(vm, lin, NULL, (uint32_t)func_nin(lin));
  linear_marks(f, n, wrt, bound[2].b, (Aval *)linear->out);
  Value r[3] = {staged_object(vm, derived(vm, fwd, f, f->nin)), staged_object(vm, linear),
                v_int(nres)};
  *out = v_obj(tuple_from(vm, r, 3));
  return true;
}

// transpose(staged) -> (pull, mask).  The staged function is linear in its arguments; pull takes
// what it captures and cotangents of its results, and gives those of the arguments in the mask.
static bool fn_transpose(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  uint32_t n = f->nin + f->ncapture;
  bool *linear = ARENA_ARRAY(vm->arena, bool, n + 1);
  bool *nonzero = ARENA_ARRAY(vm->arena, bool, f->nout + 1);
  for (uint32_t i = 0; i < f->nin; i++) linear[i] = true;
  for (uint32_t i = 0; i < f->nout; i++) nonzero[i] = true;
  stage_locate(vm);
  Build b = *vm->build;
  b.engine = NULL;
  DiagCapture capture;
  diag_capture(&capture, vm->arena);
  MlirOperation pull = {0};
  if (expand_in_function(&b, f->func)) pull = transpose_function(&b, f->func, linear, nonzero);
  diag_release_capture(&capture);
  if (mlirOperationIsNull(pull)) return raise_captured(vm, &capture);
  int nmask;
  bool *mask = derived_mask(vm->arena, pull, &nmask);
  List *l = list_new(vm, (uint32_t)nmask);
  for (int i = 0; i < nmask; i++) list_append(vm, l, v_bool(mask[i]));
  Value r[2] = {staged_object(vm, derived(vm, pull, NULL, (uint32_t)func_nin(pull))), v_obj(l)};
  *out = v_obj(tuple_from(vm, r, 2));
  return true;
}

//===-- vmap -----------------------------------------------------------------------------===//

static Aval batched_aval(VM *vm, const Aval *a, int64_t axis, int64_t size) {
  Aval r = *a;
  if (axis < 0) return r;
  r.rank++;
  Dims d = dims_insert(dims_of((int)a->rank, a->shape), (int)axis, size);
  r.shape = shape_keep(vm, r.rank, d.d);
  return r;
}

// vmap(staged, args, in_axes, out_axes, size, name) -> results; an axis of -1: not mapped
static bool fn_vmap(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  uint32_t nin, nout;
  int64_t *in_axes, *out_axes, size = bound[4].i;
  Spec s = {.kind = OP_VMAP, .f = f};
  if (!f || !ints_of(vm, bound[2], &nin, &in_axes)) return false;
  if (!ints_of(vm, bound[3], &nout, &out_axes)) return false;
  if (!operands_of(vm, f, bound[1], V_NONE, &s.in)) return false;
  if (nin != f->nin || nout != f->nout) BUG("transform: vmap axes of @%s", f->symbol);
  int64_t *axes = ARENA_ARRAY(vm->arena, int64_t, s.in.n + 1);
  for (uint32_t i = 0; i < s.in.n; i++) axes[i] = i < nin ? in_axes[i] : -1;
  s.nout = nout;
  s.avals = ARENA_ARRAY(vm->arena, Aval, nout + 1);
  for (uint32_t i = 0; i < nout; i++) s.avals[i] = batched_aval(vm, &f->out[i], out_axes[i], size);
  MlirAttribute name = {0};
  if (v_is(bound[5], O_STR)) name = attr_str(vm, AS_STR(bound[5])->text);
  s.attrs = attrs_make(vm->context, 5, "callee", attr_symbol(vm->context, f->symbol), "in_axes",
                       int_list(vm, s.in.n, axes), "out_axes", int_list(vm, nout, out_axes),
                       "axis_size", attr_of_int(vm->context, size), "axis_name", name);
  return emit(vm, &s, out);
}

// Whether op or an op in its regions uses a value of the set.
static bool uses(Arena *a, MlirOperation op, const ValMap *set) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    if (val_map_has(set, mlirOperationGetOperand(op, i))) return true;
  return mlirOperationGetNumRegions(op) && op_uses(a, op, set);
}

// What may depend on the index along the axis of this name (null: none).
typedef struct Marking {
  VM *vm;
  MlirAttribute name;
} Marking;

static void mark_batched(const Marking *k, MlirOperation func, const bool *in, bool *out);

// The function of a call, or of a vmap, whose arguments and results are the op's.
static MlirOperation callee_of(VM *vm, MlirOperation op) {
  MlirAttribute callee = attr_get(op_attrs(op), "callee");
  OpKind kind = op_kind(op);
  if ((kind != OP_COUNT && kind != OP_VMAP) || mlirAttributeIsNull(callee))
    return (MlirOperation){0};
  return func_lookup(vm->build->module, callee);
}

// An op over the axis itself: what it gives is the same for all, but for the index.
static bool over_axis(const Marking *k, MlirOperation op) {
  OpKind kind = op_kind(op);
  if (kind == OP_COUNT || strcmp(op_info[kind].family, "collective")) return false;
  return mlirAttributeEqual(attr_get(op_attrs(op), "axis_name"), k->name);
}

static void mark_op(const Marking *k, MlirOperation op, ValMap *set);

// Puts what depends on the set in a block into it; out: the operands of its terminator that do.
static void mark_block(const Marking *k, MlirBlock block, ValMap *set, bool *out) {
  MlirOperation op = mlirBlockGetFirstOperation(block), end = mlirBlockGetTerminator(block);
  for (; !mlirOperationEqual(op, end); op = mlirOperationGetNextInBlock(op)) mark_op(k, op, set);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(end); i++)
    out[i] |= val_map_has(set, mlirOperationGetOperand(end, i));
}

// A choice of branches that all take alike: a result depends on what its branches' do.
static void mark_case(const Marking *k, MlirOperation op, ValMap *set, bool *out) {
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    out[i] = val_map_has(set, mlirOperationGetOperand(op, 0));
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
    mark_block(k, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)), set, out);
}

// Puts the op's results that depend on a value of the set into it.
static void mark_op(const Marking *k, MlirOperation op, ValMap *set) {
  VM *vm = k->vm;
  Build b = *vm->build;
  b.axis_name = k->name;
  if (over_axis(k, op)) {
    if (op_kind(op) == OP_AXIS_INDEX) val_map_put(set, op_result(op, 0), op_result(op, 0));
    return;
  }
  if (!uses(vm->arena, op, set) && !axis_named_in(&b, op)) return;
  intptr_t n = mlirOperationGetNumResults(op), nin = mlirOperationGetNumOperands(op);
  MlirOperation callee = callee_of(vm, op);
  bool *in = ARENA_ARRAY(vm->arena, bool, nin + 1), *out = ARENA_ARRAY(vm->arena, bool, n + 1);
  for (intptr_t i = 0; i < nin; i++) in[i] = val_map_has(set, mlirOperationGetOperand(op, i));
  for (intptr_t i = 0; i < n; i++) out[i] = true;
  if (!mlirOperationIsNull(callee)) mark_batched(k, callee, in, out);
  if (op_kind(op) == OP_CASE) mark_case(k, op, set, out);
  if (op_kind(op) == OP_CUSTOM_VMAP_CALL) {
    MlirAttribute flags = attr_get(op_attrs(op), "out_batched");
    for (intptr_t i = 0; i < n; i++) out[i] = mlirDenseI64ArrayGetElement(flags, i);
  }
  for (intptr_t i = 0; i < n; i++) {
    MlirValue v = mlirOperationGetResult(op, i);
    if (out[i]) val_map_put(set, v, v);
  }
}

// Which results depend on the arguments in[i].
static void mark_batched(const Marking *k, MlirOperation func, const bool *in, bool *out) {
  ValMap *set = val_map_create(k->vm->arena);
  MlirBlock block = func_body(func);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++) {
    MlirValue v = mlirBlockGetArgument(block, i);
    if (in[i]) val_map_put(set, v, v);
  }
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(mlirBlockGetTerminator(block)); i++)
    out[i] = false;
  mark_block(k, block, set, out);
}

// batched(staged, mapped, name) -> for each result whether it depends on a mapped argument
static bool fn_batched(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  Values mask;
  if (!f || !values_of(vm, bound[1], &mask)) return false;
  bool *in = ARENA_ARRAY(vm->arena, bool, f->nin + f->ncapture + 1);
  bool *r = ARENA_ARRAY(vm->arena, bool, f->nout + 1);
  for (uint32_t i = 0; i < mask.n; i++) in[i] = mask.v[i].b;
  Marking k = {.vm = vm};
  if (v_is(bound[2], O_STR)) k.name = attr_str(vm, AS_STR(bound[2])->text);
  mark_batched(&k, f->func, in, r);
  List *l = list_new(vm, f->nout);
  for (uint32_t i = 0; i < f->nout; i++) list_append(vm, l, v_bool(r[i]));
  *out = v_obj(l);
  return true;
}

//===-- what is mapped while a function is staged ----------------------------------------===//

static Trace *innermost_vmap(VM *vm) {
  Trace *t = vm->trace;
  while (t && t->spec.kind != TRACE_VMAP) t = t->outer;
  return t;
}

// Of a parameter: its value outside for a captured one, else null; *mapped: one of elements, or of
// a function in between, about which nothing is known.
static MlirValue parameter_origin(VM *vm, const Trace *vmap, MlirValue v, bool *mapped) {
  MlirBlock block = mlirBlockArgumentGetOwner(v);
  *mapped = true;
  for (Trace *t = vm->trace; t; t = t->outer) {
    if (!mlirBlockEqual(t->block, block)) continue;
    for (uint32_t i = 0; i < t->ncapture; i++) {
      if (!mlirValueEqual(t->capture[i].inside, v)) continue;
      *mapped = false;
      return t == vmap ? (MlirValue){0} : t->capture[i].origin;
    }
  }
  return (MlirValue){0};
}

static bool is_mapped(VM *vm, const Trace *vmap, MlirValue v) {
  Arena once;
  arena_init(&once);
  ValMap *seen = val_map_create(&once);
  VEC(MlirValue) work = {0};
  bool mapped = false;
  VEC_PUSH(&once, work, v);
  while (work.n && !mapped) {
    v = VEC_POP(work);
    if (!v.ptr || val_map_has(seen, v)) continue;
    val_map_put(seen, v, v);
    if (!mlirValueIsAOpResult(v)) {
      VEC_PUSH(&once, work, parameter_origin(vm, vmap, v, &mapped));
      continue;
    }
    MlirOperation op = mlirOpResultGetOwner(v);
    for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
      VEC_PUSH(&once, work, mlirOperationGetOperand(op, i));
    int n;
    MlirValue *captures = region_captures(&once, op, &n);
    for (int i = 0; i < n; i++) VEC_PUSH(&once, work, captures[i]);
  }
  arena_release(&once);
  return mapped;
}

// mapped_here(arrays) -> for each whether it depends on an element of the innermost vmap that is
// being staged; what parameters of functions in between are counts as such
static bool fn_mapped_here(VM *vm, Value *bound, Value *out) {
  Values xs;
  if (!values_of(vm, bound[0], &xs)) return false;
  const Trace *vmap = innermost_vmap(vm);
  List *l = list_new(vm, xs.n);
  for (uint32_t i = 0; i < xs.n; i++) {
    MlirValue v;
    if (!trace_use(vm, xs.v[i], &v)) return false;
    list_append(vm, l, v_bool(vmap && is_mapped(vm, vmap, v)));
  }
  *out = v_obj(l);
  return true;
}

const NativeDef transform_op_functions[] = {
    {"vjp", "staged, args, wrt, cotangents, /", fn_vjp},
    {"jvp", "staged, args, wrt, tangents, /", fn_jvp},
    {"linearize", "staged, wrt, forward, /", fn_linearize},
    {"transpose", "staged, /", fn_transpose},
    {"vmap", "staged, args, in_axes, out_axes, size, name, /", fn_vmap},
    {"mapped_here", "arrays, /", fn_mapped_here},
    {"batched", "staged, mapped, name, /", fn_batched},
    {0}};

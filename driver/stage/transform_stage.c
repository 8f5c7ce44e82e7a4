// transform_stage.c -- functions and regions staged for the library, and calls of them.
//
// The library hands over a callable `body` that takes the arrays of the trace and returns (leaves,
// extra): the flat results (arrays), and whatever it wants to get back besides.
#include "driver/python/ast.h"
#include "driver/stage/code.h"
#include "driver/stage/flow.h"
#include "driver/stage/settle.h"
#include "driver/stage/transform.h"

#include <string.h>

static Host *host_new(VM *vm, Class *cls, void *data) {
  Host *h = HEAP_NEW(vm, cls, O_HOST, Host);
  h->data = data;
  for (int i = 0; i < 4; i++)
    h->slot[i] = V_EMPTY;
  return h;
}

StagedFunc *staged_of(VM *vm, Value v) {
  if (v_is(v, O_HOST) && v.o->cls == transform_state()->staged_class) return ((Host *)v.o)->data;
  vm_raise(vm, E_TypeError, "a staged function is needed, not %s", type_name(vm, v));
  return NULL;
}

Value staged_object(VM *vm, StagedFunc *f) {
  return v_obj(host_new(vm, transform_state()->staged_class, f));
}

StagedRegion *region_of_value(VM *vm, Value v) {
  if (v_is(v, O_HOST) && v.o->cls == transform_state()->region_class) return ((Host *)v.o)->data;
  vm_raise(vm, E_TypeError, "a staged region is needed, not %s", type_name(vm, v));
  return NULL;
}

//===-- callables ----------------------------------------------------------------------===//

// The Python function inside methods, partials and wrappers; V_NONE when there is none.
static Value callable_function(VM *vm, Value f) {
  static const char *const inner[] = {"__wrapped__", "func"};
  for (int depth = 0; depth < 32; depth++) {
    Value wrapped;
    if (v_is(f, O_FUNCTION)) {
      if (!find_attr(vm, f, str_name(vm, "__wrapped__"), &wrapped)) return vm_clear_exc(vm), f;
      if (v_is_empty(wrapped)) return f;
      f = wrapped;
      continue;
    }
    if (v_is(f, O_METHOD)) {
      f = ((Method *)f.o)->function;
      continue;
    }
    if (!v_is(f, O_INSTANCE)) return V_NONE;
    Value next = V_EMPTY;
    for (int i = 0; i < 2 && v_is_empty(next); i++)
      if (!find_attr(vm, f, str_name(vm, inner[i]), &next)) vm_clear_exc(vm);
    if (v_is_empty(next)) next = class_lookup(vm, class_of(vm, f), str_name(vm, "__call__"));
    if (v_is_empty(next)) return V_NONE;
    f = next;
  }
  return V_NONE;
}

void callable_origin(VM *vm, Value f, const char **name, SrcRange *at) {
  Value inner = callable_function(vm, f);
  *at = (SrcRange){0};
  *name = type_name(vm, f);
  if (v_is(f, O_NATIVE)) *name = ((Native *)f.o)->name->text;
  if (!v_is(inner, O_FUNCTION)) return;
  const Function *fn = (const Function *)inner.o;
  *name = fn->name->text;
  const Node *n = fn->code->node;
  if (!n) return;
  *at = n->at;
  if (n->kind == NODE_FUNCTION && n->function.decorators.n)
    at->line = n->function.decorators.data[0]->at.line;
}

// origin(f) -> (name, "name at FILE:LINE")
static bool fn_origin(VM *vm, Value *bound, Value *out) {
  const char *name;
  SrcRange at;
  callable_origin(vm, bound[0], &name, &at);
  Value pair[2] = {v_str(vm, name), v_str(vm, name)};
  if (at.line) pair[1] = v_strf(vm, "%s at %s:%u", name, diag_file_name(at.file), at.line);
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

// parameters(f) -> (names, npositional, nkwonly, *args?, **kwargs?, bound?) or None.  bound: the
// first parameter is given already (self).
static bool fn_parameters(VM *vm, Value *bound, Value *out) {
  Value f = callable_function(vm, bound[0]);
  if (!v_is(f, O_FUNCTION)) return true;
  Code *c = ((const Function *)f.o)->code;
  if (!code_prepare(vm, c)) return false;
  uint32_t n = c->npos + c->nkwonly;
  Tuple *names = tuple_new(vm, n);
  for (uint32_t i = 0; i < n; i++)
    names->v[i] = v_obj(c->locals[i]);
  bool self = v_is(bound[0], O_METHOD);
  if (v_is(bound[0], O_INSTANCE)) {
    Value call = class_lookup(vm, class_of(vm, bound[0]), str_name(vm, "__call__"));
    self = v_same(call, f);
  }
  Value r[6] = {v_obj(names),
                v_int(c->npos),
                v_int(c->nkwonly),
                v_bool(c->flags & CODE_VARARGS),
                v_bool(c->flags & CODE_VARKEYWORDS),
                v_bool(self)};
  *out = v_obj(tuple_from(vm, r, 6));
  return true;
}

// bind(f, self): f as a method of self
static bool fn_bind(VM *vm, Value *bound, Value *out) {
  *out = method_new(vm, bound[1], bound[0]);
  return true;
}

//===-- staging ------------------------------------------------------------------------===//

static bool parse_kind(VM *vm, Value v, TraceKind *out) {
  const char *s = AS_STR(v)->text;
  *out = !strcmp(s, "grad")       ? TRACE_GRAD
         : !strcmp(s, "vmap")     ? TRACE_VMAP
         : !strcmp(s, "callback") ? TRACE_HOST
                                  : TRACE_JIT;
  return true;
}

// names: a list of argument paths, or None.
static bool make_spec(VM *vm, Value kind, Value transform, Value f, Value names, TraceSpec *s) {
  Values xs;
  *s = (TraceSpec){.transform = AS_STR(transform)->text};
  callable_origin(vm, f, &s->name, &s->at);
  s->name = arena_strdup(vm->arena, s->name);
  if (!parse_kind(vm, kind, &s->kind)) return false;
  if (v_is_none(names)) return true;
  if (!values_of(vm, names, &xs)) return false;
  const char **list = ARENA_ARRAY(vm->arena, const char *, xs.n + 1);
  for (uint32_t i = 0; i < xs.n; i++)
    list[i] = arena_strdup(vm->arena, text_of(vm, xs.v[i]));
  s->arg_names = list;
  return true;
}

// Calls body on the trace's parameters.
static bool run_body(VM *vm, Trace *t, Value body, Values *leaves, Value *extra) {
  Value *args = ARENA_ARRAY(vm->arena, Value, t->narg + 1), pair;
  Tuple *parts;
  for (uint32_t i = 0; i < t->narg; i++)
    args[i] = trace_arg(vm, t, i);
  if (!vm_call(vm, body, args, t->narg, NULL, &pair) || !value_tuple(vm, pair, &parts))
    return false;
  if (parts->n != 2) BUG("transform: a body returned %u values", parts->n);
  *extra = parts->v[1];
  return values_of(vm, parts->v[0], leaves);
}

// Staging t changed what was there before: the effect happens once, not in each iteration of a
// loop around it.
static void note_writes(VM *vm, Trace *t, const Log *log) {
  bool visible = false;
  for (uint32_t i = 0; i < log->n; i++) {
    bool changed = !log_restored(vm, log, i);
    t->effect |= changed;
    visible |= changed && log->entries[i].object->born < log->outer_since;
  }
  if (!visible || t->spec.kind != TRACE_JIT) return;
  Trace *u = t->outer;
  while (u && u->spec.kind != TRACE_PIECE && u->spec.kind != TRACE_JIT)
    u = u->outer;
  if (u && u->spec.kind == TRACE_PIECE) u->staged_effect = true;
}

// An exception ends t.  What a function under differentiation has printed by then is printed: it is
// called once, up to there.
static void leave_effects(VM *vm, Trace *t, const Tuple *parameters) {
  if (t->spec.kind != TRACE_GRAD || !(t->effect || t->op_effect) || !parameters || parameters->n != t->narg) {
    trace_abandon(vm, t);
    return;
  }
  Value raised = vm->exc, none;
  vm->exc = V_EMPTY;
  StagedFunc *f = trace_end_func(vm, t, 0, NULL);
  if (f) staged_call(vm, f, parameters->v, &none);
  vm->exc = raised;
}

// batch: (size, axes) of vmap, or None.
static bool add_batch(VM *vm, Value batch, TraceSpec *s) {
  Values xs;
  if (!v_is(batch, O_TUPLE)) return true;
  if (!values_of(vm, AS_TUPLE(batch)->v[1], &xs)) return false;
  int64_t *axes = ARENA_ARRAY(vm->arena, int64_t, xs.n + 1);
  for (uint32_t i = 0; i < xs.n; i++)
    axes[i] = xs.v[i].i;
  s->batch = AS_TUPLE(batch)->v[0].i;
  s->batch_axes = axes;
  return true;
}

// stage(body, avals, kind, transform, f, names, parameters, batch) -> (staged, extra); parameters:
// the arrays that they stand for, which messages show.
static bool fn_stage(VM *vm, Value *bound, Value *out) {
  uint32_t n;
  Aval *avals;
  TraceSpec spec;
  Values leaves;
  Value pair[2];
  if (!avals_of(vm, bound[1], &n, &avals)) return false;
  if (!make_spec(vm, bound[2], bound[3], bound[4], bound[5], &spec)) return false;
  if (!add_batch(vm, bound[7], &spec)) return false;
  Trace *t = trace_begin_func(vm, &spec, n, avals);
  Log log;
  log_begin(vm, &log, vm->arena);
  bool ok = run_body(vm, t, bound[0], &leaves, &pair[1]);
  note_writes(vm, t, &log);
  log_end(vm, &log);
  if (!ok) {
    const Tuple *parameters = v_is(bound[6], O_TUPLE) ? AS_TUPLE(bound[6]) : NULL;
    exc_settle(vm, t, parameters);
    return leave_effects(vm, t, parameters), false;
  }
  StagedFunc *f = trace_end_func(vm, t, leaves.n, leaves.v);
  if (!f) return false;
  if (staging(vm)->shown && !strcmp(spec.transform, "jit")) // what make_jaxpr shows as a call
    mlirOperationSetAttributeByName(f->func, mlirStringRefCreateFromCString("cjax.jitted"),
                                    mlirUnitAttrGet(vm->build->ctx));
  pair[0] = staged_object(vm, f);
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool region_end(VM *vm, Trace *t, const Values *leaves, Value *pair, Value *out) {
  StagedRegion *r = ARENA_NEW(vm->arena, StagedRegion);
  Aval *results = ARENA_ARRAY(vm->arena, Aval, leaves->n + 1);
  if (!trace_end_region(vm, t, leaves->n, leaves->v, results, &r->region)) return false;
  r->n = leaves->n;
  r->avals = results;
  pair[0] = v_obj(host_new(vm, transform_state()->region_class, r));
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

// region(body, avals, transform, f, names) -> (region, extra)
static bool fn_region(VM *vm, Value *bound, Value *out) {
  uint32_t n;
  Aval *avals;
  TraceSpec spec;
  Values leaves;
  Value pair[2];
  if (!avals_of(vm, bound[1], &n, &avals)) return false;
  if (!make_spec(vm, v_str(vm, "jit"), bound[2], bound[3], bound[4], &spec)) return false;
  Trace *t = trace_begin_region(vm, &spec, n, avals);
  if (!run_body(vm, t, bound[0], &leaves, &pair[1])) {
    exc_settle(vm, t, NULL);
    trace_abandon(vm, t);
    return false;
  }
  return region_end(vm, t, &leaves, pair, out);
}

// Entry i changed a list, which has its old length again: the library's stacks.
static bool list_restored(const Log *log, uint32_t i) {
  Obj *list = log->entries[i].object;
  if (log->entries[i].kind != LOG_LIST_APPEND && log->entries[i].kind != LOG_LIST_WHOLE)
    return false;
  uint32_t first = 0;
  while (log->entries[first].object != list) first++;
  return log->entries[first].kind == LOG_LIST_APPEND &&
         log->entries[first].key.i == (int64_t)((List *)list)->n;
}

// The writes of a callback that the executable cannot make: to what was there before.
static bool check_writes(VM *vm, const Log *log) {
  for (uint32_t i = 0; i < log->n; i++)
    if (!log_restored(vm, log, i) && !list_restored(log, i))
      return vm_unsupported(vm, "CJ0453", "a callback that changes objects of the program: it is "
                            "staged, and Python is not there when the executable calls it");
  return true;
}

// The branch or the loop's body that what is staged is part of; or null.
static Trace *conditional(Trace *t) {
  while (t && mlirRegionIsNull(t->region)) t = t->outer;
  return t;
}

// A callback of a branch raised: the executable ends where it takes that branch.  `empty` gives
// results of the types that the callback has announced.
static bool callback_end(VM *vm, Trace *t, Value empty, Values *leaves, Value *extra) {
  Value exc = vm->exc;
  Trace *branch = conditional(t->outer);
  if (v_is_empty(exc) || !branch) return false;
  vm->exc = V_EMPTY;
  if (emit_end(vm, exc)) return branch->ended = true, run_body(vm, t, empty, leaves, extra);
  if (v_is_empty(vm->exc)) vm->exc = exc;
  return false;
}

static bool is_unsupported(VM *vm) {
  return !v_is_empty(vm->exc) && exc_matches(vm, vm->exc, vm->type[E_UnsupportedError]);
}

// callback(body, f, empty) -> (region, extra): body runs as a piece of the main program does
static bool fn_callback(VM *vm, Value *bound, Value *out) {
  TraceSpec spec;
  Values leaves;
  Value pair[2];
  Log log;
  if (!make_spec(vm, v_str(vm, "callback"), v_str(vm, "callback"), bound[1], V_NONE, &spec))
    return false;
  const Trace *branch = conditional(vm->trace);
  bool ended = branch && branch->ended; // no call of it comes that far
  Trace *t = trace_begin_region(vm, &spec, 0, NULL);
  log_begin(vm, &log, vm->arena);
  bool ok = run_body(vm, t, bound[ended ? 2 : 0], &leaves, &pair[1]) && check_writes(vm, &log);
  if (!ok) log_undo(vm, &log);
  log_end(vm, &log);
  if (!ok && is_unsupported(vm)) ((Exception *)vm->exc.o)->in_callback = true;
  ok = ok || callback_end(vm, t, bound[2], &leaves, &pair[1]);
  if (!ok) return exc_settle(vm, t, NULL), trace_abandon(vm, t), false;
  return region_end(vm, t, &leaves, pair, out);
}

// attempt(f) -> (f(),), or None where a callback in what it stages has to run beside the program:
// the caller, which no function is traced around, then does the same in Python.
static bool fn_attempt(VM *vm, Value *bound, Value *out) {
  Log log;
  Value result;
  if (!trace_is_concrete(vm->trace))
    return vm_call_0(vm, bound[0], &result) && (*out = v_obj(tuple_from(vm, &result, 1)), true);
  log_begin(vm, &log, vm->arena);
  bool ok = vm_call_0(vm, bound[0], &result);
  bool beside = !ok && is_unsupported(vm) && ((Exception *)vm->exc.o)->in_callback;
  if (beside) log_undo(vm, &log);
  log_end(vm, &log);
  if (beside) vm->exc = V_EMPTY;
  *out = beside || !ok ? V_NONE : v_obj(tuple_from(vm, &result, 1));
  return ok || beside;
}

// discard(staged or region): what was staged only for its types
static bool fn_discard(VM *vm, Value *bound, Value *out) {
  if (bound[0].o->cls == transform_state()->region_class) {
    StagedRegion *r = region_of_value(vm, bound[0]);
    if (!mlirRegionIsNull(r->region)) mlirRegionDestroy(r->region);
    r->region = (MlirRegion){0};
    return true;
  }
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  func_destroy(f->func);
  f->func = (MlirOperation){0};
  return true;
}

//===-- calls --------------------------------------------------------------------------===//

// call(staged, args) -> list of results
static bool fn_call(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  Values args;
  if (!f || !values_of(vm, bound[1], &args)) return false;
  if (args.n != f->nin) BUG("transform: @%s called with %u arguments", f->symbol, args.n);
  Value *results = ARENA_ARRAY(vm->arena, Value, f->nout + 1);
  if (!staged_call(vm, f, args.v, results)) return false;
  *out = list_from(vm, f->nout, results);
  return true;
}

// callable(staged): its captured values can be used here
static bool fn_callable(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  *out = v_bool(staged_callable(vm, f));
  return true;
}

// has_effect(staged): staging it printed, or changed what was there before
static bool fn_has_effect(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  return f && (*out = v_bool(f->effect), true);
}

// used(staged): for each argument whether anything uses it
static bool fn_used(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  List *l = list_new(vm, f->nin);
  for (uint32_t i = 0; i < f->nin; i++) {
    MlirOpOperand use = mlirValueGetFirstUse(mlirBlockGetArgument(func_body(f->func), i));
    list_append(vm, l, v_bool(!mlirOpOperandIsNull(use)));
  }
  *out = v_obj(l);
  return true;
}

static bool list_avals(VM *vm, uint32_t n, const Aval *avals, Value *out) {
  List *l = list_new(vm, n);
  for (uint32_t i = 0; i < n; i++)
    list_append(vm, l, aval_object(vm, &avals[i]));
  *out = v_obj(l);
  return true;
}

// out_avals(staged or region)
static bool fn_out_avals(VM *vm, Value *bound, Value *out) {
  if (v_is(bound[0], O_HOST) && bound[0].o->cls == transform_state()->region_class) {
    const StagedRegion *r = region_of_value(vm, bound[0]);
    return list_avals(vm, r->n, r->avals, out);
  }
  StagedFunc *f = staged_of(vm, bound[0]);
  return f && list_avals(vm, f->nout, f->out, out);
}

// forwards(region) -> for each result the number of the parameter that it is, or None
static bool fn_forwards(VM *vm, Value *bound, Value *out) {
  StagedRegion *r = region_of_value(vm, bound[0]);
  if (!r) return false;
  MlirBlock block = mlirRegionGetFirstBlock(r->region);
  MlirOperation end = mlirBlockGetTerminator(block);
  List *l = list_new(vm, r->n);
  for (uint32_t i = 0; i < r->n; i++) {
    MlirValue v = mlirOperationGetOperand(end, i);
    bool is = mlirValueIsABlockArgument(v) && mlirBlockEqual(mlirBlockArgumentGetOwner(v), block);
    list_append(vm, l, is ? v_int(mlirBlockArgumentGetArgNumber(v)) : V_NONE);
  }
  *out = v_obj(l);
  return true;
}

const NativeDef transform_stage_functions[] = {
    {"origin", "f, /", fn_origin},
    {"parameters", "f, /", fn_parameters},
    {"bind", "f, self, /", fn_bind},
    {"stage", "body, avals, kind, transform, f, names=None, parameters=None, batch=None, /", fn_stage},
    {"region", "body, avals, transform, f, names=None, /", fn_region},
    {"callback", "body, f, empty, /", fn_callback},
    {"attempt", "f, /", fn_attempt},
    {"discard", "staged, /", fn_discard},
    {"call", "staged, args, /", fn_call},
    {"has_effect", "staged, /", fn_has_effect},
    {"used", "staged, /", fn_used},
    {"callable", "staged, /", fn_callable},
    {"forwards", "region, /", fn_forwards},
    {"out_avals", "staged, /", fn_out_avals},
    {0}};

static const NativeClass staged_class = {
    "StagedFunction", "jax._src.core", O_HOST, "A function of the compiled program.", NULL, NULL};
static const NativeClass region_class = {
    "StagedRegion", "jax._src.core", O_HOST, "A body of a loop or branch.", NULL, NULL};

bool transform_stage_init(VM *vm, Module *m) {
  TransformState *s = transform_state();
  s->staged_class = native_class_create(vm, &staged_class, NULL);
  s->region_class = native_class_create(vm, &region_class, NULL);
  module_set(vm, m, "ShapedArray", v_obj(s->aval_class));
  return true;
}

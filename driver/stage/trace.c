// trace.c -- the module being built, and the stack of functions and regions being staged.
#include "driver/stage/staging.h"

#include "dialect/location.h"

#include <ctype.h>
#include <string.h>

static MlirOperation null_op(void) { return (MlirOperation){0}; }

static bool is_op_result_of_constant(MlirValue v) {
  return mlirValueIsAOpResult(v) && op_kind(mlirOpResultGetOwner(v)) == OP_CONSTANT;
}

//===-- beginning ------------------------------------------------------------------===//

// "<lambda>" and the like as a symbol.
static const char *symbol_of(VM *vm, const char *name) {
  char *s = arena_strdup(vm->arena, name && *name ? name : "f");
  size_t n = strlen(s);
  if (n > 2 && s[0] == '<' && s[n - 1] == '>') {
    s[n - 1] = 0;
    s++;
  }
  for (char *p = s; *p; p++)
    if (!isalnum((unsigned char)*p) && *p != '_') *p = '_';
  return s;
}

static Trace *begin(VM *vm, const TraceSpec *spec, uint32_t n, const Aval *args) {
  Trace *t = ARENA_NEW(vm->arena, Trace);
  t->outer = vm->trace;
  t->spec = *spec;
  t->open = true;
  t->narg = n;
  Aval *copy = ARENA_ARRAY(vm->arena, Aval, n + 1);
  if (n) memcpy(copy, args, n * sizeof(Aval));
  t->args = copy;
  stage_locate(vm);
  t->build = *vm->build;
  t->build.before = null_op();
  if (spec->at.line) t->build.loc = loc_of_range(vm->context, spec->at);
  t->saved = vm->build;
  return t;
}

static MlirType *arg_types(VM *vm, const Trace *t) {
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, t->narg + 1);
  for (uint32_t i = 0; i < t->narg; i++)
    types[i] = aval_type(vm, &t->args[i]);
  return types;
}

Trace *trace_begin_func(VM *vm, const TraceSpec *spec, uint32_t n, const Aval *args) {
  Trace *t = begin(vm, spec, n, args);
  t->is_func = true;
  t->func = func_create(&t->build, symbol_of(vm, spec->name), (int)n, arg_types(vm, t), 0, NULL,
                        "private");
  t->block = func_body(t->func);
  t->build.block = t->block;
  vm->build = &t->build;
  vm->trace = t;
  return t;
}

Trace *trace_begin_region(VM *vm, const TraceSpec *spec, uint32_t n, const Aval *args) {
  Trace *t = begin(vm, spec, n, args);
  MlirLocation *locs = ARENA_ARRAY(vm->arena, MlirLocation, n + 1);
  for (uint32_t i = 0; i < n; i++)
    locs[i] = t->build.loc;
  t->region = mlirRegionCreate();
  t->block = mlirBlockCreate(n, arg_types(vm, t), locs);
  mlirRegionAppendOwnedBlock(t->region, t->block);
  t->build.block = t->block;
  vm->build = &t->build;
  vm->trace = t;
  return t;
}

Value trace_arg(VM *vm, Trace *t, uint32_t i) {
  return aval_value(vm, &t->args[i], mlirBlockGetArgument(t->block, i));
}

//===-- values -----------------------------------------------------------------------===//

bool trace_visible(const VM *vm, const Trace *owner) {
  for (const Trace *t = vm->trace; t; t = t->outer)
    if (t == owner) return true;
  return !owner;
}

bool trace_is_concrete(const Trace *owner) {
  for (; owner && owner->spec.kind != TRACE_HOST; owner = owner->outer)
    if (owner->spec.kind == TRACE_JIT || owner->spec.kind == TRACE_VMAP) return false;
  return true;
}

bool trace_in_callback(const VM *vm) {
  const Trace *t = vm->trace;
  while (t && t->spec.kind != TRACE_JIT && t->spec.kind != TRACE_VMAP &&
         t->spec.kind != TRACE_HOST)
    t = t->outer;
  return t && t->spec.kind == TRACE_HOST;
}

Trace *trace_find(Trace *t, TraceKind kind) {
  while (t && t->spec.kind != kind)
    t = t->outer;
  return t;
}

void trace_note_effect(VM *vm) {
  bool traced = false;
  for (Trace *t = vm->trace; t; t = t->outer) {
    t->effect = true;
    t->staged_effect |= traced;
    traced |= t->spec.kind == TRACE_JIT;
  }
}

Build *trace_python_build(VM *vm) {
  Build *b = vm->build;
  for (Trace *t = vm->trace; t && t->spec.kind != TRACE_HOST; t = t->outer)
    if (t->spec.kind == TRACE_JIT || t->spec.kind == TRACE_VMAP) b = t->saved;
  return b;
}

Trace *trace_python(VM *vm) {
  Trace *owner = vm->trace;
  for (Trace *t = vm->trace; t && t->spec.kind != TRACE_HOST; t = t->outer)
    if (t->spec.kind == TRACE_JIT || t->spec.kind == TRACE_VMAP) owner = t->outer;
  return owner;
}

// A value as captures keep it: NumPy arrays change theirs later.
static Value snapshot(VM *vm, Value v) {
  if (!is_array(v) || !AS_ARRAY(v)->numpy) return v;
  const Array *x = AS_ARRAY(v);
  Array *copy = HEAP_NEW(vm, x->head.cls, O_ARRAY, Array);
  Obj head = copy->head;
  *copy = *x;
  copy->head = head;
  copy->view = V_EMPTY;
  return v_obj(copy);
}

static MlirValue copy_constant(Trace *t, MlirValue outside) {
  MlirOperation op = mlirOperationClone(mlirOpResultGetOwner(outside));
  mlirBlockInsertOwnedOperation(t->block, 0, op);
  return op_result(op, 0);
}

// The parameter (or copied constant) of function t that stands for `outside`.
static MlirValue capture(VM *vm, Trace *t, Value v, MlirValue origin, MlirValue outside) {
  for (uint32_t i = 0; i < t->ncapture; i++)
    if (t->capture[i].origin.ptr == origin.ptr) return t->capture[i].inside;
  if (t->ncapture == t->room) {
    uint32_t room = t->room ? t->room * 2 : 4;
    t->capture =
        arena_grow(vm->arena, t->capture, t->room * sizeof(Capture), room * sizeof(Capture));
    t->room = room;
  }
  Capture *c = &t->capture[t->ncapture++];
  c->origin = origin;
  if (is_op_result_of_constant(outside)) {
    c->value = V_EMPTY;
    return c->inside = copy_constant(t, outside);
  }
  c->value = snapshot(vm, v);
  list_append(vm, staging(vm)->keep, c->value);
  return c->inside = mlirBlockAddArgument(t->block, mlirValueGetType(outside), t->build.loc);
}

static bool reach(VM *vm, Trace *t, Value v, Trace *owner, MlirValue origin, MlirValue *out) {
  if (t == owner) {
    *out = origin;
    return true;
  }
  if (!t || !reach(vm, t->outer, v, owner, origin, out)) return false;
  if (t->is_func) *out = capture(vm, t, v, origin, *out);
  return true;
}

static bool raise_leak(VM *vm, Value v) {
  Aval a;
  value_aval(vm, v, &a);
  const Trace *t = is_array(v) ? AS_ARRAY(v)->owner : AS_RUN_SCALAR(v)->owner;
  return tracer_error(
      vm, "UnexpectedTracerError",
      "Encountered an unexpected tracer. A function transformed by JAX had a side effect, allowing "
      "for a reference to an intermediate value with type %s wrapped in a DynamicJaxprTracer to "
      "escape the scope of the transformation.\nJAX transformations require that functions "
      "explicitly return their outputs, and disallow saving intermediate values to global state.\n"
      "The function being traced when the value leaked was %s traced for %s.",
      aval_text(vm, &a, false), t->spec.name ? t->spec.name : "?", t->spec.transform);
}

bool trace_use(VM *vm, Value v, MlirValue *out) {
  Array *x;
  if (is_array(v) || is_run_scalar(v)) {
    if (is_array(v)) {
      if (AS_ARRAY(v)->deleted)
        return vm_raise(vm, E_RuntimeError, "Array has been deleted with shape=%s.",
                        array_text(vm, AS_ARRAY(v)));
      if (!array_current(vm, AS_ARRAY(v), &x)) return false;
      v = v_obj(x);
    }
    Trace *owner = is_array(v) ? AS_ARRAY(v)->owner : AS_RUN_SCALAR(v)->owner;
    if (owner && !owner->open) return raise_leak(vm, v);
    *out = staged_value(v);
    return owner == vm->trace || reach(vm, vm->trace, v, owner, *out, out) || raise_leak(vm, v);
  }
  if (!array_of(vm, v, &x)) return false;
  *out = x->value;
  return true;
}

//===-- ending -------------------------------------------------------------------------===//

static void leave(VM *vm, Trace *t) {
  if (vm->trace != t) BUG("traces end out of order");
  vm->trace = t->outer;
  vm->build = t->saved;
  t->open = false;
}

void trace_abandon(VM *vm, Trace *t) {
  leave(vm, t);
  if (t->is_func)
    func_destroy(t->func);
  else
    mlirRegionDestroy(t->region);
}

static bool end_results(VM *vm, Trace *t, uint32_t n, const Value *results, Aval *avals,
                        MlirValue *out) {
  for (uint32_t i = 0; i < n; i++) {
    Value v = results[i];
    if (!value_aval(vm, v, &avals[i])) {
      trace_abandon(vm, t);
      return vm_raise(vm, E_TypeError, "Value of type %s is not a valid JAX type",
                      type_name(vm, v));
    }
    if (!trace_use(vm, v, &out[i])) {
      trace_abandon(vm, t);
      return false;
    }
  }
  return true;
}

// The captures that are parameters, in order.
static void list_captures(VM *vm, const Trace *t, StagedFunc *f) {
  Capture *list = ARENA_ARRAY(vm->arena, Capture, t->ncapture + 1);
  for (uint32_t i = 0; i < t->ncapture; i++)
    if (!v_is_empty(t->capture[i].value)) list[f->ncapture++] = t->capture[i];
  f->capture = list;
}

StagedFunc *trace_end_func(VM *vm, Trace *t, uint32_t n, const Value *results) {
  Aval *avals = ARENA_ARRAY(vm->arena, Aval, n + 1);
  MlirValue *values = ARENA_ARRAY(vm->arena, MlirValue, n + 1);
  if (!end_results(vm, t, n, results, avals, values)) return NULL;
  build_return(&t->build, (int)n, values);
  func_update_type(t->func);
  leave(vm, t);
  StagedFunc *f = ARENA_NEW(vm->arena, StagedFunc);
  f->func = t->func;
  f->symbol = func_name(vm->arena, t->func);
  f->nin = t->narg;
  f->in = t->args;
  f->nout = n;
  f->out = avals;
  f->effect = t->effect;
  f->op_effect = t->op_effect;
  list_captures(vm, t, f);
  return f;
}

bool trace_end_region(VM *vm, Trace *t, uint32_t n, const Value *results, Aval *out_avals,
                      MlirRegion *out) {
  Aval *avals = out_avals ? out_avals : ARENA_ARRAY(vm->arena, Aval, n + 1);
  MlirValue *values = ARENA_ARRAY(vm->arena, MlirValue, n + 1);
  if (!end_results(vm, t, n, results, avals, values)) return false;
  build_yield(&t->build, (int)n, values);
  leave(vm, t);
  *out = t->region;
  return true;
}

//===-- calls --------------------------------------------------------------------------===//

bool staged_callable(const VM *vm, const StagedFunc *f) {
  for (uint32_t i = 0; i < f->ncapture; i++) {
    Value v = f->capture[i].value;
    Trace *owner = is_array(v) ? AS_ARRAY(v)->owner : AS_RUN_SCALAR(v)->owner;
    if (!trace_visible(vm, owner)) return false;
  }
  return true;
}

bool staged_captures(VM *vm, const StagedFunc *f, MlirValue *out) {
  for (uint32_t i = 0; i < f->ncapture; i++)
    if (!trace_use(vm, f->capture[i].value, &out[i])) return false;
  return true;
}

bool staged_call(VM *vm, const StagedFunc *f, const Value *args, Value *out) {
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, f->nin + f->ncapture + 1);
  for (uint32_t i = 0; i < f->nin; i++)
    if (!trace_use(vm, args[i], &in[i])) return false;
  if (!staged_captures(vm, f, in + f->nin)) return false;
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, f->nout + 1);
  for (uint32_t i = 0; i < f->nout; i++)
    types[i] = aval_type(vm, &f->out[i]);
  stage_locate(vm);
  MlirAttribute callee = attr_symbol(vm->context, f->symbol);
  MlirOperation op = build_any(vm->build, "func.call", (int)(f->nin + f->ncapture), in,
                               (int)f->nout, types, attrs_make(vm->context, 1, "callee", callee));
  if (f->op_effect) stage_note_op_effect(vm);
  for (uint32_t i = 0; i < f->nout; i++)
    out[i] = aval_value(vm, &f->out[i], op_result(op, (int)i));
  return true;
}

// trace_op.c -- ops and their places; the types of values.
#include "dialect/clone.h"
#include "driver/stage/flow.h"

#include "dialect/location.h"

#include <stdio.h>
#include <string.h>

static Staging the_staging;
Staging *staging(VM *vm) { return &the_staging; }

//===-- the program --------------------------------------------------------------------===//

static void mark_kept(VM *vm, void *context, void (*visit)(VM *vm, Value v)) {
  Staging *s = context;
  if (s->keep) visit(vm, v_obj(s->keep));
  if (s->print_options) visit(vm, v_obj(s->print_options));
  visit(vm, s->watch);
}

static void set_hooks(VM *vm) {
  vm->hooks.binary = array_binary;
  vm->hooks.unary = array_unary;
  vm->hooks.compare = array_compare;
  vm->hooks.truth = array_truth;
  vm->hooks.scalar = array_scalar_type;
  flow_init(vm);
  optional_init(vm);
}

bool stage_open(VM *vm) {
  Staging *s = staging(vm);
  memset(s, 0, sizeof *s);
  s->keep = list_new(vm, 16);
  s->watch = V_NONE;
  s->print_options = dict_new(vm);
  s->keep->head.born = UINT32_MAX; // additions are never undone
  heap_add_root(vm, mark_kept, s);
  MlirLocation unknown = mlirLocationUnknownGet(vm->context);
  s->module = mlirModuleCreateEmpty(unknown);
  s->main_build = (Build){.ctx = vm->context, .module = s->module, .loc = unknown};
  s->main_build.arena = vm->arena;
  s->main = func_create(&s->main_build, "main", 0, NULL, 0, NULL, NULL);
  interp_cache_init(&s->found, vm->arena, func_body(s->main));
  s->decisive = val_map_create(vm->arena);
  s->main_build.block = func_body(s->main);
  vm->build = &s->main_build;
  s->opened = true;
  set_hooks(vm);
  return dtype_init(vm) && array_class_init(vm) && at_init(vm) && run_scalar_init(vm);
}

MlirModule stage_close(VM *vm) {
  Staging *s = staging(vm);
  s->main_build.loc = mlirLocationUnknownGet(vm->context);
  build_return(&s->main_build, 0, NULL);
  vm->build = NULL;
  return s->module;
}

//===-- places -------------------------------------------------------------------------===//

// The library function that the program called, or null when the program itself is running.
static const Code *called_function(VM *vm) {
  const Code *found = NULL;
  for (const Frame *f = vm->frame; f; f = f->back) {
    if (!f->module || !f->module->library) break;
    found = f->code;
  }
  return found;
}

static MlirLocation named(VM *vm, const Code *code, MlirLocation at) {
  const char *name = code->name->text;
  if (code->module && code->module->name)
    name = arena_printf(vm->arena, "%s.%s", code->module->name->text, name);
  return mlirLocationNameGet(vm->context, mlirStringRefCreateFromCString(name), at);
}

void stage_locate(VM *vm) {
  Staging *s = staging(vm);
  SrcRange at = vm_user_here(vm);
  const Code *code = called_function(vm);
  if (mlirLocationIsNull(s->loc) || memcmp(&at, &s->at, sizeof at) || code != s->at_code) {
    s->at = at;
    s->at_code = code;
    s->loc = loc_of_range(vm->context, at);
    if (code && at.line) s->loc = named(vm, code, s->loc);
  }
  vm->build->loc = s->loc;
}

//===-- ops ----------------------------------------------------------------------------===//

void stage_note_op_effect(VM *vm) {
  for (Trace *t = vm->trace; t; t = t->outer)
    t->op_effect = true;
}

// Whether XLA would see the op in a program, with constants that it knows: within jit, scan, ...
static bool in_compiled(VM *vm) {
  if (staging(vm)->division) return staging(vm)->division == DIVISION_JITTED;
  for (const Trace *t = vm->trace; t; t = t->outer)
    if (t->spec.kind == TRACE_JIT) return true;
  return false;
}

static bool is_constant(MlirValue v) {
  if (!mlirValueIsAOpResult(v)) return false;
  MlirOperation op = mlirOpResultGetOwner(v);
  if (op_kind(op) == OP_BROADCAST_IN_DIM || op_is_variable(op))
    return is_constant(mlirOperationGetOperand(op, 0));
  return op_kind(op) == OP_CONSTANT;
}

// NumPy divides; JAX multiplies by the reciprocal of a broadcast scalar (op_div_multiplies), or of
// a constant that XLA knows.
static void mark_division(VM *vm, OpCall *c) {
  MlirType t = mlirValueGetType(c->in[1]);
  const char *mark = NULL;
  if (staging(vm)->host || staging(vm)->division == DIVISION_EXACT) mark = "exact";
  else if (type_count(t) == 1 && element_is_inexact(type_element(t)) && is_constant(c->in[1]) &&
           in_compiled(vm))
    mark = "reciprocal";
  if (mark) c->attrs = attrs_make(vm->context, 1, mark, attr_unit(vm->context));
}

// No address space holds more.
static bool results_fit(VM *vm, MlirOperation op) {
  enum { MOST_LOG2 = 47 };
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    MlirType t = mlirValueGetType(op_result(op, (int)i));
    Dims d = type_dims(t);
    double bytes = element_bits(type_element(t)) / 8.0;
    for (int k = 0; k < d.n; k++) bytes *= (double)d.d[k];
    if (bytes > (double)(1LL << MOST_LOG2))
      return vm_raise(vm, E_MemoryError, "an array of %.3g bytes is larger than any address space",
                      bytes);
  }
  return true;
}

// What a shape rule says is wrong, as an exception of the class that it names.
static void raise_refusal(VM *vm, const OpCall *c, const DiagMessage *d) {
  const char *type = d && d->type ? d->type : "TypeError";
  TypeIndex id = !strcmp(type, "ValueError")            ? E_ValueError
              : !strcmp(type, "NotImplementedError") ? E_NotImplementedError
                                                     : E_TypeError;
  vm_raise(vm, id, "%s", d ? d->text : op_name(c->kind));
}

MlirOperation stage_op_regions(VM *vm, OpCall *c) {
  if (!(++staging(vm)->nops & 1023) && !loop_check_growth(vm)) return (MlirOperation){0};
  stage_locate(vm);
  c->loc = vm->build->loc;
  if (mlirAttributeIsNull(c->attrs)) c->attrs = mlirDictionaryAttrGet(vm->context, 0, NULL);
  if (c->kind == OP_DIV) mark_division(vm, c);
  DiagCapture capture;
  diag_capture(&capture, vm->arena);
  MlirOperation op = build_op_regions(vm->build, c);
  diag_release_capture(&capture);
  if (mlirOperationIsNull(op)) {
    raise_refusal(vm, c, capture.first);
  } else if (!results_fit(vm, op))
    return (MlirOperation){0};
  else if (op_rules(c->kind)->flags & OP_EFFECT)
    stage_note_op_effect(vm);
  if (!mlirOperationIsNull(op) && !watch_op(vm, c, op)) return (MlirOperation){0};
  return op;
}

MlirOperation stage_op(VM *vm, OpKind k, int nin, const MlirValue *in, MlirAttribute attrs,
                       int nout, const MlirType *types) {
  OpCall c = {.kind = k, .nin = nin, .nout = nout, .in = in, .out = types, .attrs = attrs};
  return stage_op_regions(vm, &c);
}

//===-- avals --------------------------------------------------------------------------===//

const int64_t *shape_keep(VM *vm, uint32_t rank, const int64_t *shape) {
  int64_t *copy = ARENA_ARRAY(vm->arena, int64_t, rank + 1);
  for (uint32_t i = 0; i < rank; i++)
    copy[i] = shape[i];
  return copy;
}

int64_t aval_size(const Aval *a) {
  int64_t n = 1;
  for (uint32_t i = 0; i < a->rank; i++)
    n *= a->shape[i];
  return n;
}

MlirType dtype_type(VM *vm, Dtype d) { return element_of_dtype(vm->context, d); }

MlirType array_type(VM *vm, Dtype d, Dims shape) {
  return type_tensor(dtype_type(vm, d), d == DTYPE_KEY ? dims_append(shape, 2) : shape);
}

MlirType aval_type(VM *vm, const Aval *a) {
  return array_type(vm, a->dtype, dims_of((int)a->rank, a->shape));
}

Value aval_value(VM *vm, const Aval *a, MlirValue v) {
  if (a->run) {
    RunKind kind = a->dtype == DTYPE_BOOL ? RUN_BOOL : a->dtype == DTYPE_I64 ? RUN_INT : RUN_FLOAT;
    return run_scalar_new(vm, kind, v);
  }
  Array like = {.dtype = a->dtype, .weak = a->weak, .numpy = a->numpy};
  return array_new_like(vm, v, &like);
}

bool value_aval(VM *vm, Value v, Aval *out) {
  static const int64_t none[1] = {0};
  if (is_array(v)) {
    const Array *x = AS_ARRAY(v);
    *out = (Aval){.dtype = x->dtype, .weak = x->weak, .numpy = x->numpy};
    out->rank = x->rank;
    out->shape = x->shape;
    return true;
  }
  if (is_run_scalar(v)) {
    static const Dtype dtypes[] = {DTYPE_BOOL, DTYPE_I64, DTYPE_F64};
    RunKind kind = AS_RUN_SCALAR(v)->run;
    *out = (Aval){.dtype = dtypes[kind], .run = true, .weak = kind != RUN_BOOL, .shape = none};
    return true;
  }
  DtypeWeak d;
  if (!value_dtype(vm, v, &d)) return false;
  *out = (Aval){.dtype = d.dtype, .weak = d.weak, .shape = none};
  return true;
}

bool aval_equal(const Aval *a, const Aval *b, bool with_weak) {
  if (a->dtype != b->dtype || a->rank != b->rank || a->numpy != b->numpy || a->run != b->run)
    return false;
  if (with_weak && a->weak != b->weak) return false;
  return !memcmp(a->shape, b->shape, a->rank * sizeof(int64_t));
}

const char *aval_text(VM *vm, const Aval *a, bool mark) {
  char sizes[256] = "";
  size_t n = 0;
  for (uint32_t i = 0; i < a->rank && n < sizeof sizes - 24; i++)
    n +=
        (size_t)snprintf(sizes + n, sizeof sizes - n, i ? ",%lld" : "%lld", (long long)a->shape[i]);
  return arena_printf(vm->arena, "%s%s[%s]", mark && a->weak ? "~" : "", dtype_name(a->dtype),
                      sizes);
}

// define.c -- stages the function of the library that defines an op.
//
// driver/library/jax/_src/definitions/<family>.py has a function of the op's name, which takes the
// operands and the attributes by name.  It is staged as a function of its own, with 64-bit types
// allowed, wherever the program is: in the middle of other traces, or after it has ended.
#include "driver/stage/define.h"

#include "dialect/define.h"
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"
#include "driver/program.h"
#include "driver/stage/vm_internal.h"

static VM *the_vm;

//===-- attributes as keywords -----------------------------------------------------------===//

static Value value_of_attr(VM *vm, MlirAttribute a) {
  if (mlirAttributeIsAUnit(a)) return v_bool(true);
  if (mlirAttributeIsAInteger(a)) return v_int(mlirIntegerAttrGetValueInt(a));
  if (mlirAttributeIsAFloat(a)) return v_float(mlirFloatAttrGetValueDouble(a));
  if (mlirAttributeIsAString(a)) {
    MlirStringRef s = mlirStringAttrGetValue(a);
    return v_str(vm, arena_strndup(vm->arena, s.data, s.length));
  }
  if (!mlirAttributeIsADenseI64Array(a)) return V_NONE;
  intptr_t n = mlirDenseArrayGetNumElements(a);
  Tuple *t = tuple_new(vm, (uint32_t)n);
  for (intptr_t i = 0; i < n; i++)
    t->v[i] = v_int(mlirDenseI64ArrayGetElement(a, i));
  return v_obj(t);
}

static Dict *keywords_of(VM *vm, MlirAttribute attrs) {
  Dict *d = dict_new(vm);
  intptr_t n = mlirAttributeIsNull(attrs) ? 0 : mlirDictionaryAttrGetNumElements(attrs);
  for (intptr_t i = 0; i < n; i++) {
    MlirNamedAttribute a = mlirDictionaryAttrGetElement(attrs, i);
    MlirStringRef s = mlirIdentifierStr(a.name);
    const char *name = arena_strndup(vm->arena, s.data, s.length);
    dict_set_str(vm, d, str_name(vm, name), value_of_attr(vm, a.attribute));
  }
  return d;
}

//===-- staging --------------------------------------------------------------------------===//

static Aval aval_of_operand(VM *vm, MlirType t) {
  Dims d = type_dims(t);
  Aval a = {.dtype = element_dtype(type_element(t)), .rank = (uint32_t)d.n};
  a.shape = shape_keep(vm, a.rank, d.d);
  return a;
}

// One array, or a tuple or list of them.
static bool results_of(VM *vm, Value y, Tuple **out) {
  if (v_is(y, O_TUPLE) || v_is(y, O_LIST)) return value_tuple(vm, y, out);
  *out = tuple_from(vm, &y, 1);
  return true;
}

static StagedFunc *stage_definition(VM *vm, const OpCall *c) {
  const char *module =
      arena_printf(vm->arena, "jax._src.definitions.%s", op_info[c->kind].family);
  Value f, y;
  if (!import_attr(vm, module, op_name(c->kind), &f)) return NULL;
  Aval *avals = ARENA_ARRAY(vm->arena, Aval, c->nin + 1);
  for (int i = 0; i < c->nin; i++)
    avals[i] = aval_of_operand(vm, mlirValueGetType(c->in[i]));
  TraceSpec spec = {.kind = TRACE_JIT, .transform = "jit", .name = op_name(c->kind)};
  Trace *t = trace_begin_func(vm, &spec, (uint32_t)c->nin, avals);
  Tuple *args = tuple_new(vm, (uint32_t)c->nin), *results;
  for (int i = 0; i < c->nin; i++)
    args->v[i] = trace_arg(vm, t, (uint32_t)i);
  if (!vm_call_tuple(vm, f, args, keywords_of(vm, c->attrs), &y) || !results_of(vm, y, &results)) {
    trace_abandon(vm, t);
    return NULL;
  }
  return trace_end_func(vm, t, results->n, results->v);
}

// What the library says that it cannot do is an error of the program, at the op.
static void report(VM *vm, const OpCall *c) {
  const char *text = exc_text(vm, vm->exc);
  vm->exc = V_EMPTY;
  diag_error(loc_range(c->loc), NULL, NULL, "%s", text);
}

static void check_results(const OpCall *c, const StagedFunc *f) {
  if (f->ncapture) BUG("the definition of %s depends on what is outside", op_name(c->kind));
  bool same = func_nout(f->func) == c->nout;
  for (int i = 0; same && i < c->nout; i++)
    same = mlirTypeEqual(func_out(f->func, i), c->out[i]);
  if (!same) BUG("the definition of %s gives other types than the op", op_name(c->kind));
}

// What of the machine's state a definition must not see or change.
typedef struct Apart {
  Build *build;
  Trace *trace;
  uint32_t log_since;
  Value handled, exc;
  MlirModule module;
  bool x64, strict, host;
  Division division;
} Apart;

static Apart step_apart(VM *vm, Build *at) {
  Staging *s = staging(vm);
  Apart a = {vm->build, vm->trace, vm->log_since, vm->handled, vm->exc,
             s->module, s->x64,    s->strict,     s->host,     s->division};
  vm->build = at;
  vm->log_since = 0;
  vm->handled = V_NONE;
  vm->exc = V_EMPTY;
  s->module = at->module;
  s->x64 = true;
  s->strict = s->host = false;
  s->division = DIVISION_EXACT;
  return a;
}

static void step_back(VM *vm, const Apart *a) {
  Staging *s = staging(vm);
  vm->build = a->build;
  vm->trace = a->trace;
  vm->log_since = a->log_since;
  vm->handled = a->handled;
  vm->exc = a->exc;
  s->module = a->module;
  s->x64 = a->x64;
  s->strict = a->strict;
  s->host = a->host;
  s->division = a->division;
}

// A block that holds arrays of the library, which was imported meanwhile, lives as long as the
// process; one without ops is not needed any more.
static void keep_block(VM *vm, MlirBlock block) {
  typedef struct Kept {
    MlirBlock block;
    struct Kept *next;
  } Kept;
  static Kept *kept;
  if (mlirOperationIsNull(mlirBlockGetFirstOperation(block))) {
    mlirBlockDestroy(block);
    return;
  }
  Kept *k = ARENA_NEW(vm->arena, Kept);
  *k = (Kept){block, kept};
  kept = k;
}

static MlirOperation define_op(Build *b, const OpCall *c) {
  VM *vm = the_vm;
  MlirBlock nowhere = mlirBlockCreate(0, NULL, NULL);
  Build at = {.ctx = b->ctx, .module = b->module, .block = nowhere, .loc = c->loc};
  at.arena = vm->arena;
  Apart apart = step_apart(vm, &at);
  StagedFunc *f = stage_definition(vm, c);
  if (!f) report(vm, c);
  else check_results(c, f);
  bool ok = f && expand_in_function(&at, f->func);
  step_back(vm, &apart);
  keep_block(vm, nowhere);
  return ok ? f->func : (MlirOperation){0};
}

void define_with(VM *vm) {
  the_vm = vm;
  definitions_from(define_op);
}

static MlirOperation define_first(Build *b, const OpCall *c) {
  static Arena arena;
  static Program none; // a program of no lines
  arena_init(&arena);
  VM *vm = vm_create(&arena, b->ctx);
  vm->in->program = &none;
  vm->in->main_dir = "";
  vm->in->main = module_new(vm, "__main__");
  if (!stage_open(vm)) BUG("the library cannot be read");
  define_with(vm);
  return define_op(b, c);
}

void define_alone(void) { definitions_from(define_first); }

// static_value.c -- contents of arrays found while compiling, and the errors where they cannot be.
#include "dialect/clone.h"
#include "driver/stage/early.h"
#include "driver/stage/staging.h"

#include "dialect/interpret/interpret.h"
#include "dialect/scalar.h"
#include "dialect/support/inputs.h"
#include "dialect/support/vec.h"
#include "driver/program.h"
#include "driver/stage/vm_internal.h"
#include "runtime/cjax_rt.h"
#include "runtime/npy.h"

#include <string.h>

//===-- contents ----===//

static Value scalar_value(VM *vm, Dtype d, const void *p) {
  Scalar x = scalar_load(d, p);
  if (d == DTYPE_BOOL) return v_bool(x.i != 0);
  if (dtype_is_float(d)) return v_float(x.f);
  if (dtype_is_complex(d)) return complex_new(vm, x.f, x.im);
  return v_int(x.i);
}

static Value nested_value(VM *vm, Dtype d, Dims shape, int axis, const char **p) {
  if (axis == shape.n) {
    Value v = scalar_value(vm, d, *p);
    *p += dtype_size(d);
    return v;
  }
  List *l = list_new(vm, (uint32_t)shape.d[axis]);
  for (int64_t i = 0; i < shape.d[axis]; i++)
    list_append(vm, l, nested_value(vm, d, shape, axis + 1, p));
  return v_obj(l);
}

Value data_value(VM *vm, Dtype d, Dims shape, const void *data) {
  const char *p = data;
  return nested_value(vm, d, shape, 0, &p);
}

static bool value_of(VM *vm, Value v, MlirValue *out) {
  Array *x;
  if (!is_array(v)) return *out = staged_value(v), true;
  return array_current(vm, AS_ARRAY(v), &x) && (*out = staged_value(v_obj(x)), true);
}

// The value outside that a parameter of the functions being staged stands for, or v itself.
static MlirValue uncapture(VM *vm, MlirValue v) {
  for (const Trace *t = vm->trace; t; t = t->outer)
    for (uint32_t i = 0; i < t->ncapture; i++)
      if (t->capture[i].inside.ptr == v.ptr) return t->capture[i].origin;
  for (const Trace *t = vm->trace; t; t = t->outer)
    for (uint32_t i = 0; t->parameters && i < t->parameters->n; i++)
      if (mlirBlockGetArgument(t->block, i).ptr == v.ptr)
        return staged_value(t->parameters->v[i]);
  return v;
}

// The contents of a file decide something: the executable must find the same ones.
static void pin_contents(VM *vm, MlirOperation op) {
  MlirAttribute attrs = op_attrs(op);
  const char *path = attr_text(vm->arena, attrs, "path");
  inputs_add(INPUT_FILE, path);
  MlirType t = mlirValueGetType(op_result(op, 0));
  Dims d = type_dims(t);
  Dtype dtype = element_dtype(type_element(t));
  int64_t n = type_count(t) * dtype_size(dtype);
  Arena once;
  arena_init(&once);
  char *data = arena_alloc(&once, (size_t)n);
  if (mlirAttributeIsNull(attr_get(attrs, "format")))
    cjax_rt_load_npy(path, (int32_t)dtype, d.n, d.d, 0, data, NULL);
  else
    cjax_rt_load_text(path, (int32_t)dtype, d.n, d.d, 0, data,
                      attr_text(vm->arena, attrs, "format"), NULL);
  MlirAttribute hash = attr_of_int(vm->context, npy_hash(data, n));
  mlirOperationSetAttributeByName(op, mlirStringRefCreateFromCString("hash"), hash);
  arena_release(&once);
  const Program *p = vm->in->program; // entries run without the program, which would look again
  if (p && !p->args_known && !p->nentries)
    diag_note(vm_user_here(vm), "what is in %s decides this; the program runs with this file only",
              path);
}

static void pin_files_of(VM *vm, MlirValue v) {
  ValMap *seen = staging(vm)->decisive;
  VEC(MlirValue) work = {0};
  Arena once;
  arena_init(&once);
  VEC_PUSH(&once, work, v);
  while (work.n) {
    v = VEC_POP(work);
    if (val_map_has(seen, v) || !mlirValueIsAOpResult(v)) continue;
    val_map_put(seen, v, v);
    MlirOperation op = mlirOpResultGetOwner(v);
    if (op_kind(op) == OP_LOAD_NPY) pin_contents(vm, op);
    for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
      VEC_PUSH(&once, work, mlirOperationGetOperand(op, i));
    int n;
    MlirValue *captures = region_captures(&once, op, &n);
    for (int i = 0; i < n; i++)
      VEC_PUSH(&once, work, captures[i]);
  }
  arena_release(&once);
}

static bool outer_data(VM *vm, MlirValue x, const void **data, MlirOperation *culprit) {
  if (!mlirAttributeIsNull(constant_value(x))) {
    *data = constant_data(vm->arena, x);
    return true;
  }
  InterpCache *found = &staging(vm)->found;
  early_find(vm, found, staging(vm)->module, x);
  if (!interp_values_cached(found, staging(vm)->module, 1, &x, data, culprit)) return false;
  pin_files_of(vm, x);
  return true;
}

static bool inner_data(VM *vm, MlirValue x, const void **data);

// The parameters of the functions being staged that v, computed in one of them, depends on.
static void slice_parameters(VM *vm, MlirValue v, ValMap *seen, InterpCache *into, bool *known) {
  if (!*known || val_map_has(seen, v)) return;
  val_map_put(seen, v, v);
  if (mlirValueIsABlockArgument(v)) {
    MlirValue origin = uncapture(vm, v);
    const void *data;
    *known = origin.ptr != v.ptr &&
             (outer_data(vm, origin, &data, NULL) || inner_data(vm, origin, &data));
    if (*known) interp_cache_put(into, v, data);
    return;
  }
  MlirOperation op = mlirOpResultGetOwner(v);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    slice_parameters(vm, mlirOperationGetOperand(op, i), seen, into, known);
  int n;
  MlirValue *captures = region_captures(vm->arena, op, &n);
  for (int i = 0; i < n; i++)
    slice_parameters(vm, captures[i], seen, into, known);
}

// The contents of x, which a function being staged computes from what is known outside of it.  Kept
// for this once: a trace that is given up takes its values with it.
static bool inner_data(VM *vm, MlirValue x, const void **data) {
  InterpCache once;
  MlirOperation culprit;
  bool known = true;
  interp_cache_init(&once, vm->arena, (MlirBlock){0});
  slice_parameters(vm, x, val_map_create(vm->arena), &once, &known);
  return known && interp_values_cached(&once, staging(vm)->module, 1, &x, data, &culprit);
}

bool static_data(VM *vm, Value v, const void **data, bool *found) {
  MlirValue x;
  *found = false;
  if (!value_of(vm, v, &x)) return false;
  x = uncapture(vm, x);
  MlirOperation culprit = {0};
  int errors = diag_error_count();
  *found = outer_data(vm, x, data, &culprit);
  if (!*found && diag_error_count() == errors) *found = inner_data(vm, x, data);
  if (vm->due && !vm_poll(vm)) return false;
  staging(vm)->culprit = *found ? (MlirOperation){0} : culprit;
  if (*found || diag_error_count() == errors) return true;
  return vm_raise(vm, E_RuntimeError, "a value needed while compiling could not be computed");
}

bool static_data_needed(VM *vm, Value v, const void **data, bool *found) {
  do
    if (!static_data(vm, v, data, found)) return false;
  while (!*found && hold_default(vm));
  return true;
}

bool static_value(VM *vm, Value v, const char *context, Value *out) {
  Array *now;
  if (!v_is_staged(v)) return *out = v, true;
  if (is_array(v)) {
    if (!array_current(vm, AS_ARRAY(v), &now)) return false;
    v = v_obj(now);
  }
  Value *known = is_array(v) ? &AS_ARRAY(v)->known : &AS_RUN_SCALAR(v)->known;
  if (v_is_empty(*known)) {
    const void *data;
    bool found;
    Aval a;
    value_aval(vm, v, &a);
    if (!static_data_needed(vm, v, &data, &found)) return false;
    if (!found) return raise_concretization(vm, v, context);
    *known = data_value(vm, a.dtype, dims_of((int)a.rank, a.shape), data);
  }
  *out = *known;
  return true;
}

//===-- JAX's errors ----===//

bool tracer_error(VM *vm, const char *class_name, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  const char *text = arena_vprintf(vm->arena, fmt, ap);
  va_end(ap);
  bool blank = !strcmp(class_name, "ConcretizationTypeError") ||
               !strcmp(class_name, "NonConcreteBooleanIndexError");
  Value cls;
  if (!import_attr(vm, "jax.errors", class_name, &cls)) return false;
  return vm_raise_class(vm, AS_CLASS(cls),
                        "%s\n%sSee https://docs.jax.dev/en/latest/errors.html#jax.errors.%s", text,
                        blank ? "\n" : "", class_name);
}

// Marks the arguments of `t` that v is computed from.
static void find_arguments(const Trace *t, MlirValue v, bool *hit, int *budget) {
  if (--*budget < 0) return;
  if (mlirValueIsABlockArgument(v)) {
    if (!mlirBlockEqual(mlirBlockArgumentGetOwner(v), t->block)) return;
    intptr_t i = mlirBlockArgumentGetArgNumber(v);
    if (i < (intptr_t)t->narg) hit[i] = true;
    return;
  }
  MlirOperation op = mlirOpResultGetOwner(v);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    find_arguments(t, mlirOperationGetOperand(op, i), hit, budget);
}

static const char *argument_names(VM *vm, const Trace *t, MlirValue v) {
  bool *hit = ARENA_ARRAY(vm->arena, bool, t->narg + 1);
  int budget = 10000, n = 0;
  StrBuf b;
  strbuf_init(&b, vm->arena);
  find_arguments(t, v, hit, &budget);
  for (uint32_t i = 0; t->spec.arg_names && i < t->narg; i++)
    if (hit[i]) strbuf_printf(&b, n++ ? " and %s" : "%s", t->spec.arg_names[i]);
  if (!n) return "";
  return arena_printf(vm->arena,
                      " This concrete value was not available in Python because it depends on the "
                      "value%s of the argument%s %s.",
                      n > 1 ? "s" : "", n > 1 ? "s" : "", b.data);
}

const char *tracer_where(VM *vm, const Array *x) {
  const Trace *t = x->owner;
  while (t && (t->spec.kind == TRACE_PIECE || t->spec.kind == TRACE_GRAD))
    t = t->outer;
  if (!t) return "";
  if (t->spec.kind == TRACE_VMAP) {
    SrcRange at = x->at;
    return arena_printf(
        vm->arena, "This BatchTracer with object id %llu was created on line:\n  %s:%u:%u (%s)",
        (unsigned long long)(uintptr_t)x, diag_file_name(at.file), at.line, at.col, t->spec.name);
  }
  const char *place = "";
  if (t->spec.at.line)
    place = arena_printf(vm->arena, " at %s:%u", diag_file_name(t->spec.at.file), t->spec.at.line);
  return arena_printf(vm->arena, "The error occurred while tracing the function %s%s for %s.%s",
                      t->spec.name, place, t->spec.transform, argument_names(vm, t, x->value));
}

// Where a value comes from that cannot be computed while compiling, and the option that binds it.
static bool source_of(VM *vm, MlirOperation op, const char **what, const char **option) {
  static const char *const clocks[] = {"perf_counter", "time", "monotonic", "process_time"};
  double k;
  OpKind kind = mlirOperationIsNull(op) ? OP_COUNT : op_kind(op);
  if (kind == OP_ARGC) return *what = "len(sys.argv)", *option = "--argc=N", true;
  if (kind == OP_CLOCK) {
    int64_t i = attr_int(op_attrs(op), "kind");
    *what = arena_printf(vm->arena, "time.%s()", clocks[i & 3]);
    *option = arena_printf(vm->arena, "--define time.%s=VALUE", clocks[i & 3]);
    return true;
  }
  if (kind == OP_PARSED_ARG) {
    const char *name = attr_text(vm->arena, op_attrs(op), "name");
    *what = arena_printf(vm->arena, "the argument %s of the command line", name);
    *option = arena_printf(vm->arena, "--define %s=VALUE", name);
    return true;
  }
  if (kind != OP_ARGV || !constant_splat(mlirOperationGetOperand(op, 0), &k)) return false;
  *what = arena_printf(vm->arena, "sys.argv[%d]", (int)k);
  *option = arena_printf(vm->arena, "--define 'argv[%d]=TEXT'", (int)k);
  return true;
}

bool raise_concretization(VM *vm, Value v, const char *context) {
  const char *what, *option;
  bool outside = is_run_scalar(v) || trace_is_concrete(AS_ARRAY(v)->owner);
  if (outside && source_of(vm, staging(vm)->culprit, &what, &option))
    return vm_unsupported(vm, "CJ0420",
                          "this value is needed while compiling, but it comes from %s, which only "
                          "the executable knows; cjaxc %s binds it",
                          what, option);
  if (outside)
    return vm_unsupported(vm, "CJ0420",
                          "this value is needed while compiling, but only the executable knows it "
                          "(it depends on the clock, the command line or an argument)");
  const Array *x = AS_ARRAY(v);
  return tracer_error(vm, "ConcretizationTypeError",
                      "Abstract tracer value encountered where concrete value is expected: traced "
                      "array with shape %s%s%s\n%s",
                      array_text(vm, x), context ? "\n" : "", context ? context : "",
                      tracer_where(vm, x));
}

// transform_control.c -- cjax.while, cjax.scan and cjax.case of staged regions; the module itself.
#include "driver/stage/transform.h"

//===-- ops with regions ------------------------------------------------------------------===//

static bool take_region(VM *vm, Value v, MlirRegion *out) {
  StagedRegion *r = region_of_value(vm, v);
  if (!r) return false;
  if (mlirRegionIsNull(r->region)) BUG("transform: a region is used twice");
  *out = r->region;
  r->region = (MlirRegion){0};
  return true;
}

static bool use_all(VM *vm, Value list, int *n, MlirValue **out) {
  Values xs;
  if (!values_of(vm, list, &xs)) return false;
  *n = (int)xs.n;
  *out = ARENA_ARRAY(vm->arena, MlirValue, xs.n + 1);
  for (uint32_t i = 0; i < xs.n; i++)
    if (!trace_use(vm, xs.v[i], &(*out)[i])) return false;
  return true;
}

// Emits c, whose results have the avals of the list.
static bool emit(VM *vm, OpCall *c, Value avals, Value *out) {
  uint32_t n;
  Aval *a;
  if (!avals_of(vm, avals, &n, &a)) return false;
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n + 1);
  Value *values = ARENA_ARRAY(vm->arena, Value, n + 1);
  for (uint32_t i = 0; i < n; i++) types[i] = aval_type(vm, &a[i]);
  c->out = types;
  c->nout = (int)n;
  MlirOperation op = stage_op_regions(vm, c);
  if (mlirOperationIsNull(op)) return false;
  for (uint32_t i = 0; i < n; i++) values[i] = aval_value(vm, &a[i], op_result(op, (int)i));
  *out = list_from(vm, n, values);
  return true;
}

// while_loop(cond, body, init, avals) -> results
static bool fn_while(VM *vm, Value *bound, Value *out) {
  MlirRegion regions[2];
  MlirValue *in;
  OpCall c = {.kind = OP_WHILE, .nregions = 2, .regions = regions};
  if (!use_all(vm, bound[2], &c.nin, &in)) return false;
  for (int i = 0; i < 2; i++)
    if (!take_region(vm, bound[i], &regions[i])) return false;
  c.in = in;
  return emit(vm, &c, bound[3], out);
}

// scan(body, operands, ncarry, length, reverse, unroll, avals) -> final carries, ys
static bool fn_scan(VM *vm, Value *bound, Value *out) {
  MlirRegion region;
  MlirValue *in;
  OpCall c = {.kind = OP_SCAN, .nregions = 1, .regions = &region};
  if (!use_all(vm, bound[1], &c.nin, &in) || !take_region(vm, bound[0], &region)) return false;
  c.in = in;
  MlirContext ctx = vm->context;
  MlirAttribute reverse = bound[4].b ? attr_unit(ctx) : (MlirAttribute){0};
  c.attrs = attrs_make(ctx, 4, "num_carry", attr_of_int(ctx, bound[2].i), "length",
                       attr_of_int(ctx, bound[3].i), "reverse", reverse, "unroll",
                       attr_of_int(ctx, bound[5].i));
  return emit(vm, &c, bound[6], out);
}

// case(index, branches, avals) -> results; index int32, or bool with two branches
static bool fn_case(VM *vm, Value *bound, Value *out) {
  Values branches;
  MlirValue index;
  if (!values_of(vm, bound[1], &branches) || !trace_use(vm, bound[0], &index)) return false;
  MlirRegion *regions = ARENA_ARRAY(vm->arena, MlirRegion, branches.n + 1);
  for (uint32_t i = 0; i < branches.n; i++)
    if (!take_region(vm, branches.v[i], &regions[i])) return false;
  OpCall c = {.kind = OP_CASE, .nin = 1, .in = &index, .nregions = (int)branches.n};
  c.regions = regions;
  return emit(vm, &c, bound[2], out);
}

// block_until_ready(arrays): they are computed before the effects that follow
static bool fn_block(VM *vm, Value *bound, Value *out) {
  int n;
  MlirValue *in;
  if (vm->trace && !trace_is_concrete(vm->trace)) return true;
  if (!use_all(vm, bound[0], &n, &in)) return false;
  if (!n) return true;
  return !mlirOperationIsNull(
      stage_op(vm, OP_BLOCK_UNTIL_READY, n, in, attrs_make(vm->context, 0), 0, NULL));
}

// host_view(x): x, made outside, as an array of the callback being staged
static bool fn_host_view(VM *vm, Value *bound, Value *out) {
  MlirValue v;
  *out = bound[0];
  if (!is_array(bound[0])) return true;
  if (!trace_use(vm, bound[0], &v)) return false;
  const Array *x = AS_ARRAY(bound[0]);
  Array like = {.dtype = x->dtype, .weak = x->weak && trace_is_concrete(x->owner)};
  return *out = array_new_like(vm, v, &like), true;
}

// in_callback(flag) -> whether it was set: a callback is run at once, whose arrays are no tracers
static bool fn_in_callback(VM *vm, Value *bound, Value *out) {
  *out = v_bool(staging(vm)->in_callback);
  staging(vm)->in_callback = bound[0].b;
  return true;
}

// printable(x): x as an array whose contents are formatted, though it is a tracer
static bool fn_printable(VM *vm, Value *bound, Value *out) {
  *out = bound[0];
  if (!is_array(bound[0])) return true;
  const Array *x = AS_ARRAY(bound[0]);
  Array *copy = HEAP_NEW(vm, staging(vm)->array_impl, O_ARRAY, Array);
  Obj head = copy->head;
  *copy = *x;
  copy->head = head;
  copy->weak = copy->weak && trace_is_concrete(x->owner);
  *out = v_obj(copy);
  return true;
}

// print_here(text): printed each time the function being staged runs
static bool fn_print_here(VM *vm, Value *bound, Value *out) {
  return stage_print_here(vm, 1, bound[0]);
}

const NativeDef transform_control_functions[] = {
    {"while_loop", "cond, body, init, avals, /", fn_while},
    {"scan", "body, operands, ncarry, length, reverse, unroll, avals, /", fn_scan},
    {"case", "index, branches, avals, /", fn_case},
    {"host_view", "x, /", fn_host_view},
    {"in_callback", "flag, /", fn_in_callback},
    {"printable", "x, /", fn_printable},
    {"print_here", "text, /", fn_print_here},
    {"block_until_ready", "arrays, /", fn_block},
    {0}};

//===-- the module --------------------------------------------------------------------------===//

static void mark_roots(VM *vm, void *context, void (*visit)(VM *vm, Value v)) {
  const TransformState *s = context;
  if (s->avals) visit(vm, v_obj(s->avals));
}

static bool module_init(VM *vm, Module *m) {
  heap_add_root(vm, mark_roots, transform_state());
  if (!transform_aval_init(vm) || !transform_stage_init(vm, m)) return false;
  native_add_functions(vm, m->dict, transform_stage_functions, NULL);
  native_add_functions(vm, m->dict, transform_op_functions, NULL);
  native_add_functions(vm, m->dict, transform_control_functions, NULL);
  native_add_functions(vm, m->dict, transform_custom_functions, NULL);
  native_add_functions(vm, m->dict, transform_jaxpr_functions, NULL);
  return true;
}

const NativeModule native_module_transform = {"_cjax.transform", transform_aval_functions,
                                              module_init};

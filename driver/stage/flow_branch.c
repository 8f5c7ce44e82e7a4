// flow_branch.c -- `if` and its relatives, and the test of `while`, on a run-time condition.
//
// Where the two ways cannot be joined, the condition is found out while compiling; inside a traced
// function that is JAX's error, with a note that says what differed.
#include "driver/stage/flow_loop.h"
#include "driver/stage/run_text.h"

#include "driver/stage/vm_internal.h"

bool condition_value(VM *vm, Value v, MlirValue *out) {
  Array *x;
  if (v_is(v, O_RUN_STR) && !run_str_condition(vm, v, &v)) return false;
  if (v.tag == TAG_BOOL) {
    stage_locate(vm);
    *out = op_splat_int(vm->build, type_tensor(dtype_type(vm, DTYPE_BOOL), dims_of(0, NULL)), v.b);
    return true;
  }
  if (is_run_scalar(v) && AS_RUN_SCALAR(v)->run == RUN_BOOL) return trace_use(vm, v, out);
  MlirValue in, zero;
  MlirType type;
  if (is_array(v)) {
    if (!array_current(vm, AS_ARRAY(v), &x) || !trace_use(vm, v, &in)) return false;
    if (x->rank) {
      type = type_tensor(dtype_type(vm, x->dtype), dims_of(0, NULL));
      MlirOperation op = stage_op(vm, OP_RESHAPE, 1, &in, (MlirAttribute){0}, 1, &type);
      if (mlirOperationIsNull(op)) return false;
      in = op_result(op, 0);
    }
    if (x->dtype == DTYPE_BOOL) return *out = in, true;
  } else if (!trace_use(vm, v, &in)) {
    return false;
  }
  zero = op_zeros(vm->build, mlirValueGetType(in));
  MlirValue both[2] = {in, zero};
  MlirOperation op = stage_op(vm, OP_NE, 2, both, (MlirAttribute){0}, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  *out = op_result(op, 0);
  return true;
}

//===-- the hook ---------------------------------------------------------------------------===//

static bool leaves_to_jax(VM *vm, Value v) {
  Value error;
  if (trace_is_concrete(vm->trace)) return false;
  if (!import_attr(vm, "jax.errors", "TracerBoolConversionError", &error)) {
    vm_clear_exc(vm);
    return false;
  }
  return v_is(error, O_CLASS) && vm_would_catch(vm, AS_CLASS(error));
}

static HookResult give_up(VM *vm, Value condition, const char *why) {
  bool holds;
  if (truth(vm, condition, &holds)) return holds ? HOOK_TRUE : HOOK_FALSE;
  if (why)
    vm_add_note(vm, vm_user_here(vm), "the two ways of this condition cannot be joined: %s", why);
  return HOOK_ERROR;
}

static bool is_condition(Value v) {
  if (is_run_scalar(v)) return true;
  return is_array(v) && array_size(AS_ARRAY(v)) == 1; // of others truth() says why not
}

static HookResult branch(VM *vm, Frame *f, const Region *r, Value condition) {
  Bytecode jump = f->code->ops[r->at] & 0xff;
  bool keeps = jump == BC_JUMP_IF_FALSE_OR_POP || jump == BC_JUMP_IF_TRUE_OR_POP;
  ForkSpec spec = {.at = r->at, .place = r->at, .join = r->join};
  for (int i = 0; i < 2; i++) {
    uint32_t pc = i ? r->body : r->other;
    spec.start[i] = (Start){.pc = pc, .pop = keeps && pc == r->at + 1};
    spec.start[i].push = spec.start[i].returned = V_EMPTY;
  }
  const char *why = NULL;
  HookResult h = flow_fork(vm, f, &spec, condition, &why);
  return h == HOOK_DECLINE ? give_up(vm, condition, why) : h;
}

// An optional tree of values is true when it is there.
static bool present_condition(VM *vm, Value v, Value *out) {
  const RunOptional *o = (const RunOptional *)v.o;
  bool holds;
  *out = o->present;
  if (v_is_staged(o->value)) return optional_take(vm, v, out);
  return truth(vm, o->value, &holds);
}

static HookResult flow_branch(VM *vm, Frame *f, const Region *r, Value condition) {
  if (v_is(condition, O_RUN_OPTIONAL) && !present_condition(vm, condition, &condition))
    return HOOK_ERROR;
  if (v_is(condition, O_RUN_STR) && !run_str_condition(vm, condition, &condition)) return HOOK_ERROR;
  if (condition.tag == TAG_BOOL) return HOOK_TRUE;
  if (leaves_to_jax(vm, condition) || !is_condition(condition)) return HOOK_DECLINE;
  if (r->kind == REGION_WHILE) return flow_while(vm, f, r, condition);
  return r->kind == REGION_FOR ? HOOK_DECLINE : branch(vm, f, r, condition);
}

void flow_init(VM *vm) {
  init_flow_raise(vm);
  vm->hooks.branch = flow_branch;
  vm->hooks.loop = flow_for;
  vm->hooks.head = flow_while_head;
}

// flow_raise.c -- calls that may raise when the program runs, where a `try` around them in the same
// frame catches it: `float(text)`, `input()`.
//
// The builtin returns its value for the case that nothing is raised, and leaves a note; behind the
// call the frame forks into going on and the handler.
#include "driver/stage/flow.h"

#include "driver/stage/vm_internal.h"

bool flow_catches_here(VM *vm, Class *type) {
  Frame *at;
  const Handler *h = vm->hooks.raised ? vm_catcher(vm, type, &at) : NULL;
  return h && at == vm->frame && h->types;
}

bool flow_can_raise(VM *vm, Value callee, Class *type) {
  const Frame *f = vm->frame;
  uint32_t ins = f->code->ops[f->pc - 1], k = ins >> 8;
  Bytecode op = (Bytecode)(ins & 0xff);
  if (op != BC_CALL && op != BC_CALL_METHOD && op != BC_CALL_KW) return false;
  Value called = f->sp[-(int64_t)k - (op == BC_CALL ? 1 : 2)];
  return v_same(called, callee) && flow_catches_here(vm, type);
}

void flow_raise_if(VM *vm, Value flag, Value exc) {
  vm->in->raises.flag = flag;
  vm->in->raises.exc = exc;
}

static bool flow_raised(VM *vm, Frame *f) {
  Value flag = vm->in->raises.flag, exc = vm->in->raises.exc;
  Frame *at;
  vm->in->raises.flag = vm->in->raises.exc = V_EMPTY;
  const Handler *h = vm_catcher(vm, exc.o->cls, &at);
  ForkSpec spec = {.at = UINT32_MAX, .place = f->pc - 1, .join = h->join};
  spec.start[0] = (Start){.pc = f->pc, .push = V_EMPTY, .returned = V_EMPTY};
  spec.start[1] = (Start){.pc = h->target, .caught = h, .push = exc, .returned = V_EMPTY};
  const char *why = NULL;
  HookResult r = flow_fork(vm, f, &spec, flag, &why);
  if (r == HOOK_DONE) return true;
  if (!v_is_empty(vm->exc)) return false;
  return vm_unsupported(vm, "CJ0420",
                        "whether this raises is known to the executable only, and the two ways "
                        "cannot be joined: %s",
                        why ? why : "they differ");
}

void init_flow_raise(VM *vm) {
  vm->in->raises.flag = vm->in->raises.exc = V_EMPTY;
  vm->hooks.raised = flow_raised;
}

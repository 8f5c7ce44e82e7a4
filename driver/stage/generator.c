// generator.c -- generators: a frame kept in the heap between resumes.
#include "driver/stage/vm_internal.h"

#include <string.h>

// The frame just bound moves from the stack into the heap.
Value generator_value(VM *vm, Frame *f) {
  Generator *g = HEAP_NEW(vm, vm->type[T_generator], O_GENERATOR, Generator);
  const Code *code = f->code;
  size_t slots = code->nlocals + code->ncells + code->nfree + code->stack;
  size_t size = sizeof(Frame) + slots * sizeof(Value);
  Frame *own = heap_grow(vm, NULL, 0, size);
  memcpy(own, f, size);
  own->sp = own->slot + (f->sp - f->slot);
  own->generator = g;
  g->frame = own;
  g->name = code->name;
  g->handled = V_NONE;
  vm->depth--;
  vm->in->stack_top = (char *)f;
  return v_obj(g);
}

static bool begin(VM *vm, Generator *g) {
  if (g->running) return vm_raise(vm, E_ValueError, "generator already executing");
  if (LOG_OLD(vm, g)) log_frame(vm, g);
  if (vm->depth >= vm->depth_limit || vm->native_depth >= vm->native_limit)
    return vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded");
  vm->depth++;
  vm->native_depth++;
  g->running = true;
  g->frame->back = vm->frame;
  g->frame->flags |= FRAME_ENTRY;
  vm->frame = g->frame;
  return true;
}

// PEP 479: StopIteration must not leave a generator.
static bool failed(VM *vm) {
  if (!vm_exc_is(vm, E_StopIteration)) return false;
  Value cause = vm->exc;
  vm_clear_exc(vm);
  vm_raise(vm, E_RuntimeError, "generator raised StopIteration");
  Exception *e = (Exception *)vm->exc.o;
  e->cause = e->context = cause;
  return false;
}

static bool end(VM *vm, Generator *g, bool ok, Value handled, bool *done) {
  vm->native_depth--;
  g->running = false;
  g->handled = v_same(vm->handled, handled) ? V_NONE : vm->handled;
  vm->handled = handled;
  if (!ok) return g->frame = NULL, failed(vm);
  *done = !g->yielded;
  return true;
}

// What the caller handles; inside, it is what the generator did when it was suspended.
static Value resume_handled(VM *vm, const Generator *g) {
  Value outer = vm->handled;
  if (!v_is_none(g->handled)) vm->handled = g->handled;
  return outer;
}

bool generator_resume(VM *vm, Generator *g, Value sent, Value *out, bool *done) {
  if (!g->frame) {
    *out = V_NONE;
    return *done = true;
  }
  Frame *f = g->frame;
  if (f->pc == 0) {
    if (!v_is_none(sent))
      return vm_raise(vm, E_TypeError, "can't send non-None value to a just-started generator");
  }
  if (!begin(vm, g)) return false;
  if (f->pc) f->sp[-1] = sent;
  Value handled = resume_handled(vm, g);
  bool ok = vm_run(vm, f, out);
  return end(vm, g, ok, handled, done);
}

// The iterator that a generator stopped in `yield from` delegates to, or empty.
static Value delegate(const Frame *f) {
  if (!f->pc || f->pc >= f->code->nops) return V_EMPTY;
  uint32_t ins = f->code->ops[f->pc];
  if ((ins & 0xff) != BC_LOOP) return V_EMPTY;
  if ((f->code->ops[ins >> 8] & 0xff) != BC_YIELD_FROM) return V_EMPTY;
  return f->sp[-2];
}

// Raises vm->exc inside the generator, where it stands.
static bool raise_inside(VM *vm, Generator *g, Value exc, Value *out, bool *done) {
  Frame *f = g->frame;
  if (!begin(vm, g)) return false;
  Value handled = resume_handled(vm, g);
  vm->exc = exc;
  bool ok = vm_unwind_into(vm) && vm_run(vm, f, out);
  return end(vm, g, ok, handled, done);
}

bool generator_throw(VM *vm, Generator *g, Value exc, Value *out, bool *done) {
  if (!g->frame) {
    vm->exc = exc;
    return false;
  }
  Value inner = delegate(g->frame);
  if (!v_is(inner, O_GENERATOR)) return raise_inside(vm, g, exc, out, done);
  bool inner_done = false;
  Value v;
  if (!generator_throw(vm, (Generator *)inner.o, exc, &v, &inner_done)) {
    Value raised = vm->exc;
    vm->exc = V_EMPTY;
    return raise_inside(vm, g, raised, out, done);
  }
  if (!inner_done) {
    *out = v;
    return true;
  }
  // The inner generator returned: the outer one goes on behind its yield from.
  Frame *f = g->frame;
  f->pc = f->code->ops[f->code->ops[f->pc] >> 8] >> 8;
  f->sp--;
  return generator_resume(vm, g, v, out, done);
}

static bool gen_iter(VM *vm, Value *a, Value *out) {
  *out = a[0];
  return true;
}

static bool gen_send(VM *vm, Value *a, Value *out) {
  bool done = false;
  if (!generator_resume(vm, (Generator *)a[0].o, a[1], out, &done)) return false;
  if (!done) return true;
  Value v = *out;
  return vm_raise_value(vm, exc_new(vm, vm->type[E_StopIteration], &v, v_is_none(v) ? 0 : 1));
}

static bool gen_next(VM *vm, Value *a, Value *out) {
  Value args[2] = {a[0], V_NONE};
  return gen_send(vm, args, out);
}

static bool gen_throw(VM *vm, Value *a, Value *out) {
  bool done = false;
  Value exc;
  if (v_is(a[2], O_EXCEPTION))
    exc = a[2];
  else if (!exc_make(vm, a[1], &exc))
    return false;
  if (!generator_throw(vm, (Generator *)a[0].o, exc, out, &done)) return false;
  if (!done) return true;
  return vm_raise_value(vm, exc_new(vm, vm->type[E_StopIteration], out, v_is_none(*out) ? 0 : 1));
}

static bool gen_close(VM *vm, Value *a, Value *out) {
  Generator *g = (Generator *)a[0].o;
  bool done = false;
  *out = V_NONE;
  if (!g->frame) return true;
  if (g->frame->pc == 0) {
    if (LOG_OLD(vm, g)) log_frame(vm, g);
    g->frame = NULL;
    return true;
  }
  Value v, exc = exc_new(vm, vm->type[E_GeneratorExit], NULL, 0);
  if (!generator_throw(vm, g, exc, &v, &done)) {
    if (!vm_exc_is(vm, E_GeneratorExit) && !vm_exc_is(vm, E_StopIteration)) return false;
    vm_clear_exc(vm);
    return true;
  }
  return done || vm_raise(vm, E_RuntimeError, "generator ignored GeneratorExit");
}

void generators_leave(VM *vm, const Value *v, size_t n) {
  for (size_t i = n; i-- > 0;) {
    if (!v_is(v[i], O_GENERATOR) || !((Generator *)v[i].o)->owned) continue;
    Value exc = vm->exc, self = v[i], ignored;
    vm->exc = V_EMPTY;
    ((Generator *)self.o)->owned = false;
    gen_close(vm, &self, &ignored);
    vm->exc = exc;
  }
}

static const NativeDef generator_methods[] = {
    {"__iter__", "self, /", gen_iter},
    {"__next__", "self, /", gen_next},
    {"send", "self, value, /", gen_send},
    {"throw", "self, type, value=?, traceback=?, /", gen_throw},
    {"close", "self, /", gen_close},
    {0}};

void init_generator(VM *vm) {
  native_add_methods(vm, vm->type[T_generator], generator_methods, NULL);
}

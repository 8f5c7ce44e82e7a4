// report.c -- an uncaught exception as a message: type and text at the program's own line, then the
// calls that led there; frames of the library are left out.
#include "driver/stage/run_text.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

enum { MAX_CALLS = 12 };

static const char *qualified_type(VM *vm, const Class *c) {
  return c == vm->type[E_UnsupportedError] ? "NotImplementedError" : c->name->text;
}

static const char *message_of(VM *vm, Value exc) {
  Value s, raised = vm->exc;
  vm->exc = V_EMPTY;
  bool found = false, ok = value_str(vm, exc, &s);
  if (ok && v_is(s, O_RUN_STR)) ok = run_str_known(vm, s, &s, &found);
  vm->exc = raised;
  if (!ok) return "<exception str() failed>";
  return v_is(s, O_STR) ? AS_STR(s)->text : UNKNOWN_TEXT;
}

const char *exc_text(VM *vm, Value exc) {
  const char *message = message_of(vm, exc);
  const char *type = qualified_type(vm, exc.o->cls);
  return *message ? arena_printf(vm->arena, "%s: %s", type, message) : type;
}

// Where the program was. What the command line is the reason of, as a wrong --sig, has no place:
// no line of the program called.
static SrcRange exception_place(const Exception *e, uint32_t *entry) {
  for (uint32_t i = 0; i < e->ntrace; i++) {
    if (e->trace[i].code->flags & CODE_LIBRARY) continue;
    *entry = i;
    return e->at.line ? e->at : e->trace[i].at;
  }
  *entry = 0;
  return e->at;
}

static void report_notes(const Exception *e) {
  for (uint32_t i = 0; e->notes && i < e->notes->n; i++) {
    Value n = e->notes->v[i];
    if (v_is(n, O_STR)) {
      diag_note((SrcRange){0}, "%s", AS_STR(n)->text);
    } else if (v_is(n, O_TUPLE) && AS_TUPLE(n)->n == 6) {
      const Value *v = AS_TUPLE(n)->v;
      SrcRange at = {(uint32_t)v[1].i, (uint32_t)v[2].i, (uint32_t)v[3].i, (uint32_t)v[4].i,
                     (uint32_t)v[5].i};
      diag_note(at, "%s", AS_STR(v[0])->text);
    }
  }
}

static void report_calls(const Exception *e, uint32_t from) {
  uint32_t n = 0, skipped = 0;
  const Code *callee = e->ntrace ? e->trace[from].code : NULL;
  SrcRange last = {0};
  for (uint32_t i = from + 1; i < e->ntrace; i++) {
    if (e->trace[i].code->flags & CODE_LIBRARY) continue;
    if (callee->flags & CODE_COMPREHENSION) {
      callee = e->trace[i].code; // its loop is part of the function around it
      continue;
    }
    SrcRange at = e->trace[i].at;
    bool again = at.file == last.file && at.line == last.line && at.col == last.col;
    if (again || n++ >= MAX_CALLS)
      skipped++; // a recursion's calls are told once
    else
      diag_note(at, "in the call of %s", callee->qualname->text);
    last = at;
    callee = e->trace[i].code;
  }
  if (skipped) diag_note((SrcRange){0}, "and %u more calls", skipped);
}

void exc_report(VM *vm, Value exc) {
  Exception *e = (Exception *)exc.o;
  uint32_t entry = 0;
  if (e->head.flags & EXC_REPORTED) return;
  SrcRange at = exception_place(e, &entry);
  const char *message = message_of(vm, exc);
  diag_error(at, e->id ? e->id : "CJ0100", qualified_type(vm, e->head.cls), "%s", message);
  report_notes(e);
  report_calls(e, entry);
  Value cause = !v_is_none(e->cause) ? e->cause : e->suppress ? V_NONE : e->context;
  if (!v_is(cause, O_EXCEPTION) || v_same(cause, exc)) return;
  SrcRange there = exception_place((Exception *)cause.o, &entry);
  diag_note(there, "%s %s", v_is_none(e->cause) ? "while handling" : "because of",
            exc_text(vm, cause));
}

// ---- Would a handler on the stack catch this class?

static Value static_value_of(VM *vm, Frame *f, const Node *n) {
  if (n->kind == NODE_NAME) {
    Str *name = str_name(vm, n->name.id);
    const Code *code = f->code;
    for (uint32_t i = 0; i < code->nlocals; i++)
      if (code->locals[i] == name) return f->slot[i];
    for (uint32_t i = 0; i < code->ncells + code->nfree; i++)
      if (code->cells[i] == name) return ((Cell *)f->slot[code->nlocals + i].o)->v;
    Value v = f->names ? dict_get_str(f->names, name) : V_EMPTY;
    if (v_is_empty(v)) v = dict_get_str(f->module->dict, name);
    return v_is_empty(v) ? dict_get_str(vm->builtins->dict, name) : v;
  }
  if (n->kind == NODE_ATTRIBUTE) {
    Value o = static_value_of(vm, f, n->attribute.value), v;
    if (v_is_empty(o) || !find_attr(vm, o, str_name(vm, n->attribute.name), &v)) {
      vm_clear_exc(vm);
      return V_EMPTY;
    }
    return v;
  }
  return V_EMPTY;
}

static bool clause_catches(VM *vm, Frame *f, const Node *type, Class *c) {
  if (!type) return true;
  if (type->kind == NODE_TUPLE) {
    for (uint32_t i = 0; i < type->sequence.items.n; i++)
      if (clause_catches(vm, f, type->sequence.items.data[i], c)) return true;
    return false;
  }
  Value v = static_value_of(vm, f, type);
  if (v_is(v, O_TUPLE)) {
    for (uint32_t i = 0; i < AS_TUPLE(v)->n; i++)
      if (v_is(AS_TUPLE(v)->v[i], O_CLASS) && class_is_subclass(c, AS_CLASS(AS_TUPLE(v)->v[i])))
        return true;
    return false;
  }
  return !v_is(v, O_CLASS) || class_is_subclass(c, AS_CLASS(v));
}

// contextlib.suppress says which classes it catches in `_cjax_suppresses`.
static bool manager_catches(VM *vm, Frame *f, const Handler *h, Class *c) {
  const Code *code = f->code;
  Value exit = f->slot[code->nlocals + code->ncells + code->nfree + h->depth - 1], classes;
  if (!v_is(exit, O_METHOD)) return false;
  if (!find_attr(vm, ((Method *)exit.o)->self, str_name(vm, "_cjax_suppresses"), &classes)) {
    vm_clear_exc(vm);
    return false;
  }
  if (!v_is(classes, O_TUPLE)) return false;
  for (uint32_t i = 0; i < AS_TUPLE(classes)->n; i++) {
    Value k = AS_TUPLE(classes)->v[i];
    if (v_is(k, O_CLASS) && class_is_subclass(c, AS_CLASS(k))) return true;
  }
  return false;
}

static bool handler_catches(VM *vm, Frame *f, const Handler *h, Class *type) {
  if (!h->types) return h->depth && manager_catches(vm, f, h, type);
  for (uint32_t k = 0; k < h->types->try_.handlers.n; k++)
    if (clause_catches(vm, f, h->types->try_.handlers.data[k]->handler.type, type)) return true;
  return false;
}

const Handler *vm_catcher(VM *vm, Class *type, Frame **frame) {
  for (Frame *f = vm->frame; f; f = f->back) {
    uint32_t at = f->pc ? f->pc - 1 : 0;
    *frame = f;
    for (uint32_t i = 0; i < f->code->nhandlers; i++) {
      const Handler *h = &f->code->handlers[i];
      if (at >= h->start && at < h->end && handler_catches(vm, f, h, type)) return h;
    }
  }
  return NULL;
}

bool vm_would_catch(VM *vm, Class *type) {
  Frame *f;
  return vm_catcher(vm, type, &f) != NULL;
}

bool vm_waits_for(VM *vm, Class *type) {
  Frame *f;
  const Handler *h = vm_catcher(vm, type, &f);
  return h && !handler_catches(vm, f, h, vm->type[E_RuntimeError]);
}

// exception.c -- exceptions: making and raising them, their attributes, their traceback.
#include "driver/stage/triage.h"
#include "driver/stage/vm_internal.h"

#include <stdarg.h>
#include <string.h>

Value exc_new(VM *vm, Class *cls, const Value *args, uint32_t n) {
  Exception *e = HEAP_NEW(vm, cls, O_EXCEPTION, Exception);
  e->args = tuple_from(vm, args, n);
  e->cause = e->context = e->name = e->about = V_NONE;
  return v_obj(e);
}

// What is being handled becomes the context; the chain of contexts never gets a cycle.
bool vm_raise_value(VM *vm, Value exception) {
  Exception *e = (Exception *)exception.o;
  if (!v_is_none(vm->handled) && !v_same(vm->handled, exception)) {
    Exception *o = (Exception *)vm->handled.o;
    while (!v_is_none(o->context) && !v_same(o->context, exception))
      o = (Exception *)o->context.o;
    o->context = V_NONE;
    e->context = vm->handled;
  }
  vm->exc = exception;
  return false;
}

static bool raise_text(VM *vm, Class *type, const char *fmt, va_list ap) {
  char *text = arena_vprintf(vm->arena, fmt, ap);
  Value message = v_str(vm, text);
  return vm_raise_value(vm, exc_new(vm, type, &message, 1));
}

bool vm_raise(VM *vm, TypeIndex type, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  raise_text(vm, vm->type[type], fmt, ap);
  va_end(ap);
  return false;
}

bool vm_raise_class(VM *vm, Class *type, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  raise_text(vm, type, fmt, ap);
  va_end(ap);
  return false;
}

bool vm_raise_at(VM *vm, TypeIndex type, const char *id, SrcRange at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  raise_text(vm, vm->type[type], fmt, ap);
  va_end(ap);
  Exception *e = (Exception *)vm->exc.o;
  e->id = id;
  e->at = at;
  return false;
}

bool vm_unsupported(VM *vm, const char *id, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  raise_text(vm, vm->type[E_UnsupportedError], fmt, ap);
  va_end(ap);
  ((Exception *)vm->exc.o)->id = id;
  return false;
}

void vm_add_note(VM *vm, SrcRange at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  const char *text = arena_vprintf(vm->arena, fmt, ap);
  va_end(ap);
  Exception *e = (Exception *)vm->exc.o;
  if (!e->notes) e->notes = list_new(vm, 2);
  Value place[6] = {v_str(vm, text), v_int(at.file),     v_int(at.line),
                    v_int(at.col),   v_int(at.end_line), v_int(at.end_col)};
  list_append(vm, e->notes, v_obj(tuple_from(vm, place, 6)));
}

bool exc_matches(VM *vm, Value exc, Class *type) { return class_is_subclass(exc.o->cls, type); }

bool vm_exc_is(VM *vm, TypeIndex type) {
  return !v_is_empty(vm->exc) && class_is_subclass(vm->exc.o->cls, vm->type[type]);
}

void vm_clear_exc(VM *vm) { vm->exc = V_EMPTY; }

void exc_add_trace(VM *vm, Exception *e, Code *code, SrcRange at) {
  if (e->ntrace && e->trace[e->ntrace - 1].code == code &&
      !memcmp(&e->trace[e->ntrace - 1].at, &at, sizeof at))
    return; // raised again in the same place
  if (e->ntrace == e->room) {
    uint32_t room = e->room ? e->room * 2 : 4;
    e->trace = heap_grow(vm, e->trace, e->room * sizeof(TraceEntry), room * sizeof(TraceEntry));
    e->room = room;
  }
  e->trace[e->ntrace++] = (TraceEntry){code, at};
}

// raise C, raise C(...).
bool exc_make(VM *vm, Value v, Value *out) {
  if (v_is(v, O_CLASS) && class_is_subclass(AS_CLASS(v), vm->type[E_BaseException])) {
    if (!vm_call_0(vm, v, &v)) return false;
  }
  if (!v_is(v, O_EXCEPTION))
    return vm_raise(vm, E_TypeError, "exceptions must derive from BaseException");
  *out = v;
  return true;
}

// ---- Names that do not exist.

static uint32_t min3(uint32_t a, uint32_t b, uint32_t c) {
  uint32_t m = a < b ? a : b;
  return m < c ? m : c;
}

// Letters added, dropped, changed or swapped with the next: the optimal string alignment.
static uint32_t edit_distance(const char *a, const char *b) {
  size_t n = strlen(a), m = strlen(b);
  uint32_t rows[3][64];
  if (n > 60 || m > 60) return 99;
  for (uint32_t j = 0; j <= m; j++) rows[0][j] = j;
  for (uint32_t i = 1; i <= n; i++) {
    uint32_t *row = rows[i % 3], *above = rows[(i - 1) % 3];
    row[0] = i;
    for (uint32_t j = 1; j <= m; j++) {
      row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = min3(row[j], rows[(i - 2) % 3][j - 2] + 1, row[j]);
    }
  }
  return rows[n % 3][m];
}

const char *nearest_name(VM *vm, const char *name, List *known) {
  const char *best = NULL;
  uint32_t limit = (uint32_t)(strlen(name) + 4) / 5, best_distance = limit + 1;
  for (uint32_t i = 0; i < known->n; i++) {
    if (!v_is(known->v[i], O_STR)) continue;
    const char *other = AS_STR(known->v[i])->text;
    uint32_t d = edit_distance(name, other);
    if (d < best_distance && d) best = other, best_distance = d;
  }
  return best;
}

static void add_names(VM *vm, List *to, const Dict *d) {
  for (uint32_t i = 0; i < d->n; i++)
    if (v_is(d->entries[i].key, O_STR)) list_append(vm, to, d->entries[i].key);
}

bool raise_name_error(VM *vm, Str *name) {
  if (triage_is_poisoned(vm, name)) {
    vm_raise(vm, E_NameError, "name '%s' is not defined", name->text);
    vm->exc.o->flags |= EXC_REPORTED;
    return false;
  }
  List *known = list_new(vm, 64);
  Frame *f = vm->frame;
  for (uint32_t i = 0; i < f->code->nlocals; i++) list_append(vm, known, v_obj(f->code->locals[i]));
  for (uint32_t i = 0; i < f->code->ncells + f->code->nfree; i++)
    list_append(vm, known, v_obj(f->code->cells[i]));
  add_names(vm, known, f->module->dict);
  add_names(vm, known, vm->builtins->dict);
  const char *near = nearest_name(vm, name->text, known);
  vm_raise(vm, E_NameError, "name '%s' is not defined", name->text);
  ((Exception *)vm->exc.o)->id = "CJ0110";
  ((Exception *)vm->exc.o)->name = v_obj(name);
  if (near) vm_add_note(vm, (SrcRange){0}, "did you mean '%s'?", near);
  return false;
}

bool raise_keyword_error(VM *vm, const char *function, Str *name, List *known) {
  vm_raise(vm, E_TypeError, "%s() got an unexpected keyword argument '%s'", function, name->text);
  const char *near = nearest_name(vm, name->text, known);
  if (near) vm_add_note(vm, (SrcRange){0}, "did you mean '%s'?", near);
  return false;
}

bool raise_attribute_error(VM *vm, Value o, Str *name) {
  List *known = list_new(vm, 64);
  if (v_is(o, O_MODULE)) {
    Module *m = (Module *)o.o;
    add_names(vm, known, m->dict);
    vm_raise(vm, E_AttributeError, "%smodule '%s' has no attribute '%s'%s",
             m->loading ? "partially initialized " : "", m->name->text, name->text,
             m->loading ? " (most likely due to a circular import)" : "");
  } else if (v_is(o, O_CLASS)) {
    Class *c = AS_CLASS(o);
    for (uint32_t i = 0; i < c->nmro; i++) add_names(vm, known, c->mro[i]->dict);
    vm_raise(vm, E_AttributeError, "type object '%s' has no attribute '%s'", c->name->text,
             name->text);
  } else {
    Class *c = class_of(vm, o);
    if (o.tag == TAG_OBJ && o.o->attrs) add_names(vm, known, o.o->attrs);
    for (uint32_t i = 0; i < c->nmro; i++) add_names(vm, known, c->mro[i]->dict);
    bool tracer = v_is(o, O_ARRAY) && strstr(type_name(vm, o), "Tracer");
    vm_raise(vm, E_AttributeError,
             tracer ? "%s has no attribute %s" : "'%s' object has no attribute '%s'",
             type_name(vm, o), name->text);
  }
  ((Exception *)vm->exc.o)->id = "CJ0111";
  ((Exception *)vm->exc.o)->name = v_obj(name);
  ((Exception *)vm->exc.o)->about = o;
  const char *near = nearest_name(vm, name->text, known);
  if (near) vm_add_note(vm, (SrcRange){0}, "did you mean '%s'?", near);
  return false;
}

bool raise_key_error(VM *vm, Value key) {
  return vm_raise_value(vm, exc_new(vm, vm->type[E_KeyError], &key, 1));
}

// ---- The class BaseException.

static bool exc_create(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_CLASS)) return vm_raise(vm, E_TypeError, "__new__ needs a class");
  Tuple *args = AS_TUPLE(a[1]);
  *out = exc_new(vm, AS_CLASS(a[0]), args->v, args->n);
  return true;
}

static bool exc_init(VM *vm, Value *a, Value *out) {
  ((Exception *)a[0].o)->args = AS_TUPLE(a[1]);
  *out = V_NONE;
  return true;
}

// self, name=, obj= (of ImportError path=), *args.
static bool exc_init_named(VM *vm, Value *a, Value *out) {
  Exception *e = (Exception *)a[0].o;
  e->name = a[1];
  e->about = a[2];
  e->args = AS_TUPLE(a[3]);
  *out = V_NONE;
  return true;
}

static bool exc_str(VM *vm, Value *a, Value *out) {
  Exception *e = (Exception *)a[0].o;
  if (!e->args->n) return *out = v_obj(vm->in->empty), true;
  if (e->args->n > 1) return value_str(vm, v_obj(e->args), out);
  if (class_is_subclass(e->head.cls, vm->type[E_KeyError]))
    return value_repr(vm, e->args->v[0], out);
  return value_str(vm, e->args->v[0], out);
}

static bool exc_repr(VM *vm, Value *a, Value *out) {
  Exception *e = (Exception *)a[0].o;
  StrBuilder b;
  strb_init(&b, vm);
  strb_puts(&b, e->head.cls->name->text);
  strb_puts(&b, "(");
  for (uint32_t i = 0; i < e->args->n; i++) {
    if (i) strb_puts(&b, ", ");
    if (!strb_add_repr(&b, e->args->v[i])) return strb_release(&b), false;
  }
  strb_puts(&b, ")");
  *out = strb_finish(&b);
  return true;
}

static bool exc_with_traceback(VM *vm, Value *a, Value *out) {
  *out = a[0];
  return true;
}

static bool exc_add_note(VM *vm, Value *a, Value *out) {
  Exception *e = (Exception *)a[0].o;
  if (!v_is(a[1], O_STR))
    return vm_raise(vm, E_TypeError, "note must be a str, not '%s'", type_name(vm, a[1]));
  if (!e->notes) e->notes = list_new(vm, 2);
  list_append(vm, e->notes, a[1]);
  return true;
}

static bool get_args(VM *vm, Value self, Value *out) {
  *out = v_obj(((Exception *)self.o)->args);
  return true;
}
static bool set_args(VM *vm, Value self, Value v) {
  return value_tuple(vm, v, &((Exception *)self.o)->args);
}
static bool get_cause(VM *vm, Value self, Value *out) {
  *out = ((Exception *)self.o)->cause;
  return true;
}
static bool set_cause(VM *vm, Value self, Value v) {
  if (!v_is_none(v) && !v_is(v, O_EXCEPTION))
    return vm_raise(vm, E_TypeError, "exception cause must be None or derive from BaseException");
  ((Exception *)self.o)->cause = v;
  ((Exception *)self.o)->suppress = true;
  return true;
}
static bool get_context(VM *vm, Value self, Value *out) {
  *out = ((Exception *)self.o)->context;
  return true;
}
static bool get_traceback(VM *vm, Value self, Value *out) {
  *out = V_NONE;
  return true;
}
static bool get_name(VM *vm, Value self, Value *out) {
  *out = ((Exception *)self.o)->name;
  return true;
}
static bool get_about(VM *vm, Value self, Value *out) {
  *out = ((Exception *)self.o)->about;
  return true;
}
// Only once there are some, as in CPython.
static bool get_notes(VM *vm, Value self, Value *out) {
  const List *notes = ((Exception *)self.o)->notes;
  List *texts = list_new(vm, 0);
  for (uint32_t i = 0; notes && i < notes->n; i++)
    if (v_is(notes->v[i], O_STR)) list_append(vm, texts, notes->v[i]);
  *out = v_obj(texts);
  return texts->n || vm_raise(vm, E_AttributeError, "'%s' object has no attribute '__notes__'",
                              type_name(vm, self));
}
static bool get_suppress(VM *vm, Value self, Value *out) {
  *out = v_bool(((Exception *)self.o)->suppress);
  return true;
}
static bool get_first(VM *vm, Value self, Value *out) {
  const Tuple *t = ((Exception *)self.o)->args;
  *out = t->n ? t->v[0] : V_NONE;
  return true;
}

static const NativeDef exception_methods[] = {
    {"__new__", "cls, /, *args, **kwargs", exc_create, NATIVE_STATIC},
    {"__init__", "self, /, *args", exc_init},
    {"__str__", "self, /", exc_str},
    {"__repr__", "self, /", exc_repr},
    {"with_traceback", "self, tb, /", exc_with_traceback},
    {"add_note", "self, note, /", exc_add_note},
    {0}};
static const NativeProp exception_props[] = {{"args", get_args, set_args},
                                             {"__cause__", get_cause, set_cause},
                                             {"__context__", get_context, NULL},
                                             {"__notes__", get_notes, NULL},
                                             {"__traceback__", get_traceback, NULL},
                                             {"__suppress_context__", get_suppress, NULL},
                                             {0}};
static const NativeDef named_methods[] = {
    {"__init__", "self, /, *args, name=None, obj=None", exc_init_named}, {0}};
static const NativeDef import_methods[] = {
    {"__init__", "self, /, *args, name=None, path=None", exc_init_named}, {0}};
static const NativeProp name_props[] = {{"name", get_name, NULL}, {0}};
static const NativeProp attribute_props[] = {
    {"name", get_name, NULL}, {"obj", get_about, NULL}, {0}};
static const NativeProp import_props[] = {
    {"name", get_name, NULL}, {"msg", get_first, NULL}, {0}};
static bool get_nothing(VM *vm, Value self, Value *out) {
  *out = V_NONE;
  return true;
}
// A program's own SyntaxError(msg): there is no place in it.
static const NativeProp syntax_props[] = {
    {"msg", get_first, NULL},    {"lineno", get_nothing, NULL},   {"offset", get_nothing, NULL},
    {"text", get_nothing, NULL}, {"filename", get_nothing, NULL}, {0}};
static const NativeProp stop_props[] = {{"value", get_first, NULL}, {0}};
static const NativeProp exit_props[] = {{"code", get_first, NULL}, {0}};

void init_exception(VM *vm) {
  native_add_methods(vm, vm->type[E_BaseException], exception_methods, exception_props);
  native_add_methods(vm, vm->type[E_StopIteration], NULL, stop_props);
  native_add_methods(vm, vm->type[E_SystemExit], NULL, exit_props);
  native_add_methods(vm, vm->type[E_SyntaxError], NULL, syntax_props);
  native_add_methods(vm, vm->type[E_NameError], named_methods, name_props);
  native_add_methods(vm, vm->type[E_AttributeError], named_methods, attribute_props);
  native_add_methods(vm, vm->type[E_ImportError], import_methods, import_props);
  init_exception_os(vm);
}

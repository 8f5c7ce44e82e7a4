// repr.c -- str, repr and format of any value.
#include "dialect/support/strbuf.h"
#include "driver/stage/format.h"
#include "driver/stage/run_text.h"
#include "driver/stage/vm_internal.h"
#include "runtime/format.h"

#include <math.h>
#include <string.h>

static void sink_write(void *context, const char *text, size_t n) {
  strb_add((StrBuilder *)context, text, n);
}

// A static bool, int, float or complex in a style of runtime/format.h.
bool format_scalar(StrBuilder *b, Value v, const char *style) {
  int64_t no_shape[1] = {0};
  double parts[2];
  uint8_t byte = v.tag == TAG_BOOL && v.b;
  ArrayView view = {.shape = no_shape};
  if (v.tag == TAG_BOOL)
    view.dtype = DTYPE_BOOL, view.data = &byte;
  else if (v.tag == TAG_INT)
    view.dtype = DTYPE_I64, view.data = &v.i;
  else if (v.tag == TAG_FLOAT)
    view.dtype = DTYPE_F64, view.data = &v.f;
  else {
    complex_parts(v, &parts[0], &parts[1]);
    view.dtype = DTYPE_C128;
    view.data = parts;
  }
  Sink sink = {sink_write, b};
  const char *error = format_array(&sink, &view, style);
  return !error || raise_runtime_error(b->vm, error);
}

// ---- Strings.

static bool printable(uint32_t c) {
  if (c < 0x20 || c == 0x7f) return false;
  if (c < 0x7f) return true;
  if (c < 0xa1 || c == 0xad) return false;
  if (c >= 0xd800 && c <= 0xf8ff) return false; // surrogates, private use
  if (c >= 0x2000 && c <= 0x200f) return false;
  if (c >= 0x2028 && c <= 0x202f) return false;
  if (c >= 0x205f && c <= 0x206f) return false;
  return c != 0xfeff && c != 0x3000 && c != 0x1680 && c < 0xe0000;
}

void escape_text(StrBuilder *b, const char *s, size_t n, char quote, bool ascii) {
  for (size_t i = 0, size; i < n; i += size) {
    uint32_t c = utf8_decode(s + i, n - i, &size);
    if (c == UINT32_MAX && n - i >= 3 && (uint8_t)s[i] == 0xed) { // a lone surrogate
      c = 0xd000 | ((uint8_t)s[i + 1] & 0x3fu) << 6 | ((uint8_t)s[i + 2] & 0x3fu);
      size = 3;
    }
    if (c == (uint32_t)quote || c == '\\')
      strb_printf(b, "\\%c", (int)c);
    else if (c == '\n')
      strb_puts(b, "\\n");
    else if (c == '\r')
      strb_puts(b, "\\r");
    else if (c == '\t')
      strb_puts(b, "\\t");
    else if (printable(c) && (c < 0x80 || !ascii))
      strb_add(b, s + i, size);
    else if (c < 0x100)
      strb_printf(b, "\\x%02x", c);
    else if (c < 0x10000)
      strb_printf(b, "\\u%04x", c);
    else
      strb_printf(b, "\\U%08x", c);
  }
}

void repr_text(StrBuilder *b, const char *s, size_t n, bool ascii) {
  char quote = memchr(s, '\'', n) && !memchr(s, '"', n) ? '"' : '\'';
  strb_add(b, &quote, 1);
  escape_text(b, s, n, quote, ascii);
  strb_add(b, &quote, 1);
}

static void repr_bytes(StrBuilder *b, const Bytes *s) {
  bool single = memchr(s->text, '\'', s->size) && !memchr(s->text, '"', s->size);
  strb_puts(b, single ? "b\"" : "b'");
  for (uint32_t i = 0; i < s->size; i++) {
    unsigned char c = (unsigned char)s->text[i];
    if (c == '\\' || (c == '\'' && !single))
      strb_printf(b, "\\%c", c);
    else if (c == '\n')
      strb_puts(b, "\\n");
    else if (c == '\r')
      strb_puts(b, "\\r");
    else if (c == '\t')
      strb_puts(b, "\\t");
    else if (c >= 0x20 && c < 0x7f)
      strb_add(b, (const char *)&s->text[i], 1);
    else
      strb_printf(b, "\\x%02x", c);
  }
  strb_puts(b, single ? "\"" : "'");
}

// ---- Containers; one that contains itself shows as dots there.

bool repr_enter(VM *vm, Value v) {
  List *active = vm->in->repr_active;
  for (uint32_t i = 0; i < active->n; i++)
    if (v_same(active->v[i], v)) return false;
  list_append(vm, active, v);
  return true;
}

void repr_leave(VM *vm) { vm->in->repr_active->n--; }

static bool repr_items(StrBuilder *b, Value owner, const char *open, const char *close) {
  VM *vm = b->vm;
  bool is_list = v_is(owner, O_LIST), ok = true;
  if (!repr_enter(vm, owner)) {
    strb_printf(b, "%s...%s", open, close);
    return true;
  }
  strb_puts(b, open);
  for (uint32_t i = 0; ok; i++) {
    uint32_t n = is_list ? AS_LIST(owner)->n : AS_TUPLE(owner)->n;
    if (i >= n) break;
    if (i) strb_puts(b, ", ");
    ok = strb_add_repr(b, is_list ? AS_LIST(owner)->v[i] : AS_TUPLE(owner)->v[i]);
    if (n == 1 && !is_list) strb_puts(b, ",");
  }
  strb_puts(b, close);
  repr_leave(vm);
  return ok;
}

static bool repr_dict(StrBuilder *b, Value v) {
  Dict *d = AS_DICT(v);
  VM *vm = b->vm;
  bool ok = true, first = true;
  if (!repr_enter(vm, v)) return strb_puts(b, "{...}"), true;
  strb_puts(b, "{");
  for (uint32_t i = 0; i < d->n && ok; i++) {
    if (v_is_empty(d->entries[i].key)) continue;
    if (!first) strb_puts(b, ", ");
    first = false;
    ok = strb_add_repr(b, d->entries[i].key);
    strb_puts(b, ": ");
    ok = ok && strb_add_repr(b, d->entries[i].value);
  }
  strb_puts(b, "}");
  repr_leave(vm);
  return ok;
}

static bool repr_set(StrBuilder *b, Value v) {
  VM *vm = b->vm;
  Set *s = AS_SET(v);
  bool plain = s->head.cls == vm->type[T_set], ok = true, first = true;
  if (!s->used) return strb_printf(b, "%s()", s->head.cls->name->text), true;
  if (!repr_enter(vm, v)) return strb_printf(b, "%s(...)", s->head.cls->name->text), true;
  if (!plain) strb_printf(b, "%s(", s->head.cls->name->text);
  strb_puts(b, "{");
  uint32_t pos = 0;
  Value item;
  while (ok && set_each(s, &pos, &item)) {
    if (!first) strb_puts(b, ", ");
    first = false;
    ok = strb_add_repr(b, item);
  }
  strb_puts(b, plain ? "}" : "})");
  repr_leave(vm);
  return ok;
}

static bool repr_view(StrBuilder *b, DictView *view) {
  List *l;
  strb_printf(b, "%s(", view->head.cls->name->text);
  if (!value_list(b->vm, v_obj(view), &l) || !strb_add_repr(b, v_obj(l))) return false;
  strb_puts(b, ")");
  return true;
}

static void repr_range(StrBuilder *b, const Range *r) {
  strb_printf(b, "range(%lld, %lld", (long long)r->start, (long long)r->stop);
  if (r->step != 1) strb_printf(b, ", %lld", (long long)r->step);
  strb_puts(b, ")");
}

static bool repr_slice(StrBuilder *b, const Slice *s) {
  strb_puts(b, "slice(");
  if (!strb_add_repr(b, s->start)) return false;
  strb_puts(b, ", ");
  if (!strb_add_repr(b, s->stop)) return false;
  strb_puts(b, ", ");
  if (!strb_add_repr(b, s->step)) return false;
  strb_puts(b, ")");
  return true;
}

static void repr_class(StrBuilder *b, const Class *c) {
  const char *module = v_is(c->module, O_STR) ? AS_STR(c->module)->text : "builtins";
  if (!strcmp(module, "builtins"))
    strb_printf(b, "<class '%s'>", c->qualname->text);
  else
    strb_printf(b, "<class '%s.%s'>", module, c->qualname->text);
}

static bool repr_method(StrBuilder *b, const Method *m) {
  if (v_is(m->function, O_NATIVE)) {
    strb_printf(b, "<built-in method %s of %s object at %p>", ((Native *)m->function.o)->name->text,
                type_name(b->vm, m->self), (void *)m);
    return true;
  }
  const char *name =
      v_is(m->function, O_FUNCTION) ? ((Function *)m->function.o)->qualname->text : "?";
  strb_printf(b, "<bound method %s of ", name);
  if (!strb_add_repr(b, m->self)) return false;
  strb_puts(b, ">");
  return true;
}

static void repr_object(StrBuilder *b, Value v) {
  const Class *c = class_of(b->vm, v);
  const char *module = v_is(c->module, O_STR) ? AS_STR(c->module)->text : "builtins";
  if (strcmp(module, "builtins"))
    strb_printf(b, "<%s.%s object at %p>", module, c->qualname->text, (void *)v.o);
  else
    strb_printf(b, "<%s object at %p>", c->name->text, (void *)v.o);
}

static bool repr_builtin(StrBuilder *b, Value v) {
  VM *vm = b->vm;
  switch (v.o->kind) {
  case O_SINGLETON: strb_puts(b, v_same(v, vm->ellipsis) ? "Ellipsis" : "NotImplemented"); break;
  case O_BIGINT:
    if (!bigint_has_digits(vm, v)) return false;
    strb_puts(b, bigint_str(vm, v, 10)->text);
    break;
  case O_COMPLEX: return format_scalar(b, v, "py");
  case O_STR: repr_text(b, AS_STR(v)->text, AS_STR(v)->size, false); break;
  case O_BYTES: repr_bytes(b, (Bytes *)v.o); break;
  case O_TUPLE:
    if (v.o->cls == b->vm->type[T_UnionType]) return hint_repr(b, v);
    return repr_items(b, v, "(", ")");
  case O_LIST: return repr_items(b, v, "[", "]");
  case O_DICT: return repr_dict(b, v);
  case O_SET: return repr_set(b, v);
  case O_DICTVIEW: return repr_view(b, (DictView *)v.o);
  case O_RANGE: repr_range(b, (Range *)v.o); break;
  case O_SLICE: return repr_slice(b, (Slice *)v.o);
  case O_CLASS: repr_class(b, AS_CLASS(v)); break;
  case O_METHOD: return repr_method(b, (Method *)v.o);
  case O_FUNCTION:
    strb_printf(b, "<function %s at %p>", ((Function *)v.o)->qualname->text, (void *)v.o);
    break;
  case O_NATIVE: strb_printf(b, "<built-in function %s>", ((Native *)v.o)->name->text); break;
  case O_MODULE: {
    Module *m = (Module *)v.o;
    if (m->path)
      strb_printf(b, "<module '%s' from '%s'>", m->name->text, m->path->text);
    else
      strb_printf(b, "<module '%s'>", m->name->text);
    break;
  }
  case O_GENERATOR:
    strb_printf(b, "<generator object %s at %p>", ((Generator *)v.o)->name->text, (void *)v.o);
    break;
  case O_RUN_SCALAR:
    strb_add_segment(b, (Segment){.kind = SEGMENT_FIELD, .value = v, .style = str_name(vm, "py")});
    break;
  case O_RUN_STR:
    if (!run_str_repr(vm, v, &v)) return false;
    strb_add_value(b, v);
    break;
  default: {
    Value x = value_unwrap(v);
    if (!v_same(x, v)) return strb_add_repr(b, x);
    repr_object(b, v);
  }
  }
  return true;
}

bool repr_default(StrBuilder *b, Value v) {
  return v.tag == TAG_OBJ ? repr_builtin(b, v) : strb_add_repr(b, v);
}

bool strb_add_repr(StrBuilder *b, Value v) {
  VM *vm = b->vm;
  switch (v.tag) {
  case TAG_EMPTY: strb_puts(b, "<NULL>"); return true;
  case TAG_NONE: strb_puts(b, "None"); return true;
  case TAG_BOOL: strb_puts(b, v.b ? "True" : "False"); return true;
  case TAG_INT: strb_printf(b, "%lld", (long long)v.i); return true;
  case TAG_FLOAT: return format_scalar(b, v, "py");
  default: break;
  }
  if (vm->due && !vm_poll(vm)) return false;
  if (vm->native_depth > vm->native_limit - 10)
    return vm_raise(vm, E_RecursionError,
                    "maximum recursion depth exceeded while getting the repr of an object");
  Value f = class_lookup(vm, v.o->cls, N(vm, repr)), out;
  bool builtin = v.o->kind <= O_SLICE && v.o->cls->flags & CLASS_NATIVE;
  bool found = false, plain = builtin || v_is_empty(f) || v_same(f, vm->in->object_repr);
  vm->native_depth++;
  bool ok =
      plain ? repr_builtin(b, v) : call_special_str(vm, v, N(vm, repr), NULL, 0, &out, &found);
  vm->native_depth--;
  if (!ok || !found) return ok;
  if (!v_is(out, O_STR) && !v_is(out, O_RUN_STR))
    return vm_raise(vm, E_TypeError, "__repr__ returned non-string (type %s)", type_name(vm, out));
  strb_add_value(b, out);
  return true;
}

bool strb_add_str(StrBuilder *b, Value v) {
  VM *vm = b->vm;
  bool text = v_is(v, O_STR) || v_is(v, O_RUN_STR);
  if (!text && v.tag != TAG_OBJ) return strb_add_repr(b, v);
  Value f = text && v.o->cls->flags & CLASS_NATIVE ? V_NONE
                                                   : class_lookup(vm, v.o->cls, N(vm, str)),
        out;
  if (text && (v_is_none(f) || v_same(f, class_lookup(vm, vm->type[T_str], N(vm, str))))) {
    strb_add_value(b, v);
    return true;
  }
  if (v_is_empty(f) || v_same(f, vm->in->object_str)) return strb_add_repr(b, v);
  bool found;
  if (!call_special_str(vm, v, N(vm, str), NULL, 0, &out, &found)) return false;
  if (!v_is(out, O_STR) && !v_is(out, O_RUN_STR))
    return vm_raise(vm, E_TypeError, "__str__ returned non-string (type %s)", type_name(vm, out));
  strb_add_value(b, out);
  return true;
}

bool value_repr(VM *vm, Value v, Value *out) {
  StrBuilder b;
  strb_init(&b, vm);
  if (!strb_add_repr(&b, v)) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

bool value_str(VM *vm, Value v, Value *out) {
  if (v_is(v, O_RUN_STR) || (v_is(v, O_STR) && v.o->cls == vm->type[T_str])) return *out = v, true;
  StrBuilder b;
  strb_init(&b, vm);
  if (!strb_add_str(&b, v)) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

const char *text_of(VM *vm, Value v) {
  Value s, e = vm->exc;
  if (v_is(v, O_STR)) return AS_STR(v)->text;
  if (!value_repr(vm, v, &s)) {
    vm->exc = e;
    return "?";
  }
  vm->exc = e;
  return v_is(s, O_STR) ? AS_STR(s)->text : "a value that only the executable knows";
}

bool value_format(VM *vm, Value v, Value spec, Value *out) {
  if (!v_is(spec, O_STR))
    return vm_unsupported(vm, "CJ0105", "a format that only the executable knows");
  bool found, builtin = v.tag != TAG_OBJ || (v.o->cls->flags & CLASS_NATIVE &&
                                             v.o->kind != O_HOST && v.o->kind != O_ARRAY);
  if (!builtin) {
    if (!call_special_str(vm, v, N(vm, format), &spec, 1, out, &found)) return false;
    if (found) {
      if (v_is(*out, O_STR) || v_is(*out, O_RUN_STR)) return true;
      return vm_raise(vm, E_TypeError, "__format__ must return a str, not %s", type_name(vm, *out));
    }
  }
  const Str *s = AS_STR(spec);
  if (v_is(v, O_RUN_SCALAR)) {
    static const Dtype dtype[] = {DTYPE_BOOL, DTYPE_I64, DTYPE_F64};
    const char *style = arena_printf(vm->arena, "fmt:%s", s->text);
    const char *error = format_check(dtype[AS_RUN_SCALAR(v)->run], 0, style);
    if (error) return raise_runtime_error(vm, error);
    return *out = run_str_field(vm, v, s->size ? style : "py"), true;
  }
  if (!s->size) return value_str(vm, v, out);
  if (v_is(v, O_RUN_OPTIONAL))
    return optional_take(vm, v, &v) && value_format(vm, v, spec, out);
  Value x = value_unwrap(v);
  if (v_is(v, O_RUN_STR)) return pad_run_str(vm, v, s->text, s->size, out);
  if (value_is_number(x) || v_is(v, O_STR)) return format_value(vm, x, s->text, s->size, out);
  return vm_raise(vm, E_TypeError, "unsupported format string passed to %s.__format__",
                  type_name(vm, v));
}

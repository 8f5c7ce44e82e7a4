// run_text.c -- strings with parts that only the executable knows: what can be said of them while
// compiling.
//
// A method that needs the text runs the program as far as the text depends on it (static_value.c);
// where it depends on an argument or on the clock, there is a located error.
#include "driver/stage/run_text.h"

#include "driver/stage/format.h"
#include "driver/stage/methods.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"
#include "runtime/cjax_rt.h"

#include <string.h>

static void sink_write(void *context, const char *text, size_t n) { strb_add(context, text, n); }

static bool known_handle(StrBuilder *b, const void *data, const char *spec) {
  int64_t handle, n;
  memcpy(&handle, data, sizeof handle);
  const char *text = cjax_rt_text_get(handle, &n);
  Value v = v_obj(str_new(b->vm, text, (size_t)n));
  if (!format_value(b->vm, v, spec, strlen(spec), &v)) return false;
  strb_add_value(b, v);
  return true;
}

static bool known_field(StrBuilder *b, const Segment *s, bool *found) {
  VM *vm = b->vm;
  const void *data;
  Aval a;
  if (!static_data(vm, s->value, &data, found) || !*found) return *found || v_is_empty(vm->exc);
  if (!strncmp(s->style->text, "text:", 5)) return known_handle(b, data, s->style->text + 5);
  value_aval(vm, s->value, &a);
  int64_t none[1] = {0};
  ArrayView view = {data, a.dtype, (int)a.rank, a.rank ? a.shape : none};
  Sink sink = {sink_write, b};
  const char *error = format_array(&sink, &view, s->style->text);
  return !error || raise_runtime_error(vm, error);
}

static bool known_choice(StrBuilder *b, const Segment *s, bool *found) {
  const void *data;
  if (!static_data(b->vm, s->value, &data, found) || !*found)
    return *found || v_is_empty(b->vm->exc);
  int64_t i;
  memcpy(&i, data, sizeof i);
  if (i >= (int64_t)s->table->n) i = (int64_t)s->table->n - 1;
  if (s->table->n) strb_add_value(b, s->table->v[i < 0 ? 0 : i]);
  return true;
}

static bool known_segments(StrBuilder *b, const RunStr *r, bool *found);

static bool known_either(StrBuilder *b, const Segment *s, bool *found) {
  const void *data;
  if (!static_data(b->vm, s->value, &data, found) || !*found)
    return *found || v_is_empty(b->vm->exc);
  Value text = s->table->v[*(const bool *)data];
  if (v_is(text, O_RUN_STR)) return known_segments(b, AS_RUN_STR(text), found);
  strb_add_value(b, text);
  return true;
}

static bool known_pad(StrBuilder *b, const Segment *s, bool *found) {
  StrBuilder inner;
  strb_init(&inner, b->vm);
  bool ok = known_segments(&inner, s->inner, found);
  Value text = strb_finish(&inner);
  if (!ok || !*found) return ok;
  if (!format_value(b->vm, text, s->style->text, s->style->size, &text)) return false;
  strb_add_value(b, text);
  return true;
}

static bool known_segments(StrBuilder *b, const RunStr *r, bool *found) {
  *found = true;
  for (uint32_t i = 0; i < r->n && *found; i++) {
    const Segment *s = &r->segment[i];
    bool ok = true;
    switch (s->kind) {
    case SEGMENT_TEXT:
      strb_add(b, s->text->text, s->text->size);
      break;
    case SEGMENT_FIELD:
      ok = known_field(b, s, found);
      break;
    case SEGMENT_CHOICE:
      ok = known_choice(b, s, found);
      break;
    case SEGMENT_PAD:
      ok = known_pad(b, s, found);
      break;
    case SEGMENT_EITHER:
      ok = known_either(b, s, found);
      break;
    }
    if (!ok) return false;
  }
  return true;
}

bool run_str_known(VM *vm, Value v, Value *out, bool *found) {
  StrBuilder b;
  strb_init(&b, vm);
  if (!known_segments(&b, AS_RUN_STR(v), found)) return strb_release(&b), false;
  Value text = strb_finish(&b);
  if (*found) *out = text;
  return true;
}

bool run_str_static(VM *vm, Value v, const char *what, Value *out) {
  bool found;
  if (!v_is(v, O_RUN_STR)) return *out = v, true;
  do
    if (!run_str_known(vm, v, out, &found)) return false;
  while (!found && hold_default(vm));
  return found || vm_unsupported(vm, "CJ0108",
                                 "%s of a string with parts that only the executable knows", what);
}

// ---- repr: numbers need no escapes, so that only the texts are quoted.

static bool has(const Str *s, char c) { return memchr(s->text, c, s->size) != NULL; }

// *plain: all fields are single numbers; *single and *twice: the texts hold ' and ".
static void look_at(const RunStr *r, bool *plain, bool *single, bool *twice) {
  for (uint32_t i = 0; i < r->n; i++) {
    const Segment *s = &r->segment[i];
    if (s->kind == SEGMENT_TEXT) {
      *single |= has(s->text, '\'');
      *twice |= has(s->text, '"');
    } else if (s->kind == SEGMENT_FIELD) {
      *plain &= (!v_is(s->value, O_ARRAY) || !AS_ARRAY(s->value)->rank) &&
                strncmp(s->style->text, "text:", 5);
    } else if (s->kind == SEGMENT_CHOICE) {
      for (uint32_t k = 0; k < s->table->n; k++) {
        *single |= has(AS_STR(s->table->v[k]), '\'');
        *twice |= has(AS_STR(s->table->v[k]), '"');
      }
    } else {
      *plain = false;
    }
  }
}

static bool run_str_each(VM *vm, const Segment *s, bool (*f)(VM *vm, Value v, Value *out),
                         Value *out) {
  Segment made = *s;
  made.table = tuple_new(vm, s->table->n);
  for (uint32_t i = 0; i < s->table->n; i++)
    if (!f(vm, s->table->v[i], &made.table->v[i])) return false;
  StrBuilder b;
  strb_init(&b, vm);
  strb_add_segment(&b, made);
  return *out = strb_finish(&b), true;
}

bool run_str_repr(VM *vm, Value v, Value *out) {
  const RunStr *r = AS_RUN_STR(v);
  if (r->n == 1 && r->segment[0].kind == SEGMENT_EITHER)
    return run_str_each(vm, &r->segment[0], value_repr, out);
  bool plain = true, single = false, twice = false;
  look_at(r, &plain, &single, &twice);
  if (!plain) return run_text_map(vm, "repr", 1, &v, out);
  char quote = single && !twice ? '"' : '\'';
  StrBuilder b;
  strb_init(&b, vm);
  strb_add(&b, &quote, 1);
  for (uint32_t i = 0; i < r->n; i++) {
    Segment s = r->segment[i];
    if (s.kind == SEGMENT_TEXT) {
      escape_text(&b, s.text->text, s.text->size, quote, false);
      continue;
    }
    if (s.kind == SEGMENT_CHOICE) {
      Tuple *table = tuple_new(vm, s.table->n);
      for (uint32_t k = 0; k < s.table->n; k++) {
        StrBuilder one;
        strb_init(&one, vm);
        escape_text(&one, AS_STR(s.table->v[k])->text, AS_STR(s.table->v[k])->size, quote, false);
        table->v[k] = strb_finish(&one);
      }
      s.table = table;
    }
    strb_add_segment(&b, s);
  }
  strb_add(&b, &quote, 1);
  *out = strb_finish(&b);
  return true;
}

bool run_str_condition(VM *vm, Value v, Value *out) {
  const RunStr *r = AS_RUN_STR(v);
  for (uint32_t i = 0; i < r->n; i++) {
    const Segment *s = &r->segment[i];
    bool number = s->kind == SEGMENT_FIELD && strncmp(s->style->text, "text:", 5);
    if (s->kind == SEGMENT_TEXT || number) return *out = v_bool(true), true;
  }
  return run_text_call(vm, "length", 1, &v, RUN_BOOL, out);
}

bool run_str_truth(VM *vm, Value v, bool *out) {
  Value filled;
  return run_str_condition(vm, v, &filled) && truth(vm, filled, out);
}

// ---- Tables: a string, or a sequence of strings or numbers, indexed by a run-time int.

bool run_index_check(VM *vm, Value i, int64_t n, const char *what, Value *out) {
  const RunScalar *s = AS_RUN_SCALAR(i);
  *out = i;
  if (s->ranged && s->lo >= 0 && s->hi < n) return true;
  Value low, high, negative, moved;
  const char *message = arena_printf(vm->arena, "IndexError: %s index out of range", what);
  if (!run_scalar_compare(vm, COMPARE_GE, i, v_int(-n), &low) ||
      !run_scalar_compare(vm, COMPARE_LT, i, v_int(n), &high))
    return false;
  if (!run_scalar_check(vm, low, message) || !run_scalar_check(vm, high, message)) return false;
  if (s->ranged && s->lo >= 0) return true;
  return run_scalar_compare(vm, COMPARE_LT, i, v_int(0), &negative) &&
         run_scalar_binary(vm, BINARY_ADD, i, v_int(n), &moved) &&
         run_scalar_where(vm, negative, moved, i, out);
}

bool run_text_repeat(VM *vm, Value text, Value n, Value *out) {
  Value args[2] = {text, n};
  return run_text_map(vm, "repeat", 2, args, out);
}

// ---- Methods that need the text.

static bool call_static(VM *vm, Value *a, Value *out) {
  Str *name = vm->in->native->name;
  const char *what = arena_printf(vm->arena, "%s()", name->text);
  Value text, method;
  return run_str_static(vm, a[0], what, &text) && get_attr(vm, text, name, &method) &&
         vm_call_tuple(vm, method, AS_TUPLE(a[1]), AS_DICT(a[2]), out);
}

static bool run_format(VM *vm, Value *a, Value *out) {
  return pad_run_str(vm, a[0], AS_STR(a[1])->text, AS_STR(a[1])->size, out);
}

static bool run_str_self(VM *vm, Value *a, Value *out) { return *out = a[0], true; }

void init_run_str(VM *vm) {
  static const char *const names[] = {
      "rsplit",  "rindex",  "format",  "encode",  "translate",  "isalpha", "isalnum",
      "isspace", "isupper", "islower", "istitle", "expandtabs", "__iter__"};
  enum { COUNT = sizeof names / sizeof *names };
  NativeDef *rows = ARENA_ARRAY(vm->arena, NativeDef, COUNT + 1);
  for (int i = 0; i < COUNT; i++)
    rows[i] = (NativeDef){names[i], "self, /, *args, **kwargs", call_static, 0};
  native_add_methods(vm, vm->type[T_run_str], rows, NULL);
  static const NativeDef own[] = {{"__format__", "self, format_spec, /", run_format},
                                  {"__str__", "self, /", run_str_self},
                                  {0}};
  native_add_methods(vm, vm->type[T_run_str], own, NULL);
  native_add_methods(vm, vm->type[T_run_str], run_text_methods, NULL);
}

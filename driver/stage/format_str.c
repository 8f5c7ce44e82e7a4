// format_str.c -- str.format: literal text and {field!conversion:spec}, fields nested in specs.
#include "driver/stage/format.h"
#include "driver/stage/methods.h"

#include <ctype.h>
#include <string.h>

typedef struct Fields {
  const Tuple *args; // null: format_map
  Value names;       // a dict, or the mapping of format_map
  int64_t next;      // of automatic numbering
  bool automatic, manual;
} Fields;

static bool format_into(StrBuilder *b, const char *s, size_t n, Fields *f, int depth);

static bool all_digits(const char *s, size_t n, int64_t *out) {
  if (!n) return false;
  for (*out = 0; n; s++, n--) {
    if (!isdigit((unsigned char)*s)) return false;
    if (*out < INT32_MAX) *out = *out * 10 + (*s - '0');
  }
  return true;
}

static bool positional(VM *vm, Fields *f, int64_t i, bool automatic, Value *out) {
  if (automatic ? f->manual : f->automatic)
    return vm_raise(vm, E_ValueError, "cannot switch from %s to %s",
                    automatic ? "manual field specification" : "automatic field numbering",
                    automatic ? "automatic field numbering" : "manual field specification");
  if (automatic) f->automatic = true;
  else f->manual = true;
  if (!f->args) return vm_raise(vm, E_ValueError, "Format string contains positional fields");
  if (i >= f->args->n)
    return vm_raise(vm, E_IndexError,
                    "Replacement index %lld out of range for positional args tuple", (long long)i);
  *out = f->args->v[i];
  return true;
}

// The value of a field's first part: a number, nothing or a name.
static bool first_value(VM *vm, Fields *f, const char *s, size_t n, Value *out) {
  int64_t i;
  if (!n) return positional(vm, f, f->next++, true, out);
  if (all_digits(s, n, &i)) return positional(vm, f, i, false, out);
  return get_item(vm, f->names, v_obj(str_intern(vm, s, n)), out);
}

// [index] or .name behind the first part.
static bool follow(VM *vm, const char **s, const char *end, Value *v) {
  const char *start = ++*s;
  int64_t i;
  if (start[-1] == '.') {
    while (*s < end && **s != '.' && **s != '[') ++*s;
    if (*s == start) return vm_raise(vm, E_ValueError, "Empty attribute in format string");
    return get_attr(vm, *v, str_intern(vm, start, (size_t)(*s - start)), v);
  }
  if (start[-1] != '[')
    return vm_raise(vm, E_ValueError,
                    "Only '.' or '[' may follow ']' in format field specifier");
  while (*s < end && **s != ']') ++*s;
  if (*s == end) return vm_raise(vm, E_ValueError, "Missing ']' in format string");
  size_t n = (size_t)((*s)++ - start);
  if (!n) return vm_raise(vm, E_ValueError, "Empty attribute in format string");
  Value key = all_digits(start, n, &i) ? v_int(i) : v_obj(str_intern(vm, start, n));
  return get_item(vm, *v, key, v);
}

static bool field_value(VM *vm, Fields *f, const char *s, const char *end, Value *out) {
  const char *name = s;
  while (s < end && *s != '.' && *s != '[') s++;
  if (!first_value(vm, f, name, (size_t)(s - name), out)) return false;
  while (s < end)
    if (!follow(vm, &s, end, out)) return false;
  return true;
}

static bool convert(VM *vm, char how, Value *v) {
  switch (how) {
  case 0: return true;
  case 's': return value_str(vm, *v, v);
  case 'r': return value_repr(vm, *v, v);
  case 'a': return vm_call_1(vm, dict_get_c(vm, vm->builtins->dict, "ascii"), *v, v);
  default:
    return vm_raise(vm, E_ValueError, "Unknown conversion specifier %c", how);
  }
}

// {...}: s is behind the brace, end is the closing brace.
static bool add_field(StrBuilder *b, const char *s, const char *end, Fields *f, int depth) {
  VM *vm = b->vm;
  const char *name = s;
  for (bool bracket = false; s < end; s++) { // : and ! may stand in brackets
    if (*s == '[') bracket = true;
    else if (*s == ']') bracket = false;
    else if (!bracket && (*s == ':' || *s == '!')) break;
    else if (*s == '{') return vm_raise(vm, E_ValueError, "unexpected '{' in field name");
  }
  Value v, spec = v_obj(vm->in->empty), text;
  if (!field_value(vm, f, name, s, &v)) return false;
  char how = 0;
  if (s < end && *s == '!') {
    if (++s == end)
      return vm_raise(vm, E_ValueError, "unmatched '{' in format spec");
    how = *s++;
    if (s < end && *s != ':')
      return vm_raise(vm, E_ValueError, "expected ':' after conversion specifier");
  }
  if (s < end) {
    StrBuilder inner;
    strb_init(&inner, vm);
    s++;
    if (!format_into(&inner, s, (size_t)(end - s), f, depth - 1))
      return strb_release(&inner), false;
    spec = strb_finish(&inner);
  }
  if (!convert(vm, how, &v) || !value_format(vm, v, spec, &text)) return false;
  strb_add_value(b, text);
  return true;
}

// The brace that closes the field at s, or null.
static const char *closing(const char *s, const char *end) {
  bool bracket = false; // in the name, braces in [...] do not count
  for (; s < end && (bracket || !strchr(":!{}", *s)); s++) {
    if (*s == '[') bracket = true;
    if (*s == ']') bracket = false;
  }
  for (int depth = 1; s < end; s++) {
    if (*s == '{') depth++;
    if (*s == '}' && !--depth) return s;
  }
  return NULL;
}

static bool format_into(StrBuilder *b, const char *s, size_t n, Fields *f, int depth) {
  VM *vm = b->vm;
  const char *end = s + n;
  if (depth < 0) return vm_raise(vm, E_ValueError, "Max string recursion exceeded");
  while (s < end) {
    if (*s != '{' && *s != '}') {
      const char *start = s;
      while (s < end && *s != '{' && *s != '}') s++;
      strb_add(b, start, (size_t)(s - start));
      continue;
    }
    if (s + 1 < end && s[1] == *s) {
      strb_add(b, s, 1);
      s += 2;
      continue;
    }
    if (*s == '}')
      return vm_raise(vm, E_ValueError, "Single '}' encountered in format string");
    if (s + 1 == end)
      return vm_raise(vm, E_ValueError, "Single '{' encountered in format string");
    const char *close = closing(s + 1, end);
    if (!close) return vm_raise(vm, E_ValueError, "expected '}' before end of string");
    if (!add_field(b, s + 1, close, f, depth)) return false;
    s = close + 1;
  }
  return true;
}

bool str_format(VM *vm, Str *fmt, Tuple *args, Dict *kwargs, Value *out) {
  Fields f = {.args = args, .names = v_obj(kwargs)};
  StrBuilder b;
  strb_init(&b, vm);
  if (!format_into(&b, fmt->text, fmt->size, &f, 1)) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

bool str_format_map(VM *vm, Str *fmt, Value mapping, Value *out) {
  Fields f = {.names = mapping};
  StrBuilder b;
  strb_init(&b, vm);
  if (!format_into(&b, fmt->text, fmt->size, &f, 1)) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

// call.c -- calling things: Python functions, C functions, classes, bound methods, instances.
#include "driver/stage/vm_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>


// ---- C functions.

typedef struct Param {
  Str *name;
  Value preset; // TAG_EMPTY: required, unless optional
  bool optional;
} Param;

typedef struct Signature {
  uint32_t nposonly, npos, nkwonly;
  bool varargs, varkeywords;
  uint32_t n; // values bound, with *args and **kwargs at the end
  Param params[NATIVE_MAX_PARAMS];
} Signature;

static Value parse_default(VM *vm, const char *s, size_t n) {
  if (s[0] == '\'') return v_obj(str_intern(vm, s + 1, n - 2));
  if (n == 4 && !memcmp(s, "None", 4)) return V_NONE;
  if (n == 4 && !memcmp(s, "True", 4)) return v_bool(true);
  if (n == 5 && !memcmp(s, "False", 5)) return v_bool(false);
  char text[32];
  memcpy(text, s, n);
  text[n] = 0;
  if (strpbrk(text, ".e")) return v_float(strtod(text, NULL));
  return v_int(strtoll(text, NULL, 10));
}

static void parse_param(VM *vm, Signature *sig, const char *s, size_t n) {
  if (sig->npos + sig->nkwonly + 2 > NATIVE_MAX_PARAMS) BUG("native signature too long: %s", s);
  Param *p = &sig->params[sig->npos + sig->nkwonly];
  const char *eq = memchr(s, '=', n);
  p->name = str_intern(vm, s, eq ? (size_t)(eq - s) : n);
  p->preset = V_EMPTY;
  if (!eq) return;
  p->optional = true;
  if (eq[1] != '?') p->preset = parse_default(vm, eq + 1, n - (size_t)(eq + 1 - s));
}

static Signature *parse_signature(VM *vm, const char *text) {
  Signature *sig = ARENA_NEW(vm->arena, Signature);
  bool keyword_only = false;
  for (const char *s = text; *s;) {
    while (*s == ' ' || *s == ',') s++;
    size_t n = strcspn(s, ",");
    if (n == 1 && *s == '/') {
      sig->nposonly = sig->npos;
    } else if (n == 1 && *s == '*') {
      keyword_only = true;
    } else if (n > 1 && s[0] == '*' && s[1] == '*') {
      sig->varkeywords = true;
    } else if (*s == '*') {
      sig->varargs = keyword_only = true;
    } else if (n) {
      parse_param(vm, sig, s, n);
      if (keyword_only)
        sig->nkwonly++;
      else
        sig->npos++;
    }
    s += n;
  }
  sig->n = sig->npos + sig->nkwonly + sig->varargs + sig->varkeywords;
  return sig;
}

static bool is_new(const Native *f) { return str_is(f->name, "__new__"); }

// As messages show it: __new__ by its class.
static const char *native_name(const Native *f) {
  if (!is_new(f)) return f->name->text;
  static char owner[64];
  snprintf(owner, sizeof owner, "%.*s", (int)strcspn(f->qualname->text, "."), f->qualname->text);
  return owner;
}

// What a call gave and what the signature asks for, self not counted.
typedef struct Arity {
  uint32_t given, most, required;
} Arity;

static Arity arity_of(const Native *f, uint32_t given) {
  const Signature *sig = f->signature;
  Arity a = {given, sig->npos, 0};
  for (uint32_t i = 0; i < sig->npos; i++) a.required += !sig->params[i].optional;
  if ((f->method || is_new(f)) && given && a.required) a.given--, a.most--, a.required--;
  return a;
}

static bool exactly_one(VM *vm, const Native *f, Arity a) {
  return vm_raise(vm, E_TypeError, "%s() takes exactly one argument (%u given)", f->qualname->text,
                  a.given);
}

static bool native_too_many(VM *vm, Native *f, uint32_t n) {
  const Signature *sig = f->signature;
  Arity a = arity_of(f, n);
  if (!a.most && sig->nkwonly)
    return vm_raise(vm, E_TypeError, "%s() takes no positional arguments", native_name(f));
  if (!a.most)
    return vm_raise(vm, E_TypeError, "%s() takes no arguments (%u given)", f->qualname->text,
                    a.given);
  if (a.required == a.most && a.required == 1) return exactly_one(vm, f, a);
  if (a.required == a.most)
    return vm_raise(vm, E_TypeError, "%s expected %u arguments, got %u", native_name(f), a.required,
                    a.given);
  if (sig->nposonly < sig->npos)
    return vm_raise(vm, E_TypeError, "%s() takes at most %u argument%s (%u given)", native_name(f),
                    a.most, a.most == 1 ? "" : "s", a.given);
  return vm_raise(vm, E_TypeError, "%s expected at most %u argument%s, got %u", native_name(f),
                  a.most, a.most == 1 ? "" : "s", a.given);
}

static bool native_missing(VM *vm, Native *f, uint32_t i, uint32_t given) {
  const Signature *sig = f->signature;
  Arity a = arity_of(f, given);
  if (f->method && !given)
    return vm_raise(vm, E_TypeError, "unbound method %s() needs an argument", f->qualname->text);
  if (i >= sig->nposonly)
    return vm_raise(vm, E_TypeError, "%s() missing required argument '%s' (pos %u)", native_name(f),
                    sig->params[i].name->text, i + 1 - (sig->npos - a.most));
  if (a.required == a.most && a.required == 1) return exactly_one(vm, f, a);
  return vm_raise(vm, E_TypeError, "%s expected %s%u argument%s, got %u", native_name(f),
                  a.required == a.most ? "" : "at least ", a.required, a.required == 1 ? "" : "s",
                  a.given);
}

// Methods of a builtin class take only its instances.
static bool native_check_self(VM *vm, Native *f, const Value *args, uint32_t n) {
  if (!v_is(f->closure, O_CLASS) || !n) return true;
  const Class *owner = AS_CLASS(f->closure);
  if (class_is_subclass(class_of(vm, args[0]), owner)) return true;
  return vm_raise(vm, E_TypeError,
                  "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                  native_name(f), owner->name->text, type_name(vm, args[0]));
}

static bool bind_native_keyword(VM *vm, Native *f, Str *name, Value v, Value *bound) {
  const Signature *sig = f->signature;
  uint32_t named = sig->npos + sig->nkwonly;
  for (uint32_t i = sig->nposonly; i < named; i++) {
    if (sig->params[i].name != name && !str_equal(sig->params[i].name, name)) continue;
    if (!v_is_empty(bound[i]))
      return vm_raise(vm, E_TypeError, "%s() got multiple values for argument '%s'", native_name(f),
                      name->text);
    bound[i] = v;
    return true;
  }
  if (sig->varkeywords) return dict_set(vm, AS_DICT(bound[sig->n - 1]), v_obj(name), v);
  if (named == sig->nposonly)
    return vm_raise(vm, E_TypeError, "%s() takes no keyword arguments", native_name(f));
  List *known = list_new(vm, named);
  for (uint32_t i = sig->nposonly; i < named; i++)
    list_append(vm, known, v_obj(sig->params[i].name));
  return raise_keyword_error(vm, native_name(f), name, known);
}

static bool native_bind(VM *vm, Native *f, const Value *args, uint32_t n, const Tuple *names,
                        Value *bound) {
  const Signature *sig = f->signature;
  uint32_t named = sig->npos + sig->nkwonly, npos = n < sig->npos ? n : sig->npos;
  for (uint32_t i = 0; i < npos; i++) bound[i] = args[i];
  for (uint32_t i = npos; i < sig->n; i++) bound[i] = V_EMPTY;
  if (sig->varargs)
    bound[named] = v_obj(tuple_from(vm, args + npos, n - npos));
  else if (n > sig->npos)
    return native_too_many(vm, f, n);
  if (sig->varkeywords) bound[sig->n - 1] = v_obj(dict_new(vm));
  for (uint32_t i = 0; names && i < names->n; i++)
    if (!bind_native_keyword(vm, f, AS_STR(names->v[i]), args[n + i], bound)) return false;
  for (uint32_t i = npos; i < named; i++) {
    if (!v_is_empty(bound[i])) continue;
    if (!sig->params[i].optional) return native_missing(vm, f, i, n);
    bound[i] = sig->params[i].preset;
  }
  return true;
}

bool native_call(VM *vm, Native *f, const Value *args, uint32_t n, const Tuple *names, Value *out) {
  Value bound[NATIVE_MAX_PARAMS];
  if (!f->signature) f->signature = parse_signature(vm, f->def->signature);
  if (f->method && !native_check_self(vm, f, args, n)) return false;
  if (!native_bind(vm, f, args, n, names, bound)) return false;
  vm->in->native = f;
  *out = V_NONE;
  if (f->def->fn(vm, bound, out)) return true;
  if (vm->frame && !(vm->frame->code->flags & CODE_LIBRARY))
    origin_note(vm, args, n, vm_here(vm));
  return false;
}

Value native_function_with(VM *vm, const NativeDef *def, Value closure) {
  Native *f = HEAP_NEW(vm, vm->type[T_builtin_function_or_method], O_NATIVE, Native);
  f->def = def;
  f->name = f->qualname = str_name(vm, def->name);
  f->closure = closure;
  return v_obj(f);
}

Value native_function(VM *vm, const NativeDef *def) {
  return native_function_with(vm, def, V_EMPTY);
}

Value native_closure(VM *vm) { return vm->in->native->closure; }

void native_add_functions(VM *vm, Dict *to, const NativeDef *defs, const char *owner) {
  for (const NativeDef *d = defs; d->name; d++) {
    Value f = native_function(vm, d);
    if (owner)
      ((Native *)f.o)->qualname = str_name(vm, arena_printf(vm->arena, "%s.%s", owner, d->name));
    if (d->flags & (NATIVE_STATIC | NATIVE_CLASSMETHOD)) {
      bool is_static = d->flags & NATIVE_STATIC;
      Wrapper *w = HEAP_NEW(vm, vm->type[is_static ? T_staticmethod : T_classmethod],
                            is_static ? O_STATICMETHOD : O_CLASSMETHOD, Wrapper);
      w->function = f;
      f = v_obj(w);
    }
    dict_set_str(vm, to, str_name(vm, d->name), f);
  }
}

void module_set(VM *vm, Module *m, const char *name, Value v) {
  dict_set_str(vm, m->dict, str_name(vm, name), v);
}

// ---- Python functions.

static bool enter(VM *vm) {
  if (++vm->native_depth <= vm->native_limit) return true;
  vm->native_depth--;
  return vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded");
}

static bool function_call(VM *vm, Function *f, const Value *args, uint32_t n, const Tuple *names,
                          Value *out) {
  Frame *fr = frame_push(vm, f);
  if (!fr) return false;
  if (!frame_bind(vm, fr, args, n, names)) {
    frame_pop(vm, fr);
    return false;
  }
  if (fr->code->flags & CODE_GENERATOR) {
    *out = generator_value(vm, fr);
    return true;
  }
  if (!enter(vm)) {
    frame_pop(vm, fr);
    return false;
  }
  fr->flags |= FRAME_ENTRY;
  vm->frame = fr;
  bool ok = vm_run(vm, fr, out);
  vm->native_depth--;
  return ok;
}

static bool method_call(VM *vm, Method *m, const Value *args, uint32_t n, const Tuple *names,
                        Value *out) {
  Value small[16], *all = small;
  uint32_t total = n + (names ? names->n : 0) + 1;
  if (total > 16) all = heap_grow(vm, NULL, 0, total * sizeof(Value));
  all[0] = m->self;
  if (total > 1) memcpy(all + 1, args, (total - 1) * sizeof(Value));
  bool ok = vm_call(vm, m->function, all, n + 1, names, out);
  if (all != small) heap_free(vm, all);
  return ok;
}

bool vm_call(VM *vm, Value callee, const Value *args, uint32_t n, const Tuple *names, Value *out) {
  if (callee.tag == TAG_OBJ) {
    switch (callee.o->kind) {
    case O_FUNCTION: return function_call(vm, (Function *)callee.o, args, n, names, out);
    case O_NATIVE: return native_call(vm, (Native *)callee.o, args, n, names, out);
    case O_METHOD: return method_call(vm, (Method *)callee.o, args, n, names, out);
    case O_CLASS: return class_call(vm, AS_CLASS(callee), args, n, names, out);
    case O_STATICMETHOD: return vm_call(vm, ((Wrapper *)callee.o)->function, args, n, names, out);
    default: break;
    }
  }
  Value f = class_lookup(vm, class_of(vm, callee), N(vm, call)), bound;
  if (v_is_empty(f))
    return vm_raise(vm, E_TypeError, "'%s' object is not callable", type_name(vm, callee));
  if (!bind_attr(vm, f, callee, class_of(vm, callee), &bound)) return false;
  return vm_call(vm, bound, args, n, names, out);
}

bool vm_call_0(VM *vm, Value callee, Value *out) { return vm_call(vm, callee, NULL, 0, NULL, out); }

bool vm_call_1(VM *vm, Value callee, Value a, Value *out) {
  return vm_call(vm, callee, &a, 1, NULL, out);
}

bool vm_call_2(VM *vm, Value callee, Value a, Value b, Value *out) {
  Value args[2] = {a, b};
  return vm_call(vm, callee, args, 2, NULL, out);
}

static bool call_unpacked(VM *vm, Value callee, const Value *args, uint32_t n, const Dict *kwargs,
                          Value *out) {
  if (!kwargs || !kwargs->used) return vm_call(vm, callee, args, n, NULL, out);
  Tuple *names = tuple_new(vm, kwargs->used);
  Value *all = heap_grow(vm, NULL, 0, (n + kwargs->used) * sizeof(Value));
  if (n) memcpy(all, args, n * sizeof(Value));
  uint32_t k = 0;
  bool ok = true;
  for (uint32_t i = 0; i < kwargs->n && ok; i++) {
    const DictEntry *e = &kwargs->entries[i];
    if (v_is_empty(e->key)) continue;
    if (!v_is(e->key, O_STR)) {
      ok = vm_raise(vm, E_TypeError, "keywords must be strings");
      break;
    }
    names->v[k] = e->key;
    all[n + k++] = e->value;
  }
  ok = ok && vm_call(vm, callee, all, n, names, out);
  heap_free(vm, all);
  return ok;
}

bool vm_call_tuple(VM *vm, Value callee, const Tuple *args, const Dict *kwargs, Value *out) {
  return call_unpacked(vm, callee, args ? args->v : NULL, args ? args->n : 0, kwargs, out);
}

bool vm_call_ex(VM *vm, Value callee, List *args, Dict *kwargs, Value *out) {
  return call_unpacked(vm, callee, args->v, args->n, kwargs, out);
}

bool value_callable(VM *vm, Value v) {
  if (v.tag != TAG_OBJ) return false;
  switch (v.o->kind) {
  case O_FUNCTION:
  case O_NATIVE:
  case O_METHOD:
  case O_CLASS:
  case O_STATICMETHOD: return true;
  default: return !v_is_empty(class_lookup(vm, v.o->cls, N(vm, call)));
  }
}

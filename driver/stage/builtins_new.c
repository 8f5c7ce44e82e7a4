// builtins_new.c -- the constructors of the builtin types: int(...), str(...), list(...), ...
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// An object of a subclass of int, float or complex: an instance with a payload.
static bool with_class(VM *vm, Value cls, TypeIndex type, Value v, Value *out) {
  *out = v;
  if (AS_CLASS(cls) == vm->type[type]) return true;
  Instance *o = HEAP_NEW(vm, AS_CLASS(cls), O_INSTANCE, Instance);
  o->payload = v;
  *out = v_obj(o);
  return true;
}

static bool bool_new(VM *vm, Value *a, Value *out) {
  bool b;
  // bool(x) of a value known at run time is such a value.
  if (v_is_staged(a[1])) {
    bool found;
    if (!call_special_str(vm, a[1], N(vm, bool), NULL, 0, out, &found)) return false;
    if (found) return true;
  }
  if (!truth(vm, a[1], &b)) return false;
  *out = v_bool(b);
  return true;
}

static bool float_to_int(VM *vm, double f, Value *out) {
  if (isnan(f)) return vm_raise(vm, E_ValueError, "cannot convert float NaN to integer");
  if (isinf(f)) return vm_raise(vm, E_OverflowError, "cannot convert float infinity to integer");
  *out = bigint_from_double(vm, trunc(f));
  return true;
}

// What a special method returned must be an int, or one that the executable knows.
static bool checked_int(VM *vm, const char *method, Value *v) {
  if (v_is_staged(*v) || int_value(*v, v)) return true;
  return vm_raise(vm, E_TypeError, "%s returned non-int (type %s)", method, type_name(vm, *v));
}

static bool to_int(VM *vm, Value v, Value *out) {
  bool found;
  Value x = value_unwrap(v);
  if (x.tag == TAG_FLOAT) return float_to_int(vm, x.f, out);
  if (int_value(v, out)) return true;
  if (v_is(v, O_RUN_STR)) return run_text_number(vm, v, RUN_INT, out);
  if (v_is(v, O_STR) || v_is(v, O_BYTES)) return int_parse(vm, v, 10, out);
  if (!call_special_str(vm, v, N(vm, int), NULL, 0, out, &found)) return false;
  if (found) return checked_int(vm, "__int__", out);
  if (!call_special_str(vm, v, N(vm, index), NULL, 0, out, &found)) return false;
  if (found) return checked_int(vm, "__index__", out);
  if (!call_special_str(vm, v, N(vm, trunc), NULL, 0, out, &found)) return false;
  return found || vm_raise(vm, E_TypeError,
                           "int() argument must be a string, a bytes-like object or a real "
                           "number, not '%s'",
                           type_name(vm, v));
}

static bool int_new(VM *vm, Value *a, Value *out) {
  Value v;
  int64_t base;
  if (v_is_empty(a[1])) return with_class(vm, a[0], T_int, v_int(0), out);
  if (v_is_empty(a[2])) {
    if (!to_int(vm, a[1], &v)) return false;
    if (v_is_staged(v)) return *out = v, true;
    return with_class(vm, a[0], T_int, v, out);
  }
  if (!value_index(vm, a[2], &base)) return false;
  if (!run_str_static(vm, a[1], "int() with a base", &a[1])) return false;
  if (!v_is(a[1], O_STR) && !v_is(a[1], O_BYTES))
    return vm_raise(vm, E_TypeError, "int() can't convert non-string with explicit base");
  if (base != 0 && (base < 2 || base > 36))
    return vm_raise(vm, E_ValueError, "int() base must be >= 2 and <= 36, or 0");
  return int_parse(vm, a[1], (int)base, &v) && with_class(vm, a[0], T_int, v, out);
}

static bool float_new(VM *vm, Value *a, Value *out) {
  double f;
  if (v_is(a[1], O_RUN_STR)) return run_text_number(vm, a[1], RUN_FLOAT, out);
  if (v_is_staged(a[1]) || v_is(a[1], O_INSTANCE)) {
    bool found;
    if (!call_special_str(vm, a[1], N(vm, float), NULL, 0, out, &found)) return false;
    if (found && (v_is_staged(a[1]) || v_is_staged(*out))) return true;
  }
  if (v_is(a[1], O_STR) || v_is(a[1], O_BYTES)) {
    if (!float_parse(vm, a[1], &f)) return false;
  } else if (!value_float(vm, a[1], &f)) {
    if (!vm_exc_is(vm, E_TypeError) || a[1].tag == TAG_OBJ) {
      Value found = a[1].tag == TAG_OBJ ? class_lookup(vm, a[1].o->cls, N(vm, float)) : V_EMPTY;
      if (!vm_exc_is(vm, E_TypeError) || !v_is_empty(found)) return false;
    }
    vm_clear_exc(vm);
    return vm_raise(vm, E_TypeError, "float() argument must be a string or a real number, not '%s'",
                    type_name(vm, a[1]));
  }
  return with_class(vm, a[0], T_float, v_float(f), out);
}

static bool str_create(VM *vm, Value *a, Value *out) {
  Value v;
  if (v_is_empty(a[1]))
    v = v_obj(vm->in->empty);
  else if (v_is(a[1], O_BYTES) && !v_is_empty(a[2]))
    v = v_obj(str_new(vm, ((Bytes *)a[1].o)->text, ((Bytes *)a[1].o)->size));
  else if (!value_str(vm, a[1], &v))
    return false;
  *out = v;
  if (AS_CLASS(a[0]) == vm->type[T_str] || !v_is(v, O_STR)) return true;
  const Str *s = AS_STR(v);
  Str *own = heap_new(vm, AS_CLASS(a[0]), O_STR, sizeof(Str) + s->size + 1);
  own->size = s->size;
  own->length = s->length;
  memcpy(own->text, s->text, s->size);
  *out = v_obj(own);
  return true;
}

static bool bytes_create(VM *vm, Value *a, Value *out) {
  Value n;
  if (v_is_empty(a[1])) return *out = v_obj(bytes_new(vm, "", 0)), true;
  if (v_is(a[1], O_STR) && v_is_empty(a[2]))
    return vm_raise(vm, E_TypeError, "string argument without an encoding");
  if (v_is(a[1], O_STR))
    return *out = v_obj(bytes_new(vm, AS_STR(a[1])->text, AS_STR(a[1])->size)), true;
  if (int_value(a[1], &n) && n.tag == TAG_INT) {
    if (n.i < 0) return vm_raise(vm, E_ValueError, "negative count");
    return *out = v_obj(bytes_new(vm, NULL, (size_t)n.i)), true;
  }
  bool found;
  if (!call_special_str(vm, a[1], N(vm, bytes), NULL, 0, out, &found)) return false;
  if (found && !v_is(*out, O_BYTES))
    return vm_raise(vm, E_TypeError, "__bytes__ returned non-bytes (type %s)",
                    type_name(vm, *out));
  if (found) return true;
  List *l;
  if (!value_list(vm, a[1], &l)) return false;
  Bytes *b = bytes_new(vm, NULL, l->n);
  for (uint32_t i = 0; i < l->n; i++) {
    int64_t k;
    if (!value_index(vm, l->v[i], &k)) return false;
    if (k < 0 || k > 255) return vm_raise(vm, E_ValueError, "bytes must be in range(0, 256)");
    b->text[i] = (char)k;
  }
  *out = v_obj(b);
  return true;
}

static bool complex_argument(VM *vm, Value v, const char *want, double *re, double *im) {
  bool found = false;
  *im = 0;
  if (v.tag == TAG_OBJ && !call_special_str(vm, v, N(vm, complex), NULL, 0, &v, &found))
    return false;
  Value x = value_unwrap(v);
  if (complex_parts(x, re, im) || value_float(vm, v, re)) return true;
  if (!vm_exc_is(vm, E_TypeError)) return false;
  vm_clear_exc(vm);
  return vm_raise(vm, E_TypeError, "complex() %s, not '%s'", want, type_name(vm, v));
}

// complex(re, im) of numbers that only the executable knows; im may be empty.
static bool complex_staged(VM *vm, Value re, Value im, Value *out) {
  bool found;
  Value turned;
  if (v_is_staged(re) && !call_special_str(vm, re, N(vm, complex), NULL, 0, &re, &found))
    return false;
  if (v_is_empty(im)) return *out = re, true;
  return value_binary(vm, BINARY_MUL, im, complex_new(vm, 0, 1), &turned) &&
         value_binary(vm, BINARY_ADD, re, turned, out);
}

static bool complex_create(VM *vm, Value *a, Value *out) {
  double re = 0, im = 0, re2 = 0, im2 = 0;
  if (v_is(a[1], O_STR) && !v_is_empty(a[2]))
    return vm_raise(vm, E_TypeError, "complex() can't take second arg if first is a string");
  if (v_is(a[1], O_STR)) return complex_parse(vm, AS_STR(a[1]), out);
  if (v_is(a[2], O_STR)) return vm_raise(vm, E_TypeError, "complex() second arg can't be a string");
  if (v_is_staged(a[1]) || v_is_staged(a[2])) return complex_staged(vm, a[1], a[2], out);
  if (!complex_argument(vm, a[1], "first argument must be a string or a number", &re, &im))
    return false;
  if (!v_is_empty(a[2])) {
    if (!complex_argument(vm, a[2], "second argument must be a number", &re2, &im2)) return false;
    bool both = v_is(value_unwrap(a[1]), O_COMPLEX), second = v_is(value_unwrap(a[2]), O_COMPLEX);
    if (second) re -= im2;
    im = both ? im + re2 : re2;
  }
  return with_class(vm, a[0], T_complex, complex_new(vm, re, im), out);
}

static bool tuple_create(VM *vm, Value *a, Value *out) {
  Tuple *t = vm->in->empty_tuple;
  if (!v_is_empty(a[1]) && !value_tuple(vm, a[1], &t)) return false;
  if (AS_CLASS(a[0]) == vm->type[T_tuple]) {
    *out = t->head.cls == vm->type[T_tuple] ? v_obj(t) : v_obj(tuple_from(vm, t->v, t->n));
    return true;
  }
  Tuple *own = heap_new(vm, AS_CLASS(a[0]), O_TUPLE, sizeof(Tuple) + t->n * sizeof(Value));
  own->n = t->n;
  if (t->n) memcpy(own->v, t->v, t->n * sizeof(Value));
  *out = v_obj(own);
  return true;
}

// list, dict and set are filled by __init__, so that subclasses may call it.
static bool list_create(VM *vm, Value *a, Value *out) {
  *out = v_obj(HEAP_NEW(vm, AS_CLASS(a[0]), O_LIST, List));
  if (AS_CLASS(a[0]) != vm->type[T_list]) return true;
  const Tuple *args = AS_TUPLE(a[1]);
  if (args->n > 1)
    return vm_raise(vm, E_TypeError, "list expected at most 1 argument, got %u", args->n);
  return !args->n || list_extend(vm, AS_LIST(*out), args->v[0]);
}

static bool list_init(VM *vm, Value *a, Value *out) {
  if (AS_LIST(a[0])->n) {
    if (LOG_OLD(vm, a[0].o)) log_list_whole(vm, AS_LIST(a[0]));
    AS_LIST(a[0])->n = 0;
  }
  return v_is_empty(a[1]) || list_extend(vm, AS_LIST(a[0]), a[1]);
}

static bool dict_fill(VM *vm, Dict *d, const Tuple *args, Value kwargs) {
  if (args->n > 1)
    return vm_raise(vm, E_TypeError, "dict expected at most 1 argument, got %u", args->n);
  if (args->n && !dict_update(vm, d, args->v[0])) return false;
  return dict_update(vm, d, kwargs);
}

static bool dict_create(VM *vm, Value *a, Value *out) {
  *out = v_obj(HEAP_NEW(vm, AS_CLASS(a[0]), O_DICT, Dict));
  if (AS_CLASS(a[0]) != vm->type[T_dict]) return true;
  return dict_fill(vm, AS_DICT(*out), AS_TUPLE(a[1]), a[2]);
}

static bool dict_init(VM *vm, Value *a, Value *out) {
  return dict_fill(vm, AS_DICT(a[0]), AS_TUPLE(a[1]), a[2]);
}

static bool set_create(VM *vm, Value *a, Value *out) {
  Class *c = AS_CLASS(a[0]);
  Set *s = set_new(vm, false);
  s->head.cls = c;
  *out = v_obj(s);
  bool frozen = class_is_subclass(c, vm->type[T_frozenset]);
  if (c != vm->type[T_set] && !frozen) return true;
  const Tuple *args = AS_TUPLE(a[1]);
  if (args->n > 1)
    return vm_raise(vm, E_TypeError, "%s expected at most 1 argument, got %u", c->name->text,
                    args->n);
  if (args->n && frozen && c == vm->type[T_frozenset] && v_is(args->v[0], O_SET) &&
      args->v[0].o->cls == c)
    return *out = args->v[0], true;
  return !args->n || set_update(vm, s, args->v[0]);
}

static bool set_init(VM *vm, Value *a, Value *out) {
  if (class_is_subclass(a[0].o->cls, vm->type[T_frozenset])) return true;
  if (AS_SET(a[0])->used) set_clear(vm, AS_SET(a[0]));
  return v_is_empty(a[1]) || set_update(vm, AS_SET(a[0]), a[1]);
}

static bool range_arg(VM *vm, Value v, int64_t *out) { return value_index(vm, v, out); }

static bool is_staged_int(Value v) { return v_is(v, O_RUN_SCALAR) || v_is(v, O_ARRAY); }

// An array as a bound: a run-time int where it may be one, else what its __index__ says.
static bool range_bound(VM *vm, Value v, Value *out) {
  *out = v;
  if (!v_is(v, O_ARRAY)) return true;
  const Array *x = AS_ARRAY(v);
  bool run = !x->rank && dtype_is_int(x->dtype) && trace_is_concrete(x->owner);
  return call_method(vm, v, run ? "__int__" : "__index__", NULL, 0, out);
}

// Bounds that only the executable knows; the step is static.
static bool run_range_create(VM *vm, Value *a, Value *out) {
  bool two = !v_is_empty(a[2]);
  Value start = two ? a[1] : v_int(0), stop = two ? a[2] : a[1],
        step = v_is_empty(a[3]) ? v_int(1) : a[3];
  if (!range_bound(vm, start, &start) || !range_bound(vm, stop, &stop)) return false;
  int64_t by;
  if (!range_arg(vm, step, &by)) return false;
  if (!by) return vm_raise(vm, E_ValueError, "range() arg 3 must not be zero");
  *out = run_range_new(vm, start, stop, v_int(by));
  return true;
}

static bool range_create(VM *vm, Value *a, Value *out) {
  if (is_staged_int(a[1]) || is_staged_int(a[2])) return run_range_create(vm, a, out);
  int64_t start = 0, stop, step = 1;
  if (v_is_empty(a[2])) {
    if (!range_arg(vm, a[1], &stop)) return false;
  } else {
    if (!range_arg(vm, a[1], &start) || !range_arg(vm, a[2], &stop)) return false;
    if (!v_is_empty(a[3]) && !range_arg(vm, a[3], &step)) return false;
  }
  if (!step) return vm_raise(vm, E_ValueError, "range() arg 3 must not be zero");
  *out = v_obj(range_new(vm, start, stop, step));
  return true;
}

static bool slice_create(VM *vm, Value *a, Value *out) {
  if (v_is_empty(a[2]))
    *out = v_obj(slice_new(vm, V_NONE, a[1], V_NONE));
  else
    *out = v_obj(slice_new(vm, a[1], a[2], a[3]));
  return true;
}

static bool module_create(VM *vm, Value *a, Value *out) {
  *out = v_obj(module_new(vm, text_of(vm, a[1])));
  return true;
}

static bool none_new(VM *vm, Value *a, Value *out) { return *out = V_NONE, true; }

#define NEW(signature, f) \
  { \
    {"__new__", signature, f, NATIVE_STATIC}, { 0 } \
  }
static const NativeDef bool_defs[] = NEW("cls, x=False, /", bool_new);
static const NativeDef int_defs[] = NEW("cls, x=?, /, base=?", int_new);
static const NativeDef float_defs[] = NEW("cls, x=0.0, /", float_new);
static const NativeDef complex_defs[] = NEW("cls, real=0, imag=?", complex_create);
static const NativeDef str_defs[] = NEW("cls, object=?, encoding=?, errors=?", str_create);
static const NativeDef bytes_defs[] = NEW("cls, source=?, encoding=?, errors=?", bytes_create);
static const NativeDef tuple_defs[] = NEW("cls, iterable=?, /", tuple_create);
static const NativeDef range_defs[] = NEW("cls, start, stop=?, step=?, /", range_create);
static const NativeDef slice_defs[] = NEW("cls, start, stop=?, step=None, /", slice_create);
static const NativeDef module_defs[] = NEW("cls, name, doc=None", module_create);
static const NativeDef none_defs[] = NEW("cls", none_new);
static const NativeDef list_defs[] = {
    {"__new__", "cls, /, *args, **kwargs", list_create, NATIVE_STATIC},
    {"__init__", "self, iterable=?, /", list_init},
    {0}};
static const NativeDef dict_defs[] = {
    {"__new__", "cls, /, *args, **kwargs", dict_create, NATIVE_STATIC},
    {"__init__", "self, /, *args, **kwargs", dict_init},
    {0}};
static const NativeDef set_defs[] = {
    {"__new__", "cls, /, *args, **kwargs", set_create, NATIVE_STATIC},
    {"__init__", "self, iterable=?, /", set_init},
    {0}};

void init_constructors(VM *vm) {
  static const struct {
    TypeIndex type;
    const NativeDef *defs;
  } table[] = {{T_bool, bool_defs},       {T_int, int_defs},       {T_float, float_defs},
               {T_complex, complex_defs}, {T_str, str_defs},       {T_bytes, bytes_defs},
               {T_tuple, tuple_defs},     {T_list, list_defs},     {T_dict, dict_defs},
               {T_set, set_defs},         {T_frozenset, set_defs}, {T_range, range_defs},
               {T_slice, slice_defs},     {T_module, module_defs}, {T_NoneType, none_defs}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    native_add_methods(vm, vm->type[table[i].type], table[i].defs, NULL);
}

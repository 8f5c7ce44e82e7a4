// dtype_object.c -- dtypes as a program sees them: np.dtype objects, jnp.float32 and its like, the
// abstract kinds (jnp.floating), finfo and iinfo.
//
// A dtype is a Host whose data is a DtypeInfo; a scalar type likewise.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

// Abstract kinds, as issubdtype knows them; those below K_FIRST_ABSTRACT are dtypes.
enum {
  K_GENERIC = DTYPE_COUNT,
  K_NUMBER,
  K_INTEGER,
  K_SIGNED,
  K_UNSIGNED,
  K_INEXACT,
  K_FLOATING,
  K_COMPLEX,
  K_EXTENDED,
  K_PRNG_KEY,
  K_FLEXIBLE, // strings: kinds that no array has
  K_CHARACTER,
  K_OBJECT,
  K_COUNT
};
static const char *const kind_name[K_COUNT] = {
    [K_GENERIC] = "generic",          [K_NUMBER] = "number",
    [K_INTEGER] = "integer",          [K_SIGNED] = "signedinteger",
    [K_UNSIGNED] = "unsignedinteger", [K_INEXACT] = "inexact",
    [K_FLOATING] = "floating",        [K_COMPLEX] = "complexfloating",
    [K_EXTENDED] = "extended",        [K_PRNG_KEY] = "prng_key",
    [K_FLEXIBLE] = "flexible",        [K_CHARACTER] = "character",
    [K_OBJECT] = "object_",
};

typedef struct DtypeInfo {
  int kind;   // a Dtype, or an abstract kind
  bool numpy; // np.float32, not jnp.float32
} DtypeInfo;

static const DtypeInfo *info_of(Value v) { return ((Host *)v.o)->data; }
static bool is_dtype(VM *vm, Value v) {
  return v_is(v, O_HOST) && v.o->cls == staging(vm)->dtype_class;
}
static bool is_scalar_type(VM *vm, Value v) {
  return v_is(v, O_HOST) && v.o->cls == staging(vm)->scalar_type_class;
}

static Value make(VM *vm, Class *cls, int kind, bool numpy) {
  Host *h = HEAP_NEW(vm, cls, O_HOST, Host);
  DtypeInfo *info = ARENA_NEW(vm->arena, DtypeInfo);
  *info = (DtypeInfo){kind, numpy};
  h->data = info;
  list_append(vm, staging(vm)->keep, v_obj(h));
  return v_obj(h);
}

Value dtype_value(VM *vm, Dtype d) { return staging(vm)->dtype[d]; }

//===-- reading ------------------------------------------------------------------------------===//

static const struct {
  const char *name;
  Dtype d;
} aliases[] = {
    {"?", DTYPE_BOOL},     {"b1", DTYPE_BOOL},      {"i1", DTYPE_I8},      {"i2", DTYPE_I16},
    {"i4", DTYPE_I32},     {"i8", DTYPE_I64},       {"u1", DTYPE_U8},      {"u2", DTYPE_U16},
    {"u4", DTYPE_U32},     {"u8", DTYPE_U64},       {"f2", DTYPE_F16},     {"f4", DTYPE_F32},
    {"f8", DTYPE_F64},     {"c8", DTYPE_C64},       {"c16", DTYPE_C128},   {"int", DTYPE_I64},
    {"float", DTYPE_F64},  {"f", DTYPE_F32},        {"d", DTYPE_F64},      {"i", DTYPE_I32},
    {"l", DTYPE_I64},      {"complex", DTYPE_C128}, {"bool_", DTYPE_BOOL}, {"half", DTYPE_F16},
    {"single", DTYPE_F32}, {"double", DTYPE_F64},   {"B", DTYPE_U8},       {"uint", DTYPE_U64},
};

static bool parse_name(const char *s, Dtype *out) {
  if (*s == '<' || *s == '=' || *s == '|') s++;
  for (Dtype d = 0; d < DTYPE_COUNT; d++)
    if (d != DTYPE_KEY && !strcmp(s, dtype_name(d))) return *out = d, true;
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (!strcmp(s, aliases[i].name)) return *out = aliases[i].d, true;
  return false;
}

static bool parse_class(VM *vm, const Class *c, Dtype *out) {
  if (c == vm->type[T_float])
    *out = DTYPE_F64;
  else if (c == vm->type[T_int])
    *out = DTYPE_I64;
  else if (c == vm->type[T_bool])
    *out = DTYPE_BOOL;
  else if (c == vm->type[T_complex])
    *out = DTYPE_C128;
  else
    return false;
  return true;
}

bool dtype_parse(VM *vm, Value v, Dtype *out, bool *python) {
  *python = false;
  if (is_dtype(vm, v) || (is_scalar_type(vm, v) && info_of(v)->kind < DTYPE_COUNT)) {
    *out = (Dtype)info_of(v)->kind;
    return true;
  }
  if (v_is(v, O_CLASS) && parse_class(vm, AS_CLASS(v), out)) return *python = true;
  if (v_is(v, O_STR)) {
    const char *s = AS_STR(v)->text;
    if (parse_name(s, out)) {
      *python = !strcmp(s, "int") || !strcmp(s, "float") || !strcmp(s, "complex");
      return true;
    }
    if (!strcmp(s, "float6_e2m3fn") || !strcmp(s, "float6_e3m2fn") ||
        ((!strncmp(s, "int", 3) || !strncmp(s, "uint", 4)) &&
         strspn(strchr(s, 't') + 1, "124") == 1))
      return vm_raise(
          vm, E_NotImplementedError,
          "arrays of %s are not supported by cjax: integers have 8 bits or more, floats "
          "8, or 4 (float4_e2m1fn)",
          s);
    return vm_raise(vm, E_TypeError, "data type '%s' not understood", s);
  }
  if (is_scalar_type(vm, v))
    return vm_raise(vm, E_TypeError, "Converting '%s' to a dtype is not allowed",
                    kind_name[info_of(v)->kind]);
  Value attr;
  if (!find_attr(vm, v, str_name(vm, "dtype"), &attr)) return false;
  if (!v_is_empty(attr) && is_dtype(vm, attr)) return dtype_parse(vm, attr, out, python);
  if (v_is(attr, O_STR))
    return vm_raise(vm, E_ValueError,
                    "Could not convert %s to a NumPy dtype (via `.dtype` value '%s').",
                    text_of(vm, v), AS_STR(attr)->text);
  return vm_raise(vm, E_TypeError, "Cannot interpret '%s' as a data type", text_of(vm, v));
}

// What NumPy has a dtype for and JAX not: texts, bytes, objects, records.
static bool is_numpy_only(VM *vm, Value v) {
  if (v_is(v, O_LIST) || v_is(v, O_DICT)) return true;
  if (v_is(v, O_STR)) {
    const char *s = AS_STR(v)->text;
    return *s && strchr("SUOV", *s) && strspn(s + 1, "0123456789") == strlen(s + 1);
  }
  const Class *c = v_is(v, O_CLASS) ? AS_CLASS(v) : NULL;
  return c && (c == vm->type[T_str] || c == vm->type[T_bytes] || c == vm->type[T_object]);
}

bool dtype_argument(VM *vm, Value v, const char *function, Dtype *out) {
  bool python;
  Dtype d;
  if (is_array(v))
    return vm_raise(vm, E_ValueError,
                    "Passing an array as a dtype argument is no longer supported; "
                    "instead of dtype=arr use dtype=arr.dtype.");
  if (function && is_numpy_only(vm, v))
    return vm_raise(vm, E_TypeError,
                    "JAX only supports number, bool, and string dtypes, got dtype %s in %s",
                    text_of(vm, v), function);
  if (!dtype_parse(vm, v, &d, &python)) return false;
  *out = dtype_canonical(vm, d);
  if (*out == d || python) return true;
  return vm_warn(vm, "UserWarning",
                 "Explicitly requested dtype %s%s%s is not available, and will be "
                 "truncated to dtype %s. To enable more dtypes, set the jax_enable_x64 "
                 "configuration option or the JAX_ENABLE_X64 shell environment variable. See "
                 "https://github.com/jax-ml/jax#current-gotchas for more.",
                 dtype_name(d), function ? " requested in " : "", function ? function : "",
                 dtype_name(*out));
}

//===-- subtypes -----------------------------------------------------------------------------===//

static int parent_kind(int k) {
  if (k == DTYPE_KEY) return K_PRNG_KEY;
  if (k < DTYPE_COUNT) {
    Dtype d = (Dtype)k;
    if (d == DTYPE_BOOL) return K_GENERIC;
    if (dtype_is_float(d)) return K_FLOATING;
    if (dtype_is_complex(d)) return K_COMPLEX;
    return dtype_is_signed(d) ? K_SIGNED : K_UNSIGNED;
  }
  switch (k) {
  case K_SIGNED:
  case K_UNSIGNED:
    return K_INTEGER;
  case K_FLOATING:
  case K_COMPLEX:
    return K_INEXACT;
  case K_INTEGER:
  case K_INEXACT:
    return K_NUMBER;
  case K_PRNG_KEY:
    return K_EXTENDED;
  case K_CHARACTER:
    return K_FLEXIBLE;
  default:
    return k == K_GENERIC ? -1 : K_GENERIC;
  }
}

static bool kind_of(VM *vm, Value v, int *out) {
  if (is_scalar_type(vm, v) || is_dtype(vm, v)) {
    *out = info_of(v)->kind;
    return true;
  }
  Dtype d;
  bool python;
  if (!dtype_parse(vm, v, &d, &python)) return false;
  // A Python type stands for its kind: issubdtype(float32, float) asks for float64 in NumPy and
  // JAX.
  *out = (int)d;
  return true;
}

static bool np_issubdtype(VM *vm, Value *bound, Value *out) {
  int a, b;
  if (!kind_of(vm, bound[0], &a) || !kind_of(vm, bound[1], &b)) return false;
  while (a >= 0 && a != b)
    a = parent_kind(a);
  *out = v_bool(a == b);
  return true;
}

static bool np_isdtype(VM *vm, Value *bound, Value *out) {
  static const struct {
    const char *name;
    int kind;
  } kinds[] = {
      {"bool", DTYPE_BOOL},    {"signed integer", K_SIGNED},  {"unsigned integer", K_UNSIGNED},
      {"integral", K_INTEGER}, {"real floating", K_FLOATING}, {"complex floating", K_COMPLEX},
      {"numeric", K_NUMBER}};
  int a, b = -1;
  if (!kind_of(vm, bound[0], &a)) return false;
  if (v_is(bound[1], O_TUPLE)) {
    *out = v_bool(false);
    for (uint32_t i = 0; i < AS_TUPLE(bound[1])->n && !out->b; i++) {
      Value pair[2] = {bound[0], AS_TUPLE(bound[1])->v[i]};
      if (!np_isdtype(vm, pair, out)) return false;
    }
    return true;
  }
  for (size_t i = 0; v_is(bound[1], O_STR) && i < sizeof kinds / sizeof *kinds; i++)
    if (str_is(AS_STR(bound[1]), kinds[i].name)) b = kinds[i].kind;
  if (b < 0 && !kind_of(vm, bound[1], &b)) {
    if (!v_is(bound[1], O_STR) || !vm_exc_is(vm, E_TypeError)) return false;
    vm_clear_exc(vm);
    return vm_raise(vm, E_ValueError,
                    "Unrecognized kind='%s' expected one of ['bool', 'signed integer', 'unsigned "
                    "integer', 'integral', 'real floating', 'complex floating', 'numeric'], or a "
                    "compatible input for jnp.dtype()",
                    AS_STR(bound[1])->text);
  }
  while (a >= 0 && a != b)
    a = parent_kind(a);
  *out = v_bool(a == b);
  return true;
}

//===-- dtype objects -----------------------------------------------------===//

static bool same_dtype(VM *vm, Value a, Value b, bool *same) {
  *same = false;
  if (v_is_none(b)) return true;
  Dtype d;
  bool python;
  if (!dtype_parse(vm, b, &d, &python)) {
    if (!vm_exc_is(vm, E_TypeError)) return false;
    vm_clear_exc(vm);
    return true;
  }
  *same = (int)d == info_of(a)->kind;
  return true;
}

static bool dtype_eq(VM *vm, Value *bound, Value *out) {
  bool same;
  if (!same_dtype(vm, bound[0], bound[1], &same)) return false;
  *out = v_bool(same);
  return true;
}
static bool dtype_ne(VM *vm, Value *bound, Value *out) {
  bool same;
  if (!same_dtype(vm, bound[0], bound[1], &same)) return false;
  *out = v_bool(!same);
  return true;
}
static bool dtype_hash(VM *vm, Value *bound, Value *out) {
  *out = v_int(0x7d1f * (info_of(bound[0])->kind + 3));
  return true;
}
static bool dtype_str(VM *vm, Value *bound, Value *out) {
  *out = v_str(vm, dtype_name((Dtype)info_of(bound[0])->kind));
  return true;
}
static bool dtype_repr(VM *vm, Value *bound, Value *out) {
  Dtype d = (Dtype)info_of(bound[0])->kind;
  if (d == DTYPE_KEY)
    *out = v_str(vm, dtype_name(d));
  else
    *out = v_strf(vm, d == DTYPE_BF16 || dtype_is_small(d) ? "dtype(%s)" : "dtype('%s')",
                  dtype_name(d));
  return true;
}
static bool dtype_get_name(VM *vm, Value self, Value *out) {
  *out = v_str(vm, dtype_name((Dtype)info_of(self)->kind));
  return true;
}
static bool dtype_get_itemsize(VM *vm, Value self, Value *out) {
  *out = v_int(dtype_size((Dtype)info_of(self)->kind));
  return true;
}
static bool dtype_get_kind(VM *vm, Value self, Value *out) {
  *out = v_strf(vm, "%c", dtype_kind((Dtype)info_of(self)->kind));
  return true;
}
static bool dtype_get_char(VM *vm, Value self, Value *out) {
  *out = v_strf(vm, "%c", "?bhilBHILeEfdFDV37L4G5CW0"[info_of(self)->kind]);
  return true;
}
static bool dtype_get_str(VM *vm, Value self, Value *out) {
  Dtype d = (Dtype)info_of(self)->kind;
  *out = v_strf(vm, "%c%c%d", dtype_size(d) == 1 && !dtype_is_small(d) ? '|' : '<', dtype_kind(d),
                dtype_size(d));
  return true;
}
static bool dtype_get_type(VM *vm, Value self, Value *out) {
  *out = staging(vm)->np_scalar_type[info_of(self)->kind];
  return true;
}
static bool dtype_get_shape(VM *vm, Value self, Value *out) {
  *out = v_obj(tuple_new(vm, 0));
  return true;
}
static bool dtype_get_ndim(VM *vm, Value self, Value *out) {
  *out = v_int(0);
  return true;
}
static bool dtype_get_dtype(VM *vm, Value self, Value *out) {
  *out = info_of(self)->kind < DTYPE_COUNT ? dtype_value(vm, (Dtype)info_of(self)->kind) : V_NONE;
  return true;
}

static bool dtype_make(VM *vm, Value *bound, Value *out) {
  Dtype d;
  bool python;
  if (!dtype_parse(vm, bound[1], &d, &python)) return false;
  *out = dtype_value(vm, d);
  return true;
}

static bool dtype_class_getitem(VM *vm, Value *a, Value *out) {
  return hint_alias(vm, a[0], a[1], out);
}

static const NativeDef dtype_methods[] = {
    {"__class_getitem__", "cls, item, /", dtype_class_getitem, NATIVE_CLASSMETHOD},
    {"__new__", "cls, dtype, align=False, copy=False", dtype_make, NATIVE_STATIC},
    {"__eq__", "self, other, /", dtype_eq},
    {"__ne__", "self, other, /", dtype_ne},
    {"__hash__", "self, /", dtype_hash},
    {"__str__", "self, /", dtype_str},
    {"__repr__", "self, /", dtype_repr},
    {0}};
static const NativeProp dtype_props[] = {
    {"name", dtype_get_name},   {"itemsize", dtype_get_itemsize}, {"kind", dtype_get_kind},
    {"char", dtype_get_char},   {"str", dtype_get_str},           {"type", dtype_get_type},
    {"shape", dtype_get_shape}, {"ndim", dtype_get_ndim},         {0}};
static const NativeClass dtype_class = {"dtype", "numpy", O_HOST, NULL, dtype_methods, dtype_props};

//===-- scalar types ------------------------------------------------------===//

static const char *type_text_of(Value v) {
  const DtypeInfo *t = info_of(v);
  if (t->kind >= DTYPE_COUNT) return kind_name[t->kind];
  return t->numpy && t->kind == DTYPE_BOOL ? "bool" : dtype_name((Dtype)t->kind);
}

static bool scalar_repr_type(VM *vm, Value *bound, Value *out) {
  const DtypeInfo *t = info_of(bound[0]);
  *out = v_strf(vm, "<class '%s.%s'>", t->numpy || t->kind >= DTYPE_COUNT ? "numpy" : "jax.numpy",
                type_text_of(bound[0]));
  return true;
}
static bool scalar_get_name(VM *vm, Value self, Value *out) {
  *out = v_str(vm, type_text_of(self));
  return true;
}

static bool scalar_eq(VM *vm, Value *bound, Value *out) {
  if (v_is(bound[1], O_CLASS)) return *out = v_bool(false), true;
  if (info_of(bound[0])->kind < DTYPE_COUNT) return dtype_eq(vm, bound, out);
  *out = v_bool(v_same(bound[0], bound[1]));
  return true;
}
static bool scalar_ne(VM *vm, Value *bound, Value *out) {
  if (!scalar_eq(vm, bound, out)) return false;
  *out = v_bool(!out->b);
  return true;
}

// jnp.float32(3): a strong array.  np.float32(3): a NumPy scalar, here a 0-d NumPy array.
static bool scalar_call(VM *vm, Value *bound, Value *out) {
  const DtypeInfo *t = info_of(bound[0]);
  if (t->kind >= DTYPE_COUNT)
    return vm_raise(vm, E_TypeError, "cannot create '%s' instances", kind_name[t->kind]);
  Value x = v_is_empty(bound[1]) ? v_float(0) : bound[1];
  Dtype d = (Dtype)t->kind;
  if (!t->numpy && dtype_canonical(vm, d) != d && !dtype_argument(vm, bound[0], "array", &d))
    return false;
  Array *a;
  if (v_is(x, O_STR)) { // np.float64("nan"), jnp.int32("3")
    Class *number = vm->type[d == DTYPE_BOOL         ? T_bool
                             : dtype_is_integral(d)  ? T_int
                             : dtype_is_complex(d)   ? T_complex
                                                     : T_float];
    if (!vm_call(vm, v_obj(number), &x, 1, NULL, &x)) return false;
  }
  bool made = t->numpy && is_array(x) ? array_convert(vm, AS_ARRAY(x), d, false, &a)
                                      : array_from_nested(vm, x, d, &a);
  if (!made) return false;
  if (t->numpy) {
    MlirValue v;
    if (!trace_use(vm, v_obj(a), &v)) return false;
    *out = array_new_like(vm, v, &(Array){.dtype = d, .numpy = true});
    return true;
  }
  *out = v_obj(a);
  return true;
}

// isinstance(x, np.floating): NumPy scalars, no arrays of rank 0.
static bool scalar_instancecheck(VM *vm, Value *bound, Value *out) {
  *out = v_bool(false);
  const Array *x = is_array(bound[1]) ? AS_ARRAY(bound[1]) : NULL;
  if (!x || !x->numpy || x->rank || x->cell) return true;
  int a = (int)x->dtype;
  while (a >= 0 && a != info_of(bound[0])->kind)
    a = parent_kind(a);
  *out = v_bool(a >= 0);
  return true;
}

static const NativeDef scalar_methods[] = {
    {"__call__", "self, x=?, /", scalar_call},
    {"__eq__", "self, other, /", scalar_eq},
    {"__ne__", "self, other, /", scalar_ne},
    {"__hash__", "self, /", dtype_hash},
    {"__repr__", "self, /", scalar_repr_type},
    {"__instancecheck__", "self, instance, /", scalar_instancecheck},
    {0}};
static const NativeProp scalar_props[] = {
    {"dtype", dtype_get_dtype}, {"__name__", scalar_get_name}, {0}};
static const NativeClass scalar_class = {"_ScalarMeta", "jax.numpy",    O_HOST,
                                         NULL,          scalar_methods, scalar_props};

bool array_scalar_type(VM *vm, Value v, Value *type, Class **base) {
  if (!is_array(v)) return false;
  const Array *x = AS_ARRAY(v);
  if (!x->numpy || x->rank || x->cell) return false;
  *type = staging(vm)->np_scalar_type[x->dtype];
  *base = x->dtype == DTYPE_F64    ? vm->type[T_float]
          : x->dtype == DTYPE_C128 ? vm->type[T_complex]
                                   : NULL;
  return true;
}

//===-- set-up ------------------------------------------------------------===//

bool dtype_init(VM *vm) {
  Staging *s = staging(vm);
  s->dtype_class = native_class_create(vm, &dtype_class, NULL);
  s->scalar_type_class = native_class_create(vm, &scalar_class, NULL);
  for (int d = 0; d < DTYPE_COUNT; d++) {
    s->dtype[d] = make(vm, s->dtype_class, d, false);
    s->scalar_type[d] = make(vm, s->scalar_type_class, d, false);
    s->np_scalar_type[d] = make(vm, s->scalar_type_class, d, true);
  }
  return true;
}

static const NativeDef dtype_functions[] = {
    {"issubdtype", "arg1, arg2", np_issubdtype}, {"isdtype", "dtype, kind", np_isdtype}, {0}};

// The names of dtypes in a module: jax's scalar types, or NumPy's.
void dtype_add_names(VM *vm, Module *m, bool numpy) {
  Staging *s = staging(vm);
  native_add_functions(vm, m->dict, dtype_functions, NULL);
  module_set(vm, m, "dtype", v_obj(s->dtype_class));
  for (int d = 0; d < DTYPE_COUNT; d++) {
    if (d == DTYPE_KEY || (numpy && dtype_is_small((Dtype)d))) continue;
    Value v = numpy ? s->np_scalar_type[d] : s->scalar_type[d];
    module_set(vm, m, d == DTYPE_BOOL ? "bool_" : dtype_name((Dtype)d), v);
  }
  for (int k = K_GENERIC; k < K_COUNT; k++)
    module_set(vm, m, kind_name[k], make(vm, s->scalar_type_class, k, true));
}

// type_operators.c -- the operators of builtin types as methods: __add__, __len__, __getitem__, ...
//
// One function serves every type: it does what the builtin kind of self does, whatever subclasses
// define, so that super().__getitem__(key) and the like end here.
#include "driver/stage/methods.h"

static bool binary_method(VM *vm, BinaryOp op, Value x, Value y, Value *out) {
  if (!number_binary(vm, op, x, y, out)) return false;
  if (!v_same(*out, vm->not_implemented)) return true;
  return builtin_binary(vm, op, x, y, out);
}

#define BINARY(name, op) \
  static bool m_##name(VM *vm, Value *a, Value *out) { \
    return binary_method(vm, op, a[0], a[1], out); \
  } \
  static bool m_r##name(VM *vm, Value *a, Value *out) { \
    return binary_method(vm, op, a[1], a[0], out); \
  }
BINARY(add, BINARY_ADD)
BINARY(sub, BINARY_SUB)
BINARY(mul, BINARY_MUL)
BINARY(truediv, BINARY_DIV)
BINARY(floordiv, BINARY_FLOORDIV)
BINARY(mod, BINARY_MOD)
BINARY(and, BINARY_AND)
BINARY(or, BINARY_OR)
BINARY(xor, BINARY_XOR)
BINARY(lshift, BINARY_LSHIFT)
BINARY(rshift, BINARY_RSHIFT)

static bool m_pow(VM *vm, Value *a, Value *out) {
  return binary_method(vm, BINARY_POW, a[0], a[1], out);
}
static bool m_rpow(VM *vm, Value *a, Value *out) {
  return binary_method(vm, BINARY_POW, a[1], a[0], out);
}

static bool inplace_method(VM *vm, BinaryOp op, Value *a, Value *out) {
  bool done;
  if (!builtin_inplace(vm, op, a[0], a[1], out, &done)) return false;
  if (!done) *out = vm->not_implemented;
  return true;
}

static bool m_iadd(VM *vm, Value *a, Value *out) { return inplace_method(vm, BINARY_ADD, a, out); }
static bool m_ior(VM *vm, Value *a, Value *out) { return inplace_method(vm, BINARY_OR, a, out); }
static bool m_iand(VM *vm, Value *a, Value *out) { return inplace_method(vm, BINARY_AND, a, out); }
static bool m_isub(VM *vm, Value *a, Value *out) { return inplace_method(vm, BINARY_SUB, a, out); }
static bool m_ixor(VM *vm, Value *a, Value *out) { return inplace_method(vm, BINARY_XOR, a, out); }

#define COMPARE(name, op) \
  static bool m_##name(VM *vm, Value *a, Value *out) { \
    return builtin_compare(vm, op, a[0], a[1], out); \
  }
COMPARE(lt, COMPARE_LT)
COMPARE(le, COMPARE_LE)
COMPARE(eq, COMPARE_EQ)
COMPARE(ne, COMPARE_NE)
COMPARE(gt, COMPARE_GT)
COMPARE(ge, COMPARE_GE)

static bool m_hash(VM *vm, Value *a, Value *out) {
  uint64_t h;
  if (!builtin_hash(vm, value_unwrap(a[0]), &h)) return false;
  *out = v_int((int64_t)h);
  return true;
}

static bool m_len(VM *vm, Value *a, Value *out) {
  int64_t n = 0;
  builtin_len(a[0], &n);
  *out = v_int(n);
  return true;
}

static bool m_getitem(VM *vm, Value *a, Value *out) {
  bool found;
  return builtin_get_item(vm, a[0], a[1], out, &found);
}

static bool m_setitem(VM *vm, Value *a, Value *out) {
  bool found;
  return builtin_set_item(vm, a[0], a[1], a[2], &found);
}

static bool m_delitem(VM *vm, Value *a, Value *out) {
  bool found;
  return builtin_set_item(vm, a[0], a[1], V_EMPTY, &found);
}

static bool m_contains(VM *vm, Value *a, Value *out) {
  bool has;
  if (!builtin_contains(vm, a[0], a[1], &has)) return false;
  *out = v_bool(has);
  return true;
}

static bool m_iter(VM *vm, Value *a, Value *out) {
  *out = v_obj(builtin_iter(vm, a[0]));
  return true;
}

#define ROW(name) {"__" #name "__", "self, other, /", m_##name}
#define BOTH(name) ROW(name), ROW(r##name)
#define EQUALITY ROW(eq), ROW(ne)
#define ORDER ROW(lt), ROW(le), ROW(gt), ROW(ge)
#define HASH {"__hash__", "self, /", m_hash}
#define SIZED {"__len__", "self, /", m_len}, {"__iter__", "self, /", m_iter}
#define HAS {"__contains__", "self, key, /", m_contains}
#define ITEMS {"__getitem__", "self, key, /", m_getitem}
#define WRITABLE \
  {"__setitem__", "self, key, value, /", m_setitem}, {"__delitem__", "self, key, /", m_delitem}

static const NativeDef int_operators[] = {
    BOTH(add), BOTH(sub), BOTH(mul), BOTH(truediv), BOTH(floordiv), BOTH(mod), BOTH(and), BOTH(or),
    BOTH(xor), BOTH(lshift), BOTH(rshift), {"__pow__", "self, value, mod=None, /", m_pow},
    ROW(rpow), EQUALITY, ORDER, HASH, {0}};
static const NativeDef float_operators[] = {
    BOTH(add), BOTH(sub), BOTH(mul), BOTH(truediv), BOTH(floordiv), BOTH(mod),
    {"__pow__", "self, value, mod=None, /", m_pow}, ROW(rpow), EQUALITY, ORDER, HASH, {0}};
static const NativeDef complex_operators[] = {
    BOTH(add), BOTH(sub), BOTH(mul), BOTH(truediv), {"__pow__", "self, value, mod=None, /", m_pow},
    ROW(rpow), EQUALITY, HASH, {0}};
static const NativeDef str_operators[] = {ROW(add), BOTH(mul), ROW(mod), EQUALITY, ORDER,
                                          HASH,     SIZED,     HAS,      ITEMS,    {0}};
static const NativeDef tuple_operators[] = {ROW(add), BOTH(mul), EQUALITY, ORDER, HASH,
                                            SIZED,    HAS,       ITEMS,    {0}};
static const NativeDef list_operators[] = {ROW(add), BOTH(mul), ROW(iadd), EQUALITY, ORDER,
                                           SIZED,    HAS,       ITEMS,     WRITABLE, {0}};
static const NativeDef dict_operators[] = {BOTH(or), ROW(ior), EQUALITY, SIZED, HAS,
                                           ITEMS,    WRITABLE, {0}};
static const NativeDef set_operators[] = {BOTH(and), BOTH(or), BOTH(xor), BOTH(sub), EQUALITY,
                                          ORDER,     SIZED,    HAS,       {0}};
static const NativeDef set_inplace[] = {ROW(iand), ROW(ior), ROW(ixor), ROW(isub), {0}};
static const NativeDef hash_operator[] = {HASH, {0}};
static const NativeDef range_operators[] = {EQUALITY, HASH, SIZED, HAS, ITEMS, {0}};
static const NativeDef slice_operators[] = {EQUALITY, {0}};
static const NativeDef values_operators[] = {SIZED, HAS, {0}};

void init_type_operators(VM *vm) {
  static const struct {
    TypeIndex type;
    const NativeDef *rows;
  } table[] = {
      {T_int, int_operators},         {T_float, float_operators},   {T_complex, complex_operators},
      {T_str, str_operators},         {T_bytes, str_operators},     {T_tuple, tuple_operators},
      {T_list, list_operators},       {T_dict, dict_operators},     {T_set, set_operators},
      {T_set, set_inplace},           {T_frozenset, set_operators}, {T_frozenset, hash_operator},
      {T_range, range_operators},     {T_slice, slice_operators},   {T_dict_keys, set_operators},
      {T_dict_items, set_operators},  {T_dict_values, values_operators}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    native_add_methods(vm, vm->type[table[i].type], table[i].rows, NULL);
  static const TypeIndex unhashable[] = {T_list, T_dict, T_set};
  for (size_t i = 0; i < sizeof unhashable / sizeof *unhashable; i++)
    dict_set_str(vm, vm->type[unhashable[i]]->dict, N(vm, hash), V_NONE);
}

void init_types(VM *vm) {
  init_type_operators(vm);
  init_type_str(vm);
  init_type_bytes(vm);
  init_type_list(vm);
  init_type_dict(vm);
  init_type_set(vm);
  init_type_number(vm);
  init_type_range(vm);
}

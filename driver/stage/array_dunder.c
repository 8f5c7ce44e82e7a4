// array_dunder.c -- the operators of arrays as methods (x.__add__(y)), and what jax's arrays have
// besides: functions of jax._src.array_methods.
#include "driver/stage/staging.h"

#define BINARY(name, op) \
  static bool d_##name(VM *vm, Value *b, Value *out) { \
    return array_binary(vm, op, b[0], b[1], out); \
  } \
  static bool d_r##name(VM *vm, Value *b, Value *out) { \
    return array_binary(vm, op, b[1], b[0], out); \
  }
BINARY(add, BINARY_ADD)
BINARY(sub, BINARY_SUB)
BINARY(mul, BINARY_MUL)
BINARY(truediv, BINARY_DIV)
BINARY(floordiv, BINARY_FLOORDIV)
BINARY(mod, BINARY_MOD)
BINARY(pow, BINARY_POW)
BINARY(matmul, BINARY_MATMUL)
BINARY(and, BINARY_AND)
BINARY(or, BINARY_OR)
BINARY(xor, BINARY_XOR)
BINARY(lshift, BINARY_LSHIFT)
BINARY(rshift, BINARY_RSHIFT)

#define COMPARE(name, op) \
  static bool d_##name(VM *vm, Value *b, Value *out) { \
    return array_compare(vm, op, b[0], b[1], out); \
  }
COMPARE(lt, COMPARE_LT)
COMPARE(le, COMPARE_LE)
COMPARE(eq, COMPARE_EQ)
COMPARE(ne, COMPARE_NE)
COMPARE(gt, COMPARE_GT)
COMPARE(ge, COMPARE_GE)

#define UNARY(name, op) \
  static bool d_##name(VM *vm, Value *b, Value *out) { return array_unary(vm, op, b[0], out); }
UNARY(neg, UNARY_NEG)
UNARY(pos, UNARY_POS)
UNARY(invert, UNARY_INVERT)

#define ROW(name) {"__" #name "__", "self, other, /", d_##name}
#define BOTH(name) ROW(name), ROW(r##name)
#define ONE(name) {"__" #name "__", "self, /", d_##name}
static const NativeDef operators[] = {
    BOTH(add),    BOTH(sub), BOTH(mul), BOTH(truediv), BOTH(floordiv), BOTH(mod),  BOTH(pow),
    BOTH(matmul), BOTH(and), BOTH(or),  BOTH(xor),     BOTH(lshift),   BOTH(rshift),
    ROW(lt),      ROW(le),   ROW(eq),   ROW(ne),       ROW(gt),        ROW(ge),
    ONE(neg),     ONE(pos),  ONE(invert), {0}};

//===-- functions of jax._src.array_methods --------------------------------------------------===//

static const char methods_module[] = "jax._src.array_methods";

static bool call_named(VM *vm, Value *bound, Value *out) {
  Value f, closure = native_closure(vm);
  const Tuple *args = AS_TUPLE(bound[1]);
  Tuple *all = tuple_new(vm, args->n + 1);
  all->v[0] = bound[0];
  for (uint32_t i = 0; i < args->n; i++) all->v[i + 1] = args->v[i];
  return import_attr(vm, methods_module, AS_STR(closure)->text, &f) &&
         vm_call_tuple(vm, f, all, AS_DICT(bound[2]), out);
}

static const NativeDef method_def = {"method", "self, /, *args, **kwargs", call_named};
static const char *const methods[] = {
    "__array__",        "__array_namespace__", "__copy__", "__deepcopy__", "addressable_data",
    "byteswap",         "delete",              "is_deleted", "on_device_size_in_bytes",
    "to_device",        NULL};
static const char *const exchange[] = {"__dlpack__", "__dlpack_device__", NULL};

#define PROPERTY(name) \
  bool array_get_##name(VM *vm, Value self, Value *out) { \
    Value f; \
    return import_attr(vm, methods_module, #name, &f) && vm_call_1(vm, f, self, out); \
  }
PROPERTY(addressable_shards)
PROPERTY(global_shards)
PROPERTY(committed)
PROPERTY(is_fully_addressable)
PROPERTY(is_fully_replicated)

static void add(VM *vm, Class *c, Value function, const char *name) {
  Native *f = (Native *)function.o;
  f->name = str_name(vm, name);
  f->method = true;
  dict_set_str(vm, c->dict, f->name, function);
}

void array_add_operators(VM *vm, Class *c) {
  for (const NativeDef *d = operators; d->name; d++) add(vm, c, native_function(vm, d), d->name);
}

static void add_all(VM *vm, Class *c, const char *const *name) {
  for (; *name; name++)
    add(vm, c, native_function_with(vm, &method_def, v_str(vm, *name)), *name);
}

void array_add_methods(VM *vm, Class *c) { add_all(vm, c, methods); }
void array_add_exchange(VM *vm, Class *c) { add_all(vm, c, exchange); }

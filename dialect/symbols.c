// symbols.c -- the functions of a module by name.
//
// One index for the process, of the module asked last; made by walking the module, kept up to date
// by func_create and func_destroy.  Passes that erase functions in other ways drop it.
#include "dialect/clone.h"
#include "dialect/op.h"

typedef struct Symbols {
  MlirModule module; // null: the index is not made
  Arena arena;
  ValMap *funcs; // name (a string attribute) -> func, or null when destroyed
  ValMap *derived; // what cjax.derived says -> func, or null
  ValMap *taken; // name -> how many of name_1, name_2, .. are taken for certain
} Symbols;

static Symbols symbols;

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static Val key_of(MlirModule m, MlirStringRef name) {
  return (Val){mlirStringAttrGet(mlirModuleGetContext(m), name).ptr};
}

void symbols_drop(void) {
  if (symbols.module.ptr) arena_release(&symbols.arena);
  symbols.module = (MlirModule){0};
}

// Null when there is none.
static void *found(const ValMap *m, Val key) {
  return val_map_has(m, key) ? (void *)val_map_get(m, key).ptr : NULL;
}

static void symbols_add(MlirOperation func) {
  MlirAttribute name = mlirOperationGetAttributeByName(func, ref("sym_name"));
  if (!mlirAttributeIsNull(name)) val_map_put(symbols.funcs, (Val){name.ptr}, (Val){func.ptr});
  MlirAttribute derived = mlirOperationGetAttributeByName(func, ref("cjax.derived"));
  if (mlirAttributeIsNull(derived)) return;
  Val key = {derived.ptr};
  if (!found(symbols.derived, key)) val_map_put(symbols.derived, key, (Val){func.ptr});
}

static void symbols_of(MlirModule m) {
  if (symbols.module.ptr == m.ptr) return;
  symbols_drop();
  arena_init(&symbols.arena);
  symbols.module = m;
  symbols.funcs = val_map_create(&symbols.arena);
  symbols.derived = val_map_create(&symbols.arena);
  symbols.taken = val_map_create(&symbols.arena);
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) symbols_add(f);
}

static MlirOperation find_symbol(MlirModule m, MlirStringRef name) {
  symbols_of(m);
  return (MlirOperation){found(symbols.funcs, key_of(m, name))};
}

MlirOperation func_lookup(MlirModule m, MlirAttribute symbol) {
  return find_symbol(m, mlirFlatSymbolRefAttrGetValue(symbol));
}

MlirOperation func_named(MlirModule m, const char *name) { return find_symbol(m, ref(name)); }

const char *symbol_unique(Build *b, const char *name) {
  const char *unique = name;
  if (mlirOperationIsNull(find_symbol(b->module, ref(unique)))) return unique;
  Val key = key_of(b->module, ref(name));
  intptr_t i = (intptr_t)found(symbols.taken, key);
  do unique = arena_printf(b->arena, "%s_%ld", name, (long)++i);
  while (!mlirOperationIsNull(find_symbol(b->module, ref(unique))));
  val_map_put(symbols.taken, key, (Val){(void *)(i - 1)});
  return unique;
}

void symbol_append(MlirModule m, MlirOperation func) {
  symbols_of(m);
  mlirBlockAppendOwnedOperation(mlirModuleGetBody(m), func);
  symbols_add(func);
}

MlirOperation func_derived(MlirModule m, MlirAttribute signature) {
  symbols_of(m);
  return (MlirOperation){found(symbols.derived, (Val){signature.ptr})};
}

void func_set_derived(MlirOperation func, MlirAttribute signature) {
  mlirOperationSetAttributeByName(func, ref("cjax.derived"), signature);
  val_map_put(symbols.derived, (Val){signature.ptr}, (Val){func.ptr});
}

static void forget(ValMap *m, MlirOperation func, const char *attr) {
  MlirAttribute key = mlirOperationGetAttributeByName(func, ref(attr));
  if (mlirAttributeIsNull(key) || found(m, (Val){key.ptr}) != func.ptr) return;
  val_map_put(m, (Val){key.ptr}, (Val){0});
}

void func_destroy(MlirOperation func) {
  if (symbols.module.ptr) {
    forget(symbols.funcs, func, "sym_name");
    forget(symbols.derived, func, "cjax.derived");
    symbols.taken = val_map_create(&symbols.arena);
  }
  mlirOperationDestroy(func);
}

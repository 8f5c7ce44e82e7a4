// native.h -- how functions, classes and modules written in C are declared.
//
// A function is a row of a table: name, signature in Python's own syntax, C function.  Arguments
// are bound by one piece of code for all, so that errors read like Python's: `bound` has one value
// per parameter in the order of the signature.
//
//     static bool math_pow(VM *vm, Value *bound, Value *out) { ... }
//     static const NativeDef math_functions[] = {{"pow", "x, y, /", math_pow}, {0}};
//     const NativeModule native_module_math = {"_cjax.math", math_functions};
//
// Defaults in a signature are literals: None, True, False, numbers, 'text' without escapes; `x=?`
// leaves TAG_EMPTY when the argument is absent.  `*args` arrives as a Tuple, `**kwargs` as a Dict.
// At most NATIVE_MAX_PARAMS parameters.
//
// Modules are listed in modules.def, one line each, and are imported as `_cjax.NAME` by the library
// (driver/library/**/*.py, itself embedded in cjaxc); programs cannot import them.
#ifndef CJAX_STAGE_NATIVE_H
#define CJAX_STAGE_NATIVE_H

#include "driver/stage/value.h"

enum { NATIVE_MAX_PARAMS = 24 };

struct NativeDef {
  const char *name, *signature;
  NativeFn fn;
  uint8_t flags;
};
enum { NATIVE_STATIC = 1, NATIVE_CLASSMETHOD = 2 }; // of a class's function

typedef struct NativeProp {
  const char *name;
  bool (*get)(VM *vm, Value self, Value *out);
  bool (*set)(VM *vm, Value self, Value v); // null: read-only
} NativeProp;

typedef struct NativeClass {
  const char *name, *module; // module: "builtins", "jax", ...: what repr of the class shows
  ObjKind layout;
  const char *doc;
  const NativeDef *methods; // dunder methods too: __getitem__, __len__, __float__, ...
  const NativeProp *props;  // or null
} NativeClass;

typedef struct NativeModule {
  const char *name;
  const NativeDef *functions;
  bool (*init)(VM *vm, Module *m); // or null: adds constants and classes
} NativeModule;

// base: null is object.
Class *native_class_create(VM *vm, const NativeClass *def, Class *base);
// A function object for a table row; `self` bound first when not empty.
Value native_function(VM *vm, const NativeDef *def);
// One that carries values of its own: inside fn, native_closure(vm) is `closure`.
Value native_function_with(VM *vm, const NativeDef *def, Value closure);
Value native_closure(VM *vm);
void native_add_functions(VM *vm, Dict *to, const NativeDef *defs, const char *owner);
void module_set(VM *vm, Module *m, const char *name, Value v);

#endif

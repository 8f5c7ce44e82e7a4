// vm.c -- set-up of the machine: names, builtin classes, the module builtins.
#include "driver/stage/vm.h"

#include "driver/stage/vm_internal.h"

#include "dialect/support/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum { DEPTH_LIMIT = 1000 };
#define STACK_SIZE ((size_t)256 << 20) // of address space; used as far as calls go deep


static void init_names(VM *vm) {
  SpecialNames *n = &vm->in->names;
#define X(name) n->s_##name = str_name(vm, "__" #name "__");
  SPECIAL_NAMES(X)
#undef X
  static const char *const binary[BINARY_COUNT] = {"add", "sub",    "mul",    "truediv", "floordiv",
                                                   "mod", "pow",    "matmul", "and",     "or",
                                                   "xor", "lshift", "rshift"};
  static const char *const compare[COMPARE_COUNT] = {"lt", "le", "eq", "ne", "gt", "ge"};
  static const char *const unary[UNARY_COUNT] = {"neg", "pos", "invert"};
  for (int i = 0; i < BINARY_COUNT; i++) {
    n->binary[i] = str_name(vm, arena_printf(vm->arena, "__%s__", binary[i]));
    n->reflected[i] = str_name(vm, arena_printf(vm->arena, "__r%s__", binary[i]));
    n->inplace[i] = str_name(vm, arena_printf(vm->arena, "__i%s__", binary[i]));
  }
  for (int i = 0; i < COMPARE_COUNT; i++)
    n->compare[i] = str_name(vm, arena_printf(vm->arena, "__%s__", compare[i]));
  for (int i = 0; i < UNARY_COUNT; i++)
    n->unary[i] = str_name(vm, arena_printf(vm->arena, "__%s__", unary[i]));
}

// Classes refer to each other: first bare objects, then names, dicts and resolution orders.
static void init_bare_types(VM *vm) {
  for (int i = 0; i < T_COUNT; i++) vm->type[i] = HEAP_NEW(vm, NULL, O_CLASS, Class);
  for (int i = 0; i < T_COUNT; i++) vm->type[i]->head.cls = vm->type[T_type];
}

static void finish_type(VM *vm, TypeIndex t, const char *name, ObjKind layout, TypeIndex base) {
  Class *c = vm->type[t], *b = vm->type[base];
  c->name = c->qualname = str_name(vm, name);
  c->dict = dict_new(vm);
  c->dict->owner = &c->head;
  c->subclasses = list_new(vm, 0);
  c->layout = (uint8_t)layout;
  c->flags = CLASS_NATIVE | CLASS_NO_DICT;
  c->module = v_str(vm, "builtins");
  uint32_t n = t == T_object ? 0 : b->nmro;
  c->nmro = n + 1;
  c->mro = ARENA_ARRAY(vm->arena, Class *, n + 1);
  c->mro[0] = c;
  for (uint32_t i = 0; i < n; i++) c->mro[i + 1] = b->mro[i];
  c->bases = tuple_new(vm, t == T_object ? 0 : 1);
  if (t == T_object) return;
  c->bases->v[0] = v_obj(b);
  list_append(vm, b->subclasses, v_obj(c));
}

static void init_all_types(VM *vm) {
#define X(name, layout, base) finish_type(vm, T_##name, #name, layout, T_##base);
  BUILTIN_TYPES(X)
#undef X
  finish_type(vm, E_BaseException, "BaseException", O_EXCEPTION, T_object);
#define X(name, base) finish_type(vm, E_##name, #name, O_EXCEPTION, E_##base);
  BUILTIN_EXCEPTIONS(X)
#undef X
  for (int i = E_BaseException; i < T_Array; i++) vm->type[i]->flags &= (uint8_t)~CLASS_NO_DICT;
  vm->type[T_module]->flags &= (uint8_t)~CLASS_NO_DICT;
  static const TypeIndex names[][2] = {{T_run_scalar, T_float}, {T_run_str, T_str}};
  for (int i = 0; i < 2; i++) vm->type[names[i][0]]->name = vm->type[names[i][1]]->name;
}

static void publish(VM *vm, TypeIndex t) {
  dict_set_str(vm, vm->builtins->dict, vm->type[t]->name, v_obj(vm->type[t]));
}

static void init_builtins_module(VM *vm) {
  vm->builtins = module_new(vm, "builtins");
  vm->builtins->library = true;
  dict_set_str(vm, vm->modules, vm->builtins->name, v_obj(vm->builtins));
  static const TypeIndex visible[] = {T_object,   T_type,  T_int,          T_bool,       T_float,
                                      T_complex,  T_str,   T_bytes,        T_tuple,      T_list,
                                      T_dict,     T_set,   T_frozenset,    T_range,      T_slice,
                                      T_property, T_super, T_staticmethod, T_classmethod};
  for (size_t i = 0; i < sizeof visible / sizeof *visible; i++) publish(vm, visible[i]);
  for (int i = E_BaseException; i < T_Array; i++)
    if (i != E_UnsupportedError) publish(vm, (TypeIndex)i);
  Dict *d = vm->builtins->dict;
  dict_set_str(vm, d, str_name(vm, "IOError"), v_obj(vm->type[E_OSError]));
  dict_set_str(vm, d, str_name(vm, "EnvironmentError"), v_obj(vm->type[E_OSError]));
  dict_set_str(vm, d, str_name(vm, "NotImplemented"), vm->not_implemented);
  dict_set_str(vm, d, str_name(vm, "Ellipsis"), vm->ellipsis);
  dict_set_str(vm, d, str_name(vm, "__debug__"), v_bool(true));
}

static void init_internal(VM *vm) {
  VMInternal *in = vm->in = calloc(1, sizeof *in);
  in->method_cache = calloc(METHOD_CACHE_SIZE, sizeof(MethodCacheEntry));
  in->class_version = 1;
  in->stack = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (in->stack == MAP_FAILED) memory_exhausted();
  in->stack_top = in->stack;
  in->stack_end = in->stack + STACK_SIZE;
}

// Levels of calls through C: Python's own limit comes first where the stack may be large.
static int native_levels(void) {
  enum { ROOM = 64 << 20, FEW = 700, MANY = 2200 };
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit)) return FEW;
  if (limit.rlim_cur >= ROOM) return MANY;
  limit.rlim_cur = ROOM;
  return limit.rlim_max >= ROOM && !setrlimit(RLIMIT_STACK, &limit) ? MANY : FEW;
}

VM *vm_create(Arena *arena, MlirContext context) {
  VM *vm = calloc(1, sizeof *vm);
  vm->arena = arena;
  vm->context = context;
  vm->heap = heap_create();
  vm->serial = 1;
  vm->depth_limit = DEPTH_LIMIT;
  vm->native_limit = native_levels();
  vm->handled = V_NONE;
  init_internal(vm);
  init_bare_types(vm);
  vm->in->empty = str_new(vm, "", 0);
  vm->in->empty->hash = 0;
  for (int c = 0; c < 128; c++) {
    char text[1] = {(char)c};
    vm->in->ascii[c] = str_intern(vm, text, 1);
  }
  vm->in->empty_tuple = tuple_new(vm, 0);
  init_names(vm);
  init_all_types(vm);
  vm->not_implemented = v_obj(HEAP_NEW(vm, vm->type[T_NotImplementedType], O_SINGLETON, Obj));
  vm->ellipsis = v_obj(HEAP_NEW(vm, vm->type[T_ellipsis], O_SINGLETON, Obj));
  vm->in->repr_active = list_new(vm, 8);
  vm->modules = dict_new(vm);
  init_builtins_module(vm);
  init_object(vm);
  init_function(vm);
  init_constructors(vm);
  init_exception(vm);
  init_generator(vm);
  init_iterator(vm);
  init_builtin_functions(vm);
  init_types(vm);
  init_hints(vm);
  init_eval(vm);
  return vm;
}

// An interrupt is never over: code that tries a loop in several ways would else lose it.
bool vm_poll(VM *vm) {
  vm->due = vm->interrupted || vm->out_of_time;
  heap_poll(vm);
  if (vm->out_of_time)
    return vm_unsupported(vm, "CJ0435",
                          "running the program's Python while compiling took longer than %g s "
                          "(--stage-limit)",
                          vm->limit);
  return !vm->interrupted || vm_raise(vm, E_KeyboardInterrupt, "%s", "");
}

void vm_destroy(VM *vm) {
  munmap(vm->in->stack, STACK_SIZE);
  heap_destroy(vm->heap);
  free(vm->in->method_cache);
  free(vm->in);
  free(vm);
}

// module_core.c -- _cjax.core: what the library needs of the evaluator itself.
#include "driver/stage/vm_internal.h"

// add_class_flag(cls): instances are not created while it has abstract methods.
static bool core_mark_abstract(VM *vm, Value *a, Value *out) {
  AS_CLASS(a[0])->flags |= CLASS_ABSTRACT;
  return true;
}

// caller_module(): the name of the innermost module that is not of the library.
static bool core_caller_module(VM *vm, Value *a, Value *out) {
  for (Frame *f = vm->frame; f; f = f->back)
    if (!f->module->library) return *out = v_obj(f->module->name), true;
  return *out = v_str(vm, "__main__"), true;
}

// caller_place(level): (file, line, source line, module) of the program's level-th frame from the
// innermost.
static bool core_caller_place(VM *vm, Value *a, Value *out) {
  const Frame *found = NULL;
  int64_t level = a[0].tag == TAG_INT ? a[0].i : 1;
  for (Frame *f = vm->frame; f && (level > 0 || !found); f = f->back) {
    if (f->code->flags & CODE_LIBRARY) continue;
    found = f;
    level--;
  }
  SrcRange at = found ? frame_range(found) : vm_here(vm);
  size_t n = 0;
  const char *line = at.line ? diag_source_line(at.file, at.line, &n) : "";
  Tuple *t = tuple_new(vm, 4);
  t->v[0] = v_str(vm, at.line ? diag_file_name(at.file) : "<library>");
  t->v[1] = v_int(at.line);
  t->v[2] = v_obj(str_new(vm, line, n));
  t->v[3] = found ? v_obj(found->module->name) : v_str(vm, "__main__");
  return *out = v_obj(t), true;
}

// print_text(stream, text): sys.stdout.write.
static bool core_print_text(VM *vm, Value *a, Value *out) {
  if (!v_is(a[1], O_STR) && !v_is(a[1], O_RUN_STR))
    return vm_raise(vm, E_TypeError, "write() argument must be str, not %s", type_name(vm, a[1]));
  return stage_print(vm, (int)a[0].i, a[1]);
}

// flush(): sys.stdout.flush.
static bool core_flush(VM *vm, Value *a, Value *out) {
  *out = V_NONE;
  return stage_flush(vm);
}

// modules(): sys.modules.
static bool core_modules(VM *vm, Value *a, Value *out) { return *out = v_obj(vm->modules), true; }

// unlogged(container): writes to it are never undone (a cache).
static bool core_unlogged(VM *vm, Value *a, Value *out) {
  a[0].o->born = UINT32_MAX;
  return *out = a[0], true;
}

// handled() -> the exception that an except clause is handling, or None
static bool core_handled(VM *vm, Value *bound, Value *out) {
  return *out = vm->handled, true;
}

static const NativeDef core_functions[] = {{"unlogged", "container, /", core_unlogged},
                                           {"mark_abstract", "cls, /", core_mark_abstract},
                                           {"caller_module", "", core_caller_module},
                                           {"handled", "", core_handled},
    {"caller_place", "level, /", core_caller_place},
                                           {"raise_missing", "module, path, place, /",
                                            import_raise_missing},
                                           {"print_text", "stream, text, /", core_print_text},
                                           {"flush", "", core_flush},
                                           {"modules", "", core_modules},
                                           {0}};

const NativeModule native_module_core = {"_cjax.core", core_functions, NULL};

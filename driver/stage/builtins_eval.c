// builtins_eval.c -- eval, exec and compile of texts that are known while compiling.
#include "driver/python/parse.h"
#include "driver/stage/run_text.h"
#include "driver/stage/scope.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

#define RESULT "__cjax_eval__" // what the text of an expression is assigned to

typedef struct Source {
  const char *text, *file;
  size_t size;
} Source;

// A text, or what compile() made of one.
static bool source_of(VM *vm, Value v, Source *s) {
  Value text = v, file = v_str(vm, "<string>");
  if (v_is(v, O_INSTANCE) && (!find_attr(vm, v, str_name(vm, "_source"), &text) ||
                              !find_attr(vm, v, str_name(vm, "co_filename"), &file)))
    return false;
  if (v_is(text, O_RUN_STR))
    return vm_unsupported(vm, "CJ0120", "%s() of a text that only the executable knows",
                          vm->in->native->name->text);
  if (!v_is(text, O_STR) || !v_is(file, O_STR))
    return vm_raise(vm, E_TypeError, "%s() arg 1 must be a string, bytes or code object",
                    vm->in->native->name->text);
  *s = (Source){AS_STR(text)->text, AS_STR(file)->text, AS_STR(text)->size};
  return true;
}

// Where names are: what was given, or the caller's own.
static bool spaces_of(VM *vm, Value globals, Value locals, Dict **global, Dict **local) {
  if (v_is_none(globals)) {
    *global = vm->frame->module->dict;
    *local = frame_locals(vm, vm->frame);
  } else if (v_is(globals, O_DICT)) {
    *global = *local = AS_DICT(globals);
  } else {
    return vm_raise(vm, E_TypeError, "%s() globals must be a dict, not %s",
                    vm->in->native->name->text, type_name(vm, globals));
  }
  if (v_is_none(locals)) return true;
  if (!v_is(locals, O_DICT))
    return vm_raise(vm, E_TypeError, "locals must be a mapping");
  *local = AS_DICT(locals);
  return true;
}

static Node *parse(VM *vm, const Source *s, uint32_t *file) {
  *file = diag_add_file(s->file, s->text, s->size);
  Node *tree = parse_module(vm->arena, *file, s->text, s->size);
  if (tree) return tree;
  vm_raise(vm, E_SyntaxError, "in %s", s->file);
  vm->exc.o->flags |= EXC_REPORTED;
  return NULL;
}

// Names of `locals` come before those of `globals`; what is assigned goes to `locals`.
static bool run_source(VM *vm, const Source *s, Dict *globals, Dict *locals) {
  Value name = dict_get_str(globals, N(vm, name));
  Module *m = module_new(vm, v_is(name, O_STR) ? AS_STR(name)->text : "builtins");
  Node *tree = parse(vm, s, &m->file);
  if (!tree) return false;
  Dict *before = NULL;
  m->dict = globals;
  if (locals != globals) {
    m->dict = dict_copy(vm, globals);
    if (!dict_update(vm, m->dict, v_obj(locals))) return false;
    before = dict_copy(vm, m->dict);
  }
  if (!vm_run_module(vm, m, code_create(vm, m, tree, scope_module(vm->arena, tree), NULL)))
    return false;
  for (uint32_t i = 0; before && i < m->dict->n; i++) {
    DictEntry e = m->dict->entries[i];
    if (!v_is(e.key, O_STR) || v_same(dict_get_str(before, AS_STR(e.key)), e.value)) continue;
    dict_set_str(vm, locals, AS_STR(e.key), e.value);
  }
  return true;
}

static bool b_exec(VM *vm, Value *a, Value *out) {
  Source s;
  Dict *globals, *locals;
  *out = V_NONE;
  if (!source_of(vm, a[0], &s) || !spaces_of(vm, a[1], a[2], &globals, &locals)) return false;
  return run_source(vm, &s, globals, locals);
}

// The expression that a text is, as an assignment to RESULT.
static bool assignment(VM *vm, Source *s) {
  uint32_t file;
  while (s->size && strchr(" \t", *s->text)) s->text++, s->size--;
  const Node *tree = parse(vm, s, &file);
  if (!tree) return false;
  if (tree->module.body.n != 1 || tree->module.body.data[0]->kind != NODE_EXPR)
    return vm_raise(vm, E_SyntaxError, "eval() of what is no expression: %.*s", (int)s->size,
                    s->text);
  s->text = arena_printf(vm->arena, RESULT " = (%.*s\n)", (int)s->size, s->text);
  s->size = strlen(s->text);
  return true;
}

static bool b_eval(VM *vm, Value *a, Value *out) {
  Source s;
  Dict *globals, *locals;
  if (!source_of(vm, a[0], &s) || !spaces_of(vm, a[1], a[2], &globals, &locals) ||
      !assignment(vm, &s) || !run_source(vm, &s, globals, locals))
    return false;
  Str *name = str_name(vm, RESULT);
  *out = dict_get_str(locals, name);
  Value old;
  return dict_delete(vm, locals, v_obj(name), &old);
}

static bool b_compile(VM *vm, Value *a, Value *out) {
  Value make;
  Source s;
  if (!source_of(vm, a[0], &s) || !import_attr(vm, "_code", "Source", &make)) return false;
  return vm_call(vm, make, a, 3, NULL, out);
}

static const NativeDef functions[] = {
    {"eval", "source, /, globals=None, locals=None", b_eval},
    {"exec", "source, /, globals=None, locals=None", b_exec},
    {"compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1", b_compile},
    {0}};

void init_eval(VM *vm) { native_add_functions(vm, vm->builtins->dict, functions, NULL); }

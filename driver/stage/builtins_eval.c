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
  DiagCapture c;
  diag_capture(&c, vm->arena);
  Node *tree = parse_module(vm->arena, *file, s->text, s->size);
  diag_release_capture(&c);
  const DiagMessage *d = c.first;
  if (tree || !d) return tree;
  vm_raise(vm, E_SyntaxError, "%s (%s, line %u)", d->text, s->file, d->at.line);
  ((Exception *)vm->exc.o)->id = d->id;
  vm_add_note(vm, d->at, "in this text");
  return NULL;
}

// Names of `locals` come before those of `globals`; what is assigned goes to `locals`.
static bool run_tree(VM *vm, Node *tree, uint32_t file, Dict *globals, Dict *locals) {
  Value name = dict_get_str(globals, N(vm, name));
  Module *m = module_new(vm, v_is(name, O_STR) ? AS_STR(name)->text : "builtins");
  m->file = file;
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
  uint32_t file;
  Node *tree = parse(vm, &s, &file);
  return tree && run_tree(vm, tree, file, globals, locals);
}

// Makes the assignment to RESULT of the module of one expression.
static bool assign_result(VM *vm, Node *tree) {
  NodeList *body = &tree->module.body;
  if (body->n != 1 || body->data[0]->kind != NODE_EXPR)
    return vm_raise(vm, E_SyntaxError, "eval() arg 1 must be an expression");
  const Node *expr = body->data[0];
  Node *statement = ast_new(vm->arena, NODE_ASSIGN, expr->at);
  Node *target = ast_new(vm->arena, NODE_NAME, expr->at);
  target->name.id = RESULT, target->height = 1;
  Node **targets = ARENA_ARRAY(vm->arena, Node *, 1);
  targets[0] = target;
  statement->height = expr->height;
  statement->assign.targets = (NodeList){targets, 1};
  statement->assign.value = expr->value.value;
  body->data[0] = statement;
  return true;
}

static bool b_eval(VM *vm, Value *a, Value *out) {
  Source s;
  Dict *globals, *locals;
  if (!source_of(vm, a[0], &s) || !spaces_of(vm, a[1], a[2], &globals, &locals)) return false;
  while (s.size && strchr(" \t", *s.text)) s.text++, s.size--;
  uint32_t file;
  Node *tree = parse(vm, &s, &file);
  if (!tree || !assign_result(vm, tree) || !run_tree(vm, tree, file, globals, locals))
    return false;
  Str *name = str_name(vm, RESULT);
  *out = dict_get_str(locals, name);
  Value old;
  return dict_delete(vm, locals, v_obj(name), &old);
}

// A zero or what CPython takes without a change of meaning.
static bool refuse_options(VM *vm, Value flags, Value optimize) {
  if (!v_same(flags, v_int(0)))
    return vm_raise(vm, E_NotImplementedError, "compile() with flags is not supported");
  if (!v_same(optimize, v_int(-1)) && !v_same(optimize, v_int(0)))
    return vm_raise(vm, E_NotImplementedError, "compile() with optimize is not supported");
  return true;
}

static bool b_compile(VM *vm, Value *a, Value *out) {
  Value make;
  Source s;
  if (!source_of(vm, a[0], &s) || !refuse_options(vm, a[3], a[5]) ||
      !import_attr(vm, "_code", "Source", &make))
    return false;
  return vm_call(vm, make, a, 3, NULL, out);
}

static const NativeDef functions[] = {
    {"eval", "source, /, globals=None, locals=None", b_eval},
    {"exec", "source, /, globals=None, locals=None", b_exec},
    {"compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1", b_compile},
    {0}};

void init_eval(VM *vm) { native_add_functions(vm, vm->builtins->dict, functions, NULL); }

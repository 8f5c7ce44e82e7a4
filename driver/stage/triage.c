// triage.c -- a module's statements one by one, going on after each error.
#include "driver/stage/triage.h"

#include "driver/stage/scope.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

typedef struct Triage {
  VM *vm;
  Module *module;
  bool future_annotations, failed, exited;
} Triage;

bool triage_is_poisoned(VM *vm, Str *name) {
  Dict *d = vm->in->poisoned;
  return d && !v_is_empty(dict_get_str(d, name));
}

static void poison(Triage *t, const char *text) {
  Str *name = str_name(t->vm, text);
  Value old;
  dict_set_str(t->vm, t->vm->in->poisoned, name, v_bool(true));
  dict_delete(t->vm, t->module->dict, v_obj(name), &old);
  vm_clear_exc(t->vm);
}

static void poison_root(Node *n, void *state) {
  while (n && (n->kind == NODE_ATTRIBUTE || n->kind == NODE_SUBSCRIPT))
    n = n->kind == NODE_ATTRIBUTE ? n->attribute.value : n->subscript.value;
  if (n && n->kind == NODE_NAME) poison(state, n->name.id);
}

// The names that the statement binds, and the objects of which it sets a part.
static void poison_targets(Triage *t, const Node *statement, const Scope *scope) {
  for (uint32_t i = 0; i < scope->n; i++)
    if (scope->symbols[i].assigned) poison(t, scope->symbols[i].name);
  if (statement->kind == NODE_ASSIGN)
    for (uint32_t i = 0; i < statement->assign.targets.n; i++)
      poison_root(statement->assign.targets.data[i], t);
  if (statement->kind == NODE_AUG_ASSIGN) poison_root(statement->aug_assign.target, t);
}

static void unpoison_bound(Triage *t, const Scope *scope) {
  Value old;
  for (uint32_t i = 0; i < scope->n; i++) {
    Str *name = str_name(t->vm, scope->symbols[i].name);
    if (!scope->symbols[i].assigned || v_is_empty(dict_get_str(t->module->dict, name))) continue;
    dict_delete(t->vm, t->vm->in->poisoned, v_obj(name), &old);
    vm_clear_exc(t->vm);
  }
}

static void run_statement(Triage *t, Node *statement) {
  VM *vm = t->vm;
  Node *whole = ast_new(vm->arena, NODE_MODULE, statement->at);
  whole->module.body = (NodeList){ARENA_NEW(vm->arena, Node *), 1};
  whole->module.body.data[0] = statement;
  Scope *scope = scope_module(vm->arena, whole);
  scope->future_annotations |= t->future_annotations;
  t->future_annotations = scope->future_annotations;
  if (vm_run_module(vm, t->module, code_create(vm, t->module, whole, scope, NULL))) {
    unpoison_bound(t, scope);
    return;
  }
  Value exc = vm->exc;
  vm->exc = V_EMPTY;
  t->exited = exc_matches(vm, exc, vm->type[E_SystemExit]);
  if (t->exited) return;
  t->failed = true;
  exc_report(vm, exc);
  poison_targets(t, statement, scope);
  t->exited = vm->interrupted;
}

// if __name__ == "__main__":
static bool is_main_guard(const Node *n) {
  if (n->kind != NODE_IF || n->if_.orelse.n || n->if_.test->kind != NODE_COMPARE) return false;
  const Node *left = n->if_.test->compare.left, *right = n->if_.test->compare.others.data[0];
  return left->kind == NODE_NAME && !strcmp(left->name.id, "__name__") &&
         right->kind == NODE_STR && !strcmp(right->str.data, "__main__");
}

static void run_list(Triage *t, NodeList body) {
  for (uint32_t i = 0; i < body.n && !t->exited; i++) {
    if (is_main_guard(body.data[i]))
      run_list(t, body.data[i]->if_.body);
    else
      run_statement(t, body.data[i]);
  }
}

bool triage_run(VM *vm, Module *m, Node *tree) {
  Triage t = {.vm = vm, .module = m};
  vm->in->poisoned = dict_new(vm);
  run_list(&t, tree->module.body);
  return !t.failed;
}

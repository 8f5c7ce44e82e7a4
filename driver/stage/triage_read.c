// triage_read.c -- what the text of a program names of cjax's modules, wherever it stands.
//
// A chain a.b.c is followed from a module that the program's top level imported, when nothing else
// in the program binds `a`.  What a `try` guards is left alone.
#include "driver/stage/triage.h"

#include "driver/stage/vm_internal.h"

typedef struct Reader {
  VM *vm;
  Module *module;
  Dict *bound; // names that something else than an import binds
} Reader;

//===-- names that are not modules --------------------------------------------------------===//

static void bind_name(Reader *r, const char *name) {
  if (name) dict_set_str(r->vm, r->bound, str_name(r->vm, name), v_bool(true));
}

static void find_bound(Node *n, void *state);

static void find_target(Reader *r, const Node *n) {
  if (!n) return;
  if (n->kind == NODE_NAME) bind_name(r, n->name.id);
  if (n->kind == NODE_STARRED) find_target(r, n->value.value);
  if (n->kind != NODE_TUPLE && n->kind != NODE_LIST) return;
  for (uint32_t i = 0; i < n->sequence.items.n; i++) find_target(r, n->sequence.items.data[i]);
}

static void find_bound(Node *n, void *state) {
  Reader *r = state;
  switch (n->kind) {
  case NODE_PARAM: bind_name(r, n->param.name); break;
  case NODE_FUNCTION: bind_name(r, n->function.name); break;
  case NODE_CLASS: bind_name(r, n->cls.name); break;
  case NODE_HANDLER: bind_name(r, n->handler.name); break;
  case NODE_MATCH_AS: bind_name(r, n->match_as.name); break;
  case NODE_MATCH_STAR: bind_name(r, n->match_star.name); break;
  case NODE_FOR: find_target(r, n->for_.target); break;
  case NODE_COMP_FOR: find_target(r, n->comp_for.target); break;
  case NODE_WITH_ITEM: find_target(r, n->with_item.target); break;
  case NODE_NAMED_EXPR: find_target(r, n->named_expr.target); break;
  case NODE_ANN_ASSIGN: find_target(r, n->ann_assign.target); break;
  case NODE_AUG_ASSIGN: find_target(r, n->aug_assign.target); break;
  case NODE_ASSIGN:
    for (uint32_t i = 0; i < n->assign.targets.n; i++) find_target(r, n->assign.targets.data[i]);
    break;
  default: break;
  }
  ast_each_child(n, find_bound, r);
}

//===-- what they name --------------------------------------------------------------------===//

// Reports the exception being raised at a place.
static void report_at(Reader *r, SrcRange at) {
  VM *vm = r->vm;
  Exception *e = (Exception *)vm->exc.o;
  vm->exc = V_EMPTY;
  e->at = at;
  e->ntrace = 0;
  exc_report(vm, v_obj(e));
}

// What the chain means: a module, or a part of one; empty when that is not known.
static Value follow(Reader *r, const Node *n, bool report) {
  VM *vm = r->vm;
  if (n->kind == NODE_NAME) {
    Str *name = str_name(vm, n->name.id);
    if (!v_is_empty(dict_get_str(r->bound, name))) return V_EMPTY;
    Value v = dict_get_str(r->module->dict, name);
    bool library = v_is(v, O_MODULE) && ((Module *)v.o)->library;
    library |= v_is(v, O_FUNCTION) && ((Function *)v.o)->module->library;
    return library ? v : V_EMPTY;
  }
  if (n->kind != NODE_ATTRIBUTE) return V_EMPTY;
  Value from = follow(r, n->attribute.value, report), v;
  if (!v_is(from, O_MODULE) || !((Module *)from.o)->library) return V_EMPTY;
  if (get_attr(vm, from, str_name(vm, n->attribute.name), &v)) return v;
  if (report && vm_exc_is(vm, E_AttributeError))
    report_at(r, n->at);
  else
    vm_clear_exc(vm);
  return V_EMPTY;
}

static bool takes(const Code *code, const Str *name) {
  if (code->flags & CODE_VARKEYWORDS) return true;
  for (uint32_t i = code->nposonly; i < code->npos + code->nkwonly; i++)
    if (str_equal(code->locals[i], name)) return true;
  return false;
}

static void read_call(Reader *r, const Node *n) {
  VM *vm = r->vm;
  Value callee = follow(r, n->call.callee, false);
  if (!v_is(callee, O_FUNCTION)) return;
  Code *code = ((Function *)callee.o)->code;
  if (!code_prepare(vm, code)) {
    vm_clear_exc(vm);
    return;
  }
  for (uint32_t i = 0; i < n->call.keywords.n; i++) {
    const Node *k = n->call.keywords.data[i];
    if (!k->keyword.name || takes(code, str_name(vm, k->keyword.name))) continue;
    List *known = list_new(vm, code->npos + code->nkwonly);
    for (uint32_t j = code->nposonly; j < code->npos + code->nkwonly; j++)
      list_append(vm, known, v_obj(code->locals[j]));
    raise_keyword_error(vm, code->qualname->text, str_name(vm, k->keyword.name), known);
    report_at(r, k->at);
  }
}

// The message of the compiler for a construct that it does not have, or null.
static const char *unsupported(const Node *n) {
  switch (n->kind) {
  case NODE_AWAIT: return "'await' is not supported: cjax compiles no asynchronous code";
  case NODE_FUNCTION:
    if (!n->function.is_async) return NULL;
    return "'async def' is not supported: cjax compiles no asynchronous code";
  case NODE_FOR:
    if (!n->for_.is_async) return NULL;
    return "'async for' is not supported: cjax compiles no asynchronous code";
  case NODE_WITH:
    if (!n->with.is_async) return NULL;
    return "'async with' is not supported: cjax compiles no asynchronous code";
  default: return NULL;
  }
}

static void read_node(Node *n, void *state) {
  Reader *r = state;
  const char *why = unsupported(n);
  if (why) {
    vm_unsupported(r->vm, "CJ0101", "%s", why);
    report_at(r, n->at);
  }
  if (n->kind == NODE_TRY && n->try_.handlers.n) {
    for (uint32_t i = 0; i < n->try_.orelse.n; i++) read_node(n->try_.orelse.data[i], r);
    return;
  }
  if (n->kind == NODE_CALL) read_call(r, n);
  if (n->kind == NODE_ATTRIBUTE) follow(r, n, true);
  if (n->kind != NODE_ATTRIBUTE) {
    ast_each_child(n, read_node, r);
    return;
  }
  const Node *root = n; // the parts of a chain are not read again
  while (root->kind == NODE_ATTRIBUTE) root = root->attribute.value;
  if (root->kind != NODE_NAME) read_node((Node *)root, r);
}

void triage_read(VM *vm, Module *m, const Node *tree) {
  Reader r = {vm, m, dict_new(vm)};
  ast_each_child(tree, find_bound, &r);
  ast_each_child(tree, read_node, &r);
}

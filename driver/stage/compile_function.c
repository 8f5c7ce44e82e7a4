// compile_function.c -- functions, lambdas, classes and comprehensions: each a code object of its
// own, made into a function where it stands.
#include "driver/stage/compile.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static Str *qualify(Compiler *c, const char *name) {
  const char *outer = c->code->qualname->text;
  if (c->scope->kind == SCOPE_MODULE) return str_name(c->vm, name);
  const char *middle = c->scope->kind == SCOPE_CLASS ? "." : ".<locals>.";
  return str_name(c->vm, arena_printf(c->arena, "%s%s%s", outer, middle, name));
}

// [defaults kwdefaults annotations] -> [function]
static void bc_function(Compiler *c, const Node *n, const char *name, uint32_t flags) {
  Scope *s = scope_child(c->scope, n);
  Code *code = code_create(c->vm, c->code->module, n, s, qualify(c, name));
  if (s->collected) code_capture(c->arena, code, s);
  bc_const(c, v_obj(code));
  bc(c, BC_MAKE_FUNCTION, flags);
}

static uint32_t compile_defaults(Compiler *c, const Params *p) {
  uint32_t flags = 0, npos = p->n_posonly + p->n_plain, n = 0;
  for (uint32_t i = 0; i < npos; i++)
    if (p->data[i]->param.preset) compile_expr(c, p->data[i]->param.preset), n++;
  if (n) bc(c, BC_BUILD_TUPLE, n), flags |= MAKE_DEFAULTS;
  n = 0;
  for (uint32_t i = npos; i < npos + p->n_kwonly; i++) {
    if (!p->data[i]->param.preset) continue;
    bc_name(c, BC_CONST, p->data[i]->param.name);
    compile_expr(c, p->data[i]->param.preset);
    n++;
  }
  if (n) bc(c, BC_BUILD_DICT, n), flags |= MAKE_KWDEFAULTS;
  return flags;
}

static uint32_t annotate_param(Compiler *c, const Node *p) {
  if (!p || !p->param.annotation) return 0;
  bc_name(c, BC_CONST, p->param.name);
  compile_annotation(c, p->param.annotation);
  return 1;
}

static uint32_t compile_annotations(Compiler *c, const Node *f) {
  const Params *p = &f->function.params;
  uint32_t n = 0, all = p->n_posonly + p->n_plain + p->n_kwonly;
  for (uint32_t i = 0; i < all; i++) n += annotate_param(c, p->data[i]);
  n += annotate_param(c, p->vararg);
  n += annotate_param(c, p->kwarg);
  if (f->function.returns) {
    bc_name(c, BC_CONST, "return");
    compile_annotation(c, f->function.returns);
    n++;
  }
  if (!n) return 0;
  bc(c, BC_BUILD_DICT, n);
  return MAKE_ANNOTATIONS;
}

static void compile_type_params(Compiler *c, NodeList l) {
  for (uint32_t i = 0; i < l.n; i++) {
    bc_const(c, v_str(c->vm, l.data[i]->type_param.name));
    bc_store(c, l.data[i]->type_param.name);
  }
}

static void compile_decorators(Compiler *c, NodeList l) {
  for (uint32_t i = 0; i < l.n; i++) compile_expr(c, l.data[i]);
}

static void call_decorators(Compiler *c, NodeList l) {
  for (uint32_t i = l.n; i-- > 0;) {
    c->at = &l.data[i]->at;
    bc(c, BC_CALL, 1);
  }
}

void compile_function(Compiler *c, const Node *n) {
  if (n->function.is_async) {
    bc_unsupported(c, "'async def' is not supported: cjax compiles no asynchronous code");
    return;
  }
  compile_decorators(c, n->function.decorators);
  compile_type_params(c, n->function.type_params);
  c->at = &n->function.name_at;
  uint32_t flags = compile_defaults(c, &n->function.params);
  flags |= compile_annotations(c, n);
  c->at = &n->function.name_at;
  bc_function(c, n, n->function.name, flags);
  call_decorators(c, n->function.decorators);
  c->at = &n->function.name_at;
  bc_store(c, n->function.name);
}

void compile_lambda(Compiler *c, const Node *n) {
  uint32_t flags = compile_defaults(c, &n->lambda.params);
  c->at = &n->at;
  bc_function(c, n, "<lambda>", flags);
}

void compile_class(Compiler *c, const Node *n) {
  compile_decorators(c, n->cls.decorators);
  compile_type_params(c, n->cls.type_params);
  c->at = &n->cls.name_at;
  bc(c, BC_BUILD_CLASS, 0);
  bc_function(c, n, n->cls.name, 0);
  bc_name(c, BC_CONST, n->cls.name);
  compile_arguments(c, 2, n->cls.bases, n->cls.keywords);
  call_decorators(c, n->cls.decorators);
  c->at = &n->cls.name_at;
  bc_store(c, n->cls.name);
}

static const char *comprehension_name(const Node *n) {
  switch (n->kind) {
  case NODE_LIST_COMP: return "<listcomp>";
  case NODE_SET_COMP: return "<setcomp>";
  case NODE_DICT_COMP: return "<dictcomp>";
  default: return "<genexpr>";
  }
}

// [x for ...] calls a function of the first iterable.
void compile_comprehension(Compiler *c, const Node *n) {
  bc_function(c, n, comprehension_name(n), 0);
  compile_expr(c, n->comp.loops.data[0]->comp_for.iter);
  c->at = &n->comp.loops.data[0]->comp_for.iter->at;
  bc(c, BC_GET_ITER, 0);
  c->at = &n->at;
  bc(c, BC_CALL, 1);
}

static void compile_element(Compiler *c, const Node *n, uint32_t depth) {
  if (n->kind == NODE_DICT_COMP) compile_expr(c, n->comp.key);
  compile_expr(c, n->comp.element);
  c->at = &n->at;
  switch (n->kind) {
  case NODE_LIST_COMP: bc(c, BC_LIST_APPEND, depth); break;
  case NODE_SET_COMP: bc(c, BC_SET_ADD, depth); break;
  case NODE_DICT_COMP: bc(c, BC_DICT_ADD, depth); break;
  default: bc(c, BC_YIELD, 0); bc(c, BC_POP, 0);
  }
}

static void compile_loop(Compiler *c, const Node *n, uint32_t i) {
  if (i == n->comp.loops.n) {
    compile_element(c, n, i + 1);
    return;
  }
  const Node *loop = n->comp.loops.data[i];
  c->at = &loop->comp_for.iter->at;
  if (i) {
    compile_expr(c, loop->comp_for.iter);
    bc(c, BC_GET_ITER, 0);
  } else {
    bc(c, BC_LOAD_LOCAL, 0);
  }
  uint32_t head = bc_jump(c, BC_FOR_ITER);
  compile_store(c, loop->comp_for.target);
  for (uint32_t k = 0; k < loop->comp_for.conditions.n; k++) {
    const Node *test = loop->comp_for.conditions.data[k];
    compile_expr(c, test);
    c->at = &test->at;
    uint32_t jump = bc_jump(c, BC_JUMP_IF_FALSE);
    c->ops.data[jump] |= head << 8;
  }
  compile_loop(c, n, i + 1);
  c->at = &loop->comp_for.iter->at;
  bc_loop(c, head);
  patch_here(c, head);
  c->depth--;
}

void compile_comprehension_body(Compiler *c, const Node *n) {
  for (uint32_t i = 0; i < n->comp.loops.n; i++)
    if (n->comp.loops.data[i]->comp_for.is_async)
      bc_unsupported(c, "'async for' is not supported: cjax compiles no asynchronous code");
  switch (n->kind) {
  case NODE_LIST_COMP: bc(c, BC_BUILD_LIST, 0); break;
  case NODE_SET_COMP: bc(c, BC_BUILD_SET, 0); break;
  case NODE_DICT_COMP: bc(c, BC_BUILD_DICT, 0); break;
  default: bc_const(c, V_NONE); // so that depths are the same
  }
  compile_loop(c, n, 0);
  bc(c, BC_RETURN, 0);
}

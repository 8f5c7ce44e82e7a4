// check.c -- statements and expressions in places where they mean nothing.
#include "driver/python/check.h"

#include <stdarg.h>
#include <string.h>

void check_fail(Checker *c, SrcRange at, const char *fmt, ...) {
  Arena arena;
  va_list ap;
  arena_init(&arena);
  va_start(ap, fmt);
  diag_error(at, "CJ0001", "SyntaxError", "%s", arena_vprintf(&arena, fmt, ap));
  va_end(ap);
  arena_release(&arena);
  c->errors++;
}

static void check_list(Checker *c, const NodeList *l) {
  for (uint32_t i = 0; i < l->n; i++)
    if (l->data[i]) check_node(l->data[i], c);
}

static void check_maybe(Checker *c, Node *n) {
  if (n) check_node(n, c);
}

// The innermost frame that is no comprehension.
static Frame *real_frame(const Checker *c) {
  Frame *f = c->frame;
  while (f->kind == FRAME_COMP) f = f->outer;
  return f;
}

static bool is_function(const Frame *f) {
  return f->kind == FRAME_FUNCTION || f->kind == FRAME_LAMBDA;
}

// Frames.

static void check_param_parts(Checker *c, const Params *l, bool presets) {
  uint32_t n = l->n_posonly + l->n_plain + l->n_kwonly;
  for (uint32_t i = 0; i < n; i++)
    check_maybe(c, presets ? l->data[i]->param.preset : l->data[i]->param.annotation);
  const Node *stars[] = {l->vararg, l->kwarg};
  for (int i = 0; i < 2 && !presets; i++) {
    Node *annotation = stars[i] ? stars[i]->param.annotation : NULL;
    bool starred = annotation && annotation->kind == NODE_STARRED;
    check_maybe(c, starred ? annotation->value.value : annotation);
  }
}

static void check_function(Checker *c, const Node *n) {
  check_debug(c, n->function.name, n->at);
  check_list(c, &n->function.decorators);
  check_param_parts(c, &n->function.params, true);
  check_param_parts(c, &n->function.params, false);
  check_maybe(c, n->function.returns);
  Frame f = {c->frame, FRAME_FUNCTION, n, n->function.is_async};
  c->frame = &f;
  check_params(c, &n->function.params);
  check_list(c, &n->function.type_params);
  check_list(c, &n->function.body);
  if (f.is_async && f.yields && f.result)
    check_fail(c, f.result->at, "'return' with value in async generator");
  c->frame = f.outer;
}

static void check_lambda(Checker *c, const Node *n) {
  check_param_parts(c, &n->lambda.params, true);
  Frame f = {c->frame, FRAME_LAMBDA, n};
  c->frame = &f;
  check_params(c, &n->lambda.params);
  check_node(n->lambda.body, c);
  c->frame = f.outer;
}

static void check_arguments(Checker *c, const NodeList *args, const NodeList *keywords) {
  for (uint32_t i = 0; i < args->n; i++) {
    Node *arg = args->data[i];
    check_node(arg->kind == NODE_STARRED ? arg->value.value : arg, c);
  }
  for (uint32_t i = 0; i < keywords->n; i++)
    check_debug(c, keywords->data[i]->keyword.name, keywords->data[i]->at);
  check_list(c, keywords);
}

static void check_class(Checker *c, const Node *n) {
  check_debug(c, n->cls.name, n->at);
  check_list(c, &n->cls.decorators);
  check_arguments(c, &n->cls.bases, &n->cls.keywords);
  Frame f = {c->frame, FRAME_CLASS, n};
  c->frame = &f;
  check_list(c, &n->cls.type_params);
  check_list(c, &n->cls.body);
  c->frame = f.outer;
}

// The first iterable belongs to the frame outside.
static void check_comp(Checker *c, const Node *n) {
  Frame f = {c->frame, FRAME_COMP, n, c->frame->is_async || n->kind == NODE_GENERATOR};
  for (uint32_t i = 0; i < n->comp.loops.n; i++) {
    const Node *loop = n->comp.loops.data[i];
    if (loop->comp_for.is_async && !f.is_async)
      check_fail(c, n->at, "asynchronous comprehension outside of an asynchronous function");
    c->iters++;
    check_node(loop->comp_for.iter, c);
    c->iters--;
    c->frame = &f;
    check_target(c, loop->comp_for.target);
    check_list(c, &loop->comp_for.conditions);
  }
  check_maybe(c, n->comp.key);
  check_node(n->comp.element, c);
  c->frame = f.outer;
}

// Statements that belong somewhere.

static void check_return(Checker *c, const Node *n) {
  if (c->frame->kind != FRAME_FUNCTION) check_fail(c, n->at, "'return' outside function");
  if (n->value.value) c->frame->result = n;
  check_maybe(c, n->value.value);
}

static void check_jump(Checker *c, const Node *n) {
  bool is_break = n->kind == NODE_BREAK;
  if (c->frame->loops) return;
  if (c->frame->star_blocks) return; // said there
  check_fail(c, n->at, is_break ? "'break' outside loop" : "'continue' not properly in loop");
}

static void check_loop_body(Checker *c, const NodeList *body, const NodeList *orelse) {
  int star_blocks = c->frame->star_blocks;
  c->frame->star_blocks = 0;
  c->frame->loops++;
  check_list(c, body);
  c->frame->loops--;
  c->frame->star_blocks = star_blocks;
  check_list(c, orelse);
}

static void check_async(Checker *c, const Node *n, bool is_async, const char *what) {
  if (is_async && !c->frame->is_async)
    check_fail(c, n->at, "'async %s' outside async function", what);
}

static void check_with(Checker *c, const Node *n) {
  check_async(c, n, n->with.is_async, "with");
  for (uint32_t i = 0; i < n->with.items.n; i++) {
    const Node *item = n->with.items.data[i];
    check_node(item->with_item.context, c);
    if (item->with_item.target) check_target(c, item->with_item.target);
  }
  check_list(c, &n->with.body);
}

// In an except* block no jump may leave it; a loop or function inside may have its own.
static void refuse_jumps(Node *n, void *checker) {
  Checker *c = checker;
  bool jump = n->kind == NODE_BREAK || n->kind == NODE_CONTINUE;
  if (n->kind == NODE_RETURN || (jump && !c->frame->loops))
    check_fail(c, n->at,
               "'break', 'continue' and 'return' cannot appear in an except* block");
  if (!ast_is_statement(n) && n->kind != NODE_HANDLER && n->kind != NODE_CASE) return;
  if (n->kind == NODE_FUNCTION || n->kind == NODE_CLASS) return;
  bool loop = n->kind == NODE_FOR || n->kind == NODE_WHILE;
  c->frame->loops += loop;
  ast_each_child(n, refuse_jumps, c);
  c->frame->loops -= loop;
}

static void check_try(Checker *c, const Node *n) {
  check_list(c, &n->try_.body);
  for (uint32_t i = 0; i < n->try_.handlers.n; i++) {
    const Node *h = n->try_.handlers.data[i];
    int loops = c->frame->loops;
    check_maybe(c, h->handler.type);
    if (n->try_.is_star && c->frame->kind != FRAME_CLASS) {
      c->frame->loops = 0;
      for (uint32_t j = 0; j < h->handler.body.n; j++) refuse_jumps(h->handler.body.data[j], c);
      c->frame->loops = loops;
    }
    c->frame->star_blocks += n->try_.is_star;
    check_list(c, &h->handler.body);
    c->frame->star_blocks -= n->try_.is_star;
  }
  check_list(c, &n->try_.orelse);
  check_list(c, &n->try_.finally);
}

// Expressions that belong somewhere.

static void check_yield(Checker *c, const Node *n) {
  static const char *const comps[] = {[NODE_LIST_COMP - NODE_LIST_COMP] = "list comprehension",
                                      "set comprehension", "dict comprehension",
                                      "generator expression"};
  Frame *f = c->frame;
  f->yields = true;
  if (f->kind == FRAME_COMP)
    check_fail(c, n->at, "'yield' inside %s", comps[f->node->kind - NODE_LIST_COMP]);
  else if (!is_function(f)) check_fail(c, n->at, "'yield' outside function");
  else if (n->kind == NODE_YIELD_FROM && f->is_async)
    check_fail(c, n->at, "'yield from' inside async function");
  check_maybe(c, n->value.value);
}

static void check_await(Checker *c, const Node *n) {
  if (!is_function(real_frame(c))) check_fail(c, n->at, "'await' outside function");
  else if (!c->frame->is_async) check_fail(c, n->at, "'await' outside async function");
  check_node(n->value.value, c);
}

// Elements of a list, tuple or set may be starred.
static void check_elements(Checker *c, const NodeList *items) {
  for (uint32_t i = 0; i < items->n; i++) {
    Node *item = items->data[i];
    check_node(item->kind == NODE_STARRED ? item->value.value : item, c);
  }
}

static void check_delete(Checker *c, const Node *n) {
  for (uint32_t i = 0; i < n->sequence.items.n; i++) {
    const Node *target = n->sequence.items.data[i];
    if (target->kind == NODE_NAME && !strcmp(target->name.id, "__debug__"))
      check_fail(c, target->at, "cannot delete __debug__");
    else check_target(c, target);
  }
}

static void check_assign(Checker *c, const Node *n) {
  for (uint32_t i = 0; i < n->assign.targets.n; i++) check_target(c, n->assign.targets.data[i]);
  check_node(n->assign.value, c);
}

static void check_ann_assign(Checker *c, const Node *n) {
  check_target(c, n->ann_assign.target);
  check_node(n->ann_assign.annotation, c);
  check_maybe(c, n->ann_assign.value);
}

static void check_expression(Checker *c, Node *n) {
  switch (n->kind) {
  case NODE_LAMBDA: check_lambda(c, n); break;
  case NODE_LIST_COMP: case NODE_SET_COMP: case NODE_DICT_COMP: case NODE_GENERATOR:
    check_comp(c, n);
    break;
  case NODE_YIELD: case NODE_YIELD_FROM: check_yield(c, n); break;
  case NODE_AWAIT: check_await(c, n); break;
  case NODE_LIST: case NODE_TUPLE: case NODE_SET: check_elements(c, &n->sequence.items); break;
  case NODE_CALL:
    check_node(n->call.callee, c);
    check_arguments(c, &n->call.args, &n->call.keywords);
    break;
  case NODE_STARRED: check_fail(c, n->at, "can't use starred expression here"); break;
  case NODE_NAMED_EXPR:
    check_named_expr(c, n);
    check_node(n->named_expr.value, c);
    break;
  default: ast_each_child(n, check_node, c);
  }
}

static void check_statement(Checker *c, Node *n) {
  switch (n->kind) {
  case NODE_FUNCTION: check_function(c, n); break;
  case NODE_CLASS: check_class(c, n); break;
  case NODE_RETURN: check_return(c, n); break;
  case NODE_DELETE: check_delete(c, n); break;
  case NODE_ASSIGN: check_assign(c, n); break;
  case NODE_AUG_ASSIGN:
    check_target(c, n->aug_assign.target);
    check_node(n->aug_assign.value, c);
    break;
  case NODE_ANN_ASSIGN: check_ann_assign(c, n); break;
  case NODE_FOR:
    check_async(c, n, n->for_.is_async, "for");
    check_target(c, n->for_.target);
    check_node(n->for_.iter, c);
    check_loop_body(c, &n->for_.body, &n->for_.orelse);
    break;
  case NODE_WHILE:
    check_node(n->if_.test, c);
    check_loop_body(c, &n->if_.body, &n->if_.orelse);
    break;
  case NODE_WITH: check_with(c, n); break;
  case NODE_TRY: check_try(c, n); break;
  case NODE_MATCH:
    check_match(c, n);
    ast_each_child(n, check_node, c);
    break;
  case NODE_IMPORT: check_aliases(c, &n->import.names); break;
  case NODE_IMPORT_FROM: check_import_from(c, n); break;
  case NODE_GLOBAL: case NODE_NONLOCAL: check_global(c, n); break;
  case NODE_BREAK: case NODE_CONTINUE: check_jump(c, n); break;
  default: ast_each_child(n, check_node, c);
  }
}

void check_node(Node *n, void *checker) {
  Checker *c = checker;
  if (ast_is_statement(n)) check_statement(c, n);
  else if (ast_is_expression(n)) check_expression(c, n);
  else ast_each_child(n, check_node, c);
}

static bool is_future_import(const Node *n) {
  return n->kind == NODE_IMPORT_FROM && !n->import_from.level && n->import_from.module &&
         !strcmp(n->import_from.module, "__future__");
}

bool check_module(const Node *module) {
  Frame f = {.kind = FRAME_MODULE, .node = module};
  Checker c = {.frame = &f, .futures_allowed = true};
  for (uint32_t i = 0; i < module->module.body.n; i++) {
    Node *n = module->module.body.data[i];
    bool doc = i == 0 && n->kind == NODE_EXPR && n->value.value->kind == NODE_STR;
    if (!doc && !is_future_import(n)) c.futures_allowed = false;
    check_node(n, &c);
  }
  return !c.errors;
}

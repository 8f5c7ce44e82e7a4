// star.c -- except* in terms of except.
//
//     try: BODY                    try: BODY
//     except* T as e: H            except BaseException as .s:
//                                      for .g in __except_star__(.s):
//                                          for e in .g.part(T):
//                                              with .g: H
//                                          .g.finish()
//
// The helper (driver/library/_groups.py) splits groups, keeps what H raises, and raises what is
// left.  No jump leaves H, as the parser has checked; so the loops, of at most one item, are not
// seen.
#include "driver/stage/star.h"

#include "dialect/support/intern.h"

static Node *name_node(Arena *a, SrcRange at, const char *id) {
  Node *n = ast_new(a, NODE_NAME, at);
  n->name.id = intern_str(id);
  return n;
}

static NodeList list_of(Arena *a, Node *n) {
  NodeList l = {ARENA_ARRAY(a, Node *, 1), 1};
  l.data[0] = n;
  return l;
}

static Node *call_node(Arena *a, Node *callee, Node *arg) {
  Node *n = ast_new(a, NODE_CALL, callee->at);
  n->call.callee = callee;
  if (arg) n->call.args = list_of(a, arg);
  return n;
}

static Node *method_node(Arena *a, SrcRange at, const char *object, const char *method) {
  Node *n = ast_new(a, NODE_ATTRIBUTE, at);
  n->attribute.value = name_node(a, at, object);
  n->attribute.name = intern_str(method);
  return n;
}

static Node *for_node(Arena *a, Node *target, Node *iter, NodeList body) {
  Node *n = ast_new(a, NODE_FOR, iter->at);
  n->for_.target = target;
  n->for_.iter = iter;
  n->for_.body = body;
  return n;
}

// for e in .g.part(T): with .g: H
static Node *clause_node(Arena *a, const Node *h, const char *group, const char *part) {
  Node *item = ast_new(a, NODE_WITH_ITEM, h->at);
  item->with_item.context = name_node(a, h->at, group);
  Node *with = ast_new(a, NODE_WITH, h->at);
  with->with.items = list_of(a, item);
  with->with.body = h->handler.body;
  Node *call = call_node(a, method_node(a, h->at, group, "part"), h->handler.type);
  Node *target = name_node(a, h->at, h->handler.name ? h->handler.name : part);
  return for_node(a, target, call, list_of(a, with));
}

void star_rewrite(Arena *a, Node *n) {
  if (!n->try_.is_star) return;
  n->try_.is_star = false;
  SrcRange at = n->at;
  const char *caught = arena_printf(a, ".caught%u_%u", at.line, at.col);
  const char *group = arena_printf(a, ".group%u_%u", at.line, at.col);
  const char *part = arena_printf(a, ".part%u_%u", at.line, at.col);
  uint32_t count = n->try_.handlers.n;
  NodeList body = {ARENA_ARRAY(a, Node *, count + 1), count + 1};
  for (uint32_t i = 0; i < count; i++)
    body.data[i] = clause_node(a, n->try_.handlers.data[i], group, part);
  body.data[count] = ast_new(a, NODE_EXPR, at);
  body.data[count]->value.value = call_node(a, method_node(a, at, group, "finish"), NULL);
  Node *made = call_node(a, name_node(a, at, "__except_star__"), name_node(a, at, caught));
  Node *handler = ast_new(a, NODE_HANDLER, at);
  handler->handler.type = name_node(a, at, "BaseException");
  handler->handler.name = intern_str(caught);
  handler->handler.body = list_of(a, for_node(a, name_node(a, at, group), made, body));
  n->try_.handlers = list_of(a, handler);
}

// parse_target.c -- what is assigned to, and the statements that begin with an expression.
#include "driver/python/parser.h"

#include <string.h>

// The first part of n that cannot be a target, or null.
static Node *find_invalid(Node *n, TargetUse use) {
  switch (n->kind) {
  case NODE_NAME: case NODE_ATTRIBUTE: case NODE_SUBSCRIPT: return NULL;
  case NODE_STARRED: return use == TARGET_DELETE ? n : find_invalid(n->value.value, use);
  case NODE_LIST: case NODE_TUPLE:
    for (uint32_t i = 0; i < n->sequence.items.n; i++) {
      Node *bad = find_invalid(n->sequence.items.data[i], use);
      if (bad) return bad;
    }
    return NULL;
  default: return n;
  }
}

bool parse_check_target(Parser *p, Node *n, TargetUse use) {
  if (p->failed) return false;
  Node *bad = find_invalid(n, use);
  if (!bad) return true;
  parse_fail(p, bad->at, use == TARGET_DELETE ? "cannot delete %s" : "cannot assign to %s",
             parse_describe(bad));
  return false;
}

static Node *parse_target_item(Parser *p) {
  if (!parse_at(p, TOK_STAR)) return parse_bit_or(p);
  Node *n = parse_new(p, NODE_STARRED, parse_mark(p));
  parse_advance(p);
  n->value.value = parse_bit_or(p);
  return parse_done(p, n);
}

Node *parse_targets(Parser *p) {
  Mark start = parse_mark(p);
  Node *n = parse_target_item(p);
  if (parse_at(p, TOK_COMMA)) {
    uint32_t base = p->stack.n;
    parse_push(p, n);
    while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_IN)) parse_push(p, parse_target_item(p));
    n = parse_new(p, NODE_TUPLE, start);
    n->sequence.items = parse_pop(p, base);
    parse_done(p, n);
  }
  parse_check_target(p, n, TARGET_FOR);
  return n;
}

Node *parse_target(Parser *p) {
  Node *n = parse_target_item(p);
  parse_check_target(p, n, TARGET_WITH);
  return n;
}

NodeList parse_delete_targets(Parser *p) {
  Node *n = parse_star_exprs(p);
  if (!parse_at(p, TOK_SEMI) && !parse_at(p, TOK_NEWLINE)) parse_invalid(p);
  parse_check_target(p, n, TARGET_DELETE);
  if (n->kind == NODE_TUPLE && n->sequence.bare) return n->sequence.items;
  uint32_t base = p->stack.n;
  parse_push(p, n);
  return parse_pop(p, base);
}

// Assignments.

static bool starts_operand(const Token *t) {
  return parse_starts_expression(t->kind) && t->kind != TOK_NOT && t->kind != TOK_LAMBDA;
}

// May `bad` have been meant as one side of ==, as in `f(x) = 1`?
static bool is_meant_equal(const Node *bad) {
  switch (bad->kind) {
  case NODE_STARRED: case NODE_GENERATOR: return false;
  case NODE_COMPARE: case NODE_BOOL_OP: case NODE_IF_EXP: case NODE_LAMBDA: case NODE_YIELD:
  case NODE_YIELD_FROM: case NODE_TRUE: case NODE_FALSE: case NODE_NONE: return bad->parens > 0;
  case NODE_UNARY_OP: return bad->unary_op.op != AST_NOT || bad->parens > 0;
  default: return true;
  }
}

// `a, 1 = x`: the last element of a tuple without parentheses is what stands before the `=`.
static const Node *left_of_equals(const Node *target, const Token *equals) {
  bool bare = target->kind == NODE_TUPLE && target->sequence.bare && equals[-1].kind != TOK_COMMA;
  return bare ? target->sequence.items.data[target->sequence.items.n - 1] : target;
}

static void check_assignment(Parser *p, Node *target, const Token *equals, bool only) {
  if (p->failed) return;
  Node *bad = find_invalid(target, TARGET_ASSIGN);
  if (!bad) return;
  const Node *left = left_of_equals(target, equals);
  bool yields = bad->kind == NODE_YIELD || bad->kind == NODE_YIELD_FROM;
  if (yields && !bad->parens)
    parse_fail(p, bad->at, "assignment to yield expression not possible");
  else if (!only || !starts_operand(equals + 1) || !is_meant_equal(left) || left->kind == NODE_TUPLE
           || left->kind == NODE_LIST)
    parse_fail(p, bad->at, "cannot assign to %s", parse_describe(bad));
  else if (left->kind == NODE_NAME)
    parse_fail(p, left->at, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  else
    parse_fail(p, left->at, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
               parse_describe(left));
}

static Node *parse_assign(Parser *p, Mark start, Node *first) {
  VEC(const Token *) equals = {0};
  uint32_t base = p->stack.n;
  parse_push(p, first);
  Node *value = first;
  while (parse_at(p, TOK_ASSIGN)) {
    VEC_PUSH(p->arena, equals, p->tok);
    parse_advance(p);
    value = parse_exprs_or_yield(p);
    parse_push(p, value);
  }
  p->stack.n--;
  Node *n = parse_new(p, NODE_ASSIGN, start);
  n->assign.targets = parse_pop(p, base);
  n->assign.value = value;
  for (uint32_t i = 0; i < n->assign.targets.n; i++)
    check_assignment(p, n->assign.targets.data[i], equals.data[i], equals.n == 1);
  return parse_done(p, n);
}

static bool is_single_target(const Node *n) {
  return n->kind == NODE_NAME || n->kind == NODE_ATTRIBUTE || n->kind == NODE_SUBSCRIPT;
}

static Node *parse_aug_assign(Parser *p, Mark start, Node *target) {
  if (!is_single_target(target))
    parse_fail(p, target->at, "'%s' is an illegal expression for augmented assignment",
               parse_describe(target));
  Node *n = parse_new(p, NODE_AUG_ASSIGN, start);
  n->aug_assign.op = (AstOp)(AST_ADD + (p->tok->kind - TOK_ADD_ASSIGN));
  n->aug_assign.target = target;
  parse_advance(p);
  n->aug_assign.value = parse_exprs_or_yield(p);
  return parse_done(p, n);
}

static Node *parse_ann_assign(Parser *p, Mark start, Node *target) {
  if (!is_single_target(target)) {
    bool sequence = target->kind == NODE_LIST || target->kind == NODE_TUPLE;
    if (!parse_starts_expression(parse_peek(p, 1))) parse_invalid(p);
    else if (sequence)
      parse_fail(p, target->at, "only single target (not %s) can be annotated",
                 parse_describe(target));
    else parse_fail(p, target->at, "illegal target for annotation");
  }
  Node *n = parse_new(p, NODE_ANN_ASSIGN, start);
  parse_advance(p);
  n->ann_assign.target = target;
  n->ann_assign.simple = target->kind == NODE_NAME && !target->parens;
  n->ann_assign.annotation = parse_expr(p);
  if (parse_accept(p, TOK_ASSIGN)) n->ann_assign.value = parse_exprs_or_yield(p);
  return parse_done(p, n);
}

Node *parse_expr_statement(Parser *p) {
  Mark start = parse_mark(p);
  Node *first = parse_exprs_or_yield(p);
  if (parse_at(p, TOK_ASSIGN)) return parse_assign(p, start, first);
  if (parse_at(p, TOK_COLON)) return parse_ann_assign(p, start, first);
  if (p->tok->kind >= TOK_ADD_ASSIGN && p->tok->kind <= TOK_FLOOR_DIV_ASSIGN)
    return parse_aug_assign(p, start, first);
  Node *n = parse_new(p, NODE_EXPR, start);
  n->value.value = first;
  return parse_done(p, n);
}

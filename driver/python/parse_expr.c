// parse_expr.c -- operators, by precedence climbing, and what binds less tightly than they.
#include "driver/python/parser.h"

// Left-associative operators; a larger level binds more tightly, 0: none.
static int binary_level(TokenKind k, AstOp *op) {
#define OP(level, name) return *op = AST_##name, level
  switch (k) {
  case TOK_PIPE: OP(1, BIT_OR);
  case TOK_CARET: OP(2, BIT_XOR);
  case TOK_AMP: OP(3, BIT_AND);
  case TOK_LSHIFT: OP(4, LSHIFT);
  case TOK_RSHIFT: OP(4, RSHIFT);
  case TOK_PLUS: OP(5, ADD);
  case TOK_MINUS: OP(5, SUB);
  case TOK_STAR: OP(6, MUL);
  case TOK_SLASH: OP(6, DIV);
  case TOK_SLASH_SLASH: OP(6, FLOOR_DIV);
  case TOK_PERCENT: OP(6, MOD);
  case TOK_AT: OP(6, MATMUL);
  default: return 0;
  }
#undef OP
}

static Node *make_binary(Parser *p, Mark start, AstOp op, Node *left, Node *right) {
  Node *n = parse_new(p, NODE_BIN_OP, start);
  n->bin_op.op = op;
  n->bin_op.left = left;
  n->bin_op.right = right;
  return parse_done(p, n);
}

static Node *parse_unary(Parser *p);

static Node *parse_power(Parser *p) {
  Mark start = parse_mark(p);
  Node *base = parse_primary(p);
  if (!parse_accept(p, TOK_STAR_STAR)) return base;
  return make_binary(p, start, AST_POW, base, parse_unary(p));
}

static Node *make_unary(Parser *p, AstOp op, Node *(*operand)(Parser *)) {
  Node *n = parse_new(p, NODE_UNARY_OP, parse_mark(p));
  n->unary_op.op = op;
  parse_advance(p);
  if (parse_enter(p)) n->unary_op.operand = operand(p);
  else n->unary_op.operand = n;
  parse_leave(p);
  return parse_done(p, n);
}

static Node *parse_unary(Parser *p) {
  switch (p->tok->kind) {
  case TOK_PLUS: return make_unary(p, AST_POS, parse_unary);
  case TOK_MINUS: return make_unary(p, AST_NEG, parse_unary);
  case TOK_TILDE: return make_unary(p, AST_INVERT, parse_unary);
  default: return parse_power(p);
  }
}

static Node *parse_binary(Parser *p, int least) {
  Mark start = parse_mark(p);
  Node *left = parse_unary(p);
  AstOp op;
  for (int level; (level = binary_level(p->tok->kind, &op)) >= least && level;) {
    parse_advance(p);
    left = make_binary(p, start, op, left, parse_binary(p, level + 1));
  }
  return left;
}

Node *parse_bit_or(Parser *p) { return parse_binary(p, 1); }

static bool accept_comparison(Parser *p, AstOp *op) {
  switch (p->tok->kind) {
  case TOK_EQ: *op = AST_EQ; break;
  case TOK_NE: *op = AST_NE; break;
  case TOK_LT: *op = AST_LT; break;
  case TOK_LE: *op = AST_LE; break;
  case TOK_GT: *op = AST_GT; break;
  case TOK_GE: *op = AST_GE; break;
  case TOK_IN: *op = AST_IN; break;
  case TOK_IS: *op = parse_peek(p, 1) == TOK_NOT ? AST_IS_NOT : AST_IS; break;
  case TOK_NOT:
    if (parse_peek(p, 1) != TOK_IN) return false;
    *op = AST_NOT_IN;
    break;
  default: return false;
  }
  if (p->tok->text && p->tok->kind == TOK_NE) parse_invalid(p); // <>
  if (*op == AST_IS_NOT || *op == AST_NOT_IN) parse_advance(p);
  parse_advance(p);
  return true;
}

static Node *parse_comparison(Parser *p) {
  Mark start = parse_mark(p);
  Node *left = parse_bit_or(p);
  VEC(AstOp) ops = {0};
  uint32_t base = p->stack.n;
  for (AstOp op; accept_comparison(p, &op);) {
    VEC_PUSH(p->arena, ops, op);
    parse_push(p, parse_bit_or(p));
  }
  if (!ops.n) return left;
  Node *n = parse_new(p, NODE_COMPARE, start);
  n->compare.left = left;
  n->compare.ops = ops.data;
  n->compare.others = parse_pop(p, base);
  return parse_done(p, n);
}

static Node *parse_not(Parser *p) {
  if (parse_at(p, TOK_NOT)) return make_unary(p, AST_NOT, parse_not);
  return parse_comparison(p);
}

static Node *parse_bool_op(Parser *p, TokenKind word, AstOp op, Node *(*operand)(Parser *)) {
  Mark start = parse_mark(p);
  Node *first = operand(p);
  if (!parse_at(p, word)) return first;
  uint32_t base = p->stack.n;
  parse_push(p, first);
  while (parse_accept(p, word)) parse_push(p, operand(p));
  Node *n = parse_new(p, NODE_BOOL_OP, start);
  n->bool_op.op = op;
  n->bool_op.values = parse_pop(p, base);
  return parse_done(p, n);
}

static Node *parse_and(Parser *p) { return parse_bool_op(p, TOK_AND, AST_AND, parse_not); }

Node *parse_disjunction(Parser *p) { return parse_bool_op(p, TOK_OR, AST_OR, parse_and); }

static Node *parse_lambda(Parser *p) {
  Node *n = parse_new(p, NODE_LAMBDA, parse_mark(p));
  parse_advance(p);
  n->lambda.params = parse_params(p, TOK_COLON);
  if (parse_at(p, TOK_COLON) &&
      (parse_peek(p, 1) == TOK_FSTRING_MIDDLE || parse_peek(p, 1) == TOK_RBRACE))
    parse_fail(p, n->at, "f-string: lambda expressions are not allowed without parentheses");
  parse_expect(p, TOK_COLON);
  n->lambda.body = parse_expr(p);
  return parse_done(p, n);
}

static Node *parse_conditional(Parser *p) {
  if (parse_at(p, TOK_LAMBDA)) return parse_lambda(p);
  Mark start = parse_mark(p);
  uint32_t pos = p->pos;
  Node *body = parse_disjunction(p);
  if (!p->failed) p->operand_start = pos, p->operand_end = p->pos;
  if (!parse_accept(p, TOK_IF)) return body;
  Node *n = parse_new(p, NODE_IF_EXP, start);
  n->if_exp.body = body;
  n->if_exp.test = parse_disjunction(p);
  if (!parse_at(p, TOK_ELSE) && !parse_at(p, TOK_COLON)) {
    parse_done(p, n->if_exp.test);
    parse_fail(p, parse_range_of(body, n->if_exp.test), "expected 'else' after 'if' expression");
  }
  parse_expect(p, TOK_ELSE);
  n->if_exp.orelse = parse_expr(p);
  return parse_done(p, n);
}

Node *parse_expr(Parser *p) {
  Node *n = parse_enter(p) ? parse_conditional(p) : parse_new(p, NODE_NONE, parse_mark(p));
  parse_leave(p);
  return n;
}

// `=` after an expression where only a condition or an element can stand.
static void fail_assignment(Parser *p, Node *n) {
  const Token *equals = p->tok;
  bool plain = n->kind == NODE_NAME && !n->parens;
  bool is_operand = n->kind != NODE_LIST && n->kind != NODE_TUPLE && n->kind != NODE_GENERATOR &&
                    n->kind != NODE_TRUE && n->kind != NODE_FALSE && n->kind != NODE_NONE &&
                    n->kind != NODE_LAMBDA && n->kind != NODE_IF_EXP && n->kind != NODE_COMPARE &&
                    n->kind != NODE_BOOL_OP;
  if (!plain && !is_operand) {
    parse_invalid(p);
    return;
  }
  bool quiet = p->quiet;
  p->quiet = true;
  parse_advance(p);
  Node *value = parse_bit_or(p);
  bool ok = !p->failed && !parse_at(p, TOK_ASSIGN) && !parse_at(p, TOK_WALRUS);
  p->quiet = quiet;
  parse_rewind(p, (uint32_t)(equals - p->tokens.data));
  if (!ok) parse_invalid(p);
  else if (plain)
    parse_fail(p, parse_range_of(n, value),
               "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  else
    parse_fail(p, n->at, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
               parse_describe(n));
}

Node *parse_named_expr(Parser *p) {
  Mark start = parse_mark(p);
  Node *target = parse_expr(p);
  if (parse_at(p, TOK_ASSIGN)) fail_assignment(p, target);
  if (!parse_at(p, TOK_WALRUS)) return target;
  if (target->kind != NODE_NAME || target->parens) {
    parse_fail(p, target->at, "cannot use assignment expressions with %s", parse_describe(target));
    return target;
  }
  parse_advance(p);
  Node *n = parse_new(p, NODE_NAMED_EXPR, start);
  n->named_expr.target = target;
  n->named_expr.value = parse_expr(p);
  return parse_done(p, n);
}

static Node *parse_starred(Parser *p) {
  Node *n = parse_new(p, NODE_STARRED, parse_mark(p));
  parse_advance(p);
  n->value.value = parse_bit_or(p);
  return parse_done(p, n);
}

Node *parse_star_named_expr(Parser *p) {
  return parse_at(p, TOK_STAR) ? parse_starred(p) : parse_named_expr(p);
}

static Node *parse_star_expr(Parser *p) {
  return parse_at(p, TOK_STAR) ? parse_starred(p) : parse_expr(p);
}

Node *parse_star_exprs(Parser *p) {
  Mark start = parse_mark(p);
  Node *first = parse_star_expr(p);
  if (!parse_at(p, TOK_COMMA)) return first;
  uint32_t base = p->stack.n;
  parse_push(p, first);
  while (parse_accept(p, TOK_COMMA) &&
         (parse_starts_expression(p->tok->kind) || parse_at(p, TOK_STAR)))
    parse_push(p, parse_star_expr(p));
  Node *n = parse_new(p, NODE_TUPLE, start);
  n->sequence.bare = true;
  n->sequence.items = parse_pop(p, base);
  return parse_done(p, n);
}

static Node *parse_yield(Parser *p) {
  Mark start = parse_mark(p);
  parse_advance(p);
  Node *n;
  if (parse_accept(p, TOK_FROM)) {
    n = parse_new(p, NODE_YIELD_FROM, start);
    n->value.value = parse_expr(p);
  } else {
    n = parse_new(p, NODE_YIELD, start);
    if (parse_starts_expression(p->tok->kind) || parse_at(p, TOK_STAR))
      n->value.value = parse_star_exprs(p);
  }
  return parse_done(p, n);
}

Node *parse_exprs_or_yield(Parser *p) {
  return parse_at(p, TOK_YIELD) ? parse_yield(p) : parse_star_exprs(p);
}

// Attributes, calls and subscripts.
static Node *parse_trailer(Parser *p, Mark start, Node *n) {
  Node *outer;
  if (parse_accept(p, TOK_DOT)) {
    outer = parse_new(p, NODE_ATTRIBUTE, start);
    outer->attribute.value = n;
    outer->attribute.name = parse_identifier(p);
  } else if (parse_accept(p, TOK_LPAREN)) {
    outer = parse_new(p, NODE_CALL, start);
    outer->call.callee = n;
    parse_args(p, &outer->call.args, &outer->call.keywords);
  } else {
    parse_advance(p);
    outer = parse_new(p, NODE_SUBSCRIPT, start);
    outer->subscript.value = n;
    outer->subscript.index = parse_subscripts(p);
  }
  return parse_done(p, outer);
}

Node *parse_primary(Parser *p) {
  Mark start = parse_mark(p);
  if (parse_accept(p, TOK_AWAIT)) {
    Node *n = parse_new(p, NODE_AWAIT, start);
    n->value.value = parse_at(p, TOK_AWAIT) ? n : parse_primary(p);
    if (n->value.value == n) parse_invalid(p);
    return parse_done(p, n);
  }
  Node *n = parse_atom(p);
  while (parse_at(p, TOK_DOT) || parse_at(p, TOK_LPAREN) || parse_at(p, TOK_LSQUARE))
    n = parse_trailer(p, start, n);
  return n;
}

// parse_block.c -- statements that have a block.
#include "driver/python/parser.h"

// `:` and a block.  A colon that is missing at the end of a line is reported and taken as read;
// elsewhere too when `forced`, else what stands there is the error.
static void expect_colon(Parser *p, bool forced) {
  if (parse_accept(p, TOK_COLON)) return;
  SrcRange at = parse_range(p, p->tok, p->tok);
  if (parse_at(p, TOK_NEWLINE)) parse_complain(p, at, "expected ':'");
  else if (forced) parse_fail(p, at, "expected ':'");
  else parse_invalid(p);
}

NodeList parse_block(Parser *p, const char *what, uint32_t line) {
  uint32_t base = p->stack.n;
  if (!parse_accept(p, TOK_NEWLINE)) {
    parse_simple_line(p);
    return parse_pop(p, base);
  }
  if (!parse_accept(p, TOK_INDENT)) {
    parse_fail_indent(p, "expected an indented block after %s on line %u", what, line);
    return (NodeList){0};
  }
  while (!parse_at(p, TOK_DEDENT) && !parse_at(p, TOK_END) && !p->failed) parse_statement(p);
  parse_accept(p, TOK_DEDENT);
  return parse_pop(p, base);
}

static NodeList parse_else(Parser *p) {
  if (!parse_at(p, TOK_ELSE)) return (NodeList){0};
  uint32_t line = p->tok->line;
  parse_advance(p);
  expect_colon(p, true);
  return parse_block(p, "'else' statement", line);
}

static Node *parse_branch(Parser *p, NodeKind kind, const char *what) {
  Node *n = parse_new(p, kind, parse_mark(p));
  parse_advance(p);
  n->if_.test = parse_named_expr(p);
  expect_colon(p, false);
  n->if_.body = parse_block(p, what, n->at.line);
  return n;
}

// A chain of elif is read in a loop and closed from its end.
static Node *parse_if(Parser *p) {
  VEC(Node *) chain = {0};
  VEC_PUSH(p->arena, chain, parse_branch(p, NODE_IF, "'if' statement"));
  while (parse_at(p, TOK_ELIF)) {
    Node *n = parse_branch(p, NODE_IF, "'elif' statement");
    VEC_PUSH(p->arena, chain, n);
  }
  VEC_LAST(chain)->if_.orelse = parse_else(p);
  for (uint32_t i = chain.n; i-- > 1;) {
    parse_push(p, parse_done(p, chain.data[i]));
    chain.data[i - 1]->if_.orelse = parse_pop(p, p->stack.n - 1);
  }
  return parse_done(p, chain.data[0]);
}

static Node *parse_while(Parser *p) {
  Node *n = parse_branch(p, NODE_WHILE, "'while' statement");
  n->if_.orelse = parse_else(p);
  return parse_done(p, n);
}

static Node *parse_for(Parser *p, Mark start, bool is_async) {
  Node *n = parse_new(p, NODE_FOR, start);
  n->for_.is_async = is_async;
  uint32_t line = p->tok->line;
  parse_advance(p);
  n->for_.target = parse_targets(p);
  parse_expect(p, TOK_IN);
  n->for_.iter = parse_star_exprs(p);
  expect_colon(p, false);
  n->for_.body = parse_block(p, "'for' statement", line);
  n->for_.orelse = parse_else(p);
  return parse_done(p, n);
}

// With.

static Node *parse_with_item(Parser *p) {
  Node *n = parse_new(p, NODE_WITH_ITEM, parse_mark(p));
  n->with_item.context = parse_expr(p);
  if (parse_accept(p, TOK_AS)) n->with_item.target = parse_target(p);
  return parse_done(p, n);
}

// `with (a as x, b as y):`.  Parentheses may as well belong to an expression: then nothing is read.
static bool parse_parenthesized_items(Parser *p, NodeList *items) {
  if (!parse_at(p, TOK_LPAREN)) return false;
  uint32_t pos = p->pos, base = p->stack.n;
  bool quiet = p->quiet, named = false;
  p->quiet = true;
  parse_advance(p);
  do {
    Node *n = parse_with_item(p);
    named |= n->with_item.target != NULL;
    parse_push(p, n);
  } while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RPAREN));
  bool ok = parse_accept(p, TOK_RPAREN);
  ok = ok && (parse_at(p, TOK_COLON) || (named && parse_at(p, TOK_NEWLINE)));
  p->quiet = quiet;
  if (!ok) {
    p->stack.n = base;
    parse_rewind(p, pos);
    return false;
  }
  *items = parse_pop(p, base);
  return true;
}

// In parentheses `as` shows that items were meant: they are read again, for the error in them.
static bool has_named_items(const Parser *p) {
  uint32_t depth = 0;
  for (uint32_t i = 0;; i++) {
    TokenKind k = parse_peek(p, i);
    if (k == TOK_NEWLINE || k == TOK_END || k == TOK_STOP) return false;
    if (k == TOK_LPAREN || k == TOK_LSQUARE || k == TOK_LBRACE) depth++;
    if ((k == TOK_RPAREN || k == TOK_RSQUARE || k == TOK_RBRACE) && --depth == 0) return false;
    if (k == TOK_AS && depth == 1) return true;
  }
}

static Node *parse_with(Parser *p, Mark start, bool is_async) {
  Node *n = parse_new(p, NODE_WITH, start);
  n->with.is_async = is_async;
  uint32_t line = p->tok->line;
  parse_advance(p);
  if (!parse_parenthesized_items(p, &n->with.items)) {
    bool parens = parse_at(p, TOK_LPAREN) && has_named_items(p);
    if (parens) parse_advance(p);
    uint32_t base = p->stack.n;
    do {
      parse_push(p, parse_with_item(p));
    } while (parse_accept(p, TOK_COMMA));
    n->with.items = parse_pop(p, base);
    if (parens) parse_expect(p, TOK_RPAREN);
  }
  expect_colon(p, false);
  n->with.body = parse_block(p, "'with' statement", line);
  return parse_done(p, n);
}

// Try.

static void parse_handler_type(Parser *p, Node *n, bool is_star) {
  if (is_star && (parse_at(p, TOK_COLON) || parse_at(p, TOK_NEWLINE)))
    parse_fail_here(p, "expected one or more exception types");
  if (parse_at(p, TOK_COLON) || parse_at(p, TOK_NEWLINE)) return;
  n->handler.type = parse_expr(p);
  if (parse_at(p, TOK_COMMA)) {
    Node *first = n->handler.type, *last = first;
    while (parse_accept(p, TOK_COMMA) && parse_starts_expression(p->tok->kind))
      last = parse_expr(p);
    parse_fail(p, parse_range_of(first, last), "multiple exception types must be parenthesized");
  }
  if (parse_accept(p, TOK_AS)) n->handler.name = parse_identifier(p);
}

static Node *parse_handler(Parser *p, bool *is_star) {
  Node *n = parse_new(p, NODE_HANDLER, parse_mark(p));
  parse_advance(p);
  *is_star = parse_accept(p, TOK_STAR);
  parse_handler_type(p, n, *is_star);
  expect_colon(p, false);
  n->handler.body =
      parse_block(p, *is_star ? "'except*' statement" : "'except' statement", n->at.line);
  return parse_done(p, n);
}

static NodeList parse_handlers(Parser *p, bool *is_star) {
  uint32_t base = p->stack.n;
  bool first = true;
  while (parse_at(p, TOK_EXCEPT)) {
    const Token *except = p->tok;
    bool star;
    Node *n = parse_handler(p, &star);
    if (first) *is_star = star;
    else if (star != *is_star)
      parse_complain(p, parse_range(p, except, except),
                     "cannot have both 'except' and 'except*' on the same 'try'");
    Node *before = first ? NULL : VEC_LAST(p->stack);
    if (before && !before->handler.type && !p->failed)
      parse_complain(p, before->at, "default 'except:' must be last");
    first = false;
    parse_push(p, n);
  }
  return parse_pop(p, base);
}

static Node *parse_try(Parser *p) {
  Node *n = parse_new(p, NODE_TRY, parse_mark(p));
  parse_advance(p);
  expect_colon(p, true);
  n->try_.body = parse_block(p, "'try' statement", n->at.line);
  if (!parse_at(p, TOK_EXCEPT) && !parse_at(p, TOK_FINALLY))
    parse_fail_here(p, "expected 'except' or 'finally' block");
  n->try_.handlers = parse_handlers(p, &n->try_.is_star);
  if (n->try_.handlers.n) n->try_.orelse = parse_else(p);
  if (parse_at(p, TOK_FINALLY)) {
    uint32_t line = p->tok->line;
    parse_advance(p);
    expect_colon(p, true);
    n->try_.finally = parse_block(p, "'finally' statement", line);
  }
  return parse_done(p, n);
}

// Functions and classes.

static SrcRange name_range(const Parser *p) { return parse_range(p, p->tok, p->tok); }

static Node *parse_function(Parser *p, Mark start, NodeList decorators, bool is_async) {
  Node *n = parse_new(p, NODE_FUNCTION, start);
  n->function.decorators = decorators;
  n->function.is_async = is_async;
  uint32_t line = p->tok->line;
  parse_advance(p);
  n->function.name_at = name_range(p);
  n->function.name = parse_identifier(p);
  n->function.type_params = parse_type_params(p);
  parse_require(p, TOK_LPAREN);
  n->function.params = parse_params(p, TOK_RPAREN);
  parse_expect(p, TOK_RPAREN);
  if (parse_accept(p, TOK_ARROW)) n->function.returns = parse_expr(p);
  expect_colon(p, true);
  n->function.body = parse_block(p, "function definition", line);
  return parse_done(p, n);
}

static Node *parse_class(Parser *p, NodeList decorators) {
  Node *n = parse_new(p, NODE_CLASS, parse_mark(p));
  n->cls.decorators = decorators;
  parse_advance(p);
  n->cls.name_at = name_range(p);
  n->cls.name = parse_identifier(p);
  n->cls.type_params = parse_type_params(p);
  if (parse_accept(p, TOK_LPAREN)) parse_args(p, &n->cls.bases, &n->cls.keywords);
  const Node *base = n->cls.bases.n ? n->cls.bases.data[0] : NULL;
  bool bare = base && base->kind == NODE_GENERATOR && !base->parens &&
              base->at.end_line == p->last->end_line && base->at.end_col == p->last->end_col;
  if (bare) parse_fail(p, base->at, "invalid syntax");
  expect_colon(p, false);
  n->cls.body = parse_block(p, "class definition", n->at.line);
  return parse_done(p, n);
}

static Node *parse_async(Parser *p, NodeList decorators) {
  Mark start = parse_mark(p);
  parse_advance(p);
  if (parse_at(p, TOK_DEF)) return parse_function(p, start, decorators, true);
  if (parse_at(p, TOK_FOR) && !decorators.n) return parse_for(p, start, true);
  if (parse_at(p, TOK_WITH) && !decorators.n) return parse_with(p, start, true);
  parse_invalid(p);
  return parse_new(p, NODE_PASS, start);
}

static Node *parse_decorated(Parser *p) {
  uint32_t base = p->stack.n;
  while (parse_accept(p, TOK_AT)) {
    parse_push(p, parse_named_expr(p));
    parse_expect(p, TOK_NEWLINE);
  }
  NodeList decorators = parse_pop(p, base);
  if (parse_at(p, TOK_DEF)) return parse_function(p, parse_mark(p), decorators, false);
  if (parse_at(p, TOK_CLASS)) return parse_class(p, decorators);
  if (parse_at(p, TOK_ASYNC)) return parse_async(p, decorators);
  parse_invalid(p);
  return parse_new(p, NODE_PASS, parse_mark(p));
}

Node *parse_compound(Parser *p) {
  switch (p->tok->kind) {
  case TOK_IF: return parse_if(p);
  case TOK_WHILE: return parse_while(p);
  case TOK_FOR: return parse_for(p, parse_mark(p), false);
  case TOK_WITH: return parse_with(p, parse_mark(p), false);
  case TOK_TRY: return parse_try(p);
  case TOK_DEF: return parse_function(p, parse_mark(p), (NodeList){0}, false);
  case TOK_CLASS: return parse_class(p, (NodeList){0});
  case TOK_ASYNC: return parse_async(p, (NodeList){0});
  case TOK_AT: return parse_decorated(p);
  case TOK_NAME: return parse_at_name(p, "match") ? parse_match(p) : NULL;
  default: return NULL;
  }
}

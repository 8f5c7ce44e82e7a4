// parse_atom.c -- names, constants, and what stands in brackets of its own.
#include "driver/python/parser.h"

NodeList parse_comp_loops(Parser *p) {
  uint32_t base = p->stack.n;
  while (parse_at_comp(p)) {
    Node *n = parse_new(p, NODE_COMP_FOR, parse_mark(p));
    n->comp_for.is_async = parse_accept(p, TOK_ASYNC);
    parse_advance(p);
    n->comp_for.target = parse_targets(p);
    parse_expect(p, TOK_IN);
    n->comp_for.iter = parse_disjunction(p);
    uint32_t conditions = p->stack.n;
    while (parse_accept(p, TOK_IF)) parse_push(p, parse_disjunction(p));
    n->comp_for.conditions = parse_pop(p, conditions);
    parse_push(p, parse_done(p, n));
  }
  return parse_pop(p, base);
}

static void refuse_starred(Parser *p, const Node *n) {
  if (n->kind == NODE_STARRED)
    parse_fail(p, n->at, "iterable unpacking cannot be used in comprehension");
}

static Node *parse_comp(Parser *p, NodeKind kind, Mark start, Node *element, TokenKind close) {
  refuse_starred(p, element);
  Node *n = parse_new(p, kind, start);
  n->comp.element = element;
  n->comp.loops = parse_comp_loops(p);
  parse_expect(p, close);
  return parse_done(p, n);
}

// The elements after the first one, which is on the stack; accepts the bracket.
static NodeList parse_elements(Parser *p, uint32_t base, TokenKind close) {
  while (parse_accept(p, TOK_COMMA) && !parse_at(p, close)) parse_push(p, parse_star_named_expr(p));
  if (parse_at_comp(p) && close != TOK_RPAREN) {
    SrcRange at = parse_range_of(p->stack.data[base], VEC_LAST(p->stack));
    parse_fail(p, at, "did you forget parentheses around the comprehension target?");
  }
  parse_expect(p, close);
  return parse_pop(p, base);
}

static Node *parse_sequence(Parser *p, NodeKind kind, Mark start, Node *first, TokenKind close) {
  uint32_t base = p->stack.n;
  if (first) parse_push(p, first);
  Node *n = parse_new(p, kind, start);
  n->sequence.items = parse_elements(p, base, close);
  return parse_done(p, n);
}

static Node *close_group(Parser *p, Node *n) {
  parse_expect(p, TOK_RPAREN);
  if (n->parens < UINT8_MAX && !p->failed) n->parens++;
  return n;
}

static Node *parse_parenthesized(Parser *p) {
  Mark start = parse_mark(p);
  parse_advance(p);
  if (parse_at(p, TOK_RPAREN)) return parse_sequence(p, NODE_TUPLE, start, NULL, TOK_RPAREN);
  if (parse_at(p, TOK_YIELD)) return close_group(p, parse_exprs_or_yield(p));
  if (parse_at(p, TOK_STAR_STAR)) {
    const Token *stars = p->tok;
    parse_advance(p);
    parse_expr(p);
    parse_fail(p, parse_range(p, stars, stars), "cannot use double starred expression here");
  }
  Node *n = parse_star_named_expr(p);
  if (parse_at_comp(p)) return parse_comp(p, NODE_GENERATOR, start, n, TOK_RPAREN);
  if (parse_at(p, TOK_COMMA)) return parse_sequence(p, NODE_TUPLE, start, n, TOK_RPAREN);
  if (n->kind == NODE_STARRED && parse_at(p, TOK_RPAREN))
    parse_fail(p, n->at, "cannot use starred expression here");
  return close_group(p, n);
}

static Node *parse_list(Parser *p) {
  Mark start = parse_mark(p);
  parse_advance(p);
  if (parse_at(p, TOK_RSQUARE)) return parse_sequence(p, NODE_LIST, start, NULL, TOK_RSQUARE);
  Node *n = parse_star_named_expr(p);
  if (parse_at_comp(p)) return parse_comp(p, NODE_LIST_COMP, start, n, TOK_RSQUARE);
  return parse_sequence(p, NODE_LIST, start, n, TOK_RSQUARE);
}

static Node *parse_dict_value(Parser *p) {
  const Token *colon = p->last;
  if (parse_at(p, TOK_COMMA) || parse_at(p, TOK_RBRACE))
    parse_fail(p, parse_range(p, colon, colon),
               "expression expected after dictionary key and ':'");
  if (parse_at(p, TOK_STAR))
    parse_fail_here(p, "cannot use a starred expression in a dictionary value");
  return parse_expr(p);
}

// `key: value` or `**value`; the key goes on the stack.
static Node *parse_item(Parser *p) {
  if (parse_accept(p, TOK_STAR_STAR)) {
    parse_push(p, NULL);
    Node *n = parse_bit_or(p);
    return n;
  }
  parse_push(p, parse_expr(p));
  if (parse_at(p, TOK_COMMA) || parse_at(p, TOK_RBRACE))
    parse_fail(p, parse_range(p, p->last, p->last), "':' expected after dictionary key");
  parse_expect(p, TOK_COLON);
  return parse_dict_value(p);
}

static Node *parse_dict_comp(Parser *p, Mark start, Node *key, Node *value) {
  Node *n = parse_new(p, NODE_DICT_COMP, start);
  if (!key)
    parse_fail(p, value->at, "dict unpacking cannot be used in dict comprehension");
  n->comp.key = key;
  n->comp.element = value;
  n->comp.loops = parse_comp_loops(p);
  parse_expect(p, TOK_RBRACE);
  return parse_done(p, n);
}

// After the first key, which is read already, or at `**` or at `}`.
static Node *parse_dict(Parser *p, Mark start, Node *key) {
  uint32_t base = p->stack.n;
  VEC(Node *) values = {0};
  if (key) {
    parse_push(p, key);
    parse_expect(p, TOK_COLON);
    VEC_PUSH(p->arena, values, parse_dict_value(p));
  } else if (!parse_at(p, TOK_RBRACE)) VEC_PUSH(p->arena, values, parse_item(p));
  if (parse_at_comp(p)) {
    p->stack.n = base;
    return parse_dict_comp(p, start, key, values.data[0]);
  }
  while (values.n && parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_RBRACE)) {
    Node *value = parse_item(p);
    VEC_PUSH(p->arena, values, value);
  }
  parse_expect(p, TOK_RBRACE);
  Node *n = parse_new(p, NODE_DICT, start);
  n->dict.keys = parse_pop(p, base);
  n->dict.values = (NodeList){values.data, values.n};
  return parse_done(p, n);
}

static Node *parse_braces(Parser *p) {
  Mark start = parse_mark(p);
  parse_advance(p);
  if (parse_at(p, TOK_RBRACE) || parse_at(p, TOK_STAR_STAR)) return parse_dict(p, start, NULL);
  Node *n = parse_star_named_expr(p);
  if (parse_at(p, TOK_COLON) && n->kind == NODE_NAMED_EXPR && !n->parens) parse_invalid(p);
  if (parse_at(p, TOK_COLON) && n->kind != NODE_STARRED) return parse_dict(p, start, n);
  if (parse_at_comp(p)) return parse_comp(p, NODE_SET_COMP, start, n, TOK_RBRACE);
  return parse_sequence(p, NODE_SET, start, n, TOK_RBRACE);
}

static Node *parse_simple_atom(Parser *p, NodeKind kind) {
  Node *n = parse_new(p, kind, parse_mark(p));
  if (kind == NODE_NAME) n->name.id = p->tok->text;
  parse_advance(p);
  return parse_done(p, n);
}

Node *parse_atom(Parser *p) {
  switch (p->tok->kind) {
  case TOK_NAME: return parse_simple_atom(p, NODE_NAME);
  case TOK_NONE: return parse_simple_atom(p, NODE_NONE);
  case TOK_TRUE: return parse_simple_atom(p, NODE_TRUE);
  case TOK_FALSE: return parse_simple_atom(p, NODE_FALSE);
  case TOK_DOTS: return parse_simple_atom(p, NODE_ELLIPSIS);
  case TOK_INT: case TOK_FLOAT: case TOK_IMAGINARY: {
    Node *n = literal_number(p, p->tok);
    parse_advance(p);
    return parse_done(p, n);
  }
  case TOK_STRING: case TOK_FSTRING_START: return parse_strings(p);
  case TOK_LPAREN: return parse_parenthesized(p);
  case TOK_LSQUARE: return parse_list(p);
  case TOK_LBRACE: return parse_braces(p);
  default:
    parse_invalid(p);
    return parse_new(p, NODE_NONE, parse_mark(p));
  }
}

// parse_pattern.c -- match statements.
#include "driver/python/parser.h"

#include <string.h>

static Node *parse_pattern(Parser *p);
static Node *parse_patterns(Parser *p);

// `match` is a name except where a line that it starts ends in a colon: no other line does.
static bool at_match(const Parser *p) {
  TokenKind next = parse_peek(p, 1);
  if (!parse_starts_expression(next) && next != TOK_STAR) return false;
  for (uint32_t i = 1;; i++) {
    TokenKind k = parse_peek(p, i);
    if (k == TOK_END || k == TOK_SEMI) return false;
    if (k != TOK_NEWLINE) continue;
    if (parse_peek(p, i - 1) == TOK_COLON) return true;
    bool block = parse_peek(p, i + 1) == TOK_INDENT; // the colon was forgotten
    const Token *t = p->tok + i + 2;
    return block && t->kind == TOK_NAME && !strcmp(t->text, "case");
  }
}

// Literals.

static Node *parse_signed_number(Parser *p) {
  Mark start = parse_mark(p);
  bool minus = parse_accept(p, TOK_MINUS);
  if (!parse_at(p, TOK_INT) && !parse_at(p, TOK_FLOAT) && !parse_at(p, TOK_IMAGINARY))
    parse_invalid(p);
  Node *n = parse_atom(p);
  if (!minus) return n;
  Node *negated = parse_new(p, NODE_UNARY_OP, start);
  negated->unary_op.op = AST_NEG;
  negated->unary_op.operand = n;
  return parse_done(p, negated);
}

// -1, 1 + 2j
static Node *parse_number(Parser *p) {
  Mark start = parse_mark(p);
  Node *n = parse_signed_number(p);
  if (!parse_at(p, TOK_PLUS) && !parse_at(p, TOK_MINUS)) return n;
  const Node *real = n->kind == NODE_UNARY_OP ? n->unary_op.operand : n;
  if (real->kind == NODE_IMAGINARY)
    parse_fail(p, n->at, "real number required in complex literal");
  Node *sum = parse_new(p, NODE_BIN_OP, start);
  sum->bin_op.op = parse_at(p, TOK_PLUS) ? AST_ADD : AST_SUB;
  parse_advance(p);
  if (parse_at(p, TOK_INT) || parse_at(p, TOK_FLOAT))
    parse_fail_here(p, "imaginary number required in complex literal");
  if (!parse_at(p, TOK_IMAGINARY)) parse_invalid(p);
  sum->bin_op.left = n;
  sum->bin_op.right = parse_atom(p);
  return parse_done(p, sum);
}

static Node *wrap(Parser *p, NodeKind kind, Mark start, Node *value) {
  Node *n = parse_new(p, kind, start);
  n->value.value = value;
  return parse_done(p, n);
}

static bool at_literal(const Parser *p) {
  switch (p->tok->kind) {
  case TOK_INT: case TOK_FLOAT: case TOK_IMAGINARY: case TOK_MINUS: case TOK_STRING:
  case TOK_FSTRING_START: case TOK_NONE: case TOK_TRUE: case TOK_FALSE:
    return true;
  default: return false;
  }
}

static Node *parse_literal(Parser *p) {
  Mark start = parse_mark(p);
  if (parse_at(p, TOK_NONE) || parse_at(p, TOK_TRUE) || parse_at(p, TOK_FALSE))
    return wrap(p, NODE_MATCH_SINGLETON, start, parse_atom(p));
  bool text = parse_at(p, TOK_STRING) || parse_at(p, TOK_FSTRING_START);
  Node *value = text ? parse_strings(p) : parse_number(p);
  if (value->kind == NODE_FSTRING)
    parse_fail(p, value->at, "patterns may only match literals and attribute lookups");
  return wrap(p, NODE_MATCH_VALUE, start, value);
}

// Names.

static Node *parse_capture(Parser *p) {
  Node *n = parse_new(p, NODE_MATCH_AS, parse_mark(p));
  if (!parse_at_name(p, "_")) n->match_as.name = p->tok->text;
  parse_advance(p);
  return parse_done(p, n);
}

// a.b.c
static Node *parse_dotted(Parser *p) {
  Mark start = parse_mark(p);
  Node *n = parse_new(p, NODE_NAME, start);
  n->name.id = parse_identifier(p);
  parse_done(p, n);
  while (parse_accept(p, TOK_DOT)) {
    Node *outer = parse_new(p, NODE_ATTRIBUTE, start);
    outer->attribute.value = n;
    outer->attribute.name = parse_identifier(p);
    n = parse_done(p, outer);
  }
  return n;
}

static Node *parse_class_pattern(Parser *p, Mark start, Node *cls) {
  Node *n = parse_new(p, NODE_MATCH_CLASS, start);
  VEC(Node *) values = {0};
  VEC(const char *) names = {0};
  uint32_t base = p->stack.n;
  n->match_class.cls = cls;
  parse_advance(p);
  while (!parse_at(p, TOK_RPAREN) && !p->failed) {
    if (parse_at(p, TOK_NAME) && parse_peek(p, 1) == TOK_ASSIGN) {
      VEC_PUSH(p->arena, names, parse_identifier(p));
      parse_advance(p);
      Node *value = parse_pattern(p);
      VEC_PUSH(p->arena, values, value);
    } else {
      Node *value = parse_pattern(p);
      if (names.n) parse_fail(p, value->at, "positional patterns follow keyword patterns");
      parse_push(p, value);
    }
    if (!parse_accept(p, TOK_COMMA)) break;
  }
  parse_expect(p, TOK_RPAREN);
  n->match_class.patterns = parse_pop(p, base);
  n->match_class.keywords = (NameList){names.data, names.n};
  n->match_class.keyword_patterns = (NodeList){values.data, values.n};
  return parse_done(p, n);
}

static Node *parse_name_pattern(Parser *p) {
  TokenKind next = parse_peek(p, 1);
  if (next != TOK_DOT && next != TOK_LPAREN) return parse_capture(p);
  Mark start = parse_mark(p);
  Node *value = parse_dotted(p);
  if (parse_at(p, TOK_LPAREN)) return parse_class_pattern(p, start, value);
  return wrap(p, NODE_MATCH_VALUE, start, value);
}

// Sequences and mappings.

static Node *parse_star_pattern(Parser *p) {
  if (!parse_at(p, TOK_STAR)) return parse_pattern(p);
  Node *n = parse_new(p, NODE_MATCH_STAR, parse_mark(p));
  parse_advance(p);
  bool wildcard = parse_at_name(p, "_");
  const char *name = parse_identifier(p);
  n->match_star.name = wildcard ? NULL : name;
  return parse_done(p, n);
}

// ( ... ) or [ ... ]; (p) alone is p.
static Node *parse_bracketed(Parser *p) {
  Mark start = parse_mark(p);
  bool round = parse_at(p, TOK_LPAREN), comma = false;
  TokenKind close = round ? TOK_RPAREN : TOK_RSQUARE;
  uint32_t base = p->stack.n;
  parse_advance(p);
  while (!parse_at(p, close) && !p->failed) {
    parse_push(p, parse_star_pattern(p));
    if (!parse_accept(p, TOK_COMMA)) break;
    comma = true;
  }
  parse_expect(p, close);
  bool group = round && !comma && p->stack.n == base + 1 &&
               VEC_LAST(p->stack)->kind != NODE_MATCH_STAR;
  NodeList patterns = parse_pop(p, base);
  if (group) return patterns.data[0];
  Node *n = parse_new(p, NODE_MATCH_SEQUENCE, start);
  n->match_list.patterns = patterns;
  return parse_done(p, n);
}

static Node *parse_mapping_key(Parser *p) {
  if (parse_at(p, TOK_NONE) || parse_at(p, TOK_TRUE) || parse_at(p, TOK_FALSE))
    return parse_atom(p);
  if (at_literal(p)) return parse_literal(p)->value.value;
  if (parse_peek(p, 1) != TOK_DOT) parse_invalid(p);
  return parse_dotted(p);
}

static Node *parse_mapping(Parser *p) {
  Node *n = parse_new(p, NODE_MATCH_MAPPING, parse_mark(p));
  VEC(Node *) patterns = {0};
  uint32_t base = p->stack.n;
  parse_advance(p);
  while (!parse_at(p, TOK_RBRACE) && !p->failed) {
    if (parse_accept(p, TOK_STAR_STAR)) {
      if (parse_at_name(p, "_")) parse_invalid(p);
      n->match_mapping.rest = parse_identifier(p);
      parse_accept(p, TOK_COMMA);
      break;
    }
    parse_push(p, parse_mapping_key(p));
    parse_expect(p, TOK_COLON);
    Node *value = parse_pattern(p);
    VEC_PUSH(p->arena, patterns, value);
    if (!parse_accept(p, TOK_COMMA)) break;
  }
  parse_expect(p, TOK_RBRACE);
  n->match_mapping.keys = parse_pop(p, base);
  n->match_mapping.patterns = (NodeList){patterns.data, patterns.n};
  return parse_done(p, n);
}

static Node *parse_closed_pattern(Parser *p) {
  if (at_literal(p)) return parse_literal(p);
  switch (p->tok->kind) {
  case TOK_NAME: return parse_name_pattern(p);
  case TOK_LPAREN: case TOK_LSQUARE: return parse_bracketed(p);
  case TOK_LBRACE: return parse_mapping(p);
  default:
    parse_invalid(p);
    return parse_new(p, NODE_MATCH_AS, parse_mark(p));
  }
}

static Node *parse_or_pattern(Parser *p) {
  Mark start = parse_mark(p);
  Node *first = parse_closed_pattern(p);
  if (!parse_at(p, TOK_PIPE)) return first;
  uint32_t base = p->stack.n;
  parse_push(p, first);
  while (parse_accept(p, TOK_PIPE)) parse_push(p, parse_closed_pattern(p));
  Node *n = parse_new(p, NODE_MATCH_OR, start);
  n->match_list.patterns = parse_pop(p, base);
  return parse_done(p, n);
}

static Node *parse_as_pattern(Parser *p) {
  Mark start = parse_mark(p);
  Node *pattern = parse_or_pattern(p);
  if (!parse_accept(p, TOK_AS)) return pattern;
  if (parse_at_name(p, "_")) parse_fail_here(p, "cannot use '_' as a target");
  if (!parse_at(p, TOK_NAME) && parse_starts_expression(p->tok->kind))
    parse_fail_here(p, "invalid pattern target");
  Node *n = parse_new(p, NODE_MATCH_AS, start);
  n->match_as.pattern = pattern;
  n->match_as.name = parse_identifier(p);
  return parse_done(p, n);
}

static Node *parse_pattern(Parser *p) {
  Node *n = parse_enter(p) ? parse_as_pattern(p) : parse_new(p, NODE_MATCH_AS, parse_mark(p));
  parse_leave(p);
  return n;
}

// The pattern of a case: a sequence needs no brackets there.
static Node *parse_patterns(Parser *p) {
  Mark start = parse_mark(p);
  bool starred = parse_at(p, TOK_STAR);
  Node *first = parse_star_pattern(p);
  if (starred && !parse_at(p, TOK_COMMA)) parse_invalid(p);
  if (!parse_at(p, TOK_COMMA)) return first;
  uint32_t base = p->stack.n;
  parse_push(p, first);
  while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_COLON) && !parse_at(p, TOK_IF))
    parse_push(p, parse_star_pattern(p));
  Node *n = parse_new(p, NODE_MATCH_SEQUENCE, start);
  n->match_list.patterns = parse_pop(p, base);
  return parse_done(p, n);
}

// Statements.

static void expect_colon(Parser *p) {
  if (parse_at(p, TOK_NEWLINE))
    parse_complain(p, parse_range(p, p->tok, p->tok), "expected ':'");
  else parse_expect(p, TOK_COLON);
}

static Node *parse_case(Parser *p) {
  Node *n = parse_new(p, NODE_CASE, parse_mark(p));
  if (!parse_at_name(p, "case")) parse_invalid(p);
  parse_advance(p);
  n->case_.pattern = parse_patterns(p);
  if (parse_accept(p, TOK_IF)) n->case_.guard = parse_named_expr(p);
  expect_colon(p);
  n->case_.body = parse_block(p, "'case' statement", n->at.line);
  return parse_done(p, n);
}

static Node *parse_subject(Parser *p) {
  Mark start = parse_mark(p);
  Node *first = parse_star_named_expr(p);
  if (!parse_at(p, TOK_COMMA)) {
    if (first->kind == NODE_STARRED) parse_invalid(p);
    return first;
  }
  uint32_t base = p->stack.n;
  parse_push(p, first);
  while (parse_accept(p, TOK_COMMA) && !parse_at(p, TOK_COLON))
    parse_push(p, parse_star_named_expr(p));
  Node *n = parse_new(p, NODE_TUPLE, start);
  n->sequence.items = parse_pop(p, base);
  return parse_done(p, n);
}

Node *parse_match(Parser *p) {
  if (!at_match(p)) return NULL;
  Node *n = parse_new(p, NODE_MATCH, parse_mark(p));
  parse_advance(p);
  n->match.subject = parse_subject(p);
  expect_colon(p);
  parse_expect(p, TOK_NEWLINE);
  if (!parse_accept(p, TOK_INDENT))
    parse_fail_indent(p, "expected an indented block after 'match' statement on line %u",
                      n->at.line);
  uint32_t base = p->stack.n;
  do {
    parse_push(p, parse_case(p));
  } while (!parse_at(p, TOK_DEDENT) && !p->failed);
  parse_accept(p, TOK_DEDENT);
  n->match.cases = parse_pop(p, base);
  return parse_done(p, n);
}

// parse_simple.c -- statements of one line.
#include "dialect/support/intern.h"
#include "dialect/support/strbuf.h"
#include "driver/python/parser.h"

static Node *parse_word(Parser *p, NodeKind kind) {
  Node *n = parse_new(p, kind, parse_mark(p));
  parse_advance(p);
  return parse_done(p, n);
}

static bool at_end(const Parser *p) { return parse_at(p, TOK_NEWLINE) || parse_at(p, TOK_SEMI); }

static Node *parse_return(Parser *p) {
  Node *n = parse_new(p, NODE_RETURN, parse_mark(p));
  parse_advance(p);
  if (!at_end(p)) n->value.value = parse_star_exprs(p);
  return parse_done(p, n);
}

static Node *parse_raise(Parser *p) {
  Node *n = parse_new(p, NODE_RAISE, parse_mark(p));
  parse_advance(p);
  if (!at_end(p)) {
    n->raise.exception = parse_expr(p);
    if (parse_accept(p, TOK_FROM)) n->raise.cause = parse_expr(p);
  }
  return parse_done(p, n);
}

static Node *parse_assert(Parser *p) {
  Node *n = parse_new(p, NODE_ASSERT, parse_mark(p));
  parse_advance(p);
  n->assert_.test = parse_expr(p);
  if (parse_accept(p, TOK_COMMA)) n->assert_.message = parse_expr(p);
  return parse_done(p, n);
}

static Node *parse_delete(Parser *p) {
  Node *n = parse_new(p, NODE_DELETE, parse_mark(p));
  parse_advance(p);
  n->sequence.items = parse_delete_targets(p);
  return parse_done(p, n);
}

static Node *parse_global(Parser *p, NodeKind kind) {
  Node *n = parse_new(p, kind, parse_mark(p));
  VEC(const char *) names = {0};
  do {
    parse_advance(p);
    VEC_PUSH(p->arena, names, parse_identifier(p));
  } while (parse_at(p, TOK_COMMA));
  n->global.names = (NameList){names.data, names.n};
  return parse_done(p, n);
}

// Imports.

// a.b.c, interned.
static const char *parse_dotted(Parser *p) {
  const char *first = parse_identifier(p);
  if (!parse_at(p, TOK_DOT)) return first;
  StrBuf b;
  strbuf_init(&b, p->arena);
  strbuf_puts(&b, first);
  while (parse_accept(p, TOK_DOT)) {
    strbuf_putc(&b, '.');
    strbuf_puts(&b, parse_identifier(p));
  }
  return intern(b.data, b.n);
}

static Node *parse_alias(Parser *p, bool dotted) {
  Node *n = parse_new(p, NODE_ALIAS, parse_mark(p));
  n->alias.name = dotted ? parse_dotted(p) : parse_identifier(p);
  if (parse_accept(p, TOK_AS)) n->alias.asname = parse_identifier(p);
  return parse_done(p, n);
}

static Node *parse_import(Parser *p) {
  Node *n = parse_new(p, NODE_IMPORT, parse_mark(p));
  uint32_t base = p->stack.n;
  do {
    parse_advance(p);
    parse_push(p, parse_alias(p, true));
  } while (parse_at(p, TOK_COMMA));
  n->import.names = parse_pop(p, base);
  return parse_done(p, n);
}

static NodeList parse_imported_names(Parser *p) {
  uint32_t base = p->stack.n;
  bool parens = parse_accept(p, TOK_LPAREN);
  do {
    if (parens && parse_at(p, TOK_RPAREN) && p->stack.n > base) break;
    if (!parens && p->stack.n > base && parse_at(p, TOK_NEWLINE))
      parse_fail_here(p, "trailing comma not allowed without surrounding parentheses");
    parse_push(p, parse_alias(p, false));
  } while (parse_accept(p, TOK_COMMA));
  if (parens) parse_expect(p, TOK_RPAREN);
  return parse_pop(p, base);
}

static NodeList parse_imported_all(Parser *p) {
  Node *n = parse_new(p, NODE_ALIAS, parse_mark(p));
  n->alias.name = intern_str("*");
  parse_advance(p);
  parse_push(p, parse_done(p, n));
  return parse_pop(p, p->stack.n - 1);
}

static Node *parse_import_from(Parser *p) {
  Node *n = parse_new(p, NODE_IMPORT_FROM, parse_mark(p));
  parse_advance(p);
  for (; parse_at(p, TOK_DOT) || parse_at(p, TOK_DOTS); parse_advance(p))
    n->import_from.level += parse_at(p, TOK_DOT) ? 1 : 3;
  if (!n->import_from.level || !parse_at(p, TOK_IMPORT)) n->import_from.module = parse_dotted(p);
  parse_expect(p, TOK_IMPORT);
  n->import_from.names = parse_at(p, TOK_STAR) ? parse_imported_all(p) : parse_imported_names(p);
  return parse_done(p, n);
}

static Node *parse_type_alias(Parser *p) {
  Node *n = parse_new(p, NODE_TYPE_ALIAS, parse_mark(p));
  parse_advance(p);
  n->type_alias.name = parse_new(p, NODE_NAME, parse_mark(p));
  n->type_alias.name->name.id = parse_identifier(p);
  parse_done(p, n->type_alias.name);
  n->type_alias.type_params = parse_type_params(p);
  parse_expect(p, TOK_ASSIGN);
  n->type_alias.value = parse_expr(p);
  return parse_done(p, n);
}

static bool at_type_alias(const Parser *p) {
  if (!parse_at_name(p, "type") || parse_peek(p, 1) != TOK_NAME) return false;
  return parse_peek(p, 2) == TOK_ASSIGN || parse_peek(p, 2) == TOK_LSQUARE;
}

static Node *parse_simple(Parser *p) {
  switch (p->tok->kind) {
  case TOK_RETURN: return parse_return(p);
  case TOK_IMPORT: return parse_import(p);
  case TOK_FROM: return parse_import_from(p);
  case TOK_RAISE: return parse_raise(p);
  case TOK_PASS: return parse_word(p, NODE_PASS);
  case TOK_BREAK: return parse_word(p, NODE_BREAK);
  case TOK_CONTINUE: return parse_word(p, NODE_CONTINUE);
  case TOK_DEL: return parse_delete(p);
  case TOK_ASSERT: return parse_assert(p);
  case TOK_GLOBAL: return parse_global(p, NODE_GLOBAL);
  case TOK_NONLOCAL: return parse_global(p, NODE_NONLOCAL);
  default: return at_type_alias(p) ? parse_type_alias(p) : parse_expr_statement(p);
  }
}

void parse_simple_line(Parser *p) {
  do {
    parse_push(p, parse_simple(p));
  } while (parse_accept(p, TOK_SEMI) && !parse_at(p, TOK_NEWLINE));
  parse_expect(p, TOK_NEWLINE);
}

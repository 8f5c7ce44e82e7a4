// parse.c -- the parser's tokens and nodes, and the statements of a file.
#include "driver/python/parse.h"
#include "driver/python/check.h"
#include "driver/python/parser.h"

#include <string.h>

static bool is_layout(TokenKind k) {
  return k == TOK_NEWLINE || k == TOK_INDENT || k == TOK_DEDENT || k == TOK_END;
}

void parse_advance(Parser *p) {
  if (p->failed) return;
  if (!is_layout(p->tok->kind)) p->last = p->tok;
  if (p->pos + 1 < p->tokens.n) p->pos++;
  p->tok = &p->tokens.data[p->pos];
}

bool parse_accept(Parser *p, TokenKind k) {
  if (p->tok->kind != k) return false;
  parse_advance(p);
  return true;
}

void parse_expect(Parser *p, TokenKind k) {
  if (!parse_accept(p, k)) parse_invalid(p);
}

void parse_require(Parser *p, TokenKind k) {
  if (!parse_accept(p, k)) parse_fail_here(p, "expected '%s'", token_kind_text(k));
}

TokenKind parse_peek(const Parser *p, uint32_t ahead) {
  if (p->failed) return TOK_STOP;
  uint32_t i = p->pos + ahead;
  return p->tokens.data[i < p->tokens.n ? i : p->tokens.n - 1].kind;
}

bool parse_at_name(const Parser *p, const char *soft_keyword) {
  return parse_at(p, TOK_NAME) && !strcmp(p->tok->text, soft_keyword);
}

const char *parse_identifier(Parser *p) {
  const char *name = parse_at(p, TOK_NAME) ? p->tok->text : "";
  parse_expect(p, TOK_NAME);
  return name;
}

bool parse_starts_expression(TokenKind k) {
  switch (k) {
  case TOK_NAME: case TOK_INT: case TOK_FLOAT: case TOK_IMAGINARY: case TOK_STRING:
  case TOK_FSTRING_START: case TOK_LPAREN: case TOK_LSQUARE: case TOK_LBRACE: case TOK_MINUS:
  case TOK_PLUS: case TOK_TILDE: case TOK_NOT: case TOK_LAMBDA: case TOK_AWAIT: case TOK_NONE:
  case TOK_TRUE: case TOK_FALSE: case TOK_DOTS:
    return true;
  default: return false;
  }
}

void parse_rewind(Parser *p, uint32_t pos) {
  p->failed = false;
  p->pos = pos;
  p->tok = &p->tokens.data[pos];
  for (uint32_t i = pos; i-- > 0;) {
    if (is_layout(p->tokens.data[i].kind)) continue;
    p->last = &p->tokens.data[i];
    break;
  }
}

// Nodes.

Node *parse_new(Parser *p, NodeKind kind, Mark start) {
  return ast_new(p->arena, kind, (SrcRange){p->file, start.line, start.col});
}

static void take_height(Node *child, void *height) {
  uint16_t *h = height;
  if (child->height > *h) *h = child->height;
}

Node *parse_done(Parser *p, Node *n) {
  n->at.end_line = p->last->end_line;
  n->at.end_col = p->last->end_col;
  if (n->at.end_line < n->at.line) n->at.end_line = n->at.line, n->at.end_col = n->at.col;
  if (p->failed) return n;
  ast_each_child(n, take_height, &n->height);
  if (n->height++ == MOST_HEIGHT) parse_fail(p, n->at, "too many nested expressions or blocks");
  return n;
}

void parse_push(Parser *p, Node *n) { VEC_PUSH(p->arena, p->stack, n); }

NodeList parse_pop(Parser *p, uint32_t base) {
  NodeList l = {NULL, p->stack.n - base};
  p->stack.n = base;
  if (!l.n) return l;
  l.data = ARENA_ARRAY(p->arena, Node *, l.n);
  memcpy(l.data, p->stack.data + base, sizeof(Node *) * l.n);
  return l;
}

bool parse_enter(Parser *p) {
  if (p->depth++ < MOST_DEPTH) return true;
  parse_fail_here(p, "too many nested expressions or blocks");
  return false;
}

void parse_leave(Parser *p) { p->depth--; }

// Statements.

// At a part of the statement that has failed?
static bool continues_compound(const Parser *p) {
  if (parse_at(p, TOK_ELIF) || parse_at(p, TOK_ELSE) || parse_at(p, TOK_EXCEPT) ||
      parse_at(p, TOK_FINALLY))
    return true;
  if (!parse_at_name(p, "case")) return false;
  uint32_t i = 1;
  while (parse_peek(p, i) != TOK_NEWLINE && parse_peek(p, i) != TOK_END) i++;
  return parse_peek(p, i - 1) == TOK_COLON;
}

static void parse_statements(Parser *p) {
  while (!parse_at(p, TOK_DEDENT) && !parse_at(p, TOK_END) && p->errors < MOST_ERRORS)
    parse_statement(p);
}

// The statement that failed is skipped; blocks below it are still read for their errors.
static void recover(Parser *p) {
  uint32_t pos = p->pos;
  while (p->tokens.data[pos].kind != TOK_NEWLINE && p->tokens.data[pos].kind != TOK_END &&
         p->tokens.data[pos].kind != TOK_INDENT && p->tokens.data[pos].kind != TOK_DEDENT)
    pos++;
  parse_rewind(p, pos);
  do {
    while (!parse_at(p, TOK_NEWLINE) && !parse_at(p, TOK_END) && !parse_at(p, TOK_INDENT) &&
           !parse_at(p, TOK_DEDENT))
      parse_advance(p);
    parse_accept(p, TOK_NEWLINE);
    if (!parse_accept(p, TOK_INDENT)) continue;
    parse_statements(p);
    parse_accept(p, TOK_DEDENT);
  } while (continues_compound(p) && p->errors < MOST_ERRORS);
}

void parse_statement(Parser *p) {
  uint32_t base = p->stack.n;
  if (parse_enter(p)) {
    Node *n = parse_compound(p);
    if (n) parse_push(p, n);
    else parse_simple_line(p);
  }
  if (p->failed) {
    p->stack.n = base;
    if (!p->quiet) recover(p);
  }
  parse_leave(p);
}

static void parser_init(Parser *p, Arena *a, uint32_t file, const char *text, size_t size) {
  *p = (Parser){.arena = a, .file = file, .text = text, .tokens = lex_all(a, text, size)};
  p->operand_end = UINT32_MAX;
  p->tok = p->last = p->tokens.data;
}

Node *parse_module(Arena *a, uint32_t file, const char *text, size_t size) {
  Parser p;
  parser_init(&p, a, file, text, size);
  Node *module = parse_new(&p, NODE_MODULE, (Mark){1, 1});
  while (!parse_at(&p, TOK_END) && p.errors < MOST_ERRORS) {
    parse_statements(&p);
    parse_accept(&p, TOK_DEDENT); // only after an error
  }
  module->module.body = parse_pop(&p, 0);
  parse_done(&p, module);
  return !p.errors && check_module(module) ? module : NULL;
}

Node *parse_expression(Arena *a, uint32_t file, const char *text, size_t size) {
  Parser p;
  parser_init(&p, a, file, text, size);
  Node *n = parse_star_exprs(&p);
  while (parse_accept(&p, TOK_NEWLINE)) {}
  parse_expect(&p, TOK_END);
  return p.errors ? NULL : n;
}

// parse_string.c -- adjacent strings become one, and f-strings lists of text and fields.
#include "dialect/support/strbuf.h"
#include "driver/python/parser.h"

#include <string.h>

// The text that is being collected, and where it stands.
typedef struct Pieces {
  StrBuf text;
  SrcRange at; // line 0: no text yet
  uint32_t base;
} Pieces;

static void add_place(Pieces *s, SrcRange at) {
  if (!s->at.line) s->at = at;
  s->at.end_line = at.end_line, s->at.end_col = at.end_col;
}

// Puts the text collected so far on the stack, unless there is none.
static void flush_text(Parser *p, Pieces *s) {
  if (s->text.n) {
    Node *n = ast_new(p->arena, NODE_STR, s->at);
    n->height = 1;
    n->str.data = s->text.data;
    n->str.n = s->text.n;
    parse_push(p, n);
    strbuf_init(&s->text, p->arena);
  }
  s->at = (SrcRange){0};
}

static void add_middle(Parser *p, Pieces *s) {
  const Token *t = p->tok;
  add_place(s, parse_range(p, t, t));
  literal_decode(p, &s->text, t, t->start, t->end, false);
  parse_advance(p);
}

static void require_value(Parser *p) {
  TokenKind k = p->tok->kind;
  if (k == TOK_ASSIGN || k == TOK_BANG || k == TOK_COLON || k == TOK_RBRACE)
    parse_fail_here(p, "f-string: valid expression required before '%s'", token_kind_text(k));
}

static int parse_conversion(Parser *p) {
  const Token *t = p->tok;
  if (!parse_accept(p, TOK_NAME)) {
    if (parse_at(p, TOK_COLON) || parse_at(p, TOK_RBRACE))
      parse_fail_here(p, "f-string: missing conversion character");
    else parse_fail_here(p, "f-string: invalid conversion character");
    return 0;
  }
  if (t->start != t[-1].end)
    parse_fail(p, parse_range(p, t, t),
               "f-string: conversion type must come right after the exclamation mark");
  if (strcmp(t->text, "s") && strcmp(t->text, "r") && strcmp(t->text, "a"))
    parse_fail(p, parse_range(p, t, t),
               "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", t->text);
  return t->text[0];
}

static void parse_field(Parser *p, Pieces *s);

static Node *parse_spec(Parser *p) {
  Node *n = parse_new(p, NODE_FSTRING, (Mark){p->last->line, p->last->col});
  Pieces s = {.base = p->stack.n};
  strbuf_init(&s.text, p->arena);
  while (parse_at(p, TOK_FSTRING_MIDDLE) || parse_at(p, TOK_LBRACE))
    if (parse_at(p, TOK_LBRACE)) parse_field(p, &s);
    else add_middle(p, &s);
  flush_text(p, &s);
  n->fstring.parts = parse_pop(p, s.base);
  return parse_done(p, n);
}

// After the value: what may follow depends on what has been there.
static void fail_field(Parser *p, bool equals, bool conversion) {
  if (p->tok->kind != TOK_ERROR && !parse_at(p, TOK_FSTRING_END) &&
      parse_starts_expression(p->tok->kind) && !equals && !conversion)
    parse_invalid(p); // perhaps a comma was forgotten
  if (conversion) parse_fail_here(p, "f-string: expecting ':' or '}'");
  else if (equals) parse_fail_here(p, "f-string: expecting '!', or ':', or '}'");
  else parse_fail_here(p, "f-string: expecting '=', or '!', or ':', or '}'");
}

// At `{`.  The text of `{x=}` goes to s.
static void parse_field(Parser *p, Pieces *s) {
  const Token *open = p->tok;
  parse_advance(p);
  require_value(p);
  Node *n = parse_new(p, NODE_FIELD, (Mark){open->line, open->col});
  n->field.value = parse_exprs_or_yield(p);
  bool equals = parse_accept(p, TOK_ASSIGN);
  if (equals) {
    const char *from = p->text + open->end;
    SrcRange at = parse_range(p, open, p->last);
    at.col++;
    add_place(s, at);
    strbuf_add(&s->text, from, (size_t)(p->text + p->tok->start - from));
  }
  flush_text(p, s);
  bool conversion = parse_accept(p, TOK_BANG);
  if (conversion) n->field.conversion = parse_conversion(p);
  bool spec = parse_accept(p, TOK_COLON);
  if (spec) n->field.spec = parse_spec(p);
  if (equals && !conversion && !spec) n->field.conversion = 'r';
  if (!parse_at(p, TOK_RBRACE)) {
    if (spec) parse_fail_here(p, "f-string: expecting '}'");
    else fail_field(p, equals, conversion);
  }
  parse_advance(p);
  parse_push(p, parse_done(p, n));
}

static void parse_fstring(Parser *p, Pieces *s) {
  parse_advance(p);
  while (parse_at(p, TOK_FSTRING_MIDDLE) || parse_at(p, TOK_LBRACE))
    if (parse_at(p, TOK_LBRACE)) parse_field(p, s);
    else add_middle(p, s);
  parse_expect(p, TOK_FSTRING_END);
}

static uint32_t prefix_length(const Parser *p, const Token *t) {
  uint32_t n = 0;
  while (p->text[t->start + n] != '"' && p->text[t->start + n] != '\'') n++;
  return n;
}

static bool is_bytes(const Parser *p, const Token *t) {
  const char *s = p->text + t->start;
  return (s[0] | 0x20) == 'b' || ((s[0] | 0x20) == 'r' && (s[1] | 0x20) == 'b');
}

static void add_string(Parser *p, Pieces *s) {
  const Token *t = p->tok;
  uint32_t prefix = prefix_length(p, t), from = t->start + prefix, quotes = 1;
  bool bytes = is_bytes(p, t);
  if (t->end - from >= 6 && p->text[from + 1] == p->text[from] &&
      p->text[from + 2] == p->text[from])
    quotes = 3;
  for (uint32_t i = from; bytes && i < t->end; i++)
    if (p->text[i] & 0x80) {
      parse_fail(p, parse_range(p, t, t), "bytes can only contain ASCII literal characters");
      return;
    }
  add_place(s, parse_range(p, t, t));
  literal_decode(p, &s->text, t, from + quotes, t->end - quotes, bytes);
  parse_advance(p);
}

Node *parse_strings(Parser *p) {
  Mark start = parse_mark(p);
  const Token *first = p->tok;
  bool bytes = parse_at(p, TOK_STRING) && is_bytes(p, first), formatted = false;
  Pieces s = {.base = p->stack.n};
  strbuf_init(&s.text, p->arena);
  while (parse_at(p, TOK_STRING) || parse_at(p, TOK_FSTRING_START)) {
    if (bytes != (parse_at(p, TOK_STRING) && is_bytes(p, p->tok)))
      parse_fail(p, parse_range(p, first, p->tok), "cannot mix bytes and nonbytes literals");
    else if (parse_at(p, TOK_STRING)) add_string(p, &s);
    else {
      formatted = true;
      parse_fstring(p, &s);
    }
  }
  Node *n;
  if (formatted) {
    flush_text(p, &s);
    n = parse_new(p, NODE_FSTRING, start);
    n->fstring.parts = parse_pop(p, s.base);
  } else {
    n = parse_new(p, bytes ? NODE_BYTES : NODE_STR, start);
    n->str.data = s.text.data;
    n->str.n = s.text.n;
  }
  return parse_done(p, n);
}

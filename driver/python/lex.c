// lex.c -- from text to tokens: lines, indentation, brackets, names and operators.
//
// All tokens are made before the parser starts, so that it can look ahead and go back at no cost.
// Errors become tokens and lexing goes on, so that one run finds errors in several statements.
#include "driver/python/lexer.h"
#include "dialect/support/intern.h"
#include "dialect/support/strbuf.h"

#include <string.h>

enum { MOST_UNCLOSED = 50, TAB = 8 };

static const char *const kind_texts[TOK_COUNT] = {
    [TOK_STOP] = "error", [TOK_END] = "end of file", [TOK_NEWLINE] = "newline",
    [TOK_INDENT] = "indent", [TOK_DEDENT] = "dedent", [TOK_ERROR] = "error", [TOK_NAME] = "name",
    [TOK_INT] = "integer", [TOK_FLOAT] = "float", [TOK_IMAGINARY] = "imaginary number",
    [TOK_STRING] = "string", [TOK_FSTRING_START] = "f-string",
    [TOK_FSTRING_MIDDLE] = "f-string text", [TOK_FSTRING_END] = "f-string end",
#define X(member, text) [TOK_##member] = text,
    TOKEN_KEYWORDS(X) TOKEN_OPERATORS(X)
#undef X
};

const char *token_kind_text(TokenKind kind) { return kind_texts[kind]; }

Place lexer_place(Lexer *lx) {
  uint32_t col = lx->mark_col;
  for (const char *s = lx->mark; s < lx->p; s++) col += (*s & 0xc0) != 0x80;
  lx->mark = lx->p;
  lx->mark_col = col;
  return (Place){lx->p, lx->line, col};
}

void lexer_newline(Lexer *lx) {
  if (*lx->p++ == '\r' && *lx->p == '\n') lx->p++;
  lx->line++;
  lx->mark = lx->p;
  lx->mark_col = 1;
}

Token *lexer_add(Lexer *lx, TokenKind kind, Place from) {
  Place to = lexer_place(lx);
  Token t = {.kind = (uint8_t)kind, .first = lx->first};
  t.start = (uint32_t)(from.p - lx->text);
  t.end = (uint32_t)(to.p - lx->text);
  t.line = from.line, t.col = from.col;
  t.end_line = to.line, t.end_col = to.col;
  t.level = (uint8_t)lx->n_brackets;
  VEC_PUSH(lx->arena, lx->tokens, t);
  lx->first = false;
  return &VEC_LAST(lx->tokens);
}

Token *lexer_error(Lexer *lx, Place from, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  Token *t = lexer_add(lx, TOK_ERROR, from);
  t->text = arena_vprintf(lx->arena, fmt, ap);
  va_end(ap);
  return t;
}

void lexer_abandon_line(Lexer *lx) {
  while (lx->p < lx->end && !lexer_at_newline(lx)) lx->p++;
  lx->n_brackets = lx->n_fstrings = 0;
}

FString *lexer_in_text(Lexer *lx) {
  if (!lx->n_fstrings) return NULL;
  FString *f = &lx->fstrings[lx->n_fstrings - 1];
  return !f->n_fields || f->fields[f->n_fields - 1].in_spec ? f : NULL;
}

// Names.

enum { KEYWORD_SLOTS = 128 };
typedef struct Keyword {
  const char *text;
  size_t n;
  TokenKind kind;
} Keyword;
static Keyword keywords[KEYWORD_SLOTS];

static unsigned keyword_slot(const char *s, size_t n) {
  return ((unsigned char)s[0] * 5u + (unsigned char)s[n - 1] * 7u + (unsigned)n) % KEYWORD_SLOTS;
}

static void add_keywords(void) {
  if (keywords[keyword_slot("if", 2)].text) return;
  for (TokenKind k = (TokenKind)TOK_FIRST_KEYWORD; k <= (TokenKind)TOK_LAST_KEYWORD; k++) {
    const char *s = kind_texts[k];
    unsigned i = keyword_slot(s, strlen(s));
    while (keywords[i].text) i = (i + 1) % KEYWORD_SLOTS;
    keywords[i] = (Keyword){s, strlen(s), k};
  }
}

static TokenKind keyword_kind(const char *s, size_t n) {
  for (unsigned i = keyword_slot(s, n); keywords[i].text; i = (i + 1) % KEYWORD_SLOTS)
    if (keywords[i].n == n && !memcmp(keywords[i].text, s, n)) return keywords[i].kind;
  return TOK_NAME;
}

static bool is_ascii_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

static void lex_bad_character(Lexer *lx, Place from, uint32_t c, size_t size) {
  lx->p += size;
  if (c < 128 && unicode_is_printable(c)) lexer_error(lx, from, "invalid syntax");
  else if (unicode_is_printable(c))
    lexer_error(lx, from, "invalid character '%.*s' (U+%04X)", (int)size, from.p, c);
  else lexer_error(lx, from, "invalid non-printable character U+%04X", c);
}

// p is at a letter, an underscore or a byte over 127.
static void lex_name(Lexer *lx) {
  Place from = lexer_place(lx);
  bool ascii = true;
  for (;; lx->p++) {
    if (is_ascii_name(*lx->p)) continue;
    if (!(*lx->p & 0x80)) break;
    size_t size;
    uint32_t c = utf8_decode(lx->p, (size_t)(lx->end - lx->p), &size);
    if (!(lx->p == from.p ? unicode_is_start(c) : unicode_is_continue(c))) {
      lex_bad_character(lx, lexer_place(lx), c, size);
      return;
    }
    ascii = false;
    lx->p += size - 1;
  }
  size_t n = (size_t)(lx->p - from.p);
  TokenKind kind = ascii ? keyword_kind(from.p, n) : TOK_NAME;
  Token *t = lexer_add(lx, kind, from);
  t->text = kind == TOK_NAME ? intern(from.p, n) : kind_texts[kind];
}

// Brackets.

bool lexer_push_bracket(Lexer *lx, Place from) {
  if (lx->n_brackets == MOST_BRACKETS) {
    lexer_error(lx, from, "too many nested parentheses");
    lexer_abandon_line(lx);
    return false;
  }
  lx->brackets[lx->n_brackets++] = lx->tokens.n;
  return true;
}

static void lex_open(Lexer *lx, TokenKind kind) {
  Place from = lexer_place(lx);
  lx->p++;
  if (lexer_push_bracket(lx, from)) lexer_add(lx, kind, from);
}

static void lex_close(Lexer *lx, TokenKind kind) {
  Place from = lexer_place(lx);
  char c = *lx->p++;
  FString *f = lx->n_fstrings ? &lx->fstrings[lx->n_fstrings - 1] : NULL;
  bool of_field = f && f->n_fields && lx->n_brackets == f->fields[f->n_fields - 1].brackets;
  if (!lx->n_brackets) {
    lexer_error(lx, from, "unmatched '%c'", c);
    return;
  }
  Token open = lx->tokens.data[lx->brackets[lx->n_brackets - 1]];
  if (of_field && kind != TOK_RBRACE) {
    lexer_error(lx, from, "f-string: unmatched '%c'", c);
    return;
  }
  lx->n_brackets--;
  if (of_field) f->n_fields--;
  if (open.kind + 1u == (unsigned)kind) {
    lexer_add(lx, kind, from);
    return;
  }
  const char *text = kind_texts[open.kind];
  const char *fmt = "closing parenthesis '%c' does not match opening parenthesis '%s'";
  if (open.line == from.line) lexer_error(lx, from, fmt, c, text);
  else
    lexer_error(lx, from,
                "closing parenthesis '%c' does not match opening parenthesis '%s' on line %u", c,
                text, open.line);
}

// Operators.

static TokenKind operator_kind(const char *p, int *size) {
#define ONE(kind) return *size = 1, TOK_##kind
#define TWO(c, kind) if (p[1] == (c)) return *size = 2, TOK_##kind
#define THREE(c, d, kind) if (p[1] == (c) && p[2] == (d)) return *size = 3, TOK_##kind
  switch (*p) {
  case ',': ONE(COMMA);
  case ';': ONE(SEMI);
  case '~': ONE(TILDE);
  case ':': TWO('=', WALRUS); ONE(COLON);
  case '.': THREE('.', '.', DOTS); ONE(DOT);
  case '=': TWO('=', EQ); ONE(ASSIGN);
  case '!': TWO('=', NE); ONE(BANG);
  case '+': TWO('=', ADD_ASSIGN); ONE(PLUS);
  case '-': TWO('=', SUB_ASSIGN); TWO('>', ARROW); ONE(MINUS);
  case '*': THREE('*', '=', POW_ASSIGN); TWO('*', STAR_STAR); TWO('=', MUL_ASSIGN); ONE(STAR);
  case '/': THREE('/', '=', FLOOR_DIV_ASSIGN); TWO('/', SLASH_SLASH); TWO('=', DIV_ASSIGN);
    ONE(SLASH);
  case '%': TWO('=', MOD_ASSIGN); ONE(PERCENT);
  case '@': TWO('=', MATMUL_ASSIGN); ONE(AT);
  case '&': TWO('=', AND_ASSIGN); ONE(AMP);
  case '|': TWO('=', OR_ASSIGN); ONE(PIPE);
  case '^': TWO('=', XOR_ASSIGN); ONE(CARET);
  case '<': THREE('<', '=', LSHIFT_ASSIGN); TWO('<', LSHIFT); TWO('=', LE); TWO('>', NE); ONE(LT);
  case '>': THREE('>', '=', RSHIFT_ASSIGN); TWO('>', RSHIFT); TWO('=', GE); ONE(GT);
  default: return TOK_ERROR;
  }
#undef ONE
#undef TWO
#undef THREE
}

static void lex_operator(Lexer *lx) {
  Place from = lexer_place(lx);
  int size = 1;
  TokenKind kind = operator_kind(lx->p, &size);
  if (kind == TOK_ERROR) {
    lex_bad_character(lx, from, (unsigned char)*lx->p, 1);
    return;
  }
  FString *f = lx->n_fstrings ? &lx->fstrings[lx->n_fstrings - 1] : NULL;
  bool in_field = f && f->n_fields && lx->n_brackets == f->fields[f->n_fields - 1].brackets;
  if (in_field && (kind == TOK_WALRUS || kind == TOK_COLON)) {
    f->fields[f->n_fields - 1].in_spec = true;
    kind = TOK_COLON, size = 1;
  }
  lx->p += size;
  Token *t = lexer_add(lx, kind, from);
  t->text = from.p[0] == '<' && from.p[1] == '>' && kind == TOK_NE ? "<>" : NULL;
}

// Lines.

// The backslash at p joins this line with the next.  False: it does not, which is reported.
static bool join_lines(Lexer *lx) {
  Place from = lexer_place(lx);
  lx->p++;
  if (lx->p < lx->end && lexer_at_newline(lx)) {
    lexer_newline(lx);
    if (lx->p < lx->end) return true;
    lexer_error(lx, from, "unexpected EOF while parsing");
    return false;
  }
  if (lx->p == lx->end) lexer_error(lx, from, "unexpected EOF while parsing");
  else lexer_error(lx, from, "unexpected character after line continuation character");
  lexer_abandon_line(lx);
  return false;
}

static Indent measure_indent(Lexer *lx) {
  Indent in = {0};
  for (;; lx->p++) {
    if (*lx->p == ' ') in.col++, in.alt++;
    else if (*lx->p == '\t') in.col = (in.col / TAB + 1) * TAB, in.alt++;
    else if (*lx->p == '\f') in = (Indent){0};
    else if (*lx->p == '\\' && (lx->p[1] == '\n' || lx->p[1] == '\r')) {
      lx->p++;
      lexer_newline(lx);
      Indent rest = measure_indent(lx);
      return in.col ? in : rest;
    } else return in;
  }
}

static void bad_indent(Lexer *lx, TokenFault fault, const char *text) {
  Token *t = lexer_error(lx, lexer_place(lx), "%s", text);
  t->fault = (uint8_t)fault;
  lx->first = true;
}

static void lex_dedents(Lexer *lx, Indent in) {
  while (lx->n_indents > 1 && in.col < lx->indents[lx->n_indents - 1].col) {
    lx->n_indents--;
    lexer_add(lx, TOK_DEDENT, lexer_place(lx))->first = false;
    lx->first = true;
  }
  Indent top = lx->indents[lx->n_indents - 1];
  if (in.col != top.col)
    bad_indent(lx, FAULT_INDENTATION,
               "unindent does not match any outer indentation level");
  else if (in.alt != top.alt)
    bad_indent(lx, FAULT_TAB, "inconsistent use of tabs and spaces in indentation");
}

// At the start of a line outside brackets: INDENT and DEDENT, or nothing when the line is blank.
static void lex_indentation(Lexer *lx) {
  Indent in = measure_indent(lx);
  if (lx->p == lx->end || *lx->p == '#' || lexer_at_newline(lx)) return;
  lx->line_start = false;
  lx->first = true;
  Indent top = lx->indents[lx->n_indents - 1];
  if (in.col < top.col) {
    lex_dedents(lx, in);
    return;
  }
  bool tabs = in.col > top.col ? in.alt <= top.alt : in.alt != top.alt;
  if (tabs) bad_indent(lx, FAULT_TAB, "inconsistent use of tabs and spaces in indentation");
  if (in.col == top.col) return;
  if (lx->n_indents == MOST_INDENTS) {
    bad_indent(lx, FAULT_INDENTATION, "too many levels of indentation");
    lx->p = lx->end; // nothing behind it can be understood
    return;
  }
  lx->indents[lx->n_indents++] = in;
  lexer_add(lx, TOK_INDENT, lexer_place(lx));
  lx->first = true;
}

// At a newline or at the end of the text.
static void end_line(Lexer *lx) {
  Place from = lexer_place(lx);
  bool blank = lx->line_start;
  if (!blank && !lx->n_brackets) {
    lexer_add(lx, TOK_NEWLINE, from);
    lx->line_start = true;
  }
  if (lx->p < lx->end) lexer_newline(lx);
  lx->first = true;
}

static void lex_token(Lexer *lx) {
  char c = *lx->p;
  if (c == '#')
    while (lx->p < lx->end && !lexer_at_newline(lx)) lx->p++;
  else if (lexer_at_newline(lx)) end_line(lx);
  else if (c == '\\') join_lines(lx);
  else if (lex_is_string(lx->p)) lex_string(lx);
  else if (c >= '0' && c <= '9') lex_number(lx);
  else if (is_ascii_name(c) || (c & 0x80)) lex_name(lx);
  else if (c == '.' && lx->p[1] >= '0' && lx->p[1] <= '9') lex_number(lx);
  else if (c == '(') lex_open(lx, TOK_LPAREN);
  else if (c == '[') lex_open(lx, TOK_LSQUARE);
  else if (c == '{') lex_open(lx, TOK_LBRACE);
  else if (c == ')') lex_close(lx, TOK_RPAREN);
  else if (c == ']') lex_close(lx, TOK_RSQUARE);
  else if (c == '}') lex_close(lx, TOK_RBRACE);
  else lex_operator(lx);
}

static void lex_to_end(Lexer *lx) {
  while (lx->p < lx->end) {
    if (lexer_in_text(lx)) {
      lex_fstring_middle(lx);
      continue;
    }
    if (lx->line_start && !lx->n_brackets) lex_indentation(lx);
    while (*lx->p == ' ' || *lx->p == '\t' || *lx->p == '\f') lx->p++;
    if (lx->p < lx->end) lex_token(lx);
  }
}

// A bracket is open at the end of the text.

static bool only_starts_statements(TokenKind k) {
  return k == TOK_DEF || k == TOK_CLASS || k == TOK_RETURN || k == TOK_IMPORT || k == TOK_WHILE ||
         k == TOK_WITH || k == TOK_TRY || k == TOK_RAISE || k == TOK_ASSERT || k == TOK_DEL ||
         k == TOK_PASS || k == TOK_BREAK || k == TOK_CONTINUE;
}

// The first token after the bracket that looks like the next statement, or the end of the list.
static uint32_t find_next_statement(const Lexer *lx, uint32_t open) {
  const Token *t = lx->tokens.data;
  uint32_t s = open;
  while (s > 0 && t[s - 1].kind != TOK_NEWLINE && t[s - 1].kind != TOK_INDENT &&
         t[s - 1].kind != TOK_DEDENT)
    s--;
  for (uint32_t i = open + 1; i < lx->tokens.n; i++) {
    bool closes = t[i].kind == TOK_RPAREN || t[i].kind == TOK_RSQUARE || t[i].kind == TOK_RBRACE;
    if (!t[i].first || closes) continue;
    if (t[i].col <= t[s].col || only_starts_statements(t[i].kind)) return i;
  }
  return lx->tokens.n;
}

// Ends the statement of the outermost open bracket where the next one seems to begin, and goes
// back there.  To blame is the innermost bracket that is open at that point.
static void close_statement(Lexer *lx) {
  uint32_t open = lx->brackets[0];
  uint32_t stop = find_next_statement(lx, open);
  for (uint32_t i = 1; i < lx->n_brackets && lx->brackets[i] < stop; i++) open = lx->brackets[i];
  bool more = stop < lx->tokens.n && lx->unclosed.n < MOST_UNCLOSED;
  Token next = {0}, last = lx->tokens.data[stop - 1];
  if (more) next = lx->tokens.data[stop];
  lx->tokens.n = stop;
  lx->n_brackets = lx->n_fstrings = 0;
  VEC_PUSH(lx->arena, lx->unclosed, ((Unclosed){open, stop}));
  Token newline = {.kind = TOK_NEWLINE, .start = last.end, .end = last.end};
  newline.line = newline.end_line = last.end_line;
  newline.col = newline.end_col = last.end_col;
  VEC_PUSH(lx->arena, lx->tokens, newline);
  lx->line_start = true;
  if (!more) return;
  lx->line = next.line;
  lx->p = lx->text + next.start;
  while (lx->p > lx->text && lx->p[-1] != '\n' && lx->p[-1] != '\r') lx->p--;
  lx->mark = lx->p;
  lx->mark_col = 1;
}

static void end_text(Lexer *lx) {
  if (!lx->line_start) end_line(lx);
  while (lx->n_indents-- > 1) lexer_add(lx, TOK_DEDENT, lexer_place(lx));
  lexer_add(lx, TOK_END, lexer_place(lx));
}

// What no tokenizer gets past: bytes that are no UTF-8, and NUL.
static bool check_bytes(Lexer *lx) {
  for (const char *p = lx->text; p < lx->end;) {
    size_t size = 1;
    if (*p & 0x80 ? utf8_decode(p, (size_t)(lx->end - p), &size) != UTF8_BAD : *p != 0) {
      p += size;
      continue;
    }
    lx->p = lx->text;
    while (lx->p < p)
      if (lexer_at_newline(lx)) lexer_newline(lx);
      else lx->p++;
    Place from = lexer_place(lx);
    lx->p++;
    if (!*p) lexer_error(lx, from, "source code cannot contain null bytes");
    else
      lexer_error(lx, from, "(unicode error) 'utf-8' codec can't decode byte 0x%02x",
                  (unsigned char)*p);
    return false;
  }
  return true;
}

TokenList lex_all(Arena *a, const char *text, size_t size) {
  add_keywords();
  bool bom = size >= 3 && !memcmp(text, "\xef\xbb\xbf", 3);
  Lexer *lx = ARENA_NEW(a, Lexer);
  *lx = (Lexer){.arena = a, .text = text, .end = text + size, .line = 1, .mark_col = 1};
  lx->p = lx->mark = text + (bom ? 3 : 0);
  lx->line_start = lx->first = true;
  lx->n_indents = 1;
  if (check_bytes(lx)) {
    lex_to_end(lx);
    while (lx->n_brackets) {
      close_statement(lx);
      lex_to_end(lx);
    }
  } else lx->p = lx->mark = lx->end;
  end_text(lx);
  return (TokenList){lx->tokens.data, lx->tokens.n, lx->unclosed.data, lx->unclosed.n};
}

// lex_string.c -- strings, and f-strings as PEP 701 has them: their fields are ordinary tokens.
//
//   f"a{x:>{w}}b"   FSTRING_START MIDDLE(a) { x : MIDDLE(>) { w } } MIDDLE(b) FSTRING_END
#include "driver/python/lexer.h"

#include <string.h>

// The letters before a quote that make a string; their number, or -1 when this is no string.
static int prefix_length(const char *p) {
  bool b = false, r = false, u = false, f = false;
  for (int n = 0;; n++) {
    char c = (char)(p[n] | 0x20);
    if (p[n] == '"' || p[n] == '\'') return n;
    if (c == 'b' && !(b || u || f)) b = true;
    else if (c == 'u' && !(b || u || r || f)) u = true;
    else if (c == 'r' && !(r || u)) r = true;
    else if (c == 'f' && !(f || b || u)) f = true;
    else return -1;
  }
}

bool lex_is_string(const char *p) { return prefix_length(p) >= 0; }

static bool at_quotes(const Lexer *lx, char quote, bool triple) {
  if (*lx->p != quote) return false;
  return !triple || (lx->p[1] == quote && lx->p[2] == quote);
}

// The quote that opened an f-string again, inside a field: a `}` is missing.
static bool is_quote_of_fstring(const Lexer *lx, char quote, bool triple) {
  if (!lx->n_fstrings) return false;
  const FString *f = &lx->fstrings[lx->n_fstrings - 1];
  return f->quote == quote && f->triple == triple;
}

static void unterminated(Lexer *lx, Place from, char quote, bool triple) {
  uint32_t line = lx->line;
  if (triple && lx->p > lx->text && lx->p[-1] == '\n' && lx->p == lx->end) line--;
  const char *fmt = triple ? "unterminated triple-quoted string literal (detected at line %u)"
                           : "unterminated string literal (detected at line %u)";
  if (is_quote_of_fstring(lx, quote, triple)) lexer_error(lx, from, "f-string: expecting '}'");
  else if (triple) lexer_error(lx, from, fmt, line);
  else lexer_error(lx, from, fmt, line);
  lexer_abandon_line(lx);
}

// A backslash at p and what it stands before.
static void skip_escape(Lexer *lx) {
  lx->p++;
  if (lx->p == lx->end) return;
  if (lexer_at_newline(lx)) lexer_newline(lx);
  else lx->p++;
}

static void lex_plain_string(Lexer *lx, Place from) {
  char quote = *lx->p;
  bool triple = lx->p[1] == quote && lx->p[2] == quote;
  lx->p += triple ? 3 : 1;
  while (!at_quotes(lx, quote, triple)) {
    bool newline = lexer_at_newline(lx);
    if (lx->p >= lx->end || (newline && !triple)) {
      unterminated(lx, from, quote, triple);
      return;
    }
    if (*lx->p == '\\') skip_escape(lx);
    else if (newline) lexer_newline(lx);
    else lx->p++;
  }
  lx->p += triple ? 3 : 1;
  lexer_add(lx, TOK_STRING, from);
}

void lex_string(Lexer *lx) {
  Place from = lexer_place(lx);
  int n = prefix_length(lx->p);
  bool raw = false, f = false;
  for (int i = 0; i < n; i++) {
    raw |= (lx->p[i] | 0x20) == 'r';
    f |= (lx->p[i] | 0x20) == 'f';
  }
  lx->p += n;
  if (!f) {
    lex_plain_string(lx, from);
    return;
  }
  char quote = *lx->p;
  bool triple = lx->p[1] == quote && lx->p[2] == quote;
  lx->p += triple ? 3 : 1;
  if (lx->n_fstrings == MOST_FSTRINGS) {
    lexer_error(lx, from, "too many nested f-strings");
    lexer_abandon_line(lx);
    return;
  }
  lx->fstrings[lx->n_fstrings++] =
      (FString){.start = lx->tokens.n, .quote = quote, .triple = triple, .raw = raw};
  Token *t = lexer_add(lx, TOK_FSTRING_START, from);
  t->raw = raw, t->triple = triple;
}

static void unterminated_fstring(Lexer *lx, const FString *f) {
  Token start = lx->tokens.data[f->start];
  Place from = {lx->text + start.start, start.line, start.col};
  Place now = lexer_place(lx);
  uint32_t line = lx->line;
  Token *t = lexer_error(lx, now, f->triple
                             ? "unterminated triple-quoted f-string literal (detected at line %u)"
                             : "unterminated f-string literal (detected at line %u)", line);
  t->start = start.start, t->line = from.line, t->col = from.col;
  lexer_abandon_line(lx);
}

// Steps over a backslash and its character; `\N{...}` whole, and no brace with it: that is a field.
static void skip_fstring_escape(Lexer *lx, const FString *f) {
  if (lx->p[1] == '{' || lx->p[1] == '}') lx->p++;
  else if (!f->raw && lx->p[1] == 'N' && lx->p[2] == '{') {
    lx->p += 3;
    while (lx->p < lx->end && *lx->p != '}' && *lx->p != f->quote && !lexer_at_newline(lx)) lx->p++;
    if (*lx->p == '}') lx->p++;
  } else skip_escape(lx);
}

static void add_middle(Lexer *lx, const FString *f, Place from) {
  if (lx->p == from.p) return;
  Token *t = lexer_add(lx, TOK_FSTRING_MIDDLE, from);
  t->raw = f->raw, t->triple = f->triple;
  t->spec = f->n_fields > 0;
}

static void open_field(Lexer *lx, FString *f) {
  Place from = lexer_place(lx);
  lx->p++;
  if (f->n_fields == MOST_FIELDS) {
    lexer_error(lx, from, "f-string: expressions nested too deeply");
    lexer_abandon_line(lx);
    return;
  }
  if (!lexer_push_bracket(lx, from)) return;
  f->fields[f->n_fields].brackets = lx->n_brackets;
  f->fields[f->n_fields++].in_spec = false;
  lexer_add(lx, TOK_LBRACE, from);
}

static void close_text(Lexer *lx, FString *f) {
  Place from = lexer_place(lx);
  if (*lx->p == '{') open_field(lx, f);
  else if (*lx->p == '}' && f->n_fields) {
    lx->p++;
    f->n_fields--;
    lx->n_brackets--;
    lexer_add(lx, TOK_RBRACE, from);
  } else if (*lx->p == '}') {
    lx->p++;
    lexer_error(lx, from, "f-string: single '}' is not allowed");
    lexer_abandon_line(lx);
  } else if (f->n_fields) { // the closing quotes, in a format specification
    lexer_error(lx, from, "f-string: expecting '}'");
    lexer_abandon_line(lx);
  } else {
    lx->p += f->triple ? 3 : 1;
    lx->n_fstrings--;
    lexer_add(lx, TOK_FSTRING_END, from);
  }
}

void lex_fstring_middle(Lexer *lx) {
  FString *f = lexer_in_text(lx);
  Place from = lexer_place(lx);
  bool spec = f->n_fields > 0;
  while (!at_quotes(lx, f->quote, f->triple)) {
    char c = *lx->p;
    bool newline = lexer_at_newline(lx);
    if (lx->p >= lx->end || (newline && !f->triple)) {
      unterminated_fstring(lx, f);
      return;
    }
    bool doubled = !spec && (c == '{' || c == '}') && lx->p[1] == c;
    if (doubled) lx->p += 2;
    else if (c == '{' || c == '}') break;
    else if (c == '\\') skip_fstring_escape(lx, f);
    else if (newline) lexer_newline(lx);
    else lx->p++;
  }
  add_middle(lx, f, from);
  close_text(lx, f);
}

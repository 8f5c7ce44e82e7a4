// lexer.h -- the state of the lexer, shared by its files.
#ifndef CJAX_PYTHON_LEXER_H
#define CJAX_PYTHON_LEXER_H

#include "dialect/support/vec.h"
#include "driver/python/token.h"

enum { MOST_INDENTS = 100, MOST_BRACKETS = 200, MOST_FSTRINGS = 150, MOST_FIELDS = 3 };

// An f-string being read, and the fields that are open in it: `f"{x:{w` has two.
typedef struct FString {
  uint32_t start; // its token
  char quote;
  bool triple, raw;
  uint8_t n_fields;
  struct {
    uint32_t brackets; // n_brackets inside it
    bool in_spec;      // after its `:`
  } fields[MOST_FIELDS];
} FString;

typedef struct Indent {
  uint32_t col, alt; // tabs to multiples of 8; tabs as one column
} Indent;

typedef struct Lexer {
  Arena *arena;
  const char *text, *p, *end; // p: what comes next; *end is a NUL
  uint32_t line;
  const char *mark; // a place in this line whose column is known
  uint32_t mark_col;
  bool line_start; // indentation comes next
  bool first;      // the next token is the first of its line
  VEC(Token) tokens;
  VEC(Unclosed) unclosed;
  Indent indents[MOST_INDENTS];
  uint32_t n_indents;
  uint32_t brackets[MOST_BRACKETS]; // tokens
  uint32_t n_brackets;
  FString fstrings[MOST_FSTRINGS];
  uint32_t n_fstrings;
} Lexer;

typedef struct Place {
  const char *p;
  uint32_t line, col;
} Place;

// Where p is now; columns are counted from the last place asked for.
Place lexer_place(Lexer *lx);
// Steps over a newline at p: \n, \r or \r\n.
void lexer_newline(Lexer *lx);
static inline bool lexer_at_newline(const Lexer *lx) { return *lx->p == '\n' || *lx->p == '\r'; }
// Adds the token from `from` to p.
Token *lexer_add(Lexer *lx, TokenKind kind, Place from);
Token *lexer_error(Lexer *lx, Place from, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
// After an error that leaves the rest of the line unreadable: its end, as the end of the statement.
void lexer_abandon_line(Lexer *lx);

// The innermost f-string when p is in its text or in a format specification, else null.
FString *lexer_in_text(Lexer *lx);
bool lexer_push_bracket(Lexer *lx, Place from);

// lex_number.c; p is at a digit, or at a dot before one.
void lex_number(Lexer *lx);
// lex_string.c; p is at a prefix or a quote.
bool lex_is_string(const char *p);
void lex_string(Lexer *lx);
// The text of the innermost f-string up to a field or to its end.
void lex_fstring_middle(Lexer *lx);

// unicode.c: may c start an identifier, stand in one?  is it printed as a character?
bool unicode_is_start(uint32_t c);
bool unicode_is_continue(uint32_t c);
bool unicode_is_printable(uint32_t c);

#endif

// lex_number.c -- integers, floats and imaginary numbers.
#include "driver/python/lexer.h"
#include "dialect/support/strbuf.h"

#include <string.h>

static bool is_digit_of(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0' < base;
  return base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
}

static const char *base_name(int base) {
  return base == 16 ? "hexadecimal" : base == 10 ? "decimal" : base == 8 ? "octal" : "binary";
}

// Digits with single underscores between them; p may stand on none.  False: a bad underscore.
static bool skip_digits(Lexer *lx, int base) {
  while (is_digit_of(*lx->p, base)) {
    lx->p++;
    if (*lx->p != '_') continue;
    lx->p++;
    if (!is_digit_of(*lx->p, base)) return false;
  }
  return true;
}

static bool starts_name(const Lexer *lx) {
  char c = *lx->p;
  if (c & 0x80) {
    size_t size;
    return unicode_is_start(utf8_decode(lx->p, (size_t)(lx->end - lx->p), &size));
  }
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// `1if x else 2` is old but legal: is p at a keyword that may follow a number?
static bool at_keyword(const Lexer *lx) {
  static const char *const words[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (!strncmp(lx->p, words[i], strlen(words[i]))) return true;
  return false;
}

// The error covers the number and what is glued to it.
static void bad_number(Lexer *lx, Place from, const char *what) {
  while (starts_name(lx) || is_digit_of(*lx->p, 10)) {
    size_t size;
    utf8_decode(lx->p, (size_t)(lx->end - lx->p), &size);
    lx->p += size;
  }
  lexer_error(lx, from, "invalid %s literal", what);
}

static void finish_number(Lexer *lx, TokenKind kind, Place from, const char *what) {
  if (starts_name(lx) && !at_keyword(lx)) bad_number(lx, from, what);
  else lexer_add(lx, kind, from);
}

static void lex_prefixed(Lexer *lx, Place from, int base) {
  lx->p += 2;
  if (*lx->p == '_') lx->p++;
  if (!is_digit_of(*lx->p, base)) {
    if (is_digit_of(*lx->p, 10)) {
      char c = *lx->p++;
      lexer_error(lx, from, "invalid digit '%c' in %s literal", c, base_name(base));
    } else bad_number(lx, from, base_name(base));
    return;
  }
  bool ok = skip_digits(lx, base);
  if (is_digit_of(*lx->p, 10)) {
    char c = *lx->p;
    while (is_digit_of(*lx->p, 10)) lx->p++;
    lexer_error(lx, from, "invalid digit '%c' in %s literal", c, base_name(base));
  } else if (!ok) bad_number(lx, from, base_name(base));
  else finish_number(lx, TOK_INT, from, base_name(base));
}

// At 'e': is it an exponent?  `1else` and `0xe` have none.
static bool skip_exponent(Lexer *lx, bool *ok) {
  const char *p = lx->p;
  if (*p != 'e' && *p != 'E') return false;
  p++;
  if (*p == '+' || *p == '-') {
    p++;
    if (!is_digit_of(*p, 10)) {
      lx->p = p;
      *ok = false;
      return true;
    }
  }
  if (!is_digit_of(*p, 10)) return false;
  lx->p = p;
  *ok = skip_digits(lx, 10);
  return true;
}

static bool has_value(const char *p, const char *end) {
  for (; p < end; p++)
    if (*p >= '1' && *p <= '9') return true;
  return false;
}

void lex_number(Lexer *lx) {
  Place from = lexer_place(lx);
  char x = (char)(lx->p[1] | 0x20);
  int base = *lx->p != '0' ? 10 : x == 'x' ? 16 : x == 'o' ? 8 : x == 'b' ? 2 : 10;
  if (base != 10) {
    lex_prefixed(lx, from, base);
    return;
  }
  bool ok = skip_digits(lx, 10);
  const char *whole_end = lx->p;
  TokenKind kind = TOK_INT;
  if (ok && *lx->p == '.') {
    lx->p++;
    kind = TOK_FLOAT;
    if (*lx->p == '_') ok = false;
    else ok = skip_digits(lx, 10);
  }
  if (ok && skip_exponent(lx, &ok)) kind = TOK_FLOAT;
  if (!ok) {
    bad_number(lx, from, "decimal");
    return;
  }
  if (*lx->p == 'j' || *lx->p == 'J') {
    lx->p++;
    finish_number(lx, TOK_IMAGINARY, from, "imaginary");
  } else if (kind == TOK_INT && *from.p == '0' && has_value(from.p, whole_end)) {
    lexer_error(lx, from,
                "leading zeros in decimal integer literals are not permitted; "
                "use an 0o prefix for octal integers");
  } else finish_number(lx, kind, from, "decimal");
}

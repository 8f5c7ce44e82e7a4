// fields.c -- the parts of a text: between separators, between blanks, or its lines.
#include "runtime/os/internal.h"

#include <string.h>

typedef struct Cursor {
  const char *at;       // what is left
  int64_t left, k;      // k: the part that begins there
  const char *sep;      // null: blanks
  int64_t sep_size;     // -1: line ends
  bool ended;           // the part before was the last one
  int64_t text, sep_of; // whose parts these are
} Cursor;

// Where the last part was found: the next one is not looked for from the start.
static Cursor found;

void fields_forget(void) { found = (Cursor){0}; }

static bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31); }

// How many bytes end a line here, as str.splitlines has it.
static int line_end(const char *s, int64_t n) {
  unsigned char c = (unsigned char)*s;
  if (c == '\r') return n > 1 && s[1] == '\n' ? 2 : 1;
  if ((c >= 10 && c <= 12) || (c >= 28 && c <= 30)) return 1;
  if (n > 1 && !memcmp(s, "\xc2\x85", 2)) return 2;
  return n > 2 && (!memcmp(s, "\xe2\x80\xa8", 3) || !memcmp(s, "\xe2\x80\xa9", 3)) ? 3 : 0;
}

static int64_t find_sep(const Cursor *c) {
  for (int64_t i = 0; i + c->sep_size <= c->left; i++)
    if (!memcmp(c->at + i, c->sep, (size_t)c->sep_size)) return i;
  return -1;
}

// How long the next part is, and what follows it; false: there is none.
static bool measure(Cursor *c, int64_t *size, int64_t *behind) {
  int64_t n = 0;
  *behind = 0;
  if (c->sep_size > 0) {
    if (c->ended) return false;
    n = find_sep(c);
    c->ended = n < 0;
    *size = c->ended ? c->left : n;
    *behind = c->ended ? 0 : c->sep_size;
    return true;
  }
  while (!c->sep_size && c->left && is_blank(*c->at)) c->at++, c->left--;
  if (!c->left) return false;
  if (c->sep_size < 0) {
    while (n < c->left && !(*behind = line_end(c->at + n, c->left - n))) n++;
  } else {
    while (n < c->left && !is_blank(c->at[n])) n++;
  }
  return *size = n, true;
}

static bool next_part(Cursor *c, const char **part, int64_t *size) {
  int64_t behind;
  if (!measure(c, size, &behind)) return false;
  *part = c->at;
  c->at += *size + behind;
  c->left -= *size + behind;
  c->k++;
  return true;
}

static Cursor begin(int64_t text, int64_t sep) {
  Cursor c = {.text = text, .sep_of = sep, .sep_size = -1};
  c.at = cjax_rt_text_get(text, &c.left);
  if (sep != FIELDS_LINES) c.sep = cjax_rt_text_get(sep, &c.sep_size);
  return c;
}

int64_t fields_count(int64_t text, int64_t sep) {
  Cursor c = begin(text, sep);
  const char *part;
  for (int64_t size; next_part(&c, &part, &size);) continue;
  return c.k;
}

int64_t fields_item(int64_t text, int64_t sep, int64_t k) {
  bool goes_on = found.at && found.text == text && found.sep_of == sep && found.k <= k;
  if (!goes_on) found = begin(text, sep);
  const char *part;
  for (int64_t size; next_part(&found, &part, &size);)
    if (found.k == k + 1) return cjax_rt_text_of(part, size);
  return fields_forget(), 0;
}

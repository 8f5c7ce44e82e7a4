// options.c -- reading print options.
#include "runtime/options.h"

const PrintOptions print_defaults = {.precision = 8,
                                     .edge = 3,
                                     .width = 75,
                                     .threshold = 1000,
                                     .sign = '-',
                                     .mode = 'm',
                                     .nan = "nan",
                                     .inf = "inf",
                                     .separator = " "};

static int64_t number(const char *s) {
  int64_t n = 0;
  bool negative = *s == '-';
  for (s += negative; *s >= '0' && *s <= '9'; s++)
    if (n < INT64_MAX / 20) n = n * 10 + (*s - '0');
  return negative ? -n : n;
}

static void text(char *out, const char *s) {
  int n = 0;
  for (; s[n] && s[n] != ';' && s[n] != '\n' && n < OPTION_TEXT - 1; n++) out[n] = s[n];
  out[n] = 0;
}

static void set(PrintOptions *o, char key, const char *value) {
  switch (key) {
  case 'p': o->precision = (int)number(value); break;
  case 't': o->threshold = number(value); break;
  case 'e': o->edge = (int)number(value); break;
  case 'w': o->width = (int)number(value); break;
  case 's': o->suppress = (int)number(value); break;
  case 'g': o->sign = *value; break;
  case 'm': o->mode = *value; break;
  case 'n': text(o->nan, value); break;
  case 'i': text(o->inf, value); break;
  case 'x': text(o->separator, value); break;
  case 'h': o->hang = (int)number(value); break;
  case 'u': o->suffix = (int)number(value); break;
  }
}

const char *options_parse(PrintOptions *o, const char *s) {
  *o = print_defaults;
  while (*s && *s != '\n') {
    if (s[1] == '=') set(o, *s, s + 2);
    while (*s && *s != ';' && *s != '\n') s++;
    if (*s == ';') s++;
  }
  return *s ? s + 1 : s;
}

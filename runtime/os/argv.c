// argv.c -- sys.argv, and int() and float() of texts by Python's rules.
#include "runtime/os/internal.h"

#include <stdlib.h>

static int64_t arg_count;
static char **arg_values;

void cjax_rt_set_argv(int64_t argc, char **argv) {
  arg_count = argc;
  arg_values = argv;
}

int64_t cjax_rt_argc(void) { return arg_count; }

static const char *argument(int64_t k, const char *where) {
  if (k < 0) k += arg_count;
  if (k < 0 || k >= arg_count) cjax_rt_fail_at(where, "IndexError: list index out of range");
  return arg_values[k];
}

int64_t cjax_rt_argv(int64_t k, const char *where) {
  const char *text = argument(k, where);
  return cjax_rt_text_of(text, (int64_t)__builtin_strlen(text));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31); }

static const char *skip_blanks(const char *s) {
  while (is_blank(*s)) s++;
  return s;
}

bool text_is_int(const char *text) {
  const char *s = skip_blanks(text);
  s += *s == '-' || *s == '+';
  bool valid = is_digit(*s);
  for (; is_digit(*s); s++)
    if (s[1] == '_' && is_digit(s[2])) s++;
  return valid && !*skip_blanks(s);
}

int64_t text_to_int(const char *text, const char *where) {
  const char *s = skip_blanks(text);
  bool negative = *s == '-', overflow = false;
  if (*s == '-' || *s == '+') s++;
  bool valid = is_digit(*s);
  int64_t n = 0;
  for (; is_digit(*s); s++) {
    int digit = *s - '0';
    overflow |= __builtin_mul_overflow(n, 10, &n);
    overflow |= __builtin_add_overflow(n, negative ? -digit : digit, &n);
    if (s[1] == '_' && is_digit(s[2])) s++;
  }
  if (!valid || *skip_blanks(s))
    cjax_rt_fail_at(where, message_join((const char *[]){
                               "ValueError: invalid literal for int() with base 10: ",
                               message_quote(text), 0}));
  if (overflow)
    cjax_rt_fail_at(where, "OverflowError: Python int too large to convert to C long");
  return n;
}

// Digits with single underscores between them, appended to *to without those.
static const char *copy_digits(const char *s, char **to, char *end) {
  for (; is_digit(*s); s++) {
    if (*to < end) *(*to)++ = *s;
    if (s[1] == '_' && is_digit(s[2])) s++;
  }
  return s;
}

static bool is_word(const char *s, const char *word) {
  for (; *word; s++, word++)
    if ((*s | 0x20) != *word) return false;
  return !*skip_blanks(s);
}

// Text in Python's grammar of floats as strtod wants it; false when it is not in that grammar.
static bool clean_number(const char *s, char *to, char *end) {
  if (*s == '-' || *s == '+') *to++ = *s++;
  char *first = to;
  s = copy_digits(s, &to, end);
  bool digits = to > first;
  if (*s == '.') {
    *to++ = *s++;
    first = to;
    s = copy_digits(s, &to, end);
    digits |= to > first;
  }
  if (!digits) return false;
  if (*s == 'e' || *s == 'E') {
    *to++ = *s++;
    if (*s == '-' || *s == '+') *to++ = *s++;
    first = to;
    s = copy_digits(s, &to, end);
    if (to == first) return false;
  }
  *to = 0;
  return !*skip_blanks(s);
}

bool text_is_float(const char *text) {
  const char *s = skip_blanks(text), *word = s + (*s == '-' || *s == '+');
  char number[1200];
  return is_word(word, "inf") || is_word(word, "infinity") || is_word(word, "nan") ||
         clean_number(s, number, number + sizeof number - 8);
}

double text_to_float(const char *text, const char *where) {
  const char *s = skip_blanks(text);
  const char *word = s + (*s == '-' || *s == '+');
  if (is_word(word, "inf") || is_word(word, "infinity"))
    return *s == '-' ? -__builtin_inf() : __builtin_inf();
  if (is_word(word, "nan")) return __builtin_nan("");
  char number[1200]; // 768 significant digits decide a double
  if (clean_number(s, number, number + sizeof number - 8)) return strtod(number, 0);
  cjax_rt_fail_at(where, message_join((const char *[]){
                             "ValueError: could not convert string to float: ",
                             message_quote(text), 0}));
}

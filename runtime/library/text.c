// text.c -- what formats use of libc and of static buffers, for libraries, which have neither.
#include <stddef.h>

#include "runtime/value.h"

size_t strlen(const char *s) {
  size_t n = 0;
  while (s[n]) n++;
  return n;
}

char *strchr(const char *s, int c) {
  for (; *s != (char)c; s++)
    if (!*s) return NULL;
  return (char *)s;
}

int strncmp(const char *a, const char *b, size_t n) {
  for (; n; a++, b++, n--) {
    if (*a != *b) return (unsigned char)*a - (unsigned char)*b;
    if (!*a) return 0;
  }
  return 0;
}

int strcmp(const char *a, const char *b) { return strncmp(a, b, (size_t)-1); }

// Of formats, which the compiler has checked: only one that depends on the value may come here.
const char *format_error(const char *const pieces[5]) {
  return "ValueError: the number cannot be formatted so";
}

// format_tool.c -- checks recorded cases: format_tool FILE prints what differs, then the totals.
//
// A case is a line `@ DTYPE RANK SIZES... STYLE` (a newline in the style written as \n), a line of
// the data in hexadecimal bytes, and the text expected: lines that start with `|`, or one with `!`
// for an error. Lines starting with `#` are comments.
#include "runtime/format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char line[1 << 20], style[1 << 12], expected[1 << 20], actual[1 << 20];
static unsigned char data[1 << 19];

static void append(void *context, const char *text, size_t n) {
  size_t *at = context;
  if (*at + n >= sizeof actual) abort();
  memcpy(actual + *at, text, n);
  *at += n;
  actual[*at] = 0;
}

static void read_style(const char *from) {
  char *to = style;
  for (; *from && *from != '\n'; from++)
    if (from[0] == '\\' && from[1] == 'n') *to++ = '\n', from++;
    else *to++ = *from;
  *to = 0;
}

static void read_data(const char *hex) {
  unsigned byte;
  for (size_t n = 0; sscanf(hex, "%2x", &byte) == 1; hex += 2) data[n++] = (unsigned char)byte;
}

// Reads the expectation; leaves the first line after it in `line`.
static int read_expected(FILE *f) {
  size_t n = 0;
  expected[0] = 0;
  int more;
  while ((more = fgets(line, sizeof line, f) != NULL) && (*line == '|' || *line == '!')) {
    if (n) expected[n++] = '\n';
    size_t size = strcspn(line, "\n");
    memcpy(expected + n, *line == '!' ? line : line + 1, size);
    n += size - (*line != '!');
    expected[n] = 0;
  }
  return more;
}

int main(int argc, char **argv) {
  FILE *f = fopen(argv[argc - 1], "r");
  if (!f) return perror(argv[argc - 1]), 1;
  int cases = 0, wrong = 0, more = fgets(line, sizeof line, f) != NULL;
  while (more) {
    if (*line != '@') {
      more = fgets(line, sizeof line, f) != NULL;
      continue;
    }
    int dtype, rank, used, at;
    int64_t shape[FORMAT_MAX_RANK];
    sscanf(line, "@ %d %d%n", &dtype, &rank, &at);
    for (int i = 0; i < rank; i++, at += used) sscanf(line + at, "%ld%n", &shape[i], &used);
    read_style(line + at + 1);
    if (!fgets(line, sizeof line, f)) break;
    read_data(line);
    more = read_expected(f);
    size_t n = 0;
    actual[0] = 0;
    Sink sink = {append, &n};
    const char *error =
        format_array(&sink, &(ArrayView){data, (Dtype)dtype, rank, shape}, style);
    if (error) snprintf(actual, sizeof actual, "!%s", error);
    cases++;
    if (!strcmp(expected, actual)) continue;
    if (wrong++ < 10)
      printf("%s of %s, rank %d\nexpected:\n%s\nactual:\n%s\n", style, dtype_name((Dtype)dtype),
             rank, expected, actual);
  }
  printf("%d cases, %d wrong\n", cases, wrong);
  return wrong != 0;
}

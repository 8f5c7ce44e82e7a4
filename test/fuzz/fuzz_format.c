// fuzz_format.c -- libFuzzer target: a style and an array as text, and any text as a number.
//
// The first bytes say dtype, rank and contents.  What the compiler finds wrong with a style is
// wrong when it runs; numbers are what strtod reads.
#include "runtime/format.h"
#include "runtime/os/internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CONTENTS = 64, HEAD = 2 + CONTENTS };

static void count(void *sum, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) *(size_t *)sum += (unsigned char)text[i];
}

// Widths and precisions of more digits take long and do no more.
static bool is_quick(const char *s) {
  for (; *s; s++)
    if (strspn(s, "0123456789") > 3) return false;
  return true;
}

static void write_array(const uint8_t *data, const char *style) {
  static const int64_t shapes[3][2] = {{0, 0}, {3, 0}, {2, 2}};
  size_t sum = 0;
  int rank = data[1] % 3;
  char *contents = malloc(CONTENTS);
  memcpy(contents, data + 2, CONTENTS);
  ArrayView x = {contents, (Dtype)(data[0] % DTYPE_COUNT), rank, shapes[rank]};
  Sink sink = {count, &sum};
  if (x.dtype == DTYPE_BOOL)
    for (int i = 0; i < CONTENTS; i++) contents[i] &= 1;
  bool wrong = format_check(x.dtype, rank, style) != NULL;
  const char *error = format_array(&sink, &x, style);
  if ((wrong && !error) || (error && sum)) abort();
  free(contents);
}

static void read_number(const char *text) {
  text_is_int(text);
  bool plain = !strpbrk(text, "_xXpP(");
  for (const char *s = text; *s; s++) plain &= *s > ' ' && *s < 127;
  if (!text_is_float(text) || !plain) return;
  char *end;
  double x = text_to_float(text, NULL), y = strtod(text, &end);
  if (*end || (x != y && !(isnan(x) && isnan(y)))) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < HEAD) return 0;
  char *text = malloc(size - HEAD + 1);
  memcpy(text, data + HEAD, size - HEAD);
  text[size - HEAD] = 0;
  if (is_quick(text)) write_array(data, text);
  read_number(text);
  free(text);
  return 0;
}

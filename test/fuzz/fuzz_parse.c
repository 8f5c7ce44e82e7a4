// fuzz_parse.c -- libFuzzer target: any bytes to a syntax tree or to errors.
#include "driver/python/parse.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena a;
  DiagCapture c;
  char *text = malloc(size + 1);
  arena_init(&a);
  memcpy(text, data, size);
  text[size] = 0;
  diag_capture(&c, &a);
  uint32_t file = diag_add_file("fuzz.py", text, size);
  if (!parse_module(&a, file, text, size) != (c.error_count > 0)) abort();
  diag_release_capture(&c);
  arena_release(&a);
  free(text);
  return 0;
}

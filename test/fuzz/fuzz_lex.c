// fuzz_lex.c -- libFuzzer target: any bytes to tokens.
#include "driver/python/token.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena a;
  char *text = malloc(size + 1); // a block of its own, so that the sanitizer sees its ends
  arena_init(&a);
  memcpy(text, data, size);
  text[size] = 0;
  TokenList tokens = lex_all(&a, text, size);
  for (uint32_t i = 0; i < tokens.n; i++)
    if (tokens.data[i].start > tokens.data[i].end || tokens.data[i].end > size) abort();
  arena_release(&a);
  free(text);
  return 0;
}

// parse.c -- cjax-parse: prints the syntax tree of a file, for the tests.
//
//   cjax-parse [--places] [--times N] FILE      --times: parse N times and print nothing
#include "dialect/support/file.h"
#include "driver/python/parse.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  bool places = false;
  int times = 0;
  const char *path = NULL;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--places")) places = true;
    else if (!strcmp(argv[i], "--times") && i + 1 < argc) times = atoi(argv[++i]);
    else path = argv[i];
  }
  if (!path) {
    fputs("usage: cjax-parse [--places] [--times N] FILE\n", stderr);
    return 2;
  }
  Arena arena;
  char *text;
  size_t size;
  arena_init(&arena);
  if (!file_read(&arena, path, &text, &size)) {
    diag_io(NULL, "cannot read %s: %s", path, strerror(errno));
    return 1;
  }
  uint32_t file = diag_add_file(path, text, size);
  for (int i = 0; i < times; i++) {
    Arena scratch;
    arena_init(&scratch);
    parse_module(&scratch, file, text, size);
    arena_release(&scratch);
  }
  Node *module = times ? NULL : parse_module(&arena, file, text, size);
  if (module) ast_print(stdout, module, places);
  arena_release(&arena);
  return diag_error_count() > 0;
}

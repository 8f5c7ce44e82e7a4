// archive.c -- a static library of one object, in the System V format that GNU's and LLVM's linkers
// read.
#include <errno.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/strbuf.h"
#include "lower/library.h"
#include "lower/output.h"

void archive_open(StrBuf *s) { strbuf_puts(s, "!<arch>\n"); }

void archive_add(StrBuf *s, const char *name, const void *data, size_t n) {
  strbuf_printf(s, "%-16s%-12d%-6d%-6d%-8s%-10zu`\n", name, 0, 0, 0, "644", n);
  strbuf_add(s, data, n);
  if (n & 1) strbuf_putc(s, '\n');
}

static void put_big_endian(StrBuf *s, size_t x) {
  for (int i = 24; i >= 0; i -= 8) strbuf_putc(s, (char)(x >> i));
}

// The index: how many symbols, where each one's member is (big endian), their names.
static void archive_index(StrBuf *s, Arena *a, int n, const char *const *symbols) {
  StrBuf index;
  strbuf_init(&index, a);
  size_t size = 4 + 4 * (size_t)n;
  for (int i = 0; i < n; i++) size += strlen(symbols[i]) + 1;
  put_big_endian(&index, (size_t)n);
  for (int i = 0; i < n; i++) put_big_endian(&index, 8 + 60 + size + (size & 1));
  for (int i = 0; i < n; i++) strbuf_add(&index, symbols[i], strlen(symbols[i]) + 1);
  archive_add(s, "/", index.data, index.n);
}

bool archive_write(const char *path, int object_file, int n, const char *const *symbols) {
  Arena a;
  arena_init(&a);
  char *object, name[OUTPUT_NAME];
  size_t size;
  StrBuf s;
  strbuf_init(&s, &a);
  bool ok = file_read(&a, output_name(object_file, name), &object, &size);
  if (ok) {
    archive_open(&s);
    archive_index(&s, &a, n, symbols);
    archive_add(&s, "code.o/", object, size);
    ok = output_write(path, s.data, s.n);
  } else
    diag_io("CJ0701", "cannot read a temporary file: %s", strerror(errno));
  arena_release(&a);
  return ok;
}

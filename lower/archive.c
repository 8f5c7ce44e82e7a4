// archive.c -- a static library of one object, in the System V format that GNU's and LLVM's linkers
// read.
#include <errno.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/strbuf.h"
#include "lower/library.h"
#include "lower/output.h"

static void member(StrBuf *s, const char *name, const void *data, size_t n) {
  strbuf_printf(s, "%-16s%-12d%-6d%-6d%-8s%-10zu`\n", name, 0, 0, 0, "644", n);
  strbuf_add(s, data, n);
  if (n & 1) strbuf_putc(s, '\n');
}

// The index: how many symbols, where each one's member is (big endian), their names.
static void archive_index(StrBuf *s, const char *symbol) {
  char data[512] = {0};
  size_t n = 8 + strlen(symbol) + 1, at = 8 + 60 + n + (n & 1);
  if (n > sizeof data) BUG("a symbol of %zu characters", n);
  data[3] = 1;
  for (int i = 0; i < 4; i++)
    data[4 + i] = (char)(at >> (24 - 8 * i));
  memcpy(data + 8, symbol, n - 8);
  member(s, "/", data, n);
}

bool archive_write(const char *path, int object_file, const char *symbol) {
  Arena a;
  arena_init(&a);
  char *object, name[OUTPUT_NAME];
  size_t size;
  StrBuf s;
  strbuf_init(&s, &a);
  bool ok = file_read(&a, output_name(object_file, name), &object, &size);
  if (ok) {
    strbuf_puts(&s, "!<arch>\n");
    archive_index(&s, symbol);
    member(&s, "code.o/", object, size);
    ok = output_write(path, s.data, s.n);
  } else
    diag_io("CJ0701", "cannot read a temporary file: %s", strerror(errno));
  arena_release(&a);
  return ok;
}

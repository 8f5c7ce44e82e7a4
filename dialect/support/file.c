// file.c -- whole files.
#include "dialect/support/file.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

enum { CHUNK = 64 << 10 };

bool file_read(Arena *a, const char *path, char **text, size_t *size) {
  FILE *f = fopen(path, "rb");
  if (!f) return false;
  struct stat st;
  if (fstat(fileno(f), &st) == 0 && S_ISDIR(st.st_mode)) {
    fclose(f);
    errno = EISDIR;
    return false;
  }
  size_t n = 0, room = st.st_size > 0 ? (size_t)st.st_size + 1 : CHUNK; // a pipe has no size
  char *p = arena_alloc(a, room);
  while (!feof(f) && !ferror(f)) {
    n += fread(p + n, 1, room - n - 1, f);
    if (n + 1 < room) continue;
    p = arena_grow(a, p, room, room * 2);
    room *= 2;
  }
  bool ok = !ferror(f);
  fclose(f);
  p[n] = 0;
  *text = p;
  *size = n;
  return ok;
}

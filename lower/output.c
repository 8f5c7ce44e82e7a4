// output.c -- files that are written whole or not at all.
#include "lower/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "dialect/support/diag.h"

bool output_write(const char *path, const void *data, size_t n) {
  bool out = !strcmp(path, "-");
  FILE *f = out ? stdout : fopen(path, "w");
  bool ok = f && fwrite(data, 1, n, f) == n && !fflush(f);
  int error = errno;
  if (f && !out && fclose(f) && ok) ok = false, error = errno;
  if (ok) return true;
  diag_io("CJ0701", "cannot write %s: %s", out ? "the output" : path, strerror(error));
  struct stat st; // a device stays
  if (f && !out && !stat(path, &st) && S_ISREG(st.st_mode)) remove(path);
  return false;
}

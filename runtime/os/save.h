// save.h -- files being written; what cannot be written ends the program, and the file goes.
#ifndef CJAX_RUNTIME_OS_SAVE_H
#define CJAX_RUNTIME_OS_SAVE_H

#include "runtime/format.h"

typedef struct SaveFile {
  int file;
  const char *path, *where;
  int64_t written;
  bool keep; // what cannot be written whole stays as it is: it was there before
} SaveFile;

void save_open(SaveFile *f, const char *path, const char *where);
void save_bytes(SaveFile *f, const void *data, int64_t n);
void save_close(SaveFile *f);
_Noreturn void save_fail(SaveFile *f, const char *error);

#endif

// file.h -- whole files.
#ifndef CJAX_SUPPORT_FILE_H
#define CJAX_SUPPORT_FILE_H

#include "dialect/support/arena.h"

#include <stdbool.h>

// The file's bytes and a NUL after them; *size does not count the NUL.  False, with errno set,
// when it cannot be read; nothing is reported: the caller knows what the file was for.
bool file_read(Arena *a, const char *path, char **text, size_t *size);

#endif

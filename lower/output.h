// output.h -- files that are written whole or not at all.
#ifndef CJAX_LOWER_OUTPUT_H
#define CJAX_LOWER_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

// Writes n bytes to `path` ("-": stdout).  False after the error was reported; what was written
// is removed then.
bool output_write(const char *path, const void *data, size_t n);

#endif

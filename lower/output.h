// output.h -- files that are written whole or not at all.
//
// What is written has no name until it is complete: it is an unnamed file of the folder it goes to
// (O_TMPFILE), or memory (memfd), so that nothing is left behind however the process ends, and a
// file that was there stays as it was until then.
#ifndef CJAX_LOWER_OUTPUT_H
#define CJAX_LOWER_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

// Whether it is no file that the compilation has read (inputs.h).  False after the error was
// reported.  What writes asks too.
bool output_check(const char *path);
// Writes n bytes to `path` ("-": stdout).  False after the error was reported.
bool output_write(const char *path, const void *data, size_t n);
// Writes what the file `fd` holds to `path`, executable.
bool output_write_program(const char *path, int fd);

// A file without a name, which children inherit, or -1 after the error was reported.
int output_memory(void);
int output_of(const void *data, size_t n); // the same with these bytes
// Appends; false and errno.
bool output_append(int fd, const void *data, size_t n);
// The name of an open file for children and for file_read.
enum { OUTPUT_NAME = 32 };
const char *output_name(int fd, char name[OUTPUT_NAME]);

#endif

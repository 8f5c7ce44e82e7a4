// library.h -- the Python files that are inside cjaxc (driver/library), put there by the build.
#ifndef CJAX_STAGE_LIBRARY_H
#define CJAX_STAGE_LIBRARY_H

#include <stddef.h>
#include <stdint.h>

typedef struct LibraryFile {
  const char *path; // "jax/numpy/__init__.py"
  const char *text; // a zero byte follows
  size_t size;
} LibraryFile;

extern const LibraryFile library_files[];
extern const uint32_t library_count;

const LibraryFile *library_find(const char *path); // or null

// The pages of docs/errors: "CJ0123.md".
extern const LibraryFile page_files[];
extern const uint32_t page_count;
const LibraryFile *page_find(const char *path); // or null

// driver/template: what artifacts are made of.
extern const LibraryFile template_files[];
extern const uint32_t template_count;
const LibraryFile *template_find(const char *path); // or null

#endif

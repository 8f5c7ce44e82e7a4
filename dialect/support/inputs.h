// inputs.h -- what a compilation has read, so that it can be known whether another one would read
// the same.
//
// Whoever reads a file, asks whether a path is there, or reads the environment says so here, also
// when nothing was there.
#ifndef CJAX_SUPPORT_INPUTS_H
#define CJAX_SUPPORT_INPUTS_H

#include "dialect/support/arena.h"

#include <stdint.h>

typedef struct Digest {
  uint8_t bytes[32];
} Digest;

typedef enum InputKind {
  INPUT_FILE = 'f',        // its contents, or that it cannot be read
  INPUT_HEAD = 'h',        // its first INPUT_HEAD_BYTES, and how many it has
  INPUT_PATH = 'p',        // whether it is there, a file, a folder
  INPUT_ENVIRONMENT = 'e', // the text of a variable, or that there is none
} InputKind;

enum { INPUT_HEAD_BYTES = 1 << 16 };

typedef struct Input {
  InputKind kind;
  const char *name;
  Digest state; // when it was read
} Input;

Digest digest_of(const void *data, size_t n);
// Of a file that has been read: its n bytes; of one that could not be, data is null.
void inputs_add_file(const char *path, const void *data, size_t n);
// The input as it is now.
void inputs_add(InputKind kind, const char *name);
Digest input_state(InputKind kind, const char *name);

// In the order in which they were first read, each once.
int inputs_count(void);
const Input *inputs_get(int i);

#endif

// inputs.c -- what a compilation has read.
#include "dialect/support/inputs.h"

#include "dialect/support/file.h"
#include "dialect/support/vec.h"

#include <llvm-c/blake3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct {
  Arena arena;
  VEC(Input) all;
} inputs; // of the process

Digest digest_of(const void *data, size_t n) {
  llvm_blake3_hasher h;
  Digest d;
  llvm_blake3_hasher_init(&h);
  llvm_blake3_hasher_update(&h, data, n);
  llvm_blake3_hasher_finalize(&h, d.bytes, sizeof d.bytes);
  return d;
}

static Digest absent(void) { return digest_of("absent", 6); }

static Digest file_state(const char *path) {
  Arena a;
  char *text;
  size_t n;
  arena_init(&a);
  Digest d = file_read(&a, path, &text, &n) ? digest_of(text, n) : absent();
  arena_release(&a);
  return d;
}

static Digest head_state(const char *path) {
  static char head[sizeof(long long) + INPUT_HEAD_BYTES];
  FILE *f = fopen(path, "rb");
  struct stat st;
  if (!f) return absent();
  long long size = fstat(fileno(f), &st) ? 0 : (long long)st.st_size;
  memcpy(head, &size, sizeof size);
  size_t n = fread(head + sizeof size, 1, INPUT_HEAD_BYTES, f);
  fclose(f);
  return digest_of(head, sizeof size + n);
}

static Digest path_state(const char *path) {
  struct stat st;
  if (stat(path, &st)) return absent();
  return S_ISDIR(st.st_mode)   ? digest_of("folder", 6)
         : S_ISREG(st.st_mode) ? digest_of("file", 4)
                               : digest_of("other", 5);
}

Digest input_state(InputKind kind, const char *name) {
  const char *text;
  switch (kind) {
  case INPUT_FILE: return file_state(name);
  case INPUT_HEAD: return head_state(name);
  case INPUT_PATH: return path_state(name);
  case INPUT_ENVIRONMENT:
    text = getenv(name);
    return text ? digest_of(text, strlen(text) + 1) : absent();
  }
  return absent();
}

static bool is_known(InputKind kind, const char *name) {
  for (uint32_t i = 0; i < inputs.all.n; i++)
    if (inputs.all.data[i].kind == kind && !strcmp(inputs.all.data[i].name, name)) return true;
  return false;
}

static void add(InputKind kind, const char *name, Digest state) {
  Arena *a = &inputs.arena;
  Input in = {kind, arena_strdup(a, name), state};
  VEC_PUSH(a, inputs.all, in);
}

void inputs_add_file(const char *path, const void *data, size_t n) {
  if (!is_known(INPUT_FILE, path)) add(INPUT_FILE, path, data ? digest_of(data, n) : absent());
}

void inputs_add(InputKind kind, const char *name) {
  if (!is_known(kind, name)) add(kind, name, input_state(kind, name));
}

int inputs_count(void) { return (int)inputs.all.n; }
const Input *inputs_get(int i) { return &inputs.all.data[i]; }

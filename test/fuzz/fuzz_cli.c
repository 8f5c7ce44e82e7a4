// fuzz_cli.c -- libFuzzer target: any bytes as a command line, as a file of arguments and as the
// profile of a run.
//
// The words of a command line are separated by 0; what follows an empty word is the file that the
// words "@" name.
#include "driver/cli.h"
#include "driver/report/profile.h"

#include "dialect/support/diag.h"
#include "dialect/support/vec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef VEC(char *) Words;

static int open_file(const char *text, size_t size) {
  int file = memfd_create("fuzz", 0);
  if (file < 0 || write(file, text, size) != (ssize_t)size) abort();
  return file;
}

// The words before an empty one; how many bytes they are.
static size_t cut_words(Arena *a, Words *w, char *text, size_t size, const char *path) {
  size_t at = 0;
  VEC_PUSH(a, *w, "cjaxc");
  while (at < size && text[at]) {
    bool file = text[at] == '@';
    VEC_PUSH(a, *w, file ? arena_printf(a, "@%s", path) : text + at);
    at += strlen(text + at) + 1;
  }
  VEC_PUSH(a, *w, NULL);
  return at < size ? at : size;
}

static void read_words(Arena *a, char *text, size_t size) {
  DiagCapture c;
  Words w = {0};
  Options o = {0};
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", 100);
  size_t at = cut_words(a, &w, text, size, path);
  int file = open_file(text + at, size - at);
  if (dup2(file, 100) < 0) abort();
  diag_capture(&c, a);
  bool ok = cli_parse(&o, a, (int)w.n - 1, w.data);
  if (ok == (c.error_count > 0)) abort();
  diag_release_capture(&c);
  close(file);
  close(100);
}

// FNV-1a, as the runtime computes it.
static unsigned long long hash_text(const char *s) {
  unsigned long long h = 0xcbf29ce484222325;
  for (; *s; s++) h = (h ^ (unsigned char)*s) * 0x100000001b3;
  return h;
}

// As the profile of a program with three sites; unless it begins with `c`, as what stands behind
// the right head.
static void read_profile(Arena *a, const char *text, size_t size) {
  DiagCapture c;
  Profile p;
  StrBuf all;
  char path[32];
  Sites *s = sites_create(a, "p");
  for (int i = 0; i < 3; i++) {
    VEC_PUSH(a, s->all, ((Site){.name = "add", .id = i, .kernel = -1}));
    VEC_PUSH(a, s->measured, i);
  }
  strbuf_init(&all, a);
  if (size && *text != 'c')
    strbuf_printf(&all, "cjax-profile 1\nsites 3 %llx\n",
                  hash_text("add\t-:0:0\nadd\t-:0:0\nadd\t-:0:0\n"));
  strbuf_add(&all, text, size);
  int file = open_file(all.data, all.n);
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  diag_capture(&c, a);
  if (profile_read(a, s, path, &p) == (c.error_count > 0)) abort();
  diag_release_capture(&c);
  close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena a;
  arena_init(&a);
  read_words(&a, arena_strndup(&a, (const char *)data, size), size);
  read_profile(&a, (const char *)data, size);
  arena_release(&a);
  return 0;
}

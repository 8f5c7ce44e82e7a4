// watch.c -- `cjaxc run --watch`: again whenever a file changes that the compilation read.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // st_mtim
#endif
#include "driver/watch.h"

#include "dialect/support/diag.h"
#include "dialect/support/inputs.h"
#include "driver/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct Seen { // what tells a file from the one that was there before
  bool there;
  dev_t device;
  ino_t inode;
  off_t size;
  struct timespec changed;
} Seen;

static bool is_file(const Input *in) { return in->kind != INPUT_ENVIRONMENT; }

static Seen look(const char *path) {
  struct stat st;
  Seen s;
  memset(&s, 0, sizeof s);
  if (stat(path, &st)) return s;
  s.there = true, s.device = st.st_dev, s.inode = st.st_ino;
  if (S_ISREG(st.st_mode)) s.size = st.st_size, s.changed = st.st_mtim;
  return s;
}

static bool differs(const Seen *x, const Seen *y) {
  return x->there != y->there || x->device != y->device || x->inode != y->inode ||
         x->size != y->size || x->changed.tv_sec != y->changed.tv_sec ||
         x->changed.tv_nsec != y->changed.tv_nsec;
}

// The first file that is not as it was, or null.
static const char *find_changed(const Seen *seen) {
  for (int i = 0; i < inputs_count(); i++) {
    const Input *in = inputs_get(i);
    Seen now = look(in->name);
    if (is_file(in) && differs(&seen[i], &now)) return in->name;
  }
  return NULL;
}

static Seen *look_at_all(Arena *a) {
  Seen *seen = ARENA_ARRAY(a, Seen, inputs_count() + 1);
  for (int i = 0; i < inputs_count(); i++) {
    const Input *in = inputs_get(i);
    seen[i] = look(in->name);
    Digest d = input_state(in->kind, in->name);
    if (memcmp(&d, &in->state, sizeof d)) seen[i].size = -1; // changed since it was read
  }
  return seen;
}

static void end_program(pid_t *child) {
  if (*child <= 0) return;
  kill(*child, SIGTERM);
  for (int i = 0; i < 20 && !waitpid(*child, NULL, WNOHANG); i++)
    nanosleep(&(struct timespec){0, 100000000}, NULL);
  kill(*child, SIGKILL);
  while (waitpid(*child, NULL, 0) < 0 && errno == EINTR) {}
  *child = 0;
}

static void say_ended(int status) {
  if (WIFSIGNALED(status))
    diag_say("ended by signal %d; waiting for a change", WTERMSIG(status));
  else
    diag_say("ended with status %d; waiting for a change", WEXITSTATUS(status));
}

void watch(Arena *a, const char *file, char **argv, int program, char **again) {
  fflush(NULL);
  Seen *seen = look_at_all(a);
  pid_t child = program < 0 ? 0 : fork();
  if (program >= 0 && child == 0) process_become(file, argv, program);
  if (program < 0) diag_say("waiting for a change");
  const char *changed;
  while (!(changed = find_changed(seen))) {
    int status;
    if (child > 0 && waitpid(child, &status, WNOHANG) == child) say_ended(status), child = 0;
    nanosleep(&(struct timespec){0, 100000000}, NULL);
  }
  end_program(&child);
  diag_say("%s changed", changed);
  process_again(again);
}

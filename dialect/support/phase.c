// phase.c -- what the compiler is doing, how long it took, and the line of progress.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // sigfillset
#endif
#include "dialect/support/phase.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "dialect/support/diag.h"

enum { MOST_ROWS = 96, MOST_DEEP = 16 };

typedef struct Row {
  const char *group, *name;
  double ms; // without the phases inside
  int times;
} Row;

static Row rows[MOST_ROWS];
static int row_count, depth;
static struct {
  int row;
  double since, ms; // since it runs, and how long it ran before another one began inside
} stack[MOST_DEEP];
static bool verbose;
static double first; // when the first phase began
static _Atomic(const char *) current;
static atomic_int counted, counted_of;

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

//===-- phases -----------------------------------------------------------------------------===//

static bool same(const char *x, const char *y) { return x == y || (x && y && !strcmp(x, y)); }

static int row_of(const char *group, const char *name) {
  for (int i = 0; i < row_count; i++)
    if (same(rows[i].group, group) && same(rows[i].name, name)) return i;
  if (row_count == MOST_ROWS) BUG("more than %d phases", MOST_ROWS);
  rows[row_count] = (Row){group, name, 0, 0};
  return row_count++;
}

static void show_innermost(void) {
  const Row *r = depth ? &rows[stack[depth - 1].row] : NULL;
  atomic_store(&counted_of, 0);
  atomic_store(&current, !r ? NULL : r->name ? r->name : r->group);
}

void phase_begin(const char *group, const char *name) {
  double t = now_ms();
  if (first == 0) first = t;
  if (depth == MOST_DEEP) BUG("phases too deep: %s", group);
  if (depth) stack[depth - 1].ms += t - stack[depth - 1].since;
  stack[depth].row = row_of(group, name);
  stack[depth].since = t, stack[depth].ms = 0;
  depth++;
  show_innermost();
}

void phase_end(void) {
  double t = now_ms();
  depth--;
  Row *r = &rows[stack[depth].row];
  double ms = stack[depth].ms + t - stack[depth].since;
  r->ms += ms, r->times++;
  if (depth) stack[depth - 1].since = t;
  show_innermost();
  if (verbose)
    diag_say("%s%s%s, %.1f ms", r->group, r->name ? ": " : "", r->name ? r->name : "", ms);
}

void phase_count(int done, int all) {
  atomic_store(&counted, done);
  atomic_store(&counted_of, all);
}

void phase_set_verbose(bool on) { verbose = on; }

static void report_line(const char *indent, const char *name, double ms, double all) {
  fprintf(stderr, "%s%-*s %10.2f %6.1f\n", indent, 26 - (int)strlen(indent), name, ms,
          all > 0 ? 100 * ms / all : 0);
}

// A group, with its phases where it has several.
static void report_group(int i, double all) {
  double sum = 0;
  bool parts = false;
  for (int k = i; k < row_count; k++) {
    if (!same(rows[k].group, rows[i].group)) continue;
    sum += rows[k].ms;
    parts |= rows[k].name != NULL;
  }
  report_line("", rows[i].group, sum, all);
  for (int k = i; parts && k < row_count; k++)
    if (same(rows[k].group, rows[i].group) && rows[k].name)
      report_line("  ", rows[k].name, rows[k].ms, all);
}

void phase_report(void) {
  double all = now_ms() - first, sum = 0;
  progress_clear();
  fprintf(stderr, "%-26s %10s %6s\n", "phase", "ms", "%");
  for (int i = 0; i < row_count; i++) {
    int k = 0;
    while (!same(rows[k].group, rows[i].group)) k++;
    if (k == i) report_group(i, all);
    sum += rows[i].ms;
  }
  report_line("", "other", all - sum, all);
  report_line("", "total", all, all);
}

//===-- the line of progress ---------------------------------------------------------------===//

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static pthread_t thread;
static bool running, ending, shown;

static void put(const char *text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) shown = false;
}

static void draw(void) {
  const char *what = atomic_load(&current);
  char line[160];
  int of = atomic_load(&counted_of);
  if (!what) return;
  if (of)
    snprintf(line, sizeof line, "\r\033[Kcjaxc: %s, %d of %d", what, atomic_load(&counted), of);
  else
    snprintf(line, sizeof line, "\r\033[Kcjaxc: %s", what);
  shown = true;
  put(line);
}

static void clear(void) {
  if (shown) put("\r\033[K");
  shown = false;
}

static struct timespec from_now(long ms) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  t.tv_nsec += ms % 1000 * 1000000, t.tv_sec += ms / 1000;
  if (t.tv_nsec >= 1000000000) t.tv_nsec -= 1000000000, t.tv_sec++;
  return t;
}

static void *watch(void *none) {
  pthread_mutex_lock(&lock);
  for (long ms = 2000; !ending; ms = 200) {
    struct timespec t = from_now(ms);
    while (!ending && !pthread_cond_timedwait(&changed, &lock, &t)) {}
    if (!ending) draw();
  }
  pthread_mutex_unlock(&lock);
  return none;
}

void progress_start(void) {
  const char *term = getenv("TERM");
  if (running || !isatty(STDERR_FILENO) || (term && !strcmp(term, "dumb"))) return;
  pthread_condattr_t attr;
  pthread_condattr_init(&attr);
  pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
  pthread_cond_init(&changed, &attr);
  sigset_t all, old; // signals are the first thread's
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  ending = false;
  running = !pthread_create(&thread, NULL, watch, NULL);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

void progress_stop(void) {
  if (!running) return;
  pthread_mutex_lock(&lock);
  ending = true;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
  pthread_join(thread, NULL);
  running = false;
  clear();
}

void progress_clear(void) {
  pthread_mutex_lock(&lock);
  clear();
  pthread_mutex_unlock(&lock);
}

// profile.c -- --profile: how long each op took, in a file that the program writes when it ends.
//
// NAME.profile has a line for each site: its number, calls, and nanoseconds (all, least, most);
// NAME.trace.json has the first calls one by one, in the form that browsers' tracing pages read.
// What the machine can do at most is measured at the end, for a tenth of a second.
#include "runtime/level.h"
#include "runtime/os/internal.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_EVENTS = 1 << 16, MOST_THREADS = 64 };

extern const char cjax_profile_sites[]; // of the program: its name, and a line for each site

typedef struct Measured {
  int64_t calls, ns, least, most, since;
} Measured;

typedef struct Event {
  int64_t begin, end;
  int32_t site, thread; // site -1: a part of a loop, of the site that runs
} Event;

static struct {
  Measured *sites;
  Event *events;
  int64_t n, begin, calls_left_out;
  _Atomic int64_t nevents;
  struct {
    int64_t since, ns, parts;
  } threads[MOST_THREADS];
} profile;

static _Atomic int32_t thread_count;
static _Thread_local int32_t thread; // its number + 1

static int64_t now(void) { return cjax_rt_clock_ns(0); }

static void note(int32_t site, int32_t by, int64_t begin, int64_t end) {
  int64_t i = atomic_fetch_add_explicit(&profile.nevents, 1, memory_order_relaxed);
  if (i < MOST_EVENTS) profile.events[i] = (Event){begin, end, site, by};
}

void cjax_rt_profile_enter(int64_t site) { profile.sites[site].since = now(); }

void cjax_rt_profile_leave(int64_t site) {
  Measured *m = &profile.sites[site];
  int64_t end = now(), ns = end - m->since;
  if (!m->calls++ || ns < m->least) m->least = ns;
  if (ns > m->most) m->most = ns;
  m->ns += ns;
  note((int32_t)site, 0, m->since, end);
}

static void watch(bool begins) {
  if (!thread) thread = atomic_fetch_add(&thread_count, 1) + 1;
  if (thread > MOST_THREADS) return;
  int64_t t = now();
  if (begins) {
    profile.threads[thread - 1].since = t;
    return;
  }
  profile.threads[thread - 1].ns += t - profile.threads[thread - 1].since;
  profile.threads[thread - 1].parts++;
  if (thread > 1) note(-1, thread - 1, profile.threads[thread - 1].since, t);
}

//===-- what the machine can do ------------------------------------------------------------===//

enum { TASKS = 64, STEPS = 20000, COPIED = 32 << 20 };

#if defined(__x86_64__)
#define FOR_LEVEL(features) __attribute__((target(features)))
#else
#define FOR_LEVEL(features)
#endif

// Twelve sums, so that no addition waits for the one before.
#define MULTIPLY(name, features, lanes)                                                            \
  typedef float name##_lanes __attribute__((vector_size(4 * (lanes))));                           \
  FOR_LEVEL(features) static float name(int64_t steps) {                                          \
    name##_lanes s[12] = {{0}}, x = {0}, y = {0};                                                 \
    x += 0.999f, y += 0.001f;                                                                     \
    for (int64_t i = 0; i < steps; i++) {                                                         \
      _Pragma("clang loop unroll(full)") for (int k = 0; k < 12; k++) s[k] = s[k] * x + y;        \
    }                                                                                             \
    for (int k = 1; k < 12; k++) s[0] += s[k];                                                    \
    return s[0][0];                                                                               \
  }
MULTIPLY(multiply_plain, "sse2", 4)
MULTIPLY(multiply_v3, "avx2,fma", 8)
MULTIPLY(multiply_v4, "avx512f", 16)

static volatile float kept;

static void multiply(void *lanes, int64_t begin, int64_t end) {
  for (; begin < end; begin++)
    kept = *(int *)lanes == 16  ? multiply_v4(STEPS)
           : *(int *)lanes == 8 ? multiply_v3(STEPS)
                                : multiply_plain(STEPS);
}

static void copy(void *memory, int64_t begin, int64_t end) {
  char *from = memory, *to = from + COPIED;
  size_t each = COPIED / TASKS;
  memcpy(to + (size_t)begin * each, from + (size_t)begin * each, (size_t)(end - begin) * each);
}

static double best(void (*body)(void *, int64_t, int64_t), void *ctx, double work, int turns) {
  double most = 0;
  for (int i = 0; i < turns; i++) {
    int64_t t = now();
    cjax_rt_parallel_for(body, ctx, TASKS, 1);
    double rate = work / (double)(now() - t) * 1e9;
    if (rate > most) most = rate;
  }
  return most;
}

static double most_flops(void) {
  int lanes = 4;
#if defined(__x86_64__)
  lanes = cjax_rt_cpu_level >= 4 ? 16 : cjax_rt_cpu_level >= 3 ? 8 : 4;
#endif
  return best(multiply, &lanes, 24.0 * lanes * (double)STEPS * (double)TASKS, 12);
}

static double most_bytes(void) {
  void *p = calloc(2, COPIED);
  if (!p) return 0;
  double most = best(copy, p, 2.0 * (double)COPIED, 5);
  return free(p), most;
}

//===-- files ------------------------------------------------------------------------------===//

static uint64_t hash_text(const char *s) { // FNV-1a
  uint64_t h = 0xcbf29ce484222325;
  for (; *s; s++) h = (h ^ (unsigned char)*s) * 0x100000001b3;
  return h;
}

// The line behind s, or the text's end.
static const char *line_after(const char *s) {
  s += strcspn(s, "\n");
  return *s ? s + 1 : s;
}

static void write_json_text(FILE *f, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c == '"' || c == '\\') fputc('\\', f);
    if (c < 0x20)
      fprintf(f, "\\u%04x", c);
    else
      fputc(c, f);
  }
}

static void write_event(FILE *f, const Event *e, const char *const *lines) {
  const char *site = e->site < 0 ? "part of a loop\t" : lines[e->site];
  size_t name = strcspn(site, "\t");
  fprintf(f, ",\n{\"ph\":\"X\",\"pid\":1,\"tid\":%d,\"ts\":%.3f,\"dur\":%.3f,\"name\":\"",
      (int)e->thread,
          (double)(e->begin - profile.begin) / 1e3, (double)(e->end - e->begin) / 1e3);
  write_json_text(f, site, name);
  fputs("\",\"args\":{\"line\":\"", f);
  write_json_text(f, site + name + 1, strcspn(site + name + 1, "\n"));
  fputs("\"}}", f);
}

static int64_t event_count(void) {
  int64_t n = atomic_load(&profile.nevents);
  return n < MOST_EVENTS ? n : MOST_EVENTS;
}

static void write_trace(FILE *f, const char *program, const char *const *lines) {
  fputs("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n"
        "{\"ph\":\"M\",\"pid\":1,\"name\":\"process_name\",\"args\":{\"name\":\"", f);
  write_json_text(f, program, strcspn(program, "\n"));
  fputs("\"}}", f);
  for (int64_t i = 0; i < event_count(); i++) write_event(f, &profile.events[i], lines);
  fprintf(f, "\n],\"otherData\":{\"left out\":\"%lld\"}}\n",
          (long long)(atomic_load(&profile.nevents) - event_count()));
}

static void write_profile(FILE *f, int64_t wall) {
  int32_t threads = atomic_load(&thread_count);
  fprintf(f, "cjax-profile 1\nsites %lld %016llx\nwall %lld\nthreads %lld\n", (long long)profile.n,
          (unsigned long long)hash_text(line_after(cjax_profile_sites)), (long long)wall,
          (long long)cjax_rt_num_threads());
  for (int64_t i = 0; i < profile.n; i++) {
    const Measured *m = &profile.sites[i];
    if (m->calls)
      fprintf(f, "site %lld %lld %lld %lld %lld\n", (long long)i, (long long)m->calls,
              (long long)m->ns, (long long)m->least, (long long)m->most);
  }
  for (int32_t i = 0; i < threads && i < MOST_THREADS; i++)
    fprintf(f, "thread %d %lld %lld\n", (int)i, (long long)profile.threads[i].parts,
            (long long)profile.threads[i].ns);
  parallel_watch = 0;
  fprintf(f, "roof %.0f %.0f\n", most_flops(), most_bytes());
}

static FILE *open_file(const char *path) {
  FILE *f = fopen(path, "w");
  if (!f) fprintf(stderr, "note: no profile: cannot write %s\n", path);
  return f;
}

// CJAX_PROFILE, or the program's name in the folder it is in.
static void end(void) {
  int64_t wall = now() - profile.begin;
  const char *sites = cjax_profile_sites, *given = getenv("CJAX_PROFILE");
  const char **lines = calloc((size_t)profile.n + 1, sizeof *lines);
  char path[4096], trace[4096];
  program_ends = 0;
  if (given && *given)
    snprintf(path, sizeof path, "%s", given);
  else
    snprintf(path, sizeof path, "%.*s.profile", (int)strcspn(sites, "\n"), sites);
  size_t n = strlen(path);
  bool suffix = n > 8 && !strcmp(path + n - 8, ".profile");
  snprintf(trace, sizeof trace, "%.*s.trace.json", (int)(suffix ? n - 8 : n), path);
  const char *s = line_after(sites);
  for (int64_t i = 0; lines && i < profile.n; i++, s = line_after(s)) lines[i] = s;
  FILE *f = lines ? open_file(trace) : 0;
  if (f) write_trace(f, sites, lines), fclose(f);
  f = open_file(path);
  if (f) write_profile(f, wall), fclose(f);
  free(lines);
}

void cjax_rt_profile_start(void) {
  if (profile.sites) return;
  profile.n = -1;
  for (const char *s = cjax_profile_sites; *s; s = line_after(s)) profile.n++;
  profile.sites = calloc((size_t)profile.n + 1, sizeof *profile.sites);
  profile.events = calloc(MOST_EVENTS, sizeof *profile.events);
  if (!profile.sites || !profile.events)
    cjax_rt_fail_at(0, "MemoryError: no memory for a profile");
  thread = 1, thread_count = 1;
  program_ends = end;
  parallel_watch = watch;
  profile.begin = now();
}

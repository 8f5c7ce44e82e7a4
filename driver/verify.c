// verify.c -- a program's output under JAX and compiled, line by line.
//
// Where they differ by more than rounding, JAX is run again with the instructions of older
// processors: what it then prints tells how far the program's numbers are apart in JAX itself.
#include "driver/verify.h"

#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "driver/compare.h"
#include "driver/stage/library.h"
#include "lower/output.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const levels[] = {"SSE4_2", "AVX", "AVX2"};
enum { LEVELS = sizeof levels / sizeof *levels };
// A difference within so many times JAX's own is none of the compiler.
static const double ALLOWED = 4;

typedef struct Verify {
  Arena *a;
  Options *o;
  ChildRun jax, compiled;
  Records x, y; // of jax, of compiled
  char *places; // "12 14 14": the program's line for each line of output
  Records at[LEVELS];
  bool has_levels;
} Verify;

//===-- runs -------------------------------------------------------------------------------===//

typedef struct Python {
  const Options *o;
  const char *level; // or null
  int notes;
  Arena *a;
} Python;

static int become_python(void *ctx) {
  Python *p = ctx;
  const Options *o = p->o;
  const char *flags = getenv("XLA_FLAGS"), *python = o->python ? o->python : "python3";
  if (p->level)
    setenv("XLA_FLAGS", arena_printf(p->a, "%s --xla_cpu_max_isa=%s", flags ? flags : "", p->level),
           true);
  setenv("JAX_PLATFORMS", "cpu", true);
  char **argv = ARENA_ARRAY(p->a, char *, o->argc + 5), **v = argv;
  *v++ = (char *)python;
  *v++ = "-c";
  *v++ = (char *)template_find("verify.py")->text;
  *v++ = arena_printf(p->a, "%d", p->notes);
  for (int i = 0; i < o->argc; i++)
    *v++ = o->argv[i];
  *v = NULL;
  execvp(python, argv);
  diag_io("CJ0011", "%s: cannot run it: %s", python, strerror(errno));
  return 127;
}

// Which line of the program wrote each line of output, into *places (may be null).
static bool run_python(Verify *v, const char *level, ChildRun *r, char **places) {
  Python p = {v->o, level, output_memory(), v->a};
  if (p.notes < 0 || !child_run(v->a, become_python, &p, 0, r)) return false;
  char name[OUTPUT_NAME];
  size_t size;
  if (places && !file_read(v->a, output_name(p.notes, name), places, &size)) *places = "";
  close(p.notes);
  return true;
}

static void run_levels(Verify *v) {
  for (int i = 0; i < LEVELS && !v->has_levels; i++) {
    ChildRun r;
    if (run_python(v, levels[i], &r, NULL)) v->at[i] = records_of(v->a, r.out, r.out_size);
  }
  v->has_levels = true;
}

// How far JAX's runs are apart in record i.
static double spread_at(Verify *v, uint32_t i) {
  double most = 0;
  run_levels(v);
  for (int k = 0; k < LEVELS; k++) {
    bool there = i < v->at[k].n && v->at[k].n == v->x.n;
    most =
        fmax(most, there ? record_distance(v->a, v->x.data[i], v->at[k].data[i]).most : INFINITY);
  }
  return most;
}

//===-- what is said -----------------------------------------------------------------------===//

// The program's line that wrote line `line` of the output; 0: not known.
static long place_of(const Verify *v, uint32_t line) {
  char *s = v->places, *end;
  for (uint32_t i = 1;; i++, s = end) {
    long place = strtol(s, &end, 10);
    if (end == s || i == line) return end == s ? 0 : place;
  }
}

static void print_source(const Verify *v, long place) {
  char *text;
  size_t size;
  if (!place || !file_read(v->a, v->o->file, &text, &size)) return;
  for (; --place > 0 && (text = strchr(text, '\n'));)
    text++;
  if (text) printf("    %.*s\n", (int)strcspn(text, "\n"), text);
}

static const char *place_text(const Verify *v, uint32_t line) {
  long place = place_of(v, line);
  return place ? arena_printf(v->a, "%s:%ld: ", v->o->file, place)
               : arena_printf(v->a, "%s: ", v->o->file);
}

static void print_record(const char *who, const Records *r, uint32_t i) {
  if (i >= r->n)
    printf("  %-6s (no more output)\n", who);
  else
    printf("  %-6s %.*s\n", who, (int)r->data[i].size, r->data[i].text);
}

static void print_spread(double spread) {
  if (isinf(spread))
    puts("  JAX's own runs differ there too, from one level of processors to another");
  else if (spread > 0)
    printf("  JAX's own runs on %s, %s and %s differ by %.1e there\n", levels[0], levels[1],
           levels[2], spread);
  else
    printf("  JAX prints the same on %s, %s and %s\n", levels[0], levels[1], levels[2]);
}

// Whether both end with the same exception, whose type is then in *type.
static bool same_exception(Verify *v, const char **type) {
  const char *why = child_last_line(v->a, &v->jax), *colon = strchr(why, ':');
  if (!v->jax.status || !v->compiled.status || !colon) return false;
  char *name = arena_strndup(v->a, why, (size_t)(colon - why)), *dot = strrchr(name, '.');
  *type = dot ? dot + 1 : name;
  return strstr(v->compiled.err, *type) != NULL;
}

static bool same_end(Verify *v) {
  int x = v->jax.status, y = v->compiled.status;
  const char *type;
  if (x == y || same_exception(v, &type)) return true;
  if (x) printf("  JAX    ends with status %d: %s\n", x, child_last_line(v->a, &v->jax));
  if (y) printf("  cjaxc  ends with status %d:\n%s", y, v->compiled.err);
  return false;
}

static void print_difference(Verify *v, uint32_t i) {
  bool both = i < v->x.n && i < v->y.n;
  uint32_t line = i < v->x.n ? v->x.data[i].line : v->y.data[i].line;
  printf("%sline %u of the output differs\n", place_text(v, line), line);
  print_source(v, place_of(v, line));
  print_record("JAX", &v->x, i);
  print_record("cjaxc", &v->y, i);
  double most = both ? record_distance(v->a, v->x.data[i], v->y.data[i]).most : INFINITY;
  if (isfinite(most)) printf("  relative difference %.1e\n", most);
  if (i < v->x.n) print_spread(spread_at(v, i));
  if (!both) same_end(v);
}

static int summarise(Verify *v, uint32_t close, double most, uint32_t worst) {
  uint32_t lines = v->x.n;
  if (!close) {
    if (lines == 1)
      printf("%s: the line is the same\n", v->o->file);
    else
      printf("%s: all %u lines are the same\n", v->o->file, lines);
    return 0;
  }
  printf("%s: %u of %u lines are the same, %u differ in the last digits of floats\n", v->o->file,
         lines - close, lines, close);
  printf("%sthe largest difference: %.1e\n", place_text(v, v->x.data[worst].line), most);
  print_source(v, place_of(v, v->x.data[worst].line));
  if (v->has_levels) print_spread(spread_at(v, worst));
  return 0;
}

static int compare_outputs(Verify *v) {
  uint32_t n = v->x.n > v->y.n ? v->x.n : v->y.n, close = 0, worst = 0;
  double most = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (i >= v->x.n || i >= v->y.n) return print_difference(v, i), 1;
    Distance d = record_distance(v->a, v->x.data[i], v->y.data[i]);
    if (!d.close && !(d.most <= ALLOWED * spread_at(v, i))) return print_difference(v, i), 1;
    if (d.same) continue;
    close++;
    if (d.most < most) continue;
    most = d.most;
    worst = i;
  }
  if (same_end(v)) return summarise(v, close, most, worst);
  printf("%s: what is printed (lines: %u) agrees, but not how it ends\n", v->o->file, n);
  return 1;
}

// What did not run, or does not compile.
static int report_failure(Verify *v) {
  const char *type;
  if (v->jax.status != 127 && same_exception(v, &type)) {
    printf("%s: ends with %s under JAX, which cjaxc finds while compiling\n", v->o->file, type);
    return 0;
  }
  fputs(v->jax.status == 127 ? v->jax.err : v->compiled.err, stderr);
  return 1;
}

// A Python that cannot import JAX says nothing of the program.
static bool lacks_jax(Verify *v) {
  const char *why = child_last_line(v->a, &v->jax);
  if (!v->jax.status || strcmp(why, "ModuleNotFoundError: No module named 'jax'")) return false;
  const char *python = v->o->python ? v->o->python : "python3";
  diag_io("CJ0011", "%s has no JAX: --python=FILE names a Python that has", python);
  return true;
}

int verify_program(Arena *a, Options *o, ChildFn *compiled) {
  Verify v = {.a = a, .o = o, .places = ""};
  if (access(o->file, R_OK)) return diag_io("CJ0011", "%s: %s", o->file, strerror(errno)), 1;
  if (!child_run(a, compiled, o, 0, &v.compiled) || !run_python(&v, NULL, &v.jax, &v.places))
    return 1;
  if (lacks_jax(&v)) return 1;
  v.x = records_of(a, v.jax.out, v.jax.out_size);
  v.y = records_of(a, v.compiled.out, v.compiled.out_size);
  bool failed = v.jax.status == 127 || (v.compiled.status && !v.y.n);
  return failed ? report_failure(&v) : compare_outputs(&v);
}

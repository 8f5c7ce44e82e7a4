// check.c -- `cjaxc check --all`: what stands between a folder of programs and their executables.
//
// Each file is staged by a child, which sends its messages through a pipe: fields as netstrings
// (length, colon, bytes).  A file that crashes or runs too long costs only itself.
#include "driver/check.h"

#include "dialect/support/vec.h"
#include "driver/check_json.h"

#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 60, PLACES_SHOWN = 6 };

typedef struct Checked {
  const char *file;
  bool ok;
  VEC(Finding) found;
} Checked;

typedef struct Group {
  const Finding *like;
  uint32_t n;
  VEC(const Finding *) places;
} Group;

typedef struct Sweep {
  Arena *a;
  VEC(Checked) files;
  VEC(Group) groups;
  uint32_t errors, good;
} Sweep;

static const char *const sections[] = {"names and modules", "arguments", "constructs", "errors"};

//===-- the child -------------------------------------------------------------------------===//

static void put(FILE *out, const char *s) { fprintf(out, "%zu:%s", strlen(s), s); }

static void send_message(FILE *out, const DiagMessage *m) {
  char place[96];
  snprintf(place, sizeof place, "%d %u %u %u %u", (int)m->kind, m->at.line, m->at.col,
           m->at.end_line, m->at.end_col);
  put(out, place);
  put(out, m->id ? m->id : "");
  put(out, m->type ? m->type : "");
  put(out, m->text);
  put(out, m->at.line ? diag_file_name(m->at.file) : "");
}

// The reading of the text finds again what the run found.
static bool is_repeated(const DiagMessage *first, const DiagMessage *m) {
  for (const DiagMessage *x = first; x != m; x = x->next)
    if (x->kind == m->kind && x->at.file == m->at.file && x->at.line == m->at.line &&
        x->at.col == m->at.col && !strcmp(x->text, m->text))
      return true;
  return false;
}

static _Noreturn void run_child(const Program *model, const char *file, int to) {
  Arena a;
  DiagCapture c;
  Program p = *model;
  struct rlimit limit = {SECONDS, SECONDS + 1};
  FILE *out = fdopen(to, "w");
  if (!out) _Exit(EXIT_FAILURE); // which the parent reports
  arena_init(&a);
  setrlimit(RLIMIT_CPU, &limit);
  p.file = file;
  p.triage = true;
  p.argc = 1;
  p.argv = &file;
  diag_capture(&c, &a);
  program_stage(&a, &p);
  diag_release_capture(&c);
  bool repeated = false;
  for (const DiagMessage *m = c.first; m; m = m->next) {
    if (m->kind != DIAG_NOTE) repeated = is_repeated(c.first, m);
    if (!repeated) send_message(out, m);
  }
  fclose(out);
  _Exit(0);
}

//===-- the parent ------------------------------------------------------------------------===//

static char *take(Arena *a, char **s) {
  size_t n = strtoul(*s, s, 10);
  char *text = arena_strndup(a, *s + 1, n);
  *s += n + 1;
  return text;
}

static void add_lost(Sweep *s, Checked *c, int status) {
  int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  const char *why = signal == SIGXCPU || signal == SIGKILL
                        ? arena_printf(s->a, "not compiled within %d seconds", SECONDS)
                    : signal ? "the compiler crashed"
                             : "the compiler gave up: no memory is left";
  VEC_PUSH(s->a, c->found, ((Finding){DIAG_ERROR, "", "", why, c->file, 0, 0, 0, 0}));
}

static void read_messages(Sweep *s, Checked *c, int from, pid_t child) {
  size_t n = 0, room = 1 << 16;
  char *text = arena_alloc(s->a, room), *end;
  for (ssize_t got; (got = read(from, text + n, room - n - 1)) > 0;) {
    n += (size_t)got;
    if (n + 1 < room) continue;
    text = arena_grow(s->a, text, room, room * 2);
    room *= 2;
  }
  end = text + n;
  while (text < end) {
    Finding f = {0};
    int kind;
    sscanf(take(s->a, &text), "%d %u %u %u %u", &kind, &f.line, &f.col, &f.end_line, &f.end_col);
    f.kind = (DiagKind)kind;
    f.id = take(s->a, &text);
    f.type = take(s->a, &text);
    f.text = take(s->a, &text);
    f.file = take(s->a, &text);
    VEC_PUSH(s->a, c->found, f);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status) add_lost(s, c, status);
}

static bool check_one(Sweep *s, const Program *p, const char *file) {
  int ends[2];
  fflush(NULL);
  if (pipe(ends)) return false;
  pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    run_child(p, file, ends[1]);
  }
  close(ends[1]);
  Checked c = {.file = file};
  if (child > 0) read_messages(s, &c, ends[0], child);
  close(ends[0]);
  c.ok = true;
  for (uint32_t i = 0; i < c.found.n; i++) {
    bool error = c.found.data[i].kind == DIAG_ERROR || c.found.data[i].kind == DIAG_IO;
    if (error) c.ok = false, s->errors++;
  }
  s->good += c.ok;
  VEC_PUSH(s->a, s->files, c);
  return child > 0;
}

static bool is_program(const FTSENT *e) {
  return e->fts_info == FTS_F && e->fts_namelen > 3 &&
         !strcmp(e->fts_name + e->fts_namelen - 3, ".py");
}

static int by_name(const FTSENT **a, const FTSENT **b) {
  return strcmp((*a)->fts_name, (*b)->fts_name);
}

// The sorted files; hidden folders and caches are left out.
static bool find_files(Sweep *s, const Program *p) {
  char *roots[2] = {(char *)p->file, NULL};
  FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
  VEC(const char *) files = {0};
  for (FTSENT *e; tree && (e = fts_read(tree));) {
    bool hidden = e->fts_level > 0 && (*e->fts_name == '.' || *e->fts_name == '_');
    if (e->fts_info == FTS_D && hidden) fts_set(tree, e, FTS_SKIP);
    if (is_program(e)) VEC_PUSH(s->a, files, arena_strdup(s->a, e->fts_path));
  }
  if (tree) fts_close(tree);
  if (!files.n) diag_io("CJ0011", "%s: no Python file there", p->file);
  for (uint32_t i = 0; i < files.n; i++)
    if (!check_one(s, p, files.data[i])) return false;
  return files.n > 0;
}

//===-- what was found --------------------------------------------------------------------===//

static uint32_t section_of(const Finding *f) {
  static const char *const names[] = {"CJ0111", "CJ0130", "CJ0131"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(f->id, names[i])) return 0;
  if (strstr(f->text, "argument")) return 1;
  return strcmp(f->type, "NotImplementedError") ? 3 : 2;
}

static int by_count(const void *a, const void *b) {
  const Group *x = a, *y = b;
  if (x->places.n != y->places.n) return x->places.n < y->places.n ? 1 : -1;
  return strcmp(x->like->text, y->like->text);
}

static void group_findings(Sweep *s) {
  for (uint32_t i = 0; i < s->files.n; i++)
    for (uint32_t k = 0; k < s->files.data[i].found.n; k++) {
      const Finding *f = &s->files.data[i].found.data[k];
      uint32_t g = 0;
      if (f->kind != DIAG_ERROR && f->kind != DIAG_IO) continue;
      while (g < s->groups.n && strcmp(s->groups.data[g].like->text, f->text)) g++;
      if (g == s->groups.n) VEC_PUSH(s->a, s->groups, ((Group){.like = f}));
      VEC_PUSH(s->a, s->groups.data[g].places, f);
    }
  if (s->groups.n) qsort(s->groups.data, s->groups.n, sizeof(Group), by_count);
}

static void print_group(const Group *g) {
  printf("%6u  %s%s%s\n", g->places.n, g->like->type, *g->like->type ? ": " : "", g->like->text);
  printf("        ");
  for (uint32_t i = 0; i < g->places.n && i < PLACES_SHOWN; i++)
    printf("%s%s:%u", i ? ", " : "", g->places.data[i]->file, g->places.data[i]->line);
  if (g->places.n > PLACES_SHOWN) printf(" and %u more", g->places.n - PLACES_SHOWN);
  putchar('\n');
}

static void print_files(const Sweep *s) {
  for (uint32_t i = 0; i < s->files.n; i++)
    for (uint32_t k = 0; k < s->files.data[i].found.n; k++) {
      const Finding *f = &s->files.data[i].found.data[k];
      if (f->kind == DIAG_NOTE) continue;
      printf("%s:%u:%u: %s: %s%s%s%s%s%s\n", f->file, f->line, f->col,
             f->kind == DIAG_WARNING ? "warning" : "error", *f->id ? "[" : "", f->id,
             *f->id ? "] " : "", f->type, *f->type ? ": " : "", f->text);
    }
}

static void print_summary(const Sweep *s) {
  for (uint32_t k = 0; k < sizeof sections / sizeof *sections; k++) {
    bool titled = false;
    for (uint32_t g = 0; g < s->groups.n; g++) {
      if (section_of(s->groups.data[g].like) != k) continue;
      if (!titled) printf("\n%s\n", sections[k]);
      titled = true;
      print_group(&s->groups.data[g]);
    }
  }
  printf("%s%u of %u files compile, %u error%s\n", s->errors ? "\n" : "", s->good, s->files.n,
         s->errors, s->errors == 1 ? "" : "s");
}

static void print_json(const Sweep *s) {
  StrBuf b;
  strbuf_init(&b, s->a);
  strbuf_puts(&b, "{\"files\": [");
  for (uint32_t i = 0; i < s->files.n; i++) {
    const Checked *c = &s->files.data[i];
    strbuf_puts(&b, i ? ",\n {\"file\": " : "\n {\"file\": ");
    json_string(&b, c->file);
    strbuf_printf(&b, ", \"compiles\": %s, \"messages\": ", c->ok ? "true" : "false");
    json_findings(&b, c->found.data, c->found.n);
    strbuf_putc(&b, '}');
  }
  strbuf_puts(&b, "\n],\n\"summary\": [");
  for (uint32_t g = 0; g < s->groups.n; g++) {
    const Group *x = &s->groups.data[g];
    strbuf_printf(&b, "%s\n {\"kind\": \"%s\", \"count\": %u, \"id\": \"%s\", \"message\": ",
                  g ? "," : "", sections[section_of(x->like)], x->places.n, x->like->id);
    json_string(&b, x->like->text);
    strbuf_puts(&b, ", \"places\": [");
    for (uint32_t i = 0; i < x->places.n; i++) {
      strbuf_puts(&b, i ? ", {\"file\": " : "{\"file\": ");
      json_string(&b, x->places.data[i]->file);
      strbuf_printf(&b, ", \"line\": %u}", x->places.data[i]->line);
    }
    strbuf_puts(&b, "]}");
  }
  strbuf_printf(&b, "\n],\n\"compile\": %u, \"of\": %u, \"errors\": %u}", s->good, s->files.n,
                s->errors);
  puts(b.data);
}

int check_all(Arena *a, const Program *p, bool json) {
  Sweep s = {.a = a};
  if (!find_files(&s, p)) return 1;
  group_findings(&s);
  if (json) {
    print_json(&s);
  } else {
    print_files(&s);
    print_summary(&s);
  }
  return s.errors > 0;
}

// cli_parse.c -- reading the command line by the table.
#include "driver/cli.h"

#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/vec.h"
#include "driver/model.h"
#include "lower/platform.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

//===-- files of arguments -----------------------------------------------------------------===//

typedef struct Words {
  Arena *a;
  char **v;
  int n, files; // how many @FILE have been read
} Words;

enum { MOST_FILES = 100 };

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The next word of the text, as a shell would read it: quotes, and backslashes outside of '...'.
// *open is the quote that it lacks at its end, or 0.
static char *word_next(Arena *a, const char **text, char *open) {
  const char *s = *text;
  while (is_blank(*s)) s++;
  if (!*s) return NULL;
  StrBuf b;
  strbuf_init(&b, a);
  char quote = 0;
  for (; *s && (quote || !is_blank(*s)); s++) {
    if (quote && *s == quote)
      quote = 0;
    else if (!quote && (*s == '"' || *s == '\''))
      quote = *s;
    else if (*s == '\\' && quote != '\'' && s[1])
      strbuf_putc(&b, *++s);
    else
      strbuf_putc(&b, *s);
  }
  *text = s;
  *open = quote;
  return b.data;
}

// Word i, "@FILE", becomes the words of the file.
static bool words_splice(Words *w, int i) {
  const char *path = w->v[i] + 1, *rest;
  char *text;
  size_t size;
  if (++w->files > MOST_FILES)
    return diag_io("CJ0010", "@%s: files of arguments that name each other", path), false;
  if (!file_read(w->a, path, &text, &size))
    return diag_io("CJ0011", "%s: %s", path, strerror(errno)), false;
  VEC(char *) all = {0};
  for (int k = 0; k < i; k++) VEC_PUSH(w->a, all, w->v[k]);
  rest = text;
  char open = 0;
  for (char *word; (word = word_next(w->a, &rest, &open));)
    VEC_PUSH(w->a, all, word);
  if (open) return diag_io("CJ0010", "@%s: no closing quotation mark (%c)", path, open), false;
  for (int k = i + 1; k < w->n; k++) VEC_PUSH(w->a, all, w->v[k]);
  w->n = (int)all.n;
  VEC_PUSH(w->a, all, NULL);
  w->v = all.data;
  return true;
}

//===-- options ------------------------------------------------------------------------------===//

// The option that a word is, and its value where the word has it: --cpu=native, -oFILE.
static const Option *option_named(const char *arg, const char **value) {
  size_t n = strcspn(arg, "=");
  *value = arg[n] ? arg + n + 1 : NULL;
  for (int i = 0; i < option_count; i++)
    if (strlen(options[i].name) == n && !strncmp(options[i].name, arg, n))
      return *value && !options[i].value ? NULL : &options[i];
  for (int i = 0; i < option_count; i++) {
    size_t k = strlen(options[i].name);
    *value = arg + k;
    if (options[i].value && options[i].name[1] != '-' && !strncmp(options[i].name, arg, k))
      return &options[i];
  }
  return NULL;
}

static bool is_choice(const char *choices, const char *v) {
  size_t n = strlen(v);
  for (const char *s = choices; *s; s += strspn(s, " ")) {
    size_t k = strcspn(s, " ");
    if (k == n && !memcmp(s, v, n)) return true;
    s += k;
  }
  return false;
}

static bool option_set(Options *o, const Option *p, const char *v) {
  if (!(p->commands >> o->command & 1))
    return diag_io("CJ0010", "%s does not go with cjaxc %s (cjaxc %s --help lists what does)",
                   p->name, commands[o->command].name, commands[o->command].name),
           false;
  if (v && p->choices && !is_choice(p->choices, v))
    return diag_io("CJ0010", "unknown %s=%s: one of %s", p->name, v, p->choices), false;
  if (p->set == cli_set_out) return p->set(o, v); // decides nothing of the artifact
  strbuf_printf(&o->words, "%s=%s", p->name, v ? v : "");
  strbuf_putc(&o->words, 0);
  return p->set(o, v);
}

static bool parse_option(Options *o, const Words *w, int *i) {
  const char *arg = w->v[*i], *v;
  const Option *p = option_named(arg, &v);
  if (!p) return diag_io("CJ0010", "unknown option %s (cjaxc --help lists them)", arg), false;
  if (p->value && !v && *i + 1 >= w->n)
    return diag_io("CJ0010", "%s needs a value", arg), false;
  return option_set(o, p, !p->value ? NULL : v ? v : w->v[++*i]);
}

static bool parse_command(Options *o, const char *word) {
  for (int c = 0; word && c < COMMAND_COUNT; c++)
    if (!strcmp(word, commands[c].name)) return o->command = (Command)c, true;
  return false;
}

static bool ends_in_py(const char *path) {
  size_t n = strlen(path);
  return n > 3 && !strcmp(path + n - 3, ".py");
}

static bool same_file(const char *x, const char *y) {
  struct stat sx, sy;
  return y && !stat(x, &sx) && !stat(y, &sy) && sx.st_dev == sy.st_dev && sx.st_ino == sy.st_ino;
}

static bool check_report(const Options *o) {
  bool made = o->emit == SHOW_EXE || o->emit == SHOW_PYTHON ||
              (o->emit == SHOW_LOWERED && o->lower.emit >= EMIT_OBJ);
  if (o->profile && (o->emit != SHOW_EXE || o->interpret))
    return diag_io("CJ0010", "--profile is for compiled executables"), false;
  if (o->report && (!made || o->interpret || o->watch))
    return diag_io("CJ0010", "--report is about executables, libraries and objects that are "
        "made once"), false;
  if (o->profile_data && !o->report)
    return diag_io("CJ0010", "--profile-data goes with --report"), false;
  return true;
}

// A name of C begins with it.
static bool is_prefix(const char *s) {
  if (!*s || isdigit((unsigned char)*s)) return false;
  for (; *s; s++)
    if (!isalnum((unsigned char)*s) && *s != '_') return false;
  return true;
}

// What another option rules out, or asks for.
static bool check_pairs(const Options *o, bool library) {
  const char *wrong = NULL;
  if (o->lower.no_threads && o->lower.all_threads)
    wrong = "--no-threads and --all-threads are given both";
  else if (o->lower.package && !library)
    wrong = "--package goes with --emit=lib, shared and python";
  else if (o->lower.prefix && !library && o->command <= COMMAND_REPORT)
    wrong = "--prefix goes with --emit=lib, shared and python";
  else if (o->lower.prefix && !is_prefix(o->lower.prefix))
    wrong = "--prefix is what names of C begin with: letters, digits and underscores";
  else if (o->command == COMMAND_RUN && o->out && o->emit == SHOW_EXE && !o->report)
    wrong = "-o: cjaxc run keeps no executable";
  else if (o->lower.checked && library)
    wrong = "--checked is for executables: a library ends no program";
  else if (o->fixed_argc && (library || o->nentries))
    wrong = "--argc is for programs: an --entry has no command line";
  for (int i = 0; i < o->nentries && o->file && model_is(o->file); i++)
    if (o->signatures[i]) wrong = "--sig is for Python: dialect text says its types itself";
  return !wrong || (diag_io("CJ0010", "%s", wrong), false);
}

static bool check_options(const Options *o) {
  bool library = o->emit >= SHOW_LOWERED && o->lower.emit >= EMIT_LIB;
  if (library && !o->lower.entry && o->file && !model_is(o->file))
    return diag_io("CJ0010", "--emit=lib, shared and python need --entry=NAME"), false;
  if (o->emit == SHOW_PYTHON && (!o->out || !ends_in_py(o->out) || same_file(o->out, o->file)))
    return diag_io("CJ0010", "--emit=python needs -o NAME.py, another file than the program"),
        false;
  if (o->emit == SHOW_EXE && o->nentries > 1 && o->command <= COMMAND_RUN)
    return diag_io("CJ0010", "an executable has one --entry; --emit=lib takes several"), false;
  for (int i = 0; i < o->nentries; i++)
    if (o->emit == SHOW_EXE && o->signatures[i] && strchr(o->signatures[i], '|'))
      return diag_io("CJ0010", "sizes to choose from (1|8|32) are for libraries"), false;
  if (!check_pairs(o, library) || !check_report(o)) return false;
  if (o->lower.cpu && !platform_of(&o->lower)->levels)
    return diag_io("CJ0010", "--cpu goes with --target=%s only", platforms[0].name), false;
  if (o->file && !strcmp(o->file, "-"))
    return diag_io("CJ0010", "a program is a file; /dev/stdin is one"), false;
  if (o->command == COMMAND_BUILD && o->file && !strpbrk(o->file, "./") && access(o->file, F_OK))
    return diag_io("CJ0010", "%s is neither a command nor a file (cjaxc help lists commands)",
                   o->file), false;
  if (o->file || o->command > COMMAND_BISECT || o->help || o->version) return true;
  return diag_io("CJ0010", "no file given (cjaxc --help tells how)"), false;
}

// Words up to the file; those behind it are the program's when it is run.
static bool parse_words(Options *o, Words *w) {
  bool ended = false; // by --
  for (int i = 1; i < w->n; i++) {
    while (i < w->n && !ended && w->v[i][0] == '@' && w->v[i][1])
      if (!words_splice(w, i)) return false;
    if (i >= w->n) break;
    if (i == 1 && parse_command(o, w->v[1])) continue;
    bool dashed = w->v[i][0] == '-' && w->v[i][1] && !ended;
    if (dashed && !strcmp(w->v[i], "--")) {
      ended = true;
    } else if (dashed) {
      if (!parse_option(o, w, &i)) return false;
    } else if (o->file) {
      return diag_io("CJ0010", "more than one file: %s and %s", o->file, w->v[i]), false;
    } else {
      bool all = o->command == COMMAND_RUN || o->command == COMMAND_REPORT ||
                 o->command == COMMAND_VERIFY || o->command == COMMAND_BISECT;
      o->file = w->v[i];
      o->argv = w->v + i;
      o->argc = all ? w->n - i : 1;
      if (all) break;
    }
  }
  return true;
}

// `report` is `run` with a profile; the page is NAME.html where -o does not say.
static void report_as_run(Options *o, Arena *a) {
  const char *slash = strrchr(o->file, '/'), *name = slash ? slash + 1 : o->file;
  size_t n = strlen(name), suffix = ends_in_py(name) ? 3 : model_is(name) ? 5 : 0;
  o->report = o->out ? o->out : arena_printf(a, "%.*s.html", (int)(n - suffix), name);
  o->command = COMMAND_RUN;
  o->profile = true;
}

bool cli_parse(Options *o, Arena *a, int argc, char **argv) {
  Words w = {a, argv, argc, 0};
  strbuf_init(&o->words, a);
  if (!parse_words(o, &w)) return false;
  if (o->command == COMMAND_REPORT && o->file) report_as_run(o, a);
  if (!check_options(o)) return false;
  strbuf_puts(&o->words, commands[o->command].name);
  for (int i = 0; i < o->argc; i++) {
    strbuf_putc(&o->words, 0);
    strbuf_puts(&o->words, o->argv[i]);
  }
  strbuf_putc(&o->words, 0);
  return true;
}

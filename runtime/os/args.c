// args.c -- argparse in the executable: the arguments parsed by declarations that the compiler
// wrote down.
//
// The declarations are text: records end with \x1e, their fields with \x1f. The first record is
// prog, usage, help; the others are one argument each, in the order of Arg's fields. Values are
// checked when they are met, from left to right, as CPython does.
#include "runtime/os/internal.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ARGS = 256 };

// kind: '1' takes a value, 'p' and 'o' are positional (needed, optional), 'f' a flag (its number:
// which of all flags given it was, the last time), 'c' counts,
// 'b' is --x or --no-x, 'h' help, 'v' prints its extra text, 'x' was bound when compiling: extra
// says to what.
typedef struct Arg {
  const char *kind, *options, *name, *type, *choices, *choice_names, *required, *group, *extra;
  // type: i, f or s; choices: texts separated by \x1d; group: of mutually exclusive arguments
  int64_t given, number;
  double real;
  int64_t text;
  const char *option; // as it was given last
} Arg;

static struct Parse {
  const char *prog, *usage, *help;
  Arg arg[MOST_ARGS];
  int n;
  int64_t flags; // of kind 'f' that were given
} p;

static void put(int stream, const char *text) {
  cjax_rt_print_text(stream, text, (int64_t)strlen(text));
}

static _Noreturn void fail(const char *const *pieces) {
  put(2, p.usage);
  put(2, p.prog);
  put(2, ": error: ");
  for (; *pieces; pieces++) put(2, *pieces);
  put(2, "\n");
  cjax_rt_exit(2);
}
#define FAIL(...) fail((const char *const[]){__VA_ARGS__, 0})

// The next field of *s, which is cut off there.
static const char *field(char **s) {
  char *begin = *s;
  while (**s != '\x1f') ++*s;
  *(*s)++ = 0;
  return begin;
}

static void read_declarations(const char *declarations) {
  size_t size = strlen(declarations);
  char *s = malloc(size + 1);
  if (!s) cjax_rt_fail_at(0, "MemoryError: no memory for the command line");
  memcpy(s, declarations, size + 1);
  p.prog = field(&s);
  p.usage = field(&s);
  p.help = field(&s);
  for (s++; *s && p.n < MOST_ARGS; s++) {
    Arg *a = &p.arg[p.n++];
    const char **to[] = {&a->kind, &a->options, &a->name, &a->type, &a->choices, &a->choice_names,
                         &a->required, &a->group, &a->extra};
    for (int i = 0; i < 9; i++) *to[i] = field(&s);
  }
}

// ---- Values.

static bool number_of(Arg *a, const char *text, int64_t *i, double *f) {
  if (*a->type == 'i') return text_is_int(text) && (*i = text_to_int(text, 0), true);
  return *a->type != 'f' || (text_is_float(text) && (*f = text_to_float(text, 0), true));
}

static bool is_choice(Arg *a, const char *text) {
  char one[256];
  const char *s = a->choices;
  while (*s) {
    size_t n = strcspn(s, "\x1d");
    if (n >= sizeof one) return false;
    memcpy(one, s, n);
    one[n] = 0;
    int64_t i = 0;
    double f = 0;
    number_of(a, one, &i, &f);
    if (*a->type == 'i' ? i == a->number : *a->type == 'f' ? f == a->real : !strcmp(one, text))
      return true;
    s += n + (s[n] != 0);
  }
  return false;
}

// The value as repr shows it in a message.
static const char *shown(Arg *a, const char *text) {
  int64_t n = 0;
  if (*a->type == 'i') return message_int(a->number);
  if (*a->type == 's') return message_quote(text);
  cjax_rt_text_begin();
  cjax_rt_print_array(3, &a->real, DTYPE_F64, 0, &n, "py");
  return cjax_rt_text_get(cjax_rt_text_end(), &n);
}

static void check_group(Arg *a) {
  if (!*a->group) return;
  for (int i = 0; i < p.n; i++)
    if (&p.arg[i] != a && !strcmp(p.arg[i].group, a->group) && p.arg[i].given)
      FAIL("argument ", a->name, ": not allowed with argument ", p.arg[i].name);
}

static void take(Arg *a, const char *text) {
  const char *type = *a->type == 'i' ? "int" : "float";
  if (*a->kind == 'x')
    FAIL("argument ", a->name, ": bound when the program was compiled, to ", a->extra);
  if (!number_of(a, text, &a->number, &a->real))
    FAIL("argument ", a->name, ": invalid ", type, " value: ", message_quote(text));
  if (*a->choices && !is_choice(a, text))
    FAIL("argument ", a->name, ": invalid choice: ", shown(a, text), " (choose from ",
         a->choice_names, ")");
  if (*a->type == 's') a->text = cjax_rt_text_of(text, (int64_t)strlen(text));
  check_group(a);
  a->given++;
}

static void take_flag(Arg *a, const char *option) {
  if (*a->kind == 'x')
    FAIL("argument ", a->name, ": bound when the program was compiled, to ", a->extra);
  if (*a->kind == 'h' || *a->kind == 'v') {
    put(1, *a->kind == 'h' ? p.help : a->extra);
    cjax_rt_exit(0);
  }
  check_group(a);
  a->given++;
  a->number = *a->kind == 'f' ? ++p.flags : strncmp(option, "--no-", 5) != 0;
}

// ---- Options.

static bool has_option(const Arg *a, const char *option, size_t n) {
  for (const char *s = a->options; *s;) {
    size_t m = strcspn(s, " ");
    if (m == n && !strncmp(s, option, n)) return true;
    s += m + (s[m] != 0);
  }
  return false;
}

static Arg *find_option(const char *option, size_t n) {
  for (int i = 0; i < p.n; i++)
    if (has_option(&p.arg[i], option, n)) return &p.arg[i];
  return 0;
}

// Appends `text` to a list of names.
static void append(char *list, size_t room, const char *separator, const char *text) {
  size_t n = strlen(list);
  if (n + strlen(text) + 4 > room) return;
  if (n) strcpy(list + n, separator);
  strcat(list, text);
}

// The only long option that begins so.
static Arg *find_similar(const char *text, size_t n) {
  static char names[1024];
  Arg *found = 0;
  int matches = 0;
  for (int i = 0; i < p.n; i++)
    for (const char *s = p.arg[i].options; *s;) {
      size_t m = strcspn(s, " ");
      char option[128] = {0};
      if (m >= n && m < sizeof option && !strncmp(s, text, n)) {
        memcpy(option, s, m);
        append(names, sizeof names, ", ", option);
        found = &p.arg[i];
        matches++;
      }
      s += m + (s[m] != 0);
    }
  if (matches > 1) FAIL("ambiguous option: ", text, " could match ", names);
  return found;
}

static bool is_number(const char *s) {
  return *s == '-' && ((s[1] >= '0' && s[1] <= '9') || s[1] == '.') && text_is_float(s);
}

static bool is_value(const char *s) {
  if (*s != '-' || !s[1]) return true;
  if (find_option(s, strcspn(s, "="))) return false;
  return is_number(s) || strchr(s, ' ');
}

static bool takes_value(const Arg *a) {
  return *a->kind == '1' || (*a->kind == 'x' && *a->type != '-');
}

// -abc: flags in one argument, of which the last may have a value; false when `text` is none such.
static bool short_options(const char *text, const char *next, int *at) {
  char option[3] = {'-'};
  if (text[1] == '-') return false;
  for (const char *s = text + 1; *s; s++) {
    option[1] = *s;
    Arg *a = find_option(option, 2);
    if (!a && s == text + 1) return false;
    if (!a) FAIL("argument ", find_option((char[]){'-', s[-1], 0}, 2)->name,
                 ": ignored explicit argument ", message_quote(s));
    if (!takes_value(a)) {
      take_flag(a, option);
      continue;
    }
    if (!s[1] && (!next || !is_value(next))) FAIL("argument ", a->name, ": expected one argument");
    take(a, s[1] ? s + 1 + (s[1] == '=') : next);
    *at += !s[1];
    return true;
  }
  return true;
}

// False when there is no such option.
static bool option(const char *text, const char *next, int *at) {
  size_t n = strcspn(text, "=");
  Arg *a = find_option(text, n);
  if (!a && short_options(text, next, at)) return true;
  if (!a && text[1] == '-') a = find_similar(text, n);
  if (!a) return false;
  const char *value = text[n] ? text + n + 1 : 0;
  if (!takes_value(a)) {
    if (value) FAIL("argument ", a->name, ": ignored explicit argument ", message_quote(value));
    take_flag(a, text);
    return true;
  }
  if (!value && (!next || !is_value(next))) FAIL("argument ", a->name, ": expected one argument");
  take(a, value ? value : next);
  *at += !value;
  return true;
}

static Arg *next_place(void) {
  for (int i = 0; i < p.n; i++) {
    char kind = *p.arg[i].kind;
    bool place = kind == 'p' || kind == 'o' || (kind == 'x' && !*p.arg[i].options);
    if (place && !p.arg[i].given) return &p.arg[i];
  }
  return 0;
}

static void finish(const char *missing, const char *unknown) {
  if (*missing) FAIL("the following arguments are required: ", missing);
  if (*unknown) FAIL("unrecognized arguments: ", unknown);
}

void cjax_rt_parse_args(const char *declarations) {
  static char missing[2048], unknown[2048];
  int64_t argc = cjax_rt_argc(), n;
  bool behind = false;
  read_declarations(declarations);
  for (int i = 1; i < argc; i++) {
    const char *text = cjax_rt_text_get(cjax_rt_argv(i, 0), &n);
    const char *next = i + 1 < argc ? cjax_rt_text_get(cjax_rt_argv(i + 1, 0), &n) : 0;
    if (!behind && !strcmp(text, "--")) {
      behind = true;
      continue;
    }
    if (!behind && !is_value(text)) {
      if (!option(text, next, &i)) append(unknown, sizeof unknown, " ", text);
      continue;
    }
    Arg *a = next_place();
    if (a) take(a, text);
    else append(unknown, sizeof unknown, " ", text);
  }
  for (int i = 0; i < p.n; i++)
    if (*p.arg[i].required == '1' && !p.arg[i].given)
      append(missing, sizeof missing, ", ", p.arg[i].name);
  finish(missing, unknown);
}

int64_t cjax_rt_parsed_given(int64_t k) { return p.arg[k].given; }
int64_t cjax_rt_parsed_int(int64_t k) {
  return *p.arg[k].type == 's' ? p.arg[k].text : p.arg[k].number;
}
double cjax_rt_parsed_float(int64_t k) { return p.arg[k].real; }

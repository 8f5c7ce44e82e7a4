// main.c -- cjaxc: from a Python file that uses JAX to an executable, a library, or IR.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // environ
#endif
#include "dialect/interpret/interpret.h"
#include "dialect/op.h"
#include "dialect/support/file.h"
#include "dialect/support/strbuf.h"
#include "dialect/transforms/passes.h"
#include "driver/check.h"
#include "driver/model.h"
#include "driver/program.h"
#include "driver/python/parse.h"
#include "driver/stage/define.h"
#include "lower/lower.h"
#include "lower/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum Emit {
  SHOW_EXE,
  SHOW_AST,
  SHOW_BYTECODE,
  SHOW_CJAX,     // as staged
  SHOW_EXPANDED, // after the passes on cjax IR
  SHOW_LOWERED   // by lower_emit: LowerOptions.emit
} Emit;

enum { MAX_ENTRIES = 64 };

typedef struct Options {
  const char *file, *out, *signature;
  Emit emit;
  bool run, explain_loops, interpret, check, help, version;
  long max_steps;
  double stage_limit;
  bool all, json; // of check
  const char *entries[MAX_ENTRIES], *signatures[MAX_ENTRIES]; // those of --all
  int nentries;
  long fixed_argc;
  const char *define[64];
  int ndefine;
  LowerOptions lower;
  int argc; // of the program, its name included
  char **argv;
  struct rlimit memory; // as it was at start
} Options;

#if defined(__SANITIZE_ADDRESS__)
#define CJAX_SANITIZED // its shadow counts as memory
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CJAX_SANITIZED
#endif
#endif

static const char usage[] =
    "usage: cjaxc FILE.py [-o OUT] [options]      compile to a static executable\n"
    "       cjaxc FILE.mlir [-o OUT] [options]    the same of a function in dialect text\n"
    "       cjaxc run FILE.py [ARGS]              compile and run\n"
    "       cjaxc check FILE.py                   report errors only\n"
    "       cjaxc check --all DIR                 sum up what a folder's programs lack\n\n"
    "  -o FILE            where the artifact goes (default: FILE without its suffix)\n"
    "  --emit=KIND        exe, lib, obj, asm, llvm, memref, linalg, cjax, expanded, bytecode, ast\n"
    "  --interpret        with run: run the IR on the interpreter instead of compiling it\n"
    "  --entry=NAME       --emit=lib: the function to export\n"
    "  --sig=TYPES        --emit=lib: the types of its arguments: 'f32[32,8], n=i32[]'\n"
    "  --prefix=NAME      --emit=lib: before every exported name\n"
    "  -O0, -O3           level of optimisation (default -O3)\n"
    "  --cpu=NAME         x86-64, x86-64-v3 (default), x86-64-v4, native\n"
    "  --ld-path=FILE     the linker (default: ld.lld-22 on the path)\n"
    "  -v, --times        say what is done; how long each step took\n"
    "  --max-steps=N      states that reverse mode keeps of a while_loop (default: by size)\n"
    "  --define NAME=TEXT what the command line, the clock or the environment would say: argv[1],\n"
    "                     the name of an argparse argument, environ[NAME], time.time\n"
    "  --argc=N           how many arguments the executable takes\n"
    "  --explain-loops    say of each Python loop whether it is one loop of the executable\n"
    "  --stage-limit=SEC  an error when running the Python part takes longer (default: 600)\n"
    "  --format=json      with check: the messages as JSON on stdout\n"
    "  --color=WHEN       auto (on a terminal, unless NO_COLOR is set), always, never\n"
    "  --help, --version\n";

static const struct {
  const char *name;
  Emit emit;
  EmitKind kind;
} emits[] = {{"exe", SHOW_EXE, EMIT_EXE},
             {"lib", SHOW_LOWERED, EMIT_LIB},
             {"obj", SHOW_LOWERED, EMIT_OBJ},
             {"asm", SHOW_LOWERED, EMIT_ASM},
             {"llvm", SHOW_LOWERED, EMIT_LLVM},
             {"memref", SHOW_LOWERED, EMIT_MEMREF},
             {"linalg", SHOW_LOWERED, EMIT_LINALG},
             {"cjax", SHOW_CJAX, EMIT_EXE},
             {"expanded", SHOW_EXPANDED, EMIT_EXE},
             {"bytecode", SHOW_BYTECODE, EMIT_EXE},
             {"ast", SHOW_AST, EMIT_EXE}};

static bool set_emit(Options *o, const char *name) {
  for (size_t i = 0; i < sizeof emits / sizeof *emits; i++) {
    if (strcmp(emits[i].name, name)) continue;
    o->emit = emits[i].emit;
    o->lower.emit = emits[i].kind;
    return true;
  }
  diag_io("CJ0010", "unknown kind --emit=%s (cjaxc --help lists them)", name);
  return false;
}

// The text behind `name=` or in the next argument.
static bool takes_value(const char *arg, const char *name, int argc, char **argv, int *i,
                        const char **out) {
  size_t n = strlen(name);
  if (strncmp(arg, name, n)) return false;
  if (arg[n] == '=') return *out = arg + n + 1, true;
  if (arg[n] || *i + 1 >= argc) return false;
  return *out = argv[++*i], true;
}

static bool set_cpu(Options *o, const char *name) {
  static const char *const names[] = {"x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4", "native"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i], name)) return o->lower.cpu = names[i], true;
  diag_io("CJ0010", "unknown --cpu=%s (cjaxc --help lists them)", name);
  return false;
}

static bool set_max_steps(Options *o, const char *text) {
  char *end;
  o->max_steps = strtol(text, &end, 10);
  if (!*end && o->max_steps > 0 && o->max_steps <= 1 << 24) return true;
  diag_io("CJ0010", "--max-steps=%s is not a number of steps", text);
  return false;
}

static bool set_stage_limit(Options *o, const char *text) {
  char *end;
  o->stage_limit = strtod(text, &end);
  if (!*end && o->stage_limit > 0 && o->stage_limit < 1e9) return true;
  return diag_io("CJ0010", "--stage-limit=%s is not a number of seconds", text), false;
}

static bool set_colour(const char *when) {
  if (!strcmp(when, "auto")) return diag_set_colour(DIAG_COLOUR_AUTO), true;
  if (!strcmp(when, "always")) return diag_set_colour(DIAG_COLOUR_ALWAYS), true;
  if (!strcmp(when, "never")) return diag_set_colour(DIAG_COLOUR_NEVER), true;
  return diag_io("CJ0010", "unknown --color=%s: auto, always or never", when), false;
}

static bool set_format(Options *o, const char *name) {
  o->json = !strcmp(name, "json");
  if (o->json || !strcmp(name, "text")) return true;
  return diag_io("CJ0010", "unknown --format=%s: text or json", name), false;
}

// For check --all each --entry counts, with the --sig behind it.
static bool add_entry(Options *o, const char *name) {
  o->lower.entry = name;
  if (o->nentries == MAX_ENTRIES)
    return diag_io("CJ0010", "more than %d times --entry", MAX_ENTRIES), false;
  o->entries[o->nentries++] = name;
  return true;
}

static void add_signature(Options *o, const char *types) {
  o->signature = types;
  if (o->nentries) o->signatures[o->nentries - 1] = types;
}

static bool set_argc(Options *o, const char *text) {
  char *end;
  o->fixed_argc = strtol(text, &end, 10) + 1; // with the program's name
  if (!*end && end > text && o->fixed_argc > 0 && o->fixed_argc <= 1000) return true;
  diag_io("CJ0010", "--argc=%s is not a number of arguments", text);
  return false;
}

static bool add_define(Options *o, const char *text) {
  if (!strchr(text, '=') || *text == '=')
    diag_io("CJ0010", "--define %s: NAME=TEXT is wanted", text);
  else if (o->ndefine == sizeof o->define / sizeof *o->define)
    diag_io("CJ0010", "too many --define");
  else
    return o->define[o->ndefine++] = text, true;
  return false;
}

static bool parse_flag(Options *o, int argc, char **argv, int *i) {
  static const char *const valued[] = {"-o", "--cpu", "--entry", "--sig", "--prefix", "--emit",
                                       "--max-steps", "--stage-limit", "--format", "--color",
                                       "--ld-path"};
  const char *arg = argv[*i], *v;
  if (!strcmp(arg, "--help") || !strcmp(arg, "-h")) return o->help = true;
  if (!strcmp(arg, "--version")) return o->version = true;
  if (!strcmp(arg, "--all")) return o->all = true;
  if (!strcmp(arg, "--interpret")) return o->interpret = true;
  if (!strcmp(arg, "-v")) return o->lower.verbose = true;
  if (!strcmp(arg, "--explain-loops")) return o->explain_loops = true;
  if (!strcmp(arg, "--times")) return o->lower.times = true;
  if (!strcmp(arg, "-O0")) return o->lower.opt_level = 0, true;
  if (!strcmp(arg, "-O3")) return o->lower.opt_level = 3, true;
  if (takes_value(arg, "-o", argc, argv, i, &o->out)) return true;
  if (takes_value(arg, "--cpu", argc, argv, i, &v)) return set_cpu(o, v);
  if (takes_value(arg, "--entry", argc, argv, i, &v)) return add_entry(o, v);
  if (takes_value(arg, "--sig", argc, argv, i, &v)) return add_signature(o, v), true;
  if (takes_value(arg, "--format", argc, argv, i, &v)) return set_format(o, v);
  if (takes_value(arg, "--color", argc, argv, i, &v)) return set_colour(v);
  if (takes_value(arg, "--prefix", argc, argv, i, &o->lower.prefix)) return true;
  if (takes_value(arg, "--ld-path", argc, argv, i, &o->lower.linker)) return true;
  if (takes_value(arg, "--emit", argc, argv, i, &v)) return set_emit(o, v);
  if (takes_value(arg, "--max-steps", argc, argv, i, &v)) return set_max_steps(o, v);
  if (takes_value(arg, "--stage-limit", argc, argv, i, &v)) return set_stage_limit(o, v);
  if (takes_value(arg, "--define", argc, argv, i, &v)) return add_define(o, v);
  if (takes_value(arg, "--argc", argc, argv, i, &v)) return set_argc(o, v);
  for (size_t k = 0; k < sizeof valued / sizeof *valued; k++)
    if (!strcmp(arg, valued[k])) return diag_io("CJ0010", "%s needs a value", arg), false;
  diag_io("CJ0010", "unknown option %s (cjaxc --help lists them)", arg);
  return false;
}

static bool parse_options(Options *o, int argc, char **argv) {
  int i = 1;
  if (i < argc && !strcmp(argv[i], "run"))
    o->run = true, i++;
  else if (i < argc && !strcmp(argv[i], "check"))
    o->check = true, i++;
  for (; i < argc; i++) {
    if (argv[i][0] == '-' && argv[i][1]) {
      if (!parse_flag(o, argc, argv, &i)) return false;
      continue;
    }
    if (o->file) {
      diag_io("CJ0010", "more than one file: %s and %s", o->file, argv[i]);
      return false;
    }
    o->file = argv[i];
    o->argc = 1;
    o->argv = argv + i;
    if (!o->run) continue;
    o->argc = argc - i;
    break;
  }
  bool nothing = o->emit == SHOW_LOWERED && o->lower.emit == EMIT_LIB && !o->lower.entry &&
                 o->file && !model_is(o->file);
  if ((o->all || o->json) && !o->check)
    return diag_io("CJ0010", "--all and --format belong to cjaxc check"), false;
  if (nothing) return diag_io("CJ0010", "--emit=lib needs --entry=NAME"), false;
  if (o->file || o->help || o->version) return true;
  diag_io("CJ0010", "no file given (cjaxc --help tells how)");
  return false;
}

static void add_text(MlirStringRef s, void *text) { strbuf_add(text, s.data, s.length); }

static bool write_module(Arena *a, MlirModule m, const char *out) {
  StrBuf text;
  strbuf_init(&text, a);
  mlirOperationPrint(mlirModuleGetOperation(m), add_text, &text);
  return output_write(out ? out : "-", text.data, text.n);
}

static const char *default_out(Arena *a, const char *file) {
  const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
  size_t n = strlen(name);
  if (n > 3 && !strcmp(name + n - 3, ".py")) return arena_strndup(a, name, n - 3);
  if (model_is(name)) return arena_strndup(a, name, n - 5);
  return arena_printf(a, "%s.out", name);
}

// The machine's memory bounds the compiler's, so that a program that grows without end while it is
// compiled is an error and no danger to others. The old limit is returned, for the executable.
static struct rlimit limit_memory(void) {
  struct rlimit old = {RLIM_INFINITY, RLIM_INFINITY};
  getrlimit(RLIMIT_DATA, &old);
#ifndef CJAX_SANITIZED
  rlim_t most = (rlim_t)sysconf(_SC_PHYS_PAGES) / 4 * 3 * (rlim_t)sysconf(_SC_PAGESIZE);
  struct rlimit limit = {most < old.rlim_cur ? most : old.rlim_cur, old.rlim_max};
  setrlimit(RLIMIT_DATA, &limit);
#endif
  return old;
}

// A standard stream that is closed stays unusable, but its number goes to no other file.
static void keep_streams(void) {
  for (int fd = 0; fd <= STDERR_FILENO; fd++)
    if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd) _exit(1);
}

// Levels of calls (vm.c) and LLVM's recursion need room.
static bool has_stack(void) {
  enum { LEAST = 4 << 20, ENOUGH = 64 << 20 };
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) || limit.rlim_cur >= ENOUGH) return true;
  struct rlimit more = {limit.rlim_max < ENOUGH ? limit.rlim_max : ENOUGH, limit.rlim_max};
  if (!setrlimit(RLIMIT_STACK, &more)) limit = more;
  if (limit.rlim_cur >= LEAST) return true;
  diag_io("CJ0011", "the stack is limited to %zu kB; cjaxc needs %d kB (ulimit -s)",
          (size_t)limit.rlim_cur >> 10, LEAST >> 10);
  return false;
}

static _Noreturn void become(const Options *o, int program) {
  char name[OUTPUT_NAME];
  int fd = open(output_name(program, name), O_RDONLY | O_CLOEXEC);
  setrlimit(RLIMIT_DATA, &o->memory);
  signal(SIGXFSZ, SIG_DFL);
  if (fd >= 0) {
    close(program); // what is open for writing cannot be run
    fexecve(fd, o->argv, environ);
  }
  diag_io("CJ0011", "%s: cannot run it: %s", o->file, strerror(errno));
  _exit(1);
}

// Compiles to an executable without a name and becomes it, as far as its status goes.
static int run_program(Options *o, const Model *m) {
  int program = lower_program(m->module, &o->lower), status = 0;
  if (program < 0 || !model_append(m, program)) return 1;
  pid_t child = fork();
  if (child == 0) become(o, program);
  if (child < 0) return diag_io("CJ0011", "%s: cannot run it: %s", o->file, strerror(errno)), 1;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int write_program(const Options *o, const Model *m, const char *out) {
  int program = lower_program(m->module, &o->lower);
  return program < 0 || !model_append(m, program) || !output_write_program(out, program);
}

static int print_ast(Arena *a, const Options *o) {
  char *text;
  size_t size;
  if (!file_read(a, o->file, &text, &size)) {
    diag_io("CJ0011", "%s: %s", o->file, strerror(errno));
    return 1;
  }
  Node *n = parse_module(a, diag_add_file(o->file, text, size), text, size);
  if (n) ast_print(stdout, n, true);
  return !n;
}

// For the machine at hand, whatever the program is compiled for.
static bool compile_early(const Program *p, MlirModule m, const char *path) {
  LowerOptions o = *(const LowerOptions *)p->options;
  o.emit = EMIT_EXE;
  o.cpu = "native";
  o.times = false;
  return passes_run(m) && lower_emit(m, &o, path);
}

// From staged IR to what was asked for.
static int produce(Arena *a, Options *o, Model *m) {
  if (o->emit == SHOW_CJAX) return !write_module(a, m->module, o->out);
  if (!passes_run(m->module)) return 1;
  if (o->emit == SHOW_EXPANDED) return !write_module(a, m->module, o->out);
  if (o->run && o->interpret) return !interp_run(m->module, o->argc, o->argv);
  if (o->run) return run_program(o, m);
  const char *out = o->out ? o->out : o->emit == SHOW_EXE ? default_out(a, o->file) : "-";
  return o->emit == SHOW_EXE ? write_program(o, m, out) : !lower_emit(m->module, &o->lower, out);
}

static int compile_model(Arena *a, Options *o) {
  Model m = {.file = o->file, .entry = o->lower.entry};
  if (o->check || o->emit == SHOW_BYTECODE)
    return diag_io("CJ0010", "%s: dialect text is no Python", o->file), 1;
  define_alone();
  if (!model_load(a, &m)) return 1;
  bool library = o->emit == SHOW_LOWERED && o->lower.emit == EMIT_LIB;
  if (library) o->lower.entry = m.entry;
  const char *params = o->run && o->interpret && m.params ? m.params : "";
  return !library && !model_make_program(a, &m, params) ? 1 : produce(a, o, &m);
}

static int compile(Arena *a, Options *o) {
  if (model_is(o->file)) return compile_model(a, o);
  Program p = {.file = o->file, .argc = o->argc, .argv = (const char *const *)o->argv};
  p.args_known = o->run;
  p.fixed_argc = (int)o->fixed_argc;
  p.define = o->define;
  p.ndefine = o->ndefine;
  p.print_bytecode = o->emit == SHOW_BYTECODE;
  p.entry = o->lower.entry;
  p.signature = o->signature ? o->signature : "";
  p.explain_loops = o->explain_loops;
  p.max_steps = o->max_steps;
  p.stage_limit = o->stage_limit;
  p.verbose = o->lower.verbose;
  p.compile = o->interpret ? NULL : compile_early;
  p.options = &o->lower;
  if (o->all) {
    p.entries = o->entries;
    p.signatures = o->signatures;
    p.nentries = o->nentries;
    p.entry = NULL;
    return check_all(a, &p, o->json);
  }
  if (o->json) return check_json(a, &p);
  if (!program_stage(a, &p)) return 1;
  if (p.symbol) o->lower.entry = p.symbol;
  if (o->check || o->emit == SHOW_BYTECODE) return 0;
  return produce(a, o, &(Model){.file = o->file, .module = p.module});
}

// What could not be written is an error, unless one was reported.
static int finish(int status) {
  bool failed = ferror(stdout), ok = !fflush(stdout) && !failed;
  if (!ok && !status) diag_io("CJ0011", "stdout: %s", strerror(errno));
  return ok ? status : 1;
}

int main(int argc, char **argv) {
  Options o = {.lower = {.emit = EMIT_EXE, .opt_level = 3, .tool = argv[0]}, .stage_limit = 600};
  keep_streams();
  if (!parse_options(&o, argc, argv)) return 1;
  if (o.help) return fputs(usage, stdout), finish(0);
  if (o.version) return puts("cjaxc 0.1.0"), finish(0);
  if (!has_stack()) return finish(1);
  o.memory = limit_memory();
  signal(SIGXFSZ, SIG_IGN); // a file larger than allowed is an error of the write
  Arena a;
  arena_init(&a);
  int status = o.emit == SHOW_AST ? print_ast(&a, &o) : compile(&a, &o);
  arena_release(&a);
  return finish(status);
}

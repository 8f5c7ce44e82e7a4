// cli.c -- the table of commands and options.  Help, completions and checks are made from it.
#include "driver/cli.h"

#include "dialect/support/diag.h"
#include "dialect/support/optimise.h"
#include "dialect/support/phase.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
  BUILD = 1 << COMMAND_BUILD,
  RUN = 1 << COMMAND_RUN,
  REPORT = 1 << COMMAND_REPORT,
  CHECK = 1 << COMMAND_CHECK,
  VERIFY = 1 << COMMAND_VERIFY,
  BISECT = 1 << COMMAND_BISECT,
  COMPILING = BUILD | RUN | REPORT,
  RUNNING = RUN | REPORT | VERIFY | BISECT, // arguments of the program
  READING = COMPILING | CHECK | RUNNING,
  ANY = (1 << COMMAND_COUNT) - 1
};

const CommandInfo commands[COMMAND_COUNT] = {
    [COMMAND_BUILD] = {"build", "FILE.py|FILE.mlir [-o OUT]",
                       "compile to a static executable; the word may be left out", "py mlir"},
    [COMMAND_RUN] = {"run", "FILE.py [ARGS]", "compile and run; the options come before FILE.py",
                     "py mlir"},
    [COMMAND_REPORT] = {"report", "[-o OUT.html] FILE.py [ARGS]",
                        "compile, run, and write a page about both", "py mlir"},
    [COMMAND_CHECK] = {"check", "FILE.py|--all FOLDER",
                       "report errors only; of a folder, sum up what its programs lack", "py"},
    [COMMAND_VERIFY] = {"verify", "FILE.py [ARGS]",
                        "whether it prints what it prints under JAX; options before FILE.py", "py"},
    [COMMAND_BISECT] = {"bisect", "FILE.py [ARGS]",
                        "where the compiled program parts from the interpreted one", "py mlir"},
    [COMMAND_EXPLAIN] = {"explain", "ID", "the page about an error, with a program that works",
                         NULL},
    [COMMAND_CACHE] = {"cache", "[clear]",
                       "where executables and objects are kept, and how many bytes; removes them",
                       NULL},
    [COMMAND_TARGETS] = {"targets", "", "what executables can be made for", NULL},
    [COMMAND_COMPLETIONS] = {"completions", "bash|zsh|fish", "a script for the shell", NULL},
    [COMMAND_HELP] = {"help", "[COMMAND]", "this text", NULL},
};

bool cli_set_out(Options *o, const char *v) { return o->out = v, true; }

//===-- what options do --------------------------------------------------------------------===//

#define FLAG(name, field, x)                                                                       \
  static bool set_##name(Options *o, const char *v) { return o->field = (x), true; }
FLAG(interpret, interpret, true)
FLAG(prefix, lower.prefix, v)
FLAG(none, lower.opt_level, 0)
FLAG(best, lower.opt_level, 3)
FLAG(cpu, lower.cpu, v)
FLAG(linker, lower.linker, v)
FLAG(times, times, true)
FLAG(dry, dry, true)
FLAG(save, save, true)
FLAG(watch, watch, true)
FLAG(explain, explain_loops, true)
FLAG(explain_fusion, explain_fusion, true)
FLAG(no_cache, no_cache, true)
FLAG(target, lower.target, v)
FLAG(debug, lower.debug, true)
FLAG(trace_nan, trace_nan, true)
FLAG(no_fusion, no_fusion, true)
FLAG(no_rolling, no_rolling, true)
FLAG(no_dispatch, lower.no_dispatch, true)
FLAG(no_threads, lower.no_threads, true)
FLAG(all_threads, lower.all_threads, true)
FLAG(checked, lower.checked, true)
FLAG(package, lower.package, true)
FLAG(python, python, v)
FLAG(depends, depends, true)
FLAG(report, report, v)
FLAG(profile, profile, true)
FLAG(profile_data, profile_data, v)
FLAG(all, all, true)
FLAG(format, json, !strcmp(v, "json"))
FLAG(help, help, true)
FLAG(version, version, true)

static bool set_depfile(Options *o, const char *v) {
  o->depfile = v;
  return o->depends = true;
}

static bool set_memory(Options *o, const char *text) {
  char *end;
  double n = strtod(text, &end);
  int shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
  o->lower.memory = n * (double)(1 << shift);
  if (end > text && !end[shift > 0] && o->lower.memory >= 1 && o->lower.memory < 1e18) return true;
  return diag_io("CJ0010", "--memory=%s is not a number of bytes", text), false;
}

static bool set_verbose(Options *o, const char *v) {
  phase_set_verbose(true);
  return o->lower.verbose = true;
}

static bool set_quiet(Options *o, const char *v) {
  diag_set_quiet(true);
  return o->quiet = true;
}

static const struct {
  const char *name;
  Emit emit;
  EmitKind kind;
} emits[] = {{"exe", SHOW_EXE, EMIT_EXE},
             {"lib", SHOW_LOWERED, EMIT_LIB},
             {"shared", SHOW_LOWERED, EMIT_SHARED},
             {"python", SHOW_PYTHON, EMIT_SHARED},
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
  BUG("--emit=%s is a choice without a meaning", name);
}

static bool set_max_steps(Options *o, const char *text) {
  char *end;
  o->max_steps = strtol(text, &end, 10);
  if (!*end && o->max_steps > 0 && o->max_steps <= 1 << 24) return true;
  return diag_io("CJ0010", "--max-steps=%s is not a number of steps", text), false;
}

static bool set_stage_limit(Options *o, const char *text) {
  char *end;
  o->stage_limit = strtod(text, &end);
  if (!*end && o->stage_limit > 0 && o->stage_limit < 1e9) return true;
  return diag_io("CJ0010", "--stage-limit=%s is not a number of seconds", text), false;
}

static bool add_without(Options *o, const char *name) {
  if (!optimise_without(name)) BUG("--without=%s is a choice without a meaning", name);
  return true;
}

static bool set_colour(Options *o, const char *when) {
  diag_set_colour(!strcmp(when, "auto")     ? DIAG_COLOUR_AUTO
                  : !strcmp(when, "always") ? DIAG_COLOUR_ALWAYS
                                            : DIAG_COLOUR_NEVER);
  return true;
}

// Each --entry counts, with the --sig behind it.
static bool add_entry(Options *o, const char *name) {
  o->lower.entry = name;
  if (o->nentries == MAX_ENTRIES)
    return diag_io("CJ0010", "more than %d times --entry", MAX_ENTRIES), false;
  o->entries[o->nentries++] = name;
  return true;
}

static bool add_signature(Options *o, const char *types) {
  if (!o->nentries)
    return diag_io("CJ0010", "--sig stands behind the --entry it belongs to"), false;
  if (o->signatures[o->nentries - 1])
    return diag_io("CJ0010", "--entry=%s has two --sig: one lists all its arguments",
                   o->entries[o->nentries - 1]), false;
  o->signatures[o->nentries - 1] = types;
  return true;
}

// Objects and archives of the user's; their contents decide what is made.
static bool add_link(Options *o, const char *path) {
  if (o->lower.nlinks == MAX_LINKS)
    return diag_io("CJ0010", "more than %d times --link", MAX_LINKS), false;
  o->lower.links[o->lower.nlinks++] = path;
  return true;
}

static bool set_argc(Options *o, const char *text) {
  char *end;
  o->fixed_argc = strtol(text, &end, 10) + 1; // with the program's name
  if (!*end && end > text && o->fixed_argc > 0 && o->fixed_argc <= 1000) return true;
  return diag_io("CJ0010", "--argc=%s is not a number of arguments", text), false;
}

static bool add_define(Options *o, const char *text) {
  if (!strchr(text, '=') || *text == '=')
    diag_io("CJ0010", "--define %s: NAME=TEXT is wanted", text);
  else if (o->ndefine == MAX_DEFINES)
    diag_io("CJ0010", "too many --define");
  else
    return o->define[o->ndefine++] = text, true;
  return false;
}

static bool add_folder(Options *o, const char *text) {
  struct stat st;
  if (stat(text, &st) || !S_ISDIR(st.st_mode)) diag_io("CJ0010", "-I %s: no such folder", text);
  else if (o->nfolder == MAX_FOLDERS) diag_io("CJ0010", "more than %d times -I", MAX_FOLDERS);
  else return o->folder[o->nfolder++] = text, true;
  return false;
}

//===-- the table ----------------------------------------------------------------------------===//

static const char optimisations[] = ""
#define OPTIMISATION(id, name, text) " " name
#include "dialect/support/optimise.def"
#undef OPTIMISATION
    ;

const Option options[] = {
    {"-o", COMPILING | BISECT, "FILE", NULL,
     "where the artifact goes (default: by FILE; text: stdout)", cli_set_out},
    {"--emit", COMPILING, "KIND",
     "exe lib shared python obj asm llvm memref linalg cjax expanded bytecode ast",
     "what is made (default: exe)", set_emit},
    {"--entry", READING, "NAME", NULL,
     "a function to make a library of (several times), or a program", add_entry},
    {"--sig", READING, "TYPES", NULL, "the types of its arguments: 'f32[32,8], n=i32[]'",
     add_signature},
    {"--link", READING, "FILE", NULL,
     "an object or archive with C functions for jax.ffi and callbacks (several times)", add_link},
    {"--prefix", READING, "NAME", NULL, "--emit=lib: before every exported name", set_prefix},
    {"--package", BUILD, NULL, NULL, "--emit=lib: with NAME.pc and NAMEConfig.cmake", set_package},
    {"--interpret", RUN, NULL, NULL, "run the IR on the interpreter instead of compiling it",
     set_interpret},
    {"-O0", READING, NULL, NULL, "no optimisation of kernels; the others are the same, the default",
     set_none},
    {"-O", READING, NULL, NULL, NULL, set_best},
    {"-O1", READING, NULL, NULL, NULL, set_best},
    {"-O2", READING, NULL, NULL, NULL, set_best},
    {"-O3", READING, NULL, NULL, NULL, set_best},
    {"-g", COMPILING, NULL, NULL,
     "lines of the program for debuggers; with -O0 in their order, and variables", set_debug},
    {"--trace-nan", COMPILING | VERIFY, NULL, NULL,
     "the program ends where it makes the first NaN, and says which line did", set_trace_nan},
    {"--no-fusion", READING, NULL, NULL, "a kernel for each op", set_no_fusion},
    {"--without", READING, "NAME", optimisations + 1,
     "one optimisation is left out (several times)", add_without},
    {"--no-rolling", READING, NULL, NULL, "loops of known length without break are unrolled",
     set_no_rolling},
    {"--no-dispatch", READING, NULL, NULL,
     "nothing in the executable asks what else than --cpu the processor can do", set_no_dispatch},
    {"--no-threads", READING, NULL, NULL, "no loop of the executable runs in several threads",
     set_no_threads},
    {"--all-threads", READING, NULL, NULL,
     "every loop that may run in several threads does, however little it does", set_all_threads},
    {"--checked", READING, NULL, NULL,
     "indices of the executable's loads and stores are checked, but for those proved in range",
     set_checked},
    {"--sanitize", READING, NULL, NULL, NULL, set_checked},
    {"--target", BUILD, "NAME",
     "x86_64-linux-musl aarch64-linux-musl riscv64-linux-musl wasm32-wasi",
     "the machine that the artifact is for (cjaxc targets lists them)", set_target},
    {"--cpu", READING, "NAME", "x86-64 x86-64-v2 x86-64-v3 x86-64-v4 native",
     "what the code may use (default: x86-64-v3, in part also v4; run: native)", set_cpu},
    {"--ld-path", READING, "FILE", NULL, "the linker (default: ld.lld-22 on the path)", set_linker},
    {"--define", READING, "NAME=TEXT", NULL,
     "what the command line, the clock or the environment would say: argv[1],\n"
     "the name of an argparse argument, environ[NAME], time.time",
     add_define},
    {"-I", READING, "FOLDER", NULL,
     "modules that are neither beside the program nor of cjax are looked for there", add_folder},
    {"--argc", READING, "N", NULL, "how many arguments the executable takes", set_argc},
    {"--max-steps", READING, "N", NULL,
     "states that reverse mode keeps of a while_loop (default: by size)", set_max_steps},
    {"--stage-limit", READING, "SECONDS", NULL,
     "an error when running the Python part takes longer (default: 600)", set_stage_limit},
    {"--explain-loops", READING, NULL, NULL,
     "say of each Python loop whether it is one loop of the executable", set_explain},
    {"--explain-fusion", COMPILING, NULL, NULL,
     "say of each kernel what it reads, writes and keeps out of memory", set_explain_fusion},
    {"--report", BUILD | RUN, "FILE.html", NULL,
     "a page about the program: costs by line, kernels, memory; of a run, with the times",
     set_report},
    {"--profile", BUILD | RUN, NULL, NULL,
     "the executable writes NAME.profile and NAME.trace.json: how long its kernels took",
     set_profile},
    {"--profile-data", BUILD, "FILE", NULL, "--report: with the times in FILE, a NAME.profile",
     set_profile_data},
    {"--memory", COMPILING, "SIZE", NULL,
     "of the machine that runs the executable: 512M, 8G (default: as this one)", set_memory},
    {"--no-cache", COMPILING, NULL, NULL,
     "neither look for what an earlier compilation made nor keep this one's", set_no_cache},
    {"-MD", BUILD, NULL, NULL,
     "write OUT.d: a rule for make with the files that the artifact depends on", set_depends},
    {"-MF", BUILD, "FILE", NULL, "where it goes", set_depfile},
    {"--save-temps", BUILD, NULL, NULL,
     "keep what is made on the way, beside the artifact: OUT.cjax.mlir, OUT.expanded.mlir,\n"
     "OUT.linalg.mlir, OUT.memref.mlir, OUT.ll, OUT.objects.a",
     set_save},
    {"--watch", RUN, NULL, NULL, "run again whenever a file changes that the compilation read",
     set_watch},
    {"-v", READING, NULL, NULL, "say what is done: phases, parts compiled, the linker's command",
     set_verbose},
    {"-###", BUILD, NULL, NULL, "print the linker's command, and do nothing", set_dry},
    {"--time-passes", READING, NULL, NULL, "how long each phase and pass took, and its share",
     set_times},
    {"--times", READING, NULL, NULL, NULL, set_times},
    {"--quiet", READING, NULL, NULL, "no warnings and notes", set_quiet},
    {"--color", ANY, "WHEN", "auto always never",
     "of messages (auto: on a terminal, unless NO_COLOR is set)", set_colour},
    {"--python", VERIFY, "FILE", NULL, "the Python that has JAX (default: python3)", set_python},
    {"--all", CHECK, NULL, NULL, "sum up what a folder's programs lack", set_all},
    {"--format", CHECK, "KIND", "text json", "of the messages; json goes to stdout", set_format},
    {"--help", ANY, NULL, NULL, "this text, or of one command", set_help},
    {"-h", ANY, NULL, NULL, NULL, set_help},
    {"--version", ANY, NULL, NULL, "the version", set_version},
};
const int option_count = sizeof options / sizeof *options;

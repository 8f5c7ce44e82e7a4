// main.c -- cjaxc: from a Python file that uses JAX to an executable, a library, or IR.
#include "dialect/interpret/interpret.h"
#include "dialect/op.h"
#include "dialect/support/file.h"
#include "dialect/support/phase.h"
#include "dialect/support/strbuf.h"
#include "dialect/transforms/passes.h"
#include "dialect/transforms/transforms.h"
#include "driver/bisect.h"
#include "driver/cache.h"
#include "driver/check.h"
#include "driver/link_names.h"
#include "driver/model.h"
#include "driver/cli.h"
#include "driver/process.h"
#include "driver/program.h"
#include "driver/python/parse.h"
#include "driver/report/report.h"
#include "driver/stage/define.h"
#include "driver/stage/library.h"
#include "driver/watch.h"
#include "driver/verify.h"
#include "lower/linker.h"
#include "lower/lower.h"
#include "lower/output.h"
#include "lower/platform.h"
#include "lower/sites.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char levels[] =
    "  x86-64               every 64-bit PC\n"
    "  x86-64-v2            2009 and later: SSE4.2\n"
    "  x86-64-v3            2013 and later: AVX2, FMA (default)\n"
    "  x86-64-v4            AVX-512\n"
    "  native               the machine that cjaxc runs on\n";

static int print_targets(Arena *a, const Options *o) {
  if (o->file) return diag_io("CJ0010", "cjaxc targets %s: it lists them all", o->file), 1;
  for (int i = 0; i < platform_count; i++) {
    const Platform *t = &platforms[i];
    const char *lacks =
        platform_is_installed(a, t, &o->lower) ? "" : " (./bootstrap --targets builds it)";
    printf("%-20s   %s%s\n%s", t->name, t->summary, lacks, t->levels ? levels : "");
  }
  return 0;
}

static void add_text(MlirStringRef s, void *text) { strbuf_add(text, s.data, s.length); }

static bool write_module(Arena *a, MlirModule m, const char *out) {
  StrBuf text;
  strbuf_init(&text, a);
  mlirOperationPrint(mlirModuleGetOperation(m), add_text, &text);
  return output_write(out ? out : "-", text.data, text.n);
}

// What clang and ar would call it; what is text goes to stdout.
static const char *default_out(Arena *a, const Options *o) {
  const char *slash = strrchr(o->file, '/'), *name = slash ? slash + 1 : o->file;
  size_t n = strlen(name);
  bool py = n > 3 && !strcmp(name + n - 3, ".py"), suffix = py || model_is(name);
  const char *stem = arena_strndup(a, name, n - (py ? 3 : suffix ? 5 : 0));
  bool wasm = platform_of(&o->lower)->wasm;
  if (o->emit == SHOW_EXE && wasm) return arena_printf(a, "%s.wasm", stem);
  if (o->emit == SHOW_EXE) return suffix ? stem : arena_printf(a, "%s.out", name);
  if (o->emit != SHOW_LOWERED) return "-";
  if (o->lower.emit == EMIT_OBJ) return arena_printf(a, "%s.o", stem);
  if (o->lower.emit == EMIT_LIB) return arena_printf(a, "lib%s.a", stem);
  if (o->lower.emit != EMIT_SHARED) return "-";
  return wasm ? arena_printf(a, "%s.wasm", stem) : arena_printf(a, "lib%s.so", stem);
}

// An executable without a name, or -1.
static int link_program(const Options *o, const Model *m, Cache *c) {
  int program = lower_program(m->module, &o->lower);
  cache_store_objects(c);
  if (program < 0 || !model_append(m, program)) return -1;
  cache_store(c, program);
  return program;
}

static bool emit_linked(const Options *o, MlirModule m, Cache *c, const char *path) {
  bool ok = lower_emit(m, &o->lower, path);
  return cache_store_objects(c), ok;
}

//===-- reports ----------------------------------------------------------------------------===//

// NAME of NAME.SUFFIX, and of the folder before it.
static const char *stem_of(Arena *a, const char *path, const char *suffix) {
  size_t n = strlen(path), k = strlen(suffix);
  return n > k && !strcmp(path + n - k, suffix) ? arena_strndup(a, path, n - k) : path;
}

// What reports and profiles need is noted from here on.
static void note_sites(Arena *a, Options *o, const char *out) {
  const char *named = o->command == COMMAND_RUN ? stem_of(a, o->file, ".py") : out;
  const char *slash = strrchr(named, '/');
  o->lower.sites = sites_create(a, slash ? slash + 1 : named);
  o->lower.sites->listed = o->report;
  o->lower.sites->profile = o->profile;
}

// The options and the file, as they were given.
static const char *command_text(Arena *a, const Options *o) {
  StrBuf s;
  strbuf_init(&s, a);
  strbuf_puts(&s, "cjaxc");
  for (const char *w = o->words.data; w < o->words.data + o->words.n; w += strlen(w) + 1) {
    size_t n = strlen(w);
    if (!strncmp(w, "--report", 8) || !strncmp(w, "--profile-data", 14)) continue;
    strbuf_putc(&s, ' ');
    strbuf_add(&s, w, n && *w == '-' && w[n - 1] == '=' ? n - 1 : n);
  }
  return s.data;
}

static bool write_report(Arena *a, const Options *o, const char *profile) {
  Profile p;
  if (!o->report) return true;
  if (profile && !profile_read(a, o->lower.sites, profile, &p)) return false;
  ReportOptions r = {o->file, command_text(a, o), profile ? &p : NULL};
  return report_write(a, o->lower.sites, &r, o->report);
}

// The program's status; with a report, its profile goes beside the page.
static int run_reported(Arena *a, const Options *o, int program) {
  const char *profile = NULL;
  if (o->report && o->profile) {
    profile = arena_printf(a, "%s.profile", stem_of(a, o->report, ".html"));
    unlink(profile);
    setenv("CJAX_PROFILE", profile, true);
  }
  int status = process_run(o->file, o->argv, program);
  return write_report(a, o, profile) ? status : 1;
}

// Compiles and becomes the program, as far as its status goes.
static int run_program(Arena *a, Options *o, const Model *m, Cache *c) {
  int program = link_program(o, m, c);
  if (program >= 0 && !o->watch) progress_stop();
  if (o->watch) return o->program = program, program < 0;
  return program < 0 ? 1 : run_reported(a, o, program);
}

static int write_program(const Options *o, const Model *m, Cache *c, const char *out) {
  int program = link_program(o, m, c);
  return program < 0 || !output_write_program(out, program);
}

// DIR/NAME.py, with DIR/libNAME.so and its manifest beside it.
static int write_python(Arena *a, const Options *o, MlirModule m, Cache *c) {
  const char *slash = strrchr(o->out, '/'), *name = slash ? slash + 1 : o->out;
  const LibraryFile *text = template_find("module.py");
  const char *shared = arena_printf(a, "%.*slib%.*s.so", (int)(name - o->out), o->out,
                                    (int)strcspn(name, "."), name);
  if (!emit_linked(o, m, c, shared)) return 1;
  return !output_write(o->out, text->text, text->size);
}

static int print_ast(Arena *a, const Options *o) {
  char *text;
  size_t size;
  if (!file_read(a, o->file, &text, &size)) {
    diag_io("CJ0011", "%s: %s", o->file, strerror(errno));
    return 1;
  }
  Node *n = parse_module(a, diag_add_file(o->file, text, size), text, size);
  if (!n) return 1;
  char *tree = NULL;
  FILE *f = open_memstream(&tree, &size);
  if (f) ast_print(f, n, true);
  bool ok = f && !fclose(f);
  if (!ok) diag_io("CJ0701", "cannot write the output: %s", strerror(errno));
  ok = ok && output_write(o->out ? o->out : "-", tree, size);
  free(tree);
  return !ok;
}

// For the machine at hand, whatever the program is compiled for.
static bool compile_early(const Program *p, MlirModule m, const char *path) {
  LowerOptions o = *(const LowerOptions *)p->options;
  o.emit = EMIT_EXE;
  o.cpu = "native";
  o.save = NULL;
  o.target = NULL;
  o.sites = NULL;
  return passes_run(m, p->no_fusion ? PASSES_NO_FUSION : 0) && lower_emit(m, &o, path);
}

static const char *out_path(Arena *a, const Options *o) {
  return o->out ? o->out : default_out(a, o);
}

static void put_name(StrBuf *s, const char *name) {
  for (; *name; name++) {
    if (strchr(" #\\", *name)) strbuf_putc(s, '\\');
    if (*name == '$') strbuf_putc(s, '$');
    strbuf_putc(s, *name);
  }
}

// The rule for make: OUT: what was read.
static bool write_depends(Arena *a, const Options *o) {
  const char *out = out_path(a, o);
  if (!o->depends) return true;
  if (!o->depfile && !strcmp(out, "-"))
    return diag_io("CJ0010", "-MD needs -MF FILE where the artifact goes to stdout"), false;
  StrBuf s;
  strbuf_init(&s, a);
  put_name(&s, out);
  strbuf_putc(&s, ':');
  for (int i = 0; i < inputs_count(); i++) {
    const Input *in = inputs_get(i);
    bool is_file = in->kind == INPUT_FILE || in->kind == INPUT_HEAD;
    if (!is_file || access(in->name, R_OK)) continue;
    strbuf_puts(&s, " \\\n  ");
    put_name(&s, in->name);
  }
  strbuf_putc(&s, '\n');
  return output_write(o->depfile ? o->depfile : arena_printf(a, "%s.d", out), s.data, s.n);
}

static unsigned switches_of(const Options *o) {
  return (o->no_fusion ? PASSES_NO_FUSION : 0u) | (o->trace_nan ? PASSES_TRACE_NAN : 0u);
}

// --save-temps
static bool save_module(Arena *a, const Options *o, MlirModule m, const char *stage) {
  if (!o->lower.save) return true;
  return write_module(a, m, arena_printf(a, "%s.%s.mlir", o->lower.save, stage));
}

// From staged IR to what was asked for.
static int produce(Arena *a, Options *o, Model *m, Cache *c) {
  if (o->command == COMMAND_BISECT) return bisect_module(a, o, m->module, switches_of(o));
  const char *out = out_path(a, o);
  if (o->command == COMMAND_BUILD && !output_check(out)) return 1;
  if (o->emit == SHOW_CJAX) return !write_module(a, m->module, o->out);
  o->lower.save = o->save && strcmp(out, "-") ? out : NULL;
  if (!save_module(a, o, m->module, "cjax")) return 1;
  if (!passes_run(m->module, switches_of(o))) return 1;
  if (o->explain_fusion) fusion_explain(m->module);
  if (!save_module(a, o, m->module, "expanded")) return 1;
  if (o->emit == SHOW_EXPANDED) return !write_module(a, m->module, o->out);
  bool run = o->command == COMMAND_RUN;
  if (run && o->interpret) return !interp_run(m->module, o->argc, o->argv);
  if (o->report || o->profile) note_sites(a, o, out);
  if (run) return run_program(a, o, m, c);
  int status = o->emit == SHOW_PYTHON ? write_python(a, o, m->module, c)
               : o->emit == SHOW_EXE  ? write_program(o, m, c, out)
                                      : !emit_linked(o, m->module, c, out);
  return status ? status : !write_report(a, o, o->profile_data);
}

// Where the program's parameters are: "" is behind the executable, where a module has no place.
static const char *default_params(const Options *o, Model *m) {
  const char *path = m->params;
  bool beside = o->interpret || platform_of(&o->lower)->wasm;
  if (beside && !o->interpret) m->params = NULL;
  return beside && path ? path : "";
}

static int compile_model(Arena *a, Options *o, Cache *c) {
  Model m = {.file = o->file, .entry = o->lower.entry};
  if (o->command == COMMAND_CHECK || o->emit == SHOW_BYTECODE)
    return diag_io("CJ0010", "%s: dialect text is no Python", o->file), 1;
  define_alone();
  bool library = o->emit >= SHOW_LOWERED && o->lower.emit >= EMIT_LIB;
  bool all = library && o->nentries != 1;
  if (!(all ? model_load_library(a, &m, o->nentries, o->entries) : model_load(a, &m))) return 1;
  if (library) o->lower.entry = m.entry;
  return !library && !model_make_program(a, &m, default_params(o, &m)) ? 1 : produce(a, o, &m, c);
}

// An executable that is one function of the program.
static int compile_entry(Arena *a, Options *o, Model *m, Cache *c) {
  if (!model_of_entry(a, m)) return 1;
  return !model_make_program(a, m, default_params(o, m)) ? 1 : produce(a, o, m, c);
}

static int compile(Arena *a, Options *o, Cache *c) {
  if (model_is(o->file)) return compile_model(a, o, c);
  Program p = {.file = o->file, .argc = o->argc, .argv = (const char *const *)o->argv};
  p.args_known = o->command == COMMAND_RUN || o->command == COMMAND_BISECT;
  p.fixed_argc = (int)o->fixed_argc;
  p.define = o->define;
  p.ndefine = o->ndefine;
  p.folder = o->folder, p.nfolder = o->nfolder;
  StrBuf bytecode;
  strbuf_init(&bytecode, a);
  if (o->emit == SHOW_BYTECODE) p.bytecode = &bytecode;
  p.entries = o->entries;
  p.signatures = o->signatures;
  p.nentries = o->nentries;
  p.explain_loops = o->explain_loops;
  p.no_fusion = o->no_fusion;
  p.no_rolling = o->no_rolling;
  p.max_steps = o->max_steps;
  p.debug = o->lower.debug && !o->lower.opt_level;
  p.stage_limit = o->stage_limit;
  p.verbose = o->lower.verbose;
  p.compile = o->interpret ? NULL : compile_early;
  p.options = &o->lower;
  if (!link_names_read(a, &o->lower, &p)) return 1;
  if (o->all) return check_all(a, &p, o->json);
  if (o->json) return check_json(a, &p);
  phase_begin("staging", NULL);
  bool staged = program_stage(a, &p);
  phase_end();
  if (!staged) return 1;
  o->lower.entry = NULL; // they are marked
  if (p.bytecode) return !output_write(o->out ? o->out : "-", bytecode.data, bytecode.n);
  if (o->command == COMMAND_CHECK) return 0;
  Model m = {.file = o->file, .module = p.module};
  bool one = o->emit == SHOW_EXE && o->nentries;
  return one ? compile_entry(a, o, &m, c) : produce(a, o, &m, c);
}

// What could not be written is an error, unless one was reported.
static int finish(int status) {
  bool failed = ferror(stdout), ok = !fflush(stdout) && !failed;
  if (!ok && !status) diag_io("CJ0011", "stdout: %s", strerror(errno));
  return ok ? status : 1;
}

// finish says whether it arrived.
static int print_text(StrBuf *s) {
  fwrite(s->data, 1, s->n, stdout);
  return 0;
}

// The page about an error.
static int explain(const Options *o, Arena *a) {
  if (!o->file)
    return diag_io("CJ0010", "cjaxc explain needs an error's id, as cjaxc printed it"), 1;
  char *id = arena_strdup(a, o->file);
  for (char *c = id; *c; c++)
    *c = (char)toupper((unsigned char)*c);
  const LibraryFile *page = page_find(arena_printf(a, "%s.md", id));
  if (!page) return diag_io("CJ0010", "there is no error %s", o->file), 1;
  return fwrite(page->text, 1, page->size, stdout) < page->size;
}

static int print_completions(const Options *o, Arena *a) {
  StrBuf s;
  strbuf_init(&s, a);
  if (o->file && cli_completions(&s, o->file)) return print_text(&s);
  return diag_io("CJ0010", "cjaxc completions: for bash, zsh or fish?"), 1;
}

static int print_help(const Options *o, Arena *a) {
  StrBuf s;
  strbuf_init(&s, a);
  Command c = o->command == COMMAND_BUILD || o->command == COMMAND_HELP ? COMMAND_COUNT
                                                                        : o->command;
  bool asked = o->file && o->command == COMMAND_HELP, found = !asked;
  for (int k = 0; asked && k < COMMAND_COUNT; k++)
    if (!strcmp(o->file, commands[k].name)) c = (Command)k, found = true;
  if (!found)
    return diag_io("CJ0010", "there is no command %s (cjaxc help lists them)", o->file), 1;
  cli_help(&s, c);
  return print_text(&s);
}

static int write_kept(const Options *o, Arena *a, int program) {
  if (o->command != COMMAND_RUN) return !output_write_program(out_path(a, o), program);
  if (!o->watch) process_become(o->file, o->argv, program);
  return 0;
}

// To what was asked for, or out of the cache.
static int build(Options *o, Arena *a) {
  if (!process_prepare()) return 1;
  if (o->emit == SHOW_AST) return print_ast(a, o);
  if (o->command == COMMAND_RUN && !o->lower.cpu) o->lower.cpu = "native";
  Cache c;
  for (int i = 0; i < o->lower.nlinks; i++) inputs_add(INPUT_FILE, o->lower.links[i]);
  cache_open(&c, a, o);
  o->program = cache_find(&c);
  if (o->program < 0) o->lower.pack = cache_objects(&c, o);
  if (!o->quiet) progress_start();
  int status = o->program < 0 ? compile(a, o, &c) : write_kept(o, a, o->program);
  progress_stop();
  if (o->times) phase_report();
  if (o->watch) watch(a, o->file, o->argv, o->program, o->self);
  return status ? status : !write_depends(a, o);
}

// -###
static int show_link(Options *o, Arena *a) {
  StrBuf s;
  strbuf_init(&s, a);
  const char *out = out_path(a, o);
  if (o->emit != SHOW_EXE && o->lower.emit != EMIT_SHARED)
    return diag_io("CJ0010", "-###: only --emit=exe, shared and python call the linker"), 1;
  lower_show_link(&o->lower, arena_printf(a, "%s.objects.a", out), out, &s);
  return print_text(&s);
}

static int run_in_child(void *options) {
  Options *o = options;
  Arena a;
  arena_init(&a);
  o->command = COMMAND_RUN;
  return build(o, &a);
}

static int perform(Options *o, Arena *a) {
  if (o->help) return print_help(o, a);
  if (o->version) return puts("cjaxc 0.1.0") < 0;
  switch (o->command) {
  case COMMAND_EXPLAIN: return explain(o, a);
  case COMMAND_CACHE: return cache_command(a, o->file);
  case COMMAND_COMPLETIONS: return print_completions(o, a);
  case COMMAND_TARGETS: return print_targets(a, o);
  case COMMAND_HELP: return print_help(o, a);
  case COMMAND_VERIFY: return verify_program(a, o, run_in_child);
  default: break;
  }
  return o->dry ? show_link(o, a) : build(o, a);
}

int main(int argc, char **argv) {
  bool links = argc && (!strncmp(argv[0], "ld.lld", 6) || !strncmp(argv[0], "wasm-ld", 7));
  if (linker_main && links) return linker_main(argc, argv); // started by lower/link.c
  Options o = {.self = argv,
               .program = -1,
               .lower = {.emit = EMIT_EXE, .opt_level = 3, .tool = argv[0]}, .stage_limit = 600};
  process_open();
  Arena a;
  arena_init(&a);
  int status = cli_parse(&o, &a, argc, argv) ? perform(&o, &a) : 1;
  arena_release(&a);
  return finish(status);
}

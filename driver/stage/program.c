// program.c -- runs the main file through the evaluator and hands out the module that it staged.
#include "driver/program.h"

#include "dialect/interpret/interpret.h"
#include "dialect/support/file.h"
#include "dialect/support/inputs.h"
#include "driver/python/parse.h"
#include "driver/stage/define.h"
#include "driver/stage/entry.h"
#include "driver/stage/scope.h"
#include "driver/stage/flow.h"
#include "driver/stage/triage.h"
#include "driver/stage/vm_internal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>

static void set_directory(VM *vm, const char *file) {
  const char *slash = strrchr(file, '/');
  vm->in->main_dir = slash ? arena_strndup(vm->arena, file, (size_t)(slash + 1 - file)) : "";
}

// A file of a package, "a/b/c.py" with a/b/__init__.py, is checked as the module b.c from a/.
static Value package_of(VM *vm) {
  const char *dir = vm->in->main_dir, *package = "";
  for (;;) {
    size_t n = strlen(dir), k = n > 1 ? n - 1 : 0;
    while (k && dir[k - 1] != '/') k--;
    const char *name = n > 1 ? arena_strndup(vm->arena, dir + k, n - 1 - k) : "";
    struct stat st;
    bool named = *name && *name != '.';
    if (!named || stat(arena_printf(vm->arena, "%s__init__.py", dir), &st)) break;
    package = *package ? arena_printf(vm->arena, "%s.%s", name, package) : name;
    dir = arena_strndup(vm->arena, dir, k);
  }
  vm->in->main_dir = dir;
  return *package ? v_str(vm, package) : V_NONE;
}

static VM *running; // that ctrl-C interrupts

static void interrupt(int signal) {
  running->due = interp_stop = true;
  if (signal == SIGINT) running->interrupted = true;
  else running->out_of_time = true;
}

// The first ctrl-C raises KeyboardInterrupt at the next safe point, the second ends the process.
static void catch_interrupts(VM *vm) {
  running = vm;
  struct sigaction ignored, action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};
  sigaction(SIGINT, NULL, &ignored);
  if (ignored.sa_handler != SIG_IGN) sigaction(SIGINT, &action, NULL);
}

// --stage-limit: the end comes at a safe point, too.
static void begin_limit(double seconds) {
  if (seconds <= 0) return;
  time_t whole = (time_t)seconds;
  struct itimerval t = {.it_value = {whole, (suseconds_t)((seconds - (double)whole) * 1e6)}};
  struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART};
  running->limit = seconds;
  sigaction(SIGALRM, &action, NULL);
  setitimer(ITIMER_REAL, &t, NULL);
}

static void end_limit(void) {
  setitimer(ITIMER_REAL, &(struct itimerval){0}, NULL);
  signal(SIGALRM, SIG_DFL);
}

// To the shell the process died of it.
static void die_if_interrupted(VM *vm) {
  if (!vm->interrupted) return;
  fflush(NULL);
  signal(SIGINT, SIG_DFL);
  raise(SIGINT);
}

static bool finish(VM *vm, bool ok) {
  if (ok) return true;
  Value exc = vm->exc;
  vm->exc = V_EMPTY;
  if (exc_matches(vm, exc, vm->type[E_SystemExit]) && !vm->trace && emit_exit(vm, exc)) return true;
  exc_report(vm, v_is_empty(vm->exc) ? exc : vm->exc);
  die_if_interrupted(vm);
  return false;
}

// What was registered runs where the program ends, also by sys.exit.
static bool run_at_exit(VM *vm, bool ok) {
  Value exc = vm->exc, run, none;
  if (!ok && !exc_matches(vm, exc, vm->type[E_SystemExit])) return false;
  if (!v_is(dict_get_c(vm, vm->modules, "atexit"), O_MODULE)) return ok;
  vm->exc = V_EMPTY;
  if (!import_attr(vm, "atexit", "_run_exitfuncs", &run) || !vm_call(vm, run, NULL, 0, NULL, &none))
    return false;
  vm->exc = exc;
  return ok;
}

static bool stage_entries(VM *vm, const Program *p) {
  bool ok = true;
  const char *symbol;
  for (int i = 0; i < p->nentries; i++) {
    Value v = dict_get_str(vm->in->main->dict, str_name(vm, p->entries[i]));
    if (v_is_empty(v)) continue;
    const char *sig = p->signatures[i] ? p->signatures[i] : "";
    if (!finish(vm, entry_stage(vm, p->entries[i], sig, &symbol))) ok = false;
  }
  return ok;
}

static bool stage_all(VM *vm, Program *p) {
  bool ok = true;
  const char *symbol;
  for (int i = 0; i < p->nentries && ok; i++) {
    const char *sig = p->signatures[i] ? p->signatures[i] : "";
    ok = finish(vm, entry_stage(vm, p->entries[i], sig, &symbol));
  }
  return ok;
}

// A name that nothing asked for is a mistake of whoever gave it.
static bool check_defines(VM *vm) {
  bool ok = true;
  for (int i = 0; i < vm->in->program->ndefine; i++) {
    if (vm->in->defines_used >> i & 1) continue;
    diag_io("CJ0010", "--define %s: the program asks for no such value",
            vm->in->program->define[i]);
    ok = false;
  }
  return ok;
}

static bool run_main(VM *vm, Program *p) {
  char *text;
  size_t size;
  if (!file_read(vm->arena, p->file, &text, &size)) {
    diag_io("CJ0011", "%s: %s", p->file, strerror(errno));
    return false;
  }
  inputs_add_file(p->file, text, size);
  set_directory(vm, p->file);
  vm->in->program = p;
  Module *m = vm->in->main = module_new(vm, "__main__");
  dict_set_str(vm, vm->modules, m->name, v_obj(m));
  m->path = str_name(vm, p->file);
  module_set(vm, m, "__file__", v_obj(m->path));
  module_set(vm, m, "__package__", p->triage ? package_of(vm) : V_NONE);
  m->file = diag_add_file(p->file, text, size);
  Node *tree = parse_module(vm->arena, m->file, text, size);
  if (!tree) return false;
  if (p->triage) {
    module_set_doc(vm, m, tree);
    bool ok = triage_run(vm, m, tree);
    triage_read(vm, m, tree);
    return stage_entries(vm, p) && ok;
  }
  Code *code = code_create(vm, m, tree, scope_module(vm->arena, tree), NULL);
  if (p->bytecode) {
    if (code_prepare(vm, code)) code_print(vm, code, p->bytecode);
    return true;
  }
  module_set_doc(vm, m, tree);
  bool ok = vm_run_module(vm, m, code);
  if (!finish(vm, run_at_exit(vm, ok)) || !check_defines(vm)) return false;
  return stage_all(vm, p);
}

bool program_stage(Arena *a, Program *p) {
  MlirContext context = cjax_context_create();
  VM *vm = vm_create(a, context);
  if (!stage_open(vm)) return finish(vm, false);
  define_with(vm);
  staging(vm)->explain_loops = p->explain_loops;
  staging(vm)->no_rolling = p->no_rolling;
  vm->names_variables = p->debug;
  catch_interrupts(vm);
  begin_limit(p->stage_limit);
  staging(vm)->max_steps = p->max_steps;
  bool ok = run_main(vm, p);
  signal(SIGINT, SIG_DFL);
  end_limit();
  p->module = stage_close(vm);
  return ok;
}

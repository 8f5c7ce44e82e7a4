// fuzz_stage.c -- libFuzzer target: any bytes run as a program.
//
// One evaluator runs all inputs, each as a module of its own; two seconds each, then the interrupt
// of ctrl-C.  What an input leaves in builtin objects stays for the next one, so a finding is
// checked again with `cjaxc check`.
#include "driver/program.h"
#include "driver/python/parse.h"
#include "driver/stage/compile.h"
#include "driver/stage/scope.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static VM *vm;
static Arena arena;
static Program program = {.file = "fuzz.py"};

static void interrupt(int signal) { vm->due = vm->interrupted = true; }

static void open_vm(void) {
  arena_init(&arena);
  vm = vm_create(&arena, cjax_context_create());
  if (!stage_open(vm)) abort();
  vm->in->main_dir = "";
  vm->in->program = &program;
  signal(SIGALRM, interrupt);
}

static void limit_time(int seconds) {
  struct itimerval t = {.it_value.tv_sec = seconds};
  setitimer(ITIMER_REAL, &t, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!vm) open_vm();
  char *text = arena_strndup(vm->arena, (const char *)data, size);
  DiagCapture c;
  diag_capture(&c, vm->arena);
  Module *m = vm->in->main = module_new(vm, "__main__");
  dict_set_str(vm, vm->modules, m->name, v_obj(m));
  m->file = diag_add_file("fuzz.py", text, size);
  limit_time(2);
  Node *tree = parse_module(vm->arena, m->file, text, size);
  if (tree) {
    Code *code = code_create(vm, m, tree, scope_module(vm->arena, tree), NULL);
    if (!vm_run_module(vm, m, code)) {
      Value exc = vm->exc;
      vm->exc = V_EMPTY;
      exc_report(vm, exc);
      if (!c.error_count && !exc_matches(vm, exc, vm->type[E_SystemExit])) abort();
    }
  }
  limit_time(0);
  vm->exc = V_EMPTY;
  vm->interrupted = false;
  if (vm->frame || vm->depth || vm->native_depth) abort();
  diag_release_capture(&c);
  return 0;
}

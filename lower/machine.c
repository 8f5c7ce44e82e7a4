// machine.c -- from the LLVM dialect to text, assembly or objects.
//
// Everything but the entry and the runtime's symbols is internal, so that kernels are inlined where
// that pays and unused code goes.
#include "lower/machine.h"

#include <llvm-c/Core.h>
#include <mlir-c/Target/LLVMIR.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/support/phase.h"
#include "lower/compile.h"
#include "lower/cxx/levels.h"
#include "lower/cxx/register.h"
#include "lower/listing.h"
#include "lower/output.h"
#include "lower/parallel.h"
#include "lower/wasm.h"
#include "runtime/level.h"

typedef struct Machine {
  LLVMContextRef ctx;
  LLVMModuleRef m;
  LLVMTargetMachineRef tm;
  Target target;
  Sites *listed; // whose kernels' code is wanted, or null
} Machine;

// Nothing that a library keeps in memory has a name outside.
static void hide_symbols(LLVMModuleRef m, const Library *lib) {
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f)) {
    const char *name = LLVMGetValueName(f);
    bool exported = lib ? library_exports(lib, name) : !strncmp(name, "cjax_", 5);
    if (!LLVMIsDeclaration(f) && !exported) LLVMSetLinkage(f, LLVMInternalLinkage);
  }
  for (LLVMValueRef g = lib ? LLVMGetFirstGlobal(m) : NULL; g; g = LLVMGetNextGlobal(g))
    if (!LLVMIsDeclaration(g)) LLVMSetLinkage(g, LLVMInternalLinkage);
}

static int cpu_level(const char *name) {
  if (!name) return 3;
  if (!strcmp(name, "native")) return cjax_rt_find_level();
  const char *v = strstr(name, "-v");
  return v ? v[2] - '0' : 2;
}

static int level_needed(const LowerOptions *o) {
  return platform_of(o)->levels ? cpu_level(o->cpu) : 2;
}

static void level_define(LLVMModuleRef lm, const char *name, int level) {
  LLVMTypeRef i32 = LLVMInt32TypeInContext(LLVMGetModuleContext(lm));
  LLVMValueRef g = LLVMAddGlobal(lm, i32, name);
  LLVMSetInitializer(g, LLVMConstInt(i32, (unsigned)level, 0));
  LLVMSetGlobalConstant(g, 1);
}

// Which processors a program runs on; one that is compiled for none of them in particular has
// copies of what takes long.
static void levels_define(LLVMModuleRef lm, const LowerOptions *o) {
  bool levels = platform_of(o)->levels;
  int needed = level_needed(o);
  level_define(lm, "cjax_cpu_needed", needed);
  level_define(lm, "cjax_cpu_most", o->no_dispatch || !levels ? needed : 4);
  if (levels && !o->cpu && !o->no_dispatch && o->opt_level) levels_copy(lm);
}

static void machine_close(Machine *x) {
  LLVMDisposeTargetMachine(x->tm);
  LLVMDisposeModule(x->m);
  LLVMContextDispose(x->ctx);
}

static bool machine_open(Machine *x, MlirModule m, const LowerOptions *o, const Library *lib) {
  register_translations(mlirModuleGetContext(m));
  *x = (Machine){.ctx = LLVMContextCreate(), .target = target_of(o)};
  if (o->sites && o->sites->listed) x->listed = o->sites;
  phase_begin("machine code", "LLVM IR");
  x->m = mlirTranslateModuleToLLVMIR(mlirModuleGetOperation(m), x->ctx);
  phase_end();
  if (!x->m) return LLVMContextDispose(x->ctx), false;
  debug_variables(x->m);
  parallel_define(x->m, lib);
  if (lib) library_define(lib, x->m);
  x->tm = target_machine(&x->target);
  target_layout(&x->target, x->m, x->tm);
  bool ok = !lib || library_link(x->m, o, level_needed(o));
  if (x->target.platform->wasm) wasm_expand_fma(x->m);
  target_attributes(&x->target, x->m);
  hide_symbols(x->m, lib);
  if (ok && !lib) levels_define(x->m, o);
  if (!ok) machine_close(x);
  return ok;
}

//===-- one file of code ---------------------------------------------------------------------===//

static bool write_text(const Machine *x, const char *path) {
  char *text = LLVMPrintModuleToString(x->m);
  bool ok = output_write(path, text, strlen(text));
  return LLVMDisposeMessage(text), ok;
}

// The whole module as one file: to `path`, or to *fd where that is not null.
static bool write_code(const Machine *x, LLVMCodeGenFileType type, const char *path, int *fd) {
  LLVMMemoryBufferRef code = target_emit(x->m, x->tm, type);
  const char *data = LLVMGetBufferStart(code);
  size_t n = LLVMGetBufferSize(code);
  if (x->listed && type == LLVMObjectFile) listing_read(x->listed, &x->target, data, n);
  bool ok = fd ? (*fd = output_of(data, n)) >= 0 : output_write(path, data, n);
  return LLVMDisposeMemoryBuffer(code), ok;
}

static bool emit(MlirModule m, const LowerOptions *o, const Library *lib, const char *path,
                 int *fd) {
  Machine x;
  if (!machine_open(&x, m, o, lib)) return false;
  phase_begin("machine code", "compilation");
  target_optimise(&x.target, x.m, x.tm);
  bool ok = o->emit == EMIT_LLVM
                ? write_text(&x, path)
                : write_code(&x, o->emit == EMIT_ASM ? LLVMAssemblyFile : LLVMObjectFile, path, fd);
  phase_end();
  return machine_close(&x), ok;
}

bool machine_emit(MlirModule m, const LowerOptions *o, const char *path) {
  return emit(m, o, NULL, path, NULL);
}

int machine_object(MlirModule m, const LowerOptions *o, const Library *lib) {
  int fd = -1;
  return emit(m, o, lib, NULL, &fd) ? fd : -1;
}

//===-- parts --------------------------------------------------------------------------------===//

// --save-temps: before LLVM's passes.
static bool save_text(const Machine *x, const LowerOptions *o) {
  if (!o->save) return true;
  Arena a;
  arena_init(&a);
  bool ok = write_text(x, arena_printf(&a, "%s.ll", o->save));
  return arena_release(&a), ok;
}

static int write_objects(const PackEntry *objects, int n, Arena *a, const char *save) {
  StrBuf s;
  strbuf_init(&s, a);
  archive_open(&s);
  for (int i = 0; i < n; i++) archive_add(&s, "part.o/", objects[i].data, objects[i].n);
  if (save && !output_write(arena_printf(a, "%s.objects.a", save), s.data, s.n)) return -1;
  return output_of(s.data, s.n);
}

static void say_parts(int n, const Compilation *c) {
  const char *plural = c->threads > 1 ? "s" : "";
  if (c->threads)
    diag_say("%d parts of machine code: %d compiled by %d thread%s, %d from the cache", n,
             c->compiled, c->threads, plural, c->found);
  else
    diag_say("%d parts of machine code: 0 compiled, %d from the cache", n, c->found);
}

int machine_objects(MlirModule m, const LowerOptions *o, const Library *lib) {
  Machine x;
  if (!machine_open(&x, m, o, lib)) return -1;
  if (!save_text(&x, o)) return machine_close(&x), -1;
  Part *parts;
  phase_begin("machine code", "parts");
  int n = partition_make(x.m, o->debug || x.listed, &parts);
  machine_close(&x);
  phase_end();
  Arena a;
  arena_init(&a);
  PackEntry *objects = ARENA_ARRAY(&a, PackEntry, n + 1);
  phase_begin("machine code", "compilation");
  Compilation c = compile_parts(parts, n, &x.target, o->pack, &a, objects);
  phase_end();
  if (x.listed) listing_read(x.listed, &x.target, objects[0].data, objects[0].n);
  if (o->verbose) say_parts(n, &c);
  int fd = write_objects(objects, n, &a, o->save);
  partition_release(parts, n);
  arena_release(&a);
  return fd;
}

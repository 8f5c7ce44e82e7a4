// lower.c -- from a simplified cjax module to an artifact: the steps in order.
#include "lower/lower.h"

#include <mlir-c/BuiltinAttributes.h>
#include <stdio.h>
#include <unistd.h>

#include "dialect/support/phase.h"
#include "dialect/support/strbuf.h"
#include "lower/machine.h"
#include "lower/memory.h"
#include "lower/platform.h"
#include "lower/output.h"
#include "lower/parallel.h"
#include "lower/passes.h"
#include "lower/sites.h"

static void add_text(MlirStringRef s, void *buf) { strbuf_add(buf, s.data, s.length); }

static bool emit_mlir(MlirModule m, Arena *a, const char *path) {
  StrBuf text;
  strbuf_init(&text, a);
  mlirOperationPrint(mlirModuleGetOperation(m), add_text, &text);
  return output_write(path, text.data, text.n);
}

static void report_bounds(MlirModule m) {
  MlirAttribute n = mlirOperationGetAttributeByName(mlirModuleGetOperation(m),
                                                    mlirStringRefCreateFromCString(bounds_attr));
  fprintf(stderr, "%ld of %ld indices proved in range\n", (long)mlirDenseI64ArrayGetElement(n, 1),
          (long)mlirDenseI64ArrayGetElement(n, 0));
}

// --save-temps: what stages are called, as --emit does.
static bool save_step(MlirModule m, const LowerOptions *o, const LowerPass *p) {
  const char *name = p->run == lower_to_linalg     ? "linalg"
                     : p->run == lower_plan_memory ? "memref"
                                                   : NULL;
  if (!o->save || !name) return true;
  Arena a;
  arena_init(&a);
  bool ok = emit_mlir(m, &a, arena_printf(&a, "%s.%s.mlir", o->save, name));
  return arena_release(&a), ok;
}

// The steps up to those that o->emit needs; notes what a library's header says.
static bool run_passes(MlirModule m, const LowerOptions *o, Library *lib, Arena *a) {
  int n = o->emit == EMIT_LINALG ? 2 : o->emit == EMIT_MEMREF ? 6 : lower_pass_count;
  if (o->no_threads) parallel_forbid(m);
  if (o->all_threads) parallel_force(m);
  for (int i = 0; i < n; i++) {
    if (lower_passes[i].checked && !o->checked) continue;
    phase_begin("lowering", lower_passes[i].name);
    bool ok = lower_passes[i].run(m);
    phase_end();
    if (!ok || !save_step(m, o, &lower_passes[i])) return false;
    if (lib && lower_passes[i].run == lower_to_linalg && !library_check(lib, m)) return false;
    if (lib && lower_passes[i].run == lower_plan_memory) library_workspace(lib, a, m);
    if (lower_passes[i].checked && o->verbose) report_bounds(m);
  }
  return !o->debug || o->emit <= EMIT_MEMREF || lower_debug(m);
}

static bool run_steps(MlirModule m, const LowerOptions *o, Library *lib, Arena *a) {
  if (o->sites) sites_begin(o->sites, m);
  bool ok = run_passes(m, o, lib, a);
  if (o->sites) sites_end();
  return ok;
}

static const char **library_symbols(const Library *lib, Arena *a) {
  const char **out = ARENA_ARRAY(a, const char *, lib->n + 1);
  out[lib->n] = arena_printf(a, "%slibrary_abi", lib->prefix);
  for (int i = 0; i < lib->n; i++)
    out[i] = arena_printf(a, "%s%s", lib->prefix, lib->entries[i].name);
  return out;
}

static bool link_shared(const LowerOptions *o, int objects, const char *path) {
  int shared = machine_link(o, objects);
  bool ok = shared >= 0 && output_write_program(path, shared);
  if (shared >= 0) close(shared);
  return ok;
}

// With its header and its manifest, or nothing.
static bool emit_library(const LowerOptions *o, const Library *lib, Arena *a, MlirModule m,
                         const char *path) {
  bool is_shared = o->emit == EMIT_SHARED;
  int object = is_shared ? machine_objects(m, o, lib) : machine_object(m, o, lib);
  if (object < 0) return false;
  bool ok = is_shared
                ? link_shared(o, object, path)
                : archive_write(path, object, lib->n + 1, library_symbols(lib, a));
  close(object);
  if (!ok) return false;
  bool header = library_write_header(lib);
  bool rest = header && library_write_manifest(lib);
  if (rest && (!o->package || library_write_package(lib))) return true;
  if (header) unlink(arena_printf(a, "%s.h", lib->stem));
  return unlink(path), false;
}

// By way of objects.
static int link_program(MlirModule m, const LowerOptions *o) {
  int objects = machine_objects(m, o, NULL);
  if (objects < 0) return -1;
  int program = machine_link(o, objects);
  close(objects);
  return program;
}

int lower_program(MlirModule m, const LowerOptions *o) {
  memory_limit(m, platform_memory(o));
  Arena a;
  arena_init(&a);
  bool ok = run_steps(m, o, NULL, &a);
  arena_release(&a);
  return ok ? link_program(m, o) : -1;
}

static bool emit_program(MlirModule m, const LowerOptions *o, const char *path) {
  int program = lower_program(m, o);
  bool ok = program >= 0 && output_write_program(path, program);
  if (program >= 0) close(program);
  return ok;
}

bool lower_emit(MlirModule m, const LowerOptions *o, const char *path) {
  if (o->emit == EMIT_EXE) return emit_program(m, o, path);
  Arena a;
  arena_init(&a);
  Library library, *lib = o->emit >= EMIT_LIB ? &library : NULL;
  bool ok = (!lib || library_open(lib, &a, m, o, path)) && run_steps(m, o, lib, &a);
  if (ok && o->emit <= EMIT_MEMREF)
    ok = emit_mlir(m, &a, path);
  else if (ok)
    ok = lib ? emit_library(o, lib, &a, m, path) : machine_emit(m, o, path);
  arena_release(&a);
  return ok;
}

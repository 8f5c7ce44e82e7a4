// lower.h -- from a simplified cjax module to an artifact.
#ifndef CJAX_LOWER_LOWER_H
#define CJAX_LOWER_LOWER_H

#include "dialect/support/strbuf.h"

#include <mlir-c/IR.h>
#include <stdbool.h>

typedef enum EmitKind {
  EMIT_LINALG, // text: host code on memrefs, kernels on tensors
  EMIT_MEMREF, // text: kernels bufferised, memory planned
  EMIT_LLVM,   // text: LLVM IR after optimisation
  EMIT_ASM,
  EMIT_OBJ,
  EMIT_EXE, // static PIE
  EMIT_LIB, // out_path is libNAME.a; NAME.h and NAME.json go beside it
  EMIT_SHARED, // out_path is libNAME.so; the same go beside it
  EMIT_KIND_COUNT
} EmitKind;

enum { MAX_LINKS = 16 };

typedef struct LowerOptions {
  EmitKind emit;
  int opt_level;       // 0 or 3
  const char *target;  // of platform.h: "x86_64-linux-musl" when null
  const char
      *cpu; // of x86_64: "native", "x86-64", "x86-64-v2", ...; null: x86-64-v3 with copies for v4
  const char *tool;    // argv[0], by which the runtime's files are found when /proc is not there
  const char *linker;  // path of ld.lld; found on the path when null
  const char *entry;   // EMIT_LIB: the function; "main" when null
  const char *links[MAX_LINKS]; // objects and archives that are linked in
  int nlinks;
  const char *prefix;  // EMIT_LIB: before every exported name; NAME_ when null
  double memory;       // of the machine that runs it, in bytes; 0: of this one
  bool debug;          // lines for debuggers; symbols are kept
  bool package;        // EMIT_LIB: with what pkg-config and CMake find it by
  bool no_dispatch;    // functions with copies for several levels use that of `cpu`
  bool no_threads;     // every loop runs in the thread that meets it
  bool all_threads;    // every loop that may run in threads does, however little it does
  bool checked;        // indices of loads and stores are checked where they are not proved
  const char *save;    // where what is made on the way goes: SAVE.linalg.mlir, ..; or null
  struct Sites *sites; // where it is noted what ops cost and become (lower/sites.h), or null
  struct Pack *pack;   // objects of earlier compilations, or null
  bool verbose;        // what is done, on stderr
} LowerOptions;

// The artifact of module m, whose public function @main has no arguments and no results
// (EMIT_LIB: any function `entry`).  Transformation ops must have been expanded.  m is consumed:
// it holds the lowered program afterwards.  "-" as out_path is stdout.  False after an error was
// reported; no output file is left behind then.
bool lower_emit(MlirModule m, const LowerOptions *o, const char *out_path);
// What an executable is made of besides the module: appends a text that tells apart the runtimes
// and, for --cpu=native, the machines.
void lower_identity(const LowerOptions *o, StrBuf *text);
// Appends the linker's command line from the archive of the program's objects to `out`.
void lower_show_link(const LowerOptions *o, const char *objects, const char *out, StrBuf *text);
// The executable as a file without a name, to run or to add to, or -1.
int lower_program(MlirModule m, const LowerOptions *o);

#endif

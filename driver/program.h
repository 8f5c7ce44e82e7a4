// program.h -- from a Python file to a cjax module: parse, evaluate, stage.
#ifndef CJAX_DRIVER_PROGRAM_H
#define CJAX_DRIVER_PROGRAM_H

#include "dialect/support/arena.h"
#include "dialect/support/strbuf.h"

#include <mlir-c/IR.h>
#include <stdbool.h>

// What turns a module into an executable; compile is given the program it belongs to.
typedef struct Program Program;
typedef bool ProgramCompile(const Program *p, MlirModule m, const char *path);

struct Program {
  const char *file;
  int argc; // sys.argv as far as it is known while compiling
  const char *const *argv;
  bool args_known; // they are all of them: the program is run at once
  int fixed_argc;  // --argc: how many the executable takes, its name included, or 0
  const char *const *define; // "NAME=TEXT" of --define
  int ndefine;
  const char *const *folder; // where modules are looked for that are not beside the program
  int nfolder;
  StrBuf *bytecode; // gets what the program is compiled to, which is not run; or null
  bool triage; // go on after each error, and read the text for what is missing
  // Functions to stage for these argument types (or null); of a triage, where the program has them.
  const char *const *entries, *const *signatures;
  int nentries;
  const char *const *symbols; // what the files of --link define: C functions
  int nsymbols;
  bool explain_loops; // note for each loop whether it is one loop of the executable
  bool no_fusion, no_rolling; // --no-fusion, --no-rolling
  bool debug;         // variables are kept for debuggers: -g -O0
  long max_steps;     // --max-steps, or 0
  double stage_limit; // --stage-limit: seconds for running the program's Python, or 0
  bool verbose;       // -v
  ProgramCompile *compile; // for long computations of values needed while compiling, or null
  const void *options;     // of compile
  MlirModule module; // what was staged
};

// Runs the program's Python; false after an error was reported.
bool program_stage(Arena *a, Program *p);

#endif

// cli.h -- the command line: commands, the table of options, what they say.
#ifndef CJAX_DRIVER_CLI_H
#define CJAX_DRIVER_CLI_H

#include "dialect/support/strbuf.h"
#include "lower/lower.h"

typedef enum Emit {
  SHOW_EXE,
  SHOW_AST,
  SHOW_BYTECODE,
  SHOW_CJAX,     // as staged
  SHOW_EXPANDED, // after the passes on cjax IR
  SHOW_LOWERED,  // by lower_emit: LowerOptions.emit
  SHOW_PYTHON    // a module of Python over a shared library
} Emit;

typedef enum Command {
  COMMAND_BUILD,
  COMMAND_RUN,
  COMMAND_REPORT, // becomes COMMAND_RUN with --profile and --report
  COMMAND_CHECK,
  COMMAND_VERIFY,
  COMMAND_BISECT,
  COMMAND_EXPLAIN,
  COMMAND_CACHE,
  COMMAND_TARGETS,
  COMMAND_COMPLETIONS,
  COMMAND_HELP,
  COMMAND_COUNT
} Command;

enum { MAX_ENTRIES = 64, MAX_DEFINES = 64, MAX_FOLDERS = 64 };

typedef struct Options {
  Command command;
  const char *file, *out, *depfile;
  const char *python; // of verify
  Emit emit;
  bool explain_loops, explain_fusion, interpret, help, version, no_cache, depends, times, watch,
      dry, save;
  bool trace_nan;
  const char *report, *profile_data; // files, or null
  bool profile;
  bool no_fusion, no_rolling; // switches off, for finding faults
  long max_steps;
  double stage_limit;
  bool all, json; // of check
  const char *entries[MAX_ENTRIES], *signatures[MAX_ENTRIES];
  int nentries;
  long fixed_argc;
  const char *define[MAX_DEFINES];
  int ndefine;
  const char *folder[MAX_FOLDERS]; // -I
  int nfolder;
  bool quiet;
  char **self; // argv of cjaxc
  int program; // of run --watch: the executable's file, or -1
  LowerOptions lower;
  StrBuf words; // what decides the artifact: each option, the file, its arguments, with a 0 behind
  int argc; // of the program, its name included
  char **argv;
} Options;

typedef struct Option {
  const char *name;
  unsigned commands;   // bits: those that it goes with
  const char *value;   // what it takes ("FILE"), or null
  const char *choices; // "text json": the values there are, or null
  const char *help;    // lines; null: as the one above
  bool (*set)(Options *o, const char *value);
} Option;

typedef struct CommandInfo {
  const char *name, *operands, *help;
  const char *file; // suffixes of its operand, for completion: "py mlir", or null
} CommandInfo;

extern const Option options[];
extern const int option_count;
extern const CommandInfo commands[COMMAND_COUNT];

// argv as it says, files of arguments (@FILE) read into the arena.  False after an error was
// reported.
bool cli_parse(Options *o, Arena *a, int argc, char **argv);
bool cli_set_out(Options *o, const char *path); // of -o

void cli_help(StrBuf *s, Command c);
// A script for "bash", "zsh" or "fish"; false: no such shell.
bool cli_completions(StrBuf *s, const char *shell);

#endif

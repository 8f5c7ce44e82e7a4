// diag.h -- where every message to the user goes.
//
// A message is `file:line:col: error: [CJnnnn] Type: text`, then the source line with a caret,
// then notes. Whoever finds an error reports it, once, and returns false or a null handle;
// callers return at once and add nothing.  Notes may be added directly after the error.
// diag_capture lets a test or a `try` of the compiled program look before anything is printed.
#ifndef CJAX_SUPPORT_DIAG_H
#define CJAX_SUPPORT_DIAG_H

#include "dialect/support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A range of source text; line and column count from 1, columns in code points; line 0: no
// place is known. The end is the place after the last code point.
typedef struct SrcRange {
  uint32_t file; // from diag_add_file; 0: none
  uint32_t line, col, end_line, end_col;
} SrcRange;

// Makes text known under a name, for source lines in messages.  Neither is copied: both outlive
// all messages.
uint32_t diag_add_file(const char *name, const char *text, size_t size);
const char *diag_file_name(uint32_t file);
// The file with that name, or 0.
uint32_t diag_find_file(const char *name);
// Line `line` of the file without its newline; *n is its length.  Null when there is none.
const char *diag_source_line(uint32_t file, uint32_t line, size_t *n);

// id: "CJ0123", or null for none.  type: Python's or JAX's exception class ("TypeError",
// "SyntaxError"), or null.
void diag_error(SrcRange at, const char *id, const char *type, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void diag_warning(SrcRange at, const char *id, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
// A note that belongs to the message before it; `at` may be empty.
void diag_note(SrcRange at, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
// The outside world failed: `cjaxc: error: [id] text`.
void diag_io(const char *id, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

// Of -v: `cjaxc: text`.
void diag_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

typedef enum DiagColour { DIAG_COLOUR_AUTO, DIAG_COLOUR_ALWAYS, DIAG_COLOUR_NEVER } DiagColour;
// AUTO: on a terminal, unless NO_COLOR is set.
void diag_set_colour(DiagColour when);

// Warnings, and notes behind them, are not printed.
void diag_set_quiet(bool quiet);

// Errors reported so far; those captured do not count.
int diag_error_count(void);

typedef enum DiagKind { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE, DIAG_IO, DIAG_KIND_COUNT } DiagKind;

typedef struct DiagMessage DiagMessage;
struct DiagMessage {
  DiagMessage *next;
  DiagKind kind;
  SrcRange at;
  const char *id, *type, *text; // id and type may be null
};

// Between diag_capture and diag_release_capture messages are kept (in `arena`) instead of
// printed.  Captures nest.
typedef struct DiagCapture DiagCapture;
struct DiagCapture {
  DiagCapture *outer;
  Arena *arena;
  DiagMessage *first, *last;
  int error_count;
};
void diag_capture(DiagCapture *c, Arena *arena);
void diag_release_capture(DiagCapture *c);
// The process is about to end: what is reported from now on is printed.
void diag_end_captures(void);

// Messages of any kind printed so far.
int diag_message_count(void);

// The compiler is wrong: prints file, line and text, and aborts.
_Noreturn void diag_bug(const char *file, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
#define BUG(...) diag_bug(__FILE__, __LINE__, __VA_ARGS__)

#endif

// diag.c -- messages: kept while captured, else written to stderr with the source line and a caret.
//
//   model.py:3:5: error: [CJ0001] SyntaxError: invalid syntax
//       x = = 2
//           ^
// One message is one write.  Colour only on a terminal, and never when NO_COLOR is set.
#include "dialect/support/diag.h"
#include "dialect/support/phase.h"
#include "dialect/support/strbuf.h"
#include "dialect/support/vec.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_LINE = 240, SHOWN_BEFORE = 120 };

typedef struct SrcFile {
  const char *name, *text;
  size_t size;
  VEC(uint32_t) lines; // where each begins; made when first asked for
} SrcFile;

static Arena files_arena;
static VEC(SrcFile) files;
static DiagCapture *capture;
static int errors, messages;

uint32_t diag_add_file(const char *name, const char *text, size_t size) {
  VEC_PUSH(&files_arena, files, ((SrcFile){name, text, size}));
  return files.n;
}

static SrcFile *file_of(uint32_t file) {
  return file && file <= files.n ? &files.data[file - 1] : NULL;
}

const char *diag_file_name(uint32_t file) {
  SrcFile *f = file_of(file);
  return f ? f->name : "?";
}

uint32_t diag_find_file(const char *name) {
  for (uint32_t i = files.n; i > 0; i--)
    if (!strcmp(files.data[i - 1].name, name)) return i;
  return 0;
}

static void find_lines(SrcFile *f) {
  VEC_PUSH(&files_arena, f->lines, 0);
  for (size_t i = 0; i < f->size; i++) {
    bool crlf = f->text[i] == '\r' && i + 1 < f->size && f->text[i + 1] == '\n';
    if (crlf || (f->text[i] != '\n' && f->text[i] != '\r')) continue;
    VEC_PUSH(&files_arena, f->lines, (uint32_t)(i + 1));
  }
}

const char *diag_source_line(uint32_t file, uint32_t line, size_t *n) {
  SrcFile *f = file_of(file);
  *n = 0;
  if (!f || !line) return NULL;
  if (!f->lines.n) find_lines(f);
  if (line > f->lines.n) return NULL;
  const char *s = f->text + f->lines.data[line - 1], *end = f->text + f->size;
  if (line == 1 && f->size >= 3 && !memcmp(s, "\xef\xbb\xbf", 3)) s += 3;
  size_t k = 0;
  while (s + k < end && s[k] != '\n' && s[k] != '\r') k++;
  *n = k;
  return s;
}

// Printing.

static DiagColour colour;

void diag_set_colour(DiagColour when) { colour = when; }

static bool wants_colour(void) {
  static int terminal = -1;
  if (terminal < 0) {
    const char *no = getenv("NO_COLOR");
    terminal = isatty(STDERR_FILENO) && !(no && *no);
  }
  return colour == DIAG_COLOUR_AUTO ? terminal : colour == DIAG_COLOUR_ALWAYS;
}

static void put_colour(StrBuf *b, const char *code) {
  if (wants_colour()) strbuf_puts(b, code);
}

// One code point as it may go to a terminal: controls and malformed bytes become U+FFFD.
static void put_shown(StrBuf *b, uint32_t c) {
  bool control = (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0);
  strbuf_put_utf8(b, control || c == UTF8_BAD ? 0xfffd : c);
}

// The source line, of a long one only the part about the place, and `^~~~` under the range.
static void put_source(StrBuf *b, SrcRange at) {
  size_t n, size;
  const char *s = diag_source_line(at.file, at.line, &n);
  if (!s) return;
  uint32_t from = 1, to = UINT32_MAX;
  if (n > LONGEST_LINE) {
    from = at.col > SHOWN_BEFORE ? at.col - SHOWN_BEFORE : 1;
    to = from + LONGEST_LINE;
  }
  uint32_t end = at.end_line == at.line ? at.end_col : at.end_line > at.line ? UINT32_MAX : 0;
  StrBuf marks;
  strbuf_init(&marks, b->arena);
  size_t marked = 0; // up to the end of the caret line, without the blanks after it
  strbuf_puts(b, "    ");
  uint32_t col = 1;
  for (size_t i = 0; i < n && col < to; i += size, col++) {
    uint32_t c = utf8_decode(s + i, n - i, &size);
    if (col < from) continue;
    put_shown(b, c);
    bool in = col == at.col || (col > at.col && col < end);
    char mark = in ? (col == at.col ? '^' : '~') : c == '\t' ? '\t' : ' ';
    int width = c == UTF8_BAD ? 1 : utf8_width(c);
    strbuf_fill(&marks, mark, (size_t)width);
    if (in && width == 2 && col == at.col) marks.data[marks.n - 1] = '~';
    if (in) marked = marks.n;
  }
  if (at.col >= col) {
    strbuf_fill(&marks, ' ', col == at.col ? 0 : 1);
    strbuf_putc(&marks, '^');
    marked = marks.n;
  }
  strbuf_puts(b, "\n    ");
  put_colour(b, "\033[32m");
  strbuf_add(b, marks.data, marked);
  put_colour(b, "\033[0m");
  strbuf_putc(b, '\n');
}

static void print_message(const DiagMessage *m) {
  static const char *const names[DIAG_KIND_COUNT] = {"error", "warning", "note", "error"};
  static const char *const colours[DIAG_KIND_COUNT] = {"\033[31m", "\033[35m", "\033[36m",
                                                       "\033[31m"};
  Arena arena;
  StrBuf b;
  arena_init(&arena);
  strbuf_init(&b, &arena);
  if (m->kind == DIAG_IO) strbuf_puts(&b, "cjaxc: ");
  else if (m->at.line)
    strbuf_printf(&b, "%s:%u:%u: ", diag_file_name(m->at.file), m->at.line, m->at.col);
  put_colour(&b, colours[m->kind]);
  strbuf_puts(&b, names[m->kind]);
  put_colour(&b, "\033[0m");
  strbuf_puts(&b, ": ");
  if (m->id) strbuf_printf(&b, "[%s] ", m->id);
  if (m->type) strbuf_printf(&b, *m->text ? "%s: " : "%s", m->type);
  strbuf_puts(&b, m->text);
  strbuf_putc(&b, '\n');
  if (m->at.line) put_source(&b, m->at);
  progress_clear();
  fwrite(b.data, 1, b.n, stderr);
  arena_release(&arena);
}

void diag_say(const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  progress_clear();
  fputs("cjaxc: ", stderr);
  vfprintf(stderr, fmt, ap);
  fputc('\n', stderr);
  va_end(ap);
}

static bool quiet, after_error; // the last message that is no note was an error

void diag_set_quiet(bool on) { quiet = on; }

static bool is_unwanted(const DiagMessage *m) {
  if (m->kind != DIAG_NOTE) after_error = m->kind != DIAG_WARNING;
  return quiet && !after_error;
}

static void report(const DiagMessage *m) {
  bool is_error = m->kind == DIAG_ERROR || m->kind == DIAG_IO;
  if (!capture) {
    errors += is_error;
    messages++;
    if (!is_unwanted(m)) print_message(m);
    return;
  }
  DiagMessage *kept = ARENA_NEW(capture->arena, DiagMessage);
  *kept = *m;
  kept->next = NULL;
  kept->text = arena_strdup(capture->arena, m->text);
  if (m->id) kept->id = arena_strdup(capture->arena, m->id);
  if (m->type) kept->type = arena_strdup(capture->arena, m->type);
  if (capture->last) capture->last->next = kept;
  else capture->first = kept;
  capture->last = kept;
  capture->error_count += is_error;
}

static void report_formatted(DiagMessage m, const char *fmt, va_list ap) {
  Arena arena;
  arena_init(&arena);
  m.text = arena_vprintf(&arena, fmt, ap);
  report(&m);
  arena_release(&arena);
}

void diag_error(SrcRange at, const char *id, const char *type, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  report_formatted((DiagMessage){.kind = DIAG_ERROR, .at = at, .id = id, .type = type}, fmt, ap);
  va_end(ap);
}

void diag_warning(SrcRange at, const char *id, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  report_formatted((DiagMessage){.kind = DIAG_WARNING, .at = at, .id = id}, fmt, ap);
  va_end(ap);
}

void diag_note(SrcRange at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  report_formatted((DiagMessage){.kind = DIAG_NOTE, .at = at}, fmt, ap);
  va_end(ap);
}

void diag_io(const char *id, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  report_formatted((DiagMessage){.kind = DIAG_IO, .id = id}, fmt, ap);
  va_end(ap);
}

int diag_error_count(void) { return errors; }
int diag_message_count(void) { return messages; }

void diag_capture(DiagCapture *c, Arena *arena) {
  *c = (DiagCapture){.outer = capture, .arena = arena};
  capture = c;
}

void diag_release_capture(DiagCapture *c) {
  if (capture != c) BUG("captures released out of order");
  capture = c->outer;
}

void diag_end_captures(void) { capture = NULL; }

void diag_bug(const char *file, int line, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  fprintf(stderr, "cjaxc: internal error at %s:%d: ", file, line);
  vfprintf(stderr, fmt, ap);
  fputc('\n', stderr);
  va_end(ap);
  abort();
}

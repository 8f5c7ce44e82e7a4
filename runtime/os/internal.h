// internal.h -- what the files of the runtime's OS part share.
#ifndef CJAX_RUNTIME_OS_INTERNAL_H
#define CJAX_RUNTIME_OS_INTERNAL_H

#include "runtime/cjax_rt.h"
#include "runtime/number.h"

// Sets cjax_rt_cpu_level: what the machine has, at most `most` and what CJAX_CPU says; less than
// `needed` ends the program.
void cpu_choose(int needed, int most);
// `size` bytes of zeros, aligned to a page; null when there are none.
void *arena_make(int64_t size);
// Whether the program is to run again from its start; and that somebody asks.
extern bool (*program_again)(void);
extern bool program_repeats;
// Called once when the program ends, after its last output; null: nobody asks.
extern void (*program_ends)(void);
// Called by each thread that begins or ends its part of a loop; null: nobody asks.
extern void (*parallel_watch)(bool begins);
// A sink that prints: stream 1 or 2; 3 is what was captured last.
Sink output_sink(int32_t stream);
// What is printed to stream 3 goes there.
void output_capture(void (*put)(const char *text, size_t n));
// int(text) and float(text), and whether they are valid.
bool text_is_int(const char *text);
bool text_is_float(const char *text);
int64_t text_to_int(const char *text, const char *where);
double text_to_float(const char *text, const char *where);
// Writes n bytes to the file `path`: 0 in place of what it has, 1 behind that, 2 to a new file.
void text_write(const char *path, const char *text, int64_t n, int64_t mode, const char *where);
// The parts of a text between separators (a text; empty: blanks), or FIELDS_LINES; part k. What is
// remembered of the last one is forgotten before texts are freed.
enum { FIELDS_LINES = -1 };
int64_t fields_count(int64_t text, int64_t sep);
int64_t fields_item(int64_t text, int64_t sep, int64_t k);
void fields_forget(void);
// Joins the pieces, up to a null, into a buffer that lives until the next call; cut at 4 KiB.
const char *message_join(const char *const *pieces) __attribute__((returns_nonnull));
// `i` in decimal, in a buffer that lives until the fourth next call.
const char *message_int(int64_t i);
// Text as Python's repr shows it, in a buffer that lives until the next call.
const char *message_quote(const char *text);
// A control character or a backslash as repr shows it; how many characters that takes, at most 4.
size_t message_escape(char *to, unsigned char c);
// The text of errno `e` as Python shows it: "[Errno 2] No such file or directory".
const char *message_errno(int e);
// Up to n bytes at `offset`; how many there were, or -1.
int64_t file_read_at(int file, char *to, int64_t n, int64_t offset);

#endif

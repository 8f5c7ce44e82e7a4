// output.c -- buffered writing to stdout and stderr, and ending the program.
//
// One buffer serves both streams and is flushed when the stream changes, so that their order is
// kept; when stdout is a terminal, at every line.
#include "runtime/os/internal.h"

#include "runtime/format.h"

#include <errno.h>
#include <unistd.h>

static struct Output {
  int stream; // 0: nothing written yet
  int size;
  int terminal; // of stdout: 0 not asked, 1 yes, 2 no
  char text[8192];
} out;

static const char *default_where;
bool (*program_again)(void);
bool program_repeats;
void (*program_ends)(void);

// Writing failed: there may be no place to say so.
static _Noreturn void write_failed(int stream, int error) {
  if (stream == 1) {
    const char *text =
        message_join((const char *[]){"error: OSError: ", message_errno(error), "\n", 0});
    if (write(2, text, __builtin_strlen(text)) < 0) _exit(1);
  }
  _exit(1);
}

static void write_all(int stream, const char *text, int64_t n) {
  while (n > 0) {
    ssize_t done = write(stream, text, (size_t)n);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) write_failed(stream, errno);
    text += done;
    n -= done;
  }
}

void cjax_rt_flush(void) {
  int size = out.size;
  out.size = 0; // before writing: a failure must not come back here
  if (size) write_all(out.stream, out.text, size);
}

static bool stdout_is_terminal(void) {
  if (!out.terminal) out.terminal = isatty(1) ? 1 : 2;
  return out.terminal == 1;
}

static void (*captured)(const char *text, size_t n);

void output_capture(void (*put)(const char *text, size_t n)) { captured = put; }

static void put(int stream, const char *text, size_t n) {
  if (stream == 3) {
    captured(text, n);
    return;
  }
  if (stream == 4) stream = 2;
  if (stream != out.stream) {
    cjax_rt_flush();
    out.stream = stream;
  }
  if (n > sizeof out.text - (size_t)out.size) cjax_rt_flush();
  if (n >= sizeof out.text) {
    write_all(stream, text, (int64_t)n);
    return;
  }
  __builtin_memcpy(out.text + out.size, text, n);
  out.size += (int)n;
}

static void put_stdout(void *context, const char *text, size_t n) { put(1, text, n); }
static void put_stderr(void *context, const char *text, size_t n) { put(2, text, n); }
static void put_captured(void *context, const char *text, size_t n) { put(3, text, n); }

Sink output_sink(int32_t stream) {
  return (Sink){stream == 2 || stream == 4 ? put_stderr
                : stream == 3              ? put_captured
                                           : put_stdout,
                0};
}

// After each print: what may not wait goes out.
static void settle(void) {
  if (!out.size) return;
  if (out.stream == 2 || (out.text[out.size - 1] == '\n' && stdout_is_terminal())) cjax_rt_flush();
}

void cjax_rt_print_text(int32_t stream, const char *text, int64_t n) {
  if (!stream) return;
  put(stream, text, (size_t)n);
  settle();
}

void cjax_rt_print_array(int32_t stream, const void *data, int32_t dtype, int32_t rank,
                         const int64_t *shape, const char *style) {
  if (!stream) return;
  Sink sink = output_sink(stream);
  ArrayView a = {data, (Dtype)dtype, rank, shape};
  const char *error = format_array(&sink, &a, style);
  if (error) cjax_rt_fail_at(0, error);
  settle();
}

void cjax_rt_print_choice(int32_t stream, int64_t index, const char *const *table,
                          const int64_t *lengths, int64_t n) {
  if (index >= n) index = n - 1;
  if (index < 0) index = 0;
  if (n > 0) cjax_rt_print_text(stream, table[index], lengths[index]);
}

void cjax_rt_set_where(const char *where) { default_where = where; }

_Noreturn void cjax_rt_exit(int64_t code) {
  cjax_rt_flush();
  if (program_ends) program_ends();
  _exit((int)(code & 0xff));
}

_Noreturn void cjax_rt_fail(const char *block, int64_t n) {
  put(2, block, (size_t)n);
  cjax_rt_exit(1);
}

void cjax_rt_check(int32_t ok, const char *block, int64_t n) {
  if (!ok) cjax_rt_fail(block, n);
}

_Noreturn void cjax_rt_fail_at(const char *where, const char *message) {
  Sink sink = output_sink(2);
  if (!where) where = default_where;
  sink_text(&sink, where ? where : "error: ");
  sink_text(&sink, message);
  sink_text(&sink, where ? where + __builtin_strlen(where) + 1 : "\n");
  cjax_rt_exit(1);
}

_Noreturn void cjax_rt_out_of_range(int64_t line, int64_t index, int64_t size) {
  const char *pieces[] = {"the compiler is wrong: line ", message_int(line), ": index ",
                          message_int(index), " in a dimension of ", message_int(size), 0};
  cjax_rt_fail_at(0, message_join(pieces));
}

// call.c -- a call of a library's function: what it prints, how it ends early, its threads.
//
// A failing check leaves the program by a jump: nothing between the check and cjax_lib_run has
// anything to release.
#include "runtime/library/library.h"

#include <stdbool.h>

#include "runtime/cjax_rt.h"
#include "runtime/format.h"

enum { STDERR = 2, FAILURE = 4 };

//===-- printing: whole lines to the caller ------------------------------------------------===//

static void flush(Context *c) {
  int size = c->size;
  c->size = 0;
  if (size) c->call->print(c->call->sink, c->stream, c->text, (size_t)size);
}

static void put_message(Context *c, const char *text, size_t n) {
  const cjax_call *call = c->call;
  if (!call || !call->message || !call->message_size) return;
  size_t room = call->message_size - 1 - c->message_size;
  if (n > room) n = room;
  __builtin_memcpy(call->message + c->message_size, text, n);
  c->message_size += n;
  call->message[c->message_size] = 0;
}

static void put(Context *c, int stream, const char *text, size_t n) {
  if (stream == FAILURE) {
    put_message(c, text, n);
    return;
  }
  if (!c->call || !c->call->print) return;
  if (stream != c->stream) flush(c);
  c->stream = stream;
  for (; n; text++, n--) {
    bool cut = (unsigned char)*text >= 0xc0 && c->size > (int)sizeof c->text - 4; // in UTF-8
    if (cut) flush(c);
    c->text[c->size++] = *text;
    if (*text == '\n' || c->size == (int)sizeof c->text) flush(c);
  }
}

static void put_stdout(void *c, const char *text, size_t n) { put(c, 1, text, n); }
static void put_stderr(void *c, const char *text, size_t n) { put(c, STDERR, text, n); }
static void put_failure(void *c, const char *text, size_t n) { put(c, FAILURE, text, n); }

void cjax_lib_print_text(int32_t stream, const char *text, int64_t n, Context *c) {
  if (stream) put(c, stream, text, (size_t)n);
}

void cjax_lib_flush(Context *c) { flush(c); }

void cjax_lib_print_array(int32_t stream, const void *data, int32_t dtype, int32_t rank,
                          const int64_t *shape, const char *style, Context *c) {
  if (!stream) return;
  Sink sink = {stream == FAILURE ? put_failure : stream == STDERR ? put_stderr : put_stdout, c};
  ArrayView a = {data, (Dtype)dtype, rank, shape};
  const char *error = format_array(&sink, &a, style);
  if (error) cjax_lib_fail(error, (int64_t)__builtin_strlen(error), c);
}

//===-- ending -----------------------------------------------------------------------------===//

_Noreturn static void leave(Context *c, int32_t status) {
  flush(c);
  c->status = status;
  jump_take(&c->jump);
}

void cjax_lib_exit(int64_t code, Context *c) {
  leave(c, STATUS_EXIT);
}

void cjax_lib_fail(const char *block, int64_t n, Context *c) {
  put_message(c, block, (size_t)n);
  leave(c, STATUS_CHECK);
}

void cjax_lib_check(int32_t ok, const char *block, int64_t n, Context *c) {
  if (!ok) cjax_lib_fail(block, n, c);
}

__attribute__((noinline)) int32_t
cjax_lib_run(void (*body)(const void *args, void *results, void *memory, Context *c),
             const void *args, void *results, void *memory, const cjax_call *call) {
  Context c;
  c.call = call, c.status = 0, c.stream = 0, c.size = 0, c.message_size = 0;
  if (call && call->message && call->message_size) *call->message = 0;
  if (!jump_set(&c.jump)) body(args, results, memory, &c);
  flush(&c);
  return c.status;
}

//===-- threads ----------------------------------------------------------------------------===//

typedef struct Job {
  void (*body)(void *data, int64_t begin, int64_t end);
  void *data;
} Job;

// On a thread of the caller's, whose control bits are its own.
static void run_job(void *data, int64_t begin, int64_t end) {
  const Job *job = data;
  int32_t old = cjax_rt_flush_denormals(1);
  job->body(job->data, begin, end);
  cjax_rt_flush_denormals(old);
}

void cjax_lib_parallel_for(void (*body)(void *data, int64_t begin, int64_t end), void *data,
                           int64_t n, int64_t grain, Context *c) {
  Job job = {body, data};
  if (c->call && c->call->parallel_for)
    c->call->parallel_for(c->call->pool, run_job, &job, n, grain);
  else
    body(data, 0, n);
}

// model.c -- a compiled function as a program: arrays come from .npy files named on the command
// line, parameters from an .npz, and results are printed or written to .npy files.
//
//   PROG x.npy 0.5 [-o PATH] [--params FILE]
//
// An argument `-` is raw bytes of stdin, and the program runs again while there are more; -o -
// writes raw bytes to stdout.
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_INPUTS = 1024 };

static struct Model {
  const char *program, *usage, *out, *params;
  const char *input[MOST_INPUTS];
  int32_t inputs, results;
  Npz archive;
  bool opened;
  int streams;      // arguments that are "-"
  int64_t rows, of; // of the last batch of one stream, when it is not whole: rows and of how many
} model;

static void put(int stream, const char *text) {
  cjax_rt_print_text(stream, text, (int64_t)strlen(text));
}

static void put_usage(int stream) {
  put(stream, "usage: ");
  put(stream, model.program);
  put(stream, model.usage);
}

static _Noreturn void fail(const char *const *pieces) {
  put_usage(2);
  put(2, model.program);
  put(2, ": error: ");
  for (; *pieces; pieces++) put(2, *pieces);
  put(2, "\n");
  cjax_rt_exit(2);
}
#define FAIL(...) fail((const char *const[]){__VA_ARGS__, 0})

// ---- Streams.

static char ahead; // a byte of stdin that was read to see whether there is one
static bool has_ahead;

static int64_t read_some(char *to, int64_t n) {
  ssize_t got;
  while ((got = read(0, to, (size_t)n)) < 0 && errno == EINTR) continue;
  if (got < 0) cjax_rt_fail_at(0, npy_io_error(errno, "stdin"));
  return got;
}

static bool stream_more(void) {
  if (!has_ahead) has_ahead = read_some(&ahead, 1) == 1;
  return has_ahead;
}

// Up to n bytes of stdin; how many there were.
static int64_t stream_read(char *to, int64_t n) {
  int64_t done = 0;
  if (has_ahead && n) to[done++] = ahead, has_ahead = false;
  for (int64_t got = 1; done < n && got; done += got) got = read_some(to + done, n - done);
  return done;
}

// ---- The command line.

// The value of an option: behind "=", or the next argument.
static const char *value_of(const char *text, size_t n, int *i) {
  int64_t size;
  if (text[n] == '=') return text + n + 1;
  if (*i + 1 >= cjax_rt_argc()) FAIL(text, " needs a value");
  return cjax_rt_text_get(cjax_rt_argv(++*i, 0), &size);
}

static bool is_option(const char *text, const char *name) {
  size_t n = strlen(name);
  return !strncmp(text, name, n) && (!text[n] || (text[n] == '=' && n > 2));
}

static void take(const char *text, int *i) {
  bool option = text[0] == '-' && text[1] && !text_is_float(text);
  if (is_option(text, "-h") || is_option(text, "--help")) {
    put_usage(1);
    cjax_rt_exit(0);
  }
  if (!strcmp(text, "-")) model.streams++;
  if (is_option(text, "-o")) model.out = value_of(text, 2, i);
  else if (is_option(text, "--params")) model.params = value_of(text, 8, i);
  else if (option) FAIL("unknown option ", text);
  else if (model.inputs < MOST_INPUTS) model.input[model.inputs++] = text;
}

// Whether stdin has another byte; it is kept for the batch.
static bool next_batch(void) {
  cjax_rt_flush();
  return !model.rows && stream_more();
}

void cjax_rt_open_model(const char *usage, const char *params, int32_t inputs, int32_t results) {
  int64_t size;
  if (model.usage) return; // it runs again
  const char *program = cjax_rt_text_get(cjax_rt_argv(0, 0), &size);
  const char *slash = strrchr(program, '/');
  model.program = slash ? slash + 1 : program;
  model.usage = usage;
  model.params = *params ? params : "/proc/self/exe";
  model.results = results;
  for (int i = 1; i < cjax_rt_argc(); i++) take(cjax_rt_text_get(cjax_rt_argv(i, 0), &size), &i);
  if (model.inputs != inputs)
    FAIL(message_int(inputs), " arguments wanted, got ", message_int(model.inputs));
  if (model.streams && !program_repeats) FAIL("-: the interpreter reads no streams");
  if (model.streams && model.out && strcmp(model.out, "-"))
    FAIL("-: results of a stream go to stdout, with -o - as raw bytes");
  if (model.streams && !stream_more()) cjax_rt_exit(0);
  if (model.streams) program_again = next_batch;
}

// ---- Inputs.

static void store_int(void *out, Dtype dtype, int64_t i, const char *name) {
  int size = dtype_size(dtype);
  bool is_signed = dtype <= DTYPE_I64;
  int64_t high = size == 8 ? INT64_MAX : ((int64_t)1 << (size * 8 - is_signed)) - 1;
  int64_t low = !is_signed ? 0 : size == 8 ? INT64_MIN : -high - 1;
  if (i < low || i > high) FAIL("argument ", name, ": out of range of ", dtype_name(dtype));
  memcpy(out, &i, (size_t)size); // little-endian
}

static void store_number(void *out, Dtype dtype, const char *text, const char *name) {
  double f = text_is_float(text) ? text_to_float(text, 0) : 0;
  float narrow = (float)f;
  if (dtype == DTYPE_F64) memcpy(out, &f, sizeof f);
  else if (dtype == DTYPE_F32) memcpy(out, &narrow, sizeof narrow);
  else if (dtype >= DTYPE_I8 && dtype <= DTYPE_U64 && text_is_int(text))
    store_int(out, dtype, text_to_int(text, 0), name);
  else FAIL("argument ", name, ": a ", dtype_name(dtype), " wanted, got ", message_quote(text));
}

// What a program that runs again has read before, by its place in the order of reading.
typedef struct Kept {
  struct Kept *next;
  const char *name;
  char data[];
} Kept;

static Kept *kept;

static bool recall(const char *name, void *out, int64_t n) {
  for (Kept *k = kept; k; k = k->next)
    if (k->name == name) return memcpy(out, k->data, (size_t)n), true;
  return false;
}

static void keep(const char *name, const void *data, int64_t n) {
  Kept *k = malloc(sizeof *k + (size_t)n);
  if (!k) return; // it is read again
  k->next = kept, k->name = name, kept = k;
  memcpy(k->data, data, (size_t)n);
}

static int64_t bytes_of(Dtype dtype, int32_t rank, const int64_t *shape) {
  int64_t n = dtype_size(dtype);
  for (int i = 0; i < rank; i++) n *= shape[i];
  return n;
}

// A last batch may be shorter where there is one stream of rows: the rest is zero.
static void read_stream(const char *name, const ArrayView *want, char *out) {
  int64_t n = bytes_of(want->dtype, want->rank, want->shape), got = stream_read(out, n);
  int64_t row = want->rank && want->shape[0] ? n / want->shape[0] : n;
  if (got == n) return;
  if (model.streams > 1 || !want->rank || !got || got % row)
    cjax_rt_fail_at(
        0, message_join((const char *[]){"ValueError: stdin ends after ", message_int(got),
                                         " of the ", message_int(n), " bytes of ", name, 0}));
  memset(out + got, 0, (size_t)(n - got));
  model.rows = got / row, model.of = want->shape[0];
}

// Of --params=FILE.safetensors, or of the archive.
static const char *find_param(const char *name, const ArrayView *want, void *out) {
  NpyPart part = {0};
  Safetensors tensors;
  bool is_tensors = safetensors_is(model.params);
  const char *error = is_tensors      ? safetensors_open(&tensors, model.params)
                      : !model.opened ? npz_open(&model.archive, model.params)
                                      : 0;
  if (error) return error;
  model.opened = !is_tensors;
  error = is_tensors ? safetensors_find(&tensors, name, &part)
                     : npz_find(&model.archive, name, &part);
  if (!error) error = npy_part_load(&part, want, out);
  npy_part_release(&part);
  if (is_tensors) safetensors_close(&tensors);
  return error;
}

static void read_param(const char *name, const ArrayView *want, void *out) {
  int64_t n = bytes_of(want->dtype, want->rank, want->shape);
  if (recall(name, out, n)) return;
  const char *error = find_param(name, want, out);
  if (error) cjax_rt_fail_at(0, error);
  if (model.streams) keep(name, out, n);
}

void cjax_rt_model_input(int32_t index, const char *name, int32_t dtype, int32_t rank,
                         const int64_t *shape, void *out) {
  ArrayView want = {0, (Dtype)dtype, rank, shape};
  if (index < 0) {
    read_param(name, &want, out);
    return;
  }
  const char *text = model.input[index];
  if (!strcmp(text, "-")) {
    read_stream(name, &want, out);
    return;
  }
  if (!rank && (text_is_float(text) || text_is_int(text)))
    store_number(out, (Dtype)dtype, text, name);
  else cjax_rt_load_npy(text, dtype, rank, shape, 0, out, 0);
}

// ---- Results.

static bool ends_in_npy(const char *path) {
  size_t n = strlen(path);
  return n > 4 && !strcmp(path + n - 4, ".npy");
}

// The file of a result: PATH itself when it ends in .npy, else NAME.npy in the folder PATH.
static const char *file_of(const char *name) {
  if (ends_in_npy(model.out)) {
    if (model.results != 1)
      FAIL("-o: a folder wanted, for ", message_int(model.results), " results");
    return model.out;
  }
  if (mkdir(model.out, 0777) && errno != EEXIST)
    cjax_rt_fail_at(0, npy_io_error(errno, model.out));
  return message_join((const char *[]){model.out, "/", name, ".npy", 0});
}

void cjax_rt_model_result(int32_t index, const char *name, int32_t dtype, int32_t rank,
                          const int64_t *shape, const void *data) {
  if (model.out && !strcmp(model.out, "-")) {
    int64_t n = bytes_of((Dtype)dtype, rank, shape);
    if (model.rows && rank && shape[0] == model.of) n = n / model.of * model.rows;
    cjax_rt_print_text(1, data, n);
    return;
  }
  if (model.out) {
    cjax_rt_save_npy(file_of(name), dtype, rank, shape, data, 0);
    return;
  }
  if (model.results > 1) {
    put(1, name);
    put(1, rank ? ":\n" : ": ");
  }
  cjax_rt_print_array(1, data, dtype, rank, shape, "str");
  put(1, "\n");
}

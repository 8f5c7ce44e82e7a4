// cjax_rt.h -- what a compiled program calls. Every symbol here is part of the ABI between the
// compiler and libcjaxrt.a; the compiler links the same code natively (cjax_rt_native), without
// main, for the interpreter.
//
// A WHERE argument is the block of a failing check, made by the compiler: two strings, each ended
// by a zero byte, one after the other. The runtime prints the first, then "Type: message", then the
// second, on stderr:
//     "Traceback (most recent call last):\n...\nf.py:3:9: error: [CJ0801] \0\n    n = int(...)\n
//     ^\n\0"
// A null WHERE stands for the one set last by cjax_rt_set_where, or for "error: Type: message\n".
#ifndef CJAX_RUNTIME_CJAX_RT_H
#define CJAX_RUNTIME_CJAX_RT_H

#include <stdint.h>

// ---- What the compiled object defines.

// The program. `arena` is zero-filled and aligned to 64 bytes.
void cjax_main(void *arena);
// Bytes that cjax_main wants at `arena` (an i64 constant).
extern const int64_t cjax_arena_size;

// ---- Printing. stream: 1 is stdout, 2 is stderr, 4 the text of a failing check (stderr here), 0
// is nowhere; what one wrote stands before what the other writes later, as far as both go to the
// same place.

void cjax_rt_print_text(int32_t stream, const char *text, int64_t n);
// dtype: enum Dtype. style: see format.h; a style that fails ends the program with its error.
void cjax_rt_print_array(int32_t stream, const void *data, int32_t dtype, int32_t rank,
                         const int64_t *shape, const char *style);
// table[index], of lengths[index] bytes; an index outside 0..n-1 takes the nearest.
void cjax_rt_print_choice(int32_t stream, int64_t index, const char *const *table,
                          const int64_t *lengths, int64_t n);
void cjax_rt_flush(void);

// ---- Ending the program. Stdout is flushed first.

// Prints a block of n bytes on stderr; exit status 1. For a block with run-time parts: print the
// pieces to stream 4, then fail with none.
_Noreturn void cjax_rt_fail(const char *block, int64_t n);
// The same unless ok is 1: a check that costs the caller no branch.
void cjax_rt_check(int32_t ok, const char *block, int64_t n);
// The WHERE of what follows, for calls without one: before a print whose style may fail ("pct:d").
void cjax_rt_set_where(const char *where);
// Prints WHERE with "Type: message"; exit status 1.
_Noreturn void cjax_rt_fail_at(const char *where, const char *message);
// --checked: an index that is not in [0, size) of what a line of the program became.
_Noreturn void cjax_rt_out_of_range(int64_t line, int64_t index, int64_t size);
// sys.exit(code): the low 8 bits are the status.
_Noreturn void cjax_rt_exit(int64_t code);

// ---- Files.

// Reads the .npy file `path` into `out`, which has room for the shape. The file's dtype and shape
// must be these, and its contents have the hash (npy.h) unless that is 0; anything else fails at
// WHERE.
void cjax_rt_load_npy(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      int64_t hash, void *out, const char *where);
// Writes the array as the .npy file `path`, replacing it. What cannot be written fails at WHERE,
// and no half-written file stays.
void cjax_rt_save_npy(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      const void *data, const char *where);

// The same of a table as text; format: runtime/text_table.h.
void cjax_rt_load_text(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                       int64_t hash, void *out, const char *format, const char *where);
// Writes the array in another format:
//   "npz I N NAME"            array I of the N of an .npz, one call after the other
//   "raw I N TEXT"            the text, then the array's bytes; part I of the N of a file
//   "ten I N TEXT"            the same, with the text's length before the first: .safetensors
//   "append"                  the array's bytes, behind what the file has
//   "text D N H FMT BYTES"    a table of rank 1 or 2, FMT without its % for each element; of BYTES
//                             D are between elements, N after a row, H at the start, the rest at
//                             the end
void cjax_rt_save_as(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                     const void *data, const char *format, const char *where);
// An image of bytes, (height, width) or (height, width, 3 or 4), as PNG; format "png".
void cjax_rt_save_png(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      const void *data, const char *where);

// ---- A compiled function as a program (os/model.c).

// Reads the command line, once. usage: what follows the program's name in its help; params: the
// file of parameters, or empty for the archive at the executable's end.
void cjax_rt_open_model(const char *usage, const char *params, int32_t inputs, int32_t results);
// Input `index`, or for -1 the parameter `name`, which must have this dtype and shape.
void cjax_rt_model_input(int32_t index, const char *name, int32_t dtype, int32_t rank,
                         const int64_t *shape, void *out);
// Result `index`: written where -o says, else printed.
void cjax_rt_model_result(int32_t index, const char *name, int32_t dtype, int32_t rank,
                          const int64_t *shape, const void *data);

// ---- numpy.random (runtime/random).

// name: a distribution, or "seed ..."; counts: dtype of the draws, words of `state` and of `next`,
// rows and columns of the parameters, number of draws, places of `room`, which is for choices.
void cjax_rt_numpy_random(const char *name, const int64_t *counts, const void *state,
                          const void *params, void *next, void *out, void *room);

// ---- Clock. kind: 0 perf_counter, 1 time, 2 monotonic, 3 process_time.

double cjax_rt_clock(int32_t kind);
int64_t cjax_rt_clock_ns(int32_t kind);
void cjax_rt_sleep(double seconds); // time.sleep

// ---- Command line, as sys.argv: 0 is the program, negative counts from the end.

int64_t cjax_rt_argc(void);
int64_t cjax_rt_argv(int64_t k, const char *where); // sys.argv[k], a text
// argparse: parses the command line by these declarations (os/args.c), once; wrong arguments end
// the program with status 2. Then what argument k was: how often it was given, its value.
void cjax_rt_parse_args(const char *declarations);
int64_t cjax_rt_parsed_given(int64_t k);
int64_t cjax_rt_parsed_int(int64_t k); // an int, a flag (--x or --no-x), or a text
double cjax_rt_parsed_float(int64_t k);
// For the interpreter: what main does in a compiled program.
void cjax_rt_set_argv(int64_t argc, char **argv);

// ---- Texts made while running, as ints; 0 is the empty text. They live to the end, or to a release.

// Between these two, prints to stream 3 go into a new text, which the second returns.
void cjax_rt_text_begin(void);
int64_t cjax_rt_text_end(void);
int64_t cjax_rt_text_of(const char *text, int64_t n);
// Its *n bytes of UTF-8, and a zero byte.
const char *cjax_rt_text_get(int64_t text, int64_t *n);
// format(text, spec)
void cjax_rt_print_handle(int32_t stream, int64_t text, const char *spec);
// release frees the texts that are newer than the last mark, but for those kept since the last
// release; mark returns what unmark takes. Functions of a text a; b and c are texts or ints. case: 0 upper, 1 lower, 2 title, 3 capitalize,
// 4 swapcase. strip: of the characters b, at the sides c (1 left, 2 right). file: whether the path
// is 0 there, 1 a folder, 2 a file. slice: from b up to c. compare: -1, 0 or 1. write: to the
// file b, in mode c of text_write. fields: how many parts split(b) finds, at blanks where b is empty,
// at line ends where it is -1; field: part c of them.
#define CJAX_TEXT_FUNCTIONS(X)                                                                     \
  X(length) X(compare) X(find) X(count) X(startswith) X(endswith) X(replace) X(strip) X(case)      \
  X(slice) X(item) X(repeat) X(zfill) X(file) X(isdigit) X(int) X(isint) X(isfloat) X(rfind) \
  X(repr) X(getenv) X(hasenv) X(write) X(fields) X(field) \
  X(mark) X(keep) X(release) X(unmark)
#define X(name) CJAX_TEXT_##name,
typedef enum CjaxTextFunction { CJAX_TEXT_FUNCTIONS(X) CJAX_TEXT_COUNT } CjaxTextFunction;
#undef X
int64_t cjax_rt_text_call(int32_t function, int64_t a, int64_t b, int64_t c, const char *where);
double cjax_rt_text_float(int64_t text, const char *where); // float(text)
// Changes what is at the text `path`; 0. MAKE_ALL: with the folders that lead there. HAVE: the
// same, where it may be there. RENAME: to the text `to`.
typedef enum PathChange {
  PATH_MAKE,
  PATH_MAKE_ALL,
  PATH_HAVE,
  PATH_REMOVE,
  PATH_REMOVE_FOLDER,
  PATH_REMOVE_TREE,
  PATH_RENAME
} PathChange;
int64_t cjax_rt_path_change(int64_t to, int64_t path, int64_t how, const char *where);
// The next line of standard input with its "\n", or all that is left (whole), as a text; at most
// `limit` characters of it unless that is negative. The empty text at the end.
int64_t cjax_rt_read_line(int64_t limit, int64_t whole, const char *where);

// ---- Threads and control bits.

// Calls body(ctx, begin, end) on disjoint ranges that cover 0..n-1, each of about `grain` or more;
// returns when all are done. The ranges may run on any thread: nothing may depend on their borders.
// A call from within a body runs in place.
void cjax_rt_parallel_for(void (*body)(void *ctx, int64_t begin, int64_t end), void *ctx, int64_t n,
                          int64_t grain);
// --profile: the program begins; a site (a line of cjax_profile_sites) begins, ends.
void cjax_rt_profile_start(void);
void cjax_rt_profile_enter(int64_t site);
void cjax_rt_profile_leave(int64_t site);
// CJAX_NUM_THREADS, or the number of CPUs this process may use.
int64_t cjax_rt_num_threads(void);
// Denormals of this thread become zero (on != 0), or are kept, as Python floats need.
// Returns what it was. A program starts with 1.
int32_t cjax_rt_flush_denormals(int32_t on);

#endif

// library.h -- what the functions of a library (--emit=lib) call. Compiled to LLVM bitcode, of
// which each library gets, as internal functions, what it uses.
//
// As in cjax_rt.h, but through the caller: there is no other state than a Context on the stack of
// the call, and no function of the system is called.
#ifndef CJAX_RUNTIME_LIBRARY_LIBRARY_H
#define CJAX_RUNTIME_LIBRARY_LIBRARY_H

#include "runtime/library/jump.h"

#include <stddef.h>
#include <stdint.h>

// As the headers of libraries declare it (lower/library_header.c).
typedef struct cjax_call {
  void *pool;
  void (*parallel_for)(void *pool, void (*body)(void *data, int64_t begin, int64_t end), void *data,
                       int64_t n, int64_t grain);
  void *sink;
  void (*print)(void *sink, int stream, const char *text, size_t size);
  char *message;
  size_t message_size;
} cjax_call;

enum { STATUS_NULL = 1, STATUS_SMALL, STATUS_ALIGN, STATUS_CHECK, STATUS_EXIT, STATUS_ROWS };

typedef struct Context {
  const cjax_call *call; // may be null
  Jump jump;             // out of the program
  int32_t status;
  int stream, size;      // of what is in text: a line that is not complete
  size_t message_size;   // characters in call->message
  char text[240];
} Context;

// Runs body(args, results, memory, context); a status.
int32_t cjax_lib_run(void (*body)(const void *args, void *results, void *memory, Context *c),
                     const void *args, void *results, void *memory, const cjax_call *call);
void cjax_lib_parallel_for(void (*body)(void *data, int64_t begin, int64_t end), void *data,
                           int64_t n, int64_t grain, Context *c);
void cjax_lib_print_text(int32_t stream, const char *text, int64_t n, Context *c);
void cjax_lib_print_array(int32_t stream, const void *data, int32_t dtype, int32_t rank,
                          const int64_t *shape, const char *style, Context *c);
void cjax_lib_check(int32_t ok, const char *block, int64_t n, Context *c);
_Noreturn void cjax_lib_fail(const char *block, int64_t n, Context *c);
_Noreturn void cjax_lib_exit(int64_t code, Context *c);

//===-- functions that choose among entries for several numbers of rows ----------------------===//

typedef struct Batched {
  int64_t at, row; // where its pointer is in the struct, bytes of a row
} Batched;

typedef struct Bucket {
  int64_t rows; // 0 behind the last
  int (*entry)(const void *args, void *results, void *memory, size_t size, const cjax_call *call);
} Bucket;

typedef struct Buckets {
  int64_t workspace, inner; // bytes in all, those for entries
  int64_t args_size, results_size, nargs, nresults;
  const Batched *args, *results;
  const Bucket *buckets;
} Buckets;

// args: an int64_t of rows, then the entries' struct. Calls the entry for the least number of rows
// that is enough; rows that pad are zeros, and results have none of them.
int cjax_lib_buckets(const Buckets *t, const void *args, void *results, void *memory, size_t size,
                     const cjax_call *call);

#endif

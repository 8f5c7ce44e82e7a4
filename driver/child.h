// child.h -- runs a function or another program in a process of its own and keeps what it prints.
#ifndef CJAX_DRIVER_CHILD_H
#define CJAX_DRIVER_CHILD_H

#include "dialect/support/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ChildRun {
  int status;      // of its exit; 128 + N when signal N ended it
  char *out, *err; // with a zero byte behind
  size_t out_size, err_size;
} ChildRun;

typedef int ChildFn(void *ctx);

// Calls fn in a child, whose stdin is empty and whose status is what fn returns; after `seconds` of
// processor time (0: any) it is ended.  False after an error was reported.
bool child_run(Arena *a, ChildFn *fn, void *ctx, unsigned seconds, ChildRun *r);
// The last line of the child's stderr that is not blank; of errors of Python the exception.
const char *child_last_line(Arena *a, const ChildRun *r);

#endif

// watch.h -- `cjaxc run --watch`: again whenever a file changes that the compilation read.
#ifndef CJAX_DRIVER_WATCH_H
#define CJAX_DRIVER_WATCH_H

#include "dialect/support/arena.h"

// Call when everything has been read.  Runs the executable (-1: there is none) in a child, which is
// ended when a file changes; then, or when a file changes after its end, cjaxc starts anew with the
// arguments `again`.  Returns only after an error was reported.
void watch(Arena *a, const char *file, char **argv, int program, char **again);

#endif

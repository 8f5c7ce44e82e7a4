// check.h -- `cjaxc check`: the messages of programs, as JSON or summed up over a folder.
#ifndef CJAX_DRIVER_CHECK_H
#define CJAX_DRIVER_CHECK_H

#include "driver/program.h"

// Stages one program and writes its messages to stdout as JSON. The exit status.
int check_json(Arena *a, Program *p);
// Stages each Python file below `p->file` (a folder or a file) in a process of its own, going on
// after each error, and sums up what is missing. The exit status: 1 when anything is.
int check_all(Arena *a, const Program *p, bool json);

#endif

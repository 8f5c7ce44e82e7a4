// verify.h -- `cjaxc verify`: whether a program prints what it prints under JAX.
#ifndef CJAX_DRIVER_VERIFY_H
#define CJAX_DRIVER_VERIFY_H

#include "driver/child.h"
#include "driver/cli.h"

// Runs the program of o under o->python, and `compiled` (with the context o) in a child.  The exit
// status: 0 when the outputs agree.
int verify_program(Arena *a, Options *o, ChildFn *compiled);

#endif

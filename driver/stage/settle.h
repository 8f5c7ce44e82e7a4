// settle.h -- the message of an exception that leaves a function being staged.
#ifndef CJAX_STAGE_SETTLE_H
#define CJAX_STAGE_SETTLE_H

#include "driver/stage/staging.h"

// Before t is abandoned: the texts of vm->exc, and of what it came from, that
// show values of t no longer need them.
// `parameters`: the arrays outside that t's parameters stand for, or null.
void exc_settle(VM *vm, Trace *t, const Tuple *parameters);

#endif

// triage.h -- `cjaxc check --all`: a program run on behind its errors, and read for what is
// missing.
#ifndef CJAX_STAGE_TRIAGE_H
#define CJAX_STAGE_TRIAGE_H

#include "driver/python/ast.h"
#include "driver/stage/vm.h"

// Runs the statements of a module one by one and reports each that fails.  What such a statement
// would have bound is poisoned: a later use of it ends its own statement without a message.
// False when anything was reported.
bool triage_run(VM *vm, Module *m, Node *tree);
// Reports names of cjax's modules that do not exist and keyword arguments that its functions do not
// take, and constructs that are not compiled, wherever the program's text has them.
void triage_read(VM *vm, Module *m, const Node *tree);
// The name was to be bound by a statement that failed.
bool triage_is_poisoned(VM *vm, Str *name);

#endif

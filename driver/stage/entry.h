// entry.h -- a function of the program as the entry of a library.
#ifndef CJAX_STAGE_ENTRY_H
#define CJAX_STAGE_ENTRY_H

#include "driver/stage/vm.h"

// Stages the main module's function `name` for arguments of the given types as a public function of
// the module, whose symbol goes to *symbol. The signature is that of driver/library/_entry.py. Its
// attributes: cjax.entry, its name; cjax.trees, JSON of how arguments and results are nested; a
// cjax.name for each argument and result. Arrays of the program that the function uses become
// constants. False after an exception or a message.
bool entry_stage(VM *vm, const char *name, const char *signature, const char **symbol);

#endif

// entry.h -- a function of the program as the entry of a library.
#ifndef CJAX_STAGE_ENTRY_H
#define CJAX_STAGE_ENTRY_H

#include "driver/stage/vm.h"

// Stages the main module's function `name` for arguments of the given types as a public function of
// the module, whose symbol goes to *symbol.  signature: "f32[32,8], n=i32[]"; sizes may be named
// ("f32[batch=32,8]"), without a meaning yet.  Arrays of the program that the function uses become
// constants.  False after an exception or a message.
bool entry_stage(VM *vm, const char *name, const char *signature, const char **symbol);

#endif

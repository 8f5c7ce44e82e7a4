// define.h -- the library as the place where ops are defined (dialect/define.h).
#ifndef CJAX_STAGE_DEFINE_H
#define CJAX_STAGE_DEFINE_H

#include "driver/stage/staging.h"

// From now on ops are defined by this machine, which stages their functions.
void define_with(VM *vm);
// For tools without a program: by a machine that is made when the first op asks for it.
void define_alone(void);

#endif

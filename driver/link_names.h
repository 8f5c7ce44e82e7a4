// link_names.h -- the C functions that the files of --link define.
#ifndef CJAX_DRIVER_LINK_NAMES_H
#define CJAX_DRIVER_LINK_NAMES_H

#include "driver/program.h"
#include "lower/lower.h"

// Fills p->symbols.  False after an error was reported.
bool link_names_read(Arena *a, const LowerOptions *o, Program *p);

#endif

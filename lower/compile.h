// compile.h -- parts of a module to objects, on all cores.
#ifndef CJAX_LOWER_COMPILE_H
#define CJAX_LOWER_COMPILE_H

#include "lower/pack.h"
#include "lower/partition.h"
#include "lower/target.h"

typedef struct Compilation {
  int compiled, found, threads; // parts, of them those in the pack; threads that compiled
} Compilation;

// objects[i] becomes parts[i]'s, in the arena `a`; what `pack` (or null) holds is not made again.
Compilation compile_parts(const Part *parts, int n, const Target *t, Pack *pack, Arena *a,
                          PackEntry *objects);

#endif

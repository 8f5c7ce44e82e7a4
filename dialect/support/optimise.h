// optimise.h -- optimisations that can be left out one by one, to find faults and to measure them.
#ifndef CJAX_SUPPORT_OPTIMISE_H
#define CJAX_SUPPORT_OPTIMISE_H

#include <stdbool.h>

typedef enum Optimisation {
#define OPTIMISATION(id, name, text) OPTIMISE_##id,
#include "dialect/support/optimise.def"
#undef OPTIMISATION
  OPTIMISE_COUNT
} Optimisation;

// Whether the program is to be optimised this way: always, unless it was left out before.
bool optimise_by(Optimisation o);
// Of the whole process.  False when there is none of that name.
bool optimise_without(const char *name);

#endif

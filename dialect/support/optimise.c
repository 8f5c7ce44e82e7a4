// optimise.c -- which optimisations are left out: a bit for each.
#include "dialect/support/optimise.h"

#include <string.h>

static const char *const names[] = {
#define OPTIMISATION(id, name, text) name,
#include "dialect/support/optimise.def"
#undef OPTIMISATION
};

static unsigned long left_out;

bool optimise_by(Optimisation o) { return !(left_out >> o & 1); }

bool optimise_without(const char *name) {
  for (int i = 0; i < OPTIMISE_COUNT; i++)
    if (!strcmp(names[i], name)) return left_out |= 1ul << i, true;
  return false;
}

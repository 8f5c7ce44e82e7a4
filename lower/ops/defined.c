// defined.c -- ops that functions of the library define, of any family.
#include "lower/host/host.h"

static bool host_defined(Host *h, const OpCall *c) {
  return lower_error(c, "must be expanded before lowering (pass expand-definitions)");
}

#define DEFINED_OR_LOWERED(name)
#define DEFINED(name) const OpLower lower_##name = {.host = host_defined};
#include "dialect/defined.def"

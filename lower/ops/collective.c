// collective.c -- ops over a named axis: the vmap that binds the name has turned them into others.
#include "lower/lower_op.h"

static bool host_unbound(Host *h, const OpCall *c) {
  return lower_error(c, "no vmap binds the axis name");
}

const OpLower lower_psum = {.host = host_unbound};
const OpLower lower_all_gather = {.host = host_unbound};
const OpLower lower_axis_index = {.host = host_unbound};

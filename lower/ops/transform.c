// transform.c -- transformations are expanded before lowering.
#include "lower/lower_op.h"

static bool host_transform(Host *h, const OpCall *c) {
  return lower_error(c,
                     "transformations must be expanded before lowering (pass expand-transforms)");
}

const OpLower lower_vmap = {.host = host_transform};
const OpLower lower_jvp = {.host = host_transform};
const OpLower lower_vjp = {.host = host_transform};
const OpLower lower_linear_transpose = {.host = host_transform};

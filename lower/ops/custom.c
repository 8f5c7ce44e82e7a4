// custom.c -- calls with rules of their own are plain calls before lowering.
#include "lower/lower_op.h"

static bool host_custom(Host *h, const OpCall *c) {
  return lower_error(c, "must be expanded before lowering (pass expand-transforms)");
}

const OpLower lower_custom_jvp_call = {.host = host_custom};
const OpLower lower_custom_vjp_call = {.host = host_custom};
const OpLower lower_custom_lin = {.host = host_custom};
const OpLower lower_custom_vmap_call = {.host = host_custom};
const OpLower lower_linear_call = {.host = host_custom};

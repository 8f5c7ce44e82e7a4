// marker.c -- ops that compute nothing.
#include "lower/host/host.h"

static bool scalar_same(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = x[0];
  return true;
}

const OpLower lower_stop_gradient = {.scalar = scalar_same, .flags = LOWER_ALIAS | LOWER_UNIFORM};
const OpLower lower_copy = {.scalar = scalar_same, .flags = LOWER_ALIAS | LOWER_UNIFORM};
const OpLower lower_optimization_barrier = {.scalar = scalar_same,
                                            .flags = LOWER_ALIAS | LOWER_UNIFORM};
const OpLower lower_name = {.scalar = scalar_same, .host = host_name};

// create.c -- arrays from nothing.
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

const OpLower lower_constant = {.host = host_constant};

typedef struct Iota {
  const Kernel *k;
  int dim;
} Iota;

static bool iota_element(Build *b, void *ctx, const Val *i) {
  const Iota *t = ctx;
  kernel_write(b, t->k, 0, i, index_as(b, i[t->dim], type_element(t->k->dst[0].type)));
  return true;
}

static bool kernel_iota(Kernel *k, const OpCall *c, Val *out) {
  Iota t = {k, (int)attr_int(c->attrs, "dimension")};
  out[0] = VAL_NONE;
  return emit_nest_parallel(&k->b, type_dims(c->out[0]), 1, iota_element, &t);
}

const OpLower lower_iota = {.kernel = kernel_iota};

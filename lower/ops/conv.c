// conv.c -- the windows of an array, copied; convolution is a contraction of them.
#include "lower/host/host.h"
#include "lower/ops/nest.h"

typedef struct Patches {
  const Kernel *k;
  Dims dims, strides, dilations;
  int position, rank;
} Patches;

static bool patches_element(Build *b, void *ctx, const Val *i) {
  const Patches *p = ctx;
  Val x[MAX_RANK];
  for (int d = 0; d < p->rank; d++)
    x[d] = i[d < p->position ? d : d + p->dims.n];
  for (int n = 0; n < p->dims.n; n++) {
    int64_t d = p->dims.d[n];
    Val off = index_mul(b, i[p->position + n], p->dilations.d[n]);
    Val at = index_mul(b, x[d], p->strides.d[n]);
    x[d] = emit_add(b, at, off);
  }
  kernel_write(b, p->k, 0, i, kernel_read(b, p->k, 0, x));
  return true;
}

static bool kernel_patches(Kernel *k, const OpCall *c, Val *out) {
  Patches p = {k,
               attr_dims(c->attrs, "dimensions"),
               attr_dims(c->attrs, "strides"),
               attr_dims(c->attrs, "dilations"),
               (int)attr_int(c->attrs, "position"),
               type_rank(k->in[0].type)};
  out[0] = VAL_NONE;
  return emit_nest_parallel(&k->b, type_dims(c->out[0]), 1, patches_element, &p);
}
const OpLower lower_patches = {.kernel = kernel_patches, .flags = LOWER_UNIFORM};

static bool host_expanded(Host *h, const OpCall *c) {
  return lower_error(c, "must be expanded before lowering (pass expand-ops)");
}
const OpLower lower_conv_general_dilated = {.host = host_expanded};

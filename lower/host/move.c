// move.c -- data movement among scalars: which operand's element each element of a result is.
//
// For arrays of few elements; a slice or a concatenation of scalars in registers is no code at all.
#include <string.h>

#include "lower/host/host.h"

// The source of element `at` of result i: an operand, and `from` there.
typedef struct Source {
  int operand;
  int64_t from[MAX_RANK];
} Source;
typedef void MoveFn(const OpCall *c, int i, const int64_t *at, Source *s);

static void move_broadcast_in_dim(const OpCall *c, int i, const int64_t *at, Source *s) {
  Dims x = val_dims(c->in[0]), dims = attr_dims(c->attrs, "broadcast_dimensions");
  for (int k = 0; k < x.n; k++)
    s->from[k] = x.d[k] == 1 ? 0 : at[dims.d[k]];
}

static void move_transpose(const OpCall *c, int i, const int64_t *at, Source *s) {
  Dims perm = attr_dims(c->attrs, "permutation");
  for (int k = 0; k < perm.n; k++)
    s->from[perm.d[k]] = at[k];
}

static void move_slice(const OpCall *c, int i, const int64_t *at, Source *s) {
  Dims start = attr_dims(c->attrs, "start_indices"), step = attr_dims(c->attrs, "strides");
  for (int k = 0; k < start.n; k++)
    s->from[k] = start.d[k] + at[k] * (step.n ? step.d[k] : 1);
}

static void move_rev(const OpCall *c, int i, const int64_t *at, Source *s) {
  Dims x = val_dims(c->in[0]), dims = attr_dims(c->attrs, "dimensions");
  for (int k = 0; k < x.n; k++)
    s->from[k] = dims_has(dims, k) ? x.d[k] - 1 - at[k] : at[k];
}

static void move_concatenate(const OpCall *c, int i, const int64_t *at, Source *s) {
  int64_t axis = attr_int(c->attrs, "dimension"), k = at[axis];
  memcpy(s->from, at, sizeof *at * (size_t)type_rank(c->out[0]));
  while (k >= val_dims(c->in[s->operand]).d[axis])
    k -= val_dims(c->in[s->operand++]).d[axis];
  s->from[axis] = k;
}

static void move_split(const OpCall *c, int i, const int64_t *at, Source *s) {
  Dims sizes = attr_dims(c->attrs, "sizes");
  int64_t axis = attr_int(c->attrs, "axis");
  memcpy(s->from, at, sizeof *at * (size_t)type_rank(c->out[0]));
  for (int k = 0; k < i; k++)
    s->from[axis] += sizes.d[k];
}

static MoveFn *const moves[OP_COUNT] = {
    [OP_BROADCAST_IN_DIM] = move_broadcast_in_dim,
    [OP_TRANSPOSE] = move_transpose,
    [OP_SLICE] = move_slice,
    [OP_REV] = move_rev,
    [OP_CONCATENATE] = move_concatenate,
    [OP_SPLIT] = move_split,
};

static int64_t flat_index(Dims d, const int64_t *at) {
  int64_t k = 0;
  for (int i = 0; i < d.n; i++)
    k = k * d.d[i] + at[i];
  return k;
}

static void next_index(Dims d, int64_t *at) {
  for (int i = d.n; i-- > 0;) {
    if (++at[i] < d.d[i]) return;
    at[i] = 0;
  }
}

bool host_move(Host *h, const OpCall *c) {
  Arena *a = h->b.arena;
  if (!moves[c->kind]) return false;
  for (int i = 0; i < c->nin; i++)
    if (!type_is_tiny(mlirValueGetType(c->in[i]))) return false;
  for (int i = 0; i < c->nout; i++)
    if (!type_is_tiny(c->out[i])) return false;
  const Val **x = ARENA_ARRAY(a, const Val *, c->nin);
  for (int i = 0; i < c->nin; i++)
    x[i] = place_load(h, host_place(h, c->in[i]));
  for (int i = 0; i < c->nout; i++) {
    Dims d = type_dims(c->out[i]);
    Val y[TINY];
    int64_t at[MAX_RANK] = {0};
    for (int64_t k = 0; k < type_count(c->out[i]); k++, next_index(d, at)) {
      Source s = {0};
      moves[c->kind](c, i, at, &s);
      y[k] = x[s.operand][flat_index(val_dims(c->in[s.operand]), s.from)];
    }
    host_bind(h, op_result(c->op, i), place_scalars(h, c->out[i], y));
  }
  return true;
}

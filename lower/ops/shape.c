// shape.c -- the same elements in another order or place: loops that read and write at computed
// indices.
#include <string.h>

#include "lower/ops/nest.h"

const OpLower lower_reshape = {.flags = LOWER_ALIAS | LOWER_UNIFORM};
const OpLower lower_squeeze = {.flags = LOWER_ALIAS | LOWER_UNIFORM};

// A kernel whose element y[i] is x[index(i)].
typedef void IndexFn(Build *b, const OpCall *c, const Val *i, Val *j);
typedef struct Move {
  const Kernel *k;
  const OpCall *c;
  IndexFn *index;
} Move;

static bool move_element(Build *b, void *ctx, const Val *i) {
  const Move *m = ctx;
  Val j[MAX_RANK];
  m->index(b, m->c, i, j);
  kernel_write(b, m->k, 0, i, kernel_read(b, m->k, 0, j));
  return true;
}

static bool kernel_move(Kernel *k, const OpCall *c, Val *out, IndexFn *index) {
  Move m = {k, c, index};
  out[0] = VAL_NONE;
  return emit_nest_parallel(&k->b, type_dims(c->out[0]), 1, move_element, &m);
}

//===-- broadcast, reverse --------------------------------------------------------------===//

static void index_broadcast(Build *b, const OpCall *c, const Val *i, Val *j) {
  Dims from = val_dims(c->in[0]), dims = attr_dims(c->attrs, "broadcast_dimensions");
  Dims to = type_dims(c->out[0]);
  for (int n = 0; n < from.n; n++)
    j[n] = from.d[n] == to.d[dims.d[n]] ? i[dims.d[n]] : emit_index(b, 0);
}
static bool kernel_broadcast(Kernel *k, const OpCall *c, Val *out) {
  return kernel_move(k, c, out, index_broadcast);
}
const OpLower lower_broadcast_in_dim = {.kernel = kernel_broadcast,
                                        .flags = LOWER_ALIAS | LOWER_UNIFORM};

static void index_rev(Build *b, const OpCall *c, const Val *i, Val *j) {
  Dims d = type_dims(c->out[0]), rev = attr_dims(c->attrs, "dimensions");
  for (int n = 0; n < d.n; n++)
    j[n] = i[n];
  for (int n = 0; n < rev.n; n++) {
    Val last = emit_index(b, d.d[rev.d[n]] - 1);
    j[rev.d[n]] = emit_sub(b, last, i[rev.d[n]]);
  }
}
static bool kernel_rev(Kernel *k, const OpCall *c, Val *out) {
  return kernel_move(k, c, out, index_rev);
}
const OpLower lower_rev = {.kernel = kernel_rev, .flags = LOWER_UNIFORM};

//===-- concatenate, split ----------------------------------------------------------------===//

typedef struct Part {
  const Kernel *k;
  int in, out, axis;
  int64_t from, to; // offsets along axis
} Part;

static bool part_element(Build *b, void *ctx, const Val *i) {
  const Part *p = ctx;
  int rank = type_rank(p->k->dst[p->out].type);
  Val x[MAX_RANK], y[MAX_RANK];
  for (int n = 0; n < rank; n++)
    x[n] = y[n] = i[n];
  x[p->axis] = index_add(b, i[p->axis], p->from);
  y[p->axis] = index_add(b, i[p->axis], p->to);
  kernel_write(b, p->k, p->out, y, kernel_read(b, p->k, p->in, x));
  return true;
}

enum { FEW = 16 }; // elements of a row that are copied without a loop

// All that lies in one row of the result: the elements of each part, one after the other.
static bool row_of_parts(Build *b, void *ctx, const Val *i) {
  Part *p = ctx;
  Val at[MAX_RANK];
  memcpy(at, i, sizeof *at * (size_t)p->axis);
  p->to = 0;
  for (p->in = 0; p->in < p->k->nin; p->in++) {
    Dims d = type_dims(p->k->in[p->in].type), inner = {0};
    for (int n = p->axis; n < d.n; n++)
      inner.d[inner.n++] = d.d[n];
    for (int64_t e = 0; e < dims_product(inner); e++) {
      int64_t rest = e;
      for (int n = d.n - 1; n >= p->axis; rest /= d.d[n--])
        at[n] = emit_index(b, rest % d.d[n]);
      if (!part_element(b, p, at)) return false;
    }
    p->to += d.d[p->axis];
  }
  return true;
}

static bool kernel_concatenate(Kernel *k, const OpCall *c, Val *out) {
  Dims rows = type_dims(c->out[0]);
  int64_t all = dims_product(rows);
  Part p = {k, 0, 0, (int)attr_int(c->attrs, "dimension"), 0, 0};
  rows.n = p.axis;
  int64_t count = dims_product(rows);
  if (count > 1 && all <= FEW * count) {
    out[0] = VAL_NONE;
    return emit_nest_parallel(&k->b, rows, all / count, row_of_parts, &p);
  }
  for (p.in = 0; p.in < c->nin; p.in++) {
    Dims d = val_dims(c->in[p.in]);
    if (!emit_nest_parallel(&k->b, d, 1, part_element, &p)) return false;
    p.to += d.d[p.axis];
  }
  out[0] = VAL_NONE;
  return true;
}
const OpLower lower_concatenate = {.kernel = kernel_concatenate};

static bool kernel_split(Kernel *k, const OpCall *c, Val *out) {
  Part p = {k, 0, 0, (int)attr_int(c->attrs, "axis"), 0, 0};
  for (p.out = 0; p.out < c->nout; p.out++) {
    Dims d = type_dims(c->out[p.out]);
    out[p.out] = VAL_NONE;
    if (!emit_nest_parallel(&k->b, d, 1, part_element, &p)) return false;
    p.from += d.d[p.axis];
  }
  return true;
}
const OpLower lower_split = {.kernel = kernel_split, .flags = LOWER_UNIFORM};

//===-- pad -----------------------------------------------------------------------------------===//

typedef struct Padding {
  const Kernel *k;
  Dims low, step, first; // x[first + i] goes to y[low + (first + i) step]
} Padding;

static bool pad_fill(Build *b, void *ctx, const Val *i) {
  const Padding *p = ctx;
  kernel_write(b, p->k, 0, i, kernel_read(b, p->k, 1, NULL));
  return true;
}

static bool pad_element(Build *b, void *ctx, const Val *i) {
  const Padding *p = ctx;
  Val x[MAX_RANK], y[MAX_RANK];
  for (int n = 0; n < p->low.n; n++) {
    x[n] = index_add(b, i[n], p->first.d[n]);
    y[n] = index_add(b, index_mul(b, x[n], p->step.d[n]), p->low.d[n]);
  }
  kernel_write(b, p->k, 0, y, kernel_read(b, p->k, 0, x));
  return true;
}

// Only the elements of x that land inside y.
static bool kernel_pad(Kernel *k, const OpCall *c, Val *out) {
  Dims from = val_dims(c->in[0]), to = type_dims(c->out[0]), count = from;
  Padding p = {k, attr_dims(c->attrs, "low"), attr_dims(c->attrs, "interior"), from};
  bool some = true;
  for (int n = 0; n < from.n; n++) {
    int64_t step = ++p.step.d[n], low = p.low.d[n];
    int64_t first = low < 0 ? (-low + step - 1) / step : 0;
    int64_t end = to.d[n] - 1 - low < 0 ? 0 : (to.d[n] - 1 - low) / step + 1;
    if (end > from.d[n]) end = from.d[n];
    p.first.d[n] = first;
    count.d[n] = end - first;
    some &= end > first;
  }
  out[0] = VAL_NONE;
  if (!emit_nest_parallel(&k->b, to, 1, pad_fill, &p)) return false;
  return !some || emit_nest_parallel(&k->b, count, 1, pad_element, &p);
}
const OpLower lower_pad = {.kernel = kernel_pad};

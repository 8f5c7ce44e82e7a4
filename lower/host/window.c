// window.c -- parts of an array that lie in one piece: a slice, row or piece of a split is its
// operand's memory.
#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/host/host.h"

// Is a window of sizes w in an array of sizes d one piece of memory?  Ones, then any size, then
// whole dimensions.
static bool is_one_piece(Dims d, Dims w) {
  int i = 0;
  while (i < d.n && w.d[i] == 1)
    i++;
  for (i++; i < d.n; i++)
    if (w.d[i] != d.d[i]) return false;
  return true;
}

// Bytes from one element to the next along each dimension.
static Dims steps_of(MlirType t) {
  Dims d = type_dims(t), s = d;
  int64_t step = element_bits(type_storage(type_element(t))) / 8;
  for (int i = d.n; i-- > 0; step *= d.d[i])
    s.d[i] = step;
  return s;
}

static void bind_part(Host *h, const OpCall *c, int i, const Place *x, Val offset) {
  if (!val_is_none(x->offset)) offset = emit_add(&h->b, x->offset, offset);
  host_bind(h, op_result(c->op, i), place_buffer(h, c->out[i], x->buf, offset));
}

static bool window_slice(Host *h, const OpCall *c, const Place *x) {
  Dims d = type_dims(x->type), w = type_dims(c->out[0]), steps = steps_of(x->type);
  Dims start = attr_dims(c->attrs, "start_indices"), by = attr_dims(c->attrs, "strides");
  int64_t at = 0;
  for (int i = 0; i < d.n; i++) {
    if (by.n && by.d[i] != 1 && w.d[i] != 1) return false;
    at += start.d[i] * steps.d[i];
  }
  if (!is_one_piece(d, w)) return false;
  return bind_part(h, c, 0, x, emit_index(&h->b, at)), true;
}

// A start index made to fit, as index.
static Val clamp_start(Host *h, Val v, int64_t most) {
  Build *b = &h->b;
  Val s = host_place(h, v)->s[0];
  MlirType t = mlirValueGetType(s);
  Val last = emit_int(b, t, most);
  if (element_is_unsigned(val_element(v)))
    return emit1(b, "arith.index_castui", emit_bin(b, "arith.minui", s, last), type_index(b));
  Val low = emit_bin(b, "arith.maxsi", s, emit_int(b, t, 0));
  return emit_index_cast(b, emit_bin(b, "arith.minsi", low, last), type_index(b));
}

static bool window_dynamic_slice(Host *h, const OpCall *c, const Place *x) {
  Build *b = &h->b;
  Dims d = type_dims(x->type), w = type_dims(c->out[0]), steps = steps_of(x->type);
  if (!is_one_piece(d, w)) return false;
  for (int i = 0; i < d.n; i++) // clamping in a narrow type
    if (d.d[i] > 127 && element_bits(val_element(c->in[i + 1])) < 32) return false;
  Val at = emit_index(b, 0);
  for (int i = 0; i < d.n; i++) {
    if (d.d[i] == w.d[i]) continue;
    Val start = clamp_start(h, c->in[i + 1], d.d[i] - w.d[i]);
    at = emit_add(b, at, emit_mul(b, start, emit_index(b, steps.d[i])));
  }
  return bind_part(h, c, 0, x, at), true;
}

static bool window_split(Host *h, const OpCall *c, const Place *x) {
  Dims d = type_dims(x->type), steps = steps_of(x->type);
  int64_t axis = attr_int(c->attrs, "axis"), at = 0;
  for (int i = 0; i < c->nout; i++)
    if (!is_one_piece(d, type_dims(c->out[i]))) return false;
  for (int i = 0; i < c->nout; i++) {
    bind_part(h, c, i, x, emit_index(&h->b, at * steps.d[axis]));
    at += type_dims(c->out[i]).d[axis];
  }
  return true;
}

// Only dimensions of size 1 move.
static bool window_transpose(Host *h, const OpCall *c, const Place *x) {
  Dims d = type_dims(x->type), perm = attr_dims(c->attrs, "permutation");
  int64_t before = -1;
  for (int i = 0; i < d.n; i++) {
    if (d.d[perm.d[i]] == 1) continue;
    if (perm.d[i] < before) return false;
    before = perm.d[i];
  }
  return host_bind(h, op_result(c->op, 0), place_as(h, x, c->out[0])), true;
}

typedef bool WindowFn(Host *h, const OpCall *c, const Place *x);
static WindowFn *const windows[OP_COUNT] = {
    [OP_SLICE] = window_slice,
    [OP_DYNAMIC_SLICE] = window_dynamic_slice,
    [OP_SPLIT] = window_split,
    [OP_TRANSPOSE] = window_transpose,
};

bool host_window(Host *h, const OpCall *c) {
  if (!windows[c->kind] || !optimise_by(OPTIMISE_VIEWS)) return false;
  const Place *x = host_place(h, c->in[0]);
  return x->kind == PLACE_BUFFER && windows[c->kind](h, c, x);
}

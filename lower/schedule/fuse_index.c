// fuse_index.c -- ops of kernels that only move elements: their elements are others', by index.
//
// The index of the innermost loop is not known as a value until the loop is open: fuse_inner stands
// for it, with what slices add.  A concatenation along the last axis cuts the innermost loop into
// pieces, in each of which it is one of its operands; along another axis it is a choice between two
// indices, made once per row.
#include <string.h>

#include "lower/ops/nest.h"
#include "lower/schedule/fuse.h"

// An odd number in place of an address.
Val fuse_inner(int64_t offset) { return (Val){(void *)(intptr_t)(offset * 2 + 1)}; }

bool fuse_is_inner(Val i) { return (intptr_t)i.ptr & 1; }

static int64_t inner_offset(Val i) { return ((intptr_t)i.ptr - 1) / 2; }

Val fuse_index(const Fuse *f, Build *b, Val i) { return index_add(b, f->iv, inner_offset(i)); }

//===-- broadcasts and slices ----------------------------------------------------------------===//

static void broadcast_indices(const Fuse *f, const OpCall *c, const Val *idx, Val *inner) {
  Dims dims = attr_dims(c->attrs, "broadcast_dimensions"), from = val_dims(c->in[0]);
  Dims to = type_dims(c->out[0]);
  for (int i = 0; i < from.n; i++)
    inner[i] = from.d[i] == to.d[dims.d[i]] ? idx[dims.d[i]] : VAL_NONE;
}

static Val slice_index(Build *b, Val i, int64_t start, int64_t stride) {
  if (fuse_is_inner(i)) return fuse_inner(inner_offset(i) + start);
  Val at = val_is_none(i) ? emit_index(b, 0) : i;
  return index_add(b, index_mul(b, at, stride), start);
}

static void slice_indices(Build *b, const OpCall *c, const Val *idx, Val *inner) {
  Dims start = attr_dims(c->attrs, "start_indices"), stride = attr_dims(c->attrs, "strides");
  for (int i = 0; i < start.n; i++)
    inner[i] = slice_index(b, idx[i], start.d[i], stride.d[i]);
}

bool fuse_is_moved(const OpCall *c) {
  return c->kind == OP_BROADCAST_IN_DIM || c->kind == OP_SLICE;
}

void fuse_moved(const Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *inner) {
  if (c->kind == OP_SLICE)
    slice_indices(b, c, idx, inner);
  else
    broadcast_indices(f, c, idx, inner);
}

//===-- concatenations -----------------------------------------------------------------------===//

bool fuse_concatenate(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y) {
  int d = (int)attr_int(c->attrs, "dimension"), rank = type_rank(c->out[0]);
  int64_t border = val_dims(c->in[0]).d[d];
  Val at[MAX_RANK];
  memcpy(at, idx, sizeof *at * (size_t)rank);
  if (fuse_is_inner(idx[d])) {
    int k = f->from + inner_offset(idx[d]) >= border;
    at[d] = fuse_inner(inner_offset(idx[d]) - (k ? border : 0));
    return fuse_eval(f, b, c->in[k], at, y);
  }
  const OpCall *x = fuse_node(f, c->in[0])->c, *z = fuse_node(f, c->in[1])->c;
  Dims p = attr_dims(x->attrs, "start_indices"), q = attr_dims(z->attrs, "start_indices");
  Val i = val_is_none(idx[d]) ? emit_index(b, 0) : idx[d];
  Val low = index_add(b, i, p.d[d]), high = index_add(b, i, q.d[d] - border);
  at[d] = emit_select(b, emit_cmp(b, "slt", i, emit_index(b, border)), low, high);
  for (int k = 0; k < rank; k++)
    if (k != d) at[k] = slice_index(b, at[k], p.d[k], 1);
  return fuse_eval(f, b, x->in[0], at, y);
}

// The element at idx where that is inside, else the padding.  What lies outside by an index other
// than the innermost is read at 0.
bool fuse_pad(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y) {
  Dims low = attr_dims(c->attrs, "low"), high = attr_dims(c->attrs, "high");
  Dims x = val_dims(c->in[0]);
  Val at[MAX_RANK], inside = VAL_NONE, padding;
  if (!fuse_eval(f, b, c->in[1], NULL, &padding)) return false;
  for (int d = 0; d < x.n; d++) {
    at[d] = idx[d];
    if (!low.d[d] && !high.d[d]) continue;
    if (fuse_is_inner(idx[d])) {
      int64_t first = f->from + inner_offset(idx[d]) - low.d[d];
      if (first < 0 || first >= x.d[d]) return *y = padding, true;
      at[d] = fuse_inner(inner_offset(idx[d]) - low.d[d]);
      continue;
    }
    Val i = slice_index(b, idx[d], -low.d[d], 1);
    Val in = emit_cmp(b, "ult", i, emit_index(b, x.d[d]));
    at[d] = emit_select(b, in, i, emit_index(b, 0));
    inside = val_is_none(inside) ? in : emit_bin(b, "arith.andi", inside, in);
  }
  if (!fuse_eval(f, b, c->in[0], at, y)) return false;
  if (val_is_none(inside)) return true;
  if (mlirTypeIsAVector(mlirValueGetType(*y))) {
    padding = fuse_widen(f, b, padding);
    inside = fuse_widen(f, b, inside); // of a scalar LLVM makes a branch
  }
  *y = emit_select(b, inside, *y, padding);
  return true;
}

//===-- where the loop is cut ----------------------------------------------------------------===//

static void cuts_add(Fuse *f, Cuts *cuts, int64_t at, int64_t n) {
  uint32_t i = 0;
  if (at <= 0 || at >= n) return;
  while (i < cuts->n && cuts->data[i] < at) i++;
  if (i < cuts->n && cuts->data[i] == at) return;
  VEC_PUSH(f->arena, *cuts, at);
  for (uint32_t k = cuts->n - 1; k > i; k--) cuts->data[k] = cuts->data[k - 1];
  cuts->data[i] = at;
}

// How the last axis of the operand moves; false: it is not the last axis of the result.
static bool moves_last(const OpCall *c, int64_t *offset) {
  Dims x = val_dims(c->in[0]), y = type_dims(c->out[0]);
  if (c->kind == OP_SLICE) return *offset += attr_dims(c->attrs, "start_indices").d[x.n - 1], true;
  return x.n && attr_dims(c->attrs, "broadcast_dimensions").d[x.n - 1] == y.n - 1 &&
         x.d[x.n - 1] == y.d[y.n - 1];
}

static void find_cuts(Fuse *f, Val v, int64_t offset, int64_t n, Cuts *cuts) {
  Node *at = fuse_node(f, v);
  if (!at->c || !type_rank(at->type)) return;
  if (at->cut_search == f->search && at->cut_offset == offset) return;
  at->cut_search = f->search, at->cut_offset = offset;
  if (fuse_is_moved(at->c) && !moves_last(at->c, &offset)) return;
  int64_t next = offset; // of the second operand
  if (at->c->kind == OP_PAD || at->c->kind == OP_CONCATENATE) {
    int last = type_rank(at->type) - 1;
    int64_t size = val_dims(at->c->in[0]).d[last];
    if (at->c->kind == OP_PAD) {
      offset -= attr_dims(at->c->attrs, "low").d[last];
      cuts_add(f, cuts, -offset, n);
      cuts_add(f, cuts, size - offset, n);
    } else if (attr_int(at->c->attrs, "dimension") == last) {
      cuts_add(f, cuts, size - offset, n);
      next -= size;
    }
  }
  bool second = at->c->kind == OP_CONCATENATE;
  for (int i = 0; i < at->c->nin; i++)
    find_cuts(f, at->c->in[i], i && second ? next : offset, n, cuts);
}

void fuse_cuts(Fuse *f, Val v, int64_t n, Cuts *cuts) {
  f->search++;
  find_cuts(f, v, 0, n, cuts);
}

// fuse_index.c -- ops of kernels that only move elements: their elements are others', by index.
//
// The index of the innermost loop is not known as a value until the loop is open: fuse_inner stands
// for it, with what slices add.  A concatenation along the last axis cuts the innermost loop into
// pieces, in each of which it is one of its operands; along another axis it is a choice between two
// indices, made once per row.  Paddings and updates of windows cut it likewise; by the other axes,
// rows that are inside of all of them have a loop without masks.
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/transforms/lanes.h"
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

// The operand that most of the result is.
static int longer_operand(const OpCall *c) {
  int64_t d = attr_int(c->attrs, "dimension");
  return val_dims(c->in[1]).d[d] > val_dims(c->in[0]).d[d];
}

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
  if (f->inside) {
    int k = longer_operand(c);
    at[d] = index_add(b, i, k ? -border : 0);
    return fuse_eval(f, b, c->in[k], at, y);
  }
  Val low = index_add(b, i, p.d[d]), high = index_add(b, i, q.d[d] - border);
  at[d] = emit_select(b, emit_cmp(b, "slt", i, emit_index(b, border)), low, high);
  for (int k = 0; k < rank; k++)
    if (k != d) at[k] = slice_index(b, at[k], p.d[k], 1);
  return fuse_eval(f, b, x->in[0], at, y);
}

//===-- borders and windows --------------------------------------------------------------===//

// Where an array lies in the larger result of a padding or of an update.
typedef struct Window {
  Dims low, size;
  bool whole[MAX_RANK]; // it is all of that dimension
} Window;

static Window window_of(const OpCall *c) {
  bool pad = c->kind == OP_PAD;
  Dims all = type_dims(c->out[0]);
  Window w = {.size = val_dims(c->in[pad ? 0 : 1])};
  w.low = pad ? attr_dims(c->attrs, "low") : w.size;
  for (int d = 0; d < all.n; d++) {
    double start = 0;
    int64_t most = all.d[d] - w.size.d[d];
    if (!pad && !constant_splat(c->in[2 + d], &start)) BUG("an update at an index in a kernel");
    if (!pad) w.low.d[d] = start < 0 ? 0 : start > (double)most ? most : (int64_t)start;
    w.whole[d] = !w.low.d[d] && w.size.d[d] == all.d[d];
  }
  return w;
}

// Of idx in the result the index in the array, and whether it is inside (none: it is).  False: it
// is not, by the innermost index.  What lies outside by another is read at 0, except where `f` says
// that nothing is.
static bool window_index(const Fuse *f, Build *b, const Window *w, const Val *idx, Val *at,
                         Val *inside) {
  *inside = VAL_NONE;
  for (int d = 0; d < w->size.n; d++) {
    at[d] = idx[d];
    if (w->whole[d]) continue;
    if (fuse_is_inner(idx[d])) {
      int64_t first = f->from + inner_offset(idx[d]) - w->low.d[d];
      if (first < 0 || first >= w->size.d[d]) return false;
      at[d] = fuse_inner(inner_offset(idx[d]) - w->low.d[d]);
      continue;
    }
    Val i = slice_index(b, idx[d], -w->low.d[d], 1);
    at[d] = i;
    if (f->inside) continue;
    Val in = emit_cmp(b, "ult", i, emit_index(b, w->size.d[d]));
    at[d] = emit_select(b, in, i, emit_index(b, 0));
    *inside = val_is_none(*inside) ? in : emit_bin(b, "arith.andi", *inside, in);
  }
  return true;
}

// y where it is inside, else the other.
static Val choose(Fuse *f, Build *b, Val inside, Val y, Val other) {
  if (val_is_none(inside)) return y;
  if (mlirTypeIsAVector(mlirValueGetType(y)) || mlirTypeIsAVector(mlirValueGetType(other))) {
    y = fuse_widen(f, b, y), other = fuse_widen(f, b, other);
    inside = fuse_widen(f, b, inside); // of a scalar LLVM makes a branch
  }
  return emit_select(b, inside, y, other);
}

bool fuse_pad(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y) {
  Window w = window_of(c);
  Val at[MAX_RANK], inside, padding;
  if (!fuse_eval(f, b, c->in[1], NULL, &padding)) return false;
  if (!window_index(f, b, &w, idx, at, &inside)) return *y = padding, true;
  if (!fuse_eval(f, b, c->in[0], at, y)) return false;
  *y = choose(f, b, inside, *y, padding);
  return true;
}

bool fuse_update(Fuse *f, Build *b, const OpCall *c, const Val *idx, Val *y) {
  Window w = window_of(c);
  Val at[MAX_RANK], inside, old;
  if (!window_index(f, b, &w, idx, at, &inside)) return fuse_eval(f, b, c->in[0], idx, y);
  if (!fuse_eval(f, b, c->in[1], at, y)) return false;
  if (val_is_none(inside)) return true;
  if (!fuse_eval(f, b, c->in[0], idx, &old)) return false;
  *y = choose(f, b, inside, *y, old);
  return true;
}

bool fuse_in_pieces(OpKind k) {
  return k == OP_CONCATENATE || k == OP_PAD || k == OP_DYNAMIC_UPDATE_SLICE;
}

static Val both(Build *b, Val x, Val y) {
  return val_is_none(x) ? y : emit_bin(b, "arith.andi", x, y);
}

// Of the concatenation c at idx: whether the row comes of the longer operand, and indices in it.
static void row_longer(Build *b, const OpCall *c, const Val *idx, Val *at, Val *inside) {
  int64_t d = attr_int(c->attrs, "dimension"), border = val_dims(c->in[0]).d[d];
  int k = longer_operand(c);
  memcpy(at, idx, sizeof *at * (size_t)type_rank(c->out[0]));
  if (fuse_is_inner(idx[d])) return;
  Val i = val_is_none(idx[d]) ? emit_index(b, 0) : idx[d];
  *inside = both(b, *inside, emit_cmp(b, k ? "uge" : "ult", i, emit_index(b, border)));
  at[d] = index_add(b, i, k ? -border : 0);
}

// Of the window of c at idx: whether the row is inside, and the indices in it.
static void row_inside(Build *b, const OpCall *c, const Val *idx, Val *at, Val *inside) {
  Window w = window_of(c);
  for (int d = 0; d < w.size.n; d++) {
    at[d] = idx[d];
    if (w.whole[d]) continue;
    at[d] = slice_index(b, idx[d], -w.low.d[d], 1);
    if (fuse_is_inner(idx[d])) continue;
    *inside = both(b, *inside, emit_cmp(b, "ult", at[d], emit_index(b, w.size.d[d])));
  }
}

bool fuse_rows_inside(Fuse *f, Build *b, Val v, const Val *idx, bool rolls, Val *inside) {
  Node *n = fuse_node(f, v);
  const OpCall *c = n->c;
  if (!c || !type_rank(n->type) || (n->stage >= 0 && f->done[n->stage])) return true;
  if (fuse_seen(f, n, idx)) return true;
  bool roll = c->kind == OP_CONCATENATE;
  if ((roll && !rolls) || lanes_is_loop(c->kind)) return false;
  Val at[MAX_RANK];
  bool update = c->kind == OP_DYNAMIC_UPDATE_SLICE;
  if (fuse_is_moved(c))
    fuse_moved(f, b, c, idx, at);
  else if (update || c->kind == OP_PAD)
    row_inside(b, c, idx, at, inside);
  else if (roll)
    row_longer(b, c, idx, at, inside);
  else
    memcpy(at, idx, sizeof *at * (size_t)type_rank(n->type));
  for (int i = 0; i < c->nin; i++)
    if (!fuse_rows_inside(f, b, c->in[i], update && i != 1 ? idx : at, rolls, inside)) return false;
  return true;
}

//===-- what is read --------------------------------------------------------------------------===//

static bool reads_add(Fuse *f, Reads *reads, const Node *n, Dims at) {
  for (uint32_t i = 0; i < reads->n; i++)
    if (reads->data[i].n == n && dims_equal(reads->data[i].at, at)) return false;
  VEC_PUSH(f->arena, *reads, ((Read){n, at}));
  return true;
}

// x + y, or x - y.
static Dims moved_by(Dims x, Dims y, int sign) {
  for (int i = 0; i < x.n; i++)
    x.d[i] += sign * y.d[i];
  return x;
}

void fuse_reads(Fuse *f, Val v, Dims at, Reads *reads) {
  const Node *n = fuse_node(f, v);
  const OpCall *c = n->c;
  if (type_rank(n->type) != at.n || !reads_add(f, reads, n, at) || !c) return;
  int first = 0, end = c->nin;
  if (c->kind == OP_SLICE) {
    if (!dims_equal(attr_dims(c->attrs, "strides"), dims_fill(at.n, 1))) return;
    at = moved_by(at, attr_dims(c->attrs, "start_indices"), 1);
  } else if (c->kind == OP_PAD || c->kind == OP_DYNAMIC_UPDATE_SLICE) {
    first = c->kind != OP_PAD, end = first + 1;
    at = moved_by(at, window_of(c).low, -1);
  } else if (c->kind == OP_CONCATENATE) {
    int64_t d = attr_int(c->attrs, "dimension");
    first = longer_operand(c), end = first + 1;
    if (first) at.d[d] -= val_dims(c->in[0]).d[d];
  } else if (c->kind == OP_BROADCAST_IN_DIM) {
    return;
  }
  for (int i = first; i < end; i++)
    fuse_reads(f, c->in[i], at, reads);
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
  if (fuse_in_pieces(at->c->kind)) {
    int last = type_rank(at->type) - 1;
    int64_t size = val_dims(at->c->in[0]).d[last];
    if (at->c->kind != OP_CONCATENATE) {
      Window w = window_of(at->c);
      cuts_add(f, cuts, w.low.d[last] - offset, n);
      cuts_add(f, cuts, w.low.d[last] + w.size.d[last] - offset, n);
      next -= w.low.d[last];
      if (at->c->kind == OP_PAD) offset = next;
    } else if (attr_int(at->c->attrs, "dimension") == last) {
      cuts_add(f, cuts, size - offset, n);
      next -= size;
    }
  }
  bool second = at->c->kind != OP_PAD && fuse_in_pieces(at->c->kind);
  for (int i = 0; i < at->c->nin; i++)
    find_cuts(f, at->c->in[i], i && second ? next : offset, n, cuts);
}

void fuse_cuts(Fuse *f, Val v, int64_t n, Cuts *cuts) {
  f->search++;
  find_cuts(f, v, 0, n, cuts);
}

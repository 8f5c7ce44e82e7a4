// fuse_plan.c -- which stages a kernel has, and which loops they share.
#include <string.h>

#include "dialect/clone.h"
#include "dialect/support/optimise.h"
#include "dialect/transforms/lanes.h"
#include "lower/math/math.h"
#include "lower/schedule/fuse.h"

Node *fuse_node(const Fuse *f, Val v) { return ptrmap_get(&f->nodes, v.ptr); }

static bool in_reduce(const OpCall *c) { return !strcmp(op_info[c->kind].family, "reduce"); }

bool fuse_is_reduction(const Node *n) {
  return n->c && in_reduce(n->c) && attr_dims(n->c->attrs, "axes").n;
}

Dims fuse_dims(const Fuse *f, MlirType t) {
  Dims d = type_dims(t);
  if (!f->flat || !d.n) return d;
  int64_t n = dims_product(d);
  return f->chunk ? (Dims){2, {n / f->chunk, f->chunk}} : (Dims){1, {n}};
}

static Node *node_add(Fuse *f, Val v, MlirType type, const OpCall *c, int arg) {
  Node *n = ARENA_NEW(f->arena, Node);
  *n = (Node){.v = v, .type = type, .c = c, .arg = arg, .stage = -1, .out = -1};
  ptrmap_put(&f->nodes, v.ptr, n);
  VEC_PUSH(f->arena, f->order, n);
  return n;
}

static void node_op(Fuse *f, const OpCall *c) {
  for (int i = 0; i < c->nout; i++)
    node_add(f, op_result(c->op, i), c->out[i], c, -1);
  f->slices |= c->kind == OP_SLICE;
  f->pieces |= fuse_in_pieces(c->kind);
  f->heavy |= (op_rules(c->kind)->flags & OP_EXPENSIVE) != 0;
  bool while_loop = c->kind == OP_REM && element_is_float(type_element(c->out[0]));
  bool complex = c->kind == OP_REAL || c->kind == OP_IMAG || c->kind == OP_COMPLEX;
  if (while_loop || complex) f->vectors = false;
}

static bool is_elementwise(OpKind k) { return op_lower[k] && op_lower[k]->scalar; }

static bool node_supported(const OpCall *c, Arena *a) {
  Lanes lanes;
  if (lanes_is_loop(c->kind) && lanes_find(a, c, &lanes)) return true;
  static const OpKind moves[] = {OP_BROADCAST_IN_DIM, OP_SLICE, OP_CONCATENATE,
                                 OP_PAD,              OP_IOTA,  OP_CONSTANT,
                                 OP_DYNAMIC_UPDATE_SLICE};
  for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
    if (c->kind == moves[i]) return true;
  if (!strcmp(op_info[c->kind].family, "reduce") || is_elementwise(c->kind)) return true;
  return lower_error(c, "is not supported inside a fusion");
}

static bool collect_op(Fuse *f, MlirOperation op);

// The ops of a loop's regions; the loop's operands are also what these capture.
static bool collect_loop(Fuse *f, OpCall *c) {
  for (int r = 0; r < c->nregions; r++) {
    MlirBlock block = mlirRegionGetFirstBlock(c->regions[r]);
    for (int i = 0; i < mlirBlockGetNumArguments(block); i++) {
      Val v = mlirBlockGetArgument(block, i);
      node_add(f, v, mlirValueGetType(v), NULL, -1);
    }
    MlirOperation op = mlirBlockGetFirstOperation(block), end = mlirBlockGetTerminator(block);
    for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
      if (op_kind(op) != OP_REDUCE_OR && !collect_op(f, op)) return false;
  }
  int n;
  Val *captures = region_captures(f->arena, c->op, &n);
  Val *in = ARENA_ARRAY(f->arena, Val, c->nin + n);
  memcpy(in, c->in, sizeof *in * (size_t)c->nin);
  if (n) memcpy(in + c->nin, captures, sizeof *in * (size_t)n);
  c->in = in, c->nin += n;
  f->heavy = f->loops = true;
  return true;
}

static bool collect_op(Fuse *f, MlirOperation op) {
  OpCall *c = ARENA_NEW(f->arena, OpCall);
  *c = op_call(f->arena, op);
  if (!node_supported(c, f->arena)) return false;
  if (lanes_is_loop(c->kind) && !collect_loop(f, c)) return false;
  return node_op(f, c), true;
}

static bool collect(Fuse *f, const OpCall *c) {
  if (!c->nregions) {
    for (int i = 0; i < c->nin; i++)
      if (!fuse_node(f, c->in[i])) node_add(f, c->in[i], mlirValueGetType(c->in[i]), NULL, i);
    node_op(f, c);
    for (int i = 0; i < c->nout; i++)
      VEC_PUSH(f->arena, f->outputs, op_result(c->op, i));
    return true;
  }
  MlirBlock block = mlirRegionGetFirstBlock(c->regions[0]);
  for (int i = 0; i < c->nin; i++) {
    Val v = mlirBlockGetArgument(block, i);
    node_add(f, v, mlirValueGetType(v), NULL, i);
  }
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op)) {
    if (op_kind(op) == OP_YIELD) {
      for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
        VEC_PUSH(f->arena, f->outputs, mlirOperationGetOperand(op, i));
    } else if (!collect_op(f, op)) {
      return false;
    }
  }
  return true;
}

//===-- one dimension --------------------------------------------------------------------===//

// All arrays have one shape or rank 0, and all reductions run over everything.
static bool is_flat(const Fuse *f) {
  Dims shape = {0};
  if (f->pieces) return false;
  for (uint32_t i = 0; i < f->order.n; i++) {
    const Node *n = f->order.data[i];
    Dims d = type_dims(n->type);
    if (d.n && shape.n && !dims_equal(d, shape)) return false;
    if (d.n) shape = d;
    if (!n->c) continue;
    if (n->c->kind == OP_IOTA && d.n > 1) return false;
    if (n->c->kind == OP_BROADCAST_IN_DIM && val_dims(n->c->in[0]).n) return false;
    if (fuse_is_reduction(n) && d.n) return false;
  }
  return shape.n > 1;
}

enum {
  CHUNK = 4096,
  PHASE_CHUNK = 1024,
  VECTOR = 32,
  SHARED = 1 << 18
}; // SHARED: scalar operations that are worth threads

// Rows for threads when the kernel is elementwise over large arrays of one shape.
static int64_t plan_chunk(const Fuse *f) {
  int64_t n = 0;
  if (f->pieces) return 0;
  for (uint32_t i = 0; i < f->order.n; i++) {
    const Node *node = f->order.data[i];
    Dims d = type_dims(node->type);
    if (node->c && (fuse_is_reduction(node) || node->c->kind == OP_IOTA)) return 0;
    if (node->c && node->c->kind == OP_BROADCAST_IN_DIM && val_dims(node->c->in[0]).n) return 0;
    if (!d.n) continue;
    if (n && n != dims_product(d)) return 0;
    n = dims_product(d);
  }
  if (n * (int64_t)f->order.n < SHARED) return 0;
  for (int64_t c = CHUNK; c >= CHUNK / 4; c -= VECTOR)
    if (n % c == 0) return c;
  return 0;
}

static Dims reduced_axes(const Fuse *f, const Node *n) {
  if (f->flat) return (Dims){1, {0}};
  return attr_dims(n->c->attrs, "axes");
}

//===-- stages --------------------------------------------------------------------------------===//

static int first_stage(const Fuse *f, Val v) {
  Node *n = fuse_node(f, v);
  if (n->stage >= 0) return n->stage + 1;
  if (n->search == f->search) return n->first;
  int s = 0;
  for (int i = 0; n->c && i < n->c->nin; i++) {
    int t = first_stage(f, n->c->in[i]);
    if (t > s) s = t;
  }
  n->search = f->search;
  return n->first = s;
}

// The first stage in which v can be computed: after all the stages it needs.
static int ready(Fuse *f, Val v) {
  f->search++;
  return first_stage(f, v);
}

static int stage_find(Fuse *f, int first, Dims shape, Dims axes) {
  for (uint32_t s = (uint32_t)first; s < f->stages.n; s++)
    if (dims_equal(f->stages.data[s].shape, shape) && dims_equal(f->stages.data[s].axes, axes))
      return (int)s;
  Stage s = {.shape = shape, .axes = axes};
  VEC_PUSH(f->arena, f->stages, s);
  return (int)f->stages.n - 1;
}

// A loop that sums a few terms one after the other is no place for expensive ops: they are computed
// before, by a loop that vectorises.  So is what is made of pieces, for which no loop that sums is
// cut.
static void plan_terms(Fuse *f, Val v, const Node *reduction, bool few) {
  Node *n = fuse_node(f, v);
  if (!n->c || n->stage >= 0 || n->terms == reduction) return;
  n->terms = reduction;
  Dims shape = fuse_dims(f, mlirValueGetType(reduction->c->in[0])), own = fuse_dims(f, n->type);
  bool expensive = few && (op_rules(n->c->kind)->flags & OP_EXPENSIVE) && dims_equal(own, shape);
  if (expensive || fuse_in_pieces(n->c->kind)) {
    int s = stage_find(f, ready(f, v), own, (Dims){0});
    VEC_PUSH(f->arena, f->stages.data[s].stores, ((Store){n, -1}));
    n->stage = s;
    return;
  }
  for (int i = 0; i < n->c->nin; i++)
    plan_terms(f, n->c->in[i], reduction, few);
}

static void plan_reductions(Fuse *f) {
  for (uint32_t i = 0; i < f->order.n; i++) {
    Node *n = f->order.data[i];
    if (!fuse_is_reduction(n)) continue;
    Dims shape = fuse_dims(f, mlirValueGetType(n->c->in[0]));
    int64_t inner = shape.n ? shape.d[shape.n - 1] : 1;
    bool few = inner > 3 && inner < SEQUENTIAL_TERMS;
    if (few || f->pieces) plan_terms(f, n->c->in[0], n, few);
    n->stage = stage_find(f, ready(f, n->c->in[0]), shape, reduced_axes(f, n));
    Stage *s = &f->stages.data[n->stage];
    VEC_PUSH(f->arena, s->reduces, n);
  }
}

// Is `n` computed on the way to v, stopping at what other stages leave and at what this walk has
// seen?
static bool reaches(const Fuse *f, Val v, const Node *n) {
  Node *at = fuse_node(f, v);
  if (at == n) return true;
  if (!at->c || at->stage >= 0 || at->search == f->search) return false;
  at->search = f->search;
  for (int i = 0; i < at->c->nin; i++)
    if (reaches(f, at->c->in[i], n)) return true;
  return false;
}

static bool stage_uses(Fuse *f, const Stage *s, const Node *n) {
  f->search++;
  for (uint32_t i = 0; i < s->reduces.n; i++)
    if (reaches(f, s->reduces.data[i]->c->in[0], n)) return true;
  for (uint32_t i = 0; i < s->stores.n; i++) {
    const Node *at = s->stores.data[i].n;
    if (at == n) return true;
    for (int j = 0; at->c && !fuse_is_reduction(at) && j < at->c->nin; j++)
      if (reaches(f, at->c->in[j], n)) return true;
  }
  return false;
}

// A store of n while a stage of its shape that computes it anyway runs; or -1.
static int stage_computing(Fuse *f, const Node *n) {
  Dims d = fuse_dims(f, n->type);
  for (uint32_t s = 0; s < f->stages.n; s++)
    if (dims_equal(f->stages.data[s].shape, d) && stage_uses(f, &f->stages.data[s], n))
      return (int)s;
  return -1;
}

static void plan_outputs(Fuse *f) {
  for (uint32_t i = 0; i < f->outputs.n; i++) {
    Node *n = fuse_node(f, f->outputs.data[i]);
    if (fuse_is_reduction(n) && n->out < 0) {
      n->out = (int)i;
      continue;
    }
    int s = n->stage >= 0 ? -1 : stage_computing(f, n);
    if (s < 0) s = stage_find(f, ready(f, n->v), fuse_dims(f, n->type), (Dims){0});
    Stage *at = &f->stages.data[s];
    VEC_PUSH(f->arena, at->stores, ((Store){n, (int)i}));
    if (n->c && n->stage < 0 && at->axes.n) n->stage = s, n->out = (int)i; // later stages read it
  }
}

// Expensive values used in several stages are stored in the first.
static void plan_stores(Fuse *f) {
  if (!optimise_by(OPTIMISE_SHARED)) return;
  for (uint32_t i = f->order.n; i-- > 0;) {
    Node *n = f->order.data[i];
    if (!n->c || n->stage >= 0 || !(op_rules(n->c->kind)->flags & OP_EXPENSIVE)) continue;
    int uses = 0;
    for (uint32_t s = 0; s < f->stages.n; s++)
      uses += stage_uses(f, &f->stages.data[s], n);
    int s = uses > 1 ? stage_computing(f, n) : -1;
    if (s < 0 || !stage_uses(f, &f->stages.data[s], n)) continue;
    for (int t = 0; t < s; t++)
      if (stage_uses(f, &f->stages.data[t], n)) s = -1;
    if (s < 0) continue;
    VEC_PUSH(f->arena, f->stages.data[s].stores, ((Store){n, -1}));
    n->stage = s;
  }
}

//===-- one expensive op at a time ------------------------------------------------------===//

static bool is_function(const Node *n) {
  if (!n->c || n->c->nout != 1 || !(op_rules(n->c->kind)->flags & OP_EXPENSIVE)) return false;
  bool is_short = math_single_suffices(n->c);
  return !is_short && element_is_float(type_element(n->type)) &&
         dims_product(type_dims(n->type)) > 1;
}

// Of expensive ops that follow one another each is a loop over the chunk, all but the last to
// scratch: in one loop the processor sees too few instructions ahead to begin the next vector while
// it waits for this one's, and 16 registers are too few for it.
static void plan_phases(Fuse *f) {
  int left = 0;
  if (!optimise_by(OPTIMISE_PHASES)) return;
  for (uint32_t i = 0; i < f->order.n; i++)
    left += is_function(f->order.data[i]);
  if (!f->flat || !f->chunk || f->loops || !f->vectors || left < 2) return;
  while (f->chunk > PHASE_CHUNK && f->chunk % 2 == 0) f->chunk /= 2;
  f->phases = true;
  for (uint32_t i = 0; i < f->order.n && left > 1; i++) {
    Node *n = f->order.data[i];
    if (!is_function(n)) continue;
    Stage s = {.shape = fuse_dims(f, n->type)};
    VEC_PUSH(f->arena, s.stores, ((Store){n, -1}));
    VEC_PUSH(f->arena, f->stages, s);
    n->stage = (int)f->stages.n - 1;
    left--;
  }
}

//===-- rows --------------------------------------------------------------===//

// What of `map`, the loops that index n's dimensions (-1: always 0), indexes its operand i.
static Dims rows_operand(const Node *n, int i, const Dims *map) {
  Dims x = val_dims(n->c->in[i]), y = type_dims(n->type), inner = *map;
  inner.n = x.n;
  if (n->c->kind == OP_BROADCAST_IN_DIM) {
    Dims dims = attr_dims(n->c->attrs, "broadcast_dimensions");
    for (int k = 0; k < x.n; k++)
      inner.d[k] = x.d[k] == y.d[dims.d[k]] ? map->d[dims.d[k]] : -1;
    return inner;
  }
  Dims low = n->c->kind == OP_PAD ? attr_dims(n->c->attrs, "low") : (Dims){0};
  for (int k = 0; k < x.n; k++)
    if (x.d[k] != y.d[k] || (low.n && low.d[k])) inner.d[k] = -1;
  return inner;
}

// How many rows v, reached from a stage by `map`, leaves to share: what another stage leaves must
// be indexed by the rows themselves.
static void rows_value(Fuse *f, Val v, const Dims *map, int stage) {
  const Node *n = fuse_node(f, v);
  if (n->stage >= 0 && n->stage != stage) {
    for (int i = 0; i < f->rows; i++)
      if (i >= map->n || map->d[i] != i) f->rows = i;
    return;
  }
  if (!n->c || fuse_is_reduction(n)) return;
  for (int i = 0; i < n->c->nin; i++) {
    Dims inner = rows_operand(n, i, map);
    rows_value(f, n->c->in[i], &inner, stage);
  }
}

static void rows_stage(Fuse *f, int index) {
  const Stage *s = &f->stages.data[index], *first = &f->stages.data[0];
  Dims map = s->shape;
  for (int i = 0; i < map.n; i++)
    map.d[i] = i;
  for (int i = 0; i < f->rows; i++)
    if (i >= s->shape.n || s->shape.d[i] != first->shape.d[i] || dims_has(s->axes, i)) f->rows = i;
  for (uint32_t i = 0; i < s->reduces.n; i++)
    rows_value(f, s->reduces.data[i]->c->in[0], &map, index);
  for (uint32_t i = 0; i < s->stores.n; i++)
    rows_value(f, s->stores.data[i].n->v, &map, index);
}

// With one stage there is nothing to share.
static void plan_rows(Fuse *f) {
  const Stage *first = &f->stages.data[0];
  f->rows = f->chunk != 0;
  if (f->flat || !f->stages.n) return;
  if (f->stages.n == 1) { // rows only for threads
    bool shared = first->shape.n > 1 && first->axes.n && !dims_has(first->axes, 0);
    f->rows = shared && dims_product(first->shape) * (int64_t)f->order.n >= SHARED;
    return;
  }
  f->rows = f->stages.data[0].shape.n;
  int before;
  do {
    before = f->rows;
    for (uint32_t s = 0; s < f->stages.n; s++)
      rows_stage(f, (int)s);
  } while (f->rows != before);
}

bool fuse_plan(Fuse *f) {
  f->flat = is_flat(f);
  int64_t chunk = plan_chunk(f);
  Dims d = f->order.n ? type_dims(f->order.data[f->order.n - 1]->type) : (Dims){0};
  if (chunk && (f->flat || d.n == 1)) f->flat = true, f->chunk = chunk;
  plan_reductions(f);
  plan_phases(f);
  plan_outputs(f);
  plan_stores(f);
  plan_rows(f);
  return true;
}

//===-- the kernel --------------------------------------------------------===//

// Scratch; of rows, each iteration of the outermost loop has its own.
static void place_all(Fuse *f, Build *b) {
  for (uint32_t i = 0; i < f->order.n; i++) {
    Node *n = f->order.data[i];
    if (n->stage >= 0) fuse_place(f, b, n, n->out);
  }
}

static bool rows_body(Fuse *f, Build *b) {
  uint32_t mark = f->cache.n;
  for (uint32_t s = 0; s < f->stages.n; s++)
    if (!fuse_stage(f, b, &f->stages.data[s])) return false;
  f->cache.n = mark;
  return true;
}

static bool row_loop(Build *b, void *ctx, Val i, const Val *x, Val *y);

// Scalar operations for one index of the outermost loop, roughly.
static int64_t row_work(const Fuse *f) {
  int64_t n = 0;
  for (uint32_t s = 0; s < f->stages.n; s++) {
    Dims d = f->stages.data[s].shape;
    n += dims_product(d) / d.d[0];
  }
  return n * (int64_t)f->order.n;
}

static bool rows_open(Fuse *f, Build *b, int depth) {
  if (depth == f->rows) return rows_body(f, b);
  if (depth == 0) {
    f->iv = VAL_NONE;
    return emit_parallel(b, f->stages.data[0].shape.d[0], row_work(f), row_loop, f);
  }
  Val lo = emit_index(b, 0), hi = emit_index(b, f->stages.data[0].shape.d[depth]),
      one = emit_index(b, 1);
  f->iv = (Val){(void *)(intptr_t)depth}; // for row_loop
  return emit_for(b, lo, hi, one, 0, NULL, row_loop, f, NULL);
}

static bool row_loop(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Fuse *f = ctx;
  int depth = (int)(intptr_t)f->iv.ptr;
  f->row[depth] = i;
  if (depth == 0) place_all(f, b);
  return rows_open(f, b, depth + 1);
}

bool fuse_kernel(Kernel *k, const OpCall *c, Val *out) {
  Arena *a = k->b.arena;
  Fuse f = {.k = k, .arena = a, .nodes = {.arena = a}, .vectors = true, .width = 1};
  for (int i = 0; i < c->nout; i++)
    out[i] = VAL_NONE;
  if (!collect(&f, c) || !fuse_plan(&f)) return false;
  f.done = ARENA_ARRAY(a, bool, f.stages.n);
  if (!f.rows) place_all(&f, &k->b);
  return rows_open(&f, &k->b, 0);
}

// fusion.c -- groups ops into kernels.
//
//   %1 = cjax.mul %x, %y           =>    %2:2 = cjax.fusion %x, %y { mul; reduce_sum; yield both }
//   %2 = cjax.reduce_sum %1 ...
//
// A kernel runs over one shape: elementwise ops of that shape, reductions of arrays of that shape,
// and ops on what reductions of the last axes leave (rows: softmax is one kernel).  An op joins the
// kernels of its operands unless that would make a kernel depend on itself.  A loop that every
// element goes through by itself (lanes.h) counts as elementwise.  Ops without operands,
// broadcasts, slices, rolls and borders are copied into the kernels that use them, where they are
// indices; nothing else is computed twice.  Scalars and arrays of few elements stay outside:
// lowering keeps them in registers.  Effects part a block: nothing moves across them.
//
//   require:  ops are expanded; blocks have no dead ops
//   ensure:   every block is in a valid order; kernels capture nothing
#include "dialect/clone.h"
#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/lanes.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

#include <stdlib.h>
#include <string.h>

// WINDOW: how many ops a kernel may span, which bounds the search for dependences.
enum { TINY = 8, MAX_MEMBERS = 96, WINDOW = 512 };

typedef struct Group Group;

// An op of the stretch of the block that is being fused.
typedef struct Unit {
  MlirOperation op;
  OpCall c;
  int nused;
  Val *used; // operands, and what its regions capture
  int index;
  Group *group; // null: none
  Dims lanes;   // of a loop over lanes: its shape
  bool row;     // of the shape that a reduction of the last axes leaves
  bool emitted;
  int visited; // by the search with this number
} Unit;

struct Group {
  Dims shape;
  VEC(Unit *) members;
  int first, last; // indices
  bool emitted;
  bool loops, reduces; // among the members: not both
  bool updates;        // the last member but elementwise ones writes a window of an array
};

typedef struct Fuser {
  Build b;
  ValMap *units; // result -> its Unit
  VEC(Unit *) list;
  int search, first; // the search's number; units before `first` are not looked at
} Fuser;

//===-- kinds of ops ----------------------------------------------------------------===//

static bool is_family(const Unit *u, const char *family) {
  return u->c.kind != OP_COUNT && !strcmp(op_info[u->c.kind].family, family);
}

// Complex arrays are taken apart and made on their own, since there are no vectors of them.
static bool is_elementwise(const Unit *u) {
  if (is_family(u, "complex")) return false;
  if (u->lanes.n) return true;
  return u->c.kind != OP_COUNT && (op_rules(u->c.kind)->flags & OP_ELEMENTWISE);
}

static bool is_reduction(const Unit *u) { return is_family(u, "reduce"); }

static bool is_broadcast(const Unit *u) { return u->c.kind == OP_BROADCAST_IN_DIM; }

static bool is_big(Dims d) { return d.n && dims_product(d) > TINY; }

// Whose elements lie side by side as their operand's do.
static bool is_window(const Unit *u) {
  if (u->c.kind != OP_SLICE || !optimise_by(OPTIMISE_NEIGHBOURS)) return false;
  if (!is_big(val_dims(op_operand(u->op, 0)))) return false;
  Dims strides = attr_dims(u->c.attrs, "strides");
  return strides.d[strides.n - 1] == 1;
}

// Copied into kernels: no operands (a constant of one value), a broadcast or a slice.
static bool is_copied(const Unit *u) {
  double ignored;
  if (is_broadcast(u) || is_window(u) || u->c.kind == OP_IOTA) return true;
  return u->c.kind == OP_CONSTANT && constant_splat(op_result(u->op, 0), &ignored);
}

// The two slices of a concatenation that are one array's, whose elements change places along one
// axis (jnp.roll).
static bool is_roll(const Unit *u, const Unit *x, const Unit *y) {
  if (u->c.kind != OP_CONCATENATE || u->c.nin != 2 || !x || !y) return false;
  if (x->c.kind != OP_SLICE || y->c.kind != OP_SLICE) return false;
  Dims p = attr_dims(x->c.attrs, "start_indices"), q = attr_dims(y->c.attrs, "start_indices");
  Dims ones = dims_fill(p.n, 1);
  q.d[attr_int(u->c.attrs, "dimension")] = p.d[attr_int(u->c.attrs, "dimension")];
  return is_big(type_dims(u->c.out[0])) &&
         mlirValueEqual(op_operand(x->op, 0), op_operand(y->op, 0)) && dims_equal(p, q) &&
         dims_equal(attr_dims(x->c.attrs, "strides"), ones) &&
         dims_equal(attr_dims(y->c.attrs, "strides"), ones);
}

// The shape that the op's loops run over.
static Dims loop_dims(const Unit *u) {
  if (u->lanes.n) return u->lanes;
  return is_reduction(u) ? val_dims(u->c.in[0]) : type_dims(u->c.out[0]);
}

static bool reduces_last_axes(const Unit *u) {
  Dims axes = attr_dims(u->c.attrs, "axes"), x = val_dims(u->c.in[0]);
  return axes.n && axes.n < x.n && axes.d[0] == x.n - axes.n;
}

static Unit *unit_of(const Fuser *f, Val v) {
  return val_map_has(f->units, v) ? (Unit *)val_map_get(f->units, v).ptr : NULL;
}

//===-- groups ----------------------------------------------------------------------===//

// Whether u, or what it depends on, is in group x or y, other than through members of these.  What
// lies before f->first is not followed.
static bool reaches(Fuser *f, Unit *u, const Group *x, const Group *y) {
  if (u->visited == f->search) return false;
  u->visited = f->search;
  if (u->group && (u->group == x || u->group == y)) return true;
  if ((u->group ? u->group->last : u->index) < f->first) return false;
  uint32_t count = u->group ? u->group->members.n : 1;
  for (uint32_t i = 0; i < count; i++) {
    Unit *m = u->group ? u->group->members.data[i] : u;
    m->visited = f->search;
    for (int k = 0; k < m->nused; k++) {
      Unit *p = unit_of(f, m->used[k]);
      if (p && (!p->group || p->group != m->group) && reaches(f, p, x, y)) return true;
    }
  }
  return false;
}

// The same for an operand of a member; what is copied into the kernel is no way around.
static bool operand_reaches(Fuser *f, Val v, const Group *x, const Group *y) {
  Unit *p = unit_of(f, v);
  if (!p || (p->group && (p->group == x || p->group == y))) return false;
  if (!is_copied(p)) return reaches(f, p, x, y);
  for (int i = 0; i < p->c.nin; i++)
    if (operand_reaches(f, p->c.in[i], x, y)) return true;
  return false;
}

// Whether the two groups as one would depend on itself.  Their ops lie between `first` and `last`.
// A way around that leads before `first` must come back through a kernel with ops on both sides; it
// is assumed to exist when such a kernel depends on x or y.
static bool cyclic(Fuser *f, const Group *x, const Group *y) {
  const Group *both[] = {x, y};
  f->first = x->first < y->first ? x->first : y->first;
  int last = x->last > y->last ? x->last : y->last;
  if (last - f->first > WINDOW) return true;
  f->search++;
  for (int i = f->first; i <= last; i++) {
    Unit *u = f->list.data[i];
    bool across = u->group && u->group != x && u->group != y && u->group->first < f->first;
    if (across && reaches(f, u, x, y)) return true;
  }
  for (int g = 0; g < 2; g++)
    for (uint32_t i = 0; i < both[g]->members.n; i++) {
      const Unit *m = both[g]->members.data[i];
      for (int k = 0; k < m->nused; k++)
        if (operand_reaches(f, m->used[k], x, y)) return true;
    }
  return false;
}

static void group_add(Fuser *f, Group *g, Unit *u) {
  VEC_PUSH(f->b.arena, g->members, u);
  u->group = g;
  g->loops |= u->lanes.n > 0;
  g->reduces |= is_reduction(u);
  if (u->index < g->first) g->first = u->index;
  if (u->index > g->last) g->last = u->index;
}

static Group *group_of_one(Fuser *f, Unit *u) {
  Group *g = ARENA_NEW(f->b.arena, Group);
  g->shape = loop_dims(u);
  g->first = g->last = u->index;
  group_add(f, g, u);
  return g;
}

// Adds the members of y to x if they may be one kernel.
static bool merge(Fuser *f, Group *x, Group *y) {
  if (x == y) return true;
  bool loops = x->loops || y->loops, updates = x->updates || y->updates;
  if ((loops || updates) && (x->reduces || y->reduces)) return false;
  if (updates && (loops || (x->updates && y->updates))) return false;
  if (x->members.n + y->members.n > MAX_MEMBERS || cyclic(f, x, y)) return false;
  for (uint32_t i = 0; i < y->members.n; i++)
    group_add(f, x, y->members.data[i]);
  x->updates |= y->updates;
  return true;
}

// x without its last dimensions of size 1: rows that kept the reduced axes are rows all the same.
static Dims without_ones(Dims x) {
  while (x.n && x.d[x.n - 1] == 1)
    x.n--;
  return x;
}

// The unit behind operand v of a kernel over `shape`: through a broadcast of rows along the last
// axes.
static Unit *producer(Fuser *f, Val v, Dims shape) {
  Unit *u = unit_of(f, v);
  if (!u || !is_broadcast(u)) return u;
  Dims dims = attr_dims(u->c.attrs, "broadcast_dimensions"), from = val_dims(u->c.in[0]);
  Unit *p = unit_of(f, u->c.in[0]);
  bool rows = p && p->row && from.n && dims_equal(dims, dims_iota(from.n));
  Dims lead = without_ones(from);
  for (int i = 0; rows && i < lead.n; i++)
    rows = from.d[i] == shape.d[i];
  return rows ? p : NULL;
}

// u joins the kernels of its operands that run over its shape, else one that leaves its rows.
static void join_unit(Fuser *f, Unit *u) {
  Dims shape = loop_dims(u);
  u->row = is_reduction(u) && reduces_last_axes(u);
  Unit *rows = NULL;
  Group *g = is_big(shape) ? group_of_one(f, u) : NULL;
  for (int i = 0; i < u->c.nin; i++) {
    Unit *p = producer(f, u->c.in[i], shape);
    if (!p || !p->group || p->group == g) continue;
    if (g && dims_equal(p->group->shape, shape)) {
      if (merge(f, p->group, g)) g = p->group;
    } else if (p->row && !is_reduction(u)) {
      rows = p;
    }
  }
  bool alone = !g || g->members.n == 1;
  Dims out = without_ones(type_dims(u->c.out[0]));
  if (!rows || !alone || !dims_equal(out, without_ones(type_dims(rows->c.out[0])))) return;
  if (!g) g = group_of_one(f, u);
  u->row = merge(f, rows->group, g);
  if (u->group->members.n == 1 && !is_big(shape)) u->group = NULL;
}

//===-- windows -----------------------------------------------------------------------===//

// Whether op reads elements of u's array other than those which it writes.
static bool reads_around(const Unit *u, const Unit *slice) {
  if (!slice || !is_window(slice) || !mlirValueEqual(slice->c.in[0], u->c.in[0])) return false;
  Dims at = attr_dims(slice->c.attrs, "start_indices");
  for (int d = 0; d < at.n; d++) {
    double start;
    if (constant_splat(u->c.in[2 + d], &start) && at.d[d] != (int64_t)start) return true;
  }
  return false;
}

static bool only_user(Val v, MlirOperation op) {
  MlirOpOperand use = mlirValueGetFirstUse(v);
  for (; !mlirOpOperandIsNull(use); use = mlirOpOperandGetNextUse(use))
    if (!mlirOperationEqual(mlirOpOperandGetOwner(use), op)) return false;
  return true;
}

static bool updates_most(const Unit *u) {
  Dims x = type_dims(u->c.out[0]), y = val_dims(u->c.in[1]);
  double ignored;
  for (int i = 2; i < u->c.nin; i++)
    if (!constant_splat(u->c.in[i], &ignored)) return false;
  return is_big(y) && 2 * dims_product(y) >= dims_product(x);
}

static bool escapes(const Fuser *f, Val v, const Group *g);

// A stencil whose result takes the place of most of the array that it reads: as one kernel, which
// writes a new array, it passes memory once.  Else the window would be computed elsewhere and then
// copied.  What is written where it was read is better done in place.
//
//   u.at[1:-1].set(u[:-2] + u[2:])
static void join_update(Fuser *f, Unit *u) {
  Unit *p = u->c.kind == OP_DYNAMIC_UPDATE_SLICE ? unit_of(f, u->c.in[1]) : NULL;
  Group *g = p ? p->group : NULL;
  if (!g || g->reduces || g->loops || g->updates || !optimise_by(OPTIMISE_STENCILS)) return;
  if (!updates_most(u) || g->members.n == MAX_MEMBERS) return;
  if (!only_user(u->c.in[1], u->op)) return;
  bool around = false;
  for (uint32_t i = 0; i < g->members.n; i++) {
    const Unit *m = g->members.data[i];
    for (int k = 0; k < m->c.nin; k++)
      around = around || reads_around(u, unit_of(f, m->c.in[k]));
    for (int k = 0; k < m->c.nout; k++)
      if (m != p && escapes(f, op_result(m->op, k), g)) return;
  }
  if (!around) return;
  group_add(f, g, u);
  g->shape = type_dims(u->c.out[0]), g->updates = true;
}

//===-- kernels ---------------------------------------------------------------------===//

// Whether a value of group g is needed outside of it.  Copied ops count by their users.
static bool escapes(const Fuser *f, Val v, const Group *g) {
  MlirOpOperand use = mlirValueGetFirstUse(v);
  for (; !mlirOpOperandIsNull(use); use = mlirOpOperandGetNextUse(use)) {
    MlirOperation op = mlirOpOperandGetOwner(use);
    Unit *u = mlirOperationGetNumResults(op) ? unit_of(f, op_result(op, 0)) : NULL;
    if (u && u->group && u->group == g) continue;
    if (!u || !is_copied(u) || escapes(f, op_result(op, 0), g)) return true;
  }
  return false;
}

// How many concatenations and paddings of different length along the last axis a kernel takes.
enum { MAX_CUTS = 4 };

typedef struct Kernel {
  Fuser *f;
  Group *g;
  Build body;
  ValMap *map;
  VEC(Val) operands;
  int ncuts;
  int64_t cut[MAX_CUTS];
} Kernel;

static void bring_in(Kernel *k, Val v);

static bool cut_add(Kernel *k, int64_t at) {
  for (int i = 0; i < k->ncuts; i++)
    if (k->cut[i] == at) return true;
  if (k->ncuts == MAX_CUTS) return false;
  return k->cut[k->ncuts++] = at, true;
}

// Values around an array, none between its elements.
static bool is_border(const Unit *u) {
  if (u->c.kind != OP_PAD || !is_big(val_dims(op_operand(u->op, 0)))) return false;
  Dims interior = attr_dims(u->c.attrs, "interior");
  return dims_equal(interior, dims_fill(interior.n, 0));
}

// Whether the kernel reads what u concatenates or pads instead.  Along the last axis its loops are
// cut where the operands meet.
static bool takes_pieces(const Fuser *f, const Group *g, const Unit *u) {
  if (!u || u->c.nin != 2 || g->reduces || g->loops) return false;
  if (!optimise_by(OPTIMISE_NEIGHBOURS)) return false;
  Unit *x = unit_of(f, op_operand(u->op, 0)), *y = unit_of(f, op_operand(u->op, 1));
  return is_border(u) || is_roll(u, x, y);
}

static bool cuts_last(const Unit *u, int last) {
  if (u->c.kind == OP_CONCATENATE) return attr_int(u->c.attrs, "dimension") == last;
  return attr_dims(u->c.attrs, "low").d[last] || attr_dims(u->c.attrs, "high").d[last];
}

static bool bring_in_pieces(Kernel *k, const Unit *u) {
  if (!takes_pieces(k->f, k->g, u)) return false;
  Dims x = val_dims(op_operand(u->op, 0));
  if (cuts_last(u, x.n - 1) && !cut_add(k, x.d[x.n - 1])) return false;
  for (int i = 0; i < 2; i++) {
    Val part = op_operand(u->op, i);
    if (u->c.kind == OP_PAD) bring_in(k, part);
    if (val_map_has(k->map, part)) continue;
    const Unit *slice = unit_of(k->f, part);
    bring_in(k, op_operand(slice->op, 0));
    clone_op(&k->body, slice->op, k->map);
  }
  clone_op(&k->body, u->op, k->map);
  return true;
}

// v inside the kernel: a member's value, a copy, or an argument.
static void bring_in(Kernel *k, Val v) {
  if (val_map_has(k->map, v)) return;
  Unit *u = unit_of(k->f, v);
  if (u && bring_in_pieces(k, u)) return;
  if (u && is_copied(u)) {
    for (int i = 0; i < u->c.nin; i++)
      bring_in(k, mlirOperationGetOperand(u->op, i));
    clone_op(&k->body, u->op, k->map);
    return;
  }
  Val arg = mlirBlockAddArgument(k->body.block, mlirValueGetType(v), k->body.loc);
  VEC_PUSH(k->body.arena, k->operands, v);
  val_map_put(k->map, v, arg);
}

static int by_index(const void *x, const void *y) {
  return (*(Unit *const *)x)->index - (*(Unit *const *)y)->index;
}

// Where an update writes is part of the kernel, wherever its constants are.
static void bring_in_starts(Kernel *k, const Unit *u) {
  for (int i = 2; i < u->c.nin; i++)
    if (!val_map_has(k->map, u->c.in[i]))
      clone_op(&k->body, mlirOpResultGetOwner(u->c.in[i]), k->map);
}

static void fill_body(Kernel *k) {
  for (uint32_t i = 0; i < k->g->members.n; i++) {
    Unit *u = k->g->members.data[i];
    if (u->c.kind == OP_DYNAMIC_UPDATE_SLICE) bring_in_starts(k, u);
    for (int j = 0; j < u->c.nin; j++)
      bring_in(k, mlirOperationGetOperand(u->op, j));
    int n = 0;
    Val *captures = u->c.nregions ? region_captures(k->body.arena, u->op, &n) : NULL;
    for (int j = 0; j < n; j++)
      bring_in(k, captures[j]);
    clone_op(&k->body, u->op, k->map);
  }
}

// The kernel's results take the place of the members' values.
static void replace_members(Kernel *k, MlirOperation before) {
  VEC(Val) old = {0}, new = {0};
  Arena *a = k->body.arena;
  for (uint32_t i = 0; i < k->g->members.n; i++) {
    const Unit *u = k->g->members.data[i];
    for (int j = 0; j < u->c.nout; j++) {
      Val v = op_result(u->op, j);
      if (!escapes(k->f, v, k->g)) continue;
      VEC_PUSH(a, old, v);
      VEC_PUSH(a, new, val_map_get(k->map, v));
    }
  }
  build_yield(&k->body, (int)new.n, new.data);
  MlirRegion region = region_of(k->body.block);
  OpCall c = {.kind = OP_FUSION,
              .loc = k->body.loc,
              .nin = (int)k->operands.n,
              .nout = (int)new.n,
              .in = k->operands.data,
              .nregions = 1,
              .regions = &region,
              .attrs = mlirDictionaryAttrGet(k->body.ctx, 0, NULL)};
  Build at = k->f->b;
  at.block = mlirOperationGetBlock(before);
  at.before = before;
  MlirOperation op = build_op_regions(&at, &c);
  for (uint32_t i = 0; i < old.n; i++)
    mlirValueReplaceAllUsesOfWith(old.data[i], op_result(op, (int)i));
}

// One op is a kernel when it takes others along: a broadcast, a slice or an iota.
static bool is_kernel(const Fuser *f, const Group *g) {
  if (g->members.n > 1 || g->loops) return true;
  const Unit *u = g->members.data[0];
  for (int i = 0; i < u->c.nin; i++) {
    const Unit *p = unit_of(f, u->c.in[i]);
    if (p && is_copied(p) && p->c.kind != OP_CONSTANT) return true;
    if (takes_pieces(f, g, p)) return true;
  }
  return false;
}

static void outline(Fuser *f, Group *g, MlirOperation before) {
  qsort(g->members.data, g->members.n, sizeof(Unit *), by_index);
  Kernel k = {.f = f, .g = g, .map = val_map_create(f->b.arena)};
  k.body = build_in(&f->b, mlirBlockCreate(0, NULL, NULL));
  k.body.loc = VEC_LAST(g->members)->c.loc;
  fill_body(&k);
  replace_members(&k, before);
  for (uint32_t i = 0; i < g->members.n; i++)
    engine_bury(engine_of(&f->b), g->members.data[i]->op);
}

//===-- blocks ----------------------------------------------------------------------===//

static void emit(Fuser *f, Unit *u, MlirOperation end);

// What m uses.  Of an op that the kernel of g copies, what that uses: the op itself may depend on
// the kernel.
static void emit_used(Fuser *f, const Unit *m, const Group *g, MlirOperation end) {
  for (int i = 0; i < m->nused; i++) {
    Unit *p = unit_of(f, m->used[i]);
    if (!p || (g && p->group == g)) continue;
    if (g && is_copied(p)) emit_used(f, p, g, end);
    else emit(f, p, end);
  }
}

// Puts u, or its kernel, before `end`, after all that it depends on.
static void emit(Fuser *f, Unit *u, MlirOperation end) {
  bool *emitted = u->group ? &u->group->emitted : &u->emitted;
  if (*emitted) return;
  *emitted = true;
  Group *kernel = u->group && is_kernel(f, u->group) ? u->group : NULL;
  if (!kernel) emit_used(f, u, NULL, end);
  for (uint32_t i = 0; kernel && i < kernel->members.n; i++)
    emit_used(f, kernel->members.data[i], kernel, end);
  if (kernel) outline(f, kernel, end);
  else mlirOperationMoveBefore(u->op, end);
}

static void add_unit(Fuser *f, MlirOperation op, Dims lanes) {
  Arena *a = f->b.arena;
  Unit *u = ARENA_NEW(a, Unit);
  *u = (Unit){.op = op, .c = op_call(a, op), .index = (int)f->list.n, .lanes = lanes};
  int captures = 0;
  Val *more = u->c.nregions ? region_captures(a, op, &captures) : NULL;
  u->used = vals_join(&f->b, u->c.nin, u->c.in, captures, more);
  u->nused = u->c.nin + captures;
  VEC_PUSH(a, f->list, u);
  for (int i = 0; i < u->c.nout; i++)
    val_map_put(f->units, op_result(op, i), (Val){u});
}

// Fuses the ops collected, which end before `end`.
static void fuse_stretch(Fuser *f, MlirOperation end) {
  for (uint32_t i = 0; i < f->list.n; i++) {
    Unit *u = f->list.data[i];
    if (!is_copied(u) && (is_elementwise(u) || is_reduction(u))) join_unit(f, u);
    join_update(f, u);
  }
  for (uint32_t i = 0; i < f->list.n; i++)
    emit(f, f->list.data[i], end);
  f->list.n = 0;
  f->units = val_map_create(f->b.arena);
}

static void fuse_block(Fuser *outer, MlirBlock block) {
  Fuser f = {.b = outer->b};
  f.units = val_map_create(f.b.arena);
  MlirOperation end = mlirBlockGetTerminator(block), op = mlirBlockGetFirstOperation(block), next;
  for (; op.ptr != end.ptr; op = next) {
    next = mlirOperationGetNextInBlock(op);
    OpCall c = op_call(f.b.arena, op);
    Lanes lanes = {0};
    bool pure = op_is_pure(f.b.arena, f.b.module, op);
    bool kernel = c.kind == OP_FUSION; // made before, or by hand
    if (!kernel && (!pure || !lanes_find(f.b.arena, &c, &lanes))) {
      lanes.shape = (Dims){0};
      for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
        fuse_block(&f, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)));
    }
    if (pure)
      add_unit(&f, op, lanes.shape);
    else
      fuse_stretch(&f, op);
  }
  fuse_stretch(&f, end);
}

bool fuse(MlirModule m) {
  Arena a;
  arena_init(&a);
  Engine e = engine_begin(&a);
  Fuser f = {.b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a, .engine = &e}};
  f.b.loc = mlirLocationUnknownGet(f.b.ctx);
  MlirOperation func = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(func); func = mlirOperationGetNextInBlock(func)) {
    dce_block(&a, m, func_body(func));
    if (!mlirBlockIsNull(func_body(func))) fuse_block(&f, func_body(func));
  }
  engine_drop_uses(&e);
  func = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(func); func = mlirOperationGetNextInBlock(func))
    dce_block(&a, m, func_body(func));
  engine_end(&e);
  arena_release(&a);
  return true;
}

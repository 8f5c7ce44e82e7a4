// control_case.c -- batching, forward and reverse mode of case.
//
// Branches take nothing but what they capture: tangents and residuals reach them the same way.
#include "dialect/clone.h"
#include "dialect/ops/control.h"
#include "dialect/transforms/transforms.h"

static MlirOperation build_case(Build *b, Val index, int nbranches, MlirBlock *blocks, int nout) {
  MlirRegion *regions = ARENA_ARRAY(b->arena, MlirRegion, nbranches + 1);
  for (int i = 0; i < nbranches; i++)
    regions[i] = region_of(blocks[i]);
  OpCall c = {.kind = OP_CASE,
              .loc = b->loc,
              .nin = 1,
              .nout = nout,
              .in = &index,
              .nregions = nbranches,
              .regions = regions,
              .attrs = mlirDictionaryAttrGet(b->ctx, 0, NULL)};
  return build_op_regions(b, &c);
}

//===-- vmap ------------------------------------------------------------------------===//

// The index, clamped into [0, n), as what select_n takes for arrays of dims d.
static Val select_index(Build *b, Val index, int n, Dims d) {
  if (!element_is_bool(val_element(index))) {
    Val zero = op_splat_like(b, index, 0), last = op_splat_like(b, index, n - 1);
    Val low = op_binary(b, OP_MAX, index, zero);
    index = op_binary(b, OP_MIN, low, last);
    if (n == 2) {
      MlirType t = type_tensor(mlirIntegerTypeGet(b->ctx, 1), val_dims(index));
      index = op_result(build_op(b, OP_GT, 2, (Val[]){index, zero}, (MlirAttribute){0}, 1, &t), 0);
    }
  }
  return op_broadcast(b, index, d, dims_iota(1));
}

// Every lane computes all branches and selects.
static bool select_branches(Build *b, const OpCall *c, Val *out, bool *out_batched) {
  int n = c->nregions;
  Val *all = ARENA_ARRAY(b->arena, Val, n * c->nout + 1);
  bool *flags = ARENA_ARRAY(b->arena, bool, c->nout + 1);
  for (int r = 0; r < n; r++) {
    Val *ys = all + r * c->nout;
    if (!vmap_block(b, region_block(c->regions[r]), NULL, ys, flags)) return false;
    for (int i = 0; i < c->nout; i++)
      ys[i] = vmap_force(b, ys[i], flags[i]);
  }
  for (int i = 0; i < c->nout; i++) {
    Val *in = ARENA_ARRAY(b->arena, Val, n + 1);
    for (int r = 0; r < n; r++)
      in[r + 1] = all[r * c->nout + i];
    out[i] = in[1];
    out_batched[i] = true;
    if (n == 1) continue;
    in[0] = select_index(b, c->in[0], n, val_dims(in[1]));
    MlirOperation op = build_op(b, OP_SELECT_N, n + 1, in, (MlirAttribute){0}, 1, NULL);
    if (mlirOperationIsNull(op)) return false;
    out[i] = op_result(op, 0);
  }
  return true;
}

bool batch_case(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched) {
  if (batched[0]) return select_branches(b, c, out, out_batched);
  int n = c->nregions;
  MlirBlock *blocks = ARENA_ARRAY(b->arena, MlirBlock, n + 1);
  Val *all = ARENA_ARRAY(b->arena, Val, n * c->nout + 1);
  bool *flags = ARENA_ARRAY(b->arena, bool, n * c->nout + 1);
  for (int r = 0; r < n; r++) {
    Build at = build_in(b, blocks[r] = mlirBlockCreate(0, NULL, NULL));
    int k = r * c->nout;
    if (!vmap_block(&at, region_block(c->regions[r]), NULL, all + k, flags + k)) return false;
    for (int i = 0; i < c->nout; i++)
      out_batched[i] |= flags[k + i];
  }
  for (int r = 0; r < n; r++) {
    Build at = build_in(b, blocks[r]);
    Val *ys = all + r * c->nout;
    for (int i = 0; i < c->nout; i++)
      if (out_batched[i]) ys[i] = vmap_force(&at, ys[i], flags[r * c->nout + i]);
    build_yield(&at, c->nout, ys);
  }
  MlirOperation op = build_case(b, c->in[0], n, blocks, c->nout);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < c->nout; i++)
    out[i] = op_result(op, i);
  return true;
}

//===-- jvp -------------------------------------------------------------------------===//

typedef struct Branches {
  int n, nout;
  JvpBlock *r;
  bool *mask; // results with a tangent in some branch
} Branches;

static bool jvp_branches(Build *b, const OpCall *c, Branches *x) {
  *x = (Branches){.n = c->nregions, .nout = c->nout};
  x->r = ARENA_ARRAY(b->arena, JvpBlock, x->n + 1);
  x->mask = ARENA_ARRAY(b->arena, bool, c->nout + 1);
  for (int k = 0; k < x->n; k++) {
    if (!jvp_copy(b, region_block(c->regions[k]), NULL, &x->r[k])) return false;
    for (int i = 0; i < c->nout; i++)
      x->mask[i] |= !val_is_none(x->r[k].dy[i]);
  }
  return true;
}

// The tangents of branch k that the case gives, mapped; returns how many.
static int branch_tangents(Build *at, const Branches *x, int k, const ValMap *m, Val *out) {
  int n = 0;
  const JvpBlock *r = &x->r[k];
  for (int i = 0; i < x->nout; i++) {
    if (!x->mask[i]) continue;
    out[n++] =
        val_is_none(r->dy[i]) ? zeros_like(at, r->y[i]) : (m ? val_map_get(m, r->dy[i]) : r->dy[i]);
  }
  return n;
}

static bool jvp_together(Build *b, const OpCall *c, Branches *x, Val *dy) {
  MlirBlock *blocks = ARENA_ARRAY(b->arena, MlirBlock, x->n + 1);
  int n = x->nout;
  for (int k = 0; k < x->n; k++) {
    Build at = build_in(b, blocks[k] = x->r[k].block);
    Val *out = vals_join(b, x->nout, x->r[k].y, x->nout, x->r[k].y);
    n = x->nout + branch_tangents(&at, x, k, NULL, out + x->nout);
    build_yield(&at, n, out);
  }
  MlirOperation op = build_case(b, c->in[0], x->n, blocks, n);
  if (mlirOperationIsNull(op)) return false;
  Val *made = ARENA_ARRAY(b->arena, Val, x->nout + 1);
  for (int i = 0, t = x->nout; i < x->nout; i++) {
    made[i] = op_result(op, i);
    if (x->mask[i]) dy[i] = op_result(op, t++);
  }
  engine_of(b)->replaced = made;
  return true;
}

//===-- linearize -------------------------------------------------------------------===//

// Residuals of the branches share slots of equal type.
typedef struct Slots {
  int n;
  MlirType *types;
} Slots;

// The slot of each of the n residuals of a branch.
static int *assign_slots(Build *b, Slots *s, int n, const Val *res) {
  int *slot = ARENA_ARRAY(b->arena, int, n + 1);
  bool *taken = ARENA_ARRAY(b->arena, bool, s->n + n + 1);
  for (int i = 0; i < n; i++) {
    MlirType t = mlirValueGetType(res[i]);
    int k = 0;
    while (k < s->n && (taken[k] || !mlirTypeEqual(s->types[k], t)))
      k++;
    if (k == s->n) s->types[s->n++] = t;
    taken[k] = true;
    slot[i] = k;
  }
  return slot;
}

typedef struct CaseSplit {
  Branches x;
  Slots slots;
  int *nres;
  Val **res;
  int **slot;
} CaseSplit;

static MlirOperation values_case(Build *b, const OpCall *c, CaseSplit *s) {
  MlirBlock *blocks = ARENA_ARRAY(b->arena, MlirBlock, s->x.n + 1);
  int n = s->x.nout + s->slots.n;
  for (int k = 0; k < s->x.n; k++) {
    const JvpBlock *r = &s->x.r[k];
    Build at = build_in(b, blocks[k] = mlirBlockCreate(0, NULL, NULL));
    ValMap *m = val_map_create(b->arena);
    linearize_copy(&at, r->block, false, 0, NULL, m);
    Val *out = ARENA_ARRAY(b->arena, Val, n + 1);
    for (int i = 0; i < s->x.nout; i++)
      out[i] = val_map_get(m, r->y[i]);
    for (int i = 0; i < s->nres[k]; i++)
      out[s->x.nout + s->slot[k][i]] = val_map_get(m, s->res[k][i]);
    for (int i = 0; i < s->slots.n; i++)
      if (val_is_none(out[s->x.nout + i])) out[s->x.nout + i] = op_zeros(&at, s->slots.types[i]);
    build_yield(&at, n, out);
  }
  return build_case(b, c->in[0], s->x.n, blocks, n);
}

static MlirOperation linear_case(Build *b, const OpCall *c, CaseSplit *s, MlirOperation values) {
  MlirBlock *blocks = ARENA_ARRAY(b->arena, MlirBlock, s->x.n + 1);
  int n = 0;
  for (int k = 0; k < s->x.n; k++) {
    const JvpBlock *r = &s->x.r[k];
    Build at = build_in(b, blocks[k] = mlirBlockCreate(0, NULL, NULL));
    ValMap *m = val_map_create(b->arena);
    for (int i = 0; i < s->nres[k]; i++)
      val_map_put(m, s->res[k][i], op_result(values, s->x.nout + s->slot[k][i]));
    linearize_copy(&at, r->block, true, r->nout, r->dy, m);
    Val *out = ARENA_ARRAY(b->arena, Val, s->x.nout + 1);
    n = branch_tangents(&at, &s->x, k, m, out);
    build_yield(&at, n, out);
  }
  return build_case(b, c->in[0], s->x.n, blocks, n);
}

static bool linearize_case(Build *b, const OpCall *c, Branches *x, Val *dy) {
  CaseSplit s = {.x = *x,
                 .nres = ARENA_ARRAY(b->arena, int, x->n + 1),
                 .res = ARENA_ARRAY(b->arena, Val *, x->n + 1),
                 .slot = ARENA_ARRAY(b->arena, int *, x->n + 1)};
  int room = 1;
  for (int k = 0; k < x->n; k++) {
    s.res[k] = linearize_residuals(b, x->r[k].block, x->nout, x->r[k].dy, &s.nres[k]);
    room += s.nres[k];
    engine_bury_block(engine_of(b), x->r[k].block);
  }
  s.slots.types = ARENA_ARRAY(b->arena, MlirType, room);
  for (int k = 0; k < x->n; k++)
    s.slot[k] = assign_slots(b, &s.slots, s.nres[k], s.res[k]);
  MlirOperation values = values_case(b, c, &s);
  if (mlirOperationIsNull(values)) return false;
  MlirOperation op = linear_case(b, c, &s, values);
  if (mlirOperationIsNull(op)) return false;
  Val *made = ARENA_ARRAY(b->arena, Val, x->nout + 1);
  for (int i = 0, t = 0; i < x->nout; i++) {
    made[i] = op_result(values, i);
    if (x->mask[i]) dy[i] = op_result(op, t++);
  }
  engine_of(b)->replaced = made;
  return true;
}

bool jvp_case(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Branches x;
  if (!jvp_branches(b, c, &x)) return false;
  return engine_of(b)->linearize ? linearize_case(b, c, &x, dy) : jvp_together(b, c, &x, dy);
}

//===-- transpose -------------------------------------------------------------------===//

bool transpose_case(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *ct_in) {
  int ncaptures, nbranches = c->nregions, n = 0;
  Val *captures = transpose_captures(b, c->op, &ncaptures);
  MlirBlock *blocks = ARENA_ARRAY(b->arena, MlirBlock, nbranches + 1);
  Val **cts = ARENA_ARRAY(b->arena, Val *, nbranches + 1);
  bool *mask = ARENA_ARRAY(b->arena, bool, ncaptures + 1);
  for (int k = 0; k < nbranches; k++) {
    cts[k] = ARENA_ARRAY(b->arena, Val, ncaptures + 1);
    TransposeBlock t = {
        .ct = ct, .ncaptures = ncaptures, .captures = captures, .ct_captures = cts[k]};
    Build at = build_in(b, blocks[k] = mlirBlockCreate(0, NULL, NULL));
    if (!transpose_copy(&at, region_block(c->regions[k]), &t)) return false;
    for (int i = 0; i < ncaptures; i++)
      mask[i] |= !val_is_none(cts[k][i]);
  }
  for (int k = 0; k < nbranches; k++) {
    Build at = build_in(b, blocks[k]);
    Val *out = ARENA_ARRAY(b->arena, Val, ncaptures + 1);
    n = 0;
    for (int i = 0; i < ncaptures; i++)
      if (mask[i]) out[n++] = zeros_if_none(&at, cts[k][i], captures[i]);
    build_yield(&at, n, out);
  }
  MlirOperation op = build_case(b, c->in[0], nbranches, blocks, n);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0, k = 0; i < ncaptures; i++)
    if (mask[i]) transpose_add(b, captures[i], op_result(op, k++));
  return true;
}

// control.c -- regions: while, case, scan, fusion.
//
// Carries live in a frame of their own per iteration, the last two of which are alive at a time, so
// that a long loop takes no more memory than a short one.
#include "dialect/clone.h"
#include "dialect/interpret/array.h"
#include "dialect/support/diag.h"

#include <string.h>

static MlirBlock body_of(const OpCall *c, int i) { return mlirRegionGetFirstBlock(c->regions[i]); }

static void copy_into(Array *y, const Array *x) {
  y->unknown = x->unknown;
  memcpy(y->data, x->data, (size_t)y->n * (size_t)dtype_size(y->dtype));
}

static void frame_open(Interp *in, Frame *f) {
  *f = (Frame){.outer = in->frame};
  arena_init(&f->arena);
  f->values = val_map_create(&f->arena);
  in->frame = f;
}

static bool run_into(Interp *in, MlirBlock block, int nargs, const Array *const *args, int n,
                     Array *const *y) {
  Frame f;
  frame_open(in, &f);
  Array **out = ARENA_ARRAY(&f.arena, Array *, n + 1);
  bool ok = interp_block(in, block, nargs, (Array *const *)args, n, out);
  for (int i = 0; ok && i < n; i++) copy_into(y[i], out[i]);
  in->frame = f.outer;
  arena_release(&f.arena);
  return ok;
}

//===-- while ----------------------------------------------------------------------------===//

// *go: what the condition says of the carry.
static bool test(Interp *in, const OpCall *c, Array *const *carry, bool *go) {
  Frame f;
  frame_open(in, &f);
  Array *out;
  bool ok = interp_block(in, body_of(c, 0), c->nin, carry, 1, &out);
  if (ok && out->unknown) in->culprit = in->clock, ok = false;
  if (ok) *go = array_get(out, 0).i;
  in->frame = f.outer;
  arena_release(&f.arena);
  return ok;
}

bool interp_while(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Frame frames[2], *home = in->frame;
  Array **carry = (Array **)x;
  bool go = false, ok = test(in, c, carry, &go);
  int turn = 0;
  arena_init(&frames[1].arena);
  for (; ok && go; turn ^= 1) {
    Frame *f = &frames[turn];
    frame_open(in, f);
    Array **next = ARENA_ARRAY(&f->arena, Array *, c->nin + 1);
    ok = interp_block(in, body_of(c, 1), c->nin, carry, c->nin, next);
    in->frame = home;
    arena_release(&frames[turn ^ 1].arena);
    carry = next;
    ok = ok && test(in, c, carry, &go);
  }
  for (int i = 0; ok && i < c->nout; i++) copy_into(y[i], carry[i]);
  if (carry != (Array **)x) arena_release(&frames[turn ^ 1].arena);
  return ok;
}

//===-- scan -----------------------------------------------------------------------------===//

// Element i of x along its first axis.
static Array *element_of(Arena *a, const Array *x, int64_t i) {
  Dims rest = dims_of(x->dims.n - 1, x->dims.d + 1);
  Array *y = array_create(a, x->dtype, rest);
  size_t size = (size_t)y->n * (size_t)dtype_size(x->dtype);
  memcpy(y->data, x->data + (size_t)i * size, size);
  y->unknown = x->unknown;
  return y;
}

static void put_element(Array *y, const Array *x, int64_t i) {
  y->unknown |= x->unknown;
  size_t size = (size_t)x->n * (size_t)dtype_size(x->dtype);
  memcpy(y->data + (size_t)i * size, x->data, size);
}

bool interp_scan(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t length = attr_int(c->attrs, "length");
  int ncarry = (int)attr_int(c->attrs, "num_carry");
  bool reverse = attr_flag(c->attrs, "reverse"), ok = true;
  for (int i = 0; i < ncarry; i++) copy_into(y[i], x[i]);
  for (int64_t k = 0; ok && k < length; k++) {
    int64_t at = reverse ? length - 1 - k : k;
    Frame f;
    frame_open(in, &f);
    Array **args = ARENA_ARRAY(&f.arena, Array *, c->nin + 1);
    Array **out = ARENA_ARRAY(&f.arena, Array *, c->nout + 1);
    for (int i = 0; i < c->nin; i++)
      args[i] = i < ncarry ? y[i] : element_of(&f.arena, x[i], at);
    ok = interp_block(in, body_of(c, 0), c->nin, args, c->nout, out);
    for (int i = 0; ok && i < c->nout; i++) {
      if (i < ncarry) copy_into(y[i], out[i]);
      else put_element(y[i], out[i], at);
    }
    in->frame = f.outer;
    arena_release(&f.arena);
  }
  return ok;
}

//===-- case, fusion ---------------------------------------------------------------------===//

bool interp_case(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t i = array_get(x[0], 0).i;
  i = i < 0 ? 0 : i >= c->nregions ? c->nregions - 1 : i;
  return run_into(in, body_of(c, (int)i), 0, NULL, c->nout, y);
}

bool interp_fusion(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return run_into(in, body_of(c, 0), c->nin, x, c->nout, y);
}

bool interp_yield(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  BUG("a terminator is not run");
}

// expand.c -- ops that have an `expand` rule and no lowering of their own become others, before
// lowering.
//
//   require:  transformations are expanded (those that are not stay)
//   ensure:   no op with an expansion is left, except kernels
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static bool build_expansion(Build *at, const OpCall *c, Val *out) {
  if (!op_rules(c->kind)->expand(at, c, out)) return false;
  for (int i = 0; i < c->nout; i++) {
    if (mlirTypeEqual(mlirValueGetType(out[i]), c->out[i])) continue;
    diag_error(loc_range(c->loc), NULL, NULL, "%s: result %d is %s, not %s", op_name(c->kind), i,
               type_text(mlirValueGetType(out[i])), type_text(c->out[i]));
    return false;
  }
  return true;
}

bool expand_one(Build *b, MlirOperation op, MlirOperation *next) {
  OpCall c = op_call(b->arena, op);
  Build at = *b;
  at.block = mlirBlockCreate(0, NULL, NULL);
  at.before = (MlirOperation){0};
  at.loc = c.loc;
  Val *out = ARENA_ARRAY(b->arena, Val, c.nout + 1);
  if (!build_expansion(&at, &c, out)) {
    engine_drop_uses_in(at.block);
    mlirBlockDestroy(at.block);
    return false;
  }
  MlirOperation x = mlirBlockGetFirstOperation(at.block);
  if (!mlirOperationIsNull(x)) *next = x;
  while (!mlirOperationIsNull(x)) {
    MlirOperation following = mlirOperationGetNextInBlock(x);
    mlirOperationMoveBefore(x, op);
    x = following;
  }
  for (int i = 0; i < c.nout; i++)
    mlirValueReplaceAllUsesOfWith(op_result(op, i), out[i]);
  mlirOperationDestroy(op);
  mlirBlockDestroy(at.block);
  return true;
}

static bool is_kept(Build *b, const OpRules *r, MlirOperation op) {
  if (!r->kept) return false;
  OpCall c = op_call(b->arena, op);
  return r->kept(&c);
}

static bool is_expandable(Build *b, MlirOperation op, unsigned flags) {
  OpKind k = op_kind(op);
  const OpRules *r = k == OP_COUNT ? NULL : op_rules(k);
  if (!r || !r->expand || (r->flags & OP_REGION) || !strcmp(op_info[k].family, "transform"))
    return false;
  return (!flags || r->flags & flags) && !is_kept(b, r, op);
}

// Ops with one of these flags, or all.
static bool expand_block(Build *b, MlirBlock block, unsigned flags) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    if (is_expandable(b, op, flags)) {
      if (!expand_one(b, op, &next)) return false;
      continue;
    }
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
      MlirBlock inner = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
      if (!mlirBlockIsNull(inner) && !expand_block(b, inner, flags)) return false;
    }
    next = mlirOperationGetNextInBlock(op);
  }
  return true;
}

// Functions that expansions add to the module come after those that are looked at.
static bool expand_in(MlirModule m, unsigned flags) {
  Arena a;
  arena_init(&a);
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
  bool ok = expand_block(&b, mlirModuleGetBody(m), flags);
  arena_release(&a);
  return ok;
}

bool expand_ops(MlirModule m) { return expand_in(m, 0); }
bool expand_definitions(MlirModule m) { return expand_in(m, OP_DEFINED); }

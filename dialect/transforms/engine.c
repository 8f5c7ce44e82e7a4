// engine.c -- what the transformations share: dead ops, blocks, derived functions.
#include "dialect/clone.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

#include <mlir-c/BuiltinAttributes.h>
#include <string.h>

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

//===-- dead ops --------------------------------------------------------------------===//

struct Dead {
  VEC(MlirOperation) ops;
  VEC(MlirBlock) blocks;
};

Engine engine_begin(Arena *a) {
  return (Engine){.arena = a,
                  .map = val_map_create(a),
                  .linear = val_map_create(a),
                  .dead = ARENA_NEW(a, Dead)};
}

// Dead ops use each other's results: no use may be left when the first is destroyed.
static void drop_uses(MlirOperation op);

void engine_drop_uses_in(MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    drop_uses(op);
}

static void drop_uses(MlirOperation op) {
  mlirOperationSetOperands(op, 0, NULL);
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    for (; !mlirBlockIsNull(block); block = mlirBlockGetNextInRegion(block))
      engine_drop_uses_in(block);
  }
}

void engine_drop_uses(Engine *e) {
  Dead *d = e->dead;
  for (uint32_t i = 0; i < d->ops.n; i++)
    drop_uses(d->ops.data[i]);
  for (uint32_t i = 0; i < d->blocks.n; i++)
    engine_drop_uses_in(d->blocks.data[i]);
}

void engine_end(Engine *e) {
  engine_drop_uses(e);
  Dead *d = e->dead;
  for (uint32_t i = 0; i < d->ops.n; i++)
    mlirOperationDestroy(d->ops.data[i]);
  for (uint32_t i = 0; i < d->blocks.n; i++)
    mlirBlockDestroy(d->blocks.data[i]);
}

void engine_bury(Engine *e, MlirOperation op) {
  mlirOperationRemoveFromParent(op);
  VEC_PUSH(e->arena, e->dead->ops, op);
}

void engine_bury_block(Engine *e, MlirBlock block) { VEC_PUSH(e->arena, e->dead->blocks, block); }

//===-- blocks and values -----------------------------------------------------------===//

MlirRegion region_of(MlirBlock block) {
  MlirRegion r = mlirRegionCreate();
  mlirRegionAppendOwnedBlock(r, block);
  return r;
}

Build build_in(const Build *b, MlirBlock block) {
  Build r = *b;
  r.block = block;
  r.before = (MlirOperation){0};
  return r;
}

bool op_uses(Arena *a, MlirOperation op, const ValMap *set) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    if (val_map_has(set, mlirOperationGetOperand(op, i))) return true;
  if (!mlirOperationGetNumRegions(op)) return false;
  int n;
  Val *captures = region_captures(a, op, &n);
  for (int i = 0; i < n; i++)
    if (val_map_has(set, captures[i])) return true;
  return false;
}

int64_t *attr_list(Arena *a, MlirAttribute dict, const char *name, int *n) {
  MlirAttribute x = attr_get(dict, name);
  *n = mlirAttributeIsNull(x) ? 0 : (int)mlirDenseArrayGetNumElements(x);
  int64_t *d = ARENA_ARRAY(a, int64_t, *n + 1);
  for (int i = 0; i < *n; i++)
    d[i] = mlirDenseI64ArrayGetElement(x, i);
  return d;
}

Val *vals_join(Build *b, int n, const Val *xs, int m, const Val *ys) {
  Val *r = ARENA_ARRAY(b->arena, Val, n + m + 1);
  for (int i = 0; i < n; i++)
    r[i] = xs[i];
  for (int i = 0; i < m; i++)
    r[n + i] = ys[i];
  return r;
}

Val zeros_like(Build *b, Val v) { return op_zeros(b, mlirValueGetType(v)); }

//===-- derived functions -----------------------------------------------------------===//

Signature signature_make(Build *b, MlirOperation func, const char *kind, int n, const bool *mask,
                         int64_t size) {
  char *bits = ARENA_ARRAY(b->arena, char, n + 1);
  for (int i = 0; i < n; i++)
    bits[i] = mask[i] ? '1' : '0';
  const char *name = func_name(b->arena, func);
  return (Signature){kind,
                     arena_printf(b->arena, "%s %s %s %lld", kind, name, bits, (long long)size)};
}

static MlirAttribute signature_attr(MlirContext ctx, const Signature *s) {
  return mlirStringAttrGet(ctx, ref(s->text));
}

MlirOperation derived_find(Build *b, const Signature *s) {
  return func_derived(b->module, signature_attr(b->ctx, s));
}

MlirOperation derived_create(Build *b, MlirOperation from, const Signature *s, int nin,
                             const MlirType *in) {
  Build at = *b;
  at.loc = mlirOperationGetLocation(from);
  const char *base = func_name(b->arena, from);
  size_t n = strlen(base);
  if (!strcmp(s->kind, "pull") && n > 4 && !strcmp(base + n - 4, ".lin")) n -= 4; // f.lin: f.pull
  const char *name = arena_printf(b->arena, "%.*s.%s", (int)n, base, s->kind);
  MlirOperation f = func_create(&at, name, nin, in, 0, NULL, "private");
  func_set_derived(f, signature_attr(b->ctx, s));
  MlirAttribute policy = mlirOperationGetAttributeByName(from, ref("cjax.checkpoint"));
  if (!mlirAttributeIsNull(policy) && (!strcmp(s->kind, "vmap") || !strcmp(s->kind, "jvp")))
    mlirOperationSetAttributeByName(f, ref("cjax.checkpoint"), policy);
  return f;
}

MlirOperation derived_done(MlirOperation func, bool ok) {
  if (ok) return func;
  func_destroy(func);
  return (MlirOperation){0};
}

void derived_set_mask(MlirOperation func, int n, const bool *mask) {
  Arena a;
  arena_init(&a);
  char *bits = ARENA_ARRAY(&a, char, n + 1);
  for (int i = 0; i < n; i++)
    bits[i] = mask[i] ? '1' : '0';
  MlirContext ctx = mlirOperationGetContext(func);
  mlirOperationSetAttributeByName(func, ref("cjax.mask"), mlirStringAttrGet(ctx, ref(bits)));
  arena_release(&a);
}

bool *derived_mask(Arena *a, MlirOperation func, int *n) {
  MlirStringRef s = mlirStringAttrGetValue(mlirOperationGetAttributeByName(func, ref("cjax.mask")));
  bool *mask = ARENA_ARRAY(a, bool, s.length + 1);
  for (size_t i = 0; i < s.length; i++)
    mask[i] = s.data[i] == '1';
  *n = (int)s.length;
  return mask;
}

static MlirType func_type(MlirOperation func) {
  return mlirTypeAttrGetValue(mlirOperationGetAttributeByName(func, ref("function_type")));
}

int func_nin(MlirOperation func) { return (int)mlirFunctionTypeGetNumInputs(func_type(func)); }
int func_nout(MlirOperation func) { return (int)mlirFunctionTypeGetNumResults(func_type(func)); }
MlirType func_in(MlirOperation func, int i) { return mlirFunctionTypeGetInput(func_type(func), i); }
MlirType func_out(MlirOperation func, int i) {
  return mlirFunctionTypeGetResult(func_type(func), i);
}

MlirOperation call_create(Build *b, MlirOperation func, int n, const Val *in) {
  int nout = func_nout(func);
  MlirType *out = ARENA_ARRAY(b->arena, MlirType, nout + 1);
  for (int i = 0; i < nout; i++)
    out[i] = func_out(func, i);
  MlirAttribute callee = attr_symbol(b->ctx, func_name(b->arena, func));
  return build_any(b, "func.call", n, in, nout, out, attrs_make(b->ctx, 1, "callee", callee));
}

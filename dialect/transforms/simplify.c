// simplify.c -- applies patterns to every op until none applies, and removes dead ops.
//
//   require:  transformations are expanded
//   ensure:   no pattern applies (or the limit of rounds was met)
#include "dialect/transforms/simplify.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/transforms.h"

enum { MAX_ROUNDS = 12 };

// clang-format off
const Pattern patterns[] = {
    {OP_ADD,                  simplify_add},
    {OP_SUB,                  simplify_sub},
    {OP_MUL,                  simplify_mul},
    {OP_DIV,                  simplify_div},
    {OP_NEG,                  simplify_neg},
    {OP_INTEGER_POW,          simplify_integer_pow},
    {OP_POW,                  simplify_pow},
    {OP_SELECT_N,             simplify_select},
    {OP_CONVERT_ELEMENT_TYPE, simplify_convert},
    {OP_STOP_GRADIENT,        simplify_marker},
    {OP_COPY,                 simplify_marker},
    {OP_NAME,                 simplify_marker},
    {OP_BROADCAST_IN_DIM,     simplify_broadcast},
    {OP_RESHAPE,              simplify_reshape},
    {OP_SQUEEZE,              simplify_squeeze},
    {OP_TRANSPOSE,            simplify_transpose},
    {OP_PAD,                  simplify_pad},
    {OP_CONCATENATE,          simplify_concatenate},
    {OP_SLICE,                simplify_slice},
    {OP_DYNAMIC_SLICE,        simplify_dynamic_slice},
    {OP_REDUCE_SUM,           simplify_reduce},
    {OP_REDUCE_PROD,          simplify_reduce},
    {OP_REDUCE_MAX,           simplify_reduce},
    {OP_REDUCE_MIN,           simplify_reduce},
    {OP_DOT_GENERAL,          simplify_dot_outer},
    {OP_DOT_GENERAL,          simplify_dot_operands},
    {OP_TRANSPOSE,            simplify_dot_result},
    {OP_TRANSPOSE,            simplify_transposed_outer},
    {OP_CASE,                 simplify_case},
    {OP_WHILE,                simplify_while},
    {OP_SCAN,                 simplify_scan},
    {OP_COUNT,                fold_constants},
    {OP_COUNT,                pull_broadcast},
};
// clang-format on
const int pattern_count = sizeof patterns / sizeof *patterns;

MlirOperation defined_by(Val v, OpKind k) {
  if (!mlirValueIsAOpResult(v)) return (MlirOperation){0};
  MlirOperation op = mlirOpResultGetOwner(v);
  return op_kind(op) == k ? op : (MlirOperation){0};
}

Val op_operand(MlirOperation op, int i) { return mlirOperationGetOperand(op, i); }

static bool apply_any(Build *b, const OpCall *c, Val *out) {
  for (int i = 0; i < pattern_count; i++)
    if ((patterns[i].root == c->kind || patterns[i].root == OP_COUNT) &&
        patterns[i].apply(b, c, out))
      return true;
  return false;
}

typedef bool RewriteFn(Build *b, const OpCall *c, Val *out);

static bool simplify_op(Build *b, MlirOperation op, RewriteFn *rewrite) {
  OpCall c = op_call(b->arena, op);
  if (c.kind == OP_COUNT || !c.nout) return false;
  Val *out = ARENA_ARRAY(b->arena, Val, c.nout + 1);
  Build at = *b;
  at.block = mlirOperationGetBlock(op);
  at.before = op;
  at.loc = c.loc;
  if (!rewrite(&at, &c, out)) return false;
  for (int i = 0; i < c.nout; i++)
    if (!val_is_none(out[i])) mlirValueReplaceAllUsesOfWith(op_result(op, i), out[i]);
  mlirOperationDestroy(op);
  return true;
}

static bool apply_masks(Build *b, const OpCall *c, Val *out) {
  return c->kind == OP_MUL && simplify_masked_mul(b, c, out);
}

static bool simplify_block(Build *b, MlirBlock block, RewriteFn *rewrite) {
  bool changed = false;
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
      MlirBlock inner = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
      if (!mlirBlockIsNull(inner)) changed |= simplify_block(b, inner, rewrite);
    }
    changed |= simplify_op(b, op, rewrite);
  }
  return changed;
}

bool simplify(MlirModule m) {
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    bool changed = !mlirBlockIsNull(func_body(f));
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
      Arena a;
      arena_init(&a);
      Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
      changed = dce_block(&a, m, func_body(f));
      if (!round) changed |= simplify_block(&b, func_body(f), apply_masks);
      changed |= simplify_block(&b, func_body(f), apply_any);
      arena_release(&a);
    }
  }
  return true;
}

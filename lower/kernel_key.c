// kernel_key.c -- when two kernels are one.
#include "lower/kernel_key.h"

#include <string.h>

#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"

//===-- constants that may be parameters ----------------------------------------------===//

int opened_find(const Opened *o, Val v) {
  for (int i = 0; o && i < o->n; i++)
    if (mlirValueEqual(o->v[i], v)) return i;
  return -1;
}

static bool takes_any_float(OpKind k) {
  return k != OP_POW && k != OP_COUNT && op_rules(k)->flags & OP_ELEMENTWISE;
}

static bool takes_any_integer(OpKind k) {
  static const OpKind kinds[] = {OP_ADD, OP_SUB, OP_MUL, OP_MAX, OP_MIN, OP_EQ,    OP_NE,
                                 OP_LT,  OP_LE,  OP_GT,  OP_GE,  OP_XOR, OP_SELECT_N};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (k == kinds[i]) return true;
  return false;
}

static bool may_be_parameter(MlirType t, OpKind user) {
  MlirType e = type_element(t);
  if (element_is_float(e)) return takes_any_float(user) || user == OP_BROADCAST_IN_DIM;
  return element_is_integer(e) && (takes_any_integer(user) || user == OP_BROADCAST_IN_DIM);
}

static bool users_take(Val v) {
  MlirOpOperand u = mlirValueGetFirstUse(v);
  while (!mlirOpOperandIsNull(u) &&
         may_be_parameter(mlirValueGetType(v), op_kind(mlirOpOperandGetOwner(u))))
    u = mlirOpOperandGetNextUse(u);
  return mlirOpOperandIsNull(u);
}

Opened kernel_constants(Arena *a, const KernelSpec *s) {
  VEC(Val) open = {0};
  const OpCall *c = s->c;
  if (!optimise_by(OPTIMISE_FAMILIES)) return (Opened){0};
  for (int i = 0; i < c->nin; i++)
    if (s->in[i].kind == PASS_SPLAT && may_be_parameter(mlirValueGetType(c->in[i]), c->kind))
      VEC_PUSH(a, open, c->in[i]);
  MlirOperation op = {0};
  if (c->kind == OP_FUSION)
    op = mlirBlockGetFirstOperation(mlirRegionGetFirstBlock(c->regions[0]));
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    if (op_kind(op) == OP_CONSTANT && users_take(op_result(op, 0)))
      VEC_PUSH(a, open, op_result(op, 0));
  return (Opened){(int)open.n, open.data};
}

//===-- keys ------------------------------------------------------------------------===//

static void key_ptr(StrBuf *k, const void *p) { strbuf_add(k, (const char *)&p, sizeof p); }
static void key_int(StrBuf *k, int64_t i) { strbuf_add(k, (const char *)&i, sizeof i); }

// Values by the order in which they are defined.
typedef struct Numbering {
  VEC(Val) vals;
  Arena *arena;
  const Opened *open;
} Numbering;

static int64_t number_of(const Numbering *n, Val v) {
  for (uint32_t i = n->vals.n; i-- > 0;)
    if (mlirValueEqual(n->vals.data[i], v)) return i;
  return -1;
}

static void key_region(StrBuf *k, Numbering *n, MlirRegion r);

static void key_attrs(StrBuf *k, MlirOperation op) {
  intptr_t n = mlirOperationGetNumAttributes(op);
  key_int(k, n);
  for (intptr_t i = 0; i < n; i++) {
    MlirNamedAttribute a = mlirOperationGetAttribute(op, i);
    key_ptr(k, a.name.ptr), key_ptr(k, a.attribute.ptr);
  }
}

static void key_op(StrBuf *k, Numbering *n, MlirOperation op) {
  key_ptr(k, mlirIdentifierStr(mlirOperationGetName(op)).data);
  bool open = op_kind(op) == OP_CONSTANT && opened_find(n->open, op_result(op, 0)) >= 0;
  if (open)
    key_int(k, -1);
  else
    key_attrs(k, op);
  key_int(k, mlirOperationGetNumOperands(op));
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    key_int(k, number_of(n, mlirOperationGetOperand(op, i)));
  key_int(k, mlirOperationGetNumResults(op));
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    Val v = mlirOperationGetResult(op, i);
    key_ptr(k, mlirValueGetType(v).ptr);
    VEC_PUSH(n->arena, n->vals, v);
  }
  key_int(k, mlirOperationGetNumRegions(op));
  for (intptr_t i = 0; i < mlirOperationGetNumRegions(op); i++)
    key_region(k, n, mlirOperationGetRegion(op, i));
}

static void key_region(StrBuf *k, Numbering *n, MlirRegion r) {
  MlirBlock block = mlirRegionGetFirstBlock(r);
  key_int(k, mlirBlockGetNumArguments(block));
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++) {
    Val v = mlirBlockGetArgument(block, i);
    key_ptr(k, mlirValueGetType(v).ptr);
    VEC_PUSH(n->arena, n->vals, v);
  }
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op))
    key_op(k, n, op);
}

void kernel_key(StrBuf *k, Arena *a, const KernelSpec *s, const Opened *open) {
  strbuf_init(k, a);
  for (int i = 0; i < s->c->nin; i++) {
    key_ptr(k, mlirValueGetType(s->c->in[i]).ptr);
    key_int(k, (int)s->in[i].kind * 1000 + s->in[i].same);
    if (s->in[i].kind != PASS_SPLAT || opened_find(open, s->c->in[i]) >= 0) continue;
    MlirOperation op = mlirOpResultGetOwner(s->c->in[i]);
    key_ptr(k, mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("value")).ptr);
  }
  for (int i = 0; i < s->c->nout; i++)
    key_int(k, s->over[i]);
  key_int(k, s->once);
  Numbering n = {.arena = a, .open = open};
  key_op(k, &n, s->c->op);
}

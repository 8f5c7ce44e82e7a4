// op.c -- the op table, the view of an op as a call, and the verifier.
#include "dialect/op.h"
#include "dialect/location.h"
#include "dialect/support/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const OpInfo op_info[OP_COUNT] = {
#define OP(KIND, name, family) [OP_##KIND] = {"cjax." #name, #family, &rules_##name},
#include "dialect/ops.def"
#undef OP
};

OpKind op_kind_named(const char *name) {
  int k = 0;
  while (k < OP_COUNT && strcmp(op_info[k].name, name)) k++;
  return (OpKind)k;
}

// From interned op names to kinds; the process has one context, so that an address means one name.
enum { NAME_SLOTS = 1024 };
static struct {
  const void *name;
  OpKind kind;
} name_cache[NAME_SLOTS];

OpKind op_kind(MlirOperation op) {
  MlirIdentifier id = mlirOperationGetName(op);
  size_t slot = ((uintptr_t)id.ptr >> 4) % NAME_SLOTS;
  if (name_cache[slot].name == id.ptr) return name_cache[slot].kind;
  MlirStringRef s = mlirIdentifierStr(id);
  char name[64];
  OpKind k = OP_COUNT;
  if (s.length < sizeof name) {
    memcpy(name, s.data, s.length);
    name[s.length] = 0;
    k = op_kind_named(name);
  }
  name_cache[slot].name = id.ptr;
  name_cache[slot].kind = k;
  return (OpKind)k;
}

bool op_is_variable(MlirOperation op) {
  if (op_kind(op) != OP_NAME) return false;
  MlirAttribute name = mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("name"));
  MlirStringRef text = mlirStringAttrGetValue(name);
  return text.length > 4 && !memcmp(text.data, "var:", 4);
}

const char *op_name(OpKind k) { return k < OP_COUNT ? op_info[k].name + strlen("cjax.") : "?"; }

enum { MOST_ATTRS = 32 };

MlirAttribute op_attrs(MlirOperation op) {
  MlirContext ctx = mlirOperationGetContext(op);
  intptr_t n = mlirOperationGetNumAttributes(op);
  if (n > MOST_ATTRS) BUG("%s has %d attributes", op_name(op_kind(op)), (int)n);
  MlirNamedAttribute named[MOST_ATTRS];
  for (intptr_t i = 0; i < n; i++) named[i] = mlirOperationGetAttribute(op, i);
  return mlirDictionaryAttrGet(ctx, n, named);
}

static MlirLocation place; // of the op at hand

void op_at(MlirLocation loc) { place = loc; }

static const char too_many_dims[] = "arrays of more than %d dimensions";

void op_too_many_dims(void) {
  SrcRange none = {0};
  diag_end_captures();
  diag_error(place.ptr ? loc_range(place) : none, "CJ0440", "NotImplementedError",
             too_many_dims, MAX_RANK);
  exit(1);
}

OpCall op_call(Arena *a, MlirOperation op) {
  op_at(mlirOperationGetLocation(op));
  OpCall c = {.kind = op_kind(op), .loc = mlirOperationGetLocation(op), .op = op};
  c.nin = (int)mlirOperationGetNumOperands(op);
  c.nout = (int)mlirOperationGetNumResults(op);
  c.nregions = (int)mlirOperationGetNumRegions(op);
  Val *in = ARENA_ARRAY(a, Val, c.nin);
  MlirType *out = ARENA_ARRAY(a, MlirType, c.nout);
  MlirRegion *regions = ARENA_ARRAY(a, MlirRegion, c.nregions);
  for (int i = 0; i < c.nin; i++) in[i] = mlirOperationGetOperand(op, i);
  for (int i = 0; i < c.nout; i++) out[i] = mlirValueGetType(mlirOperationGetResult(op, i));
  for (int i = 0; i < c.nregions; i++) regions[i] = mlirOperationGetRegion(op, i);
  c.in = in;
  c.out = out;
  c.regions = regions;
  c.attrs = op_attrs(op);
  return c;
}

bool shape_error(const OpCall *c, const char *fmt, ...) {
  if (c->quiet) return false;
  char text[1024];
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(text, sizeof text, fmt, ap);
  va_end(ap);
  return shape_raise(c, "TypeError", "%s %s", op_name(c->kind), text);
}

bool shape_raise(const OpCall *c, const char *type, const char *fmt, ...) {
  if (c->quiet) return false;
  char text[1024];
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(text, sizeof text, fmt, ap);
  va_end(ap);
  diag_error(loc_range(c->loc), NULL, type, "%s", text);
  return false;
}

static SrcRange op_range(MlirOperation op) { return loc_range(mlirOperationGetLocation(op)); }

// Shape rules are asked about arrays only, with as many attributes as they can read.
static bool verify_form(MlirOperation op) {
  if (mlirOperationGetNumAttributes(op) > MOST_ATTRS)
    return diag_error(op_range(op), "CJ0722", NULL, "%s has more than %d attributes",
                      op_name(op_kind(op)), MOST_ATTRS),
           false;
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++) {
    MlirType t = mlirValueGetType(mlirOperationGetOperand(op, i));
    if (mlirTypeIsARankedTensor(t) && mlirShapedTypeGetRank(t) > MAX_RANK)
      return diag_error(op_range(op), "CJ0440", "NotImplementedError", too_many_dims, MAX_RANK),
             false;
    if (!type_is_array(t))
      return diag_error(op_range(op), "CJ0722", NULL, "%s takes arrays of cjax, got %s",
                        op_name(op_kind(op)), type_text(t)),
             false;
  }
  return true;
}

// The declared result types must be those that the shape rule finds.
bool cjax_verify_op(MlirOperation op) {
  if (!verify_form(op)) return false;
  Arena a;
  arena_init(&a);
  OpCall c = op_call(&a, op);
  MlirType *out = ARENA_ARRAY(&a, MlirType, c.nout);
  bool ok = op_rules(c.kind)->shape(&c, out);
  for (int i = 0; ok && i < c.nout; i++)
    if (!mlirTypeEqual(out[i], c.out[i]))
      ok = shape_error(&c, "has result %d of type %s where its operands give %s", i,
                       type_text(c.out[i]), type_text(out[i]));
  arena_release(&a);
  return ok;
}

static void check_rules(const OpInfo *o) {
  const OpRules *r = o->rules;
  bool zero = r->flags & OP_ZERO_TANGENT, nondiff = r->flags & OP_NONDIFF;
  bool structural = !strcmp(o->family, "control") || !strcmp(o->family, "transform") ||
                    !strcmp(o->family, "fusion") || !strcmp(o->family, "custom") ||
                    (r->flags & OP_EFFECT);
  if (!r->shape) BUG("%s has no shape rule", o->name);
  if (structural || r->expand) return;
  if (!r->batch) BUG("%s has neither a batching rule nor an expansion", o->name);
  if (!!r->jvp + zero + nondiff != 1)
    BUG("%s needs one of: a jvp rule, OP_ZERO_TANGENT, OP_NONDIFF", o->name);
}

void op_check_tables(void) {
  for (int k = 0; k < OP_COUNT; k++) check_rules(&op_info[k]);
}

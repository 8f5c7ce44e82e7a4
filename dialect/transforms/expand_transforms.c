// expand_transforms.c -- cjax.vmap, jvp, vjp, linear_transpose become calls of derived functions.
//
//   %g = cjax.vjp @loss(%w, %ct) wrt [0]
//     =>  %y, %r = call @loss.fwd(%w)
//         %g = cjax.linear_transpose @loss.lin(%r, %ct) residuals 1
//     =>  %y, %r = call @loss.fwd(%w)
//         %g = call @loss.pull(%r, %ct)
//
// What a transformed function itself transforms comes first: engines meet no transformation. A pass
// for one kind leaves an op whose function still holds others.
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

// What a pass expands: one kind, or OP_COUNT for all.
typedef struct Expansion {
  Build *b;
  OpKind only;
} Expansion;

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool is_transform(MlirOperation op) {
  OpKind k = op_kind(op);
  return k != OP_COUNT && !strcmp(op_info[k].family, "transform");
}

static bool expand_function(const Expansion *x, MlirOperation func);

//===-- notes on functions ----------------------------------------------------------===//

static const char EXPANDED[] = "cjax.expanded"; // done
static const char RUNNING[] = "cjax.expanding"; // begun
static const char HOLDS[] = "cjax.holds";       // transformations are left in it or what it names

static bool has_note(MlirOperation func, const char *name) {
  return !mlirAttributeIsNull(mlirOperationGetAttributeByName(func, ref(name)));
}

static void set_note(const Build *b, MlirOperation func, const char *name) {
  mlirOperationSetAttributeByName(func, ref(name), attr_unit(b->ctx));
}

static void remove_note(MlirOperation func, const char *name) {
  mlirOperationRemoveAttributeByName(func, ref(name));
}

//===-- ops -------------------------------------------------------------------------===//

// In the functions that op names; *holds when transformations are left there.
static bool expand_in_callees(const Expansion *x, MlirOperation op, bool *holds) {
  for (intptr_t i = 0; i < mlirOperationGetNumAttributes(op); i++) {
    MlirAttribute name = mlirOperationGetAttribute(op, i).attribute;
    if (!mlirAttributeIsAFlatSymbolRef(name)) continue;
    MlirOperation func = func_lookup(x->b->module, name);
    if (mlirOperationIsNull(func)) continue;
    if (!expand_function(x, func)) return false;
    *holds |= has_note(func, HOLDS);
  }
  return true;
}

static bool expand_in_block(const Expansion *x, MlirBlock block, bool *holds) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
      MlirBlock inner = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
      if (!expand_in_block(x, inner, holds)) return false;
    }
    bool inside = false;
    if (!expand_in_callees(x, op, &inside)) return false;
    if (is_transform(op)) {
      if (!inside && (x->only == OP_COUNT || op_kind(op) == x->only)) {
        if (!expand_one(x->b, op, &next)) return false;
        continue;
      }
      inside = true;
    }
    *holds |= inside;
  }
  return true;
}

static bool expand_function(const Expansion *x, MlirOperation func) {
  MlirBlock body = func_body(func);
  if (has_note(func, EXPANDED)) return true;
  if (mlirBlockIsNull(body) || has_note(func, RUNNING)) {
    diag_error(loc_range(mlirOperationGetLocation(func)), NULL, NULL, "@%s %s",
               func_name(x->b->arena, func),
               mlirBlockIsNull(body) ? "has no body" : "calls itself");
    return false;
  }
  set_note(x->b, func, RUNNING);
  bool holds = false, ok = expand_in_block(x, body, &holds);
  remove_note(func, RUNNING);
  if (!ok) return false;
  set_note(x->b, func, EXPANDED);
  if (holds) set_note(x->b, func, HOLDS);
  return true;
}

bool expand_in_function(Build *b, MlirOperation func) {
  Expansion x = {b, OP_COUNT};
  return mlirOperationIsNull(func) || expand_function(&x, func);
}

//===-- derivative rules ------------------------------------------------------------===//

// They have been used where they are needed: what is left is calls.
static bool expand_custom_in(Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      if (!expand_custom_in(b, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r))))
        return false;
    OpKind k = op_kind(op);
    if (k == OP_COUNT || strcmp(op_info[k].family, "custom") || !op_rules(k)->expand) continue;
    OpCall c = op_call(b->arena, op);
    Build at = *b;
    at.block = block;
    at.before = op;
    at.loc = c.loc;
    Val *out = ARENA_ARRAY(b->arena, Val, c.nout + 1);
    if (!op_rules(k)->expand(&at, &c, out)) return false;
    for (int i = 0; i < c.nout; i++)
      mlirValueReplaceAllUsesOfWith(op_result(op, i), out[i]);
    mlirOperationDestroy(op);
  }
  return true;
}

static void note_reached(Build *b, MlirBlock block, bool all);

static void note_reached_op(Build *b, MlirOperation op, bool reached) {
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
    note_reached(b, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)), reached);
  if (!reached && !is_transform(op)) return;
  for (intptr_t i = 0; i < mlirOperationGetNumAttributes(op); i++) {
    MlirAttribute name = mlirOperationGetAttribute(op, i).attribute;
    if (!mlirAttributeIsAFlatSymbolRef(name)) continue;
    MlirOperation func = func_lookup(b->module, name);
    if (mlirOperationIsNull(func) || has_note(func, HOLDS)) continue;
    set_note(b, func, HOLDS);
    if (!mlirBlockIsNull(func_body(func))) note_reached(b, func_body(func), true);
  }
}

// Notes the functions that the block's transformations (reached: all its ops) name, and what these
// name.
static void note_reached(Build *b, MlirBlock block, bool reached) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    note_reached_op(b, op, reached);
}

//===-- passes ----------------------------------------------------------------------===//

typedef bool FuncStep(Build *b, MlirOperation func, OpKind only);

static bool for_each_function(Build *b, FuncStep *step, OpKind only) {
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(b->module));
  bool ok = true;
  for (; ok && !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f))
    ok = mlirBlockIsNull(func_body(f)) || step(b, f, only);
  return ok;
}

static bool step_expand(Build *b, MlirOperation f, OpKind only) {
  Expansion x = {b, only};
  return expand_function(&x, f);
}

static bool step_reach(Build *b, MlirOperation f, OpKind only) {
  note_reached(b, func_body(f), false);
  return true;
}

static bool step_custom(Build *b, MlirOperation f, OpKind only) {
  return has_note(f, HOLDS) || expand_custom_in(b, func_body(f));
}

// What is for the engines alone; at the end also what is for transformations to come.
static bool step_remove_notes(Build *b, MlirOperation f, OpKind only) {
  static const char *const notes[] = {EXPANDED,    RUNNING,           HOLDS,       "cjax.derived",
                                      "cjax.mask", "cjax.checkpoint", "cjax.shown"};
  int n = only == OP_COUNT ? 7 : 5;
  for (int i = 0; i < n; i++)
    remove_note(f, notes[i]);
  for (intptr_t i = mlirOperationGetNumAttributes(f); only == OP_COUNT && i-- > 0;) {
    MlirStringRef name = mlirIdentifierStr(mlirOperationGetAttribute(f, i).name);
    if (name.length > 11 && !strncmp(name.data, "cjax.names.", 11))
      mlirOperationRemoveAttributeByName(f, name);
  }
  return true;
}

static bool run_steps(MlirModule m, int n, FuncStep *const *steps, OpKind only) {
  Arena a;
  arena_init(&a);
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
  b.loc = mlirLocationUnknownGet(b.ctx);
  bool ok = true;
  for (int i = 0; ok && i < n; i++)
    ok = for_each_function(&b, steps[i], only);
  arena_release(&a);
  return ok;
}

bool expand_transforms(MlirModule m) {
  static FuncStep *const steps[] = {step_expand, step_custom, step_remove_notes};
  return run_steps(m, 3, steps, OP_COUNT);
}

static bool expand_only(MlirModule m, OpKind only) {
  static FuncStep *const steps[] = {step_expand, step_remove_notes};
  return run_steps(m, 2, steps, only);
}

bool expand_only_vmap(MlirModule m) { return expand_only(m, OP_VMAP); }
bool expand_only_jvp(MlirModule m) { return expand_only(m, OP_JVP); }
bool expand_only_vjp(MlirModule m) { return expand_only(m, OP_VJP); }
bool expand_only_linear_transpose(MlirModule m) { return expand_only(m, OP_LINEAR_TRANSPOSE); }

bool expand_custom_rules(MlirModule m) {
  static FuncStep *const steps[] = {step_reach, step_custom, step_remove_notes};
  return run_steps(m, 3, steps, OP_CUSTOM_JVP_CALL);
}

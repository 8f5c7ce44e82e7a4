// checkpoint.c -- functions that keep less than their pull-back needs (jax.checkpoint).
//
//   func.func private @f(...) attributes {cjax.checkpoint = "nothing"}
//
// What linearize would save of such a function is computed again on the linear side, from what the
// policy keeps: ops that are not saved are repeated like cheap ones.
#include "dialect/clone.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

const char *checkpoint_policy(Arena *a, MlirOperation func) {
  MlirAttribute x = mlirOperationGetAttributeByName(func, ref("cjax.checkpoint"));
  if (mlirAttributeIsNull(x)) return NULL;
  MlirStringRef s = mlirStringAttrGetValue(x);
  return arena_strndup(a, s.data, s.length);
}

static MlirAttribute attr_named(MlirOperation op, const char *name) {
  return mlirOperationGetAttributeByName(op, ref(name));
}

// A product of matrices; batch: with batch dimensions too.
static bool is_dot(MlirOperation op, bool batch) {
  if (op_kind(op) != OP_DOT_GENERAL) return false;
  return batch || !mlirDenseArrayGetNumElements(attr_named(op, "lhs_batch"));
}

// Whether the words, separated by blanks, hold the name of a cjax.name.
static bool lists_name(const char *words, MlirOperation op) {
  MlirStringRef name = mlirStringAttrGetValue(attr_named(op, "name"));
  for (const char *p = words; *p;) {
    size_t n = strcspn(p, " )");
    if (n == name.length && !strncmp(p, name.data, n)) return true;
    p += n;
    if (*p == ')') return false;
    p += *p == ' ';
  }
  return false;
}

// The end of the parenthesis that opens at p.
static const char *closing(const char *p) {
  int depth = 0;
  do depth += (*p == '(') - (*p == ')');
  while (depth && *++p);
  return p;
}

static bool starts(const char *s, const char *word) { return !strncmp(s, word, strlen(word)); }

bool checkpoint_saves(const char *p, MlirOperation op) {
  bool name = op_kind(op) == OP_NAME && !op_is_variable(op);
  if (starts(p, "or (")) {
    const char *end = closing(p + 3);
    return checkpoint_saves(p + 4, op) || (*end && checkpoint_saves(end + 3, op));
  }
  if (starts(p, "dots_no_batch")) return is_dot(op, false);
  if (starts(p, "dots")) return is_dot(op, true);
  if (starts(p, "names ")) return name && lists_name(p + 6, op);
  if (starts(p, "any_but ")) return name && !lists_name(p + 8, op);
  if (starts(p, "except ")) return !name || !lists_name(p + 7, op);
  return false;
}

static void copy_flat(Build *b, MlirBlock block, ValMap *m);

static void copy_op_flat(Build *b, MlirOperation op, ValMap *m) {
  MlirAttribute symbol = attr_named(op, "callee");
  MlirOperation callee = {0};
  if (op_kind(op) == OP_COUNT && !mlirAttributeIsNull(symbol))
    callee = func_lookup(b->module, symbol);
  if (mlirOperationIsNull(callee)) {
    clone_op(b, op, m);
    return;
  }
  ValMap *inner = val_map_create(b->arena);
  MlirBlock body = func_body(callee);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(body); i++)
    val_map_put(inner, mlirBlockGetArgument(body, i),
                val_map_get(m, mlirOperationGetOperand(op, i)));
  copy_flat(b, body, inner);
  MlirOperation end = mlirBlockGetTerminator(body);
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    val_map_put(m, op_result(op, (int)i), val_map_get(inner, mlirOperationGetOperand(end, i)));
}

static void copy_flat(Build *b, MlirBlock block, ValMap *m) {
  MlirOperation end = mlirBlockGetTerminator(block), op = mlirBlockGetFirstOperation(block);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    copy_op_flat(b, op, m);
}

MlirOperation checkpoint_flat(Build *b, MlirOperation func) {
  if (!strcmp(checkpoint_policy(b->arena, func), "nothing")) return func;
  int nin = func_nin(func), nout = func_nout(func);
  Signature s = signature_make(b, func, "flat", 0, NULL, 0);
  MlirOperation flat = derived_find(b, &s);
  if (!mlirOperationIsNull(flat)) return flat;
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, nin + 1);
  for (int i = 0; i < nin; i++)
    in[i] = func_in(func, i);
  flat = derived_create(b, func, &s, nin, in);
  Build at = build_in(b, func_body(flat));
  ValMap *m = val_map_create(b->arena);
  MlirBlock body = func_body(func);
  for (int i = 0; i < nin; i++)
    val_map_put(m, mlirBlockGetArgument(body, i), mlirBlockGetArgument(at.block, i));
  copy_flat(&at, body, m);
  MlirOperation end = mlirBlockGetTerminator(body);
  Val *out = ARENA_ARRAY(b->arena, Val, nout + 1);
  for (int i = 0; i < nout; i++)
    out[i] = val_map_get(m, mlirOperationGetOperand(end, i));
  build_return(&at, nout, out);
  func_update_type(flat);
  return flat;
}

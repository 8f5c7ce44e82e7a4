// transform.c -- transformations met by the interpreter: a function around the op, expanded, is
// run.
//
// Expanding rewrites functions that the op names, so what is known of ops by their address is
// forgotten afterwards.  None of these functions is running: a function does not call itself.
#include "dialect/clone.h"
#include "dialect/interpret/array.h"
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/transforms.h"

// func @NAME(args) { return op(args) }
static MlirOperation wrap(Build *b, const OpCall *c) {
  MlirType *in = ARENA_ARRAY(b->arena, MlirType, c->nin + 1);
  Val *out = ARENA_ARRAY(b->arena, Val, c->nout + 1);
  for (int i = 0; i < c->nin; i++)
    in[i] = mlirValueGetType(c->in[i]);
  MlirOperation func = func_create(b, op_name(c->kind), c->nin, in, c->nout, c->out, "private");
  b->block = func_body(func);
  ValMap *m = val_map_create(b->arena);
  for (int i = 0; i < c->nin; i++)
    val_map_put(m, c->in[i], mlirBlockGetArgument(b->block, i));
  MlirOperation copy = clone_op(b, c->op, m);
  // An operand given twice is one value: the copy takes the arguments by position.
  for (int i = 0; i < c->nin; i++)
    mlirOperationSetOperand(copy, i, mlirBlockGetArgument(b->block, i));
  for (int i = 0; i < c->nout; i++)
    out[i] = op_result(copy, i);
  build_return(b, c->nout, out);
  return func;
}

static bool run_transform(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Val key = {c->op.ptr};
  MlirOperation func;
  if (val_map_has(in->wrappers, key))
    func.ptr = (void *)val_map_get(in->wrappers, key).ptr;
  else {
    Build b = {.ctx = mlirModuleGetContext(in->module), .module = in->module, .loc = c->loc};
    b.arena = &in->arena;
    func = wrap(&b, c);
    if (!expand_in_function(&b, func)) return false;
    in->calls = val_map_create(&in->arena);
    in->wrappers = val_map_create(&in->arena);
    val_map_put(in->wrappers, key, (Val){func.ptr});
  }
  return interp_function(in, func, c->nin, x, c->nout, y);
}

#define TRANSFORM(name)                                                                            \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return run_transform(in, c, x, y);                                                             \
  }
TRANSFORM(vmap)
TRANSFORM(jvp)
TRANSFORM(vjp)
TRANSFORM(linear_transpose)

//===-- derivative rules of the program ---------------------------------------------===//

// A call of the function itself; what the rules capture is not for it.
static bool run_custom(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  MlirOperation f = func_lookup(in->module, attr_get(c->attrs, "callee"));
  return interp_function(in, f, func_nin(f), x, c->nout, y);
}

bool interp_custom_jvp_call(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return run_custom(in, c, x, y);
}
bool interp_custom_vjp_call(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return run_custom(in, c, x, y);
}

bool interp_custom_vmap_call(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return run_custom(in, c, x, y);
}

bool interp_linear_call(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return run_custom(in, c, x, y);
}

static bool unexpected(const OpCall *c, const char *why) {
  diag_error(loc_range(c->loc), NULL, NULL, "%s: %s", op_name(c->kind), why);
  return false;
}

bool interp_custom_lin(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  return unexpected(c, "has no value, only a transpose");
}

#define COLLECTIVE(name)                                                                           \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return unexpected(c, "no vmap binds the axis name");                                           \
  }
COLLECTIVE(psum)
COLLECTIVE(all_gather)
COLLECTIVE(axis_index)

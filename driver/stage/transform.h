// transform.h -- the native module _cjax.transform: what jax.jit, grad, vmap, scan, ... of the
// library (driver/library/jax/_src) need in C.
//
// The library flattens pytrees, checks arguments and speaks JAX's error texts; here functions and
// regions are staged and the ops that transform them are emitted.  Three kinds of objects pass
// between the two: avals (jax.core.ShapedArray, one object per type, so that `is` compares them),
// staged functions, and regions, each of which is used once.
#ifndef CJAX_STAGE_TRANSFORM_H
#define CJAX_STAGE_TRANSFORM_H

#include "driver/stage/pytree.h"
#include "driver/stage/staging.h"

typedef struct TransformState {
  Class *aval_class, *staged_class, *region_class;
  Dict *avals; // text of an aval -> its object
} TransformState;

TransformState *transform_state(void);

typedef struct Values {
  uint32_t n;
  Value *v; // in the VM's arena
} Values;

// ---- transform_aval.c
Value aval_object(VM *vm, const Aval *a);
const Aval *aval_of(Value v); // null when v is no aval
bool values_of(VM *vm, Value sequence, Values *out);
bool avals_of(VM *vm, Value sequence, uint32_t *n, Aval **out);
bool ints_of(VM *vm, Value sequence, uint32_t *n, int64_t **out);
Value list_from(VM *vm, uint32_t n, const Value *v);
// An array of the program's value as a jitted function receives it.
bool leaf_array(VM *vm, Value v, const char *path, Value *out);

// ---- transform_stage.c
StagedFunc *staged_of(VM *vm, Value v);
Value staged_object(VM *vm, StagedFunc *f);
// The name of a callable and the place of its definition.
void callable_origin(VM *vm, Value f, const char **name, SrcRange *at);
// A region staged by the program; consumed by the op that takes it.
typedef struct StagedRegion {
  MlirRegion region;
  uint32_t n;
  const Aval *avals; // of its results
} StagedRegion;
StagedRegion *region_of_value(VM *vm, Value v);

extern const NativeDef transform_aval_functions[], transform_stage_functions[],
    transform_op_functions[], transform_control_functions[], transform_custom_functions[],
    transform_jaxpr_functions[];
bool transform_aval_init(VM *vm);
bool transform_stage_init(VM *vm, Module *m);

#endif

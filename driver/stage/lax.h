// lax.h -- the native module _cjax.lax: one function per primitive, with jax.lax's signature.
#ifndef CJAX_STAGE_LAX_H
#define CJAX_STAGE_LAX_H

#include "driver/stage/staging.h"

// v as an operand of `name`: an array, Python or run-time number, or an object with __jax_array__.
bool lax_operand(VM *vm, const char *name, Value v, int position, Array **out);
// `tip` is the jax.numpy function that promotes, or null.
bool lax_same_dtypes(VM *vm, const char *name, const char *tip, uint32_t n, Array *const *xs);
// A function for row `row` of a table, whose closure is the row's number.
void lax_add_table(VM *vm, Module *m, const NativeDef *def, const char *name, int64_t row);

// The trace and the build outside of all functions being traced (host_module.c).
Trace *trace_outside(VM *vm, Build **build);
// jnp.array and jnp.asarray, of the mode (numpy_module.c).
bool np_array(VM *vm, Value *bound, Value *out);
bool np_asarray(VM *vm, Value *bound, Value *out);

void lax_init_elementwise(VM *vm, Module *m);
void lax_init_shape(VM *vm, Module *m);
void lax_init_slice(VM *vm, Module *m);
void lax_init_reduce(VM *vm, Module *m);

#endif

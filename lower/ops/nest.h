// nest.h -- loop nests over arrays in memory, for kernels that index freely.
#ifndef CJAX_LOWER_OPS_NEST_H
#define CJAX_LOWER_OPS_NEST_H

#include "lower/lower_op.h"

// Emits the innermost body; i: one index per loop.
typedef bool NestFn(Build *b, void *ctx, const Val *i);
// Loops from 0 to d[0], d[1], ..., the first outermost.
bool emit_nest(Build *b, Dims d, NestFn *body, void *ctx);
// The same where iterations of the first loop of more than one may run in any order and at once;
// work: of one body, in scalar operations.
bool emit_nest_parallel(Build *b, Dims d, int64_t work, NestFn *body, void *ctx);

// Element of operand i, as a scalar; idx is not looked at when the operand is uniform.
Val kernel_read(Build *b, const Kernel *k, int i, const Val *idx);
// Element of result i.
Val kernel_read_result(Build *b, const Kernel *k, int i, const Val *idx);
void kernel_write(Build *b, const Kernel *k, int i, const Val *idx, Val scalar);
// Element of an array in memory, by its cjax type.
Val mem_read(Build *b, Val mem, MlirType type, const Val *idx);
void mem_write(Build *b, Val mem, MlirType type, const Val *idx, Val scalar);
// Scratch memory for an array of cjax type t, valid inside the kernel.
Val kernel_scratch(Build *b, MlirType t);

// Index arithmetic with constants; 0 and 1 cost nothing.
Val index_add(Build *b, Val i, int64_t c);
Val index_mul(Build *b, Val i, int64_t c);

#endif

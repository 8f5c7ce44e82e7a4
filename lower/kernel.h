// kernel.h -- private functions that compute one op on memory; equal ones are made once.
#ifndef CJAX_LOWER_KERNEL_H
#define CJAX_LOWER_KERNEL_H

#include "lower/lower_op.h"

// How the host passes an operand.
typedef enum PassKind {
  PASS_MEMORY, // a memref parameter
  PASS_SCALAR, // a scalar parameter that stands for all elements
  PASS_SPLAT,  // a splat constant, inside the kernel
  PASS_SAME,   // the same memory as an earlier operand, `same`
  PASS_EMPTY,  // no elements: nothing is passed
} PassKind;

typedef struct Pass {
  PassKind kind;
  int same;
} Pass;

typedef struct KernelSpec {
  const OpCall *c;
  const Pass *in; // per operand
  const int
      *over; // per result: the operand whose memory it overwrites, or -1 for a parameter of its own
  bool once; // it runs once
} KernelSpec;

typedef struct KernelTable KernelTable;
// Kernels are appended to `body`, the module's block.
KernelTable *kernel_table_create(Arena *a, MlirModule m);
// The symbol of the kernel; null after an error.  Parameters: operands passed as memory or
// scalar, in order, then the results' memory, then scalars for the constants params[0..*nparams).
MlirAttribute kernel_get(KernelTable *t, const KernelSpec *s, int *nparams, Val **params);

#endif

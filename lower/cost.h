// cost.h -- what one run of an op costs, by its shapes alone.
#ifndef CJAX_LOWER_COST_H
#define CJAX_LOWER_COST_H

#include <mlir-c/IR.h>

// Bytes as if nothing stayed in a cache: operands are read once, results written once.
typedef struct Cost {
  double flops; // operations on floats; a function such as exp counts COST_FUNCTION
  double read, written;
} Cost;

enum { COST_FUNCTION = 20 };

// Of a fusion: the sum of its ops, and its own operands and results.
Cost cost_of(MlirOperation op);

#endif

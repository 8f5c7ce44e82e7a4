// reduce.c -- reductions over a set of axes: fused kernels of one op.
#include "lower/schedule/fuse.h"

const OpLower lower_reduce_sum = {.kernel = fuse_kernel};
const OpLower lower_reduce_prod = {.kernel = fuse_kernel};
const OpLower lower_reduce_max = {.kernel = fuse_kernel};
const OpLower lower_reduce_min = {.kernel = fuse_kernel};
const OpLower lower_reduce_and = {.kernel = fuse_kernel};
const OpLower lower_reduce_or = {.kernel = fuse_kernel};
const OpLower lower_reduce_xor = {.kernel = fuse_kernel};

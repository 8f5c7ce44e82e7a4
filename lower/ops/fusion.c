// fusion.c -- kernels outlined by the fusion pass.
#include "lower/schedule/fuse.h"

const OpLower lower_fusion = {.kernel = fuse_kernel};

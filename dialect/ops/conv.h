// conv.h -- the attributes of a convolution.
#ifndef CJAX_DIALECT_OPS_CONV_H
#define CJAX_DIALECT_OPS_CONV_H

#include "dialect/ops/window.h"

typedef struct Conv {
  int n;              // spatial dimensions
  Dims x, w;          // the operands' shapes
  Dims lhs, rhs, out; // specs: batch, feature, space...; of w: out, in, space...
  Dims stride, low, high, spread, dilation; // per spatial dimension; spread: of x
  int64_t features, batches;                // groups
} Conv;

Conv conv_of(const OpCall *c);
// The windows over the spatial dimensions, and how many there are.
Window conv_window(const Conv *v);
Dims conv_counts(const Conv *v);

// conv_expand.c
ExpandFn expand_conv_general_dilated;
// x, whose spatial dimensions are space[0..n-1], padded as v says.
Val conv_padded(Build *b, const Conv *v, Val x, const int64_t *space);

// conv_taps.c
// Whether each feature has a window of its own, and x's element type is that of the sums.
bool conv_is_taps(const Conv *v, MlirType x, MlirType sum);
// The convolution as a sum, of shape `full`.
Val conv_expand_taps(Build *b, const Conv *v, Val x, Val w, Dims full);

#endif

// window.h -- the geometry of sliding windows, one entry per dimension.
#ifndef CJAX_DIALECT_OPS_WINDOW_H
#define CJAX_DIALECT_OPS_WINDOW_H

#include "dialect/op.h"

// Element j of window i is element (i stride + j dilation - low) / base of x, or padding when that
// is no whole number in range.
typedef struct Window {
  Dims size, stride, low, high, base, dilation;
} Window;

// Of the attributes of a reduce_window or select_and op; dilations that it lacks are 1.
Window window_of(MlirAttribute attrs);
// n elements with a distance of `dilation`: how much they span.
int64_t window_span(int64_t n, int64_t dilation);
// How many windows there are along dimension i of size n.
int64_t window_count(const Window *w, int i, int64_t n);

#endif

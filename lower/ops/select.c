// select.c -- choosing between values.
#include "lower/ops/lane.h"

static bool scalar_clamp(Build *b, const OpCall *c, const Val *x, Val *y) {
  if (!lane_supported(c)) return false;
  MlirType e = lane_type(c);
  Val low = lane_max(b, x[1], x[0], e, false);
  y[0] = lane_max(b, low, x[2], e, true);
  return true;
}
const OpLower lower_clamp = {.scalar = scalar_clamp};

// which is in range.
static bool scalar_select_n(Build *b, const OpCall *c, const Val *x, Val *y) {
  int n = c->nin - 1;
  y[0] = x[n];
  for (int i = n - 2; i >= 0; i--) {
    Val k = emit_int(b, mlirValueGetType(x[0]), i);
    y[0] = emit_select(b, emit_cmp(b, "eq", x[0], k), x[1 + i], y[0]);
  }
  return true;
}
const OpLower lower_select_n = {.scalar = scalar_select_n};

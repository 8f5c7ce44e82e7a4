// lane.h -- what the scalar rules of elementwise ops share.
//
// Scalar rules take scalars or vectors of one length alike (type_like keeps the lanes).
#ifndef CJAX_LOWER_OPS_LANE_H
#define CJAX_LOWER_OPS_LANE_H

#include "lower/lower_op.h"

// x, of cjax element type `from`, as `to`: int wraps, float -> int truncates and saturates (nan:
// 0), to bool is x != 0.
Val lane_convert(Build *b, Val x, MlirType from, MlirType to);
// A float of at most 8 bits as f32, and f32 or f64 as one, rounded to nearest even.
Val small_widen(Build *b, Val x, MlirType from);
Val small_narrow(Build *b, Val x, MlirType to);
// x / y and x rem y for integers: x / 0 = -1, x rem 0 = x, nothing traps.
Val lane_int_div(Build *b, Val x, Val y, bool is_unsigned, bool rem);
// max or min of cjax element type e: nan if either is, -0.0 < 0.0.
Val lane_max(Build *b, Val x, Val y, MlirType e, bool min);
// An index as cjax element type `to`.
Val index_as(Build *b, Val i, MlirType to);
// An integer scalar as an index: unsigned ones are not negative.
Val index_from(Build *b, Val x, MlirType from);
// x < y for cjax element type e.
Val lane_less(Build *b, Val x, Val y, MlirType e);

// The element type of operand 0.
static inline MlirType lane_type(const OpCall *c) {
  return type_element(mlirValueGetType(c->in[0]));
}
// False after an error when an operand or result is complex, or computed with in 8 bits or less.
bool lane_supported(const OpCall *c);

#endif

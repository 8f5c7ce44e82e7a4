// lanes.h -- loops that every element of an array goes through by itself.
#ifndef CJAX_DIALECT_TRANSFORMS_LANES_H
#define CJAX_DIALECT_TRANSFORMS_LANES_H

#include "dialect/op.h"

typedef struct Lanes {
  Dims shape;  // of the carried arrays: a lane per element
  bool masked; // a while whose lanes end one by one
  Val goes_on; // of a while, in its condition: a bool for each lane if masked, else one for all
} Lanes;

// Whether c, a while or a scan, computes each element of its carries from that element alone, so
// that its lanes may run one after the other or some at a time.
bool lanes_find(Arena *a, const OpCall *c, Lanes *l);
// Whether c is a while or a scan.
bool lanes_is_loop(OpKind k);

#endif

// loop.h -- what loops carry from one iteration to the next.
//
// A carry of few elements is scf iteration values, in registers.  An array carry has one buffer
// for the whole loop: the initial value's, when nobody else reads that; each iteration's result
// is made in it when the old value is dead by then.  Where it is not, the body is lowered once
// more with two buffers that change places.
#ifndef CJAX_LOWER_HOST_LOOP_H
#define CJAX_LOWER_HOST_LOOP_H

#include "lower/host/host.h"

typedef struct Loop {
  const OpCall *c;
  int ncarry;
  const Place **carry; // inside: the current values
  const Place **next;  // inside: where the next array values had best be made
  Place **fixed;       // the buffer of an array carry; null for scalars
  Place **spare;       // the second buffer, or null
  bool *copied;        // the body would have to copy the next value
  bool settled;        // spares have been decided
  int nregs;
  Val *init; // what scf carries: scalars, and pairs of buffers
} Loop;

Loop loop_open(Host *h, const OpCall *c, int ncarry);
// The carries in a region, from the block's arguments; their buffers are owned by `scope`
// (null: read only there).
void loop_carries(Host *h, Loop *l, const Val *regs, Scope *scope);
// Makes the carries hold the next values; what scf carries to y.  False: lower the body again,
// after loop_add_spares.
bool loop_next(Host *h, Loop *l, const Place **next, Val *y);
void loop_add_spares(Host *h, Loop *l);
// Binds the op's first results.  trips: how many iterations there were, -1 when not known.
void loop_results(Host *h, Loop *l, const Val *regs, int64_t trips);

#endif

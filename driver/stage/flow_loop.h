// flow_loop.h -- loops of Python that become one op: what for and while share.
#ifndef CJAX_STAGE_FLOW_LOOP_H
#define CJAX_STAGE_FLOW_LOOP_H

#include "driver/stage/flow.h"

enum { LOOP_ROUNDS = 5, LOOP_LEAST = 8 };

// A place whose value goes from one iteration to the next.
typedef struct Carried {
  Place place;
  Value before;   // the loop; empty: unbound, or not read before it is written
  Value after;    // one iteration
  bool appended;  // a list that got one more item: a stacked output
} Carried;

typedef struct Loop {
  VM *vm;
  Frame *frame;
  const Region *region;
  FrameCopy *start; // the frame before the loop, its iterator on the stack
  uint32_t ncarried, room;
  Carried *carried;
  uint32_t nleaves; // of all carried places, as of the last round
  Leaf *leaf;
  Aval *index;   // of a for: type of the loop index, which is carry 0; or null
  RunScalar range; // its affine form and range
  const char *why; // why it is not rolled
} Loop;

// Binds the carried places to the parameters of the current trace, args[0..nleaves).
bool loop_bind(Loop *l, const Value *args);
// Takes what an iteration left; *stable when the carried places and types are those of the round before.
bool loop_update(Loop *l, const Places *written, bool *stable);
// Values of all leaves after an iteration, converted, in the current trace.
bool loop_leaves(Loop *l, const Places *written, Value *out);
// Initial values of all leaves, converted, in the trace around the loop.
bool loop_initial(Loop *l, Value *out);
// Writes what the leaves became into the carried places.
bool loop_finish(Loop *l, const Value *leaves);
bool loop_why(Loop *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

HookResult flow_for(VM *vm, Frame *f, const Region *r);

#endif

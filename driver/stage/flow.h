// flow.h -- Python's own control flow on conditions that only the executable knows.
//
// A piece of program (a branch, a loop body) is staged speculatively: its writes go through the log (log.h) and are undone,
// and what each way leaves in the places written is merged into the results of a cjax.case, scan or while.
//
//   place    somewhere a value is kept: a local or temporary of the frame, a cell, an item of a dict, a list's contents
//   leaf     a part of a place's value that becomes a result of the op: array or run-time number
#ifndef CJAX_STAGE_FLOW_H
#define CJAX_STAGE_FLOW_H

#include "driver/stage/staging.h"
#include "driver/stage/vm.h"

typedef enum PlaceKind {
  PLACE_SLOT,  // frame->slot[slot]
  PLACE_CELL,
  PLACE_ITEM,  // of a dict; key
  PLACE_LIST,  // all items, as a tuple
  PLACE_DICT,  // all items, as a dict
  PLACE_ARRAY, // a NumPy array's contents
  PLACE_ATTRS, // the attributes of an object that had none, as a dict
  PLACE_OTHER  // anything else that was written: it must not have been
} PlaceKind;

typedef struct Place {
  PlaceKind kind;
  uint32_t slot;
  Obj *object;
  Value key;
} Place;

typedef struct Places {
  uint32_t n, room;
  Place *place;
  Value *value; // what the piece left there
} Places;

// Adds the places that the log and the frame (compared with its copy) show as written, with their present values.
void places_collect(VM *vm, const Log *log, const Frame *f, const FrameCopy *before, Places *out);
void places_add(VM *vm, Places *p, Place place, Value v);
int64_t places_find(const Places *p, const Place *place);
Value place_read(VM *vm, const Frame *f, const Place *p); // empty: unbound
bool place_write(VM *vm, Frame *f, const Place *p, Value v);
const char *place_name(VM *vm, const Frame *f, const Place *p);

// Merging the values that two ways leave.
typedef struct Leaf {
  Value from[2];
  Aval target;
} Leaf;
typedef struct Merge {
  uint32_t n, room;
  Leaf *leaf;
  const Value *results; // second pass: what the leaves became, in order
  uint32_t next;        // second pass: the next of them
  const char *why;      // why two values do not merge
} Merge;

// First pass (results null): lists the leaves.  Second pass: makes the merged value.  False with why, or an exception.
bool merge_values(VM *vm, Merge *m, Value a, Value b, Value *out);
// v as a value of the target type, in the current trace.
bool leaf_convert(VM *vm, Value v, const Aval *target, Value *out);

// The hook for conditional jumps.
HookResult flow_branch(VM *vm, Frame *f, const Region *r, Value condition);
// v as an i1 of rank 0 in the current trace.
bool condition_value(VM *vm, Value v, MlirValue *out);
// Emits the failure of an uncaught exception: its report on stderr, exit status 1.
bool emit_failure(VM *vm, Value exc);
void flow_init(VM *vm);

#endif

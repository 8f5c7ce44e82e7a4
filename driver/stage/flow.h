// flow.h -- Python's own control flow on conditions that only the executable knows.
//
// A piece of program (a branch, a loop body) is staged speculatively: its writes go through the log
// (log.h) and are undone, and what each way leaves in the places written is merged into the results
// of a cjax.case, scan or while.
//
//   place    somewhere a value is kept: a local or temporary of the frame, a cell, an item of a
//   dict, a list's contents leaf     a part of a place's value that becomes a result of the op:
//   array or run-time number
#ifndef CJAX_STAGE_FLOW_H
#define CJAX_STAGE_FLOW_H

#include "driver/stage/staging.h"
#include "driver/stage/vm.h"

typedef enum PlaceKind {
  PLACE_SLOT, // frame->slot[slot]
  PLACE_CELL,
  PLACE_ITEM,   // of a dict; key
  PLACE_LIST,   // all items, as a tuple
  PLACE_LAST,   // a list's last item
  PLACE_DICT,   // all items, as a dict
  PLACE_ARRAY,  // a NumPy array's contents
  PLACE_ATTRS,  // the attributes of an object that had none, as a dict
  PLACE_RESULT, // what the function returns, when a loop or branch decides that (flow_fork.c)
  PLACE_OTHER   // anything else that was written: it must not have been
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

// The variables of a module or class body.
bool dict_is_namespace(VM *vm, const Dict *d);
// Adds the places that the log and the frame (compared with its copy) show as written, with their
// present values.
void places_collect(VM *vm, const Log *log, const Frame *f, const FrameCopy *before, Places *out);
void places_add(VM *vm, Places *p, Place place, Value v);
int64_t places_find(const Places *p, const Place *place);
// What a piece that is undone by now left in an object from before it: an array, list, dict or
// instance as it was then, or v itself when the piece did not write it.
Value places_array(VM *vm, const Places *p, Value v);
Value places_container(VM *vm, const Places *p, Value v);
Value place_read(VM *vm, const Frame *f, const Place *p); // empty: unbound
bool place_write(VM *vm, Frame *f, const Place *p, Value v);
const char *place_name(VM *vm, const Frame *f, const Place *p);

// What Python prints while a function is traced goes to where it was called: a mark there, and
// removing what came after it.
typedef struct EffectMark {
  MlirBlock block; // null: pieces print where they are
  MlirOperation last;
} EffectMark;
EffectMark effects_mark(VM *vm);
void effects_undo(const EffectMark *m);

// Merging the values that two ways leave.
typedef struct Leaf {
  Value from[2]; // empty: that way has no value, zeros stand for it
  Aval target;
} Leaf;
typedef struct Merge {
  uint32_t n, room;
  Leaf *leaf;
  const Value *results; // second pass: what the leaves became, in order
  uint32_t next;        // second pass: the next of them
  const char *why;      // why two values do not merge
  bool loop;            // they are an iteration's start and end
  uint32_t since;       // merge_single: objects born before are themselves, not copied
  const Places *left[2]; // of ways that are undone by now: what each wrote; or null
} Merge;

// First pass (results null): lists the leaves.  Second pass: makes the merged value.  False with
// why, or an exception.
bool merge_values(VM *vm, Merge *m, Value a, Value b, Value *out);
// v, which only one side (0 or 1) has: its arrays and run-time numbers are leaves.
bool merge_single(VM *vm, Merge *m, int side, Value v, Value *out);
// v as a value of the target type, in the current trace; empty: zeros.
bool leaf_convert(VM *vm, Value v, const Aval *target, Value *out);

// v as an i1 of rank 0 in the current trace.
bool condition_value(VM *vm, Value v, MlirValue *out);
// Emits the failure of an uncaught exception: its report on stderr, exit status 1.
bool emit_failure(VM *vm, Value exc);
// The program's end by an exception or sys.exit; false: something further out would catch it, or it
// says what is not supported.
bool emit_end(VM *vm, Value exc);
// What the runtime prints around an error of its own here: the place, and the source line after a
// zero byte (cjax_rt_fail_at).
MlirAttribute failure_where(VM *vm);
// Emits the end of the program for a SystemExit.
bool emit_exit(VM *vm, Value exc);
// Whether this frame would catch such an exception.
bool flow_catches_here(VM *vm, Class *type);
// Whether an exception of this type, raised when the program runs by the call that is being made of
// `callee`, would be caught in the frame of that call.
bool flow_can_raise(VM *vm, Value callee, Class *type);
// Then: it is raised where the run-time bool holds.
void flow_raise_if(VM *vm, Value flag, Value exc);
void init_flow_raise(VM *vm);
void flow_init(VM *vm);

//===-- forks (flow_fork.c) ----------------------------------------------------------------===//

// Where one way of a fork begins.
typedef struct Start {
  uint32_t pc;
  bool pop;       // the stack top first
  const struct Handler *caught; // the stack is cut to its depth first; or null
  Value push;     // or empty
  Value returned; // the function returns this at once; or empty
} Start;

// Stages two ways of a frame from here, merges what they leave and moves the frame to where both
// end.  join: where they meet, UINT32_MAX: nowhere.  at: the instruction whose handlers and loop
// the fork belongs to.  DECLINE: with the reason in *why; nothing has changed.
typedef struct ForkSpec {
  uint32_t at, place; // place: an instruction inside the innermost loop around the fork
  uint32_t join;
  Start start[2]; // 0: the condition is false
} ForkSpec;
HookResult flow_fork(VM *vm, Frame *f, const ForkSpec *spec, Value condition, const char **why);

// How an iteration of a loop that is being rolled ends.
typedef enum ExitCode { EXIT_NEXT, EXIT_BREAK, EXIT_RETURN } ExitCode;

// A loop whose body is being staged: forks inside it may end in different ways, which then is a
// run-time number.
typedef struct Rolling Rolling;
struct Rolling {
  Rolling *outer;
  const Frame *frame;
  const Region *region;
  uint32_t slots;        // of the frame at the head
  Value code;            // ExitCode when it is a run-time number, else empty
  Value returned;        // with code: what the function returns, where it does; or empty
  Value returned_before; // what iterations before returned, where that is carried; or empty
  uint32_t mask;         // 1 << ExitCode of those that occur
  MlirValue counter;     // of a for with a known number of iterations, else null
  int64_t keep;          // so many of its first iterations can be one loop
  uint32_t since;        // objects born before this are older than the iteration
};
// A list older than the iteration being staged: what it gets is known by how often it is there.
bool rolling_owns(const Obj *list);

// An item that a list gets on some ways only: an O_RUN_OPTIONAL with this flag, until the loop
// ends.
enum { OPTIONAL_ITEM = 1 };
static inline bool is_optional_item(Value v) {
  return v_is(v, O_RUN_OPTIONAL) && v.o->flags & OPTIONAL_ITEM;
}
// Moves the frame to a return of v.
void flow_return(Frame *f, Value v);
void rolling_push(Rolling *r);
void rolling_pop(Rolling *r);
bool rolling_any(void);
// The run-time int v is at most `most` in all but the last few iterations of the loop it counts:
// those are left out of the loop, which is staged again.  False: it is not so.
bool rolling_limit(VM *vm, Value v, int64_t most);

#endif

// flow_loop.h -- loops of Python that become one op: what for and while share.
//
// The body is staged again and again, each time with the places that it carries as parameters,
// until those and their types are a fixed point.  The region's parameters are the control value (a
// counter, or whether to go on), the exit code if iterations may end differently, and the leaves
// of the carried places.
#ifndef CJAX_STAGE_FLOW_LOOP_H
#define CJAX_STAGE_FLOW_LOOP_H

#include "driver/stage/flow.h"
#include "driver/stage/iterator.h"

enum { LOOP_ROUNDS = 8, LOOP_LEAST = 8 };

// A place whose value goes from one iteration to the next.
typedef struct Carried {
  Place place;
  Value before;      // the loop; empty: unbound
  Value after;       // one iteration
  Value bound;       // what it held when the iteration began
  uint32_t appended; // a list that got so many more items: stacked outputs
  uint32_t first, groups; // of Body.appended
  bool watched;           // the list, while an iteration is staged
  bool last_read;         // an iteration reads its last item
  uint8_t flags;          // its own, meanwhile
  bool induced;      // an int that is before + step * counter: no leaf
  bool not_induced;
  int64_t step;
} Carried;

typedef struct Loop Loop;
struct Loop {
  VM *vm;
  Frame *frame;
  const Region *region;
  FrameCopy *start; // the frame before the loop; of a for: its iterator on the stack
  int64_t n;        // iterations, -1: only the executable knows
  int64_t left;     // iterations behind those, which are unrolled
  Aval control;
  Value counter; // of a for, while an iteration is staged; else empty
  // Runs an iteration in the current trace from its control value; *next is that of the following.
  bool (*run)(Loop *l, Value control, Value *next);
  void *context;
  Rolling rolling;
  bool coded;    // code is carried
  Value code_in; // while an iteration is staged: the code carried into it
  bool masked;   // a coded loop as a scan, whose iterations do nothing once the code is set
  uint32_t ncarried, room;
  Carried *carried;
  uint32_t nleaves; // of all carried places, as of the last round
  Leaf *leaf;
  Value returned;  // what PLACE_RESULT holds
  bool reads;      // its control value is a text
  const char *why; // why it is not rolled
  uint32_t since;  // objects born before this are older than the iteration
  uint32_t after_since; // the same of the iteration that made Carried.after
};

// What an iteration appends to a list: a tree whose leaves are outputs, or rows of one array.
typedef struct Appended {
  Value item; // or the first row
  bool shared; // the item itself, in each iteration
  Value present;       // whether the list gets it, a run-time bool; or empty: always
  bool counted;        // that follows from the iteration's number alone
  const uint8_t *flag; // by iteration, once it is known
  uint32_t rows;
  uint32_t nleaves;
  Leaf *leaf;
  uint32_t first; // of its outputs
  const struct Rows **source; // by leaf; null: known from the iteration's number
} Appended;

// A body that was staged, its trace open and current; or ended, as a region.
typedef struct Body {
  Trace *trace;
  Places written;
  Value next; // control value
  Value code; // static or run-time
  uint32_t nstacked, stacked_room;
  Value *stacked; // outputs for what the appended lists got
  uint32_t nappended, appended_room;
  Appended *appended; // list by list
  Aval *avals;    // of all results
  uint32_t n;
  MlirRegion region;
  bool releases; // texts at its end
} Body;

// Stages the body until what it carries is stable, and ends its region.  False: why, or exception;
// everything is undone.
bool loop_stage(Loop *l, Body *b);
// Where the leaves begin among parameters and results.
static inline uint32_t loop_first(const Loop *l) { return l->coded ? 2 : 1; }
static inline uint32_t loop_carries(const Loop *l) { return loop_first(l) + l->nleaves; }
// Parameter types of the region(s): loop_carries of them.
Aval *loop_avals(Loop *l);
// Values before the loop, in the current trace.
bool loop_initial(Loop *l, Value control, MlirValue *out);
// Writes what the op's results say into the carried places.
bool loop_finish(Loop *l, MlirOperation op);
// Moves the frame behind the loop, or to where the exit code says.
HookResult loop_leave(Loop *l, MlirOperation op);
// A cjax.while of the body and a region that says whether to go on.
// flow_reverse.c: under differentiation, in place of the while an op that has a reverse mode.
bool flow_reversible(VM *vm, MlirOperation *op);
bool loop_emit_while(Loop *l, Body *b, Value control, MlirRegion condition, MlirOperation *out);
bool loop_writes(const Loop *l, const Places *written, Value v);
bool loop_why(Loop *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
// Runs a piece of the frame from pc to the loop's head; *ended is false, with why, when it goes
// elsewhere.
bool loop_run_piece(Loop *l, uint32_t pc, bool *ended);
// Whether so many iterations like this one, which was just staged, are to be run as they stand
// because they only print texts (flow_plain.c).  They are counted.
bool loop_prints_plainly(VM *vm, const Trace *iteration, int64_t iterations);
// Says with --explain-loops what becomes of it.
typedef enum LoopFate { LOOP_UNROLLED, LOOP_ROLLED, LOOP_PLAIN } LoopFate;
void loop_explain(const Loop *l, LoopFate fate);

//===-- texts (flow_release.c) -------------------------------------------------------------===//

// At the end of an iteration of a `while`: those that it does not hand on are freed.
bool texts_release(Loop *l, Body *b);
// Around the op: the executable may free those that are newer; as it was before.
bool texts_mark(VM *vm, Value *before);
bool texts_unmark(VM *vm, Value before);

//===-- lists that grow (flow_stack.c) -----------------------------------------------------===//

// A list grows.
bool stack_any(const Loop *l);
// The outputs for what an iteration appended, in the body's trace.
bool stack_collect(Loop *l, Body *b);
// Appends what the op's outputs hold.
bool stack_extend(Loop *l, Body *b, MlirOperation op);

// (flow_count.c) v, of the body's block, depends on the counter alone.
bool stack_is_counted(MlirBlock block, MlirValue v);
// Finds out a->flag.
bool stack_flags(Loop *l, const Body *b, MlirOperation op, Appended *a);

HookResult flow_for(VM *vm, Frame *f, const Region *r);
HookResult flow_while(VM *vm, Frame *f, const Region *r, Value condition);
bool flow_while_head(VM *vm, Frame *f, bool enter);
HookResult flow_while_true(VM *vm, Frame *f, const Region *r);
// (flow_lines.c) A `for` over the lines of standard input.
bool is_run_lines(Value it);
HookResult flow_lines(VM *vm, Frame *f, const Region *r);

//===-- what a for iterates over (flow_source.c) -------------------------------------------===//

// The items left of an iterator: n of them, -1: only the executable knows, count (an int).
typedef struct Source {
  Value it;
  int64_t n;
  Value count;
} Source;
// "a list", for messages.
const char *source_name(Value it);
// False: not something to index by a counter.
bool source_open(VM *vm, Value it, Source *out);
// A range of run-time bounds becomes one of those that are found out now; else false.
bool source_settle(VM *vm, const Source *s);
// Item number k, a static or run-time int.
bool source_item(VM *vm, Value it, Value k, Value *out);
// The same from item n on, an iterator that nobody else knows (ITER_PRIVATE).
Value source_rest(VM *vm, Value it, int64_t n);

#endif

// vm.h -- the machine that runs bytecode, and the state of one compilation.
//
// Frames lie on a stack of their own in the heap: calls from Python to Python, and generators, take
// no C stack.  A C function that calls Python re-enters the machine.  Errors are a status: a
// function returns false with vm->exc set, and its caller returns false at once; nothing longjmps.
#ifndef CJAX_STAGE_VM_H
#define CJAX_STAGE_VM_H

#include "dialect/op.h"
#include "dialect/support/arena.h"
#include "driver/stage/code.h"
#include "driver/stage/log.h"
#include "driver/stage/staged.h"
#include "driver/stage/types.h"

enum {
  FRAME_ENTRY = 1, // RETURN leaves vm_run
  FRAME_INIT = 2,  // the result of __init__ is dropped for the new object
  FRAME_PIECE = 4  // a piece of this frame is being run
};

struct Frame {
  Frame *back;
  Code *code;
  Function *function; // null for modules and class bodies
  Module *module;
  Dict *names; // of a class body or module, else null
  Generator *generator;
  uint32_t pc; // the next instruction
  uint32_t flags;
  Value *sp;    // one past the top
  Value object; // FRAME_INIT: the new object
  Value slot[]; // locals, cells and free variables (Cell objects), then the value stack
};

// How a piece of a frame ended.
typedef enum PieceExit {
  PIECE_ERROR, // an exception left the piece: vm->exc
  PIECE_STOP,  // reached stops[exit->stop]
  PIECE_RETURN // the frame's function returned exit->value (the frame is still there)
} PieceExit;

typedef struct Piece {
  PieceExit exit;
  uint32_t stop; // index into stops; nstops: a stop of a piece around this one
  Value value;
} Piece;

typedef enum HookResult {
  HOOK_ERROR,   // exception set
  HOOK_DECLINE, // not mine: go on as usual
  HOOK_FALSE,   // branch: go on as if the condition were False
  HOOK_TRUE,
  HOOK_DONE // the frame's pc and stack were moved behind the construct
} HookResult;

// What the array modules plug in.  Null entries mean: a located error.
typedef struct StageHooks {
  // Either operand is staged.  *out may be NotImplemented.
  bool (*binary)(VM *vm, BinaryOp op, Value l, Value r, Value *out);
  bool (*unary)(VM *vm, UnaryOp op, Value v, Value *out);
  bool (*compare)(VM *vm, CompareOp op, Value l, Value r, Value *out);
  // bool(v): concretise it or raise.
  bool (*truth)(VM *vm, Value v, bool *out);
  // The type of a NumPy scalar, and the Python class it derives from (null: none); false: v is
  // none.
  bool (*scalar)(VM *vm, Value v, Value *type, Class **base);
  // The frame is about to jump on the staged condition `v` (already popped); pc is behind the jump
  // instruction, which is region->at.  JUMP_..._OR_POP: the condition is still on the stack.
  HookResult (*branch)(VM *vm, Frame *f, const Region *region, Value v);
  // A `for` begins: the iterator is on the stack top, pc is region->at.  Called for every `for`
  // statement when this hook is set, and for `while True`, with pc behind region->at.
  HookResult (*loop)(VM *vm, Frame *f, const Region *region);
  // A `while` with a condition begins (enter), pc being its head, or an iteration of it, pc being
  // behind its head.  It may move the frame.
  bool (*head)(VM *vm, Frame *f, bool enter);
  // A call is done that has left a note in flow_raise_if.  It may move the frame.
  bool (*raised)(VM *vm, Frame *f);
  // Index of a static sequence by a staged int: table[i].
  bool (*index)(VM *vm, Value sequence, Value i, Value *out);
  // The same of a dict; empty: the key must be known.
  bool (*key)(VM *vm, Dict *d, Value key, Value *out);
  // The same of an assignment; not done: the index must be known.
  bool (*put)(VM *vm, List *l, Value i, Value v, bool *done);
} StageHooks;

struct VM {
  Frame *frame;  // innermost
  Value exc;     // being raised, or empty
  Value handled; // being handled by an except clause, or none
  Class *type[T_COUNT];
  uint32_t serial;    // of the newest speculative piece; objects are stamped with it
  uint32_t log_since; // objects born before this are logged; 0: no log is open
  Log *log;
  StageHooks hooks;
  Arena *arena; // of the process
  Trace *trace; // being staged, null: the main program
  MlirContext context;
  Build *build;  // where ops go now
  Dict *modules; // sys.modules
  Module *builtins;
  Value not_implemented, ellipsis;
  int depth, depth_limit; // Python frames
  int native_depth;       // re-entries of vm_run
  int native_limit;       // what the C stack has room for
  struct Heap *heap;
  // For the next safe point (vm_poll): a collection or an interrupt; ctrl-C came.
  volatile bool due, interrupted, out_of_time;
  bool names_variables;  // arrays get the names of the variables that hold them
  double limit;          // --stage-limit in seconds
  struct VMInternal *in; // interned names, method cache, embedded library, pieces: vm_internal.h
};

VM *vm_create(Arena *arena, MlirContext context);
void vm_destroy(VM *vm);

// Runs a module's or function's code to its end.
bool vm_run_module(VM *vm, Module *m, Code *code);
// Calls anything callable.  args: nargs positional values, then the values of the keywords in
// `names` (null: none).
bool vm_call(VM *vm, Value callee, const Value *args, uint32_t nargs, const Tuple *names,
             Value *out);
bool vm_call_0(VM *vm, Value callee, Value *out);
bool vm_call_1(VM *vm, Value callee, Value a, Value *out);
bool vm_call_2(VM *vm, Value callee, Value a, Value b, Value *out);
// f(*args, **kwargs); kwargs may be null.
bool vm_call_tuple(VM *vm, Value callee, const Tuple *args, const Dict *kwargs, Value *out);

enum { PIECE_STOPS = 16 };
// Runs frame f, the innermost, from its pc with its stack as it is until one of the instructions
// `stops` (nstops of them) is next in this frame, the function returns, or an exception leaves: one
// is never delivered to a handler of f that also covers region_at (the instruction that the piece
// belongs to).  Whatever the frame's locals and stack are then is left in place; use
// frame_save/frame_restore around it.
bool vm_run_piece(VM *vm, Frame *f, uint32_t region_at, const uint32_t *stops, uint32_t nstops,
                  Piece *out);

// A copy of a frame's pc, locals, cells' identities and stack; in the arena.
typedef struct FrameCopy FrameCopy;
FrameCopy *frame_save(VM *vm, const Frame *f, Arena *a);
void frame_restore(VM *vm, Frame *f, const FrameCopy *copy);
// Slot of a copy, to compare what pieces left: i < frame_slots(f).  Slots below f->code->nlocals
// are locals.
Value frame_copy_slot(const FrameCopy *copy, uint32_t i);
uint32_t frame_copy_slots(const FrameCopy *copy);
uint32_t frame_slots(const Frame *f); // locals, cells and the live part of the stack
const char *frame_slot_name(const Frame *f, uint32_t i);

// A safe point: collects, or raises KeyboardInterrupt (false). Called when vm->due.
bool vm_poll(VM *vm);

// Where the program is: the innermost frame's place, and the innermost place outside the library.
SrcRange vm_here(VM *vm);
SrcRange vm_user_here(VM *vm);
// warnings.warn(text, category): false when a filter makes it an error (warning.c).
bool vm_warn(VM *vm, const char *category, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
SrcRange frame_range(const Frame *f);
// A `try` (or contextlib.suppress) on the stack would catch an exception of this class.
bool vm_would_catch(VM *vm, Class *type);
// The innermost handler that would, and its frame; null: none.
const Handler *vm_catcher(VM *vm, Class *type, Frame **frame);
// ... by its class or a near base class, not with every other exception.
bool vm_waits_for(VM *vm, Class *type);

#endif

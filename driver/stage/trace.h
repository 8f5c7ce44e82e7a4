// trace.h -- where ops go: the module, its functions and regions while they are staged.
//
// vm->trace is the innermost trace, null in the main program; vm->build is where ops go now.  A
// trace is a function (what jit, grad, vmap, ... are given) or a region (a body of scan, while,
// case; a branch or loop of the program).  Traces nest and end in the opposite order.
//
// An Array or RunScalar belongs to the trace it was made in.  trace_use gives its SSA value in the
// current trace: a region sees the values of the traces around it; into a function they come as
// extra parameters, made at the first use (lambda lifting), and constants are copied.  A value of a
// trace that has ended has leaked: JAX's UnexpectedTracerError.
//
//     Trace *t = trace_begin_func(vm, &(TraceSpec){TRACE_JIT, "jit", "f", at}, n, avals);
//     for (...) args[i] = trace_arg(vm, t, i);          // Arrays, owner t
//     ok = vm_call(vm, f, args, ...);                   // Python runs, ops go into @f
//     if (!ok) { trace_abandon(vm, t); return false; }
//     StagedFunc *f = trace_end_func(vm, t, nresults, results);
//     staged_call(vm, f, operands, out);                // func.call, captured values appended
#ifndef CJAX_STAGE_TRACE_H
#define CJAX_STAGE_TRACE_H

#include "driver/stage/object.h"

// Dtype, shape and weak mark of an array: what staging depends on.
typedef struct Aval {
  Dtype dtype;
  bool weak;
  bool numpy; // a NumPy array of the program, not a jax.Array
  bool run;   // a RunScalar: bool, i64 or f64 of rank 0
  uint32_t rank;
  const int64_t *shape; // lives as long as the process; keys without their trailing 2
} Aval;

typedef enum TraceKind {
  TRACE_PIECE, // a branch or loop of Python itself: its arrays are as concrete as those outside,
               // and what it prints is printed at run time, there
  TRACE_GRAD,  // under differentiation: concrete if the trace around it is
  TRACE_JIT,   // jit, scan, cond, while_loop, make_jaxpr, ...: its arrays are JitTracers
  TRACE_VMAP,  // its arrays are BatchTracers
  TRACE_HOST   // a callback: as a piece of the main program, wherever it is called from
} TraceKind;

typedef struct TraceSpec {
  TraceKind kind;
  const char *transform;        // "jit", "scan", "vmap": for messages
  const char *name;             // of the Python function, for messages and as the symbol's name
  SrcRange at;                  // of its definition, or of the call when that is not known
  const char *const *arg_names; // of each argument ("x", "params['w']"), for messages; or null
  int64_t batch;                // TRACE_VMAP: the size of the mapped axis
  const int64_t *batch_axes;    // and where each argument has it
} TraceSpec;

// A value of an outer trace that a function uses.
typedef struct Capture {
  Value value;      // the Array or RunScalar outside; empty: a constant, which was copied
  MlirValue origin; // its SSA value where it was made
  MlirValue inside; // the extra parameter
} Capture;

struct Trace {
  Trace *outer;
  TraceSpec spec;
  bool is_func;
  bool open;          // false: ended, its values are out of reach
  bool effect;        // staging it printed, or had another effect on the world outside
  bool op_effect;     // it holds an effect op
  bool staged_effect; // a function that was traced inside it had an effect, which happens once
  bool ended;         // a callback in it ended the program: what follows is never reached
  MlirOperation func; // is_func
  MlirRegion region;  // else, until trace_end_region gives it away
  MlirBlock block;
  Build build, *saved;
  uint32_t narg;
  const Aval *args;
  uint32_t ncapture, room;
  Capture *capture;
  const Tuple *parameters; // while a text is made of it (settle.h): what its parameters stand for
};

// A function that was staged.  Shared between calls by those who cache it.
typedef struct StagedFunc {
  MlirOperation func;
  const char *symbol;
  uint32_t nin, nout; // without captures
  const Aval *in, *out;
  uint32_t ncapture;
  const Capture *capture; // passed after the nin arguments
  bool effect;            // staging it had an effect besides ops (see Trace); the caller of
                          // trace_end_func adds what its write log found
  bool op_effect;         // its body holds effect ops (print, check, clock)
} StagedFunc;

//===-- the program ----------------------------------------------------------------===//

// Makes the module with an empty @main and sets vm->build; sets vm->hooks' operators and the array
// classes.  Called once, before the program's first line.
bool stage_open(VM *vm);
// Ends @main with its return; the module is the caller's.
MlirModule stage_close(VM *vm);

//===-- traces ---------------------------------------------------------------------===//

// New functions are private and get a unique symbol from spec->name.
Trace *trace_begin_func(VM *vm, const TraceSpec *spec, uint32_t n, const Aval *args);
// A region with one block.  Ops of the trace around it are built where vm->build stood.
Trace *trace_begin_region(VM *vm, const TraceSpec *spec, uint32_t n, const Aval *args);
// Parameter i as an Array (a RunScalar if args[i].run) of the trace.
Value trace_arg(VM *vm, Trace *t, uint32_t i);
// Each result becomes an array (Python numbers: weak constants) and is returned or yielded;
// vm->trace and vm->build are as before trace_begin.  Null, with the exception set and the trace
// abandoned, if a result is no array (JAX's own message is the caller's business: check before).
StagedFunc *trace_end_func(VM *vm, Trace *t, uint32_t n, const Value *results);
// out_avals (n of them) may be null.  The region is the caller's: pass it to build_op_regions.
bool trace_end_region(VM *vm, Trace *t, uint32_t n, const Value *results, Aval *out_avals,
                      MlirRegion *out);
// Drops what was built.
void trace_abandon(VM *vm, Trace *t);

// The value's SSA value in the current trace; a Python number becomes a weak constant.  False with
// the exception set when it leaked, or is no array.
bool trace_use(VM *vm, Value v, MlirValue *out);
// Values of this owner (null: main) can be used now.
bool trace_visible(const VM *vm, const Trace *owner);
// Values of this owner have contents that Python may ask for (float(x), if x, print): no jit,
// scan or vmap lies between it and the main program.
bool trace_is_concrete(const Trace *owner);
// What Python does now belongs to a callback.
bool trace_in_callback(const VM *vm);
// The innermost trace of kind `kind` at or around t, or null.
Trace *trace_find(Trace *t, TraceKind kind);
// Marks the traces being staged as having an effect (mutation of what is outside, printing).
void trace_note_effect(VM *vm);
// The build for what Python does now, like print: inside pieces of the main program and of
// functions under grad, else outside the outermost function being traced.
Build *trace_python_build(VM *vm);
Trace *trace_python(VM *vm); // the trace whose ops go there

// The extra operands of a call of f in the current trace, out[0..f->ncapture); false when one has
// leaked.  staged_call does this itself.
bool staged_captures(VM *vm, const StagedFunc *f, MlirValue *out);
// All captures are visible here, so a cached function may be called.
bool staged_callable(const VM *vm, const StagedFunc *f);
// func.call; out: nout new Arrays.
bool staged_call(VM *vm, const StagedFunc *f, const Value *args, Value *out);

//===-- ops ------------------------------------------------------------------------===//

// The program's variable `name` gets v, which may be anything; x[i] = v has happened.
void stage_name_variable(VM *vm, Value v, const char *name);
void stage_name_changed(VM *vm, Frame *f, Value x);
// Sets vm->build->loc from where the program is (the user's line, named by the library function).
void stage_locate(VM *vm);
// build_op at the current place; an error of the shape rule becomes a TypeError.  Null on error.
MlirOperation stage_op(VM *vm, OpKind k, int nin, const MlirValue *in, MlirAttribute attrs,
                       int nout, const MlirType *types);
// Shows the op to the library's function, if there is one.
bool watch_op(VM *vm, const OpCall *c, MlirOperation op);
// The same of an index that is known while compiling, and out of bounds.
bool watch_index(VM *vm, Dims shape, int64_t i, int axis);
// An op with effects went to vm->build: the functions being staged have one.
void stage_note_op_effect(VM *vm);
// The same with regions, which it owns.
MlirOperation stage_op_regions(VM *vm, OpCall *c);

//===-- avals and values -------------------------------------------------------------===//

// The tensor type; keys get their trailing 2.
MlirType aval_type(VM *vm, const Aval *a);
MlirType dtype_type(VM *vm, Dtype d);
// The Array (or RunScalar) of an SSA value of the current trace.
Value aval_value(VM *vm, const Aval *a, MlirValue v);
// Of arrays, run-time scalars and Python numbers (weak, of the default dtype); false without an
// exception for anything else.
bool value_aval(VM *vm, Value v, Aval *out);
bool aval_equal(const Aval *a, const Aval *b, bool with_weak);
// "float32[3]", "~int32[]" for weak ones when `mark`; in the VM's arena.
const char *aval_text(VM *vm, const Aval *a, bool mark);
const int64_t *shape_keep(VM *vm, uint32_t rank, const int64_t *shape);
int64_t aval_size(const Aval *a);

#endif

// transforms.h -- the engines: batching, forward and reverse mode, of functions and of regions.
//
// An engine walks ops and asks their rules; it names no op but func.call, whose callee it
// transforms once per signature: the derived function carries its signature in an attribute by
// which it is found again.  Rules of ops with regions reach the engine that runs through b->engine
// and call the functions below on their blocks.
//
//   vmap       builds a batched copy of a block elsewhere.
//   jvp        works in place: after each op come the ops of its tangent.
//   linearize  is jvp where no op mixes values and tangents: ops with regions and calls come as a
//   pair, one that computes
//              values and residuals and one that is linear.  A block then splits in two.
//   transpose  works in place on a block of linear ops (and others, of residuals only), from the
//   last to the first.
//
// Ops that are replaced are kept until the engine ends, so that no map meets an address twice.
#ifndef CJAX_DIALECT_TRANSFORMS_H
#define CJAX_DIALECT_TRANSFORMS_H

#include "dialect/clone.h"
#include "dialect/op.h"
#include "dialect/support/vec.h"

typedef struct Dead Dead;

typedef struct Engine {
  Arena *arena;
  ValMap
      *map; // vmap: value -> its copy; jvp: value -> tangent; transpose: linear value -> cotangent
  ValMap *linear; // linearize, transpose: the values that depend on tangents, each mapped to itself
  bool linearize;
  bool forward;        // linearize: what is linear will be computed, not transposed
  const char *policy;  // linearize: what a checkpointed function keeps; null: all that is needed
  const Val *replaced; // set by a jvp rule that gives its op's results anew
  Dead *dead;
} Engine;

static inline Engine *engine_of(const Build *b) { return b->engine; }

//===-- any engine ------------------------------------------------------------------===//

Engine engine_begin(Arena *a);
void engine_end(Engine *e);
// Dead ops use nothing from here on.
void engine_drop_uses(Engine *e);
// The ops of a block that is given up use nothing from here on.
void engine_drop_uses_in(MlirBlock block);
// Takes op (block) out of the IR; it is destroyed when the engine ends.
void engine_bury(Engine *e, MlirOperation op);
void engine_bury_block(Engine *e, MlirBlock block);

MlirRegion region_of(MlirBlock block);
// Builds at the end of block.
Build build_in(const Build *b, MlirBlock block);
// Whether op or an op in its regions uses a value of the set from outside.
bool op_uses(Arena *a, MlirOperation op, const ValMap *set);
// An array attribute of any length (Dims holds MAX_RANK).
int64_t *attr_list(Arena *a, MlirAttribute dict, const char *name, int *n);
// `xs` followed by `ys`, in b->arena.
Val *vals_join(Build *b, int n, const Val *xs, int m, const Val *ys);
Val zeros_like(Build *b, Val v);
// dx, or zeros like x.
static inline Val zeros_if_none(Build *b, Val dx, Val x) {
  return val_is_none(dx) ? zeros_like(b, x) : dx;
}

// Functions derived from others.
typedef struct Signature {
  const char *kind; // "vmap", "jvp", "fwd", "lin", "pull"
  const char *text; // all that the derived function depends on
} Signature;
Signature signature_make(Build *b, MlirOperation func, const char *kind, int n, const bool *mask,
                         int64_t size);
// Null when it was not derived yet.
MlirOperation derived_find(Build *b, const Signature *s);
// A function `name.kind` with an empty body.
MlirOperation derived_create(Build *b, MlirOperation from, const Signature *s, int nin,
                             const MlirType *in);
// The function when it could be filled; else null, and it is gone.
MlirOperation derived_done(MlirOperation func, bool ok);
// mask[i] of the derived function (which results are batched, have a tangent, ...).
void derived_set_mask(MlirOperation func, int n, const bool *mask);
bool *derived_mask(Arena *a, MlirOperation func, int *n);
MlirOperation call_create(Build *b, MlirOperation func, int n, const Val *in);
int func_nin(MlirOperation func);
int func_nout(MlirOperation func);
MlirType func_in(MlirOperation func, int i);
MlirType func_out(MlirOperation func, int i);

//===-- vmap ------------------------------------------------------------------------===//

// Copies the ops of src to b with its arguments standing for args, batched where these have one
// more axis.  Gives the copies of what src yields, and which are batched.
bool vmap_block(Build *b, MlirBlock src, const Val *args, Val *out, bool *batched);
// The copy of a value of the source.
Val vmap_value(const Build *b, Val old);
bool vmap_batched(const Build *b, Val old);
// x with the leading batch axis.
Val vmap_force(Build *b, Val x, bool batched);
// t with the leading batch axis if batched.
MlirType vmap_type(const Build *b, MlirType t, bool batched);
// Batching rule of an op that happens once per element, in order.
BatchFn batch_one_by_one;
bool vmap_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out);
// The batched function; its mask tells which results are batched.  results[i], if results is given:
// '.' as it comes, 'b' batched in any case, 's' summed over the axis when batched.
MlirOperation vmap_function(Build *b, MlirOperation func, const bool *batched, const char *results);
// Whether op, or what it calls, holds an op over the named axis b->axis_name.
bool axis_named_in(Build *b, MlirOperation op);

//===-- jvp -------------------------------------------------------------------------===//

// Differentiates the ops of a block in place; the tangents of what comes from outside are in the
// engine's map.
bool jvp_block(Build *b, MlirBlock block);
// None when it is zero.
Val jvp_tangent(const Build *b, Val x);
void jvp_set_tangent(Build *b, Val x, Val dx);
// Differentiates one op of which some operands or captures have tangents; y: its results, or what
// replaced them.
bool jvp_in_place(Build *b, MlirOperation op, Val *y);
// A copy of src's ops, differentiated, in a new block (without a parent or a terminator) that takes
// src's arguments and then a tangent for those with mask[i].  y and dy: what it would yield.
typedef struct JvpBlock {
  MlirBlock block;
  int nin, nout, ntangents;
  Val *y, *dy;
} JvpBlock;
bool jvp_copy(Build *b, MlirBlock src, const bool *mask, JvpBlock *r);
bool jvp_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out);
// In a jvp rule: of an op that is a call of callee.
bool jvp_of_call(Build *b, const OpCall *c, MlirOperation callee, const Val *dx, Val *dy);
// As vjp_check.
bool jvp_check(Build *b, MlirOperation func, int nwrt, const int64_t *wrt);

//===-- linearize -------------------------------------------------------------------===//

bool linearize_is_linear(const Build *b, Val x);
// Notes the results of op as linear when it uses linear values.
void linearize_mark(Build *b, MlirOperation op);
// Moves the ops of the block that use nothing of it to before `op`, except those that are cheap to
// repeat.
void linearize_hoist(Build *b, MlirBlock block, MlirOperation op);
// What the linear ops of the block and the tangents dy that it gives need from its other ops and
// arguments.  Values that are cheap to repeat are replaced by what they come from.
Val *linearize_residuals(Build *b, MlirBlock block, int ndy, const Val *dy, int *n);
// Copies the ops of the block that compute values, or the linear ones with the cheap ones that they
// and dy need, to b.
void linearize_copy(Build *b, MlirBlock block, bool linear, int ndy, const Val *dy, ValMap *m);

// Whether a checkpointed function with this policy keeps the results of op.
//   "nothing"   "dots"   "dots_no_batch"   "names a b"   "except a b"   "any_but a b"   "or (P)
//   (Q)"
bool checkpoint_saves(const char *policy, MlirOperation op);
// The policy of a function, or null.
const char *checkpoint_policy(Arena *a, MlirOperation func);
// The function with its calls in place, for policies that look at its ops.
MlirOperation checkpoint_flat(Build *b, MlirOperation func);

// A copy at b of the body of a function of which some arguments are linear: no op that is left
// mixes both, so calls that take linear values become their bodies.
bool linearize_inline(Build *b, MlirOperation func, const Val *in, Val *out);

// A function split in two derived ones.  fwd: args -> results, nres residuals.  lin: residuals,
// tangents of the args with mask[i] -> tangents of the results in lin's mask.
typedef struct Linearized {
  MlirOperation fwd, lin;
  int nres;
} Linearized;
// forward: lin will be called, not transposed.
bool linearize_split(Build *b, MlirOperation func, const bool *mask, bool forward, Linearized *l);
// In linearize mode: calls both for `call`.
bool linearize_call(Build *b, const OpCall *c, MlirOperation callee, const Val *dx, Val *dy);

// For staging.  fwd: args -> results, *nres residuals.  pull: residuals, a cotangent for each
// result of floating type -> a cotangent for each argument in wrt.
bool linearize_function(Build *b, MlirOperation func, int nwrt, const int64_t *wrt,
                        MlirOperation *fwd, MlirOperation *pull, int *nres);
// For staging.  lin: residuals, a tangent for each argument in wrt -> a tangent for each result of
// floating type.
bool linearize_forward(Build *b, MlirOperation func, int nwrt, const int64_t *wrt,
                       MlirOperation *fwd, MlirOperation *lin, int *nres);
// For staging, where the program may catch the error: whether func has a reverse mode, reported at
// the op that has none.  What is derived is found again when cjax.vjp is expanded.
bool vjp_check(Build *b, MlirOperation func, int nwrt, const int64_t *wrt);
bool vjp_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out);

//===-- transpose -------------------------------------------------------------------===//

// Transposes the linear ops of a block, in place, given cotangents in the engine's map; new ops go
// to b.
bool transpose_block(Build *b, MlirBlock block);
bool transpose_is_linear(const Build *b, Val x);
// The cotangent collected so far; none: zero.
Val transpose_ct(const Build *b, Val x);
void transpose_add(Build *b, Val x, Val ct);
// A copy of src's ops at b, transposed: arguments with linear[i] become placeholders, the others
// are args[i]; ct[i] (none: zero) belong to what src yields.  ct_args[i]: cotangents of linear
// arguments; ct_captures[i] of captures[i].
typedef struct TransposeBlock {
  const bool *linear;
  const Val *args, *ct;
  int ncaptures;
  const Val *captures;
  Val *ct_args, *ct_captures;
} TransposeBlock;
bool transpose_copy(Build *b, MlirBlock src, const TransposeBlock *t);
// The linear values that op's regions capture.
Val *transpose_captures(Build *b, MlirOperation op, int *n);
// The transposed function: arguments that are not linear[i], cotangents of results with nonzero[i]
// -> cotangents of the linear arguments in its mask (counted among the linear ones).  Null after an
// error.
MlirOperation transpose_function(Build *b, MlirOperation func, const bool *linear,
                                 const bool *nonzero);

// Calls the transpose of a function that is linear in its arguments after the first nres.  in:
// these, then a cotangent for each result; out: one for each linear argument, none where zero.
bool transpose_apply(Build *b, MlirOperation lin, int nres, const Val *in, Val *out);
bool transpose_expand(Build *b, const OpCall *c, MlirOperation callee, Val *out);

//===-- passes ----------------------------------------------------------------------===//

// Expands transformations everywhere, innermost first, then the derivative rules of the program.
bool expand_transforms(MlirModule m);
// The same in one function and in what it transforms.
bool expand_in_function(Build *b, MlirOperation func);
// One kind of transformation, where the function that it transforms holds no other.
bool expand_only_vmap(MlirModule m);
bool expand_only_jvp(MlirModule m);
bool expand_only_vjp(MlirModule m);
bool expand_only_linear_transpose(MlirModule m);
// Derivative rules of the program, where no transformation reaches them.
bool expand_custom_rules(MlirModule m);

// Calls of private functions that are small or called once become their bodies.
bool inline_functions(MlirModule m);
// Selects by which a nested vmap keeps what its lanes carry become one.
bool simplify_lanes(MlirModule m);
// Gives large contractions the shapes and types that kernels are fast for.
bool shape_products(MlirModule m);
// Groups elementwise ops, reductions and loops over lanes into kernels.
bool fuse(MlirModule m);
bool join_windows(MlirModule m);
// Says of each kernel what it reads, writes and keeps out of memory.
void fusion_explain(MlirModule m);
// Ops that have an expansion become others.
bool expand_ops(MlirModule m);
// The same for those that functions of the library define.
bool expand_definitions(MlirModule m);
// The same for one op, which is gone; *next: the first op in its place, if there is one.
bool expand_one(Build *b, MlirOperation op, MlirOperation *next);
// Complex arrays become two real ones.
bool split_complex(MlirModule m);
// Floats of at most 8 bits are computed with in a wider type.
bool small_floats(MlirModule m);
// Whether an op computes with such floats, and the type that it does it in; t with that type.
bool small_computes(const OpCall *c, MlirContext ctx, MlirType *wide);
MlirType small_widened(MlirType t, MlirType wide);
// A check behind each op that can make a NaN.
bool trace_nan(MlirModule m);

#endif

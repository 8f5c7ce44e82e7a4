// lower_op.h -- how each op becomes machine code: the contract of lower/ops/<family>.c.
//
// One `const OpLower lower_<op>` per op of CjaxOps.td.  The engine (lower/host) walks functions
// and emits host code: arrays of rank >= 1 are buffers, rank-0 values are scalars in registers.
// It gives each op the cheapest of:
//
//   scalar   elementwise ops: arith on scalars, used for rank-0 values, in linalg.generic bodies
//   and in fusions alike.
//            With it alone, an op is complete.
//   kernel   the body of a private function `@k(%in..., %out...)` on tensors.  Equal kernels are
//   compiled once. host     control flow, calls, effects: emits host code itself (lower/host).
//
// Element types.  In memory (memrefs, tensors): signless integers, and i8 holding 0 or 1 for
// bool (memrefs of i1 are broken with vectors); as scalars: signless integers, i1 for bool; bf16 as
// i16 in both.
// type_storage and type_scalar give them.  Whether an integer is unsigned is known from the
// cjax type only: c->in[i]'s, or Arg.type.  A rule that fails reports once and returns false.
#ifndef CJAX_LOWER_LOWER_OP_H
#define CJAX_LOWER_LOWER_OP_H

#include "dialect/op.h"
#include "lower/emit.h"

typedef struct Host Host;

// An array inside a kernel.
typedef struct Arg {
  Val v;         // the tensor (storage elements); the scalar when `uniform`
  MlirType type; // the cjax type: shape, bool or int8, unsigned or not
  bool uniform;  // every element is the scalar v: all rank-0 arrays, splat constants, broadcast
                 // scalars
} Arg;

typedef struct Kernel {
  Build b; // at the end of the kernel's body
  int nin, nout;
  const Arg *in; // the operands
  const Arg
      *dst; // result i's destination: `outs` of the op that makes it.  Rank 0: tensor<f32>, never
            // uniform. Is in[j].v itself when result i is computed in place over operand j.
  const Val *in_mem, *dst_mem; // the same as memrefs (in_mem null when uniform), for rules that
                               // write loops on memory; with aliases, dst_mem[i] is in_mem[j]
  int nopen; // splat constants that are parameters: open_params[i] is the value of open[i]
  const Val *open, *open_params;
} Kernel;

// y[i], from scalars x[i]; types by type_scalar of c's operands and results.
typedef bool ScalarFn(Build *b, const OpCall *c, const Val *x, Val *y);
// out[i]: the tensor that becomes result i (the engine stores it into the destination, without
// a copy when it was made with dst[i] as `outs`); none when the rule has written dst_mem[i]
// itself.  One kernel: all tensors or all memory.
typedef bool KernelFn(Kernel *k, const OpCall *c, Val *out);
typedef bool HostFn(Host *h, const OpCall *c);

typedef enum LowerFlags {
  LOWER_INPLACE = 1, // the kernel allows dst[0] to be in[0] (dynamic_update_slice, scatter, ...).
                     // Elementwise ops: any operand
  LOWER_ALIAS = 2, // the result is the same bytes whenever element counts agree (reshape, squeeze,
                   // copy, ...): no code
  LOWER_UNIFORM = 4, // a uniform operand 0 gives a uniform result (broadcast_in_dim, transpose,
                     // slice, reshape, ...): no code
  LOWER_WIDE = 8,    // elementwise, computes f32 in f64
} LowerFlags;

// `lower_constant` is {.host = host_constant}; elementwise ops need nothing but .scalar.
HostFn host_constant;

typedef struct OpLower {
  ScalarFn *scalar;
  KernelFn *kernel;
  HostFn *host;
  unsigned flags;
} OpLower;

// An op without a lowering does not link.
#define OP(KIND, name, family) extern const OpLower lower_##name;
#include "dialect/ops.def"
#undef OP
extern const OpLower *const op_lower[OP_COUNT];

// Reports at c->loc `<op>: <text>`; false.
bool lower_error(const OpCall *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

//===-- inside kernels --------------------------------------------------------===//

// An uninitialised temporary (tensor.empty) of a cjax type.  It becomes scratch in the arena:
// prefer dst.
Arg arg_empty(Build *b, MlirType type);
// A tensor of the right storage type as an Arg.
Arg arg_of(Val tensor, MlirType type);

// linalg.generic.  in[i] is read through maps[i]; uniform operands are not inputs, their map is
// not looked at.  Bools are i1 in the body.  Body: x[0..nin) the elements of in,
// x[nin..nin+nout) the current elements of dst; y[0..nout) the new ones.
typedef bool BodyFn(Build *b, void *ctx, const Val *x, Val *y);
typedef struct Generic {
  int nin, nout;
  const Arg *in, *dst;
  const MlirAffineMap *maps; // nin + nout
  const char *iterators;     // "ppr": one letter per loop, parallel or reduction
  BodyFn *body;
  void *ctx;
} Generic;
// The results as tensors in out[0..nout).
bool emit_generic(Build *b, const Generic *g, Val *out);
// The same for an elementwise op over in (of dst's shape, or uniform).
bool emit_elementwise(Build *b, const OpCall *c, const Arg *in, int nout, const Arg *dst, Val *out);
// dst filled with a scalar.
Val emit_fill(Build *b, Val scalar, Arg dst);
// from copied to `to`; both tensors or both memrefs of one type.
Val emit_copy(Build *b, Val from, Val to);
// Element of a tensor as a scalar and the reverse: i8 <-> i1 where `type` says bool.
Val emit_load(Build *b, Val storage, MlirType type);
Val emit_store(Build *b, Val scalar, MlirType type);
// The value of a splat constant used in the kernel; none when v is no splat constant.
Val kernel_splat(const Kernel *k, Build *b, Val v);
// A splat constant's value as a scalar; none when v is no splat constant.
Val emit_splat_of(Build *b, Val v);

#endif

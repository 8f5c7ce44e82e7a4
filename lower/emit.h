// emit.h -- building arith, scf, tensor, linalg and memref ops.
//
// All take a Build and return the (only) result.  Operand types decide: emit_add is addf or addi.
#ifndef CJAX_LOWER_EMIT_H
#define CJAX_LOWER_EMIT_H

#include <mlir-c/AffineMap.h>

#include "dialect/op.h"

//===-- types -------------------------------------------------------------------===//

MlirType type_f32(Build *b);
MlirType type_f64(Build *b);
MlirType type_int(Build *b, int bits);
MlirType type_index(Build *b);
// The element type in memory (bool: i8, ui32: i32) and as a scalar (bool: i1) of a cjax element
// type.  bf16 is its bits, i16: LLVM would call functions to convert it.  Smaller floats are i8.
MlirType type_storage(MlirType element);
MlirType type_scalar(MlirType element);
// tensor<..> and memref<..> of the storage type for a cjax array type.
MlirType type_kernel_tensor(MlirType t);
MlirType type_memref(MlirType t);
// Bytes of an array of cjax type t in memory.
int64_t type_bytes(MlirType t);

// Scalar emission works on vectors as well: the element type, and the type with x's lanes but
// another element.
MlirType type_lane(MlirType t);
MlirType type_like(Val x, MlirType element);

//===-- ops -----------------------------------------------------------------------===//

// Any op with one result; attrs as in attrs_make's dictionaries, or null.
Val emit(Build *b, const char *name, int n, const Val *in, MlirType out, MlirAttribute attrs);
Val emit1(Build *b, const char *name, Val x, MlirType out);
// Result of x's type.
Val emit_un(Build *b, const char *name, Val x);
Val emit_bin(Build *b, const char *name, Val x, Val y);
// Any op; regions are given away.
MlirOperation emit_op(Build *b, const char *name, int n, const Val *in, int nout,
                      const MlirType *out, MlirAttribute attrs, int nregions, MlirRegion *regions);
MlirAttribute attr_parse(Build *b, const char *text);               // "#arith.fastmath<contract>"
MlirAttribute attr_segments(Build *b, int n, const int32_t *sizes); // operandSegmentSizes
MlirAttribute attr_i64s(Build *b, int n, const int64_t *d);         // array<i64: ...>

// Constants of a scalar (float, integer, index) or vector type.
Val emit_float(Build *b, MlirType t, double x);
Val emit_int(Build *b, MlirType t, int64_t x);
// A scalar of cjax float type e.
Val emit_number(Build *b, MlirType e, double x);
Val emit_index(Build *b, int64_t x);
Val emit_const(Build *b, MlirAttribute value, MlirType t);

Val emit_add(Build *b, Val x, Val y);
Val emit_sub(Build *b, Val x, Val y);
Val emit_mul(Build *b, Val x, Val y);
// The lanes of vector v, a power of two, combined to a scalar in pairs of halves.
typedef Val FoldFn(Build *b, void *ctx, Val x, Val y);
Val emit_fold_lanes(Build *b, Val v, FoldFn *combine, void *ctx);
// pred: "eq ne slt sle sgt sge ult ule ugt uge" for integers; "oeq one olt ole ogt oge ueq une
// ... ord uno" for floats.
Val emit_cmp(Build *b, const char *pred, Val x, Val y);
Val emit_select(Build *b, Val pred, Val if_true, Val if_false);
// Between index and integers (sign extended), either way; x itself when the type is right.
Val emit_index_cast(Build *b, Val x, MlirType to);

//===-- structure -------------------------------------------------------------------===//

// scf.for.  The callback emits the body at b (a copy of the outer Build) and sets y to the n
// next carried values.
typedef bool LoopFn(Build *b, void *ctx, Val i, const Val *carried, Val *y);
bool emit_for(Build *b, Val lo, Val hi, Val step, int n, const Val *init, LoopFn *body, void *ctx,
              Val *out);
// Whether `work` scalar operations are worth threads; with --all-threads any are.
bool emit_pays_threads(const Build *b, int64_t work);
// A loop over 0..n-1 whose iterations may run at once, each of about `work` scalar operations;
// worth threads only when there is much to do, else it is an scf.for.  In kernels, on memory,
// not inside another.  Memory that the body allocates (memref.alloc) is the iteration's own.
bool emit_parallel(Build *b, int64_t n, int64_t work, LoopFn *body, void *ctx);
// scf.if with n results of the given types.
typedef bool BranchFn(Build *b, void *ctx, bool then, Val *y);
bool emit_if(Build *b, Val cond, int n, const MlirType *types, BranchFn *branch, void *ctx,
             Val *out);
// An scf.while on scalars: cond says whether to go on, body gives the next values.
typedef Val CondFn(Build *b, void *ctx, const Val *x);
bool emit_while(Build *b, int n, const Val *init, CondFn *cond, LoopFn *body, void *ctx,
                Val *out); // i: none

// Element at indices (of type index).
Val emit_memload(Build *b, Val memref, int n, const Val *idx);
void emit_memstore(Build *b, Val scalar, Val memref, int n, const Val *idx);

//===-- affine maps -------------------------------------------------------------------===//

MlirAffineMap map_identity(Build *b, int rank);

#endif

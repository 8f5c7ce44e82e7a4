// wasm.c -- WebAssembly: fused multiply-add, which has no instruction there, and conversions of
// vectors.
//
// f32: the product is exact in f64, and the sum is rounded there and then to f32: the same as one
// rounding but for one in 2^29 results, which differ in the last bit.
// f64: the product's error by Dekker's splitting, the sum's by Knuth's; what is above 2^970 or not
// finite is a product and a sum.  Source: Muller et al., Handbook of Floating-Point
// Arithmetic, 4.4.
#include "lower/wasm.h"

#include <llvm-c/Core.h>
#include <stdbool.h>
#include <string.h>

enum { MOST_LANES = 64 };

static LLVMTypeRef lane_type(LLVMTypeRef t) {
  return LLVMGetTypeKind(t) == LLVMVectorTypeKind ? LLVMGetElementType(t) : t;
}

static LLVMTypeRef double_like(LLVMTypeRef t) {
  LLVMTypeRef d = LLVMDoubleTypeInContext(LLVMGetTypeContext(t));
  return LLVMGetTypeKind(t) == LLVMVectorTypeKind ? LLVMVectorType(d, LLVMGetVectorSize(t)) : d;
}

static LLVMValueRef splat(LLVMTypeRef t, double x) {
  LLVMValueRef c = LLVMConstReal(lane_type(t), x), all[MOST_LANES];
  if (LLVMGetTypeKind(t) != LLVMVectorTypeKind) return c;
  unsigned n = LLVMGetVectorSize(t);
  for (unsigned i = 0; i < n; i++) all[i] = c;
  return LLVMConstVector(all, n);
}

static LLVMValueRef rounded_twice(LLVMBuilderRef b, LLVMValueRef *x) {
  LLVMTypeRef t = LLVMTypeOf(x[0]), wide = double_like(t);
  LLVMValueRef w[3];
  for (int i = 0; i < 3; i++) w[i] = LLVMBuildFPExt(b, x[i], wide, "");
  LLVMValueRef sum = LLVMBuildFAdd(b, LLVMBuildFMul(b, w[0], w[1], ""), w[2], "");
  return LLVMBuildFPTrunc(b, sum, t, "");
}

// The upper 26 bits of x.
static LLVMValueRef upper_half(LLVMBuilderRef b, LLVMValueRef x) {
  LLVMValueRef c = LLVMBuildFMul(b, x, splat(LLVMTypeOf(x), 134217729.0), ""); // 2^27 + 1
  return LLVMBuildFSub(b, c, LLVMBuildFSub(b, c, x, ""), "");
}

// x y - p, where p is x y rounded.
static LLVMValueRef product_error(LLVMBuilderRef b, LLVMValueRef x, LLVMValueRef y,
                                  LLVMValueRef p) {
  LLVMValueRef xh = upper_half(b, x), yh = upper_half(b, y);
  LLVMValueRef xl = LLVMBuildFSub(b, x, xh, ""), yl = LLVMBuildFSub(b, y, yh, "");
  LLVMValueRef e = LLVMBuildFSub(b, LLVMBuildFMul(b, xh, yh, ""), p, "");
  e = LLVMBuildFAdd(b, e, LLVMBuildFMul(b, xh, yl, ""), "");
  e = LLVMBuildFAdd(b, e, LLVMBuildFMul(b, xl, yh, ""), "");
  return LLVMBuildFAdd(b, e, LLVMBuildFMul(b, xl, yl, ""), "");
}

// x + y - s, where s is x + y rounded.
static LLVMValueRef sum_error(LLVMBuilderRef b, LLVMValueRef x, LLVMValueRef y, LLVMValueRef s) {
  LLVMValueRef v = LLVMBuildFSub(b, s, x, "");
  LLVMValueRef from_x = LLVMBuildFSub(b, x, LLVMBuildFSub(b, s, v, ""), "");
  return LLVMBuildFAdd(b, from_x, LLVMBuildFSub(b, y, v, ""), "");
}

static LLVMValueRef with_errors(LLVMBuilderRef b, LLVMValueRef *x) {
  LLVMValueRef p = LLVMBuildFMul(b, x[0], x[1], ""), s = LLVMBuildFAdd(b, p, x[2], "");
  LLVMValueRef e = product_error(b, x[0], x[1], p);
  LLVMValueRef y = LLVMBuildFAdd(b, s, LLVMBuildFAdd(b, e, sum_error(b, p, x[2], s), ""), "");
  LLVMValueRef ok = LLVMBuildFCmp(b, LLVMRealORD, y, y, "");
  return LLVMBuildSelect(b, ok, y, s, "");
}

static void expand(LLVMBuilderRef b, LLVMValueRef call) {
  LLVMValueRef x[3], y;
  for (unsigned i = 0; i < 3; i++) x[i] = LLVMGetOperand(call, i);
  LLVMPositionBuilderBefore(b, call);
  LLVMTypeKind kind = LLVMGetTypeKind(lane_type(LLVMTypeOf(call)));
  if (LLVMGetFastMathFlags(call) & LLVMFastMathAllowContract)
    y = LLVMBuildFAdd(b, LLVMBuildFMul(b, x[0], x[1], ""), x[2], "");
  else
    y = kind == LLVMDoubleTypeKind ? with_errors(b, x) : rounded_twice(b, x);
  LLVMReplaceAllUsesWith(call, y);
  LLVMInstructionEraseFromParent(call);
}

void wasm_expand_fma(LLVMModuleRef m) {
  LLVMBuilderRef b = LLVMCreateBuilderInContext(LLVMGetModuleContext(m));
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f)) {
    if (strncmp(LLVMGetValueName(f), "llvm.fma.", 9)) continue;
    for (LLVMUseRef u = LLVMGetFirstUse(f), next; u; u = next) {
      next = LLVMGetNextUse(u);
      expand(b, LLVMGetUser(u));
    }
  }
  LLVMDisposeBuilder(b);
}

//===-- conversions -------------------------------------------------------------------------===//

// Lanes of x and of y behind them: at, at + 1, .. to n of them.
static LLVMValueRef lanes(LLVMBuilderRef b, LLVMValueRef x, LLVMValueRef y, unsigned at,
                          unsigned n) {
  LLVMTypeRef i32 = LLVMInt32TypeInContext(LLVMGetTypeContext(LLVMTypeOf(x)));
  LLVMValueRef mask[MOST_LANES];
  for (unsigned i = 0; i < n; i++) mask[i] = LLVMConstInt(i32, at + i, 0);
  return LLVMBuildShuffleVector(b, x, y, LLVMConstVector(mask, n), "");
}

// A pair of f64 as the lower half of four f32, whose upper half is zeros: one instruction.
static LLVMValueRef narrow_pair(LLVMBuilderRef b, LLVMValueRef x, unsigned at) {
  LLVMValueRef pair = lanes(b, x, LLVMGetPoison(LLVMTypeOf(x)), at, 2);
  LLVMValueRef four = lanes(b, pair, LLVMConstNull(LLVMTypeOf(pair)), 0, 4);
  LLVMTypeRef f32 = LLVMFloatTypeInContext(LLVMGetTypeContext(LLVMTypeOf(x)));
  return LLVMBuildFPTrunc(b, four, LLVMVectorType(f32, 4), "");
}

static LLVMValueRef narrow_four(LLVMBuilderRef b, LLVMValueRef x, unsigned at) {
  LLVMTypeRef i32 = LLVMInt32TypeInContext(LLVMGetTypeContext(LLVMTypeOf(x)));
  LLVMValueRef low = narrow_pair(b, x, at), high = narrow_pair(b, x, at + 2), mask[4];
  for (unsigned i = 0; i < 4; i++) mask[i] = LLVMConstInt(i32, i < 2 ? i : i + 2, 0);
  return LLVMBuildShuffleVector(b, low, high, LLVMConstVector(mask, 4), "");
}

static LLVMValueRef widen_pair(LLVMBuilderRef b, LLVMValueRef x, unsigned at) {
  LLVMValueRef pair = lanes(b, x, LLVMGetPoison(LLVMTypeOf(x)), at, 2);
  return LLVMBuildFPExt(b, pair, double_like(LLVMTypeOf(pair)), "");
}

static void split(LLVMBuilderRef b, LLVMValueRef op, unsigned n) {
  bool narrow = LLVMGetInstructionOpcode(op) == LLVMFPTrunc;
  LLVMValueRef x = LLVMGetOperand(op, 0), parts[MOST_LANES];
  unsigned size = narrow ? 4 : 2;
  LLVMPositionBuilderBefore(b, op);
  for (unsigned i = 0; i < n; i += size)
    parts[i / size] = narrow ? narrow_four(b, x, i) : widen_pair(b, x, i);
  for (; size < n; size *= 2)
    for (unsigned i = 0; i < n / size; i += 2)
      parts[i / 2] = lanes(b, parts[i], parts[i + 1], 0, 2 * size);
  LLVMReplaceAllUsesWith(op, parts[0]);
  LLVMInstructionEraseFromParent(op);
}

// How many lanes are converted between f32 and f64 where LLVM would do it lane by lane, or 0.
static unsigned converted(LLVMValueRef op) {
  LLVMOpcode code = LLVMGetInstructionOpcode(op);
  if (code != LLVMFPTrunc && code != LLVMFPExt) return 0;
  LLVMTypeRef to = LLVMTypeOf(op), from = LLVMTypeOf(LLVMGetOperand(op, 0));
  if (LLVMGetTypeKind(to) != LLVMVectorTypeKind) return 0;
  LLVMTypeKind narrow = LLVMGetTypeKind(lane_type(code == LLVMFPExt ? from : to));
  LLVMTypeKind wide = LLVMGetTypeKind(lane_type(code == LLVMFPExt ? to : from));
  unsigned n = LLVMGetVectorSize(to);
  bool fits = n >= 4 && n <= MOST_LANES && !(n & (n - 1));
  return fits && narrow == LLVMFloatTypeKind && wide == LLVMDoubleTypeKind ? n : 0;
}

void wasm_split_conversions(LLVMModuleRef m) {
  LLVMBuilderRef b = LLVMCreateBuilderInContext(LLVMGetModuleContext(m));
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f))
    for (LLVMBasicBlockRef k = LLVMGetFirstBasicBlock(f); k; k = LLVMGetNextBasicBlock(k))
      for (LLVMValueRef op = LLVMGetFirstInstruction(k), next; op; op = next) {
        unsigned n = converted(op);
        next = LLVMGetNextInstruction(op);
        if (n) split(b, op, n);
      }
  LLVMDisposeBuilder(b);
}

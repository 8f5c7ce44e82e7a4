// CjaxOps.td -- every op of the cjax dialect.
//
// The ops mirror JAX's lax primitives one to one (names, attributes, meaning), so that every rule has a known meaning and a
// jaxpr can be written down as cjax.  An op belongs to a family, which names the files that hold its rules
// (dialect/ops/<family>.c) and its lowering (lower/ops/<family>.c).  The op tables of both are generated from this file.
//
// Types are ranked tensors of static shape over i1 (bool), i8..i64, ui8..ui64, f16, bf16, f32, f64,
// f8E4M3FN and the other floats of at most 8 bits, complex<f32>, complex<f64>.  PRNG keys are ui32 tensors with a trailing axis of 2.  Every op's verifier is its shape rule, in C.
#ifndef CJAX_OPS
#define CJAX_OPS

include "mlir/IR/OpBase.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/IR/SymbolInterfaces.td"

def Cjax_Dialect : Dialect {
  let name = "cjax";
  let cppNamespace = "::cjax";
  let summary = "Array programs: JAX's primitives, transformations and effects";
}

def Cjax_Array : RankedTensorOf<[AnyType]>;

class Cjax_Op<string mnemonic, string family_, list<Trait> traits = []>
    : Op<Cjax_Dialect, mnemonic, traits> {
  string family = family_;
  let hasVerifier = 1;
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::verify() { return ::cjax::verifyOp(getOperation()); }
  }];
}

class PureOp<string mnemonic, string family, list<Trait> traits = []>
    : Cjax_Op<mnemonic, family, !listconcat([Pure], traits)>;

// Part of the one ordered chain of effects.
class EffectOp<string mnemonic, list<Trait> traits = []>
    : Cjax_Op<mnemonic, "effect", !listconcat([MemoryEffects<[MemRead, MemWrite]>], traits)>;

//===-- elementwise ---------------------------------------------------------===//
// Operands of one op have the same shape; staging inserts broadcast_in_dim.

// Result of the operand's type.
class UnarySame<string mnemonic, string what, string family = "unary">
    : PureOp<mnemonic, family, [SameOperandsAndResultType]> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
}
class BinarySame<string mnemonic, string what>
    : PureOp<mnemonic, "binary", [SameOperandsAndResultType]> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y);
  let results = (outs Cjax_Array:$z);
  let assemblyFormat = "$x `,` $y attr-dict `:` type($x)";
}
class Compare<string mnemonic, string what>
    : PureOp<mnemonic, "binary", [SameTypeOperands]> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y);
  let results = (outs Cjax_Array:$z);
  let assemblyFormat = "$x `,` $y attr-dict `:` type($x) `->` type($z)";
}

def Cjax_Neg : UnarySame<"neg", "-x; integers wrap">;
def Cjax_Sign : UnarySame<"sign", "-1, 0 or 1; nan of nan, -0.0 of -0.0">;
def Cjax_Floor : UnarySame<"floor", "largest integer not above x">;
def Cjax_Ceil : UnarySame<"ceil", "smallest integer not below x">;
def Cjax_Round : UnarySame<"round", "nearest integer; ties by rounding_method"> {
  let description = "`to_nearest_even`: ties go to even; otherwise away from zero.";
  let arguments = (ins Cjax_Array:$x, UnitAttr:$to_nearest_even);
}
def Cjax_IsFinite : PureOp<"is_finite", "unary"> {
  let summary = "neither infinite nor nan, as i1";
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Exp : UnarySame<"exp", "e^x">;
def Cjax_Exp2 : UnarySame<"exp2", "2^x">;
def Cjax_Log : UnarySame<"log", "natural logarithm">;
def Cjax_Expm1 : UnarySame<"expm1", "e^x - 1, accurate near 0">;
def Cjax_Log1p : UnarySame<"log1p", "log(1 + x), accurate near 0">;
def Cjax_Tanh : UnarySame<"tanh", "hyperbolic tangent">;
def Cjax_Logistic : UnarySame<"logistic", "1 / (1 + e^-x)">;
def Cjax_Sin : UnarySame<"sin", "sine of x radians">;
def Cjax_Cos : UnarySame<"cos", "cosine of x radians">;
def Cjax_Tan : UnarySame<"tan", "tangent of x radians">;
def Cjax_Asin : UnarySame<"asin", "arc sine, in radians">;
def Cjax_Acos : UnarySame<"acos", "arc cosine, in radians">;
def Cjax_Atan : UnarySame<"atan", "arc tangent, in radians">;
def Cjax_Sinh : UnarySame<"sinh", "hyperbolic sine">;
def Cjax_Cosh : UnarySame<"cosh", "hyperbolic cosine">;
def Cjax_Asinh : UnarySame<"asinh", "inverse hyperbolic sine">;
def Cjax_Acosh : UnarySame<"acosh", "inverse hyperbolic cosine">;
def Cjax_Atanh : UnarySame<"atanh", "inverse hyperbolic tangent">;
def Cjax_Sqrt : UnarySame<"sqrt", "square root">;
def Cjax_Rsqrt : UnarySame<"rsqrt", "1 / sqrt(x)">;
def Cjax_Cbrt : UnarySame<"cbrt", "cube root">;
def Cjax_Square : UnarySame<"square", "x * x">;
def Cjax_IntegerPow : UnarySame<"integer_pow", "x^y for a static integer y, multiplied least significant bit first"> {
  let arguments = (ins Cjax_Array:$x, I64Attr:$y);
  let results = (outs Cjax_Array:$z);
}
def Cjax_Abs : PureOp<"abs", "unary"> {
  let summary = "|x|, real for a complex x; the smallest integer stays itself";
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` custom<OneOrTwoTypes>(type($x), type($y))";
}
def Cjax_Erf : UnarySame<"erf", "error function">;
def Cjax_Erfc : UnarySame<"erfc", "1 - erf(x)">;
def Cjax_ErfInv : UnarySame<"erf_inv", "inverse error function (Giles 2010 in f32, as JAX)">;
def Cjax_Not : UnarySame<"not", "bitwise (logical for i1) complement">;
def Cjax_PopulationCount : UnarySame<"population_count", "number of one bits">;
def Cjax_Clz : UnarySame<"clz", "number of leading zero bits">;
def Cjax_StopGradient : UnarySame<"stop_gradient", "x, with a zero derivative", "marker">;
def Cjax_Copy : UnarySame<"copy", "x", "marker">;
def Cjax_OptimizationBarrier : UnarySame<"optimization_barrier", "x, which no pass connects with what it comes from", "marker">;
def Cjax_Name : PureOp<"name", "marker", [SameOperandsAndResultType]> {
  let summary = "x, under a name that policies of checkpoint know";
  let arguments = (ins Cjax_Array:$x, StrAttr:$name);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x $name attr-dict `:` type($x)";
}

def Cjax_ConvertElementType : PureOp<"convert_element_type", "convert", [SameOperandsAndResultShape]> {
  let summary = "elements as another type: float to int truncates and saturates (nan: 0), to i1 is x != 0";
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}
def Cjax_ReducePrecision : UnarySame<"reduce_precision", "x rounded to a float of fewer bits, of the same type", "convert"> {
  let description = "To the nearest, ties to even; too large: infinite; too small for a normal number: zero.";
  let arguments = (ins Cjax_Array:$x, I64Attr:$exponent_bits, I64Attr:$mantissa_bits);
}
def Cjax_BitcastConvertType : PureOp<"bitcast_convert_type", "convert"> {
  let summary = "the same bits read as another type of the same width";
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}

def Cjax_Add : BinarySame<"add", "x + y; integers wrap">;
def Cjax_Sub : BinarySame<"sub", "x - y; integers wrap">;
def Cjax_Mul : BinarySame<"mul", "x * y; integers wrap">;
def Cjax_Div : BinarySame<"div", "x / y; integers truncate, x / 0 is -1">;
def Cjax_Rem : BinarySame<"rem", "remainder with the sign of x; x rem 0 is x for integers">;
def Cjax_Pow : BinarySame<"pow", "x^y"> {
  let description = "Both of one type; a float base with an integer exponent is converted by staging.";
}
def Cjax_Max : BinarySame<"max", "the larger; nan if either is">;
def Cjax_Min : BinarySame<"min", "the smaller; nan if either is">;
def Cjax_Atan2 : BinarySame<"atan2", "angle of the point (y, x), in radians">;
def Cjax_Nextafter : BinarySame<"nextafter", "the next float after x towards y">;
def Cjax_And : BinarySame<"and", "bitwise and">;
def Cjax_Or : BinarySame<"or", "bitwise or">;
def Cjax_Xor : BinarySame<"xor", "bitwise exclusive or">;
def Cjax_ShiftLeft : BinarySame<"shift_left", "x << y; 0 when y is not in [0, width)">;
def Cjax_ShiftRightArithmetic : BinarySame<"shift_right_arithmetic", "x >> y with sign fill">;
def Cjax_ShiftRightLogical : BinarySame<"shift_right_logical", "x >> y with zero fill; 0 when y is out of range">;
def Cjax_Eq : Compare<"eq", "x == y">;
def Cjax_Ne : Compare<"ne", "x != y">;
def Cjax_Lt : Compare<"lt", "x < y">;
def Cjax_Le : Compare<"le", "x <= y">;
def Cjax_Gt : Compare<"gt", "x > y">;
def Cjax_Ge : Compare<"ge", "x >= y">;

def Cjax_Clamp : PureOp<"clamp", "select", [SameOperandsAndResultType]> {
  let summary = "min(max(x, lo), hi)";
  let arguments = (ins Cjax_Array:$lo, Cjax_Array:$x, Cjax_Array:$hi);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$lo `,` $x `,` $hi attr-dict `:` type($x)";
}
def Cjax_SelectN : PureOp<"select_n", "select"> {
  let summary = "element by element cases[which]; which is i1 (two cases) or i32";
  let arguments = (ins Cjax_Array:$which, Variadic<Cjax_Array>:$cases);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$which `,` $cases attr-dict `:` type($which) `,` type($cases) `->` type($y)";
}

// Complex numbers.  The pass split-complex makes two real arrays of every complex one; afterwards these ops stand only where
// effects and the arguments and results of public functions meet the rest.
class ComplexPart<string mnemonic, string what> : PureOp<mnemonic, "complex"> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Real : ComplexPart<"real", "the real part of a complex x">;
def Cjax_Imag : ComplexPart<"imag", "the imaginary part of a complex x">;
def Cjax_Conj : UnarySame<"conj", "the conjugate of a complex x", "complex">;
def Cjax_Complex : PureOp<"complex", "complex", [SameTypeOperands]> {
  let summary = "x + y i of real x and y";
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y);
  let results = (outs Cjax_Array:$z);
  let assemblyFormat = "$x `,` $y attr-dict `:` type($x) `->` type($z)";
}

// Python's int arithmetic at run time: the wrapped value and whether it overflowed.  Operands are tensor<i64>.
class Overflow<string mnemonic> : PureOp<mnemonic, "overflow"> {
  let summary = "64-bit arithmetic and whether it overflowed";
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y);
  let results = (outs Cjax_Array:$value, Cjax_Array:$overflowed);
  let assemblyFormat = "$x `,` $y attr-dict `:` functional-type(operands, results)";
}
def Cjax_AddWithOverflow : Overflow<"add_with_overflow">;
def Cjax_SubWithOverflow : Overflow<"sub_with_overflow">;
def Cjax_MulWithOverflow : Overflow<"mul_with_overflow">;

//===-- creation and shape --------------------------------------------------===//

class ShapeOp<string mnemonic, string what, string family = "shape"> : PureOp<mnemonic, family> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}

def Cjax_Constant : PureOp<"constant", "create", [AllTypesMatch<["value", "y"]>]> {
  let summary = "a known array";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$value attr-dict";
}
def Cjax_Iota : PureOp<"iota", "create"> {
  let summary = "the index along one dimension";
  let arguments = (ins I64Attr:$dimension);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "`dim` $dimension attr-dict `:` type($y)";
}
def Cjax_BroadcastInDim : ShapeOp<"broadcast_in_dim", "x repeated along new or size-1 dimensions"> {
  let description = [{
    Dimension i of x becomes dimension `broadcast_dimensions[i]` of y.  `implicit` marks what JAX's primitives do by themselves.
  }];
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$broadcast_dimensions, UnitAttr:$implicit);
  let assemblyFormat = "$x `dims` $broadcast_dimensions attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Reshape : ShapeOp<"reshape", "the same elements in row-major order under another shape">;
def Cjax_Transpose : ShapeOp<"transpose", "dimension i of y is dimension permutation[i] of x"> {
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$permutation);
  let assemblyFormat = "$x `perm` $permutation attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Squeeze : ShapeOp<"squeeze", "x without the size-1 `dimensions`"> {
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$dimensions);
  let assemblyFormat = "$x `dims` $dimensions attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Rev : ShapeOp<"rev", "x backwards along `dimensions`"> {
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$dimensions);
  let assemblyFormat = "$x `dims` $dimensions attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Concatenate : PureOp<"concatenate", "shape"> {
  let summary = "operands one after the other along `dimension`";
  let arguments = (ins Variadic<Cjax_Array>:$xs, I64Attr:$dimension);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$xs `dim` $dimension attr-dict `:` functional-type($xs, $y)";
}
def Cjax_Split : PureOp<"split", "shape"> {
  let summary = "x cut along `axis` into pieces of `sizes`";
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$sizes, I64Attr:$axis);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$x `sizes` $sizes `axis` $axis attr-dict `:` functional-type($x, $ys)";
}
def Cjax_Pad : PureOp<"pad", "shape"> {
  let summary = "x with padding_value around (`low`, `high`, negative: cut) and between (`interior`) its elements";
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$padding_value, DenseI64ArrayAttr:$low,
                       DenseI64ArrayAttr:$high, DenseI64ArrayAttr:$interior);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = [{
    $x `,` $padding_value `low` $low `high` $high `interior` $interior attr-dict `:` functional-type(operands, $y)
  }];
}

//===-- indexing ------------------------------------------------------------===//

def Cjax_Slice : ShapeOp<"slice", "x[start:limit:stride] in every dimension", "index"> {
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$start_indices,
                       DenseI64ArrayAttr:$limit_indices, DenseI64ArrayAttr:$strides);
  let assemblyFormat = [{
    $x `from` $start_indices `to` $limit_indices `by` $strides attr-dict `:` type($x) `->` type($y)
  }];
}
def Cjax_DynamicSlice : PureOp<"dynamic_slice", "index"> {
  let summary = "a window of `slice_sizes` at run-time start indices (rank 0, one integer type), clamped so that it fits";
  let arguments = (ins Cjax_Array:$x, Variadic<Cjax_Array>:$starts, DenseI64ArrayAttr:$slice_sizes);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `[` $starts `]` `sizes` $slice_sizes attr-dict `:` functional-type(operands, $y)";
}
def Cjax_DynamicUpdateSlice : PureOp<"dynamic_update_slice", "index"> {
  let summary = "x with a window at run-time start indices (clamped so that it fits) replaced by update";
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$update, Variadic<Cjax_Array>:$starts);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `,` $update `[` $starts `]` attr-dict `:` functional-type(operands, $y)";
}
def Cjax_Gather : PureOp<"gather", "index"> {
  let summary = "slices of x at `start_indices` (index vectors along the last axis); XLA's gather";
  let description = [{
    `mode`: "clip" and "promise_in_bounds" clamp each window into x, "fill" gives `fill_value` (default: nan, the
    smallest signed, the largest unsigned integer, true) for windows that are not inside.  Source: XLA's operation semantics, Gather.
  }];
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$start_indices, DenseI64ArrayAttr:$offset_dims,
                       DenseI64ArrayAttr:$collapsed_slice_dims, DenseI64ArrayAttr:$start_index_map,
                       DenseI64ArrayAttr:$operand_batching_dims, DenseI64ArrayAttr:$start_indices_batching_dims,
                       DenseI64ArrayAttr:$slice_sizes, StrAttr:$mode, OptionalAttr<AnyAttr>:$fill_value,
                       UnitAttr:$unique_indices, UnitAttr:$indices_are_sorted);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `,` $start_indices attr-dict `:` functional-type(operands, $y)";
}
class Scatter<string mnemonic, string what> : PureOp<mnemonic, "scatter"> {
  let summary = what;
  let description = [{
    `mode`: "clip" clamps each window into x; "fill" and "promise_in_bounds" drop windows that are not inside.  Updates apply in row-major order of the
    indices.  Source: XLA's operation semantics, Scatter.
  }];
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$indices, Cjax_Array:$updates,
                       DenseI64ArrayAttr:$update_window_dims, DenseI64ArrayAttr:$inserted_window_dims,
                       DenseI64ArrayAttr:$scatter_dims_to_operand_dims, DenseI64ArrayAttr:$operand_batching_dims,
                       DenseI64ArrayAttr:$scatter_indices_batching_dims, StrAttr:$mode,
                       UnitAttr:$unique_indices, UnitAttr:$indices_are_sorted);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `,` $indices `,` $updates attr-dict `:` functional-type(operands, $y)";
}
def Cjax_Scatter : Scatter<"scatter", "x with windows replaced by updates; the last one wins">;
def Cjax_ScatterAdd : Scatter<"scatter_add", "x with updates added to windows">;
def Cjax_ScatterSub : Scatter<"scatter_sub", "x with updates subtracted from windows">;
def Cjax_ScatterMul : Scatter<"scatter_mul", "x with windows multiplied by updates">;
def Cjax_ScatterMin : Scatter<"scatter_min", "x with the minimum of windows and updates">;
def Cjax_ScatterMax : Scatter<"scatter_max", "x with the maximum of windows and updates">;

//===-- reductions, cumulative ops, sorting, contraction ----------------------===//

class Reduce<string mnemonic, string what> : PureOp<mnemonic, "reduce"> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$axes);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `over` $axes attr-dict `:` type($x) `->` type($y)";
}
def Cjax_ReduceSum : Reduce<"reduce_sum", "sum over `axes` (strictly increasing)">;
def Cjax_ReduceProd : Reduce<"reduce_prod", "product over `axes`">;
def Cjax_ReduceMax : Reduce<"reduce_max", "maximum over `axes`; nan if any is; the type's smallest value of nothing">;
def Cjax_ReduceMin : Reduce<"reduce_min", "minimum over `axes`">;
def Cjax_ReduceAnd : Reduce<"reduce_and", "bitwise and over `axes`">;
def Cjax_ReduceOr : Reduce<"reduce_or", "bitwise or over `axes`">;
def Cjax_ReduceXor : Reduce<"reduce_xor", "bitwise exclusive or over `axes`">;

class ArgReduce<string mnemonic, string what> : PureOp<mnemonic, "argreduce"> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, I64Attr:$axis);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `over` $axis attr-dict `:` type($x) `->` type($y)";
}
def Cjax_Argmax : ArgReduce<"argmax", "first index of the maximum along `axis`; the first nan wins">;
def Cjax_Argmin : ArgReduce<"argmin", "first index of the minimum along `axis`; the first nan wins">;

class Cumulative<string mnemonic, string what> : PureOp<mnemonic, "cumulative", [SameOperandsAndResultType]> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, I64Attr:$axis, UnitAttr:$reverse);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `along` $axis attr-dict `:` type($x)";
}
def Cjax_Cumsum : Cumulative<"cumsum", "running sums along `axis`, from the end if `reverse`">;
def Cjax_Cumprod : Cumulative<"cumprod", "running products">;
def Cjax_Cummax : Cumulative<"cummax", "running maxima">;
def Cjax_Cummin : Cumulative<"cummin", "running minima">;
def Cjax_Cumlogsumexp : Cumulative<"cumlogsumexp", "running log-sum-exp">;

def Cjax_Sort : PureOp<"sort", "sort"> {
  let summary = "operands of one shape sorted together along `dimension` by the first `num_keys` of them; stable";
  let description = "Ascending; -0.0 equals 0.0; nan last.";
  let arguments = (ins Variadic<Cjax_Array>:$xs, I64Attr:$dimension, I64Attr:$num_keys);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$xs `along` $dimension `keys` $num_keys attr-dict `:` functional-type($xs, $ys)";
}

def Cjax_DotGeneral : PureOp<"dot_general", "dot"> {
  let summary = "sum of products over contracting dimensions; result: batch, x's free, y's free dimensions";
  let description = "The element type of the result may be wider than the operands' (preferred_element_type).";
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y, DenseI64ArrayAttr:$lhs_contracting,
                       DenseI64ArrayAttr:$rhs_contracting, DenseI64ArrayAttr:$lhs_batch, DenseI64ArrayAttr:$rhs_batch);
  let results = (outs Cjax_Array:$z);
  let assemblyFormat = [{
    $x `,` $y `contract` $lhs_contracting `,` $rhs_contracting `batch` $lhs_batch `,` $rhs_batch attr-dict
    `:` functional-type(operands, $z)
  }];
}

//===-- special functions ---------------------------------------------------------//
// Defined by functions of the library: driver/library/jax/_src/definitions/special.py.

class Special1<string mnemonic, string what> : UnarySame<mnemonic, what, "special">;
class Special2<string mnemonic, string what> : PureOp<mnemonic, "special", [SameOperandsAndResultType]> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y);
  let results = (outs Cjax_Array:$z);
  let assemblyFormat = "$x `,` $y attr-dict `:` type($x)";
}
def Cjax_Lgamma : Special1<"lgamma", "log |gamma(x)|">;
def Cjax_Digamma : Special1<"digamma", "the derivative of lgamma">;
def Cjax_BesselI0e : Special1<"bessel_i0e", "exp(-|x|) I0(x), a modified Bessel function">;
def Cjax_BesselI1e : Special1<"bessel_i1e", "exp(-|x|) I1(x)">;
def Cjax_Igamma : Special2<"igamma", "the regularised lower incomplete gamma function of x and y">;
def Cjax_Igammac : Special2<"igammac", "1 - igamma, without cancellation">;
def Cjax_IgammaGradA : Special2<"igamma_grad_a", "the derivative of igamma by x">;
def Cjax_Polygamma : Special2<"polygamma", "the x-th derivative of digamma at y">;
def Cjax_Zeta : Special2<"zeta", "Hurwitz's zeta function, the sum of (k + y)^-x over k">;
def Cjax_RegularizedIncompleteBeta : PureOp<"regularized_incomplete_beta", "special", [SameOperandsAndResultType]> {
  let summary = "the integral of t^(a-1) (1-t)^(b-1) / B(a, b) from 0 to x";
  let arguments = (ins Cjax_Array:$a, Cjax_Array:$b, Cjax_Array:$x);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$a `,` $b `,` $x attr-dict `:` type($x)";
}

//===-- windows and convolution -------------------------------------------------//
// Attributes of windows have one entry per dimension.  `padding_low` and `padding_high` count elements before and after
// (negative: cut) what `base_dilation` (`lhs_dilation`) spreads out.

class WindowOp<string mnemonic, string what> : PureOp<mnemonic, "window"> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$window_dimensions, DenseI64ArrayAttr:$window_strides,
                       DenseI64ArrayAttr:$padding_low, DenseI64ArrayAttr:$padding_high,
                       DenseI64ArrayAttr:$base_dilation, DenseI64ArrayAttr:$window_dilation);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}
def Cjax_ReduceWindowSum : WindowOp<"reduce_window_sum", "sums over windows of x; padding counts as 0">;
def Cjax_ReduceWindowMax : WindowOp<"reduce_window_max", "maxima over windows of x; padding counts as the type's smallest value">;
def Cjax_ReduceWindowMin : WindowOp<"reduce_window_min", "minima over windows of x; padding counts as the type's largest value">;
def Cjax_SelectAndGatherAdd : PureOp<"select_and_gather_add", "window"> {
  let summary = "of each window of `operand` its first extremum; the element of `tangents` there, 0 where it is padding";
  let description = "`select`: \"ge\" picks maxima, \"le\" minima.  The derivative of reduce_window_max along `tangents`.";
  let arguments = (ins Cjax_Array:$tangents, Cjax_Array:$operand, StrAttr:$select, DenseI64ArrayAttr:$window_dimensions,
                       DenseI64ArrayAttr:$window_strides, DenseI64ArrayAttr:$padding_low, DenseI64ArrayAttr:$padding_high,
                       DenseI64ArrayAttr:$base_dilation, DenseI64ArrayAttr:$window_dilation);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$tangents `,` $operand $select attr-dict `:` functional-type(operands, $y)";
}
def Cjax_SelectAndScatterAdd : PureOp<"select_and_scatter_add", "window"> {
  let summary = "zeros like `operand`, with each element of `source` added at the first extremum of its window of `operand`";
  let description = "The transpose of select_and_gather_add in `tangents`.";
  let arguments = (ins Cjax_Array:$source, Cjax_Array:$operand, StrAttr:$select, DenseI64ArrayAttr:$window_dimensions,
                       DenseI64ArrayAttr:$window_strides, DenseI64ArrayAttr:$padding_low, DenseI64ArrayAttr:$padding_high);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$source `,` $operand $select attr-dict `:` functional-type(operands, $y)";
}
def Cjax_ConvGeneralDilated : PureOp<"conv_general_dilated", "conv"> {
  let summary = "convolution: sums of products of windows of x with y, over the input features";
  let description = [{
    `lhs_spec`: the dimensions of x that are batch, feature, space...; `rhs_spec`: those of y that are output feature, input feature, space...;
    `out_spec`: those of z that are batch, feature, space....  `lhs_dilation` spreads x out, `rhs_dilation` the window.  `feature_group_count`
    groups of x's features each have their own part of y's output features; `batch_group_count` groups of x's batch likewise.
    The element type of the result may be another one (preferred_element_type).
  }];
  let arguments = (ins Cjax_Array:$x, Cjax_Array:$y, DenseI64ArrayAttr:$window_strides, DenseI64ArrayAttr:$padding_low,
                       DenseI64ArrayAttr:$padding_high, DenseI64ArrayAttr:$lhs_dilation, DenseI64ArrayAttr:$rhs_dilation,
                       DenseI64ArrayAttr:$lhs_spec, DenseI64ArrayAttr:$rhs_spec, DenseI64ArrayAttr:$out_spec,
                       I64Attr:$feature_group_count, I64Attr:$batch_group_count);
  let results = (outs Cjax_Array:$z);
  let assemblyFormat = "$x `,` $y attr-dict `:` functional-type(operands, $z)";
}
def Cjax_Patches : PureOp<"patches", "conv"> {
  let summary = "windows of x over `dimensions`: y[.., i, .., j.., ..] = x[.., i * strides + j * dilations, ..]";
  let description = [{
    i runs over `counts`, where the dimension of x was; j over `sizes`, in new dimensions before dimension `position` of x.
  }];
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$dimensions, DenseI64ArrayAttr:$counts, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$sizes, DenseI64ArrayAttr:$dilations, I64Attr:$position);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
}

//===-- defined by the library -------------------------------------------------------//
// driver/library/jax/_src/definitions/<family>.py has what they compute.

def Cjax_Mulhi : BinarySame<"mulhi", "the high half of the product of two integers">;
def Cjax_TopK : PureOp<"top_k", "sort"> {
  let summary = "the `k` largest elements along `axis`, descending, and their indices (i32); of equal ones the first";
  let arguments = (ins Cjax_Array:$x, I64Attr:$k, I64Attr:$axis);
  let results = (outs Cjax_Array:$values, Cjax_Array:$indices);
  let assemblyFormat = "$x `k` $k `along` $axis attr-dict `:` functional-type(operands, results)";
}
def Cjax_LuPivotsToPermutation : PureOp<"lu_pivots_to_permutation", "factor"> {
  let summary = "the permutation of `permutation_size` rows that swapping row i with row x[i], in turn, makes (i32)";
  let arguments = (ins Cjax_Array:$x, I64Attr:$permutation_size);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `size` $permutation_size attr-dict `:` type($x) `->` type($y)";
}
def Cjax_TridiagonalSolve : PureOp<"tridiagonal_solve", "factor"> {
  let summary = "y with A y = b, where A has the diagonals dl (its first entry unused), d and du (its last unused)";
  let arguments = (ins Cjax_Array:$dl, Cjax_Array:$d, Cjax_Array:$du, Cjax_Array:$b);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$dl `,` $d `,` $du `,` $b attr-dict `:` functional-type(operands, $y)";
}
class Reflections<string mnemonic, string what> : PureOp<mnemonic, "factor"> {
  let summary = what;
  let description = "The reflector i is v = (0, .., 1, the column below), the reflection 1 - taus[i] v v^H; LAPACK's storage.";
  let arguments = (ins Cjax_Array:$a);
  let results = (outs Cjax_Array:$y, Cjax_Array:$taus);
  let assemblyFormat = "$a attr-dict `:` functional-type(operands, results)";
}
def Cjax_Geqrf : Reflections<"geqrf", "QR decomposition: r on and above the diagonal, reflectors below it, and their factors">;
def Cjax_Hessenberg : Reflections<"hessenberg", "reduction to Hessenberg form: reflectors are below the first subdiagonal">;
def Cjax_HouseholderProduct : PureOp<"householder_product", "factor"> {
  let summary = "the first columns of the product of the reflections that geqrf gives";
  let arguments = (ins Cjax_Array:$a, Cjax_Array:$taus);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$a `,` $taus attr-dict `:` functional-type(operands, $y)";
}
def Cjax_Ormqr : PureOp<"ormqr", "factor"> {
  let summary = "q c, or c q unless `left`, for the product q of the reflections that geqrf gives; `transpose`: with q^H";
  let arguments = (ins Cjax_Array:$a, Cjax_Array:$taus, Cjax_Array:$c, UnitAttr:$left, UnitAttr:$transpose);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$a `,` $taus `,` $c attr-dict `:` functional-type(operands, $y)";
}
def Cjax_Tridiagonal : PureOp<"tridiagonal", "factor"> {
  let summary = "reduction of a Hermitian matrix to tridiagonal form: reflectors, diagonal, subdiagonal, factors; `lower`: the triangle read";
  let arguments = (ins Cjax_Array:$a, UnitAttr:$lower);
  let results = (outs Cjax_Array:$y, Cjax_Array:$d, Cjax_Array:$e, Cjax_Array:$taus);
  let assemblyFormat = "$a attr-dict `:` functional-type(operands, results)";
}
def Cjax_CholeskyUpdate : PureOp<"cholesky_update", "factor"> {
  let summary = "the upper triangular y with y^T y = r^T r + w w^T";
  let arguments = (ins Cjax_Array:$r, Cjax_Array:$w);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$r `,` $w attr-dict `:` functional-type(operands, $y)";
}
def Cjax_SymmetricProduct : PureOp<"symmetric_product", "factor"> {
  let summary = "`alpha` a a^T + `beta` c";
  let arguments = (ins Cjax_Array:$a, Cjax_Array:$c, F64Attr:$alpha, F64Attr:$beta);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$a `,` $c attr-dict `:` functional-type(operands, $y)";
}

//===-- linear algebra ----------------------------------------------------------//
// Matrices are the last two dimensions; those before them are so many matrices.

def Cjax_Cholesky : UnarySame<"cholesky", "lower triangular y with y y^H = x; nan when x is not positive definite", "linalg"> {
  let description = "Reads the lower triangle of x.";
}
def Cjax_TriangularSolve : PureOp<"triangular_solve", "linalg"> {
  let summary = "y with op(a) y = b (`left_side`), else y op(a) = b; a is triangular";
  let description = [{
    `lower` says which triangle of a is read, `transpose_a` and `conjugate_a` make op, `unit_diagonal`: the diagonal counts as 1.
  }];
  let arguments = (ins Cjax_Array:$a, Cjax_Array:$b, UnitAttr:$left_side, UnitAttr:$lower, UnitAttr:$transpose_a,
                       UnitAttr:$conjugate_a, UnitAttr:$unit_diagonal);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$a `,` $b attr-dict `:` functional-type(operands, $y)";
}
class Factorisation<string mnemonic, string what> : PureOp<mnemonic, "linalg"> {
  let summary = what;
  let arguments = (ins Cjax_Array:$x);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$x attr-dict `:` functional-type($x, $ys)";
}
def Cjax_Lu : Factorisation<"lu", "x[perm] = l u by partial pivoting: l and u in one matrix, pivots and perm (i32)">;
def Cjax_Qr : Factorisation<"qr", "q and r with x = q r; `full_matrices`: q is square"> {
  let arguments = (ins Cjax_Array:$x, UnitAttr:$full_matrices);
}
def Cjax_Eigh : Factorisation<"eigh", "eigenvectors (columns) and ascending eigenvalues of a Hermitian x"> {
  let description = "Reads the lower triangle of x if `lower`, else the upper one.";
  let arguments = (ins Cjax_Array:$x, UnitAttr:$lower);
}
def Cjax_Svd : Factorisation<"svd", "singular values, descending, and with `compute_uv` also u and v^H: x = u diag(s) v^H"> {
  let arguments = (ins Cjax_Array:$x, UnitAttr:$full_matrices, UnitAttr:$compute_uv);
}

def Cjax_Eig : Factorisation<"eig", "eigenvalues of a square x, and with `vectors` its right eigenvectors (columns); complex"> {
  let arguments = (ins Cjax_Array:$x, UnitAttr:$vectors);
}

def Cjax_Schur : Factorisation<"schur", "t and a unitary z with x = z t z^H: t is upper triangular, of a real x with 2 x 2 blocks for pairs of eigenvalues">;

//===-- Fourier transforms --------------------------------------------------------//

def Cjax_Fft : UnarySame<"fft", "discrete Fourier transform over the last `rank` dimensions, unnormalised; `inverse`: divided by the lengths", "fft"> {
  let arguments = (ins Cjax_Array:$x, I64Attr:$rank, UnitAttr:$inverse);
}
def Cjax_Rfft : ShapeOp<"rfft", "fft of a real x over its last `rank` dimensions; the last one keeps its first half", "fft"> {
  let arguments = (ins Cjax_Array:$x, I64Attr:$rank);
}
def Cjax_Irfft : ShapeOp<"irfft", "the real inverse of rfft; the last dimension of y has `length`", "fft"> {
  let arguments = (ins Cjax_Array:$x, I64Attr:$rank, I64Attr:$length);
}

//===-- random ----------------------------------------------------------------===//

def Cjax_Threefry2x32 : PureOp<"threefry2x32", "random"> {
  let summary = "the threefry-2x32 block cipher with 20 rounds, element by element (Salmon et al. 2011)";
  let arguments = (ins Cjax_Array:$k1, Cjax_Array:$k2, Cjax_Array:$x1, Cjax_Array:$x2);
  let results = (outs Cjax_Array:$y1, Cjax_Array:$y2);
  let assemblyFormat = "$k1 `,` $k2 `,` $x1 `,` $x2 attr-dict `:` functional-type(operands, results)";
}
def Cjax_RandomSeed : ShapeOp<"random_seed", "keys [..., 2] from integer seeds [...]", "random">;
def Cjax_RandomSplit : ShapeOp<"random_split", "keys [..., shape, 2] derived from keys [..., 2]", "random"> {
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$shape);
  let assemblyFormat = "$x `shape` $shape attr-dict `:` type($x) `->` type($y)";
}
def Cjax_RandomFoldIn : PureOp<"random_fold_in", "random"> {
  let summary = "keys [..., 2] derived from keys [..., 2] and ui32 data [...]";
  let arguments = (ins Cjax_Array:$key, Cjax_Array:$data);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$key `,` $data attr-dict `:` functional-type(operands, $y)";
}
def Cjax_RandomBits : ShapeOp<"random_bits", "unsigned random integers [..., shape] from keys [..., 2]", "random"> {
  let arguments = (ins Cjax_Array:$x, DenseI64ArrayAttr:$shape);
  let assemblyFormat = "$x `shape` $shape attr-dict `:` type($x) `->` type($y)";
}

def Cjax_NumpyRandom : PureOp<"numpy_random", "random"> {
  let summary = "a draw of numpy.random, or the state of a new bit generator";
  let description = [{
    `name` is a distribution (runtime/random), with "legacy " before it for RandomState's algorithms: operands are the
    state (ui32) and the parameters, a row of 1 or n for each; results the flat draws, the next state, and room that
    choices need.  "seed ..." makes a state from ui32 words.
  }];
  let arguments = (ins Variadic<Cjax_Array>:$xs, StrAttr:$name);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$name `(` $xs `)` attr-dict `:` functional-type($xs, $ys)";
}

//===-- control flow ------------------------------------------------------------===//
// Regions capture values of the enclosing function implicitly.

def Cjax_Yield : Cjax_Op<"yield", "control", [Pure, Terminator, ReturnLike]> {
  let summary = "the results of a region";
  let arguments = (ins Variadic<Cjax_Array>:$xs);
  let assemblyFormat = "($xs^ `:` type($xs))? attr-dict";
}
def Cjax_While : Cjax_Op<"while", "control", [RecursiveMemoryEffects, SingleBlock]> {
  let summary = "body applied to the carry as long as cond gives true";
  let arguments = (ins Variadic<Cjax_Array>:$init);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let regions = (region SizedRegion<1>:$cond, SizedRegion<1>:$body);
  let assemblyFormat = "$init `:` functional-type($init, $ys) `cond` $cond `do` $body attr-dict";
}
def Cjax_Case : Cjax_Op<"case", "control", [RecursiveMemoryEffects, SingleBlock]> {
  let summary = "one of several branches, chosen by an i32 index clamped into range (an i1: false is branch 0)";
  let arguments = (ins Cjax_Array:$index);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let regions = (region VariadicRegion<SizedRegion<1>>:$branches);
  let assemblyFormat = "$index `:` functional-type($index, $ys) $branches attr-dict";
}
def Cjax_Scan : Cjax_Op<"scan", "control", [RecursiveMemoryEffects, SingleBlock]> {
  let summary = "body over the leading axis of the xs, with a carry; its other results are stacked";
  let description = [{
    Operands: `num_carry` initial carries, then the xs.  Body: carries and one element of each x to carries and one element of each y.
    Results: final carries, then the ys.  `length` iterations, backwards if `reverse` (ys keep their positions).
  }];
  let arguments = (ins Variadic<Cjax_Array>:$operands_, I64Attr:$num_carry, I64Attr:$length, UnitAttr:$reverse,
                       DefaultValuedAttr<I64Attr, "1">:$unroll);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $operands_ `carry` $num_carry `length` $length (`reverse` $reverse^)? attr-dict `:`
    functional-type($operands_, $ys) `do` $body
  }];
}

//===-- transformations -----------------------------------------------------------===//
// Each names a function; a pass expands it, innermost first.  Plain calls are func.call.

def Cjax_Vmap : Cjax_Op<"vmap", "transform"> {
  let summary = "@callee mapped over one axis of its arguments and results";
  let description = "in_axes / out_axes: the mapped axis of each argument / result, -1 for none.";
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$in_axes,
                       DenseI64ArrayAttr:$out_axes, I64Attr:$axis_size, OptionalAttr<StrAttr>:$axis_name);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = [{
    $callee `(` $args `)` `in` $in_axes `out` $out_axes `size` $axis_size attr-dict `:` functional-type($args, $ys)
  }];
}
def Cjax_Jvp : Cjax_Op<"jvp", "transform"> {
  let summary = "@callee and its derivative along tangents";
  let description = [{
    Operands: all arguments, then a tangent for each argument listed in `wrt`.  Results: all results, then a tangent for each
    result of floating (or complex) type.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$wrt);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$callee `(` $args `)` `wrt` $wrt attr-dict `:` functional-type($args, $ys)";
}
def Cjax_Vjp : Cjax_Op<"vjp", "transform"> {
  let summary = "@callee and the pull-back of cotangents to arguments";
  let description = [{
    Operands: all arguments, then a cotangent for each result of floating (or complex) type.  Results: all results, then a
    cotangent for each argument listed in `wrt`.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$wrt);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$callee `(` $args `)` `wrt` $wrt attr-dict `:` functional-type($args, $ys)";
}

def Cjax_LinearTranspose : Cjax_Op<"linear_transpose", "transform"> {
  let summary = "the transpose of @callee, which is linear in its arguments after the first `residuals`";
  let description = "Operands: residuals, then a cotangent for each result of @callee. Results: a cotangent for each linear argument.";
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<Cjax_Array>:$args, I64Attr:$residuals);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$callee `(` $args `)` `residuals` $residuals attr-dict `:` functional-type($args, $ys)";
}

def Cjax_CustomJvpCall : Cjax_Op<"custom_jvp_call", "custom"> {
  let summary = "@callee, whose derivative is given by @jvp";
  let description = [{
    @jvp: arguments, tangents of those of floating type -> results, tangents of those of floating type.  `segments` counts the operands: the
    arguments, what @callee captures, what @jvp captures.  A derivative with respect to a captured value is an error, or with
    `constant_captures` zero.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, FlatSymbolRefAttr:$jvp, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$segments,
                       UnitAttr:$constant_captures);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$callee `(` $args `)` `jvp` $jvp $segments attr-dict `:` functional-type($args, $ys)";
}
def Cjax_CustomVjpCall : Cjax_Op<"custom_vjp_call", "custom"> {
  let summary = "@callee, whose pull-back is given by @fwd and @bwd";
  let description = [{
    @fwd: arguments -> results, residuals.  @bwd: residuals, cotangents of the results of floating type -> cotangents of the arguments of
    floating type.  `segments` counts the operands: the arguments, what @callee, @fwd and @bwd capture.  Forward mode is an error, or with
    `differentiable` that of @callee.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, FlatSymbolRefAttr:$fwd, FlatSymbolRefAttr:$bwd, Variadic<Cjax_Array>:$args,
                       DenseI64ArrayAttr:$segments, UnitAttr:$differentiable);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$callee `(` $args `)` `fwd` $fwd `bwd` $bwd $segments attr-dict `:` functional-type($args, $ys)";
}
def Cjax_CustomLin : Cjax_Op<"custom_lin", "custom"> {
  let summary = "the linear function whose transpose is @bwd; stands between linearize and transpose only";
  let description = "Operands: residuals and captures of @bwd (counted by `segments`), then tangents.";
  let arguments = (ins FlatSymbolRefAttr:$bwd, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$segments);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$bwd `(` $args `)` $segments attr-dict `:` functional-type($args, $ys)";
}

def Cjax_LinearCall : Cjax_Op<"linear_call", "custom"> {
  let summary = "@callee, a function that is linear in some arguments and whose transpose is @transpose";
  let description = [{
    `segments` counts the operands: residuals, linear arguments, what @callee and what @transpose capture.  @callee: residuals, linear
    arguments, captures -> results.  @transpose: residuals, cotangents of the results, captures -> cotangents of the linear arguments.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, FlatSymbolRefAttr:$transpose, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$segments);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$callee `(` $args `)` `transpose` $transpose $segments attr-dict `:` functional-type($args, $ys)";
}

def Cjax_CustomVmapCall : Cjax_Op<"custom_vmap_call", "custom"> {
  let summary = "@callee, whose form over an axis of `axis_size` elements is @rule";
  let description = [{
    `segments` counts the operands: the arguments, what @callee captures, what @rule captures.  @rule takes the arguments, those that are 1
    in `in_batched` with a leading axis, and gives the results, those that are 1 in `out_batched` with one.  Where more is mapped than
    `in_batched` says, or another number of elements, and for derivatives, the op is a call of @callee.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, FlatSymbolRefAttr:$rule, Variadic<Cjax_Array>:$args, DenseI64ArrayAttr:$segments,
                       DenseI64ArrayAttr:$in_batched, DenseI64ArrayAttr:$out_batched, I64Attr:$axis_size);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = [{
    $callee `(` $args `)` `rule` $rule $segments `in` $in_batched `out` $out_batched `size` $axis_size attr-dict `:`
    functional-type($args, $ys)
  }];
}

//===-- named axes -------------------------------------------------------------------===//
// The vmap that binds the name turns them into ops on its axis.

def Cjax_Psum : PureOp<"psum", "collective", [SameOperandsAndResultType]> {
  let summary = "sum over the named axis";
  let arguments = (ins Cjax_Array:$x, StrAttr:$axis_name);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `over` $axis_name attr-dict `:` type($x)";
}
def Cjax_AllGather : PureOp<"all_gather", "collective"> {
  let summary = "x of every index of the named axis, stacked along a new leading axis of size `axis_size`";
  let arguments = (ins Cjax_Array:$x, StrAttr:$axis_name, I64Attr:$axis_size);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$x `over` $axis_name `size` $axis_size attr-dict `:` type($x) `->` type($y)";
}
def Cjax_AxisIndex : PureOp<"axis_index", "collective"> {
  let summary = "the index along the named axis (i32)";
  let arguments = (ins StrAttr:$axis_name);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$axis_name attr-dict `:` type($y)";
}

//===-- fusion ---------------------------------------------------------------------===//

def Cjax_Fusion : Cjax_Op<"fusion", "fusion", [RecursiveMemoryEffects, SingleBlock, IsolatedFromAbove]> {
  let summary = "one kernel: its body is compiled as a unit, without intermediate arrays in memory";
  let arguments = (ins Variadic<Cjax_Array>:$xs);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$xs attr-dict `:` functional-type($xs, $ys) $body";
}

//===-- effects ----------------------------------------------------------------------===//
// One chain, in program order.  A text with run-time parts is `text` (n + 1 static pieces) around n operands, operand i
// formatted in style `fields[i]` (runtime/cjax_rt.h lists the styles: "str", "repr", "fmt:.3f", ...).

def Cjax_Print : EffectOp<"print"> {
  let summary = "writes text to stdout (stream 1) or stderr (2)";
  let description = [{
    A field "choice" picks from a table: its operand is an index (i64) into `tables[k]` (arrays of strings), where k counts such fields.
  }];
  let arguments = (ins Variadic<Cjax_Array>:$xs, StrArrayAttr:$text, StrArrayAttr:$fields,
                       DefaultValuedAttr<I64Attr, "1">:$stream, OptionalAttr<ArrayAttr>:$tables);
  let assemblyFormat = "$text (`with` $xs^ `:` type($xs))? `as` $fields attr-dict";
}
def Cjax_Flush : EffectOp<"flush"> {
  let summary = "hands to the system what was printed so far";
  let assemblyFormat = "attr-dict";
}
def Cjax_Check : EffectOp<"check"> {
  let summary = "ends the program with exit status 1 and the text on stderr unless the operand (i1, rank 0) is true";
  let arguments = (ins Cjax_Array:$ok, Variadic<Cjax_Array>:$xs, StrArrayAttr:$text, StrArrayAttr:$fields,
                       OptionalAttr<ArrayAttr>:$tables);
  let assemblyFormat = "$ok `,` $text (`with` $xs^ `:` type($xs))? `as` $fields attr-dict `:` type($ok)";
}
def Cjax_Clock : EffectOp<"clock"> {
  let summary = "reads a clock: seconds (f64) or nanoseconds (i64)";
  let description = "`kind`: 0 perf_counter, 1 time, 2 monotonic, 3 process_time.";
  let arguments = (ins I64Attr:$kind);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$kind attr-dict `:` type($y)";
}
def Cjax_LoadNpy : EffectOp<"load_npy"> {
  let summary = "the array in a file, whose type must agree";
  let description = [{
    `message`: the start of the error block (file, line, source line) printed before the reason.  `hash`: of the contents (npy_hash of
    runtime/npy.h), where they decided something while compiling: others are an error.  The file is a .npy file, an array of an archive
    (`a.npz/name`, `a.safetensors/name`), or, with `format` (runtime/text_table.h), a table as text.
  }];
  let arguments = (ins StrAttr:$path, StrAttr:$message, OptionalAttr<I64Attr>:$hash, OptionalAttr<StrAttr>:$format);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$path $message attr-dict `:` type($y)";
}
def Cjax_SaveNpy : EffectOp<"save_npy"> {
  let summary = "writes the array to a file, replacing it";
  let description = [{
    `message`: as for `load_npy`.  The file is a .npy file, where bf16 and smaller floats are their bytes (`V2`, `V1`), or what `format` says (cjax_rt_save_as of runtime/cjax_rt.h).
  }];
  let arguments = (ins Cjax_Array:$x, StrAttr:$path, StrAttr:$message, OptionalAttr<StrAttr>:$format);
  let assemblyFormat = "$x $path $message attr-dict `:` type($x)";
}
def Cjax_FfiCall : EffectOp<"ffi_call"> {
  let summary = "calls a C function that the executable or the library is linked with";
  let description = [{
    `int target(const T *x0, ..., R *y0, ...)` on row-major arrays; a status other than 0 ends the program.  `message`: as for `load_npy`.
  }];
  let arguments = (ins Variadic<Cjax_Array>:$xs, StrAttr:$target, StrAttr:$message);
  let results = (outs Variadic<Cjax_Array>:$ys);
  let assemblyFormat = "$target `(` $xs `)` $message attr-dict `:` functional-type($xs, $ys)";
}
def Cjax_Argc : EffectOp<"argc"> {
  let summary = "number of command-line arguments, the program's name included (len(sys.argv)), as tensor<i64>";
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "attr-dict `:` type($y)";
}
def Cjax_Argv : EffectOp<"argv"> {
  let summary = "command-line argument `index` (i64, rank 0, negative from the end) as a text; IndexError where there is none";
  let description = "A text of the executable is an i64; see `text`.";
  let arguments = (ins Cjax_Array:$index, StrAttr:$message);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$index $message attr-dict `:` type($index) `->` type($y)";
}
def Cjax_Sleep : EffectOp<"sleep"> {
  let summary = "waits for as many seconds (f64, rank 0)";
  let arguments = (ins Cjax_Array:$seconds);
  let assemblyFormat = "$seconds attr-dict `:` type($seconds)";
}
def Cjax_ParseArgs : EffectOp<"parse_args"> {
  let summary = "parses the command line by the declarations of argparse (runtime/os/args.c), or ends the program with status 2";
  let arguments = (ins StrAttr:$declarations);
  let assemblyFormat = "$declarations attr-dict";
}
def Cjax_ParsedArg : EffectOp<"parsed_arg"> {
  let summary = "what `parse_args` found: an int, flag or text (i64) or a float (f64) of argument `index`; with `given`, how often it was given";
  let arguments = (ins I64Attr:$index, StrAttr:$name, UnitAttr:$given);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$index $name (`given` $given^)? attr-dict `:` type($y)";
}
def Cjax_Text : EffectOp<"text"> {
  let summary = "what `print` would write, as a text that lives to the end of the program";
  let description = [{
    A text is an i64 with a meaning to the runtime only; 0 is the empty text. A field "text:SPEC" formats one.
  }];
  let arguments = (ins Variadic<Cjax_Array>:$xs, StrArrayAttr:$text, StrArrayAttr:$fields,
                       OptionalAttr<ArrayAttr>:$tables);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$text (`with` $xs^ `:` type($xs))? `as` $fields attr-dict `:` type($y)";
}
def Cjax_TextCall : EffectOp<"text_call"> {
  let summary = "a function of texts (CJAX_TEXT_FUNCTIONS of runtime/cjax_rt.h, float, change: cjax_rt_path_change, or readline: cjax_rt_read_line): int, bool or text as i64, or f64";
  let arguments = (ins StrAttr:$function, Variadic<Cjax_Array>:$xs, StrAttr:$message);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$function $xs $message attr-dict `:` type($xs) `->` type($y)";
}
// The three below make an executable of a function (driver/model.c).
def Cjax_OpenModel : EffectOp<"open_model"> {
  let summary = "reads the command line of a compiled function: .npy files, -o, --params";
  let description = [{
    `usage`: what follows the program's name in its help. `params`: the file of parameters, or empty for the one at the
    executable's end. `inputs` and `results` are counts.
  }];
  let arguments = (ins StrAttr:$usage, StrAttr:$params, I64Attr:$inputs, I64Attr:$results);
  let assemblyFormat = "$usage `params` $params `inputs` $inputs `results` $results attr-dict";
}
def Cjax_ModelInput : EffectOp<"model_input"> {
  let summary = "argument `index` of the command line, a .npy file or (rank 0) a number; with `param`, the parameter called `name`";
  let arguments = (ins I64Attr:$index, StrAttr:$name, UnitAttr:$param);
  let results = (outs Cjax_Array:$y);
  let assemblyFormat = "$index $name (`param` $param^)? attr-dict `:` type($y)";
}
def Cjax_ModelResult : EffectOp<"model_result"> {
  let summary = "result `index`: printed, or written to a .npy file where -o says";
  let arguments = (ins Cjax_Array:$x, I64Attr:$index, StrAttr:$name);
  let assemblyFormat = "$x `,` $index $name attr-dict `:` type($x)";
}
def Cjax_Exit : EffectOp<"exit"> {
  let summary = "ends the program with a status (i64, rank 0)";
  let arguments = (ins Cjax_Array:$status);
  let assemblyFormat = "$status attr-dict `:` type($status)";
}
def Cjax_BlockUntilReady : EffectOp<"block_until_ready"> {
  let summary = "its operands are computed before the effects that follow";
  let arguments = (ins Variadic<Cjax_Array>:$xs);
  let assemblyFormat = "$xs attr-dict `:` type($xs)";
}

#endif

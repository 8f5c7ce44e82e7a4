// patterns.h -- rewrites that make an op simpler, by the family of their root op
// (dialect/ops/simplify_<family>.c).
#ifndef CJAX_DIALECT_TRANSFORMS_PATTERNS_H
#define CJAX_DIALECT_TRANSFORMS_PATTERNS_H

#include "dialect/op.h"

// Values that take the place of the op's results.  False, and nothing built: the pattern does not
// apply.
typedef bool PatternFn(Build *b, const OpCall *c, Val *out);

typedef struct Pattern {
  OpKind root; // OP_COUNT: any op
  PatternFn *apply;
} Pattern;

extern const Pattern patterns[];
extern const int pattern_count;

// The op that defines v if it is of kind k; else null.
MlirOperation defined_by(Val v, OpKind k);
// Operands and attributes of an op as its rules see them.
Val op_operand(MlirOperation op, int i);

PatternFn fold_constants, pull_broadcast; // any elementwise op
PatternFn simplify_masked_mul; // before constants are folded
PatternFn simplify_add, simplify_sub, simplify_mul, simplify_div, simplify_neg; // binary, unary
PatternFn simplify_select, simplify_convert, simplify_marker,
    simplify_integer_pow, simplify_pow; // select, convert, marker, unary
PatternFn simplify_broadcast, simplify_reshape, simplify_transpose, simplify_squeeze; // shape
PatternFn simplify_pad, simplify_concatenate;
PatternFn simplify_slice, simplify_dynamic_slice; // index
PatternFn simplify_reduce;                        // reduce
PatternFn simplify_dot_operands, simplify_dot_outer, simplify_dot_result;
PatternFn simplify_transposed_outer;
PatternFn simplify_case, simplify_while, simplify_scan; // control

#endif

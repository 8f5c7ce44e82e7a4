// linalg.h -- what the rules of linear algebra share.
#ifndef CJAX_DIALECT_OPS_LINALG_H
#define CJAX_DIALECT_OPS_LINALG_H

#include "dialect/rules.h"
#include "runtime/linalg/linalg.h"

// The runtime's view of an op of linear algebra.
LinalgCall linalg_call(const OpCall *c);
// Bytes of scratch that the runtime's function wants.
int64_t linalg_work(OpKind k, const LinalgCall *call);

FftCall fft_call(const OpCall *c);

//===-- matrices: the last two dimensions -------------------------------------------------===//

Val mat_mul(Build *b, Val x, Val y);
Val mat_transpose(Build *b, Val x);
Val mat_adjoint(Build *b, Val x); // conjugate transpose
// x where column - row <= k (lower), or >= k (upper), else 0.
Val mat_tril(Build *b, Val x, int64_t k);
Val mat_triu(Build *b, Val x, int64_t k);
// The identity of x's square type.
Val mat_eye(Build *b, MlirType t);
// x [..., n] repeated as the rows or the columns of [..., m, n] or [..., n, m].
Val mat_rows(Build *b, Val x, int64_t m);
Val mat_columns(Build *b, Val x, int64_t m);
Val mat_diagonal(Build *b, Val x);
// Columns from..to of x; rows from..to.
Val mat_slice(Build *b, Val x, int axis_from_end, int64_t from, int64_t to);
// x with zeros after it, up to rows x columns.
Val mat_extend(Build *b, Val x, int64_t rows, int64_t columns);

enum { SOLVE_LEFT = 1, SOLVE_LOWER = 2, SOLVE_TRANSPOSE = 4, SOLVE_CONJUGATE = 8, SOLVE_UNIT = 16 };
Val mat_solve(Build *b, Val a, Val y, unsigned flags);

#endif

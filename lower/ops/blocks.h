// blocks.h -- loops whose sums do not lose digits.
#ifndef CJAX_LOWER_OPS_BLOCKS_H
#define CJAX_LOWER_OPS_BLOCKS_H

#include "lower/lower_op.h"

// A loop from lo to hi by step, of no more than `trips` steps, that carries n values, of which the
// i-th is a sum when sums[i].  Of f32 (or vectors of it), no more than `block` steps are added one
// after the other: what a block comes to is added to a total in f64, so that the error of a sum of
// any length is that of a block; in f32 when `narrow`, for sums that fill the registers.
typedef struct BlockLoop {
  Val lo, hi;
  int64_t trips, step, block;
  int n;
  const bool *sums;
  bool narrow;
} BlockLoop;

// The body's sums begin at zero in each block.
bool emit_for_blocks(Build *b, const BlockLoop *l, const Val *init, LoopFn *body, void *ctx,
                     Val *out);
// Steps that may be added one after the other, each of which adds `inner` terms so itself.
int64_t block_steps(int64_t terms, int64_t inner);

#endif

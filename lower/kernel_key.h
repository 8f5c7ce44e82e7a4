// kernel_key.h -- when two kernels are one.
#ifndef CJAX_LOWER_KERNEL_KEY_H
#define CJAX_LOWER_KERNEL_KEY_H

#include "dialect/support/strbuf.h"
#include "lower/kernel.h"

// Splat constants that become scalar parameters: operands, then those in regions.
typedef struct Opened {
  int n;
  Val *v;
} Opened;

// The constants whose values may be parameters, at no cost to the code: those of floats, and
// integers that are added, multiplied or compared.
Opened kernel_constants(Arena *a, const KernelSpec *s);
// Position of v in o, or -1.
int opened_find(const Opened *o, Val v);
// Two kernels are equal when their keys are: a byte string of everything that decides the code.
// Types, attributes and op names are unique in their context, so the key holds their addresses.
// The values of `open` (may be null) are left out.
void kernel_key(StrBuf *k, Arena *a, const KernelSpec *s, const Opened *open);

#endif

// listing.h -- the assembly of kernels, read out of the object they are in.
#ifndef CJAX_LOWER_LISTING_H
#define CJAX_LOWER_LISTING_H

#include <stddef.h>

#include "lower/sites.h"
#include "lower/target.h"

// Gives the kernels of s the code that the object of n bytes has for them; of copies for several
// processors the one for the oldest.
void listing_read(Sites *s, const Target *t, const void *object, size_t n);

#endif

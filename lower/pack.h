// pack.h -- objects of earlier compilations, by what they were made of.
#ifndef CJAX_LOWER_PACK_H
#define CJAX_LOWER_PACK_H

#include "dialect/support/inputs.h"
#include "dialect/support/strbuf.h"
#include "dialect/support/vec.h"

#include <stdbool.h>

typedef struct PackEntry {
  Digest key;
  const void *data;
  size_t n;
} PackEntry;

typedef struct Pack {
  Arena *arena;
  VEC(PackEntry) old, used; // what there was, by key; what this compilation uses
  bool grown;               // `used` has what `old` has not
} Pack;

// What pack_text gave, n bytes that outlive the pack, or null: nothing.
void pack_open(Pack *p, Arena *a, const char *text, size_t n);
// The object of that key, or null.
const PackEntry *pack_find(const Pack *p, Digest key);
// Notes that an object is used; it outlives the pack.
void pack_use(Pack *p, PackEntry e);
// What is to be kept: the objects used, and those from before up to as many bytes again.
void pack_text(const Pack *p, StrBuf *s);

#endif

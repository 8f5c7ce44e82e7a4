// pack.c -- objects of earlier compilations, by what they were made of.
//
// As text: entries one after another, a key, the size as 8 bytes, the object.
#include "lower/pack.h"

#include <stdlib.h>
#include <string.h>

static int by_key(const void *x, const void *y) { return memcmp(x, y, sizeof(Digest)); }

void pack_open(Pack *p, Arena *a, const char *text, size_t n) {
  *p = (Pack){.arena = a};
  enum { HEAD = sizeof(Digest) + sizeof(uint64_t) };
  for (const char *end = text + n; text && end - text >= HEAD;) {
    PackEntry e = {.data = text + HEAD};
    uint64_t size;
    memcpy(&e.key, text, sizeof e.key);
    memcpy(&size, text + sizeof e.key, sizeof size);
    if (size > (uint64_t)(end - text - HEAD)) break;
    e.n = size;
    VEC_PUSH(a, p->old, e);
    text += HEAD + size;
  }
  if (p->old.n) qsort(p->old.data, p->old.n, sizeof *p->old.data, by_key);
}

const PackEntry *pack_find(const Pack *p, Digest key) {
  if (!p->old.n) return NULL;
  return bsearch(&key, p->old.data, p->old.n, sizeof *p->old.data, by_key);
}

void pack_use(Pack *p, PackEntry e) {
  if (!pack_find(p, e.key)) p->grown = true;
  VEC_PUSH(p->arena, p->used, e);
}

static void put_entry(StrBuf *s, const PackEntry *e) {
  uint64_t size = e->n;
  strbuf_add(s, (const char *)&e->key, sizeof e->key);
  strbuf_add(s, (const char *)&size, sizeof size);
  strbuf_add(s, e->data, e->n);
}

void pack_text(const Pack *p, StrBuf *s) {
  uint32_t n = p->used.n;
  PackEntry *used = ARENA_ARRAY(p->arena, PackEntry, n + 1);
  memcpy(used, p->used.data, n * sizeof *used);
  qsort(used, n, sizeof *used, by_key);
  for (uint32_t i = 0; i < n; i++)
    if (!i || by_key(&used[i], &used[i - 1])) put_entry(s, &used[i]);
  size_t most = 2 * s->n;
  for (uint32_t i = 0; i < p->old.n; i++) {
    const PackEntry *e = &p->old.data[i];
    if (s->n + e->n <= most && !bsearch(e, used, n, sizeof *used, by_key)) put_entry(s, e);
  }
}

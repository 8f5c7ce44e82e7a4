// link_names.c -- the C functions that the files of --link define: callbacks of their names are
// calls of them.
#include "driver/link_names.h"

#include "dialect/support/diag.h"
#include "dialect/support/vec.h"
#include "lower/cxx/symbols.h"

typedef struct Names {
  Arena *arena;
  VEC(const char *) all;
} Names;

static void take_name(void *data, const char *name, size_t size) {
  Names *n = data;
  VEC_PUSH(n->arena, n->all, arena_strndup(n->arena, name, size));
}

bool link_names_read(Arena *a, const LowerOptions *o, Program *p) {
  Names n = {.arena = a};
  for (int i = 0; i < o->nlinks; i++) {
    const char *why = object_symbols(o->links[i], take_name, &n);
    if (why) return diag_io("CJ0703", "linking failed: %s: %s", o->links[i], why), false;
  }
  p->symbols = n.all.data, p->nsymbols = (int)n.all.n;
  return true;
}

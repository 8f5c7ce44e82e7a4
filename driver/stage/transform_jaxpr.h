// transform_jaxpr.h -- a function as equations with names: what make_jaxpr prints.
#ifndef CJAX_STAGE_TRANSFORM_JAXPR_H
#define CJAX_STAGE_TRANSFORM_JAXPR_H

#include "dialect/op.h"
#include "dialect/support/strbuf.h"
#include "driver/stage/trace.h"

#include <stdbool.h>

typedef struct Jaxpr Jaxpr;

typedef struct Param {
  const char *name, *text; // text null: jaxprs
  int n;
  Jaxpr **jaxpr;
  bool tuple; // (jaxpr jaxpr ...)
} Param;

typedef struct Eqn {
  struct Eqn *next;
  const char *binders, *prim, *args;
  int nparam;
  Param param[12];
} Eqn;

struct Jaxpr {
  const char *consts, *ins, *outs;
  Eqn *first, **last;
  const void *body; // the same in all jaxprs of one function
  const char *name; // of a jaxpr that stands before the others: all that is printed here
};

// a, b, ..., z, ba, ...
const char *jaxpr_name(Arena *a, int i);
// The equations of a staged function, of which every name is another one; its constants behind the
// captured values.
Jaxpr *jaxpr_of_func(VM *vm, const StagedFunc *f, uint32_t *n, MlirValue **constants);
// Adds the parameters of ops of windows, linear algebra and indexing, in the order of their names.
void jaxpr_more_params(Arena *a, Eqn *e, MlirOperation op);
// In 80 columns.
void jaxpr_print(StrBuf *b, const Jaxpr *j);
void jaxpr_print_eqn(StrBuf *b, const Eqn *e);
// With names from a on; jaxprs that are used more than once, or have more than ten equations,
// stand first, as JAX has them.
const char *jaxpr_text(Arena *a, const Jaxpr *j);
const char *jaxpr_eqn_text(Arena *a, const Eqn *e);

#endif

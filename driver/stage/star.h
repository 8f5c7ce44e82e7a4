// star.h -- except* in terms of except.
#ifndef CJAX_STAGE_STAR_H
#define CJAX_STAGE_STAR_H

#include "driver/python/ast.h"

// Makes a try with except* clauses, as it was checked, one with a single except clause; leaves
// others.
void star_rewrite(Arena *a, Node *n);

#endif

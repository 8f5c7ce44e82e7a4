// bisect.h -- `cjaxc bisect`: where a compiled program parts from the interpreted one.
#ifndef CJAX_DRIVER_BISECT_H
#define CJAX_DRIVER_BISECT_H

#include "dialect/interpret/interpret.h"
#include "driver/cli.h"

// Of a staged program, whose file is o->file; the passes get `switches`.  The exit status: 0 when
// nothing parts.
int bisect_module(Arena *a, const Options *o, MlirModule m, unsigned switches);

//===-- bisect_cut.c: smaller programs ------------------------------------------------------===//

typedef struct Cutter {
  Arena *a;
  MlirModule m;
  MlirOperation *ops; // of @main, in order, its return left out
  int n;
  InterpCache known;
} Cutter;

void cutter_init(Cutter *c, Arena *a, MlirModule m);
// A copy of the program that begins at op k: what ran before is constants, as interpreted.
MlirModule cut_before(Cutter *c, int k);
// The same, which after op k prints its results and ends.
MlirModule cut_around(Cutter *c, int k);
// The same of op k and those of its successors that are marked.
MlirModule cut_to(Cutter *c, int k, const bool *kept);
// Op k, a call or a kernel, becomes its body in c->m; false: it is neither.  The cutter must be
// made again.
bool cut_open(Cutter *c, int k);

#endif

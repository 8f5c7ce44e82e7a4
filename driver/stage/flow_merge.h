// flow_merge.h -- the parts of merging (flow.h): leaves, texts.
#ifndef CJAX_STAGE_FLOW_MERGE_H
#define CJAX_STAGE_FLOW_MERGE_H

#include "driver/stage/flow.h"

// a and b: Str or RunStr.
bool merge_texts(VM *vm, Merge *m, Value a, Value b, Value *out);
// One that only `side` has.
bool merge_text(VM *vm, Merge *m, int side, Value v, Value *out);
// A result of the op of that type: a or b, of which one may be empty.
bool merge_leaf(VM *vm, Merge *m, Value a, Value b, const Aval *target, Value *out);
Aval run_aval(RunKind k); // of a run-time number

#endif

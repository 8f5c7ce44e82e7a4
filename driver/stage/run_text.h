// run_text.h -- strings with parts that only the executable knows.
#ifndef CJAX_STAGE_RUN_TEXT_H
#define CJAX_STAGE_RUN_TEXT_H

#include "driver/stage/value.h"

// Its text, when it can be found while compiling (what it shows depends on no argument and no
// clock).  *found is false, without an exception, when not.
bool run_str_known(VM *vm, Value v, Value *out, bool *found);
// The same; else a located error that names what needed it.  A static string is itself.
bool run_str_static(VM *vm, Value v, const char *what, Value *out);
bool run_str_repr(VM *vm, Value v, Value *out);
// Whether it is surely not empty; else its text is looked at.
bool run_str_truth(VM *vm, Value v, bool *out);
// table[i], i a run-time int: hooks.index.
bool run_table_index(VM *vm, Value sequence, Value i, Value *out);
// text * n, n a run-time int.
bool run_text_repeat(VM *vm, Value text, Value n, Value *out);
void init_run_str(VM *vm);

#endif

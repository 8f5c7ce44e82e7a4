// cache.h -- executables of earlier compilations, for programs that have not changed.
//
// A program's command line and the compiler give its key.  Under the key lies the list of what its
// compilation read; under a digest of the key and of what these files hold now lies the executable.
// So a change of any of them, or of the compiler, is another entry.
#ifndef CJAX_DRIVER_CACHE_H
#define CJAX_DRIVER_CACHE_H

#include "dialect/support/inputs.h"
#include "driver/cli.h"

typedef struct Cache {
  Arena *arena;
  const char *folder; // null: there is none, or it is not to be used
  bool asked_for;     // by CJAX_CACHE_DIR
  Digest key;
} Cache;

// For the program that `o` names; of a compilation that cannot be kept the folder is null.
void cache_open(Cache *c, Arena *a, const Options *o);
// The executable as a file without a name, or -1; its inputs are added then.
int cache_find(Cache *c);
// Keeps the executable in the file `program`.  What cannot be written is a note.
void cache_store(Cache *c, int program);
// `cjaxc cache` and `cjaxc cache clear`; the exit status.
int cache_command(Arena *a, const char *what);

#endif

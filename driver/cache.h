// cache.h -- executables of earlier compilations, for programs that have not changed, and the
// objects that they were linked of, for those that have.
//
// A program's command line and the compiler give its key.  Under the key lies the list of what its
// compilation read; under a digest of the key and of what these files hold now lies the executable.
// So a change of any of them, or of the compiler, is another entry.  The objects of a program lie
// together (lower/pack.h), whatever its options and arguments were.
#ifndef CJAX_DRIVER_CACHE_H
#define CJAX_DRIVER_CACHE_H

#include "dialect/support/inputs.h"
#include "driver/cli.h"
#include "lower/pack.h"

typedef struct Cache {
  Arena *arena;
  const char *folder; // null: there is none, or it is not to be used
  bool asked_for;     // by CJAX_CACHE_DIR
  bool whole;         // executables are looked for and kept
  bool noted;         // that nothing can be written
  Digest key;
  Pack pack;
  const char *objects; // its file
} Cache;

// For the program that `o` names; when nothing of its compilation is kept the folder is null.
void cache_open(Cache *c, Arena *a, const Options *o);
// The executable as a file without a name, or -1; its inputs are added then.
int cache_find(Cache *c);
// Keeps the executable in the file `program`.  What cannot be written is a note.
void cache_store(Cache *c, int program);
// The objects of earlier compilations of the program, or null; and keeps those of this one.
Pack *cache_objects(Cache *c, const Options *o);
void cache_store_objects(Cache *c);
// `cjaxc cache` and `cjaxc cache clear`; the exit status.
int cache_command(Arena *a, const char *what);

#endif

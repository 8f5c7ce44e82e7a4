// log.h -- the record of writes that a speculative piece of program makes.
//
// Staging a branch or a loop body runs Python code that may have to be undone.  Between log_begin
// and log_end, every write to an object that existed before goes into the log first: location and
// old value.  Locals of the frame that is run are not logged (frame_save in vm.h copies them);
// everything else is: cells, dicts (and so globals, attributes, items), lists, sets, iterators,
// generators, arrays with mutation.
//
// Objects are stamped with vm->serial when made, so `old` means head.born < vm->log_since: one
// comparison at each write. Logs nest; the outer one gets the inner one's entries when that is
// kept.
#ifndef CJAX_STAGE_LOG_H
#define CJAX_STAGE_LOG_H

#include "dialect/support/arena.h"
#include "driver/stage/value.h"

typedef enum LogKind {
  LOG_CELL,        // object: Cell; old: its value
  LOG_DICT_ITEM,   // object: Dict; key; old: its value, or empty when the key was not there
  LOG_DICT_WHOLE,  // a deletion or clear: saved is a copy of the Dict as it was
  LOG_LIST_ITEM,   // object: List; index; old
  LOG_LIST_APPEND, // object: List; index: its length before
  LOG_LIST_WHOLE,  // any other change: saved is a copy as it was
  LOG_SET_WHOLE,
  LOG_ATTRS, // object: one that had no attribute dict before
  LOG_STATE, // an object copied bytewise: iterators, arrays, Host objects
  LOG_FRAME  // a generator's frame
} LogKind;

typedef struct LogEntry {
  LogKind kind;
  Obj *object;
  Value key; // dict key, or list index as an int
  Value old;
  void *saved; // as the kind says
  size_t size;
} LogEntry;

typedef struct Log Log;
struct Log {
  Log *outer;
  uint32_t since, outer_since;
  uint32_t n, room;
  LogEntry *entries; // in order of the writes
  Arena *arena;
};

// Opens a log; the caller owns it until log_end.
void log_begin(VM *vm, Log *log, Arena *a);
// Undoes all its writes, newest first.  The log stays open and is empty.
void log_undo(VM *vm, Log *log);
// Closes the innermost log; what is in it counts as written by the outer one (keep), or is
// forgotten after log_undo.
void log_end(VM *vm, Log *log);

// Called before a write; cheap when no log is open.
void log_cell(VM *vm, Cell *c);
void log_dict_item(VM *vm, Dict *d, Value key, Value old);
void log_dict_whole(VM *vm, Dict *d);
void log_list_item(VM *vm, List *l, uint32_t i);
void log_list_append(VM *vm, List *l);
void log_list_whole(VM *vm, List *l);
void log_set_whole(VM *vm, Set *s);
void log_attrs(VM *vm, Obj *o);
void log_state(VM *vm, Obj *o, size_t size);
void log_frame(VM *vm, Generator *g);
// Whether what entry i changed (a cell or an item of a dict) is as it was before the log's first
// change of it, as after a with statement of the library.
bool log_restored(VM *vm, const Log *log, uint32_t i);

// The object existed before the innermost open log began.
#define LOG_OLD(vm, o) __builtin_expect(((Obj *)(o))->born < (vm)->log_since, 0)

#endif

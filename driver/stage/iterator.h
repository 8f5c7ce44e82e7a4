// iterator.h -- iterators of builtin containers and of zip, enumerate, map and the like.
#ifndef CJAX_STAGE_ITERATOR_H
#define CJAX_STAGE_ITERATOR_H

#include "driver/stage/value.h"

typedef enum IterKind {
  ITER_RANGE, // i, step, n items left
  ITER_LIST,  // a: list; i: next
  ITER_TUPLE, // a: tuple
  ITER_STR,   // a: str; i: byte
  ITER_BYTES,
  ITER_DICT,      // a: dict; i: entry; n: dict's size when begun; step: 0 keys, 1 values, 2 items
  ITER_SET,       // a: set; i: position
  ITER_SEQUENCE,  // a: object with __getitem__
  ITER_REVERSED,  // a: sequence; i: next index, downwards
  ITER_ENUMERATE, // a: iterator; i: next number
  ITER_ZIP,       // a: tuple of iterators; n: 1 strict
  ITER_MAP,       // a: tuple of iterators; b: function
  ITER_FILTER,    // a: iterator; b: function or None
  ITER_CALL,      // a: function; b: sentinel
  ITER_NATIVE     // next: a C function; a, b, i, n, step are its own
} IterKind;

enum { ITER_PRIVATE = 1 }; // flag: of a `for` statement alone
typedef struct Iterator Iterator;
struct Iterator {
  Obj head;
  IterKind kind;
  Value a, b;
  int64_t i, n, step;
  bool (*next)(VM *vm, Iterator *it, Value *out, bool *done);
  const char *name; // what its repr says
};

Iterator *iterator_new(VM *vm, IterKind kind, Value a);
// An iterator of a C module.
Iterator *iterator_native(VM *vm, bool (*next)(VM *, Iterator *, Value *, bool *),
                          const char *name);
bool iterator_next(VM *vm, Iterator *it, Value *out, bool *done);

// Python's name for its class; here one class does for all.
const char *iterator_name(const Iterator *it);

#endif

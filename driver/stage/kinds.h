// kinds.h -- the tags of values and the kinds of objects.
#ifndef CJAX_STAGE_KINDS_H
#define CJAX_STAGE_KINDS_H

typedef enum Tag {
  TAG_EMPTY, // no value: unbound variable, absent argument, free slot; never seen by a program
  TAG_NONE,
  TAG_BOOL,
  TAG_INT,
  TAG_FLOAT,
  TAG_OBJ
} Tag;

typedef enum ObjKind {
  O_SINGLETON, // NotImplemented, Ellipsis
  O_BIGINT,
  O_COMPLEX,
  O_STR,
  O_BYTES,
  O_TUPLE,
  O_LIST,
  O_DICT,
  O_SET, // and frozenset
  O_RANGE,
  O_SLICE,
  O_FUNCTION,
  O_METHOD,
  O_NATIVE,
  O_CLASS,
  O_INSTANCE, // of a user class; payload holds the value of a subclass of int or float
  O_MODULE,
  O_CELL,
  O_GENERATOR,
  O_EXCEPTION,
  O_TRACEBACK,
  O_PROPERTY,
  O_STATICMETHOD,
  O_CLASSMETHOD,
  O_SUPER,
  O_ITERATOR, // of a builtin container, zip, enumerate, map, ...: iterator.h
  O_DICTVIEW, // keys(), values(), items()
  O_CODE,
  O_HOST,  // an object whose contents belong to a C module (Host)
  O_ARRAY, // staged.h from here on
  O_RUN_SCALAR,
  O_RUN_STR,
  O_RUN_OPTIONAL,
  O_KIND_COUNT
} ObjKind;

#endif

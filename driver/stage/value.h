// value.h -- what a Python value is inside the evaluator.
//
// A Value is 16 bytes, passed by value: a tag and either the thing itself (None, bool, small int,
// float) or a pointer to a heap object.  An int that does not fit 64 bits is a BigInt object; int
// arithmetic keeps results small where they fit. Objects live in the VM's heap (heap.h) and are
// never freed by hand.  Arrays and other values whose contents only the executable knows are
// objects too: staged.h.
#ifndef CJAX_STAGE_VALUE_H
#define CJAX_STAGE_VALUE_H

#include "dialect/support/diag.h"
#include "driver/stage/kinds.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct VM VM;
typedef struct Obj Obj;
typedef struct Class Class;
typedef struct Code Code;
typedef struct Frame Frame;
typedef struct NativeDef NativeDef;

typedef struct Value {
  Tag tag;
  union {
    bool b;
    int64_t i;
    double f;
    Obj *o;
  };
} Value;

// The first fields of every object.
struct Obj {
  Class *cls;
  struct Dict *attrs; // instance attributes; null until the first is set
  uint8_t kind;       // ObjKind
  uint8_t mark;       // the collector's
  uint8_t flags;      // by kind
  uint32_t born; // vm->serial when made: older than a speculative piece means its writes are logged
                 // (log.h)
};

typedef struct Str {
  Obj head;
  uint32_t size;   // bytes of UTF-8
  uint32_t length; // code points
  uint64_t hash;   // 0: not computed yet
  char text[];     // ends with a zero byte, which size does not count
} Str;
enum {
  STR_INTERNED = 1, // equal interned strings are the same object
  STR_FRESH = 2     // only the variable that `s += x` stored it in refers to it (str_extend)
};

typedef struct Bytes {
  Obj head;
  uint32_t size;
  char text[];
} Bytes;

typedef struct Complex {
  Obj head;
  double re, im;
} Complex;

typedef struct Tuple {
  Obj head;
  uint32_t n;
  Value v[];
} Tuple;

typedef struct List {
  Obj head;
  uint32_t n, room;
  Value *v;
} List;

typedef struct DictEntry {
  Value key; // TAG_EMPTY: deleted
  Value value;
  uint64_t hash;
} DictEntry;

// Entries in order of insertion, found through an open-addressing table of entry numbers.
typedef struct Dict {
  Obj head;
  uint32_t used;    // entries that are alive
  uint32_t n, room; // entries written, and room for
  uint32_t mask;    // size of index - 1; 0: no index (few entries: searched in order)
  DictEntry *entries;
  int32_t *index; // entry number, -1 free, -2 deleted
  Obj *owner;     // the module, class or instance whose variables these are, or null
} Dict;

typedef struct SetEntry {
  Value key; // TAG_EMPTY: free or, with hash SET_DUMMY, deleted
  uint64_t hash;
} SetEntry;

// CPython's table, probe for probe, since a program sees its order.
typedef struct Set {
  Obj head;
  uint32_t used, fill, mask;
  uint64_t hash; // of a frozenset; 0: not computed yet
  SetEntry *table;
} Set;

typedef struct Range {
  Obj head;
  int64_t start, stop, step, n;
} Range;

typedef struct Slice {
  Obj head;
  Value start, stop, step;
} Slice;

typedef struct Cell {
  Obj head;
  Value v; // TAG_EMPTY: unbound
  Str *name;
} Cell;

typedef struct Function {
  Obj head;
  Code *code;
  struct Module *module; // its globals
  Str *name, *qualname;
  Tuple *defaults;   // of the last positional parameters, or null
  Dict *kwdefaults;  // or null
  Dict *annotations; // or null
  Value doc;
  uint32_t ncells;
  Cell *cells[]; // free variables, in the order of code->free
} Function;

typedef struct Method {
  Obj head;
  Value self, function;
} Method;

// bound has one value for each parameter of the signature, TAG_EMPTY where none was given and none
// is the default; *args arrives as a Tuple, **kwargs as a Dict.  Returns false with the exception
// set.
typedef bool (*NativeFn)(VM *vm, Value *bound, Value *out);

typedef struct Native {
  Obj head;
  const NativeDef *def;
  struct Signature *signature; // parsed at the first call
  Str *name;
  Str *qualname;
  void *context; // for natives made while running: vm_native_context
  Value closure;
  bool method; // found on a class, it binds
} Native;

struct Class {
  Obj head;
  Str *name, *qualname;
  Value module; // a Str, mostly
  Tuple *bases;
  Class **mro; // itself first
  uint32_t nmro;
  Dict *dict;
  uint8_t layout; // ObjKind of its instances
  uint8_t flags;
  List *subclasses;
};
enum {
  CLASS_NATIVE = 1,  // defined by a C table: attributes cannot be set, but by the library
  CLASS_NO_DICT = 2, // instances take no new attributes (builtin types, __slots__)
  CLASS_GETATTR = 4, // has __getattr__ or __getattribute__ somewhere
  CLASS_ABSTRACT = 8
};

typedef struct Instance {
  Obj head;
  Value payload; // TAG_EMPTY, or the int/float/complex that the object also is
} Instance;

typedef struct Module {
  Obj head;
  Str *name;
  Dict *dict;
  Str *path;     // of the file, or null
  uint32_t file; // diag file number
  bool library;  // part of cjax: its frames are folded in tracebacks
  bool package;  // found in a folder that the command line names
  bool loading;  // its body is being run
} Module;

typedef struct TraceEntry {
  Code *code;
  SrcRange at;
} TraceEntry;

typedef struct Exception {
  Obj head;
  Tuple *args;
  Value cause, context; // TAG_NONE when there is none
  Value name, about;    // the name that was missing, and in what; `about`: an OSError's file too
  bool suppress;        // `from` was used
  bool in_callback;     // of a callback that can only run beside the program: fn_attempt
  uint32_t ntrace, room;
  TraceEntry *trace; // innermost first
  const char *id;    // "CJ0123" when a C function gave one, or null
  SrcRange at;       // where it was raised, when that is not the innermost frame's place
  List *notes;       // texts "file:line:col" free, of __notes__ and of C functions; or null
} Exception;

typedef struct Property {
  Obj head;
  Value get, set, del, doc;
  const struct NativeProp *native; // instead of get and set: a C attribute
} Property;

// staticmethod and classmethod.
typedef struct Wrapper {
  Obj head;
  Value function;
} Wrapper;

typedef struct Super {
  Obj head;
  Class *start; // look behind this class in the MRO of
  Value self;   // this object's class (or of this class)
} Super;

typedef struct Generator {
  Obj head;
  Frame *frame; // null when finished
  Str *name;
  bool running;
  bool owned;   // by the `for` that iterates over it: nobody else knows it
  bool yielded; // how the last resume ended
  Value handled; // suspended in an except clause: what that handles, else none
} Generator;

typedef struct DictView {
  Obj head;
  Dict *dict;
  uint8_t what; // 0 keys, 1 values, 2 items
} DictView;

// An object of a C module: `data` is the module's, `slot` are values that the collector sees.
typedef struct Host {
  Obj head;
  void *data;
  Value slot[4];
} Host;

#define V_EMPTY ((Value){.tag = TAG_EMPTY})
#define V_NONE ((Value){.tag = TAG_NONE})
static inline Value v_bool(bool b) { return (Value){.tag = TAG_BOOL, .i = b}; }
static inline Value v_int(int64_t i) { return (Value){.tag = TAG_INT, .i = i}; }
static inline Value v_float(double f) { return (Value){.tag = TAG_FLOAT, .f = f}; }
static inline Value v_obj(void *o) { return (Value){.tag = TAG_OBJ, .o = (Obj *)o}; }

static inline bool v_is_empty(Value v) { return v.tag == TAG_EMPTY; }
static inline bool v_is_none(Value v) { return v.tag == TAG_NONE; }
static inline bool v_is(Value v, ObjKind k) { return v.tag == TAG_OBJ && v.o->kind == k; }
// The same thing, in the sense of Python's `is`.
static inline bool v_same(Value a, Value b) {
  return a.tag == b.tag && (a.tag == TAG_NONE || a.i == b.i);
}
// Its contents are known only to the executable.
static inline bool v_is_staged(Value v) { return v.tag == TAG_OBJ && v.o->kind >= O_ARRAY; }

#define AS_STR(v) ((Str *)(v).o)
#define AS_TUPLE(v) ((Tuple *)(v).o)
// A list that an iteration of a loop appends to, while that is staged: reading it is noted, and
// apart from that reading its last item.
enum { LIST_GROWS = 1, LIST_READ = 2, LIST_LAST_READ = 4 };
static inline List *list_read(Value v) {
  if (__builtin_expect(v.o->flags & LIST_GROWS, 0)) v.o->flags |= LIST_READ;
  return (List *)v.o;
}
#define AS_LIST(v) list_read(v)
#define AS_DICT(v) ((Dict *)(v).o)
#define AS_SET(v) ((Set *)(v).o)
#define AS_CLASS(v) ((Class *)(v).o)

#endif

// host.h -- host code: what runs between kernels.
//
// Every cjax value has a Place: scalars in registers (rank 0 and tiny arrays), one scalar that
// stands for all elements, or bytes in a buffer.  Buffers are memref.alloc of bytes, to which
// lower-plan-memory gives addresses; arrays are memref.views of them.
//
// A buffer may be written over when no value in it is read later: each value's last reader is
// known by its position in the block that defines the value (`last`), and a buffer belongs to
// the scope (block) whose values it holds.
#ifndef CJAX_LOWER_HOST_HOST_H
#define CJAX_LOWER_HOST_HOST_H

#include "dialect/support/optimise.h"
#include "lower/host/ptrmap.h"
#include "dialect/support/vec.h"
#include "lower/kernel.h"
#include "lower/lower_op.h"

typedef struct Scope {
  struct Scope *outer;
  MlirBlock source; // the cjax block being lowered
  int pos;          // of the op being lowered; time is twice that
  int checks;       // that have become branches
} Scope;

typedef struct Buffer {
  Val base;     // memref<Nxi8>
  Scope *scope; // that may write it; null: none
  int last;     // the time in scope when it is read last; -1: holds nothing
} Buffer;

typedef enum PlaceKind { PLACE_SCALARS, PLACE_UNIFORM, PLACE_BUFFER } PlaceKind;

typedef struct Place {
  PlaceKind kind;
  MlirType type; // the cjax type
  const Val *s;  // one per element, or the one of a uniform array; type_scalar's type
  Buffer *buf;
  Val offset; // bytes (index); none: 0
} Place;

// Arrays of at most so many elements are scalars in registers.
enum { TINY = 8 };

typedef struct HostModule {
  MlirModule m;
  Arena *arena;
  KernelTable *kernels;
  PtrMap globals, runtime; // attribute -> symbol; name -> itself
  int nglobals;
  bool profile; // ops note when they begin and end
} HostModule;

// The memory where a debugger finds what the program calls `name`.
typedef struct Variable {
  const char *name;
  MlirType type;
  const Place *place;
} Variable;

struct Host {
  HostModule *hm;
  Build b;
  Scope *scope;
  bool once;     // the function is called once
  bool part;     // it is a part of a long one (lower/outline.c)
  PtrMap places; // cjax value -> Place
  PtrMap last;   // cjax value -> when it is read last, + 2
  MlirBlock entry; // the function's
  VEC(Variable) variables; // of -g -O0
  PtrMap wants;  // cjax value -> Place where it had best be made
};

//===-- place.c -------------------------------------------------------------------===//

static inline bool type_is_tiny(MlirType t) {
  return type_count(t) <= (optimise_by(OPTIMISE_REGISTERS) ? TINY : 1);
}
bool place_equal(const Place *x, const Place *y);
Place *place_scalars(Host *h, MlirType t, const Val *s);
Place *place_uniform(Host *h, MlirType t, Val s);
Place *place_buffer(Host *h, MlirType t, Buffer *buf, Val offset);
// Uninitialised memory of the current scope.
Place *place_alloc(Host *h, MlirType t);
// The same bytes as another type.
Place *place_as(Host *h, const Place *p, MlirType t);
// Element i along the leading axis, of type t; scalars are loaded.  i (index) may be known at
// run time only.
Place *place_element(Host *h, const Place *p, Val i, MlirType t);
// In memory: itself, or a copy.
const Place *place_in_memory(Host *h, const Place *p);
// The scalars of a place of few elements: n of them.
const Val *place_load(Host *h, const Place *p);
// The place as the values of its type have it: a scalar if it is a single element.
const Place *place_at_rest(Host *h, const Place *p);
Val place_view(Host *h, const Place *p);                // memref of the place's type
Val place_bytes(Host *h, const Place *p, int64_t size); // memref<size x i8>
// Makes dst (a buffer) hold what src does.
void place_put(Host *h, const Place *src, const Place *dst);
MlirType type_memref_bytes(Host *h, int64_t n);

//===-- scope.c -------------------------------------------------------------------===//

const Place *host_place(Host *h, Val v);
void host_bind(Host *h, Val v, const Place *p);
// Nothing reads the buffer after the current op; with `now`: nor does the op itself.
bool buffer_is_dead(const Host *h, const Buffer *buf, bool now);
// Where result v of the current op is to be made: its wanted place if that is free, or new memory.
const Place *host_destination(Host *h, Val v);
// A new scope inside the current one, made current; and the way back.
Scope *host_enter(Host *h);
void host_leave(Host *h);
// Lowers a region's ops at h->b, its arguments at args, its results best at wants[i] (may be
// null); out[i]: where they are.
bool host_region(Host *h, MlirRegion r, const Place *const *args, const Place *const *wants,
                 const Place **out);
// Positions of last readers for all values in a function.
void host_liveness(Host *h, MlirOperation func);

//===-- variable.c ----------------------------------------------------------------===//

HostFn host_name;
// At the end of a function: its variables are kept until here.
void host_keep_variables(Host *h);

//===-- function.c, op.c, move.c, window.c, data.c ------------------------===//

bool host_function(HostModule *hm, MlirOperation func);
bool host_op(Host *h, MlirOperation op);
bool host_call(Host *h, MlirOperation call);
// Slices and the like among few elements; false: not such an op.
bool host_move(Host *h, const OpCall *c);
// Slices and the like that are part of their operand's memory; false: not so.
bool host_window(Host *h, const OpCall *c);
// Parameters or results of a function: scalars of tiny arrays, memory of others.
int host_flat_types(Host *h, int n, const MlirType *types, bool memory, MlirType *flat);
// The symbol of n constant bytes, kept once per `key` (null: always new); as memref<n x i8> at
// h->b.
Val host_data(Host *h, const void *key, const void *data, int64_t n);
// n constant bytes under a name; visibility null: seen outside of the module.
void host_global(Host *h, const char *name, const char *visibility, const void *data, int64_t n);
Val host_text(Host *h, const char *s, int64_t n); // a zero byte is added
// A call of the runtime; result type null: none.
Val host_runtime(Host *h, const char *name, int n, const Val *args, MlirType result);
MlirType host_pointer_type(Host *h); // what the runtime's pointers are: memref<1xi8>
Val host_pointer(Host *h, Val bytes);
Val host_address(Host *h, const Place *p); // of its first byte, in memory

#endif

// vm_internal.h -- what the files of the evaluator's core share and nobody else needs.
#ifndef CJAX_STAGE_VM_INTERNAL_H
#define CJAX_STAGE_VM_INTERNAL_H

#include "driver/python/ast.h"
#include "driver/stage/heap.h"
#include "driver/stage/iterator.h"
#include "driver/stage/native.h"
#include "driver/stage/object.h"

// Names that the core looks up: N(vm, init) is the interned "__init__".
// clang-format off
#define SPECIAL_NAMES(X) \
  X(init) X(new) X(call) X(repr) X(str) X(format) X(bool) X(len) X(iter) X(next) X(reversed) \
  X(contains) X(getitem) X(setitem) X(delitem) X(missing) X(getattr) X(getattribute) X(setattr) \
  X(delattr) X(get) X(set) X(delete) X(set_name) X(init_subclass) X(class_getitem) X(class) \
  X(dict) X(doc) X(name) X(qualname) X(module) X(file) X(path) X(package) X(all) X(slots) \
  X(bases) X(mro) X(annotations) X(hash) X(eq) X(ne) X(lt) X(le) X(gt) X(ge) X(neg) X(pos) \
  X(invert) X(abs) X(round) X(int) X(float) X(complex) X(index) X(trunc) X(floor) X(ceil) \
  X(enter) X(exit) X(instancecheck) X(subclasscheck) X(match_args) X(length_hint) X(fspath) \
  X(prepare) X(defaults) X(kwdefaults) X(wrapped) X(cause) X(context) X(traceback) X(notes) \
  X(suppress_context) X(func) X(self) X(divmod) X(rdivmod) X(dir) X(bytes) X(del) X(main) \
  X(jax_array) X(array) X(builtins) X(mro_entries) X(suppresses) X(origin)
// clang-format on

typedef struct SpecialNames {
#define X(name) Str *s_##name;
  SPECIAL_NAMES(X)
#undef X
  Str *binary[BINARY_COUNT], *reflected[BINARY_COUNT], *inplace[BINARY_COUNT];
  Str *compare[COMPARE_COUNT], *unary[UNARY_COUNT];
} SpecialNames;
#define N(vm, what) ((vm)->in->names.s_##what)

typedef struct MethodCacheEntry {
  Class *cls;
  Str *name;
  uint32_t version;
  Value v;
} MethodCacheEntry;
enum { METHOD_CACHE_SIZE = 4096 };

// A piece being run (vm_run_piece): which instructions were replaced by STOP.
typedef struct PieceRun {
  struct PieceRun *outer;
  Frame *frame;
  uint32_t region_at;
  const uint32_t *stops;
  uint32_t nstops;
  uint32_t *saved; // the instructions that STOP hides
  Piece *out;
} PieceRun;

typedef struct VMInternal {
  SpecialNames names;
  Str **intern; // open addressing
  uint32_t nintern, intern_mask;
  Str *ascii[128]; // one-character strings
  Str *empty;
  Tuple *empty_tuple;
  MethodCacheEntry *method_cache;
  uint32_t class_version;              // changes with any class
  char *stack, *stack_top, *stack_end; // of frames
  PieceRun *piece;
  struct {
    const Generator *generator; // made by the call before `pc` of `frame`
    const Frame *frame;
    uint32_t pc;
  } fresh;
  struct {
    Value flag, exc; // a call may raise exc, which its frame catches (flow_raise.c); or empty
  } raises;
  uint32_t plain_prints;                     // of loops that only print known texts
  Value object_new, object_repr, object_str; // of class object
  Native *native;                            // being called
  List *repr_active;                         // containers whose repr is being made
  Module *main;
  Dict *poisoned; // names of main that a failed statement would have bound (triage.h), or null
  const char *main_dir; // where modules of the program are looked for
  const struct Program *program;
  uint64_t defines_used; // bit i: --define i was asked for
} VMInternal;

#define UNKNOWN_TEXT "a text that only the executable knows" // stands for it in a report
enum { EXC_ORIGINS = 2 };  // it has notes of where its arrays come from
enum { EXC_REPORTED = 1 }; // flag of an Exception whose message was printed already

static inline bool value_is_true(Value v) { return v.tag == TAG_BOOL && v.b; }

// ---- heap, strings, dicts
uint64_t str_hash(Str *s);
uint64_t hash_float(double f);
uint64_t hash_int(int64_t i);
int64_t dict_find_str(const Dict *d, const Str *key); // entry, or -1
void dict_clear(VM *vm, Dict *d);
bool dict_update(VM *vm, Dict *d, Value from); // mapping or pairs
Dict *dict_copy(VM *vm, const Dict *d);
void dict_assign(VM *vm, Dict *d, const Dict *from); // without logging
Set *set_copy(VM *vm, const Set *s);
bool set_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out);
bool set_remove(VM *vm, Set *s, Value v, bool *was);
bool set_update(VM *vm, Set *s, Value iterable);
void set_clear(VM *vm, Set *s);
// Iterates: pos starts at 0; false at the end.
bool set_each(const Set *s, uint32_t *pos, Value *out);
bool list_sort(VM *vm, List *l, Value key, bool reverse);
void list_reserve(VM *vm, List *l, uint32_t room);
bool list_extend(VM *vm, List *l, Value iterable);
enum { MOST_TEXT = 1 << 30 };      // bytes of a string
bool text_fits(VM *vm, int64_t n); // a string of n characters; MemoryError
Str *str_extend(VM *vm, Str *a, const Str *b);
// Someone else may refer to v from now on.
static inline Value str_share(Value v) {
  if (v.tag == TAG_OBJ && v.o->kind == O_STR) v.o->flags &= (uint8_t)~STR_FRESH;
  return v;
}
Str *str_from_code(VM *vm, uint32_t c);
Str *str_substring(VM *vm, const Str *s, int64_t start, int64_t n); // in code points
// The start, stop and step of slice.indices(n).
bool slice_bounds(VM *vm, const Slice *s, int64_t n, int64_t *start, int64_t *stop, int64_t *step);
size_t str_offset(const Str *s, int64_t i); // byte of a code point
int str_compare(const Str *a, const Str *b);
static inline bool str_is_ascii(const Str *s) { return s->size == s->length; }

// ---- big ints (bigint.c): results are normalised
Value bigint_parse(VM *vm, const char *digits, size_t n, int base);
Value bigint_from_double(VM *vm, double f);
enum { MAX_INT_DIGITS = 4300 };          // sys.get_int_max_str_digits()
bool bigint_has_digits(VM *vm, Value v); // ValueError: str() would have more than that
Str *bigint_str(VM *vm, Value v, int base);
bool bigint_to_double(VM *vm, Value v, double *out); // OverflowError
uint64_t bigint_hash(Value v);
bool bigint_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out);
Value bigint_unary(VM *vm, UnaryOp op, Value a);
int bigint_compare(Value a, Value b);
int bigint_compare_double(Value a, double f);
bool bigint_pow_mod(VM *vm, Value a, Value e, Value m, Value *out);
int64_t bigint_bit_length(Value v);
bool bigint_is_negative(Value v);
Value bigint_from_bytes(VM *vm, const uint8_t *b, size_t n, bool big_endian, bool is_signed);
bool bigint_to_bytes(VM *vm, Value v, uint8_t *b, size_t n, bool big_endian, bool is_signed);

void bigint_release(Obj *o); // when the collector found it dead
Value bigint_isqrt(VM *vm, Value v);
Value bigint_gcd(VM *vm, Value a, Value b);

// ---- numbers (number.c)
bool int_value(Value v, Value *out); // int, bool or instance of a subclass: its plain int
// NotImplemented if they are not numbers.
bool number_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out);
bool number_compare(CompareOp op, Value a, Value b, bool *out); // false: not comparable
bool int_parse(VM *vm, Value text, int base, Value *out);
bool complex_parse(VM *vm, Str *text, Value *out);
bool float_parse(VM *vm, Value text, double *out);
bool complex_parts(Value v, double *re, double *im);
bool number_round(VM *vm, Value v, Value ndigits, Value *out);

// ---- formats (format*.c)
bool format_value(VM *vm, Value v, const char *spec, size_t n, Value *out); // numbers and strings
bool percent_format(VM *vm, Str *fmt, Value args, Value *out);
bool str_format(VM *vm, Str *fmt, Tuple *args, Dict *kwargs, Value *out);
bool pad_run_str(VM *vm, Value v, const char *spec, size_t n, Value *out);

bool format_scalar(StrBuilder *b, Value v, const char *style); // a static number
void repr_text(StrBuilder *b, const char *s, size_t n, bool ascii);
// What stands between the quotes.
void escape_text(StrBuilder *b, const char *s, size_t n, char quote, bool ascii);
bool repr_default(StrBuilder *b, Value v); // object.__repr__ and that of builtin kinds
bool repr_enter(VM *vm, Value v);          // false: its repr is being made already
void repr_leave(VM *vm);

// ---- calls (call.c) and the machine (run.c)
bool vm_run(VM *vm, Frame *entry, Value *out);
bool vm_unwind_into(VM *vm); // vm->exc in vm->frame: true when a handler of it is ready to run
Frame *frame_push_code(VM *vm, Function *f, Code *code);
Frame *frame_push(VM *vm, Function *f); // null: RecursionError
void frame_pop(VM *vm, Frame *f);
bool frame_bind(VM *vm, Frame *fr, const Value *args, uint32_t nargs, const Tuple *names);
void frame_make_cells(VM *vm, Frame *fr);
bool native_call(VM *vm, Native *f, const Value *args, uint32_t n, const Tuple *names, Value *out);
bool class_call(VM *vm, Class *c, const Value *args, uint32_t n, const Tuple *names, Value *out);
bool vm_call_ex(VM *vm, Value callee, List *args, Dict *kwargs, Value *out);
bool generator_resume(VM *vm, Generator *g, Value sent, Value *out, bool *done);
// Closes those of the n values that only their `for` knows; what they raise is dropped.
void generators_leave(VM *vm, const Value *v, size_t n);
bool generator_throw(VM *vm, Generator *g, Value exc, Value *out, bool *done);
bool op_cold(VM *vm, Frame *f, Bytecode op, uint32_t k);

// ---- classes and attributes
Class *class_make(VM *vm, const char *name, ObjKind layout, Class *base);
void class_changed(VM *vm, Class *c);
bool class_build(VM *vm, const Value *args, uint32_t n, const Tuple *names, Value *out);
bool class_new(VM *vm, Class *meta, Str *name, Tuple *bases, Dict *dict, const Dict *kwargs,
               Value *out);
bool type_call(VM *vm, Class *c, const Value *args, uint32_t n, const Tuple *names, Value *out);
bool object_create(VM *vm, Class *c, Value *out);
bool length_value(VM *vm, Value v, int64_t *out); // of what __len__ returned
bool call_special_str(VM *vm, Value o, Str *name, const Value *args, uint32_t n, Value *out,
                      bool *found);
bool bind_attr(VM *vm, Value attr, Value self, Class *cls, Value *out);
bool load_method(VM *vm, Value o, Str *name, Value *function, Value *self);
Dict *instance_dict(VM *vm, Obj *o); // made when missing
bool type_getattr(VM *vm, Class *c, Str *name, Value *out, bool *found);
bool object_getattr(VM *vm, Value o, Str *name, Value *out, bool *found);
bool object_setattr(VM *vm, Value o, Str *name, Value v); // v empty: delete
bool plain_setattr(VM *vm, Value o, Str *name, Value v);

// ---- type hints (hints.c)
bool hint_union(VM *vm, Value a, Value b, Value *out);         // a | b, or NotImplemented
bool hint_compare(VM *vm, CompareOp op, Value a, Value b, Value *out);
bool hint_repr(StrBuilder *b, Value v);
void init_hints(VM *vm);
void init_eval(VM *vm);
Dict *frame_locals(VM *vm, Frame *f); // locals()

// ---- exceptions
Value exc_new(VM *vm, Class *cls, const Value *args, uint32_t n);
bool exc_make(VM *vm, Value v, Value *out); // of a class or instance: what raise takes
void exc_add_trace(VM *vm, Exception *e, Code *code, SrcRange at);
bool raise_name_error(VM *vm, Str *name);
// Notes for vm->exc, when it is about shapes: where the arrays among the values come from. here:
// the program's place that failed.
void origin_note(VM *vm, const Value *v, uint32_t n, SrcRange here);
void origin_note_frame(VM *vm, const Frame *f); // a library function's arguments, as it fails
// known: the names of the parameters, Strs
bool raise_keyword_error(VM *vm, const char *function, Str *name, List *known);
bool raise_attribute_error(VM *vm, Value o, Str *name);
const char *nearest_name(VM *vm, const char *name, List *known); // or null
bool raise_key_error(VM *vm, Value key);

// ---- modules
bool import_find(VM *vm, const char *name, bool *found);
bool import_name(VM *vm, Module *from, Str *name, uint32_t level, bool last, Value *out);
bool import_builtin(VM *vm, Str *name, Value *out); // NameError
bool import_from(VM *vm, Value module, Str *name, Value *out);
bool import_star(VM *vm, Value module, Dict *to);
void module_set_doc(VM *vm, Module *m, const Node *tree);
bool module_load_file(VM *vm, Module *m, const char *path, const char *text, size_t n);

// ---- control flow
Value run_range_new(VM *vm, Value start, Value stop, Value step); // flow_source.c
// v, or the range that a range of run-time bounds is, found out now.
bool run_range_static(VM *vm, Value v, Value *out);

// ---- set-up
void init_builtin_functions(VM *vm);
void init_exception_os(VM *vm);
void init_types(VM *vm); // methods of builtin types
void init_object(VM *vm);
void init_function(VM *vm);
void init_constructors(VM *vm);
void init_exception(VM *vm);
void init_generator(VM *vm);
void init_iterator(VM *vm);
bool builtin_print(VM *vm, Value *bound, Value *out);
bool builtin_input(VM *vm, Value *bound, Value *out); // flow_lines.c
Code *code_create(VM *vm, Module *m, const Node *n, struct Scope *scope, Str *qualname);
void native_add_methods(VM *vm, Class *c, const NativeDef *methods, const NativeProp *props);

#endif

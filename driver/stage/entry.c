// entry.c -- `--entry predict --sig 'f32[32,8]'`: one function of the program, staged for given
// argument types.
#include "driver/stage/entry.h"

#include "driver/stage/pytree.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ARGS = 256 };

typedef struct EntrySignature {
  uint32_t n;
  Aval aval[MAX_ARGS];
  const char *name[MAX_ARGS]; // or null
} EntrySignature;

static const struct {
  const char *name;
  Dtype dtype;
} short_names[] = {{"bool", DTYPE_BOOL}, {"i8", DTYPE_I8},     {"i16", DTYPE_I16},
                   {"i32", DTYPE_I32},   {"i64", DTYPE_I64},   {"u8", DTYPE_U8},
                   {"u16", DTYPE_U16},   {"u32", DTYPE_U32},   {"u64", DTYPE_U64},
                   {"f16", DTYPE_F16},   {"bf16", DTYPE_BF16}, {"f32", DTYPE_F32},
                   {"f64", DTYPE_F64},   {"c64", DTYPE_C64},   {"c128", DTYPE_C128}};

static bool bad_signature(VM *vm, const char *at, const char *why) {
  return vm_raise(vm, E_ValueError,
                  "--sig: %s at '%s' (write types like f32[32,8] or n=i32[], separated by commas)",
                  why, at);
}

static const char *skip_blanks(const char *s) {
  while (isspace((unsigned char)*s))
    s++;
  return s;
}

static bool parse_element(VM *vm, const char **s, Dtype *out) {
  size_t n = strspn(*s, "abcdefghijklmnopqrstuvwxyz0123456789");
  for (size_t i = 0; i < sizeof short_names / sizeof *short_names; i++) {
    if (strlen(short_names[i].name) != n || strncmp(*s, short_names[i].name, n)) continue;
    *out = short_names[i].dtype;
    *s += n;
    return true;
  }
  return bad_signature(vm, *s, "unknown element type");
}

// "[32,8]", "[batch=32,8]", "[]"
static bool parse_sizes(VM *vm, const char **s, Aval *a) {
  int64_t d[MAX_RANK];
  uint32_t rank = 0;
  int64_t total = 1;
  if (**s != '[') return bad_signature(vm, *s, "'[' expected");
  const char *p = skip_blanks(*s + 1);
  while (*p != ']') {
    size_t label = strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    if (label && p[label] == '=') p += label + 1;
    if (!isdigit((unsigned char)*p) || rank == MAX_RANK)
      return bad_signature(vm, p, "a size expected");
    char *end;
    d[rank] = strtoll(p, &end, 10);
    if (__builtin_mul_overflow(total, d[rank] ? d[rank] : 1, &total) || total >> 48)
      return bad_signature(vm, p, "the array is too large");
    rank++;
    p = skip_blanks(end);
    if (*p == ',')
      p = skip_blanks(p + 1);
    else if (*p != ']')
      return bad_signature(vm, p, "',' or ']' expected");
  }
  *s = p + 1;
  a->rank = rank;
  a->shape = shape_keep(vm, rank, d);
  return true;
}

static bool parse_entry_signature(VM *vm, const char *s, EntrySignature *out) {
  out->n = 0;
  for (s = skip_blanks(s); *s;) {
    if (out->n == MAX_ARGS) return bad_signature(vm, s, "too many arguments");
    Aval *a = &out->aval[out->n];
    *a = (Aval){0};
    size_t label = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    out->name[out->n] = NULL;
    if (s[label] == '=') {
      out->name[out->n] = arena_strndup(vm->arena, s, label);
      s += label + 1;
    }
    if (!parse_element(vm, &s, &a->dtype) || !parse_sizes(vm, &s, a)) return false;
    out->n++;
    s = skip_blanks(s);
    if (*s == ',')
      s = skip_blanks(s + 1);
    else if (*s)
      return bad_signature(vm, s, "',' expected");
  }
  return true;
}

static bool find_entry(VM *vm, const char *name, Value *out) {
  *out = dict_get_c(vm, vm->in->main->dict, name);
  if (v_is_empty(*out))
    return vm_raise_at(vm, E_NameError, "CJ0710", (SrcRange){0},
                       "--entry: the program has no function named '%s'", name);
  if (!value_callable(vm, *out))
    return vm_raise(vm, E_TypeError, "--entry: '%s' is a %s, no function", name,
                    type_name(vm, *out));
  return true;
}

// Values of the program that the function uses are found now and become constants in it.
static bool embed_captures(VM *vm, StagedFunc *f) {
  Build b = staging(vm)->main_build;
  b.block = func_body(f->func);
  b.before = mlirBlockGetFirstOperation(b.block);
  b.loc = mlirOperationGetLocation(f->func);
  for (uint32_t i = f->ncapture; i-- > 0;) {
    const void *data;
    bool found;
    Value v = f->capture[i].value;
    if (!static_data(vm, v, &data, &found)) return false;
    if (!found)
      return vm_unsupported(vm, "CJ0470",
                            "the entry uses a value that only a running program knows (%s)",
                            text_of(vm, v));
    MlirType t = mlirValueGetType(f->capture[i].inside);
    Aval a;
    value_aval(vm, v, &a);
    size_t bytes = (size_t)type_count(t) *
                   (size_t)(a.dtype == DTYPE_BOOL ? 1 : element_bits(type_element(t)) / 8);
    mlirValueReplaceAllUsesOfWith(f->capture[i].inside, op_constant(&b, t, data, bytes));
    mlirBlockEraseArgument(b.block, f->nin + i);
  }
  func_update_type(f->func);
  return true;
}

// The names of arguments in the C header: those of --sig, else the function's own.
static void name_arguments(VM *vm, StagedFunc *f, const EntrySignature *s, Value callee) {
  MlirAttribute *dicts = ARENA_ARRAY(vm->arena, MlirAttribute, s->n + 1);
  const Code *code = v_is(callee, O_FUNCTION) ? ((Function *)callee.o)->code : NULL;
  for (uint32_t i = 0; i < s->n; i++) {
    const char *name = s->name[i]               ? s->name[i]
                       : code && i < code->npos ? code->locals[i]->text
                                                : NULL;
    dicts[i] = name ? attrs_make(vm->context, 1, "cjax.name", attr_of_text(vm->context, name))
                    : attrs_make(vm->context, 0);
  }
  MlirStringRef key = mlirStringRefCreateFromCString("arg_attrs");
  if (s->n)
    mlirOperationSetAttributeByName(f->func, key, mlirArrayAttrGet(vm->context, s->n, dicts));
}

static bool call_entry(VM *vm, Trace *t, Value callee, uint32_t n, Leaves *out) {
  Value *args = ARENA_ARRAY(vm->arena, Value, n + 1), result;
  for (uint32_t i = 0; i < n; i++)
    args[i] = trace_arg(vm, t, i);
  if (vm_call(vm, callee, args, n, NULL, &result) && tree_flatten(vm, result, V_EMPTY, out))
    return true;
  trace_abandon(vm, t);
  return false;
}

bool entry_stage(VM *vm, const char *name, const char *signature, const char **symbol) {
  EntrySignature *s = ARENA_NEW(vm->arena, EntrySignature);
  Value callee;
  Leaves results = {0};
  if (!import_attr(vm, "_cjax.tree", "PyTreeDef", &callee)) return false; // its results are a tree
  if (!parse_entry_signature(vm, signature, s) || !find_entry(vm, name, &callee)) return false;
  Trace *t = trace_begin_func(vm, &(TraceSpec){.kind = TRACE_JIT, .transform = "jit", .name = name},
                              s->n, s->aval);
  if (!call_entry(vm, t, callee, s->n, &results)) return false;
  StagedFunc *f = trace_end_func(vm, t, results.n, results.v);
  if (!f || !embed_captures(vm, f)) return false;
  name_arguments(vm, f, s, callee);
  MlirStringRef key = mlirStringRefCreateFromCString("sym_visibility");
  mlirOperationSetAttributeByName(f->func, key, attr_of_text(vm->context, "public"));
  *symbol = f->symbol;
  return true;
}

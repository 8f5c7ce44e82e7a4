// library.c -- the entries of a library: which functions, their types, what they may do.
#include "lower/library.h"

#include <ctype.h>
#include <mlir-c/Pass.h>
#include <mlir-c/Transforms.h>
#include <stdlib.h>
#include <string.h>

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/vec.h"
#include "lower/emit.h"
#include "lower/host/host.h"
#include "lower/library_internal.h"
#include "lower/platform.h"

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static MlirOperation find_function(MlirModule m, const char *name) {
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirAttribute s = mlirOperationGetAttributeByName(op, ref("sym_name"));
    if (!mlirAttributeIsNull(s) && mlirStringRefEqual(mlirStringAttrGetValue(s), ref(name)))
      return op;
  }
  return (MlirOperation){0};
}

//===-- the entry ---------------------------------------------------------------------===//

// "dir/libmodel.a" -> "dir/model"
static const char *stem_of(Arena *a, const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  int dir = (int)(name - path);
  if (!strncmp(name, "lib", 3)) name += 3;
  return arena_printf(a, "%.*s%.*s", dir, path, (int)strcspn(name, "."), name);
}

// "dir/model" -> "model_", "2-d" -> "_2_d_": an identifier of C.
static const char *prefix_of(Arena *a, const char *stem) {
  const char *slash = strrchr(stem, '/');
  const char *name = slash ? slash + 1 : stem;
  char *s = arena_printf(a, "%s%s_", isdigit((unsigned char)*name) ? "_" : "", name);
  for (char *c = s; *c; c++)
    if (!isalnum((unsigned char)*c)) *c = '_';
  return s;
}

static const char *text_attr(Arena *a, MlirOperation f, const char *key) {
  MlirAttribute v = mlirOperationGetAttributeByName(f, ref(key));
  if (mlirAttributeIsNull(v)) return NULL;
  MlirStringRef s = mlirStringAttrGetValue(v);
  return arena_strndup(a, s.data, s.length);
}

static bool is_entry(const Library *l, Arena *a, MlirOperation op) {
  const char *symbol = text_attr(a, op, "sym_name");
  for (int i = 0; symbol && i < l->n; i++)
    if (!strcmp(l->entries[i].symbol, symbol)) return true;
  return false;
}

static void keep_only(const Library *l, Arena *a, MlirModule m) {
  MlirContext ctx = mlirModuleGetContext(m);
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    mlirOperationSetAttributeByName(op, ref("sym_visibility"),
                                    attr_of_text(ctx, is_entry(l, a, op) ? "public" : "private"));
  }
  MlirPassManager pm = mlirPassManagerCreate(ctx);
  mlirPassManagerAddOwnedPass(pm, mlirCreateTransformsSymbolDCE());
  mlirPassManagerRunOnOp(pm, mlirModuleGetOperation(m));
  mlirPassManagerDestroy(pm);
}

// The name in a function argument's attributes, or `nameN`.
static const char *value_name(Arena *a, MlirOperation f, const char *attrs, int i,
                              const char *name) {
  MlirAttribute all = mlirOperationGetAttributeByName(f, ref(attrs));
  MlirAttribute dict = mlirAttributeIsNull(all) ? all : mlirArrayAttrGetElement(all, i);
  const char *s = NULL;
  if (!mlirAttributeIsNull(dict) && !mlirAttributeIsNull(attr_get(dict, "cjax.name")))
    s = attr_text(a, dict, "cjax.name");
  return s ? s : arena_printf(a, "%s%d", name, i);
}

static int place_of(Arena *a, MlirOperation f, int i) {
  MlirAttribute all = mlirOperationGetAttributeByName(f, ref("res_attrs"));
  MlirAttribute dict = mlirAttributeIsNull(all) ? all : mlirArrayAttrGetElement(all, i);
  if (mlirAttributeIsNull(dict) || mlirAttributeIsNull(attr_get(dict, "cjax.place"))) return -1;
  return atoi(attr_text(a, dict, "cjax.place"));
}

static void open_entry(Entry *e, Arena *a, MlirOperation f) {
  MlirType t = mlirTypeAttrGetValue(mlirOperationGetAttributeByName(f, ref("function_type")));
  e->symbol = text_attr(a, f, "sym_name"), e->name = text_attr(a, f, "cjax.entry");
  if (!e->name) e->name = e->symbol;
  e->trees = text_attr(a, f, "cjax.trees"), e->bucket = text_attr(a, f, "cjax.bucket");
  if (e->bucket) e->rows = strtoll(text_attr(a, f, "cjax.rows"), NULL, 10);
  e->nin = (int)mlirFunctionTypeGetNumInputs(t), e->nout = (int)mlirFunctionTypeGetNumResults(t);
  e->in = ARENA_ARRAY(a, MlirType, e->nin), e->out = ARENA_ARRAY(a, MlirType, e->nout);
  e->in_names = ARENA_ARRAY(a, const char *, e->nin);
  e->out_names = ARENA_ARRAY(a, const char *, e->nout);
  e->places = ARENA_ARRAY(a, int, e->nout + 1);
  for (int i = 0; i < e->nin; i++) {
    e->in[i] = mlirFunctionTypeGetInput(t, i);
    e->in_names[i] = value_name(a, f, "arg_attrs", i, "arg");
  }
  for (int i = 0; i < e->nout; i++) {
    e->out[i] = mlirFunctionTypeGetResult(t, i);
    e->out_names[i] = value_name(a, f, "res_attrs", i, "result");
    e->places[i] = place_of(a, f, i);
  }
}

static bool same_names(const Library *l) {
  for (int i = 0; i < l->n; i++)
    for (int j = 0; j < i; j++)
      if (!strcmp(l->entries[i].name, l->entries[j].name))
        return diag_io("CJ0710", "--entry=%s is given twice", l->entries[i].name), true;
  return false;
}

bool library_open(Library *l, Arena *a, MlirModule m, const LowerOptions *o, const char *path) {
  *l = (Library){.stem = stem_of(a, path),
                 .cpu = o->cpu ? o->cpu : platform_of(o)->cpu,
                 .platform = platform_of(o)};
  l->prefix = o->prefix ? o->prefix : prefix_of(a, l->stem);
  VEC(Entry) entries = {0};
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    const char *symbol = text_attr(a, op, "sym_name");
    bool wanted = o->entry ? symbol && !strcmp(symbol, o->entry)
                           : !mlirAttributeIsNull(
                                 mlirOperationGetAttributeByName(op, ref("cjax.entry")));
    if (!wanted) continue;
    Entry e = {0};
    open_entry(&e, a, op);
    VEC_PUSH(a, entries, e);
  }
  l->n = (int)entries.n, l->entries = entries.data;
  if (!l->n)
    return diag_io("CJ0710", "the program has no function %s", o->entry ? o->entry : "main"), false;
  if (same_names(l) || !buckets_check(l)) return false;
  keep_only(l, a, m);
  library_find_calls(l, a, m);
  mlirOperationSetAttributeByName(mlirModuleGetOperation(m), ref("cjax.library"),
                                  attr_unit(mlirModuleGetContext(m)));
  return true;
}

// A function of runtime/linalg.
static bool is_algorithm(const char *name) {
  static const char *const names[] = {
      "cholesky", "triangular_solve", "lu", "qr", "eigh", "svd", "eig", "schur", "fft"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strncmp(name, names[i], strlen(names[i]))) return true;
  return false;
}

bool library_provides(MlirStringRef name) {
  static const char *const names[] = {"print_text", "print_array", "flush",
                                      "check",      "fail",        "exit"};
  if (name.length < 8 || memcmp(name.data, "cjax_rt_", 8)) return false;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (name.length == 8 + strlen(names[i]) && !memcmp(name.data + 8, names[i], name.length - 8))
      return true;
  return false;
}

const char *library_function(Arena *a, MlirStringRef name) {
  return arena_printf(a, "cjax_lib_%.*s", (int)name.length - 8, name.data + 8);
}

bool library_check(const Library *l, MlirModule m) {
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirAttribute s = mlirOperationGetAttributeByName(op, ref("sym_name"));
    const char *name = mlirAttributeIsNull(s) ? "" : mlirStringAttrGetValue(s).data;
    if (strncmp(name, "cjax_rt_", 8) || library_provides(ref(name)) || is_algorithm(name + 8))
      continue;
    diag_error(loc_range(mlirOperationGetLocation(op)), "CJ0711", NULL,
               "a library cannot read files, the clock or the command line, nor make texts while "
               "running");
    return false;
  }
  return true;
}

int entry_params(const Entry *e) {
  int n = 0;
  for (int i = 0; i < e->nin; i++)
    n += type_is_tiny(e->in[i]) ? (int)type_count(e->in[i]) : 1;
  for (int i = 0; i < e->nout; i++)
    n += !type_is_tiny(e->out[i]);
  return n;
}

int64_t entry_room(const Entry *e, int i) {
  if (e->places[i] < 0 || type_is_tiny(e->out[i])) return 0;
  return (type_bytes(e->out[i]) + WORKSPACE_ALIGN - 1) / WORKSPACE_ALIGN * WORKSPACE_ALIGN;
}

int64_t entry_rooms_at(const Entry *e) {
  return (e->plan + WORKSPACE_ALIGN - 1) / WORKSPACE_ALIGN * WORKSPACE_ALIGN;
}

void library_workspace(Library *l, Arena *a, MlirModule m) {
  for (Entry *e = l->entries; e < l->entries + l->n; e++) {
    MlirOperation f = find_function(m, arena_printf(a, "f_%s", e->symbol));
    MlirType t = mlirTypeAttrGetValue(mlirOperationGetAttributeByName(f, ref("function_type")));
    int n = entry_params(e);
    bool has = mlirFunctionTypeGetNumInputs(t) > n;
    e->plan = has ? mlirShapedTypeGetDimSize(mlirFunctionTypeGetInput(t, n), 0) : 0;
    int64_t room = 0;
    for (int i = 0; i < e->nout; i++) room += entry_room(e, i);
    e->workspace = room ? entry_rooms_at(e) + room : e->plan;
  }
  buckets_add(l, a);
  StrBuf s;
  strbuf_init(&s, a);
  library_entries(&s, a, l);
  library_list_calls(&s, l);
  l->abi = 14695981039346656037u; // FNV-1a
  for (size_t i = 0; i < s.n; i++) l->abi = (l->abi ^ (unsigned char)s.data[i]) * 1099511628211u;
}

bool library_exports(const Library *l, const char *symbol) {
  size_t n = strlen(l->prefix);
  if (strncmp(symbol, l->prefix, n)) return false;
  if (!strcmp(symbol + n, "library_abi")) return true;
  for (int i = 0; i < l->n; i++)
    if (!strcmp(symbol + n, l->entries[i].name)) return true;
  return false;
}

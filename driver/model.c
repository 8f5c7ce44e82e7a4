// model.c -- `cjaxc model.mlir`: a function of a module becomes a program over .npy files.
//
//   func.func public @predict(%w {cjax.param = "w"}, %x {cjax.name = "x"}) -> (%y)
// gets
//   func.func @main() { open_model ...; %w = model_input ... param; ...; model_result %y ... }
#include "driver/model.h"

#include "dialect/op.h"
#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/inputs.h"
#include "dialect/support/strbuf.h"
#include "lower/output.h"
#include "runtime/cjax_rt.h"
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_INPUTS = 1024 }; // of runtime/os/model.c

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

bool model_is(const char *file) {
  size_t n = strlen(file);
  return n > 5 && !strcmp(file + n - 5, ".mlir");
}

//===-- the module ------------------------------------------------------------------------===//

static bool parse(Arena *a, Model *m) {
  char *text;
  size_t size;
  if (!file_read(a, m->file, &text, &size))
    return diag_io("CJ0011", "%s: %s", m->file, strerror(errno)), false;
  inputs_add_file(m->file, text, size);
  diag_add_file(m->file, text, size);
  MlirContext ctx = cjax_context_create();
  m->module = mlirModuleCreateParseFromFile(ctx, ref(m->file));
  return !mlirModuleIsNull(m->module) && module_check_input(m->module);
}

static bool is_public(MlirOperation f) {
  MlirAttribute v = mlirOperationGetAttributeByName(f, ref("sym_visibility"));
  return mlirAttributeIsNull(v) || !mlirStringRefEqual(mlirStringAttrGetValue(v), ref("private"));
}

static bool is_function(MlirOperation op) {
  return mlirStringRefEqual(mlirIdentifierStr(mlirOperationGetName(op)), ref("func.func"));
}

// The function asked for, or the only public one, into m->entry.
static bool find_entry(Arena *a, Model *m) {
  if (m->entry && !mlirOperationIsNull(func_named(m->module, m->entry))) return true;
  if (m->entry) return diag_io("CJ0710", "%s has no function @%s", m->file, m->entry), false;
  int n = 0;
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m->module));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (!is_function(op) || !is_public(op)) continue;
    m->entry = func_name(a, op);
    n++;
  }
  if (n == 1) return true;
  return diag_io("CJ0710", "%s has %d public functions: --entry=NAME says which one is meant",
                 m->file, n),
         false;
}

//===-- arguments and parameters ------------------------------------------------------------===//

// The text of `key` in the attributes of argument or result i, or null.
static const char *label_of(Arena *a, MlirOperation f, const char *attrs, int i, const char *key) {
  MlirAttribute all = mlirOperationGetAttributeByName(f, ref(attrs));
  MlirAttribute dict = mlirAttributeIsNull(all) ? all : mlirArrayAttrGetElement(all, i);
  if (mlirAttributeIsNull(dict) || mlirAttributeIsNull(attr_get(dict, key))) return NULL;
  return attr_text(a, dict, key);
}

static const char *name_of(Arena *a, MlirOperation f, const char *attrs, int i, const char *stem) {
  const char *s = label_of(a, f, attrs, i, "cjax.name");
  return s ? s : arena_printf(a, "%s%d", stem, i);
}

static MlirType function_type(MlirOperation f) {
  return mlirTypeAttrGetValue(mlirOperationGetAttributeByName(f, ref("function_type")));
}

static bool bad_params(const char *error) { return diag_io("CJ0721", "%s", error), false; }

// In a .safetensors file.
static bool check_tensor(const char *path, const char *name, const ArrayView *want) {
  Safetensors s;
  NpyPart part;
  NpyHeader h;
  const char *error = safetensors_open(&s, path);
  if (error) return bad_params(error);
  error = safetensors_find(&s, name, &part);
  if (!error) error = npy_part_check(&h, &part, want);
  safetensors_close(&s);
  return error ? bad_params(error) : true;
}

static bool check_param(const Npz *z, const char *name, MlirType t) {
  NpyPart part;
  NpyHeader h;
  Dims d = type_dims(t);
  ArrayView want = {NULL, element_dtype(type_element(t)), d.n, d.d};
  if (!z->directory) return check_tensor(z->path, name, &want);
  const char *error = npz_find(z, name, &part);
  if (!error) {
    error = npy_part_check(&h, &part, &want);
    npy_part_release(&part);
  }
  return error ? bad_params(error) : true;
}

// cjax.params names a file beside the module; each parameter is in it, with the right type.
static bool check_params(Arena *a, Model *m) {
  MlirOperation f = func_named(m->module, m->entry);
  MlirAttribute file = mlirOperationGetAttributeByName(mlirModuleGetOperation(m->module),
                                                       ref("cjax.params"));
  MlirType t = function_type(f);
  Npz z = {0};
  bool ok = true;
  if (!mlirAttributeIsNull(file)) {
    const char *slash = model_is(m->file) ? strrchr(m->file, '/') : NULL;
    MlirStringRef s = mlirStringAttrGetValue(file);
    m->params = arena_printf(a, "%.*s%.*s", slash ? (int)(slash + 1 - m->file) : 0, m->file,
                             (int)s.length, s.data);
    inputs_add(INPUT_FILE, m->params);
    bool tensors = safetensors_is(m->params);
    const char *error = tensors ? NULL : npz_open(&z, m->params);
    if (error) return bad_params(error);
    z.path = m->params;
  }
  for (int i = 0; ok && i < (int)mlirFunctionTypeGetNumInputs(t); i++) {
    const char *name = label_of(a, f, "arg_attrs", i, "cjax.param");
    if (!name) continue;
    if (!m->params)
      ok = bad_params(
          arena_printf(a, "parameter %s: the module names no file (cjax.params)", name));
    else ok = check_param(&z, name, mlirFunctionTypeGetInput(t, i));
  }
  if (z.directory) npz_close(&z);
  return ok;
}

bool model_of_entry(Arena *a, Model *m) {
  MlirOperation main = func_named(m->module, "main");
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m->module));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    if (!mlirAttributeIsNull(mlirOperationGetAttributeByName(op, ref("cjax.entry"))))
      m->entry = func_name(a, op);
  if (!mlirOperationIsNull(main)) func_destroy(main);
  return check_params(a, m);
}

bool model_load(Arena *a, Model *m) {
  return parse(a, m) && find_entry(a, m) && check_params(a, m);
}

static bool is_asked_for(const char *name, int n, const char *const *entries) {
  for (int i = 0; i < n; i++)
    if (!strcmp(entries[i], name)) return true;
  return false;
}

// Marks those asked for, and no others; returns how many are.
static int mark_entries(Arena *a, Model *m, int n, const char *const *entries) {
  int marked = 0;
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m->module));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirStringRef key = ref("cjax.entry");
    bool is = !mlirAttributeIsNull(mlirOperationGetAttributeByName(op, key));
    if (!is_function(op) || (!n && !is)) continue;
    const char *name = func_name(a, op);
    if (n && !is_asked_for(name, n, entries)) {
      mlirOperationRemoveAttributeByName(op, key);
      continue;
    }
    MlirAttribute text = attr_of_text(mlirModuleGetContext(m->module), name);
    if (!is) mlirOperationSetAttributeByName(op, key, text);
    marked++;
  }
  return marked;
}

// Of each function that is marked.
static bool check_all_params(Arena *a, Model *m) {
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m->module));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (mlirAttributeIsNull(mlirOperationGetAttributeByName(op, ref("cjax.entry")))) continue;
    m->entry = func_name(a, op);
    if (!check_params(a, m)) return false;
  }
  return m->entry = NULL, true;
}

bool model_load_library(Arena *a, Model *m, int n, const char *const *entries) {
  if (!parse(a, m)) return false;
  for (int i = 0; i < n; i++)
    if (mlirOperationIsNull(func_named(m->module, entries[i])))
      return diag_io("CJ0710", "%s has no function @%s", m->file, entries[i]), false;
  if (mark_entries(a, m, n, entries) < 2) return find_entry(a, m) && check_params(a, m);
  return check_all_params(a, m);
}

//===-- the program -------------------------------------------------------------------------===//

typedef struct Wrapper {
  Build b;
  MlirOperation f;
  MlirType type;
  int nin, nout, ninputs; // arguments, results, arguments that are no parameters
} Wrapper;

static bool is_param(Wrapper *w, int i) {
  return label_of(w->b.arena, w->f, "arg_attrs", i, "cjax.param") != NULL;
}

// " x.npy y.npy [-o PATH] [--params FILE]", then the types.
static const char *usage_text(Wrapper *w) {
  StrBuf s;
  Arena *a = w->b.arena;
  strbuf_init(&s, a);
  for (int i = 0; i < w->nin; i++)
    if (!is_param(w, i)) strbuf_printf(&s, " %s", name_of(a, w->f, "arg_attrs", i, "arg"));
  strbuf_puts(&s, w->nin > w->ninputs ? " [-o PATH] [--params FILE]\n" : " [-o PATH]\n");
  for (int i = 0; i < w->nin; i++)
    if (!is_param(w, i))
      strbuf_printf(&s, "  %s: %s\n", name_of(a, w->f, "arg_attrs", i, "arg"),
                    type_text(mlirFunctionTypeGetInput(w->type, i)));
  for (int i = 0; i < w->nout; i++)
    strbuf_printf(&s, "  -> %s: %s\n", name_of(a, w->f, "res_attrs", i, "result"),
                  type_text(mlirFunctionTypeGetResult(w->type, i)));
  strbuf_puts(&s,
              "  arrays are .npy files, a number may be written out; -o: a .npy file, or a "
              "folder for NAME.npy\n"
              "  -: the raw bytes of stdin, batch after batch until it ends; -o -: raw bytes to "
              "stdout\n");
  return s.data;
}

static void open_model(Wrapper *w, const char *params) {
  MlirContext c = w->b.ctx;
  MlirAttribute attrs = attrs_make(c, 4, "usage", attr_of_text(c, usage_text(w)), "params",
                                   attr_of_text(c, params), "inputs", attr_of_int(c, w->ninputs),
                                   "results", attr_of_int(c, w->nout));
  build_op(&w->b, OP_OPEN_MODEL, 0, NULL, attrs, 0, NULL);
}

static Val read_input(Wrapper *w, int i, int *index) {
  MlirContext c = w->b.ctx;
  Arena *a = w->b.arena;
  MlirType t = mlirFunctionTypeGetInput(w->type, i);
  const char *param = label_of(a, w->f, "arg_attrs", i, "cjax.param");
  const char *name = param ? param : name_of(a, w->f, "arg_attrs", i, "arg");
  MlirAttribute flag = param ? attr_unit(c) : (MlirAttribute){0};
  MlirAttribute attrs = attrs_make(c, 3, "index", attr_of_int(c, param ? 0 : (*index)++), "name",
                                   attr_of_text(c, name), "param", flag);
  return op_result(build_op(&w->b, OP_MODEL_INPUT, 0, NULL, attrs, 1, &t), 0);
}

static void write_result(Wrapper *w, int i, Val x) {
  MlirContext c = w->b.ctx;
  const char *name = name_of(w->b.arena, w->f, "res_attrs", i, "result");
  MlirAttribute attrs =
      attrs_make(c, 2, "index", attr_of_int(c, i), "name", attr_of_text(c, name));
  build_op(&w->b, OP_MODEL_RESULT, 1, &x, attrs, 0, NULL);
}

static void write_main(Wrapper *w, const char *entry, const char *params) {
  Arena *a = w->b.arena;
  Val *in = ARENA_ARRAY(a, Val, w->nin + 1);
  MlirType *out = ARENA_ARRAY(a, MlirType, w->nout + 1);
  int index = 0;
  open_model(w, params);
  for (int i = 0; i < w->nin; i++) in[i] = read_input(w, i, &index);
  for (int i = 0; i < w->nout; i++) out[i] = mlirFunctionTypeGetResult(w->type, i);
  MlirAttribute attrs = attrs_make(w->b.ctx, 1, "callee", attr_symbol(w->b.ctx, entry));
  MlirOperation call = build_any(&w->b, "func.call", w->nin, in, w->nout, out, attrs);
  for (int i = 0; i < w->nout; i++) write_result(w, i, op_result(call, i));
  build_return(&w->b, 0, NULL);
}

bool model_make_program(Arena *a, Model *m, const char *params) {
  MlirContext ctx = mlirModuleGetContext(m->module);
  Wrapper w = {.f = func_named(m->module, m->entry)};
  w.type = function_type(w.f);
  w.nin = (int)mlirFunctionTypeGetNumInputs(w.type);
  w.nout = (int)mlirFunctionTypeGetNumResults(w.type);
  if (!strcmp(m->entry, "main") && !w.nin && !w.nout) return true;
  if (!strcmp(m->entry, "main") || !mlirOperationIsNull(func_named(m->module, "main")))
    return diag_io("CJ0720", "%s: @main is what the executable runs; another name is needed for a "
                             "function with arguments or results", m->file), false;
  w.b = (Build){.ctx = ctx, .module = m->module, .arena = a, .loc = mlirOperationGetLocation(w.f)};
  for (int i = 0; i < w.nin; i++) w.ninputs += !is_param(&w, i);
  if (w.ninputs > MOST_INPUTS)
    return diag_io("CJ0720", "%s: @%s has more than %d arguments", m->file, m->entry, MOST_INPUTS),
           false;
  mlirOperationSetAttributeByName(w.f, ref("sym_visibility"), attr_of_text(ctx, "private"));
  MlirOperation main = func_create(&w.b, "main", 0, NULL, 0, NULL, NULL);
  w.b.block = func_body(main);
  write_main(&w, m->entry, params);
  return true;
}

// One array of a .safetensors file into the archive `to`: i of n.
static void copy_tensor(Safetensors *s, const char *name, const NpyHeader *h, const char *to, int i,
                        int n) {
  Arena a;
  arena_init(&a);
  char *data = arena_alloc(&a, (size_t)h->size + 1),
       *label = arena_printf(&a, "npz %d %d %s", i, n, name);
  if (file_read_at(s->file, data, h->size, s->base + h->offset) == h->size)
    cjax_rt_save_as(to, (int32_t)h->dtype, h->rank, h->shape, data, label, NULL);
  arena_release(&a);
}

// The arrays of a .safetensors file as an .npz, a file without a name, or -1.
static int archive_of_tensors(const char *path) {
  int file = output_memory(), n = 0;
  char to[OUTPUT_NAME];
  for (int pass = 0; file >= 0 && pass < 2; pass++) {
    Safetensors s;
    NpyHeader h;
    const char *name, *error = safetensors_open(&s, path);
    int i = 0;
    while (!error && !(error = safetensors_next(&s, &name, &h)) && name) {
      if (pass) copy_tensor(&s, name, &h, output_name(file, to), i, n);
      i++;
    }
    if (error) return bad_params(error), close(file), -1;
    n = i;
    safetensors_close(&s);
  }
  return file;
}

bool model_append(const Model *m, int executable) {
  if (!m->params) return true;
  if (safetensors_is(m->params)) {
    int archive = archive_of_tensors(m->params);
    char name[OUTPUT_NAME];
    Model copy = {.params = archive < 0 ? NULL : output_name(archive, name)};
    bool ok = archive >= 0 && model_append(&copy, executable);
    if (archive >= 0) close(archive);
    return ok;
  }
  FILE *from = fopen(m->params, "rb");
  char buffer[65536];
  bool ok = from && lseek(executable, 0, SEEK_END) >= 0;
  while (ok && !feof(from)) {
    size_t n = fread(buffer, 1, sizeof buffer, from);
    ok = !ferror(from) && output_append(executable, buffer, n);
  }
  if (!ok) diag_io("CJ0701", "cannot put %s into the executable: %s", m->params, strerror(errno));
  if (from) fclose(from);
  return ok;
}

// made_module.c -- the native module _cjax.made: files that the program itself makes.
//
// What the main program does to a file outside of loops and branches is known in its order, and the
// library keeps account of it (_made.py).  What stands in a nested piece or in a function is found
// in the module: pieces that were thrown away are not there.
#include "dialect/support/inputs.h"
#include "dialect/transforms/patterns.h"
#include "driver/stage/flow.h"
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

// normal(path): without "./", "//" and a "/" at its end; None where it is not known.
static bool made_normal(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_STR)) return *out = V_NONE, true;
  const char *s = AS_STR(a[0])->text;
  StrBuilder b;
  strb_init(&b, vm);
  if (*s == '/') strb_add(&b, "/", 1);
  for (bool first = true; *s;) {
    size_t n = strcspn(s, "/");
    if (n && !(n == 1 && *s == '.')) {
      if (!first) strb_add(&b, "/", 1);
      strb_add(&b, s, n);
      first = false;
    }
    s += n + (s[n] == '/');
  }
  return *out = strb_finish(&b), true;
}

// certain(): what happens now happens once, in the order of the program.
static bool made_certain(VM *vm, Value *a, Value *out) {
  return *out = v_bool(!vm->trace && !vm->log), true;
}

typedef struct Writes {
  VM *vm;
  MlirOperation main;
  const char *path;
  bool below;    // what is in the folder `path` counts, too
  List *arrays;  // of the last archive or array: (name, shape, dtype); or null
  int64_t count; // of ops that change the file
} Writes;

static bool same_path(Writes *w, MlirStringRef s) {
  Value text = v_obj(str_new(w->vm, s.data, s.length)), normal;
  if (!made_normal(w->vm, &text, &normal)) return false;
  const char *found = AS_STR(normal)->text;
  size_t n = strlen(w->path);
  bool in = w->below && !strncmp(found, w->path, n) && (!n || found[n] == '/');
  return in || !strcmp(found, w->path);
}

// The text of a cjax.text op without fields.
static bool text_is(Writes *w, MlirValue v) {
  if (!mlirValueIsAOpResult(v)) return false;
  MlirOperation op = mlirOpResultGetOwner(v);
  MlirAttribute text = op_kind(op) == OP_TEXT ? attr_get(op_attrs(op), "text") : (MlirAttribute){0};
  return !mlirAttributeIsNull(text) && mlirArrayAttrGetNumElements(text) == 1 &&
         same_path(w, mlirStringAttrGetValue(mlirArrayAttrGetElement(text, 0)));
}

static void add_array(Writes *w, MlirOperation op) {
  MlirAttribute format = attr_get(op_attrs(op), "format");
  const char *name = "";
  int index = 0, count, skip = 0;
  if (!mlirAttributeIsNull(format)) {
    const char *text =
        str_new(w->vm, mlirStringAttrGetValue(format).data, mlirStringAttrGetValue(format).length)
            ->text;
    if (sscanf(text, "npz %d %d %n", &index, &count, &skip) < 2) return;
    name = text + skip;
  }
  if (!index) w->arrays = list_new(w->vm, 4);
  MlirType t = mlirValueGetType(op_operand(op, 0));
  Value r[3] = {v_str(w->vm, name), dims_value(w->vm, type_dims(t)),
                dtype_value(w->vm, element_dtype(type_element(t)))};
  list_append(w->vm, w->arrays, v_obj(tuple_from(w->vm, r, 3)));
}

static MlirWalkResult visit(MlirOperation op, void *user) {
  Writes *w = user;
  OpKind k = op_kind(op);
  if (k != OP_SAVE_NPY && k != OP_TEXT_CALL) return MlirWalkResultAdvance;
  if (mlirOperationEqual(mlirOperationGetParentOperation(op), w->main))
    return MlirWalkResultAdvance;
  if (k == OP_TEXT_CALL) {
    const char *function = mlirStringAttrGetValue(attr_get(op_attrs(op), "function")).data;
    bool writes = !strncmp(function, "write", 5) || !strncmp(function, "change", 6);
    w->count += writes && text_is(w, op_operand(op, 1));
  } else if (same_path(w, mlirStringAttrGetValue(attr_get(op_attrs(op), "path")))) {
    w->count++;
    add_array(w, op);
  }
  return MlirWalkResultAdvance;
}

static Writes nested_writes(VM *vm, Value path, bool below) {
  Staging *s = staging(vm);
  Writes w = {.vm = vm, .main = s->main, .path = AS_STR(path)->text, .below = below};
  mlirOperationWalk(mlirModuleGetOperation(s->module), visit, &w, MlirWalkPreOrder);
  return w;
}

// nested(path): how many ops in pieces and functions change the file.
static bool made_nested(VM *vm, Value *a, Value *out) {
  return *out = v_int(nested_writes(vm, a[0], false).count), true;
}

// below(path): the same of all that is in a folder.
static bool made_below(VM *vm, Value *a, Value *out) {
  return *out = v_int(nested_writes(vm, a[0], true).count), true;
}

// arrays(path) -> [(name, shape, dtype)] that such ops have saved there last, or None.
static bool made_arrays(VM *vm, Value *a, Value *out) {
  List *l = nested_writes(vm, a[0], false).arrays;
  return *out = l ? v_obj(l) : V_NONE, true;
}

// look(path, kind): 0 whether it is there, 1 a folder, 2 a file, when the program runs.
static bool made_look(VM *vm, Value *a, Value *out) {
  return run_text_call(vm, "file", 2, a, RUN_BOOL, out);
}

// change(text, path, how): of cjax_rt_path_change.
static bool made_change(VM *vm, Value *a, Value *out) {
  return run_text_call(vm, "change", 3, a, RUN_INT, out);
}

// settled(text, what): as it is known while compiling; else an error that says what needs it.
static bool made_settled(VM *vm, Value *a, Value *out) {
  *out = a[0];
  return !v_is(a[0], O_RUN_STR) || run_str_static(vm, a[0], AS_STR(a[1])->text, out);
}

// names(path): what is in a folder now, or an errno.
static bool made_names(VM *vm, Value *a, Value *out) {
  const char *path = AS_STR(a[0])->text;
  inputs_add(INPUT_PATH, path);
  DIR *d = opendir(*path ? path : ".");
  if (!d) return *out = v_int(errno), true;
  List *l = list_new(vm, 8);
  for (struct dirent *e; (e = readdir(d));)
    if (strcmp(e->d_name, ".") && strcmp(e->d_name, "..")) list_append(vm, l, v_str(vm, e->d_name));
  closedir(d);
  return *out = v_obj(l), true;
}

static const NativeDef functions[] = {{"normal", "path, /", made_normal},
                                      {"certain", "", made_certain},
                                      {"nested", "path, /", made_nested},
                                      {"below", "path, /", made_below},
                                      {"arrays", "path, /", made_arrays},
                                      {"look", "path, kind, /", made_look},
                                      {"change", "text, path, how, /", made_change},
                                      {"settled", "text, what, /", made_settled},
                                      {"names", "path, /", made_names},
                                      {0}};

const NativeModule native_module_made = {"_cjax.made", functions, NULL};

// import.c -- modules: C tables (_cjax.NAME), the library inside cjaxc, and the program's own
// files.
#include "dialect/support/file.h"
#include "dialect/support/inputs.h"
#include "driver/python/parse.h"
#include "driver/program.h"
#include "driver/stage/library.h"
#include "driver/stage/scope.h"
#include "driver/stage/vm_internal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define X(name) extern const NativeModule native_module_##name;
#include "driver/stage/modules.def"
#undef X

static const NativeModule *const native_modules[] = {
#define X(name) &native_module_##name,
#include "driver/stage/modules.def"
#undef X
    NULL};

void module_set_doc(VM *vm, Module *m, const Node *tree) {
  const Node *first = tree->module.body.n ? tree->module.body.data[0] : NULL;
  if (!first || first->kind != NODE_EXPR || first->value.value->kind != NODE_STR) return;
  const Node *text = first->value.value;
  module_set(vm, m, "__doc__", v_obj(str_new(vm, text->str.data, text->str.n)));
}

bool module_load_file(VM *vm, Module *m, const char *path, const char *text, size_t n) {
  m->file = diag_add_file(path, text, n);
  Node *tree = parse_module(vm->arena, m->file, text, n);
  if (!tree) {
    vm_raise(vm, E_SyntaxError, "in %s", path);
    vm->exc.o->flags |= EXC_REPORTED;
    return false;
  }
  Scope *scope = scope_module(vm->arena, tree);
  Code *code = code_create(vm, m, tree, scope, NULL);
  module_set_doc(vm, m, tree);
  return vm_run_module(vm, m, code);
}

bool vm_run_module(VM *vm, Module *m, Code *code) {
  Frame *fr = frame_push_code(vm, NULL, code);
  Value out;
  if (!fr) return false;
  fr->module = m;
  fr->names = m->dict;
  fr->flags |= FRAME_ENTRY;
  if (fr->code->ncells) frame_make_cells(vm, fr);
  vm->frame = fr;
  vm->native_depth++;
  bool ok = vm_run(vm, fr, &out);
  vm->native_depth--;
  return ok;
}

static Module *module_enter(VM *vm, const char *name, bool package) {
  Module *m = module_new(vm, name);
  const char *dot = strrchr(name, '.');
  Value parent =
      package ? v_obj(m->name) : v_obj(str_intern(vm, name, dot ? (size_t)(dot - name) : 0));
  dict_set_str(vm, m->dict, N(vm, package), parent);
  if (package) dict_set_str(vm, m->dict, N(vm, path), v_obj(list_new(vm, 0)));
  dict_set_str(vm, vm->modules, m->name, v_obj(m));
  return m;
}

static bool module_fail(VM *vm, Module *m) {
  int64_t i = dict_find_str(vm->modules, m->name);
  if (i >= 0) dict_delete_at(vm, vm->modules, (uint32_t)i);
  return false;
}

static Module *native_import(VM *vm, const char *name) {
  if (!strcmp(name, "_cjax")) return module_enter(vm, name, true);
  if (strncmp(name, "_cjax.", 6)) return NULL;
  for (int i = 0; native_modules[i]; i++) {
    if (strcmp(native_modules[i]->name, name)) continue;
    Module *m = module_enter(vm, name, false);
    m->library = true;
    if (native_modules[i]->functions)
      native_add_functions(vm, m->dict, native_modules[i]->functions, NULL);
    if (native_modules[i]->init && !native_modules[i]->init(vm, m)) return module_fail(vm, m), NULL;
    return m;
  }
  return NULL;
}

// Writes are part of no speculative piece: a module stays imported.
static bool load(VM *vm, Module *m, const char *path, const char *text, size_t n) {
  uint32_t since = vm->log_since;
  Value handled = vm->handled;
  vm->log_since = 0;
  vm->handled = V_NONE;
  m->path = str_name(vm, path);
  dict_set_str(vm, m->dict, N(vm, file), v_obj(m->path));
  m->loading = true;
  bool ok = module_load_file(vm, m, path, text, n);
  m->loading = false;
  vm->log_since = since;
  vm->handled = handled;
  return ok || module_fail(vm, m);
}

static bool library_import(VM *vm, const char *name, Module **out) {
  char *path = arena_strdup(vm->arena, name);
  for (char *s = path; *s; s++)
    if (*s == '.') *s = '/';
  const char *both[2] = {arena_printf(vm->arena, "%s/__init__.py", path),
                         arena_printf(vm->arena, "%s.py", path)};
  *out = NULL;
  for (int i = 0; i < 2; i++) {
    const LibraryFile *f = library_find(both[i]);
    if (!f) continue;
    Module *m = *out = module_enter(vm, name, i == 0);
    m->library = true;
    return load(vm, m, arena_printf(vm->arena, "<cjax>/%s", both[i]), f->text, f->size);
  }
  return true;
}

// Has the library a file that begins with the module's name and `end`?
static bool library_begins(VM *vm, const char *name, const char *end) {
  char *prefix = arena_printf(vm->arena, "%s%s", name, end);
  for (char *s = prefix; s < prefix + strlen(name); s++)
    if (*s == '.') *s = '/';
  for (uint32_t i = 0; i < library_count; i++)
    if (!strncmp(library_files[i].path, prefix, strlen(prefix))) return true;
  return false;
}

bool library_has(VM *vm, const char *name) {
  return library_begins(vm, name, "/") || library_begins(vm, name, ".py");
}

// A folder without __init__.py is a package too.
static Module *library_namespace(VM *vm, const char *name) {
  if (!library_begins(vm, name, "/")) return NULL;
  Module *m = module_enter(vm, name, true);
  m->library = true;
  return m;
}

enum { BESIDE = -1 }; // the program; others are indices of Program.folder

// a.b in a folder where modules are looked for: "folder/a/b".
static const char *user_path(VM *vm, int folder, const char *name) {
  const struct Program *p = vm->in->program;
  const char *dir = folder == BESIDE ? vm->in->main_dir : p->folder[folder];
  size_t n = dir ? strlen(dir) : 0;
  char *path = arena_printf(vm->arena, "%s%s%s", n ? dir : "", n && dir[n - 1] != '/' ? "/" : "",
                            name);
  for (char *s = path + strlen(path) - strlen(name); *s; s++)
    if (*s == '.') *s = '/';
  return path;
}

static void set_path(VM *vm, Module *m, const char *folder) {
  List *path = list_new(vm, 1);
  list_append(vm, path, v_str(vm, folder));
  dict_set_str(vm, m->dict, N(vm, path), v_obj(path));
}

static bool user_import(VM *vm, int folder, const char *name, Module **out) {
  const char *path = user_path(vm, folder, name);
  const char *both[2] = {arena_printf(vm->arena, "%s/__init__.py", path),
                         arena_printf(vm->arena, "%s.py", path)};
  *out = NULL;
  for (int i = 0; i < 2; i++) {
    char *text;
    size_t n;
    bool there = file_read(vm->arena, both[i], &text, &n);
    inputs_add_file(both[i], there ? text : NULL, n);
    if (!there) continue;
    Module *m = *out = module_enter(vm, name, i == 0);
    m->package = folder != BESIDE;
    if (i == 0) set_path(vm, m, path);
    return load(vm, m, both[i], text, n);
  }
  return true;
}

static bool path_there(const char *path) {
  struct stat st;
  inputs_add(INPUT_PATH, path);
  return !stat(path, &st);
}

// As library_namespace.
static Module *user_namespace(VM *vm, int folder, const char *name) {
  const char *path = user_path(vm, folder, name);
  if (!path_there(path)) return NULL;
  Module *m = module_enter(vm, name, true);
  return set_path(vm, m, path), m;
}

// What the library has none of: a package of a folder that the command line names, or a namespace.
static bool other_import(VM *vm, const char *name, Module **out) {
  int n = vm->in->program ? vm->in->program->nfolder : 0;
  for (int i = 0; i < n && !*out; i++)
    if (!user_import(vm, i, name, out)) return false;
  for (int i = BESIDE; i < n && !*out; i++)
    *out = user_namespace(vm, i, name);
  return true;
}

// jax and numpy are never files beside the program.
static bool is_ours(const char *name) {
  size_t n = strcspn(name, ".");
  return (n == 3 && !strncmp(name, "jax", n)) || (n == 5 && !strncmp(name, "numpy", n));
}

static bool import_one(VM *vm, const char *name, bool library, Module **out) {
  Value have = dict_get_c(vm, vm->modules, name);
  if (v_is(have, O_MODULE)) return *out = (Module *)have.o, true;
  if (library)
    *out = native_import(vm, name);
  else
    *out = NULL;
  if (*out || !v_is_empty(vm->exc)) return v_is_empty(vm->exc);
  bool users = !library && !is_ours(name);
  if (users && !user_import(vm, BESIDE, name, out)) return false;
  if (*out) return true;
  if (!library_import(vm, name, out)) return false;
  if (!*out) *out = library_namespace(vm, name);
  return *out || !users || other_import(vm, name, out);
}

// Is there a module of that name, imported or not?  What `name` is in is imported.
bool import_find(VM *vm, const char *name, bool *found) {
  Module *m;
  const char *dot = strrchr(name, '.');
  if (dot && !import_module(vm, arena_strndup(vm->arena, name, (size_t)(dot - name)), &m))
    return false;
  *found = v_is(dict_get_c(vm, vm->modules, name), O_MODULE) || library_has(vm, name);
  int n = vm->in->program ? vm->in->program->nfolder : 0;
  for (int i = BESIDE; i < n && !*found; i++) {
    const char *path = user_path(vm, i, name);
    *found = path_there(path) || path_there(arena_printf(vm->arena, "%s.py", path));
  }
  return true;
}

// The module's name of a library file: "jax/numpy/__init__.py" is jax.numpy.
static Str *library_module_name(VM *vm, const char *path) {
  char *name = arena_strdup(vm->arena, path);
  size_t n = strlen(name);
  if (n > 3 && !strcmp(name + n - 3, ".py")) name[n -= 3] = 0;
  if (n > 9 && !strcmp(name + n - 9, "/__init__")) name[n -= 9] = 0;
  for (char *c = name; *c; c++)
    if (*c == '/') *c = '.';
  return str_intern(vm, name, n);
}

static const char *nearest_module(VM *vm, const char *name) {
  List *known = list_new(vm, 64);
  for (uint32_t i = 0; i < library_count; i++)
    if (library_files[i].path[0] != '_')
      list_append(vm, known, v_obj(library_module_name(vm, library_files[i].path)));
  return nearest_name(vm, name, known);
}

static bool no_module(VM *vm, const char *name, const char *near) {
  vm_raise(vm, E_ModuleNotFoundError, "No module named '%s'", name);
  ((Exception *)vm->exc.o)->id = "CJ0130";
  ((Exception *)vm->exc.o)->name = v_str(vm, name);
  if (near) vm_add_note(vm, (SrcRange){0}, "did you mean '%s'?", near);
  return false;
}

// What stands for a module that there is not: an error where it is used.  Where a handler waits for
// the error, or the name is nearly right, the error is here.
static bool placeholder(VM *vm, const char *name, bool library, Value *out) {
  bool real = !strcmp(name, "ctypes") || !strcmp(name, "jaxopt"); // near types and jax.ops
  const char *near = real ? NULL : nearest_module(vm, name);
  Value made;
  bool typo = near && labs((long)strlen(near) - (long)strlen(name)) < 2;
  if (typo || library || vm_would_catch(vm, vm->type[E_ModuleNotFoundError]))
    return no_module(vm, name, near);
  if (!import_attr(vm, "_placeholder", "Placeholder", &made)) return false;
  SrcRange at = vm_here(vm);
  const uint32_t part[5] = {at.file, at.line, at.col, at.end_line, at.end_col};
  Tuple *place = tuple_new(vm, 5);
  for (int i = 0; i < 5; i++) place->v[i] = v_int(part[i]);
  Value args[3] = {v_str(vm, name), V_EMPTY, v_obj(place)};
  args[1] = args[0];
  return vm_call(vm, made, args, 3, NULL, out);
}

// raise_missing(module, path, place): a part of a missing module is used.
bool import_raise_missing(VM *vm, Value *a, Value *out) {
  const char *module = AS_STR(a[0])->text, *path = AS_STR(a[1])->text;
  const Value *p = AS_TUPLE(a[2])->v;
  SrcRange at = {(uint32_t)p[0].i, (uint32_t)p[1].i, (uint32_t)p[2].i, (uint32_t)p[3].i,
                 (uint32_t)p[4].i};
  no_module(vm, module, NULL);
  vm_add_note(vm, at, "%s is used, which needs the module imported here", path);
  vm_add_note(vm, (SrcRange){0},
              "packages in pure Python are compiled from the folder that -I names");
  return false;
}

// A submodule stays an attribute of its package, as modules stay imported.
static void set_child(VM *vm, Module *parent, Str *name, Value child) {
  uint32_t since = vm->log_since;
  vm->log_since = 0;
  dict_set_str(vm, parent->dict, name, child);
  vm->log_since = since;
}

// Imports a.b.c part by part; *first is a, *last is a.b.c or a placeholder for it.
static bool import_dotted(VM *vm, const char *name, bool library, Value *first, Value *last) {
  Module *parent = NULL, *m;
  bool ok = true;
  *first = V_EMPTY;
  for (const char *s = name;;) {
    size_t n = strcspn(s, ".");
    const char *part = arena_strndup(vm->arena, name, (size_t)(s - name) + n);
    if (!import_one(vm, part, library, &m)) return false;
    if (m) *last = v_obj(m);
    else if (!v_is_empty(*first) && !parent) ok = get_attr(vm, *last, str_intern(vm, s, n), last);
    else ok = placeholder(vm, part, library, last);
    if (!ok) return false;
    if (parent) set_child(vm, parent, str_intern(vm, s, n), *last);
    if (v_is_empty(*first)) *first = *last;
    parent = m;
    if (!s[n]) return true;
    s += n + 1;
  }
}

static bool resolve_relative(VM *vm, Module *from, const char *name, uint32_t level,
                             const char **out) {
  Value package = dict_get_str(from->dict, N(vm, package));
  char *base = arena_strdup(vm->arena, v_is(package, O_STR) ? AS_STR(package)->text : "");
  if (!*base)
    return vm_raise(vm, E_ImportError, "attempted relative import with no known parent package");
  for (uint32_t i = 1; i < level; i++) {
    char *dot = strrchr(base, '.');
    if (!dot)
      return vm_raise(vm, E_ImportError, "attempted relative import beyond top-level package");
    *dot = 0;
  }
  *out = *name ? arena_printf(vm->arena, "%s.%s", base, name) : base;
  return true;
}

bool import_name(VM *vm, Module *from, Str *name, uint32_t level, bool last, Value *out) {
  const char *full = name->text;
  Value first, end;
  if (level && !resolve_relative(vm, from, name->text, level, &full)) return false;
  if (!import_dotted(vm, full, from->library, &first, &end)) return false;
  *out = last || level ? end : first;
  return true;
}

#define CIRCULAR " (most likely due to a circular import)"
// The builtins that are written in Python are loaded when they are named.
bool import_builtin(VM *vm, Str *name, Value *out) {
  static const char *const written[][2] = {{"bytearray", "_bytearray"},
                                           {"memoryview", "_memoryview"},
                                           {"ExceptionGroup", "_groups"},
                                           {"BaseExceptionGroup", "_groups"},
                                           {"__except_star__", "_groups"}};
  *out = dict_get_str(vm->builtins->dict, name);
  if (!v_is_empty(*out)) return true;
  Module *m;
  size_t i = 0;
  while (i < sizeof written / sizeof *written && !str_is(name, written[i][0])) i++;
  if (i == sizeof written / sizeof *written) return raise_name_error(vm, name);
  if (!import_module(vm, written[i][1], &m)) return false;
  *out = dict_get_str(m->dict, name);
  dict_set_str(vm, vm->builtins->dict, name, *out);
  return true;
}

// Modules of JAX whose names are its own affair: libraries import more of them than they use.
static bool is_internal(const Module *m) {
  static const char *const names[] = {"jax._src", "jax.extend", "jax.interpreters"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t n = strlen(names[i]);
    const char end = strncmp(m->name->text, names[i], n) ? 'x' : m->name->text[n];
    if (!end || end == '.') return true;
  }
  return false;
}

bool import_from(VM *vm, Value module, Str *name, Value *out) {
  if (!find_attr(vm, module, name, out)) return false;
  if (!v_is_empty(*out)) return true;
  if (v_is(module, O_MODULE)) {
    Module *m = (Module *)module.o, *child;
    const char *full = arena_printf(vm->arena, "%s.%s", m->name->text, name->text);
    bool library = vm->frame && vm->frame->module->library;
    if (!import_one(vm, full, library, &child)) return false;
    if (child) {
      set_child(vm, m, name, v_obj(child));
      return *out = v_obj(child), true;
    }
    if (!library && is_internal(m) && !vm_would_catch(vm, vm->type[E_ImportError]))
      return placeholder(vm, full, false, out);
    List *known = list_new(vm, 64);
    for (uint32_t i = 0; i < m->dict->n; i++)
      if (v_is(m->dict->entries[i].key, O_STR)) list_append(vm, known, m->dict->entries[i].key);
    const char *near = nearest_name(vm, name->text, known);
    vm_raise(vm, E_ImportError, "cannot import name '%s' from %s'%s'%s", name->text,
             m->loading ? "partially initialized module " : "", m->name->text,
             m->loading ? CIRCULAR : "");
    ((Exception *)vm->exc.o)->id = "CJ0131";
    if (near) vm_add_note(vm, (SrcRange){0}, "did you mean '%s'?", near);
    return false;
  }
  return raise_attribute_error(vm, module, name);
}

bool import_star(VM *vm, Value module, Dict *to) {
  Value all, v;
  if (!v_is(module, O_MODULE)) // a placeholder
    return get_attr_c(vm, module, "_module", &v) && no_module(vm, AS_STR(v)->text, NULL);
  Module *m = (Module *)module.o;
  all = dict_get_str(m->dict, N(vm, all));
  if (!v_is_empty(all)) {
    List *names;
    if (!value_list(vm, all, &names)) return false;
    for (uint32_t i = 0; i < names->n; i++) {
      if (!get_attr(vm, module, AS_STR(names->v[i]), &v)) return false;
      dict_set_str(vm, to, AS_STR(names->v[i]), v);
    }
    return true;
  }
  for (uint32_t i = 0; i < m->dict->n; i++) {
    DictEntry e = m->dict->entries[i];
    if (v_is(e.key, O_STR) && AS_STR(e.key)->text[0] != '_')
      dict_set_str(vm, to, AS_STR(e.key), e.value);
  }
  return true;
}

bool import_module(VM *vm, const char *name, Module **out) {
  Value first, last;
  if (!import_dotted(vm, name, true, &first, &last)) return false;
  return *out = (Module *)last.o, true;
}

bool import_attr(VM *vm, const char *module, const char *name, Value *out) {
  Module *m;
  return import_module(vm, module, &m) && get_attr_c(vm, v_obj(m), name, out);
}

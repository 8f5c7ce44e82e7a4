// module_packages.c -- _cjax.packages: what importlib is made of.
#include "driver/program.h"
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <dirent.h>
#include <string.h>

// import_module(name): a.b.c, not a.
static bool packages_import(VM *vm, Value *a, Value *out) {
  return import_name(vm, vm->in->main, AS_STR(a[0]), 0, true, out);
}

static bool packages_find(VM *vm, Value *a, Value *out) {
  bool found;
  if (!import_find(vm, AS_STR(a[0])->text, &found)) return false;
  return *out = v_bool(found), true;
}

// Names of distributions are the same with - and _, in any case.
static bool same_distribution(const char *a, const char *b, size_t n) {
  for (size_t i = 0; i < n; i++) {
    int x = a[i] == '-' || a[i] == '.' ? '_' : tolower(a[i]);
    int y = b[i] == '-' || b[i] == '.' ? '_' : tolower(b[i]);
    if (x != y) return false;
  }
  return true;
}

// The version in the name of a folder NAME-VERSION.dist-info, or null.
static const char *version_in(VM *vm, const char *folder, const char *name) {
  static const char end[] = ".dist-info";
  size_t n = strlen(name), e = sizeof end - 1;
  const char *found = NULL;
  DIR *d = opendir(folder);
  for (struct dirent *f; d && !found && (f = readdir(d));) {
    size_t size = strlen(f->d_name);
    if (size <= n + 1 + e || f->d_name[n] != '-' || strcmp(f->d_name + size - e, end)) continue;
    if (same_distribution(f->d_name, name, n))
      found = arena_strndup(vm->arena, f->d_name + n + 1, size - n - 1 - e);
  }
  if (d) closedir(d);
  return found;
}

// version(name): of a distribution installed in a folder of -I, or None.
static bool packages_version(VM *vm, Value *a, Value *out) {
  const Program *p = vm->in->program;
  const char *found = NULL;
  for (int i = 0; i < p->nfolder && !found; i++)
    found = version_in(vm, p->folder[i], AS_STR(a[0])->text);
  return *out = found ? v_str(vm, found) : V_NONE, true;
}

static const NativeDef packages_functions[] = {{"import_module", "name, /", packages_import},
                                               {"find", "name, /", packages_find},
                                               {"version", "name, /", packages_version},
                                               {0}};

const NativeModule native_module_packages = {"_cjax.packages", packages_functions, NULL};

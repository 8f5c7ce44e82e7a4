// change_path.c -- folders made, files and folders removed and renamed.
#define _DEFAULT_SOURCE // DT_DIR
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST = 4096 };

static bool is_folder(const char *path) {
  struct stat s;
  return !lstat(path, &s) && S_ISDIR(s.st_mode);
}

// The folders that lead to the path, too.
static int make_all(const char *path) {
  char part[LONGEST];
  size_t n = strlen(path);
  if (n >= sizeof part) return errno = ENAMETOOLONG, -1;
  for (size_t i = 1; i < n; i++) {
    if (path[i] != '/') continue;
    memcpy(part, path, i);
    part[i] = 0;
    if (mkdir(part, 0777) && !is_folder(part)) return -1;
  }
  return mkdir(path, 0777);
}

// A folder with all that is in it.
static int remove_tree(const char *path) {
  char part[LONGEST];
  DIR *d = opendir(path);
  if (!d) return -1;
  int result = 0;
  for (struct dirent *e; !result && (e = readdir(d));) {
    if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
    int n = snprintf(part, sizeof part, "%s/%s", path, e->d_name);
    if (n < 0 || n >= (int)sizeof part)
      errno = ENAMETOOLONG, result = -1;
    else
      result = is_folder(part) ? remove_tree(part) : unlink(part);
  }
  closedir(d);
  return result ? result : rmdir(path);
}

static int have_folder(const char *path) {
  return make_all(path) && (errno != EEXIST || !is_folder(path)) ? -1 : 0;
}

static int change(PathChange how, const char *path, const char *to) {
  switch (how) {
  case PATH_MAKE:
    return mkdir(path, 0777);
  case PATH_MAKE_ALL:
    return make_all(path);
  case PATH_HAVE:
    return have_folder(path);
  case PATH_REMOVE:
    return unlink(path);
  case PATH_REMOVE_FOLDER:
    return rmdir(path);
  case PATH_REMOVE_TREE:
    return remove_tree(path);
  case PATH_RENAME:
    return rename(path, to);
  }
  return 0;
}

int64_t cjax_rt_path_change(int64_t to_text, int64_t path_text, int64_t how, const char *where) {
  int64_t n;
  const char *path = cjax_rt_text_get(path_text, &n), *to = cjax_rt_text_get(to_text, &n);
  if (change((PathChange)how, path, to)) cjax_rt_fail_at(where, npy_io_error(errno, path));
  return 0;
}

// output.c -- files that are written whole or not at all.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // O_TMPFILE, memfd_create
#endif
#include "lower/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dialect/support/diag.h"
#include "dialect/support/inputs.h"

typedef struct Output {
  int fd;
  char path[PATH_MAX]; // with its links followed
  char temp[PATH_MAX]; // the file's name until it is complete; "": it has none
  bool direct;         // a device, or a file in a folder that cannot be written: written in place
} Output;

bool output_append(int fd, const void *data, size_t n) {
  for (const char *p = data; n;) {
    ssize_t k = write(fd, p, n);
    if (k < 0 && errno == EINTR) continue;
    if (k < 0) return false;
    p += k, n -= (size_t)k;
  }
  return true;
}

const char *output_name(int fd, char name[OUTPUT_NAME]) {
  snprintf(name, OUTPUT_NAME, "/proc/self/fd/%d", fd);
  return name;
}

int output_memory(void) {
  const char *dir = getenv("TMPDIR");
  int fd = memfd_create("cjaxc", 0);
  if (fd < 0) fd = open(dir && *dir ? dir : "/tmp", O_TMPFILE | O_RDWR, 0700);
  if (fd < 0) diag_io("CJ0701", "cannot write a temporary file: %s", strerror(errno));
  return fd;
}

int output_of(const void *data, size_t n) {
  int fd = output_memory();
  if (fd < 0 || output_append(fd, data, n)) return fd;
  diag_io("CJ0701", "cannot write a temporary file: %s", strerror(errno));
  return close(fd), -1;
}

//===-- a file and its name -----------------------------------------------------------------===//

// A name beside the path that nobody has, into o->temp.
static bool temp_name(Output *o, int turn) {
  int n = snprintf(o->temp, sizeof o->temp, "%s.%d-%d.tmp", o->path, (int)getpid(), turn);
  if (n < (int)sizeof o->temp) return true;
  o->temp[0] = 0;
  return errno = ENAMETOOLONG, false;
}

static int open_unnamed(Output *o, mode_t mode) {
  char folder[PATH_MAX];
  strcpy(folder, o->path);
  char *slash = strrchr(folder, '/');
  if (slash)
    slash[slash == folder] = 0;
  else
    strcpy(folder, ".");
  int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  bool cannot = fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL);
  if (!cannot || !temp_name(o, 0)) return fd;
  fd = open(o->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) o->temp[0] = 0;
  return fd;
}

static bool output_open(Output *o, const char *path, mode_t mode) {
  *o = (Output){.fd = -1};
  struct stat st;
  bool there = !stat(path, &st), is_file = there && S_ISREG(st.st_mode);
  if (is_file ? !realpath(path, o->path) : strlen(path) >= sizeof o->path)
    return errno = is_file ? errno : ENAMETOOLONG, false;
  if (!is_file) strcpy(o->path, path);
  if (there && S_ISDIR(st.st_mode)) return errno = EISDIR, false;
  if (there && access(path, W_OK)) return false;
  o->direct = there && !is_file;
  if (!o->direct) o->fd = open_unnamed(o, mode);
  if (there && o->fd < 0) {
    o->direct = true;
    o->fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
  }
  return o->fd >= 0;
}

// Gives the file a name: at once when nobody has it.
static bool output_link(Output *o) {
  char name[OUTPUT_NAME];
  output_name(o->fd, name);
  if (!linkat(AT_FDCWD, name, AT_FDCWD, o->path, AT_SYMLINK_FOLLOW)) return true;
  for (int i = 0; errno == EEXIST && i < 100; i++) {
    if (!temp_name(o, i)) return false;
    if (!linkat(AT_FDCWD, name, AT_FDCWD, o->temp, AT_SYMLINK_FOLLOW)) return true;
    int error = errno;
    o->temp[0] = 0, errno = error;
  }
  return false;
}

static bool output_commit(Output *o, bool ok) {
  ok = ok && (o->direct || *o->temp || output_link(o));
  int error = errno;
  if (o->fd >= 0 && close(o->fd) && ok) ok = false, error = errno;
  if (*o->temp && ok && rename(o->temp, o->path)) ok = false, error = errno;
  if (*o->temp && !ok) unlink(o->temp);
  return errno = error, ok;
}

//===-- writing -------------------------------------------------------------------------------===//

static bool write_stdout(const void *data, size_t n) {
  return fwrite(data, 1, n, stdout) == n && !fflush(stdout);
}

bool output_check(const char *path) {
  struct stat out, in;
  if (!strcmp(path, "-") || stat(path, &out) || !S_ISREG(out.st_mode)) return true;
  for (int i = 0; i < inputs_count(); i++) {
    const Input *x = inputs_get(i);
    bool is_file = (x->kind == INPUT_FILE || x->kind == INPUT_HEAD) && !stat(x->name, &in);
    if (!is_file || in.st_dev != out.st_dev || in.st_ino != out.st_ino) continue;
    diag_io("CJ0701", "cannot write %s: the program is made from this file", path);
    return false;
  }
  return true;
}

static bool write_file(const char *path, const void *data, size_t n, mode_t mode) {
  Output o;
  bool out = !strcmp(path, "-");
  if (!output_check(path)) return false;
  bool ok = out ? write_stdout(data, n)
                : output_commit(&o, output_open(&o, path, mode) && output_append(o.fd, data, n));
  if (!ok) diag_io("CJ0701", "cannot write %s: %s", out ? "the output" : path, strerror(errno));
  return ok;
}

bool output_write(const char *path, const void *data, size_t n) {
  return write_file(path, data, n, 0666);
}

bool output_write_program(const char *path, int fd) {
  struct stat st;
  void *data = fstat(fd, &st) ? MAP_FAILED
                              : mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED)
    return diag_io("CJ0701", "cannot write %s: %s", path, strerror(errno)), false;
  bool ok = write_file(path, data, (size_t)st.st_size, 0777);
  munmap(data, (size_t)st.st_size);
  return ok;
}

// write_text.c -- text files that a program writes.
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void text_write(const char *path, const char *text, int64_t n, int64_t mode, const char *where) {
  static const int modes[] = {O_TRUNC, O_APPEND, O_EXCL};
  int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | modes[mode], 0666);
  if (file < 0) cjax_rt_fail_at(where, npy_io_error(errno, path));
  while (n > 0) {
    ssize_t done = write(file, text, (size_t)n);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) cjax_rt_fail_at(where, npy_io_error(errno, path));
    text += done;
    n -= done;
  }
  if (close(file)) cjax_rt_fail_at(where, npy_io_error(errno, path));
}

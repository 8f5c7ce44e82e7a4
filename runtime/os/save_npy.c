// save_npy.c -- writing .npy files (format version 1.0, as NumPy writes it).
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_bytes(int file, const char *from, int64_t n) {
  while (n > 0) {
    ssize_t done = write(file, from, (size_t)n);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    from += done;
    n -= done;
  }
  return true;
}

// A regular file that could not be written whole does not stay.
static void discard(int file, const char *path) {
  struct stat status;
  if (!fstat(file, &status) && S_ISREG(status.st_mode)) unlink(path);
}

void cjax_rt_save_npy(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      const void *data, const char *where) {
  static char header[NPY_WRITTEN_MAX];
  int64_t size = dtype_size((Dtype)dtype), n = npy_write(header, (Dtype)dtype, rank, shape);
  for (int i = 0; i < rank; i++)
    size *= shape[i];
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), error = 0;
  if (file < 0) cjax_rt_fail_at(where, npy_io_error(errno, path));
  if (!write_bytes(file, header, n) || !write_bytes(file, data, size)) error = errno;
  if (error) discard(file, path);
  if (close(file) && !error) error = errno;
  if (error) cjax_rt_fail_at(where, npy_io_error(error, path));
}

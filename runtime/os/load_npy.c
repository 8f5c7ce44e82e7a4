// load_npy.c -- reading .npy files.
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

const char *npy_io_error(int e, const char *path) {
  const char *type = e == ENOENT                 ? "FileNotFoundError: "
                     : e == EACCES || e == EPERM ? "PermissionError: "
                     : e == EISDIR               ? "IsADirectoryError: "
                     : e == ENOTDIR              ? "NotADirectoryError: "
                                                 : "OSError: ";
  return message_join((const char *[]){type, message_errno(e), ": ", message_quote(path), 0});
}

// Up to n bytes at `offset`; how many there were, or -1.
static int64_t read_at(int file, char *to, int64_t n, int64_t offset) {
  int64_t done = 0;
  while (done < n) {
    ssize_t got = pread(file, to + done, (size_t)(n - done), offset + done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += got;
  }
  return done;
}

static const char *truncated(const char *path, int64_t has, int64_t wants) {
  return message_join((const char *[]){"ValueError: ", path, ": it ends after ", message_int(has),
                                       " of ", message_int(wants), " bytes of data", 0});
}

static const char *read_header(NpyHeader *h, int file, const char *path) {
  static char bytes[NPY_HEADER_MAX];
  struct stat status;
  int64_t n = read_at(file, bytes, sizeof bytes, 0);
  if (n < 0 || fstat(file, &status)) return npy_io_error(errno, path);
  const char *error = npy_parse(h, bytes, (size_t)n);
  if (!error && h->fortran && h->rank > 1)
    error = "it is in Fortran order; save np.ascontiguousarray(...) of it";
  if (error) return message_join((const char *[]){"ValueError: ", path, ": ", error, 0});
  int64_t has = status.st_size - h->offset;
  if (S_ISREG(status.st_mode) && has < h->size) return truncated(path, has, h->size);
  return 0;
}

const char *npy_read_header(NpyHeader *h, const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return npy_io_error(errno, path);
  const char *error = read_header(h, file, path);
  close(file);
  return error;
}

// "float32[3,4]" into a buffer of its own.
static void describe(TextBuffer *text, int32_t dtype, int32_t rank, const int64_t *shape) {
  Sink sink = sink_buffer(text);
  sink_text(&sink, dtype_name((Dtype)dtype));
  sink_char(&sink, '[');
  for (int i = 0; i < rank; i++) {
    if (i) sink_char(&sink, ',');
    sink_text(&sink, message_int(shape[i]));
  }
  sink_write(&sink, "]", 2);
  text->text[sizeof text->text - 1] = 0;
}

static const char *check_type(const NpyHeader *h, const char *path, int32_t dtype, int32_t rank,
                              const int64_t *shape) {
  bool same = (int32_t)h->dtype == dtype && h->rank == rank;
  for (int i = 0; same && i < rank; i++)
    same = h->shape[i] == shape[i];
  if (same) return 0;
  TextBuffer has, wants;
  describe(&has, (int32_t)h->dtype, h->rank, h->shape);
  describe(&wants, dtype, rank, shape);
  return message_join((const char *[]){"ValueError: ", path, " holds ", has.text,
                                       ", but this program was compiled for ", wants.text, 0});
}

static void swap_bytes(char *data, int64_t n, int size) {
  for (int64_t i = 0; i < n; i += size)
    for (int low = 0, high = size - 1; low < high; low++, high--) {
      char c = data[i + low];
      data[i + low] = data[i + high];
      data[i + high] = c;
    }
}

static const char *load(int file, const char *path, const NpyHeader *h, char *out) {
  int64_t n = read_at(file, out, h->size, h->offset);
  if (n < 0) return npy_io_error(errno, path);
  if (n < h->size) return truncated(path, n, h->size);
  int size = dtype_size(h->dtype);
  bool complex = h->dtype == DTYPE_C64 || h->dtype == DTYPE_C128;
  if (h->swapped) swap_bytes(out, n, complex ? size / 2 : size);
  if (h->dtype == DTYPE_BOOL)
    for (int64_t i = 0; i < n; i++)
      out[i] = out[i] != 0;
  return 0;
}

static const char *check_hash(const char *path, const void *data, int64_t n, int64_t hash) {
  if (!hash || npy_hash(data, n) == hash) return 0;
  return message_join((const char *[]){"ValueError: ", path, " holds other values than when this "
                                       "program was compiled, which decided what it does", 0});
}

void cjax_rt_load_npy(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      int64_t hash, void *out, const char *where) {
  NpyHeader h;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  const char *error = file < 0 ? npy_io_error(errno, path) : read_header(&h, file, path);
  if (!error) error = check_type(&h, path, dtype, rank, shape);
  if (!error) error = load(file, path, &h, out);
  if (!error) error = check_hash(path, out, h.size, hash);
  if (error) cjax_rt_fail_at(where, error);
  close(file);
}

// load_npy.c -- reading .npy files.
#include "runtime/npy.h"
#include "runtime/os/image.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *npy_io_error(int e, const char *path) {
  const char *type = e == ENOENT                 ? "FileNotFoundError: "
                     : e == EACCES || e == EPERM ? "PermissionError: "
                     : e == EISDIR               ? "IsADirectoryError: "
                     : e == ENOTDIR              ? "NotADirectoryError: "
                     : e == EEXIST               ? "FileExistsError: "
                                                 : "OSError: ";
  return message_join((const char *[]){type, message_errno(e), ": ", message_quote(path), 0});
}

int64_t file_read_at(int file, char *to, int64_t n, int64_t offset) {
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

int64_t npy_part_read(const NpyPart *part, char *to, int64_t n, int64_t offset) {
  if (!part->bytes) return file_read_at(part->file, to, n, part->base + offset);
  if (n > part->size - offset) n = part->size > offset ? part->size - offset : 0;
  memcpy(to, part->bytes + offset, (size_t)n);
  return n;
}

static const char *truncated(const char *path, int64_t has, int64_t wants) {
  return message_join((const char *[]){"ValueError: ", path, ": it ends after ", message_int(has),
                                       " of ", message_int(wants), " bytes of data", 0});
}

static const char *open_tensor(NpyPart *part, const char *archive, const char *name) {
  Safetensors s;
  const char *error = safetensors_open(&s, archive);
  if (error) return error;
  error = safetensors_find(&s, name, part);
  if (error) safetensors_close(&s);
  else free(s.text); // the part has the file
  return error;
}

// An array of an archive: "params.npz/hidden/w".
static const char *open_member(NpyPart *part, const char *path) {
  static char archive[4096];
  const char *end = strstr(path, ".npz/"), *tensors = strstr(path, ".safetensors/");
  size_t n = end       ? (size_t)(end - path) + 4
             : tensors ? (size_t)(tensors - path) + 12
                       : sizeof archive;
  if (n >= sizeof archive) return npy_io_error(ENOTDIR, path);
  memcpy(archive, path, n);
  archive[n] = 0;
  if (!end) return open_tensor(part, archive, path + n + 1);
  Npz z;
  const char *error = npz_open(&z, archive);
  if (error) return error;
  error = npz_find(&z, path + n + 1, part);
  if (error) npz_close(&z);
  else free(z.directory); // the part has the file
  return error;
}

// The size of what is no regular file is not known.
static const char *open_file(NpyPart *part, const char *path) {
  struct stat status;
  part->path = path;
  part->base = 0, part->header = 0, part->bytes = 0;
  part->file = open(path, O_RDONLY | O_CLOEXEC);
  if (part->file < 0 && errno == ENOTDIR) return open_member(part, path);
  if (part->file < 0) return npy_io_error(errno, path);
  if (fstat(part->file, &status)) return npy_io_error(errno, path);
  part->size = S_ISREG(status.st_mode) ? status.st_size : INT64_MAX;
  char head[8];
  bool image = S_ISREG(status.st_mode) && image_is(head, file_read_at(part->file, head, 8, 0));
  return image ? image_open(part) : 0;
}

static const char *read_header(NpyHeader *h, const NpyPart *part) {
  static char bytes[NPY_HEADER_MAX];
  if (part->header) return *h = *part->header, (const char *)0;
  int64_t most = part->size < (int64_t)sizeof bytes ? part->size : (int64_t)sizeof bytes;
  int64_t n = npy_part_read(part, bytes, most, 0);
  if (n < 0) return npy_io_error(errno, part->path);
  const char *error = npy_parse(h, bytes, (size_t)n);
  if (!error && h->fortran && h->rank > 1)
    error = "it is in Fortran order; save np.ascontiguousarray(...) of it";
  if (error) return message_join((const char *[]){"ValueError: ", part->path, ": ", error, 0});
  int64_t has = part->size - h->offset;
  return has < h->size ? truncated(part->path, has, h->size) : 0;
}

const char *npy_read_header(NpyHeader *h, const char *path) {
  NpyPart part;
  const char *error = open_file(&part, path);
  if (!error) error = read_header(h, &part);
  if (part.file >= 0) close(part.file);
  npy_part_release(&part);
  return error;
}

// "float32[3,4]" into a buffer of its own.
static void describe(TextBuffer *text, Dtype dtype, int rank, const int64_t *shape) {
  Sink sink = sink_buffer(text);
  sink_text(&sink, dtype_name(dtype));
  sink_char(&sink, '[');
  for (int i = 0; i < rank; i++) {
    if (i) sink_char(&sink, ',');
    sink_text(&sink, message_int(shape[i]));
  }
  sink_write(&sink, "]", 2);
  text->text[sizeof text->text - 1] = 0;
}

static const char *check_type(const NpyHeader *h, const char *path, const ArrayView *want) {
  bool raw = h->raw && dtype_is_small(want->dtype); // NumPy does not say which float of 8 bits
  bool same = (raw || h->dtype == want->dtype) && h->rank == want->rank;
  for (int i = 0; same && i < want->rank; i++)
    same = h->shape[i] == want->shape[i];
  if (same) return 0;
  TextBuffer has, wants;
  describe(&has, h->dtype, h->rank, h->shape);
  describe(&wants, want->dtype, want->rank, want->shape);
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

const char *npy_part_header(NpyHeader *h, const NpyPart *part) { return read_header(h, part); }

const char *npy_part_check(NpyHeader *h, const NpyPart *part, const ArrayView *want) {
  const char *error = read_header(h, part);
  return error ? error : check_type(h, part->path, want);
}

const char *npy_part_load(const NpyPart *part, const ArrayView *want, void *data) {
  NpyHeader h;
  char *out = data;
  const char *error = npy_part_check(&h, part, want);
  if (error) return error;
  int64_t n = npy_part_read(part, out, h.size, h.offset);
  if (n < 0) return npy_io_error(errno, part->path);
  if (n < h.size) return truncated(part->path, n, h.size);
  int size = dtype_size(h.dtype);
  bool complex = h.dtype == DTYPE_C64 || h.dtype == DTYPE_C128;
  if (h.swapped) swap_bytes(out, n, complex ? size / 2 : size);
  if (h.dtype == DTYPE_BOOL)
    for (int64_t i = 0; i < n; i++)
      out[i] = out[i] != 0;
  return 0;
}

static int64_t want_bytes(const ArrayView *want) {
  int64_t n = dtype_size(want->dtype);
  for (int i = 0; i < want->rank; i++)
    n *= want->shape[i];
  return n;
}

static const char *check_hash(const char *path, const void *data, int64_t n, int64_t hash) {
  if (!hash || npy_hash(data, n) == hash) return 0;
  return message_join((const char *[]){"ValueError: ", path, " holds other values than when this "
                                       "program was compiled, which decided what it does", 0});
}

void cjax_rt_load_npy(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      int64_t hash, void *out, const char *where) {
  NpyPart part;
  ArrayView want = {0, (Dtype)dtype, rank, shape};
  const char *error = open_file(&part, path);
  if (!error) error = npy_part_load(&part, &want, out);
  if (!error) error = check_hash(path, out, want_bytes(&want), hash);
  if (error) cjax_rt_fail_at(where, error);
  npy_part_release(&part);
  close(part.file);
}

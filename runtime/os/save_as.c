// save_as.c -- writing arrays in formats other than .npy: archives, tables, bytes behind a header.
//
// An archive of several arrays is written by as many calls, one after the other; the file is open
// in between.  Source of the zip format: PKWARE's APPNOTE; members are stored.
#include "runtime/npy.h"
#include "runtime/os/internal.h"
#include "runtime/os/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Archive {
  SaveFile f;
  char *directory; // of the zip, so far
  size_t size, room;
} Archive;

static Archive archive;

//===-- files ------------------------------------------------------------------------------===//

void save_open(SaveFile *f, const char *path, const char *where) {
  *f = (SaveFile){.path = path, .where = where};
  f->file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (f->file < 0) cjax_rt_fail_at(where, npy_io_error(errno, path));
}

// A regular file that could not be written whole does not stay.
void save_fail(SaveFile *f, const char *error) {
  struct stat status;
  if (!f->keep && !fstat(f->file, &status) && S_ISREG(status.st_mode)) unlink(f->path);
  cjax_rt_fail_at(f->where, error);
}

void save_bytes(SaveFile *f, const void *data, int64_t n) {
  f->written += n;
  for (const char *from = data; n > 0;) {
    ssize_t done = write(f->file, from, (size_t)n);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) save_fail(f, npy_io_error(errno, f->path));
    from += done, n -= done;
  }
}

void save_close(SaveFile *f) {
  if (close(f->file)) cjax_rt_fail_at(f->where, npy_io_error(errno, f->path));
}

static int64_t array_bytes(const ArrayView *x) {
  int64_t n = dtype_size(x->dtype);
  for (int i = 0; i < x->rank; i++) n *= x->shape[i];
  return n;
}

//===-- zip archives -----------------------------------------------------------------------===//

static uint32_t crc_add(uint32_t crc, const void *data, int64_t n) {
  static uint32_t table[256];
  for (uint32_t i = 0; !table[255] && i < 256; i++) {
    uint32_t c = i;
    for (int k = 0; k < 8; k++) c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
    table[i] = c;
  }
  const unsigned char *s = data;
  for (crc = ~crc; n; n--) crc = table[(crc ^ *s++) & 255] ^ crc >> 8;
  return ~crc;
}

static char *put16(char *to, uint32_t x) { return *to = (char)x, to[1] = (char)(x >> 8), to + 2; }
static char *put32(char *to, uint32_t x) { return put16(put16(to, x), x >> 16); }

// What a member's local header and its entry in the directory have in common: 26 bytes.
static char *put_member(char *to, uint32_t crc, uint32_t size, size_t name) {
  to = put16(put16(put16(to, 20), 0), 0);          // version, flags, stored
  to = put16(put16(to, 0), 0x21);                   // 1980-01-01
  to = put32(put32(put32(to, crc), size), size);
  return put16(put16(to, (uint32_t)name), 0);
}

static void add_entry(const char *name, uint32_t crc, uint32_t size, uint32_t offset) {
  Archive *a = &archive;
  size_t n = strlen(name);
  if (a->size + 46 + n > a->room) {
    a->room = a->room * 2 + 256 + n;
    a->directory = realloc(a->directory, a->room);
    if (!a->directory) save_fail(&a->f, "MemoryError: no memory for an archive's directory");
  }
  char *to = a->directory + a->size;
  memcpy(to, "PK\1\2\24\3", 6);
  to = put_member(to + 6, crc, size, n);
  memset(to, 0, 10), to += 10;
  memcpy(put32(to, offset), name, n);
  a->size += 46 + n;
}

static void write_end(int64_t count) {
  Archive *a = &archive;
  char end[22] = "PK\5\6";
  int64_t at = a->f.written;
  save_bytes(&a->f, a->directory, (int64_t)a->size);
  char *to = put16(put16(end + 8, (uint32_t)count), (uint32_t)count);
  put16(put32(put32(to, (uint32_t)a->size), (uint32_t)at), 0);
  save_bytes(&a->f, end, sizeof end);
  free(a->directory);
}

static void save_member(const ArrayView *x, const char *name) {
  char header[NPY_WRITTEN_MAX], local[30] = "PK\3\4", file[1024];
  int64_t n = npy_write(header, x->dtype, x->rank, x->shape), bytes = array_bytes(x);
  int64_t at = archive.f.written;
  if (n + bytes + at > UINT32_MAX - (1 << 20))
    save_fail(&archive.f, "ValueError: an .npz of more than 4 GiB cannot be written");
  if (strlen(name) > sizeof file - 5)
    save_fail(&archive.f, "ValueError: the name of an array of an .npz is too long");
  strcpy(file, name), strcat(file, ".npy");
  uint32_t crc = crc_add(crc_add(0, header, n), x->data, bytes);
  put_member(local + 4, crc, (uint32_t)(n + bytes), strlen(file));
  save_bytes(&archive.f, local, sizeof local);
  save_bytes(&archive.f, file, (int64_t)strlen(file));
  save_bytes(&archive.f, header, n);
  save_bytes(&archive.f, x->data, bytes);
  add_entry(file, crc, (uint32_t)(n + bytes), (uint32_t)at);
}

//===-- formats ----------------------------------------------------------------------------===//

static int64_t next_int(const char **s) {
  char *end;
  int64_t n = strtoll(*s, &end, 10);
  *s = end + 1;
  return n;
}

static void put_text(void *file, const char *text, size_t n) { save_bytes(file, text, (int64_t)n); }

typedef struct RowBuffer {
  SaveFile *f;
  int size;
  char text[8000];
} RowBuffer;

static void row_put(void *context, const char *text, size_t n) {
  RowBuffer *b = context;
  if (n > sizeof b->text - (size_t)b->size) save_bytes(b->f, b->text, b->size), b->size = 0;
  if (n > sizeof b->text) {
    put_text(b->f, text, n);
    return;
  }
  memcpy(b->text + b->size, text, n);
  b->size += (int)n;
}

// "D N H FMT BYTES"
static void save_text(SaveFile *f, const ArrayView *x, const char *s) {
  int64_t delimiter = next_int(&s), newline = next_int(&s), head = next_int(&s);
  char style[256] = "pct:";
  const char *end = strchr(s, ' ');
  memcpy(style + 4, s, (size_t)(end - s));
  RowBuffer out = {.f = f};
  Sink sink = {row_put, &out};
  const char *between = end + 1, *after = between + delimiter, *header = after + newline;
  sink_write(&sink, header, (size_t)head);
  int64_t rows = x->rank ? x->shape[0] : 1, columns = x->rank > 1 ? x->shape[1] : 1;
  for (int64_t i = 0; i < rows * columns; i++) {
    ArrayView one = {(const char *)x->data + i * dtype_size(x->dtype), x->dtype, 0, 0};
    const char *error = format_array(&sink, &one, style);
    if (error) save_fail(f, error);
    bool last = i % columns == columns - 1;
    sink_write(&sink, last ? after : between, (size_t)(last ? newline : delimiter));
  }
  sink_text(&sink, header + head);
  save_bytes(f, out.text, out.size);
}

// A part of a file of several: "I N ...".
static void save_part(const ArrayView *x, const char *path, const char *format, const char *where) {
  bool npz = !memcmp(format, "npz", 3);
  const char *s = format + 4;
  int64_t i = next_int(&s), n = next_int(&s);
  if (i == 0) {
    archive = (Archive){0};
    save_open(&archive.f, path, where);
  }
  archive.f.where = where;
  if (npz) {
    save_member(x, s);
  } else {
    uint64_t size = strlen(s);
    if (i == 0 && format[0] == 't') save_bytes(&archive.f, &size, 8);
    save_bytes(&archive.f, s, (int64_t)size);
    save_bytes(&archive.f, x->data, array_bytes(x));
  }
  if (i + 1 < n) return;
  if (npz) write_end(n);
  save_close(&archive.f);
}

static void append_bytes(const ArrayView *x, const char *path, const char *where) {
  SaveFile f = {.path = path, .where = where, .keep = true};
  f.file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (f.file < 0) cjax_rt_fail_at(where, npy_io_error(errno, path));
  save_bytes(&f, x->data, array_bytes(x));
  save_close(&f);
}

void cjax_rt_save_as(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                     const void *data, const char *format, const char *where) {
  ArrayView x = {data, (Dtype)dtype, rank, shape};
  SaveFile f;
  if (!strcmp(format, "append")) {
    append_bytes(&x, path, where);
    return;
  }
  if (strncmp(format, "text", 4)) {
    save_part(&x, path, format, where);
    return;
  }
  save_open(&f, path, where);
  save_text(&f, &x, format + 5);
  save_close(&f);
}

// npz.c -- arrays in an .npz: a zip archive whose members are .npy files, stored or deflated.
//
// The archive may stand at the end of another file, as parameters stand behind an executable: its
// directory says how long it is. Source: PKWARE's APPNOTE, without encryption and zip64.
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum {
  END_SIZE = 22,
  ENTRY_SIZE = 46,
  LOCAL_SIZE = 30,
  COMMENT_MAX = 65535,
  DEFLATED = 8,
  MOST_RATIO = 1032
};

static uint32_t get16(const char *s) { return (uint8_t)s[0] | (uint32_t)(uint8_t)s[1] << 8; }
static uint32_t get32(const char *s) { return get16(s) | get16(s + 2) << 16; }

static const char *bad(const char *path, const char *why) {
  return message_join((const char *[]){"ValueError: ", path, ": ", why, 0});
}

// Reads the record at the archive's end, which a comment of any length may follow.
static const char *find_end(Npz *z, int64_t length, char end[END_SIZE], int64_t *at) {
  int64_t n = length < END_SIZE + COMMENT_MAX ? length : END_SIZE + COMMENT_MAX;
  char *tail = malloc((size_t)n + 1);
  if (!tail || file_read_at(z->file, tail, n, length - n) != n) {
    free(tail);
    return bad(z->path, "it cannot be read");
  }
  int64_t i = n - END_SIZE;
  while (i >= 0 && memcmp(tail + i, "PK\5\6", 4)) i--;
  if (i >= 0) memcpy(end, tail + i, END_SIZE);
  free(tail);
  *at = length - n + i;
  return i < 0 ? bad(z->path, "it holds no parameters: not an .npz file") : 0;
}

static const char *read_directory(Npz *z) {
  struct stat status;
  char end[END_SIZE];
  int64_t at;
  if (fstat(z->file, &status)) return npy_io_error(errno, z->path);
  const char *error = find_end(z, status.st_size, end, &at);
  if (error) return error;
  z->size = get32(end + 12);
  z->end = at - z->size;
  z->start = z->end - get32(end + 16);
  if (get32(end + 16) == UINT32_MAX || z->size > at || z->start < 0)
    return bad(z->path, "its directory is damaged, or larger than 4 GiB");
  z->directory = malloc((size_t)z->size + 1);
  if (!z->directory) return "MemoryError: no memory for a directory";
  if (file_read_at(z->file, z->directory, z->size, z->end) == z->size) return 0;
  free(z->directory);
  return bad(z->path, "its directory cannot be read");
}

const char *npz_open(Npz *z, const char *path) {
  *z = (Npz){.path = path};
  z->file = open(path, O_RDONLY | O_CLOEXEC);
  if (z->file < 0) return npy_io_error(errno, path);
  const char *error = read_directory(z);
  if (error) close(z->file);
  return error;
}

void npz_close(Npz *z) {
  free(z->directory);
  close(z->file);
}

// n bytes of raw deflate become exactly `size`.
static bool inflate_all(char *from, uint32_t n, char *to, uint32_t size) {
  z_stream z = {
      .next_in = (Bytef *)from, .avail_in = n, .next_out = (Bytef *)to, .avail_out = size};
  if (inflateInit2(&z, -MAX_WBITS) != Z_OK) return false;
  bool ok = inflate(&z, Z_FINISH) == Z_STREAM_END && z.total_out == size;
  return inflateEnd(&z), ok;
}

// The part's n bytes in the file as the `size` that they stand for.
static const char *unpack(NpyPart *part, uint32_t n, uint32_t size) {
  if (size / MOST_RATIO > n) return bad(part->path, "its compressed data are damaged");
  char *packed = malloc((size_t)n + 1);
  part->bytes = malloc((size_t)size + 1);
  bool room = packed && part->bytes;
  bool ok = room && file_read_at(part->file, packed, n, part->base) == n &&
            inflate_all(packed, n, part->bytes, size);
  free(packed);
  part->base = 0, part->size = size;
  if (ok) return 0;
  npy_part_release(part);
  return room ? bad(part->path, "its compressed data are damaged")
              : "MemoryError: no memory for an array";
}

void npy_part_release(NpyPart *part) {
  free(part->bytes);
  part->bytes = 0;
}

static const char *member(const Npz *z, const char *entry, const char *name, NpyPart *part) {
  char local[LOCAL_SIZE];
  int64_t at = z->start + get32(entry + 42);
  static char label[512];
  const char *text = message_join((const char *[]){z->path, ": ", name, 0});
  strncpy(label, text, sizeof label - 1);
  uint32_t method = get16(entry + 10);
  if (method && method != DEFLATED)
    return bad(label, "it is compressed by another method than deflate");
  if (file_read_at(z->file, local, LOCAL_SIZE, at) != LOCAL_SIZE || memcmp(local, "PK\3\4", 4))
    return bad(label, "the archive is damaged");
  part->file = z->file;
  part->base = at + LOCAL_SIZE + get16(local + 26) + get16(local + 28);
  part->size = get32(entry + 20);
  part->path = label, part->header = 0, part->bytes = 0;
  if (part->base + part->size > z->end) return bad(label, "the archive is damaged");
  return method ? unpack(part, get32(entry + 20), get32(entry + 24)) : 0;
}

const char *npz_find(const Npz *z, const char *name, NpyPart *part) {
  size_t n = strlen(name);
  for (int64_t i = 0; i + ENTRY_SIZE <= z->size;) {
    const char *entry = z->directory + i;
    uint32_t length = get16(entry + 28);
    i += ENTRY_SIZE + length + get16(entry + 30) + get16(entry + 32);
    if (i > z->size || memcmp(entry, "PK\1\2", 4)) return bad(z->path, "its directory is damaged");
    const char *found = entry + ENTRY_SIZE;
    if (length == n + 4 && !memcmp(found, name, n) && !memcmp(found + n, ".npy", 4))
      return member(z, entry, name, part);
  }
  return message_join((const char *[]){"KeyError: ", z->path, " has no array ",
                                       message_quote(name), 0});
}

const char *npz_next(const Npz *z, int64_t *at) {
  static char name[256];
  while (*at + ENTRY_SIZE <= z->size) {
    const char *entry = z->directory + *at;
    uint32_t n = get16(entry + 28);
    *at += ENTRY_SIZE + n + get16(entry + 30) + get16(entry + 32);
    if (*at > z->size || memcmp(entry, "PK\1\2", 4)) return 0;
    if (n < 5 || n - 4 >= sizeof name || memcmp(entry + ENTRY_SIZE + n - 4, ".npy", 4)) continue;
    memcpy(name, entry + ENTRY_SIZE, n - 4);
    name[n - 4] = 0;
    return name;
  }
  return 0;
}

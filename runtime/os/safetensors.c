// safetensors.c -- arrays in .safetensors files.
//
// Eight bytes that say how long a JSON text is, the text, the data:
//   {"w": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, "__metadata__": {...}}
// Source: the format's README.  The text is read as it goes; whatever is not such an object is an
// error.
#include "runtime/npy.h"
#include "runtime/os/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEADER_MAX = 100000000 }; // as the reference has it

static const char *bad(const char *path, const char *why) {
  return message_join((const char *[]){"ValueError: ", path, ": ", why, 0});
}

static const char *read_text(Safetensors *s) {
  struct stat status;
  unsigned char word[8];
  if (fstat(s->file, &status)) return npy_io_error(errno, s->path);
  s->size = status.st_size;
  if (file_read_at(s->file, (char *)word, 8, 0) != 8)
    return bad(s->path, "it is too short for a .safetensors file");
  uint64_t n = 0;
  for (int i = 8; i-- > 0;) n = n << 8 | word[i];
  if (n > HEADER_MAX || (int64_t)n > s->size - 8)
    return bad(s->path, "its header is larger than the file: not a .safetensors file");
  s->text = malloc((size_t)n + 1);
  if (!s->text) return "MemoryError: no memory for a header";
  if (file_read_at(s->file, s->text, (int64_t)n, 8) != (int64_t)n)
    return bad(s->path, "its header cannot be read");
  s->text[n] = 0;
  s->base = 8 + (int64_t)n;
  return 0;
}

static const char *blanks(const char *s) {
  while (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r') s++;
  return s;
}

// Whether c stands next; it is passed.
static bool take(const char **s, char c) {
  *s = blanks(*s);
  if (**s != c) return false;
  ++*s;
  return true;
}

// A string of at most room - 1 bytes, without \u.
static bool take_string(const char **s, char *to, size_t room) {
  if (!take(s, '"')) return false;
  size_t n = 0;
  for (; **s && **s != '"' && n + 1 < room; ++*s) {
    char c = **s;
    if (c == '\\') {
      const char *escapes = "\"\\/nt", *values = "\"\\/\n\t", *e = strchr(escapes, *++*s);
      if (!**s || !e) return false;
      c = values[e - escapes];
    }
    to[n++] = c;
  }
  to[n] = 0;
  return take(s, '"');
}

static bool take_int(const char **s, int64_t *x) {
  *s = blanks(*s);
  *x = 0;
  if (**s < '0' || **s > '9') return false;
  for (; **s >= '0' && **s <= '9'; ++*s)
    if (__builtin_mul_overflow(*x, 10, x) || __builtin_add_overflow(*x, **s - '0', x)) return false;
  return true;
}

// [1, 2, 3]; how many, or -1.
static int take_ints(const char **s, int64_t *to, int room) {
  int n = 0;
  if (!take(s, '[')) return -1;
  if (take(s, ']')) return 0;
  do {
    if (n == room || !take_int(s, &to[n++])) return -1;
  } while (take(s, ','));
  return take(s, ']') ? n : -1;
}

static bool dtype_of(const char *name, Dtype *d) {
  static const struct {
    const char *name;
    Dtype dtype;
  } names[] = {{"F32", DTYPE_F32}, {"F64", DTYPE_F64}, {"F16", DTYPE_F16}, {"BF16", DTYPE_BF16},
               {"I8", DTYPE_I8},   {"I16", DTYPE_I16}, {"I32", DTYPE_I32}, {"I64", DTYPE_I64},
               {"U8", DTYPE_U8},   {"U16", DTYPE_U16}, {"U32", DTYPE_U32}, {"U64", DTYPE_U64},
               {"BOOL", DTYPE_BOOL},
               {"F8_E4M3", DTYPE_F8E4M3FN}, {"F8_E5M2", DTYPE_F8E5M2},
               {"F8_E8M0", DTYPE_F8E8M0FNU}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i].name, name)) return *d = names[i].dtype, true;
  return false;
}

// The object that describes an array; null or what is wrong with it.
static const char *take_array(const char **s, NpyHeader *h, int64_t room) {
  char key[32], dtype[16] = "";
  int64_t at[2] = {0, -1};
  *h = (NpyHeader){.rank = -1};
  if (!take(s, '{')) return "its header is damaged";
  do {
    if (!take_string(s, key, sizeof key) || !take(s, ':')) return "its header is damaged";
    bool ok = !strcmp(key, "dtype")   ? take_string(s, dtype, sizeof dtype)
              : !strcmp(key, "shape") ? (h->rank = take_ints(s, h->shape, FORMAT_MAX_RANK)) >= 0
              : !strcmp(key, "data_offsets") ? take_ints(s, at, 2) == 2
                                             : false;
    if (!ok) return "its header is damaged";
  } while (take(s, ','));
  if (!take(s, '}') || h->rank < 0) return "its header is damaged";
  if (!dtype_of(dtype, &h->dtype)) return "it holds an array of a type that is not supported";
  h->size = dtype_size(h->dtype);
  for (int i = 0; i < h->rank; i++)
    if (__builtin_mul_overflow(h->size, h->shape[i], &h->size)) return "its header is damaged";
  h->offset = at[0];
  bool inside = at[0] >= 0 && at[0] <= at[1] && at[1] <= room && at[1] - at[0] == h->size;
  return inside ? 0 : "an array does not fit the data";
}

// Passes the braces of "__metadata__", which holds strings only.
static bool skip_metadata(const char **s) {
  char key[256], value[4096];
  if (!take(s, '{')) return false;
  if (take(s, '}')) return true;
  do {
    if (!take_string(s, key, sizeof key) || !take(s, ':') || !take_string(s, value, sizeof value))
      return false;
  } while (take(s, ','));
  return take(s, '}');
}

const char *safetensors_open(Safetensors *s, const char *path) {
  *s = (Safetensors){.path = path};
  s->file = open(path, O_RDONLY | O_CLOEXEC);
  if (s->file < 0) return npy_io_error(errno, path);
  const char *error = read_text(s);
  s->at = s->text;
  if (!error && !take(&s->at, '{'))
    error = bad(path, "its header is no JSON object: not a .safetensors file");
  if (error) safetensors_close(s);
  return error;
}

bool safetensors_is(const char *path) {
  size_t n = strlen(path);
  return n > 12 && !strcmp(path + n - 12, ".safetensors");
}

void safetensors_close(Safetensors *s) {
  free(s->text);
  close(s->file);
}

const char *safetensors_next(Safetensors *s, const char **name, NpyHeader *h) {
  static char key[256];
  *name = 0;
  for (;;) {
    if (take(&s->at, '}')) return 0;
    take(&s->at, ',');
    if (!take_string(&s->at, key, sizeof key) || !take(&s->at, ':'))
      return bad(s->path, "its header is damaged");
    if (!strcmp(key, "__metadata__")) {
      if (!skip_metadata(&s->at)) return bad(s->path, "its metadata are damaged");
      continue;
    }
    const char *error = take_array(&s->at, h, s->size - s->base);
    if (error) return bad(s->path, error);
    return *name = key, (const char *)0;
  }
}

const char *safetensors_find(Safetensors *s, const char *name, NpyPart *part) {
  static NpyHeader h;
  const char *found;
  for (;;) {
    const char *error = safetensors_next(s, &found, &h);
    if (error) return error;
    if (!found)
      return message_join((const char *[]){"KeyError: ", s->path, " has no array ",
                                           message_quote(name), 0});
    if (!strcmp(found, name)) break;
  }
  *part = (NpyPart){s->file, s->base, s->size, s->path, &h, 0};
  return 0;
}

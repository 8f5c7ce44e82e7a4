// npy.c -- the header of NumPy's file format (versions 1 to 3): a Python dict literal.
//
//   \x93NUMPY, major, minor, length, {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }
#include "runtime/npy.h"

typedef struct Scan {
  const char *at, *end;
} Scan;

static void skip_blanks(Scan *s) {
  while (s->at < s->end && (*s->at == ' ' || *s->at == '\n' || *s->at == '\t' || *s->at == '\r'))
    s->at++;
}

static bool take(Scan *s, char c) {
  skip_blanks(s);
  if (s->at == s->end || *s->at != c) return false;
  s->at++;
  return true;
}

static bool take_word(Scan *s, const char *word) {
  size_t n = __builtin_strlen(word);
  skip_blanks(s);
  if ((size_t)(s->end - s->at) < n || __builtin_memcmp(s->at, word, n)) return false;
  s->at += n;
  return true;
}

// A string without escapes, of at most 15 characters.
static bool take_string(Scan *s, char out[16]) {
  skip_blanks(s);
  if (s->at == s->end || (*s->at != '\'' && *s->at != '"')) return false;
  char quote = *s->at++;
  int n = 0;
  while (s->at < s->end && *s->at != quote && n < 15) out[n++] = *s->at++;
  out[n] = 0;
  return take(s, quote);
}

// By dtype; NumPy has no bfloat16 and writes its bytes.
static const char codes[][4] = {"b1", "i1", "i2", "i4", "i8", "u1",  "u2", "u4",
                                "u8", "f2", "V2", "f4", "f8", "c8", "c16"};

// Of floats of at most 8 bits likewise, but for one that ml_dtypes gives a name of its own.
static const char *small_code(Dtype d) { return d == DTYPE_F8E5M2 ? "f1" : "V1"; }

static const char *parse_descr(Scan *s, NpyHeader *h) {
  char descr[16];
  if (!take_string(s, descr)) return "its dtype is structured or not readable";
  char order = descr[0];
  if (!order || !__builtin_strchr("<>|=", order)) return "its dtype is not readable";
  h->raw = !__builtin_strcmp("V1", descr + 1);
  if (h->raw) return h->dtype = DTYPE_U8, (const char *)0;
  if (!__builtin_strcmp("f1", descr + 1)) return h->dtype = DTYPE_F8E5M2, (const char *)0;
  for (int d = 0; d <= DTYPE_C128; d++) {
    if (__builtin_strcmp(codes[d], descr + 1)) continue;
    h->dtype = (Dtype)d;
    h->swapped = order == '>' && dtype_size(h->dtype) > 1;
    return 0;
  }
  return "its dtype is not supported";
}

static const char *parse_shape(Scan *s, NpyHeader *h) {
  if (!take(s, '(')) return "its shape is not readable";
  while (!take(s, ')')) {
    int64_t n = 0;
    skip_blanks(s);
    const char *digits = s->at;
    for (; s->at < s->end && *s->at >= '0' && *s->at <= '9'; s->at++) {
      n = n * 10 + (*s->at - '0');
      if (n > 1ll << 48) return "its shape is too large";
    }
    if (s->at == digits) return "its shape is not readable";
    take(s, 'L'); // Python 2 wrote long integers
    if (h->rank == FORMAT_MAX_RANK) return "it has too many dimensions";
    h->shape[h->rank++] = n;
    if (take(s, ',')) continue;
    if (!take(s, ')')) return "its shape is not readable";
    break;
  }
  return 0;
}

static const char *parse_dict(Scan *s, NpyHeader *h) {
  bool descr = false, order = false, shape = false;
  if (!take(s, '{')) return "its header is not a dict";
  while (!take(s, '}')) {
    char key[16];
    const char *error = 0;
    if (!take_string(s, key) || !take(s, ':')) return "its header is not readable";
    if (!descr && !__builtin_strcmp(key, "descr")) {
      descr = true;
      error = parse_descr(s, h);
    } else if (!order && !__builtin_strcmp(key, "fortran_order")) {
      order = true;
      h->fortran = take_word(s, "True");
      if (!h->fortran && !take_word(s, "False")) error = "its fortran_order is not readable";
    } else if (!shape && !__builtin_strcmp(key, "shape")) {
      shape = true;
      error = parse_shape(s, h);
    } else {
      error = "its header has an unexpected key";
    }
    if (error) return error;
    if (take(s, ',')) continue;
    if (!take(s, '}')) return "its header is not readable";
    break;
  }
  return descr && order && shape ? 0 : "its header lacks a key";
}

static const char *data_size(NpyHeader *h) {
  h->size = dtype_size(h->dtype);
  for (int i = 0; i < h->rank; i++)
    if (__builtin_mul_overflow(h->size, h->shape[i], &h->size)) return "its shape is too large";
  return 0;
}

const char *npy_parse(NpyHeader *h, const char *bytes, size_t n) {
  *h = (NpyHeader){0};
  if (n == 0) return "it is empty";
  if (n < 10 || __builtin_memcmp(bytes, "\x93NUMPY", 6))
    return "the magic string is missing: not a .npy file";
  unsigned major = (unsigned char)bytes[6], prefix = major == 1 ? 10 : 12;
  if (major < 1 || major > 3) return "its format version is not 1, 2 or 3";
  if (n < prefix) return "it ends within the header";
  uint32_t length = 0;
  __builtin_memcpy(&length, bytes + 8, major == 1 ? 2 : 4); // little-endian
  if (length > NPY_HEADER_MAX - 12) return "its header is too large";
  if (n < prefix + length) return "it ends within the header";
  Scan s = {bytes + prefix, bytes + prefix + length};
  const char *error = parse_dict(&s, h);
  if (!error) error = data_size(h);
  skip_blanks(&s);
  if (!error && s.at != s.end) error = "its header is not readable";
  h->offset = prefix + length;
  return error;
}

//===-- writing -------------------------------------------------------------------------===//

static char *put_text(char *to, const char *s) {
  while (*s) *to++ = *s++;
  return to;
}

static char *put_int(char *to, int64_t i) {
  char digits[20];
  int n = 0;
  do digits[n++] = (char)('0' + i % 10);
  while (i /= 10);
  while (n) *to++ = digits[--n];
  return to;
}

int64_t npy_write(char *to, Dtype dtype, int rank, const int64_t *shape) {
  enum { PREFIX = 10 }; // the magic, the version, the length
  char *at = put_text(to + PREFIX, "{'descr': '");
  *at++ = dtype_size(dtype) == 1 && !dtype_is_small(dtype) ? '|' : '<';
  at = put_text(put_text(at, dtype_is_small(dtype) ? small_code(dtype) : codes[dtype]),
                "', 'fortran_order': False, 'shape': (");
  for (int i = 0; i < rank; i++) {
    if (i) *at++ = ' ';
    at = put_int(at, shape[i]);
    if (i < rank - 1 || rank == 1) *at++ = ',';
  }
  at = put_text(at, "), }");
  while ((at - to) % 64 != 63) *at++ = ' ';
  *at++ = '\n';
  size_t length = (size_t)(at - to - PREFIX);
  __builtin_memcpy(to, "\x93NUMPY\1\0", 8);
  to[8] = (char)(length & 255);
  to[9] = (char)(length >> 8);
  return at - to;
}

// FNV-1a over words (Fowler, Noll and Vo), the last one filled with zeros.
int64_t npy_hash(const void *data, int64_t n) {
  const char *at = data;
  uint64_t hash = 14695981039346656037u;
  for (; n > 0; n -= 8, at += 8) {
    uint64_t word = 0;
    __builtin_memcpy(&word, at, n < 8 ? (size_t)n : 8);
    hash = (hash ^ word) * 1099511628211u;
    hash ^= hash >> 32;
  }
  return hash ? (int64_t)hash : 1;
}

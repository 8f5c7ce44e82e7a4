// message.c -- texts of run-time errors, in static buffers: the program ends after one.
#include "runtime/os/internal.h"

#include <errno.h>

const char *message_join(const char *const *pieces) {
  static char text[4096];
  size_t size = 0;
  for (; *pieces; pieces++)
    for (const char *s = *pieces; *s && size + 1 < sizeof text; s++) text[size++] = *s;
  text[size] = 0;
  return text;
}

const char *message_int(int64_t i) {
  static char texts[4][24];
  static int turn;
  TextBuffer buffer;
  Sink sink = sink_buffer(&buffer);
  Number n;
  number_from_int(&n, i < 0, i < 0 ? -(uint64_t)i : (uint64_t)i, 10, false);
  number_put(&sink, &n);
  char *text = texts[turn++ % 4];
  __builtin_memcpy(text, buffer.text, (size_t)buffer.size);
  text[buffer.size] = 0;
  return text;
}

static char *put_escape(char *to, unsigned char c) {
  const char *hex = "0123456789abcdef";
  const char *named = c == '\n' ? "n" : c == '\t' ? "t" : c == '\r' ? "r" : c == '\\' ? "\\" : 0;
  *to++ = '\\';
  if (named) {
    *to++ = *named;
    return to;
  }
  *to++ = 'x';
  *to++ = hex[c >> 4];
  *to++ = hex[c & 15];
  return to;
}

size_t message_escape(char *to, unsigned char c) { return (size_t)(put_escape(to, c) - to); }

const char *message_quote(const char *text) {
  static char quoted[2048];
  char quote = __builtin_strchr(text, '\'') && !__builtin_strchr(text, '"') ? '"' : '\'';
  char *to = quoted, *end = quoted + sizeof quoted - 8;
  *to++ = quote;
  for (; *text && to < end; text++) {
    unsigned char c = (unsigned char)*text;
    if (c < 32 || c == 127 || c == '\\') {
      to = put_escape(to, c);
      continue;
    }
    if (c == (unsigned char)quote) *to++ = '\\';
    *to++ = (char)c;
  }
  *to++ = quote;
  *to = 0;
  return quoted;
}

const char *message_errno(int e) {
  static char text[64];
  const char *name = e == ENOENT    ? "No such file or directory"
                     : e == EACCES  ? "Permission denied"
                     : e == EISDIR  ? "Is a directory"
                     : e == ENOTDIR ? "Not a directory"
                     : e == EEXIST  ? "File exists"
                     : e == ENOSPC  ? "No space left on device"
                     : e == EPIPE   ? "Broken pipe"
                     : e == EIO     ? "Input/output error"
                     : e == EBADF   ? "Bad file descriptor"
                     : e == EFBIG   ? "File too large"
                                    : "the system refuses it";
  const char *joined = message_join((const char *[]){"[Errno ", message_int(e), "] ", name, 0});
  __builtin_memcpy(text, joined, __builtin_strlen(joined) + 1);
  return text;
}

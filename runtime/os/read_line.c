// read_line.c -- standard input as text: UTF-8, with "\r\n" and "\r" read as "\n".
#include "runtime/os/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct Input {
  int at, size;      // of text: what was read and not taken yet
  bool after_return; // a "\n" now belongs to the "\r" before it
  char text[8192];
} in;

static struct Line {
  char *text;
  size_t size, room;
} line;

// False at the end of the input.
static bool fill(const char *where) {
  ssize_t n;
  cjax_rt_flush(); // a question is read before it is answered
  while ((n = read(0, in.text, sizeof in.text)) < 0 && errno == EINTR) continue;
  if (n < 0) {
    const char *const why[] = {"OSError: ", message_errno(errno), 0};
    cjax_rt_fail_at(where, message_join(why));
  }
  in.at = 0;
  in.size = (int)n;
  return n > 0;
}

// The next byte, which stays, or -1 at the end.
static int peek(const char *where) {
  for (;;) {
    if (in.at == in.size && !fill(where)) return -1;
    unsigned char c = (unsigned char)in.text[in.at];
    bool skip = in.after_return && c == '\n';
    in.after_return = false;
    if (!skip) return c == '\r' ? '\n' : c;
    in.at++;
  }
}

static void take(void) { in.after_return = in.text[in.at++] == '\r'; }

static void put(char c) {
  if (line.size == line.room) {
    line.room = 2 * line.room + 128;
    line.text = realloc(line.text, line.room);
    if (!line.text) cjax_rt_fail_at(0, "MemoryError: no memory for a text");
  }
  line.text[line.size++] = c;
}

static bool begins_character(int c) { return (c & 0xc0) != 0x80; }

int64_t cjax_rt_read_line(int64_t limit, int64_t whole, const char *where) {
  line.size = 0;
  for (int c; (limit || line.size) && (c = peek(where)) >= 0;) {
    if (begins_character(c) && limit-- == 0) break;
    take();
    put((char)c);
    if (c == '\n' && !whole) break;
  }
  return cjax_rt_text_of(line.text, (int64_t)line.size);
}

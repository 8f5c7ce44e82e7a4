// format_error.c -- the text of an error of a format, in a static buffer.
#include "runtime/value.h"

static char message[160];

const char *format_error(const char *const pieces[5]) {
  TextBuffer buffer;
  Sink sink = sink_buffer(&buffer);
  for (int i = 0; i < 5 && pieces[i]; i++)
    sink_text(&sink, pieces[i]);
  __builtin_memcpy(message, buffer.text, (size_t)buffer.size);
  message[buffer.size] = 0;
  return message;
}

// text.c -- texts made while the program runs: joined, compared, cut, read as numbers.
//
// A text is the address of a TextBlock, as an int; 0 is the empty text. Texts are UTF-8 and live to
// the end of the program or to a release. Upper and lower case are known for ASCII only.
#include "runtime/os/internal.h"

#include "runtime/value.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct TextBlock {
  struct TextBlock *older;
  int64_t size;
  bool kept; // at the next release
  char text[]; // ends with a zero byte, which size does not count
} TextBlock;

typedef struct Span {
  const char *text;
  int64_t size;
} Span;

static struct {
  TextBlock *newest, *mark; // mark: what is newer may be freed
  bool marked;
} texts;

static Span span_of(int64_t text) {
  const TextBlock *t = (const TextBlock *)(intptr_t)text;
  return t ? (Span){t->text, t->size} : (Span){"", 0};
}

static TextBlock *text_new(int64_t size) {
  TextBlock *t = malloc(sizeof *t + (size_t)size + 1);
  if (!t) cjax_rt_fail_at(0, "MemoryError: no memory for a text");
  *t = (TextBlock){.older = texts.newest, .size = size};
  texts.newest = t;
  t->text[size] = 0;
  return t;
}

// What was marked before, its lowest bit: whether anything was.
static int64_t mark_texts(void) {
  int64_t before = (int64_t)(intptr_t)texts.mark | texts.marked;
  texts.mark = texts.newest;
  texts.marked = true;
  return before;
}

static void unmark_texts(int64_t before) {
  texts.marked = before & 1;
  texts.mark = (TextBlock *)(intptr_t)(before & ~1ll);
}

static void release_texts(void) {
  TextBlock **at = &texts.newest;
  fields_forget();
  while (texts.marked && *at != texts.mark) {
    TextBlock *t = *at;
    if (t->kept) {
      t->kept = false;
      at = &t->older;
    } else {
      *at = t->older;
      free(t);
    }
  }
}

static int64_t text_handle(const TextBlock *t) { return (int64_t)(intptr_t)t; }

static int64_t text_copy(Span s) {
  if (!s.size) return 0;
  TextBlock *t = text_new(s.size);
  memcpy(t->text, s.text, (size_t)s.size);
  return text_handle(t);
}

int64_t cjax_rt_text_of(const char *text, int64_t n) { return text_copy((Span){text, n}); }

const char *cjax_rt_text_get(int64_t text, int64_t *n) {
  Span s = span_of(text);
  *n = s.size;
  return s.text;
}

// ---- Prints to stream 3 go into one text.

static struct Capture {
  char *text;
  size_t size, room;
} capture;

static void capture_put(const char *text, size_t n) {
  if (n > capture.room - capture.size) {
    capture.room = 2 * capture.room + n + 64;
    capture.text = realloc(capture.text, capture.room);
    if (!capture.text) cjax_rt_fail_at(0, "MemoryError: no memory for a text");
  }
  memcpy(capture.text + capture.size, text, n);
  capture.size += n;
}

void cjax_rt_text_begin(void) {
  capture.size = 0;
  output_capture(capture_put);
}

int64_t cjax_rt_text_end(void) { return text_copy((Span){capture.text, (int64_t)capture.size}); }

// ---- Code points.

static int64_t count_points(Span s) {
  int64_t n = 0;
  for (int64_t i = 0; i < s.size; i++) n += (s.text[i] & 0xc0) != 0x80;
  return n;
}

// Where code point k begins, 0 <= k <= their number.
static int64_t offset_of(Span s, int64_t k) {
  int64_t i = 0;
  while (i < s.size && k > 0) {
    i++;
    while (i < s.size && (s.text[i] & 0xc0) == 0x80) i++;
    k--;
  }
  return i;
}

void cjax_rt_print_handle(int32_t stream, int64_t text, const char *spec) {
  if (!stream) return;
  Span s = span_of(text);
  TextSpec f;
  const char *error = *spec ? python_text_spec(&f, spec, strlen(spec)) : 0;
  if (error) cjax_rt_fail_at(0, error);
  if (!*spec) {
    cjax_rt_print_text(stream, s.text, s.size);
    return;
  }
  int64_t n = count_points(s);
  if (f.precision >= 0 && f.precision < n) s.size = offset_of(s, n = f.precision);
  int64_t pad = f.padding.width > n ? f.padding.width - n : 0;
  int64_t before = f.padding.align == '>' ? pad : f.padding.align == '^' ? pad / 2 : 0;
  Sink sink = output_sink(stream);
  sink_fill(&sink, &f.padding, before);
  sink_write(&sink, s.text, (size_t)s.size);
  sink_fill(&sink, &f.padding, pad - before);
}

// ---- Functions of texts.

static int compare(Span a, Span b) {
  int64_t n = a.size < b.size ? a.size : b.size;
  int order = n ? memcmp(a.text, b.text, (size_t)n) : 0;
  if (order) return order < 0 ? -1 : 1;
  return (a.size > b.size) - (a.size < b.size);
}

static int64_t find(Span s, Span part, int64_t from) {
  for (int64_t i = from; i + part.size <= s.size; i++)
    if (!memcmp(s.text + i, part.text, (size_t)part.size)) return i;
  return -1;
}

static int64_t find_last(Span s, Span part) {
  for (int64_t i = s.size - part.size; i >= 0; i--)
    if (!memcmp(s.text + i, part.text, (size_t)part.size)) return i;
  return -1;
}

static int64_t count(Span s, Span part) {
  int64_t n = 0;
  if (!part.size) return count_points(s) + 1;
  for (int64_t i = find(s, part, 0); i >= 0; i = find(s, part, i + part.size)) n++;
  return n;
}

static bool begins(Span s, Span part) {
  return part.size <= s.size && !memcmp(s.text, part.text, (size_t)part.size);
}

static bool ends(Span s, Span part) {
  return begins((Span){s.text + (s.size - part.size), part.size <= s.size ? part.size : -1}, part);
}

static int64_t replace(Span s, Span part, Span by) {
  cjax_rt_text_begin();
  int64_t done = 0;
  for (int64_t i; part.size && (i = find(s, part, done)) >= 0; done = i + part.size) {
    capture_put(s.text + done, (size_t)(i - done));
    capture_put(by.text, (size_t)by.size);
  }
  capture_put(s.text + done, (size_t)(s.size - done));
  return cjax_rt_text_end();
}

static bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31); }

// sides: 1 left, 2 right, 3 both; set: the characters to take away, blanks when there are none.
static int64_t strip(Span s, Span set, int64_t sides) {
  while (sides & 1 && s.size && (set.size ? !!memchr(set.text, *s.text, (size_t)set.size)
                                          : is_blank(*s.text)))
    s.text++, s.size--;
  while (sides & 2 && s.size &&
         (set.size ? !!memchr(set.text, s.text[s.size - 1], (size_t)set.size)
                   : is_blank(s.text[s.size - 1])))
    s.size--;
  return text_copy(s);
}

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// how: 0 upper, 1 lower, 2 title, 3 capitalize, 4 swapcase
static int64_t change_case(Span s, int64_t how, const char *where) {
  TextBlock *t = text_new(s.size);
  bool inside = false;
  for (int64_t i = 0; i < s.size; i++) {
    char c = s.text[i];
    if (c & 0x80)
      cjax_rt_fail_at(where, "NotImplementedError: upper or lower case of a text with letters "
                             "beyond ASCII that only the executable knows");
    bool up = how == 0 || (how == 4 && is_lower(c)) || (how == 2 && !inside) || (how == 3 && !i);
    inside = is_upper(c) || is_lower(c);
    t->text[i] = up && is_lower(c) ? c - 32 : !up && is_upper(c) ? c + 32 : c;
  }
  return text_handle(t);
}

static int64_t part(Span s, int64_t start, int64_t stop) {
  int64_t n = count_points(s);
  if (start < 0) start = start + n < 0 ? 0 : start + n;
  if (stop < 0) stop += n;
  if (stop > n) stop = n;
  if (start >= stop) return 0;
  int64_t from = offset_of(s, start);
  Span rest = {s.text + from, s.size - from};
  return text_copy((Span){rest.text, offset_of(rest, stop - start)});
}

static int64_t item(Span s, int64_t i, const char *where) {
  int64_t n = count_points(s);
  if (i < 0) i += n;
  if (i < 0 || i >= n) cjax_rt_fail_at(where, "IndexError: string index out of range");
  return part(s, i, i + 1);
}

static int64_t repeat(Span s, int64_t n) {
  if (n <= 0 || !s.size) return 0;
  if (n > INT32_MAX / s.size) cjax_rt_fail_at(0, "MemoryError: no memory for a text");
  TextBlock *t = text_new(s.size * n);
  for (int64_t i = 0; i < n; i++) memcpy(t->text + i * s.size, s.text, (size_t)s.size);
  return text_handle(t);
}

// Its sign stays in front.
static int64_t zfill(Span s, int64_t width) {
  int64_t pad = width - count_points(s), sign = s.size && (*s.text == '-' || *s.text == '+');
  if (pad <= 0) return text_copy(s);
  TextBlock *t = text_new(s.size + pad);
  memcpy(t->text, s.text, (size_t)sign);
  memset(t->text + sign, '0', (size_t)pad);
  memcpy(t->text + sign + pad, s.text + sign, (size_t)(s.size - sign));
  return text_handle(t);
}

// repr(text); letters beyond ASCII stay.
static int64_t quote(Span s) {
  bool single = s.size && memchr(s.text, '\'', (size_t)s.size);
  char mark = single && !memchr(s.text, '"', (size_t)s.size) ? '"' : '\'';
  cjax_rt_text_begin();
  capture_put(&mark, 1);
  for (int64_t i = 0; i < s.size; i++) {
    unsigned char c = (unsigned char)s.text[i];
    char escape[8] = {(char)c};
    size_t n = 1;
    if (c == (unsigned char)mark) escape[0] = '\\', escape[n++] = mark;
    else if (c < 32 || c == 127 || c == '\\') n = message_escape(escape, c);
    capture_put(escape, n);
  }
  capture_put(&mark, 1);
  return cjax_rt_text_end();
}

// kind: 0 exists, 1 a folder, 2 a file
static bool file_is(Span path, int64_t kind) {
  struct stat s;
  if (stat(path.text, &s)) return false;
  return kind == 0 || (kind == 1 ? S_ISDIR(s.st_mode) : S_ISREG(s.st_mode));
}

static bool all_digits(Span s) {
  for (int64_t i = 0; i < s.size; i++)
    if (s.text[i] < '0' || s.text[i] > '9') return false;
  return s.size > 0;
}

int64_t cjax_rt_text_call(int32_t function, int64_t a, int64_t b, int64_t c, const char *where) {
  bool of_text = function != CJAX_TEXT_unmark;
  Span x = of_text ? span_of(a) : (Span){0};
  switch ((CjaxTextFunction)function) {
  case CJAX_TEXT_length: return count_points(x);
  case CJAX_TEXT_compare: return compare(x, span_of(b));
  case CJAX_TEXT_find: {
    int64_t at = find(x, span_of(b), 0);
    return at < 0 ? at : count_points((Span){x.text, at});
  }
  case CJAX_TEXT_rfind: {
    int64_t at = find_last(x, span_of(b));
    return at < 0 ? at : count_points((Span){x.text, at});
  }
  case CJAX_TEXT_count: return count(x, span_of(b));
  case CJAX_TEXT_fields: return fields_count(a, b);
  case CJAX_TEXT_field: return fields_item(a, b, c);
  case CJAX_TEXT_startswith: return begins(x, span_of(b));
  case CJAX_TEXT_endswith: return ends(x, span_of(b));
  case CJAX_TEXT_replace: return replace(x, span_of(b), span_of(c));
  case CJAX_TEXT_strip: return strip(x, span_of(b), c);
  case CJAX_TEXT_case: return change_case(x, b, where);
  case CJAX_TEXT_slice: return part(x, b, c);
  case CJAX_TEXT_item: return item(x, b, where);
  case CJAX_TEXT_repeat: return repeat(x, b);
  case CJAX_TEXT_zfill: return zfill(x, b);
  case CJAX_TEXT_file: return file_is(x, b);
  case CJAX_TEXT_isdigit: return all_digits(x);
  case CJAX_TEXT_getenv: {
    const char *value = getenv(x.text);
    return value ? cjax_rt_text_of(value, (int64_t)strlen(value)) : 0;
  }
  case CJAX_TEXT_hasenv: return getenv(x.text) != 0;
  case CJAX_TEXT_write: return text_write(span_of(b).text, x.text, x.size, c, where), 0;
  case CJAX_TEXT_repr: return quote(x);
  case CJAX_TEXT_mark: return mark_texts();
  case CJAX_TEXT_unmark: return unmark_texts(a), 0;
  case CJAX_TEXT_release: return release_texts(), 0;
  case CJAX_TEXT_keep:
    if (a) ((TextBlock *)(intptr_t)a)->kept = true;
    return 0;
  case CJAX_TEXT_isint: return text_is_int(x.text);
  case CJAX_TEXT_isfloat: return text_is_float(x.text);
  case CJAX_TEXT_int: return text_to_int(x.text, where);
  default: return 0;
  }
}

double cjax_rt_text_float(int64_t text, const char *where) {
  return text_to_float(span_of(text).text, where);
}

// layout.c -- nested brackets, broken into lines and summarised as NumPy does.
//
// Blanks are held back until something follows, because NumPy strips a line that it breaks.
#include "runtime/numpy.h"

enum { THRESHOLD = 1000, EDGE = 3 };

typedef struct Walk {
  const Sink *sink;
  const ArrayView *a;
  Elements elements;
  Layout *layout;
  bool summary;
  int line;   // how long NumPy takes the current line to be, its hang included
  int blanks; // not written yet
} Walk;

int64_t layout_size(const ArrayView *a) {
  int64_t size = 1;
  for (int i = 0; i < a->rank; i++) size *= a->shape[i];
  return size;
}

typedef struct Visit {
  const ArrayView *a;
  void (*visit)(void *context, int64_t index);
  void *context;
  bool summary;
} Visit;

// Of an axis of n: which index comes after i, when the middle is left out.
static int64_t next_shown(bool summary, int64_t n, int64_t i) {
  return summary && n > 2 * EDGE && i == EDGE - 1 ? n - EDGE : i + 1;
}

static void visit_axis(const Visit *v, int axis, int64_t index) {
  if (axis == v->a->rank) {
    v->visit(v->context, index);
    return;
  }
  int64_t n = v->a->shape[axis];
  for (int64_t i = 0; i < n; i = next_shown(v->summary, n, i))
    visit_axis(v, axis + 1, index * n + i);
}

void layout_visit(const ArrayView *a, void (*visit)(void *context, int64_t index), void *context) {
  visit_axis(&(Visit){a, visit, context, layout_size(a) > THRESHOLD}, 0, 0);
}

static void put_blanks(Walk *w, int n) {
  w->blanks += n;
  w->layout->column += n;
  w->line += n;
}

static void put_text(Walk *w, const char *text, size_t n) {
  for (; w->blanks; w->blanks--) sink_char(w->sink, ' ');
  sink_write(w->sink, text, n);
  w->layout->column += (int)n;
  w->line += (int)n;
}

static void put_newline(Walk *w, int lines, int hang) {
  w->blanks = 0;
  w->layout->broken = true;
  for (; lines; lines--) sink_char(w->sink, '\n');
  w->layout->column = w->line = 0;
  put_blanks(w, hang);
}

// One element, or "...", on this line or the next. depth: brackets around it.
static void put_word(Walk *w, int depth, const char *text, int n) {
  int hang = w->layout->hang + depth, end = n;
  if (w->line + n > w->layout->width - depth && w->line > hang) put_newline(w, 1, hang);
  int start = 0;
  while (start < end && text[start] == ' ') start++;
  while (end > start && text[end - 1] == ' ') end--;
  put_blanks(w, start);
  put_text(w, text + start, (size_t)(end - start));
  put_blanks(w, n - end);
}

static void put_separator(Walk *w) {
  if (w->layout->separator[0] == ',') put_text(w, ",", 1);
  put_blanks(w, 1);
}

static void put_element(Walk *w, int depth, int64_t index) {
  TextBuffer buffer;
  Sink sink = sink_buffer(&buffer);
  Value v = value_load(w->a->data, w->a->dtype, index);
  elements_put(&sink, &w->elements, &v);
  put_word(w, depth, buffer.text, buffer.size);
}

static void put_row(Walk *w, int axis, int64_t index) {
  int64_t n = w->a->shape[axis];
  w->line = w->layout->hang + axis + 1;
  for (int64_t i = 0; i < n;) {
    put_element(w, axis + 1, index * n + i);
    int64_t next = next_shown(w->summary, n, i);
    if (next < n) put_separator(w);
    if (next != i + 1) {
      put_word(w, axis + 1, "...", 3);
      put_separator(w);
    }
    i = next;
  }
}

// Between the blocks of an axis: the separator without its blank, and one line more for each axis
// further in.
static void put_break(Walk *w, int axis) {
  if (w->layout->separator[0] == ',') put_text(w, ",", 1);
  put_newline(w, w->a->rank - axis - 1, w->layout->hang + axis + 1);
}

static void put_axis(Walk *w, int axis, int64_t index) {
  int64_t n = w->a->shape[axis];
  put_text(w, "[", 1);
  if (axis == w->a->rank - 1) put_row(w, axis, index);
  for (int64_t i = 0; i < n && axis < w->a->rank - 1;) {
    put_axis(w, axis + 1, index * n + i);
    int64_t next = next_shown(w->summary, n, i);
    if (next < n) put_break(w, axis);
    if (next != i + 1) {
      put_text(w, "...", 3);
      put_break(w, axis);
    }
    i = next;
  }
  put_text(w, "]", 1);
}

void layout_write(const Sink *sink, const ArrayView *a, Layout *layout) {
  Walk w = {.sink = sink, .a = a, .layout = layout};
  int64_t size = layout_size(a);
  layout->column = 0;
  if (!size) {
    put_text(&w, "[]", 2);
    return;
  }
  w.summary = size > THRESHOLD;
  elements_init(&w.elements, a);
  if (a->rank)
    put_axis(&w, 0, 0);
  else
    put_element(&w, 0, 0);
  for (; w.blanks; w.blanks--) sink_char(sink, ' ');
}

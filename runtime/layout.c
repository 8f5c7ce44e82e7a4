// layout.c -- nested brackets, broken into lines and summarised as NumPy does.
//
// Blanks are held back until something follows, because NumPy strips a line that it breaks.
#include "runtime/numpy.h"

typedef struct Walk {
  const Sink *sink;
  const ArrayView *a;
  Elements elements;
  Layout *layout;
  int64_t edge; // see Visit
  int mark;   // how long the separator is without blanks at its end
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
  int64_t edge; // how many on each side; -1: all
} Visit;

// Of an axis of n: which index comes after i, when the middle is left out.
static int64_t next_shown(int64_t edge, int64_t n, int64_t i) {
  return edge >= 0 && n > 2 * edge && i == edge - 1 ? n - edge : i + 1;
}

static void visit_axis(const Visit *v, int axis, int64_t index) {
  if (axis == v->a->rank) {
    v->visit(v->context, index);
    return;
  }
  int64_t n = v->a->shape[axis];
  for (int64_t i = 0; i < n; i = next_shown(v->edge, n, i))
    visit_axis(v, axis + 1, index * n + i);
}

static int64_t edge_of(const ArrayView *a, const PrintOptions *o) {
  return layout_size(a) > o->threshold ? o->edge : -1;
}

void layout_visit(const ArrayView *a, const PrintOptions *o,
                  void (*visit)(void *context, int64_t index), void *context) {
  visit_axis(&(Visit){a, visit, context, edge_of(a, o)}, 0, 0);
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
  int closing = w->mark > 1 ? w->mark : 1, width = w->layout->width - (depth - 1) - closing;
  if (w->line + n > width && w->line > hang) put_newline(w, 1, hang);
  int start = 0;
  while (start < end && text[start] == ' ') start++;
  while (end > start && text[end - 1] == ' ') end--;
  put_blanks(w, start);
  put_text(w, text + start, (size_t)(end - start));
  put_blanks(w, n - end);
}

// The first n characters of the separator.
static void put_mark(Walk *w, int n) {
  for (int i = 0; i < n; i++) {
    const char *c = w->layout->separator + i;
    if (*c == ' ')
      put_blanks(w, 1);
    else
      put_text(w, c, 1);
  }
}

static void put_separator(Walk *w) { put_mark(w, (int)__builtin_strlen(w->layout->separator)); }

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
    int64_t next = next_shown(w->edge, n, i);
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
  put_mark(w, w->mark);
  put_newline(w, w->a->rank - axis - 1, w->layout->hang + axis + 1);
}

static void put_axis(Walk *w, int axis, int64_t index) {
  int64_t n = w->a->shape[axis];
  put_text(w, "[", 1);
  if (axis == w->a->rank - 1) put_row(w, axis, index);
  for (int64_t i = 0; i < n && axis < w->a->rank - 1;) {
    put_axis(w, axis + 1, index * n + i);
    int64_t next = next_shown(w->edge, n, i);
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
  w.edge = edge_of(a, layout->options);
  for (int i = 0; layout->separator[i]; i++)
    if (layout->separator[i] != ' ') w.mark = i + 1;
  elements_init(&w.elements, a, layout->options);
  if (a->rank)
    put_axis(&w, 0, 0);
  else
    put_element(&w, 0, 0);
  for (; w.blanks; w.blanks--) sink_char(sink, ' ');
}

// format.c -- which text a style means.
#include "runtime/format.h"

#include "runtime/numpy.h"
#include "runtime/options.h"

// ---- The layouts of whole arrays.

static void put_int(const Sink *sink, int64_t i) {
  Number n;
  number_from_int(&n, i < 0, i < 0 ? -(uint64_t)i : (uint64_t)i, 10, false);
  number_put(sink, &n);
}

static void put_shape(const Sink *sink, const ArrayView *a) {
  sink_char(sink, '(');
  for (int i = 0; i < a->rank; i++) {
    if (i) sink_text(sink, ", ");
    put_int(sink, a->shape[i]);
  }
  sink_text(sink, a->rank == 1 ? ",)" : ")");
}

static void put_str(const Sink *sink, const ArrayView *a, const PrintOptions *o) {
  if (a->rank == 0) {
    Value v = value_load(a->data, a->dtype, 0);
    numpy_scalar(sink, &v);
    return;
  }
  layout_write(sink, a, &(Layout){.options = o, .separator = " ", .width = o->width});
}

static void put_jax_repr(const Sink *sink, const ArrayView *a, bool weak, const PrintOptions *o) {
  Layout layout = {.options = o, .separator = ", ", .width = o->width - 1, .hang = 6};
  const char *name = dtype_name(a->dtype);
  sink_text(sink, "Array(");
  layout_write(sink, a, &layout);
  if (!layout_size(a)) {
    int64_t shape;
    Sink counter = sink_counting(&shape);
    put_shape(&counter, a);
    sink_text(sink, ", shape=");
    put_shape(sink, a);
    layout.column += 8 + (int)shape;
  }
  int suffix = 6 + (int)__builtin_strlen(name) + (weak ? 16 : 0);
  sink_text(sink, layout.column + suffix + 4 > o->width ? ",      dtype=" : ", dtype=");
  sink_text(sink, name);
  sink_text(sink, weak ? ", weak_type=True)" : ")");
}

// `, shape=(2000,), dtype=float32)`, without the first comma and its blank; returns nothing written
// when NumPy leaves it all out.
static bool put_numpy_suffix(const Sink *sink, const ArrayView *a, const PrintOptions *o) {
  int64_t size = layout_size(a);
  bool shape = size > o->threshold || (size == 0 && !(a->rank == 1 && a->shape[0] == 0));
  bool implied = a->dtype == DTYPE_BOOL || a->dtype == DTYPE_I64 || a->dtype == DTYPE_F64 ||
                 a->dtype == DTYPE_C128;
  bool dtype = !implied || size == 0;
  if (shape) {
    sink_text(sink, "shape=");
    put_shape(sink, a);
    if (dtype) sink_text(sink, ", ");
  }
  if (dtype) {
    sink_text(sink, "dtype=");
    sink_text(sink, dtype_name(a->dtype));
  }
  return shape || dtype;
}

static void put_numpy_repr(const Sink *sink, const ArrayView *a, const PrintOptions *o) {
  // numpy.array_repr names the class of a jax array.
  const char *prefix = o->hang == 10 ? "ArrayImpl(" : "array(";
  int hang = (int)__builtin_strlen(prefix);
  Layout layout = {.options = o, .separator = ", ", .width = o->width - 1, .hang = hang};
  int64_t suffix;
  Sink counter = sink_counting(&suffix);
  sink_text(sink, prefix);
  layout_write(sink, a, &layout);
  if (put_numpy_suffix(&counter, a, o)) {
    int line = layout.column + (layout.broken ? 0 : hang);
    sink_text(sink, line + 1 + suffix + 2 > o->width ? ",\n" : ", ");
    if (line + 1 + suffix + 2 > o->width)
      for (int i = 0; i < hang; i++) sink_char(sink, ' ');
    put_numpy_suffix(sink, a, o);
  }
  sink_char(sink, ')');
}

static void put_numpy_scalar_repr(const Sink *sink, const ArrayView *a) {
  Value v = value_load(a->data, a->dtype, 0);
  if (v.kind == VALUE_BOOL) {
    sink_text(sink, v.magnitude ? "np.True_" : "np.False_");
  } else if (a->dtype == DTYPE_BF16 || dtype_is_small(a->dtype)) {
    numpy_scalar(sink, &v);
  } else {
    sink_text(sink, "np.");
    sink_text(sink, dtype_name(a->dtype));
    TextBuffer text;
    Sink buffer = sink_buffer(&text);
    numpy_scalar(&buffer, &v);
    bool parentheses = text.text[0] != '(';
    if (parentheses) sink_char(sink, '(');
    sink_write(sink, text.text, (size_t)text.size);
    if (parentheses) sink_char(sink, ')');
  }
}

static void put_key(const Sink *sink, const ArrayView *a, const PrintOptions *o) {
  int64_t shape[FORMAT_MAX_RANK + 1];
  for (int i = 0; i < a->rank; i++) shape[i] = a->shape[i];
  shape[a->rank] = 2;
  ArrayView data = {a->data, DTYPE_U32, a->rank + 1, shape};
  sink_text(sink, "Array(");
  put_shape(sink, a);
  sink_text(sink, ", dtype=key<fry>) overlaying:\n");
  put_str(sink, &data, o);
}

static void put_list(const Sink *sink, const ArrayView *a, int axis, int64_t index) {
  if (axis == a->rank) {
    Value v = value_load(a->data, a->dtype, index);
    python_value(sink, &v);
    return;
  }
  sink_char(sink, '[');
  for (int64_t i = 0; i < a->shape[axis]; i++) {
    if (i) sink_text(sink, ", ");
    put_list(sink, a, axis + 1, index * a->shape[axis] + i);
  }
  sink_char(sink, ']');
}

// ---- Styles.

static bool is(const char *style, const char *name) { return !__builtin_strcmp(style, name); }

static bool starts(const char *style, const char *prefix) {
  return !__builtin_strncmp(style, prefix, __builtin_strlen(prefix));
}

// "pad:SPEC\nSTYLE": the text of STYLE under SPEC of the str mini-language.
static const char *put_padded(const Sink *sink, const ArrayView *a, const char *spec) {
  const char *end = __builtin_strchr(spec, '\n');
  if (!end) return "SystemError: a padded style without its inner style";
  TextSpec text;
  const char *error = python_text_spec(&text, spec, (size_t)(end - spec));
  if (error) return error;
  int64_t size;
  Sink counter = sink_counting(&size);
  error = format_array(&counter, a, end + 1);
  if (error) return error;
  if (text.precision >= 0 && size > text.precision) size = text.precision;
  const Padding *p = &text.padding;
  int64_t pad = p->width > size ? p->width - size : 0;
  int64_t left = p->align == '>' ? pad : p->align == '^' ? pad / 2 : 0;
  sink_fill(sink, p, left);
  SinkLimit limit = {sink, size};
  Sink limited = sink_limited(&limit);
  error = format_array(&limited, a, end + 1);
  sink_fill(sink, p, pad - left);
  return error;
}

static const char *put_value(const Sink *sink, const ArrayView *a, const char *style,
                             const PrintOptions *o) {
  if (a->rank && is(style, "fmt:")) {
    put_str(sink, a, o);
    return 0;
  }
  if (a->rank && starts(style, "fmt:"))
    return "TypeError: unsupported format string passed to numpy.ndarray.__format__";
  if (a->rank) return "TypeError: Only scalar arrays can be converted to Python scalars";
  Value v = value_load(a->data, a->dtype, 0);
  return starts(style, "fmt:") ? python_format(sink, &v, style + 4)
                               : python_percent(sink, &v, style + 4);
}

// numpy.array2string: an array of rank 0 as an element of a column.
static void put_array2string(const Sink *sink, const ArrayView *a, const PrintOptions *o) {
  layout_write(sink, a,
               &(Layout){.options = o,
                         .separator = o->separator,
                         .width = o->width - o->suffix,
                         .hang = o->hang});
}

static const char *format_under(const Sink *sink, const ArrayView *a, const char *style,
                                const PrintOptions *o) {
  if (starts(style, "pad:")) return put_padded(sink, a, style + 4);
  if (a->dtype == DTYPE_KEY)
    put_key(sink, a, o);
  else if (is(style, "str") || is(style, "npstr"))
    put_str(sink, a, o);
  else if (is(style, "repr") || is(style, "repr weak"))
    put_jax_repr(sink, a, style[4] != 0, o);
  else if (is(style, "nprepr"))
    put_numpy_repr(sink, a, o);
  else if (is(style, "npscalar"))
    put_numpy_scalar_repr(sink, a);
  else if (is(style, "array2string"))
    put_array2string(sink, a, o);
  else if (is(style, "tolist") || (is(style, "py") && a->rank == 0))
    put_list(sink, a, 0, 0);
  else if (starts(style, "fmt:") || starts(style, "pct:") || is(style, "py"))
    return put_value(sink, a, style, o);
  else
    return "SystemError: unknown print style";
  return 0;
}

const char *format_array(const Sink *sink, const ArrayView *a, const char *style) {
  if (!starts(style, "opt:")) return format_under(sink, a, style, &print_defaults);
  PrintOptions o;
  style = options_parse(&o, style + 4);
  return format_under(sink, a, style, &o);
}

const char *format_check(Dtype dtype, int rank, const char *style) {
  static const uint64_t zero[2];
  int64_t count, shape[FORMAT_MAX_RANK] = {0};
  for (int i = 0; i < rank && i < FORMAT_MAX_RANK; i++) shape[i] = 1;
  Sink counter = sink_counting(&count);
  return format_array(&counter, &(ArrayView){zero, dtype, rank, shape}, style);
}

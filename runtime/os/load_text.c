// load_text.c -- reading tables of numbers (np.loadtxt, np.genfromtxt).
#include "runtime/npy.h"
#include "runtime/os/internal.h"
#include "runtime/text_table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_COLUMNS = 256, FIELD = 1200 };

typedef struct Reader {
  TextTable *t;
  int delimiter;
  int64_t skip, most;
  bool missing;
  int64_t column[MAX_COLUMNS];
  int ncolumn; // 0: all
  const char *comment;
  int64_t fields; // of the first row; -1: none yet
} Reader;

static int64_t next_int(const char **s) {
  char *end;
  int64_t n = strtoll(*s, &end, 10);
  *s = end;
  return n;
}

static void open_format(Reader *r, const char *s) {
  r->delimiter = (int)next_int(&s), r->skip = next_int(&s), r->most = next_int(&s);
  r->missing = next_int(&s), r->ncolumn = 0, r->fields = -1;
  s++;
  if (*s == '-' && s[1] == ' ')
    s++;
  else
    for (; r->ncolumn < MAX_COLUMNS && *s != ' '; s += *s == ',')
      r->column[r->ncolumn++] = next_int(&s);
  r->comment = s + 1;
}

static bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13); }

static const char *at_row(const char *start, const char *what, int64_t row, int64_t column) {
  const char *place[] = {start, what, " at row ", message_int(row), ", column ",
                         message_int(column + 1), ".", 0};
  return message_join(place);
}

// The number in a field, as element `at` of the table.
static const char *put_field(Reader *r, const char *s, size_t n, int64_t column) {
  char text[FIELD];
  TextTable *t = r->t;
  bool whole = t->dtype == DTYPE_I64;
  bool fits = n < sizeof text && !memchr(s, '_', n) && !memchr(s, 0, n);
  if (fits) memcpy(text, s, n), text[n] = 0;
  bool ok = fits && (whole ? text_is_int(text) : text_is_float(text));
  if (!ok && !r->missing) {
    if (n > 60) n = 60;
    memcpy(text, s, n), text[n] = 0;
    const char *to = whole ? " to int64" : " to float64";
    return at_row(message_join((const char *[]){"ValueError: could not convert string ",
                                                message_quote(text), to, 0}),
                  "", t->rows, column);
  }
  int64_t at = t->rows * t->columns + column;
  if (at >= t->room) return 0;
  if (whole)
    ((int64_t *)t->out)[at] = ok ? text_to_int(text, 0) : -1;
  else
    ((double *)t->out)[at] = ok ? text_to_float(text, 0) : __builtin_nan("");
  return 0;
}

// The next field of a line of n bytes from *at on; false: there is none.
static bool next_field(const Reader *r, const char *s, int64_t n, int64_t *at, int64_t *size) {
  if (!r->delimiter) {
    while (*at < n && is_blank(s[*at])) ++*at;
    if (*at >= n) return false;
  } else if (*at > n) {
    return false;
  }
  int64_t end = *at;
  while (end < n && (r->delimiter ? s[end] != (char)r->delimiter : !is_blank(s[end]))) end++;
  *size = end - *at;
  return true;
}

static int64_t count_fields(const Reader *r, const char *s, int64_t n) {
  int64_t at = 0, size, count = 0;
  for (; next_field(r, s, n, &at, &size); at += size + 1) count++;
  return count;
}

// Field number k of a line; it has that many.
static const char *field(const Reader *r, const char *s, int64_t n, int64_t k, size_t *size) {
  int64_t at = 0, m = 0;
  for (int64_t i = 0; next_field(r, s, n, &at, &m) && i < k; i++) at += m + 1;
  while (m && is_blank(s[at])) at++, m--;
  while (m && is_blank(s[at + m - 1])) m--;
  *size = (size_t)m;
  return s + at;
}

static const char *check_width(Reader *r, int64_t fields) {
  if (r->fields < 0) {
    r->fields = fields;
    r->t->columns = r->ncolumn ? r->ncolumn : fields;
  }
  if (r->fields == fields || r->ncolumn) return 0;
  return message_join((const char *[]){
      "ValueError: the number of columns changed from ", message_int(r->fields), " to ",
      message_int(fields), " at row ", message_int(r->t->rows + 1),
      "; use `usecols` to select a subset and avoid this error", 0});
}

static const char *read_row(Reader *r, const char *s, int64_t n) {
  int64_t fields = count_fields(r, s, n);
  const char *error = check_width(r, fields);
  for (int64_t i = 0; !error && r->t->out && i < r->t->columns; i++) {
    int64_t k = !r->ncolumn ? i : r->column[i] < 0 ? r->column[i] + fields : r->column[i];
    size_t size;
    if (k < 0 || k >= fields)
      return at_row("ValueError: invalid column index", "", r->t->rows + 1, k - 1);
    const char *text = field(r, s, n, k, &size);
    error = put_field(r, text, size, i);
  }
  r->t->rows++;
  return error;
}

static const char *cut_comment(const Reader *r, const char *s, const char *stop) {
  size_t n = strlen(r->comment);
  const char *at = n ? memmem(s, (size_t)(stop - s), r->comment, n) : 0;
  return at ? at : stop;
}

static const char *read_lines(Reader *r, const char *s, const char *end) {
  const char *error = 0;
  while (s < end && !error && (r->most < 0 || r->t->rows < r->most)) {
    const char *stop = memchr(s, '\n', (size_t)(end - s));
    const char *next = stop ? stop + 1 : end;
    if (!stop) stop = end;
    if (stop > s && stop[-1] == '\r') stop--;
    if (r->skip > 0) {
      r->skip--, s = next;
      continue;
    }
    stop = cut_comment(r, s, stop);
    const char *first = s;
    while (first < stop && is_blank(*first)) first++;
    if (first < stop) error = read_row(r, s, stop - s);
    s = next;
  }
  return error;
}

// All of a file, in memory from malloc.
static const char *read_all(const char *path, char **text, int64_t *n) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return npy_io_error(errno, path);
  int64_t room = 1 << 16;
  const char *error = 0;
  *text = malloc((size_t)room), *n = 0;
  for (int64_t got = 1; *text && got > 0; *n += got) {
    char *more = *n + (1 << 15) < room ? *text : realloc(*text, (size_t)(room *= 2));
    if (!more) free(*text);
    if (!(*text = more)) break;
    got = file_read_at(file, *text + *n, room - *n, *n);
    if (got < 0) error = npy_io_error(errno, path), got = 0;
  }
  if (!*text) error = "MemoryError: no memory for a file";
  close(file);
  return error;
}

const char *text_table_read(TextTable *t, const char *path, const char *format) {
  char *text = 0;
  int64_t n;
  Reader r = {.t = t};
  open_format(&r, format);
  t->rows = t->columns = 0;
  const char *error = read_all(path, &text, &n);
  if (!error) error = read_lines(&r, text, text + n);
  free(text);
  return error;
}

void cjax_rt_load_text(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                       int64_t hash, void *out, const char *format, const char *where) {
  int64_t rows = shape[0], columns = rank > 1 ? shape[1] : 1;
  TextTable t = {.dtype = (Dtype)dtype, .out = out, .room = rows * columns};
  const char *error = text_table_read(&t, path, format);
  if (!error && (t.rows != rows || t.columns != columns))
    error = message_join((const char *[]){
        "ValueError: ", path, " holds a table of (", message_int(t.rows), ", ",
        message_int(t.columns), "), but this program was compiled for (", message_int(rows), ", ",
        message_int(columns), ")", 0});
  if (!error && hash && npy_hash(out, rows * columns * 8) != hash)
    error = message_join((const char *[]){"ValueError: ", path,
                                          " holds other values than when this "
                                          "program was compiled, which decided what it does",
                                          0});
  if (error) cjax_rt_fail_at(where, error);
}

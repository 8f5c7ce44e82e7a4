// effect.c -- print, check, clock, files, the command line: through the same runtime that
// executables link.
#include "dialect/interpret/array.h"
#include "runtime/cjax_rt.h"

#include <string.h>

// Effects do not happen while a value is computed at compile time.
static bool refuse(Interp *in, const OpCall *c) {
  if (!in->pure) return false;
  in->culprit = c->op;
  return true;
}

static MlirStringRef text_at(MlirAttribute list, int64_t i) {
  return mlirStringAttrGetValue(mlirArrayAttrGetElement(list, i));
}

static void print_choice(int stream, const Array *x, MlirAttribute table, Arena *a) {
  int64_t n = mlirArrayAttrGetNumElements(table);
  const char **texts = ARENA_ARRAY(a, const char *, n);
  int64_t *lengths = ARENA_ARRAY(a, int64_t, n);
  for (int64_t i = 0; i < n; i++) {
    texts[i] = text_at(table, i).data;
    lengths[i] = (int64_t)text_at(table, i).length;
  }
  cjax_rt_print_choice(stream, array_get(x, 0).i, texts, lengths, n);
}

static void print_field(int stream, const Array *x, const char *style) {
  if (!strncmp(style, "text:", 5)) {
    cjax_rt_print_handle(stream, array_get(x, 0).i, style + 5);
    return;
  }
  bool is_key = !strcmp(style, "key");
  cjax_rt_print_array(stream, x->data, (int32_t)(is_key ? DTYPE_KEY : x->dtype), x->dims.n - is_key,
                      x->dims.d, style);
}

// The pieces of `text` with the operands x between them.
static void print_text(Interp *in, const OpCall *c, int stream, const Array *const *x) {
  Arena *a = &in->frame->arena;
  MlirAttribute text = attr_get(c->attrs, "text"), fields = attr_get(c->attrs, "fields");
  MlirAttribute tables = attr_get(c->attrs, "tables");
  int64_t n = mlirArrayAttrGetNumElements(fields), choices = 0;
  for (int64_t i = 0; i <= n; i++) {
    MlirStringRef piece = text_at(text, i);
    cjax_rt_print_text(stream, piece.data, (int64_t)piece.length);
    if (i == n) break;
    MlirStringRef s = text_at(fields, i);
    const char *style = arena_strndup(a, s.data, s.length);
    if (!strcmp(style, "choice"))
      print_choice(stream, x[i], mlirArrayAttrGetElement(tables, choices++), a);
    else print_field(stream, x[i], style);
  }
}

bool interp_print(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (in->pure) return true; // a loop or branch that prints has values all the same
  int64_t stream = attr_int(c->attrs, "stream");
  print_text(in, c, stream == 2 ? 2 : 1, x);
  return true;
}

bool interp_flush(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (!in->pure) cjax_rt_flush();
  return true;
}

bool interp_check(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (array_get(x[0], 0).i) return true;
  if (refuse(in, c)) return false;
  print_text(in, c, 2, x + 1);
  cjax_rt_exit(1);
}

bool interp_clock(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  int32_t kind = (int32_t)attr_int(c->attrs, "kind");
  if (y[0]->dtype == DTYPE_I64) array_put(y[0], 0, (Scalar){.i = cjax_rt_clock_ns(kind)});
  else array_put(y[0], 0, (Scalar){.f = cjax_rt_clock(kind)});
  return true;
}

// The two strings of a WHERE block, which may lack its last zero byte.
static const char *where_of(Interp *in, const OpCall *c) {
  MlirStringRef s = mlirStringAttrGetValue(attr_get(c->attrs, "message"));
  if (!s.length) return NULL;
  char *where = arena_alloc(&in->frame->arena, s.length + 2);
  memcpy(where, s.data, s.length);
  return where;
}

bool interp_load_npy(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  const char *path = attr_text(&in->frame->arena, c->attrs, "path");
  if (!mlirAttributeIsNull(attr_get(c->attrs, "format")))
    cjax_rt_load_text(path, (int32_t)y[0]->dtype, y[0]->dims.n, y[0]->dims.d,
                      attr_int(c->attrs, "hash"), y[0]->data,
                      attr_text(&in->frame->arena, c->attrs, "format"), where_of(in, c));
  else
    cjax_rt_load_npy(path, (int32_t)y[0]->dtype, y[0]->dims.n, y[0]->dims.d,
                   attr_int(c->attrs, "hash"), y[0]->data, where_of(in, c));
  return true;
}

static void save_as(const char *path, const Array *x, const char *format, const char *where) {
  if (!strcmp(format, "png"))
    cjax_rt_save_png(path, (int32_t)x->dtype, x->dims.n, x->dims.d, x->data, where);
  else
    cjax_rt_save_as(path, (int32_t)x->dtype, x->dims.n, x->dims.d, x->data, format, where);
}

bool interp_save_npy(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  const char *path = attr_text(&in->frame->arena, c->attrs, "path");
  if (!mlirAttributeIsNull(attr_get(c->attrs, "format")))
    save_as(path, x[0], attr_text(&in->frame->arena, c->attrs, "format"),
            where_of(in, c));
  else
    cjax_rt_save_npy(path, (int32_t)x[0]->dtype, x[0]->dims.n, x[0]->dims.d, x[0]->data,
                   where_of(in, c));
  return true;
}

bool interp_ffi_call(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  cjax_rt_fail_at(where_of(in, c),
                  "NotImplementedError: the interpreter calls no C functions; compile the program");
}

bool interp_argc(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  array_put(y[0], 0, (Scalar){.i = cjax_rt_argc()});
  return true;
}

bool interp_argv(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  array_put(y[0], 0, (Scalar){.i = cjax_rt_argv(array_get(x[0], 0).i, where_of(in, c))});
  return true;
}

bool interp_sleep(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  cjax_rt_sleep(array_get(x[0], 0).f);
  return true;
}

bool interp_parse_args(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  cjax_rt_parse_args(attr_text(&in->frame->arena, c->attrs, "declarations"));
  return true;
}

bool interp_parsed_arg(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  int64_t k = attr_int(c->attrs, "index");
  bool given = !mlirAttributeIsNull(attr_get(c->attrs, "given"));
  if (y[0]->dtype == DTYPE_F64) array_put(y[0], 0, (Scalar){.f = cjax_rt_parsed_float(k)});
  else array_put(y[0], 0,
                 (Scalar){.i = given ? cjax_rt_parsed_given(k) : cjax_rt_parsed_int(k)});
  return true;
}

bool interp_text(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  cjax_rt_text_begin();
  print_text(in, c, 3, x);
  array_put(y[0], 0, (Scalar){.i = cjax_rt_text_end()});
  return true;
}

static int32_t text_function(MlirStringRef name) {
#define X(f) #f,
  static const char *const names[] = {CJAX_TEXT_FUNCTIONS(X)};
#undef X
  int32_t i = 0;
  while (i < CJAX_TEXT_COUNT && (strlen(names[i]) != name.length ||
                                 strncmp(names[i], name.data, name.length)))
    i++;
  return i;
}

bool interp_text_call(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  const char *where = where_of(in, c);
  int64_t in_value[3] = {0};
  for (int i = 0; i < c->nin && i < 3; i++) in_value[i] = array_get(x[i], 0).i;
  if (y[0]->dtype == DTYPE_F64) {
    array_put(y[0], 0, (Scalar){.f = cjax_rt_text_float(in_value[0], where)});
    return true;
  }
  MlirStringRef name = mlirStringAttrGetValue(attr_get(c->attrs, "function"));
  int32_t function = text_function(name);
  bool changes = mlirStringRefEqual(name, mlirStringRefCreateFromCString("change"));
  bool reads = mlirStringRefEqual(name, mlirStringRefCreateFromCString("readline"));
  bool outside = function == CJAX_TEXT_getenv || function == CJAX_TEXT_hasenv ||
                 function == CJAX_TEXT_write || changes || reads;
  if (outside && refuse(in, c)) return false;
  int64_t result = changes ? cjax_rt_path_change(in_value[0], in_value[1], in_value[2], where)
                   : reads
                       ? cjax_rt_read_line(in_value[0], in_value[1], where)
                       : cjax_rt_text_call(function, in_value[0], in_value[1], in_value[2], where);
  array_put(y[0], 0, (Scalar){.i = result});
  return true;
}

bool interp_open_model(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  Arena *a = &in->frame->arena;
  cjax_rt_open_model(attr_text(a, c->attrs, "usage"), attr_text(a, c->attrs, "params"),
                     (int32_t)attr_int(c->attrs, "inputs"), (int32_t)attr_int(c->attrs, "results"));
  return true;
}

bool interp_model_input(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  const char *name = attr_text(&in->frame->arena, c->attrs, "name");
  int32_t index = attr_flag(c->attrs, "param") ? -1 : (int32_t)attr_int(c->attrs, "index");
  cjax_rt_model_input(index, name, (int32_t)y[0]->dtype, y[0]->dims.n, y[0]->dims.d, y[0]->data);
  return true;
}

bool interp_model_result(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  const char *name = attr_text(&in->frame->arena, c->attrs, "name");
  cjax_rt_model_result((int32_t)attr_int(c->attrs, "index"), name, (int32_t)x[0]->dtype,
                       x[0]->dims.n, x[0]->dims.d, x[0]->data);
  return true;
}

bool interp_exit(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  if (refuse(in, c)) return false;
  cjax_rt_exit(array_get(x[0], 0).i);
}

bool interp_block_until_ready(Interp *in, const OpCall *c, const Array *const *x,
                              Array *const *y) {
  return true;
}

// effect.c -- effects as calls of the runtime (runtime/cjax_rt.h), in order.
#include <string.h>

#include "lower/host/host.h"
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"

static const MlirType NOTHING = {0};
enum { FAILURE = 4 }; // the stream of texts that a failing check is about to end with

//===-- what the runtime is told about arrays -------------------------------------------===//

static Val i32_of(Host *h, int64_t x) { return emit_int(&h->b, type_int(&h->b, 32), x); }
static Val i64_of(Host *h, int64_t x) { return emit_int(&h->b, type_int(&h->b, 64), x); }

static Val shape_of(Host *h, Dims d) {
  MlirAttribute key = attr_of_dims(h->b.ctx, d);
  int64_t none = 0;
  return host_pointer(h, host_data(h, key.ptr, d.n ? d.d : &none, d.n ? d.n * 8 : 8));
}

static Val text_of(Host *h, const char *s, int64_t n) {
  return host_pointer(h, host_text(h, s, n));
}

//===-- text with run-time parts ------------------------------------------------------------===//

static MlirStringRef string_at(MlirAttribute array, intptr_t i) {
  return mlirStringAttrGetValue(mlirArrayAttrGetElement(array, i));
}

static void print_text(Host *h, Val stream, MlirStringRef s) {
  if (!s.length) return;
  Val text = text_of(h, s.data, (int64_t)s.length);
  Val args[] = {stream, text, i64_of(h, (int64_t)s.length)};
  host_runtime(h, "cjax_rt_print_text", 3, args, NOTHING);
}

static void print_handle(Host *h, Val stream, Val v, MlirStringRef style) {
  char *spec = arena_strndup(h->b.arena, style.data + 5, style.length - 5);
  Val args[] = {stream, host_place(h, v)->s[0],
                text_of(h, spec, (int64_t)style.length - 4)};
  host_runtime(h, "cjax_rt_print_handle", 3, args, NOTHING);
}

static void print_array(Host *h, Val stream, Val v, MlirStringRef style) {
  if (style.length >= 5 && !strncmp(style.data, "text:", 5)) {
    print_handle(h, stream, v, style);
    return;
  }
  Dims d = val_dims(v);
  Dtype dtype = element_dtype(val_element(v));
  bool key = style.length == 3 && !strncmp(style.data, "key", 3);
  if (key) dtype = DTYPE_KEY, d.n--;
  Val args[] = {stream, host_address(h, host_place(h, v)), i32_of(h, dtype),  i32_of(h, d.n),
                shape_of(h, d),    text_of(h, style.data, (int64_t)style.length)};
  host_runtime(h, "cjax_rt_print_array", 6, args, NOTHING);
}

// scf.index_switch with an entry of the table in each region; the default is the last.
static void print_choice(Host *h, Val stream, Val v, MlirAttribute table) {
  Build outer = h->b;
  int n = (int)mlirArrayAttrGetNumElements(table);
  MlirRegion *r = ARENA_ARRAY(outer.arena, MlirRegion, n);
  int64_t *cases = ARENA_ARRAY(outer.arena, int64_t, n);
  Val index = host_place(h, v)->s[0], zero = emit_int(&h->b, mlirValueGetType(index), 0);
  Val at = emit_index_cast(&h->b, emit_bin(&h->b, "arith.maxsi", index, zero), type_index(&h->b));
  outer = h->b;
  for (int i = 0; i < n; i++) {
    cases[i] = i;
    r[i] = mlirRegionCreate();
    h->b.block = mlirBlockCreate(0, NULL, NULL), h->b.before = (MlirOperation){0};
    mlirRegionAppendOwnedBlock(r[i], h->b.block);
    print_text(h, stream, string_at(table, i == 0 ? n - 1 : i - 1));
    emit_op(&h->b, "scf.yield", 0, NULL, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  }
  h->b = outer;
  MlirAttribute attrs = attrs_make(outer.ctx, 1, "cases", attr_i64s(&outer, n - 1, cases));
  emit_op(&h->b, "scf.index_switch", 1, &at, 0, NULL, attrs, n, r);
}

// `first`: the operand that field 0 formats.
static void print_pieces(Host *h, const OpCall *c, Val stream, int first) {
  MlirAttribute text = attr_get(c->attrs, "text"), fields = attr_get(c->attrs, "fields");
  MlirAttribute tables = attr_get(c->attrs, "tables");
  intptr_t n = mlirArrayAttrGetNumElements(fields), k = 0;
  for (intptr_t i = 0; i <= n; i++) {
    print_text(h, stream, string_at(text, i));
    if (i == n) break;
    MlirStringRef style = string_at(fields, i);
    bool choice = style.length == 6 && !strncmp(style.data, "choice", 6);
    if (choice)
      print_choice(h, stream, c->in[first + i], mlirArrayAttrGetElement(tables, k++));
    else
      print_array(h, stream, c->in[first + i], style);
  }
}

static bool host_print(Host *h, const OpCall *c) {
  bool has = !mlirAttributeIsNull(attr_get(c->attrs, "stream"));
  print_pieces(h, c, i32_of(h, has ? attr_int(c->attrs, "stream") : 1), 0);
  return true;
}

static bool host_flush(Host *h, const OpCall *c) {
  host_runtime(h, "cjax_rt_flush", 0, NULL, NOTHING);
  return true;
}

static bool check_failed(Build *b, void *ctx, bool then, Val *y) {
  void **p = ctx;
  Host *h = p[0];
  const OpCall *c = p[1];
  if (!then) return true;
  Build outer = h->b;
  h->b = *b;
  if (mlirArrayAttrGetNumElements(attr_get(c->attrs, "fields"))) {
    print_pieces(h, c, i32_of(h, FAILURE), 1);
    Val nothing[] = {text_of(h, "", 0), i64_of(h, 0)};
    host_runtime(h, "cjax_rt_fail", 2, nothing, NOTHING);
  } else {
    MlirStringRef s = string_at(attr_get(c->attrs, "text"), 0);
    Val args[] = {text_of(h, s.data, (int64_t)s.length), i64_of(h, (int64_t)s.length)};
    host_runtime(h, "cjax_rt_fail", 2, args, NOTHING);
  }
  *b = h->b, h->b = outer;
  return true;
}

// Branches make long code slow to compile: they are for what a loop repeats, where a call would
// cost.
enum { BRANCHES = 8 };

static bool check_is_branch(const Host *h, const OpCall *c) {
  if (!mlirAttributeIsNull(attr_get(c->attrs, "tables"))) return true;
  return h->scope->outer && h->scope->checks++ < BRANCHES;
}

static bool host_check(Host *h, const OpCall *c) {
  Val ok = host_place(h, c->in[0])->s[0];
  if (!check_is_branch(h, c)) {
    MlirStringRef s = string_at(attr_get(c->attrs, "text"), 0);
    if (mlirArrayAttrGetNumElements(attr_get(c->attrs, "fields"))) {
      print_pieces(h, c, emit_select(&h->b, ok, i32_of(h, 0), i32_of(h, FAILURE)), 1);
      s.length = 0;
    }
    Val args[] = {emit1(&h->b, "arith.extui", ok, type_int(&h->b, 32)),
                  text_of(h, s.data, (int64_t)s.length), i64_of(h, (int64_t)s.length)};
    host_runtime(h, "cjax_rt_check", 3, args, NOTHING);
    return true;
  }
  Val bad = emit_bin(&h->b, "arith.xori", ok, emit_int(&h->b, type_int(&h->b, 1), 1));
  void *ctx[] = {h, (void *)c};
  return emit_if(&h->b, bad, 0, NULL, check_failed, ctx, NULL);
}

//===-- the world ---------------------------------------------------------------------------===//

static bool bind_scalar(Host *h, const OpCall *c, Val v) {
  return host_bind(h, op_result(c->op, 0), place_scalars(h, c->out[0], &v)), true;
}

static bool host_clock(Host *h, const OpCall *c) {
  MlirType t = type_element(c->out[0]);
  Val kind = i32_of(h, attr_int(c->attrs, "kind"));
  const char *name = element_is_float(t) ? "cjax_rt_clock" : "cjax_rt_clock_ns";
  return bind_scalar(h, c, host_runtime(h, name, 1, &kind, t));
}

// A WHERE of the runtime: the text, and a second zero byte should it hold none.
static Val where_of(Host *h, const OpCall *c) {
  MlirStringRef s = mlirStringAttrGetValue(attr_get(c->attrs, "message"));
  return text_of(h, arena_strndup(h->b.arena, s.data, s.length), (int64_t)s.length + 1);
}

// The text of an attribute, with its zero byte.
static Val attr_of_call(Host *h, const OpCall *c, const char *name) {
  const char *s = attr_text(h->b.arena, c->attrs, name);
  return text_of(h, s, (int64_t)strlen(s) + 1);
}

static bool host_load_npy(Host *h, const OpCall *c) {
  MlirStringRef path = mlirStringAttrGetValue(attr_get(c->attrs, "path"));
  Dims d = type_dims(c->out[0]);
  const Place *dst = host_destination(h, op_result(c->op, 0));
  bool text = !mlirAttributeIsNull(attr_get(c->attrs, "format"));
  Val args[8] = {text_of(h, path.data, (int64_t)path.length),
                 i32_of(h, element_dtype(type_element(c->out[0]))),
                 i32_of(h, d.n),
                 shape_of(h, d),
                 i64_of(h, attr_int(c->attrs, "hash")),
                 host_address(h, dst)};
  if (text) args[6] = attr_of_call(h, c, "format");
  args[6 + text] = where_of(h, c);
  host_runtime(h, text ? "cjax_rt_load_text" : "cjax_rt_load_npy", 7 + text, args, NOTHING);
  return host_bind(h, op_result(c->op, 0), dst), true;
}

static bool host_save_npy(Host *h, const OpCall *c) {
  MlirStringRef path = mlirStringAttrGetValue(attr_get(c->attrs, "path"));
  Dims d = val_dims(c->in[0]);
  bool other = !mlirAttributeIsNull(attr_get(c->attrs, "format"));
  bool png = other && !strcmp(attr_text(h->b.arena, c->attrs, "format"), "png");
  const char *name = png ? "cjax_rt_save_png" : other ? "cjax_rt_save_as" : "cjax_rt_save_npy";
  other = other && !png;
  Val args[7] = {text_of(h, path.data, (int64_t)path.length),
                 i32_of(h, element_dtype(val_element(c->in[0]))),
                 i32_of(h, d.n),
                 shape_of(h, d),
                 host_address(h, host_place(h, c->in[0]))};
  if (other) args[5] = attr_of_call(h, c, "format");
  args[5 + other] = where_of(h, c);
  host_runtime(h, name, 6 + other, args, NOTHING);
  return true;
}

// WHERE (two texts) around what is wrong.
static Val failure_of(Host *h, const OpCall *c, const char *what, int64_t *n) {
  MlirStringRef s = mlirStringAttrGetValue(attr_get(c->attrs, "message"));
  char *where = arena_alloc(h->b.arena, s.length + 2); // with zeros behind it
  memcpy(where, s.data, s.length);
  char *text = arena_printf(h->b.arena, "%s%s%s", where, what, where + strlen(where) + 1);
  *n = (int64_t)strlen(text);
  return text_of(h, text, *n);
}

// int target(const T *x0, ..., R *y0, ...), which may print: what the program printed comes first.
static bool host_ffi_call(Host *h, const OpCall *c) {
  const char *name = attr_text(h->b.arena, c->attrs, "target");
  Val *args = ARENA_ARRAY(h->b.arena, Val, c->nin + c->nout + 1);
  const Place **dst = ARENA_ARRAY(h->b.arena, const Place *, c->nout + 1);
  for (int i = 0; i < c->nin; i++) args[i] = host_address(h, host_place(h, c->in[i]));
  for (int i = 0; i < c->nout; i++) {
    dst[i] = place_alloc(h, c->out[i]);
    args[c->nin + i] = host_address(h, dst[i]);
  }
  MlirType i32 = type_int(&h->b, 32);
  host_runtime(h, "cjax_rt_flush", 0, NULL, NOTHING);
  Val status = host_runtime(h, name, c->nin + c->nout, args, i32);
  Val ok = emit_cmp(&h->b, "eq", status, emit_int(&h->b, i32, 0));
  int64_t n;
  const char *what = arena_printf(h->b.arena, "RuntimeError: %s returned an error", name);
  Val text = failure_of(h, c, what, &n);
  Val check[] = {emit1(&h->b, "arith.extui", ok, i32), text, i64_of(h, n)};
  host_runtime(h, "cjax_rt_check", 3, check, NOTHING);
  for (int i = 0; i < c->nout; i++) host_bind(h, op_result(c->op, i), dst[i]);
  return true;
}

static bool host_argc(Host *h, const OpCall *c) {
  return bind_scalar(h, c, host_runtime(h, "cjax_rt_argc", 0, NULL, type_element(c->out[0])));
}

static bool host_argv(Host *h, const OpCall *c) {
  Val args[] = {host_place(h, c->in[0])->s[0], where_of(h, c)};
  return bind_scalar(h, c, host_runtime(h, "cjax_rt_argv", 2, args, type_element(c->out[0])));
}

static bool host_sleep(Host *h, const OpCall *c) {
  Val seconds = host_place(h, c->in[0])->s[0];
  host_runtime(h, "cjax_rt_sleep", 1, &seconds, NOTHING);
  return true;
}

static bool host_parse_args(Host *h, const OpCall *c) {
  MlirStringRef s = mlirStringAttrGetValue(attr_get(c->attrs, "declarations"));
  char *copy = arena_strndup(h->b.arena, s.data, s.length);
  Val text = text_of(h, copy, (int64_t)s.length + 1);
  host_runtime(h, "cjax_rt_parse_args", 1, &text, NOTHING);
  return true;
}

static bool host_parsed_arg(Host *h, const OpCall *c) {
  MlirType t = type_element(c->out[0]);
  bool given = !mlirAttributeIsNull(attr_get(c->attrs, "given"));
  const char *name = element_is_float(t) ? "cjax_rt_parsed_float"
                     : given             ? "cjax_rt_parsed_given"
                                         : "cjax_rt_parsed_int";
  Val k = i64_of(h, attr_int(c->attrs, "index"));
  return bind_scalar(h, c, host_runtime(h, name, 1, &k, t));
}

static bool host_open_model(Host *h, const OpCall *c) {
  Val args[] = {attr_of_call(h, c, "usage"), attr_of_call(h, c, "params"),
                i32_of(h, attr_int(c->attrs, "inputs")), i32_of(h, attr_int(c->attrs, "results"))};
  host_runtime(h, "cjax_rt_open_model", 4, args, NOTHING);
  return true;
}

static bool host_model_input(Host *h, const OpCall *c) {
  Dims d = type_dims(c->out[0]);
  const Place *dst = host_destination(h, op_result(c->op, 0));
  Val args[] = {i32_of(h, attr_flag(c->attrs, "param") ? -1 : attr_int(c->attrs, "index")),
                attr_of_call(h, c, "name"),
                i32_of(h, element_dtype(type_element(c->out[0]))),
                i32_of(h, d.n),
                shape_of(h, d),
                host_address(h, dst)};
  host_runtime(h, "cjax_rt_model_input", 6, args, NOTHING);
  return host_bind(h, op_result(c->op, 0), dst), true;
}

static bool host_model_result(Host *h, const OpCall *c) {
  Dims d = val_dims(c->in[0]);
  Val args[] = {i32_of(h, attr_int(c->attrs, "index")),
                attr_of_call(h, c, "name"),
                i32_of(h, element_dtype(val_element(c->in[0]))),
                i32_of(h, d.n),
                shape_of(h, d),
                host_address(h, host_place(h, c->in[0]))};
  host_runtime(h, "cjax_rt_model_result", 6, args, NOTHING);
  return true;
}

static bool host_text_op(Host *h, const OpCall *c) {
  host_runtime(h, "cjax_rt_text_begin", 0, NULL, NOTHING);
  print_pieces(h, c, i32_of(h, 3), 0);
  MlirType t = type_element(c->out[0]);
  return bind_scalar(h, c, host_runtime(h, "cjax_rt_text_end", 0, NULL, t));
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

static bool host_text_call(Host *h, const OpCall *c) {
  MlirType t = type_element(c->out[0]);
  Val where = where_of(h, c), zero = i64_of(h, 0), x[3] = {zero, zero, zero};
  for (int i = 0; i < c->nin && i < 3; i++) x[i] = host_place(h, c->in[i])->s[0];
  if (element_is_float(t)) {
    Val args[] = {x[0], where};
    return bind_scalar(h, c, host_runtime(h, "cjax_rt_text_float", 2, args, t));
  }
  MlirStringRef name = mlirStringAttrGetValue(attr_get(c->attrs, "function"));
  if (mlirStringRefEqual(name, mlirStringRefCreateFromCString("change"))) {
    // By itself: few programs need it, and it is larger than all others together.
    Val args[] = {x[0], x[1], x[2], where};
    return bind_scalar(h, c, host_runtime(h, "cjax_rt_path_change", 4, args, t));
  }
  if (mlirStringRefEqual(name, mlirStringRefCreateFromCString("readline"))) {
    Val args[] = {x[0], x[1], where};
    return bind_scalar(h, c, host_runtime(h, "cjax_rt_read_line", 3, args, t));
  }
  Val args[] = {i32_of(h, text_function(name)), x[0], x[1], x[2], where};
  return bind_scalar(h, c, host_runtime(h, "cjax_rt_text_call", 5, args, t));
}

static bool host_exit(Host *h, const OpCall *c) {
  Val status = host_place(h, c->in[0])->s[0];
  host_runtime(h, "cjax_rt_exit", 1, &status, NOTHING);
  return true;
}

static bool host_block_until_ready(Host *h, const OpCall *c) { return true; }

const OpLower lower_print = {.host = host_print};
const OpLower lower_flush = {.host = host_flush};
const OpLower lower_check = {.host = host_check};
const OpLower lower_clock = {.host = host_clock};
const OpLower lower_load_npy = {.host = host_load_npy};
const OpLower lower_save_npy = {.host = host_save_npy};
const OpLower lower_ffi_call = {.host = host_ffi_call};
const OpLower lower_argc = {.host = host_argc};
const OpLower lower_argv = {.host = host_argv};
const OpLower lower_sleep = {.host = host_sleep};
const OpLower lower_parse_args = {.host = host_parse_args};
const OpLower lower_parsed_arg = {.host = host_parsed_arg};
const OpLower lower_text = {.host = host_text_op};
const OpLower lower_text_call = {.host = host_text_call};
const OpLower lower_open_model = {.host = host_open_model};
const OpLower lower_model_input = {.host = host_model_input};
const OpLower lower_model_result = {.host = host_model_result};
const OpLower lower_exit = {.host = host_exit};
const OpLower lower_block_until_ready = {.host = host_block_until_ready};

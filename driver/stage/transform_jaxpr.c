// transform_jaxpr.c -- the text of a staged function as jax.make_jaxpr shows it.
//
// The IR is first turned into equations with names, in the order in which the text mentions them,
// and these are then laid out (transform_jaxpr_text.c).  Broadcasts that Python's
// operators imply are not shown, and constants of rank 0 stand where they are used.
#include "dialect/clone.h"
#include "driver/stage/transform_jaxpr.h"
#include "dialect/transforms/transforms.h"
#include "driver/stage/transform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Name {
  MlirValue v;
  const char *text;
} Name;

// A call of a function that an engine derived, inside others.
typedef struct Inlined {
  const struct Inlined *outer;
  MlirOperation call;
} Inlined;

typedef struct Namer {
  VM *vm;
  Arena *arena;
  int count;
  Name *name;
  uint32_t n, room;
  const Inlined *inlined; // the calls whose equations stand in their place
} Namer;

//===-- names --------------------------------------------------------------------------===//

const char *jaxpr_name(Arena *a, int i) {
  char digits[16];
  int n = 0;
  do
    digits[n++] = (char)('a' + i % 26);
  while (i /= 26);
  char *text = arena_alloc(a, (size_t)n + 1);
  for (int k = 0; k < n; k++)
    text[k] = digits[n - 1 - k];
  text[n] = 0;
  return text;
}

static const char *fresh(Namer *s) { return jaxpr_name(s->arena, s->count++); }

static const char *set_name(Namer *s, MlirValue v, const char *text) {
  if (s->n == s->room) s->name = vec_grow(s->arena, s->name, &s->room, sizeof *s->name);
  s->name[s->n++] = (Name){v, text};
  return text;
}

static const char *find_name(const Namer *s, MlirValue v) {
  for (uint32_t i = s->n; i--;)
    if (s->name[i].v.ptr == v.ptr) return s->name[i].text;
  return NULL;
}

static const char *type_short(Namer *s, MlirType t) {
  StrBuf b;
  strbuf_init(&b, s->arena);
  Dims d = type_dims(t);
  strbuf_puts(&b, dtype_short_name(s->arena, element_dtype(type_element(t))));
  strbuf_putc(&b, '[');
  for (int i = 0; i < d.n; i++)
    strbuf_printf(&b, i ? ",%lld" : "%lld", (long long)d.d[i]);
  strbuf_putc(&b, ']');
  return b.data;
}

static const char *binder(Namer *s, MlirValue v, const char *name) {
  return arena_printf(s->arena, "%s:%s", name, type_short(s, mlirValueGetType(v)));
}

//===-- operands -----------------------------------------------------------------------===//

static bool is_op(MlirValue v, OpKind k) {
  return mlirValueIsAOpResult(v) && op_kind(mlirOpResultGetOwner(v)) == k;
}

// An implied broadcast that adds dimensions to an array: shown, as one that adds those of size 1.
static bool adds_dims(MlirOperation op) {
  int n = type_rank(mlirValueGetType(mlirOperationGetOperand(op, 0)));
  return n > 0 && n < type_rank(mlirValueGetType(op_result(op, 0)));
}

static bool is_literal(MlirValue v) {
  return is_op(v, OP_CONSTANT) && type_rank(mlirValueGetType(v)) == 0;
}

// Where a function is mapped over an axis, numbers are broadcast along it: JAX's batched ops take
// them as they are.
static bool is_mapped_number(MlirOperation op) {
  MlirValue x = mlirOperationGetOperand(op, 0);
  while (is_op(x, OP_BROADCAST_IN_DIM))
    x = mlirOperationGetOperand(mlirOpResultGetOwner(x), 0);
  if (!is_literal(x)) return false;
  MlirStringRef name = mlirStringRefCreateFromCString("cjax.derived");
  MlirOperation up = mlirOperationGetParentOperation(op);
  while (!mlirOperationIsNull(up) && mlirAttributeIsNull(mlirOperationGetAttributeByName(up, name)))
    up = mlirOperationGetParentOperation(up);
  return !mlirOperationIsNull(up);
}

// Not shown; one that adds dimensions to an array is, as one that adds those of size 1.
static bool is_implied(MlirOperation op) {
  return (attr_flag(op_attrs(op), "implicit") && !adds_dims(op)) || is_mapped_number(op);
}

// x of an implied broadcast of x.
static MlirValue source(MlirValue v) {
  while (is_op(v, OP_BROADCAST_IN_DIM)) {
    MlirOperation op = mlirOpResultGetOwner(v);
    if (!is_implied(op)) break;
    v = mlirOperationGetOperand(op, 0);
  }
  return v;
}

// The shortest decimal that is x in f32, as Python writes it.
static const char *float_text(VM *vm, Dtype d, Value v) {
  char text[40];
  for (int p = 1; d == DTYPE_F32 && p < 10; p++) {
    snprintf(text, sizeof text, "%.*g", p, v.f);
    if (strtof(text, NULL) != (float)v.f) continue;
    v.f = strtod(text, NULL);
    break;
  }
  return text_of(vm, v);
}

// `2.0:f32[]`; of a splat its one number.
static const char *literal(Namer *s, MlirValue v) {
  Dtype d = element_dtype(val_element(v));
  const void *data = constant_first(s->arena, v);
  Value x = data_value(s->vm, d, (Dims){0}, data);
  const char *text = x.tag == TAG_FLOAT ? float_text(s->vm, d, x) : text_of(s->vm, x);
  return arena_printf(s->arena, "%s:%s[]", text, dtype_short_name(s->arena, d));
}

static bool is_splat(MlirValue v) {
  return is_op(v, OP_CONSTANT) && mlirDenseElementsAttrIsSplat(constant_value(v));
}

static const char *operand(Namer *s, MlirValue v) {
  v = source(v);
  const char *name = find_name(s, v);
  if (name) return name;
  return is_literal(v) || is_splat(v) ? literal(s, v) : "?";
}

static const char *join(Namer *s, int n, const char *const *xs) {
  StrBuf b;
  strbuf_init(&b, s->arena);
  strbuf_puts(&b, "");
  for (int i = 0; i < n; i++)
    strbuf_printf(&b, i ? " %s" : "%s", xs[i]);
  return b.data;
}

static const char *tuple_text(Namer *s, int n, const char *const *xs) {
  StrBuf b;
  strbuf_init(&b, s->arena);
  strbuf_putc(&b, '(');
  for (int i = 0; i < n; i++)
    strbuf_printf(&b, i ? ", %s" : "%s", xs[i]);
  strbuf_puts(&b, n == 1 ? ",)" : ")");
  return b.data;
}

//===-- equations ----------------------------------------------------------------------===//

static Eqn *add_eqn(Namer *s, Jaxpr *j, const char *prim) {
  Eqn *e = ARENA_NEW(s->arena, Eqn);
  e->prim = prim;
  *j->last = e;
  j->last = &e->next;
  return e;
}

static Param *add_param(Eqn *e, const char *name, const char *text) {
  Param *p = &e->param[e->nparam++];
  *p = (Param){.name = name, .text = text};
  return p;
}

static void jaxpr_param(Namer *s, Eqn *e, const char *name, Jaxpr *j) {
  Param *p = add_param(e, name, NULL);
  p->n = 1;
  p->jaxpr = ARENA_ARRAY(s->arena, Jaxpr *, 1);
  p->jaxpr[0] = j;
}

static const char *int_text(Namer *s, int64_t i) {
  return arena_printf(s->arena, "%lld", (long long)i);
}

// Nothing uses v but the end of a call in whose place it stands, and nothing that call's result.
static bool is_unused(const Inlined *in, MlirValue v) {
  MlirOpOperand use = mlirValueGetFirstUse(v);
  for (; !mlirOpOperandIsNull(use); use = mlirOpOperandGetNextUse(use)) {
    MlirOperation op = mlirOpOperandGetOwner(use);
    bool ends = op_kind(op) == OP_COUNT && mlirOperationIsNull(mlirOperationGetNextInBlock(op));
    if (!in || !ends) return false;
    if (!is_unused(in->outer, op_result(in->call, (int)mlirOpOperandGetOperandNumber(use))))
      return false;
  }
  return true;
}

static void name_results(Namer *s, Eqn *e, MlirOperation op) {
  int n = (int)mlirOperationGetNumResults(op);
  const char **texts = ARENA_ARRAY(s->arena, const char *, n + 1);
  for (int i = 0; i < n; i++) {
    MlirValue v = mlirOperationGetResult(op, i);
    const char *name = find_name(s, v); // that of the call whose result it is
    if (!name) name = is_unused(s->inlined, v) ? "_" : set_name(s, v, fresh(s));
    texts[i] = binder(s, v, name);
  }
  e->binders = join(s, n, texts);
}

static void operands_from(Namer *s, Eqn *e, MlirOperation op, int first) {
  int n = (int)mlirOperationGetNumOperands(op) - first;
  const char **texts = ARENA_ARRAY(s->arena, const char *, n + 1);
  for (int i = 0; i < n; i++)
    texts[i] = operand(s, mlirOperationGetOperand(op, first + i));
  e->args = join(s, n, texts);
}

static const char *dims_list(Namer *s, MlirAttribute attrs, const char *name, bool brackets) {
  const char *text =
      brackets ? list_text(s->vm, attr_dims(attrs, name)) : dims_text(attr_dims(attrs, name));
  return arena_strdup(s->arena, text);
}

static void dot_params(Namer *s, Eqn *e, MlirOperation op) {
  MlirAttribute a = op_attrs(op);
  const char *lc = dims_list(s, a, "lhs_contracting", true);
  const char *rc = dims_list(s, a, "rhs_contracting", true);
  const char *lb = dims_list(s, a, "lhs_batch", true), *rb = dims_list(s, a, "rhs_batch", true);
  add_param(e, "dimension_numbers", arena_printf(s->arena, "((%s, %s), (%s, %s))", lc, rc, lb, rb));
  MlirValue y = mlirOperationGetResult(op, 0);
  add_param(e, "preferred_element_type", dtype_name(element_dtype(val_element(y))));
}

static void slice_params(Namer *s, Eqn *e, MlirAttribute a) {
  Dims strides = attr_dims(a, "strides");
  bool unit = true;
  for (int i = 0; i < strides.n; i++)
    unit &= strides.d[i] == 1;
  add_param(e, "limit_indices", dims_list(s, a, "limit_indices", false));
  add_param(e, "start_indices", dims_list(s, a, "start_indices", false));
  add_param(e, "strides", unit ? "None" : dims_list(s, a, "strides", false));
}

// Parameters whose name and value are those of an attribute.
static void plain_params(Namer *s, Eqn *e, MlirOperation op) {
  static const struct {
    OpKind kind;
    const char *name;
    bool dims;
  } rows[] = {{OP_TRANSPOSE, "permutation", true},
              {OP_SQUEEZE, "dimensions", true},
              {OP_REV, "dimensions", true},
              {OP_CONCATENATE, "dimension", false},
              {OP_DYNAMIC_SLICE, "slice_sizes", true},
              {OP_INTEGER_POW, "y", false},
              {OP_SPLIT, "axis", false},
              {OP_SPLIT, "sizes", true}};
  OpKind k = op_kind(op);
  MlirAttribute a = op_attrs(op);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].kind == k)
      add_param(e, rows[i].name,
                rows[i].dims ? dims_list(s, a, rows[i].name, false)
                             : int_text(s, attr_int(a, rows[i].name)));
}

static const char *result_dtype(MlirOperation op) {
  return dtype_name(element_dtype(val_element(mlirOperationGetResult(op, 0))));
}

static const char *result_shape(Namer *s, MlirOperation op) {
  return arena_strdup(s->arena, dims_text(val_dims(mlirOperationGetResult(op, 0))));
}

static void op_params(Namer *s, Eqn *e, MlirOperation op) {
  MlirAttribute a = op_attrs(op);
  OpKind k = op_kind(op);
  const char *family = op_info[k].family;
  plain_params(s, e, op);
  if (k == OP_DOT_GENERAL) dot_params(s, e, op);
  if (k == OP_SLICE) slice_params(s, e, a);
  if (k == OP_CONVERT_ELEMENT_TYPE || k == OP_BITCAST_CONVERT_TYPE)
    add_param(e, "new_dtype", result_dtype(op));
  if (k == OP_CONVERT_ELEMENT_TYPE) add_param(e, "weak_type", "False");
  if (k == OP_CONJ) add_param(e, "input_dtype", result_dtype(op));
  if (k == OP_BROADCAST_IN_DIM && attr_dims(a, "broadcast_dimensions").n)
    add_param(e, "broadcast_dimensions", dims_list(s, a, "broadcast_dimensions", false));
  if (!strcmp(family, "reduce")) add_param(e, "axes", dims_list(s, a, "axes", false));
  if (k == OP_REDUCE_SUM) add_param(e, "out_sharding", "None");
  if (!strcmp(family, "argreduce")) {
    add_param(e, "axes", arena_printf(s->arena, "(%lld,)", (long long)attr_int(a, "axis")));
    add_param(e, "index_dtype", result_dtype(op));
  }
  if (!strcmp(family, "cumulative")) {
    add_param(e, "axis", int_text(s, attr_int(a, "axis")));
    add_param(e, "reverse", attr_flag(a, "reverse") ? "True" : "False");
  }
  if (k == OP_RESHAPE) {
    add_param(e, "dimensions", "None");
    add_param(e, "new_sizes", result_shape(s, op));
    add_param(e, "sharding", "None");
  }
  if (k == OP_IOTA) {
    add_param(e, "dimension", int_text(s, attr_int(a, "dimension")));
    add_param(e, "dtype", result_dtype(op));
    add_param(e, "shape", result_shape(s, op));
    add_param(e, "sharding", "None");
  }
  if (k == OP_SORT) {
    add_param(e, "dimension", int_text(s, attr_int(a, "dimension")));
    add_param(e, "is_stable", "True");
    add_param(e, "num_keys", int_text(s, attr_int(a, "num_keys")));
  }
  jaxpr_more_params(s->arena, e, op);
}

//===-- ops with bodies ------------------------------------------------------------------===//

typedef struct Constants {
  MlirValue *v;
  uint32_t n, room;
} Constants;

// The body of the function that op calls, or null.
static MlirBlock call_body(Namer *s, MlirOperation op) {
  MlirAttribute callee =
      op_kind(op) == OP_COUNT ? attr_get(op_attrs(op), "callee") : (MlirAttribute){0};
  if (mlirAttributeIsNull(callee)) return (MlirBlock){0};
  return func_body(func_lookup(s->vm->build->module, callee));
}

// The constants in a block, and in what it calls, that are no numbers.  They are constants of the
// whole, with names there before anything else has one, and operands of what holds them.
static void inner_constants(Namer *s, MlirBlock block, bool named, Constants *out) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      inner_constants(s, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)), named, out);
    MlirBlock called = call_body(s, op);
    if (!mlirBlockIsNull(called)) inner_constants(s, called, named, out);
    if (op_kind(op) != OP_CONSTANT) continue;
    MlirValue v = op_result(op, 0);
    bool seen = is_literal(v) || is_splat(v) || (find_name(s, v) != NULL) != named;
    for (uint32_t i = 0; i < out->n && !seen; i++)
      seen = out->v[i].ptr == v.ptr;
    if (seen) continue;
    if (out->n == out->room) out->v = vec_grow(s->arena, out->v, &out->room, sizeof *out->v);
    out->v[out->n++] = v;
  }
}

static void add_block(Namer *s, Jaxpr *j, MlirBlock block);

static Jaxpr *jaxpr_new(Namer *s) {
  Jaxpr *j = ARENA_NEW(s->arena, Jaxpr);
  j->consts = "";
  j->last = &j->first;
  return j;
}

static void set_outs(Namer *s, Jaxpr *j, MlirBlock block) {
  MlirOperation end = mlirBlockGetTerminator(block);
  int n = (int)mlirOperationGetNumOperands(end);
  const char **texts = ARENA_ARRAY(s->arena, const char *, n + 1);
  for (int i = 0; i < n; i++)
    texts[i] = operand(s, mlirOperationGetOperand(end, i));
  j->outs = tuple_text(s, n, texts);
}

// What a region captures and the text mentions: not constants of rank 0.
static MlirValue *captures(Namer *s, MlirOperation op, int *n) {
  int all, k = 0;
  Val *xs = region_captures(s->arena, op, &all);
  for (int i = 0; i < all; i++) {
    MlirValue v = source(xs[i]);
    bool seen = is_literal(v) && !find_name(s, v);
    for (int m = 0; m < k && !seen; m++)
      seen = xs[m].ptr == v.ptr;
    if (!seen) xs[k++] = v;
  }
  Constants inner = {0};
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
    inner_constants(s, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)), true, &inner);
  MlirValue *all_of = ARENA_ARRAY(s->arena, MlirValue, k + (int)inner.n + 1);
  memcpy(all_of, xs, (size_t)k * sizeof *xs);
  for (uint32_t i = 0; i < inner.n; i++)
    all_of[k++] = inner.v[i];
  *n = k;
  return all_of;
}

// A body whose parameters are captured values, then those of its block.
static Jaxpr *region_jaxpr(Namer *s, MlirRegion region, int ncapture, const MlirValue *captured) {
  Jaxpr *j = jaxpr_new(s);
  MlirBlock block = mlirRegionGetFirstBlock(region);
  j->body = block.ptr;
  int n = (int)mlirBlockGetNumArguments(block);
  uint32_t mark = s->n;
  const char **texts = ARENA_ARRAY(s->arena, const char *, ncapture + n + 1);
  for (int i = 0; i < ncapture; i++)
    texts[i] = binder(s, captured[i], set_name(s, captured[i], fresh(s)));
  for (int i = 0; i < n; i++) {
    MlirValue v = mlirBlockGetArgument(block, i);
    texts[ncapture + i] = binder(s, v, set_name(s, v, fresh(s)));
  }
  j->ins = join(s, ncapture + n, texts);
  add_block(s, j, block);
  set_outs(s, j, block);
  s->n = mark;
  return j;
}

static const char *captured_args(Namer *s, int n, const MlirValue *captured) {
  const char **texts = ARENA_ARRAY(s->arena, const char *, n + 1);
  for (int i = 0; i < n; i++)
    texts[i] = operand(s, captured[i]);
  return join(s, n, texts);
}

static void add_loop(Namer *s, Jaxpr *j, MlirOperation op, OpKind k) {
  Eqn *e = add_eqn(s, j, op_name(k));
  MlirAttribute a = op_attrs(op);
  int n;
  MlirValue *captured = captures(s, op, &n);
  name_results(s, e, op);
  const char *before = captured_args(s, n, captured);
  operands_from(s, e, op, 0);
  e->args = arena_printf(s->arena, "%s%s%s", before, n && *e->args ? " " : "", e->args);
  if (k == OP_SCAN) {
    jaxpr_param(s, e, "jaxpr", region_jaxpr(s, mlirOperationGetRegion(op, 0), n, captured));
    add_param(e, "length", int_text(s, attr_int(a, "length")));
    add_param(e, "num_carry", int_text(s, attr_int(a, "num_carry")));
    add_param(e, "num_consts", int_text(s, n));
    add_param(e, "reverse", attr_flag(a, "reverse") ? "True" : "False");
    add_param(e, "unroll", int_text(s, attr_int(a, "unroll")));
    return;
  }
  jaxpr_param(s, e, "body_jaxpr", region_jaxpr(s, mlirOperationGetRegion(op, 1), n, captured));
  add_param(e, "body_nconsts", int_text(s, n));
  jaxpr_param(s, e, "cond_jaxpr", region_jaxpr(s, mlirOperationGetRegion(op, 0), n, captured));
  add_param(e, "cond_nconsts", int_text(s, n));
}

static void add_case(Namer *s, Jaxpr *j, MlirOperation op) {
  const char *index = operand(s, mlirOperationGetOperand(op, 0));
  if (element_is_bool(val_element(mlirOperationGetOperand(op, 0)))) {
    Eqn *c = add_eqn(s, j, "convert_element_type");
    const char *name = fresh(s);
    c->binders = arena_printf(s->arena, "%s:i32[]", name);
    c->args = index;
    add_param(c, "new_dtype", "int32");
    add_param(c, "weak_type", "False");
    index = name;
  }
  Eqn *e = add_eqn(s, j, "cond");
  int n, nregion = (int)mlirOperationGetNumRegions(op);
  MlirValue *captured = captures(s, op, &n);
  name_results(s, e, op);
  e->args = arena_printf(s->arena, "%s%s%s", index, n ? " " : "", captured_args(s, n, captured));
  Param *p = add_param(e, "branches", NULL);
  p->tuple = true;
  p->n = nregion;
  p->jaxpr = ARENA_ARRAY(s->arena, Jaxpr *, nregion + 1);
  for (int i = 0; i < nregion; i++)
    p->jaxpr[i] = region_jaxpr(s, mlirOperationGetRegion(op, i), n, captured);
}

static MlirAttribute func_attr(MlirOperation func, const char *name) {
  return mlirOperationGetAttributeByName(func, mlirStringRefCreateFromCString(name));
}

// The function that func is, mapped over axes ("vmap f ..."), if that one is jitted; else null.
static MlirOperation jitted(Namer *s, MlirOperation func) {
  for (;;) {
    MlirAttribute derived = func_attr(func, "cjax.derived");
    if (mlirAttributeIsNull(derived)) break;
    MlirStringRef text = mlirStringAttrGetValue(derived);
    const char *name = arena_strndup(s->arena, text.data, text.length);
    if (strncmp(name, "vmap ", 5)) return (MlirOperation){0};
    name = arena_strndup(s->arena, name + 5, strcspn(name + 5, " "));
    func = func_named(s->vm->build->module, name);
    if (mlirOperationIsNull(func)) return func;
  }
  return mlirAttributeIsNull(func_attr(func, "cjax.jitted")) ? (MlirOperation){0} : func;
}

// Any other function that an engine derived: its equations stand where it is called.
static void inline_call(Namer *s, Jaxpr *j, MlirOperation op, MlirBlock body) {
  uint32_t mark = s->n;
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(body); i++)
    set_name(s, mlirBlockGetArgument(body, i), operand(s, mlirOperationGetOperand(op, i)));
  Inlined in = {s->inlined, op};
  s->inlined = &in;
  add_block(s, j, body);
  s->inlined = in.outer;
  MlirOperation end = mlirBlockGetTerminator(body);
  intptr_t n = mlirOperationGetNumResults(op);
  const char **results = ARENA_ARRAY(s->arena, const char *, (int)n + 1);
  for (intptr_t i = 0; i < n; i++)
    results[i] = operand(s, mlirOperationGetOperand(end, i));
  s->n = mark; // another call has names of its own
  for (intptr_t i = 0; i < n; i++) {
    MlirValue v = mlirOperationGetResult(op, i);
    if (!is_unused(s->inlined, v)) set_name(s, v, results[i]);
  }
}

// The Python name in a symbol: @f_2 is f, @lambda is <lambda>.
static const char *python_name(Namer *s, MlirOperation func) {
  char *name = arena_strdup(s->arena, func_name(s->arena, func));
  char *end = name + strlen(name), *p = end;
  while (p > name && p[-1] >= '0' && p[-1] <= '9')
    p--;
  if (p < end && p > name + 1 && p[-1] == '_') p[-1] = 0;
  return strcmp(name, "lambda") ? name : "<lambda>";
}

// The words of the attribute "cjax.shown" of a function, which say what equation its call is:
//   remat2 POLICY PREVENT_CSE    custom_jvp_call NAME RULE ZEROS    custom_vjp_call NAME FWD BWD
//   ZEROS
static int shown_words(Namer *s, MlirOperation func, char *words[6]) {
  MlirAttribute shown = func_attr(func, "cjax.shown");
  int n = 0;
  if (mlirAttributeIsNull(shown)) return 0;
  MlirStringRef text = mlirStringAttrGetValue(shown);
  char *p = arena_strndup(s->arena, text.data, text.length);
  for (char *w = strtok(p, " "); w && n < 6; w = strtok(NULL, " "))
    words[n++] = w;
  return n;
}

// Constants inside a function that is called: operands of its equation behind the others.
static Constants constant_operands(Namer *s, Eqn *e, MlirBlock body) {
  Constants inside = {0};
  inner_constants(s, body, true, &inside);
  const char *more = captured_args(s, (int)inside.n, inside.v);
  if (inside.n) e->args = arena_printf(s->arena, *e->args ? "%s %s" : "%s%s", e->args, more);
  return inside;
}

// ... and parameters of its body.
static const char *with_constants(Namer *s, const char *ins, Constants inside) {
  for (uint32_t i = 0; i < inside.n; i++) {
    const char *text = binder(s, inside.v[i], set_name(s, inside.v[i], fresh(s)));
    ins = arena_printf(s->arena, *ins ? "%s %s" : "%s%s", ins, text);
  }
  return ins;
}

// A function's body with names of its own.
static Jaxpr *apart(Namer *s, Eqn *e, MlirBlock body) {
  Constants inside = constant_operands(s, e, body);
  uint32_t mark = s->n;
  Jaxpr *inner = jaxpr_new(s);
  inner->body = body.ptr;
  int n = (int)mlirBlockGetNumArguments(body);
  const char **texts = ARENA_ARRAY(s->arena, const char *, n + 1);
  for (int i = 0; i < n; i++) {
    MlirValue v = mlirBlockGetArgument(body, i);
    texts[i] = binder(s, v, set_name(s, v, fresh(s)));
  }
  inner->ins = with_constants(s, join(s, n, texts), inside);
  add_block(s, inner, body);
  set_outs(s, inner, body);
  s->n = mark;
  return inner;
}

static void add_shown(Namer *s, Jaxpr *j, MlirOperation op, MlirBlock body, char **words) {
  bool remat = !strcmp(words[0], "remat2"), vjp = !strcmp(words[0], "custom_vjp_call");
  Eqn *e = add_eqn(s, j, words[0]);
  name_results(s, e, op);
  operands_from(s, e, op, 0);
  if (remat) {
    add_param(e, "differentiated", "False");
    jaxpr_param(s, e, "jaxpr", apart(s, e, body));
    add_param(e, "policy", words[1]);
    add_param(e, "prevent_cse", words[2]);
    return;
  }
  add_param(e, "name", words[1]);
  if (vjp) add_param(e, "bwd", words[3]);
  jaxpr_param(s, e, "call_jaxpr", apart(s, e, body));
  add_param(e, vjp ? "fwd" : "jvp", words[2]);
  add_param(e, "symbolic_zeros", words[vjp ? 4 : 3]);
}

static void add_call(Namer *s, Jaxpr *j, MlirOperation op) {
  MlirOperation func = func_lookup(s->vm->build->module, attr_get(op_attrs(op), "callee"));
  MlirBlock body = func_body(func);
  char *words[6];
  if (shown_words(s, func, words) > 2) {
    add_shown(s, j, op, body, words);
    return;
  }
  if (!mlirAttributeIsNull(func_attr(func, "cjax.derived"))) {
    func = jitted(s, func);
    if (mlirOperationIsNull(func)) {
      inline_call(s, j, op, body);
      return;
    }
  }
  Eqn *e = add_eqn(s, j, "jit");
  name_results(s, e, op);
  operands_from(s, e, op, 0);
  add_param(e, "name", python_name(s, func));
  Constants inside = constant_operands(s, e, body);
  uint32_t mark = s->n;
  Jaxpr *inner = jaxpr_new(s);
  inner->body = body.ptr;
  int n = (int)mlirBlockGetNumArguments(body);
  const char **texts = ARENA_ARRAY(s->arena, const char *, n + 1);
  for (int i = 0; i < n; i++) {
    MlirValue v = mlirBlockGetArgument(body, i);
    const char *outer = find_name(s, source(mlirOperationGetOperand(op, i)));
    for (int k = 0; outer && k < i; k++) // given twice
      if (find_name(s, mlirBlockGetArgument(body, k)) == outer) outer = NULL;
    texts[i] = binder(s, v, set_name(s, v, outer ? outer : fresh(s)));
  }
  inner->ins = with_constants(s, join(s, n, texts), inside);
  MlirOperation end = mlirBlockGetTerminator(body);
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    const char *outer = find_name(s, mlirOperationGetResult(op, i));
    MlirValue v = mlirOperationGetOperand(end, i);
    if (outer && !find_name(s, v) && !is_literal(source(v))) set_name(s, v, outer);
  }
  add_block(s, inner, body);
  set_outs(s, inner, body);
  s->n = mark;
  jaxpr_param(s, e, "jaxpr", inner);
}

// `a:f32[1,3] = broadcast_in_dim[broadcast_dimensions=(1,)] x` of an implied broadcast to f32[4,3].
static void add_promotion(Namer *s, Jaxpr *j, MlirOperation op) {
  MlirValue x = mlirOperationGetOperand(op, 0), y = op_result(op, 0);
  Dims from = val_dims(x), map = attr_dims(op_attrs(op), "broadcast_dimensions"), to = val_dims(y);
  for (int i = 0; i < to.n; i++)
    to.d[i] = 1;
  for (int i = 0; i < map.n; i++)
    to.d[map.d[i]] = from.d[i];
  Eqn *e = add_eqn(s, j, op_name(OP_BROADCAST_IN_DIM));
  StrBuf b;
  strbuf_init(&b, s->arena);
  strbuf_printf(&b, "%s:%s[", set_name(s, y, fresh(s)),
                dtype_short_name(s->arena, element_dtype(val_element(y))));
  for (int i = 0; i < to.n; i++)
    strbuf_printf(&b, i ? ",%lld" : "%lld", (long long)to.d[i]);
  strbuf_putc(&b, ']');
  e->binders = b.data;
  add_param(e, "broadcast_dimensions", arena_strdup(s->arena, dims_text(map)));
  operands_from(s, e, op, 0);
}

static void add_op(Namer *s, Jaxpr *j, MlirOperation op) {
  OpKind k = op_kind(op);
  if (k == OP_COUNT) {
    add_call(s, j, op);
    return;
  }
  if (k == OP_CONSTANT) return;
  if (k == OP_BROADCAST_IN_DIM && is_implied(op)) return;
  if (k == OP_BROADCAST_IN_DIM && attr_flag(op_attrs(op), "implicit")) {
    add_promotion(s, j, op);
    return;
  }
  if (k == OP_SCAN || k == OP_WHILE)
    add_loop(s, j, op, k);
  else if (k == OP_CASE)
    add_case(s, j, op);
  else {
    Eqn *e = add_eqn(s, j, op_name(k));
    name_results(s, e, op);
    op_params(s, e, op);
    operands_from(s, e, op, 0);
  }
}

static void add_block(Namer *s, Jaxpr *j, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), end = mlirBlockGetTerminator(block);
  for (; !mlirOperationEqual(op, end); op = mlirOperationGetNextInBlock(op))
    add_op(s, j, op);
}

//===-- the function -------------------------------------------------------------------===//

// Names of captured values, of the function's constants that are no scalars, and of those inside
// what it calls.
static const char *const_binders(Namer *s, MlirBlock block, uint32_t nin, Constants *constants) {
  StrBuf b;
  strbuf_init(&b, s->arena);
  strbuf_puts(&b, "");
  for (intptr_t i = nin; i < mlirBlockGetNumArguments(block); i++) {
    MlirValue v = mlirBlockGetArgument(block, i);
    strbuf_printf(&b, b.n ? " %s" : "%s", binder(s, v, set_name(s, v, fresh(s))));
  }
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (op_kind(op) != OP_CONSTANT || is_literal(mlirOperationGetResult(op, 0))) continue;
    if (constants->n == constants->room)
      constants->v = vec_grow(s->arena, constants->v, &constants->room, sizeof *constants->v);
    constants->v[constants->n++] = op_result(op, 0);
  }
  inner_constants(s, block, false, constants);
  for (uint32_t i = 0; i < constants->n; i++) {
    MlirValue v = constants->v[i];
    strbuf_printf(&b, b.n ? " %s" : "%s", binder(s, v, set_name(s, v, fresh(s))));
  }
  return b.data;
}

Jaxpr *jaxpr_of_func(VM *vm, const StagedFunc *f, uint32_t *n, MlirValue **constants) {
  Constants found = {0};
  Namer s = {.vm = vm, .arena = vm->arena};
  MlirBlock block = func_body(f->func);
  Jaxpr *j = jaxpr_new(&s);
  j->consts = const_binders(&s, block, f->nin, &found);
  const char **ins = ARENA_ARRAY(vm->arena, const char *, f->nin + 1);
  for (uint32_t i = 0; i < f->nin; i++) {
    MlirValue v = mlirBlockGetArgument(block, i);
    ins[i] = binder(&s, v, set_name(&s, v, fresh(&s)));
  }
  j->ins = join(&s, (int)f->nin, ins);
  add_block(&s, j, block);
  set_outs(&s, j, block);
  *n = found.n;
  *constants = found.v;
  return j;
}

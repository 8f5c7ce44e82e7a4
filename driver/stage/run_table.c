// run_table.c -- sequences and dicts whose index only the executable knows.
//
//     texts[i]      a choice from a table        numbers[i], arrays[i]   a row of them stacked
//     tuples[i]     a tuple, item by item        {0: a, 1: b}[i]         [a, b][i]
#include "driver/stage/run_text.h"

#include "driver/stage/methods.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

static bool choice(VM *vm, Tuple *table, Value i, const char *what, Value *out) {
  if (!run_index_check(vm, i, table->n, what, &i)) return false;
  StrBuilder b;
  strb_init(&b, vm);
  strb_add_segment(&b, (Segment){.kind = SEGMENT_CHOICE, .value = i, .table = table});
  *out = strb_finish(&b);
  return true;
}

// Numbers of one kind: a constant array indexed by i.
static bool number_table(VM *vm, const Value *v, uint32_t n, Value i, const char *what,
                         Value *out) {
  bool is_float = v[0].tag == TAG_FLOAT;
  int64_t *data = arena_alloc(vm->arena, n * sizeof *data);
  for (uint32_t k = 0; k < n; k++)
    data[k] = v[k].i; // the same 8 bytes hold a float
  if (!run_index_check(vm, i, n, what, &i)) return false;
  int64_t shape[1] = {n};
  Value table = array_constant(vm, is_float ? DTYPE_F64 : DTYPE_I64, false, dims_of(1, shape), data,
                               n * sizeof *data);
  return array_row(vm, AS_ARRAY(table), i, out) &&
         array_to_scalar(vm, AS_ARRAY(*out), is_float ? RUN_FLOAT : RUN_INT, out);
}

static bool of_one_tag(const Value *v, uint32_t n) {
  for (uint32_t i = 1; i < n; i++)
    if (v[i].tag != v[0].tag) return false;
  return n && (v[0].tag == TAG_INT || v[0].tag == TAG_FLOAT);
}

static bool all_strings(const Value *v, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (!v_is(v[i], O_STR)) return false;
  return n > 0;
}

// An index of a concrete array of rank 0 as a run-time number; anything else stays: its __index__
// decides.
static bool as_run_index(VM *vm, Value *i) {
  if (!is_array(*i)) return true;
  Array *x = AS_ARRAY(*i);
  if (x->rank || !dtype_is_int(x->dtype) || !trace_is_concrete(x->owner)) return true;
  return array_to_scalar(vm, x, RUN_INT, i);
}

static bool is_run_int(Value i) {
  return is_run_scalar(i) && AS_RUN_SCALAR(i)->run == RUN_INT &&
         mlirAttributeIsNull(constant_value(staged_value(i)));
}

static bool item_of(VM *vm, Tuple *t, Value i, const char *what, Value *out);

static bool same_class(const Tuple *t) {
  for (uint32_t k = 0; k < t->n; k++) {
    if (!v_is(t->v[k], O_TUPLE) || t->v[k].o->cls != t->v[0].o->cls) return false;
    if (AS_TUPLE(t->v[k])->n != AS_TUPLE(t->v[0])->n) return false;
  }
  return t->n > 0;
}

// Tuples of one class and length: item k of the one at i for each k.
static bool tuple_of(VM *vm, Tuple *t, Value i, const char *what, Value *out) {
  const Tuple *first = AS_TUPLE(t->v[0]);
  bool known;
  if (!numbers_settled(vm, i, &known)) return false;
  if (known) return *out = V_EMPTY, true;
  Tuple *made = tuple_new(vm, first->n);
  if (!run_index_check(vm, i, t->n, what, &i)) return false;
  RunScalar *within = AS_RUN_SCALAR(run_scalar_new(vm, RUN_INT, staged_value(i)));
  within->ranged = true;
  within->hi = (int64_t)t->n - 1;
  for (uint32_t k = 0; k < first->n; k++) {
    Tuple *column = tuple_new(vm, t->n);
    for (uint32_t r = 0; r < t->n; r++) column->v[r] = AS_TUPLE(t->v[r])->v[k];
    if (!item_of(vm, column, v_obj(within), what, &made->v[k])) return false;
    if (v_is_empty(made->v[k])) return *out = V_EMPTY, true;
  }
  made->head.cls = first->head.cls;
  return *out = v_obj(made), true;
}

static bool all_same(const Tuple *t) {
  for (uint32_t k = 1; k < t->n; k++)
    if (!v_same(t->v[k], t->v[0])) return false;
  return t->n > 0;
}

// t[i]; empty: the items have no type in common.
static bool item_of(VM *vm, Tuple *t, Value i, const char *what, Value *out) {
  if (AS_RUN_SCALAR(i)->ranged && all_same(t)) return *out = t->v[0], true;
  if (all_strings(t->v, t->n)) return choice(vm, t, i, what, out);
  if (of_one_tag(t->v, t->n)) return number_table(vm, t->v, t->n, i, what, out);
  if (same_class(t)) return tuple_of(vm, t, i, what, out);
  return items_at(vm, t->n, t->v, i, what, out);
}

// Where a handler waits for IndexError, an index that can be known while compiling is.
static bool index_decided(VM *vm, Value sequence, Value i, Value *out, bool *done) {
  int64_t at;
  *done = false;
  if (AS_RUN_SCALAR(i)->ranged || !vm_waits_for(vm, vm->type[E_IndexError])) return true;
  if (!value_index(vm, i, &at)) return vm_clear_exc(vm), true;
  *done = true;
  return get_item(vm, sequence, v_int(at), out);
}

bool run_table_index(VM *vm, Value sequence, Value i, Value *out) {
  int64_t at;
  if (!as_run_index(vm, &i)) return false;
  if (!is_run_int(i)) {
    if (!value_index(vm, i, &at)) return false;
    return get_item(vm, sequence, v_int(at), out);
  }
  bool done;
  if (!index_decided(vm, sequence, i, out, &done)) return false;
  if (done) return true;
  if (v_is(sequence, O_STR)) {
    Tuple *letters;
    if (!value_tuple(vm, sequence, &letters)) return false;
    return choice(vm, letters, i, "string", out);
  }
  bool list = v_is(sequence, O_LIST);
  if (list || v_is(sequence, O_TUPLE)) {
    Tuple *t = AS_TUPLE(sequence);
    if (list) t = tuple_from(vm, AS_LIST(sequence)->v, AS_LIST(sequence)->n);
    if (!item_of(vm, t, i, list ? "list" : "tuple", out)) return false;
    if (!v_is_empty(*out)) return true;
  }
  if (!value_index(vm, i, &at)) return false;
  return get_item(vm, sequence, v_int(at), out);
}

// The values of a dict with the keys low, low + 1, ... in the order of the keys; NULL: others.
static Tuple *dense_values(VM *vm, Dict *d, int64_t *low) {
  bool any = false;
  for (uint32_t k = 0; k < d->n; k++) {
    Value key = d->entries[k].key;
    if (v_is_empty(key)) continue;
    if (key.tag != TAG_INT) return NULL;
    if (!any || key.i < *low) *low = key.i;
    any = true;
  }
  if (!any) return NULL;
  Tuple *t = tuple_new(vm, d->used);
  for (uint32_t k = 0; k < d->n; k++) {
    Value key = d->entries[k].key;
    if (v_is_empty(key)) continue;
    if (key.i - *low >= d->used) return NULL;
    t->v[key.i - *low] = d->entries[k].value;
  }
  return t;
}

// "FILE:4:8: error: KeyError: 7", the line and a caret.
static bool key_error_text(VM *vm, Value key, Value *out) {
  SrcRange at = vm_user_here(vm);
  size_t n = 0;
  const char *line = at.line ? diag_source_line(at.file, at.line, &n) : "";
  Value shown;
  StrBuilder b;
  if (!value_str(vm, key, &shown)) return false;
  strb_init(&b, vm);
  strb_puts(&b, arena_printf(vm->arena, "%s:%u:%u: error: KeyError: ", diag_file_name(at.file),
                             at.line, at.col));
  strb_add_value(&b, shown);
  strb_puts(&b, arena_printf(vm->arena, "\n    %.*s\n    %*s^\n", (int)n, line,
                             at.col ? (int)at.col - 1 : 0, ""));
  return *out = strb_finish(&b), true;
}

// The program ends with KeyError unless key is among n keys from low on.
static bool key_check(VM *vm, Value key, int64_t low, int64_t n) {
  Value above, below, text;
  MlirValue ok;
  return run_scalar_compare(vm, COMPARE_GE, key, v_int(low), &above) &&
         run_scalar_compare(vm, COMPARE_LT, key, v_int(low + n), &below) &&
         run_scalar_binary(vm, BINARY_AND, above, below, &above) && trace_use(vm, above, &ok) &&
         key_error_text(vm, key, &text) && stage_check(vm, ok, text);
}

bool run_table_key(VM *vm, Dict *d, Value key, Value *out) {
  int64_t low = 0;
  bool known;
  *out = V_EMPTY;
  if (!is_run_int(key)) return true;
  if (!numbers_settled(vm, key, &known)) return false;
  if (known || vm_would_catch(vm, vm->type[E_KeyError])) return true;
  Tuple *t = dense_values(vm, d, &low);
  if (!t) return true;
  if (!key_check(vm, key, low, t->n)) return false;
  if (low && !run_scalar_binary(vm, BINARY_SUB, key, v_int(low), &key)) return false;
  RunScalar *within = AS_RUN_SCALAR(run_scalar_new(vm, RUN_INT, staged_value(key)));
  within->ranged = true;
  within->hi = (int64_t)t->n - 1;
  return item_of(vm, t, v_obj(within), "dict", out);
}

static bool run_table_put(VM *vm, List *l, Value i, Value v, bool *done) {
  *done = false;
  return as_run_index(vm, &i) && (!is_run_int(i) || items_put(vm, l, i, v, done));
}

void init_run_table(VM *vm) {
  vm->hooks.index = run_table_index;
  vm->hooks.key = run_table_key;
  vm->hooks.put = run_table_put;
}

// index_parse.c -- the key of x[key]: ints, slices, None, Ellipsis, arrays, masks, tuples of them.
#include "driver/stage/flow.h"
#include "driver/stage/index.h"

#include "dialect/scalar.h"

#include <string.h>

static const char *const clash_url = "https://github.com/jax-ml/jax/issues/4564";

static bool raise_type(VM *vm, Value v) {
  if (staging(vm)->host && is_array(v))
    return vm_raise(vm, E_IndexError,
                    "arrays used as indices must be of integer (or boolean) type");
  if (staging(vm)->host)
    return vm_raise(vm, E_IndexError,
                    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and "
                    "integer or boolean arrays are valid indices");
  if (v_is(v, O_STR))
    return vm_raise(vm, E_TypeError, "JAX does not support string indexing; got idx='%s'",
                    text_of(vm, v));
  if (v_is(v, O_DICT))
    return vm_raise(vm, E_IndexError,
                    "only integers, slices (`:`), ellipsis (`...`), newaxis (`None`) and integer "
                    "or boolean arrays are valid indices. Got %s",
                    text_of(vm, v));
  const char *name = value_unwrap(v).tag == TAG_FLOAT ? "float64" : type_name(vm, v);
  if (is_array(v)) name = dtype_name(AS_ARRAY(v)->dtype);
  return vm_raise(vm, E_TypeError,
                  "Indexer must have integer or boolean type, got indexer with type %s", name);
}

static bool raise_list(VM *vm) {
  return vm_raise(vm, E_TypeError,
                  "Using a non-tuple sequence for multidimensional indexing is not allowed; use "
                  "`arr[array(seq)]` instead of `arr[seq]`. See %s for more information.",
                  clash_url);
}

// How many dimensions of x an item takes.
static int item_dims(VM *vm, Value v) {
  if (v_is_none(v) || v_same(v, vm->ellipsis) || value_unwrap(v).tag == TAG_BOOL) return 0;
  if (is_array(v) && AS_ARRAY(v)->dtype == DTYPE_BOOL) return (int)AS_ARRAY(v)->rank;
  return 1;
}

//===-- slices ------------------------------------------------------------===//

static bool is_affine_pair(Value a, Value b) {
  if (!is_run_scalar(a) || !is_run_scalar(b)) return false;
  const RunScalar *x = AS_RUN_SCALAR(a), *y = AS_RUN_SCALAR(b);
  return y->affine && y->base.ptr == (x->affine ? x->base : staged_value(a)).ptr &&
         y->scale == (x->affine ? x->scale : 1);
}

// x[i:i + c] with a run-time i that is known to stay inside.
static bool run_time_window(VM *vm, const Slice *s, int64_t n, IndexItem *it, bool *done) {
  *done = false;
  if (!v_is_none(s->step) && !(s->step.tag == TAG_INT && s->step.i == 1)) return true;
  if (!is_affine_pair(s->start, s->stop)) return true;
  const RunScalar *a = AS_RUN_SCALAR(s->start), *b = AS_RUN_SCALAR(s->stop);
  int64_t count = b->offset - (a->affine ? a->offset : 0);
  if (!a->ranged || count < 0 || a->lo < 0) return true;
  if (a->hi + count > n)
    return !rolling_limit(vm, s->start, n - count) ||
           vm_unsupported(vm, "CJ0420", "a slice that is shorter in the last iteration of a loop");
  it->kind = INDEX_WINDOW;
  it->count = count;
  *done = true;
  return index_start(vm, s->start, &it->array);
}

static bool static_bound(VM *vm, Value slice, Value v, int position, Value *out) {
  if (!v_is_staged(v)) return *out = v, true;
  if (is_array(v) && !trace_is_concrete(AS_ARRAY(v)->owner)) {
    const void *data;
    bool found;
    if (!static_data(vm, v, &data, &found)) return false;
    if (!found)
      return vm_raise(vm, E_IndexError,
                      "Slice entries must be static integers. Got %s at position %d",
                      text_of(vm, slice), position);
    return *out = data_value(vm, AS_ARRAY(v)->dtype, array_dims(AS_ARRAY(v)), data), true;
  }
  return static_value(vm, v, NULL, out);
}

static bool parse_slice(VM *vm, Value v, int64_t n, int position, IndexItem *it) {
  const Slice *s = (const Slice *)v.o;
  bool done;
  if (!run_time_window(vm, s, n, it, &done) || done) return done;
  Value part[3] = {s->start, s->stop, s->step};
  for (int i = 0; i < 3; i++) {
    if (!static_bound(vm, v, part[i], position, &part[i])) return false;
    if (part[i].tag == TAG_FLOAT)
      return vm_raise(vm, E_TypeError,
                      "slice indices must be integers or None or have an __index__ method");
  }
  it->kind = INDEX_SLICE;
  return slice_indices(vm, slice_new(vm, part[0], part[1], part[2]), n, &it->start, &it->step,
                       &it->count);
}

//===-- ints, arrays, masks -----------------------------------------------===//

static bool parse_int(VM *vm, const Array *x, Value v, int dim, IndexItem *it) {
  int64_t i, n = x->shape[dim];
  if (!value_index(vm, v, &i)) return false;
  if (!n && !staging(vm)->host)
    return vm_raise(vm, E_IndexError, "index is out of bounds for axis %d with size 0", dim);
  it->kind = INDEX_INT;
  int64_t given = i;
  if (i < 0) i += n;
  it->outside = i < 0 || i >= n;
  if (it->outside && staging(vm)->host)
    return vm_raise(vm, E_IndexError, "index %lld is out of bounds for axis %d with size %lld",
                    (long long)given, dim, (long long)n);
  it->raw = i;
  if (it->outside && !watch_index(vm, array_dims(x), i, dim)) return false;
  it->start = i < 0 ? 0 : i >= n ? n - 1 : i;
  it->count = 1;
  return true;
}

static bool check_mask(VM *vm, const Array *x, const Array *mask, int dim, int position) {
  Dims expected = {.n = (int)mask->rank};
  if (dim + (int)mask->rank > (int)x->rank) return true; // too many indices: reported before
  for (uint32_t i = 0; i < mask->rank; i++)
    expected.d[i] = x->shape[dim + (int)i];
  if (dims_equal(expected, array_dims(mask))) return true;
  return vm_raise(
      vm, E_IndexError,
      "boolean index did not match shape of indexed array in index %d: got %s, expected %s",
      position, dims_text(array_dims(mask)), list_text(vm, expected));
}

// The positions where the mask is true, as constants: one index array per dimension of the mask.
static bool parse_mask(VM *vm, const Array *x, Array *mask, int dim, int position, Index *ix) {
  const unsigned char *data;
  bool found;
  if (!check_mask(vm, x, mask, dim, position)) return false;
  if (!static_data(vm, v_obj(mask), (const void **)&data, &found)) return false;
  if (!found) {
    if (trace_is_concrete(mask->owner)) return raise_concretization(vm, v_obj(mask), NULL);
    return tracer_error(vm, "NonConcreteBooleanIndexError",
                        "Array boolean indices must be concrete; got %s",
                        array_text(vm, mask));
  }
  Dims shape = array_dims(mask);
  int64_t n = dims_product(shape), count = 0;
  for (int64_t i = 0; i < n; i++)
    count += data[i];
  int32_t *where = ARENA_ARRAY(vm->arena, int32_t, count + 1);
  int64_t inner = n;
  for (int d = 0; d < shape.n; d++) {
    int64_t size = shape.d[d], k = 0;
    inner = size ? inner / size : 0;
    for (int64_t i = 0; i < n; i++)
      if (data[i]) where[k++] = (int32_t)(i / inner % size);
    Value v = array_constant(vm, DTYPE_I32, false, dims_of(1, &count), where,
                             (size_t)count * sizeof *where);
    IndexItem *it = &ix->item[ix->n++];
    *it = (IndexItem){.kind = INDEX_ARRAY, .dim = dim + d, .count = 1, .array = AS_ARRAY(v)};
    ix->narray++;
  }
  return true;
}

static bool parse_array(VM *vm, Value v, IndexItem *it) {
  const Array *x = AS_ARRAY(v);
  if (!dtype_is_int(x->dtype)) return raise_type(vm, v);
  it->kind = INDEX_ARRAY;
  it->count = 1;
  Array *now;
  return array_current(vm, AS_ARRAY(v), &now) && array_adapt(vm, now, &it->array);
}

static bool parse_ds(VM *vm, Value v, IndexItem *it) {
  const Host *h = (const Host *)v.o;
  it->kind = INDEX_WINDOW;
  return static_int(vm, h->slot[1], NULL, &it->count) && index_start(vm, h->slot[0], &it->array);
}

// One item that takes one dimension of size n.
static bool parse_item(VM *vm, const Array *x, Value v, int dim, int position, IndexItem *it) {
  int64_t n = x->shape[dim];
  *it = (IndexItem){.dim = dim, .step = 1, .count = 1};
  if (v_is(v, O_SLICE)) return parse_slice(vm, v, n, position, it);
  if (v_is(v, O_HOST) && v.o->cls == staging(vm)->ds_class) return parse_ds(vm, v, it);
  if (is_array(v)) return parse_array(vm, v, it);
  if (v_is(v, O_LIST) || v_is(v, O_TUPLE)) {
    if (!x->numpy && v_is(v, O_LIST) && position < 0) return raise_list(vm);
    if (!array_from_nested(vm, v, DTYPE_COUNT, &it->array)) return false;
    return parse_array(vm, v_obj(it->array), it);
  }
  if (is_run_scalar(v) && AS_RUN_SCALAR(v)->run == RUN_INT) {
    it->kind = INDEX_ARRAY;
    return index_start(vm, v, &it->array);
  }
  if (value_unwrap(v).tag == TAG_INT) return parse_int(vm, x, v, dim, it);
  Value index;
  bool found = false;
  if (v.tag == TAG_OBJ && !v_is(v, O_STR) &&
      !call_special(vm, v, "__index__", NULL, 0, &index, &found))
    return false;
  return found ? parse_int(vm, x, index, dim, it) : raise_type(vm, v);
}

//===-- the whole key -----------------------------------------------------===//

static void add_full(Index *ix, const Array *x, int dim) {
  IndexItem *it = &ix->item[ix->n++];
  *it = (IndexItem){.kind = INDEX_SLICE, .dim = dim, .step = 1, .count = x->shape[dim]};
}

static bool count_dims(VM *vm, const Array *x, const Tuple *key, int *missing) {
  int used = 0, dots = 0;
  for (uint32_t i = 0; i < key->n; i++) {
    used += item_dims(vm, key->v[i]);
    dots += v_same(key->v[i], vm->ellipsis);
  }
  if (dots > 1)
    return vm_raise(vm, E_IndexError, "an index can only have a single ellipsis ('...')");
  if (used > (int)x->rank)
    return vm_raise(vm, E_IndexError,
                    staging(vm)->host
                        ? "too many indices for array: array is %u-dimensional, but %d were indexed"
                        : "Too many indices: array is %u-dimensional, but %d were indexed", x->rank,
                    used);
  if (key->n > 2 * MAX_RANK) return vm_raise(vm, E_IndexError, "Too many indices");
  *missing = (int)x->rank - used;
  return true;
}

static bool is_list_key(const Array *x, Value key) { return v_is(key, O_LIST) && !x->numpy; }

// None, True and Ellipsis, which take no dimension of their own.
static bool parse_special(VM *vm, const Array *x, Value v, int missing, int *dim, Index *ix) {
  if (v_same(v, vm->ellipsis)) {
    for (int k = 0; k < missing; k++)
      add_full(ix, x, (*dim)++);
    return true;
  }
  if (!v_is_none(v) && !(v.tag == TAG_BOOL && v.b)) return false;
  ix->item[ix->n++] = (IndexItem){.kind = INDEX_NEW, .dim = -1, .count = 1};
  return true;
}

// Lists are index arrays in NumPy, or masks.
static bool arrays_of_lists(VM *vm, Tuple **key) {
  Tuple *t = tuple_from(vm, (*key)->v, (*key)->n);
  for (uint32_t i = 0; i < t->n; i++) {
    Array *x;
    if (!v_is(t->v[i], O_LIST)) continue;
    if (!array_from_nested(vm, t->v[i], DTYPE_COUNT, &x)) return false;
    if (!array_size(x) && !array_convert(vm, x, DTYPE_I64, false, &x)) return false;
    t->v[i] = v_obj(x);
  }
  *key = t;
  return true;
}

bool index_parse(VM *vm, const Array *x, Value key, Index *ix) {
  *ix = (Index){0};
  if (is_list_key(x, key)) return raise_list(vm);
  Tuple *t = v_is(key, O_TUPLE) ? AS_TUPLE(key) : tuple_from(vm, &key, 1);
  if (staging(vm)->host && !arrays_of_lists(vm, &t)) return false;
  int dim = 0, missing;
  if (!count_dims(vm, x, t, &missing)) return false;
  for (uint32_t i = 0; i < t->n; i++) {
    Value v = t->v[i];
    if (parse_special(vm, x, v, missing, &dim, ix)) continue;
    if (is_array(v) && AS_ARRAY(v)->dtype == DTYPE_BOOL && AS_ARRAY(v)->rank) {
      if (!parse_mask(vm, x, AS_ARRAY(v), dim, (int)i, ix)) return false;
      dim += (int)AS_ARRAY(v)->rank;
      continue;
    }
    IndexItem *it = &ix->item[ix->n];
    if (!parse_item(vm, x, v, dim, (int)i, it)) return false;
    ix->narray += it->kind == INDEX_ARRAY;
    ix->n++;
    dim++;
  }
  while (dim < (int)x->rank)
    add_full(ix, x, dim++);
  return true;
}

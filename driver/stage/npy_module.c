// npy_module.c -- the native module _cjax.npy: arrays in files.
#include "dialect/support/inputs.h"
#include "driver/stage/flow.h"
#include "driver/stage/staging.h"

#include "runtime/npy.h"
#include "runtime/text_table.h"

#include <string.h>

static bool known_path(VM *vm, const char *function, Value v, const char **out) {
  if (!v_is(v, O_STR) && !v_is(v, O_RUN_STR))
    return vm_raise(vm, E_TypeError, "expected str, bytes or os.PathLike object, not %s",
                    type_name(vm, v));
  if (!v_is(v, O_STR))
    return vm_unsupported(vm, "CJ0461", "%s of anything but a path known while compiling",
                          function);
  *out = AS_STR(v)->text;
  return true;
}

// What the runtime says of a file, as an exception.
static bool raise_file(VM *vm, const char *error) {
  const char *colon = strstr(error, ": ");
  bool missing = !strncmp(error, "FileNotFoundError", 17);
  bool folder = !strncmp(error, "IsADirectoryError", 17);
  bool os = !strncmp(error, "OSError", 7);
  return vm_raise(vm,
                  missing  ? E_FileNotFoundError
                  : folder ? E_IsADirectoryError
                  : os     ? E_OSError
                           : E_ValueError,
                  "%s", colon ? colon + 2 : error);
}

// The array of that type, which the executable reads.
static bool emit_load(VM *vm, const char *path, Dtype dtype, Dims shape, Value *out) {
  MlirType type = array_type(vm, dtype, shape);
  MlirAttribute attrs =
      attrs_make(vm->context, 2, "path", attr_str(vm, path), "message", failure_where(vm));
  MlirOperation op = stage_op(vm, OP_LOAD_NPY, 0, NULL, attrs, 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new_like(vm, op_result(op, 0), &(Array){.dtype = dtype, .numpy = true});
  return true;
}

// load(path): the header is read now, the data by the executable.
static bool npy_load(VM *vm, Value *bound, Value *out) {
  NpyHeader h;
  const char *path;
  if (!known_path(vm, "np.load", bound[0], &path)) return false;
  inputs_add(INPUT_HEAD, path);
  const char *error = npy_read_header(&h, path);
  if (error) return raise_file(vm, error);
  return emit_load(vm, path, h.dtype, dims_of(h.rank, h.shape), out);
}

// load_as(path, shape, dtype): of a file that the program has written.
static bool npy_load_as(VM *vm, Value *bound, Value *out) {
  const char *path;
  Dtype dtype;
  bool python;
  Dims shape;
  return known_path(vm, "np.load", bound[0], &path) && parse_shape(vm, bound[1], &shape) &&
         dtype_parse(vm, bound[2], &dtype, &python) && emit_load(vm, path, dtype, shape, out);
}

// save(path, x): the executable writes the file.
static bool npy_save(VM *vm, Value *bound, Value *out) {
  const char *path;
  Array *x;
  MlirValue in;
  if (!known_path(vm, "np.save", bound[0], &path) || !array_of(vm, bound[1], &x)) return false;
  if (x->dtype == DTYPE_KEY)
    return vm_unsupported(vm, "CJ0461", "np.save of %s; convert it first", dtype_name(x->dtype));
  if (!trace_use(vm, v_obj(x), &in)) return false;
  MlirAttribute attrs =
      attrs_make(vm->context, 2, "path", attr_str(vm, path), "message", failure_where(vm));
  *out = V_NONE;
  return !mlirOperationIsNull(stage_op(vm, OP_SAVE_NPY, 1, &in, attrs, 0, NULL));
}

static bool header_value(VM *vm, const char *name, const NpyHeader *h, Value *out) {
  Value r[3] = {v_str(vm, name), dims_value(vm, dims_of(h->rank, h->shape)),
                dtype_value(vm, h->dtype)};
  *out = v_obj(tuple_from(vm, r, 3));
  return true;
}

static bool member_value(VM *vm, const Npz *z, const char *name, Value *out) {
  NpyPart part;
  NpyHeader h;
  const char *error = npz_find(z, name, &part);
  if (!error) {
    error = npy_part_header(&h, &part);
    npy_part_release(&part);
  }
  if (error) return raise_file(vm, error);
  return header_value(vm, name, &h, out);
}

static bool tensors_members(VM *vm, const char *path, Value *out) {
  Safetensors s;
  NpyHeader h;
  Value v;
  const char *name, *error = safetensors_open(&s, path);
  if (error) return raise_file(vm, error);
  List *l = list_new(vm, 4);
  while (!(error = safetensors_next(&s, &name, &h)) && name) {
    header_value(vm, str_name(vm, name)->text, &h, &v);
    list_append(vm, l, v);
  }
  safetensors_close(&s);
  *out = v_obj(l);
  return !error || raise_file(vm, error);
}

// members(path) -> [(name, shape, dtype)] of an .npz or a .safetensors file
static bool npy_members(VM *vm, Value *bound, Value *out) {
  Npz z;
  const char *path, *error, *name;
  if (!known_path(vm, "np.load", bound[0], &path)) return false;
  inputs_add(INPUT_FILE, path);
  if (safetensors_is(path)) return tensors_members(vm, path, out);
  if ((error = npz_open(&z, path))) return raise_file(vm, error);
  List *l = list_new(vm, 4);
  Value v;
  bool ok = true;
  for (int64_t at = 0; ok && (name = npz_next(&z, &at));)
    if ((ok = member_value(vm, &z, str_name(vm, name)->text, &v))) list_append(vm, l, v);
  npz_close(&z);
  *out = v_obj(l);
  return ok;
}

// load_text(path, format, whole): a table of numbers, counted now and read by the executable.
static bool npy_load_text(VM *vm, Value *bound, Value *out) {
  const char *path, *format;
  if (!known_path(vm, "np.loadtxt", bound[0], &path) ||
      !known_path(vm, "np.loadtxt", bound[1], &format))
    return false;
  inputs_add(INPUT_FILE, path);
  TextTable t = {.dtype = bound[2].tag == TAG_BOOL && bound[2].i ? DTYPE_I64 : DTYPE_F64};
  const char *error = text_table_read(&t, path, format);
  if (error) return raise_file(vm, error);
  MlirType type = array_type(vm, t.dtype, dims_of(2, (int64_t[]){t.rows, t.columns}));
  MlirAttribute attrs =
      attrs_make(vm->context, 3, "path", attr_str(vm, path), "message", failure_where(vm), "format",
                 attr_str(vm, format));
  MlirOperation op = stage_op(vm, OP_LOAD_NPY, 0, NULL, attrs, 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new_like(vm, op_result(op, 0), &(Array){.dtype = t.dtype, .numpy = true});
  return true;
}

// save_as(path, x, format)
static bool npy_save_as(VM *vm, Value *bound, Value *out) {
  const char *path, *format;
  Array *x;
  MlirValue in;
  if (!known_path(vm, "writing a file", bound[0], &path) || !array_of(vm, bound[1], &x) ||
      !known_path(vm, "writing a file", bound[2], &format) || !trace_use(vm, v_obj(x), &in))
    return false;
  MlirAttribute attrs =
      attrs_make(vm->context, 3, "path", attr_str(vm, path), "message", failure_where(vm), "format",
                 attr_str(vm, format));
  *out = V_NONE;
  return !mlirOperationIsNull(stage_op(vm, OP_SAVE_NPY, 1, &in, attrs, 0, NULL));
}

// bytes_of(x): the array's bytes where they are known while compiling.
static bool npy_bytes_of(VM *vm, Value *bound, Value *out) {
  Array *x;
  const void *data;
  bool found;
  if (!array_of(vm, bound[0], &x) || !static_data_needed(vm, v_obj(x), &data, &found)) return false;
  if (!found)
    return vm_unsupported(vm, "CJ0461", "what the bytes of an array are is known when the program "
                                        "runs; write them to a file");
  int64_t n = array_size(x) * dtype_size(x->dtype);
  return *out = v_obj(bytes_new(vm, data, (size_t)n)), true;
}

// of_bytes(data, dtype, offset, count) -> a constant array of rank 1
static bool npy_of_bytes(VM *vm, Value *bound, Value *out) {
  Dtype d;
  bool python;
  if (!dtype_parse(vm, bound[1], &d, &python)) return false;
  int64_t size = dtype_size(d), at = bound[2].i, count = bound[3].i;
  const Bytes *b = (const Bytes *)bound[0].o;
  Value x = array_constant(vm, d, false, dims_of(1, &count), b->text + at, (size_t)(count * size));
  *out = array_new_like(vm, AS_ARRAY(x)->value, &(Array){.dtype = d, .numpy = true});
  return true;
}

static const NativeDef functions[] = {{"load_text", "file, format, whole", npy_load_text},
                                      {"save_as", "file, arr, format", npy_save_as},
                                      {"bytes_of", "arr", npy_bytes_of},
                                      {"of_bytes", "data, dtype, offset, count", npy_of_bytes},
                                      {"members", "file", npy_members},
                                      {"load", "file", npy_load},
                                      {"load_as", "file, shape, dtype", npy_load_as},
                                      {"save", "file, arr", npy_save},
                                      {0}};

static bool npy_init(VM *vm, Module *m) { return true; }
const NativeModule native_module_npy = {"_cjax.npy", functions, npy_init};

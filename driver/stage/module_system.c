// module_system.c -- _cjax.clock (behind time) and _cjax.files (behind os).
//
// Clocks are read by the executable: their values are run-time scalars.  Files named by paths that
// are known while compiling count as known too.
#include "dialect/support/file.h"
#include "dialect/support/inputs.h"
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PERF_COUNTER, WALL, MONOTONIC, PROCESS }; // kinds of cjax.clock

// The clock, or what --define time.NAME=VALUE says.
static bool read_clock(VM *vm, const char *name, int kind, bool nanoseconds, Value *out) {
  const char *text = program_defined(vm, name);
  if (!text) return run_clock(vm, kind, nanoseconds, out);
  char *end;
  *out = nanoseconds ? v_int(strtoll(text, &end, 10)) : v_float(strtod(text, &end));
  return (!*end && end > text) ||
         vm_raise(vm, E_ValueError, "--define %s=%s: not a number", name, text);
}

#define CLOCK(name, kind)                                                                          \
  static bool c_##name(VM *vm, Value *a, Value *out) {                                             \
    return read_clock(vm, "time." #name, kind, false, out);                                        \
  }                                                                                                \
  static bool c_##name##_ns(VM *vm, Value *a, Value *out) {                                        \
    return read_clock(vm, "time." #name "_ns", kind, true, out);                                   \
  }
CLOCK(perf_counter, PERF_COUNTER)
CLOCK(time, WALL)
CLOCK(monotonic, MONOTONIC)
CLOCK(process_time, PROCESS)

// sleep(seconds)
static bool c_sleep(VM *vm, Value *a, Value *out) {
  double seconds = 0;
  Value x = a[0];
  MlirValue v;
  *out = V_NONE;
  if (is_run_scalar(x)) {
    if (AS_RUN_SCALAR(x)->run != RUN_FLOAT && !run_scalar_binary(vm, BINARY_MUL, x, v_float(1), &x))
      return false;
    if (!trace_use(vm, x, &v)) return false;
  } else {
    if (!value_float(vm, x, &seconds)) return false;
    if (!(seconds >= 0)) return vm_raise(vm, E_ValueError, "sleep length must be non-negative");
    stage_locate(vm);
    v = op_splat(vm->build, type_tensor(dtype_type(vm, DTYPE_F64), dims_of(0, NULL)), seconds);
  }
  return !mlirOperationIsNull(stage_op(vm, OP_SLEEP, 1, &v, (MlirAttribute){0}, 0, NULL));
}

#define BOTH(name)                                                                                 \
  {#name, "", c_##name}, { #name "_ns", "", c_##name##_ns }
static const NativeDef clock_functions[] = {BOTH(perf_counter),
                                            BOTH(time),
                                            BOTH(monotonic),
                                            BOTH(process_time),
                                            {"sleep", "seconds, /", c_sleep},
                                            {0}};

const NativeModule native_module_clock = {"_cjax.clock", clock_functions, NULL};

// kind: 0 whether the path is there, 1 a folder, 2 a file.  Of a path that only the executable
// knows, the executable says.
static bool file_is(VM *vm, Value path, int kind, Value *out) {
  struct stat s;
  Value args[2] = {path, v_int(kind)};
  if (v_is(path, O_RUN_STR)) return run_text_call(vm, "file", 2, args, RUN_BOOL, out);
  if (!v_is(path, O_STR))
    return vm_raise(vm, E_TypeError,
                    "stat: path should be string, bytes, os.PathLike or integer, not %s",
                    type_name(vm, path));
  inputs_add(INPUT_PATH, AS_STR(path)->text);
  bool there = !stat(AS_STR(path)->text, &s);
  bool is = there && (kind == 0 || (kind == 1 ? S_ISDIR(s.st_mode) : S_ISREG(s.st_mode)));
  return *out = v_bool(is), true;
}

static bool f_exists(VM *vm, Value *a, Value *out) { return file_is(vm, a[0], 0, out); }
static bool f_isdir(VM *vm, Value *a, Value *out) { return file_is(vm, a[0], 1, out); }
static bool f_isfile(VM *vm, Value *a, Value *out) { return file_is(vm, a[0], 2, out); }

static bool f_getcwd(VM *vm, Value *a, Value *out) {
  char path[4096];
  if (!getcwd(path, sizeof path)) return vm_raise(vm, E_OSError, "no current directory");
  *out = v_str(vm, path);
  return true;
}

// read(path): its bytes, or (errno, text).
static bool f_read(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_STR) && !v_is(a[0], O_RUN_STR))
    return vm_raise(vm, E_TypeError, "expected str, bytes or os.PathLike object, not %s",
                    type_name(vm, a[0]));
  if (!v_is(a[0], O_STR))
    return vm_unsupported(vm, "CJ0461", "open of anything but a path known while compiling");
  char *text;
  size_t size;
  inputs_add(INPUT_FILE, AS_STR(a[0])->text);
  bool ok = file_read(vm->arena, AS_STR(a[0])->text, &text, &size);
  Value error[2] = {v_int(errno), v_str(vm, strerror(errno))};
  *out = ok ? v_obj(bytes_new(vm, text, size)) : v_obj(tuple_from(vm, error, 2));
  return true;
}

// write(text, path, mode): by the executable.
static bool f_write(VM *vm, Value *a, Value *out) {
  return run_text_call(vm, "write", 3, a, RUN_INT, out);
}

// literal(text): what of it is known while compiling, if the rest are numbers; else None.
static bool f_literal(VM *vm, Value *a, Value *out) {
  *out = a[0];
  if (!v_is(a[0], O_RUN_STR)) return true;
  const RunStr *r = AS_RUN_STR(a[0]);
  StrBuilder b;
  strb_init(&b, vm);
  bool numbers = true;
  for (uint32_t i = 0; i < r->n; i++) {
    const Segment *s = &r->segment[i];
    Aval v;
    bool field = s->kind == SEGMENT_FIELD && value_aval(vm, s->value, &v) && !v.rank &&
                 strncmp(s->style->text, "text:", 5);
    numbers &= field || s->kind == SEGMENT_TEXT;
    if (field) strb_add(&b, s->style->text, s->style->size); // a comma between thousands is there
    else if (s->text) strb_add(&b, s->text->text, s->text->size);
  }
  Value text = strb_finish(&b);
  return *out = numbers ? text : V_NONE, true;
}

static const NativeDef file_functions[] = {{"write", "text, path, mode, /", f_write},
                                           {"literal", "text, /", f_literal},
                                           {"inflate", "data, bits, /", files_inflate},
                                           {"read", "path, /", f_read},
                                           {"exists", "path, /", f_exists},
                                           {"isdir", "path, /", f_isdir},
                                           {"isfile", "path, /", f_isfile},
                                           {"getcwd", "", f_getcwd},
                                           {0}};

const NativeModule native_module_files = {"_cjax.files", file_functions, NULL};

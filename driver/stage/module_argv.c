// module_argv.c -- _cjax.argv: the executable's command line, behind sys.argv.
#include "dialect/support/inputs.h"
#include "driver/program.h"
#include "driver/stage/flow.h"
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"

#include "driver/stage/vm_internal.h"

#include <stdlib.h>
#include <string.h>

// count(): len(sys.argv), a run-time int
static bool argv_count(VM *vm, Value *a, Value *out) {
  MlirType t = type_tensor(dtype_type(vm, DTYPE_I64), dims_of(0, NULL));
  MlirOperation op = stage_op(vm, OP_ARGC, 0, NULL, attrs_make(vm->context, 0), 1, &t);
  if (mlirOperationIsNull(op)) return false;
  *out = run_scalar_new(vm, RUN_INT, op_result(op, 0));
  RunScalar *n = AS_RUN_SCALAR(*out);
  n->ranged = true;
  n->hi = INT32_MAX;
  return true;
}

// item(k): sys.argv[k], a text of the executable
static bool argv_item(VM *vm, Value *a, Value *out) {
  MlirType t = type_tensor(dtype_type(vm, DTYPE_I64), dims_of(0, NULL));
  MlirValue k;
  if (a[0].tag == TAG_INT) {
    stage_locate(vm);
    k = op_splat_int(vm->build, t, a[0].i);
  } else if (!trace_use(vm, a[0], &k)) {
    return false;
  }
  MlirAttribute attrs = attrs_make(vm->context, 1, "message", failure_where(vm));
  MlirOperation op = stage_op(vm, OP_ARGV, 1, &k, attrs, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  return *out = run_text_new(vm, run_scalar_new(vm, RUN_INT, op_result(op, 0))), true;
}

// static_items(): the arguments, the program's name first, when they are known while compiling.
static bool argv_static(VM *vm, Value *a, Value *out) {
  const Program *p = vm->in->program;
  *out = V_NONE;
  if (!p->args_known) return true;
  List *l = list_new(vm, (uint32_t)p->argc);
  for (int i = 0; i < p->argc; i++) list_append(vm, l, v_str(vm, p->argv[i]));
  return *out = v_obj(l), true;
}

// fixed(): how many the executable takes, its name included, or 0
static bool argv_fixed(VM *vm, Value *a, Value *out) {
  return *out = v_int(vm->in->program->fixed_argc), true;
}

const char *program_defined(VM *vm, const char *name) {
  const Program *p = vm->in->program;
  size_t n = strlen(name);
  for (int i = p->ndefine - 1; i >= 0; i--) {
    if (strncmp(p->define[i], name, n) || p->define[i][n] != '=') continue;
    for (int k = 0; k <= i; k++) // also those that this one replaces
      if (!strncmp(p->define[k], name, n) && p->define[k][n] == '=')
        vm->in->defines_used |= 1ull << k;
    return p->define[i] + n + 1;
  }
  return NULL;
}

// defined(name): the text of --define name=TEXT, or None
static bool argv_defined(VM *vm, Value *a, Value *out) {
  const char *text = program_defined(vm, AS_STR(a[0])->text);
  return *out = text ? v_str(vm, text) : V_NONE, true;
}

// parse(declarations): the executable parses its command line
static bool argv_parse(VM *vm, Value *a, Value *out) {
  MlirAttribute text =
      mlirStringAttrGet(vm->context, mlirStringRefCreate(AS_STR(a[0])->text, AS_STR(a[0])->size));
  MlirAttribute attrs = attrs_make(vm->context, 1, "declarations", text);
  *out = V_NONE;
  return !mlirOperationIsNull(stage_op(vm, OP_PARSE_ARGS, 0, NULL, attrs, 0, NULL));
}

static bool parsed(VM *vm, Value *a, bool given, RunKind kind, Value *out) {
  MlirType t =
      type_tensor(dtype_type(vm, kind == RUN_FLOAT ? DTYPE_F64 : DTYPE_I64), dims_of(0, NULL));
  MlirAttribute none = {0};
  MlirAttribute attrs = attrs_make(vm->context, 3, "index", attr_of_int(vm->context, a[0].i),
                                   "name", attr_str(vm, AS_STR(a[1])->text), "given",
                                   given ? attr_unit(vm->context) : none);
  MlirOperation op = stage_op(vm, OP_PARSED_ARG, 0, NULL, attrs, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  return *out = run_scalar_new(vm, kind, op_result(op, 0)), true;
}

// How often argument k, called name, was given; its value as int, flag, float and text.
static bool argv_given(VM *vm, Value *a, Value *out) { return parsed(vm, a, true, RUN_INT, out); }
static bool argv_integer(VM *vm, Value *a, Value *out) {
  return parsed(vm, a, false, RUN_INT, out);
}
static bool argv_number(VM *vm, Value *a, Value *out) {
  return parsed(vm, a, false, RUN_FLOAT, out);
}
static bool argv_text(VM *vm, Value *a, Value *out) {
  if (!parsed(vm, a, false, RUN_INT, out)) return false;
  return *out = run_text_new(vm, *out), true;
}

// has_env(name), env(name): a variable of the executable's environment
static bool argv_has_env(VM *vm, Value *a, Value *out) {
  return run_text_call(vm, "hasenv", 1, a, RUN_BOOL, out);
}
static bool argv_env(VM *vm, Value *a, Value *out) { return run_text_map(vm, "getenv", 1, a, out); }

// static_env(name): the same when the program is run at once: text or None
static bool argv_static_env(VM *vm, Value *a, Value *out) {
  inputs_add(INPUT_ENVIRONMENT, AS_STR(a[0])->text);
  const char *text = getenv(AS_STR(a[0])->text);
  return *out = text ? v_str(vm, text) : V_NONE, true;
}

// in_package(): whether what calls the library is code of an -I folder
static bool argv_in_package(VM *vm, Value *a, Value *out) {
  const Frame *f = vm->frame;
  while (f && f->module && f->module->library)
    f = f->back;
  return *out = v_bool(f && f->module && f->module->package), true;
}

// read_line(limit, whole): of standard input, a text (cjax_rt_read_line)
static bool argv_read_line(VM *vm, Value *a, Value *out) {
  if (!run_text_read(vm, a[0], a[1].i, out)) return false;
  return *out = run_text_new(vm, *out), true;
}

// lines(): standard input line by line, for a `for` statement
static bool argv_lines(VM *vm, Value *a, Value *out) { return *out = run_lines_new(vm), true; }

// field_count(text, sep), field(text, sep, k): parts of text.split(sep); sep '': at blanks
static bool argv_field_count(VM *vm, Value *a, Value *out) {
  if (!run_text_call(vm, "fields", 2, a, RUN_INT, out)) return false;
  RunScalar *n = AS_RUN_SCALAR(*out);
  n->ranged = true;
  n->hi = INT32_MAX;
  return true;
}

static bool argv_field(VM *vm, Value *a, Value *out) {
  return run_text_map(vm, "field", 3, a, out);
}

// fields(text, sep): an iterator over them, for a `for` statement and for unpacking
static bool argv_fields(VM *vm, Value *a, Value *out) {
  return *out = run_fields_new(vm, a[0], a[1]), true;
}

static bool argv_program(VM *vm, Value *a, Value *out) {
  return *out = v_obj(vm->in->main->path), true;
}

static const NativeDef argv_functions[] = {
    {"count", "", argv_count},
    {"item", "k, /", argv_item},
    {"static_items", "", argv_static},
    {"static_env", "name, /", argv_static_env},
    {"has_env", "name, /", argv_has_env},
    {"env", "name, /", argv_env},
    {"fixed", "", argv_fixed},
    {"parse", "declarations, /", argv_parse},
    {"given", "k, name, /", argv_given},
    {"integer", "k, name, /", argv_integer},
    {"number", "k, name, /", argv_number},
    {"text", "k, name, /", argv_text},
    {"defined", "name, /", argv_defined},
    {"in_package", "", argv_in_package},
    {"program", "", argv_program},
    {"read_line", "limit, whole, /", argv_read_line},
    {"lines", "", argv_lines},
    {"field_count", "text, sep, /", argv_field_count},
    {"field", "text, sep, k, /", argv_field},
    {"fields", "text, sep, /", argv_fields},
    {0}};

const NativeModule native_module_argv = {"_cjax.argv", argv_functions, NULL};

// entry.c -- `--entry predict --sig 'f32[32,8]'`: one function of the program, staged for given
// argument types. The signature is read by driver/library/_entry.py.
#include "driver/stage/entry.h"

#include "driver/stage/staging.h"
#include "driver/stage/transform.h"
#include "driver/stage/vm_internal.h"

static bool find_entry(VM *vm, const char *name, Value *out) {
  *out = dict_get_c(vm, vm->in->main->dict, name);
  if (v_is_empty(*out))
    return vm_raise_at(vm, E_NameError, "CJ0710", (SrcRange){0},
                       "--entry: the program has no function named '%s'", name);
  if (!value_callable(vm, *out))
    return vm_raise(vm, E_TypeError, "--entry: '%s' is a %s, no function", name,
                    type_name(vm, *out));
  return true;
}

// Values of the program that the function uses are found now and become constants in it.
static bool embed_captures(VM *vm, StagedFunc *f) {
  Build b = staging(vm)->main_build;
  b.block = func_body(f->func);
  b.before = mlirBlockGetFirstOperation(b.block);
  b.loc = mlirOperationGetLocation(f->func);
  for (uint32_t i = f->ncapture; i-- > 0;) {
    const void *data;
    bool found;
    Value v = f->capture[i].value;
    if (!static_data(vm, v, &data, &found)) return false;
    if (!found)
      return vm_unsupported(vm, "CJ0470",
                            "the entry uses a value that only a running program knows (%s)",
                            text_of(vm, v));
    MlirType t = mlirValueGetType(f->capture[i].inside);
    Aval a;
    value_aval(vm, v, &a);
    size_t bytes = (size_t)type_count(t) *
                   (size_t)((element_bits(type_element(t)) + 7) / 8);
    mlirValueReplaceAllUsesOfWith(f->capture[i].inside, op_constant(&b, t, data, bytes));
    mlirBlockEraseArgument(b.block, f->nin + i);
  }
  func_update_type(f->func);
  return true;
}

// Names of arguments or results in the C header, and another text of each or None: of arguments the
// name in a file, of results the argument whose memory it may take.
static void name_values(VM *vm, StagedFunc *f, const char *key, const Tuple *names,
                        const Tuple *others) {
  const char *other = key[0] == 'a' ? "cjax.param" : "cjax.place";
  MlirAttribute *dicts = ARENA_ARRAY(vm->arena, MlirAttribute, names->n + 1);
  for (uint32_t i = 0; i < names->n; i++) {
    MlirAttribute name = attr_of_text(vm->context, AS_STR(names->v[i])->text), more = {0};
    if (!v_is_none(others->v[i])) more = attr_of_text(vm->context, AS_STR(others->v[i])->text);
    dicts[i] = attrs_make(vm->context, 2, "cjax.name", name, other, more);
  }
  if (names->n)
    mlirOperationSetAttributeByName(f->func, mlirStringRefCreateFromCString(key),
                                    mlirArrayAttrGet(vm->context, (intptr_t)names->n, dicts));
}

static void mark(VM *vm, StagedFunc *f, const char *key, const char *text) {
  mlirOperationSetAttributeByName(f->func, mlirStringRefCreateFromCString(key),
                                  attr_of_text(vm->context, text));
}

// The function `args[0]` for a signature, whose sizes to choose from are those of number `bucket`.
static bool stage_one(VM *vm, const char *name, Value *args, int bucket, StagedFunc **staged) {
  Value stage, parts;
  Tuple *t, *arguments, *results, *params, *places;
  args[3] = v_int(bucket);
  if (!import_attr(vm, "_entry", "stage", &stage)) return false;
  if (!vm_call(vm, stage, args, 4, NULL, &parts) || !value_tuple(vm, parts, &t)) return false;
  StagedFunc *f = staged_of(vm, t->v[0]);
  if (!f || !value_tuple(vm, t->v[1], &arguments) || !value_tuple(vm, t->v[2], &results) ||
      !value_tuple(vm, t->v[4], &params) || !value_tuple(vm, t->v[6], &places))
    return false;
  if (!embed_captures(vm, f)) return false;
  name_values(vm, f, "arg_attrs", arguments, params);
  name_values(vm, f, "res_attrs", results, places);
  mark(vm, f, "sym_visibility", "public");
  mark(vm, f, "cjax.entry", name);
  mark(vm, f, "cjax.trees", AS_STR(t->v[3])->text);
  if (!v_is_none(t->v[5]))
    mlirOperationSetAttributeByName(
        mlirModuleGetOperation(staging(vm)->module), mlirStringRefCreateFromCString("cjax.params"),
        attr_of_text(vm->context, AS_STR(t->v[5])->text));
  return *staged = f, true;
}

bool entry_stage(VM *vm, const char *name, const char *signature, const char **symbol) {
  Value find, sizes, args[4] = {V_EMPTY, v_str(vm, signature), v_obj(vm->in->main->dict)};
  Tuple *t;
  StagedFunc *f;
  if (!find_entry(vm, name, &args[0]) || !import_attr(vm, "_entry", "buckets", &find)) return false;
  if (!vm_call(vm, find, args + 1, 2, NULL, &sizes) || !value_tuple(vm, sizes, &t)) return false;
  for (uint32_t i = 0; i < (t->n ? t->n : 1); i++) {
    const char *rows = t->n ? AS_STR(t->v[i])->text : NULL;
    const char *full = rows ? arena_printf(vm->arena, "%s_%s", name, rows) : name;
    if (!stage_one(vm, full, args, (int)i, &f)) return false;
    if (rows) mark(vm, f, "cjax.bucket", name), mark(vm, f, "cjax.rows", rows);
  }
  return *symbol = f->symbol, true;
}

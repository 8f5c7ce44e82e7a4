// not_array.c -- how a function of the library refuses an argument that is no array.
//
// JAX's functions that are jitted refuse it where they are staged: by the name of the function that
// is staged and the path of its parameter.  Lists and the like are trees there, so what is refused
// is a leaf of them; an empty one, or one of numbers, gets as far as the check that names the
// function.
#include "driver/stage/staging.h"

#include <string.h>

typedef struct Jitted {
  const char *name, *function, *parameters;
} Jitted;

static const Jitted table[] = {
#define JITTED(name, function, parameters) {name, function, parameters},
#include "driver/stage/jitted.def"
#undef JITTED
};

static const Jitted *find(const char *name) {
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (!strcmp(table[i].name, name)) return &table[i];
  return NULL;
}

// The parameter at a position: words of the table's text.
static bool parameter(const char *words, uint32_t position, StrBuf *path) {
  for (; position && *words; position--) {
    words += strcspn(words, " ");
    words += *words == ' ';
  }
  strbuf_printf(path, "%.*s", (int)strcspn(words, " "), words);
  return *words;
}

enum { DEEPEST = 32 }; // lists may hold themselves

// The first leaf of lists and tuples that no array can be made of, and its path.
static bool find_leaf(VM *vm, Value *v, StrBuf *path, int depth) {
  if (depth > DEEPEST || v_is_none(*v) || v_is(*v, O_DICT) || is_arraylike(vm, *v)) return false;
  bool list = v_is(*v, O_LIST);
  if (!list && !v_is(*v, O_TUPLE)) return true;
  uint32_t n = list ? AS_LIST(*v)->n : AS_TUPLE(*v)->n;
  for (uint32_t i = 0; i < n; i++) {
    StrBuf deeper;
    Value x = list ? AS_LIST(*v)->v[i] : AS_TUPLE(*v)->v[i];
    strbuf_init(&deeper, vm->arena);
    strbuf_printf(&deeper, "%s[%u]", path->data, i);
    if (!find_leaf(vm, &x, &deeper, depth + 1)) continue;
    *v = x;
    *path = deeper;
    return true;
  }
  return false;
}

bool raise_not_array(VM *vm, const char *name, Value v, uint32_t position) {
  const Jitted *j = staging(vm)->host ? NULL : find(name);
  StrBuf path;
  strbuf_init(&path, vm->arena);
  if (j && parameter(j->parameters, position, &path) && find_leaf(vm, &v, &path, 0))
    return vm_raise(
        vm, E_TypeError,
        "Error interpreting argument to <function %s at 0x10> as an abstract array. The "
        "problematic "
        "value is of type %s and was passed to the function at path %s.\n"
        "This typically means that a jit-wrapped function was called with a non-array argument, "
        "and this argument was not marked as static using the static_argnums or static_argnames "
        "parameters of jax.jit.",
        j->function, text_of(vm, v_obj(class_of(vm, v))), path.data);
  return vm_raise(vm, E_TypeError,
                  "%s requires ndarray or scalar arguments, got %s at position %u.", name,
                  text_of(vm, v_obj(class_of(vm, v))), position);
}

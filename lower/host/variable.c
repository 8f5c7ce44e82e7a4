// variable.c -- -g -O0: the program's variables, where a debugger finds them.
//
//   %1 = cjax.name %0 "var:x" : tensor<3xf32>    ->    copies %0 to memory that is x's alone
//
// The memory is the function's from its beginning, when `variable:x:f32:3` is called with it, to
// its end, when `variable.end` is; both are declarations, of which lower/debug.c makes what DWARF
// says.
#include <string.h>

#include "dialect/support/strbuf.h"
#include "lower/host/host.h"

static Place *variable_memory(Host *h, MlirType t) {
  Buffer *buf = ARENA_NEW(h->b.arena, Buffer);
  Val n = emit(&h->b, "memref.alloc", 0, NULL, type_memref_bytes(h, type_bytes(t)),
               attrs_make(h->b.ctx, 1, "operandSegmentSizes",
                          attr_segments(&h->b, 2, (int32_t[]){0, 0})));
  *buf = (Buffer){n, NULL, -1};
  return place_buffer(h, t, buf, VAL_NONE);
}

// "variable:x:f32:3"
static const char *variable_symbol(Host *h, const char *name, MlirType t) {
  StrBuf s;
  strbuf_init(&s, h->b.arena);
  strbuf_printf(&s, "variable:%s:%s", name, dtype_name(element_dtype(type_element(t))));
  Dims d = type_dims(t);
  for (int i = 0; i < d.n; i++) strbuf_printf(&s, ":%lld", (long long)d.d[i]);
  return s.data;
}

// Where the function is told of it: before everything else.
static const Place *variable_place(Host *h, const char *name, MlirType t) {
  for (uint32_t i = 0; i < h->variables.n; i++) {
    const Variable *v = &h->variables.data[i];
    if (!strcmp(v->name, name) && mlirTypeEqual(v->type, t)) return v->place;
  }
  Build here = h->b;
  h->b.block = h->entry;
  h->b.before = mlirBlockGetFirstOperation(h->entry);
  if (h->b.before.ptr) h->b.loc = mlirOperationGetLocation(h->b.before);
  Variable v = {name, t, variable_memory(h, t)};
  Val at = host_pointer(h, v.place->buf->base);
  host_runtime(h, variable_symbol(h, name, t), 1, &at, (MlirType){0});
  h->b = here;
  VEC_PUSH(h->b.arena, h->variables, v);
  return v.place;
}

bool host_name(Host *h, const OpCall *c) {
  const Place *x = host_place(h, c->in[0]);
  host_bind(h, op_result(c->op, 0), place_as(h, x, c->out[0]));
  if (!op_is_variable(c->op) || !type_count(c->out[0])) return true;
  const char *name = attr_text(h->b.arena, c->attrs, "name") + 4;
  place_put(h, x, variable_place(h, name, c->out[0]));
  return true;
}

void host_keep_variables(Host *h) {
  for (uint32_t i = 0; i < h->variables.n; i++) {
    Val at = host_pointer(h, h->variables.data[i].place->buf->base);
    host_runtime(h, "variable.end", 1, &at, (MlirType){0});
  }
}

// place.c -- where values are, and moving them.
#include <string.h>

#include "lower/host/host.h"

enum { ALIGN = 64 };

bool place_equal(const Place *x, const Place *y) {
  return x->kind == PLACE_BUFFER && y->kind == PLACE_BUFFER && x->buf == y->buf &&
         x->offset.ptr == y->offset.ptr;
}

static Place *place_new(Host *h, Place p) {
  Place *q = ARENA_NEW(h->b.arena, Place);
  *q = p;
  return q;
}

Place *place_scalars(Host *h, MlirType t, const Val *s) {
  int64_t n = type_count(t);
  Val *copy = ARENA_ARRAY(h->b.arena, Val, n);
  for (int64_t i = 0; i < n; i++)
    copy[i] = s[i];
  return place_new(h, (Place){PLACE_SCALARS, t, copy, NULL, VAL_NONE});
}

Place *place_uniform(Host *h, MlirType t, Val s) {
  int64_t n = type_is_tiny(t) ? type_count(t) : 1;
  Val *all = ARENA_ARRAY(h->b.arena, Val, n);
  for (int64_t i = 0; i < n; i++)
    all[i] = s;
  return place_new(
      h, (Place){type_is_tiny(t) ? PLACE_SCALARS : PLACE_UNIFORM, t, all, NULL, VAL_NONE});
}

Place *place_buffer(Host *h, MlirType t, Buffer *buf, Val offset) {
  return place_new(h, (Place){PLACE_BUFFER, t, NULL, buf, offset});
}

MlirType type_memref_bytes(Host *h, int64_t n) {
  return mlirMemRefTypeContiguousGet(type_int(&h->b, 8), 1, &n, mlirAttributeGetNull());
}

Place *place_alloc(Host *h, MlirType t) {
  Build *b = &h->b;
  int64_t n = type_bytes(t);
  MlirAttribute align = mlirIntegerAttrGet(type_int(b, 64), ALIGN);
  MlirAttribute attrs = attrs_make(b->ctx, 2, "alignment", align, "operandSegmentSizes",
                                   attr_segments(b, 2, (int32_t[]){0, 0}));
  Buffer *buf = ARENA_NEW(b->arena, Buffer);
  Val base = emit(b, "memref.alloc", 0, NULL, type_memref_bytes(h, n > 0 ? n : 1), attrs);
  *buf = (Buffer){base, h->scope, -1};
  return place_buffer(h, t, buf, VAL_NONE);
}

Place *place_as(Host *h, const Place *p, MlirType t) {
  Place *q = place_new(h, *p);
  q->type = t;
  return q;
}

// memref.view of p's bytes as `type`.
static Val view(Host *h, const Place *p, MlirType type) {
  Val base = p->buf->base;
  if (val_is_none(p->offset) && mlirTypeEqual(mlirValueGetType(base), type)) return base;
  Val offset = val_is_none(p->offset) ? emit_index(&h->b, 0) : p->offset;
  return emit(&h->b, "memref.view", 2, (Val[]){base, offset}, type, mlirAttributeGetNull());
}

Val place_view(Host *h, const Place *p) { return view(h, p, type_memref(p->type)); }

Val place_bytes(Host *h, const Place *p, int64_t size) {
  return view(h, p, type_memref_bytes(h, size));
}

// As an array of one dimension.
static Val view_flat(Host *h, const Place *p) {
  int64_t n = type_count(p->type);
  MlirType e = type_storage(type_element(p->type));
  return view(h, p, mlirMemRefTypeContiguousGet(e, 1, &n, mlirAttributeGetNull()));
}

void place_put(Host *h, const Place *src, const Place *dst) {
  Build *b = &h->b;
  int64_t n = type_count(src->type);
  if (place_equal(src, dst) || n == 0) return;
  Val to = view_flat(h, dst);
  if (src->kind == PLACE_UNIFORM) {
    emit_fill(b, src->s[0], (Arg){to, src->type, false});
  } else if (src->kind == PLACE_BUFFER) {
    Val from = view_flat(h, src);
    emit_op(b, "memref.copy", 2, (Val[]){from, to}, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  } else {
    for (int64_t i = 0; i < n; i++) {
      Val x = emit_store(b, src->s[i], src->type), at = emit_index(b, i);
      emit_memstore(b, x, to, 1, &at);
    }
  }
}

const Place *place_in_memory(Host *h, const Place *p) {
  if (p->kind == PLACE_BUFFER) return p;
  Place *q = place_alloc(h, p->type);
  place_put(h, p, q);
  return q;
}

const Val *place_load(Host *h, const Place *p) {
  int64_t n = type_count(p->type);
  if (p->kind == PLACE_SCALARS || n == 0) return p->s;
  Val *s = ARENA_ARRAY(h->b.arena, Val, n);
  Val from = p->kind == PLACE_BUFFER ? view_flat(h, p) : VAL_NONE;
  for (int64_t i = 0; i < n; i++) {
    if (p->kind == PLACE_UNIFORM) {
      s[i] = p->s[0];
      continue;
    }
    Val at = emit_index(&h->b, i);
    s[i] = emit_load(&h->b, emit_memload(&h->b, from, 1, &at), p->type);
  }
  return s;
}

const Place *place_at_rest(Host *h, const Place *p) {
  if (p->kind == PLACE_SCALARS || type_count(p->type) > 1) return p;
  return place_scalars(h, p->type, place_load(h, p));
}

Place *place_element(Host *h, const Place *p, Val i, MlirType t) {
  Build *b = &h->b;
  if (p->kind == PLACE_UNIFORM) return place_uniform(h, t, p->s[0]);
  const Place *mem = place_in_memory(h, p);
  Val at = emit_mul(b, i, emit_index(b, type_bytes(t)));
  if (!val_is_none(mem->offset)) at = emit_add(b, at, mem->offset);
  Place *q = place_buffer(h, t, mem->buf, at);
  return type_count(t) <= 1 ? place_scalars(h, t, place_load(h, q)) : q;
}

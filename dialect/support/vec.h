// vec.h -- vectors that grow, in an arena.
//
//   VEC(Node *) body = {0};
//   VEC_PUSH(arena, body, node);
//   for (uint32_t i = 0; i < body.n; i++) use(body.data[i]);
#ifndef CJAX_SUPPORT_VEC_H
#define CJAX_SUPPORT_VEC_H

#include "dialect/support/arena.h"

#include <stdint.h>

#define VEC(T)                                                                                     \
  struct {                                                                                         \
    T *data;                                                                                       \
    uint32_t n, room;                                                                              \
  }

// Room for one more element at v.data[v.n].
#define VEC_RESERVE(arena, v)                                                                      \
  ((v).n < (v).room                                                                                \
       ? (void)0                                                                                   \
       : (void)((v).data = vec_grow((arena), (v).data, &(v).room, sizeof *(v).data)))
#define VEC_PUSH(arena, v, x) (VEC_RESERVE(arena, v), (void)((v).data[(v).n++] = (x)))
#define VEC_POP(v) ((v).data[--(v).n])
#define VEC_LAST(v) ((v).data[(v).n - 1])

static inline void *vec_grow(Arena *a, void *data, uint32_t *room, size_t size) {
  uint32_t old = *room;
  *room = old ? old * 2 : 4;
  return arena_grow(a, data, old * size, *room * size);
}

#endif

// inflate.c -- compressed bytes that a program reads while it is compiled: gzip and zlib.
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>
#include <zlib.h>

enum { MOST_BYTES = 1 << 30 }; // of what comes out: a small file may claim to hold any amount

typedef struct Output {
  char *text;
  size_t n, room;
} Output;

static void output_grow(Arena *a, Output *o) {
  size_t room = o->room * 2 + 65536;
  char *text = arena_alloc(a, room);
  if (o->n) memcpy(text, o->text, o->n);
  o->text = text, o->room = room;
}

// Members one after the other, as gzip's files may have them; what is wrong, or null.
static const char *inflate_all(Arena *a, const Bytes *in, int bits, Output *o) {
  z_stream z = {.next_in = (unsigned char *)in->text, .avail_in = in->size};
  if (inflateInit2(&z, bits) != Z_OK) return "no memory";
  int status = Z_OK;
  while (status == Z_OK && o->n <= MOST_BYTES) {
    if (o->n == o->room) output_grow(a, o);
    size_t room = o->room - o->n;
    z.next_out = (unsigned char *)o->text + o->n, z.avail_out = (unsigned)room;
    status = inflate(&z, Z_NO_FLUSH);
    o->n += room - z.avail_out;
    if (status == Z_STREAM_END && z.avail_in && bits > MAX_WBITS) status = inflateReset(&z);
  }
  inflateEnd(&z);
  if (o->n > MOST_BYTES) return "more than 1 GiB";
  return status == Z_STREAM_END ? NULL
         : status == Z_BUF_ERROR ? "it ends before its end-of-stream marker"
                                 : "it is damaged, or not compressed so";
}

bool files_inflate(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_BYTES))
    return vm_raise(vm, E_TypeError, "a bytes-like object is required, not '%s'",
                    type_name(vm, a[0]));
  Arena once;
  Output o = {0};
  arena_init(&once);
  const char *error = inflate_all(&once, (const Bytes *)a[0].o, (int)a[1].i, &o);
  *out = error ? v_str(vm, error) : v_obj(bytes_new(vm, o.text, o.n));
  arena_release(&once);
  return true;
}

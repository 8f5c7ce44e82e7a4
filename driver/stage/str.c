// str.c -- strings: UTF-8 with its length in code points; interning; strings from segments.
#include "driver/stage/vm_internal.h"

#include "dialect/support/strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool text_fits(VM *vm, int64_t n) {
  if (n <= MOST_TEXT) return true;
  return vm_raise(vm, E_MemoryError, "a text of %lld characters is too large", (long long)n);
}

static Str *str_alloc(VM *vm, size_t n) {
  if (n > MOST_TEXT) heap_exhausted(vm);
  Str *s = heap_new(vm, vm->type[T_str], O_STR, sizeof(Str) + n + 1);
  s->size = (uint32_t)n;
  return s;
}

static uint32_t count_points(const char *s, size_t n) {
  uint32_t count = 0;
  for (size_t i = 0; i < n; i++) count += (s[i] & 0xc0) != 0x80;
  return count;
}

Str *str_new(VM *vm, const char *text, size_t n) {
  if (n == 0 && vm->in->empty) return vm->in->empty;
  if (n == 1 && (unsigned char)text[0] < 128 && vm->in->ascii[(int)text[0]])
    return vm->in->ascii[(int)text[0]];
  Str *s = str_alloc(vm, n);
  memcpy(s->text, text, n);
  s->length = count_points(text, n);
  return s;
}

static uint64_t hash_bytes(const char *s, size_t n) {
  uint64_t h = 0x9e3779b97f4a7c15u ^ n;
  while (n >= 8) {
    uint64_t w;
    memcpy(&w, s, 8);
    h = (h ^ w) * 0xff51afd7ed558ccdu;
    h ^= h >> 32;
    s += 8;
    n -= 8;
  }
  uint64_t w = 0;
  memcpy(&w, s, n);
  h = (h ^ w) * 0xff51afd7ed558ccdu;
  h ^= h >> 29;
  h *= 0xc4ceb9fe1a85ec53u;
  h ^= h >> 32;
  return h == 0 || h == UINT64_MAX ? 1 : h;
}

uint64_t str_hash(Str *s) {
  if (!s->hash) s->hash = hash_bytes(s->text, s->size);
  return s->hash;
}

static void intern_rehash(VM *vm) {
  VMInternal *in = vm->in;
  uint32_t old = in->intern_mask ? in->intern_mask + 1 : 0, size = old ? old * 2 : 4096;
  Str **from = in->intern;
  in->intern = heap_grow(vm, NULL, 0, size * sizeof(Str *));
  memset(in->intern, 0, size * sizeof(Str *));
  in->intern_mask = size - 1;
  for (uint32_t i = 0; i < old; i++) {
    if (!from[i]) continue;
    uint32_t h = (uint32_t)from[i]->hash & in->intern_mask;
    while (in->intern[h]) h = (h + 1) & in->intern_mask;
    in->intern[h] = from[i];
  }
  heap_free(vm, from);
}

Str *str_intern(VM *vm, const char *text, size_t n) {
  VMInternal *in = vm->in;
  if (in->nintern * 2 >= in->intern_mask) intern_rehash(vm);
  uint64_t hash = hash_bytes(text, n);
  uint32_t h = (uint32_t)hash & in->intern_mask;
  for (; in->intern[h]; h = (h + 1) & in->intern_mask) {
    Str *s = in->intern[h];
    if (s->hash == hash && s->size == n && !memcmp(s->text, text, n)) return s;
  }
  Str *s = str_new(vm, text, n);
  s->hash = hash;
  s->head.flags |= STR_INTERNED;
  in->intern[h] = s;
  in->nintern++;
  return s;
}

Str *str_name(VM *vm, const char *text) { return str_intern(vm, text, strlen(text)); }

Value v_str(VM *vm, const char *text) { return v_obj(str_new(vm, text, strlen(text))); }

Value v_strf(VM *vm, const char *fmt, ...) {
  char small[256];
  va_list ap;
  va_start(ap, fmt);
  int n = vsnprintf(small, sizeof small, fmt, ap);
  va_end(ap);
  if ((size_t)n < sizeof small) return v_obj(str_new(vm, small, (size_t)n));
  Str *s = str_alloc(vm, (size_t)n);
  va_start(ap, fmt);
  vsnprintf(s->text, (size_t)n + 1, fmt, ap);
  va_end(ap);
  s->length = count_points(s->text, (size_t)n);
  return v_obj(s);
}

bool str_equal(const Str *a, const Str *b) {
  return a == b || (a->size == b->size && !memcmp(a->text, b->text, a->size));
}

bool str_is(const Str *a, const char *text) { return !strcmp(a->text, text); }

int str_compare(const Str *a, const Str *b) {
  size_t n = a->size < b->size ? a->size : b->size;
  int order = memcmp(a->text, b->text, n);
  return order ? order : (a->size > b->size) - (a->size < b->size);
}

Str *str_from_code(VM *vm, uint32_t c) {
  char buffer[4];
  size_t n = utf8_encode(c, buffer);
  return str_new(vm, buffer, n);
}

static size_t fresh_room(size_t n) {
  size_t room = 64;
  while (room < n + 1) room *= 2;
  return room;
}

// a + b for `a += b`, where nothing but the variable refers to a when it is STR_FRESH: such strings
// have room to grow in place, so that building a long string takes linear time and memory.
Str *str_extend(VM *vm, Str *a, const Str *b) {
  size_t n = (size_t)a->size + b->size;
  if (n > MOST_TEXT) heap_exhausted(vm);
  bool in_place = a->head.flags & STR_FRESH && !vm->log_since && n < fresh_room(a->size);
  Str *s = a;
  if (!in_place) {
    s = heap_new(vm, vm->type[T_str], O_STR, sizeof(Str) + fresh_room(n));
    memcpy(s->text, a->text, a->size);
    s->head.flags |= STR_FRESH;
  }
  memcpy(s->text + a->size, b->text, b->size);
  s->text[n] = 0;
  s->length = a->length + b->length;
  s->size = (uint32_t)n;
  s->hash = 0;
  return s;
}

size_t str_offset(const Str *s, int64_t i) {
  if (str_is_ascii(s)) return (size_t)i;
  size_t at = 0;
  while (at < s->size && i > 0) {
    at++;
    while (at < s->size && (s->text[at] & 0xc0) == 0x80) at++;
    i--;
  }
  return at;
}

Str *str_substring(VM *vm, const Str *s, int64_t start, int64_t n) {
  if (n <= 0) return vm->in->empty;
  if (start == 0 && n == s->length && s->head.cls == vm->type[T_str]) return (Str *)s;
  size_t from = str_offset(s, start);
  if (str_is_ascii(s)) return str_new(vm, s->text + from, (size_t)n);
  size_t to = from;
  for (; n > 0 && to < s->size; n--) {
    to++;
    while (to < s->size && (s->text[to] & 0xc0) == 0x80) to++;
  }
  return str_new(vm, s->text + from, to - from);
}

Bytes *bytes_new(VM *vm, const char *text, size_t n) {
  if (n > MOST_TEXT) heap_exhausted(vm);
  Bytes *b = heap_new(vm, vm->type[T_bytes], O_BYTES, sizeof(Bytes) + n + 1);
  b->size = (uint32_t)n;
  if (n && text) memcpy(b->text, text, n);
  return b;
}

// ---- Strings from parts.

void strb_init(StrBuilder *b, VM *vm) { *b = (StrBuilder){.vm = vm}; }

void strb_add(StrBuilder *b, const char *text, size_t n) {
  if (!n) return; // text may be null
  if (b->n + n > b->room) {
    if (b->n + n > MOST_TEXT) heap_exhausted(b->vm);
    size_t room = b->room ? b->room * 2 : 128;
    while (room < b->n + n) room *= 2;
    b->text = heap_grow(b->vm, b->text, b->room, room);
    b->room = room;
  }
  memcpy(b->text + b->n, text, n);
  b->n += n;
}

void strb_puts(StrBuilder *b, const char *text) { strb_add(b, text, strlen(text)); }

void strb_printf(StrBuilder *b, const char *fmt, ...) {
  char small[512];
  va_list ap;
  va_start(ap, fmt);
  int n = vsnprintf(small, sizeof small, fmt, ap);
  va_end(ap);
  if ((size_t)n < sizeof small) {
    strb_add(b, small, (size_t)n);
    return;
  }
  va_start(ap, fmt);
  strb_puts(b, arena_vprintf(b->vm->arena, fmt, ap));
  va_end(ap);
}

static void push_segment(StrBuilder *b, Segment s) {
  if (b->nsegment == b->segment_room) {
    uint32_t room = b->segment_room ? b->segment_room * 2 : 8;
    b->segment = heap_grow(b->vm, b->segment, b->segment_room * sizeof s, room * sizeof s);
    b->segment_room = room;
  }
  b->segment[b->nsegment++] = s;
}

static void flush_text(StrBuilder *b) {
  if (!b->n) return;
  push_segment(b, (Segment){.kind = SEGMENT_TEXT, .text = str_new(b->vm, b->text, b->n)});
  b->n = 0;
}

void strb_add_segment(StrBuilder *b, Segment s) {
  if (s.kind == SEGMENT_TEXT) {
    strb_add(b, s.text->text, s.text->size);
    return;
  }
  flush_text(b);
  push_segment(b, s);
}

void strb_add_value(StrBuilder *b, Value s) {
  if (v_is(s, O_STR)) {
    strb_add(b, AS_STR(s)->text, AS_STR(s)->size);
    return;
  }
  RunStr *r = AS_RUN_STR(s);
  for (uint32_t i = 0; i < r->n; i++) strb_add_segment(b, r->segment[i]);
}

void strb_release(StrBuilder *b) {
  heap_free(b->vm, b->text);
  heap_free(b->vm, b->segment);
}

Value strb_finish(StrBuilder *b) {
  Value out;
  if (!b->nsegment) {
    out = v_obj(str_new(b->vm, b->text ? b->text : "", b->n));
  } else {
    flush_text(b);
    RunStr *r = heap_new(b->vm, b->vm->type[T_run_str], O_RUN_STR,
                         sizeof(RunStr) + b->nsegment * sizeof(Segment));
    r->n = b->nsegment;
    memcpy(r->segment, b->segment, b->nsegment * sizeof(Segment));
    out = v_obj(r);
  }
  strb_release(b);
  return out;
}

Value run_str_field(VM *vm, Value staged, const char *style) {
  StrBuilder b;
  strb_init(&b, vm);
  strb_add_segment(&b,
                   (Segment){.kind = SEGMENT_FIELD, .value = staged, .style = str_name(vm, style)});
  return strb_finish(&b);
}

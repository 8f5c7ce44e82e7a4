// cache.c -- executables of earlier compilations, and the objects that they were linked of.
//
// An entry is one file: MAGIC, the digest of what follows, the contents.  It is written without a
// name and linked when it is complete, so that processes do not disturb each other, however they
// end.  The oldest entries go when there are too many bytes.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // O_TMPFILE, dl_iterate_phdr
#endif
#include "driver/cache.h"

#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/vec.h"
#include "lower/output.h"

#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char MAGIC[8] = "cjaxc1\n";
static const char LIST[] = ".inputs", PROGRAM[] = ".program", OBJECTS[] = ".objects";
enum { HEAD = sizeof MAGIC + sizeof(Digest), MOST_SHARE = 4 }; // an entry is at most so much of all
static const int64_t default_limit = 512ll << 20;

//===-- where, and how much ----------------------------------------------------------------===//

static const char *cache_folder(Arena *a, bool *asked_for) {
  const char *dir = getenv("CJAX_CACHE_DIR"), *xdg = getenv("XDG_CACHE_HOME");
  const char *home = getenv("HOME");
  *asked_for = dir != NULL;
  if (dir) return *dir ? dir : NULL;
  if (xdg && *xdg == '/') return arena_printf(a, "%s/cjax", xdg);
  return home && *home == '/' ? arena_printf(a, "%s/.cache/cjax", home) : NULL;
}

// Bytes: CJAX_CACHE_SIZE, with K, M or G behind it.
static int64_t cache_limit(void) {
  const char *text = getenv("CJAX_CACHE_SIZE");
  if (!text || !*text) return default_limit;
  char *end;
  long long n = strtoll(text, &end, 10);
  int shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
  if (n < 0 || end == text || end[shift > 0] || n > INT64_MAX >> shift) return default_limit;
  return (int64_t)n << shift;
}

static bool make_folders(Arena *a, const char *path) {
  char *part = arena_strdup(a, path);
  for (char *s = part + 1; *s; s++) {
    if (*s != '/') continue;
    *s = 0;
    mkdir(part, 0777);
    *s = '/';
  }
  return !mkdir(part, 0700) || errno == EEXIST;
}

static const char *entry_path(const Cache *c, Digest name, const char *suffix) {
  StrBuf s;
  strbuf_init(&s, c->arena);
  strbuf_printf(&s, "%s/", c->folder);
  for (int i = 0; i < 16; i++) strbuf_printf(&s, "%02x", name.bytes[i]);
  strbuf_puts(&s, suffix);
  return s.data;
}

//===-- keys -------------------------------------------------------------------------------===//

// The build ids of the compiler and of the libraries that it uses.
static int add_build_id(struct dl_phdr_info *info, size_t size, void *text) {
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *p = &info->dlpi_phdr[i];
    if (p->p_type != PT_NOTE) continue;
    const char *s = (const char *)(info->dlpi_addr + p->p_vaddr), *end = s + p->p_memsz;
    while (s + sizeof(ElfW(Nhdr)) <= end) {
      const ElfW(Nhdr) *n = (const ElfW(Nhdr) *)s;
      const char *data = s + sizeof *n + ((n->n_namesz + 3) & ~3u);
      if (n->n_type == NT_GNU_BUILD_ID && data + n->n_descsz <= end)
        strbuf_add(text, data, n->n_descsz);
      s = data + ((n->n_descsz + 3) & ~3u);
    }
  }
  return 0;
}

static Digest program_key(Arena *a, const Options *o) {
  StrBuf s;
  char here[4096];
  strbuf_init(&s, a);
  dl_iterate_phdr(add_build_id, &s);
  lower_identity(&o->lower, &s);
  strbuf_add(&s, o->words.data, o->words.n);
  strbuf_puts(&s, getcwd(here, sizeof here) ? here : "");
  return digest_of(s.data, s.n);
}

// Of the file, whatever the options and arguments: the objects themselves have keys.
static Digest objects_key(Arena *a, const Options *o) {
  StrBuf s;
  char here[4096];
  strbuf_init(&s, a);
  dl_iterate_phdr(add_build_id, &s);
  strbuf_printf(&s, "objects %s %s", getcwd(here, sizeof here) ? here : "", o->file);
  return digest_of(s.data, s.n);
}

// What messages say, and IR, is not kept.
static bool is_kept(const Options *o) {
  return o->emit == SHOW_EXE && !o->interpret && !o->explain_loops && !o->explain_fusion &&
         !o->lower.verbose && !o->times && !o->save && !o->report &&
         (o->command == COMMAND_BUILD || o->command == COMMAND_RUN);
}

static bool has_objects(const Options *o) {
  bool linked = o->emit == SHOW_EXE || o->lower.emit == EMIT_SHARED;
  return linked && !o->interpret && o->command <= COMMAND_RUN;
}

void cache_open(Cache *c, Arena *a, const Options *o) {
  *c = (Cache){.arena = a};
  if (o->no_cache || !has_objects(o)) return;
  c->folder = cache_folder(a, &c->asked_for);
  c->whole = c->folder && is_kept(o);
  if (c->whole) c->key = program_key(a, o);
}

typedef struct Listed {
  InputKind kind;
  const char *name;
} Listed;

// The entry of the key when the inputs are as they are now (or, `now` false, as they were read).
static Digest program_name(const Cache *c, int n, const Listed *in, bool now) {
  StrBuf s;
  strbuf_init(&s, c->arena);
  strbuf_add(&s, (const char *)c->key.bytes, sizeof c->key.bytes);
  for (int i = 0; i < n; i++) {
    Digest d = now ? input_state(in[i].kind, in[i].name) : inputs_get(i)->state;
    strbuf_printf(&s, "%c%s", in[i].kind, in[i].name);
    strbuf_putc(&s, 0);
    strbuf_add(&s, (const char *)d.bytes, sizeof d.bytes);
  }
  return digest_of(s.data, s.n);
}

//===-- entries ----------------------------------------------------------------------------===//

// An entry's contents, or null.  One that is used is young again; a broken one goes.
static const char *entry_read(const Cache *c, const char *path, size_t *n) {
  char *text;
  size_t size;
  if (!file_read(c->arena, path, &text, &size)) return NULL;
  bool whole = size >= HEAD && !memcmp(text, MAGIC, sizeof MAGIC);
  if (whole) {
    Digest d = digest_of(text + HEAD, size - HEAD);
    whole = !memcmp(d.bytes, text + sizeof MAGIC, sizeof d.bytes);
  }
  if (!whole) return unlink(path), NULL;
  utimensat(AT_FDCWD, path, NULL, 0);
  *n = size - HEAD;
  return text + HEAD;
}

static bool entry_fill(int fd, const void *data, size_t n) {
  Digest d = digest_of(data, n);
  return output_append(fd, MAGIC, sizeof MAGIC) && output_append(fd, d.bytes, sizeof d.bytes) &&
         output_append(fd, data, n);
}

// False and errno.
static bool entry_write(const Cache *c, const char *path, const void *data, size_t n) {
  char name[OUTPUT_NAME];
  const char *temp = arena_printf(c->arena, "%s/%d.tmp", c->folder, (int)getpid());
  int fd = open(c->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  bool named = fd < 0 && errno != EACCES && errno != EROFS && errno != ENOENT && errno != ENOSPC;
  if (named) fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  bool ok = entry_fill(fd, data, n);
  if (ok && !named) {
    unlink(path);
    ok = !linkat(AT_FDCWD, output_name(fd, name), AT_FDCWD, path, AT_SYMLINK_FOLLOW) ||
         errno == EEXIST;
  }
  int error = errno;
  if (close(fd) && ok) ok = false, error = errno;
  if (named && ok) ok = !rename(temp, path), error = errno;
  if (named && !ok) unlink(temp);
  return errno = error, ok;
}

int cache_find(Cache *c) {
  size_t n, size;
  VEC(Listed) in = {0};
  const char *list = c->whole ? entry_read(c, entry_path(c, c->key, LIST), &n) : NULL;
  if (!list) return -1;
  for (const char *s = list; s < list + n; s += strlen(s) + 1) {
    Listed l = {(InputKind)*s, s + 1};
    VEC_PUSH(c->arena, in, l);
  }
  Digest name = program_name(c, (int)in.n, in.data, true);
  const char *program = entry_read(c, entry_path(c, name, PROGRAM), &size);
  if (!program) return -1;
  int fd = output_memory();
  if (fd < 0 || output_append(fd, program, size)) {
    for (uint32_t i = 0; fd >= 0 && i < in.n; i++) inputs_add(in.data[i].kind, in.data[i].name);
    return fd;
  }
  return close(fd), -1;
}

//===-- bounds -----------------------------------------------------------------------------===//

typedef struct Kept {
  const char *path;
  int64_t bytes;
  struct timespec used;
} Kept;

typedef struct Entries {
  VEC(Kept) all;
  int64_t bytes;
} Entries;

static bool is_ours(const char *name) {
  static const char *const suffixes[] = {LIST, PROGRAM, OBJECTS, ".tmp"};
  size_t n = strlen(name);
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
    size_t k = strlen(suffixes[i]);
    if (n > k && !strcmp(name + n - k, suffixes[i])) return true;
  }
  return false;
}

static Entries entries_read(Arena *a, const char *folder) {
  Entries e = {0};
  DIR *d = opendir(folder);
  for (struct dirent *f; d && (f = readdir(d));) {
    struct stat st;
    if (!is_ours(f->d_name) || fstatat(dirfd(d), f->d_name, &st, AT_SYMLINK_NOFOLLOW)) continue;
    Kept k = {arena_printf(a, "%s/%s", folder, f->d_name), (int64_t)st.st_blocks * 512, st.st_mtim};
    VEC_PUSH(a, e.all, k);
    e.bytes += k.bytes;
  }
  if (d) closedir(d);
  return e;
}

static int older(const void *x, const void *y) {
  const struct timespec *p = &((const Kept *)x)->used, *q = &((const Kept *)y)->used;
  if (p->tv_sec != q->tv_sec) return p->tv_sec < q->tv_sec ? -1 : 1;
  return p->tv_nsec < q->tv_nsec ? -1 : p->tv_nsec > q->tv_nsec;
}

// Down to three quarters, so that it is not needed each time.
static void cache_trim(const Cache *c) {
  Entries e = entries_read(c->arena, c->folder);
  int64_t limit = cache_limit();
  if (e.bytes <= limit) return;
  qsort(e.all.data, e.all.n, sizeof *e.all.data, older);
  for (uint32_t i = 0; i < e.all.n && e.bytes > limit / 4 * 3; i++) {
    unlink(e.all.data[i].path);
    e.bytes -= e.all.data[i].bytes;
  }
}

//===-- keeping ----------------------------------------------------------------------------===//

// After something was written, or not.
static void stored(Cache *c, bool ok) {
  if (ok) {
    cache_trim(c);
  } else if (!c->noted && (c->asked_for || errno == ENOSPC || errno == EDQUOT)) {
    diag_note((SrcRange){0}, "the cache %s cannot be written: %s (--no-cache does without)",
              c->folder, strerror(errno));
    c->noted = true;
  }
}

static bool store(Cache *c, const void *program, size_t size) {
  int n = inputs_count();
  Listed *in = ARENA_ARRAY(c->arena, Listed, n + 1);
  StrBuf list;
  strbuf_init(&list, c->arena);
  for (int i = 0; i < n; i++) {
    in[i] = (Listed){inputs_get(i)->kind, inputs_get(i)->name};
    strbuf_printf(&list, "%c%s", in[i].kind, in[i].name);
    strbuf_putc(&list, 0);
  }
  Digest name = program_name(c, n, in, false);
  return make_folders(c->arena, c->folder) &&
         entry_write(c, entry_path(c, name, PROGRAM), program, size) &&
         entry_write(c, entry_path(c, c->key, LIST), list.data, list.n);
}

void cache_store(Cache *c, int program) {
  struct stat st;
  if (!c->whole || diag_message_count() || fstat(program, &st)) return;
  size_t size = (size_t)st.st_size;
  if ((int64_t)size > cache_limit() / MOST_SHARE) return;
  void *data = mmap(NULL, size, PROT_READ, MAP_PRIVATE, program, 0);
  if (data == MAP_FAILED) return;
  bool ok = store(c, data, size);
  int error = errno;
  munmap(data, size);
  errno = error;
  stored(c, ok);
}

Pack *cache_objects(Cache *c, const Options *o) {
  if (!c->folder) return NULL;
  size_t n = 0;
  c->objects = entry_path(c, objects_key(c->arena, o), OBJECTS);
  const char *text = entry_read(c, c->objects, &n);
  pack_open(&c->pack, c->arena, text, n);
  return &c->pack;
}

void cache_store_objects(Cache *c) {
  if (!c->pack.grown) return;
  StrBuf s;
  strbuf_init(&s, c->arena);
  pack_text(&c->pack, &s);
  if ((int64_t)s.n > cache_limit() / MOST_SHARE) return;
  stored(c, make_folders(c->arena, c->folder) && entry_write(c, c->objects, s.data, s.n));
}

//===-- the command ------------------------------------------------------------------------===//

int cache_command(Arena *a, const char *what) {
  bool asked_for;
  const char *folder = cache_folder(a, &asked_for);
  if (what && strcmp(what, "clear"))
    return diag_io("CJ0010", "cjaxc cache %s: nothing but clear is known", what), 1;
  if (!folder) return puts("no cache: CJAX_CACHE_DIR is empty, or there is no home folder") < 0;
  Entries e = entries_read(a, folder);
  if (what) {
    for (uint32_t i = 0; i < e.all.n; i++)
      if (unlink(e.all.data[i].path) && errno != ENOENT)
        return diag_io("CJ0011", "%s: %s", e.all.data[i].path, strerror(errno)), 1;
    return printf("removed %u files of %s\n", e.all.n, folder) < 0;
  }
  return printf("%s\n%u files, %.1f of %.1f MB\n", folder, e.all.n, (double)e.bytes / (1 << 20),
                (double)cache_limit() / (1 << 20)) < 0;
}

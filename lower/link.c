// link.c -- objects, the runtime and the bundled static libc, linked by lld into a static PIE;
// or the objects alone into a shared library.
#include <elf.h>
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <llvm-c/Core.h>
#include <llvm-c/TargetMachine.h>

#include "dialect/support/diag.h"
#include "dialect/support/phase.h"
#include "lower/linker.h"
#include "lower/machine.h"
#include "lower/output.h"
#include "lower/platform.h"

extern char **environ;

// ../lib/cjax beside the running program's folder, or the platform's folder there.
char *machine_runtime_folder(Arena *a, const LowerOptions *o) {
  char self[4096];
  ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
  if (n < 0 && o->tool) n = snprintf(self, sizeof self, "%s", o->tool);
  const char *below = platform_of(o)->folder;
  if (n <= 0 || n >= (ssize_t)sizeof self) return arena_printf(a, "../lib/cjax%s", below);
  self[n] = 0;
  char *slash = strrchr(self, '/');
  return arena_printf(a, "%.*s/../lib/cjax%s", slash ? (int)(slash - self) : 1, slash ? self : ".",
                      below);
}

// What an executable is linked of, in order; the objects of the program come before OBJECTS_AT.
// libgcc.a is what the machine's instructions lack: the default platform has them all.
static const char *const runtime_files[] = {"rcrt1.o", "crti.o", "libcjaxrt.a", "libz.a",
                                            "libc.a",  "crtn.o", "libgcc.a"};
enum { RUNTIME_FILES = sizeof runtime_files / sizeof *runtime_files, OBJECTS_AT = 2 };

static char *runtime_file(Arena *a, const char *folder, int i) {
  return arena_printf(a, "%s/%s", folder, runtime_files[i]);
}

void lower_identity(const LowerOptions *o, StrBuf *text) {
  const char *folder = machine_runtime_folder(text->arena, o);
  for (int i = 0; i < RUNTIME_FILES; i++) {
    struct stat st;
    if (stat(runtime_file(text->arena, folder, i), &st)) continue;
    strbuf_printf(text, "%s %lld %lld.%09ld ", runtime_files[i], (long long)st.st_size,
                  (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
  }
  if (!o->cpu || strcmp(o->cpu, "native")) return;
  char *cpu = LLVMGetHostCPUName(), *features = LLVMGetHostCPUFeatures();
  strbuf_printf(text, "%s %s ", cpu, features);
  LLVMDisposeMessage(cpu);
  LLVMDisposeMessage(features);
}

// Runs `program` as argv with its stdout in the file `out` and its stderr in `text` (cut to size -
// 1 bytes). Its status, or -1 and errno.
static int spawn_and_wait(const char *program, char **argv, int out, char *text, size_t size) {
  int ends[2], status, error;
  text[0] = 0;
  if (pipe(ends)) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  pid_t pid;
  error = posix_spawnp(&pid, program, &actions, NULL, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  size_t n = 0;
  char rest[256];
  for (ssize_t k = 1; !error && k;) {
    bool room = n + 1 < size;
    k = read(ends[0], room ? text + n : rest, room ? size - 1 - n : sizeof rest);
    if (k < 0 && errno == EINTR) continue;
    if (k <= 0) break;
    if (room) n += (size_t)k;
  }
  text[n] = 0;
  close(ends[0]);
  if (error) return errno = error, -1;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

// The first line that the linker wrote, without its name; LLVM's own crash report is not one.
static const char *reason(char *text) {
  if (!strncmp(text, "PLEASE ", 7)) return "the linker was stopped by a signal";
  text[strcspn(text, "\n")] = 0;
  char *error = strstr(text, "error: "), *llvm = strstr(text, "ERROR: ");
  return error ? error + 7 : llvm ? llvm + 7 : *text ? text : "the linker stopped";
}

static const char *linker_name(const LowerOptions *o) {
  return o->linker ? o->linker : platform_of(o)->wasm ? "wasm-ld-22" : "ld.lld-22";
}

enum { MOST_WORDS = 32 + MAX_LINKS };

static int add_words(char **v, int n, const char *const *words) {
  for (; *words; words++) v[n++] = (char *)*words;
  return n;
}

// Of a WebAssembly module. The stack comes first, so that too deep a recursion is a trap; a library
// is a module that does nothing by itself, whose memory is its caller's from __heap_base on; so is
// its table of functions, for a place that prints go to.
static void wasm_words(const LowerOptions *o, Arena *a, const char *objects, const char *out,
                       char **v) {
  static const char *const all[] = {"--gc-sections", "--stack-first", "-z", "stack-size=1048576",
                                    "--threads=1", NULL};
  static const char *const library[] = {"--no-entry", "--export-dynamic", "--export=__heap_base",
                                        "--export-table", "--growable-table", NULL};
  static const char *const files[] = {"libcjaxrt.a", "libz.a", "libc.a", "libgcc.a", NULL};
  const char *dir = machine_runtime_folder(a, o);
  bool is_shared = o->emit == EMIT_SHARED;
  int n = 1;
  v[0] = "wasm-ld-22";
  n = add_words(v, n, all);
  if (is_shared) n = add_words(v, n, library);
  else if (o->memory > 0) v[n++] = arena_printf(a, "--max-memory=%.0f", platform_memory(o));
  if (!o->debug) v[n++] = "-s";
  n = add_words(v, n, (const char *[]){"-o", out, NULL});
  if (!is_shared) v[n++] = arena_printf(a, "%s/crt1-command.o", dir);
  n = add_words(v, n, (const char *[]){"--whole-archive", objects, "--no-whole-archive", NULL});
  for (int i = 0; i < o->nlinks; i++) v[n++] = (char *)o->links[i];
  for (int i = is_shared ? 2 : 0; files[i]; i++) v[n++] = arena_printf(a, "%s/%s", dir, files[i]);
  v[n] = NULL;
}

// Whether shared libraries are among the files of --link: they are looked for beside the new one.
static bool links_shared(const LowerOptions *o) {
  for (int i = 0; i < o->nlinks; i++) {
    const char *slash = strrchr(o->links[i], '/'), *name = slash ? slash + 1 : o->links[i];
    if (strstr(name, ".so")) return true;
  }
  return false;
}

// The linker's command line from the archive `objects` to the file `out`.
static void linker_words(const LowerOptions *o, Arena *a, const char *objects, const char *out,
                         char **v) {
  static const char *const all[] = {"-z", "relro", "-z", "now", "--gc-sections", "--build-id=none",
                                    "--threads=1", NULL};
  static const char *const shared[] = {"-shared", NULL};
  static const char *const program[] = {"-pie", "-static", "--no-dynamic-linker",
                                        "-z",   "text",    NULL};
  const char *dir = machine_runtime_folder(a, o);
  bool is_shared = o->emit == EMIT_SHARED;
  int n = 1;
  if (platform_of(o)->wasm) {
    wasm_words(o, a, objects, out, v);
    return;
  }
  v[0] = (char *)linker_name(o);
  n = add_words(v, n, is_shared ? shared : program);
  n = add_words(v, n, all);
  if (!o->debug) v[n++] = "-s";
  n = add_words(v, n, (const char *[]){"-o", out, NULL});
  for (int i = 0; i < OBJECTS_AT && !is_shared; i++) v[n++] = runtime_file(a, dir, i);
  n = add_words(v, n, (const char *[]){"--whole-archive", objects, "--no-whole-archive", NULL});
  if (is_shared && links_shared(o))
    n = add_words(v, n, (const char *[]){"-rpath", "$ORIGIN", NULL});
  for (int i = 0; i < o->nlinks; i++) v[n++] = (char *)o->links[i];
  int files = *platform_of(o)->folder ? RUNTIME_FILES : RUNTIME_FILES - 1;
  for (int i = OBJECTS_AT; i < files && !is_shared; i++) v[n++] = runtime_file(a, dir, i);
  v[n] = NULL;
}

// As a shell would read them.
static const char *words_text(Arena *a, char **v) {
  StrBuf s;
  strbuf_init(&s, a);
  for (; *v; v++) {
    bool plain = (*v)[strspn(*v, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                 "-_=./+,:@%")] == 0;
    if (s.n) strbuf_putc(&s, ' ');
    if (!plain) strbuf_putc(&s, '\'');
    for (const char *c = *v; *c; c++) strbuf_puts(&s, *c == '\'' ? "'\\''" : (char[]){*c, 0});
    if (!plain) strbuf_putc(&s, '\'');
  }
  return s.data;
}

void lower_show_link(const LowerOptions *o, const char *objects, const char *out, StrBuf *text) {
  char *v[MOST_WORDS];
  linker_words(o, text->arena, objects, out, v);
  strbuf_printf(text, "%s\n", words_text(text->arena, v));
}

// The linker's status, or -1 and errno.
static int run_linker(const LowerOptions *o, int objects, int out, char *text, size_t size) {
  Arena a;
  arena_init(&a);
  char *v[MOST_WORDS], name[OUTPUT_NAME];
  linker_words(o, &a, output_name(objects, name), "-", v);
  if (o->verbose) diag_say("%s", words_text(&a, v));
  bool wasm = platform_of(o)->wasm; // lld looks at the name that it is called by
  const char *program = o->linker ? o->linker : linker_main ? "/proc/self/exe" : v[0];
  int status = spawn_and_wait(program, v, out, text, size);
  if (status < 0 && !o->linker)
    status = spawn_and_wait(wasm ? "/usr/lib/llvm-22/bin/wasm-ld" : "/usr/lib/llvm-22/bin/ld.lld",
                            v, out, text, size);
  arena_release(&a);
  return status;
}

// A module is 8 bytes and sections: a kind, the size in LEB128, so many bytes.
static bool is_whole_module(int file, off_t size) {
  off_t at = 8;
  while (at < size) {
    unsigned char head[6] = {0};
    if (pread(file, head, sizeof head, at) < 2) return false;
    off_t n = 0;
    int i = 1;
    do n |= (off_t)(head[i] & 127) << 7 * (i - 1);
    while (head[i++] & 128 && i < 6);
    at += i + n;
  }
  return at == size;
}

// The linker's status does not tell whether its stdout took everything: the table that an ELF file
// ends with does, or the sizes of a module's sections.
static bool is_whole(int file, bool wasm) {
  struct stat st;
  if (fstat(file, &st) || st.st_size < (off_t)sizeof(Elf64_Ehdr)) return false;
  if (wasm) return is_whole_module(file, st.st_size);
  const Elf64_Ehdr *head = mmap(NULL, sizeof *head, PROT_READ, MAP_PRIVATE, file, 0);
  if (head == MAP_FAILED) return false;
  uint64_t end = head->e_shoff + (uint64_t)head->e_shnum * head->e_shentsize;
  bool whole = head->e_shoff && end <= (uint64_t)st.st_size;
  return munmap((void *)head, sizeof *head), whole;
}

// An executable needs the runtime of its platform.
static bool has_runtime(const LowerOptions *o) {
  Arena a;
  arena_init(&a);
  bool has = (o->emit == EMIT_SHARED && !platform_of(o)->wasm) || platform_check(&a, o);
  arena_release(&a);
  return has;
}

int machine_link(const LowerOptions *o, int objects) {
  char text[1024];
  if (!has_runtime(o)) return -1;
  int out = output_memory();
  phase_begin("link", NULL);
  int status = out < 0 ? 0 : run_linker(o, objects, out, text, sizeof text);
  phase_end();
  if (status < 0 && linker_main && access("/proc/self/exe", X_OK))
    diag_io("CJ0702", "cannot start the linker: /proc is not mounted");
  else if (status < 0)
    diag_io("CJ0702", "cannot start the linker %s: %s%s", linker_name(o), strerror(errno),
            errno == ENOENT && !o->linker ? " (Debian's package lld-22 has it)" : "");
  else if (status)
    diag_io("CJ0703", "linking failed: %s", reason(text));
  else if (out >= 0 && !is_whole(out, platform_of(o)->wasm))
    status = 1, diag_io("CJ0703", "linking failed: no room for the executable");
  struct stat st;
  if (!status && o->verbose && !fstat(out, &st)) diag_say("%lld bytes", (long long)st.st_size);
  if (status && out >= 0) close(out);
  return status ? -1 : out;
}

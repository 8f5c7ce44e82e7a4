// library_quiet.c -- calls a library where the kernel allows no system call but write and exit, on
// a stack of which it then tells how much was used.
#include <linux/seccomp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "monitor.h"

enum { N = 512, STACK = 256 << 10 };

static float field[N * N], out[N * N];
static char text[256];
static size_t used;

static void print(void *sink, int stream, const char *s, size_t n) {
  (void)sink, (void)stream;
  if (used + n < sizeof text) memcpy(text + used, s, n), used += n;
}

static void *call(void *memory) {
  cjax_call from_here = {.print = print, .message = text, .message_size = sizeof text};
  monitor_advance_args args = {field, 0.25f};
  monitor_advance_results results = {out};
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT)) syscall(SYS_exit, 3);
  int bad = monitor_advance(&args, &results, memory, MONITOR_ADVANCE_WORKSPACE, NULL);
  bad += monitor_advance(&args, &results, memory, MONITOR_ADVANCE_WORKSPACE, &from_here);
  args.rate = 1;
  bad += monitor_advance(&args, &results, memory, MONITOR_ADVANCE_WORKSPACE, &from_here) !=
         MONITOR_CHECK_FAILED;
  if (!bad) used = write(1, "quiet\n", 6) == 6;
  syscall(SYS_exit, 0);
  return NULL;
}

int main(void) {
  void *memory = aligned_alloc(64, (MONITOR_ADVANCE_WORKSPACE + 63) / 64 * 64);
  char *stack = aligned_alloc(4096, STACK);
  memset(stack, 0x5a, STACK);
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, stack, STACK);
  if (pthread_create(&thread, &attributes, call, memory) || pthread_join(thread, NULL)) return 1;
  size_t clean = 0;
  while (clean < STACK && stack[clean] == 0x5a)
    clean++;
  fprintf(stderr, "%d bytes of stack, the thread's own among them\n", (int)(STACK - clean));
  printf("%s\n", STACK - clean < (16 << 10) ? "stack within bounds" : "too much stack");
  return 0;
}

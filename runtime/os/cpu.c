// cpu.c -- the level of instructions that the program uses.
#include "runtime/os/internal.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/level.h"

static const char *const names[] = {"x86-64-v2", "x86-64-v3", "x86-64-v4"};

static int level_named(const char *name) {
  for (int i = 0; i < 3; i++)
    if (!strcmp(name, names[i])) return i + 2;
  cjax_rt_fail_at(0, message_join((const char *[]){
                         "ValueError: CJAX_CPU must be x86-64-v2, x86-64-v3 or x86-64-v4, not ",
                         message_quote(name), 0}));
}

void cpu_choose(int needed, int most) {
  int level = cjax_rt_find_level();
  const char *asked = getenv("CJAX_CPU");
  int limit = asked && *asked ? level_named(asked) : most;
  if (limit < level) level = limit;
  if (level < needed)
    cjax_rt_fail_at(0, message_join((const char *[]){
                           "RuntimeError: this program needs a processor with ", names[needed - 2],
                           needed == 4 ? " (AVX-512)" : " (AVX2, FMA)", ", and has ",
                           names[level - 2], "; compile it with --cpu=", names[level - 2], 0}));
  cjax_rt_cpu_level = level < most ? level : most;
}

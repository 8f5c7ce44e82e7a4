// clock.c -- time.perf_counter() and its kin.
#include "runtime/cjax_rt.h"

#include <time.h>

int64_t cjax_rt_clock_ns(int32_t kind) {
  clockid_t clock = kind == 1   ? CLOCK_REALTIME
                    : kind == 3 ? CLOCK_PROCESS_CPUTIME_ID
                                : CLOCK_MONOTONIC;
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1000000000ll + t.tv_nsec;
}

double cjax_rt_clock(int32_t kind) {
  int64_t ns = cjax_rt_clock_ns(kind);
  if (ns % 1000000000 == 0) return (double)(ns / 1000000000);
  return (double)ns / 1e9;
}

void cjax_rt_sleep(double seconds) {
  if (!(seconds >= 0)) cjax_rt_fail_at(0, "ValueError: sleep length must be non-negative");
  cjax_rt_flush();
  struct timespec t = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  while (nanosleep(&t, &t)) {}
}

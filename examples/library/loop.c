// loop.c -- a control loop over a library: the state stays where it is.
#include <stdio.h>

#include "loop.h"

int main(void) {
  static __attribute__((aligned(64))) char memory[LOOP_STEP_WORKSPACE + LOOP_INIT_WORKSPACE + 64];
  float estimate[16];
  char message[300] = "";
  cjax_call call = {0};
  call.message = message, call.message_size = sizeof message;
  loop_init_results begin;
  begin.estimate = estimate;
  int status = loop_init(NULL, &begin, memory, sizeof memory, NULL);
  loop_step_args args;
  loop_step_results results;
  args.state_estimate = results.result0_estimate = estimate; // in place
  args.state_ticks = begin.ticks, args.gain = 0.5f;
  while (!status) {
    status = loop_step(&args, &results, memory, sizeof memory, &call);
    args.state_ticks = results.result0_ticks;
    if (!status && args.state_ticks % 33 == 1)
      printf("tick %d: off by %.3f, estimate %.3f\n", (int)args.state_ticks,
             (double)results.result1, (double)estimate[15]);
  }
  printf("%s: %s", loop_error(status), message);
  return status != LOOP_CHECK_FAILED;
}

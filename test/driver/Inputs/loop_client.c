#include <stdio.h>

#include "loop.h"

int read_sensor(const float *x, float *y) {
  *y = x[0] + x[1];
  return x[0] > 3;
}

int main(void) {
  enum { ROOM = LOOP_INIT_WORKSPACE + LOOP_STEP_WORKSPACE + LOOP_LOOK_WORKSPACE + 64 };
  static _Alignas(64) char memory[ROOM];
  char message[200] = "";
  cjax_call call = {.message = message, .message_size = sizeof message};
  float state[2];
  int status = loop_init(NULL, &(loop_init_results){.result0 = state}, memory, sizeof memory, NULL);
  printf("init %d: %.1f %.1f\n", status, state[0], state[1]);
  loop_step_args args = {.state = state, .gain = 0.5f};
  loop_step_results results = {.result0 = state};
  status = loop_step(&args, &results, memory, sizeof memory, &call);
  printf("step %d: %.1f %.1f, %.1f\n", status, state[0], state[1], results.result1);
  status = loop_step(&args, &results, memory, sizeof memory, &call);
  printf("step %d: %.*s\n", status, (int)(sizeof message - 1), message);
  loop_look_results out;
  status = loop_look(&(loop_look_args){.a = 5, .x = 2}, &out, memory, sizeof memory, NULL);
  printf("look %d: %.1f\n", status, out.result0);
  return 0;
}

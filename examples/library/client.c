// client.c -- calls the library from C or C++.
#include <stdio.h>

#include "controller.h"

#define alignas_64 __attribute__((aligned(64)))

static int track(void) {
  alignas_64 static char memory[CONTROLLER_STEP_WORKSPACE + CONTROLLER_INIT_WORKSPACE + 64];
  float position[3], velocity[3], target[3] = {0, 1, 2}, next[2][3];
  controller_init_args start;
  controller_init_results state;
  start.target = target;
  state.position = position, state.velocity = velocity;
  int status = controller_init(&start, &state, memory, sizeof memory, NULL);
  for (int i = 0; i < 3 && !status; i++) {
    float measured[3] = {(float)i + 1, 1, 2};
    controller_step_args args;
    controller_step_results results;
    args.state_position = position, args.state_velocity = velocity, args.measured = measured;
    results.result0_position = next[0], results.result0_velocity = next[1];
    status = controller_step(&args, &results, memory, sizeof memory, NULL);
    for (int k = 0; k < 3; k++) position[k] = next[0][k], velocity[k] = next[1][k];
    printf("off by %.3f, now at %.3f\n", (double)results.result1, (double)position[0]);
  }
  return status;
}

int main(void) {
  static float w[4 * 16], b[16], out[16 * 3], x[8 * 4], probabilities[8 * 3];
  static int32_t classes[8];
  alignas_64 static char memory[CONTROLLER_PREDICT_WORKSPACE + 64];
  for (int i = 0; i < 48; i++) out[i] = (float)(i % 3);
  for (int i = 0; i < 16; i++) b[i] = 0.5f;
  controller_predict_args args;
  controller_predict_results results;
  args.params_hidden_w = w, args.params_hidden_b = b, args.params_out_w = out, args.x = x;
  results.class_ = classes, results.probabilities = probabilities;
  int status = controller_predict(&args, &results, memory, sizeof memory, NULL);
  printf("class %d with %.3f\n", (int)classes[0], (double)probabilities[2]);
  args.x = NULL;
  printf("%s\n",
         controller_error(controller_predict(&args, &results, memory, sizeof memory, NULL)));
  return status ? status : track();
}

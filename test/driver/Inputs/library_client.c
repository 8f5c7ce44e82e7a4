// library_client.c -- calls a library from C against the host's libc.
#include <stdio.h>

#include "model.h"

int main(void) {
  float x[6] = {0, 1, 2, 3, 4, 5}, y[4];
  int32_t best[2];
  static _Alignas(64) char workspace[MODEL_PREDICT_WORKSPACE];
  model_predict_args args = {.x = x, .shift = 0.5f};
  model_predict_results results = {.result0 = y, .result1 = best};
  int status = model_predict(&args, &results, workspace, sizeof workspace, NULL);
  if (status) return status;
  printf("%g %g %g %g\n%d %d\n", y[0], y[1], y[2], y[3], best[0], best[1]);
  return 0;
}

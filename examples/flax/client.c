#include <stdio.h>

#include "model.h"

int main(void) {
  static _Alignas(64) char memory[MODEL_PREDICT_WORKSPACE];
  float x[2 * 4], y[2 * 3];
  for (int i = 0; i < 8; i++) x[i] = (float)i / 7;
  model_predict_args args = {.x = x};
  model_predict_results results = {.result0 = y};
  int status = model_predict(&args, &results, memory, sizeof memory, NULL);
  printf("%s: %.3f %.3f %.3f\n", model_error(status), y[3], y[4], y[5]);
  return status;
}

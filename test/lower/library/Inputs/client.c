// Calls a library twice, and once wrongly.
#include <stdio.h>

#include "model.h"

static _Alignas(64) char memory[2][MODEL_PREDICT_WORKSPACE + 64];

int main(void) {
  float x[16], y[2][16];
  uint8_t v[3] = {1, 0, 1}, u[3];
  for (int i = 0; i < 16; i++) x[i] = (float)i;
  for (int i = 0; i < 2; i++) {
    model_predict_args args = {x, 1.5f, v};
    model_predict_results r = {y[i], 0, u};
    int status = model_predict(&args, &r, memory[i], MODEL_PREDICT_WORKSPACE, NULL);
    printf("%d %g %g %g %d%d%d\n", status, y[i][1], y[i][15], r.result1, u[0], u[1], u[2]);
    printf("%d %d %d\n", model_predict(&args, NULL, memory[i], MODEL_PREDICT_WORKSPACE, NULL),
           model_predict(&args, &r, memory[i], MODEL_PREDICT_WORKSPACE - 1, NULL),
           model_predict(&args, &r, memory[i] + 1, MODEL_PREDICT_WORKSPACE, NULL));
  }
}

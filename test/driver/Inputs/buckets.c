// buckets.c -- calls a function of several sizes with 1 to 9 rows, and compares with the largest.
#include "model.h"

#include <stdio.h>
#include <string.h>

enum { MOST = 8 };
static char memory[MODEL_PREDICT_WORKSPACE] __attribute__((aligned(64)));

int main(void) {
  float w[12], x[4 * (MOST + 1)], all[3 * MOST], scores[3 * MOST + 1];
  int32_t classes[MOST], some[MOST];
  for (int i = 0; i < 12; i++) w[i] = 0.1f * (float)(i % 5) - 0.2f;
  for (int i = 0; i < 4 * MOST; i++) x[i] = 0.3f * (float)(i % 7);
  model_predict_8_args args8 = {w, x, 2};
  model_predict_8_results results8 = {classes, all};
  int status = model_predict_8(&args8, &results8, memory, sizeof memory, NULL);
  printf("%s\n", model_error(status));
  for (int rows = 0; rows <= MOST + 1; rows++) {
    model_predict_args args = {.rows = rows, .w = w, .x = x, .scale = 2};
    model_predict_results results = {.class_ = some, .scores = scores};
    scores[3 * (rows <= MOST ? rows : 0)] = 77;
    status = model_predict(&args, &results, memory, sizeof memory, NULL);
    if (status) {
      printf("%d rows: %s\n", rows, model_error(status));
      continue;
    }
    int same = !memcmp(some, classes, sizeof *some * (size_t)rows);
    for (int i = 0; i < 3 * rows; i++)
      same &= scores[i] - all[i] < 1e-6f && all[i] - scores[i] < 1e-6f;
    printf("%d rows: %s, %s\n", rows, same ? "the same" : "others",
           scores[3 * rows] == 77 ? "no more" : "more");
  }
  model_predict_args args = {.rows = 3, .w = w, .x = NULL, .scale = 2};
  model_predict_results results = {some, scores};
  printf("%s\n", model_error(model_predict(&args, &results, memory, sizeof memory, NULL)));
  args.x = x;
  printf("%s\n", model_error(model_predict(&args, &results, memory, sizeof memory - 1, NULL)));
  printf("%s\n", model_error(model_predict(&args, NULL, memory, sizeof memory, NULL)));
  return 0;
}

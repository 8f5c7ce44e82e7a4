// library_complex.c -- calls the library of library_complex.py.
#include "rot.h"

#include <stdio.h>

int main(void) {
  float z[6] = {1, 2, 0, -1, -1, 0};
  uint16_t h[2] = {0x3f80, 0xc000}, h2[2]; // 1, -2
  float turned[6];
  _Alignas(64) char work[ROT_ROTATE_WORKSPACE + 64];
  rot_rotate_args args = {z, 1.5707964f, {3, 4}, h};
  rot_rotate_results out = {turned, 0, {0, 0}, h2};
  if (rot_rotate(&args, &out, work, sizeof work, NULL)) return 1;
  for (int i = 0; i < 6; i++) printf("%.2f ", turned[i] + (i == 4 ? -1e-3 : 0));
  printf("\n%.2f %.2f %.2f %x %x\n", out.result1, out.result2[0], out.result2[1], h2[0], h2[1]);
}

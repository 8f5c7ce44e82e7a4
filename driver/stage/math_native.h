// math_native.h -- what the files of _cjax.math share.
#ifndef CJAX_STAGE_MATH_NATIVE_H
#define CJAX_STAGE_MATH_NATIVE_H

#include "driver/stage/native.h"

double math_gamma(double x);
double math_lgamma(double x);
// The function being called, of numbers that only the executable knows: library/_rolled_math.py.
bool math_rolled(VM *vm, uint32_t n, const Value *args, Value *out);
extern const NativeDef math_int_functions[];    // math_int.c
extern const NativeDef math_vector_functions[]; // math_vector.c

#endif

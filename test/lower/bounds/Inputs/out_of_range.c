// out_of_range.c -- what a check calls that fails.
#include "runtime/cjax_rt.h"

int main(void) { cjax_rt_out_of_range(12, -1, 10); }

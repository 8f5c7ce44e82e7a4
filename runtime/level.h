// level.h -- which instructions the machine has.
#ifndef CJAX_RUNTIME_LEVEL_H
#define CJAX_RUNTIME_LEVEL_H

// The newest level of x86-64 (the psABI's x86-64-v2 to x86-64-v4) that processor and system have,
// as 2, 3 or 4; 2 for older ones too.
int cjax_rt_find_level(void);
// The level that the program uses; 0 before it starts, and in libraries.
extern int cjax_rt_cpu_level;

#endif

// raises.h -- what clang's analyser, which sees one file at a time, is told of driver/stage: that
// functions that raise return false.  analyse.py includes it before each file but the one that
// defines them.
#include "driver/stage/object.h"

#define vm_raise(...) ((void)vm_raise(__VA_ARGS__), false)
#define vm_raise_class(...) ((void)vm_raise_class(__VA_ARGS__), false)
#define vm_raise_at(...) ((void)vm_raise_at(__VA_ARGS__), false)
#define vm_unsupported(...) ((void)vm_unsupported(__VA_ARGS__), false)
#define vm_raise_value(...) ((void)vm_raise_value(__VA_ARGS__), false)

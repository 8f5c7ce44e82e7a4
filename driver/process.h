// process.h -- what cjaxc does to its own process, and the program that it becomes.
#ifndef CJAX_DRIVER_PROCESS_H
#define CJAX_DRIVER_PROCESS_H

#include <stdbool.h>

// First of all: no file gets the number of a standard stream that is closed.
void process_open(void);
// Before compiling: bounds memory, checks the stack.  False after an error was reported.
bool process_prepare(void);
// Runs the executable in the file `program`; its status, 128 + N when signal N ended it.  `file` is
// for messages.
int process_run(const char *file, char **argv, int program);
// The same in place of this process.
_Noreturn void process_become(const char *file, char **argv, int program);
// cjaxc once more, in place of this process; returns after an error was reported.
void process_again(char **argv);

#endif

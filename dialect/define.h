// define.h -- ops that functions of the library define.
//
// Such an op has shape, batch and derivative rules like any other; what it computes is the function
// of its name in driver/library/jax/_src/definitions/<family>.py, which is staged for the operands'
// types and attributes when the op is expanded or interpreted, once for each.
#ifndef CJAX_DIALECT_DEFINE_H
#define CJAX_DIALECT_DEFINE_H

#include "dialect/op.h"

// Makes a private function of c's operands and results in b->module.  Null after an error.
typedef MlirOperation DefineFn(Build *b, const OpCall *c);
// To be called by a tool that has the library.
void definitions_from(DefineFn *define);
// The function that defines c, made when it is asked for first.  Null after an error.
MlirOperation definition_of(Build *b, const OpCall *c);
// The expansion of all these ops: the function's ops when they are without loops and branches, else
// a call.
ExpandFn expand_definition;

#endif

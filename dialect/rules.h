// rules.h -- what the rules of many ops have in common.
#ifndef CJAX_DIALECT_RULES_H
#define CJAX_DIALECT_RULES_H

#include "dialect/op.h"

// Shape: n operands expected; reports otherwise.
bool shape_arity(const OpCall *c, int nin, int nout);
// All operands of one type, which the result has.
bool shape_same(const OpCall *c, MlirType *out);
// The declared type c->out[0], which ops need whose operands do not give it; with the element
// type of in[0].
bool shape_declared(const OpCall *c, MlirType *out);

// Batch: x with a new leading axis of b->batch_size.
Val batch_broadcast(Build *b, Val x);
// Every operand with a batch axis (in b->arena).
const Val *batch_all(Build *b, const OpCall *c, const bool *batched);
// The same op on operands that all have the batch axis.
bool batch_elementwise(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched);
// The one result of `op` is the batched result; false when op is null.
bool batch_done(MlirOperation op, Val *out, bool *out_batched);
// c with attribute `name`, a list of axes, moved one axis up (or an integer axis).
MlirAttribute attrs_shift_dims(Build *b, MlirAttribute attrs, const char *name);
MlirAttribute attrs_shift_int(Build *b, MlirAttribute attrs, const char *name);
// c with other operands and attributes, and for ops that need them declared result types (or null).
MlirOperation build_changed(Build *b, const OpCall *c, const Val *in, MlirAttribute attrs,
                            const MlirType *declared);
// t with a leading axis of b->batch_size.
MlirType type_batched(Build *b, MlirType t);

// JVP of an op that is linear in all operands together: the op applied to the tangents.
bool jvp_linear(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy);
// dx, or zeros like x.
Val tangent_or_zeros(Build *b, Val dx, Val x);
// x * k for a scalar k.
Val op_scale(Build *b, Val x, double k);
// x of the type of the 1-element or wider one: x + k.
Val op_add_scalar(Build *b, Val x, double k);
// x compared with y: i1.
Val op_compare(Build *b, OpKind k, Val x, Val y);

#endif

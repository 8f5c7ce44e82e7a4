// complex.c -- complex arrays at the edges of the program: effects, public functions.  Inside,
// split-complex has made two real arrays of each.
#include "lower/ops/lane.h"

static bool scalar_real(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit1(b, "complex.re", x[0], type_element(c->out[0]));
  return true;
}

static bool scalar_imag(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit1(b, "complex.im", x[0], type_element(c->out[0]));
  return true;
}

static bool scalar_complex(Build *b, const OpCall *c, const Val *x, Val *y) {
  y[0] = emit(b, "complex.create", 2, x, type_element(c->out[0]), mlirAttributeGetNull());
  return true;
}

static bool scalar_conj(Build *b, const OpCall *c, const Val *x, Val *y) {
  return lower_error(c, "complex numbers cannot be compiled before split-complex");
}

const OpLower lower_real = {.scalar = scalar_real};
const OpLower lower_imag = {.scalar = scalar_imag};
const OpLower lower_complex = {.scalar = scalar_complex};
const OpLower lower_conj = {.scalar = scalar_conj};

// distributions.h -- one draw from each distribution of numpy.random.
//
// The order of the draws from the bit generator, and of the floating-point operations, is NumPy's,
// so that streams agree to the last bit of exp, log, pow.
#ifndef CJAX_RUNTIME_RANDOM_DISTRIBUTIONS_H
#define CJAX_RUNTIME_RANDOM_DISTRIBUTIONS_H

#include "runtime/random/bitgen.h"

double draw_normal(BitGen *g); // ziggurat; polar method when g->legacy
double draw_exponential(BitGen *g);
float draw_normal_f32(BitGen *g);
float draw_exponential_f32(BitGen *g);
float draw_uniform_f32(BitGen *g);
double draw_gamma(BitGen *g, double shape);
double draw_poisson(BitGen *g, double mean);
double draw_binomial(BitGen *g, double n, double p);

// p: the parameters, as many as the distribution has, MAX_PARAMS at most.
enum { MAX_PARAMS = 4 };
typedef double DrawFn(BitGen *g, const double *p);
// By NumPy's name ("normal", "standard_gamma"); null if there is none.
DrawFn *draw_named(const char *name);

#endif

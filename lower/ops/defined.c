// defined.c -- ops that functions of the library define, of any family.
#include "lower/host/host.h"

static bool host_defined(Host *h, const OpCall *c) {
  return lower_error(c, "must be expanded before lowering (pass expand-definitions)");
}

#define DEFINED(name) const OpLower lower_##name = {.host = host_defined};
DEFINED(lgamma)
DEFINED(digamma)
DEFINED(bessel_i0e)
DEFINED(bessel_i1e)
DEFINED(igamma)
DEFINED(igammac)
DEFINED(igamma_grad_a)
DEFINED(polygamma)
DEFINED(zeta)
DEFINED(regularized_incomplete_beta)
DEFINED(mulhi)
DEFINED(top_k)
DEFINED(lu_pivots_to_permutation)
DEFINED(tridiagonal_solve)
DEFINED(geqrf)
DEFINED(hessenberg)
DEFINED(householder_product)
DEFINED(symmetric_product)
DEFINED(ormqr)
DEFINED(tridiagonal)
DEFINED(cholesky_update)

// eig.h -- eigenvalues of large real matrices, for each element type; included after each.h's
// definitions.
#ifndef COMPLEX
// w (pairs of R) := the eigenvalues of x times `by`, v (pairs of R, or null) := vectors of length
// 1; false: no convergence.  work: cjax_rt_eig_work bytes.
bool FN(eig_large)(int64_t n, const R *x, R by, R *w, R *v, void *work);
// t := z^T t z, upper triangular up to 2 x 2 blocks.
bool FN(schur_large)(int64_t n, R *t, R *z, void *work);
// As eig, of many small matrices in lanes.
void FN(eig_batch)(const LinalgCall *c, const R *x, R *w, R *v, void *work);
#endif

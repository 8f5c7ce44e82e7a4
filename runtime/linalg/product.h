// product.h -- products of matrices for the factorisations, for each element type; included after
// each.h's definitions.
#ifndef CJAX_RUNTIME_LINALG_PRODUCT_H
#define CJAX_RUNTIME_LINALG_PRODUCT_H
enum { PRODUCT_SET, PRODUCT_ADD, PRODUCT_SUBTRACT };
#endif

// Element i, j is a[i * down + j * right], or its conjugate.
typedef struct FN(Matrix) {
  T *a;
  int64_t down, right;
  bool conjugate;
} FN(Matrix);

// c (m x n) := a b, c + a b or c - a b, a m x k and b k x n; one of c's strides is 1.
typedef struct FN(Product) {
  FN(Matrix) a, b, c;
  int64_t m, n, k;
  int mode; // PRODUCT_*
} FN(Product);

// room: cjax_la_product_room(most) bytes, each of m, n, k at most `most`.
void FN(multiply)(const FN(Product) * p, void *room);

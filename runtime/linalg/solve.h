// solve.h -- triangular systems for the factorisations, for each element type; included after
// product.h.

typedef struct FN(System) {
  FN(Matrix) t; // n x n; the other triangle is not read
  FN(Matrix) x; // n x k: right-hand sides, then the solution; one of its strides is 1
  int64_t n, k;
  bool lower, unit;
} FN(System);

// x := t^-1 x.  room: cjax_la_product_room(most of n and k) bytes.
void FN(solve)(const FN(System) * s, void *room);

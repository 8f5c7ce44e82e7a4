// reflections.h -- products of reflections in blocks, for each element type; included after
// householder.h and product.h.

// Element i >= k of vector k is v[k * next + i * step]; elements before k count as 0 and element k
// as 1.
typedef struct FN(Reflections) {
  const T *v;
  int64_t step, next;
  const T *tau;
  int64_t m, count; // length of vector 0
} FN(Reflections);

enum { FN(FEW_COLUMNS) = 48 }; // for which blocks do not pay

// As factor_qr and form_q.  work: cjax_la_reflections_room(m, n) bytes, for rows and columns of all
// windows.
void FN(factor_blocks)(FN(Window) a, T *tau, void *work);
// q := the product H_0 H_1 ...
void FN(form_blocks)(const FN(Reflections) * h, FN(Window) q, void *work);

// hessenberg.h -- Hessenberg form of large matrices, for each element type; included after
// householder.h.

enum { FN(HESSENBERG_FEW) = 75 }; // rows for which blocks do not pay

// a (n x n) := q^H a q of Hessenberg form; q, rows `stride` apart as a's, may be null.
// work: cjax_la_hessenberg_room(n) bytes.
void FN(hessenberg_blocks)(FN(Window) a, T *q, void *work);

// rotations.h -- plane rotations of a matrix's rows that wait until there are many, for each
// element type; included after rotation.h.

typedef struct FN(Rotations) {
  T *rows;             // m x n, contiguous; null: nothing to turn
  int64_t m, n;
  int64_t count, most; // that wait; most 0: rotated at once
  bool threads;        // columns may be turned in several
  int32_t *row;        // rows row[i] and row[i] + 1
  R *cs;               // pairs c, s
  char *panels;        // of each range of columns
} FN(Rotations);

// x: what it starts with, rows, m, n and threads; work: cjax_la_rotations_room(m) bytes.
void FN(rotations_init)(FN(Rotations) * q, FN(Rotations) x, void *work);
// All that wait.
void FN(rotations_apply)(FN(Rotations) * q);

// y, x := c y - s x, s y + c x for x row i and y row i + 1.
static inline void FN(rotations_add)(FN(Rotations) * q, int64_t i, R c, R s) {
  if (!q->rows || (c == 1 && s == 0)) return;
  if (q->most == 0) {
    FN(rotate)(q->n, q->rows + i * q->n, q->rows + (i + 1) * q->n, c, s);
    return;
  }
  if (q->count == q->most) FN(rotations_apply)(q);
  q->row[q->count] = (int32_t)i;
  q->cs[2 * q->count] = c;
  q->cs[2 * q->count + 1] = s;
  q->count++;
}

// svd_batch.h -- batches of small square matrices: svd_lanes.h's steps from the matrices to their
// values and vectors; included after it.
#ifndef COMPLEX
// The signs of d go to its vectors.
static void FN(svd_signs)(FN(SvdLanes) * t) {
  int64_t n = t->n;
  for (int64_t i = 0; i < n; i++) {
    FN(Mask) negative = t->d[i] < 0;
    FN(Lane) *x = n == 1 ? t->q : t->p + i; // as LAPACK's bdsdc does it
    t->d[i] = FN(lane_abs)(t->d[i]);
    for (int64_t r = 0; t->vectors && r < n; r++)
      x[r * n] = FN(pick)(negative, -x[r * n], x[r * n]);
  }
}

// d, q and p from a.  False where there is no convergence.
static FN(Mask) FN(svd_lanes)(FN(SvdLanes) * t) {
  int64_t n = t->n;
  FN(svd_bidiagonal)(t);
  FN(svd_limits)(t);
  t->turned = t->plain = t->apart = t->d[0] != t->d[0];
  FN(svd_turn)(t, FN(lane_abs)(t->d[0]) < FN(lane_abs)(t->d[n - 1]));
  for (int k = 0; k < 2; k++) {
    t->left[k].n = t->left[k].row = t->right[k].n = t->right[k].row = n;
    t->left[k].x = t->q;
    t->right[k].x = t->p;
  }
  t->lo = t->hi = (FN(Lane))0;
  for (int64_t end, steps = 3 * n * n + 6; (end = FN(svd_open)(t)) && steps > 0; steps--) {
    FN(Mask) m = t->plain | t->drops;
    if (FN(any)(m) && FN(svd_ratio)(t, end, m)) continue;
    FN(svd_sweep)(t, end);
  }
  FN(svd_turn_rest)(t, 0);
  FN(svd_turn)(t, t->turned);
  FN(svd_signs)(t);
  FN(lanes_sort)(n, false, t->d, t->vectors ? t->q : NULL, t->vectors ? t->p : NULL);
  FN(Mask) ok = t->hi == 0;
  if (t->vectors) ok &= ~t->apart;
  return ok;
}

// The power by which elements are divided, as FN(scale_of) says.
static FN(Lane) FN(lanes_scale_down)(int64_t n, FN(Lane) * x, FN(Lane) top) {
  const R smallest = BYTES == 4 ? (R)0x1p-20 : (R)0x1p-200; // fourth powers occur
  FN(Mask) far = (top > 0) & ((top < smallest) | (top > 1 / smallest));
  FN(Lane) scale = FN(pick)(far, top, FN(lane_with)(1));
  for (int64_t i = 0; FN(any)(far) && i < n; i++)
    x[i] = x[i] / scale;
  return scale;
}

static void FN(svd_batch)(const LinalgCall *c, const R *x, R *values, R *u, R *vt, void *work) {
  int64_t n = c->n, size = n * n, l = FN(LANES);
  FN(SvdLanes) t = {.n = n, .vectors = u != NULL, .a = FN(lanes_room)(work)};
  FN(Lane) top;
  LinalgCall one = *c;
  one.batch = 1;
  t.q = t.a + size;
  t.p = t.q + size;
  t.d = t.p + size;
  t.e = t.d + n;
  for (int64_t b = c->batch; b > 0; b -= l, x += l * size, values += l * n) {
    FN(lanes_load)(b, size, x, t.a);
    FN(Mask) ok = FN(lanes_clean)(size, t.a, &top);
    FN(Lane) scale = FN(lanes_scale_down)(size, t.a, top);
    ok &= FN(svd_lanes)(&t);
    for (int64_t i = 0; i < n; i++)
      t.d[i] *= scale;
    FN(lanes_store)(b, n, t.d, values);
    for (int64_t i = 0; u && i < n; i++)
      for (int64_t j = 0; j < i; j++) {
        FN(Lane) y = t.p[i * n + j];
        t.p[i * n + j] = t.p[j * n + i];
        t.p[j * n + i] = y;
      }
    if (u) FN(lanes_store)(b, size, t.q, u);
    if (u) FN(lanes_store)(b, size, t.p, vt);
    for (int64_t k = 0; FN(any)(~ok) && k < l && k < b; k++) {
      int64_t at = u ? k * size : 0;
      if (!ok[k]) FN(svd)(&one, x + k * size, values + k * n, u + at, vt + at, work);
    }
    if (!u) continue;
    u += l * size;
    vt += l * size;
  }
}
#endif

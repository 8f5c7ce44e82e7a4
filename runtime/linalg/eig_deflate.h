// eig_deflate.h -- which eigenvalues at the end of a large Hessenberg matrix have converged, and
// shifts from those that have not; included after eig_sweep.h.
//
// Source: Braman, Byers and Mathias, "The multishift QR algorithm, part II: aggressive early
// deflation" (2002); LAPACK's laqr3.

// Of the Schur form of a window and the column beside its first row, `spike` times the turn's first
// column: how many rows at its beginning have not converged.
static int64_t FN(count_left)(const FN(Real) * w, R spike) {
  int64_t left = w->n;
  while (left > 0) {
    const R *d = w->h + (left - 1) * (w->stride + 1), *v = w->z + (left - 1) * w->stride;
    bool pair = w->im[left - 1] != 0;
    R size = FN(magnitude)(d[0]), beside = FN(magnitude)(spike * v[0]);
    if (pair) {
      size += SQRT(FN(magnitude)(d[-1])) * SQRT(FN(magnitude)(d[-w->stride]));
      R other = FN(magnitude)(spike * v[-w->stride]);
      if (other > beside) beside = other;
    }
    if (size == 0) size = FN(magnitude)(spike);
    if (!(beside <= 2 * EPSILON * size) && beside > TINIEST / EPSILON) break;
    left -= 1 + pair;
  }
  return left;
}

// Of a window whose first `left` rows have not converged: Hessenberg form again.
static void FN(reduce_spike)(FN(Large) * f, FN(Real) * w, int64_t left) {
  R *v = f->scratch, *row = v + FN(MOST_WIDE), beta;
  for (int64_t i = 0; i < left; i++)
    v[i] = w->z[i * w->stride];
  R tau = FN(reflect)(left, v, 1, &beta);
  FN(Reflection) by = {v, 1, tau};
  FN(apply_left)((FN(Window)){w->h, left, w->n, w->stride}, by, row);
  FN(apply_left)((FN(Window)){w->z, left, w->n, w->stride}, by, row);
  for (int64_t i = 0; i < left; i++) {
    R *x = w->h + i * w->stride, s = 0;
    for (int64_t j = 0; j < left; j++)
      s += x[j] * v[j];
    for (int64_t j = 0; j < left; j++)
      x[j] -= s * tau * v[j];
  }
  FN(small_hessenberg)(w, left, v, row);
}

// The window of `wide` rows that ends at hi: hi becomes less by what has converged.  re and im have
// the eigenvalues of the whole window.  false: no convergence in it.
static bool FN(deflate)(FN(Large) * f, int64_t wide) {
  int64_t at = f->hi + 1 - wide;
  R *corner = f->h + at * f->stride + at - 1, spike = at > f->lo ? *corner : 0;
  FN(take_window)(f, at, wide);
  FN(Real) w = {wide, FN(WIDE), f->window, f->turn, f->re + at, f->im + at, 0};
  if (!FN(real_schur)(&w)) return false;
  FN(clear_below)(&w);
  int64_t left = spike == 0 ? 0 : FN(count_left)(&w, spike);
  if (left == wide) return true;
  if (left > 1) FN(reduce_spike)(f, &w, left);
  if (at > f->lo) *corner = left > 0 ? spike * w.z[0] : 0;
  FN(apply_window)(f, at, wide);
  f->hi = at + left - 1;
  return true;
}

// Up to `most` pairs of the eigenvalues from `from` to hi, the last ones.
static int64_t FN(choose_shifts)(const FN(Large) * f, int64_t from, FN(Shifts) * s, int64_t most) {
  int64_t count = 0;
  bool half = false;
  for (int64_t i = f->hi; i >= from && (count < most); i--) {
    R re = f->re[i], im = f->im[i];
    if (im == 0 && half) {
      s[count++].re[1] = re;
      half = false;
      continue;
    }
    FN(Shifts) both = {{re, re}, {im, -im}, 0};
    if (im != 0) {
      // The real one that waits keeps its place behind the pair.
      if (half) s[count + 1] = s[count];
      i--;
    }
    half |= im == 0;
    s[count] = both;
    count += im != 0;
  }
  return count + (half && count == 0);
}

// Where nothing has converged for long.
static int64_t FN(other_shifts)(const FN(Large) * f, FN(Shifts) * s, int64_t most) {
  int64_t count = 0;
  for (int64_t i = f->hi; i >= f->lo + 2 && count < most; i -= 2) {
    const R *d = f->h + i * f->stride + i;
    R size = FN(magnitude)(d[-1]) + FN(magnitude)(d[-f->stride - 2]);
    R re = d[0] + (R)0.75 * size, im = (R)0.66143783 * size;
    s[count++] = (FN(Shifts)){{re, re}, {im, -im}, 0};
  }
  return count;
}

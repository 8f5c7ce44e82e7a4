# scipy.linalg, integrate, optimize, interpolate, spatial: arguments, defaults and refusals.
import warnings

import numpy as np
from scipy import integrate, interpolate, linalg, optimize
from scipy.spatial.distance import cdist, euclidean, minkowski, pdist


def err(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)


# linalg
a = np.array([[4.0, 1.0], [1.0, 3.0]])
w, v = linalg.eig(a)
print(w.dtype, np.sort(w.real).round(8), v.dtype, linalg.eigvals(a).dtype, linalg.eig(a, right=False).dtype)
print(linalg.inv(a, check_finite=False).round(8), linalg.det(a.copy(), overwrite_a=True).round(8))
print(linalg.svdvals(a, check_finite=False).round(8), linalg.eigvalsh(a, check_finite=False).round(8))
m, y = np.array([[1.0, 1], [1, 2], [1, 4]]), np.array([1.0, 3.0, 4.0])
for right in (y, y[:, None], np.stack([y, 2 * y], 1)):
    x, residues, rank, s = linalg.lstsq(m, right, check_finite=False)
    print(x.round(8).tolist(), np.shape(residues), np.round(residues, 8), rank)
c = np.array([[4.0, 1.0], [2.0, 3.0]])  # of which one triangle counts
print(linalg.cholesky(c).round(8).tolist(), linalg.cholesky(c, lower=True).round(8).tolist())
print(linalg.eigvalsh(c).round(8), linalg.eigvalsh(c, lower=False).round(8), linalg.eigh(c, lower=False)[0].round(8))
print(linalg.eigh(a, eigvals_only=True).round(8), len(linalg.eigh(a)))
d = np.arange(12.0).reshape(4, 3)
print(linalg.pinv(d).round(8).tolist(), linalg.pinv(d, return_rank=True)[1], linalg.pinv(d, atol=5.0, return_rank=True)[1])
print(linalg.pinv(np.array([[1.0, 2j], [0, 1]])).round(8) + 0j)

# interpolate
f = interpolate.interp1d([0, 1, 2], [0, 10, 0])
print(f(0.5), f([0.25, 2.0]))
err(f, -0.5)
err(f, [0.0, 2.5])
err(interpolate.interp1d([0, 1], [0, 1], fill_value=7.0), 3)
print(interpolate.interp1d([0, 1, 2], [0, 10, 0], bounds_error=False)([-1, 1]))
print(interpolate.interp1d([0, 1], [0, 1], bounds_error=False, fill_value=(-1, 9))([-1, 0.5, 5]))
table = np.arange(12.0).reshape(2, 3, 2)
g = interpolate.interp1d([2, 0, 1], table, axis=1)
print(g([0.5, 1.5]).tolist(), g(0.5).tolist(), g([[0.0, 1.0]]).shape)
print(interpolate.interp1d([0, 1], [[0, 1], [2, 4]])(0.5))
err(interpolate.interp1d, [0, 1, 2], [0, 1])

# integrate
x = np.array([[0.0, 1.0, 3.0, 4.0], [0.0, 2.0, 3.0, 5.0]])
y = x**2
print(integrate.simpson(y, x=x).round(8), integrate.simpson(y.T, x=x.T, axis=0).round(8), integrate.simpson(y[:, :3], dx=2.0))
print(integrate.simpson(y, x=x[0]).round(8), integrate.simpson(1j * y, x=x).round(8))
print(integrate.cumulative_trapezoid(y, x), integrate.cumulative_trapezoid(y.T, x.T, axis=0, initial=0).tolist())
print(integrate.cumulative_trapezoid(1j * y[0]), round(integrate.quad(lambda t, k: k * t, 0, 1, args=2)[0], 10))
err(integrate.cumulative_trapezoid, [1, 2], initial=1)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        integrate.quad(lambda t: abs(t - 0.3) ** -0.9, 0, 1, limit=3)
    except integrate.IntegrationWarning as e:
        print("IntegrationWarning", str(e)[:45])

# optimize
for start in (1.0, -2.0):
    print(round(float(optimize.newton(lambda t: t**3 - 2, start)), 8))
err(optimize.newton, lambda t: 1.0, 1.0)
try:
    optimize.newton(lambda t: t * t + 1, 0.0, fprime=lambda t: 2 * t)
except RuntimeError as e:
    print("RuntimeError", str(e)[:20])

# spatial
pts = np.array([[0.0, 0], [3, 4], [1, 1]])


def weighted(u, v, scale=1.0):
    return scale * np.abs(u - v).sum()


print(cdist(pts, pts, weighted, scale=2.0), pdist(pts, weighted, scale=3.0), pdist(pts, "minkowski", p=1))
err(euclidean, pts, pts)
print(euclidean(pts[0], pts[1]), minkowski([1, 0], [0, 1], 1), cdist(pts, pts[:1], euclidean), cdist(pts, pts[:1], "cosine").shape)

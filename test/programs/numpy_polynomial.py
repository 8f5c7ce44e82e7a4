# numpy.polynomial, poly1d, roots; windows of arrays; packed bits; eigenvalues whose dtype their contents decide.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view, as_strided
from numpy.polynomial import Polynomial, Chebyshev, Legendre, polynomial as P, legendre, chebyshev, hermite, hermite_e, laguerre
x = np.arange(6)
print(sliding_window_view(x, 3), sliding_window_view(np.arange(12).reshape(3, 4), (2, 2)).shape, sliding_window_view(x, 2).mean(axis=-1), sliding_window_view(np.arange(8).reshape(2, 4), 2, axis=1))
try:
    sliding_window_view(x, 3)[0, 0] = 1
except ValueError as e:
    print(e)
print(as_strided(x, (3, 2), (16, 8), writeable=False), np.packbits([1, 0, 1, 0, 0, 0, 0, 1]), np.unpackbits(np.array([5], np.uint8)))
p = np.poly1d([1, -2, 3])
print(p, p(2), p.order, p.c, repr(p), p.deriv(), (p * p).c, p + 1, p[0], p[2], np.poly1d([2, 0]), np.poly1d([1.5, 0, -3.25, 1]), np.poly1d([5]), sep="\n")
print(np.poly1d([1, -3, 2]).roots, np.poly1d([1, 2], r=True).c, p.integ().c, (p / np.poly1d([1, 1]))[0].c, p == np.poly1d([1, -2, 3]), list(p))
q = Polynomial([1, 2, 3])
print(q, repr(q), q(2), q.deriv(), q.integ(), q.roots(), q.degree(), (q * q).coef, q - 1, q**2, 2 * q, -q, q // Polynomial([1, 1]), len(q), sep="\n")
xs = np.linspace(0, 4, 9)
f = Polynomial.fit(xs, xs**2 - xs + 3, 2)
print(f.convert(kind=Chebyshev).coef.round(6), f(1.5).round(6), f.domain, f.window, f.coef.round(6), P.polyfit(xs, 2 * xs + 1, 1).round(8), P.polyval(2.0, [1, 2, 3]), P.polyroots([6, -5, 1]), P.polyfromroots([1, 2]), P.polyvander(np.array([1.0, 2.0]), 2))
print(P.polymul([1, 2], [1, 3]), P.polyadd([1, 2, 3], [1]), P.polysub([1, 2], [1, 2]), P.polyder([1, 2, 3]), P.polyint([1, 2, 3]), P.polydiv([1, 3, 2], [1, 1]), Polynomial.fromroots([1, -1]).coef)
for mod, pre in ((legendre, "leg"), (hermite, "herm"), (hermite_e, "herme"), (laguerre, "lag"), (chebyshev, "cheb")):
    g = {n: getattr(mod, pre + n) for n in ("val", "vander", "gauss", "mul", "der", "int", "roots", "fit", "fromroots")}
    print(pre, g["val"](0.5, [1, 2, 3]), g["val"](xs[:3], [1, 2, 3, 4]), g["vander"](xs[:2], 3), *g["gauss"](4), g["mul"]([1, 2, 3], [3, 2]), g["der"]([1, 2, 3, 4]), g["int"]([1, 2, 3], k=1), g["roots"]([1, 2, 3, 4]).round(8), g["fit"](xs, xs**2 + 2 * xs + 3, 2).round(8), g["fromroots"]([1, 2.5, 0.75]))
c = Chebyshev([1, 2, 3]); l = Legendre([1, 2, 3])
print(c, repr(c), c(0.25), c.deriv(), l, l.integ(), c.convert(kind=Polynomial), Legendre.fit(xs, np.sin(xs), 3)(1.0), Chebyshev.interpolate(np.cos, 5)(0.2), chebyshev.cheb2poly([1, 2, 3]), chebyshev.poly2cheb([1, 2, 3]), Chebyshev.basis(3), sep="\n")
xg, wg = legendre.leggauss(5)
print(wg @ np.exp(xg), np.exp(1) - np.exp(-1))
w, v = np.linalg.eig(np.array([[2.0, 1.0], [1.0, 3.0]]))
print(w.dtype, np.sort(w), v.dtype, np.linalg.eigvals(np.array([[0.0, 1.0], [-1.0, 0.0]])), np.roots([2, -4, 0]))
x.setflags(write=False)
print(x.flags.writeable)
x.flags.writeable = True
x[0] = 7
print(x)

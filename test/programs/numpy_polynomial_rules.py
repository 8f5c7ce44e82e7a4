# numpy.polynomial: trimmed results, complex coefficients, axes, and what is refused.
import numpy as np
from numpy.polynomial import Chebyshev, Polynomial, chebyshev, hermite, hermite_e, laguerre, legendre
from numpy.polynomial import polynomial as P


def err(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)


# Operands and results lose the zeros at their end.
print(P.polymul([1, 0], [1, 0]), P.polyadd([1, 0], [1, 2, 0]), P.polysub([1, 2, 3], [0, 2, 3]), P.polypow([1, 1], 3))
print(P.polymulx([0]), P.polymulx([1, 0]), P.polydiv([1, 3, 2, 0], [1, 1, 0]), P.polydiv([2, 4], [2]), P.polydiv([1], [1, 1]))
print(P.polytrim([1, 1e-9, 1e-9], 1e-6), P.polytrim([1e-9], 1e-6), chebyshev.chebtrim([1, 2, 0]), P.polyroots([6, -5, 1, 0]))
print(chebyshev.chebmul([1, 1, 0], [1, 0]), legendre.legdiv([1, 2, 3, 0], [1, 1]), laguerre.lagmulx([0]))
err(P.polydiv, [1, 2], [0])
err(P.polytrim, [1, 2], -1)
err(P.polymul, [[1, 2]], [1])
err(P.polycompanion, [1])
err(chebyshev.chebpow, [1, 2], 17)
err(P.polypow, [1, 2], -1)

# Complex coefficients.
print(P.polyfromroots([-1j, 1j]), P.polyfromroots([]), chebyshev.chebmul([1, 1j], [1, 2]), legendre.legmulx([1j, 2]))
print(chebyshev.cheb2poly([1, 2j, 3]), chebyshev.poly2cheb([1j, 2, 3]), chebyshev.cheb2poly([1, 2, 3, 4, 5]))
print(P.polyder([1, 2j, 3]), P.polyint([1j, 2]), hermite.hermder([1, 2j, 3]), laguerre.lagint([1, 1j]) + 0.0, legendre.legder([1, 1j, 2j]))
xs = np.linspace(0, 1, 5)
print(P.polyfit(xs, 1 + 2j * xs, 1).round(8) + 0.0, P.polyfit(xs, np.stack([xs, xs**2], 1), [0, 2]).round(8) + 0.0)
print(P.polyval(1j, [1, 2, 3]), Polynomial([1, 2j])(0.5), Polynomial.fromroots([-1j, 1j]).coef, P.polyroots([1j, 1]))
print(Polynomial([1, 1j, -2j]))

# Derivatives and integrals along an axis.
c = np.arange(1.0, 7.0).reshape(3, 2)
for module, prefix in ((P, "poly"), (chebyshev, "cheb"), (legendre, "leg"), (laguerre, "lag"), (hermite, "herm"), (hermite_e, "herme")):
    der, integral = getattr(module, prefix + "der"), getattr(module, prefix + "int")
    print(prefix, der(c).tolist(), der(c, 2).tolist(), der(c, axis=1).tolist(), der(c, 3).tolist(), der(c, 0).tolist())
    print(integral(c).round(8).tolist(), integral(c, 2, k=[1, 2], lbnd=1, scl=2, axis=1).round(8).tolist(), integral([0], k=3))
err(P.polyint, [1, 2], 1, k=[1, 2])
err(legendre.legder, [1, 2], -1)
err(P.polyint, [1, 2], lbnd=[1, 2])
err(P.polyint, [1, 2], scl=[1, 2])
try:
    P.polyder(c, axis=2)
except np.exceptions.AxisError:
    print("AxisError")

# Classes: domain, window and symbol belong to a polynomial.
p, q = Polynomial([1, 2, 3]), Polynomial([1, 2], domain=[0, 1])
for f in (lambda: p + q, lambda: p * Polynomial([1], window=[0, 1]), lambda: p - Polynomial([1], symbol="z"),
          lambda: p + Chebyshev([1]), lambda: p / p, lambda: p // 0):
    err(f)
print(p == Polynomial([1, 2, 3], symbol="z"), p == Polynomial([1, 2, 3]), p != q, p.has_samedomain(q), p.has_sametype(q))
print(Polynomial([1, 2], symbol="z").convert(kind=Chebyshev).symbol, Polynomial([1, 2], symbol="z") ** 2, q.convert().coef)
print(p / 2, p // [1, 1], p % [1, 1], [1, 2, 3, 4] // p, divmod([1, 2, 3, 4], p)[1], 2 - p, p.trim(5), sep="\n")
err(Polynomial, [1, 2], domain=[1])
err(Polynomial, [1], symbol="1x")
err(p.truncate, 0)
print(Polynomial.fit([2.0, 2.0], [1.0, 1.0], 0).domain, Polynomial([1, 0, 0]).degree(), (p - Polynomial([0, 0, 3])).degree())
print(Polynomial(np.arange(1.5, 12.5)))

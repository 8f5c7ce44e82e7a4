"""numpy.polynomial: series in powers and in orthogonal polynomials, and classes of them."""

from numpy.polynomial import chebyshev, hermite, hermite_e, laguerre, legendre, polynomial  # noqa: F401
from numpy.polynomial.chebyshev import Chebyshev
from numpy.polynomial.hermite import Hermite
from numpy.polynomial.hermite_e import HermiteE
from numpy.polynomial.laguerre import Laguerre
from numpy.polynomial.legendre import Legendre
from numpy.polynomial.polynomial import Polynomial

__all__ = ["Polynomial", "Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre"]

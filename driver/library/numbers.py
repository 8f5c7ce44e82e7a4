"""numbers: the numeric tower, for isinstance."""

from collections.abc import _Abstract


class Number(_Abstract):
    _known = (int, float, complex)


class Complex(Number):
    _known = (int, float, complex)


class Real(Complex):
    _known = (int, float)


class Rational(Real):
    _known = (int,)


class Integral(Rational):
    _known = (int,)

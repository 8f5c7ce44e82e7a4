"""contract.py -- which functions are measured, and the largest errors that are promised."""
import os

import report


class Function:
    """kind: elementary (at most 1 ULP of f32), special (4) or composite; every: all of f32 is measured, not samples."""
    def __init__(self, kind, arity=1, every=True, samples=2 ** 20, quick=2 ** 16, types=("f32", "f64", "f16", "bf16")):
        self.kind, self.arity, self.every, self.samples, self.quick, self.types = kind, arity, every, samples, quick, types


LIMITS = {"elementary": 1.0, "special": 4.0, "exact": 0.5}
FUNCTIONS = {}


def add(kind, names, **rest):
    for name in names.split():
        FUNCTIONS[name] = Function(kind, **rest)


add("exact", "sqrt")
add("elementary", "exp exp2 expm1 log log1p log2 log10 rsqrt cbrt logistic sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh")
add("exact", "rem", arity=2)
add("elementary", "pow atan2 hypot", arity=2, samples=2 ** 22)
add("special", "erf erfc erf_inv lgamma digamma i0e i1e ndtr softplus")
add("special", "ndtri log_ndtr", every=False, samples=2 ** 17, quick=2 ** 12, types=("f32", "f64"))
add("special", "logaddexp", arity=2, samples=2 ** 17, quick=2 ** 12, types=("f32", "f64"))
add("special", "igamma igammac zeta polygamma", arity=2, samples=2 ** 16, quick=2 ** 10, types=("f32", "f64"))
add("special", "betainc", arity=3, samples=2 ** 16, quick=2 ** 10, types=("f32", "f64"))


def limit(f, t):
    """What is promised: of f32 and less by kind, of f64 a number of its own."""
    return LIMITS[FUNCTIONS[f].kind] if t != "f64" else F64.get(f, LIMITS[FUNCTIONS[f].kind])


F64 = {}

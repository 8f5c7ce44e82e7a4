"""contract.py -- which functions are measured, and the largest errors that are promised."""

class Function:
    """kind: of LIMITS; every: all of f32 is measured, not samples."""
    def __init__(self, kind, arity=1, every=True, samples=2 ** 20, quick=2 ** 16, types=("f32", "f64", "f16", "bf16")):
        self.kind, self.arity, self.every, self.samples, self.quick, self.types = kind, arity, every, samples, quick, types


LIMITS = {"exact": 0.5, "elementary": 1.0, "special": 4.0, "composite": 4.0}  # composite: the library makes it of others; complex, measured: no promise
FUNCTIONS = {}


def add(kind, names, **rest):
    for name in names.split():
        FUNCTIONS[name] = Function(kind, **rest)


add("exact", "sqrt")
add("exact", "rem", arity=2)
add("elementary", "exp exp2 expm1 log log2 log10 log1p rsqrt cbrt logistic sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh")
add("elementary", "pow atan2", arity=2, samples=2 ** 21)
add("special", "erf erfc erf_inv lgamma digamma i0e i1e")
add("special", "igamma igammac zeta polygamma", arity=2, samples=2 ** 15, quick=2 ** 9, types=("f32", "f64"))
add("special", "betainc", arity=3, samples=2 ** 15, quick=2 ** 9, types=("f32", "f64"))
add("composite", "softplus")
add("composite", "ndtr", types=("f32", "f64"))
add("composite", "hypot", arity=2)
add("composite", "ndtri log_ndtr entr logit sinc expi exp1 erfcx gamma factorial i0 i1 spence", every=False, samples=2 ** 16, quick=2 ** 9,
    types=("f32", "f64"))
add("composite", "logaddexp logaddexp2 xlogy xlog1py rel_entr kl_div", arity=2, samples=2 ** 16, quick=2 ** 9, types=("f32", "f64"))
add("measured", "logsumexp expn bessel_jn", arity=2, samples=2 ** 16, quick=2 ** 9, types=("f32", "f64"))
add("composite", "betaln beta", arity=2, samples=2 ** 12, quick=2 ** 7, types=("f32", "f64"))
for name in "exp log sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh reciprocal expm1 log1p".split():
    add("complex", f"c{name}_re c{name}_im", arity=2, samples=2 ** 17, types=("f32",))
# Of f64 elementary functions promise 1, of the others these; log2 and log10 are products of log, as in JAX.
LIMIT_F64 = {"log2": 2.0, "log10": 2.0, "ndtri": 4.0, "rel_entr": 4.0, "spence": 4.0, "exp1": 6.0, "kl_div": 6.0}


def limit(f, t):
    """The largest error that is promised, or None."""
    kind = FUNCTIONS[f].kind
    if kind in ("complex", "measured"):
        return None
    if f == "logistic" and t in ("f16", "bf16"):
        return None  # as JAX, in rounded steps
    if t == "f64" and kind != "exact":
        return LIMIT_F64.get(f, 1.0 if kind == "elementary" else None)
    return LIMITS[kind]

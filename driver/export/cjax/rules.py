"""rules.py -- how each primitive is written: RULES[name](walk, eqn, args) gives its results."""
import jax.numpy as jnp
import numpy as np
from jax import lax

from .source import refuse
from .text import brackets, dense, element_of, is_key, tensor, type_of

RULES = {}


def rule(*primitives):
    def add(function):
        for name in primitives:
            RULES[name] = function
        return function
    return add


def out_of(eqn, i=0):
    return type_of(eqn.outvars[i].aval)


def need(eqn, ok, why):
    if not ok:
        refuse(eqn, why)


# ---- Elementwise.

UNARY = """neg floor ceil exp exp2 log expm1 log1p tanh logistic sin cos tan asin acos atan sinh cosh asinh
    acosh atanh sqrt rsqrt cbrt square sign erf erfc erf_inv not population_count clz lgamma digamma
    bessel_i0e bessel_i1e copy""".split()
BINARY = """add sub mul div rem pow max min atan2 nextafter and or xor shift_left shift_right_arithmetic
    shift_right_logical add_any igamma igammac igamma_grad_a polygamma zeta mulhi""".split()
COMPARE = "eq ne lt le gt ge".split()
IDENTITY = """stop_gradient copy_p device_put sharding_constraint reshard layout_constraint pvary stage
    to_edtype from_edtype name xla_metadata_value shard_alike random_wrap random_unwrap random_clone""".split()


@rule(*UNARY)
def unary(walk, eqn, args):
    return [walk.w.unary(eqn.primitive.name, args[0])]


@rule("abs", "real", "imag", "is_finite")
def unary_retyped(walk, eqn, args):
    x, out = args[0], out_of(eqn)
    if eqn.primitive.name == "abs" and out == x[1:]:
        return [walk.w.unary("abs", x)]
    return [walk.w.retyped(eqn.primitive.name, x, out)]


def fitted(walk, args):
    shape = np.broadcast_shapes(*(x.shape for x in args))
    return [walk.w.fit(x, shape) for x in args]


@rule(*BINARY)
def binary(walk, eqn, args):
    name = {"add_any": "add"}.get(eqn.primitive.name, eqn.primitive.name)
    element = out_of(eqn)[1]
    x, y = (walk.w.convert(a, element) for a in args)      # pow takes an exponent of another type
    return [walk.w.binary(name, *fitted(walk, [x, y]))]


@rule(*COMPARE)
def compare(walk, eqn, args):
    return [walk.w.compare(eqn.primitive.name, *fitted(walk, args))]


@rule("complex")
def complex_(walk, eqn, args):
    x, y = fitted(walk, args)
    return walk.w.op(f"cjax.complex {x.name}, {y.name} : {x.type} -> {tensor(*out_of(eqn))}", [out_of(eqn)])


@rule("conj")
def conj(walk, eqn, args):
    x = args[0]
    if x.element.startswith("complex"):
        return [walk.w.unary("conj", x)]
    return [walk.w.convert(x, out_of(eqn)[1])]      # of a real number: itself, as a complex one


@rule("integer_pow")
def integer_pow(walk, eqn, args):
    return [walk.w.unary("integer_pow", args[0], f" {{y = {eqn.params['y']} : i64}}")]


@rule("round")
def round_(walk, eqn, args):
    return [walk.w.unary("round", args[0], " {to_nearest_even}" if int(eqn.params["rounding_method"]) else "")]


@rule("clamp", "regularized_incomplete_beta")
def ternary(walk, eqn, args):
    a, b, c = fitted(walk, args)
    return walk.w.op(f"cjax.{eqn.primitive.name} {a.name}, {b.name}, {c.name} : {a.type}", [a[1:]])


@rule("select_n")
def select_n(walk, eqn, args):
    return [walk.w.select_n(walk.w.fit(args[0], args[1].shape), args[1:])]


@rule("convert_element_type")
def convert(walk, eqn, args):
    return [walk.w.convert(args[0], out_of(eqn)[1])]


@rule("bitcast_convert_type")
def bitcast(walk, eqn, args):
    need(eqn, out_of(eqn)[0] == args[0].shape, "only between types of the same width")
    return [args[0] if out_of(eqn) == args[0][1:] else walk.w.retyped("bitcast_convert_type", args[0], out_of(eqn))]


@rule("reduce_precision")
def reduce_precision(walk, eqn, args):
    bits = [f"{k} = {eqn.params[k]} : i64" for k in ("exponent_bits", "mantissa_bits")]
    return [walk.w.unary("reduce_precision", args[0], " {" + ", ".join(bits) + "}")]


@rule(*IDENTITY)
def identity(walk, eqn, args):
    return args


@rule("dce_sink")
def dce_sink(walk, eqn, args):
    return []


@rule("optimization_barrier")
def optimization_barrier(walk, eqn, args):
    return [walk.w.unary("optimization_barrier", x) for x in args]


@rule("tie")
def tie(walk, eqn, args):
    return [args[1]]


# ---- Shape.  Keys have one more axis, which stays last.

def keyed(eqn):
    return int(is_key(eqn.outvars[0].aval))


@rule("broadcast_in_dim")
def broadcast_in_dim(walk, eqn, args):
    shape, key = out_of(eqn)[0], keyed(eqn)
    dims = [*eqn.params["broadcast_dimensions"], *[len(shape) - 1] * key]
    return [walk.w.broadcast(args[0], shape, dims)]


@rule("reshape")
def reshape(walk, eqn, args):
    x = args[0]
    if eqn.params["dimensions"] is not None:
        x = walk.w.transpose(x, eqn.params["dimensions"])
    return [walk.w.reshape(x, out_of(eqn)[0])]


@rule("squeeze")
def squeeze(walk, eqn, args):
    dims = [d % len(eqn.invars[0].aval.shape) for d in eqn.params["dimensions"]]
    return [walk.w.retyped("squeeze", args[0], out_of(eqn), f" dims {brackets(dims)}")]


@rule("expand_dims")
def expand_dims(walk, eqn, args):
    return [walk.w.reshape(args[0], out_of(eqn)[0])]


@rule("transpose")
def transpose(walk, eqn, args):
    perm = [*eqn.params["permutation"], *[args[0].rank - 1] * keyed(eqn)]
    return [walk.w.transpose(args[0], perm)]


@rule("rev")
def rev(walk, eqn, args):
    return [walk.w.retyped("rev", args[0], out_of(eqn), f" dims {brackets(eqn.params['dimensions'])}")]


@rule("concatenate")
def concatenate(walk, eqn, args):
    return [walk.w.concatenate(args, eqn.params["dimension"])]


@rule("stack")
def stack(walk, eqn, args):
    axis = eqn.params["axis"]
    parts = [walk.w.reshape(x, (*x.shape[:axis], 1, *x.shape[axis:])) for x in args]
    return [walk.w.concatenate(parts, axis)]


@rule("unstack")
def unstack(walk, eqn, args):
    x, axis, parts = args[0], eqn.params["axis"], []
    for i in range(x.shape[axis]):
        start = [i if d == axis else 0 for d in range(x.rank)]
        limit = [i + 1 if d == axis else n for d, n in enumerate(x.shape)]
        parts.append(walk.w.reshape(walk.w.slice(x, start, limit), out_of(eqn, i)[0]))
    return parts


@rule("split")
def split(walk, eqn, args):
    outs = [type_of(v.aval) for v in eqn.outvars]
    middle = f" sizes {brackets(eqn.params['sizes'])} axis {eqn.params['axis']}"
    return walk.w.function("split", args, outs, middle)


@rule("tile")
def tile(walk, eqn, args):
    x = args[0]
    for axis, n in enumerate(eqn.params["reps"]):
        x = walk.w.concatenate([x] * n, axis)
    return [x]


@rule("pad")
def pad(walk, eqn, args):
    low, high, interior = zip(*eqn.params["padding_config"]) if args[0].rank else ((), (), ())
    middle = f" low {brackets(low)} high {brackets(high)} interior {brackets(interior)}"
    return walk.w.function("pad", args, [out_of(eqn)], middle)


@rule("iota")
def iota(walk, eqn, args):
    return [walk.w.iota(*out_of(eqn), eqn.params["dimension"])]


@rule("empty", "empty2")
def empty(walk, eqn, args):
    shape, element = out_of(eqn)
    return [walk.w.fit(walk.scalar(0, element), shape)]


# ---- Reductions.

@rule("reduce_sum", "reduce_prod", "reduce_max", "reduce_min", "reduce_and", "reduce_or", "reduce_xor")
def reduce(walk, eqn, args):
    axes = sorted(eqn.params["axes"])
    if not axes:
        return args
    return [walk.w.retyped(eqn.primitive.name, args[0], out_of(eqn), f" over {brackets(axes)}")]


@rule("psum", "pmax", "pmin")
def all_reduce(walk, eqn, args):
    """What vmap leaves of a sum over its named axis: one over axes by number."""
    axes = sorted(eqn.params["axes"], key=str)
    need(eqn, all(isinstance(a, int) for a in axes), "over a named axis outside of vmap there is none")
    need(eqn, eqn.params["axis_index_groups"] is None, "with axis_index_groups there is none")
    name = {"psum": "reduce_sum", "pmax": "reduce_max", "pmin": "reduce_min"}[eqn.primitive.name]
    outs = [type_of(v.aval) for v in eqn.outvars]
    return [walk.w.retyped(name, x, out, f" over {brackets(axes)}") if axes else x for x, out in zip(args, outs)]


@rule("argmax", "argmin")
def argreduce(walk, eqn, args):
    need(eqn, len(eqn.params["axes"]) == 1, "over one axis only")
    shape, element = out_of(eqn)
    wide = element if element in ("i32", "i64") else "i32"
    y = walk.w.retyped(eqn.primitive.name, args[0], (shape, wide), f" over {eqn.params['axes'][0]}")
    return [walk.w.convert(y, element)]


@rule("cumsum", "cumprod", "cummax", "cummin", "cumlogsumexp")
def cumulative(walk, eqn, args):
    flag = " {reverse}" if eqn.params["reverse"] else ""
    x = args[0]
    return walk.w.op(f"cjax.{eqn.primitive.name} {x.name} along {eqn.params['axis']}{flag} : {x.type}", [x[1:]])


@rule("sort")
def sort(walk, eqn, args):
    middle = f" along {eqn.params['dimension']} keys {eqn.params['num_keys']}"
    return walk.w.function("sort", args, [x[1:] for x in args], middle)


@rule("top_k")
def top_k(walk, eqn, args):
    axis = eqn.params.get("axis", -1) % args[0].rank
    outs = [type_of(v.aval) for v in eqn.outvars]
    return walk.w.function("top_k", args, outs, f" k {eqn.params['k']} along {axis}")


@rule("dot_general")
def dot_general(walk, eqn, args):
    (lc, rc), (lb, rb) = eqn.params["dimension_numbers"]
    shape, element = out_of(eqn)
    middle = f" contract {brackets(lc)}, {brackets(rc)} batch {brackets(lb)}, {brackets(rb)}"
    if args[0].element != args[1].element or not _widens(args[0].element, element):
        args = [walk.w.convert(x, element) for x in args]
    return walk.w.function("dot_general", args, [(shape, element)], middle)


def _widens(narrow, wide):
    floats = ["f16", "bf16", "f32", "f64"]
    if narrow == wide:
        return True
    return narrow in floats[:3] and wide in floats[2:]


# ---- Factorisations and Fourier transforms.

@rule("cholesky")
def cholesky(walk, eqn, args):
    return [walk.w.unary("cholesky", args[0])]


@rule("triangular_solve")
def triangular_solve(walk, eqn, args):
    flags = {k: bool(eqn.params[k]) for k in ("left_side", "lower", "transpose_a", "conjugate_a", "unit_diagonal")}
    shape, element = out_of(eqn)
    wide = "f32" if element in ("f16", "bf16") else element
    args = [walk.w.convert(x, wide) for x in args]
    y = walk.w.function("triangular_solve", args, [(shape, wide)], attrs=walk.w.dictionary(**flags))[0]
    return [walk.w.convert(y, element)]


def factorisation(walk, eqn, args, **flags):
    outs = [type_of(v.aval) for v in eqn.outvars]
    return walk.w.function(eqn.primitive.name, args, outs, attrs=walk.w.dictionary(**flags))


@rule("lu", "geqrf", "hessenberg")
def lu(walk, eqn, args):
    return factorisation(walk, eqn, args)


@rule("householder_product")
def householder_product(walk, eqn, args):
    return walk.w.function("householder_product", args, [out_of(eqn)])


@rule("tridiagonal_solve")
def tridiagonal_solve(walk, eqn, args):
    need(eqn, not eqn.params["perturb_singular"], "with perturb_singular there is none")
    return walk.w.function("tridiagonal_solve", args, [out_of(eqn)])


@rule("lu_pivots_to_permutation")
def lu_pivots_to_permutation(walk, eqn, args):
    return [walk.w.retyped("lu_pivots_to_permutation", args[0], out_of(eqn), f" size {eqn.params['permutation_size']}")]


@rule("qr")
def qr(walk, eqn, args):
    need(eqn, not eqn.params["pivoting"], "with pivoting there is none")
    return factorisation(walk, eqn, args, full_matrices=bool(eqn.params["full_matrices"]))


@rule("eigh")
def eigh(walk, eqn, args):
    need(eqn, eqn.params["subset_by_index"] is None, "of a part of the spectrum there is none")
    return factorisation(walk, eqn, args, lower=bool(eqn.params["lower"]))


@rule("svd")
def svd(walk, eqn, args):
    need(eqn, eqn.params.get("subset_by_index") is None, "of a part of the spectrum there is none")
    return factorisation(walk, eqn, args, full_matrices=bool(eqn.params["full_matrices"]),
                         compute_uv=bool(eqn.params["compute_uv"]))


@rule("eig")
def eig(walk, eqn, args):
    if eqn.params["compute_left_eigenvectors"]:
        return walk.expand(eqn, lambda x: left_eigenvectors(x, eqn.params["compute_right_eigenvectors"]), args)
    return factorisation(walk, eqn, args, vectors=bool(eqn.params["compute_right_eigenvectors"]))


def left_eigenvectors(x, right):
    """Of a matrix with a full set of eigenvectors: the rows of the inverse of the right ones."""
    w, v = lax.linalg.eig(x, compute_left_eigenvectors=False)
    left = jnp.conj(jnp.swapaxes(jnp.linalg.inv(v), -1, -2))
    left = left / jnp.linalg.norm(left, axis=-2, keepdims=True)
    return (w, left, v) if right else (w, left)


@rule("fft")
def fft(walk, eqn, args):
    kind, lengths = int(eqn.params["fft_type"]), eqn.params["fft_lengths"]
    rank = f"rank = {len(lengths)} : i64"
    if kind < 2:
        return [walk.w.unary("fft", args[0], " {" + rank + (", inverse" if kind == 1 else "") + "}")]
    if kind == 2:
        return [walk.w.retyped("rfft", args[0], out_of(eqn), attrs=f" {{{rank}}}")]
    return [walk.w.retyped("irfft", args[0], out_of(eqn), attrs=f" {{{rank}, length = {lengths[-1]} : i64}}")]


def fill_value(eqn, element):
    """The attribute of a gather's fill_value, or None for the default."""
    value = eqn.params.get("fill_value")
    if value is None:
        return None
    return dense(np.asarray(value, dtype=eqn.outvars[0].aval.dtype), element)


__all__ = ["RULES", "element_of", "fill_value", "need", "out_of", "rule"]

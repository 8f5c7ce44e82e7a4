"""Products of vectors, matrices and tensors."""

from _cjax import numpy as core
from jax import lax
from jax.numpy._util import broadcast_shapes, broadcast_to, canonicalize_axis, check_arraylike

asarray = core.asarray


def _pair(name, a, b, preferred):
    a, b = core.promote_dtypes(name, a, b)
    return a, b, a.dtype if preferred is None else core.canonicalize_dtype(preferred)


def _aligned(a, b, axis):
    """NumPy's error for an axis of b that does not fit the last one of a."""
    if a.shape[-1] != b.shape[axis]:
        shown = [f"({','.join(str(n) for n in x.shape)}{',' if x.ndim == 1 else ''})" for x in (a, b)]
        raise ValueError(f"shapes {shown[0]} and {shown[1]} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != "
                         f"{b.shape[axis]} (dim {axis})")


def dot(a, b, *, precision=None, preferred_element_type=None, out_sharding=None):
    """NumPy's dot: last axis of a with the second to last of b."""
    check_arraylike("dot", a, b)
    a, b, dtype = _pair("dot", a, b, preferred_element_type)
    if a.ndim == 0 or b.ndim == 0:
        shape = a.shape or b.shape
        return lax.convert_element_type(lax.mul(broadcast_to(a, shape), broadcast_to(b, shape)), dtype)
    contract = ((a.ndim - 1,), (max(b.ndim - 2, 0),))
    if core.host():
        _aligned(a, b, contract[1][0])
    return lax.dot_general(a, b, (contract, ((), ())), precision=precision, preferred_element_type=dtype)


def vdot(a, b, *, precision=None, preferred_element_type=None):
    """Sum of conj(a) * b over all elements."""
    from jax.numpy.manipulation import ravel
    from jax.numpy.ufuncs import conj
    check_arraylike("vdot", a, b)
    return dot(conj(ravel(a)), ravel(b), precision=precision, preferred_element_type=preferred_element_type)


def inner(a, b, *, precision=None, preferred_element_type=None):
    a, b = core.promote_dtypes("inner", a, b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if core.host():
        _aligned(a, b, b.ndim - 1)
    return tensordot(a, b, (-1, -1), precision=precision, preferred_element_type=preferred_element_type)


def outer(a, b, out=None):
    """Products of all pairs of elements."""
    if out is not None:
        raise NotImplementedError("The 'out' argument to jnp.outer is not supported.")
    a, b = core.promote_dtypes("outer", a, b)
    return lax.reshape(a, (a.size, 1)) * lax.reshape(b, (1, b.size))


def vecdot(x1, x2, /, *, axis=-1, precision=None, preferred_element_type=None):
    from jax.numpy.manipulation import moveaxis
    from jax.numpy.ufuncs import conj
    x1, x2 = core.promote_dtypes("vecdot", x1, x2)
    if x1.shape[axis] != x2.shape[axis]:
        raise ValueError(f"axes must match; got shapes {x1.shape} and {x2.shape} with axis={axis}")
    return matmul(moveaxis(conj(x1), axis, -1)[..., None, :], moveaxis(x2, axis, -1)[..., :, None])[..., 0, 0]


def matvec(x1, x2, /):
    return matmul(x1, asarray(x2)[..., None])[..., 0]


def vecmat(x1, x2, /):
    from jax.numpy.ufuncs import conj
    return matmul(conj(asarray(x1))[..., None, :], x2)[..., 0, :]


def matmul(a, b, *, precision=None, preferred_element_type=None, out_sharding=None):
    """Matrix product; leading axes broadcast."""
    check_arraylike("matmul", a, b)
    a, b, dtype = _pair("matmul", a, b, preferred_element_type)
    for i, x in enumerate((a, b)):
        if x.ndim == 0:
            raise ValueError(f"matmul input operand {i} must have ndim at least 1, but it has ndim 0")
    vector_a, vector_b = a.ndim == 1, b.ndim == 1
    if vector_b or (a.ndim <= 2 and b.ndim <= 2):
        contract = ((a.ndim - 1,), (max(b.ndim - 2, 0),))
        return lax.dot_general(a, b, (contract, ((), ())), precision=precision, preferred_element_type=dtype)
    if b.ndim == 2:
        return lax.dot_general(a, b, (((a.ndim - 1,), (0,)), ((), ())), precision=precision, preferred_element_type=dtype)
    a_batch, b_batch = a.shape[:-2], b.shape[:-2]
    try:
        batch = broadcast_shapes(a_batch, b_batch)
    except ValueError:
        text = lambda x: f"{x.dtype}[{','.join(str(n) for n in x.shape)}]"
        raise ValueError(f"Incompatible types for matmul arguments: {text(a)} and {text(b)}") from None
    if vector_a:
        a = broadcast_to(a, batch + a.shape)
        n = len(batch)
        return lax.dot_general(a, b, (((n,), (n,)), (tuple(range(n)), tuple(range(n)))), precision=precision,
                               preferred_element_type=dtype)
    a, b = broadcast_to(a, batch + a.shape[-2:]), broadcast_to(b, batch + b.shape[-2:])
    n = len(batch)
    return lax.dot_general(a, b, (((n + 1,), (n,)), (tuple(range(n)), tuple(range(n)))), precision=precision,
                           preferred_element_type=dtype)


def tensordot(a, b, axes=2, *, precision=None, preferred_element_type=None, out_sharding=None):
    """Sum of products over pairs of axes: a number of them, or two lists."""
    check_arraylike("tensordot", a, b)
    a, b, dtype = _pair("tensordot", a, b, preferred_element_type)
    if isinstance(axes, int):
        if axes > min(a.ndim, b.ndim):
            raise TypeError(f"Number of tensordot axes (axes {axes}) exceeds input ranks ({a.shape} and {b.shape})")
        contract = (tuple(range(a.ndim - axes, a.ndim)), tuple(range(axes)))
    else:
        left, right = axes
        left = (left,) if isinstance(left, int) else tuple(left)
        right = (right,) if isinstance(right, int) else tuple(right)
        if len(left) != len(right):
            raise TypeError(f"tensordot requires axes lists to have equal length, got {axes[0]} and {axes[1]}.")
        contract = (tuple(canonicalize_axis(i, a.ndim) for i in left), tuple(canonicalize_axis(i, b.ndim) for i in right))
    return lax.dot_general(a, b, (contract, ((), ())), precision=precision, preferred_element_type=dtype)


def kron(a, b):
    """Kronecker product."""
    a, b = core.promote_dtypes("kron", a, b)
    rank = max(a.ndim, b.ndim)
    a = lax.reshape(a, (1,) * (rank - a.ndim) + a.shape)
    b = lax.reshape(b, (1,) * (rank - b.ndim) + b.shape)
    wide_a = lax.reshape(a, tuple(n for pair in zip(a.shape, (1,) * rank) for n in pair))
    wide_b = lax.reshape(b, tuple(n for pair in zip((1,) * rank, b.shape) for n in pair))
    return lax.reshape(wide_a * wide_b, tuple(n * m for n, m in zip(a.shape, b.shape)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """Vector product in three dimensions (or its third component in two)."""
    from jax.numpy.manipulation import moveaxis, stack
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = core.promote_dtypes("cross", a, b)
    a, b = moveaxis(a, axisa, -1), moveaxis(b, axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("Dimension must be either 2 or 3 for cross product")
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    zero = lambda x: lax.full_like(x[..., 0], 0)
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2] if a.shape[-1] == 3 else zero(a)
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2] if b.shape[-1] == 3 else zero(b)
    parts = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
    return stack(parts, axis=axisc)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """Sum of the diagonal."""
    from jax.numpy.creation import diagonal
    from jax.numpy._util import canonicalize_axis
    from jax.numpy.reductions import sum
    core.check_arraylike("trace", a)
    axis1, axis2 = canonicalize_axis(axis1, core.ndim(a)), canonicalize_axis(axis2, core.ndim(a))
    return sum(diagonal(a, offset, axis1, axis2), -1, dtype=dtype)


def _lettered(args):
    """einsum(x, [0, 1], y, [1, 2], [0, 2]) as its string form and the operands."""
    operands, lists = list(args[0:len(args) // 2 * 2:2]), list(args[1::2])
    letter = lambda d: "..." if d is Ellipsis else d if isinstance(d, str) else chr(ord("a") + d.__index__())
    terms = ["".join(letter(d) for d in labels) for labels in lists]
    text = ",".join(terms)
    if len(args) % 2:
        text += "->" + "".join(letter(d) for d in args[-1])
    return text, operands


def _einsum_terms(subscripts, operands):
    """Input and output labels, with `...` written out in capital-free private labels."""
    subscripts = subscripts.replace(" ", "")
    if "-" in subscripts.replace("->", "", 1) or ">" in subscripts.replace("->", "", 1):
        raise ValueError("Subscripts can only contain one '->'.")
    inputs, arrow, output = subscripts.partition("->")
    terms = inputs.split(",")
    if len(terms) != len(operands):
        raise ValueError(f"Number of einsum subscripts, {len(terms)}, must be equal to the number of operands, "
                         f"{len(operands)}.")
    used = set(subscripts)
    free = [c for c in "ZYXWVUTSRQPONMLKJIHGFEDCBA" if c not in used]
    longest = 0
    for term, x in zip(terms, operands):
        if "..." in term:
            longest = max(longest, x.ndim - len(term) + 3)
    dots = "".join(free[:longest])[::-1]
    expanded = []
    for term, x in zip(terms, operands):
        if "..." in term:
            k = x.ndim - len(term) + 3
            term = term.replace("...", dots[longest - k:])
        if len(term) != x.ndim:
            raise ValueError(f"Einstein sum subscript '{term}' does not contain the correct number of indices for operand "
                             f"{len(expanded)}.")
        expanded.append(term)
    if arrow:
        for c in output.replace(".", ""):
            if output.count(c) > 1:
                raise ValueError(f"Output character '{c}' appeared more than once in the output.")
        output = output.replace("...", dots)
    else:
        letters = "".join(expanded)
        output = dots + "".join(sorted(c for c in set(letters) if letters.count(c) == 1 and c not in dots))
    return expanded, output


def _take_diagonals(x, labels):
    """x with repeated labels reduced to their diagonal."""
    for label in sorted(set(labels)):
        while labels.count(label) > 1:
            i = labels.index(label)
            j = labels.index(label, i + 1)
            from jax.numpy.creation import diagonal
            x = diagonal(x, 0, i, j)
            labels = labels[:i] + labels[i + 1:j] + labels[j + 1:] + label
    return x, labels


def _sum_away(x, labels, keep):
    """x summed over the labels not in keep."""
    axes = tuple(i for i, c in enumerate(labels) if c not in keep)
    if not axes:
        return x, labels
    return lax.reduce_sum(x, axes), "".join(c for c in labels if c in keep)


def _contract(x, lx, y, ly, keep):
    """The sum of products of two operands over the labels that both have and nobody needs later."""
    x, lx = _sum_away(x, lx, set(ly) | keep)
    y, ly = _sum_away(y, ly, set(lx) | keep)
    shared = [c for c in lx if c in ly]
    batch = [c for c in shared if c in keep]
    summed = [c for c in shared if c not in keep]
    where = lambda labels, chosen: tuple(labels.index(c) for c in chosen)
    result = lax.dot_general(x, y, ((where(lx, summed), where(ly, summed)), (where(lx, batch), where(ly, batch))),
                             preferred_element_type=x.dtype)
    labels = "".join(batch) + "".join(c for c in lx if c not in shared) + "".join(c for c in ly if c not in shared)
    return result, labels


def einsum(subscripts, /, *operands, out=None, optimize="optimal", precision=None, preferred_element_type=None,
           _dot_general=None, out_sharding=None):
    """Sum of products in Einstein's notation; operands are contracted pairwise, smallest result first."""
    if not isinstance(subscripts, str):
        subscripts, operands = _lettered((subscripts, *operands))
    operands = core.promote_dtypes("einsum", *operands)
    terms, output = _einsum_terms(subscripts, operands)
    sizes = {}
    for k, (x, term) in enumerate(zip(operands, terms)):
        for n, c in zip(x.shape, term):
            if sizes.setdefault(c, n) != n and n != 1:
                if sizes[c] != 1:
                    raise ValueError(f"Size of label '{c}' for operand {k} ({sizes[c]}) does not match previous terms "
                                     f"({n}).")
                sizes[c] = n
    work = []
    for x, term in zip(operands, terms):
        wide = tuple(sizes[c] for c in term)
        x, term = _take_diagonals(broadcast_to(x, wide) if x.shape != wide else x, term)
        work.append((x, term))
    while len(work) > 1:
        i, j = _cheapest_pair(work, output, sizes)
        (x, lx), (y, ly) = work[i], work[j]
        rest = [w for k, w in enumerate(work) if k not in (i, j)]
        keep = set(output).union(*[set(labels) for _, labels in rest])
        work = rest + [_contract(x, lx, y, ly, keep)]
    x, labels = _sum_away(work[0][0], work[0][1], set(output))
    missing = [c for c in output if c not in labels]
    if missing:
        raise ValueError(f"Output character {missing[0]!r} did not appear in the input")
    x = lax.transpose(x, tuple(labels.index(c) for c in output))
    return x if preferred_element_type is None else lax.convert_element_type(x, preferred_element_type)


def _cheapest_pair(work, output, sizes):
    best = None
    for i in range(len(work)):
        for j in range(i + 1, len(work)):
            others = set(output).union(*[set(w[1]) for k, w in enumerate(work) if k not in (i, j)])
            labels = set(work[i][1]) | set(work[j][1])
            cost, kept = 1, 1
            for c in labels:
                cost *= sizes[c]
                kept *= sizes[c] if c in others else 1
            if best is None or (cost, kept) < best[0]:
                best = ((cost, kept), i, j)
    return best[1], best[2]

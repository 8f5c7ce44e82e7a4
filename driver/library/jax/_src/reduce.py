"""jax.lax.reduce with any function."""

from _cjax import lax as native_lax
from _cjax import transform as native
from jax.tree_util import tree_flatten


# Functions whose reductions are ops.
_MONOIDS = {native_lax.add: "sum", native_lax.mul: "prod", native_lax.max: "max", native_lax.min: "min",
            native_lax.bitwise_and: "and", native_lax.bitwise_or: "or", native_lax.bitwise_xor: "xor"}


def _at_once(computation, x, init, dims):
    """x reduced by an op and combined with the initial value; None when there is no op."""
    name = _MONOIDS.get(computation)
    if name is None or (x.dtype == bool and name in ("sum", "prod")):
        return None
    return computation(getattr(native_lax, f"reduce_{name}")(x, dims), init)


def reduce(operands, init_values, computation, dimensions):
    """The operands combined with the initial values along the dimensions, from the first element to the last."""
    from jax._src.control import scan
    leaves, tree = tree_flatten(operands)
    inits, init_tree = tree_flatten(init_values)
    if tree != init_tree:
        raise ValueError(f"Operands must have the same tree structure as init_values: {tree} vs. {init_tree}")
    leaves, inits = [native.array(x) for x in leaves], [native.array(x) for x in inits]
    for x, i in zip(leaves, inits):
        if i.shape != ():
            raise ValueError(f"reduce found non-scalar initial value: {i.shape}")
        if x.dtype != i.dtype and not native.aval(i).weak_type:
            raise TypeError(f"reduce operand dtypes must match corresponding initial value dtypes, got operands={[x.dtype]} and "
                            f"initial_values={[i.dtype]}.")
    shape = leaves[0].shape
    dims = tuple(dimensions)
    shown = f"{leaves[0].dtype.name}[{','.join(str(n) for n in shape)}]"
    if any(not 0 <= d < len(shape) for d in dims):
        raise ValueError(f"reduction axes {dims} contains out-of-bounds indices for {shown}.")
    if len(set(dims)) < len(dims):
        raise ValueError(f"duplicate value in 'axes' of reduction: {dims}")
    dims = sorted(dims)
    if len(leaves) == 1:
        y = _at_once(computation, leaves[0], native_lax.convert_element_type(inits[0], leaves[0].dtype), dims)
        if y is not None:
            return tree.unflatten([y])
    kept = [d for d in range(len(shape)) if d not in dims]
    rest, n = tuple(shape[d] for d in kept), 1
    for d in dims:
        n *= shape[d]
    rows = [native_lax.reshape(native_lax.transpose(x, dims + kept), (n,) + rest) for x in leaves]
    start = [native_lax.broadcast(native_lax.convert_element_type(i, x.dtype), rest) for i, x in zip(inits, leaves)]

    def step(carry, row):
        out = computation(tree.unflatten(carry), tree.unflatten(row))
        return [native_lax.convert_element_type(o, x.dtype) for o, x in zip(tree_flatten(out)[0], leaves)], None

    return tree.unflatten(scan(step, start, rows)[0])

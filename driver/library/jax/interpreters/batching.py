"""jax.interpreters.batching: how a program's own primitives are mapped by vmap."""

primitive_batchers, axis_primitive_batchers, fancy_primitive_batchers = {}, {}, {}
not_mapped = None


def moveaxis(x, src, dst):
    from jax import numpy as jnp
    return x if src is None else jnp.moveaxis(x, src, dst)


def bdim_at_front(x, bdim, size):
    """x with its mapped axis first, repeated where it has none."""
    from jax import numpy as jnp
    return jnp.broadcast_to(x, (size, *jnp.shape(x))) if bdim is None else moveaxis(x, bdim, 0)


def defvectorized(primitive):
    """Of an operand that may have more axes."""
    def rule(args, dims, **params):
        return primitive.bind(*args, **params), dims[0]
    primitive_batchers[primitive] = rule


def defbroadcasting(primitive):
    """Of operands that are combined elementwise."""
    def rule(args, dims, **params):
        size = next(a.shape[d] for a, d in zip(args, dims) if d is not None)
        return primitive.bind(*[bdim_at_front(a, d, size) for a, d in zip(args, dims)], **params), 0
    primitive_batchers[primitive] = rule

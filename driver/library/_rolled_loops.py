# Loops of jax.lax in Python, around callbacks that change the program's objects: they become loops of the executable.


def scan(step, carry, first, length, reverse):
    """step(carry, i) -> (carry, leaves) for i from `first` on; the last carry, and for each leaf the list of its values."""
    carry, leaves = step(carry, first)
    outs = [[x] for x in leaves]
    for i in range(length - 2, -1, -1) if reverse else range(1, length):
        carry, leaves = step(carry, i)
        for out, x in zip(outs, leaves):
            out.append(x)
    return carry, outs


def while_loop(cond, body, carry):
    while cond(carry):
        carry = body(carry)
    return carry

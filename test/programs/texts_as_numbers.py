# jnp.float32 of a text; shapes of lists, of which JAX warns; exceptions of a program's own below SyntaxError.
# modes: interp
import jax.numpy as jnp

print(repr(jnp.float32("2.5")), jnp.int32("-7"), [jnp.float32(t) for t in "3 4.5".split()])
for bad in ("x", "1.5"):
    try:
        jnp.int32(bad)
    except ValueError as e:
        print(e)
print(jnp.shape([[1, 2], [3, 4]]), jnp.ndim((1, 2)), jnp.size([1, 2, 3]))


class ParseError(SyntaxError):
    def __init__(self, msg, pos):
        super().__init__(msg)
        self.pos = pos


try:
    raise ParseError("unexpected end", 4)
except SyntaxError as e:
    print(e.msg, e.pos, e, e.lineno, e.text)

"""jit(f).trace, .lower and .compile: a function for arguments of certain types."""

from _cjax import transform as native
from jax._src.api import ShapeDtypeStruct, aval_of
from jax._src.differences import structure_lines
from jax._src.jaxpr import make_jaxpr
from jax._src.jit import dynamic_paths, with_static
from jax.tree_util import tree_flatten, tree_map, tree_structure


class ArgInfo:
    """Of one argument."""

    def __init__(self, aval, donated):
        self._aval, self.donated = aval, donated

    shape = property(lambda self: self._aval.shape)
    dtype = property(lambda self: self._aval.dtype)

    def __repr__(self):
        return f"ArgInfo(_aval={self._aval!r}, donated={self.donated})"


class Traced:
    """What jit(f).trace gives; its static arguments are part of it."""

    def __init__(self, jitted, args, kwargs):
        self._jitted, self._given, self.fun_name = jitted, (args, kwargs), native.origin(jitted)[0]
        args, kwargs, _, static = jitted.split(args, kwargs)
        self._static = dict(static[0])
        fun = with_static(jitted.__wrapped__, static, len(args))
        self.jaxpr, self.out_info = make_jaxpr(fun, return_shape=True)(*args, **kwargs)
        self.in_avals = tree_map(aval_of, (args, kwargs))
        self.args_info = tree_map(lambda a: ArgInfo(a, False), self.in_avals)
        self.in_tree, self.out_tree = tree_structure((args, kwargs)), tree_structure(self.out_info)
        self._names = dynamic_paths(jitted.__wrapped__, self._static, args, kwargs)

    def lower(self, **_):
        return Lowered(self)


class _Of:
    """What has the types of a Traced."""

    def __init__(self, traced):
        self._traced = traced
        for name in ("in_avals", "args_info", "in_tree", "out_tree"):
            setattr(self, name, getattr(traced, name))
        self.out_info = tree_map(lambda s: ShapeDtypeStruct(s.shape, s.dtype), traced.out_info)


class Lowered(_Of):
    """What jit(f).lower gives; its text would be XLA's."""

    def compile(self, compiler_options=None):
        return Compiled(self._traced)

    def as_text(self, dialect=None, **_):
        raise NotImplementedError("Lowered.as_text() is XLA's intermediate code, which cjaxc has not; `cjaxc --emit=cjax` shows "
                                  "its own")

    def cost_analysis(self):
        raise NotImplementedError("Lowered.cost_analysis() is XLA's; cjaxc has none")


class Compiled(_Of):
    """What jit(f).lower(...).compile() gives: called with arguments of the same types, but for the static ones."""

    def __call__(self, *args, **kwargs):
        self._check(args, kwargs)
        t = self._traced
        given, keywords = t._given
        rest = iter(args)
        args = [x if i in t._static else next(rest) for i, x in enumerate(given)]
        return t._jitted(*args, **{**keywords, **kwargs})

    def _check(self, args, kwargs):
        leaves, tree = tree_flatten((args, kwargs))
        if tree != self.in_tree:
            lines = [line for a, b, part in zip(self._like(), (args, kwargs), ("args", "kwargs"))
                     for line in structure_lines(a, b, part)]
            raise TypeError("Function compiled with input pytree does not match the input pytree it was called with. There are "
                            f"{len(lines)} mismatches, including:\n" + "\n".join(f"    * at {x}" for x in lines))
        wrong = []
        for name, want, x in zip(self._traced._names, tree_flatten(self.in_avals)[0], leaves):
            got = aval_of(x)
            if got.shape != want.shape or got.dtype != want.dtype:
                wrong.append(f"Argument '{name}' compiled with {_text(want)} and called with {_text(got)}")
        if wrong:
            raise TypeError("Argument types differ from the types for which this computation was compiled. Perhaps you are "
                            "calling the compiled executable with a different enable_x64 mode than when it was AOT compiled? "
                            "The mismatches are:\n" + "\n".join(wrong))

    def _like(self):
        return tree_map(lambda a: 0, self.in_avals)

    def as_text(self):
        raise NotImplementedError("Compiled.as_text() is XLA's code; `cjaxc --emit=asm` shows cjaxc's")

    def cost_analysis(self):
        raise NotImplementedError("Compiled.cost_analysis() is XLA's; cjaxc has none")

    memory_analysis = cost_analysis


def _text(aval):
    return f"{aval.dtype}[{','.join(str(d) for d in aval.shape)}]"

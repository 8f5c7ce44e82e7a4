"""jax.make_jaxpr: what a function computes, as equations and as text."""

from _cjax import transform as native
from jax._src.api import ShapeDtypeStruct, aval_of, stage_for_types
from jax._src.core import ShapedArray, check_callable, wraps_like
from jax._src.custom import Shown
from jax._src.primitives import named
from jax.tree_util import tree_leaves, tree_structure, tree_unflatten


class Var:
    """What an equation gives and others take."""

    def __init__(self, aval, *_, **__):
        self.aval = aval

    def __repr__(self):
        return f"Var(id={id(self)}):{self.aval.str_short()}"


class DropVar(Var):
    """A result that nothing takes."""

    def __repr__(self):
        return "_"


class Literal:
    """A number as an operand."""

    def __init__(self, val, aval=None, *_):
        self.val, self.aval = val, aval_of(val) if aval is None else aval

    def __repr__(self):
        return f"Literal({self.val})"


class JaxprEqn:
    """One equation: a primitive, its parameters, what it takes and what it gives."""

    def __init__(self, invars, outvars, primitive, params, text=None):
        self.invars, self.outvars, self.primitive, self.params = invars, outvars, primitive, params
        self._text = text

    @property
    def effects(self):
        bodies = [v for v in self.params.values() if isinstance(v, (Jaxpr, ClosedJaxpr, tuple))]
        return set() if bodies else frozenset()

    def replace(self, **changes):
        parts = {name: getattr(self, name) for name in ("invars", "outvars", "primitive", "params")}
        return JaxprEqn(**{**parts, **changes})

    def __repr__(self):
        return _shown(self._text)


def new_jaxpr_eqn(invars, outvars, primitive, params, effects=(), source_info=None, ctx=None):
    return JaxprEqn(list(invars), list(outvars), primitive, params)


class Jaxpr:
    """A traced function: its variables and its equations."""

    def __init__(self, constvars, invars, outvars, eqns, effects=(), debug_info=None, *, text=None, fun=None, consts=()):
        self.constvars, self.invars, self.outvars, self.eqns = constvars, invars, outvars, eqns
        self.effects, self._text, self._fun, self._consts = set(effects), text, fun, consts

    def replace(self, **changes):
        parts = {name: getattr(self, name) for name in ("constvars", "invars", "outvars", "eqns", "effects")}
        return Jaxpr(**{**parts, **changes})

    def __repr__(self):
        return _shown(self._text)

    def pretty_print(self, **_):
        return _shown(self._text)


class ClosedJaxpr:
    """A Jaxpr and the values of its constants."""

    def __init__(self, jaxpr, consts):
        self.jaxpr, self.consts = jaxpr, list(consts)

    eqns = property(lambda self: self.jaxpr.eqns)
    effects = property(lambda self: self.jaxpr.effects)
    literals = property(lambda self: self.consts)
    in_avals = property(lambda self: [v.aval for v in self.jaxpr.invars])
    out_avals = property(lambda self: [v.aval for v in self.jaxpr.outvars])

    def replace(self, *, jaxpr=None, consts=None):
        return ClosedJaxpr(jaxpr or self.jaxpr, self.consts if consts is None else consts)

    def __repr__(self):
        return repr(self.jaxpr)

    def pretty_print(self, **_):
        return repr(self.jaxpr)


def _shown(text):
    if text is None:
        raise NotImplementedError("the text of a jaxpr or an equation that the program made is not supported by cjax")
    return text


# From what _cjax.transform.jaxpr gives, where names are texts, to objects.

_DTYPES = {"f": "float", "i": "int", "u": "uint", "c": "complex", "bf": "bfloat"}


def _aval(text):
    """Of f32[3,4]."""
    from jax import numpy as jnp, random
    name, _, sizes = text[:-1].rpartition("[")
    shape = tuple(int(n) for n in sizes.split(",")) if sizes else ()
    if name.startswith("key<"):
        return ShapedArray(shape, random.key(0).dtype)
    letters = name.rstrip("0123456789") if name[:2] != "f8" and name[:2] != "f4" else name
    full = _DTYPES[letters] + name[len(letters):] if letters in _DTYPES else name.replace("f8_", "float8_").replace("f4_", "float4_")
    return ShapedArray(shape, jnp.dtype(full))


def _variables(text, scope):
    """Those that `a:f32[3] b:f32[]` binds."""
    made = []
    for binder in text.split():
        name, _, kind = binder.partition(":")
        made.append(DropVar(_aval(kind)) if name == "_" else Var(_aval(kind)))
        scope[name] = made[-1]
    return made


def _operand(text, scope):
    """A variable's name, or a number and its type."""
    number, colon, kind = text.rpartition(":")
    if not colon:
        return scope[text]
    from numpy import array
    aval = _aval(kind)
    value = {"True": True, "False": False}.get(number)
    if value is None:
        value = complex(number) if "complex" in str(aval.dtype) else float(number) if "float" in str(aval.dtype) else int(number)
    return Literal(array(value, dtype=aval.dtype), aval)


def _tuples(value):
    return tuple([_tuples(v) for v in value]) if isinstance(value, (list, tuple)) else value


def _parameter(name, value):
    """A parameter as JAX has it, from its text."""
    from jax import lax, numpy as jnp
    if name == "name" or name in ("fwd", "bwd", "jvp", "policy"):
        return None if value == "None" else value
    if name in ("new_dtype", "dtype", "index_dtype", "input_dtype", "preferred_element_type"):
        return None if value == "None" else jnp.dtype(value)
    if name == "select_prim":
        return named(value)
    return _tuples(eval(value, {"GatherDimensionNumbers": lax.GatherDimensionNumbers, "GatherScatterMode": lax.GatherScatterMode,
                                "ConvDimensionNumbers": lax.ConvDimensionNumbers})
                   ) if "Numbers" not in value else eval(value, vars(lax))


_ACCURATE = set("cbrt cos exp exp2 expm1 log log1p logistic rsqrt sin sqrt tan tanh".split())
_OPEN = ("remat2",)


def _hidden(prim, params, invars, outvars):
    """The parameters that JAX keeps and does not print."""
    if prim in _ACCURATE:
        params["accuracy"] = None
    elif prim == "mul":
        params["out_dtype"] = None
    elif prim == "dot_general":
        params.update(precision=None, out_sharding=None)
    elif prim == "broadcast_in_dim":
        params.update(shape=outvars[0].aval.shape, sharding=None)
        params.setdefault("broadcast_dimensions", ())
    elif prim == "convert_element_type":
        params["sharding"] = None
    elif prim == "jit":
        params.update(donated_invars=(False,) * len(invars), inline=False, keep_unused=False)
    return params


def _jaxprs(value, prim):
    if isinstance(value, list):
        return tuple([_jaxprs(v, prim) for v in value])
    made = _jaxpr(value)
    return made if prim in _OPEN else ClosedJaxpr(made, ())


def _equation(tree, scope):
    text, prim, results, operands, params = tree
    invars = [_operand(x, scope) for x in operands.split()]
    outvars = _variables(results, scope)
    made = {name: _parameter(name, v) if isinstance(v, str) else _jaxprs(v, prim) for name, v in params}
    return JaxprEqn(invars, outvars, named(prim), _hidden(prim, made, invars, outvars), text)


def _jaxpr(tree, fun=None, consts=()):
    text, constants, ins, outs, eqns = tree
    scope = {}
    constvars, invars = _variables(constants, scope), _variables(ins, scope)
    made = [_equation(e, scope) for e in eqns]
    results = [_operand(x, scope) for x in outs[1:-1].replace(",", " ").split()] if outs != "()" else []
    return Jaxpr(constvars, invars, results, made, text=text, fun=fun, consts=consts)


def _same_objects(xs, ys):
    return len(xs) == len(ys) and all([x is y for x, y in zip(xs, ys)])


def eval_jaxpr(jaxpr, consts, *args, propagate_source_info=True):
    """The results of a traced function, a list, for a list of arguments: the function is staged again, or its equations are bound."""
    if len(args) != len(jaxpr.invars):
        raise ValueError(f"a jaxpr of {len(jaxpr.invars)} arguments got {len(args)}")
    if jaxpr._fun is not None and (not len(consts) or _same_objects(consts, jaxpr._consts)):
        return jaxpr._fun(*args)
    env = {}

    def read(v):
        return v.val if isinstance(v, Literal) else env[v]

    for names, values in ((jaxpr.constvars, consts), (jaxpr.invars, args)):
        for v, x in zip(names, values, strict=True):
            env[v] = x
    for eqn in jaxpr.eqns:
        got = eqn.primitive.bind(*[read(v) for v in eqn.invars], **eqn.params)
        for v, x in zip(eqn.outvars, got if eqn.primitive.multiple_results else [got]):
            env[v] = x
    return [read(v) for v in jaxpr.outvars]


def jaxpr_as_fun(closed_jaxpr, *args):
    """The function of flat arguments that a jaxpr is; with arguments, its results."""
    def call(*leaves):
        return eval_jaxpr(closed_jaxpr.jaxpr, closed_jaxpr.consts, *leaves)
    return call(*args) if args else call


def make_jaxpr(fun, static_argnums=(), axis_env=None, return_shape=False, abstracted_axes=None):
    """A function that gives the text of what fun computes."""
    check_callable(fun)
    static = (static_argnums,) if isinstance(static_argnums, int) else tuple(static_argnums)

    def make_jaxpr_f(*args, **kwargs):
        dynamic = tuple(a for i, a in enumerate(args) if i not in static)

        def with_static(*xs, **keywords):
            rest = iter(xs)
            return fun(*[args[i] if i in static else next(rest) for i in range(len(args))], **keywords)

        with_static.__wrapped__ = fun
        with Shown():
            staged, out_tree = stage_for_types(with_static if static else fun, dynamic, kwargs, "make_jaxpr")
        avals = native.out_avals(staged)
        parts, consts = native.jaxpr(staged)
        tree = tree_structure((dynamic, kwargs))

        def flat(*leaves):
            xs, keywords = tree_unflatten(tree, leaves)
            return tree_leaves(with_static(*xs, **keywords))

        jaxpr = ClosedJaxpr(_jaxpr(parts, flat, consts), consts)
        for v, x in zip(jaxpr.jaxpr.invars, tree_leaves((dynamic, kwargs))):
            v.aval = aval_of(x)
        for v, a in zip(jaxpr.jaxpr.outvars, avals):
            v.aval = a
        native.discard(staged)
        if return_shape:
            return jaxpr, out_tree.unflatten([ShapeDtypeStruct(a.shape, a.dtype, weak_type=a.weak_type) for a in avals])
        return jaxpr

    return wraps_like(make_jaxpr_f, fun)

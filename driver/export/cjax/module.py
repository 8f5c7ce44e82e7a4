"""module.py -- one module of text: functions, parameters, and the walk over a jaxpr."""
from collections import Counter

import jax
import numpy as np
from jax._src.dispatch import apply_primitive
from jax.extend.core import ClosedJaxpr, Jaxpr, Literal

from . import source
from .rules import RULES
from .text import NoType, Value, dtype_of, element_of, function_type, is_key, names, tensor, type_of
from .writer import Writer

CONSTANT_MOST = 1024       # bytes of an array that stays in the text; larger ones are parameters
INLINE_MOST = 4            # equations of a function that is always inlined


class Module:
    """What is shared by the functions of a module."""

    def __init__(self, name, constant_most, c_functions):
        self.count = 0
        self.name = name           # of the public function
        self.constant_most = constant_most
        self.c_functions = c_functions
        self.functions = []        # texts of private functions
        self.symbols = {}          # id(jaxpr) -> (symbol, jaxpr)
        self.calls = Counter()     # how often each jaxpr is called
        self.data = {}             # parameters that the function closes over, by name
        self.hoisted = {}          # id(array) -> (Value, array)

    def fresh(self):
        self.count += 1
        return f"%{self.count - 1}"

    def hoist(self, array):
        """A large array as one more argument of the public function."""
        if id(array) not in self.hoisted:
            name = f"const{len(self.hoisted)}"
            data = np.asarray(array, order="C")
            self.data[name] = data
            self.hoisted[id(array)] = Value("%" + name, data.shape, element_of(data.dtype)), array
        return self.hoisted[id(array)][0]


def sub_jaxprs(eqn):
    """The jaxprs in an equation's parameters."""
    for value in eqn.params.values():
        for item in value if isinstance(value, (tuple, list)) else [value]:
            if isinstance(item, ClosedJaxpr):
                yield item.jaxpr
            elif isinstance(item, Jaxpr):
                yield item


def count_calls(module, jaxpr):
    """Counts the calls of each jitted jaxpr, those within others once."""
    for eqn in jaxpr.eqns:
        if eqn.primitive.name == "jit":
            inner = eqn.params["jaxpr"].jaxpr
            module.calls[id(inner)] += 1
            if module.calls[id(inner)] > 1:
                continue
        for inner in sub_jaxprs(eqn):
            count_calls(module, inner)


def has_refs(jaxpr):
    """Whether mutable arrays (jax.new_ref) are made anywhere in it."""
    mine = any(e.primitive.name in ("new_ref", "empty_ref", "run_state") for e in jaxpr.eqns)
    return mine or any(has_refs(j) for e in jaxpr.eqns for j in sub_jaxprs(e))


def is_small(array):
    return np.asarray(array).nbytes <= CONSTANT_MOST


def has_large_constants(closed):
    inner = [*closed.consts, *(a.val for e in closed.jaxpr.eqns for a in e.invars if isinstance(a, Literal))]
    if any(not is_small(c) for c in inner if not jax.dtypes.issubdtype(c.dtype, jax.dtypes.extended)):
        return True
    return any(has_large_constants(ClosedJaxpr(j, ())) for e in closed.jaxpr.eqns for j in sub_jaxprs(e))


class Walk:
    """Writes the equations of a jaxpr with one Writer."""

    def __init__(self, writer):
        self.w, self.module = writer, writer.module

    # ---- What rules ask for.

    def array(self, array, aval=None):
        """A known array as a Value."""
        if jax.dtypes.issubdtype(getattr(array, "dtype", None), jax.dtypes.prng_key):
            type_of(array)                       # refuses other generators
            return self.w.constant(np.asarray(jax.random.key_data(array)), "ui32")
        data = np.asarray(array, dtype=aval.dtype if aval is not None else None)
        element = element_of(data.dtype)
        return self.w.constant(data, element) if data.nbytes <= self.module.constant_most else self.module.hoist(array)

    def scalar(self, number, element):
        """A rank-0 constant."""
        return self.w.constant(np.asarray(number, dtype=dtype_of(element)), element)

    def inline(self, jaxpr, consts, args):
        """The results of a jaxpr whose constants and arguments are Values or arrays."""
        env = {}
        for var, c in zip(jaxpr.constvars, consts):
            env[var] = c if isinstance(c, Value) else self.array(c, var.aval)
        env.update(zip(jaxpr.invars, args))
        for eqn in jaxpr.eqns:
            self.equation(env, eqn)
        return [self.atom(env, a) for a in jaxpr.outvars]

    def closed(self, closed, args):
        return self.inline(closed.jaxpr, closed.consts, args)

    def expand(self, eqn, function, args, avals=None):
        """Writes a Python function of JAX in place of a primitive."""
        avals = avals or [a.aval for a in eqn.invars]
        shapes = [jax.ShapeDtypeStruct(a.shape, a.dtype) for a in avals]
        return self.closed(jax.make_jaxpr(function)(*shapes), args)

    def region(self, jaxpr, consts, arguments, convert=None):
        """A region { ^bb0(...): ... cjax.yield } that runs a jaxpr."""
        args = self.w.open(arguments)
        self.w.close(self.inline(jaxpr, consts, args))

    def call(self, closed, name, args):
        """Calls a jaxpr, as a function when it is called often."""
        inner = closed.jaxpr
        shared = self.module.calls[id(inner)] > 1 and len(inner.eqns) > INLINE_MOST
        if not shared or has_large_constants(closed):
            return self.closed(closed, args)
        symbol = self.function(closed, name)
        outs = [type_of(a.aval) for a in inner.outvars]
        return self.w.op(f"func.call @{symbol}({names(args)}) : {function_type(args, outs)}", outs)

    def function(self, closed, name):
        """The private function of a jaxpr."""
        inner = closed.jaxpr
        if id(inner) in self.module.symbols:
            return self.module.symbols[id(inner)][0]
        stem = "".join(c if c.isalnum() else "_" for c in name) or "f"
        symbol = f"{self.module.name}__{stem}_{len(self.module.symbols)}"
        self.module.symbols[id(inner)] = symbol, inner
        writer = Writer(self.module)
        args = [Value(self.module.fresh(), *type_of(v.aval)) for v in inner.invars]
        results = Walk(writer).closed(closed, args)
        head = ", ".join(f"{v.name}: {v.type}" for v in args)
        outs = ", ".join(v.type for v in results)
        body = "\n".join([*writer.lines, returning(results)])
        self.module.functions.append(f"func.func private @{symbol}({head}) -> ({outs}) {{\n{body}\n}}\n")
        return symbol

    # ---- Equations.

    def atom(self, env, a):
        return self.array(a.val, a.aval) if isinstance(a, Literal) else env[a]

    def equation(self, env, eqn):
        rule = RULES.get(eqn.primitive.name) or implemented
        outer, self.w.where = self.w.where, source.location(eqn) or self.w.where
        try:
            args = [self.atom(env, a) for a in eqn.invars]
            results = rule(self, eqn, args)
        except NoType as e:
            source.refuse(eqn, str(e))
        self.w.where = outer
        for var, value in zip(eqn.outvars, results):
            if (value.shape, value.element) != type_of(var.aval):
                raise AssertionError(f"{eqn.primitive.name}: wrote {value.type}, wanted {tensor(*type_of(var.aval))}")
            env[var] = value


def implemented(walk, eqn, args):
    """A primitive of a package (Equinox's unvmap_any): what it does outside of transformations, in primitives of JAX."""
    impl = eqn.primitive.impl
    if getattr(impl, "func", impl) is not apply_primitive:
        shapes = [jax.ShapeDtypeStruct(v.aval.shape, v.aval.dtype) for v in eqn.invars]
        try:
            closed = jax.make_jaxpr(lambda *xs: impl(*xs, **eqn.params))(*shapes)
        except Exception as e:
            source.refuse(eqn, f"cjax has no such primitive, and what it does cannot be traced: {e}")
        if all(e.primitive is not eqn.primitive for e in closed.jaxpr.eqns):
            return walk.closed(closed, args)
    source.refuse(eqn, "cjax has no such primitive")


def returning(results):
    if not results:
        return "  return"
    return f"  return {names(results)} : {', '.join(v.type for v in results)}"


__all__ = ["Module", "Walk", "Value", "count_calls", "is_key", "returning"]

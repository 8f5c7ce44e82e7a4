"""writer.py -- emits ops line by line; the rules of primitives call it."""
from .text import Value, brackets, dense, function_type, ints, names, tensor, types


class Writer:
    """The body of one function, and what all of a module's functions share."""

    def __init__(self, module):
        self.module = module       # the Module: functions, parameters
        self.lines, self.depth, self.where = [], 1, ""
        self.constants = [{}]      # one scope a region

    # ---- Lines.

    def line(self, text):
        self.lines.append("  " * self.depth + text)

    def op(self, text, outs, where=True):
        """Emits `text` with results of types `outs`; their Values."""
        name = self.module.fresh()
        left = {0: "", 1: f"{name} = "}.get(len(outs), f"{name}:{len(outs)} = ")
        self.line(left + text + (self.where if where else ""))
        if len(outs) == 1:
            return [Value(name, *outs[0])]
        return [Value(f"{name}#{i}", *t) for i, t in enumerate(outs)]

    def open(self, arguments=()):
        """Enters a region whose block has these types; their Values."""
        self.depth += 1
        self.constants.append({})
        values = [Value(self.module.fresh(), *t) for t in arguments]
        if values:
            list_ = ", ".join(f"{v.name}: {v.type}" for v in values)
            self.lines.append("  " * (self.depth - 1) + f"^bb0({list_}):")
        return values

    def close(self, results):
        ending = f" {names(results)} : {types(results)}" if results else ""
        self.line("cjax.yield" + ending)
        self.depth -= 1
        self.constants.pop()

    # ---- Ops by the form of their text.

    def unary(self, name, x, attrs=""):
        return self.op(f"cjax.{name} {x.name}{attrs} : {x.type}", [x[1:]])[0]

    def binary(self, name, x, y):
        return self.op(f"cjax.{name} {x.name}, {y.name} : {x.type}", [x[1:]])[0]

    def compare(self, name, x, y):
        out = (x.shape, "i1")
        text = f"cjax.{name} {x.name}, {y.name} : {x.type} -> {tensor(*out)}"
        return self.op(text, [out])[0]

    def retyped(self, name, x, out, middle="", attrs=""):
        """cjax.name %x MIDDLE : A -> B"""
        return self.op(f"cjax.{name} {x.name}{middle}{attrs} : {x.type} -> {tensor(*out)}", [out])[0]

    def function(self, name, xs, outs, middle="", attrs=""):
        """cjax.name %x, %y MIDDLE : (A, B) -> C"""
        return self.op(f"cjax.{name} {names(xs)}{middle}{attrs} : {function_type(xs, outs)}", outs)

    # ---- Ops that many rules need.

    def constant(self, array, element):
        text = dense(array, element)
        scope = self.constants[-1]
        if text not in scope:
            shape = tuple(getattr(array, "shape", ()))
            scope[text] = self.op(f"cjax.constant {text}", [(shape, element)], where=False)[0]
        return scope[text]

    def convert(self, x, element):
        return x if x.element == element else self.retyped("convert_element_type", x, (x.shape, element))

    def broadcast(self, x, shape, dims, implicit=False):
        attrs = " {implicit}" if implicit else ""
        return self.retyped("broadcast_in_dim", x, (tuple(shape), x.element), f" dims {brackets(dims)}", attrs)

    def fit(self, x, shape):
        """x as an operand of this shape: what JAX's primitives broadcast by themselves."""
        if x.shape == tuple(shape):
            return x
        dims = range(x.rank) if x.rank == len(shape) else ()
        return self.broadcast(x, shape, dims, implicit=True)

    def reshape(self, x, shape):
        return x if x.shape == tuple(shape) else self.retyped("reshape", x, (tuple(shape), x.element))

    def transpose(self, x, perm):
        shape = tuple(x.shape[p] for p in perm)
        return self.retyped("transpose", x, (shape, x.element), f" perm {brackets(perm)}")

    def slice(self, x, start, limit, strides=None):
        strides = strides or (1,) * x.rank
        shape = tuple(max(0, -(-(b - a) // s)) for a, b, s in zip(start, limit, strides))
        middle = f" from {brackets(start)} to {brackets(limit)} by {brackets(strides)}"
        return self.retyped("slice", x, (shape, x.element), middle)

    def concatenate(self, xs, axis):
        if len(xs) == 1:
            return xs[0]
        shape = list(xs[0].shape)
        shape[axis] = sum(x.shape[axis] for x in xs)
        return self.function("concatenate", xs, [(tuple(shape), xs[0].element)], f" dim {axis}")[0]

    def select(self, which, if_false, if_true):
        return self.select_n(which, [if_false, if_true])

    def select_n(self, which, cases):
        out = cases[0][1:]
        text = f"cjax.select_n {which.name}, {names(cases)} : {which.type}, {types(cases)} -> {cases[0].type}"
        return self.op(text, [out])[0]

    def iota(self, shape, element, axis):
        return self.op(f"cjax.iota dim {axis} : {tensor(shape, element)}", [(tuple(shape), element)])[0]

    def dictionary(self, **attrs):
        """ {a = array<i64: 1>, flag} of lists, texts of attributes, and truths."""
        parts = []
        for key, value in attrs.items():
            if value is True:
                parts.append(key)
            elif isinstance(value, str):
                parts.append(f"{key} = {value}")
            elif value is not None and value is not False:
                parts.append(f"{key} = {ints(value)}")
        return " {" + ", ".join(parts) + "}" if parts else ""

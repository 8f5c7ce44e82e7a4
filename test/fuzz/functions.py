"""functions.py -- random functions of cjax IR over all dtypes, whose rounding errors are known.

Each value carries a bound of its magnitude, a bound of the difference between two correct evaluations, and whether it is
exact: made by operations that no correct implementation may round in another way.  Comparisons, indices and conversions to
ints take exact values only.  So what the compiler and the interpreter give must agree as far as the bound says, without luck.

The arguments are a few arrays of small numbers; shapes go from scalars to several vectors with a tail."""
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent.parent / "properties")]
from arrays import FLOATS, type_text
from programs import Function, Op

EPS = {"f64": 2.0 ** -52, "f32": 2.0 ** -23, "f16": 2.0 ** -10, "bf16": 2.0 ** -7}
TINY = {"f64": 1e-300, "f32": 1e-37, "f16": 1e-4, "bf16": 1e-37}  # what flushing denormals may change
INTS = ("i32", "i32", "i64", "i16", "i8", "ui8", "ui16", "ui32", "ui64")
DIMS = (1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65)
MOST = 700  # elements, so that print shows all
LOOSE = 0.02  # of a value's bound: with more error than this it is used no further

# name: largest argument, slope, bound of the result
UNARY = {
    "sin": (64, 1, 1), "cos": (64, 1, 1), "tanh": (64, 1, 1), "atan": (64, 1, 1.6), "erf": (64, 1.13, 1), "erfc": (8, 1.13, 2),
    "logistic": (64, 0.25, 1), "asinh": (64, 1, 5), "exp": (2, 7.4, 7.4), "expm1": (2, 7.4, 6.4), "exp2": (2, 2.8, 4),
    "sinh": (2, 3.8, 3.7), "cosh": (2, 3.7, 3.8), "tan": (1, 3.5, 1.6), "asin": (0.5, 1.16, 0.53), "acos": (0.5, 1.16, 2.1),
    "atanh": (0.5, 1.34, 0.55), "erf_inv": (0.5, 1.2, 0.48), "log1p": (0.5, 2, 0.7), "square": (8, 16, 64),
}
POSITIVE = {"log": (2, 4.2), "sqrt": (0.71, 8), "rsqrt": (1.42, 1.42), "cbrt": (0.53, 4)}  # of 0.5 to 64
INT_UNARY = ("neg", "not", "population_count", "clz", "square")
INT_BINARY = ("add", "sub", "mul", "max", "min", "and", "or", "xor", "div", "rem", "shift_left", "shift_right_arithmetic",
              "shift_right_logical")
COMPARE = ("eq", "ne", "lt", "le", "gt", "ge")


class Info:
    def __init__(self, bound=0.0, error=0.0, exact=True):
        self.bound, self.error, self.exact = bound, error, exact


def i64s(xs):
    return f"array<i64: {', '.join(map(str, xs))}>" if xs else "array<i64>"


def lists(**kw):
    return ", ".join(f"{k} = {i64s(list(v))}" for k, v in kw.items())


def is_float(t):
    return t[0] in FLOATS


class Maker:
    """Puts ops into a function, of which it keeps what is known."""

    def __init__(self, rng, name, ins):
        self.rng, self.f, self.count = rng, Function(name, ins), 0
        self.block, self.scope = self.f.body, list(self.f.body.args)
        self.info = {v: Info(2.0) for v in self.scope}

    def pick(self, *options):
        return self.rng.choice(options)

    def type(self, v):
        return self.f.types[v]

    def put(self, op, operands, types, infos, attrs="", regions=()):
        results = []
        for t, info in zip(types, infos):
            self.count += 1
            results.append(f"v{self.count}")
            self.f.types[results[-1]] = t
            self.info[results[-1]] = info
        self.block.ops.append(Op(f"cjax.{op}", operands, results, attrs, regions))
        self.scope += results
        return results

    def exact(self, op, operands, t, attrs="", bound=None):
        """Of what the operands are, this moves or chooses."""
        infos = [self.info[x] for x in operands if self.type(x)[0] == t[0]] or [Info(2.0)]
        all_exact = all(self.info[x].exact for x in operands)
        info = Info(max(i.bound for i in infos) if bound is None else bound, max(i.error for i in infos), all_exact)
        return self.put(op, operands, [t], [info], attrs)[0]

    def rounded(self, op, operands, t, bound, error, attrs="", ulps=4):
        error = error + ulps * EPS[t[0]] * bound + TINY[t[0]]
        return self.put(op, operands, [t], [Info(bound, error, False)], attrs)[0]

    def constant(self, t, value):
        text = str(value).lower() if isinstance(value, (bool, int)) else repr(float(value))
        return self.put("constant", [], [t], [Info(abs(float(value)))], f"value = dense<{text}> : {type_text(t)}")[0]

    # -- values in scope

    def usable(self, v):
        info = self.info[v]
        return not is_float(self.type(v)) or info.error <= LOOSE * max(info.bound, 0.1)

    def some(self, test):
        """A recent value for which test(type) holds, or None."""
        found = [v for v in self.scope if test(self.type(v)) and self.usable(v)]
        return self.rng.choice(found[-6:] if self.rng.random() < 0.7 else found) if found else None

    def value(self, t, exact=False, most=None):
        """A value of this type, made from one of another shape if there is none; floats are within `most`."""
        fits = [v for v in self.scope if self.type(v) == t and self.usable(v) and (self.info[v].exact or not exact)]
        v = self.rng.choice(fits) if fits and self.rng.random() < 0.9 else self.made(t, exact)
        return self.scaled(v, most) if most and self.info[v].bound > most else v

    def made(self, t, exact):
        scalars = [v for v in self.scope if self.type(v) == (t[0], ()) and self.usable(v) and (self.info[v].exact or not exact)]
        if not scalars or not t[1]:
            k = self.rng.randrange(1, 5)
            if t[1] and t[0] != "i1" and self.rng.random() < 0.5:
                dim = self.rng.randrange(len(t[1]))
                return self.put("iota", [], [t], [Info(float(t[1][dim]))], f"dimension = {dim} : i64")[0]
            return self.constant(t, k % 2 == 1 if t[0] == "i1" else k / 4 if is_float(t) else k)
        return self.exact("broadcast_in_dim", [self.rng.choice(scalars)], t, "broadcast_dimensions = array<i64>")

    def scaled(self, v, most):
        t, info = self.type(v), self.info[v]
        by = 0.98 * most / info.bound
        return self.rounded("mul", [v, self.constant(t, by)], t, most, info.error * by)

    def positive(self, t):
        """Of 0.5 to 8.5."""
        x = self.value(t, most=8)
        y = self.exact("abs", [x], t)
        return self.rounded("add", [y, self.constant(t, 0.5)], t, 8.5, self.info[y].error)


class Elementwise(Maker):
    def unary(self, t):
        name = self.pick(*UNARY)
        most, slope, bound = UNARY[name]
        x = self.value(t, most=most)
        return self.rounded(name, [x], t, bound, slope * self.info[x].error)

    def positive_unary(self, t):
        name = self.pick(*POSITIVE)
        slope, bound = POSITIVE[name]
        x = self.positive(t)
        return self.rounded(name, [x], t, bound, slope * self.info[x].error)

    def simple(self, t):
        name = self.pick("neg", "abs", "copy", "max", "min", "optimization_barrier", "clamp")
        n = {"max": 2, "min": 2, "clamp": 3}.get(name, 1)
        if name != "clamp":
            return self.exact(name, [self.value(t) for _ in range(n)], t)
        return self.exact("clamp", [self.constant(t, -0.75), self.value(t), self.constant(t, 1.25)], t)

    def sums(self, t):
        name = self.pick("add", "sub", "mul", "mul", "add")
        x, y = self.value(t, most=16), self.value(t, most=16)
        a, b = self.info[x], self.info[y]
        if name == "mul":
            return self.rounded("mul", [x, y], t, a.bound * b.bound, a.bound * b.error + b.bound * a.error + a.error * b.error, ulps=1)
        return self.rounded(name, [x, y], t, a.bound + b.bound, a.error + b.error, ulps=1)

    def quotient(self, t):
        name = self.pick("div", "div", "atan2", "pow")
        if name == "pow":
            base, y = self.scaled_base(t), self.value(t, most=2)
            return self.rounded("pow", [base, y], t, 16, 16 * self.info[base].error + 23 * self.info[y].error, ulps=8)
        x, y = self.value(t, most=16), self.positive(t)
        a, b = self.info[x], self.info[y]
        if name == "atan2":
            return self.rounded("atan2", [x, y], t, 1.6, 2 * (a.error + b.error))
        return self.rounded("div", [x, y], t, 2 * a.bound, 2 * a.error + 4 * a.bound * b.error, ulps=2)

    def scaled_base(self, t):
        """Of 0.5 to 4."""
        x = self.value(t, most=3.4)
        y = self.exact("abs", [x], t)
        return self.rounded("add", [y, self.constant(t, 0.5)], t, 4, self.info[y].error)

    def exact_float(self, t):
        x = self.value(t, exact=True)
        name = self.pick("floor", "ceil", "round", "sign", "rem")
        if name == "rem":
            return self.exact("rem", [x, self.constant(t, self.pick(0.75, 1.5, -0.5))], t, bound=1.5)
        attrs = "to_nearest_even" if name == "round" and self.rng.random() < 0.5 else ""
        return self.exact(name, [x], t, attrs, bound=self.info[x].bound + 1)

    def float_step(self, t):
        make = self.pick(self.unary, self.unary, self.positive_unary, self.simple, self.sums, self.sums, self.sums, self.quotient,
                         self.exact_float, self.choose)
        return make(t)

    def int_step(self, t):
        if self.rng.random() < 0.3:
            return self.exact(self.pick(*INT_UNARY), [self.value(t)], t)
        return self.exact(self.pick(*INT_BINARY), [self.value(t), self.value(t)], t)

    def bool_step(self, t):
        k = self.rng.randrange(4)
        if k == 0:
            return self.exact(self.pick("and", "or", "xor"), [self.value(t), self.value(t)], t)
        if k == 1:
            return self.exact("not", [self.value(t)], t)
        of = (self.pick(*self.dtypes), t[1])
        if of[0] == "i1":
            return self.exact(self.pick("eq", "ne"), [self.value(of), self.value(of)], t)
        return self.exact(self.pick(*COMPARE), [self.value(of, exact=True), self.value(of, exact=True)], t)

    def choose(self, t):
        which = self.value(("i1", t[1]))
        return self.exact("select_n", [which, self.value(t), self.value(t)], t)

    def convert(self, t):
        """From a value of another dtype."""
        source = self.some(lambda s: s[1] == t[1] and s[0] != t[0])
        if source is None:
            return self.step(t)
        s, info = self.type(source), self.info[source]
        if is_float(t) and is_float(s):
            return self.rounded("convert_element_type", [source], t, info.bound, info.error, ulps=1)
        if is_float(s):
            source = self.value(s, exact=True)
            if self.info[source].bound > 100 or t[0].startswith("ui"):
                return self.step(t)
        if is_float(t) and s[0] != "i1":
            source = self.small_int(source)
        return self.exact("convert_element_type", [source], t, bound=64.0)

    def small_int(self, v):
        """Of -60 to 60."""
        t = self.type(v)
        return self.exact("rem", [v, self.constant(t, 61)], t)

    def step(self, t):
        if t[0] == "i1":
            return self.bool_step(t)
        return self.float_step(t) if is_float(t) else self.int_step(t)

    def elementwise(self):
        t = (self.pick(*self.dtypes), self.pick(*self.shapes))
        return self.convert(t) if self.rng.random() < 0.12 else self.step(t)

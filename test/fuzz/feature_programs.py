"""feature_programs.py SEED -- prints a random JAX program of twelve short parts, each about one feature.

Dtypes and promotion, indexing and updates in all modes, reductions, sorting, formatting, nested transformations of functions with
control flow, control flow in batches, scans and maps over pytrees, derivatives of one's own. A part that fails says so and the next
one runs. What is printed is exact, or rounded from values that stay small."""
import sys

from rng import Rng

INTS = ["int8", "uint8", "int16", "int32", "uint32"]
FLOATS = ["float16", "bfloat16", "float32"]
HEAD = '''import collections
import functools
import jax
import jax.numpy as jnp
from jax import lax

Pair = collections.namedtuple("Pair", ["a", "b"])


class Net:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, x):
        return jnp.tanh(self.w @ x + self.b)


def nice(x):
    if isinstance(x, (tuple, list)):
        return [nice(y) for y in x]
    if isinstance(x, dict):
        return {k: nice(y) for k, y in x.items()}
    x = jnp.asarray(x)
    y = x.astype(jnp.float32) if jnp.issubdtype(x.dtype, jnp.floating) else x
    return (str(x.dtype), x.shape, jnp.round(y, 2).tolist() if y.dtype == jnp.float32 else y.tolist())


f3 = jnp.array([0.3, -0.6, 0.9])
m34 = jnp.sin(jnp.arange(12.0)).reshape(3, 4)
i345 = (jnp.arange(60) * 7 % 23 - 5).reshape(3, 4, 5)
'''


class Generator:
    def __init__(self, rng):
        self.rng = rng

    def pick(self, *options):
        return self.rng.choice(options)

    def some(self, *options):
        return [o for o in options if self.rng.random() < 0.5]

    def chance(self, p):
        return self.rng.random() < p

    # -- parts: lists of lines

    def promote(self):
        a, b = self.rng.choice(INTS + FLOATS + ["bool"]), self.rng.choice(INTS + FLOATS)
        x, y = f"jnp.array([1, 3, 0, 2]).astype(jnp.{a})", f"jnp.array([2, 1, 3, 5]).astype(jnp.{b})"
        if self.chance(0.3):
            y = self.pick("2", "3.0", "jnp.int8(2)", "jnp.float16(2)", "True", "jnp.uint8(3)")
        op = self.pick("+", "-", "*", "/", "//", "%", "**", "<", ">=", "==")
        if op == "-" and a == "bool":
            op = "+"
        return [f"x, y = {x}, {y}", f"print(nice(x {op} y), nice(y {self.pick('+', '*', '<')} x))",
                f"print(jnp.result_type(x, y), jnp.{self.pick('maximum', 'minimum', 'add', 'multiply')}(x, y).dtype)"]

    def bits(self):
        a = self.rng.choice(INTS)
        x, y = f"jnp.array([1, 3, 100, 77]).astype(jnp.{a})", f"jnp.array([2, 1, 3, 5]).astype(jnp.{a})"
        op = self.pick("&", "|", "^", "<<", ">>", "//", "%", "*", "-")
        call = self.pick("lax.population_count(x)", "lax.clz(x)", "~x", "-x", "abs(x)", "jnp.bitwise_count(x)", "jnp.invert(x)", "x.astype(jnp.float16)",
                         "jnp.gcd(x, y)", "jnp.sign(x)",
                         "jnp.right_shift(x, y)", "x.astype(jnp.int8)", "x.astype(jnp.uint8)", "jnp.divmod(x, y)", "jnp.clip(x, 2, 80)", "x.astype(bool)")
        return [f"x, y = {x}, {y}", f"print(nice(x {op} y), nice({call}))", f"print(x {op} y)", "print(repr(x))"]

    def index(self, rank=3):
        parts = []
        for d in (3, 4, 5)[:rank]:
            parts.append(self.pick(str(self.rng.randrange(d)), f"-{1 + self.rng.randrange(d)}", ":", ":",
                                   f"{self.pick('', '0', '1', '-3')}:{self.pick('', '2', '-1', '9')}",
                                   "::-1", "::2", f"jnp.array([{self.rng.randrange(d)}, -1])", f"jnp.array([[0, 1], [{self.rng.randrange(d)}, 2]])", f"[{self.rng.randrange(d)}, 0]"))
        if self.chance(0.2):
            parts[self.rng.randrange(len(parts))] = "..."
        if self.chance(0.25):
            parts.insert(self.rng.randrange(len(parts) + 1), "None")
        return ", ".join(parts[:1 + self.rng.randrange(len(parts))])

    def indexing(self):
        i = self.index()
        how = self.pick("set", "add", "multiply", "min", "max", "subtract")
        lines = [f"y = i345[{i}]", "print(y.shape, y.dtype, y.tolist())"]
        if "[[" not in i:
            any_order = how in ("min", "max", "add") or "rray" not in i and "[" not in i
            value, axis = (self.pick("3", "y", "-y", "y * 2"), 0) if any_order else ("3", 1)
            lines.append(f"print(i345.at[{i}].{how}({value}).sum({axis}).tolist())")
        return lines

    def modes(self):
        k = self.pick("jnp.array([0, 3, -1, 9])", "7", "-9", "jnp.array([[1, -12], [2, 30]])")
        mode = self.pick("clip", "drop", "fill", "promise_in_bounds", "wrap")
        if mode == "promise_in_bounds":
            k = "jnp.array([0, 2, 1])"
        get = "fill" if mode == "drop" else mode
        fill = ", fill_value=-7" if get == "fill" and self.chance(0.5) else ""
        take = f"jnp.take(x, {k}, mode={self.pick('clip', 'wrap', 'fill')!r})"
        at = [] if mode == "wrap" else [f"print(nice(x.at[{k}].{self.pick('set', 'add', 'max')}(2, mode={mode!r})), nice(x.at[{k}].get(mode={get!r}{fill})))"]
        return [f"x = jnp.arange(6{self.pick('', '.0')}) - 2"] + at + [f"print(nice({take}), nice(x[{k}]))",
                                             f"print(nice(lax.dynamic_slice(x, ({self.pick('4', '-2', '1')},), (3,))), nice(lax.dynamic_update_slice(x, x[:2], ({self.pick('5', '-1')},))))",
                                                                           f"print(nice(jax.grad(lambda x: (x[{k}] ** 2).sum())(x * 1.0)))"]

    def reduce(self):
        x = self.pick("i345", "m34", "(i345 > 2)", "i345.astype(jnp.int8)", "i345.astype(jnp.float16)", "i345 / 10")
        axis = self.pick("None", "0", "-1", "1", "(0, 1)")
        f = self.pick("sum", "prod", "max", "min", "mean", "any", "all", "var", "std")
        if f in ("prod", "var", "std"):
            x = "jnp.sin(m34)"
        keep = self.pick("", ", keepdims=True")
        where = ", where=x > 1" if f in ("sum", "any", "all") and self.chance(0.3) else ""
        g = self.pick("argmax", "argmin", "cumsum", "sort", "argsort", "flip", "cumprod", "nancumsum")
        if g == "cumprod":
            x = "m34"
        more = self.pick("jnp.ptp(x, axis=0)", "jnp.median(x * 1.0, axis=-1)", "jnp.count_nonzero(x)", "jnp.diff(x * 1, axis=0)", "jnp.moveaxis(x, 0, -1)",
                         "jnp.percentile(x * 1.0, 30)")
        return [f"x = {x}", f"print(nice(jnp.{f}(x, axis={axis}{keep}{where})))", f"print(nice(jnp.{g}(x, axis={self.pick('0', '-1', '1')})))",
                f"print(nice({more}))"]

    def order(self):
        x = self.pick("jnp.array([3, 1, 2, 3, 1])", "jnp.array([0.5, -1.0, 0.5, 2.0, -1.0])", "jnp.array([2, 7, 7, 0, 1], jnp.uint8)")
        down = self.pick("True", "False")
        sorts = self.pick("jnp.unique(x)", "jnp.unique(x, size=4, fill_value=9)", "lax.top_k(x, 3)", "jnp.searchsorted(jnp.sort(x), x)",
                          "lax.sort((x, jnp.arange(5)), num_keys=1)",
                          "jnp.lexsort((x, x[::-1]))", "jnp.partition(x, 2).max()")
        other = self.pick("jnp.where(x > 1, x, -1)", "jnp.nonzero(x > 1, size=3, fill_value=0)", "jnp.select([x > 2, x > 0], [x, x * 2], 5)",
                          "jnp.bincount(jnp.abs(x).astype(int), length=4)",
                          "jnp.histogram(x, bins=3)[0]", "jnp.digitize(x, jnp.array([0, 1, 2]))", "jnp.repeat(x, 2)", "jnp.tile(x, (2, 1))", "jnp.roll(x, -2)",
                          "jnp.pad(x, (1, 2), mode='edge')", "jnp.convolve(x, x[:2])", "jnp.interp(x * 1.0, jnp.arange(3.0), jnp.arange(3.0) ** 2)")
        return [f"x = {x}", f"print(nice(jnp.sort(x, descending={down})), nice(jnp.argsort(x, descending={down})))", f"print(nice({sorts}), nice({other}))"]

    def formatting(self):
        x = self.pick("jnp.array([1.5, -2.25, 1000.0])", "jnp.array([1e-7, 1.0, 1e5])", "jnp.array([[True, False]])", "jnp.arange(-3, 4)",
                      "jnp.array([1, 200], jnp.uint8)", "jnp.zeros((2, 0))",
                      "jnp.float16(0.1) * jnp.arange(3)", "jnp.arange(3, dtype=jnp.bfloat16) / 3", "jnp.array([jnp.nan, jnp.inf, -1.0])", "jnp.array(3)", "jnp.array(2.5)", "jnp.array([1 + 2j, 3.5j])",
                      "jnp.arange(2000)", "jnp.full((2, 3, 2), 0.1)", "jnp.float32(1e10)", "{'k': jnp.arange(2), 'z': [jnp.float32(0.5)]}",
                      "Pair(jnp.arange(2), jnp.array(1.0))", "jnp.array([123456.789, 0.001])")
        lines = [f"x = {x}", "print(x)", "print(repr(x))", 'print(f"{x}|{x!r:>30}|{str(x)[:9]:^12}")']
        s = self.pick("jnp.float32(3.14159)", "jnp.sum(f3)", "jnp.array(7)", "jnp.float32(-0.0)", "jnp.array(12345.678)")
        spec = self.pick("d", "5d", "+d", "x") if s == "jnp.array(7)" else self.pick(".2f", "8.3f", "+.1e", "<10.4g", "010.2f", ".3g", "%", ",.1f")
        return lines + [f's = {s}', f'print(f"[{{s:{spec}}}]", "%s" % s, "{{:>12}}".format(str(s)), [s])']

    # -- functions of x (a vector of three) to scalars

    def scalar(self, d=2):
        e = lambda: self.vector(d - 1)
        return self.pick(f"jnp.sum({e()} * {e()})", f"jnp.tanh({e()}[{self.rng.randrange(3)}])", f"jnp.mean({e()} ** 2)", f"jax.nn.logsumexp({e()})",
                         f"jnp.max({e()})", f"jnp.dot({e()}, {e()})",
                         f"jnp.prod(jnp.cos({e()}))", f"jnp.linalg.norm({e()} + 2.0)")

    def vector(self, d=2):
        if d <= 0:
            return self.pick("x", "x", "f3", "jnp.sin(x)", "x[::-1]")
        e, s = lambda: self.vector(d - 1), lambda: self.scalar(d - 1)
        return self.pick(f"jnp.tanh({e()} + {e()})", f"jnp.where({e()} > 0.05, {e()}, jnp.cos({e()}))", f"jnp.sin({e()} * {s()})",
                         f"lax.cond({s()} > 0.21, lambda v: v * 2, jnp.cos, {e()})",
                         f"lax.fori_loop(0, 3, lambda i, c: jnp.sin(c + i), {e()})", f"lax.scan(lambda c, r: (jnp.tanh(c + r), c * r), {s()}, {e()})[1]",
                         f"lax.switch({self.pick('1', '0', '5', '-2')}, [jnp.sin, jnp.cos, lambda v: v ** 2], {e()})",
                         f"jnp.cumsum({e()}) / 3", f"jnp.sort({e()})",
                         f"{e()}.at[{self.pick('0', '-1', 'jnp.array([0, 0])')}].{self.pick('set', 'add', 'multiply')}({self.pick('0.5', s())})",
                                               f"jnp.roll({e()}, 1) * {e()}",
                         f"jax.vmap(lambda r: jnp.tanh(r * {s()}))({e()})", f"jax.nn.{self.pick('softmax', 'relu', 'gelu', 'sigmoid', 'silu', 'softplus')}({e()})",
                                                                                                f"jnp.linalg.solve(jnp.eye(3) * 2 + jnp.outer({e()}, f3) / 9, {e()})",
                         f"jax.checkpoint(lambda v: jnp.tanh(v * 2))({e()})", f"lax.associative_scan(jnp.maximum, {e()})",
                         f"jnp.einsum('i,j->i', {e()}, {e()}) / 3", f"lax.stop_gradient({e()}) * {e()}",
                         f"jnp.interp({e()}, jnp.linspace(-1, 1, 5), jnp.linspace(0, 1, 5) ** 2)", f"jnp.clip({e()}, -0.33, 0.47)")

    def transforms(self):
        f = self.scalar(3)
        how = self.pick("jax.grad(f)(x)", "jax.jit(jax.grad(f))(x)", "jax.hessian(f)(x)", "jax.vmap(jax.grad(f))(m34[:, :3])", "jax.jacfwd(jax.grad(f))(x)",
                        "jax.jacrev(jax.jacfwd(f))(x)", "jax.grad(lambda x: jnp.sum(jax.grad(f)(x) ** 2))(x)",
                        "jax.jvp(f, (x,), (jnp.ones(3),))", "jax.jvp(jax.grad(f), (x,), (x,))", "jax.vmap(lambda s: jax.jvp(f, (x * s,), (x,))[1])(f3)",
                        "jax.linearize(f, x)[1](f3)", "jax.vmap(jax.value_and_grad(f))(m34[:, 1:])",
                        "jax.vjp(f, x)[1](2.0)", "jax.grad(lambda s: f(x * s))(0.7)", "jax.vmap(jax.vmap(f))(jnp.stack([m34[:, :3], m34[:, 1:]]))",
                        "jax.vmap(f, in_axes=1)(m34[:3, :3])", "jax.jit(jax.vmap(jax.hessian(f)))(m34[:2, :3])")
        return ["def f(x):", f"    y = {self.vector(2)}", f"    x = x + 0.1 * y", f"    return {f}", "x = jnp.array([0.2, -0.4, 0.7])", f"print(nice(f(x)), nice({how}))"]

    def vector_map(self):
        g = self.vector(3)
        how = self.pick("jax.jacfwd(g)(x)", "jax.jacrev(g)(x)", "jax.vmap(g)(m34[:, :3])", "jax.vmap(g, out_axes=1)(m34[:, :3])", "jax.vjp(g, x)[1](f3)[0]",
                        "jax.jit(g)(x)", "jax.vmap(jax.jacrev(g))(m34[:2, :3])", "jax.lax.map(g, m34[:, :3])",
                        "jax.linear_transpose(jax.linearize(g, x)[1], x)(f3)", "jax.vmap(lambda x, s: g(x) * s, (0, None))(m34[:, :3], 2.0)")
        return ["def g(x):", f"    return {g}", "x = jnp.array([0.2, -0.4, 0.7])", f"print(nice({how}))"]

    def batches(self):
        body = self.pick("lax.while_loop(lambda c: c[0] < n, lambda c: (c[0] + 1, jnp.sin(c[1] + c[0])), (0, x))",
                         "lax.cond(n > 2, lambda v: v * 2, lambda v: jnp.cos(v), x)", "lax.switch(n, [jnp.sin, jnp.cos, lambda v: v * 3], x)",
                         "lax.fori_loop(0, n, lambda i, c: jnp.tanh(c + i), x)", "m34[n, 1] + x", "m34.at[n].add(x)[0]", "lax.dynamic_slice(m34, (n, 1), (2, 2)) * x", "jnp.where(n % 2 == 0, x, -x)",
                         "lax.while_loop(lambda c: jnp.sum(c) < n, lambda c: c + 1.5, x * jnp.ones(2))", "lax.scan(lambda c, i: (jnp.where(i < n, c * 1.5, c), c), x, jnp.arange(4))")
        axes = self.pick("(0, 0)", "(0, None)", "(None, 0)")
        args = {"(0, 0)": "ns, f3", "(0, None)": "ns, 0.4", "(None, 0)": "2, f3"}[axes]
        lines = ["def f(n, x):", f"    return {body}", f"ns = jnp.array([{self.rng.randrange(5)}, 0, {self.rng.randrange(4)}])", f"print(nice(jax.vmap(f, {axes})({args})))"]
        if "while" not in body and "fori" not in body:
            lines.append(f"print(nice(jax.vmap(jax.grad(lambda x, n: jnp.sum(jax.tree.leaves(f(n, x))[0])), (0, 0))(f3, ns)))")
        return lines

    def pytrees(self):
        tree = self.pick("{'b': f3, 'a': (m34, 2.0)}", "Pair(f3, [m34[0], m34[1]])", "[f3, {'z': f3 * 2, 'c': Pair(1.5, f3)}]", "(f3, None, {'q': m34})")
        use = self.pick("jax.tree.map(lambda v: jnp.sum(v) * 2.0, t)", "jax.tree.leaves(t)", "jax.tree.map(jnp.shape, t)",
                        "jax.grad(lambda t: sum(jnp.sum(jnp.sin(v)) for v in jax.tree.leaves(t)))(t)", "jax.tree.reduce(lambda a, v: a + jnp.sum(v), t, 0.0)",
                        "jax.jit(lambda t: jax.tree.map(lambda v: v * 2, t))(t)")
        lines = [f"t = {tree}", f"r = {use}", "print([nice(v) for v in jax.tree.leaves(r)], jax.tree.structure(t))"]
        carry = self.pick("{'s': 0.0, 'v': f3}", "Pair(0.0, f3)", "(0.0, f3)")
        one, two = {"{": ("c['s']", "c['v']"), "P": ("c.a", "c.b"), "(": ("c[0]", "c[1]")}[carry[0]]
        new = {"{": "{{'s': {}, 'v': {}}}", "P": "Pair({}, {})", "(": "({}, {})"}[carry[0]].format(f"jnp.tanh({one} + r.sum())", f"jnp.sin({two} + {one})")
        xs = self.pick("m34", "{'r': m34, 'k': jnp.arange(3)}")
        lines += ["def step(c, r):"] + (["    r = r['r'] * r['k']"] if xs[0] == "{" else []) + [f"    return {new}, {self.pick(two, one, f'({one}, {two})', 'None')}",
                  f"c, ys = lax.scan(step, {carry}, {xs}{self.pick('', ', reverse=True', ', unroll=2')})", "print([nice(v) for v in jax.tree.leaves((c, ys))])"]
        return lines

    def own(self):
        if self.chance(0.5):
            lines = [f"@{self.pick('jax.custom_vjp', 'functools.partial(jax.custom_vjp, nondiff_argnums=(1,))')}", "def h(x, k):", "    return jnp.sin(x) * k"]
            extra = "k, " if "nondiff" in lines[0] else ""
            lines += ["def fwd(x, k):", "    return h(x, k), (x,)", f"def bwd({extra}res, ct):", f"    return (ct * jnp.cos(res[0]) * 3,{'' if extra else ' None,'})", "h.defvjp(fwd, bwd)"]
        else:
            lines = ["@jax.custom_jvp", "def h(x, k):", "    return jnp.sin(x) * k", "@h.defjvp", "def rule(p, t):", "    x, k = p", "    return h(x, k), 2 * jnp.cos(x) * t[0] + 0 * t[1]"]
        use = self.pick("jax.grad(lambda x: h(x, 2.0))(0.3)", "jax.vmap(jax.grad(lambda x: h(x, 2.0)))(f3)",
                        "jax.grad(lambda x: jnp.sum(jax.vmap(lambda v: h(v, 2.0))(x)))(f3)",
                        "jax.jacrev(lambda x: h(x, 0.5))(f3)", "jax.grad(lambda x: lax.scan(lambda c, r: (h(c + r, 0.5), c), x, f3)[0])(0.1)")
        return lines + [f"print(nice({use}))"]

    def objects(self):
        return ["net = Net(m34[:, :3], f3)", f"net.{self.pick('b = net.b * 2', 'w = net.w.T', 'w = net.w.at[0].set(0.25)')}",
                                                              f"loss = lambda w, x: jnp.sum(Net(w, net.b)(x) ** {self.pick('2', '3')})",
                f"print(nice(net(f3)), nice(jax.grad(loss{self.pick('', ', argnums=1', ', argnums=(0, 1)')})(net.w, f3)))",
                f"scores = {{k: float(jnp.round(net(f3 * k)[{self.rng.randrange(3)}], 2)) for k in ({self.pick('1, 2, 3', '3, 1')})}}",
                                                                                                               "print(sorted(scores.items(), key=lambda kv: -kv[1]), max(scores, key=scores.get))"]

    def part(self, k):
        kinds = [self.promote, self.bits, self.indexing, self.indexing, self.modes, self.reduce, self.order, self.formatting, self.transforms,
                 self.transforms, self.vector_map, self.batches, self.pytrees, self.own, self.objects]
        lines = self.rng.choice(kinds)()
        run = [f'print("-- {k}")', "try:", f"    part{k}()", "except Exception as e:", "    print(type(e).__name__)", ""]
        return [f"def part{k}():"] + [f"    {line}" for line in lines] + ["", ""] + run


def source(seed, parts=12):
    g = Generator(Rng(f"features {seed}"))
    return HEAD + "\n\n" + "\n".join(line for k in range(parts) for line in g.part(k)) + "\n"


if __name__ == "__main__":
    print(source(int(sys.argv[1])), end="")

"""array_programs.py SEED -- prints a random JAX program: Python's control flow over arrays, and transformations.

Loops over ranges, rows and lists, `while` on array values, run-time `if` with break, continue, raise and early returns, lists
that grow, dicts and objects that change, nested functions under jit, grad, vmap and scan.  Values stay small (each new one goes
through tanh or sin), so that no rounding is amplified, and what is printed is rounded.
"""
import sys

from rng import Rng

SCALAR, VECTOR, MATRIX = "scalar", "vector", "matrix"
SHAPES = {SCALAR: "()", VECTOR: "(4,)", MATRIX: "(3, 4)"}
HEAD = '''import jax
import jax.numpy as jnp
import numpy as np
from jax import lax


class Box:
    def __init__(self, x, y):
        self.x, self.y, self.n = x, y, 0

    def step(self, by):
        if by > 0.4:
            self.n += 1
            return jnp.tanh(self.x - by)
        self.x = jnp.sin(self.x + by)
        return self.x


def first(rows, limit):
    for i, r in enumerate(rows):
        if jnp.max(r) > limit:
            return r
    return -rows[0]


key = jax.random.key({seed})
s, t = jnp.float32(0.3), jnp.float32(-0.6)
u, v = jax.random.uniform(key, (4,)), jnp.linspace(-1, 1, 4)
m = jax.random.normal(jax.random.fold_in(key, 1), (3, 4))
items, log = [s], []
d = {{"a": v, "b": s}}
box = Box(s, u)
best, at, words = None, -1, []
w = np.linspace(0, 1, 5)
'''
TAIL = '''print(jnp.round(s, 3), jnp.round(t, 3))
print(jnp.round(u, 3), jnp.round(v, 3))
print(jnp.round(m, 3))
print(best if best is None else jnp.round(best, 3), at, "".join(words), w.round(3))
print(len(items), jnp.round(items[-1], 3), jnp.round(sum(items), 3), len(log))
print(list(d), jnp.round(d["a"], 3), jnp.round(d["b"], 3), box.n, jnp.round(box.x, 3), jnp.round(box.y, 3))
'''


class Generator:
    def __init__(self, rng, seed):
        self.rng, self.seed, self.lines, self.depth, self.names = rng, seed, [], 0, 0
        self.loops = []  # of the loops around: their kind
        self.indices, self.functions, self.in_function = [], [], False
        self.local = {}

    def pick(self, *options):
        return self.rng.choice(options)

    def chance(self, p):
        return self.rng.random() < p

    def put(self, line):
        self.lines.append("    " * self.depth + line)

    def fresh(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    # -- expressions

    def leaf(self, kind):
        if self.in_function:
            return self.rng.choice(self.local[kind] or [{SCALAR: "jnp.float32(0.4)", VECTOR: "jnp.ones(4)",
                                                         MATRIX: "jnp.ones((3, 4))"}[kind]])
        if kind == SCALAR:
            return self.pick("s", "t", "d['b']", "box.x", "items[-1]", "items[0]", "jnp.float32(0.25)")
        if kind == VECTOR:
            return self.pick("u", "v", "d['a']", "box.y", "(jnp.arange(4.0) / 4)")
        return "m"

    def number(self):
        return self.rng.choice(["0.5", "-0.7", "2", "1.3"] + [f"({i} + 1)" for i in self.indices])

    def expr(self, kind, d=2):
        if d <= 0 or self.chance(0.2):
            return self.leaf(kind)
        e = lambda k: self.expr(k, d - 1)
        k = self.rng.randrange(8)
        if k == 0:
            return f"jnp.{self.pick('tanh', 'sin', 'cos')}({e(kind)} {self.pick('+', '-', '*')} {e(kind)})"
        if k == 1:
            return f"jnp.tanh({e(kind)} * {self.number()})"
        if k == 2:
            return f"jnp.where({e(kind)} > {self.pick('0.1', '-0.35', '0.62')}, {e(kind)}, {e(kind)})"
        if k == 3 and self.functions:
            f, takes, gives = self.rng.choice(self.functions)
            if gives == kind:
                return f"{f}({e(takes)})"
        made = getattr(self, f"expr_{kind}")(e)
        return f"({made})" if " / " in made else made

    def expr_scalar(self, e):
        index = self.rng.choice(self.indices + ["1"])
        return self.pick(f"jnp.{self.pick('sum', 'max', 'mean', 'min')}({e(VECTOR)}) / 3", f"{e(VECTOR)}[{index} % 4]",
                         f"jnp.tanh({e(VECTOR)} @ {e(VECTOR)})", f"{e(MATRIX)}[{index} % 3, -1]",
                         f"jnp.maximum({e(SCALAR)}, {e(SCALAR)})", f"lax.cond({e(SCALAR)} > 0.2, jnp.sin, jnp.cos, {e(SCALAR)})",
                         f"jnp.tanh(jnp.linalg.norm({e(VECTOR)}))")

    def expr_vector(self, e):
        index = self.rng.choice(self.indices + ["2"])
        return self.pick(f"jnp.tanh({e(MATRIX)}.{self.pick('sum', 'max', 'mean')}(0))", f"{e(MATRIX)}[{index} % 3]",
                         f"jnp.sort({e(VECTOR)})", f"jnp.roll({e(VECTOR)}, {self.number_int()})", f"{e(VECTOR)}[::-1]",
                         f"jnp.cumsum({e(VECTOR)}) / 4", f"{e(VECTOR)}.at[{index} % 4].{self.pick('set', 'add', 'max')}({e(SCALAR)})",
                         f"({e(SCALAR)} * {e(VECTOR)})", f"jax.vmap(lambda r: r @ {e(VECTOR)})(jnp.eye(4)) / 2",
                         f"lax.fori_loop(0, 3, lambda i, c: jnp.sin(c + i), {e(VECTOR)})")

    def expr_matrix(self, e):
        return self.pick(f"jnp.tanh(jnp.outer({e(VECTOR)}[:3], {e(VECTOR)}))", f"jnp.roll({e(MATRIX)}, 1, axis={self.pick(0, 1)})",
                         f"jnp.tanh({e(MATRIX)} + {e(VECTOR)})", f"{e(MATRIX)}[::-1]", f"jnp.flip({e(MATRIX)}, 1)",
                         f"jnp.tanh({e(MATRIX)} @ {e(MATRIX)}.T @ {e(MATRIX)})")

    def number_int(self):
        return self.rng.choice(["1", "-2"] + self.indices)

    def condition(self):
        k = self.rng.randrange(6)
        if k == 0 and self.indices:
            return f"{self.rng.choice(self.indices)} % {self.pick(2, 3)} == 0"
        if k == 1:
            return f"{self.expr(SCALAR, 1)} > 0.17 {self.pick('and', 'or')} {self.expr(SCALAR, 1)} < 0.41"
        return f"{self.expr(SCALAR, 1)} {self.pick('>', '<', '>=')} {self.pick('0.15', '-0.33', '0.52')}"

    # -- statements

    def block(self, n):
        self.depth += 1
        for _ in range(n):
            self.statement()
        self.depth -= 1

    def statement(self):
        kinds = [self.assign] * 4 + [self.change] * 3
        if self.depth < 3:
            kinds += [self.branch] * 3 + [self.loop] * 2 + [self.attempt]
            kinds += [self.record, self.method]
        if self.loops:
            kinds += [self.leave]
        if not self.depth:
            kinds += [self.function, self.scan, self.show, self.rows]
        self.rng.choice(kinds)()

    def assign(self):
        name, kind = self.pick(("s", SCALAR), ("t", SCALAR), ("u", VECTOR), ("v", VECTOR), ("m", MATRIX))
        op = self.pick("=", "=", "=", "+=")
        value = self.expr(kind)
        self.put(f"{name} {op} {value if op == '=' else f'jnp.sin({value}) / 8'}")

    def change(self):
        self.put(self.pick(f"d['a'] = {self.expr(VECTOR)}", f"d['b'] = {self.expr(SCALAR)}", f"box.x = {self.expr(SCALAR)}",
                           f"box.y = {self.expr(VECTOR)}", "box.n += 1", f"items.append({self.expr(SCALAR, 1)})",
                           f"items[-1] = {self.expr(SCALAR, 1)}", f"s, t = t, {self.expr(SCALAR, 1)}"))

    def branch(self):
        self.put(f"if {self.condition()}:")
        self.block(self.rng.randrange(1, 3))
        if self.chance(0.3):
            self.put(f"elif {self.condition()}:")
            self.block(1)
        if self.chance(0.5):
            self.put("else:")
            self.block(self.rng.randrange(1, 3))

    def loop(self):
        i = self.fresh("i")
        if self.chance(0.25):
            k = self.fresh("k")
            self.put(f"{k} = 0")
            self.put(f"while {k} < {self.pick(3, 10)} and {self.expr(SCALAR, 1)} < 0.83:")
            self.put(f"    {k} += 1")
            self.loops.append("while")
        else:
            self.put(f"for {i} in range({self.pick('2', '5', '9', '12', '1, 20, 2')}):")
            self.indices.append(i)
            self.loops.append("for")
        self.block(self.rng.randrange(1, 4))
        if self.loops.pop() == "for":
            self.indices.pop()
        if self.chance(0.15):
            self.put("else:")
            self.block(1)

    def rows(self):
        r = self.fresh("r")
        self.put(f"for {r} in {self.pick('m', 'jnp.stack(items[:3])', '[u, v]')}:")
        self.put(f"    s = jnp.tanh(s + jnp.sum({r}) / 4)")
        self.block(1)

    def leave(self):
        self.put(f"if {self.condition()}:")
        self.depth += 1
        if self.chance(0.5):
            self.change()
        self.put(self.pick("break", "continue"))
        self.depth -= 1

    def attempt(self):
        self.put("try:")
        self.depth += 1
        self.assign()
        self.put(f"if {self.condition()}:")
        self.put(f"    raise ValueError('{self.fresh('e')}')")
        self.change()
        self.depth -= 1
        self.put("except ValueError as e:")
        self.block(1)
        if self.chance(0.3):
            self.put("finally:")
            self.block(1)

    def record(self):
        """The best so far, None at first; a text that grows; a NumPy array changed in place."""
        index = self.rng.choice(self.indices + ["0"])
        value = self.expr(SCALAR, 1)
        self.put(self.pick(f"if best is None or {value} > best: best, at = {value}, {index}",
                           f"words.append('+' if {self.condition()} else '-')",
                           f"w[{index} % 5] = {self.pick('0.5', f'{index} / 10')}", f"w[{index} % 3:] += 0.125",
                           f"w[{index} % 5] += float({value})"))

    def method(self):
        self.put(self.pick(f"s = box.step({self.expr(SCALAR, 1)})", f"u = first({self.pick('m', 'jnp.stack([u, v])')}, {self.pick('0.3', '0.9')})",
                           f"t = jnp.tanh(sum(box.step({self.expr(SCALAR, 1)}) for _ in range({self.pick(2, 3)})))"))

    def show(self):
        self.put(self.pick(f'print(f"{{{self.leaf(SCALAR)}:.3f}}", {self.leaf(VECTOR)}.shape)', f"log.append(float({self.leaf(SCALAR)}))",
                           f"print(jnp.round({self.expr(VECTOR, 1)}, 2))"))

    def function(self):
        """A pure function of one argument, plain or transformed."""
        f, takes, gives = self.fresh("f"), self.pick(SCALAR, VECTOR, MATRIX), self.pick(SCALAR, SCALAR, VECTOR)
        self.in_function, indices, functions, self.indices = True, self.indices, self.functions, []
        self.local = {k: ["x"] if k == takes else [] for k in SHAPES}
        self.put(f"def {f}(x):")
        y = self.fresh("y")
        self.put(f"    {y} = {self.expr(gives)}")
        self.local[gives].append(y)
        if self.chance(0.4):
            self.put(f"    for i in range({self.pick(3, 9)}):")
            self.indices = ["i"]
            self.put(f"        {y} = {self.expr(gives)}")
            self.indices = []
        self.put(f"    return {self.expr(gives, 1)}")
        self.in_function, self.indices, self.functions = False, indices, functions
        made = f"{f}t"
        if gives == SCALAR and self.chance(0.6):
            how = self.pick("jax.grad({})", "jax.jit(jax.grad({}))", "jax.jacfwd({})", "jax.checkpoint(jax.grad({}))")
            gives = takes
            self.put(f"{made} = {how.format(f)}")
        elif takes == gives == VECTOR and self.chance(0.5):
            self.put(f"{made} = lambda x: jnp.tanh(jax.jvp({f}, (x,), (jnp.ones_like(x),))[1])")
        elif self.chance(0.5):
            self.put(f"{made} = lambda x: jax.vmap({f})(jnp.stack([x, -x]))[{self.pick(0, 1)}]")
        else:
            self.put(f"{made} = jax.jit({f})")
        self.put(f"{f}n = lambda x: jnp.tanh({made}(x))")
        self.functions.append((f"{f}n", takes, gives))

    def scan(self):
        c = self.fresh("c")
        self.in_function, self.local = True, {SCALAR: ["c[0]", "s"], VECTOR: ["c[1]", "x", "u"], MATRIX: []}
        self.put(f"def {c}(c, x):")
        self.put(f"    return (jnp.tanh({self.expr(SCALAR)}), jnp.tanh({self.expr(VECTOR)})), {self.expr(VECTOR)}")
        self.in_function = False
        loss = f"lambda s: jnp.sum(lax.scan({c}, (s, v), m, reverse={self.pick('True', 'False')})[1])"
        self.put(self.pick(f"(s, v), m = lax.scan({c}, (s, v), m)", f"t = jnp.tanh(jax.grad({loss})(t))",
                           f"u = jnp.tanh(jax.vmap(jax.grad({loss}))(u))"))

    def program(self):
        self.lines += HEAD.format(seed=self.seed % 1000).splitlines()
        for _ in range(self.rng.randrange(5, 10)):
            self.statement()
        return "\n".join(self.lines + TAIL.splitlines()) + "\n"


def source(seed):
    return Generator(Rng(f"arrays {seed}"), seed).program()


if __name__ == "__main__":
    print(source(int(sys.argv[1])), end="")

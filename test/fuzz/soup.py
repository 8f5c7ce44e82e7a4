"""soup.py FOLDER [--seed N] [--count N] [--run] -- random programs from Python's grammar, types not minded.

Writes FOLDER/NNNN.py: seeds for fuzz_stage and fuzz_parse, or, with --run, given to `cjaxc check` one by one: a program
may be wrong or endless, but nothing may crash or be reported as an internal error, and ctrl-C ends it."""
import argparse
import pathlib
import random
import signal
import subprocess
import sys

NAMES = ["a", "b", "c", "f", "g", "x", "y", "C", "self"]
ATTRS = ["append", "items", "keys", "join", "split", "x", "real", "shape", "T", "at", "sort", "pop", "__class__",
         "__dict__", "__init__", "format", "update", "add", "index", "sum", "reshape", "astype", "copy", "send"]
CALLS = ["len", "int", "str", "list", "dict", "tuple", "set", "range", "zip", "map", "sorted", "sum", "min", "max", "abs",
         "print", "repr", "hash", "iter", "next", "isinstance", "getattr", "type", "super", "enumerate", "reversed",
         "frozenset", "float", "complex", "bytes", "round", "divmod", "pow", "any", "all", "jnp.ones", "jnp.sum",
         "jnp.arange", "jnp.where", "jax.jit", "jax.grad", "jax.vmap", "np.array", "np.zeros", "slice", "id", "vars"]
ATOMS = ["0", "1", "-1", "7", "2**70", "1.5", "1e400", "2j", "''", "'ab'", "b'x'", "None", "True", "...", "[]", "{}",
         "()", "'%s %d'", "'{} {0}'", "float('nan')", "range(3)", "jnp.ones(3)", "np.arange(4)", "1_000", "0xff",
         "'\\u20ac'", "(lambda: 0)"]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>", "<", "==", "!=", ">=", "in", "not in",
          "is", "is not", "and", "or"]
START = """import jax, functools, itertools, math
import jax.numpy as jnp
import numpy as np
a, b, c, x, y = [1, 2, [3]], {"a": 1, 2: (3,)}, "text", jnp.arange(3.0), 5
class C:
    x = 1
    def __init__(self, *a, **k): self.x = a
self = C()
def f(*a, **k): return a
def g(n=3):
    for i in range(n): yield i
"""


class Soup:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.inside = self.looping = False
        self.inner = 0 # comprehensions around

    def pick(self, items):
        return self.r.choice(items)

    def many(self, make, most=3, sep=", "):
        return sep.join(make() for _ in range(self.r.randrange(most + 1)))

    def target(self):
        return self.pick([lambda: self.pick(NAMES)] * 4 + [
            lambda: f"{self.pick(NAMES)}.{self.pick(ATTRS)}", lambda: f"{self.pick(NAMES)}[{self.expr(1)}]",
            lambda: f"{self.pick(NAMES)}, *{self.pick(NAMES)}", lambda: f"[{self.pick(NAMES)}, {self.pick(NAMES)}]"])()

    def arguments(self, deep):
        starts = self.r.sample(["", "", "", "*", f"{self.pick(NAMES)}=", "**"], self.r.randrange(4))
        return ", ".join(s + self.expr(deep) for s in sorted(starts, key=lambda s: (s == "**", s[-1:] == "=", s)))

    def params(self, hints=True):
        extra = ["", "", f"={self.expr(0)}"] + [f": {self.expr(0)}"] * hints
        parts = sorted((n + self.pick(extra) for n in self.r.sample(NAMES, 3)), key=lambda s: "=" in s)
        return ", ".join(parts[:self.r.randrange(4)] + self.pick([[], ["*r"], ["*", "k=1"], ["**kw"], ["*r", "**kw"]]))

    def comprehension(self, deep, pattern):
        self.inner += 1
        text = pattern.format(*(self.expr(deep) for _ in range(2)), loop=self.loop(deep))
        self.inner -= 1
        return text

    def loop(self, deep):
        test = f" if {self.expr(deep)}" if self.r.random() < 0.3 else ""
        return f"for {self.pick(NAMES)} in {self.expr(deep)}{test}"

    def fstring(self):
        spec = self.pick(["", "!r", ":>5", ":.3f", "=", ":{" + self.pick(NAMES) + "}", ":08b"])
        return "f'a{" + self.pick(NAMES + ['1.5', 'x + 1', 'len(c)', 'b[2]']) + spec + "}b'"

    def expr(self, deep):
        if deep <= 0:
            return self.pick([self.pick(NAMES), self.pick(ATOMS)])
        d = deep - 1
        return self.pick([
            lambda: self.pick(NAMES), lambda: self.pick(ATOMS),
            lambda: f"({self.expr(d)} {self.pick(BINARY)} {self.expr(d)})",
            lambda: f"{self.pick(['-', '+', '~', 'not '])}({self.expr(d)})",
            lambda: f"{self.pick(CALLS)}({self.arguments(d)})",
            lambda: f"{self.pick(NAMES)}({self.arguments(d)})",
            lambda: f"({self.expr(d)}).{self.pick(ATTRS)}",
            lambda: f"({self.expr(d)}).{self.pick(ATTRS)}({self.arguments(d)})",
            lambda: f"({self.expr(d)})[{self.expr(d)}]",
            lambda: f"({self.expr(d)})[{self.expr(0)}:{self.expr(0)}:{self.expr(0)}]",
            lambda: f"[{self.many(lambda: self.expr(d))}]", lambda: f"({self.many(lambda: self.expr(d))},)".replace("(,)", "()"),
            lambda: "{" + self.many(lambda: f"{self.expr(d)}: {self.expr(d)}") + "}",
            lambda: self.comprehension(d, "[{0} {loop}]"), lambda: self.comprehension(d, "({0} {loop})"),
            lambda: self.comprehension(d, "{{{0}: {1} {loop}}}"),
            lambda: f"({self.expr(d)} if {self.expr(d)} else {self.expr(d)})",
            lambda: f"(lambda {self.params(False)}: {self.expr(d)})",
            lambda: f"(w := {self.expr(d)})" if not self.inner else "w", lambda: self.fstring()])()

    def block(self, deep, pad, inside=None, looping=None):
        old = self.inside, self.looping
        self.inside = old[0] if inside is None else inside
        self.looping = old[1] if looping is None else looping
        text = "".join(self.statement(deep - 1, pad + "    ") for _ in range(self.r.randrange(1, 4)))
        self.inside, self.looping = old
        return text

    def statement(self, deep, pad):
        simple = [
            lambda: f"{self.target()} = {self.expr(2)}", lambda: f"{self.target()} = {self.expr(3)}",
            lambda: f"{self.pick(NAMES)} {self.pick(['+', '-', '*', '|', '//'])}= {self.expr(2)}",
            lambda: self.expr(3), lambda: f"print({self.expr(2)})", lambda: f"del {self.pick(NAMES)}, {self.pick(NAMES)}[{self.expr(1)}]",
            lambda: f"assert {self.expr(1)}, {self.expr(1)}", lambda: "pass",
            lambda: f"raise {self.pick(['ValueError(1)', 'C', 'x', ''])}",
            lambda: f"from {self.pick(['math', 'jax', 'functools'])} import {self.pick(['pi', 'jit', 'reduce'])}"]
        if self.inside:
            simple += [lambda: f"return {self.expr(2)}"] * 2 + [lambda: f"yield {self.expr(1)}"]
        if self.looping:
            simple += [lambda: "break", lambda: "continue", lambda: "if x: break"]
        if deep <= 0 or self.r.random() < 0.5:
            return pad + self.pick(simple)() + "\n"
        b = lambda: self.block(deep, pad)
        loop = lambda: self.block(deep, pad, looping=True)
        body = lambda: self.block(deep, pad, inside=True, looping=False)
        return self.pick([
            lambda: f"{pad}if {self.expr(1)}:\n{b()}{pad}else:\n{b()}", lambda: f"{pad}while {self.expr(1)}:\n{loop()}{pad}    if f: break\n",
            lambda: f"{pad}for {self.target()} in {self.expr(2)}:\n{loop()}",
            lambda: f"{pad}for {self.pick(NAMES)} in range({self.r.randrange(5)}):\n{loop()}",
            lambda: f"{pad}def {self.pick(NAMES)}({self.params()}):\n{body()}",
            lambda: f"{pad}@{self.pick(['jax.jit', 'staticmethod', 'property', 'f'])}\n{pad}def f({self.params()}):\n{body()}",
            lambda: f"{pad}class C({self.pick(['', 'C', 'int', 'list', 'dict', 'Exception'])}):\n{self.block(deep, pad, inside=False, looping=False)}",
            lambda: f"{pad}try:\n{b()}{pad}except {self.pick(['Exception as e', 'ValueError', '(C, x)'])}:\n{b()}{pad}finally:\n{b()}",
            lambda: f"{pad}with {self.expr(1)} as {self.pick(NAMES)}:\n{b()}",
            lambda: f"{pad}match {self.expr(1)}:\n{pad}    case [a, *b]:\n{self.block(deep, pad + '    ')}{pad}    case C(x=1) | None:\n"
                    f"{self.block(deep, pad + '    ')}{pad}    case _:\n{self.block(deep, pad + '    ')}"])()

    def program(self):
        text = START
        for _ in range(self.r.randrange(3, 12)):
            text += f"try:\n{self.statement(3, '    ')}except Exception as e: print(e)\n"
        return text


def run(path):
    """What is wrong with the compiler, or an empty text."""
    p = subprocess.Popen(["cjaxc", "check", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                         errors="replace", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    try:
        text = p.communicate(timeout=5)[1]
    except subprocess.TimeoutExpired:
        p.send_signal(signal.SIGINT)
        try:
            text = p.communicate(timeout=5)[1]
        except subprocess.TimeoutExpired:
            p.kill()
            return "not ended by ctrl-C"
    good = p.returncode in (0, 1, -signal.SIGINT) and "internal error" not in text and "Sanitizer" not in text
    return "" if good else f"{p.returncode} {text[-300:]}"


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("folder", type=pathlib.Path)
    args.add_argument("--seed", type=int, default=0)
    args.add_argument("--count", type=int, default=100)
    args.add_argument("--run", action="store_true")
    o = args.parse_args()
    o.folder.mkdir(parents=True, exist_ok=True)
    bad = 0
    for i in range(o.seed, o.seed + o.count):
        path = o.folder / f"{i:06}.py"
        path.write_text(Soup(i).program())
        if not o.run:
            continue
        what = run(path)
        if what:
            bad += 1
            print(f"{path}: {what}", flush=True)
        else:
            path.unlink()
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()

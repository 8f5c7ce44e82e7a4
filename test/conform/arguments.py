"""arguments.py -- random arguments of jax.numpy's functions, as source text.

A specification is a text of words, one for each argument; `name=word` is a keyword, and what stands behind a bar is given
in some of the cases only.  The words are the keys of WORDS.  All arrays of a case share a base shape, so that they
broadcast; numbers are small multiples of 1/8, so that float sums are exact, with a special value now and then.
"""

import re

KINDS = {"x": ["float32"] * 4 + ["int32"] * 3 + ["bool", "int8", "uint8", "uint32", "float16", "bfloat16", "complex64"],
         "r": ["float32"] * 4 + ["int32"] * 3 + ["bool", "int8", "uint8", "uint32", "float16", "bfloat16"],
         "f": ["float32"] * 6 + ["float16", "bfloat16", "int32"],
         "fc": ["float32"] * 4 + ["complex64", "int32"],
         "i": ["int32"] * 4 + ["int8", "uint8", "uint32", "int16"],
         "ib": ["int32"] * 4 + ["int8", "uint8", "uint32", "bool"],
         "b": ["bool"]}
PYTHON = {"int32": "int", "float32": "float", "bool": "bool", "complex64": "complex"}
SHAPES = [(), (1,), (3,), (4,), (0,), (2, 3), (3, 1), (1, 4), (2, 0), (2, 1, 3), (2, 2, 2)]


def split_top(text):
    """The parts between commas outside brackets."""
    parts, depth = [""], 0
    for c in text:
        depth += (c in "([{") - (c in ")]}")
        if c == "," and not depth:
            parts.append("")
        else:
            parts[-1] += c
    return parts


class Arguments:
    """The arguments of one call, drawn from rng (a random.Random)."""

    def __init__(self, rng, shape=None):
        self.rng = rng
        self.shape = rng.choice(SHAPES) if shape is None else shape

    def text(self, spec):
        always, _, sometimes = spec.partition("|")
        words = always.split() + [w for w in sometimes.split() if self.rng.random() < 0.4]
        return ", ".join(self.argument(w) for w in words)

    def argument(self, word):
        m = re.match(r"(\w+=)?(.*)", word)
        return (m[1] or "") + self.word(m[2])

    def word(self, kind):
        """A key of WORDS or KINDS with a form behind a dot; {a,b}: one of these; [x,y]: a list of words; else it is the text."""
        if kind[0] == "{":
            return self.rng.choice(split_top(kind[1:-1]))
        if kind[0] == "[":
            return "[" + ", ".join(self.word(w) for w in split_top(kind[1:-1])) + "]"
        base, _, form = kind.partition(".")
        return WORDS[base](self, form) if base in WORDS else self.array(base, form) if base in KINDS else kind

    # ---- numbers and arrays
    def number(self, dtype):
        r = self.rng
        if dtype == "bool":
            return str(r.random() < 0.5)
        if dtype.startswith("uint"):
            return str(r.choice([0, 1, 2, 3, 5, 7, 100]))
        if dtype.startswith("int"):
            return str(r.choice([-7, -3, -2, -1, 0, 1, 2, 3, 4, 5, 100]))
        if dtype == "complex64":
            return f"{r.randint(-16, 16) / 8}{r.choice('+-')}{r.randint(0, 16) / 8}j"
        if r.random() < 0.04:
            return r.choice(["jnp.nan", "jnp.inf", "-jnp.inf", "-0.0", "1e10"])
        return str(r.randint(-32, 32) / 8)

    def nested(self, shape, dtype):
        if not shape:
            return self.number(dtype)
        return "[" + ", ".join(self.nested(shape[1:], dtype) for _ in range(shape[0])) + "]"

    def literal(self, shape, dtype):
        """An array; a Python number or a NumPy array now and then."""
        if not shape and dtype in PYTHON and self.rng.random() < 0.5:
            return self.number(dtype)
        if 0 in shape:
            return f"jnp.zeros({shape}, jnp.{dtype if dtype != 'bool' else 'bool_'})"
        values = self.nested(shape, dtype)
        if self.rng.random() < 0.08 and dtype in PYTHON:
            return f"np.array({values})"
        return f"jnp.array({values}, jnp.{dtype if dtype != 'bool' else 'bool_'})"

    def array(self, kind, form):
        """An array of one of the kind's types; form: a shape of digits and n ("n" is drawn), or "same", "like" (broadcasts)."""
        shape = self.shape
        if form == "like":
            shape = tuple(n if self.rng.random() < 0.8 else 1 for n in shape)[self.rng.choice([0, 0, 0, 1]):]
        elif form and form != "same":
            n = self.rng.choice([1, 2, 3, 4])
            shape = tuple(n if c == "n" else self.rng.choice([0, 1, 2, 3, 4, 5]) if c == "m" else int(c) for c in form)
        return self.literal(shape, self.rng.choice(KINDS[kind]))

    # ---- other arguments
    def axis(self, form):
        n = len(self.shape)
        if n == 0:
            return self.rng.choice(["None", "0", "-1"]) if form != "1" else self.rng.choice(["0", "-1"])
        one = str(self.rng.randrange(-n, n))
        if form == "1":
            return one
        if form == "t" and n > 1 and self.rng.random() < 0.3:
            return str(tuple(self.rng.sample(range(n), 2)))
        return self.rng.choice(["None", one, one, one])

    def mask(self, form):
        return self.literal(self.shape, "bool")

    def sized(self, form):
        """A shape; form "r": one of as many elements as the base."""
        total = 1
        for n in self.shape:
            total *= n
        if form == "r":
            options = [(total,), (-1,), (1, total), (total, 1)] + ([(2, -1), (-1, 2)] if total and total % 2 == 0 else [])
            return str(self.rng.choice(options))
        if form == "b":
            return str((2,) * self.rng.randint(0, 1) + tuple(n if n != 1 else self.rng.choice([1, 2]) for n in self.shape))
        return str(self.rng.choice([(), 3, (2,), (0,), (2, 3), (2, 0)]))

    def permutation(self, form):
        axes = list(range(len(self.shape)))
        self.rng.shuffle(axes)
        return self.rng.choice(["None", str(tuple(axes))])

    def indices(self, form):
        """Indices of axis 0 (in bounds or a little beyond), an array or a number."""
        n = max(self.shape[0] if self.shape else 1, 1)
        draw = lambda: self.rng.randrange(-n, n)
        if self.rng.random() < 0.3:
            return str(draw())
        return f"jnp.array({[draw() for _ in range(self.rng.randint(1, 4))]})"

    def sorted_vector(self, form):
        values = sorted(self.rng.sample(range(-16, 16), self.rng.randint(2, 6)))
        return f"jnp.array({[v / 4 for v in values]})"

    def sequence(self, form):
        """A list of arrays; form: how their shapes relate ("same")."""
        return "[" + ", ".join(self.array(form or "x", "same") for _ in range(self.rng.randint(1, 3))) + "]"


def _plain(values):
    return lambda self, form: str(self.rng.choice(values))


WORDS = {
    "axis": Arguments.axis, "mask": Arguments.mask, "shape": Arguments.sized, "perm": Arguments.permutation,
    "idx": Arguments.indices, "edges": Arguments.sorted_vector, "seq": Arguments.sequence,
    "n": _plain([0, 1, 2, 3, 4, 5]), "n1": _plain([1, 2, 3, 4, 5]), "k": _plain([-2, -1, 0, 1, 2]),
    "bool": _plain([True, False]), "num": _plain([0, 1, -2, 3, 0.5, -1.25, 2.0]), "unit": _plain([0.0, 0.25, 0.5, 0.75, 1.0]),
    "dtype": _plain(["jnp.int32", "jnp.float32", "jnp.float16", "jnp.complex64", "jnp.uint8", "jnp.bool_", "int", "float"]),
    "fdtype": _plain(["jnp.float32", "jnp.float16", "float"]),
    "bins": _plain([1, 3, 5, "jnp.array([0., 1., 2.5])"]),
    "type": _plain(["'int32'", "jnp.float32", "'uint8'", "bool", "jnp.int8", "'complex64'", "float", "jnp.bfloat16"]),
}

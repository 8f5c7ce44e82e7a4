"""domains.py -- contents for the arguments of an op: points where it is smooth, and directions to go from there.

Numbers lie on a grid, each once, away from integers and halves, so that no two are equal and none rounds otherwise a step
of the difference quotient away."""
from arrays import PART, is_inexact, rounded, size, stack, transposed

GRID = [round(-2.4 + 0.037 * k, 6) for k in range(130)]
GRID = [x for x in GRID if abs(x * 2 - round(x * 2)) > 0.08]
RANGES = {"any": (-2.4, 2.4), "positive": (0.3, 2.4), "unit": (-0.75, 0.75), "above": (1.3, 2.4), "halves": (1.36, 1.62), "fifths": (0.55, 0.66)}


class Points:
    """Draws without repeating, as long as the grid lasts."""

    def __init__(self, rng):
        self.rng, self.left = rng, []

    def number(self, low, high):
        for _ in range(2):
            found = [x for x in self.left if low <= x <= high]
            if found:
                x = self.rng.choice(found)
                self.left.remove(x)
                return x
            self.left = list(GRID)
        raise ValueError("no number in this range")

    def element(self, dtype, low, high):
        if dtype in PART:
            return complex(self.number(low, high), self.number(max(low, -1), min(high, 1)) if low < 1 else self.number(-0.9, 0.9))
        return self.number(low, high)


def square(points, t, definite):
    """Hermitian: definite with eigenvalues apart, or any direction."""
    dtype, shape = t
    n, out = shape[-1], []
    for _ in range(size(shape[:-2])):
        a = [points.element(dtype, -0.9, 0.9) * 0.3 for _ in range(n * n)]
        b = [x.conjugate() for x in transposed(a, (n, n))]
        out += [(x + y) + (definite * 2 * (i // n + 1) if i % (n + 1) == 0 else 0) for i, (x, y) in enumerate(zip(a, b))]
    return out


def matrix(points, t, add):
    """Any numbers; add * (row + 1) more on the diagonal keeps the matrix regular and its singular values apart."""
    dtype, shape = t
    m, n = shape[-2:]
    out = [points.element(dtype, -0.9, 0.9) for _ in range(size(shape))]
    for i in range(len(out)):
        row, column = i // n % m, i % n
        out[i] += add * (row + 1) if row == column else 0
    return out


def integers(rng, t, domain):
    dtype, shape = t
    if domain.startswith("places:"):
        _, n, step = domain.split(":")
        order = rng.sample(range(int(n)), int(n))
        return [order[i % int(n)] * int(step) for i in range(size(shape))]
    low = 0 if dtype.startswith("ui") else -7
    top = {"i1": 2, "ui32": 2 ** 32}.get(dtype, 8)
    return [rng.randrange(0 if dtype == "i1" else low, top) for _ in range(size(shape))]


def contents(points, t, domain="any"):
    """An argument.  The domain "to D" is a direction to change an argument of D in; ("rows", axis, n, D) stacks n of D."""
    dtype, shape = t
    if isinstance(domain, tuple):
        _, axis, n, inner = domain
        row = (dtype, shape[:axis] + shape[axis + 1:])
        return stack([contents(points, row, inner) for _ in range(n)], row[1], axis)[0]
    direction = domain.startswith("to ")
    domain = domain[3:] if direction else domain
    if not is_inexact(dtype):
        return integers(points.rng, t, domain)
    if domain == "definite":
        xs = square(points, t, not direction)
    elif domain in ("matrix", "triangular"):
        xs = matrix(points, t, 0 if direction else 2)
    else:
        low, high = RANGES["any" if direction else domain]
        xs = [points.element(dtype, low, high) for _ in range(size(shape))]
    return [rounded(x, dtype) for x in xs]


def direction_of(domain):
    if isinstance(domain, tuple):
        return (*domain[:3], direction_of(domain[3]))
    return domain if domain.startswith("to ") else "to " + domain

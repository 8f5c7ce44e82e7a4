#!/usr/bin/env python3
"""compare_output.py WANTED GOT -- whether two outputs agree: layout and integers exactly, floats within a tolerance.

A text is split into numbers and the rest.  The rest must be equal up to runs of blanks; two integers must be equal; two
numbers of which one is a float may differ by rtol * |wanted| + atol.
"""
import math
import re
import sys

NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf|nan)(?=j?(?!\w))")


def tokens(line):
    """Texts and numbers of a line, in turn; blanks beside numbers do not count, since widths follow digits."""
    parts, last = [], 0
    for m in NUMBER.finditer(line):
        parts += [" ".join(line[last:m.start()].split()), m.group()]
        last = m.end()
    return parts + [" ".join(line[last:].split())]


def same_number(a, b, rtol, atol):
    if a == b:
        return True
    if not any(c in t for t in (a, b) for c in ".en"):
        return False
    x, y = float(a), float(b)
    if math.isnan(x) or math.isnan(y):
        return math.isnan(x) and math.isnan(y)
    return x == y or abs(x - y) <= atol + rtol * abs(x)


def joined(lines):
    """Lines of one array broken at other places are the same text."""
    return re.sub(r"\s+", " ", " ".join(lines)).strip()


def spread_complex(text):
    """Complex numbers with a blank between their parts, as columns may have it."""
    text = re.sub(r"(?<=[\dnf.])([-+])(?=(?:[\d.]+(?:e[-+]?\d+)?|inf|nan)j)", r" \1", text)
    return re.sub(r"j +\]", "j]", text)


def difference(wanted, got, rtol=1e-4, atol=1e-5):
    """What differs first, or None."""
    w, g = spread_complex(wanted).splitlines(), spread_complex(got).splitlines()
    if len(w) != len(g):
        a, b = tokens(joined(w)), tokens(joined(g))
        if len(a) != len(b):
            return f"{len(g)} lines instead of {len(w)}"
        w, g = [joined(w)], [joined(g)]
    for n, (lw, lg) in enumerate(zip(w, g), 1):
        a, b = tokens(lw), tokens(lg)
        same = len(a) == len(b) and all(x == y if i % 2 == 0 else same_number(x, y, rtol, atol)
                                        for i, (x, y) in enumerate(zip(a, b)))
        if not same:
            return f"line {n}\n  wanted: {lw}\n  got:    {lg}"
    return None


if __name__ == "__main__":
    found = difference(open(sys.argv[1]).read(), open(sys.argv[2]).read())
    if found:
        print("outputs differ at", found)
    sys.exit(found is not None)

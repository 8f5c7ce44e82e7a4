#!/usr/bin/env python3
"""hostile.py [NAME ...] -- programs that would take all time or memory while they are compiled: each ends with an error in its place.

cjaxc runs with --stage-limit=1 and 1 GB; --seconds is the processor's time that a program may take in all. --part K N: of the
programs those whose number leaves K divided by N."""
import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

ANY = "[CJ"
TIME = "took longer than 1 s"
# name: program, part of the first error (None: it compiles)
PROGRAMS = {
    "loop": ("s = 0\nfor i in range(10**9): s += i\n", TIME),
    "loop forever": ("while True: pass\n", TIME),
    "generator": ("def g():\n    while True: yield 1\nsum(g())\n", TIME),
    "calls": ("def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(60)\n", TIME),
    "comprehension": ("r = range(10**4)\nx = [(a, b, c) for a in r for b in r for c in r if a > b > c > a]\n", TIME),
    "collisions": ("class A:\n    def __hash__(self): return 1\n    def __eq__(self, o): return self is o\nd = {A(): i for i in range(10**5)}\n", TIME),
    "pattern": ("import re\nre.match('(a+)+b', 'a' * 40)\n", TIME),
    "comparison of a billion laughs": ("a, b = [], []\nfor i in range(60): a, b = [a, a], [b, b]\na == b\n", TIME),
    "text of a billion laughs": ("a = ['lol'] * 10\nfor i in range(30): a = [a] * 10\nstr(a)\n", ANY),
    "tree of a billion laughs": ("import jax\nd = {}\nfor i in range(40): d = {'a': d, 'b': d, 'c': d}\njax.tree_util.tree_leaves(d)\n", ANY),
    "int": ("10 ** 10 ** 9\n", "OverflowError"),
    "squares": ("x = 3\nfor i in range(60): x = x * x\n", "OverflowError"),
    "shift": ("1 << 10**12\n", "OverflowError"),
    "power modulo": ("pow(3, 10**300000, 10**300000 + 7)\n", "OverflowError"),
    "factorial": ("import math\nmath.factorial(10**7)\n", "OverflowError"),
    "common divisor": ("import math\nmath.gcd(3 ** 60000, 7 ** 37000)\n", None),
    "text": ("s = 'x' * 10**12\n", "MemoryError"),
    "text that doubles": ("s = 'x'\nwhile True: s = s + s\n", ANY),
    "width": ("'%1000000000000d' % 3\n", "MemoryError"),
    "join": ("','.join(['x' * 1000] * 10**9)\n", "MemoryError"),
    "list": ("x = [0] * 10**11\n", "MemoryError"),
    "list of a range": ("list(range(10**11))\n", "MemoryError"),
    "list that doubles": ("x = [0]\nwhile True: x = x + x\n", ANY),
    "recursion": ("def f(n): return f(n + 1)\nf(0)\n", "RecursionError"),
    "depth of a text": ("t = ()\nfor i in range(100000): t = (t,)\nstr(t)\n", "RecursionError"),
    "depth of a tree": ("import jax\nt = 1.0\nfor i in range(100000): t = (t,)\njax.tree_util.tree_leaves(t)\n", "RecursionError"),
    "depth of calls": ("def f(): pass\nfor i in range(100000): f = (lambda g: lambda: g())(f)\nf()\n", "RecursionError"),
    "list in itself": ("a = []\nb = [a]\na.append(b)\na == b\n", "RecursionError"),
    "parentheses": ("x = " + "(" * 100000 + ")" * 100000 + "\n", "SyntaxError"),
    "operators": ("x = " + "-" * 100000 + "1\n", "SyntaxError"),
    "a long sum": ("x = " + "+".join(["1"] * 300000) + "\n", "SyntaxError"),
    "blocks": ("".join(" " * i + "if 1:\n" for i in range(150)) + " " * 150 + "pass\n", "IndentationError"),
    "names": ("".join(f"v{i} = {i}\n" for i in range(50000)), None),
    "shape": ("import jax.numpy as jnp\nx = jnp.ones((2**31, 2**31)) + 1\n", "larger than any address space"),
    "shape that grows": ("import jax.numpy as jnp\nx = jnp.ones(1000)\nfor i in range(12): x = x[..., None] * jnp.ones(1000)\nprint(x)\n", "larger than any address space"),
    "random numbers": ("import jax\njax.random.normal(jax.random.key(0), (10**12,))\n", ANY),
    "loop over arrays": ("import jax.numpy as jnp\nx = jnp.ones(3)\nfor i in range(10**6): x = jnp.sin(x) + i if i % 2 else x * float(i)\nprint(x)\n", None),
    "exec of itself": ("s = 'exec(s)'\nexec(s)\n", "RecursionError"),
    "eval of parentheses": ("eval('(' * 100000 + '1' + ')' * 100000)\n", "SyntaxError"),
    "exec for ever": ("exec('while True: pass')\n", ANY),
}


def limits(seconds):
    resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def finding(name, folder, seconds):
    """What is wrong, or None."""
    text, error = PROGRAMS[name]
    with open(f"{folder}/p.py", "w") as f:
        f.write(text)
    start = time.time()
    try:
        r = subprocess.run(["cjaxc", "--stage-limit=1", "p.py", "-o", "p"], cwd=folder, capture_output=True, text=True, preexec_fn=lambda: limits(seconds), timeout=600)
    except subprocess.TimeoutExpired:
        return f"runs for more than {seconds} s"
    if r.returncode != (1 if error else 0):
        return f"status {r.returncode}: {r.stderr[-300:]}"
    first = r.stderr.splitlines()[0] if r.stderr else ""
    if error and (error not in first or not re.match(r"(p\.py|<string>):\d+:\d+: error: ", first)):
        return f"{first!r} after {time.time() - start:.1f} s"
    return "an output of a program with an error" if error and os.path.exists(f"{folder}/p") else None


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("names", nargs="*")
    args.add_argument("--seconds", type=int, default=20)
    args.add_argument("--part", type=int, nargs=2, default=(0, 1))
    args = args.parse_args()
    bad, names = 0, args.names or list(PROGRAMS)[args.part[0]::args.part[1]]
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            found = finding(name, folder, args.seconds)
        bad += bool(found)
        if found:
            print(f"{name}: {found}", flush=True)
    print(f"{len(names)} programs, {bad} not bounded")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""optimisations.py --bench FOLDER -- what each optimisation brings: the table in docs/internals/performance.md.

    python3 test/bench/optimisations.py --bench FOLDER_OF_BENCHMARK_PROGRAMS [--only NAME,...] [--pairs 3]

Each is left out by its switch, `--without=NAME` where it has no other; the program is compiled with and without, and both run in
turn.  The ratio is that of the least figures: processor time of the timed loop on one core, time that passes with two
threads, processor time of compiling, memory, or the executable's size.  optimisations.json says where each one is, which test
checks its IR, and what shows it; figures.json keeps the ratios.
"""
import argparse
import json
import os
import sys
import tempfile

import page
import suite

ROWS = os.path.join(suite.HERE, "optimisations.json")
PAGE = os.path.join(page.ROOT, "docs", "internals", "performance.md")
KINDS = {"time": "time", "threads": "time, two threads", "compile": "compile time", "memory": "memory", "size": "executable"}
UNROLLED = "import sys\nimport jax.numpy as jnp\nx = jnp.arange(3.0) * float(sys.argv[1])\n{lines}print(x)\n"


def unrolled(folder):
    """Straight-line code of two kinds of op with constants that all differ: `lines` of them."""
    lines = "".join(f"x = x * {1 + i / 1e6}\nx = jnp.sin(x + {i}.5)\n" for i in range(600))
    return write(folder, "unrolled.py", UNROLLED.format(lines=lines))


def constants(folder):
    """One kernel with other constants, over and over."""
    lines = "".join(f"print(jnp.tanh(x * {1 + i / 1e6}) + {i}.5)\n" for i in range(200))
    return write(folder, "constants.py", UNROLLED.replace("(3.0)", "(3000.0)").format(lines=lines))


def loop(folder):
    """A Python loop of 200 iterations, which is one loop of the executable unless it is unrolled."""
    lines = "for i in range(200):\n    x = jnp.tanh(x * 1.1) + jnp.sin(x)\n"
    return write(folder, "loop.py", UNROLLED.format(lines=lines))


TIMED = """import sys
import time
import jax
import jax.numpy as jnp
from jax import lax
N = int(sys.argv[1])
x = jax.random.normal(jax.random.key(N), (100, 1000))
{step}
x = jax.block_until_ready(step(x))
t0 = time.process_time()
for _ in range(N):
    x = step(x)
jax.block_until_ready(x)
print("ms_per_iter", (time.process_time() - t0) / N * 1e3)
print(x)
"""
STEPS = {
    "scan's gradient": "loss = lambda w: jnp.sum(lax.scan(lambda c, _: (jnp.sin(c * jnp.exp(w)), None), w, None, length=50)[0])\n"
                       "step = jax.jit(jax.grad(loss))",
    "rows spread": "step = jax.jit(lambda x: x * 0.5 + jnp.tanh(jnp.broadcast_to(jnp.sin(x[0]), x.shape)))",
    "sums of columns": "x = jnp.tile(x, (20, 4))\n"
                       "step = jax.jit(lambda x: x * 0.5 + 1e-3 * jnp.sum(jnp.abs(x), axis=0))",
    "long product": "w = jax.random.normal(jax.random.key(1), (3000, 3000)) / 40\n"
                    "x = jnp.tile(x, (3, 3))\n"
                    "step = jax.jit(lambda x: jnp.tanh(x @ w))",
    "matrix by column": "w = jax.random.normal(jax.random.key(1), (1000, 1000)) / 40\n"
                        "x = x[:1].T\n"
                        "step = jax.jit(lambda x: jnp.tanh(w @ x))",
    "nearest centres": "x = jnp.tile(x, (3, 1))\n"
                       "step = jax.jit(lambda x: x * 0.99 + 1e-5 * jnp.argmin(x, 1)[:, None] + 1e-5 * jnp.argmax(x, 0))",
    "eight largest": "step = jax.jit(lambda x: x * 0.99 + lax.top_k(x, 8)[0].sum(1)[:, None] * 1e-3)",
    "columns as rows": "x = jnp.tile(x, (10, 1))\n"
                       "step = jax.jit(lambda x: lax.optimization_barrier(lax.optimization_barrier(x).T) * 0.999)",
    "bytes": "x = jnp.tile(x * 50, (4, 1)).astype(jnp.int8)\n"
             "step = jax.jit(lambda x: (lax.dot(x, x.T, preferred_element_type=jnp.int32)[:, :1] % 100).astype(jnp.int8) + x)",
    "tall matrix": "y = jnp.tile(x[:, :8], (250, 1))\n"
                   "x = x[0]\n"
                   "step = jax.jit(lambda x: x.at[:8].add(1e-5 * (jnp.resize(x, 25000) @ y)))",
    "rows in turn": "step = jax.jit(lambda x: lax.fori_loop(0, 1000, lambda i, x: x.at[i % 100].set(x[i * 7 % 100] * 0.999), x))",
    "layers in a scan": "w = jax.random.normal(jax.random.key(1), (50, 200, 200)) / 15\n"
                        "x = x[0, :200]\n"
                        "step = jax.jit(lambda x: lax.scan(lambda c, w: (jnp.tanh(c @ w), None), x, w)[0])",
    "short vectors": "x = x[0, :40]\n"
                     "step = jax.jit(lambda x: lax.fori_loop(0, 100000, lambda i, x: x * 0.9999 + 1e-4 * x[::-1], x))",
    "four numbers": "x = x[0, :4]\n"
                    "step = jax.jit(lambda x: lax.fori_loop(0, 100000, lambda i, x: 0.9 * jnp.roll(x, 1) - x * x[2] * 1e-3, x))",
    "repeated product": "w = jax.random.normal(jax.random.key(1), (1000, 1000)) / 40\n"
                        "step = jax.jit(lambda x: jnp.tanh(x @ w) + 0.5 * (x @ w))",
}


def timed(name):
    return lambda folder: write(folder, "timed.py", TIMED.format(step=STEPS[name]))


MADE = {"unrolled": unrolled, "constants": constants, "loop": loop, **{name: timed(name) for name in STEPS}}


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as f:
        f.write(text)
    return path


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.cjaxc = os.path.join(args.build, "bin", "cjaxc")

    def source(self, program, threads):
        if program in MADE:
            return MADE[program](self.folder)
        places = (self.args.bench, os.path.join(suite.HERE, "programs"))
        path = next(p for p in (os.path.join(f, program + ".py") for f in places) if os.path.exists(p))
        return suite.clocked(path, self.folder, threads)

    def compile(self, source, switch, name):
        exe = os.path.join(self.folder, name)
        return exe, [self.cjaxc, "--quiet", "--no-cache", *switch, source, "-o", exe]

    def figure(self, row, exe, command):
        kind, count = row["kind"], str(row.get("count", 5))
        if kind == "compile":
            return suite.used(command)[0]
        if kind == "memory":
            return suite.used([exe, count])[1]
        if kind == "size":
            return os.path.getsize(exe)
        threads = 2 if kind == "threads" else 1
        return suite.per_iteration(suite.run([exe, count], threads))

    def ratio(self, row):
        """Without by with."""
        source = self.source(row["program"], 2 if row["kind"] == "threads" else 1)
        sides = [self.compile(source, [], "with"), self.compile(source, row["switch"].split(), "without")]
        for _, command in sides:
            suite.run(command)
        figures = [[], []]
        for _ in range(self.args.pairs):
            for kept, side in zip(figures, sides):
                kept.append(self.figure(row, *side))
        return min(figures[1]) / min(figures[0])


def table(rows, ratios):
    cells = []
    for row in rows:
        shown = [f"{KINDS[row['kind']]}: {row['program']}", f"{ratios[row['name']]:.2f}x"] if row["name"] in ratios else ["", ""]
        cells.append([row["what"], f"`{row['switch']}`", row["where"], row["test"], *shown])
    return page.table("what | switch: | where: | test on IR: | benchmark: | without it", cells)


def section(figures):
    with open(ROWS) as f:
        rows = json.load(f)
    return ("Made by `test/bench/optimisations.py`: each left out by its switch, in one run with the program as it is; how many times as much of time, memory or "
            "size it takes then. `test/switches/` holds that the output stays.\n\n" + table(rows, figures.get("optimisations", {})))


def measure(args):
    budget = page.Budget(args.minutes)
    with open(ROWS) as f:
        rows = json.load(f)
    for row in rows:
        if args.only and row["name"] not in args.only.split(","):
            continue
        if budget.over():
            raise SystemExit(f"the optimisations from {row['name']} on were not measured: no time was left")
        with tempfile.TemporaryDirectory() as folder:
            ratio = round(Bench(args, folder).ratio(row), 3)
        print(row["name"], row["program"], ratio, file=sys.stderr, flush=True)
        page.keep_figures(lambda f: f.setdefault("optimisations", {}).update({row["name"]: ratio}))


def main(argv=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bench", required=True)
    p.add_argument("--build", default=os.path.join(page.ROOT, "build"))
    p.add_argument("--only", help="their names, with commas")
    p.add_argument("--pairs", type=int, default=3)
    p.add_argument("--minutes", type=float, help="no row is begun later")
    p.add_argument("-o", "--output", default=PAGE)
    args = p.parse_args(argv)
    try:
        measure(args)
    finally:
        page.replace_section(args.output, "Optimisations", section(page.load_figures()))


if __name__ == "__main__":
    main()

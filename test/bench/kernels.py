#!/usr/bin/env python3
"""kernels.py --jax PYTHON -- products beside OpenBLAS, elementwise kernels and reductions beside the machine's bandwidth, a
convolution beside its peak: a section of docs/performance.md.

    python3 test/bench/kernels.py --jax VENV/bin/python [--build build] [--repeat 2] [--only products]

PYTHON has scipy, whose OpenBLAS is called from C (kernels.c), without Python in between.  Both sides run in turn; the best
run counts, in processor time of one core, or with two threads in the time that passes.
"""
import argparse
import functools
import glob
import os
import re
import statistics
import subprocess
import sys
import tempfile

import page
import suite

HERE = os.path.dirname(os.path.abspath(__file__))
SQUARES = [(n, n, n) for n in (32, 64, 128, 256, 512, 1024, 2048)]
ODD = [(1000, 777, 513), (1009, 1013, 1021), (64, 784, 128), (784, 64, 128), (64, 128, 784), (1000, 10, 784), (10000, 64, 64), (4096, 16, 1024),
       (2048, 64, 2048), (200, 1009, 1021), (333, 333, 333), (13, 1000, 77), (8, 1024, 1024), (17, 17, 17), (1, 1024, 1024), (1024, 1, 1024),
       (4096, 1, 4096)]
ODD64 = [(1009, 1013, 1021), (333, 333, 333), (1000, 10, 784), (1, 1024, 1024)]
SHARED = [(512, 512, 512), (1024, 1024, 1024), (2048, 2048, 2048), (1009, 1013, 1021)]

PROGRAM = """import sys
import time
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", {x64})
N = int(sys.argv[1])
normal = lambda i, *shape: jax.random.normal(jax.random.key(N + i), shape, dtype=jnp.{dtype})
{setup}

@jax.jit
def loop(c, n):
    return lax.fori_loop(0, n, lambda i, c: step(*c), c)

c = jax.block_until_ready(loop(start, 1))
t0 = time.{clock}()
c = jax.block_until_ready(loop(c, N))
print("ms_per_iter", (time.{clock}() - t0) / N * 1e3)
print(c[0].ravel()[0], c[-1].ravel()[-1])
"""

PRODUCT = """y = normal(1, {k}, {n})
start = normal(0, {m}, {k}), jnp.zeros(({m}, {n}), jnp.{dtype})
def step(x, z):
    z = x @ y
    return x.at[0, 0].add(z[-1, -1] * 1e-30), z"""

BANDWIDTH = {
    "elementwise": ("copy", 128, "start = normal(0, 4096, 4096), jnp.zeros(1)\nstep = lambda x, s: (x * 0.999 + s, x[0, :1] * 1e-9)"),
    "sum of all": ("read", 64, "x = normal(0, 4096, 4096)\nstart = (jnp.zeros(()),)\nstep = lambda s: (jnp.sum(jnp.abs(x - s * 1e-9)),)"),
    "sums of rows": ("read", 64, "x = normal(0, 4096, 4096)\nstart = (jnp.zeros(4096),)\nstep = lambda s: (jnp.sum(jnp.abs(x - s[0] * 1e-9), axis=1),)"),
    "sums of columns": ("read", 64, "x = normal(0, 4096, 4096)\nstart = (jnp.zeros(4096),)\nstep = lambda s: (jnp.sum(jnp.abs(x - s[0] * 1e-9), axis=0),)"),
}

CONV = """w = normal(1, 3, 3, 64, 64)
start = normal(0, 8, 32, 32, 64), jnp.zeros((8, 32, 32, 64))
def step(x, z):
    z = lax.conv_general_dilated(x, w, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
    return x.at[0, 0, 0, 0].add(z[0, 0, 0, 0] * 1e-30), z"""
CONV_FLOPS = 2 * 8 * 32 * 32 * 9 * 64 * 64


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.cjaxc = os.path.join(args.build, "bin", "cjaxc")
        self.reference = os.path.join(folder, "reference")
        self.blas = glob.glob(os.path.join(os.path.dirname(args.jax), "..", "lib", "python3*", "site-packages", "scipy.libs", "libscipy_openblas-*.so"))[0]
        subprocess.run(["clang-22", "-O3", "-march=native", "-ffast-math", os.path.join(HERE, "kernels.c"), "-o", self.reference, "-ldl"], check=True)

    def ask(self, words, threads):
        env = dict(suite.environment(threads), OPENBLAS_NUM_THREADS=str(threads), LD_LIBRARY_PATH=os.path.dirname(self.blas))
        return float(suite.run([self.reference, *map(str, words), "cpu" if threads == 1 else "wall"], threads, env))

    def build(self, setup, dtype, threads):
        program, exe = os.path.join(self.folder, "kernel.py"), os.path.join(self.folder, "kernel")
        text = PROGRAM.format(setup=setup, dtype=dtype, x64=dtype == "float64", clock="process_time" if threads == 1 else "perf_counter")
        open(program, "w").write(text)
        suite.run([self.cjaxc, "--quiet", program, "-o", exe])
        return exe

    def time(self, exe, count, threads):
        return suite.per_iteration(suite.run([exe, str(count)], threads))

    def product(self, shape, dtype, threads):
        m, n, k = shape
        flops = 2 * m * n * k
        count = max(3, int(2e10 / flops)) if min(shape) > 1 else max(20, int(3e9 / flops))
        exe = self.build(PRODUCT.format(m=m, n=n, k=k, dtype=dtype), dtype, threads)
        ours, theirs = [], []
        for _ in range(self.args.repeat):
            ours.append(self.time(exe, count, threads))
            theirs.append(self.ask(["blas", self.blas, dtype[5] == "3" and "s" or "d", m, n, k, count], threads))
        return {"cjax": flops / min(ours) / 1e6, "blas": flops / min(theirs) / 1e6, "ratio": statistics.median(t / o for o, t in zip(ours, theirs))}

    def bandwidth(self, name):
        kind, megabytes, setup = BANDWIDTH[name]
        exe = self.build(setup, "float32", 1)
        # memory that the timed loop is the first to touch is a small part of 60 iterations
        runs = [(megabytes * 1.048576 / self.time(exe, 60, 1), self.ask([kind, 60], 1)) for _ in range(self.args.repeat + 1)]
        return {"cjax": max(r[0] for r in runs), "limit": max(r[1] for r in runs), "kind": kind}

    def conv(self):
        exe = self.build(CONV, "float32", 1)
        runs = [(CONV_FLOPS / self.time(exe, 10, 1) / 1e6, self.ask(["peak", 3000], 1)) for _ in range(self.args.repeat + 1)]
        return {"cjax": max(r[0] for r in runs), "peak": max(r[1] for r in runs)}

    def rows(self):
        """Of each: its table, its name, and what measures it."""
        for dtype, threads, shapes in (("float32", 1, SQUARES + ODD), ("float64", 1, SQUARES + ODD64), ("float32", 2, SHARED), ("float64", 2, SHARED)):
            for shape in shapes:
                name = "x".join(map(str, shape)) + f" {dtype}" + (", two threads" if threads == 2 else "")
                yield "products", name, functools.partial(self.product, shape, dtype, threads)
        for name in BANDWIDTH:
            yield "bandwidth", name, functools.partial(self.bandwidth, name)
        yield "conv", "3x3, 64 to 64 features, 8x32x32", self.conv


def measure(args):
    budget, at = page.Budget(args.minutes), page.commit()
    with tempfile.TemporaryDirectory() as folder:
        for table, name, take in Bench(args, folder).rows():
            done = page.load_figures().get("kernels", {}).get(table, {}).get(name, {})
            if args.only and not re.search(args.only, name) or args.resume and done.get("at") == at:
                continue
            if budget.over():
                raise SystemExit(f"the kernels from {name} on were not measured: no time was left")
            found = dict(take(), at=at)
            print(name, found, file=sys.stderr, flush=True)
            page.keep_figures(lambda f: f.setdefault("kernels", {}).setdefault(table, {}).update({name: found}))


def section(figures):
    out = figures["kernels"]
    text = ("Made by `test/bench/kernels.py` beside OpenBLAS, called from C, and loops in C: GFLOP/s, or GB/s of arrays of 64 MB; "
            "one core unless two threads are named.\n\n")
    text += page.table("product | cjax | OpenBLAS | ratio",
                       [[name, f"{r['cjax']:.1f}", f"{r['blas']:.1f}", f"{r['ratio']:.2f}"] for name, r in sorted(out["products"].items())])
    rows = [[name, f"{r['cjax']:.1f} GB/s", f"{r['limit']:.1f} GB/s ({r['kind']})", f"{r['cjax'] / r['limit']:.2f}"]
            for name, r in sorted(out["bandwidth"].items())]
    rows += [[f"convolution {name}", f"{r['cjax']:.1f} GFLOP/s", f"{r['peak']:.1f} GFLOP/s (multiply-adds)", f"{r['cjax'] / r['peak']:.2f}"]
             for name, r in out["conv"].items()]
    return text + "\n" + page.table("kernel | cjax | limit | of it", rows)


def main(argv=None):
    p = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    p.add_argument("--repeat", type=int, default=2)
    p.add_argument("--only", metavar="REGEX", help="of the rows' names")
    args = p.parse_args(argv)
    try:
        measure(args)
    finally:
        page.replace_section(args.output, "Kernels", section(page.load_figures()))


if __name__ == "__main__":
    main()

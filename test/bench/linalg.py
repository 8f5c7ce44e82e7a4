#!/usr/bin/env python3
"""linalg.py --jax PYTHON -- linear algebra, Fourier transforms, sorting and sampling beside JAX and SciPy: a section of docs/performance.md.

    python3 test/bench/linalg.py --jax VENV/bin/python [--build build] [--only cholesky,svd] [--dry] [-o docs/performance.md]

measure.py calls it; by itself it replaces the section and leaves the rest of the page.  PYTHON has jax 0.10.2 and scipy, whose LAPACK is
OpenBLAS.  One program for each row runs under both, in turn, and says its milliseconds per call after the first; the best of several runs.
"""
import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile

import page

TITLE = "Linear algebra, transforms, sorting, sampling"

PROGRAM = """import sys
import time
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", {x64})
N = int(sys.argv[1]) if len(sys.argv) > 1 else 1
{setup}

@jax.jit
def step(x, t):
    y = jax.tree.leaves({call})
    return sum([y[i].reshape(-1)[0].real.astype(float) * 1e-30 for i in range(len(y))])

t = jax.block_until_ready(step(x, 0.0))
start = time.{clock}()
for _ in range(N):
    t = step(x, t)
jax.block_until_ready(t)
print("ms_per_iter", (time.{clock}() - start) / N * 1e3)
"""

# The same with SciPy, on the arrays that JAX makes.
SCIPY = """import sys
import time
import jax
import jax.numpy as jnp
import numpy as np
import scipy.fft
import scipy.linalg

jax.config.update("jax_enable_x64", {x64})
N = int(sys.argv[1])
{setup}
x = np.asarray(x)
run = lambda x: {call}
run(x)
best = float("inf")
for _ in range(max(N, 3)):
    start = time.{clock}()
    run(x)
    best = min(best, time.{clock}() - start)
print("ms_per_iter", best * 1e3)
"""

Case = collections.namedtuple("Case", "name setup call scipy times goal")

GENERAL = "x = jax.random.normal(jax.random.key(0), {shape}, dtype={dtype})"
POSITIVE = GENERAL + "\nx = x @ x.mT + {n} * jnp.eye({n}, dtype={dtype})"
SYMMETRIC = GENERAL + "\nx = x + x.mT"
TRIANGLE = GENERAL + "\nx = jnp.tril(x) + {n} * jnp.eye({n}, dtype={dtype})"

FACTORS = [
    ("cholesky", POSITIVE, "jnp.linalg.cholesky(x + t)", "scipy.linalg.cholesky(x, lower=True)"),
    ("lu", GENERAL, "jax.scipy.linalg.lu_factor(x + t)", "scipy.linalg.lu_factor(x)"),
    ("qr", GENERAL, "jnp.linalg.qr(x + t)", "scipy.linalg.qr(x, mode='economic')"),
    ("eigh", SYMMETRIC, "jnp.linalg.eigh(x + t)", "scipy.linalg.eigh(x, driver='evd')"),
    ("svd", GENERAL, "jnp.linalg.svd(x + t)", "scipy.linalg.svd(x)"),
    ("eig", GENERAL, "jnp.linalg.eig(x + t)", "scipy.linalg.eig(x)"),
    ("solve", GENERAL, "jnp.linalg.solve(x + t, x)", "scipy.linalg.solve(x, x)"),
    ("triangular_solve", TRIANGLE, "jax.lax.linalg.triangular_solve(x + t, x, left_side=True, lower=True)",
     "scipy.linalg.solve_triangular(x, x, lower=True)"),
]


def factor_cases():
    for name, setup, call, scipy in FACTORS:
        for dtype, bits in (("jnp.float32", "f32"), ("jnp.float64", "f64")):
            times = {"eig": 1, "svd": 2, "eigh": 3}.get(name, 10)
            yield Case(f"{name} 512 {bits}", setup.format(shape="(512, 512)", n=512, dtype=dtype), call, scipy, times, "0.8x LAPACK")
    for name, setup, call, _ in FACTORS:
        for dtype, bits in (("jnp.float32", "f32"), ("jnp.float64", "f64")):
            setup_8 = setup.format(shape="(10000, 8, 8)", n=8, dtype=dtype)
            yield Case(f"{name} 10,000 of 8x8 {bits}", setup_8, call, None, 5, "a tenth of JAX")


def other_cases():
    random = "x = jax.random.normal(jax.random.key(0), {}, dtype=jnp.{})"
    for shape, what in (("(1048576,)", "2^20"), ("(1000, 1000)", "1000x1000")):
        call = "fft" if what == "2^20" else "fft2"
        for dtype in ("complex64", "complex128"):
            yield Case(f"{call} {what} {dtype}", random.format(shape, dtype), f"jnp.fft.{call}(x + t)", f"scipy.fft.{call}(x)", 10, "JAX's time")
    for n in (512, 1024, 2048, 1000, 777):
        for dtype in ("float32", "float64"):
            yield Case(f"matmul {n} {dtype}", random.format(f"({n}, {n})", dtype), "(x + t) @ x", "x @ x", 5, "0.95x OpenBLAS")
    x = random.format("(10000000,)", "float32")
    yield Case("sort 10^7 f32", x, "jnp.sort(x + t)", "np.sort(x)", 1, "JAX's time")
    yield Case("top_k 10^6 f32, k = 100", random.format("(1000000,)", "float32"), "jax.lax.top_k(x + t, 100)", None, 10, "JAX's time")
    ids = "\ni = jax.random.randint(jax.random.key(1), (10000000,), 0, 1000)"
    yield Case("segment_sum 10^7 f32, 1,000 segments", x + ids, "jax.ops.segment_sum(x + t, i, num_segments=1000)", None, 3, "JAX's time")
    yield Case("random.normal 10^7 f32", "x = jnp.arange(1)", "jax.random.normal(jax.random.key((x[0] + t).astype(int)), (10000000,), dtype=jnp.float32)",
               None, 3, "half of JAX's time")


def ms_per_iter(command, threads):
    env = dict(os.environ, CJAX_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads), JAX_PLATFORMS="cpu")
    pin = (lambda: os.sched_setaffinity(0, {0})) if threads == 1 else None
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=env, preexec_fn=pin).stdout
    return float(re.search(r"^ms_per_iter (\S+)", out, re.M).group(1))


def row(case, jax, cjaxc, folder, threads, repeat):
    path = lambda name: os.path.join(folder, name)
    clock = "process_time" if threads == 1 else "perf_counter"
    x64 = re.search("f64|float64|complex128", case.name) is not None
    open(path("a.py"), "w").write(PROGRAM.format(clock=clock, x64=x64, setup=case.setup, call=case.call))
    subprocess.run([cjaxc, path("a.py"), "-o", path("a")], check=True)
    if case.scipy:
        open(path("b.py"), "w").write(SCIPY.format(clock=clock, x64=x64, setup=case.setup, call=case.scipy))
    ours = theirs = scipy = float("inf")
    for _ in range(repeat):
        ours = min(ours, ms_per_iter([path("a"), str(3 * case.times)], threads))
        theirs = min(theirs, ms_per_iter([jax, path("a.py"), str(case.times)], threads))
        if case.scipy:
            scipy = min(scipy, ms_per_iter([jax, path("b.py"), str(case.times)], threads))
    beside = f"{scipy:.3g} ms ({scipy / ours:.2f}x)" if case.scipy else ""
    return f"{ours:.3g} ms", f"{theirs:.3g} ms ({theirs / ours:.2f}x)", beside, case.goal


def cases(args):
    for case in [*factor_cases(), *other_cases()]:
        if not args.only or any(case.name.startswith(name) for name in args.only.split(",")):
            yield from ((case, threads) for threads in map(int, args.threads.split(",")))


def measure(args):
    budget, at = page.Budget(args.minutes), page.commit()
    with tempfile.TemporaryDirectory() as folder:
        for case, threads in cases(args):
            what = case.name + (", two threads" if threads == 2 else "")
            if args.resume and page.load_figures().get("linalg", {}).get(what, {}).get("at") == at:
                continue
            if budget.over():
                raise SystemExit(f"linear algebra from {what} on was not measured: no time was left")
            cells = row(case, args.jax, os.path.join(args.build, "bin", "cjaxc"), folder, threads, args.repeat)
            print(what, "|", " | ".join(cells), file=sys.stderr, flush=True)
            if not args.dry:
                page.keep_figures(lambda f: f.setdefault("linalg", {}).update({what: {"cells": cells, "at": at}}))


def section(figures):
    found = figures["linalg"]
    names = [case.name + more for case in [*factor_cases(), *other_cases()] for more in ("", ", two threads")]
    at = ", ".join(sorted({r["at"] for r in found.values()}))
    text = (f"Made by `test/bench/linalg.py` at commit {at}: milliseconds per call after the first, one core (processor time; before b00a13a by the clock) unless a row says two threads; beside JAX, whose "
            "LAPACK is SciPy's OpenBLAS, NumPy and SciPy by themselves. In brackets: how many times cjax's time. In the last column QR, eigh, SVD, eig and solve "
            "are NumPy's functions, which compute f32 in f64: there compare f32 with JAX.\n\n"
            "Below the goal: eigh and SVD of 8x8 in f64, whose steps are square roots and quotients one after the other and whose vectors are turned by every step; "
            "eig of 8x8 in f64 likewise; eigh of 512 in f64 with two threads, of which it uses one.\n\n")
    return text + page.table("what | cjax | JAX 0.10.2 | NumPy, SciPy | at most", [[name, *found[name]["cells"]] for name in names if name in found])


def main(argv=None):
    parser = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--only", help="beginnings of names, with commas (all)")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--dry", action="store_true", help="print the rows only")
    args = parser.parse_args(argv)
    try:
        measure(args)
    finally:
        if not args.dry:
            page.replace_section(args.output, TITLE, section(page.load_figures()))


if __name__ == "__main__":
    main()

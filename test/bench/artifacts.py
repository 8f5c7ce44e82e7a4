#!/usr/bin/env python3
"""artifacts.py --jax PYTHON [--models PYTHON] -- what a library costs: the section 'Artifacts' of docs/performance.md.

PYTHON has NumPy, for the generated module; that of --models has Flax as well, for the exporter. The row of the .deb needs build/packages
and build/bare (driver/packaging/try-deb); rows whose means are not there keep what the page says.
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import page

SMALL = "import jax.numpy as jnp\n\ndef predict(x):\n    return jnp.tanh(x) * 2\n"
MLP = """import jax

def predict(params, x):
    for layer in params[:-1]:
        x = jax.nn.relu(x @ layer["w"] + layer["b"])
    return jax.nn.softmax(x @ params[-1]["w"] + params[-1]["b"])
"""
LAYERS = "[{w: f32[784,256], b: f32[256]}, {w: f32[256,128], b: f32[128]}, {w: f32[128,10], b: f32[10]}], f32[32,784]"
LOOP = """#include <stdio.h>
#include <time.h>
#include "small.h"

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

int main(void) {
  static _Alignas(64) char memory[SMALL_PREDICT_WORKSPACE + 64];
  float x[8] = {1, 2, 3, 4, 5, 6, 7, 8}, y[8];
  small_predict_args args = {x};
  small_predict_results results = {y};
  double best = 1e9;
  for (int k = 0; k < 200; k++) {
    double start = now();
    for (int i = 0; i < 10000; i++) {
      small_predict(&args, &results, memory, sizeof memory, NULL);
      __asm__ volatile("" : : "r"(y) : "memory");
    }
    double each = (now() - start) / 1e4;
    if (each < best) best = each;
  }
  printf("%.0f ns\\n", best);
}
"""
TICKS = """#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "small.h"

enum { N = 1000000 };
static float ns[N];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int compare(const void *a, const void *b) { return (*(float *)a > *(float *)b) - (*(float *)a < *(float *)b); }

int main(void) {
  static _Alignas(64) char memory[SMALL_PREDICT_WORKSPACE + 64];
  float x[8] = {1, 2, 3, 4, 5, 6, 7, 8}, y[8];
  small_predict_args args = {x};
  small_predict_results results = {y};
  for (int i = 0; i < N; i++) {
    double start = now();
    small_predict(&args, &results, memory, sizeof memory, NULL);
    ns[i] = (float)(now() - start);
  }
  qsort(ns, N, sizeof *ns, compare);
  printf("%.0f ns / %.0f ns / %.1f us\\n", ns[N / 2], ns[N / 1000 * 999], ns[N - 1] / 1e3);
}
"""
BUFFERS = """import time; start = time.process_time()
import small_module
small_module.predict.buffers(bytes(32))
print((time.process_time() - start) * 1e3)
"""
IMPORT = """import time; start = time.process_time()
import numpy as np
middle = time.process_time()
import small_module
small_module.predict(np.ones(8, np.float32))
end = time.process_time()
print((end - start) * 1e3, (end - middle) * 1e3)
"""


EXPORT = """import os, sys, time
sys.argv = ["packages.py", "--cjaxc", "none"]
source = open(os.path.join({root!r}, "test", "export", "packages.py")).read()
exec(compile(source.split("MODELS = ")[0].replace("__file__", repr(os.path.join({root!r}, "test", "export", "packages.py"))), "packages.py", "exec"))
function, args, params = flax_transformer()
start = time.process_time()
cjax.export(function, *args, params=params, name="transformer").save("transformer")
print(time.process_time() - start)
"""


TEXT = """Made by `test/bench/artifacts.py`: the best of 200 loops of 10,000 calls, the best of nine starts of Python, in processor time. The MLP has layers of
784, 256, 128 and 10, a batch of 32, and its parameters as arguments. NumPy's import alone is above the goal for a module for Python here; `buffers`
calls its functions without NumPy. The .deb is tried by the clock (`driver/packaging/try-deb`), the rest of the last rows in processor time. The row of each call was measured while nothing else ran.

"""


def rows(cjaxc, python, folder):
    for file, text in [("small.py", SMALL), ("mlp.py", MLP), ("loop.c", LOOP), ("ticks.c", TICKS), ("first.py", IMPORT), ("buffers.py", BUFFERS)]:
        (folder / file).write_text(text)

    def run(*words):
        return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()

    entry = ["--entry", "predict", "--sig"]
    run(cjaxc, "small.py", "--emit=lib", "-o", "libsmall.a", *entry, "f32[8]")
    run("gcc", "-O2", "loop.c", "libsmall.a", "-o", "loop")
    yield "a call of a library's `predict` on 8 floats (tanh)", run("./loop"), "50 ns"
    run("gcc", "-O2", "ticks.c", "libsmall.a", "-o", "ticks")
    yield "each of 1,000,000 calls, the clock around it included: median / 99.9 % / longest", run("./ticks"), ""
    sizes = []
    for kind, file in [("lib", "libmlp.a"), ("shared", "libmlp.so")]:
        run(cjaxc, "mlp.py", f"--emit={kind}", "-o", file, *entry, LAYERS)
        sizes.append(f"{(folder / file).stat().st_size / 1e3:.1f}")
    yield "an MLP's `libmlp.a` / `libmlp.so`, without parameters", " / ".join(sizes) + " kB", "60 kB"
    if os.path.exists(os.path.join(os.path.dirname(cjaxc), "..", "lib", "cjax", "wasm32-wasi")):
        run(cjaxc, "mlp.py", "--target=wasm32-wasi", "--emit=shared", "-o", "mlp.wasm", *entry, LAYERS)
        yield "the same as `mlp.wasm`", f"{(folder / 'mlp.wasm').stat().st_size / 1e3:.1f} kB", "60 kB"
    yield from report_rows(cjaxc, folder)
    run(cjaxc, "small.py", "--emit=python", "-o", "small_module.py", *entry, "f32[8]")
    buffers = min(float(run(python, "buffers.py")) for _ in range(9))
    yield "import of the module for Python and first result, by `buffers`", f"{buffers:.0f} ms", "60 ms"
    both, alone = min(tuple(map(float, run(python, "first.py").split())) for _ in range(9))
    yield "the same as an array of NumPy's, without NumPy's own import", f"{alone:.0f} ms", ""
    yield f"the same with NumPy's import, which alone takes {both - alone:.0f} ms here", f"{both:.0f} ms", ""


def processor_time(*words):
    """Of the best of three runs."""
    found = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(words, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def report_rows(cjaxc, folder):
    program, page_file = folder / "kernels.py", folder / "kernels.html"
    program.write_text(subprocess.run([sys.executable, os.path.join(page.ROOT, "test", "lower", "Inputs", "long_program.py"), "kernels", "500"],
                                      check=True, capture_output=True, text=True).stdout)
    plain = processor_time(cjaxc, "--no-cache", program, "-o", folder / "kernels")
    told = processor_time(cjaxc, "--no-cache", f"--report={page_file}", program, "-o", folder / "kernels")
    size = page_file.stat().st_size / 1e6
    yield "compiling a program of 500 kernels, without / with its report; the report", f"{plain:.1f} s / {told:.1f} s; {size:.1f} MB", "1 s more; 2 MB"


def export_rows(cjaxc, python, folder):
    """What a Flax transformer of 12 blocks takes from live JAX to an executable."""
    (folder / "export.py").write_text(EXPORT.format(root=page.ROOT))
    ran = subprocess.run([python, "export.py"], cwd=folder, check=True, capture_output=True, text=True, env={**os.environ, "JAX_PLATFORMS": "cpu"})
    export = float(ran.stdout.split()[-1])
    compiled = processor_time(cjaxc, "--no-cache", folder / "transformer.mlir", "-o", folder / "transformer")
    yield "a Flax transformer of 12 blocks, 10 million parameters: export + cjaxc", f"{export:.1f} + {compiled:.1f} s", "10 s"


def deb_rows(build):
    package = next(iter(sorted(pathlib.Path(build, "packages").glob("*-static.deb"))), None)
    if package is None or not os.path.isdir(os.path.join(build, "bare", "etc")):
        return
    said = subprocess.run([os.path.join(page.ROOT, "driver", "packaging", "try-deb"), package, os.path.join(build, "bare")],
                          check=True, capture_output=True, text=True).stdout
    times = re.findall(r"(?m)^([0-9.]+) s ", said)
    yield "in a bare Debian: `dpkg -i` of the .deb / `cjaxc run` of a program", f"{times[0]} / {times[1]} s", "one command each"


def kept_rows(path, found):
    """Rows of the page that were not measured now."""
    section = re.search(r"(?ms)^## Artifacts\n(.*?)(?=^## |\Z)", open(path, encoding="utf-8").read())
    old = re.findall(r"(?m)^\| (.*?) \| (.*?) \| (.*?) \|$", section[1])[1:] if section else []
    known = {row[0][:40] for row in found}
    return [row for row in old if row[0][:40] not in known and set(row[0]) != {"-"}]


def main(argv=None):
    parser = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--models", help="a Python with Flax, Equinox, Optax and Diffrax")
    args = parser.parse_args(argv)
    cjaxc = os.path.abspath(os.path.join(args.build, "bin", "cjaxc"))
    with tempfile.TemporaryDirectory() as name:
        found = [*rows(cjaxc, args.jax, pathlib.Path(name)), *deb_rows(args.build)]
        if args.models:
            found += export_rows(cjaxc, args.models, pathlib.Path(name))
    found += kept_rows(args.output, found)
    page.replace_section(args.output, "Artifacts", TEXT + page.table("what | cjax | goal", found))


if __name__ == "__main__":
    main()

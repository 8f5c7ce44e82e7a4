#!/usr/bin/env python3
"""artifacts.py --jax PYTHON -- what a library costs: the section 'Artifacts' of docs/performance.md.

PYTHON has NumPy, for the generated module.
"""
import argparse
import os
import pathlib
import subprocess
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
IMPORT = """import time; start = time.process_time()
import numpy as np
middle = time.process_time()
import small_module
small_module.predict(np.ones(8, np.float32))
end = time.process_time()
print((end - start) * 1e3, (end - middle) * 1e3)
"""


TEXT = """Made by `test/bench/artifacts.py`: the best of 200 loops of 10,000 calls, the best of nine starts of Python, in processor time. The MLP has layers of
784, 256, 128 and 10, a batch of 32, and its parameters as arguments.

"""


def rows(cjaxc, python, folder):
    for file, text in [("small.py", SMALL), ("mlp.py", MLP), ("loop.c", LOOP), ("ticks.c", TICKS), ("first.py", IMPORT)]:
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
    run(cjaxc, "small.py", "--emit=python", "-o", "small_module.py", *entry, "f32[8]")
    both, alone = min(tuple(map(float, run(python, "first.py").split())) for _ in range(9))
    yield "import of the module for Python and first result, without NumPy's own import", f"{alone:.0f} ms", ""
    yield f"the same with NumPy's import, which alone takes {both - alone:.0f} ms here", f"{both:.0f} ms", "60 ms"


def main(argv=None):
    parser = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        found = list(rows(os.path.abspath(os.path.join(args.build, "bin", "cjaxc")), args.jax, pathlib.Path(name)))
    page.replace_section(args.output, "Artifacts", TEXT + page.table("what | cjax | goal", found))


if __name__ == "__main__":
    main()

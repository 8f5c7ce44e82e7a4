#!/usr/bin/env python3
"""artifacts.py --cjaxc PATH [--python PY]: what a library costs, as the table of docs/performance.md.

PY is a Python with NumPy, for the generated module.
"""
import argparse
import os
import pathlib
import subprocess
import tempfile

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
  printf("median %.0f ns, 99.9 %% within %.0f ns, longest %.1f us\\n", ns[N / 2], ns[N / 1000 * 999], ns[N - 1] / 1e3);
}
"""
IMPORT = """import time; start = time.process_time()
import numpy as np
middle = time.process_time()
import small_module
small_module.predict(np.ones(8, np.float32))
end = time.process_time()
print(f"{(end - start) * 1e3:.0f} ms, {(end - middle) * 1e3:.0f} without NumPy's import")
"""


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--cjaxc", required=True)
    ap.add_argument("--python", default="python3")
    a = ap.parse_args()
    cjaxc = os.path.abspath(a.cjaxc)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, text in [("small.py", SMALL), ("mlp.py", MLP), ("loop.c", LOOP), ("ticks.c", TICKS), ("first.py", IMPORT)]:
            (folder / file).write_text(text)

        def run(*words):
            return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()

        entry = ["--entry", "predict", "--sig"]
        run(cjaxc, "small.py", "--emit=lib", "-o", "libsmall.a", *entry, "f32[8]")
        run("gcc", "-O2", "loop.c", "libsmall.a", "-o", "loop")
        print("a call of `predict` on 8 floats:", run("./loop"))
        run("gcc", "-O2", "ticks.c", "libsmall.a", "-o", "ticks")
        print("each of 1,000,000 calls, with the clock around it:", run("./ticks"))
        for kind, file in [("lib", "libmlp.a"), ("shared", "libmlp.so")]:
            run(cjaxc, "mlp.py", f"--emit={kind}", "-o", file, *entry, LAYERS)
            print(f"an MLP's {file}: {(folder / file).stat().st_size / 1e3:.1f} kB")
        run(cjaxc, "small.py", "--emit=python", "-o", "small_module.py", *entry, "f32[8]")
        times = [run(a.python, "first.py") for _ in range(9)]
        print("import and first result:", min(times, key=lambda s: float(s.split()[0])))


main()

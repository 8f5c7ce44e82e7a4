#!/usr/bin/env python3
"""harness.py -- runs the primitive harnesses inside an installed jax through the exporter and cjaxc.

usage: PY test/conform/harness.py --cjaxc build/bin/cjaxc [--group NAME]... [--compile] [--limit N]
                                  [--record FOLDER] [--jobs 2] [--failures FILE] [--write PAGE]

PY is a Python with jax 0.10.2 and absl-py. Each harness is exported, run by cjaxc (interpreted, or with
--compile as an executable), and its results compared with JAX's; a group passes by harness. FOLDER
keeps what JAX gave, so that it need not run again. --write puts the table into PAGE, between its marks.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

os.environ.setdefault("JAX_PLATFORMS", "cpu")
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "driver" / "export"))
sys.argv, ARGV = sys.argv[:1], sys.argv[1:]            # the harness module reads flags at import
import jax  # noqa: E402
import numpy as np  # noqa: E402
from jax._src.internal_test_util import test_harnesses  # noqa: E402

import cjax  # noqa: E402

# Relative to the largest element, by dtype.
TOLERANCE = {"float16": 4e-3, "bfloat16": 3e-2, "float32": 1e-4, "complex64": 1e-4}
# Factorisations multiply rounding errors by the condition of their matrix.
FACTORS = {"cholesky", "lu", "qr", "eigh", "svd", "eig", "triangular_solve", "custom_linear_solve", "tridiagonal_solve"}
# Vectors that are only determined up to a factor of size 1 are compared by size.
UP_TO_PHASE = {"svd", "eigh", "eig", "qr"}
GOAL = 97


def harnesses(groups):
    """(unique name, harness), in an order that does not depend on sets."""
    seen = collections.Counter()
    chosen = [h for h in test_harnesses.all_harnesses if h.filter("cpu") and (not groups or h.group_name in groups)]
    for h in sorted(chosen, key=lambda h: (h.group_name, h.fullname, str(h.arg_descriptors))):
        seen[h.fullname] += 1
        yield re.sub(r"\W+", "_", h.fullname)[:150] + f"_{seen[h.fullname]}_{zlib.crc32(h.fullname.encode()):08x}", h


def arguments(h):
    return h.dyn_args_maker(np.random.RandomState(zlib.adler32(h.fullname.encode())))


def plain(x):
    x = jax.random.key_data(x) if jax.dtypes.issubdtype(getattr(x, "dtype", None), jax.dtypes.prng_key) else x
    return np.asarray(x)


def expected(h, args, path):
    """JAX's results, from the record when they are there. Some harnesses draw other arguments each time."""
    crc = np.array(zlib.crc32(b"".join(np.ascontiguousarray(plain(x)).tobytes() for x in jax.tree.leaves(args))))
    if path and path.exists():
        with np.load(path, allow_pickle=False) as z:
            if z["crc"] == crc:
                kept = [z[k] for k in z.files if k != "crc"]
                return [x.view(jax.numpy.bfloat16) if x.dtype.kind == "V" else x for x in kept]
    results = [plain(x) for x in jax.tree.leaves(jax.jit(h.dyn_fun)(*args))]
    if path:
        np.savez(path, *results, crc=crc)
    return results


def compare(want, got, group):
    """None, or in what they differ."""
    if got.dtype.kind == "V":
        got = got.view(jax.numpy.bfloat16)
    if want.shape != got.shape or want.dtype != got.dtype:
        return f"{got.dtype}{list(got.shape)} for {want.dtype}{list(want.shape)}"
    tolerance = TOLERANCE.get(want.dtype.name)
    if tolerance is None:
        bad = np.count_nonzero(want != got)
        return f"{bad} of {want.size} integers differ" if bad else None
    tolerance *= 10 if group in FACTORS else 1
    kind = np.complex128 if want.dtype.kind == "c" else np.float64
    want, got = want.astype(kind), got.astype(kind)
    if group == "cholesky":                   # what the primitive leaves above the diagonal is not specified
        want, got = np.tril(want), np.tril(got)
    if group in UP_TO_PHASE:
        want, got = np.abs(want), np.abs(got)
    finite = want[np.isfinite(want)]
    scale = np.abs(finite).max() if finite.size else 0
    with np.errstate(all="ignore"):
        ok = np.isclose(want, got, rtol=tolerance, atol=tolerance * min(scale, 1e30), equal_nan=True)
    if ok.all():
        return None
    at = np.unravel_index(np.argmin(ok), ok.shape)
    return f"{np.count_nonzero(~ok)} of {want.size} differ: {got[at]} for {want[at]}"


def reordered(wanted, got):
    """Eigenvalues come in any order: those of `got` in the order of `wanted`, the vectors with them."""
    values = got[0].reshape(-1, got[0].shape[-1])
    order = np.zeros(values.shape, int)
    for row, (w, g) in enumerate(zip(wanted.reshape(values.shape), values)):
        left = list(range(len(g)))
        for i, x in enumerate(w):
            order[row, i] = left.pop(int(np.argmin([abs(x - g[k]) if abs(x - g[k]) >= 0 else 0 for k in left])))
    order = order.reshape(got[0].shape)
    return [np.take_along_axis(got[0], order, -1)] + [np.take_along_axis(v, order[..., None, :], -1) for v in got[1:]]


def any_order(arrays):
    """The results of an unstable sort of vectors, with equal keys in the order of what they carry."""
    if arrays[0].ndim != 1:
        return arrays
    order = np.lexsort(arrays[::-1])
    return [x[order] for x in arrays]


def first_error(text):
    lines = [x for x in text.splitlines() if "error" in x or "Error" in x] or text.splitlines() or ["no message"]
    return re.sub(r"^\S+?:\d+(:\d+)?: ", "", lines[0])[:200]


def run(o, folder, name, count):
    """What the executable or the interpreter says, or None."""
    files = [f"x{i}.npy" for i in range(count)]
    steps = [[o.cjaxc, "run", "--interpret", "m.mlir", *files, "-o", "out"]]
    if o.compile:
        steps = [[o.cjaxc, "m.mlir", "-o", "m"], ["./m", *files, "-o", "out"]]
    for step in steps:
        try:
            ran = subprocess.run(step, cwd=folder, capture_output=True, timeout=120, check=False)
        except subprocess.TimeoutExpired:
            return "timeout"
        if ran.returncode < 0:
            return f"{step[0].rsplit('/', 1)[-1]} died of signal {-ran.returncode}"
        if ran.returncode:
            return first_error(ran.stderr.decode("utf-8", "replace"))
    return None


def check(o, h, folder, leaves, want, names):
    """The second half, without JAX's tracing: None, or why it fails."""
    why = run(o, folder, h.fullname, len(leaves))
    if why:
        return why
    got = [np.load(os.path.join(folder, "out", label + ".npy")) for label in names]
    if h.group_name == "eig" and got[0].size:
        got = reordered(want[0], got)
    if h.group_name == "sort" and not h.params["is_stable"]:
        want, got = any_order(want), any_order(got)
    if h.group_name == "approx_top_k":        # which of equal elements is named is not specified
        named = np.take_along_axis(leaves[0], got[1], h.params.get("reduction_dimension", -1))
        want, got = [want[0], want[0]], [got[0], named]
    for n, (w, g) in enumerate(zip(want, got)):
        why = compare(w, g, h.group_name)
        if why:
            return f"result {n}: {why}"
    return None


def prepare(o, name, h, folder):
    """Exports: (leaves, expected results, names of results)."""
    args = arguments(h)
    record = pathlib.Path(o.record, name + ".npz") if o.record else None
    want = expected(h, args, record)
    exported = cjax.export(h.dyn_fun, *args, name="f")
    exported.save(os.path.join(folder, "m"))
    leaves = [plain(x) for x in jax.tree.leaves(args)]
    for i, leaf in enumerate(leaves):
        data = np.asarray(leaf, dtype=jax.dtypes.canonicalize_dtype(leaf.dtype), order="C")
        np.save(os.path.join(folder, f"x{i}.npy"), data)
    return leaves, want, exported.results


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--cjaxc", required=True)
    ap.add_argument("--group", action="append", default=[])
    ap.add_argument("--compile", action="store_true")
    ap.add_argument("--limit", type=int, default=0)
    ap.add_argument("--record", default="")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--failures", default="")
    ap.add_argument("--write", default="")
    o = ap.parse_args(ARGV)
    o.cjaxc = os.path.abspath(o.cjaxc)
    if o.record:
        os.makedirs(o.record, exist_ok=True)
    totals, failures = collections.Counter(), []
    with tempfile.TemporaryDirectory() as top, concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        waiting = collections.deque()

        def finish():
            name, h, folder, future = waiting.popleft()
            why = future.result() if hasattr(future, "result") else future
            if why:
                failures.append((h.group_name, name, why))
            subprocess.run(["rm", "-rf", folder], check=True)

        chosen = list(harnesses(set(o.group)))
        if o.limit:
            chosen = chosen[::max(1, len(chosen) // o.limit)]
        for n, (name, h) in enumerate(chosen):
            folder = os.path.join(top, str(n))
            os.mkdir(folder)
            totals[h.group_name] += 1
            try:
                future = pool.submit(check, o, h, folder, *prepare(o, name, h, folder))
            except cjax.ExportError as e:
                future = f"not exported: {str(e).split(': ', 1)[-1]}"
            except Exception as e:
                future = f"{type(e).__name__}: {(str(e).splitlines() or [''])[0]}"[:200]
            waiting.append((name, h, folder, future))
            while len(waiting) > 4 * o.jobs:
                finish()
        while waiting:
            finish()
    report(o, totals, failures)


def report(o, totals, failures):
    failed = collections.Counter(g for g, _, _ in failures)
    whole, bad = sum(totals.values()), len(failures)
    rows = [(g, n - failed[g], n) for g, n in sorted(totals.items())]
    print(f"harnesses {whole - bad}/{whole} = {100 * (whole - bad) / max(whole, 1):.1f} %, "
          f"groups at {GOAL} % or more: {sum(100 * k >= GOAL * n for _, k, n in rows)}/{len(rows)}")
    for group, passed, n in rows:
        if passed < n:
            print(f"  {group}: {passed}/{n}")
            reasons = collections.Counter(why for g, _, why in failures if g == group)
            for why, count in reasons.most_common(4):
                print(f"    {count:4} {why}")
    if o.failures:
        pathlib.Path(o.failures).write_text("".join(f"{g}\t{n}\t{w}\n" for g, n, w in failures))
    if o.write:
        write_page(o.write, rows, failures)


def write_page(path, rows, failures):
    whole, passed = sum(n for _, _, n in rows), sum(k for _, k, _ in rows)
    full = [g for g, k, n in rows if k == n]
    lines = [f"{passed} of {whole} harnesses pass ({100 * passed / whole:.1f} %), all of {len(full)} groups out of {len(rows)}."]
    if failures:
        lines += ["The others:", "", "| group | passed | of | what fails |", "|---|--:|--:|---|"]
    for group, k, n in rows:
        if k < n:
            reasons = collections.Counter(re.sub(r"\d+ of \d+ differ.*", "values differ", w) for g, _, w in failures if g == group)
            why = "; ".join(f"{w} ({c})" for w, c in reasons.most_common(2)).replace("|", "\\|")
            lines.append(f"| {group} | {k} | {n} | {why} |")
    lines += ["", "By group: " + ", ".join(f"`{g}` {n}" if k == n else f"`{g}` {k} of {n}" for g, k, n in rows) + "."]
    page = pathlib.Path(path)
    marks = "<!-- harness -->", "<!-- /harness -->"
    text = page.read_text() if page.exists() else f"# Conformance\n\n{marks[0]}\n{marks[1]}\n"
    before, rest = text.split(marks[0], 1)
    after = rest.split(marks[1], 1)[1]
    page.write_text(before + marks[0] + "\n" + "\n".join(lines) + "\n" + marks[1] + after)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""doctests.py -- the examples in the docstrings of an installed jax, or a sample of its primitive harnesses as programs:
cjaxc's output beside JAX's, cell by cell.

usage: doctests.py --tools FOLDER --python PY --cjaxc PATH [--kind doctest|harness] [--folder OUT] [--failed] [--jobs N]
                   [--page docs/conformance.md] [--spread]

FOLDER holds the extractor, recorder and scorer (score.py and its neighbours); PY is a Python with jax 0.10.2, and absl-py for harnesses.  OUT keeps the
extracted programs and what JAX prints, which is written when it is not there (about 20 minutes) and never committed.
--failed runs only the programs of which cells failed the last time.  --spread runs JAX as on older processors on the programs that
fail, and says for how many JAX itself prints something that does not agree with the record.  --page writes the counts and the failures, with the
reasons that doctest_reasons.tsv and harness_reasons.tsv give, between the markers of the page.
"""
import argparse
import collections
import concurrent.futures
import os
import subprocess
import sys
import tempfile
import types

HERE = os.path.dirname(os.path.abspath(__file__))
MARKS = {"doctest": ("<!-- docstrings: written by test/conform/doctests.py -->", "<!-- end of docstrings -->"),
         "harness": ("<!-- sample: written by test/conform/doctests.py --kind harness -->", "<!-- end of sample -->")}


def prepare(args):
    """Extracts and records unless that has been done."""
    if os.path.isdir(os.path.join(args.folder, args.kind)):
        return
    code = "import os, jax; print(os.path.dirname(os.path.dirname(jax.__file__)))"
    site = subprocess.run([args.python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    tool = lambda name: os.path.join(args.tools, name)
    if args.kind == "doctest":
        subprocess.run([sys.executable, tool("extract_doctests.py"), site, args.folder], check=True)
    else:
        subprocess.run([args.python, tool("harness_dump.py"), args.folder], check=True)
    subprocess.run([sys.executable, tool("record.py"), args.folder, "--python", args.python], check=True)


def last_failures(args):
    path = os.path.join(args.folder, f"failed_{args.kind}.txt")
    return set(open(path).read().split()) if os.path.exists(path) else set()


def score(args):
    """{program: {"cells", "passed", "failed": {cell: (category, message)}}}."""
    sys.path.insert(0, args.tools)
    import compare_output
    import score as scorer
    tools = scorer.Toolchain(os.path.abspath(args.cjaxc), 120)
    options = types.SimpleNamespace(only="", max_drops=40, tolerance=(compare_output.RTOL, compare_output.ATOL))
    jobs = list(scorer.generated(tools, args.folder, args.kind, options))
    if args.failed:
        again = last_failures(args)
        jobs = [j for j in jobs if j[0] in again]
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        return dict(zip((name for name, _ in jobs), pool.map(lambda j: j[1](), jobs)))


def counted(result, folder, name, cells):
    """The failed cells that have output; folder: of programs of one kind."""
    with open(os.path.join(folder, name + ".out"), encoding="utf-8") as f:
        output = cells.split_output(f.read())
    return {n: why for n, why in result["failed"].items() if output.get(n)}


OLDER = [{"XLA_FLAGS": "--xla_cpu_max_isa=AVX"}, {"XLA_FLAGS": "--xla_cpu_max_isa=AVX2"},
         {"OPENBLAS_CORETYPE": "Haswell"}, {"OPENBLAS_CORETYPE": "Nehalem"}]


def differs_from_itself(args, name):
    """Whether JAX on an older processor prints something that does not agree with its record."""
    import compare_output
    program = os.path.join(args.folder, args.kind, name)
    with open(program + ".out", encoding="utf-8") as f:
        record = f.read()
    for older in OLDER:
        run = subprocess.run([args.python, program + ".py"], capture_output=True, text=True, timeout=300,
                             env={**os.environ, "JAX_PLATFORMS": "cpu", **older})
        if run.returncode == 0 and compare_output.compare(record, run.stdout):
            return True
    return False


def reasons(kind):
    """{program or program:cell: reason}."""
    with open(os.path.join(HERE, kind + "_reasons.tsv"), encoding="utf-8") as f:
        return dict(line.rstrip("\n").split("\t") for line in f if line.strip() and not line.startswith("#"))


def grouped(kind, failed):
    """[(reason, names)], the most common first."""
    known = reasons(kind)
    groups = collections.defaultdict(list)
    for name, cells in sorted(failed.items()):
        for cell in cells:
            why = known.get(f"{name}:{cell}") or known.get(name) or "not looked into"
            short = name.replace("jax._src.", "").rsplit(".", 1)[-1] if kind == "doctest" else name.rsplit("__", 1)[0]
            groups[why].append(short)
    return sorted(groups.items(), key=lambda g: -len(g[1]))


def section(kind, results, failed, spread):
    begin, end = MARKS[kind]
    total, passed = (sum(r[k] for r in results.values()) for k in ("cells", "passed"))
    whole = sum(r["cells"] == r["passed"] for r in results.values())
    count = f"{passed} of {total}** ({100 * passed / max(total, 1):.1f} %)"
    if kind == "doctest":
        lines = [begin, "", f"Outputs that agree: **{count}, in {whole} of {len(results)} programs wholly."]
        what = "outputs"
    else:
        lines, what = [begin, "", f"Programs that agree: **{count}."], "programs"
    lines += ["", f"| what differs | {what} | of |", "|---|--:|---|"]
    for why, names in grouped(kind, failed):
        lines.append(f"| {why} | {len(names)} | {', '.join(f'`{n}`' for n in sorted(set(names)))} |")
    if spread:
        lines += ["", f"With {len(spread)} of these {len(failed)} programs JAX as on an older processor does not agree with itself either "
                  f"(`--spread`): {', '.join(f'`{n}`' for n in spread)}."]
    if kind == "harness":
        lines += ["", by_group(results)]
    return "\n".join(lines + ["", end])


def by_group(results):
    """How many programs of each group of primitives agree."""
    groups = collections.Counter(n.rsplit("__", 1)[0] for n in results)
    good = collections.Counter(n.rsplit("__", 1)[0] for n, r in results.items() if r["cells"] == r["passed"])
    full = [f"`{g}` {n}" for g, n in sorted(groups.items()) if good[g] == n]
    other = [f"`{g}` {good[g]} of {n}" for g, n in sorted(groups.items()) if good[g] < n]
    return f"By group: {', '.join(other)}; all of {', '.join(full)}."


def write_page(path, kind, text):
    begin, end = MARKS[kind]
    with open(path, encoding="utf-8") as f:
        page = f.read()
    if begin in page:
        page = page[:page.index(begin)] + text + page[page.index(end) + len(end):]
    else:
        page = page.rstrip("\n") + "\n\n" + text + "\n"
    with open(path, "w", encoding="utf-8") as f:
        f.write(page)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--tools", required=True)
    ap.add_argument("--python", required=True)
    ap.add_argument("--cjaxc", required=True)
    ap.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "cjax-doctests"))
    ap.add_argument("--kind", choices=sorted(MARKS), default="doctest")
    ap.add_argument("--failed", action="store_true")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--page")
    ap.add_argument("--spread", action="store_true")
    args = ap.parse_args()
    prepare(args)
    results = score(args)
    import cells
    failed = {n: counted(r, os.path.join(args.folder, args.kind), n, cells) for n, r in results.items()}
    failed = {n: f for n, f in failed.items() if f}
    with open(os.path.join(args.folder, f"failed_{args.kind}.txt"), "w") as f:
        f.write("\n".join(failed))
    for name, cells_of in sorted(failed.items()):
        for cell, (category, why) in sorted(cells_of.items()):
            print(f"{name}:{cell}: {category}: {why}")
    total, passed = (sum(r[k] for r in results.values()) for k in ("cells", "passed"))
    print(f"\n{passed}/{total} outputs agree")
    spread = [n for n in sorted(failed) if differs_from_itself(args, n)] if args.spread else []
    if args.spread:
        print(f"with {len(spread)} of {len(failed)} JAX on an older processor does not agree with itself: {' '.join(spread)}")
    if args.page:
        write_page(args.page, args.kind, section(args.kind, results, failed, spread))


if __name__ == "__main__":
    main()

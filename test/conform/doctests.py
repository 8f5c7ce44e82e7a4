#!/usr/bin/env python3
"""doctests.py -- the examples in the docstrings of an installed jax: cjaxc's output beside JAX's, cell by cell.

usage: doctests.py --tools FOLDER --python PY --cjaxc PATH [--folder OUT] [--failed] [--jobs N] [--page docs/conformance.md]

FOLDER holds the extractor, recorder and scorer (score.py and its neighbours); PY is a Python with jax 0.10.2.  OUT keeps the
extracted programs and what JAX prints, which is written when it is not there (about 20 minutes) and never committed.
--failed runs only the programs of which cells failed the last time.  --page writes the counts and the failures, with the
reasons that doctest_reasons.tsv gives, between the markers of the page.
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
BEGIN, END = "<!-- docstrings: written by test/conform/doctests.py -->", "<!-- end of docstrings -->"


def prepare(args):
    """Extracts and records unless that has been done."""
    if os.path.isdir(os.path.join(args.folder, "doctest")):
        return
    code = "import os, jax; print(os.path.dirname(os.path.dirname(jax.__file__)))"
    site = subprocess.run([args.python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    tool = lambda name: os.path.join(args.tools, name)
    subprocess.run([sys.executable, tool("extract_doctests.py"), site, args.folder], check=True)
    subprocess.run([sys.executable, tool("record.py"), args.folder, "--python", args.python], check=True)


def last_failures(folder):
    path = os.path.join(folder, "failed_programs.txt")
    return set(open(path).read().split()) if os.path.exists(path) else set()


def score(args):
    """{program: {"cells", "passed", "failed": {cell: (category, message)}}}."""
    sys.path.insert(0, args.tools)
    import compare_output
    import score as scorer
    tools = scorer.Toolchain(os.path.abspath(args.cjaxc), 120)
    options = types.SimpleNamespace(only="", max_drops=40, tolerance=(compare_output.RTOL, compare_output.ATOL))
    jobs = list(scorer.generated(tools, args.folder, "doctest", options))
    if args.failed:
        again = last_failures(args.folder)
        jobs = [j for j in jobs if j[0] in again]
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        return dict(zip((name for name, _ in jobs), pool.map(lambda j: j[1](), jobs)))


def counted(result, folder, name, cells):
    """The failed cells that have output."""
    with open(os.path.join(folder, "doctest", name + ".out"), encoding="utf-8") as f:
        output = cells.split_output(f.read())
    return {n: why for n, why in result["failed"].items() if output.get(n)}


def reasons():
    """{program or program:cell: reason}."""
    with open(os.path.join(HERE, "doctest_reasons.tsv"), encoding="utf-8") as f:
        return dict(line.rstrip("\n").split("\t") for line in f if line.strip() and not line.startswith("#"))


def section(results, failed):
    total, passed = (sum(r[k] for r in results.values()) for k in ("cells", "passed"))
    whole = sum(r["cells"] == r["passed"] for r in results.values())
    known = reasons()
    groups = collections.defaultdict(list)
    for name, cells in sorted(failed.items()):
        for cell in cells:
            why = known.get(f"{name}:{cell}") or known.get(name) or "not looked into"
            groups[why].append(name.replace("jax._src.", "").rsplit(".", 1)[-1])
    lines = [BEGIN, "", f"Outputs that agree: **{passed} of {total}** ({100 * passed / max(total, 1):.1f} %), in {whole} of "
             f"{len(results)} programs wholly.", "", "| what differs | outputs | of |", "|---|--:|---|"]
    for why, names in sorted(groups.items(), key=lambda g: -len(g[1])):
        lines.append(f"| {why} | {len(names)} | {', '.join(f'`{n}`' for n in sorted(set(names)))} |")
    return "\n".join(lines + ["", END])


def write_page(path, text):
    with open(path, encoding="utf-8") as f:
        page = f.read()
    if BEGIN in page:
        page = page[:page.index(BEGIN)] + text + page[page.index(END) + len(END):]
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
    ap.add_argument("--failed", action="store_true")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--page")
    args = ap.parse_args()
    prepare(args)
    results = score(args)
    import cells
    failed = {n: counted(r, args.folder, n, cells) for n, r in results.items()}
    failed = {n: f for n, f in failed.items() if f}
    with open(os.path.join(args.folder, "failed_programs.txt"), "w") as f:
        f.write("\n".join(failed))
    for name, cells_of in sorted(failed.items()):
        for cell, (category, why) in sorted(cells_of.items()):
            print(f"{name}:{cell}: {category}: {why}")
    total, passed = (sum(r[k] for r in results.values()) for k in ("cells", "passed"))
    print(f"\n{passed}/{total} outputs agree")
    if args.page:
        write_page(args.page, section(results, failed))


if __name__ == "__main__":
    main()

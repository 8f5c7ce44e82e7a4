#!/usr/bin/env python3
"""covered.py BUILD [FOLDER_OR_FILE of test/ ...] [--again] [--show FILE] -- the lines and branches of all C that the tests execute.

BUILD is one of the preset coverage. Runs the tests (--again: takes what they left), then sums up what every process of the
tools and of the runtime's own tests executed: the figure for each part of the sources and the files with most lines that were
never executed; --show FILE prints those of a file. The runtime inside of executables is built without: it counts where the
tools and the native tests use it."""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).parent
LLVM = pathlib.Path("/usr/lib/llvm-22/bin")
LIMITED = "limits|memory|cache|collect|long.test|hostile|faults|deterministic"  # tests of little memory
WHAT = ("lines", "branches", "functions")


def objects(build):
    """The tools, and what tests linked with the native runtime."""
    tools = sorted((build / "bin").iterdir())
    tests = [p for p in (build / "test" / "runtime").rglob("*") if p.is_file() and p.read_bytes()[:4] == b"\x7fELF" and os.access(p, os.X_OK)]
    return [w for p in tools + tests for w in ("-object", str(p))]


def llvm(tool, *words):
    r = subprocess.run([LLVM / tool, *map(str, words)], capture_output=True, text=True)
    if r.returncode:
        sys.exit(f"{tool}: {r.stderr[-500:]}")
    return r.stdout


def merge(build, folder):
    raw = sorted(folder.rglob("*.profraw"))
    if not raw:
        sys.exit(f"no profiles in {folder}")
    (folder / "list").write_text("".join(f"{p}\n" for p in raw))
    llvm("llvm-profdata", "merge", "--failure-mode=warn", "-sparse", f"--input-files={folder / 'list'}", "-o", folder / "all.profdata")


def run_tests(build, folder, tests):
    """Counts are kept in the file itself (%c), so that processes that exec or end by _exit count too. One that has no memory to map the file empties it: those have their own."""
    for part, option in ((folder, "--filter-out"), (folder / "limited", "--filter")):
        part.mkdir(exist_ok=True)
        for p in part.glob("*.profraw"):
            p.unlink()
        env = dict(os.environ, LLVM_PROFILE_FILE=f"{part}/%c%4m.profraw")
        subprocess.run([sys.executable, here.parent / "run_suite.py", build, *tests, "--lit", option, LIMITED], env=env)


def report(build, folder, root):
    ignore = ["-ignore-filename-regex=/(test|build[^/]*)/"]
    data = json.loads(llvm("llvm-cov", "export", "-summary-only", f"-instr-profile={folder / 'all.profdata'}", *ignore, *objects(build)))
    files = {os.path.relpath(f["filename"], root): f["summary"] for f in data["data"][0]["files"]}
    sums = collections.defaultdict(collections.Counter)
    for name, s in files.items():
        for part in (name.split("/")[0], "all"):
            for what in WHAT:
                sums[part].update({what: s[what]["count"], what + " covered": s[what]["covered"]})
    for part, c in sorted(sums.items()):
        print(f"{part:10}", *(f"{100 * c[w + ' covered'] / max(c[w], 1):6.2f} % of {c[w]:6} {w}" for w in WHAT))
    print("most lines that are never executed:")
    missed = sorted(((s["lines"]["count"] - s["lines"]["covered"], s["lines"]["percent"], n) for n, s in files.items()), reverse=True)
    for n, percent, name in missed[:25]:
        print(f"  {n:5}  {percent:5.1f} %  {name}")


def show(build, folder, name):
    """Lines of a file with the count 0."""
    text = llvm("llvm-cov", "show", f"-instr-profile={folder / 'all.profdata'}", *objects(build)[1:], os.path.abspath(name))
    for line in text.splitlines():
        if re.match(r" *\d+\| +0\|", line):
            print(line)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("build", type=pathlib.Path)
    args.add_argument("tests", nargs="*")
    args.add_argument("--again", action="store_true")
    args.add_argument("--show", action="append", default=[])
    args = args.parse_args()
    build, root = args.build.resolve(), here.parent.parent.resolve()
    folder = build / "profiles"
    if not args.again:
        run_tests(build, folder, args.tests)
    if not args.show or not args.again:
        merge(build, folder)
        report(build, folder, root)
    for name in args.show:
        show(build, folder, name)
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""mutate.py TREE FROM TO [--log FILE] -- plants small faults in a copy of the sources and tells which the tests do not see.

TREE is a work tree of its own (git worktree add TREE), built once; nothing else may use it. Mutant N is the same for the same
sources: a place in a file of FILES and what is written there instead. It is built, and tests run, those of the file's family
first, until one fails. A mutant that survives is either a missing test or changes nothing that can be seen; SURVIVED lines
show it as a line of the file before and after."""
import argparse
import pathlib
import random
import re
import subprocess
import sys

FILES = ("dialect/ops/*.c", "dialect/transforms/*.c", "lower/ops/*.c", "lower/host/*.c", "lower/schedule/*.c", "lower/math/*.c", "lower/*.c")
TIMEOUT = 900
QUICK = ["fuzz/compiled.py"]  # 100 of its functions
ALSO = {"parts": ("complex",), "function": ("host",), "op": ("host",), "place": ("host",), "fuse": ("fusion", "reduce"), "lanes": ("while",), "jvp": ("grad",), "transpose": ("grad",), "linearize": ("grad", "nested", "scan")}
# what is looked for, what stands there instead
FAULTS = [
    (r"(?<=[\w\])]) \+ 1\b", ""), (r"(?<=[\w\])]) - 1\b", ""), (r"(?<=[\w\])]) < (?=\w)", " <= "), (r"(?<=[\w\])]) > (?=\w)", " >= "), (r" == ", " != "),
    (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "), (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
    (r"\(x, y\)", "(y, x)"), (r", x, y\)", ", y, x)"), (r"\bin\[0\]", "in[1]"), (r"\bin\[1\]", "in[0]"), (r"\bout\[0\]", "out[1]"),
    (r"\bOP_ADD\b", "OP_SUB"), (r"\bOP_SUB\b", "OP_ADD"), (r"\bOP_MUL\b", "OP_DIV"), (r"\bOP_DIV\b", "OP_MUL"), (r"\bOP_MAX\b", "OP_MIN"), (r"\bOP_MIN\b", "OP_MAX"),
    (r"\bemit_add\(", "emit_sub("), (r"\bemit_sub\(", "emit_add("), (r"\bemit_mul\(", "emit_add("), (r'"arith\.addf"', '"arith.subf"'), (r'"arith\.mulf"', '"arith.addf"'),
    (r'"slt"', '"sle"'), (r'"ult"', '"ule"'), (r'"ogt"', '"oge"'), (r'"olt"', '"ole"'), (r"(?<=\W)2\.0\b", "1.0"), (r"(?<=\W)0\.5\b", "0.25"),
    (r"if \(!", "if ("), (r"\breverse\b(?= \?)", "!reverse"), (r"\+ i\b", "+ i + 1"), (r"\* 2\b", "* 3"), (r"build_neg\((b, [^()]*)\)", r"(\1)"),
]


def code_only(line):
    """False for comments, includes, messages and declarations of what tests cannot see."""
    s = line.strip()
    return s and not s.startswith(("//", "#", "*", "BUG(", "diag_")) and "BUG(" not in s and "diag_error" not in s


def places(tree):
    """Every mutant: file, line, where, what, instead."""
    found = []
    for pattern in FILES:
        for path in sorted(tree.glob(pattern)):
            for k, line in enumerate(path.read_text().splitlines()):
                code = line.split(" //")[0]
                for what, instead in FAULTS if code_only(line) else []:
                    found += [(path, k, m.span(), m.expand(instead)) for m in re.finditer(what, code)]
    return found


def families(path, tree):
    """Tests from the nearest to all that speak of what is compiled; those that see most come early."""
    names = {path.stem, path.stem.split("_")[0], *ALSO.get(path.stem.split("_")[0], ())}
    near = sorted(str(t.relative_to(tree / "test")) for d in ("dialect", "lower", "transforms", "interpret") for t in (tree / "test" / d).iterdir()
                  if t.is_dir() and t.name in names or t.suffix in (".mlir", ".py") and t.stem.split("_")[0] in names)
    wide = {"dialect": ["dialect", "transforms", "interpret"], "lower": ["lower"]}[path.relative_to(tree).parts[0]]
    return [near] + [QUICK, ["lower/every_op.test"], wide, ["properties", "fuzz"], ["programs", "export"]]


def seen(tree, tests):
    """The first test that fails, or None. One that runs for too long is said with the time: see that it does not without the fault."""
    if not tests:
        return None
    if tests is QUICK:
        command = [sys.executable, "test/fuzz/compiled.py", "1", "100", "--size", "25"]
        return QUICK[0] if subprocess.run(command, cwd=tree, capture_output=True).returncode else None
    command = ["lit-22", "-v", "-j1", "--max-failures=1", f"--timeout={TIMEOUT}", *(f"build/test/{t}" for t in tests)]
    r = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    failed = re.search(r"(FAIL|TIMEOUT): cjax :: (\S+)", r.stdout) if r.returncode else None
    if not failed:
        return f"lit itself: {r.stderr[-200:]}" if r.returncode else None
    return failed[2] if failed[1] == "FAIL" else f"{failed[2]}, which runs for more than {TIMEOUT} s"


def examine(tree, n, mutant, tiers):
    """How mutant n ends: does not build, caught by which test, or survives the first tiers of tests."""
    path, k, (start, end), instead = mutant
    text = path.read_text()
    lines = text.splitlines(keepends=True)
    before = lines[k].strip()
    lines[k] = lines[k][:start] + instead + lines[k][end:]
    path.write_text("".join(lines))
    try:
        name = f"{n} {path.relative_to(tree)}:{k + 1}"
        if subprocess.run(["ninja", "-C", "build", "bin/cjaxc", "bin/cjax-opt", "bin/cjax-lower"], cwd=tree, capture_output=True).returncode:
            return f"{name} does not build"
        for tests in families(path, tree)[:tiers]:
            failed = seen(tree, tests)
            if failed:
                return f"{name} caught by {failed}"
        return f"{name} SURVIVED\n    {before}\n    {lines[k].strip()}"
    finally:
        path.write_text(text)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("tree", type=pathlib.Path)
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--log")
    args.add_argument("--tiers", type=int, default=9, help="how many sets of tests are tried, from the nearest on: 2 takes seconds")
    args = args.parse_args()
    tree = args.tree.resolve()
    found = places(tree)
    random.Random(1).shuffle(found)
    print(f"{len(found)} mutants", flush=True)
    ends = []
    for n in range(args.first, min(args.last, len(found)) + 1):
        ends.append(examine(tree, n, found[n - 1], args.tiers))
        print(ends[-1], flush=True)
        if args.log:
            with open(args.log, "a") as f:
                f.write(ends[-1] + "\n")
    built = [e for e in ends if "does not build" not in e]
    print(f"{len(built)} built, {sum('caught' in e for e in built)} caught")
    return 0


if __name__ == "__main__":
    sys.exit(main())

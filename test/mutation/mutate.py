#!/usr/bin/env python3
"""mutate.py TREE FROM TO [--log FILE] -- plants small faults in a copy of the sources and tells which the tests do not see.

TREE is a work tree of its own (git worktree add TREE), built once; nothing else may use it. Mutant N is the same for the same
sources: a place in a file of FILES and what is written there instead. Its file is compiled; when that gives the same machine
code, nothing was changed. Else tests run, those of the file's family first, until one fails. A mutant that survives is either
a missing test or changes nothing that can be seen; SURVIVED lines show it as a line of the file before and after. --again runs
the survivors of a log through all tests."""
import argparse
import pathlib
import random
import re
import signal
import subprocess
import sys

import quick

FILES = ("dialect/ops/*.c", "dialect/transforms/*.c", "lower/ops/*.c", "lower/host/*.c", "lower/schedule/*.c", "lower/math/*.c", "lower/*.c")
TIMEOUT = 150
QUICK = "functions"  # random functions, see quick.py
ALSO = {"parts": ("complex",), "host": ("host",), "schedule": ("fusion",), "fuse": ("fusion", "reduce"), "fusion": ("fuse",), "lanes": ("while",), "jvp": ("grad",), "transpose": ("grad",),
        "linearize": ("grad", "nested", "scan"), "control": ("while", "scan", "case", "nested"), "axes": ("collective", "vmap"), "defined": ("special",), "define": ("special",), "math": ("unary", "binary"), "library": ("library",),
        "sites": ("report",), "listing": ("report",), "platform": ("options",)}
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


def unseen(code, what):
    """What passes on an error that was already reported, and room in an array that is larger than needed."""
    return what == r"\bfalse\b" and re.search(r"^\s*if \(!.*\) return false;", code) or "ARENA_ARRAY(" in code and what.endswith(r" \+ 1\b")


def places(tree):
    """Every mutant: file, line, where, what, instead."""
    found = []
    for pattern in FILES:
        for path in sorted(tree.glob(pattern)):
            for k, line in enumerate(path.read_text().splitlines()):
                code = line.split(" //")[0]
                for what, instead in FAULTS if code_only(line) else []:
                    if unseen(code, what):
                        continue
                    found += [(path, k, m.span(), m.expand(instead)) for m in re.finditer(what, code)]
    return found


def families(path, tree):
    """Tests from the nearest to all that speak of what is compiled; those that see most come early."""
    first = path.stem.split("_")[0]
    names = {path.stem, first, *ALSO.get(first, ()), *ALSO.get(path.parent.name, ())}
    near = sorted(str(t.relative_to(tree / "test")) for d in ("dialect", "lower", "transforms", "interpret") for t in (tree / "test" / d).iterdir()
                  if t.is_dir() and t.name in names or t.suffix in (".mlir", ".py") and t.stem.split("_")[0] in names)
    near += sorted(f"driver/{t.name}" for t in (tree / "test" / "driver").glob("*.test") if path.parts[-2] == "lower" and t.stem.split("_")[0] in names)
    near += ["transforms"] if path.parent.name == "transforms" else []
    wide = {"dialect": ["dialect", "transforms", "interpret"], "lower": ["lower", "accuracy"]}[path.relative_to(tree).parts[0]]
    return [near] + [QUICK, ["lower/every_op.test"], wide, ["properties", "fuzz"], ["programs", "export"]]


def seen(tree, tests, functions, broken=()):
    """The first test that fails, or None; not one of `broken`. One that runs for too long is said with the time: see that it does not without the fault."""
    if not tests:
        return None
    if tests is QUICK:
        return functions.seen()
    command = ["lit-22", "-v", "-j1", "--max-failures=1", f"--timeout={TIMEOUT}", *(f"build/test/{t}" for t in tests)]
    command += ["--filter-out", "|".join(map(re.escape, broken))] if broken else []
    r = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    failed = re.search(r"(FAIL|TIMEOUT): cjax :: (\S+)", r.stdout) if r.returncode else None
    if not failed:
        return f"lit itself: {r.stderr[-200:]}" if r.returncode else None
    return failed[2] if failed[1] == "FAIL" else f"{failed[2]}, which runs for more than {TIMEOUT} s"


def built(tree, *targets):
    return subprocess.run(["ninja", "-C", "build", *targets], cwd=tree, capture_output=True).returncode == 0


def object_of(path, tree):
    """The object file of a source, as ninja names it."""
    folder, rest = path.relative_to(tree).parts[0], pathlib.Path(*path.relative_to(tree).parts[1:])
    return sorted((tree / "build" / folder).glob(f"CMakeFiles/*.dir/{rest}.o"))[0]


def planted(text, mutant):
    _, k, (start, end), instead = mutant
    lines = text.splitlines(keepends=True)
    before = lines[k]
    lines[k] = before[:start] + instead + before[end:]
    return "".join(lines), before.strip(), lines[k].strip()


def fails_anyway(tree, failed):
    """Whether a test fails without the fault too: it fits another state of the sources."""
    built(tree, "bin/cjaxc", "bin/cjax-opt", "bin/cjax-lower")
    return failed.endswith((".mlir", ".py", ".test", ".c")) and seen(tree, [failed], None)


def examine(tree, mutant, tiers, functions, sound, broken):
    while True:
        end = tried(tree, mutant, tiers, functions, broken)
        failed = end.removeprefix("caught by ") if end.startswith("caught by ") else None
        if not failed or failed in sound:
            return end
        if not fails_anyway(tree, failed):
            sound.add(failed)
            return end
        broken.add(failed)


def tried(tree, mutant, tiers, functions, broken):
    """How a mutant ends: does not build, same code, caught by which test, or survives the first tiers of tests."""
    path = mutant[0]
    text, code = path.read_text(), object_of(path, tree)
    target = str(code.relative_to(tree / "build"))
    built(tree, target)
    old = code.read_bytes()
    new, before, after = planted(text, mutant)
    path.write_text(new)
    try:
        if not built(tree, target):
            return "does not build"
        if code.read_bytes() == old:
            return "same machine code"
        if not built(tree, "bin/cjaxc", "bin/cjax-opt", "bin/cjax-lower"):
            return "does not build"
        for tests in families(path, tree)[:tiers]:
            failed = seen(tree, tests, functions, broken)
            if failed:
                return f"caught by {failed}"
        return f"SURVIVED\n    {before}\n    {after}"
    finally:
        path.write_text(text)


def survivors(log):
    with open(log) as f:
        return [int(line.split()[0]) for line in f if " SURVIVED" in line]


def report(ends):
    count = {what: sum(what in e for e in ends) for what in ("does not build", "same machine code", "caught by", "SURVIVED")}
    print(", ".join(f"{n} {what}" for what, n in count.items()))


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("tree", type=pathlib.Path)
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--log")
    args.add_argument("--again", metavar="LOG", help="only the survivors of LOG between FROM and TO")
    args.add_argument("--shuffle", type=int, default=2, help="another order of the mutants")
    args.add_argument("--tiers", type=int, default=9, help="how many sets of tests are tried, from the nearest on: 2 takes seconds")
    args = args.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that the source is as it was
    tree = args.tree.resolve()
    found = places(tree)
    random.Random(args.shuffle).shuffle(found)
    print(f"{len(found)} mutants", flush=True)
    built(tree, "bin/cjaxc", "bin/cjax-opt", "bin/cjax-lower")
    functions = quick.Quick(tree)
    chosen = range(args.first, min(args.last, len(found)) + 1)
    ends, sound, broken = [], set(), set()
    for n in [n for n in survivors(args.again) if n in chosen] if args.again else chosen:
        mutant = found[n - 1]
        ends.append(f"{n} {mutant[0].relative_to(tree)}:{mutant[1] + 1} {examine(tree, mutant, args.tiers, functions, sound, broken)}")
        print(ends[-1], flush=True)
        if args.log:
            with open(args.log, "a") as f:
                f.write(ends[-1] + "\n")
    report(ends)
    return 0


if __name__ == "__main__":
    sys.exit(main())

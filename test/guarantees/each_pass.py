#!/usr/bin/env python3
"""each_pass.py PROGRAM.py|MODULE.mlir ... [--build BUILD] [--rtol R] -- runs a program on the interpreter after every pass.

The module goes through the pipeline of cjax IR one pass at a time; after each it must verify, survive being printed and
parsed, and print on the interpreter what it did at first (`compare_output.py`'s comparison: ints, texts and layout exactly).
Then the executables of -O0 and -O3 must print it. The first step that differs is named: it is at fault."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent))
from compare_output import difference


class Broken(Exception):
    pass


def run(command, **kw):
    try:
        r = subprocess.run(list(map(str, command)), capture_output=True, text=True, errors="replace", timeout=300, **kw)
    except subprocess.TimeoutExpired:
        raise Broken("runs for more than 300 s") from None
    if r.returncode < 0 or "internal error" in r.stderr:
        raise Broken(f"status {r.returncode}: {r.stderr[-600:]}")
    return r


def passes(opt):
    """Those of the pipeline, in order: what is said of steps of others is indented, lowering's come last."""
    listed = run([opt, "--help"]).stdout.split("passes:\n")[1]
    return [line[4:26].rstrip() for line in listed.splitlines() if line[26] != " " and not line.startswith("  --lower-")]


class EachPass:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.opt, self.lower, self.cjaxc = (args.build.resolve() / "bin" / n for n in ("cjax-opt", "cjax-lower", "cjaxc"))
        self.passes = passes(self.opt)

    def staged(self, program):
        """The module of a program, or None: one that does not compile."""
        if program.suffix == ".mlir":
            return program.read_text()
        r = run([self.cjaxc, "--emit=cjax", program.name], cwd=program.parent)
        return r.stdout if r.returncode == 0 else None

    def steps(self, text, where):
        """What it prints after each pass, and compiled: (name, stdout, status)."""
        path, exe = f"{self.folder}/m.mlir", f"{self.folder}/exe"
        for name in (None, *self.passes):
            if name:
                r = run([self.opt, f"--{name}", "-"], input=text)
                if r.returncode:
                    raise Broken(f"{name}: {r.stderr[-600:]}")
                text = r.stdout
            pathlib.Path(path).write_text(text)
            r = run([self.opt, "--interpret", path], cwd=where)
            yield name or "staging", r.stdout, r.returncode
        for level in ("-O0", "-O3"):
            r = run([self.lower, level, path, "-o", exe])
            if r.returncode:
                raise Broken(f"cjax-lower {level}: {r.stderr[-600:]}")
            r = run([exe], cwd=where)
            yield f"cjax-lower {level}", r.stdout, r.returncode

    def finding(self, program):
        """The first step that differs and how, or None."""
        text = self.staged(program)
        if text is None:
            return None
        want = name = None
        try:
            for name, printed, status in self.steps(text, program.parent):
                want = want or (printed, status)
                found = difference(want[0], printed, self.args.rtol) if status == want[1] else f"exit status {status} instead of {want[1]}"
                if found:
                    return f"{name}: {found}"
        except Broken as error:
            return f"after {name}: {error}"
        return None


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("programs", nargs="+", type=pathlib.Path)
    args.add_argument("--build", type=pathlib.Path, default=here.parent.parent / "build")
    args.add_argument("--rtol", type=float, default=1e-4)
    args = args.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        each = EachPass(args, folder)
        for program in args.programs:
            found = each.finding(program.resolve())
            bad += bool(found)
            if found:
                print(f"{program}: {found}", flush=True)
    print(f"{len(args.programs)} programs, {bad} that a pass changes")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

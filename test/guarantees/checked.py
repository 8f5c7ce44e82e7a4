#!/usr/bin/env python3
"""checked.py CJAXC FOLDER ... -- programs with --checked: how many indices are proved in range, and whether any other fails.

Each FILE.py with a FILE.out beside it must print that; the line of a program whose indices are not all proved says how many."""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent))
from compare_output import difference


def run(command, cwd):
    return subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL, timeout=600)


class Checked:
    def __init__(self, cjaxc, folder):
        self.cjaxc, self.exe = cjaxc, f"{folder}/exe"
        self.programs = self.bad = self.proved = self.indices = self.whole = 0

    def finding(self, program):
        """What is wrong, or None; a program that is an error by design is left out."""
        r = run([self.cjaxc, "--checked", "-v", program.name, "-o", self.exe], program.parent)
        n = re.search(r"^(\d+) of (\d+) indices proved", r.stderr, re.M)
        if r.returncode:
            return r.stderr[-300:] if n else None
        self.programs += 1
        self.proved, self.indices = self.proved + int(n[1]), self.indices + int(n[2])
        self.whole += n[1] == n[2]
        r = run([self.exe], program.parent)
        if "the compiler is wrong" in r.stderr:
            return r.stderr
        return difference(program.with_suffix(".out").read_text(), r.stdout)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("cjaxc", type=pathlib.Path)
    args.add_argument("folders", nargs="+", type=pathlib.Path)
    args = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        c = Checked(args.cjaxc.resolve(), folder)
        for program in sorted(p.resolve() for f in args.folders for p in f.glob("*.py") if p.with_suffix(".out").exists()):
            found = c.finding(program)
            c.bad += bool(found)
            if found:
                print(f"{program.name}: {found}", flush=True)
    print(f"{c.programs} programs, {c.bad} with a finding; {c.proved} of {c.indices} indices proved in range, all of them in {c.whole} programs")
    return 1 if c.bad else 0


if __name__ == "__main__":
    sys.exit(main())

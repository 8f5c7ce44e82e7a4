"""compare.py static|run|arrays|features FROM TO [--cjaxc PATH] [--write FOLDER] -- runs random programs under a Python and under cjaxc.

static: 50 programs of static_programs.py for each seed.  run: one of run_programs.py for each seed, twice with other
numbers; those that cjaxc refuses are counted.  arrays, features: one of array_programs.py or feature_programs.py for each
seed, for which --python needs jax; in the ways of WAYS in turn.  Prints what differs and writes it to FOLDER; the exit status is 1 when something did.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
sys.path[:0] = [str(here), str(here.parent)]
from compare_output import difference
from rng import Rng
import array_programs
import feature_programs
import run_programs
import static_programs

ARGUMENTS = {"static": [[]], "run": [["5", "3", "0.7", "2.5"], ["-4", "0", "-1.3", "0.2"]],
             "arrays": [[]], "features": [[]]}
WAYS = {"static": [["--interpret"]], "run": [["--interpret"]], "arrays": [[], ["-O0"], ["--interpret"], ["--cpu=x86-64"], ["--no-fusion"], ["--no-rolling"], ["--checked"]]}
WAYS["features"] = WAYS["arrays"]
ROUNDED = {"arrays": 1.1e-3, "features": 2e-2}  # one in the last digit that is printed


def run(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "ran for 120 s")


def source(kind, seed):
    if kind == "arrays":
        return array_programs.source(seed)
    if kind == "features":
        return feature_programs.source(seed)
    return static_programs.module(seed, 50) if kind == "static" else run_programs.Generator(Rng(f"run {seed}")).program()


class Reference:
    """What programs print under --python: JAX programs in one process of reference.py, 200 to a process."""

    def __init__(self, python, kind):
        self.python, self.shared, self.process, self.done = python, kind in ROUNDED, None, 0

    def run(self, path, arguments):
        if not self.shared:
            return run([self.python, "-W", "ignore", path, *arguments])
        if self.done % 200 == 0:
            self.close()
            self.process = subprocess.Popen([self.python, here / "reference.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.done += 1
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        return subprocess.CompletedProcess(path, **json.loads(self.process.stdout.readline()))

    def close(self):
        if self.process:
            self.process.communicate()


class Comparison:
    def __init__(self, args, folder):
        self.args, self.path, self.reference = args, f"{folder}/program.py", Reference(args.python, args.kind)
        self.refused = collections.Counter()
        self.different = 0

    def compare(self, seed):
        """What differs, or None."""
        kind = self.args.kind
        way = WAYS[kind][seed % len(WAYS[kind])]
        for arguments in ARGUMENTS[kind]:
            wanted = self.reference.run(self.path, arguments)
            got = run([self.args.cjaxc, "run", "--no-cache", *way, self.path, *arguments])
            if kind != "static" and got.returncode == 1 and "error: [CJ" in got.stderr:
                self.refused[re.search(r"error: (.*)", got.stderr)[1]] += 1
                return None
            if wanted.returncode != got.returncode:
                return f"{way} exit status {got.returncode} instead of {wanted.returncode}\n{wanted.stderr[-300:]}{got.stderr[:600]}"
            found = output_difference(kind, wanted.stdout, got.stdout)
            if found:
                return f"{way} {found}"
        return None

    def examine(self, seed):
        text = source(self.args.kind, seed)
        pathlib.Path(self.path).write_text(text)
        found = self.compare(seed)
        if found:
            self.different += 1
            print(f"seed {seed}: {found}", flush=True)
        if found and self.args.write:
            os.makedirs(self.args.write, exist_ok=True)
            pathlib.Path(self.args.write, f"{self.args.kind}_{seed}.py").write_text(text)


def output_difference(kind, wanted, got):
    """JAX programs round what they print: the last digit may differ by one."""
    if kind != "static" or wanted == got:
        return difference(wanted, got, atol=ROUNDED.get(kind, 1e-5)) if kind != "static" else None
    pairs = zip(wanted.splitlines(), got.splitlines())
    return next((f"wanted: {a}\ngot:    {b}" for a, b in pairs if a != b), "one output is longer")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("kind", choices=ARGUMENTS)
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--cjaxc", default="cjaxc")
    args.add_argument("--python", default=sys.executable)
    args.add_argument("--write", metavar="FOLDER")
    args = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        c = Comparison(args, folder)
        for seed in range(args.first, args.last + 1):
            c.examine(seed)
        c.reference.close()
    for message, n in c.refused.most_common():
        print(f"  {n} refused: {message}")
    n = (args.last + 1 - args.first) * (50 if args.kind == "static" else 1)
    print(f"{n} programs, {sum(c.refused.values())} refused, {c.different} seeds with a difference")
    return 1 if c.different else 0


if __name__ == "__main__":
    sys.exit(main())

"""compare.py static|run|arrays FROM TO [--cjaxc PATH] -- runs random programs under this Python and under cjaxc.

static: 50 programs of static_programs.py for each seed.  run: one of run_programs.py for each seed, twice with other
numbers; those that cjaxc refuses are counted.  arrays: one of array_programs.py for each seed, for which this Python needs
jax; compiled.  Prints what differs; the exit status is 1 when something did.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
sys.path[:0] = [str(here), str(here.parent)]
from compare_output import difference
from rng import Rng
import array_programs
import run_programs
import static_programs

ARGUMENTS = {"static": [[]], "run": [["5", "3", "0.7", "2.5"], ["-4", "0", "-1.3", "0.2"]],
             "arrays": [[]]}


def run(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "ran for 120 s")


def source(kind, seed):
    if kind == "arrays":
        return array_programs.source(seed)
    return static_programs.module(seed, 50) if kind == "static" else run_programs.Generator(Rng(f"run {seed}")).program()


def compare(kind, path, cjaxc):
    """What differs, "refused", or None."""
    for arguments in ARGUMENTS[kind]:
        wanted = run([sys.executable, "-W", "ignore", path, *arguments])
        got = run([cjaxc, "run", *([] if kind == "arrays" else ["--interpret"]), path, *arguments])
        if kind != "static" and got.returncode == 1 and "error: [CJ" in got.stderr:
            return "refused"
        if wanted.returncode != got.returncode:
            return f"exit status {got.returncode} instead of {wanted.returncode}\n{wanted.stderr[-300:]}{got.stderr[:600]}"
        found = difference(wanted.stdout, got.stdout) if kind != "static" else None
        if kind == "static" and wanted.stdout != got.stdout:
            pairs = zip(wanted.stdout.splitlines(), got.stdout.splitlines())
            found = next((f"wanted: {a}\ngot:    {b}" for a, b in pairs if a != b), "one output is longer")
        if found:
            return found
    return None


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("kind", choices=ARGUMENTS)
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--cjaxc", default="cjaxc")
    args = args.parse_args()
    refused = different = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "program.py")
        for seed in range(args.first, args.last + 1):
            pathlib.Path(path).write_text(source(args.kind, seed))
            found = compare(args.kind, path, args.cjaxc)
            refused += found == "refused"
            if found and found != "refused":
                different += 1
                print(f"seed {seed}: {found}", flush=True)
    n = (args.last + 1 - args.first) * (50 if args.kind == "static" else 1)
    print(f"{n} programs, {refused} refused, {different} seeds with a difference")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""functions.py -- nanoseconds per element of the elementary and special functions, of one or two compilers.

    python3 test/bench/functions.py [--cjaxc build/bin/cjaxc] [--before CJAXC] [--cpu v3|v4] [FUNCTION[:TYPE] ...]

With --before, the time of that compiler's kernels and the ratio (more than 1: the new ones are faster), both run in turn.
"""
import argparse
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "test", "accuracy"))
import accuracy


def best(program, f, t, level):
    command = [program, f, t, "--time", f"--level={level}"]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("names", nargs="*")
    parse.add_argument("--cjaxc", default=os.path.join(ROOT, "build", "bin", "cjaxc"))
    parse.add_argument("--before")
    parse.add_argument("--cpu", default="v3")
    args = parse.parse_args()
    wanted = [p for p in accuracy.pairs(args.names) if p[1] in ("f32", "f64")]
    with tempfile.TemporaryDirectory() as folder:
        compilers = [c for c in (args.before, args.cjaxc) if c]
        programs = []
        for i, compiler in enumerate(compilers):
            os.makedirs(os.path.join(folder, str(i)))
            programs.append(accuracy.build_program(compiler, os.path.join(folder, str(i)), wanted, [args.cpu]))
        for f, t in wanted:
            times = [min(best(p, f, t, args.cpu) for _ in range(3)) for p in programs]
            ratio = f"\t{times[0] / times[1]:.2f}" if args.before else ""
            print(f"{f}\t{t}\t" + "\t".join(f"{x:.3f}" for x in times) + ratio, flush=True)


main()

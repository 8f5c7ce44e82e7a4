#!/usr/bin/env python3
"""accuracy.py -- measures the largest errors of cjax's functions in units of the last place, and JAX's beside them.

    python3 test/accuracy/accuracy.py [--build build] [FUNCTION[:TYPE] | :TYPE | KIND:TYPE ...]   measures, into measured.tsv
    python3 test/accuracy/accuracy.py --jax PYTHON [FUNCTION[:TYPE] ...]      measures JAX, into jax.tsv
    python3 test/accuracy/accuracy.py --check                                 samples, in seconds; fails if the contract is broken
    python3 test/accuracy/accuracy.py --compare                               fails if what was measured is worse than JAX's
    python3 test/accuracy/accuracy.py --doc                                   writes docs/accuracy.md of both tables

What stands in a table is not measured again without --again.  The measuring program (--keep FOLDER: where it goes) is static and
runs on any x86-64-v4 machine: see the head of measure.c.  Needs gcc and libmpfr-dev (Debian).
"""
import argparse
import concurrent.futures
import os
import re
import struct
import subprocess
import sys
import tempfile

import contract
import report

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BLOCK = 8192
LEVELS = {"v1": "x86-64", "v3": "x86-64-v3", "v4": "x86-64-v4"}
SIZES = {"f16": 2, "bf16": 2, "f32": 4, "f64": 8}
SOURCES = ("measure.c", "arguments.c", "reference.c", "exact.c", "composite.c", "complex.c", "special.c")


def pairs(names):
    """[(function, type)] of FUNCTION, FUNCTION:TYPE, :TYPE or KIND:TYPE, or all."""
    known = [(f, t) for f in contract.FUNCTIONS for t in contract.FUNCTIONS[f].types]
    if not names:
        return known
    forms = lambda p: (p[0], ":".join(p), ":" + p[1], contract.FUNCTIONS[p[0]].kind + ":" + p[1])
    found = [p for p in known if any(n in forms(p) for n in names)]
    missing = [n for n in names if not any(n in forms(p) for p in known)]
    if missing:
        sys.exit(f"accuracy.py: no such function: {missing[0]}")
    return found


#===-- the measuring program ---------------------------------------------------------------===#


def compile_kernel(cjaxc, folder, f, t, level):
    """The library of one kernel and its line of kernels.inc."""
    symbol = f"{f}_{t}_{level}_"
    library = os.path.join(folder, f"{f}_{t}_{level}.a")
    sig = ", ".join([f"{t}[{BLOCK}]"] * contract.FUNCTIONS[f].arity)
    command = [cjaxc, os.path.join(HERE, "kernels64.py" if t == "f64" else "kernels.py"), "--emit=lib", f"--entry={f}", f"--sig={sig}", f"--cpu={LEVELS[level]}",
               f"--prefix={symbol}", "-o", library]
    p = subprocess.run(command, capture_output=True, text=True)
    if p.returncode:
        sys.exit(f"{' '.join(command)}\n{p.stderr}")
    head = open(library[:-2] + ".h").read()
    space = re.search(r"#define \w+_WORKSPACE (\d+)", head).group(1)
    return library, f"KERNEL({f}, {t}, {level}, {symbol}{f}, {space})\n"


def build_program(cjaxc, folder, wanted, levels):
    """Path of a program that holds the kernels of `wanted` at `levels`."""
    jobs = [(f, t, level) for f, t in wanted for level in levels]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda job: compile_kernel(cjaxc, folder, *job), jobs))
    lines = [line for _, line in made]
    with open(os.path.join(folder, "kernels.inc"), "w") as out:
        out.write("#define KERNEL(f, t, level, symbol, space) int symbol(const void *, void *, void *, size_t, const void *);\n")
        out.writelines(lines)
        out.write("#undef KERNEL\n#define KERNEL(f, t, level, symbol, space) {#f, #t, #level, (KernelFn *)symbol, space},\n")
        out.write("static const Kernel kernels[] = {\n" + "".join(lines) + "{0}};\n")
    program = os.path.join(folder, "measure")
    command = ["gcc", "-std=gnu17", "-O3", "-mavx2", "-mfma", "-fno-math-errno", "-Wall", "-Wextra", "-static", "-I", folder, "-I", HERE,
               "-o", program, *[os.path.join(HERE, s) for s in SOURCES], *[library for library, _ in made], "-lmvec", "-lmpfr", "-lgmp",
               "-lm"]
    subprocess.run(command, check=True)
    return program


#===-- measuring ---------------------------------------------------------------------------===#


def options(f, t, samples):
    """How many arguments: all of them where there are up to 2^32."""
    if contract.FUNCTIONS[f].arity == 1 and t != "f64":
        function = contract.FUNCTIONS[f]
        every = SIZES[t] == 2 or samples is None and function.every
        return [] if every else [f"--stride={2 ** 32 // (samples or function.samples) | 1}"]
    return [f"--to={samples or contract.FUNCTIONS[f].samples}"]


def measure(program, f, t, samples=None, level="v3"):
    command = [program, f, t, f"--level={level}", *options(f, t, samples)]
    return report.Row(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure_curve(program, f, level):
    """Of f32: all arguments with 2^-14 <= |x| < 128, a twelfth of all, and each 257th of all."""
    parts = [["--stride=257"]]
    for sign in (0, 2 ** 31):
        low, high = (struct.unpack("<I", struct.pack("<f", x))[0] + sign for x in (2.0 ** -14, 128.0))
        parts.append([f"--from={low}", f"--to={high}"])
    command = [program, f, "f32", f"--level={level}"]
    return report.merged([report.Row(subprocess.run(command + part, check=True, capture_output=True, text=True).stdout) for part in parts])


def measure_jax(program, python, f, t, samples=None):
    """The same arguments through JAX: measure | JAX | measure."""
    env = dict(os.environ, JAX_ENABLE_X64="1" if t == "f64" else "0", JAX_PLATFORMS="cpu")
    where = [f, t, *options(f, t, samples)]
    first = subprocess.Popen([program, *where, "--arguments"], stdout=subprocess.PIPE)
    jax = subprocess.Popen([python, os.path.join(HERE, "run_jax.py"), f, t, str(contract.FUNCTIONS[f].arity)], stdin=first.stdout,
                           stdout=subprocess.PIPE, env=env)
    last = subprocess.Popen([program, *where, "--results"], stdin=jax.stdout, stdout=subprocess.PIPE, text=True)
    first.stdout.close()
    jax.stdout.close()
    text = last.communicate()[0]
    if jax.wait() or last.returncode:
        sys.exit(f"accuracy.py: JAX did not measure {f}")
    return report.Row(text)


def check(program, wanted, levels):
    """The number of broken promises, each of which is printed."""
    broken = 0
    for f, t in wanted:
        limit = contract.limit(f, t)
        for level in levels:
            row = measure(program, f, t, contract.FUNCTIONS[f].quick, level)
            good = row.ulp <= limit and not row.wrong
            broken += not good
            if not good:
                print(f"{f} {t} {level}: {row.ulp} ULP at {row.at}, at most {limit}; {row.wrong} wrong, first at {row.wrong_at}")
    print(f"{len(wanted)} functions, {broken} over the contract")
    return broken


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("names", nargs="*")
    parse.add_argument("--build", default=os.path.join(ROOT, "build"))
    parse.add_argument("--jax")
    parse.add_argument("--check", action="store_true")
    parse.add_argument("--doc", action="store_true")
    parse.add_argument("--compare", action="store_true")
    parse.add_argument("--again", action="store_true")
    parse.add_argument("--curve", action="store_true", help="unary functions of f32: all arguments where they curve, samples of the others")
    parse.add_argument("--quick", action="store_true", help="fewer samples, the table stays as it is")
    parse.add_argument("--samples", type=int, help="how many arguments, instead of all of f32 or what contract.py says")
    parse.add_argument("--levels", default="v3")
    parse.add_argument("--keep")
    args = parse.parse_args()
    if args.doc:
        return report.write(os.path.join(ROOT, "docs", "accuracy.md"))
    if args.compare:
        return len(report.compare()) > 0
    wanted = pairs(args.names)
    table = report.Table("jax.tsv" if args.jax else "measured.tsv")
    if not args.again and not args.check and not args.quick:
        wanted = [p for p in wanted if p not in table.rows]
    if args.check:
        wanted = [p for p in wanted if contract.limit(*p) is not None]
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or scratch
        os.makedirs(folder, exist_ok=True)
        levels = args.levels.split(",")
        program = build_program(os.path.join(args.build, "bin", "cjaxc"), folder, [] if args.jax else wanted, levels)
        if args.check:
            return check(program, wanted, levels) > 0
        for f, t in wanted:
            samples = contract.FUNCTIONS[f].quick if args.quick else args.samples
            if args.jax:
                row = measure_jax(program, args.jax, f, t, samples)
            elif args.curve:
                row = measure_curve(program, f, levels[0])
            else:
                row = measure(program, f, t, samples, levels[0])
            print(row.line(), flush=True)
            if not args.quick:
                table.put(f, t, row)
    return 0


if __name__ == "__main__":
    sys.exit(main())

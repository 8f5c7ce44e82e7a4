#!/usr/bin/env python3
"""compiled.py FROM TO [--log FILE] [--write FOLDER] -- random functions, compiled against interpreted.

Functions of functions.py, and every fifth one of test/properties/programs.py (transformations, loops, rules). Each module
of --size functions is compiled in one of the ways of WAYS in turn and runs with one and with three threads, which must give
the same bits; ints must equal the interpreter's, floats within the bound that each function carries.  What differs or breaks
is made smaller and written to FOLDER/SEED.mlir.  A line of the log says what a run covered; --resume starts after it."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).parent
sys.path[:0] = [str(here), str(here.parent / "properties")]
import functions_shape
import modules
import programs
import shrink
from arrays import FLOATS, PART, size
from rng import Rng

PASSES = ("expand-transforms", "expand-custom", "expand-definitions", "inline", "split-complex", "expand-ops", "simplify", "cse",
          "symbol-dce", "simplify-lanes", "fuse")


def without(*names):
    return [f"--{p}" for p in PASSES if p not in names]


# How a module is compiled: the passes on cjax IR, and the options of lowering.
WAYS = [
    ("all", ["--pipeline"], []), ("no inline", without("inline"), []), ("O0", without("inline"), ["-O0"]),
    ("no fuse", without("inline", "fuse"), []), ("v4", without("inline"), ["--cpu=x86-64-v4"]),
    ("no simplify", without("inline", "simplify"), []), ("v1", without("inline"), ["--cpu=x86-64"]),
    ("no cse", without("cse"), []), ("all O0", ["--pipeline"], ["-O0"]),
    ("bare", without("inline", "simplify", "cse", "symbol-dce", "simplify-lanes", "fuse"), []),
]


def has_avx512():
    with open("/proc/cpuinfo") as f:
        return "avx512f" in f.read()


if not has_avx512():
    WAYS[4] = WAYS[1]


class Subject:
    """A function of a seed, its arguments and what its results may differ by."""

    def __init__(self, seed, function=None, errors=None):
        rng = Rng(f"function {seed}")
        self.seed, self.function, self.errors = seed, function, errors
        if function is None and seed % 5 == 0:
            self.function = programs.program(rng, programs.Allowed())
            self.errors = dict.fromkeys(self.function.body.results, 1e-6)
        elif function is None:
            self.function, self.errors = functions_shape.random_function(rng, "f")
        self.fn = programs.TextFn(self.function)
        for g in self.fn.all().values():
            g.name, g.body = f"s{seed}_{g.name}", g.body.replace("callee = @", f"callee = @s{seed}_").replace(
                "jvp = @", f"jvp = @s{seed}_").replace("fwd = @", f"fwd = @s{seed}_").replace("bwd = @", f"bwd = @s{seed}_").replace(
                "transpose = @", f"transpose = @s{seed}_")

    def arguments(self):
        rng = Rng(f"arguments {self.seed}")
        return [contents(rng, *t) for t in self.fn.ins]


def contents(rng, dtype, shape):
    """Multiples of a quarter or of 1/64 within 2, ints of a few bits or of all."""
    n = size(shape)
    if dtype in FLOATS:
        return [(rng.randrange(257) - 128) / 64 for _ in range(n)] if rng.random() < 0.7 else [(rng.randrange(17) - 8) / 4 for _ in range(n)]
    if dtype == "i1":
        return [rng.randrange(2) for _ in range(n)]
    bits = int(dtype.lstrip("ui"))
    low = 0 if dtype.startswith("u") else -1
    few = rng.random() < 0.6
    return [rng.randrange(7) + 3 * low if few else (rng.bits() << 40 ^ rng.bits() << 20 ^ rng.bits()) % (1 << bits - 1 + low + 1) +
            low * (1 << bits - 1) for _ in range(n)]


# ---- Running.


class Died(Exception):
    pass


LIMIT = 300  # seconds of one run


def run(command, text=None, env=None):
    try:
        r = subprocess.run(command, input=text, capture_output=True, text=True, timeout=LIMIT, env=env)
    except subprocess.TimeoutExpired:
        raise Died(f"{os.path.basename(command[0])}: ran for {LIMIT} s") from None
    if r.returncode:
        raise Died(f"{' '.join(map(os.path.basename, command[:-1]))}: exit status {r.returncode}: {r.stderr[-500:]}")
    return r.stdout


class Runner:
    def __init__(self, build, folder):
        self.opt, self.lower, self.folder = f"{build}/bin/cjax-opt", f"{build}/bin/cjax-lower", folder

    def interpreted(self, text):
        return run([self.opt, "--interpret", "-"], text)

    def compiled(self, text, way):
        """What the executable prints, with one and three threads; on x86-64-v4 the bits of v3."""
        name, passes, options = way
        ir, exe = f"{self.folder}/expanded.mlir", f"{self.folder}/exe"
        pathlib.Path(ir).write_text(run([self.opt, *passes, "-"], text))
        run([self.lower, *options, ir, "-o", exe])
        outputs = [run([exe], env={"CJAX_NUM_THREADS": n}) for n in ("1", "3")]
        if outputs[0] != outputs[1]:
            raise Died("another number of threads gives other bits")
        if name == "v4":
            run([self.lower, ir, "-o", exe])
            if run([exe], env={"CJAX_NUM_THREADS": "2"}) != outputs[0]:
                raise Died("x86-64-v3 gives other bits")
        return outputs[0]


def module_of(subjects):
    m, shown = modules.Module(), []
    for s in subjects:
        shown.append((s, m.call(s.fn, s.arguments())))
    return m, shown


def values(m, printed):
    m.read(printed.split("@@\n", 1)[1])
    return m.values


def differences(subjects, runner, way):
    """Of each subject what differs, as a dict; raises Died when a tool or the executable does."""
    m, shown = module_of(subjects)
    text = m.text()
    want = values(m, runner.interpreted(text))
    got = values(m, runner.compiled(text, way))
    return {s: d for s, results in shown for d in [difference(s, [want[i] for i in results], [got[i] for i in results])] if d}


def difference(s, want, got):
    for k, (t, xs, ys, name) in enumerate(zip(s.fn.outs, want, got, s.function.body.results)):
        for i, (x, y) in enumerate(zip(xs, ys)):
            room = 2 * s.errors[name] if t[0] in FLOATS or t[0] in PART else 0
            if s.seed % 5 == 0:
                room *= 1 + abs(x)
            if x != y and not (x != x and y != y) and not abs(x - y) <= room:
                return f"result {k}, element {i}: {y!r}, interpreted {x!r} (within {room:.2g})"
    return None


def examine(subjects, runner, way):
    """What differs; a module that breaks is halved until one function is left."""
    try:
        return differences(subjects, runner, way)
    except Died as error:
        if len(subjects) == 1:
            return {subjects[0]: str(error)}
        half = len(subjects) // 2
        return examine(subjects[:half], runner, way) | examine(subjects[half:], runner, way)


# ---- Findings.


def kind_of(finding):
    return finding.split(":")[0] if finding and "result" not in finding else bool(finding)


def write(folder, s, finding, runner, way):
    def fails(f):
        try:
            t = Subject(s.seed, f, s.errors)
            return kind_of(examine([t], runner, way).get(t)) == kind_of(finding)
        except (ValueError, IndexError, KeyError):
            return False

    function = shrink.shrunk(s.function, fails) if fails(s.function) and s.seed % 5 else s.function
    m, _ = module_of([Subject(s.seed, function, s.errors)])
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    path = pathlib.Path(folder) / f"{s.seed}.mlir"
    first = finding.splitlines()[0]
    path.write_text(f"// seed {s.seed}, {way[0]}: {first}\n// cjax-opt {' '.join(way[1])} | cjax-lower {' '.join(way[2])}\n{m.text()}")
    print(f"  written to {path}", flush=True)


def run_module(seeds, args, runner):
    """How many of the module's functions differ."""
    way = WAYS[args.way if args.way is not None else seeds[0] // args.size % len(WAYS)]
    found = examine([Subject(seed) for seed in seeds], runner, way)
    for s, finding in found.items():
        print(f"seed {s.seed}, {way[0]}: {finding[:600]}", flush=True)
        if args.write:
            write(args.write, s, finding, runner, way)
    return len(found)


def resumed(args):
    """The first seed after what the log has."""
    if not args.resume or not os.path.exists(args.log):
        return args.first
    with open(args.log) as f:
        return max([int(line.split()[2]) + 1 for line in f if line[:1].isdigit()], default=args.first)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--build", default="build")
    args.add_argument("--size", type=int, default=200)
    args.add_argument("--way", type=int)
    args.add_argument("--log")
    args.add_argument("--resume", action="store_true")
    args.add_argument("--write", metavar="FOLDER")
    args = args.parse_args()
    first, bad, start = resumed(args), 0, time.time()
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(args.build, folder)
        for k in range(first, args.last + 1, args.size):
            last = min(k + args.size - 1, args.last)
            n = run_module(range(k, last + 1), args, runner)
            bad += n
            if args.log:
                with open(args.log, "a") as f:
                    f.write(f"{k} - {last} {n} with a difference\n")
    print(f"{args.last + 1 - first} functions, {bad} with a difference", flush=True)
    if args.log:
        print(f"{time.time() - start:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

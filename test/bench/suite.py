#!/usr/bin/env python3
"""suite.py --jax PYTHON --bench FOLDER -- the benchmark programs under cjax and JAX: a section of docs/performance.md.

    python3 test/bench/suite.py --jax VENV/bin/python --bench FOLDER [--programs a,b] [--pairs 10] [--threads 1,2] [--minutes 15] [--resume]

The programs are those of FOLDER and of test/bench/programs; each prints the milliseconds of its timed loop per iteration and
numbers on which both sides must agree.  cjax and JAX run in turn, each pinned to the same core; what counts is the processor
time of the loop, which other processes disturb little, or with two threads the time that passes.  Then each whole process,
with one iteration: processor time from start to end, memory, and what compiling it takes (JAX: tracing, lowering, compiling).
With --minutes each program has its share of them for its pairs, of which there is at least one.

What a program must keep to is checked: its arguments change what it prints, so that nothing is known when it is compiled, and
twice the iterations take no more processor time than the loop says, so that no work is outside of it.  figures.json keeps
what was measured; goals.py makes the table of goals of it.
"""
import argparse
import atexit
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import page

HERE = os.path.dirname(os.path.abspath(__file__))
RTOL = 1e-3
SECONDS = 1.0  # that the timed loop should take under JAX
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf)")

# Runs a program under JAX and prints how much processor time its compilations took.
COMPILING = """import runpy, sys, time
from jax._src import dispatch
depth, spent, began = 0, 0.0, 0.0
def enter(self):
    global depth, began
    if not depth:
        began = time.process_time()
    depth += 1
def leave(self, *error):
    global depth, spent
    depth -= 1
    if not depth:
        spent += time.process_time() - began
dispatch.LogElapsedTimeContextManager.__enter__ = enter
dispatch.LogElapsedTimeContextManager.__exit__ = leave
report = sys.argv[1]
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
open(report, "w").write(str(spent))
"""


def environment(threads):
    env = dict(os.environ, CJAX_NUM_THREADS=str(threads), CJAX_CACHE_DIR="", JAX_PLATFORMS="cpu")
    if threads == 1:
        env["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false"
    return env


def run(command, threads=1, env=None):
    """Its output."""
    pin = (lambda: os.sched_setaffinity(0, {0})) if threads == 1 else None
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=pin,
                          env=env or environment(threads)) as p:
        out, err = p.communicate()
    if p.returncode:
        raise SystemExit(f"{' '.join(command)}: status {p.returncode}\n{err[-2000:]}")
    return out


def used(command, env=None):
    """Processor seconds and the most memory in MB of the command and what it starts (used.c)."""
    tool = os.path.join(tempfile.gettempdir(), f"used-{os.getpid()}")
    if not os.path.exists(tool):
        subprocess.run(["clang-22", "-O1", "-static", os.path.join(HERE, "used.c"), "-o", tool], check=True)
        atexit.register(os.remove, tool)
    seconds, memory = run([tool, *command], 1, env).split()
    return float(seconds), float(memory)


def numbers(out):
    return [float(x) for line in re.findall(r"^check (.*)", out, re.M) for x in NUMBER.findall(line)]


def per_iteration(out):
    return float(re.search(r"^ms_per_iter (\S+)", out, re.M)[1])


def agree(name, ours, theirs):
    a, b = numbers(ours), numbers(theirs)
    if not a and "check" not in ours or len(a) != len(b):
        raise SystemExit(f"{name}: the check lines differ")
    for x, y in zip(a, b):
        if not math.isclose(x, y, rel_tol=RTOL, abs_tol=1e-6):
            raise SystemExit(f"{name}: JAX says {y}, cjax {x}")


def clocked(source, folder, threads):
    """The program, with the clock of the processor where it runs in one thread."""
    with open(source) as f:
        text = f.read()
    if threads == 1:
        text = text.replace("time.perf_counter()", "time.process_time()")
    path = os.path.join(folder, os.path.basename(source))
    with open(path, "w") as f:
        f.write(text)
    return path


def default_count(source):
    with open(source) as f:
        return int(re.search(r"^N = int.* else (\d+)$", f.read(), re.M)[1])


def check_rules(source, exe, count):
    """SystemExit where the arguments change nothing, or work is outside of the timed loop."""
    if numbers(run([exe, "2", "1"])) == numbers(run([exe, "3", "2"])):
        raise SystemExit(f"{source}: other arguments, the same numbers: what is computed is known when it is compiled")
    per = min(per_iteration(run([exe, str(count)])) for _ in range(2)) * 1e-3
    least = lambda n: min(used([exe, str(n)])[0] for _ in range(2))
    grown = least(3 * count) - least(count)
    if grown > 2 * count * per * 1.3 + 0.02:
        raise SystemExit(f"{source}: {2 * count} iterations more take {grown:.3f} s, the timed loop says {2 * count * per:.3f}")


def pairs(args, source, threads, minutes):
    """The figures of one program: pairs of runs until the time is over, at least one."""
    budget, cjaxc = page.Budget(minutes), os.path.join(args.build, "bin", "cjaxc")
    with tempfile.TemporaryDirectory() as folder:
        program, exe, count = clocked(source, folder, threads), os.path.join(folder, "program"), default_count(source)
        run([cjaxc, "--quiet", program, "-o", exe])
        ours, theirs = [], []
        while len(ours) < args.pairs and not (ours and budget.over()):
            reference = run([args.jax, program, str(count)], threads)
            out = run([exe, str(count)], threads)
            agree(source, out, reference)
            ours.append(per_iteration(out)), theirs.append(per_iteration(reference))
            count = max(2, min(count, round(SECONDS / (theirs[-1] * 1e-3))))
        if threads == 1:
            check_rules(source, exe, count)
    ratios = sorted(t / o for o, t in zip(ours, theirs))
    return {"cjax": min(ours), "jax": min(theirs), "ratio": statistics.median(ratios), "low": ratios[1 if len(ratios) >= 10 else 0],
            "pairs": len(ratios), "at": page.commit()}


def jax_process(args, source, folder):
    """Processor seconds of the process, its memory, and how much of the time went into compiling."""
    script, report = os.path.join(folder, "compiling.py"), os.path.join(folder, "compiled")
    with open(script, "w") as f:
        f.write(COMPILING)
    seconds, memory = used([args.jax, script, report, source, "1"])
    with open(report) as f:
        return seconds, memory, float(f.read())


def whole(args, source):
    """From start to end with one iteration, and before that compiling."""
    cjaxc = os.path.join(args.build, "bin", "cjaxc")
    with tempfile.TemporaryDirectory() as folder:
        exe = os.path.join(folder, "program")
        cache = dict(environment(1), CJAX_CACHE_DIR=os.path.join(folder, "cache"))
        command = [cjaxc, "--quiet", source, "-o", exe]
        cold = min(used(command)[0] for _ in range(2))
        used(command, cache)
        warm = min(used(command, cache)[0] for _ in range(2))
        ir = run([cjaxc, "--quiet", "--emit=llvm", source, "-o", "-"])
        arena = re.search(r"@cjax_arena_size = .*constant i64 (\d+)", ir)
        ours, memory = used([exe, "1"])
        theirs, their_memory, compiling = jax_process(args, source, folder)
        saved, _ = used([cjaxc, "run", "--quiet", source, "1"])
        return {"cold": cold, "warm": warm, "run": ours, "jax_run": theirs, "jax_compile": compiling, "memory": memory,
                "jax_memory": their_memory, "arena": int(arena[1]) / 1e6 if arena else 0.0, "size": os.path.getsize(exe) / 1000,
                "save": saved, "at": page.commit()}


def sources(args):
    folders = (args.bench, os.path.join(HERE, "programs"))
    paths = [os.path.join(f, n) for f in folders for n in sorted(os.listdir(f)) if n.endswith(".py")]
    wanted = args.programs.split(",") if args.programs else None
    return [p for p in paths if not wanted or os.path.basename(p)[:-3] in wanted]


def steps(args):
    """What is to be measured: first the whole processes, then one core, then two, of each program in turn."""
    for kind in ([] if args.no_whole else ["whole"]) + [t for t in args.threads.split(",") if t]:
        for source in sources(args):
            name = os.path.basename(source)[:-3]
            done = page.load_figures().get("programs", {}).get(name, {}).get(kind, {})
            if not (args.resume and done.get("at") == page.commit()):
                yield kind, source, name


def measure(args):
    budget, todo, failed = page.Budget(args.minutes), list(steps(args)), []
    for i, (kind, source, name) in enumerate(todo):
        if budget.over():
            failed.append(f"{len(todo) - i} of the programs' rows were not measured: no time was left")
            break
        share = budget.left() / (len(todo) - i) if args.minutes else None
        start = time.monotonic()
        try:
            found = whole(args, source) if kind == "whole" else pairs(args, source, int(kind), share)
        except (SystemExit, OSError, ValueError) as error:
            failed.append(f"{name}, {kind}: {error}")
            print(failed[-1], file=sys.stderr, flush=True)
            continue
        print(f"{name}, {kind}: {json.dumps(found)} ({time.monotonic() - start:.0f} s)", file=sys.stderr, flush=True)
        with open(source) as f:
            group = re.search(r"^# group: (\S+)", f.read(), re.M)[1]
        page.keep_figures(lambda f: f.setdefault("programs", {}).setdefault(name, {}).update({"group": group, kind: found}))
    return failed


def ratio_cells(row, threads):
    r = row.get(threads)
    if not r:
        return ["", "", "", "", ""]
    return [f"{r['cjax']:.3g}", f"{r['jax']:.3g}", f"{r['ratio']:.2f}", f"{r['low']:.2f}", str(r.get("pairs", ""))]


def commits(rows):
    """Where and when the rows were measured, in words."""
    found = sorted({r[kind].get("at", "an earlier one") for _, r in rows for kind in ("1", "2", "whole") if kind in r})
    return "commit " + " and ".join(found)


def section(figures):
    rows = sorted(figures["programs"].items(), key=lambda x: (x[1]["group"], x[0]))
    text = (f"Made by `test/bench/suite.py` at {commits(rows)}: milliseconds per iteration (one core: of processor time; two threads: that pass), best of the "
            "runs; the ratios are JAX's time by cjax's, the median and the least of the pairs (of ten and more: the second least).\n\n")
    text += page.table("program | group: | cjax | JAX 0.10.2 | ratio | least | pairs | two threads: cjax | JAX | ratio | least | pairs",
                       [[name, row["group"], *ratio_cells(row, "1"), *ratio_cells(row, "2")] for name, row in rows])
    text += ("\nWhole processes with one iteration: processor seconds on one core, memory in MB, the executable in kB. JAX compiles: what it spends in tracing, "
             "lowering and compiling while the program runs; `cjaxc run` is compiling and running with an empty cache, beside `python`.\n\n")
    cells = [[name, *(f"{w[k]:.{d}f}" for k, d in (("cold", 2), ("warm", 3), ("jax_compile", 2), ("run", 3), ("jax_run", 2), ("save", 2), ("memory", 1),
                                                    ("arena", 1), ("jax_memory", 0), ("size", 0)))]
             for name, row in rows if (w := row.get("whole")) and "jax_compile" in w]
    return text + page.table("program | cjaxc | again | JAX compiles | run | JAX | `cjaxc run` | memory | arena | JAX | size", cells)


def main(argv=None):
    p = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    p.add_argument("--bench", required=True)
    p.add_argument("--programs", help="their names, with commas (all)")
    p.add_argument("--pairs", type=int, default=10)
    p.add_argument("--threads", default="1,2", help="none: whole processes only")
    p.add_argument("--no-whole", action="store_true")
    args = p.parse_args(argv)
    failed = measure(args)
    page.replace_section(args.output, "Programs", section(page.load_figures()))
    if failed:
        raise SystemExit("\n".join(failed))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""suite.py --jax PYTHON --bench FOLDER -- the benchmark programs under cjax and JAX: a section of docs/performance.md.

    python3 test/bench/suite.py --jax VENV/bin/python --bench FOLDER [--programs a,b] [--pairs 3] [--threads 1,2] [--no-whole]

The programs are those of FOLDER and of test/bench/programs; each prints the milliseconds of its timed loop per iteration and
numbers on which both sides must agree.  cjax and JAX run in turn, each pinned to the same core; what counts is the processor
time of the loop, which other processes disturb little, or with two threads the time that passes.  Then each whole process,
with one iteration: processor time from start to end, memory, and what compiling it takes.  figures.json keeps what was
measured; goals.py makes the table of goals of it.
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

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FIGURES = os.path.join(HERE, "figures.json")
RTOL = 1e-3
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf)")

# What every program of JAX begins with.
IMPORT = "import jax; from jax import random; jax.numpy.zeros(3).block_until_ready()"


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
    text = open(source).read()
    if threads == 1:
        text = text.replace("time.perf_counter()", "time.process_time()")
    path = os.path.join(folder, os.path.basename(source))
    open(path, "w").write(text)
    return path


def pairs(args, cjaxc, source, threads, folder):
    program, exe = clocked(source, folder, threads), os.path.join(folder, "program")
    run([cjaxc, "--quiet", program, "-o", exe])
    ours, theirs = [], []
    for _ in range(args.pairs):
        out, reference = run([exe], threads), run([args.jax, program], threads)
        agree(source, out, reference)
        ours.append(per_iteration(out)), theirs.append(per_iteration(reference))
    ratios = sorted(t / o for o, t in zip(ours, theirs))
    return {"cjax": min(ours), "jax": min(theirs), "ratio": statistics.median(ratios), "low": ratios[1 if len(ratios) >= 10 else 0]}


def whole(args, cjaxc, source, folder):
    """From start to end with one iteration, and before that compiling."""
    exe = os.path.join(folder, "program")
    cache = dict(environment(1), CJAX_CACHE_DIR=os.path.join(folder, "cache"))
    command = [cjaxc, "--quiet", source, "-o", exe]
    cold, _ = used(command)
    used(command, cache)
    warm, _ = used(command, cache)
    ir = run([cjaxc, "--quiet", "--emit=llvm", source, "-o", "-"])
    arena = re.search(r"@cjax_arena_size = .*constant i64 (\d+)", ir)
    ours, memory = used([exe, "1"])
    theirs, their_memory = used([args.jax, source, "1"])
    saved, _ = used([cjaxc, "run", "--quiet", source, "1"])
    return {"cold": cold, "warm": warm, "run": ours, "jax_run": theirs,
            "memory": memory, "jax_memory": their_memory, "arena": int(arena[1]) / 1e6 if arena else 0.0, "size": os.path.getsize(exe) / 1000,
            "save": saved}


def jax_compiles(row, figures):
    """Seconds that JAX traces, lowers and compiles: its process less its import and two iterations."""
    return max(row["whole"]["jax_run"] - figures["jax_import"] - 2e-3 * row["1"]["jax"], 0.01)


def load_figures():
    return json.load(open(FIGURES)) if os.path.exists(FIGURES) else {}


def keep_figures(change):
    """Changes the file as it is now, which another script may have written meanwhile."""
    figures = load_figures()
    change(figures)
    with open(FIGURES, "w") as f:
        json.dump(figures, f, indent=1, sort_keys=True)
    return figures


def measure(args):
    figures = load_figures()
    if not args.no_whole and "jax_import" not in figures:
        seconds = min(used([args.jax, "-c", IMPORT])[0] for _ in range(2))
        keep_figures(lambda f: f.update(jax_import=seconds))
    cjaxc = os.path.join(args.build, "bin", "cjaxc")
    sources = [os.path.join(f, n) for f in (args.bench, os.path.join(HERE, "programs")) for n in sorted(os.listdir(f)) if n.endswith(".py")]
    for source in sources:
        name = os.path.basename(source)[:-3]
        if args.programs and name not in args.programs.split(","):
            continue
        row = figures.get("programs", {}).get(name, {})
        row["group"] = re.search(r"^# group: (\S+)", open(source).read(), re.M)[1]
        with tempfile.TemporaryDirectory() as folder:
            for threads in args.threads.split(",") if args.threads else ():
                row[threads] = pairs(args, cjaxc, source, int(threads), folder)
            if not args.no_whole:
                row["whole"] = whole(args, cjaxc, source, folder)
        print(name, json.dumps(row), file=sys.stderr)
        keep_figures(lambda f: f.setdefault("programs", {}).update({name: row}))
    return load_figures()


def ratio_cell(row, threads):
    r = row.get(threads)
    return f"{r['cjax']:.3g} | {r['jax']:.3g} | {r['ratio']:.2f} | {r['low']:.2f}" if r else " | | | "


def section(figures):
    rows = sorted(figures["programs"].items(), key=lambda x: (x[1]["group"], x[0]))
    text = ("## Programs\n\nMade by `test/bench/suite.py`: milliseconds per iteration (one core: of processor time; two threads: that pass), best of the "
            "runs; the ratios are JAX's time by cjax's, the median and the least of the pairs.\n\n"
            "| program | group | cjax | JAX 0.10.2 | ratio | least | two threads: cjax | JAX | ratio | least |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n")
    for name, row in rows:
        at = row.get("1", {}).get("at")
        text += f"| {name}{f' (at {at})' if at else ''} | {row['group']} | {ratio_cell(row, '1')} | {ratio_cell(row, '2')} |\n"
    if "note" in figures:
        text += f"\n{figures['note']}\n"
    text += ("\nWhole processes with one iteration: processor seconds on one core, memory in MB, the executable in kB. What JAX compiles is its process less its "
             "import and the iterations; `cjaxc run` is compiling and running with an empty cache, beside `python`.\n\n"
             "| program | cjaxc | again | JAX compiles | run | JAX | `cjaxc run` | memory | arena | JAX | size |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
    for name, row in rows:
        w = row.get("whole")
        if w:
            text += (f"| {name} | {w['cold']:.2f} | {w['warm']:.3f} | {jax_compiles(row, figures):.2f} | {w['run']:.3f} | {w['jax_run']:.2f} | {w['save']:.2f} | "
                     f"{w['memory']:.1f} | {w['arena']:.1f} | {w['jax_memory']:.0f} | {w['size']:.0f} |\n")
    return text


def replace_section(page, title, text):
    """Puts the section in the place of that of this title, or at the end."""
    old = open(page).read() if os.path.exists(page) else ""
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.M | re.S)
    new = pattern.sub(lambda m: text.strip("\n") + "\n\n", old) if pattern.search(old) else old.rstrip("\n") + "\n\n" + text
    with open(page, "w") as f:
        f.write(new.rstrip("\n") + "\n")


def parser(doc):
    p = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--jax", required=True)
    p.add_argument("--build", default=os.path.join(ROOT, "build"))
    p.add_argument("-o", "--output", default=os.path.join(ROOT, "docs", "performance.md"))
    return p


def main(argv=None):
    p = parser(__doc__)
    p.add_argument("--bench", required=True)
    p.add_argument("--programs")
    p.add_argument("--pairs", type=int, default=3)
    p.add_argument("--threads", default="1,2", help="none: whole processes only")
    p.add_argument("--no-whole", action="store_true")
    args = p.parse_args(argv)
    replace_section(args.output, "Programs", section(measure(args)))


if __name__ == "__main__":
    main()

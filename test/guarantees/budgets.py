#!/usr/bin/env python3
"""budgets.py SHIM [--write] [--compile] -- what programs cost, against budgets.json: more than 3 % over it fails.

For each program: the size of its executable in bytes, its arena, the instructions that it executes (callgrind), its system
calls (strace), and the allocations of its compilation, which follow the work of the compiler (counted by
test/faults/shim.c). --compile adds the instructions of compiling, a minute for each program. --write makes the budgets
what is measured; the commit says why."""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
root = here.parent.parent
BUDGETS = here / "budgets.json"
ROOM = 1.03
PROGRAMS = ["examples/pendulum", "examples/newton", "examples/random_walk", "examples/mandelbrot", "test/programs/api_control", "test/programs/api_solve",
            "test/programs/convolution", "test/programs/flow_state", "test/programs/lax_functions", "test/programs/scan_captures"]


def run(command, **kw):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, errors="replace", timeout=600, **kw)


def instructions(folder, command, cwd):
    r = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/cg", *command], cwd=cwd, env=dict(os.environ, CJAX_NUM_THREADS="1"))
    return int(re.search(r"refs:\s+([\d,]+)", r.stderr)[1].replace(",", ""))


def system_calls(exe, cwd):
    r = run(["strace", "-f", "-c", "-o", "/dev/stderr", exe], cwd=cwd, env=dict(os.environ, CJAX_NUM_THREADS="1"))
    return int(re.search(r"^100\.00\s.*?\s(\d+)\s+(?:\d+\s+)?total$", r.stderr, re.M)[1])


def allocations(shim, folder, command, cwd):
    run(command, cwd=cwd, env=dict(os.environ, LD_PRELOAD=shim, FAULT_KIND="malloc", FAULT_AT="0", FAULT_COUNT=f"{folder}/count"))
    return int(re.search(r"^malloc (\d+)$", pathlib.Path(folder, "count").read_text(), re.M)[1])


def measured(args, program, folder):
    source, exe = (root / program).with_suffix(".py"), f"{folder}/exe"
    compile_it = ["cjaxc", source.name, "-o", exe]
    found = {"allocations to compile": allocations(args.shim, folder, compile_it, source.parent)}
    text = run(["cjaxc", source.name, "--emit=llvm"], cwd=source.parent).stdout
    found["arena"] = int(re.search(r"@cjax_arena_size = .*constant i64 (\d+)", text)[1])
    found["bytes"] = os.path.getsize(exe)
    found["instructions"] = instructions(folder, [exe], source.parent)
    found["system calls"] = system_calls(exe, source.parent)
    if args.compile:
        found["instructions to compile"] = instructions(folder, ["cjaxc", *compile_it[1:]], source.parent)
    return found


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("shim", type=os.path.abspath)
    args.add_argument("--write", action="store_true")
    args.add_argument("--compile", action="store_true")
    args = args.parse_args()
    budgets = json.loads(BUDGETS.read_text()) if BUDGETS.exists() else {}
    bad = 0
    for program in PROGRAMS:
        with tempfile.TemporaryDirectory() as folder:
            found = measured(args, program, folder)
        budget = budgets.get(program, {})
        for what, n in found.items():
            over = not args.write and what in budget and n > budget[what] * ROOM
            bad += over
            if over:
                print(f"{program}: {what}: {n:,}, the budget is {budget[what]:,}", flush=True)
        budgets[program] = budget | found if args.write else budget
    if args.write:
        BUDGETS.write_text(json.dumps(budgets, indent=1) + "\n")
    print(f"{len(PROGRAMS)} programs, {bad} over budget")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

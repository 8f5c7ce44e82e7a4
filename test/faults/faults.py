#!/usr/bin/env python3
"""faults.py SHIM [--all] [--sample N] [--seed N] [--kind KIND ...] -- every fault in turn, in cjaxc and in a program it runs.

For each command of COMMANDS and each kind of call the calls are counted; then the command runs once for each call (of more
than --sample calls, for a random sample), which fails. It must end with status 0 and the right output, or with status 1 and
one error message, and leave no file that was not whole."""
import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HARMLESS = ("eintr", "short")  # these change nothing
KINDS = (*HARMLESS, "open", "read", "write", "link", "fork", "exec", "thread", "mmap", "malloc")
PROGRAM = """import jax, jax.numpy as jnp, numpy as np
w = jnp.load("w.npy")
@jax.jit
def f(x):
    return jnp.tanh(x @ w).sum() + jax.grad(lambda y: (y ** 2).sum())(x)[0]
print(f(jnp.arange(3.0)), "done")
"""
# Of the executable: threads, files, long output, memory from the system.
NATIVE = """import jax, jax.numpy as jnp, numpy as np
w = jnp.load("w.npy")
x = jnp.tanh(jnp.arange(300000.0) / 1000)
print((x @ x).astype(int), w.sum())
for i in range(400): print("line", i, x[i] > 0)
np.save("y.npy", x[:5000])
"""
NPY = b"\x93NUMPY\x01\x00v\x00" + b"{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }".ljust(117) + b"\n" + bytes(24)
# name: command, the file it makes
COMMANDS = {
    "exe": (["cjaxc", "p.py", "-o", "p"], "p"),
    "asm": (["cjaxc", "p.py", "--emit=asm", "-o", "p.s"], "p.s"),
    "lib": (["cjaxc", "p.py", "--emit=lib", "--entry=f", "--sig=f32[3]", "-o", "libp.a"], "libp.a"),
    "cjax": (["cjaxc", "p.py", "--emit=cjax"], None),
    "run": (["cjaxc", "run", "p.py"], None),
    "interpret": (["cjaxc", "run", "--interpret", "p.py"], None),
    "check": (["cjaxc", "check", "p.py"], None),
    "program": (["./native"], "y.npy"),
}
INPUTS = ("p.py", "w.npy", "native")


class Faults:
    def __init__(self, args, folder):
        self.args, self.folder, self.count = args, pathlib.Path(folder), pathlib.Path(folder) / "tmp" / "count"
        (self.folder / "tmp").mkdir()
        (self.folder / "p.py").write_text(PROGRAM)
        (self.folder / "w.npy").write_bytes(NPY)
        self.bad = self.done = 0
        if "program" in args.command:
            self.build()

    def build(self):
        """The program, linked with the native runtime to the system's libc, which can be preloaded."""
        (self.folder / "n.py").write_text(NATIVE)
        subprocess.run(["cjaxc", "n.py", "--emit=obj", "-o", "n.o"], cwd=self.folder, check=True)
        start, runtime = self.args.source + "/runtime/os/start.c", self.args.build + "/lib/libcjax_rt_native.a"
        subprocess.run([*self.args.cc.split(), "-w", "-D_GNU_SOURCE", "-I", self.args.source, "n.o", start, runtime, "-lz", "-lpthread", "-lm", "-o", "native"], cwd=self.folder, check=True)
        for name in ("n.py", "n.o"):
            (self.folder / name).unlink()

    def run(self, command, kind, at, on=False):
        env = dict(os.environ, LD_PRELOAD=self.args.shim, FAULT_KIND=kind, FAULT_AT=str(at), FAULT_COUNT=str(self.count), CJAX_NUM_THREADS="3", TMPDIR=str(self.folder / "tmp"))
        env.update({"FAULT_ON": "1"} if on else {})
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, timeout=120)

    def files(self):
        return {p.name: p.read_bytes() for p in self.folder.iterdir() if p.is_file()}

    def forget(self, known):
        for p in self.folder.iterdir():
            if p.is_file() and p.name not in known:
                p.unlink()
        for p in (self.folder / "tmp").iterdir():
            p.unlink() if p.is_file() else None

    def wrong(self, name, kind, r, want, files, made):
        """What is not clean about a run, or None."""
        if kind in HARMLESS and r.returncode:
            return f"status {r.returncode}"
        if r.returncode == 0:
            return None if r.stdout == want and files == made else "status 0 with another result"
        if r.returncode != 1:
            return f"status {r.returncode}"
        if "rror" not in r.stderr or "internal error" in r.stderr:
            return "no error message"
        if len(re.findall("(?:^|: )error: ", r.stderr, re.M)) > 1:
            return "more than one error"
        left = [n for n in files if files[n] != made.get(n)]
        extra = [n for n in files if n not in INPUTS] if name != "program" else []
        return f"left behind: {left or extra}" if left or extra else None

    def places(self, n):
        if n <= self.args.sample or self.args.all:
            return range(1, n + 1)
        return sorted(random.Random(self.args.seed).sample(range(1, n + 1), self.args.sample))

    def examine(self, name):
        """Counts the calls of a command, then has them fail."""
        command, _ = COMMANDS[name]
        known = self.files()
        whole = self.run(command, "", 0)
        if whole.returncode:
            sys.exit(f"{name}: {whole.stderr}")
        made, counts = self.files(), dict(line.split() for line in self.count.read_text().splitlines())
        for kind in self.args.kind:
            self.examine_kind(name, kind, int(counts[kind]) + (kind == "exec" and name == "run"), (known, made, whole))

    def examine_kind(self, name, kind, n, before):
        command, _ = COMMANDS[name]
        known, made, whole = before
        for at in self.places(n):
            for on in (False, True) if kind != "eintr" else (False,):
                self.forget(known)
                r = self.run(command, kind, at, on)
                found = self.wrong(name, kind, r, whole.stdout, self.files(), made)
                self.done += 1
                self.bad += bool(found)
                if found:
                    print(f"{name}: {kind} {at} of {n}{' and on' if on else ''}: {found}: {r.stderr[-300:]!r}", flush=True)
        self.forget(known)
        if self.args.verbose:
            print(f"{name}: {kind}: {n} calls", flush=True)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("shim")
    args.add_argument("--cc", default="clang-22")
    args.add_argument("--source", default=".")
    args.add_argument("--build", default="build")
    args.add_argument("--all", action="store_true")
    args.add_argument("--sample", type=int, default=4)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--kind", nargs="*", default=KINDS)
    args.add_argument("--command", nargs="*", default=list(COMMANDS))
    args.add_argument("-v", "--verbose", action="store_true")
    args = args.parse_args()
    args.shim, args.source, args.build = map(os.path.abspath, (args.shim, args.source, args.build))
    with tempfile.TemporaryDirectory() as folder:
        faults = Faults(args, folder)
        for name in args.command:
            faults.examine(name)
    print(f"{faults.done} faults, {faults.bad} not clean")
    return 1 if faults.bad else 0


if __name__ == "__main__":
    sys.exit(main())

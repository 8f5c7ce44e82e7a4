"""killed.py FOLDER TIMES [SEED] -- kill -9 at random moments of compiling p.py: the output is as before, or whole, and nothing else is left."""
import os
import pathlib
import random
import signal
import subprocess
import sys
import time

folder, times = pathlib.Path(sys.argv[1]), int(sys.argv[2])
rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
out = folder / "p"
command = ["cjaxc", "p.py", "-o", "p"]


def names():
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def check(allowed):
    if out.exists() and out.read_bytes() not in allowed:
        sys.exit("a partial output is left")
    if [n for n in names() if n not in ("p", "p.py", "tmp")]:
        sys.exit(f"left behind: {names()}")


start = time.time()
subprocess.run(command, cwd=folder, check=True)
whole, took = out.read_bytes(), time.time() - start
old = b"what was there before"
killed = 0
while killed < times:
    there = rng.random() < 0.5
    out.write_bytes(old) if there else out.unlink(missing_ok=True)
    child = subprocess.Popen(command, cwd=folder)
    time.sleep(rng.random() * took * 1.05)
    os.kill(child.pid, signal.SIGKILL)
    killed += child.wait() == -signal.SIGKILL
    check([whole, old] if there else [whole])
print(f"{killed} times killed, nothing partial left")

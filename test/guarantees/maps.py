"""maps.py EXECUTABLE -- the mappings of a program that waits for its reader."""
import subprocess
import sys
import time

bases, bad = set(), 0
for _ in range(3):
    p = subprocess.Popen([sys.argv[1]], stdout=subprocess.PIPE)
    p.stdout.read(1)
    time.sleep(0.02)
    with open(f"/proc/{p.pid}/maps") as f:
        maps = [line.split() for line in f]
    bad += sum("w" in m[1] and "x" in m[1] for m in maps)
    bases.add(maps[0][0])
    p.kill()
    p.wait()
print(f"{bad} mappings to write and run, {'another address each time' if len(bases) > 1 else 'one address'}")

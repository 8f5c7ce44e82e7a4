"""Feeds the executables `scale` and `both` raw rows."""
import struct
import subprocess


def run(command, data):
    p = subprocess.run(command, input=data, capture_output=True, check=False)
    words = p.stderr.decode().strip().splitlines()
    return p.stdout, p.returncode, words[-1].removeprefix("error: ") if words else ""


def floats(xs):
    return struct.pack(f"<{len(xs)}f", *xs)


for rows in (0, 4, 1000, 1003):
    xs = [float(i % 97) for i in range(2 * rows)]
    out, status, why = run(["./scale", "-", "0.5", "-o", "-"], floats(xs))
    want = [xs[2 * i] * k + xs[2 * i + 1] * (3 + k) + 0.5 for i in range(rows) for k in range(3)]
    print(f"{rows} rows: {len(out)} bytes, status {status}, {why or ('as expected' if out == floats(want) else 'other values')}")
out, status, why = run(["./scale", "-", "0.5", "-o", "-"], b"1234567")
print(f"cut: {len(out)} bytes, status {status}, {why}")
out, status, why = run(["./both", "-", "-", "-o", "-"], floats([1, 2, 3, 4, 5, 6, 7, 8]))
print(f"both: {list(struct.unpack('<4f', out))}, status {status}")
out, status, why = run(["./both", "-", "-", "-o", "-"], floats([1, 2, 3]))
print(f"half: status {status}, {why}")

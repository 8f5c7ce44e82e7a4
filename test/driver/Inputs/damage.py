"""What the executable `r` and cjaxc say of a .safetensors file, damaged in several ways."""
import subprocess
import sys

path = sys.argv[1]
whole = open(path, "rb").read()
WAYS = {
    "short": whole[:5],
    "giant": b"\xff" * 8 + whole[8:],
    "cut": whole[:-5],
    "zero": whole[:8] + bytes(len(whole) - 8),
    "dtype": whole.replace(b'"I64"', b'"I99"'),
    "shape": whole.replace(b'"shape":[1]', b'"shape":[9]'),
    "offsets": whole.replace(b"[0,8]", b"[8,0]"),
    "huge": whole.replace(b'"shape":[2,3]', b'"shape":[9999999999999999999999]'),
    "open": whole.replace(b'"n":{"dtype"', b'"n":{"dtype'),
}
for name, data in WAYS.items():
    with open(path, "wb") as f:
        f.write(data)
    said = []
    for command in (["./r"], ["cjaxc", "r.py", "-o", "other"]):
        p = subprocess.run(command, capture_output=True, text=True, check=False)
        line = next((s for s in p.stderr.splitlines() if "Error: " in s), f"status {p.returncode}")
        said.append(line[line.index("ValueError"):] if "ValueError" in line else line)
    print(f"{name}: {said[0]}" if said[0] == said[1] else f"{name}: {said}")
with open(path, "wb") as f:
    f.write(whole)

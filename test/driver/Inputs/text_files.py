import csv
import json
from pathlib import Path

import jax.numpy as jnp
import numpy as np

with open("words.txt") as f:
    print(f.name, f.mode, repr(f.readline()), [line.strip() for line in f])
print(f.closed, open("words.txt", encoding="utf-8").read().split(), len(open("words.txt", "rb").read()))
with open("table.csv", newline="") as f:
    rows = list(csv.reader(f))
print(rows)
x = jnp.array([[float(v) for v in row[1:]] for row in rows[1:]])
print(x.sum(axis=0))
with open("table.csv") as f:
    for row in csv.DictReader(f):
        print(row["name"], float(row["a"]) + float(row["b"]))
config = json.load(open("config.json"))
w = jnp.full(config["width"], config["rate"])
print(w, json.loads(Path("config.json").read_text())["name"])
try:
    open("gone.txt")
except FileNotFoundError as e:
    print(e, e.errno)
try:
    open("bytes.bin").read()
except UnicodeDecodeError as e:
    print(e)
print(np.frombuffer(open("bytes.bin", "rb").read(), np.uint8))
try:
    open("words.txt").write("x")
except OSError as e:
    print(e)
try:
    open("words.txt", "q")
except ValueError as e:
    print(e)

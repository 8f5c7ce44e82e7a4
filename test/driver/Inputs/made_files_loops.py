"""Files written in loops, staged and not, under conditions and from functions, and read again."""
import csv
import os

import jax.numpy as jnp
import numpy as np

for i in range(200):
    if i % 50 == 0:
        np.savez("state.npz", i=i, x=jnp.ones(3) * i)
z = np.load("state.npz")
print(int(z["i"]), z["x"])
if os.path.exists("state.npz"):
    print("there", np.load("state.npz")["x"].sum())

with open("loss.csv", "w") as f:
    f.write("step,loss\n")
    for i in range(3):
        f.write(f"{i},{jnp.exp(-i * 1.0):.4f}\n")
with open("loss.csv") as f:
    for line in f:
        print(line.strip().split(","))
with open("loss.csv", newline="") as f:
    for row in csv.DictReader(f):
        print(row["step"], round(float(row["loss"]) * 2, 3))
table = np.loadtxt("loss.csv", delimiter=",", skiprows=1)
print(table.shape, table)


def log(n):
    for k in range(n):
        with open("steps.log", "a") as f:
            f.write(f"{k}\n")


log(3)
print(open("steps.log").read().split(), np.loadtxt("steps.log", dtype=int))
x = np.arange(6.0).reshape(2, 3) / 7
np.savetxt("x.txt", x, fmt="%.2f")
print(np.loadtxt("x.txt"), open("x.txt").readline().strip(), np.genfromtxt("x.txt")[1, 1])
np.savetxt("x.txt", x[0], header="one", delimiter=",")
print(open("x.txt").read(), (np.loadtxt("x.txt") == x[0]).all())
with open("positive.txt", "w") as f:
    for k in range(300):
        v = jnp.sin(k * 1.0)
        if v > 0.99:
            f.write(f"{k} {v:.3f}\n")
print(os.path.isfile("positive.txt"), os.path.isdir("positive.txt"))
for name in ("state.npz", "loss.csv", "steps.log", "x.txt", "positive.txt"):
    os.remove(name)

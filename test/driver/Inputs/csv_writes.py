import csv
import sys
import jax.numpy as jnp

x = jnp.arange(3.0) * float(sys.argv[1])
with open("o.csv", "w", newline="") as f:
    w = csv.writer(f)
    print(w.writerow(["step", "a, b", 'say "x"', None, ""]))
    for i in range(3):
        w.writerow([i, x[i], float(x[i]), f"{x[i]:.2f}"])
    w.writerows([[1, 2.5, True], [""], [" a"]])
    d = csv.DictWriter(f, ["b", "a"], delimiter=";", lineterminator="\n", restval="-")
    d.writeheader()
    d.writerow({"a": 1, "b": x.sum()})
    d.writerow({"a": "x;y"})
try:
    d.writerow({"c": 1})
except ValueError as e:
    print(e)

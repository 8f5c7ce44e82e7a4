"""Checkpoints: files that the program writes, lists, reads again and removes."""
import glob, io, json, os, shutil, tempfile
from pathlib import Path
import numpy as np
import jax, jax.numpy as jnp

class Manager:
    def __init__(self, folder, keep=2):
        self.folder, self.keep = Path(folder), keep
        self.folder.mkdir(parents=True, exist_ok=True)
    def path(self, step): return self.folder / f"ckpt_{step:04d}.npz"
    def save(self, step, params):
        leaves, _ = jax.tree.flatten(params)
        np.savez(self.path(step), *leaves, step=step)
        for old in self.steps()[:-self.keep]:
            self.path(old).unlink()
    def steps(self): return sorted(int(p.stem.split("_")[1]) for p in self.folder.glob("ckpt_*.npz"))
    def restore(self, like, step=None):
        step = self.steps()[-1] if step is None else step
        with np.load(self.path(step)) as z:
            leaves = [jnp.asarray(z[f"arr_{i}"]) for i in range(len(z.files) - 1)]
            return jax.tree.unflatten(jax.tree.structure(like), leaves), int(z["step"])

params = {"w": jnp.arange(3.0), "b": jnp.float32(1)}
with tempfile.TemporaryDirectory() as d:
    m = Manager(Path(d) / "run")
    for step in (10, 20, 30):
        params = jax.tree.map(lambda p: p * 2, params)
        m.save(step, params)
    print(m.steps(), sorted(os.listdir(m.folder)), [os.path.basename(p) for p in sorted(glob.glob(f"{d}/run/*.npz"))])
    back, step = m.restore(params)
    print(back, step, back["w"].dtype, m.restore(params, 20)[0]["b"])
    try:
        m.restore(params, 10)
    except FileNotFoundError as e:
        print("gone:", type(e).__name__, e.errno)
    meta = os.path.join(d, "meta.json")
    with open(meta, "w") as f:
        json.dump({"step": step, "loss": [float(x) for x in back["w"]], "name": "é"}, f)
    with open(meta) as f:
        again = json.load(f)
    print(again, os.path.isfile(meta), os.path.isdir(d))
    with open(os.path.join(d, "log.txt"), "w") as f:
        for i in range(3):
            f.write(f"{i} {i * i}\n")
    with open(os.path.join(d, "log.txt"), "a") as f:
        print("end", file=f)
    with open(os.path.join(d, "log.txt")) as f:
        print([line.split() for line in f])
print(os.path.exists(d), os.path.exists(meta))

buf = io.BytesIO()
np.savez(buf, a=np.arange(3), b=jnp.ones((2, 2)))
buf.seek(0)
z = np.load(buf)
print(z.files, z["a"], z["b"].dtype, "a" in z)
buf = io.BytesIO()
np.save(buf, np.eye(2)); np.save(buf, np.arange(2)); buf.seek(0)
print(np.load(buf), np.load(buf))

best, best_loss = None, jnp.inf
for i in range(30):
    loss = jnp.cos(i / 5.0)
    if loss < best_loss:
        best_loss = loss
        np.save("best.npy", jnp.array([i, loss]))
print(np.load("best.npy").round(3), os.path.exists("best.npy"))
os.remove("best.npy")
with open("x.npy", "wb") as f:
    np.save(f, np.arange(4))
with open("x.npy", "rb") as f:
    x = np.load(f)
x[0] = 9
print(x, np.load("x.npy"))
os.rename("x.npy", "y.npy")
print(os.path.exists("x.npy"), np.load("y.npy").sum())
os.remove("y.npy")
for f in (lambda: os.remove("y.npy"), lambda: os.mkdir("a/b/c"), lambda: np.load("y.npy"), lambda: open("y.npy"), lambda: os.listdir("nowhere"), lambda: shutil.rmtree("nowhere"), lambda: os.makedirs(".")):
    try: f()
    except OSError as e: print(type(e).__name__, e)
out = Path("out"); out.mkdir(exist_ok=True); (out / "a.txt").write_text("x\ny\n"); (out / "b.txt").touch()
print(sorted(p.name for p in out.iterdir()), (out / "a.txt").read_text().splitlines(), (out / "b.txt").read_text() == "")
try: out.rmdir()
except OSError as e: print(type(e).__name__, e.errno)
shutil.rmtree(out); print(out.exists())
